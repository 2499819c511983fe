/* lettre_audience.c - to whom a letter goes: publics by their keys, and segments */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/annuaire/segment.h"
#include "domain/lettres/lettre_audience.h"

/* Keys that stand for publics of the rights: each GENRE:CLE, apart by spaces. */
static const struct fixed {
	const char *cle, *titre, *publics;
} fixed[] = {
	{ "benevoles", "Les bénévoles et l’équipe salariée", "statut:confirme type:salarie" },
	{ "tous", "Tout le monde, sympathisant-e-s compris",
		"statut:confirme type:salarie statut:prospect" },
	{ "sympathisants", "Les sympathisant-e-s", "statut:prospect" },
	{ "siege", "L’équipe salariée", "type:salarie" },
	{ 0 },
};

/* Keys that name one: what follows the dash is the public's key; its title is that of a group, or
 * of a choice. */
static const struct named {
	const char *prefix, *genre;
} named[] = { { "groupe-", "groupe" }, { "benevolat-", "benevolat" }, { 0 } };

/* The segment of "segment:ID"; 0: it is none. */
int64_t
audience_segment(const char *audience)
{
	return strncmp(audience, "segment:", 8) == 0 ? strtoll(audience + 8, NULL, 10) : 0;
}

static const struct fixed *
find_fixed(const char *cle)
{
	for (const struct fixed *f = fixed; f->cle != NULL; f++)
		if (strcmp(f->cle, cle) == 0)
			return f;
	return NULL;
}

static int64_t
find_public(struct req *r, const char *genre, const char *cle)
{
	return db_int(
		r, SQL("SELECT id FROM public WHERE genre = ? AND cle = ?"), S(genre), S(cle));
}

static const char *
fixed_publics(struct req *r, const struct fixed *f)
{
	const char *all = "";

	for (const char *s = f->publics; *s != '\0'; s += *s == ' ') {
		size_t genre = strcspn(s, ":"), len = strcspn(s, " ");
		int64_t id = find_public(r, arena_printf(&r->mem, "%.*s", (int) genre, s),
			arena_printf(&r->mem, "%.*s", (int) (len - genre - 1), s + genre + 1));

		all = arena_printf(&r->mem, "%s%s%" PRId64, all, *all != '\0' ? "," : "", id);
		s += len;
	}
	return all;
}

/* The publics of "public:CLE" by their ids, apart by commas; NULL: no such public. */
const char *
audience_publics(struct req *r, const char *audience)
{
	const char *cle = audience + 7;
	const struct fixed *f;

	if (strncmp(audience, "public:", 7) != 0)
		return NULL;
	if ((f = find_fixed(cle)) != NULL)
		return fixed_publics(r, f);
	for (const struct named *n = named; n->prefix != NULL; n++)
		if (strncmp(cle, n->prefix, strlen(n->prefix)) == 0) {
			int64_t id = find_public(r, n->genre, cle + strlen(n->prefix));

			return id != 0 ? arena_printf(&r->mem, "%" PRId64, id) : NULL;
		}
	return NULL;
}

/* What that audience is called; NULL: it is gone, or the reader may not use it. */
const char *
audience_title(struct req *r, const char *audience)
{
	int64_t segment = audience_segment(audience);
	const struct fixed *f;
	struct segment s;

	if (segment != 0)
		return segment_load(r, segment, &s) ? s.nom : NULL;
	if (strncmp(audience, "public:", 7) != 0)
		return NULL;
	if ((f = find_fixed(audience + 7)) != NULL)
		return f->titre;
	for (const struct named *n = named; n->prefix != NULL; n++)
		if (strncmp(audience + 7, n->prefix, strlen(n->prefix)) == 0)
			return db_string(r,
				SQL("SELECT p.titre FROM public p WHERE p.genre = ? AND p.cle = ?"
				    " AND " PUBLIC_SEEN("p")),
				S(n->genre), S(audience + 7 + strlen(n->prefix)), ME(r));
	return NULL;
}

static void
offer(struct req *r, const char *name, int *n, const char *valeur, const char *libelle,
	const char *chosen)
{
	struct row *o = row_nth(r, name, (*n)++);

	row_say(o, "valeur", valeur);
	row_say(o, "libelle", libelle);
	if (strcmp(valeur, chosen) == 0)
		row_say(o, "choisi", "1");
}

/* Say NAME.N.{valeur, libelle, choisi}: the audiences that the reader may choose, publics first.
 * How many. */
int
audience_offer(struct req *r, const char *name, const char *chosen)
{
	int n = 0;
	struct rows *rows;

	for (const struct fixed *f = fixed; f->cle != NULL; f++)
		offer(r, name, &n, arena_printf(&r->mem, "public:%s", f->cle), f->titre, chosen);
	rows = db_rows(r,
		SQL("SELECT CONCAT('public:', IF(p.genre = 'groupe', 'groupe-', 'benevolat-'),"
		    " p.cle), p.titre FROM public p LEFT JOIN objet og ON p.genre = 'groupe'"
		    " AND og.id = p.cle"
		    " WHERE p.genre IN ('benevolat', 'groupe') AND (p.genre = 'benevolat'"
		    " OR (og.archive_le IS NULL AND " SEES(
			    "og") ")) ORDER BY p.genre, p.titre LIMIT 300"),
		ME(r));
	while (db_next(rows, &r->mem))
		offer(r, name, &n, arena_strdup(&r->mem, db_text(rows, 0)),
			arena_strdup(&r->mem, db_text(rows, 1)), chosen);
	rows = db_rows(r,
		SQL("SELECT CONCAT('segment:', o.id), o.titre FROM objet o"
		    " JOIN segment s ON s.id = o.id WHERE o.genre = 'segment'"
		    " AND o.archive_le IS NULL AND " SEGMENT_SEES " ORDER BY o.titre LIMIT 200"),
		SEGMENT_ME(r));
	while (db_next(rows, &r->mem))
		offer(r, name, &n, arena_strdup(&r->mem, db_text(rows, 0)),
			arena_strdup(&r->mem, db_text(rows, 1)), chosen);
	return n;
}
