/* lettre_attente.c - queues of recipients by domain, and how fast each domain may go */

#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/fault.h"
#include "domain/lettres/lettre_attente.h"
#include "net/smtp.h"

/* At once to one domain, at most; taken ahead of what may begin; a second's worth of a rate. */
enum { AT_ONCE = SMTP_LETTERS / 2, AHEAD = 4, SECOND = 1000 };
/* A domain that takes none now waits a minute, then 4, then 16; so many refusals count as that. */
enum { HOLD_MS = 60000, HOLD_MOST_MS = 16 * 60000, BAD = 5 };

struct waiting {
	int64_t envoi, lettre;
	uint32_t next; /* 0: the last */
};

struct attente {
	struct attente *same, *ring; /* of the same bucket; of those that have somebody waiting */
	uint32_t first, last;
	int allowed, under_way, taken, bad;
	int64_t since; /* one that is under way began, or another ended */
	int64_t held_until, hold;
	double next_ms, step_ms; /* by its rate; step 0: none */
	char name[];
};

enum { BUCKETS = 4096 };

static struct attente *buckets[BUCKETS];
static struct attente *at;          /* the last domain that was asked, in a ring */
static struct waiting *all;         /* 0 is nobody */
static uint32_t room, used, unused; /* unused: a list of places given back */
static size_t count;

static size_t
bucket(const char *name)
{
	size_t h = 5381;

	for (; *name != '\0'; name++)
		h = h * 33 ^ (unsigned char) *name;
	return h % BUCKETS;
}

/* Milliseconds between two letters to that domain (smtp.domain_rate); 0: as fast as it takes. */
static double
step_of(const char *name)
{
	double step = 0;

	for (const char *s = conf.smtp_domain_rate != NULL ? conf.smtp_domain_rate : ""; *s != '\0';
		s += strspn(s, " ")) {
		size_t n = strcspn(s, "=");
		bool this = strlen(name) == n && strncmp(s, name, n) == 0;

		if (this || (n == 1 && *s == '*'))
			step = 60000.0 / strtod(s + n + 1, NULL);
		if (this)
			return step;
		s += strcspn(s, " ");
	}
	return step;
}

static struct attente *
domain(const char *name)
{
	struct attente **b = &buckets[bucket(name)], *d;

	for (d = *b; d != NULL; d = d->same)
		if (strcmp(d->name, name) == 0)
			return d;
	d = calloc(1, sizeof *d + strlen(name) + 1);
	if (d == NULL)
		fault("out of memory");
	memcpy(d->name, name, strlen(name) + 1);
	d->allowed = 1;
	d->step_ms = step_of(name);
	d->same = *b;
	return *b = d;
}

static uint32_t
place(void)
{
	uint32_t i = unused;

	if (i != 0) {
		unused = all[i].next;
		return i;
	}
	if (used + 1 >= room) {
		room = room > 0 ? room * 2 : 1024;
		if ((all = realloc(all, room * sizeof *all)) == NULL)
			fault("out of memory");
	}
	return ++used;
}

static void
enter_ring(struct attente *d)
{
	if (d->ring != NULL)
		return;
	d->ring = at != NULL ? at->ring : d;
	if (at != NULL)
		at->ring = d;
	at = at != NULL ? at : d;
}

/* The domain after PREVIOUS has nobody any more. */
static void
leave_ring(struct attente *previous)
{
	struct attente *d = previous->ring;

	at = previous != d ? previous : NULL;
	previous->ring = d->ring;
	d->ring = NULL;
}

static uint32_t
written(int64_t lettre, int64_t envoi)
{
	uint32_t i = place();

	all[i] = (struct waiting) { envoi, lettre, 0 };
	count++;
	return i;
}

void
attente_add(int64_t lettre, int64_t envoi, const char *domaine)
{
	struct attente *d = domain(domaine);
	uint32_t i = written(lettre, envoi);

	if (d->first == 0)
		d->first = i;
	else
		all[d->last].next = i;
	d->last = i;
	enter_ring(d);
}

void
attente_back(const struct attendu *a)
{
	struct attente *d = a->domaine;
	uint32_t i = written(a->lettre, a->envoi);

	all[i].next = d->first;
	if (d->first == 0)
		d->last = i;
	d->first = i;
	enter_ring(d);
}

