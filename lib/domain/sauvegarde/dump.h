/* dump.h - the whole site as a folder of open formats, and a site from such a folder */
#ifndef DUMP_H
#define DUMP_H

#include "db/db.h"

struct bilan {
	int64_t tables, rows, files, missing, bytes;
	const char *nom; /* of the folder */
};

struct dossier;

void dump_base(struct req *, struct dossier *, struct bilan *);
void dump_write(struct req *, const char *folder, struct bilan *);
void dump_keep(struct req *, const char *folder);
const char *dump_last(struct req *, const char *folder);
const char *dump_alarm(struct req *, const struct bilan *);
int64_t dump_note(struct req *, const struct bilan *, int64_t ms, const char *wrong);
void dump_copied(struct req *, int64_t id, const char *wrong);
const char *dump_restore(struct req *, const char *path, struct bilan *);

/* A dump restored for a trial, and thrown away again. */
struct sauvegarde_essai {
	const char *base; /* where */
	int64_t ms;
};

bool essai_due(struct req *);
const char *essai_run(struct req *, const char *path, struct sauvegarde_essai *);
void essai_note(struct req *, const struct sauvegarde_essai *, const char *nom, const char *wrong);

/* Up to a moment after a dump, out of the binary log. */
const char *rejoue_ready(struct req *, const char *dump, const char *binlogs, const char *until,
	const char *const **words);
const char *rejoue(struct req *, const char *const *words);

#endif
