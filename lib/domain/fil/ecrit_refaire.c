/* ecrit_refaire.c - what the search knows of every text, written again when words are read another way */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/fil/sondage.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/texte.h"

enum { LOT = 500 };

static void
one_text(struct req *r, struct rows *x)
{
	const char *genre = db_text(x, 1), *titre = db_text(x, 2), *texte = db_text(x, 3);
	int64_t id = db_num(x, 0);

	if (strcmp(genre, "groupe") == 0)
		db_exec(r, SQL("UPDATE recherche SET titre = ?, corps = ? WHERE objet_id = ?"),
			S(text_tokens(&r->mem, titre)), S(text_tokens(&r->mem, texte)), I(id));
	else if (strcmp(genre, "publication") == 0)
		ecrit_index(
			r, id, titre, arena_printf(&r->mem, "%s %s", texte, sondage_words(r, id)));
	else
		ecrit_index(r, id, titre, texte);
}

/* Posts, comments, tasks and groups after LAST.  The last of them; 0: there are no more. */
static int64_t
some_texts(struct req *r, int64_t last)
{
	struct rows *x = db_rows(r,
		SQL("SELECT o.id, o.genre, CASE o.genre WHEN 'publication' THEN p.titre WHEN 'commentaire' THEN '' ELSE o.titre END,"
		    " COALESCE(p.texte, c.texte, t.texte, CONCAT_WS(' ', g.ville, g.description), '') FROM recherche x"
		    " JOIN objet o ON o.id = x.objet_id AND o.genre IN ('publication', 'commentaire', 'tache', 'groupe')"
		    " LEFT JOIN publication p ON p.id = o.id LEFT JOIN commentaire c ON c.id = o.id"
		    " LEFT JOIN tache t ON t.id = o.id LEFT JOIN groupe g ON g.id = o.id"
		    " WHERE o.id > ? ORDER BY o.id LIMIT ?"),
		I(last), I(LOT));

	for (last = 0; db_next(x, &r->mem);) {
		last = db_num(x, 0);
		one_text(r, x);
	}
	return last;
}

static int64_t
some_messages(struct req *r, int64_t last)
{
	struct rows *x = db_rows(r,
		SQL("SELECT id, texte FROM message WHERE id > ? AND mots <> '' ORDER BY id LIMIT ?"),
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
ecrits_reindex(void)
{
	all(some_texts);
	all(some_messages);
}
