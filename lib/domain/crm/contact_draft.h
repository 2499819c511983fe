/* contact_draft.h - a contact between what the CRM says and the statements that write it: shared by
 * contact_store.c, which compares, and contact_page.c, which writes many at once
 */
#ifndef CONTACT_DRAFT_H
#define CONTACT_DRAFT_H

#include "domain/crm/contact_store.h"

enum { VALUES_MAX = 400, VALUE = 200, CUTS_MAX = 20 };

struct draft {
	struct draft *next;         /* of the new ones of a page */
	struct draft *next_written; /* of the new and changed ones */
	const struct crm_contact *contact;
	struct acte *acte;
	int64_t id;                /* 0: not known yet */
	const struct known *known; /* NULL: the same */
	const char *after[COLUMNS];
	const char *birth; /* ISO, or NULL */
	const char *lines[VALUES_MAX];
	unsigned n_lines;
	const char *joined; /* the lines, one a row */
	struct cut {
		const char *champ;
		size_t characters; /* that the CRM has */
	} cuts[CUTS_MAX];
	unsigned n_cuts;
};

const char *contact_tidy(struct req *, const char *s, size_t max, size_t *characters);
const char *contact_full_name(struct req *, const struct draft *);
const char *contact_sort_key(struct req *, const struct draft *);

#endif
