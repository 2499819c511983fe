/* mots.h - what somebody typed to find people, as words */
#ifndef MOTS_H
#define MOTS_H

#include "db/db.h"

enum { MOTS = 8 };

/* Folded as contact_mot keeps them; each is the beginning of a word.  Begins as { 0 }. */
struct mots {
	const char *v[MOTS];
	unsigned n;
};

bool all_digits(const char *);
void mots_read(struct req *, struct mots *, const char *text);
const char *mots_beginning(struct req *, const char *);

#endif
