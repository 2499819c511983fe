/* parcours.h - the path of a person: what began, what ended, what was done with her
 *
 * Written by parcours_lot() whatever changes a followed field (table champ, column suivi); read
 * through the table of sources of parcours_lit.c, where a kind of step more is one row.
 */
#ifndef PARCOURS_H
#define PARCOURS_H

#include "domain/contacts/contact.h"

/* parcours.c: what is kept */
void parcours_lot(struct req *);
void parcours_follow(struct req *, int64_t champ_id);
void parcours_merge(struct req *, int64_t from, int64_t into);

/* One step, as the template tells it. */
struct etape {
	const char *quand;                  /* ISO day, or moment */
	const char *genre, *sens;           /* a kind of the table; debut, fin, initial or "" */
	const char *champ, *valeur, *avant; /* the words that the step is about; "" */
	const char *url;
};

struct etapes {
	struct etape *all; /* the newest first */
	unsigned n, size;
};

/* parcours_lit.c: what a reader may know of it */
void parcours_add(struct req *, struct etapes *, struct etape);
struct etapes parcours_read(
	struct req *, const struct modele *, const struct personne *, const char *genre);
void parcours_say(
	struct req *, const struct etapes *, const char *name, unsigned from, unsigned most);
void parcours_drop_initial(struct etapes *);
void parcours_say_genres(struct req *, const struct personne *, const char *name);
const char *parcours_genre(const char *genre);

#endif
