/* lettre_reprise.h - letters of before Essaim, taken over from files of HTML
 *
 * Nothing of the file's HTML is ever served: its words, lists and addresses become the text of
 * blocks, written so that no sign of theirs is a mark of Markdown, and the letter is rendered from
 * these as any other.  The same bytes twice are one letter.
 */
#ifndef LETTRE_REPRISE_H
#define LETTRE_REPRISE_H

#include "domain/lettres/lettre.h"

enum { REPRISE_OCTETS = 2 << 20 }; /* of one file */

/* A file, and what becomes of it. */
struct ancienne {
	const char *nom, *bytes;
	size_t n;
	const char *sorte, *lisible;
	int64_t id; /* the letter: 0, it is refused */
	bool deja;  /* it was there */
};

const char *lettre_reprise(struct req *, struct ancienne *);
char *lettre_reprise_texte(struct arena *, const char *plain);

#endif
