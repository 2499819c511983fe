/* archive.h - a ZIP file that is made: of texts, and of files where they stand */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <stdbool.h>

#include "base/arena.h"

struct archive;

struct archive *archive_open(struct arena *);
bool archive_text(struct archive *, const char *name, const char *text);
bool archive_file(struct archive *, const char *name, const char *path);
int archive_close(struct archive *);

#endif
