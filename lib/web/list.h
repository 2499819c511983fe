/* list.h - the page of a list: what it is asked by stands in its address, and every link keeps it
 *
 *	static const struct list list = { "/messages", KEEPS("vue", "q"), PAR };
 *
 * Its filters, choices and links are said where templates expect them: Filtre and Pager.
 */
#ifndef LIST_H
#define LIST_H

#include "web/pager.h"

#define KEEPS(...) ((const char *const[]) { __VA_ARGS__ __VA_OPT__(, ) NULL })

struct list {
	const char *path;         /* its address */
	const char *const *keeps; /* the parameters of one value that say which rows, and how;
				   * never the page */
	int64_t par;              /* rows of a page */
	bool (*asks)(
		struct req *, const char *name); /* those of several, or that data tells; NULL */
};

/* Addresses: of the list from its first page, with VALUE for NAME (without NAME: NULL), ... */
const char *list_link(struct req *, const struct list *, const char *name, const char *value);
/* ... of the same rows elsewhere, ... */
const char *list_at(
	struct req *, const struct list *, const char *path, const char *name, const char *value);
/* ... and without that one of the values of NAME (any: NULL). */
const char *list_without(struct req *, const struct list *, const char *name, const char *value);

void list_pager(struct req *, const struct list *, int64_t here, int64_t total);
void list_take(struct req *, const struct list *);
void list_hidden(struct req *, const struct list *, const char *const *shown);
void list_active(struct req *, const struct list *, unsigned n, const char *libelle,
	const char *name, const char *value);
void list_heading(struct req *, const struct list *, unsigned n, const char *libelle,
	const char *sort, const char *now);
struct row *list_filter(struct req *, unsigned n, const char *cle, const char *libelle);
void list_choice(struct req *, struct row *filter, unsigned n, const char *valeur,
	const char *libelle, const char *asked);

#endif
