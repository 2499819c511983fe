/* dossier.h - the folder of a dump: its files, what MANIFEST says of them, whether that is true
 *
 *	MANIFEST		a line each: NAME TAB rows or bytes TAB SHA-256
 *	MANIFEST.sha256		as sha256sum writes it
 *	LISEZMOI schema.sql tables/NAME.csv tables/NAME.sql fichiers/ab/abcd...
 */
#ifndef DOSSIER_H
#define DOSSIER_H

#include <stdio.h>

#include <sodium.h>

#include "base/buffer.h"
#include "db/table.h"

/* The last lines of LISEZMOI: of which moment (UTC) and base a dump is, and where the binary log
 * stood then. */
#define LISEZMOI_INSTANT "instant            "
#define LISEZMOI_BASE "base               "
#define LISEZMOI_BINLOG "journal-binaire    "

/* A folder that is being written. */
struct dossier {
	struct arena *mem;
	const char *path;
	struct buffer manifest;
	int64_t bytes;
};

/* A file of it. */
struct piece {
	const char *name;
	FILE *f;
	crypto_hash_sha256_state sum;
	int64_t n;
};

/* One line of MANIFEST. */
struct manifest_ligne {
	const char *name, *sum;
	int64_t n;
};

void dossier_open(struct dossier *, struct arena *, const char *path);
struct sink piece_open(struct dossier *, struct piece *, const char *name);
const char *piece_close(struct dossier *, struct piece *, int64_t rows);
void dossier_text(struct dossier *, const char *name, const char *text);
const char *dossier_content(struct dossier *, const char *name, const char *hash);
void dossier_close(struct dossier *, const char *final);

const char *dossier_sum(struct arena *, int fd, int64_t *n);
void dossier_drop(const char *path);
int dossier_names(struct arena *, const char *path, const char *pattern, const char *const **names);
const char *dossier_said(struct arena *, const char *path, const char *line);
const char *dossier_manifest(struct arena *, const char *path);
const char *dossier_wrong(struct arena *, const char *path);
bool dossier_next(struct arena *, const char **manifest, struct manifest_ligne *);

#endif
