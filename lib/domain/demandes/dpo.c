/* dpo.c - who is in charge of the protection of data */

#include "base/text.h"
#include "domain/demandes/dpo.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/reglage.h"

/* Say Dpo.nom, .adresse, .initiales and, for public pages, Site.dpo: none where nobody is named. */
void
dpo_say(struct req *r)
{
	const char *nom = reglage(r, "dpo.nom", ""), *adresse = reglage(r, "dpo.adresse", "");

	nom = arena_strdup(&r->mem, nom);
	say(r, "Dpo.nom", nom);
	say(r, "Dpo.adresse", adresse);
	say(r, "Dpo.initiales", text_initials(&r->mem, nom, ""));
	if (*adresse != '\0')
		say(r, "Site.dpo", adresse);
}

void
dpo_set(struct req *r, const char *nom, const char *adresse)
{
	reglage_set(r, "dpo.nom", nom);
	reglage_set(r, "dpo.adresse", adresse);
}

/* A mail of that kind, with what was said; nothing where nobody is named. */
void
dpo_tell(struct req *r, const char *genre)
{
	const char *adresse = reglage(r, "dpo.adresse", "");

	if (*adresse == '\0')
		return;
	say(r, "Courriel.prenom", "");
	courriel_queue(r, 0, arena_strdup(&r->mem, adresse), genre);
}
