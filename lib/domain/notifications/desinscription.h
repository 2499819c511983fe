/* desinscription.h - leaving a kind of mail by a link of its own */
#ifndef DESINSCRIPTION_H
#define DESINSCRIPTION_H

#include "db/db.h"

/* As SQL: contact C has not left that kind of mail. */
#define STILL_WANTS(c, genre) \
	"NOT EXISTS (SELECT 1 FROM refus_courriel rf_ WHERE rf_.contact_id = " c \
	".id AND rf_.genre = '" genre "')"

const char *desinscription_new(struct req *, int64_t contact_id, const char *genre);
const char *desinscription_url(struct req *, const char *jeton);
const char *desinscription_genre(struct req *, const char *jeton);
const char *desinscription_rendue(struct req *, const char *jeton);
void desinscription_say(struct req *, const char *name, const char *what);
void desinscription_tell(
	struct req *, int64_t contact_id, int64_t envoi_id, const char *what, const char *gone);
bool desinscription_do(struct req *, const char *jeton);
bool desinscription_undo(struct req *, const char *jeton);

#endif
