/* lettre_attente.h - recipients that wait, by the domain of their address
 *
 * A queue for each domain, so that one that is slow, refuses, or has a rate of its own
 * (smtp.domain_rate) holds nobody but itself: it is passed over.  How many go to a domain at once
 * begins with one and grows with what it takes; one that lags has one.  Of this process alone:
 * what it holds is in the database as well, and is read again by another.
 */
#ifndef LETTRE_ATTENTE_H
#define LETTRE_ATTENTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct attente; /* a domain */

/* One that may go: whose, and to which domain. */
struct attendu {
	int64_t envoi, lettre;
	struct attente *domaine;
};

void attente_add(int64_t lettre, int64_t envoi, const char *domaine);
void attente_back(const struct attendu *); /* first of its domain again */
void attente_missed(struct attente *);     /* one that was taken does not begin */
bool attente_next(int64_t now_ms, struct attendu *);
size_t attente_count(void);
void attente_forget(int64_t lettre); /* 0: all, and the domains */

bool attente_may_begin(const struct attente *, int64_t now_ms);
bool attente_is_held(const struct attente *, int64_t now_ms); /* not before a while */
void attente_began(struct attente *, int64_t now_ms);
/* One that was on its way: 1, the domain answered for it; -1, it takes none now; 0, neither. */
void attente_ended(struct attente *, int64_t now_ms, int well);
void attente_hold(struct attente *, int64_t now_ms);

#endif
