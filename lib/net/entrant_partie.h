/* entrant_partie.h - the parts of a mail: its words, its files, what is lost */
#ifndef ENTRANT_PARTIE_H
#define ENTRANT_PARTIE_H

#include <gmime/gmime.h>

#include "base/buffer.h"
#include "net/mail_read.h"

/* What stands where an address of ours was that opened something. */
#define RETIRE "(lien retiré)"

struct walk {
	struct arena *mem;
	struct mail_in *mail;
	struct buffer *into; /* the words */
	struct buffer html;  /* those of pages of HTML alone: which pictures the answer shows */
	struct buffer raw;   /* these pages */
	size_t read;         /* bytes of words */
	bool cut;            /* words were left out */
	int parts, depth;
	GMimePart *pictures[MAIL_IN_JOINTS]; /* of pages, until it is known what they are */
	unsigned n_pictures;
};

/* entrant_partie.c */
void partie_walk(struct walk *, GMimeObject *);
void partie_lost(struct walk *, const char *nom, const char *raison);

/* entrant_fichier.c */
void partie_file(struct walk *, GMimePart *);
void partie_joint(struct walk *, const char *nom, char *bytes, size_t n);
const char *partie_clean_name(struct walk *, const char *raw, const char *ending);
const char *partie_name(struct walk *, GMimePart *);
char *partie_bytes(struct walk *, GMimePart *, size_t *n);
bool partie_is_logo(struct walk *, GMimePart *, const char *kept, bool alone);

#endif
