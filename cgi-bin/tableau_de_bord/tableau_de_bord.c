/* tableau_de_bord.c - the dashboard: how many people, of what kind, where, since when */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/annuaire/filtre_mesure.h"
#include "domain/contacts/contact.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/reply.h"
#include "web/route.h"

enum { TYPES = 8, GROUPES = 4 };

/* "8 missions / 6 people" as "1,33". */
static const char *
ratio(struct req *r, int64_t n, int64_t of)
{
	int64_t hundredths = of > 0 ? (n * 100 + of / 2) / of : 0;

	return arena_printf(&r->mem, "%" PRId64 ",%02" PRId64, hundredths / 100, hundredths % 100);
}

static void
say_tiles(struct req *r, const struct bord *b)
{
	int64_t people = bord_n(b, "profil", "benevole"),
		missions = bord_n(b, "missions", "toutes"), accounts = bord_n(b, "compte", "oui"),
		waiting = bord_n(b, "reponse", "attente"), fresh = bord_n(b, "neuf", "neuf");
	struct row *f;

	bord_figure(r, "chiffres.benevoles", "bénévoles", people,
		bord_list(r, b, "par-profil=benevole"));
	f = bord_figure(r, "chiffres.neufs", "arrivées", fresh,
		bord_moment(r, b, "par-arrivee", b->t->depuis, "par-profil=benevole"));
	row_say(f, "depuis", text_day(&r->mem, b->t->depuis));
	f = bord_figure(r, "chiffres.missions", "missions", missions,
		b->follows ? bord_here(r, b, "/tableau-de-bord/missions") : NULL);
	row_say(f, "moyenne", ratio(r, missions, people));
	f = bord_figure(r, "chiffres.comptes", "comptes créés", accounts,
		bord_list(r, b, "par-profil=benevole&par-compte=oui"));
	row_say_int(f, "sur", people);
	row_say_int(f, "part", people > 0 ? accounts * 100 / people : 0);
	bord_figure(r, "chiffres.prospects", "prospects", bord_n(b, "profil", "prospect"),
		bord_list(r, b, "par-profil=prospect"));
	bord_figure(r, "chiffres.attente", "sans réponse", waiting,
		bord_list(r, b, "par-reponse=attente"));
}

/* The types that count most, each with who came since. */
static void
say_types(struct req *r, const struct bord *b)
{
	const struct champ *c = champ_find(b->modele, "types_benevolat");
	bool done[100] = { false };
	int64_t most = 0;

	for (unsigned n = 0; c != NULL && n < TYPES; n++) {
		int64_t best = 0, fresh;
		unsigned at = 0;
		const char *value, *query, *place = arena_printf(&r->mem, "types.%u", n);

		for (unsigned i = 0; i < c->n_options && i < 100; i++) {
			int64_t k = done[i] ? 0 : bord_n(b, "type", c->options[i].valeur);

			if (k > best)
				best = k, at = i;
		}
		if (best == 0)
			break;
		done[at] = true;
		most = n == 0 ? best : most;
		value = c->options[at].valeur;
		query = arena_printf(
			&r->mem, "types_benevolat=%s&par-profil=benevole", url_escape(r, value));
		row_say_int(
			bord_figure(r, place, c->options[at].libelle, best, bord_list(r, b, query)),
			"sur", most);
		fresh = bord_n(b, "type_neuf", value);
		bord_figure(r, arena_printf(&r->mem, "%s.neufs", place), "arrivées", fresh,
			bord_moment(r, b, "par-arrivee", b->t->depuis, query));
	}
}

/* The figures of AXE, in the order of what the criterion CLE may be, under AT. */
static void
say_axis(struct req *r, const struct bord *b, const char *at, const char *axe, const char *cle)
{
	const struct champ *c = mesure_find(r, b->modele, cle);

	if (!bord_whole(b) && !bord_may(r, b, cle))
		return; /* of few people it would tell who is who */
	for (unsigned i = 0; i < c->n_options; i++) {
		const char *value = c->options[i].valeur;
		int64_t n = bord_n(b, axe, value);

		if (n > 0)
			bord_figure(r, arena_printf(&r->mem, "%s.%u", at, i), c->options[i].libelle,
				n,
				bord_may(r, b, cle) ?
					bord_list(r, b,
						arena_printf(&r->mem, "%s=%s&par-profil=benevole",
							cle, value)) :
					NULL);
	}
}

static void
say_statuses(struct req *r, const struct bord *b)
{
	const struct champ *c = champ_find(b->modele, "statut");

	for (unsigned i = 0, n = 0; c != NULL && i < c->n_options; i++) {
		const char *value = c->options[i].valeur;
		bool left = strcmp(value, "ancien") == 0;
		int64_t people = bord_n(b, "statut", value);

		if (people > 0 && (!left || b->groupe == 0 || b->level >= LEVEL_STAFF))
			bord_figure(r, arena_printf(&r->mem, "statuts.%u", n++),
				c->options[i].libelle, people,
				bord_may(r, b, "statut") ?
					bord_list(r, b,
						arena_printf(&r->mem, "statut=%s",
							url_escape(r, value))) :
					NULL);
	}
}

static int
tableau_de_bord_show(struct req *r)
{
	struct bord b;

	if (!bord_read(r, &b))
		return not_found(r);
	bord_count(r, &b);
	bord_say(r, &b);
	say_tiles(r, &b);
	say_types(r, &b);
	say_statuses(r, &b);
	say_axis(r, &b, "ages", "age", "par-age");
	say_axis(r, &b, "anciennetes", "anciennete", "par-anciennete");
	say_axis(r, &b, "repartition", "mission", "par-missions");
	if (bord_whole(&b) || bord_may(r, &b, "par-departement"))
		dessin_map(r, &b);
	if (bord_whole(&b) || b.follows)
		dessin_curve(r, &b);
	if (table_asked(r))
		return bord_export(r, &b);
	if (b.segment == 0)
		groupes_say(r, &b, GROUPES);
	say_int(r, "Contributions", b.follows && b.groupe == 0 && b.segment == 0);
	title(r, "Tableau de bord");
	return page(r, "tableau_de_bord/index.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, tableau_de_bord_show, .formats = CSV | XLSX },
	{ 0 },
};

extern const struct route tableau_de_bord_groupes_routes[], tableau_de_bord_listes_routes[],
	tableau_de_bord_moi_routes[];

const struct area tableau_de_bord_area = { "tableau_de_bord",
	ROUTES(routes, tableau_de_bord_groupes_routes, tableau_de_bord_listes_routes,
		tableau_de_bord_moi_routes) };
