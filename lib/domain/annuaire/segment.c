/* segment.c - keeping, sharing and finding segments; whom one finds is the reader's affair */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/acces/niveau.h"
#include "domain/annuaire/segment.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"

/* The segment of that id.  False: absent, not for this reader, or no longer readable. */
bool
segment_load(struct req *r, int64_t id, struct segment *s)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, s.description, s.partage, s.conditions, o.cree_par = ?,"
		    " o.cree_par = ? OR " MANAGES(
			    "o") " FROM segment s JOIN objet o ON o.id = s.id"
				 " WHERE s.id = ? AND o.archive_le IS NULL AND " SEGMENT_SEES),
		I(r->user.id), I(r->user.id), ME(r), I(id), SEGMENT_ME(r));
	bool found = db_next(rows, &r->mem);

	*s = (struct segment) { 0 };
	if (!found)
		return false;
	*s = (struct segment) {
		.id = db_num(rows, 0),
		.nom = arena_strdup(&r->mem, db_text(rows, 1)),
		.description = arena_strdup(&r->mem, db_text(rows, 2)),
		.partage = arena_strdup(&r->mem, db_text(rows, 3)),
		.arbre = condition_parse(&r->mem, db_text(rows, 4)),
		.mien = db_num(rows, 5) != 0,
		.modifiable = db_num(rows, 6) != 0,
	};
	while (db_next(rows, &r->mem))
		;
	return s->arbre != NULL;
}

/* The people of that segment, for filtre_rows() and filtre_count(), in the order of names; NULL:
 * this reader has no such segment. */
struct filtre *
segment_filtre(struct req *r, int64_t id)
{
	struct segment s;
	struct filtre *f;

	if (!segment_load(r, id, &s))
		return NULL;
	f = filtre_of(r, "");
	f->segment_id = s.id;
	f->segment_nom = s.nom;
	filtre_add(r, f, s.arbre);
	return f;
}

/* Say NAME.N.{valeur, libelle}: the segments that this reader may use, for a select.  How many. */
int
segment_offer(struct req *r, const char *name)
{
	return db_list(r, name,
		SQL("SELECT o.id AS valeur, o.titre AS libelle FROM objet o"
		    " JOIN segment s ON s.id = o.id"
		    " WHERE o.genre = 'segment' AND o.archive_le IS NULL AND " SEGMENT_SEES
		    " ORDER BY o.titre LIMIT 200"),
		SEGMENT_ME(r));
}

/* Note that it served; whoever sends or changes something by a segment calls it. */
void
segment_used(struct req *r, int64_t id)
{
	db_exec(r, SQL("UPDATE segment SET utilise_le = UTC_TIMESTAMP() WHERE id = ?"), I(id));
}

/* ---- sharing ---- */

/* The group of "groupe:12"; 0: another kind. */
static int64_t
shared_group(const char *partage)
{
	const char *id = strchr(partage, ':');

	return id != NULL ? strtoll(id + 1, NULL, 10) : 0;
}

static const char *
list_text(struct req *r, const char *partage)
{
	const char *genre = *partage == 'g' ? "groupe" : "coordination";

	if (strcmp(partage, "siege") == 0)
		return "1:3,3:4";
	if (strcmp(partage, "tous") == 0)
		return "1:2,1:3,3:4";
	if (shared_group(partage) != 0)
		return arena_printf(&r->mem, "3:4,1:%" PRId64,
			db_int(r, SQL("SELECT id FROM public WHERE genre = ? AND cle = ?"),
				S(genre), S(strchr(partage, ':') + 1)));
	return "";
}

static void
say_share(struct req *r, const char *name, int *n, const char *valeur, const char *libelle,
	const char *chosen)
{
	struct row *o = row_nth(r, name, (*n)++);

	row_say(o, "valeur", valeur);
	row_say(o, "libelle", libelle);
	if (strcmp(valeur, chosen) == 0)
		row_say(o, "choisi", "1");
}

/* Say NAME.N.{valeur, libelle, choisi}: with whom this reader may share.  How many. */
int
segment_shares(struct req *r, const char *name, const char *chosen)
{
	struct rows *rows;
	int n = 0;

	say_share(r, name, &n, "prive", "Moi seul-e", chosen);
	if (r->user.level >= STAFF) {
		say_share(r, name, &n, "siege", "L’équipe salariée", chosen);
		say_share(r, name, &n, "tous", "Toutes les personnes qui ont un compte bénévole",
			chosen);
	}
	rows = db_rows(r,
		SQL("SELECT o.id, o.titre FROM objet o JOIN groupe g ON g.id = o.id"
		    " WHERE o.archive_le IS NULL AND EXISTS (SELECT 1 FROM contact_public cp"
		    " JOIN public p ON p.id = cp.public_id"
		    " WHERE cp.contact_id = ? AND p.genre = 'coordination' AND p.cle = o.id)"
		    " AND " SEES("o") " ORDER BY o.titre LIMIT 60"),
		I(r->user.id), ME(r));
	while (db_next(rows, &r->mem)) {
		const char *id = arena_strdup(&r->mem, db_text(rows, 0));
		const char *titre = arena_strdup(&r->mem, db_text(rows, 1));

		say_share(r, name, &n, arena_printf(&r->mem, "coordination:%s", id),
			arena_printf(&r->mem, "La coordination %s", text_de(&r->mem, titre)),
			chosen);
		say_share(r, name, &n, arena_printf(&r->mem, "groupe:%s", id),
			arena_printf(&r->mem, "Les membres %s", text_de(&r->mem, titre)), chosen);
	}
	return n;
}

