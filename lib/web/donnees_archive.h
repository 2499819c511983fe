/* donnees_archive.h - all that is kept about one person, to take along: whole, or not at all */
#ifndef DONNEES_ARCHIVE_H
#define DONNEES_ARCHIVE_H

#include "base/req.h"

const char *donnees_archive(struct req *, int64_t contact_id, bool notes, int *fd);

#endif
