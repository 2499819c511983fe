/* tableau_de_bord.h - what the pages of the dashboard share */
#ifndef TABLEAU_DE_BORD_H
#define TABLEAU_DE_BORD_H

#include "domain/contacts/champ.h"
#include "domain/tableau_de_bord/tableau.h"

/* What is shown: of whom, and how far the reader may go. */
struct bord {
	int64_t groupe, segment; /* one of them; both 0: everybody */
	const char *ids;         /* of the people of the segment, a JSON array */
	const char *titre;
	struct tableau *t;
	const struct modele *modele;
	bool follows; /* each figure leads to its list */
	int level;    /* of reading fields of the people of the scope */
};

bool bord_read(struct req *, struct bord *);
void bord_count(struct req *, struct bord *);
bool bord_whole(const struct bord *);
void bord_say(struct req *, const struct bord *);
int64_t bord_n(const struct bord *, const char *axe, const char *cle);
bool bord_may(struct req *, const struct bord *, const char *cle);
const char *bord_here(struct req *, const struct bord *, const char *path);
const char *bord_list(struct req *, const struct bord *, const char *query);
const char *bord_moment(
	struct req *, const struct bord *, const char *what, const char *when, const char *more);
const char *bord_number(struct req *, int64_t);
struct row *bord_figure(
	struct req *, const char *at, const char *libelle, int64_t n, const char *url);

void dessin_map(struct req *, const struct bord *);
void dessin_curve(struct req *, const struct bord *);
const char *dessin_month(struct req *, const struct bord *, int i);

int bord_export(struct req *, const struct bord *);
void groupes_say(struct req *, const struct bord *, unsigned most);

#endif
