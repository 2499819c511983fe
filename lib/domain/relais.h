/* relais.h - the welcome of those who ask to join: one task of one coordinator for each group
 *
 * Made when the CRM tells of a prospect (relais_lot()), given to who has the fewest; a group
 * without coordination leaves it to the staff.
 */
#ifndef RELAIS_H
#define RELAIS_H

#include "domain/acces.h"

#define RELAIS_OPEN "('a_faire', 'contacte')"

void relais_lot(struct req *);
void relais_settle(struct req *);
int relais_begin_waiting(struct req *);
int64_t relais_waiting(struct req *);
bool relais_may(struct req *, int64_t groupe_id);
int relais_list(struct req *, const char *name, const char *vue, int64_t groupe_id, int64_t most,
	int64_t from);
struct rows *relais_rows(struct req *, const char *vue, int64_t groupe_id);
int64_t relais_count(struct req *, const char *vue, int64_t groupe_id);
int64_t relais_mine(struct req *);
bool relais_find(struct req *, const char *name, int64_t id);
int relais_candidates(struct req *, const char *name, int64_t groupe_id);
bool relais_move(struct req *, int64_t id, const char *etat, int64_t responsable_id);
const char *relais_message(struct req *);
void relais_merge(struct req *, int64_t from, int64_t into);
void relais_forget(struct req *, int64_t contact_id);

#endif