/* May this reader share so? */
bool
segment_may_share(struct req *r, const char *partage)
{
	int64_t groupe = shared_group(partage);

	if (strcmp(partage, "prive") == 0)
		return true;
	if (strcmp(partage, "siege") == 0 || strcmp(partage, "tous") == 0)
		return r->user.level >= STAFF;
	if (groupe == 0 ||
		(strncmp(partage, "groupe:", 7) != 0 && strncmp(partage, "coordination:", 13) != 0))
		return false;
	return db_int(r,
		       SQL("SELECT 1 FROM contact_public cp JOIN public p ON p.id = cp.public_id"
			   " WHERE cp.contact_id = ? AND p.genre = 'coordination' AND p.cle = ?"),
		       I(r->user.id), I(groupe)) != 0;
}

/* ---- writing ---- */

static const char *
as_json(struct req *r, const struct segment *s)
{
	return json_made(&r->mem, JS("nom", s->nom), JS("partage", s->partage),
		JR("conditions", condition_text(&r->mem, s->arbre)));
}

static int64_t
make(struct req *r, const struct segment *s, int64_t liste)
{
	int64_t id = db_insert(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, cree_par, modifie_le, liste_id)"
		    " VALUES ('segment', ?, UTC_TIMESTAMP(), ?, UTC_TIMESTAMP(), ?)"),
		S(s->nom), I(r->user.id), I(liste));

	db_exec(r,
		SQL("INSERT INTO segment (id, conditions, description, partage)"
		    " VALUES (?, ?, ?, ?)"),
		I(id), S(condition_text(&r->mem, s->arbre)), S(s->description), S(s->partage));
	journal(r, "segment.cree", id, NULL, as_json(r, s));
	return id;
}

/* Keep S, new (id 0) or changed; the caller asked whether the reader may.  Its id. */
int64_t
segment_save(struct req *r, const struct segment *s)
{
	int64_t liste = liste_id(r, list_text(r, s->partage));
	struct segment old;

	if (s->id == 0)
		return make(r, s, liste);
	if (!segment_load(r, s->id, &old))
		return 0;
	db_exec(r,
		SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP(), liste_id = ?"
		    " WHERE id = ?"),
		S(s->nom), I(liste), I(s->id));
	db_exec(r,
		SQL("UPDATE segment SET conditions = ?, description = ?, partage = ? WHERE id = ?"),
		S(condition_text(&r->mem, s->arbre)), S(s->description), S(s->partage), I(s->id));
	journal(r, "segment.modifie", s->id, as_json(r, &old), as_json(r, s));
	return s->id;
}

static void
drop(struct req *r, int64_t id)
{
	db_exec(r, SQL("DELETE FROM objet_etiquette WHERE objet_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM segment WHERE id = ?"), I(id));
	db_exec(r,
		SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP(), titre = 'Segment supprimé',"
		    " cree_par = NULL, liste_id = 1 WHERE id = ?"),
		I(id));
}

/* It goes; the people it found stay what they are. */
void
segment_drop(struct req *r, int64_t id)
{
	struct segment s;

	if (!segment_load(r, id, &s))
		return;
	journal(r, "segment.supprime", id, as_json(r, &s), NULL);
	drop(r, id);
}

/* What CONTACT, who is erased, kept for herself goes; what she shared stays, without her name. */
void
segment_forget(struct req *r, int64_t contact_id)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id FROM objet o JOIN segment s ON s.id = o.id"
		    " WHERE o.cree_par = ? AND s.partage = 'prive'"),
		I(contact_id));

	while (db_next(rows, &r->mem))
		drop(r, db_num(rows, 0));
	db_exec(r, SQL("UPDATE objet SET cree_par = NULL WHERE genre = 'segment' AND cree_par = ?"),
		I(contact_id));
}

/* Those of FROM, who was merged, are INTO's. */
void
segment_give(struct req *r, int64_t from, int64_t into)
{
	db_exec(r, SQL("UPDATE objet SET cree_par = ? WHERE genre = 'segment' AND cree_par = ?"),
		I(into), I(from));
}

static struct rows *
segment_rows(struct req *r)
{
	return db_stream(r,
		SQL("SELECT o.id, o.titre, s.description, s.partage, s.conditions, o.cree_par,"
		    " o.cree_le, s.utilise_le"
		    " FROM segment s JOIN objet o ON o.id = s.id ORDER BY o.id"));
}

const struct genre segment_genre = {
	"segment",
	"Segment",
	"Segments",
	"filter",
	"/annuaire/segments",
	NULL,
	0,
	.fusionne = segment_give,
	.lignes = segment_rows,
};
