/* guide.h - the user guides: whose they are, of which screens, and their sections */
#ifndef GUIDE_H
#define GUIDE_H

#include "base/req.h"

struct guide {
	const char *nom, *titre, *texte;
	enum access who;
	const char *domaine, *ecrans;
};

/* A part of a guide, under its heading. */
struct section {
	const char *titre, *ancre;
	const char *texte; /* as written, to the next heading */
	size_t n;
};

extern const struct guide guides[]; /* in the order of /aide; ends with a zero entry */

const char *guide_ecran(struct req *);
const struct guide *guide_find(const char *nom);
const struct guide *guide_of(struct req *, const char *ecran);
bool guide_open(struct req *, const struct guide *);
const char *guide_text(const struct guide *);
bool guide_section(struct req *, const char **text, struct section *);

#endif
