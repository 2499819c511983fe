/* reaction.c - one small sign under any objet, each once per person */

#include <inttypes.h>

#include "domain/objets/avis.h"
#include "domain/objets/reaction.h"

/* The reader gives that sign, or takes it back; the total follows in the same transaction. */
void
reaction_toggle(struct req *r, int64_t objet_id, int genre)
{
	int64_t change = db_exec(r,
		SQL("DELETE FROM reaction WHERE objet_id = ? AND genre = ? AND contact_id = ?"),
		I(objet_id), I(genre), I(r->user.id));

	if (change > 0)
		change = -1;
	else
		change = db_exec(r,
			SQL("INSERT IGNORE INTO reaction (objet_id, genre, contact_id)"
			    " VALUES (?, ?, ?)"),
			I(objet_id), I(genre), I(r->user.id));
	db_exec(r,
		SQL("INSERT INTO reaction_total (objet_id, genre, n) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE n = n + ?"),
		I(objet_id), I(genre), I(change > 0), I(change));
	if (change > 0)
		avis_reaction(r, objet_id);
}

static void
say_one(struct req *r, struct row *row, int genre, int64_t n, bool mine)
{
	struct row *one = row_in(row, arena_printf(&r->mem, "reactions.%d", genre - 1));

	row_say_int(one, "genre", genre);
	row_say_int(one, "n", n);
	row_say_int(one, "moi", mine);
}

static struct row *
row_of(struct req *r, const char *list, int64_t id)
{
	for (struct row *row = row_first(r, list); row != NULL; row = row_next(row))
		if (row_id(row, "id") == id)
			return row;
	return NULL;
}

/* Give each row of LIST, whose ids the JSON array IDS holds, its reactions: {genre, n, moi}.  ALL:
 * also those that nobody gave yet. */
void
reaction_say(struct req *r, const char *list, const char *ids, bool all)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT STRAIGHT_JOIN t.objet_id, t.genre, t.n, EXISTS (SELECT 1"
		    " FROM reaction x"
		    " WHERE x.objet_id = t.objet_id AND x.genre = t.genre AND x.contact_id = ?)"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
		    " JOIN reaction_total t ON t.objet_id = j.id"
		    " WHERE t.n > 0"),
		I(r->user.id), S(ids));

	for (struct row *row = row_first(r, list); row != NULL; row = row_next(row))
		for (int g = 1; g <= REACTIONS; g++)
			if (all || g == 2 || g == 3)
				say_one(r, row, g, 0, false);
	while (db_next(rows, &r->mem)) {
		struct row *row = row_of(r, list, db_num(rows, 0));

		if (row != NULL)
			say_one(r, row, (int) db_num(rows, 1), db_num(rows, 2),
				db_num(rows, 3) != 0);
	}
}
