/* ecrit.h - texts that people write: posts, comments, tasks; what all of them need */
#ifndef ECRIT_H
#define ECRIT_H

#include "db/db.h"

enum { ECRIT_LONG = 20000, ECRIT_COURT = 5000, ECRIT_TITRE = 200 }; /* characters */
enum { ECRIT_FIL = 1200, ECRIT_FIL_COURT = 400 };                   /* of them in a feed */

int64_t ecrit_objet(
	struct req *, const char *genre, const char *titre, int64_t cadre_id, int64_t liste);
char *ecrit_titre(struct req *, const char *titre, const char *texte);
void ecrit_title(struct req *, int64_t id, const char *titre, const char *texte);
void ecrit_index(struct req *, int64_t id, const char *titre, const char *texte);
void ecrit_version(
	struct req *, int64_t id, const char *written, const char *titre, const char *texte);
void ecrit_forget(struct req *, int64_t id);
void ecrit_say_text(struct req *, struct row *row, size_t max);
void ecrit_say_author(struct req *, struct row *row);
void ecrit_say_when(struct req *, struct row *row, const char *from, const char *into);

#endif
