/* etiquette.h - tags, on any objet: families, near names, merging, and what an objet bears
 *
 * A page that shows an objet calls etiquette_dress() and draws with the macros etiquettes() and
 * etiqueter(); the area /etiquettes does the rest.  Who manages an objet chooses its tags.
 */
#ifndef ETIQUETTE_H
#define ETIQUETTE_H

#include "db/db.h"

enum { ETIQUETTE_NOM = 80, ETIQUETTES_MAX = 100 };

void etiquette_say(struct req *, const char *at, int64_t objet_id);
void etiquette_dress(struct req *, int64_t objet_id);
bool etiquette_chooses(struct req *, int64_t objet_id);
int64_t etiquette_find(struct req *, const char *nom);
unsigned etiquette_near(struct req *, const char *nom, int64_t except, int64_t *ids,
	const char **noms, unsigned max);
bool etiquette_creates(struct req *, int64_t famille_id);
int64_t etiquette_create(struct req *, int64_t famille_id, const char *nom);
bool etiquette_put(struct req *, int64_t objet_id, const int64_t *ids, unsigned n);
void etiquette_merge(struct req *, int64_t from, int64_t to);

#endif
