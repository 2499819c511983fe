/* probleme.h - where a problem was met: what a link of ours says, and nothing else */
#ifndef PROBLEME_H
#define PROBLEME_H

#include "base/req.h"

struct probleme {
	const char *page, *reference; /* "": not known */
};

struct probleme probleme_asked(struct req *);
void probleme_say(struct req *);
const char *probleme_address(struct req *);

#endif
