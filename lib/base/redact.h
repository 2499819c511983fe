/* redact.h - what opens something here, taken out of words that come from outside
 *
 * Who answers a mail of ours quotes it: the link that leaves, the one that lets in, the signed
 * address of answers.  In the answer, all its readers would hold them.
 */
#ifndef REDACT_H
#define REDACT_H

#include "base/arena.h"

char *redact(struct arena *, const char *text, const char *instead);

#endif
