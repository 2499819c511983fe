/* lettre_archive.h - letters that have left, as their readers find them again
 *
 * A letter is in the archive from the moment it begins to leave (lettre.paru_le), for who SEES()
 * it.
 */
#ifndef LETTRE_ARCHIVE_H
#define LETTRE_ARCHIVE_H

#include "domain/lettres/lettre.h"

/* Which of them: all parts hold together. */
struct archive {
	const char *q;         /* as typed; "": any */
	const char *sorte;     /* "": any */
	int64_t tag;           /* 0: any */
	int annee, mois;       /* 0: any */
	const char *from, *to; /* UTC, of these two; archive_period() */
};

/* As SQL: letter L, of objet O, is one of the archive. */
#define ARCHIVED(l) "(" l ".paru_le IS NOT NULL AND NOT " l ".modele AND " l ".supprime_le IS NULL)"

void archive_number(struct req *);
void archive_tour(struct req *);
void archive_period(struct req *, struct archive *);
int64_t archive_count(struct req *, const struct archive *);
void archive_list(
	struct req *, const char *name, const struct archive *, int64_t par, int64_t skip);
struct rows *archive_rows(struct req *, const struct archive *);
int64_t archive_years(struct req *, const char *name, int annee);
void archive_months(struct req *, const char *name, const struct archive *);
void archive_near(struct req *, int64_t id);
void archive_say_last(struct req *, const char *name);

#endif
