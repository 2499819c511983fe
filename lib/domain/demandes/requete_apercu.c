/* requete_apercu.c - what an erasure takes and leaves, counted from the data before it is done
 *
 * The tables are those of the erasure itself (effacement.def), told under the title of their
 * processing (traitements.def).
 */

#include <string.h>

#include "base/text.h"
#include "domain/agenda/duree.h"
#include "domain/demandes/requete.h"
#include "domain/demandes/traitement.h"
#include "domain/socle/genre.h"
#include "domain/vie/effacement.h"

/* Rows that go, added up by processing: tables that one knows nothing of do not happen
 * (sql_test.c). */
static void
add(int64_t *sums, const char *table, int64_t n)
{
	const struct traitement *t = traitement_of(table);

	if (t != NULL)
		sums[t - traitements] += n;
}

#define ACCOUNT(table) \
	add(sums, #table, \
		db_int(r, SQL("SELECT COUNT(*) FROM " #table " WHERE contact_id = ?"), I(id)));
#define PERSON(table) ACCOUNT(table)
#define NAMED(table, key, column, which, then)
#define DROPPED(table, column)
#define KEPT(table, columns)
#define EMPTIED(table, columns)
#define PLAIN(table, columns)

static void
rows_of_hers(struct req *r, int64_t id, int64_t *sums)
{
#include "domain/vie/effacement.def"
}

static void
one(struct req *r, const char *list, int *n, const char *what, int64_t number)
{
	struct row *row;

	if (number == 0)
		return;
	row = row_nth(r, list, (*n)++);
	row_say(row, "quoi", what);
	row_say(row, "n", text_number(&r->mem, number));
}

/* What she wrote, kind by kind; that of a group which is the association's stays. */
static void
written(struct req *r, int64_t id, int *goes, int *stays)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT genre, COUNT(*) FROM objet WHERE cree_par = ?"
		    " AND genre NOT IN ('contact', 'groupe') GROUP BY genre"),
		I(id));

	while (db_next(rows, &r->mem)) {
		const struct genre *g = genre_find(db_text(rows, 0));

		if (g != NULL)
			one(r, g->peut & COLLECTIF ? "restera" : "partira",
				g->peut & COLLECTIF ? stays : goes, g->pluriel, db_num(rows, 1));
	}
}

/* Say "partira" and "restera", rows of quoi and n: her rows, then what she wrote. */
void
requete_preview(struct req *r, int64_t id)
{
	int64_t sums[TRAITEMENTS_MAX] = { 0 }, minutes;
	int goes = 0, stays = 0;

	rows_of_hers(r, id, sums);
	for (int i = 0; traitements[i].cle != NULL; i++)
		one(r, "partira", &goes, traitements[i].titre, sums[i]);
	one(r, "partira", &goes, "messages",
		db_int(r,
			SQL("SELECT COUNT(*) FROM message WHERE auteur_id = ?"
			    " AND genre <> 'trace'"),
			I(id)));
	written(r, id, &goes, &stays);
	one(r, "restera", &stays, "presences",
		db_int(r,
			SQL("SELECT COUNT(*) FROM place p JOIN inscription i ON i.id ="
			    " p.inscription_id WHERE i.contact_id = ?"
			    " AND p.present_le IS NOT NULL"),
			I(id)));
	minutes = db_int(
		r, SQL("SELECT COALESCE(SUM(minutes), 0) FROM heures WHERE contact_id = ?"), I(id));
	if (minutes > 0)
		say(r, "Restera.heures", duree_words(&r->mem, minutes));
}
