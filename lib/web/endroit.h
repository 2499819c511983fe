/* endroit.h - help, settings and pages, found by their words */
#ifndef ENDROIT_H
#define ENDROIT_H

#include "base/req.h"

struct endroit {
	const char *titre, *url;
	enum access who;
	const char *domaine, *mots;
};

extern const struct endroit endroits[]; /* ends with a zero entry */

const char *endroit_url(struct req *, const struct endroit *);
bool endroit_open(struct req *, const struct endroit *);
void endroits_say(struct req *, const char *name, const char *asked);

#endif
