/* notif_genre.c - the kinds of notification: the one place where another is added */

#include <string.h>

#include "domain/notifications/notif.h"

const struct annonce annonces[] = {
	{ "message", "Un message vous est adressé", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.sans_compte = true, .plusieurs = "messages dans" },
	{ "mention", "Une personne vous mentionne", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .plusieurs = "mentions dans" },
	{ "reponse", "Une réponse à ce que vous suivez", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "réponses à" },
	{ "publication", "Une publication dans vos groupes", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "publications dans" },
	{ "important", "Une publication importante", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.plusieurs = "publications importantes dans" },
	{ "reaction", "Une réaction à ce que vous avez écrit", PAR_SITE, PROSPECT,
		.plusieurs = "réactions à" },
	{ "groupe", "Ce qui change dans vos groupes", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements dans" },
	{ "invitation_groupe", "Une invitation dans un groupe", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .sans_compte = true, .plusieurs = "invitations dans" },
	{ "demande_groupe", "Une demande pour entrer dans un groupe que vous coordonnez",
		PAR_SITE | PAR_COURRIEL, PROSPECT, .plusieurs = "demandes pour" },
	{ "tache", "Une action vous est confiée", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .plusieurs = "actions dans" },
	{ "rappel", "Un rappel d’échéance", PAR_SITE | PAR_COURRIEL, PROSPECT, .directe = true,
		.plusieurs = "rappels pour" },
	{ "evenement", "Un événement qui vous concerne", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "nouvelles de" },
	{ "document", "Un document change", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements de" },
	{ "segment", "Un segment que vous suivez change", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements de" },
	{ "fiche", "Une fiche que vous suivez change", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements de" },
	{ "siege", "Une demande au Siège", PAR_SITE | PAR_COURRIEL, STAFF,
		.plusieurs = "demandes dans" },
	{ "moderation", "Un contenu est signalé", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.plusieurs = "signalements dans" },
	{ "decision", "Ce que la modération décide d’un texte", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .plusieurs = "décisions sur" },
	{ "administration", "L’administration de l’espace", PAR_SITE | PAR_COURRIEL, ADMIN,
		.plusieurs = "alertes de" },
	{ 0 },
};

/* The kind of that name; NULL: there is none. */
const struct annonce *
annonce_find(const char *nom)
{
	for (const struct annonce *g = annonces; g->nom != NULL; g++)
		if (strcmp(g->nom, nom) == 0)
			return g;
	return NULL;
}
