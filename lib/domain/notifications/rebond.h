/* rebond.h - letters that come back: nobody is there, she complained, she leaves by a mail */
#ifndef REBOND_H
#define REBOND_H

#include "db/db.h"

bool rebond_take(struct req *, const char *bytes, size_t n);

#endif
