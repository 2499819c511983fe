/* lettre_gens.c - who gets a letter: whom its audience names, and the rule for each of them */

#include <inttypes.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/segment.h"
#include "domain/lettres/lettre_gens.h"

/* Ids as they come; a million of them are 8 MB. */
struct found {
	int64_t *ids;
	size_t n, room;
};

static void
found_free(void *found)
{
	free(((struct found *) found)->ids);
}

static void
found_add(struct found *f, int64_t id)
{
	if (f->n == f->room) {
		f->room = f->room > 0 ? f->room * 2 : 1024;
		f->ids = realloc(f->ids, f->room * sizeof *f->ids);
		if (f->ids == NULL)
			fault("out of memory");
	}
	f->ids[f->n++] = id;
}

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *) a, y = *(const int64_t *) b;

	return (x > y) - (x < y);
}

/* In order, each once. */
static void
found_sort(struct found *f)
{
	size_t n = 0;

	if (f->n > 0)
		qsort(f->ids, f->n, sizeof *f->ids, by_id);
	for (size_t i = 0; i < f->n; i++)
		if (n == 0 || f->ids[n - 1] != f->ids[i])
			f->ids[n++] = f->ids[i];
	f->n = n;
}

static void
read_all(struct rows *rows, struct found *f)
{
	struct arena cells = { 0 };

	while (db_next(rows, &cells)) {
		found_add(f, db_num(rows, 0));
		arena_reset(&cells);
	}
	found_sort(f);
}

static const char *
name_by_publics(struct req *r, const char *audience, struct found *f)
{
	const char *publics = audience_publics(r, audience);

	if (publics == NULL || *publics == '\0')
		return "Ces destinataires n’existent plus\u00A0: choisissez-en d’autres.";
	if (audience_title(r, audience) == NULL)
		return "Ces destinataires sont d’un groupe que vous ne voyez pas.";
	read_all(db_stream(r,
			 SQL("SELECT p.contact_id FROM " PUBLICS_BELOW " x"
			     " JOIN contact_public p ON p.public_id = x.id"),
			 PUBLICS(publics)),
		f);
	return NULL;
}

static const char *
name_by_segment(struct req *r, int64_t id, struct found *f)
{
	struct filtre *filtre = segment_filtre(r, id);
	const char *wrong;

	if (filtre == NULL)
		return "Ce segment n’existe plus, ou n’est plus partagé avec vous.";
	for (unsigned i = 0; i < filtre->n_arbres; i++)
		if ((wrong = condition_wrong(filtre->arbres[i])) != NULL)
			return arena_printf(&r->mem,
				"Une condition du segment «\u00A0%s\u00A0» ne veut plus rien"
				" dire\u00A0: %s",
				filtre->segment_nom, wrong);
	read_all(filtre_rows(r, filtre, 0, 0, true), f);
	return NULL;
}

/* Whom AUDIENCE names.  False: it can go to nobody, .refus says why; never to everybody instead. */
bool
lettre_recipients_of(struct req *r, const char *audience, const char *sorte, struct lettre_gens *g)
{
	struct found *f = arena_alloc(&r->mem, sizeof *f);
	int64_t segment = audience_segment(audience);

	*f = (struct found) { 0 };
	arena_own(&r->mem, f, found_free);
	*g = (struct lettre_gens) { .sorte = sorte };
	g->refus = *audience == '\0' ? "Choisissez les destinataires." :
		segment != 0         ? name_by_segment(r, segment, f) :
				       name_by_publics(r, audience, f);
	if (g->refus != NULL)
		return false;
	g->ids = f->ids;
	g->n = f->n;
	return true;
}

/* The same of that letter. */
bool
lettre_recipients(struct req *r, int64_t lettre_id, struct lettre_gens *g)
{
	const char *audience = "", *sorte = "";

	db_read(r, SQL("SELECT audience, sorte FROM lettre WHERE id = ?"),
		INTO(TO(&audience), TO(&sorte)), I(lettre_id));
	return lettre_recipients_of(r, audience, sorte, g);
}

/* N of the ids from the one at FROM, as a JSON array. */
const char *
lettre_recipients_json(struct req *r, const struct lettre_gens *g, size_t from, size_t n)
{
	struct buffer out = { &r->mem };
	char id[24];

	buffer_puts(&out, "[");
	for (size_t i = from; i < g->n && i - from < n; i++) {
		snprintf(id, sizeof id, "%s%" PRId64, i > from ? "," : "", g->ids[i]);
		buffer_puts(&out, id);
	}
	buffer_puts(&out, "]");
	return buffer_text(&out);
}

/* How many copies leave. */
int64_t
lettre_recipients_count(struct req *r, const struct lettre_gens *g)
{
	return db_int(r, SQL("SELECT COUNT(*) FROM (" LETTRE_COPIES ") l"),
		S(lettre_recipients_json(r, g, 0, g->n)), S(g->sorte));
}

