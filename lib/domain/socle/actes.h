/* actes.h - what each act of the journal is called, and of which kind it is (actes.def) */
#ifndef ACTES_H
#define ACTES_H

#include <stdbool.h>

enum acte_sorte {
	ACTUALITE,
	AGENDA,
	COMPTE,
	CONNEXION,
	CONTACT,
	DOCUMENT,
	DONNEES,
	DROITS,
	EXPORT,
	FIL,
	GROUPE,
	HEURES,
	HUBSPOT,
	IMPORT,
	JOURNAL_,
	LECTURE,
	LETTRE,
	MESSAGE,
	REGLAGE,
	SERVICE
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
