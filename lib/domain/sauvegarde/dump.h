/* dump.h - the whole site as a folder of open formats, and a site from such a folder */
#ifndef DUMP_H
#define DUMP_H

#include "db/db.h"

struct bilan {
	int64_t tables, rows, files, missing, bytes;
	const char *nom; /* of the folder */
};

void dump_write(struct req *, const char *folder, struct bilan *);
void dump_keep(struct req *, const char *folder, long nights);
const char *dump_alarm(struct req *, const struct bilan *);
void dump_note(struct req *, const struct bilan *, int64_t ms, const char *wrong);
const char *dump_restore(struct req *, const char *path, struct bilan *);

#endif
