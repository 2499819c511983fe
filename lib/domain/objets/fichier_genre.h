/* fichier_genre.h - the kinds of files that are taken */
#ifndef FICHIER_GENRE_H
#define FICHIER_GENRE_H

#include "base/image.h"

/* One ending of a name, what libmagic may say of such a file, how it is served and called. */
struct fichier_genre {
	const char *ending, *seen, *type, *label;
	enum image_kind image;
};

const struct fichier_genre *fichier_genre(const char *nom);
const char *fichier_label(const char *nom);
const char *fichier_seen(int fd);
int fichier_seen_ok(const struct fichier_genre *, const char *seen);

#endif
