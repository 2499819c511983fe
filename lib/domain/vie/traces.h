/* traces.h - how a person is named in the words of others, to find and replace it */
#ifndef TRACES_H
#define TRACES_H

#include "db/db.h"

struct traces {
	const char *ids;   /* hers and those of the records merged into hers: "12,15" */
	const char *motif; /* a regular expression of all the ways to name her */
	const char *lit;   /* one that finds as much or more, eight times faster: asked first */
	const struct traces
		*next;    /* more ways, where one expression would grow too long; or NULL */
	const char *dits; /* her names, addresses and phones, a line each */
};

void traces_read(struct req *, int64_t contact_id, struct traces *);
bool traces_alone(struct req *, const struct traces *, const char *words);

#endif
