/* journal.h - a line of the journal, as people read it: on screen and in a table */
#ifndef ADMIN_JOURNAL_H
#define ADMIN_JOURNAL_H

#include "db/db.h"
#include "web/sheet.h"

/* The columns of a line, in the order of the statement. */
enum {
	J_ID,
	J_QUAND,
	J_ACTE,
	J_ACTEUR,
	J_OBJET,
	J_AVANT,
	J_APRES,
	J_ORIGINE,
	J_DEPUIS,
	J_EFFACE,
	J_QUI_PRENOM,
	J_QUI_NOM,
	J_GENRE,
	J_TITRE,
	J_CADRE,
	J_PRENOM,
	J_NOM,
	J_COMME_PRENOM,
	J_COMME_NOM
};

void journal_labels(struct req *);
const char *journal_label(struct req *, struct arena *, const char *key);
const char *journal_value(struct req *, struct arena *, const char *key, const char *value);
void journal_say_line(struct req *, struct rows *, int n);
void journal_cells(struct req *, struct arena *, struct rows *, struct sheet *);

#endif
