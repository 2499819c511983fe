/* autres.c - what else hostile requests are answered */

#include <string.h>

#include "autres.h"

/* What else is answered than "here it is", "done", "mend this" or "not there", and why. */
static struct {
	const char *area, *route;
	int method, status;
	const char *why;
	bool met;
} others[] = {
	{ "annuaire", "", GET, 400, "conditions (si) that cannot be read" },
	{ "annuaire", "colonnes", GET, 400, "the same" },
	{ "annuaire", "filtres", GET, 400, "the same" },
	{ "etiquettes", ":id/fusionner", GET, 422, "a name that no tag has" },
	{ "admin", "violation", GET, 422, "what is looked for has no such hour or account" },
	{ "inscription", "", POST, 200, "says the same to everybody: a mail has left" },
	{ "connexion", "lien", POST, 200, "the same" },
	{ "connexion", "entrer", POST, 200, "a link that is of no use says so on a page" },
	{ "compte", "donnees/archive", POST, 200, "what is kept of her, as a file" },
	{ "admin", "droits/:id", POST, 200, "shows what would change, to be confirmed" },
	{ "imports", "lot", POST, 200, "nobody, or no field: the form is shown" },
	{ "imports", ":id/annuler", POST, 409, "an import that was not applied" },
	{ "groupes", ":id/membres/:c", POST, 403, "a role that is not hers to give" },
	{ "messages", ":id/retirer", POST, 403, "the message of somebody else" },
	{ "admin", "champs/:id/retirer", POST, 403, "a field of the CRM" },
	{ "fil", ":id/reactions", POST, 400, "a button has no form to show again" },
	{ "groupes", ":id/recherche", POST, 400, "the same" },
	{ "groupes", "signalements/:id", POST, 400, "the same" },
	{ "notifications", "suivre", POST, 400, "the same" },
	{ "heures", "attestation", POST, 400, "the same, of one's own years" },
	{ "actualites", ":id/accord", POST, 403, "only who is shown gives it" },
	{ "agenda", ":id/publier", GET, 409, "it is published already" },
	{ "agenda", ":id/publier", POST, 409, "the same" },
	{ "agenda", ":id/supprimer", GET, 409, "only a draft is thrown away" },
	{ "agenda", ":id/supprimer", POST, 409, "the same" },
	{ "agenda", ":id/confirmation", POST, 409, "no seat waits for her yes" },
	{ "agenda", ":id/offre", POST, 409, "the same" },
	{ "agenda", ":id/inscrits/:i", POST, 409, "decided already" },
	{ "agenda", ":id/creneaux/:creneau/retenir", POST, 409, "she did not offer to come" },
	{ "agenda", ":id/creneaux/:creneau/releve", POST, 409, "nobody of those is free" },
	{ "lettres", ":id/deprogrammer", POST, 409, "a letter that is not programmed" },
	{ "lettres", ":id/pause", POST, 409, "a letter that does not leave" },
	{ "lettres", ":id/reprendre", POST, 409, "a letter that is not held" },
	{ "lettres", ":id/arreter", POST, 409, "a letter that does not leave" },
	{ "lettres", ":id/corriger", POST, 409, "a letter that is not held" },
	{ "agenda", "pointer", GET, 303, "a code that is typed leads to its page" },
};

bool
autre_reponse(const struct route *route, const char *path, int status)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		size_t n = strlen(others[i].area);

		if (others[i].status == status && others[i].method == (int) route->method &&
			strcmp(others[i].route, route->path) == 0 &&
			strncmp(path + 1, others[i].area, n) == 0 &&
			strchr("/", path[1 + n]) != NULL)
			return others[i].met = true;
	}
	return false;
}

/* Each of them was. */
void
autres_met(void)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!others[i].met)
			t_check(false, __FILE__, __LINE__,
				arena_printf(&t.mem, "not met any more: %s %s %d", others[i].area,
					others[i].route, others[i].status));
}
