/* etiquette.h - tags, on any objet: families, near names, merging, and what an objet bears
 *
 * A page that shows an objet calls etiquette_dress() and draws with the macros etiquettes() and
 * etiqueter(); the area /etiquettes does the rest.  Who manages an objet chooses its tags.
 */
#ifndef ETIQUETTE_H
#define ETIQUETTE_H

#include "domain/acces/acces.h"

/* Does the reader know what tags objet O bears?  What she sees; of people, whom she manages, or all
 * for the staff.  Binds BEARS_ME(r). */
#define BEARS(o) \
	"((" o ".id = ? OR " o \
	".liste_id IN " LISTS_WITH("1") ") AND (" o ".genre <> 'contact' OR ? OR " o \
					".liste_id IN " LISTS_WITH("3") "))"
#define BEARS_ME(r) I((r)->user.id), I((r)->user.id), I((r)->user.level >= STAFF), I((r)->user.id)

/* The things that bear tag E (an expression) and that she knows of: from x_, with objet ox_. */
#define BEARERS_OF(e) \
	"FROM objet_etiquette x_ JOIN objet ox_ ON ox_.id = x_.objet_id" \
	" WHERE x_.etiquette_id = " e " AND " BEARS("ox_")
#define USES(e) "(SELECT COUNT(*) " BEARERS_OF(e) ")"
#define UNUSED(e) "NOT EXISTS (SELECT 1 " BEARERS_OF(e) ")"

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
