/* ecrit_refaire.c - what the search knows of every text, written again when words are read another
 * way */

#include <stdlib.h>

#include "base/text.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "domain/vie/ecrit_refaire.h"

enum { LOT = 500 };

/* Those objets, each by what its kind asks for.  The last of them; 0: there are none. */
static int64_t
index_each(struct req *r, struct rows *x)
{
	int64_t last = 0;

	while (db_next(x, &r->mem)) {
		const struct genre *g = genre_find(db_text(x, 1));

		last = db_num(x, 0);
		if (g != NULL && g->indexe != NULL)
			g->indexe(r, last);
	}
	return last;
}

static int64_t
some_texts(struct req *r, int64_t last)
{
	return index_each(r,
		db_rows(r,
			SQL("SELECT o.id, o.genre FROM recherche x"
			    " JOIN objet o ON o.id = x.objet_id"
			    " WHERE x.objet_id > ? ORDER BY x.objet_id LIMIT ?"),
			I(last), I(LOT)));
}

/* Those that are found and have no text to cut an extract from; people have none. */
static int64_t
some_without(struct req *r, int64_t last)
{
	return index_each(r,
		db_rows(r,
			SQL("SELECT o.id, o.genre FROM recherche x"
			    " JOIN objet o ON o.id = x.objet_id"
			    " WHERE x.objet_id > ? AND x.texte = '' AND x.corps <> ''"
			    " AND o.genre <> 'contact' ORDER BY x.objet_id LIMIT ?"),
			I(last), I(LOT)));
}

static int64_t
some_messages(struct req *r, int64_t last)
{
	struct rows *x = db_rows(r,
		SQL("SELECT id, texte FROM message WHERE id > ? AND mots <> '' ORDER BY id"
		    " LIMIT ?"),
		I(last), I(LOT));

	for (last = 0; db_next(x, &r->mem);) {
		last = db_num(x, 0);
		db_exec(r, SQL("UPDATE message SET mots = ? WHERE id = ?"),
			S(text_tokens(&r->mem, texte_brut(r, db_text(x, 1)))), I(last));
	}
	return last;
}

static void
all(int64_t (*some)(struct req *, int64_t last))
{
	struct req own = { 0 };
	int64_t last = 0;

	do {
		db_begin(false);
		last = some(&own, last);
		db_commit();
		arena_reset(&own.mem);
	} while (last != 0);
}

/* Write again what the search and the messages find texts by: once, after a migration, on behalf of
 * nobody.  Begins and commits by itself. */
void
ecrits_reindex(struct req *r)
{
	all(some_texts);
	all(some_messages);
	db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'ecrits_refaire'"));
}

/* The same of what programs of before wrote after the migration: they know of no text to cut
 * extracts from. */
void
ecrits_complete(void)
{
	all(some_without);
}
