/* recherche.c - words, or "words in quotes", in what one group holds, the newest first */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/objets/adresse.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/extrait.h"
#include "domain/socle/genre.h"
#include "groupes/groupes.h"
#include "web/form.h"
#include "web/reply.h"

enum { PAR = 12, GARDEES = 10 };

static void
dress(struct req *r, struct row *row)
{
	ecrit_say_author(r, row);
	ecrit_say_when(r, row, "cree_le", "quand");
	extrait_say(r, row, row_text(row, "texte"), param(r, "q"));
	genre_dress(r, row);
}

/* Say gardees.N.{q, url}: what who asks keeps searching here; gardee: it is what ?q asks. */
static void
say_kept(struct req *r, int64_t id)
{
	db_list(r, "gardees",
		SQL("SELECT q FROM recherche_gardee WHERE contact_id = ? AND groupe_id = ?"
		    " ORDER BY q"),
		I(r->user.id), I(id));
	for (struct row *k = row_first(r, "gardees"); k != NULL; k = row_next(k)) {
		const char *q = row_text(k, "q");

		row_say(k, "url",
			arena_printf(&r->mem, "/groupes/%" PRId64 "/recherche?q=%s", id,
				url_escape(r, q)));
		if (strcmp(q, param(r, "q")) == 0)
			say(r, "gardee", "1");
	}
}

/* Keep the search ?q of this group, or drop it (faire=oublier). */
static int
groupes_keep_search(struct req *r)
{
	int64_t id = caught_id(r, 0);
	const char *q = "";
	const struct field fields[] = { { "q", LINE(&q), REQUIRED, .max = 200 }, { 0 } };

	if (!groupes_load(r, id, "recherche") || groupes_droit(r) < VOIR)
		return not_found(r);
	if (!form_read(r, fields))
		return refuse(r, 400);
	if (strcmp(param(r, "faire"), "oublier") == 0)
		db_exec(r,
			SQL("DELETE FROM recherche_gardee WHERE contact_id = ? AND groupe_id = ?"
			    " AND q = ?"),
			I(r->user.id), I(id), S(q));
	else
		db_exec(r,
			SQL("INSERT IGNORE INTO recherche_gardee (contact_id, groupe_id, q)"
			    " SELECT ?, ?, ? FROM DUAL"
			    " WHERE (SELECT COUNT(*) FROM recherche_gardee WHERE contact_id = ?"
			    " AND groupe_id = ?) < ?"),
			I(r->user.id), I(id), S(q), I(r->user.id), I(id), I(GARDEES));
	return redirect(r, "/groupes/%" PRId64 "/recherche?q=%s", id, url_escape(r, q));
}

/* Say items.N: posts, polls, comments and tasks of the group that answer ?q, from before ?avant. */
static void
find(struct req *r, int64_t id)
{
	const char *asked = text_query(&r->mem, param(r, "q"));
	int64_t avant = strtoll(param(r, "avant"), NULL, 10);
	int n;

	say(r, "Filtre.q", param(r, "q"));
	say(r, "Partout", arena_printf(&r->mem, "/recherche?q=%s", url_escape(r, param(r, "q"))));
	say_kept(r, id);
	say_list(r, "items");
	if (*asked == '\0' || groupes_droit(r) < VOIR)
		return;
	n = db_list(r, "items",
		SQL("SELECT o.id, o.genre, o.titre, o.cree_le, o.cadre_id, o.cree_par AS auteur_id,"
		    " c.prenom, c.nom, x.texte FROM recherche x JOIN objet o ON o.id = x.objet_id"
		    " LEFT JOIN contact c ON c.id = o.cree_par"
		    " WHERE MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE)"
		    " AND o.cadre_id = ? AND o.id < ? AND FIND_IN_SET(o.genre, ?) AND " SEES(
			    "o") " ORDER BY o.id DESC LIMIT 13"),
		S(asked), I(id), I(avant > 0 ? avant : INT64_MAX),
		S(genres_that(r, CHERCHE | ECRIT)), ME(r));
	if (n > PAR) {
		unsay(r, "items.12");
		say(r, "Suite",
			arena_printf(&r->mem, "/groupes/%" PRId64 "/recherche?q=%s&avant=%s", id,
				url_escape(r, param(r, "q")), said(r, "items.11.id")));
	}
	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row))
		dress(r, row);
}

static int
groupes_search(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "fil"))
		return not_found(r);
	find(r, id);
	return groupes_page(r, "groupes/recherche.cs");
}

const struct route groupes_recherche_routes[] = {
	{ GET, ":id/recherche", PROSPECT, groupes_search },
	{ POST, ":id/recherche", PROSPECT, groupes_keep_search },
	{ 0 },
};
