/* bord.c - of whom the figures are, and where each leads */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact.h"
#include "domain/droit.h"
#include "domain/filtre_mesure.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/reply.h"

/* Does the reader see all the people of the scope (GROUPE 0: everybody) and their figures, so that
 * a figure and its list agree? */
bool
bord_follows(struct req *r, int64_t groupe)
{
	static const char *const domaines[] = { "tableau", "contacts", "prospects" };

	for (size_t i = 0; i < sizeof domaines / sizeof *domaines; i++)
		if (droit(r, domaines[i]) < PARTOUT &&
			(groupe == 0 || !droit_sur(r, domaines[i], groupe)))
			return false;
	return true;
}

/* The level at which the reader reads the fields of everybody in the scope. */
static int
level(struct req *r, const struct bord *b)
{
	if (!b->follows)
		return 1;
	if (r->user.level >= STAFF)
		return contact_level(r);
	return b->groupe != 0 && droit_sur(r, "fiches", b->groupe) ? 3 : 1;
}

/* The scope that ?groupe= asks for; false: a group that is not there, or not for this reader. */
bool
bord_read(struct req *r, struct bord *b)
{
	*b = (struct bord) { .groupe = strtoll(param(r, "groupe"), NULL, 10),
		.titre = "Toute la France",
		.modele = modele(r) };
	if (b->groupe != 0)
		b->titre = db_string(r,
			SQL("SELECT o.titre FROM groupe g JOIN objet o ON o.id = g.id WHERE g.id = ? AND " SEES(
				"o")),
			I(b->groupe), ME(r));
	if (b->titre == NULL)
		return false;
	b->follows = bord_follows(r, b->groupe);
	b->level = level(r, b);
	return true;
}

int64_t
bord_n(const struct bord *b, const char *axe, const char *cle)
{
	return tableau_n(b->t, b->groupe, axe, cle);
}

/* May the reader ask the directory by the criterion CLE, of everybody in the scope? */
bool
bord_may(struct req *r, const struct bord *b, const char *cle)
{
	const struct champ *c = mesure_find(r, b->modele, cle);

	if (c == NULL)
		c = champ_find(b->modele, cle);
	return b->follows && c != NULL && c->lecture <= b->level;
}

/* PATH for the same scope. */
const char *
bord_here(struct req *r, const struct bord *b, const char *path)
{
	return b->groupe == 0 ? path : arena_printf(&r->mem, "%s?groupe=%" PRId64, path, b->groupe);
}

/* The list of the directory that QUERY describes in this scope; NULL: not for this reader. */
const char *
bord_list(struct req *r, const struct bord *b, const char *query)
{
	if (!b->follows)
		return NULL;
	return b->groupe == 0 ?
		arena_printf(&r->mem, "/annuaire?%s", query) :
		arena_printf(&r->mem, "/annuaire?%s&par-groupe=%" PRId64, query, b->groupe);
}

/* The list of who arrived (WHAT is par-arrivee) or left at the time WHEN; MORE is asked besides,
 * among who is there today. */
const char *
bord_moment(
	struct req *r, const struct bord *b, const char *what, const char *when, const char *more)
{
	if (!bord_may(r, b, what) || (more == NULL && b->level < LEVEL_STAFF))
		return NULL;
	if (b->groupe == 0)
		return arena_printf(&r->mem, "/annuaire?%s=%s%s%s", what, when,
			more != NULL ? "&" : "", more != NULL ? more : "");
	return more == NULL ?
		arena_printf(&r->mem, "/annuaire?%s=%s:%" PRId64, what, when, b->groupe) :
		arena_printf(&r->mem, "/annuaire?%s=%s:%" PRId64 "&%s&par-groupe=%" PRId64, what,
			when, b->groupe, more, b->groupe);
}

/* "1 042", with narrow spaces that do not break. */
const char *
bord_number(struct req *r, int64_t n)
{
	return text_number(&r->mem, n);
}

/* One figure under AT: its words, the number, the list it counts. */
HDF *
bord_figure(struct req *r, const char *at, const char *libelle, int64_t n, const char *url)
{
	HDF *f = hdf_node(r, at);

	hdf_say(f, "libelle", libelle);
	hdf_say_int(f, "n", n);
	hdf_say(f, "texte", bord_number(r, n));
	if (url != NULL)
		hdf_say(f, "url", url);
	return f;
}

static void
option(struct req *r, int n, int64_t id, const char *titre, bool chosen)
{
	HDF *o = hdf_node(r, arena_printf(&r->mem, "Perimetre.%d", n));

	hdf_say(o, "valeur", id == 0 ? "" : arena_printf(&r->mem, "%" PRId64, id));
	hdf_say(o, "libelle", titre);
	if (chosen)
		hdf_say(o, "choisi", "1");
}

/* Everybody, the groups of the reader, and the group that is shown. */
static void
say_scopes(struct req *r, const struct bord *b)
{
	struct rows *mine = db_rows(r,
		SQL("SELECT o.id, o.titre FROM membre m JOIN objet o ON o.id = m.groupe_id WHERE m.contact_id = ?"
		    " AND m.fin IS NULL AND o.archive_le IS NULL GROUP BY o.id ORDER BY o.titre LIMIT 12"),
		I(r->user.id));
	bool seen = b->groupe == 0;
	int n = 0;

	option(r, n++, 0, "Toute la France", b->groupe == 0);
	while (db_next(mine, &r->mem)) {
		seen = seen || db_num(mine, 0) == b->groupe;
		option(r, n++, db_num(mine, 0), arena_strdup(&r->mem, db_text(mine, 1)),
			db_num(mine, 0) == b->groupe);
	}
	if (!seen)
		option(r, n, b->groupe, b->titre, true);
}

/* The day of the first sync, while it is among the months shown: what was there before it began
 * nobody knows when. */
static void
say_first_sync(struct req *r, const struct bord *b)
{
	const char *day = db_string(r,
		SQL("SELECT DATE(MIN(fin)) FROM sync_tour WHERE etat = 'fait' AND nb_crees > 0"));

	if (day != NULL && strcmp(day, b->t->debut) >= 0)
		say(r, "depart", text_day(&r->mem, day));
}

/* What every page of the dashboard says: of whom, of when. */
void
bord_say(struct req *r, const struct bord *b)
{
	say(r, "perimetre", b->titre);
	if (b->groupe != 0) {
		say_int(r, "groupe", b->groupe);
		say(r, "Bord.suffixe", arena_printf(&r->mem, "?groupe=%" PRId64, b->groupe));
	}
	say(r, "moment", strchr(text_moment(&r->mem, b->t->moment), ' ') + 1);
	if (r->format == HTML) {
		say_scopes(r, b);
		say_first_sync(r, b);
	}
}
