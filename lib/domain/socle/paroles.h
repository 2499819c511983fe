/* paroles.h - words that name somebody who is erased: replaced in the columns where they stand
 *
 * A kind of objet says of each column of text of its own tables what its .nomme does with it:
 *
 *	PAROLES_SANS_NOM(document, "etat")		at the top of the file: codes, no words
 *
 *	static void
 *	document_unname(struct req *r, const struct nomme *n)
 *	{
 *		PAROLES(r, n, document, id, texte, document_index);
 *	}
 *
 * What belongs to no kind stands in lib/domain/vie/effacement.def.  A column of text that neither
 * says anything of fails tests/sql_test.c.
 */
#ifndef PAROLES_H
#define PAROLES_H

#include "db/db.h"

#define EFFACEE "une personne effacée"

/* How somebody is named: a regular expression, and one that finds as much or more, sooner. */
struct nomme {
	const char *motif, *lit;
};

/* FIND gives the keys of the rows whose words name her, CHANGE replaces there; where the row would
 * then be twice the same, APART makes it another; EMPTY is the last resort, and fails aloud.  THEN
 * (or NULL) does what follows from the changed words of that row. */
struct remplacement {
	struct sql *find, *change, *apart, *empty;
	void (*then)(struct req *, int64_t key);
};

void paroles_replace(struct req *, const struct nomme *, struct remplacement);

#define PAROLES_WHERE(r, n, table, key, column, which, then) \
	paroles_replace(r, n, \
		(struct remplacement) { \
			SQL("SELECT DISTINCT " #key " FROM " #table " WHERE " which \
			    " AND " #column " REGEXP ? AND " #column " REGEXP ?"), \
			SQL("UPDATE IGNORE " #table " SET " #column " = REGEXP_REPLACE(" #column \
			    ", ?, '" EFFACEE "') WHERE " #key " = ? AND " which), \
			SQL("UPDATE IGNORE " #table " SET " #column " = CONCAT('" EFFACEE \
			    " ', UUID_SHORT() % 1000000) WHERE " #key " = ? AND " which \
			    " AND " #column " REGEXP ?"), \
			SQL("UPDATE " #table " SET " #column " = '' WHERE " #key " = ? AND " which \
			    " AND " #column " REGEXP ?"), \
			then })

/* Columns that something is said of, for the test that none is forgotten. */
struct parole {
	const char *table, *colonnes; /* by spaces */
};
extern const struct parole *const __start_paroles[], *const __stop_paroles[];
#define PAROLES_SAID(table, colonnes) \
	static const struct parole parole_ = { #table, colonnes }; \
	static const struct parole *const parole_listed_ \
		__attribute__((section("paroles"), used)) = &parole_

#define PAROLES(r, n, table, key, column, then) \
	do { \
		PAROLES_SAID(table, #column); \
		PAROLES_WHERE(r, n, table, key, column, "TRUE", then); \
	} while (0)
#define PAROLES_SANS_NOM(table, colonnes) \
	static const struct parole parole_##table = { #table, colonnes }; \
	static const struct parole *const parole_listed_##table \
		__attribute__((section("paroles"), used)) = &parole_##table;

#endif