/* Say NAME.N.{id, prenom, nom, adresse}: who gets it, of whom the reader sees.  How many. */
int64_t
lettre_recipients_list(
	struct req *r, const struct lettre_gens *g, const char *name, int64_t limit, int64_t offset)
{
	return db_list(r, name,
		SQL("SELECT c.id, c.prenom, c.nom, c.email AS adresse FROM (" LETTRE_COPIES ") l"
		    " JOIN contact c ON c.id = l.id JOIN objet o ON o.id = c.id"
		    " WHERE " SEES("o") " ORDER BY c.tri, c.id LIMIT ? OFFSET ?"),
		S(lettre_recipients_json(r, g, 0, g->n)), S(g->sorte), ME(r), I(limit), I(offset));
}

/* Say NAME.N.{id, prenom, nom, raison}: whom the audience names and who gets no copy.  RAISON:
 * ferme, sans_adresse, refus, erreur, or meme_adresse, which somebody else gets it at. */
int64_t
lettre_recipients_not(
	struct req *r, const struct lettre_gens *g, const char *name, int64_t limit, int64_t offset)
{
	const char *ids = lettre_recipients_json(r, g, 0, g->n);

	return db_list(r, name,
		SQL("SELECT c.id, c.prenom, c.nom, COALESCE(NULLIF(" LETTRE_WHY_NOT("c",
			"?") ", ''), 'meme_adresse') AS raison FROM " LETTRE_NAMED
			     " STRAIGHT_JOIN contact c ON c.id = k.id JOIN objet o ON o.id = c.id"
			     " LEFT JOIN (" LETTRE_COPIES ") l ON l.id = c.id WHERE l.id IS NULL"
			     " AND " SEES("o") " ORDER BY c.tri, c.id LIMIT ? OFFSET ?"),
		S(g->sorte), S(ids), S(ids), S(g->sorte), ME(r), I(limit), I(offset));
}

/* Say NAME.N.{raison, nombre}: how many of those whom the audience names get no copy, by reason.
 * How many in all. */
int64_t
lettre_recipients_why(struct req *r, const struct lettre_gens *g, const char *name)
{
	const char *ids = lettre_recipients_json(r, g, 0, g->n);
	int64_t all = 0;

	db_list(r, name,
		SQL("SELECT COALESCE(NULLIF(" LETTRE_WHY_NOT("c",
			"?") ", ''), 'meme_adresse')"
			     " AS raison, COUNT(*) AS nombre FROM " LETTRE_NAMED
			     " STRAIGHT_JOIN contact c ON c.id = k.id"
			     " LEFT JOIN (" LETTRE_COPIES ") l ON l.id = c.id WHERE l.id IS NULL"
			     " GROUP BY 1 ORDER BY 2 DESC, 1"),
		S(g->sorte), S(ids), S(ids), S(g->sorte));
	for (struct row *o = row_first(r, name); o != NULL; o = row_next(o))
		all += row_id(o, "nombre");
	return all;
}

enum { LOOKED_AT = 5000 };

/* How many of them do not see that thing: of the first thousands, where they are many. */
int64_t
lettre_recipients_blind(struct req *r, const struct lettre_gens *g, int64_t objet_id)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM " LETTRE_NAMED " STRAIGHT_JOIN contact c ON c.id = k.id"
		    " JOIN objet o ON o.id = ? WHERE c.acces > 0 AND NOT " SEEN_BY("o", "c.id")),
		S(lettre_recipients_json(r, g, 0, LOOKED_AT)), I(objet_id));
}

/* Write the rows of N of them from the one at FROM on; whoever has one has it already.  How many
 * are new: the caller counts them in the same transaction. */
int64_t
lettre_recipients_write(
	struct req *r, const struct lettre_gens *g, int64_t lettre_id, size_t from, size_t n)
{
	return db_exec(r,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, domaine, du_le)"
		    " SELECT l.id, c.id, LOWER(c.email),"
		    " LEFT(LOWER(SUBSTRING_INDEX(c.email, '@', -1)), 255), l.du_le"
		    " FROM " LETTRE_NAMED
		    " STRAIGHT_JOIN contact c ON c.id = k.id JOIN lettre l ON l.id = ?"
		    " WHERE " LETTRE_GETS(
			    "c", "?") " ORDER BY c.id"
				      " ON DUPLICATE KEY UPDATE lettre_envoi.id = lettre_envoi.id"),
		S(lettre_recipients_json(r, g, from, n)), I(lettre_id), S(g->sorte));
}

/* A job answers for that person from now on, with her rights of now.  False: she may not enter any
 * more. */
bool
lettre_become(struct req *r, int64_t contact_id)
{
	static const enum access levels[] = { PUBLIC, PROSPECT, MEMBER, STAFF };
	int acces;
	bool admin;

	if (!db_read(r,
		    SQL("SELECT c.acces, c.acces = 3 AND COALESCE(co.role, '') = 'admin'"
			" FROM contact c LEFT JOIN compte co ON co.contact_id = c.id"
			" WHERE c.id = ? AND c.acces BETWEEN 1 AND 3"),
		    INTO(TO(&acces), TO(&admin)), I(contact_id)))
		return false;
	r->user.id = contact_id;
	r->user.level = admin ? ADMIN : levels[acces];
	return true;
}
