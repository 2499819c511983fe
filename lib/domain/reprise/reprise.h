/* reprise.h - groups, memberships and past events of before Essaim, taken over from tables
 *
 * The file is read and kept as an import is (import.h).  A line that is tried is done, then taken
 * back: what the trial says is what will be.  What was made is known by its line (import_cree), so
 * that all of it is undone at once.
 */
#ifndef REPRISE_H
#define REPRISE_H

#include "domain/imports/import.h"

enum { REPRISE_COLONNES = 8, REPRISE_LIGNES = 5000, REPRISE_CREES = 2 };

struct reprise_colonne {
	const char *titre, *aide, *exemple;
	bool requis;
};

/* A line that is done: its cells in the order of the columns, "" where there is none. */
struct reprise_ligne {
	const char *cells[REPRISE_COLONNES];
	int64_t cree[REPRISE_CREES]; /* what it made */
	unsigned n;                  /* 0: there was nothing to do */
};

struct reprise_genre {
	const char *nom;         /* import.genre */
	const char *titre, *une; /* "Groupes", "un groupe" */
	struct reprise_colonne colonnes[REPRISE_COLONNES];
	/* NULL, or why the line cannot be done: then it has changed nothing */
	const char *(*fait)(struct req *, struct reprise_ligne *);
	void (*defait)(struct req *, int64_t cree);
};

extern const struct reprise_genre reprise_groupes, reprise_adhesions, reprise_evenements;
extern const struct reprise_genre *const reprises[]; /* ends with NULL */

struct reprise {
	int64_t id, lignes;
	const struct reprise_genre *genre;
	const char *nom, *etat, *entetes;
};

/* reprise.c */
const struct reprise_genre *reprise_find(const char *nom); /* NULL: there is none */
bool reprise_load(struct req *, int64_t id, struct reprise *);
const char *reprise_bring(
	struct req *, const struct reprise_genre *, const char *nom, int fd, int64_t *id);
bool reprise_apply(struct req *, struct reprise *);
bool reprise_undo(struct req *, struct reprise *);

/* reprise_cellule.c */
int64_t reprise_groupe(struct req *, const char *titre, const char **why);
bool reprise_day(struct req *, const char *cell, const char **ymd);

#endif
