/* paroles.c - words that name somebody who is erased, replaced row by row */

#include "domain/socle/paroles.h"

void
paroles_replace(struct req *r, const struct nomme *n, struct remplacement how)
{
	struct rows *rows = db_rows(r, how.find, S(n->lit), S(n->motif));

	while (db_next(rows, &r->mem)) {
		int64_t key = db_num(rows, 0);

		db_exec(r, how.change, S(n->motif), I(key));
		db_exec(r, how.apart, I(key), S(n->motif));
		db_exec(r, how.empty, I(key), S(n->motif));
		if (how.then != NULL)
			how.then(r, key);
	}
}
