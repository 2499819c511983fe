/* mail_read.h - a mail that came in, every byte of it hostile
 *
 * MIME is GMime's; what it finds is copied into the arena, bounded.  Nothing vanishes: what cannot
 * be kept is in perdus, with the reason, for who wrote.  No address of ours that opens something is
 * in what comes out.
 */
#ifndef MAIL_READ_H
#define MAIL_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { MAIL_IN_MAX = 36 << 20, MAIL_IN_JOINTS = 20, MAIL_IN_TO = 20, ENTRANT_PERDUS = 30 };

struct joint {
	const char *nom;
	const char *bytes;
	size_t n;
};

/* What is not kept, and why: "liste.xyz", "ce type...". */
struct perdu {
	const char *nom, *raison;
};

struct mail_in {
	const char *from;           /* the address alone, in lower case; "" */
	const char *name;           /* how who writes is called, "" */
	const char *to[MAIL_IN_TO]; /* of To, Cc, Delivered-To, X-Original-To */
	unsigned n_to;
	const char *id;         /* Message-ID, "" */
	const char *texte;      /* what was written, without what it quotes */
	bool automatic;         /* an absence, a report, a list: never answered (RFC 3834) */
	const char *calendrier; /* the first part that is one; NULL: none */
	size_t n_calendrier;
	struct joint joints[MAIL_IN_JOINTS];
	unsigned n_joints;
	struct perdu perdus[ENTRANT_PERDUS];
	unsigned n_perdus;
};

bool mail_read(struct arena *, const char *bytes, size_t n, struct mail_in *);

#endif
