/* export_types.h - what can be taken away besides people and the kinds that tell their rows
 * (genre.h): each with its statement, as an operator asks it, or as a reader who sees a part of it
 */
#ifndef EXPORT_TYPES_H
#define EXPORT_TYPES_H

#include "db/db.h"

struct export_type {
	const char *nom, *titre;
	bool intime; /* between people: an operator's alone, no administrator's */
	/* ALL: whoever sees it; else what the reader of the request sees */
	struct rows *(*rows)(struct req *, bool all);
	int64_t (*count)(struct req *, bool all);
};

extern const struct export_type export_types_autres[]; /* ends with a zero entry */

const struct export_type *export_type_find(const char *nom); /* NULL: there is none */
const char *export_label(const char *column);                /* "Créé le" of cree_le */

#endif
