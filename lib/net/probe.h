/* probe.h - does an address of another site answer? */
#ifndef PROBE_H
#define PROBE_H

#include <stdbool.h>

struct sockaddr;

/* The status of URL (http or https), by HEAD, by GET where that is refused; 0: no answer.  It reads
 * no more than the head, follows nowhere, and never reaches what is not on the public network:
 * whatever the name resolves to at that moment is looked at. */
long probe(const char *url);
bool probe_public(const struct sockaddr *);

#endif
