/* fiche.c - one event: its page */

#include <inttypes.h>

#include "agenda/agenda.h"
#include "base/text.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/texte.h"
#include "web/reply.h"
#include "web/route.h"

/* Say the event of the address as "evenement", for who has that right on it: 0, or the status to
 * answer. */
int
agenda_load(struct req *r, int droit)
{
	if (!db_one(r, "evenement",
		    SQL("SELECT o.id, o.titre, o.cree_par AS auteur_id, o.liste_id, e.groupe_id,"
			" e.organisateur_id, e.type, e.texte, e.lieu, e.code_postal, e.lien,"
			" e.debut, e.fin, e.journee, e.rrule, e.visibilite, e.etat, e.motif,"
			" e.mode, e.inscriptions, e.cloture, e.places, e.reserve, e.invites_max,"
			" e.delai_h, e.retrait_h, COALESCE((SELECT MAX(a.droit) FROM acces a"
			" JOIN contact_public p ON p.public_id = a.public_id"
			" WHERE a.liste_id = o.liste_id AND p.contact_id = ?), 0) AS droit"
			" FROM evenement e JOIN objet o ON o.id = e.id"
			" WHERE e.id = ? AND e.supprime_le IS NULL AND " SEES("o")),
		    I(r->user.id), I(caught_id(r, 0)), ME(r)))
		return not_found(r);
	return said_int(r, "evenement.droit") >= droit ? 0 : forbidden(r);
}

static int
agenda_fiche(struct req *r)
{
	int refused = agenda_load(r, VOIR);
	int64_t id = caught_id(r, 0);

	if (refused != 0)
		return refused;
	say(r, "evenement.texteHtml", texte_html(r, said(r, "evenement.texte")));
	etiquette_dress(r, id);
	say(r, "Retour", arena_printf(&r->mem, "/agenda/%" PRId64, id));
	commentaire_say(r, id, param(r, "avant"), said(r, "Retour"));
	title(r, "%s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "agenda/fiche.cs");
}

const struct route agenda_fiche_routes[] = {
	{ GET, ":id", PROSPECT, agenda_fiche },
	{ 0 },
};
