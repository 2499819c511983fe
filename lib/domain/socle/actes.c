/* actes.c - the table of actes.def, and the names of its kinds */

#include <string.h>

#include "domain/socle/actes.h"

#define SENSIBLE true
#define PLAIN false
#define ACTE(acte, phrase, sorte, sensible) { acte, phrase, SORTE_##sorte, sensible },
const struct acte_dit actes[] = {
#include "domain/socle/actes.def"
	{ 0 },
};

/* What is done to any objet, where its kind says nothing of its own. */
static const struct acte_dit usual[] = {
	{ ".cree", "a créé *", SORTE_DOCUMENT, PLAIN },
	{ ".modifie", "a modifié *", SORTE_DOCUMENT, PLAIN },
	{ ".retire", "a retiré *", SORTE_DOCUMENT, PLAIN },
	{ ".supprime", "a supprimé *", SORTE_DOCUMENT, PLAIN },
};

static const struct acte_dit *
acte_usual(const char *acte)
{
	const char *verb = strchr(acte, '.');

	for (size_t i = 0; verb != NULL && i < sizeof usual / sizeof *usual; i++)
		if (strcmp(usual[i].acte, verb) == 0)
			return &usual[i];
	return NULL;
}

/* What is said of that act: its own line, or that of its family, or what is said of any objet;
 * NULL: nothing is. */
const struct acte_dit *
acte_find(const char *acte)
{
	const struct acte_dit *family = NULL;

	for (const struct acte_dit *a = actes; a->acte != NULL; a++) {
		size_t n = strlen(a->acte);

		if (strcmp(a->acte, acte) == 0)
			return a;
		if (a->acte[n - 1] == '.' && strncmp(a->acte, acte, n) == 0)
			family = a;
	}
	return family != NULL ? family : acte_usual(acte);
}

const char *
acte_sorte_titre(enum acte_sorte sorte)
{
	static const char *const titres[] = { "Actualité", "Agenda", "Compte", "Connexion",
		"Contact", "Document", "Vos données", "Droits", "Export", "Fil", "Groupe", "Heures",
		"HubSpot", "Import", "Journal", "Lecture", "Lettre", "Message", "Réglage",
		"Service" };

	return titres[sorte];
}
