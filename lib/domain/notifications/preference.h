/* preference.h - what each chooses to be told of, and how */
#ifndef PREFERENCE_H
#define PREFERENCE_H

#include <time.h>

#include "base/buffer.h"
#include "domain/notifications/notif.h"

struct rythme {
	bool chaque_jour;
	int jour, heure;       /* of the digest: 1 Monday to 7; 0 to 23 */
	int calme_de, calme_a; /* -1: no quiet hours */
	bool discret;          /* no text of others in mails */
};

extern const struct canal {
	int bit;
	const char *nom;
} canaux[]; /* ends with a zero entry */

int preference(struct req *, int64_t contact_id, const struct annonce *);
void preference_set(struct req *, int64_t contact_id, const struct annonce *, int bits);
void preference_leave(struct req *, int64_t contact_id, const char *what, struct buffer *gone);
void preference_back(struct req *, int64_t contact_id, const char *one);
struct rythme preference_rythme(struct req *, int64_t contact_id);
void preference_rythme_set(struct req *, int64_t contact_id, const struct rythme *);
time_t preference_digest(const struct rythme *, time_t now);
time_t preference_calm(const struct rythme *, time_t now);

#endif
