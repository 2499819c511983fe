/* plants.h - one objet of each kind of the table, for tests that walk the table */
#ifndef PLANTS_H
#define PLANTS_H

#include "domain/socle/genre.h"
#include "t.h"

struct plant {
	const char *genre;
	int64_t (*plant)(int64_t author, int64_t group, const char *word);
};

/* How AUTHOR, who asks from then on, makes one of that kind in a group of hers that has another
 * member; its words hold WORD.  Returns its id.  A kind without one fails tests/genres_test.c. */
#define PLANT(genre_) \
	static int64_t plant_##genre_(int64_t author, int64_t group, const char *word); \
	static const struct plant plants_##genre_ = { #genre_, plant_##genre_ }; \
	static const struct plant *const planted_##genre_ \
		__attribute__((section("plants"), used)) = &plants_##genre_; \
	static int64_t plant_##genre_(int64_t author, int64_t group, const char *word)

int64_t plant(const struct genre *, int64_t author, int64_t group,
	const char *word);                 /* 0: nothing says how */
const char *plant_url(int64_t id);         /* where it is shown */
const char *plant_plain(const char *word); /* as it is typed, out of a form */
int64_t plant_last(const char *genre);     /* the newest of a kind */

#endif
