/* donnees.h - all that is kept about one person, for that person */
#ifndef DONNEES_H
#define DONNEES_H

#include "db/db.h"

/* A line of donnees.def. */
struct donnees_ligne {
	const char *table, *colonnes;
	bool donne; /* in the archive; else said elsewhere, or withheld */
};
extern const struct donnees_ligne donnees_lignes[]; /* ends with a zero entry */

void donnees_tables(struct req *, int64_t contact_id);
void donnees_say(struct req *, int64_t contact_id);
void donnees_notes(struct req *, int64_t contact_id);
void donnees_signins(struct req *, int64_t contact_id);
bool donnees_ask_erasure(struct req *, int64_t contact_id, const char *message);

#endif
