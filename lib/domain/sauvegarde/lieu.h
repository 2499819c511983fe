/* lieu.h - the kinds of second places: how bytes get there, and are known to have got there */
#ifndef LIEU_H
#define LIEU_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"

#define COPIE_END ".tar.gpg"
#define COPIE_GLOB "essaim-2*Z" COPIE_END

/* A copy on its way. */
struct copie {
	struct arena *mem;
	const char *where; /* what follows the scheme in dump.second */
	const char *name;  /* essaim-....tar.gpg; it bears another until it is whole */
	const char *why;   /* it failed */
	const char *const
		*noted; /* names of copies that are there, the newest first; ends by NULL */
	int err;        /* a file, where programs complain */
	int fd;
	pid_t child;
};

/* All but give_up are false when they failed, and say why. */
struct lieu {
	const char *scheme;
	bool (*begin)(struct copie *);
	bool (*put)(struct copie *, const char *bytes, size_t n);
	/* It is there and is what was put, then it bears its name; COPIES of them stay. */
	bool (*end)(struct copie *, const char *sha256, long copies);
	void (*give_up)(struct copie *);
};

extern const struct lieu lieu_dossier, lieu_ssh, lieu_s3;

bool copie_fails(struct copie *, const char *why);
bool copie_put(struct copie *, const char *bytes, size_t n);

#endif
