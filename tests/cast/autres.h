/* autres.h - what else hostile requests are answered than "here it is", "done", "mend this" or "not
 * there", and why */
#ifndef AUTRES_H
#define AUTRES_H

#include "t.h"

bool autre_reponse(const struct route *, const char *path, int status);
void autres_met(void);

#endif
