/* donnees_tables.c - the lines of donnees.def, as statements: each table's rows of one person */

#include "domain/vie/donnees.h"

const struct donnees_ligne donnees_lignes[] = {
#define DONNE(table, columns, which) { #table, columns, true },
#define DIT(table, columns) { #table, columns },
#define TAIT(table, columns) { #table, columns },
#include "domain/vie/donnees.def"
#undef DONNE
#undef DIT
#undef TAIT
	{ 0 }
};

#define DONNE(table, columns, which) \
	db_list(r, "tables." #table, SQL("SELECT " columns " FROM " #table " WHERE " which), \
		I(contact_id));
#define DIT(table, columns)
#define TAIT(table, columns)

/* Say tables.NAME.N, all rows of hers, of every table of the list that has some. */
void
donnees_tables(struct req *r, int64_t contact_id)
{
#include "domain/vie/donnees.def"
}
