/* bonjour.c - a greeting in a group: the least that an area with a kind of objet takes */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/fil/publication.h"
#include "domain/groupes/groupe.h"
#include "domain/notifications/notif.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/fichier.h"
#include "domain/objets/reaction.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
bonjour_show(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!db_one(r, "bonjour",
		    SQL("SELECT o.id, o.titre, b.texte, 1 + " MAY("o", "2") " + " MANAGES(
			    "o") " AS droit FROM bonjour b JOIN objet o ON o.id = b.id"
				 " WHERE b.id = ?"
				 " AND " SEES("o")),
		    ME(r), ME(r), I(id), ME(r)))
		return not_found(r);
	say(r, "bonjour.corpsHtml", texte_html(r, said(r, "bonjour.texte")));
	etiquette_dress(r, id);
	fichier_list(r, "fichiers", id);
	commentaire_say(r, id, param(r, "avant"), arena_printf(&r->mem, "/bonjour/%" PRId64, id));
	title(r, "%s", said(r, "bonjour.titre"));
	return page(r, "bonjour/index.cs");
}

static int
bonjour_create(struct req *r)
{
	const char *titre = "", *texte = "";
	int64_t groupe = 0, id;
	const struct field fields[] = {
		{ "groupe", ID(&groupe), REQUIRED },
		{ "titre", LINE(&titre), REQUIRED, .max = ECRIT_TITRE },
		{ "texte", TEXT(&texte), .max = ECRIT_LONG },
		{ 0 },
	};

	if (!form_read(r, fields) || fichiers_refused(r, "fichiers") != NULL)
		return refuse(r, 400);
	if (publication_droit(r, groupe) < CONTRIBUER)
		return forbidden(r);
	id = ecrit_objet(r, "bonjour", titre, groupe, groupe_contenu_liste(r, groupe));
	db_exec(r, SQL("INSERT INTO bonjour (id, texte) VALUES (?, ?)"), I(id), S(texte));
	genre_find("bonjour")->indexe(r, id);
	fichiers_store(r, "fichiers", id);
	journal(r, "bonjour.cree", id, NULL, NULL);
	notif_to_members(r,
		notif_event(r, "bonjour", id, arena_printf(&r->mem, "/bonjour/%" PRId64, id),
			arena_printf(&r->mem, "%s vous dit bonjour", r->user.prenom)),
		groupe);
	return redirect(r, "/bonjour/%" PRId64, id);
}

static const struct route routes[] = {
	{ GET, ":id", PROSPECT, bonjour_show },
	{ POST, "nouveau", PROSPECT, bonjour_create },
	{ 0 },
};

const struct area bonjour_area = { "bonjour", ROUTES(routes) };
