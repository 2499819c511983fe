/* quoted.h - an answer by mail without the mail it answers
 *
 * Answers stand above what is quoted, below it, or between; what mail programs add around goes, and
 * what only looks so stays: words too many are better than words lost.
 */
#ifndef QUOTED_H
#define QUOTED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What a line can be, or some lines that follow one another. */
enum citation {
	CITATION_NONE,
	CITATION_INTRO,  /* "Le 3 mai 2027 à 10:02, Essaim <...> a écrit :" */
	CITATION_FAIBLE, /* the same without an hour or an address: only above lines with '>' */
	CITATION_MARQUE, /* "----- Message d'origine -----" */
	CITATION_DE,
	CITATION_DATE,
	CITATION_A,
	CITATION_OBJET,
	CITATION_AUTRE,     /* a quoted head */
	CITATION_TRAIT,     /* a rule, which means something above a quoted head alone */
	CITATION_AJOUT,     /* "Envoyé de mon iPhone" */
	CITATION_TRANSFERT, /* what follows is forwarded: it was sent on purpose */
	CITATION_FIN,       /* the last line of our own mails: below it, an answer may stand */
	CITATION_PROPRE,    /* one's own words, whatever the rest says */
};

/* A rule: an extended regular expression for lines in lower case, without accents, with plain
 * spaces, apostrophes and dashes; and what it was made for. */
struct citation_regle {
	enum citation genre;
	const char *forme, *exemple;
};

extern const struct citation_regle citation_regles[]; /* ends with a zero entry */

enum { CITATION_LINE = 400 }; /* bytes of a line that a program adds */

bool citation_blank(const char *, size_t);
char *citation_normal(struct arena *, const char *line, size_t n);
enum citation citation_kind(struct arena *, const char *normal);
enum citation citation_genre(struct arena *, const char *line);
char *quoted_cut(struct arena *, const char *text, const char *who);

#endif
