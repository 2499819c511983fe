/* veille.c - what administrators are told of dumps, once each way
 *
 * That there is none, or that none was restored for a trial, is seen by essaim-service
 * (controle_garde.c), which runs when they do not.
 */

#include "base/json.h"
#include "domain/crm/alarme.h"
#include "domain/sauvegarde/veille.h"
#include "domain/socle/journal.h"

/* Write what became of QUOI, if it has turned: templates/courriel/sauvegarde_souci says each. */
static void
tell(struct req *r, const char *quoi, bool wrong)
{
	if (!alarme_turned(r, arena_printf(&r->mem, "alarme_sauvegarde_%s", quoi), wrong))
		return;
	say(r, "Courriel.quoi", quoi);
	alarme_tell(r, wrong ? "sauvegarde_souci" : "sauvegarde_retour");
	journal(r, wrong ? "sauvegarde.souci" : "sauvegarde.retour", 0, NULL,
		json_made(&r->mem, JS("quoi", quoi)));
}

/* The dump NOM is in the second place, or not, WRONG says why.  In a transaction. */
void
veille_copie(struct req *r, const char *nom, const char *wrong)
{
	say(r, "Courriel.nom", nom);
	say(r, "Courriel.pourquoi", wrong);
	tell(r, "copie", wrong != NULL);
}

/* The dump NOM was restored for a trial, or not, WRONG says why.  In a transaction. */
void
veille_essai(struct req *r, const char *nom, const char *wrong)
{
	say(r, "Courriel.nom", nom);
	say(r, "Courriel.pourquoi", wrong);
	tell(r, "essai", wrong != NULL);
}
