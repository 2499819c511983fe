/* notif_genre.c - the kinds of notification: another is added here, or by a kind of objet
 * (.annonces) */

#include <string.h>

#include "domain/notifications/notif.h"
#include "domain/socle/genre.h"

static const struct annonce annonces[] = {
	{ "message", "Un message vous est adressé", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.sans_compte = true, .plusieurs = "messages dans", .icone = "msg" },
	{ "mention", "Une personne vous mentionne", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .plusieurs = "mentions dans", .icone = "at" },
	{ "reponse", "Une réponse à ce que vous suivez", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "réponses à", .icone = "msg" },
	{ "publication", "Une publication dans vos groupes", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "publications dans" },
	{ "important", "Une publication importante", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.plusieurs = "publications importantes dans", .icone = "flag" },
	{ "reaction", "Une réaction à ce que vous avez écrit", PAR_SITE, PROSPECT,
		.plusieurs = "réactions à", .icone = "smile" },
	{ "groupe", "Ce qui change dans vos groupes", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements dans", .icone = "groups" },
	{ "invitation_groupe", "Une invitation dans un groupe", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .sans_compte = true, .plusieurs = "invitations dans",
		.icone = "groups" },
	{ "demande_groupe", "Une demande pour entrer dans un groupe que vous coordonnez",
		PAR_SITE | PAR_COURRIEL, PROSPECT, .plusieurs = "demandes pour",
		.icone = "groups" },
	{ "tache", "Une action vous est confiée", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .plusieurs = "actions dans", .icone = "check" },
	{ "rappel", "Un rappel d’échéance", PAR_SITE | PAR_COURRIEL, PROSPECT, .directe = true,
		.plusieurs = "rappels pour", .icone = "clock" },
	{ "document", "Un document change", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements de", .icone = "file" },
	{ "segment", "Un segment que vous suivez change", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements de", .icone = "filter" },
	{ "fiche", "Une fiche que vous suivez change", PAR_SITE | PAR_RESUME, PROSPECT,
		.plusieurs = "changements de", .icone = "user" },
	{ "siege", "Une demande au Siège", PAR_SITE | PAR_COURRIEL, STAFF,
		.plusieurs = "demandes dans", .icone = "mail" },
	{ "moderation", "Un contenu est signalé", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.plusieurs = "signalements dans", .icone = "flag" },
	{ "decision", "Ce que la modération décide d’un texte", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .plusieurs = "décisions sur", .icone = "flag" },
	{ "administration", "L’administration de l’espace", PAR_SITE | PAR_COURRIEL, ADMIN,
		.plusieurs = "alertes de", .icone = "tune" },
	{ 0 },
};

/* The N-th kind of notification: those above, then what each kind of objet adds; NULL: no more. */
const struct annonce *
annonce_nth(unsigned n)
{
	const struct annonce *all = annonces;

	for (const struct genre *const *g = genres;; g++) {
		for (; all != NULL && all->nom != NULL; all++)
			if (n-- == 0)
				return all;
		if (*g == NULL)
			return NULL;
		all = (*g)->annonces;
	}
}

/* The kind of that name; NULL: there is none. */
const struct annonce *
annonce_find(const char *nom)
{
	const struct annonce *g;

	for (unsigned i = 0; (g = annonce_nth(i)) != NULL; i++)
		if (strcmp(g->nom, nom) == 0)
			return g;
	return NULL;
}
