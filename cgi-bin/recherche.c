/* recherche.c - one box over everything that the reader may see */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces.h"
#include "domain/groupe.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 15, MOST = 1000 };

static const struct {
	const char *genre, *titre, *url;
} genres[] = {
	{ "contact", "Personnes", "/contacts" },
	{ "groupe", "Groupes", "/groupes" },
};

static void
say_row(struct req *r, HDF *row)
{
	const char *genre = hdf_get_value(row, "genre", ""),
		   *titre = hdf_get_value(row, "titre", "");
	const char *space = strchr(titre, ' ');

	for (size_t i = 0; i < sizeof genres / sizeof *genres; i++)
		if (strcmp(genres[i].genre, genre) == 0)
			hdf_say(row, "url",
				arena_printf(&r->mem, "%s/%s", genres[i].url,
					hdf_get_value(row, "id", "")));
	hdf_say_int(row, "teinte", text_hue(strtoll(hdf_get_value(row, "id", "0"), NULL, 10)));
	hdf_say(row, "initiales",
		strcmp(genre, "groupe") == 0 ?
			groupe_sigle(r, titre) :
			text_initials(&r->mem, titre, space != NULL ? space + 1 : ""));
}

static const char *
link_to(struct req *r, const char *genre, int64_t n)
{
	return arena_printf(&r->mem, "/recherche?q=%s&genre=%s&page=%" PRId64,
		url_escape(r, param(r, "q")), genre, n);
}

static void
say_genres(struct req *r, const char *genre)
{
	for (size_t i = 0; i <= sizeof genres / sizeof *genres; i++) {
		HDF *row = hdf_node(r, arena_printf(&r->mem, "Filtre.genres.%zu", i));
		const char *one = i == 0 ? "" : genres[i - 1].genre;

		hdf_say(row, "libelle", i == 0 ? "Tout" : genres[i - 1].titre);
		hdf_say(row, "url", link_to(r, one, 1));
		if (strcmp(one, genre) == 0)
			hdf_say(row, "ici", "1");
	}
}

static void
say_pager(struct req *r, const char *genre, int64_t here, int64_t total)
{
	int64_t last = (total + PAR - 1) / PAR;

	for (int64_t i = 1; i <= last && i <= 9; i++) {
		HDF *p = hdf_node(r, arena_printf(&r->mem, "Pager.pages.%" PRId64, i - 1));

		hdf_say_int(p, "numero", i);
		hdf_say(p, "url", link_to(r, genre, i));
		if (i == here)
			hdf_say(p, "ici", "1");
	}
	if (here > 1)
		say(r, "Pager.precedente", link_to(r, genre, here - 1));
	if (here < last)
		say(r, "Pager.suivante", link_to(r, genre, here + 1));
}

static void
find(struct req *r, const char *asked, const char *genre, int64_t here)
{
	int64_t total = db_int(r,
		SQL("SELECT COUNT(*) FROM (SELECT 1 FROM recherche x JOIN objet o ON o.id = x.objet_id"
		    " WHERE MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE) AND (? OR o.genre = ?)"
		    " AND o.archive_le IS NULL AND " SEES("o") " LIMIT 1000) n"),
		S(asked), I(*genre == '\0'), S(genre), ME(r));

	db_list(r, "items",
		SQL("SELECT o.id, o.genre, o.titre FROM recherche x JOIN objet o ON o.id = x.objet_id"
		    " WHERE MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE) AND (? OR o.genre = ?)"
		    " AND o.archive_le IS NULL AND " SEES(
			    "o") " ORDER BY MATCH (x.titre) AGAINST (? IN BOOLEAN MODE) DESC,"
				 " MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE) DESC, o.id LIMIT 15 OFFSET ?"),
		S(asked), I(*genre == '\0'), S(genre), ME(r), S(asked), S(asked),
		I((here - 1) * PAR));
	for (HDF *row = hdf_get_obj(r->hdf, "items.0"); row != NULL; row = hdf_obj_next(row))
		say_row(r, row);
	say_int(r, "total", total);
	say(r, "Filtre.total_texte",
		arena_printf(&r->mem,
			total == 0            ? "Aucun résultat" :
				total == 1    ? "1 résultat" :
				total == MOST ? "Plus de %" PRId64 " résultats" :
						"%" PRId64 " résultats",
			total));
	say_pager(r, genre, here, total);
}

static int
recherche_show(struct req *r)
{
	const char *asked = text_query(&r->mem, param(r, "q")), *genre = param(r, "genre");
	int64_t here = strtoll(param(r, "page"), NULL, 10);

	if (here < 1 || here > MOST / PAR + 1)
		here = 1;
	say(r, "Filtre.q", param(r, "q"));
	say_int(r, "page", here);
	if (*asked != '\0') {
		find(r, asked, genre, here);
	} else {
		say_int(r, "total", 0);
		hdf_node(r, "items");
		hdf_set_attr(r->hdf, "items", "t", "a");
	}
	say_genres(r, genre);
	title(r, "Recherche");
	return page(r, "recherche/index.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, recherche_show },
	{ 0 },
};

const struct area recherche_area = { "recherche", routes };
