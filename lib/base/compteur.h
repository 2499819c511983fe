/* compteur.h - what the processes of an area have answered, counted in one file of this machine
 *
 * Workers live short and are many: each adds to the page of memory that its area's file is, without
 * a lock, a statement or a system call.  What essaim-service has written down of it is TAKEN.
 */
#ifndef COMPTEUR_H
#define COMPTEUR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { COMPTEUR_BORNES = 12 };
extern const int compteur_ms[COMPTEUR_BORNES]; /* "in so many ms at most", rising */

struct compte {
	uint64_t requests[6]; /* by the hundreds of their status: [2] is 2xx; [0] has the others */
	uint64_t us, cpu_us, statements, slow, bytes;
	uint64_t durees[COMPTEUR_BORNES + 1]; /* the last: longer than all bounds */
};

struct compteur {
	struct compte all, taken;
};

struct mesure {
	int status;
	int64_t us, cpu_us;
	unsigned statements, slow;
	size_t bytes;
};

void compteur_note(const char *folder, const char *area, const struct mesure *);
bool compteur_walk(struct arena *, const char *folder,
	void (*one)(void *of, const char *area, struct compteur *), void *of);
int compteur_quantile(const uint64_t durees[COMPTEUR_BORNES + 1], int percent);

#endif
