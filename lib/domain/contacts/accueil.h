/* accueil.h - the welcome of those who ask to join: one task of one coordinator for each group
 *
 * Made when the CRM tells of a prospect (accueil_lot()), given to who has the fewest; a group
 * without coordination leaves it to the staff.  It is the one list of who waits: home, the list,
 * the page of the group and that of the person read it.
 */
#ifndef ACCUEIL_H
#define ACCUEIL_H

#include "domain/acces/acces.h"

#define ACCUEIL_OPEN "('a_faire', 'contacte')"

void accueil_lot(struct req *);
void accueil_settle(struct req *);
bool accueil_may(struct req *, int64_t groupe_id);
int accueil_list(struct req *, const char *name, const char *vue, int64_t groupe_id, int64_t most,
	int64_t from);
struct rows *accueil_rows(struct req *, const char *vue, int64_t groupe_id);
int64_t accueil_count(struct req *, const char *vue, int64_t groupe_id);
int64_t accueil_mine(struct req *);
void accueil_of(struct req *, const char *name, int64_t contact_id);
bool accueil_find(struct req *, const char *name, int64_t id);
int accueil_candidates(struct req *, const char *name, int64_t groupe_id);
bool accueil_move(struct req *, int64_t id, const char *etat, int64_t responsable_id);
const char *accueil_message(struct req *);
void accueil_merge(struct req *, int64_t from, int64_t into);
void accueil_forget(struct req *, int64_t contact_id);

#endif
