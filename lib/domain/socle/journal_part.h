/* journal_part.h - how a row of the journal is sealed: for what writes it and what verifies it */
#ifndef JOURNAL_PART_H
#define JOURNAL_PART_H

#include "domain/socle/journal.h"

/* What the seal of a row holds. */
struct scelle {
	int64_t id, acteur, objet;
	int version;
	const char *quand, *acte, *contenu, *origine, *depuis; /* the digest of that */
};

const char *journal_content(struct arena *, const char *avant, const char *apres, const char *sel);
const char *journal_seal(struct arena *, const char *before, const struct scelle *);

#endif
