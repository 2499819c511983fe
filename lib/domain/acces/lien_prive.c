/* lien_prive.c - private addresses that the programs of people read, without signing in */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/lien_prive.h"
#include "domain/socle/journal.h"

enum { JETON = 24, MOST = 20 };

/* As SQL: contact C may have a link of that GENRE to group G (expressions): she is in it, or
 * manages it; to the news of one it is enough that she sees it. */
#define OPEN(g, c, genre) \
	"(" IN_GROUP(g, c) " OR EXISTS (SELECT 1 FROM objet og_ WHERE og_.id = " g \
			   " AND " MAY_OF("og_", c, "IF(" genre " = 'actualites', 1, 3)") "))"

static const char *
digest(struct req *r, const char *jeton)
{
	return sha256_hex(&r->mem, jeton, strlen(jeton));
}

static void
note(struct req *r, const char *genre, const char *what)
{
	journal(r, arena_printf(&r->mem, "%s.%s", genre, what), r->user.id, NULL, NULL);
}

/* May the reader have a link to that group (0: to her own)? */
bool
lien_prive_may(struct req *r, const char *genre, int64_t groupe_id)
{
	return groupe_id == 0 ||
		db_int(r,
			SQL("SELECT COUNT(*) FROM contact c JOIN groupe g ON g.id = ?"
			    " WHERE c.id = ? AND " OPEN("g.id", "c.id", "?")),
			I(groupe_id), I(r->user.id), S(genre)) > 0;
}

/* Her new token, which nobody can read again; NULL: she has MOST already.  GROUPE_ID 0: her own, or
 * all that she may read. */
const char *
lien_prive_new(struct req *r, const char *genre, int64_t groupe_id, bool tout)
{
	const char *jeton = random_hex(&r->mem, JETON);

	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM agenda_abonnement WHERE contact_id = ?"
			" AND genre = ? LOCK IN SHARE MODE"),
		    I(r->user.id), S(genre)) >= MOST)
		return NULL;
	db_exec(r,
		SQL("INSERT INTO agenda_abonnement (contact_id, groupe_id, empreinte, cree_le,"
		    " genre, tout) VALUES (?, NULLIF(?, 0), ?, ?, ?, ?)"),
		I(r->user.id), I(groupe_id), S(digest(r, jeton)),
		S(clock_sql(&r->mem, clock_now())), S(genre), I(tout));
	note(r, genre, "abonnement");
	return jeton;
}

/* Another token for the same; the old one gives nothing any more.  NULL: it is not hers. */
const char *
lien_prive_renew(struct req *r, const char *genre, int64_t id)
{
	const char *jeton = random_hex(&r->mem, JETON);

	if (db_exec(r,
		    SQL("UPDATE agenda_abonnement SET empreinte = ?, cree_le = ? WHERE id = ?"
			" AND contact_id = ? AND genre = ?"),
		    S(digest(r, jeton)), S(clock_sql(&r->mem, clock_now())), I(id), I(r->user.id),
		    S(genre)) == 0)
		return NULL;
	note(r, genre, "abonnement");
	return jeton;
}

bool
lien_prive_drop(struct req *r, const char *genre, int64_t id)
{
	if (db_exec(r,
		    SQL("DELETE FROM agenda_abonnement WHERE id = ? AND contact_id = ?"
			" AND genre = ?"),
		    I(id), I(r->user.id), S(genre)) == 0)
		return false;
	note(r, genre, "abonnement_retire");
	return true;
}

/* Whose that token is now.  False: there is none, or it gives nothing any more. */
bool
lien_prive_read(struct req *r, const char *genre, const char *jeton, struct lien_prive *l)
{
	*l = (struct lien_prive) { 0 };
	return db_read(r,
		SQL("SELECT c.id, COALESCE(b.groupe_id, 0), COALESCE(og.titre, ''), b.cree_le,"
		    " b.tout"
		    " FROM agenda_abonnement b JOIN contact c ON c.id = b.contact_id"
		    " AND c.acces > 0 LEFT JOIN objet og ON og.id = b.groupe_id"
		    " WHERE b.empreinte = ? AND b.genre = ?"
		    " AND (b.groupe_id IS NULL OR " OPEN("b.groupe_id", "c.id", "b.genre") ")"),
		INTO(TO(&l->contact), TO(&l->groupe), TO(&l->nom), TO(&l->cree_le), TO(&l->tout)),
		S(digest(r, jeton)), S(genre));
}

/* NAME.N: hers, with id, groupe_id, its titre as long as she may, tout, jour. */
void
lien_prive_say(struct req *r, const char *name, const char *genre)
{
	db_list(r, name,
		SQL("SELECT b.id, b.groupe_id, b.cree_le, b.tout, og.titre FROM agenda_abonnement b"
		    " JOIN contact c ON c.id = b.contact_id LEFT JOIN objet og"
		    " ON og.id = b.groupe_id AND " OPEN("b.groupe_id", "c.id",
			    "b.genre") " WHERE b.contact_id = ? AND b.genre = ?"
				       " ORDER BY b.id"),
		I(r->user.id), S(genre));
	for (struct row *b = row_first(r, name); b != NULL; b = row_next(b))
		row_say(b, "jour",
			text_day(&r->mem,
				text_iso_at(&r->mem, clock_parse(row_text(b, "cree_le")))));
}
