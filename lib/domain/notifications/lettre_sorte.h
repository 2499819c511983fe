/* lettre_sorte.h - leaving a kind of letter, by its link, by a mail, or in one's preferences
 *
 * Each kind is left apart, as refus_courriel.genre "lettre_CLE"; no other mail follows it.
 */
#ifndef LETTRE_SORTE_H
#define LETTRE_SORTE_H

#include "db/db.h"

/* What a sealed link opens. */
struct lettre_depart {
	int64_t envoi, lettre, contact;
	const char *sorte, *titre, *adresse;
};

bool lettre_depart_read(struct req *, int64_t envoi_id, struct lettre_depart *);
bool lettre_depart(struct req *, const struct lettre_depart *, const char *sorte);
void lettre_depart_tell(struct req *, const struct lettre_depart *, const char *sortes);
void lettre_depart_undone(struct req *, int64_t envoi_id);

void lettre_sortes_say(struct req *, const char *name, int64_t contact_id);
bool lettre_sorte_leave(struct req *, int64_t contact_id, const char *cle);
bool lettre_sorte_take(struct req *, int64_t contact_id, const char *cle);

#endif
