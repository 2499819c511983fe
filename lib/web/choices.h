/* choices.h - a list of choices that is too long for one page is searched */
#ifndef CHOICES_H
#define CHOICES_H

#include "base/req.h"

bool choices_sought(struct req *);
void choices_cut(struct req *, struct row *list, struct row *into, const char *name);
void choices_only_sought(struct req *, struct row *list, struct row *into, const char *name);

#endif
