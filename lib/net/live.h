/* live.h - "something changed", pushed to the browsers that listen
 *
 * Channels: "moi-ID" is a person's own (a page listens to it as "moi"), "o-ID" an objet's.  A
 * message holds the name of the channel and nothing else; the page asks again, and rights with it.
 */
#ifndef LIVE_H
#define LIVE_H

#include "db/db.h"

enum { LIVE_SECONDS = 600 }; /* who began to listen before that listens no more */

bool live_queued(const struct req *, const char *canal);
void live_tell(struct req *, const char *canal);
void live_tell_objet(struct req *, int64_t objet_id);
void live_tell_person(struct req *, int64_t contact_id);
void live_end_person(struct req *, int64_t contact_id);
void live_end_objet(struct req *, int64_t objet_id);
void live_publish(struct req *, const char *channel, const char *canal);
void live_flush(struct req *);

#endif