void
attente_missed(struct attente *d)
{
	d->taken -= d->taken > 0;
}

static bool
lags(const struct attente *d, int64_t now)
{
	return d->under_way > 0 && now - d->since > SMTP_LAG_MS;
}

bool
attente_is_held(const struct attente *d, int64_t now)
{
	return now < d->held_until || lags(d, now) || d->next_ms > (double) (now + SECOND);
}

bool
attente_may_begin(const struct attente *d, int64_t now)
{
	return !attente_is_held(d, now) && d->under_way < d->allowed && d->next_ms <= (double) now;
}

/* May another be taken of D, to begin now or within a moment? */
static bool
may_take(const struct attente *d, int64_t now)
{
	int ahead = d->allowed == 1 ? 1 : d->allowed * AHEAD;

	if (attente_is_held(d, now) || d->under_way + d->taken >= ahead)
		return false;
	return d->step_ms <= 0 || d->next_ms + d->taken * d->step_ms <= (double) (now + SECOND / 4);
}

/* One that may go, of the domains in turn.  False: none may. */
bool
attente_next(int64_t now, struct attendu *a)
{
	struct attente *stop = at;

	if (at == NULL)
		return false;
	do {
		struct attente *d = at->ring;

		if (may_take(d, now)) {
			uint32_t i = d->first;

			*a = (struct attendu) { all[i].envoi, all[i].lettre, d };
			d->first = all[i].next;
			all[i].next = unused;
			unused = i;
			count--;
			d->taken++;
			if (d->first == 0)
				leave_ring(at);
			else
				at = d;
			return true;
		}
		at = d;
	} while (at != stop);
	return false;
}

size_t
attente_count(void)
{
	return count;
}

/* One that was taken is on its way. */
void
attente_began(struct attente *d, int64_t now)
{
	d->taken -= d->taken > 0;
	if (d->under_way++ == 0)
		d->since = now;
	if (d->step_ms > 0)
		d->next_ms = (d->next_ms > (double) now - d->step_ms ? d->next_ms : (double) now) +
			d->step_ms;
}

void
attente_ended(struct attente *d, int64_t now, int well)
{
	bool slow = lags(d, now);

	d->under_way -= d->under_way > 0;
	d->since = now;
	if (slow)
		d->allowed = 1;
	else if (well > 0 && d->allowed < AT_ONCE)
		d->allowed++;
	d->bad = well > 0 ? 0 : d->bad + (well < 0);
	if (well > 0)
		d->hold = 0;
	if (d->bad >= BAD)
		attente_hold(d, now);
}

/* It takes none for a while. */
void
attente_hold(struct attente *d, int64_t now)
{
	d->hold = d->hold == 0 ? HOLD_MS : d->hold * 4 < HOLD_MOST_MS ? d->hold * 4 : HOLD_MOST_MS;
	d->held_until = now + d->hold;
	d->allowed = 1;
	d->bad = 0;
}

/* Those of that letter wait no more. */
static void
drop_waiting(struct attente *d, int64_t lettre)
{
	uint32_t i = d->first, next;

	d->first = d->last = 0;
	for (; i != 0; i = next) {
		next = all[i].next;
		all[i].next = 0;
		if (all[i].lettre == lettre) {
			all[i].next = unused;
			unused = i;
			count--;
		} else if (d->first == 0) {
			d->first = d->last = i;
		} else {
			all[d->last].next = i;
			d->last = i;
		}
	}
}

static void
forget_all(void)
{
	for (size_t b = 0; b < BUCKETS; b++)
		while (buckets[b] != NULL) {
			struct attente *d = buckets[b];

			buckets[b] = d->same;
			free(d);
		}
	free(all);
	all = NULL;
	at = NULL;
	room = used = unused = 0;
	count = 0;
}

void
attente_forget(int64_t lettre)
{
	if (lettre == 0) {
		forget_all();
		return;
	}
	at = NULL;
	for (size_t b = 0; b < BUCKETS; b++)
		for (struct attente *d = buckets[b]; d != NULL; d = d->same) {
			d->ring = NULL;
			drop_waiting(d, lettre);
			if (d->first != 0)
				enter_ring(d);
		}
}
