/* evenement_serie.h - what organisers do to an event and its dates: changed, cancelled, moved,
 * added, copied, a series split in two; whoever comes is told, and keeps what was registered
 */
#ifndef EVENEMENT_SERIE_H
#define EVENEMENT_SERIE_H

#include "domain/agenda/evenement.h"

/* evenement_change.c */
void evenement_change(
	struct req *, int64_t id, const struct evenement *was, const struct evenement *now);
const char *evenement_difference(
	struct req *, const struct evenement *was, const struct evenement *now);
int64_t evenement_told(struct req *, int64_t id, int64_t date_id);
void evenement_cancel(struct req *, int64_t id, const char *motif);
void evenement_date_cancel(struct req *, int64_t id, int64_t date_id, const char *motif);
void evenement_date_move(
	struct req *, int64_t id, int64_t date_id, const char *debut, const char *fin);
int64_t evenement_date_add(struct req *, int64_t id, const char *debut, const char *fin);

/* evenement_scission.c */
bool evenement_rest(struct req *, int64_t id, const char *jour, struct evenement *rest);
int64_t evenement_split(struct req *, int64_t id, const char *jour);
int64_t evenement_copy(struct req *, int64_t id);

#endif
