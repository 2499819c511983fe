/* fil.c - what one may do with any objet: reach it, react, follow, say that one has read it */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/fil/publication.h"
#include "domain/notifications/abonnement.h"
#include "domain/objets/adresse.h"
#include "domain/objets/reaction.h"
#include "domain/socle/genre.h"
#include "fil/page.h"
#include "net/live.h"
#include "web/form.h"
#include "web/reply.h"

/* Say "objet" (supprime: it could be taken away, and the search has no words of it), and what the
 * reader may do with it: mien, contribue, gere; its own page (url) and, of a comment, that of what
 * it speaks of.  False: there is none for the reader. */
bool
fil_load(struct req *r, int64_t id)
{
	const struct genre *g;
	int64_t sur;

	if (!db_one(r, "objet",
		    SQL("SELECT o.id, o.genre, o.titre AS nom, o.titre, COALESCE(x.texte,"
			" '') AS texte, o.cadre_id, o.cree_par = ? AS mien, " MAY("o",
				"2") " AS"
				     " contribue, " MANAGES(
					     "o") " AS gere, COALESCE(k.sur_id, 0) AS sur_id,"
						  " s.genre AS sur_genre,"
						  " x.objet_id IS NULL AND FIND_IN_SET(o.genre,"
						  " ?) AS supprime,"
						  " g.archive_le IS NOT NULL AS fige"
						  " FROM objet o LEFT JOIN commentaire k ON k.id ="
						  " o.id"
						  " LEFT JOIN recherche x ON x.objet_id = o.id"
						  " LEFT JOIN objet s ON s.id = k.sur_id"
						  " LEFT JOIN objet g ON g.id = o.cadre_id"
						  " WHERE o.id = ? AND " SEES("o")),
		    I(r->user.id), ME(r), ME(r), S(genres_that(r, SIGNALE)), I(id), ME(r)))
		return false;
	if ((g = genre_find(said(r, "objet.genre"))) != NULL && g->mots != NULL)
		g->mots(r, id);
	sur = said_id(r, "objet.sur_id");
	say(r, "objet.url",
		sur == 0 ?
			adresse(r, said(r, "objet.genre"), id, said_id(r, "objet.cadre_id")) :
			adresse(r, said(r, "objet.sur_genre"), sur, said_id(r, "objet.cadre_id")));
	return true;
}

/* Is that flag of "objet" up, in a group that is not archived? */
bool
fil_is(struct req *r, const char *flag)
{
	return said_int(r, arena_printf(&r->mem, "objet.%s", flag)) != 0 &&
		said_int(r, "objet.fige") == 0;
}

/* Pages that show it, or what it speaks of, ask again: so does the feed of its group. */
void
fil_tell(struct req *r)
{
	static const char *const shown[] = { "objet.id", "objet.sur_id", "objet.cadre_id" };

	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (said_id(r, shown[i]) != 0)
			live_tell_objet(r, said_id(r, shown[i]));
}

/* Back to where the reader was (retour), or to the page of the objet; ANCHOR may be "". */
int
fil_back(struct req *r, const char *fait, const char *anchor)
{
	const char *to = local_path(r, param(r, "retour"));

	if (to == NULL || *param(r, "retour") == '\0')
		to = said(r, "objet.url");
	to = arena_printf(&r->mem, "%.*s", (int) strcspn(to, "#"), to);
	if (*fait != '\0')
		to = arena_printf(&r->mem, "%s%cfait=%s", to, strchr(to, '?') ? '&' : '?', fait);
	return redirect(r, "%s%s", to, anchor);
}

static int
fil_reach(struct req *r)
{
	if (!fil_load(r, caught_id(r, 0)))
		return not_found(r);
	return redirect(r, "%s%s", said(r, "objet.url"),
		*said(r, "objet.sur_genre") != '\0' ?
			arena_printf(&r->mem, "#c-%s", said(r, "objet.id")) :
			"");
}

/* Reacting takes no more than seeing, where the thing is open to it. */
static int
fil_react(struct req *r)
{
	int64_t id = caught_id(r, 0);
	long genre = strtol(param(r, "genre"), NULL, 10);
	const struct genre *g;

	if (!fil_load(r, id) || said_int(r, "objet.supprime") != 0)
		return not_found(r);
	if (genre < 1 || genre > REACTIONS)
		return refuse(r, 400);
	g = genre_find(said(r, "objet.genre"));
	if (said_int(r, "objet.fige") != 0 || (g != NULL && g->reagit != NULL && !g->reagit(r, id)))
		return forbidden(r);
	reaction_toggle(r, id, (int) genre);
	fil_tell(r);
	return fil_back(r, "", arena_printf(&r->mem, "#r%" PRId64 "-%ld", id, genre));
}

static int
fil_follow(struct req *r)
{
	int64_t id = caught_id(r, 0);
	const char *etat = param(r, "etat");

	if (!fil_load(r, id))
		return not_found(r);
	abonnement_set(r, id, r->user.id,
		strcmp(etat, "suivre") == 0       ? SUIVI :
			strcmp(etat, "muet") == 0 ? MUET :
						    NI_SUIVI_NI_MUET);
	return fil_back(r, "suivi", "");
}

static int
fil_read(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!fil_load(r, id))
		return not_found(r);
	publication_read(r, id);
	return fil_back(r, "lu", "");
}

static const struct route routes[] = {
	{ GET, ":id", PROSPECT, fil_reach },
	{ POST, ":id/reactions", PROSPECT, fil_react },
	{ POST, ":id/suivre", PROSPECT, fil_follow },
	{ POST, ":id/lu", PROSPECT, fil_read },
	{ 0 },
};

extern const struct route fil_ecrire_routes[], fil_moderer_routes[];

const struct area fil_area = { "fil", ROUTES(routes, fil_ecrire_routes, fil_moderer_routes) };
