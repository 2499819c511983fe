/* actes.h - what each act of the journal is called, and of which kind it is (actes.def) */
#ifndef ACTES_H
#define ACTES_H

#include <stdbool.h>

enum acte_sorte {
	SORTE_ACTUALITE,
	SORTE_AGENDA,
	SORTE_COMPTE,
	SORTE_CONNEXION,
	SORTE_CONTACT,
	SORTE_DOCUMENT,
	SORTE_DONNEES,
	SORTE_DROITS,
	SORTE_EXPORT,
	SORTE_FIL,
	SORTE_GROUPE,
	SORTE_HEURES,
	SORTE_HUBSPOT,
	SORTE_IMPORT,
	SORTE_JOURNAL,
	SORTE_LECTURE,
	SORTE_LETTRE,
	SORTE_MESSAGE,
	SORTE_REGLAGE,
	SORTE_SERVICE
};

struct acte_dit {
	const char *acte, *phrase; /* after who did it; '*' is what it was done to */
	enum acte_sorte sorte;
	bool sensible;
};

extern const struct acte_dit actes[]; /* ends with a zero entry */

const struct acte_dit *acte_find(const char *acte);
const char *acte_sorte_titre(enum acte_sorte);

#endif
