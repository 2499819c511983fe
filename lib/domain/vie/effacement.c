/* effacement.c - the lines of effacement.def, as statements
 *
 * The words of others are looked for in the tables themselves, column by column, and not by the
 * full text, which knows neither words of two letters nor what stands between them: an erasure is
 * rare, and reads without locking.
 */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/annuaire/condition.h"
#include "domain/contacts/champ.h"
#include "domain/contacts/contact_words.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"
#include "domain/vie/effacement.h"

const struct effacement_ligne effacement_lignes[] = {
#define ACCOUNT(table) { E_ACCOUNT, #table, "" },
#define PERSON(table) { E_PERSON, #table, "" },
#define NAMED(table, key, column, which, then) { E_NAMED, #table, #column },
#define DROPPED(table, column) { E_DROPPED, #table, #column },
#define KEPT(table, columns) { E_KEPT, #table, columns },
#define EMPTIED(table, columns) { E_EMPTIED, #table, columns },
#define PLAIN(table, columns) { E_PLAIN, #table, columns },
#include "domain/vie/effacement.def"
#undef ACCOUNT
#undef PERSON
#undef NAMED
#undef DROPPED
#undef KEPT
#undef EMPTIED
#undef PLAIN
	{ 0 }
};

#define ACCOUNT(table) \
	db_exec(r, SQL("DELETE FROM " #table " WHERE contact_id = ?"), I(contact_id));
#define PERSON(table)
#define NAMED(table, key, column, which, then)
#define DROPPED(table, column)
#define KEPT(table, columns)
#define EMPTIED(table, columns)
#define PLAIN(table, columns)

/* The rows of her account. */
void
effacement_account(struct req *r, int64_t contact_id)
{
#include "domain/vie/effacement.def"
}

#undef ACCOUNT
#undef PERSON
#define ACCOUNT(table)
#define PERSON(table) db_exec(r, SQL("DELETE FROM " #table " WHERE contact_id = ?"), I(contact_id));

/* The rows about her. */
void
effacement_person(struct req *r, int64_t contact_id)
{
#include "domain/vie/effacement.def"
}

/* ---- the words of others ---- */

/* What the search and lists know of that objet, from its words as they are now. */
static void
objet_again(struct req *r, int64_t id)
{
	const char *genre = db_string(r,
		SQL("SELECT o.genre FROM objet o JOIN recherche i ON i.objet_id = o.id"
		    " WHERE o.id = ?"),
		I(id));
	const struct genre *g = genre != NULL ? genre_find(genre) : NULL;

	if (g != NULL && g->indexe != NULL)
		g->indexe(r, id);
}

static void
message_again(struct req *r, int64_t id)
{
	const char *texte = arena_strdup(
		&r->mem, db_string(r, SQL("SELECT texte FROM message WHERE id = ?"), I(id)));

	db_exec(r, SQL("UPDATE message SET html = ?, mots = ? WHERE id = ?"),
		S(texte_html_niveau(r, texte, 2)), S(text_tokens(&r->mem, texte_brut(r, texte))),
		I(id));
}

#undef PERSON
#undef NAMED
#undef DROPPED
#define PERSON(table)
#define NAMED(table, key, column, which, then) \
	PAROLES_WHERE(r, &n, table, key, column, which, then);
#define DROPPED(table, column) \
	db_exec(r, \
		SQL("DELETE FROM " #table " WHERE " #column " REGEXP ? AND " #column " REGEXP ?"), \
		S(t->lit), S(t->motif));

/* What follows from words that were changed. */
#define RIEN NULL
#define OBJET objet_again
#define PERSONNE acces_lot_add
#define MESSAGE message_again

static void
every_column(struct req *r, const struct traces *t)
{
	struct nomme n = { t->motif, t->lit };

	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->nomme != NULL)
			(*g)->nomme(r, &n);
#include "domain/vie/effacement.def"
}

/* ---- conditions and searches that find her alone ---- */

/* Is that what people are named by? */
static bool
names_people(const char *sujet)
{
	static const char *const keys[] = { "prenom", "nom", "email", "telephone",
		"autres_courriels", "@mots" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(sujet, keys[i]) == 0)
			return true;
	return false;
}

/* Does a condition on that choose among the association's own words? */
static bool
chooses(struct req *r, const char *sujet)
{
	return db_int(r,
		       SQL("SELECT 1 FROM champ WHERE cle = ?"
			   " AND genre IN ('choix', 'choix_multiple', 'groupe', 'etiquettes')"),
		       S(sujet)) != 0;
}

/* The value of a condition without what names her; itself where there is nothing. */
static const char *
unnamed(struct req *r, const struct traces *t, const char *sujet, const char *value)
{
	if (names_people(sujet) && traces_alone(r, t, value))
		return EFFACEE;
	for (; t != NULL; t = t->next)
		if (db_int(r,
			    SQL("SELECT CONVERT(? USING utf8mb4) REGEXP ? AND CONVERT(?"
				" USING utf8mb4) REGEXP ?"),
			    S(value), S(t->lit), S(value), S(t->motif)) != 0 &&
			!chooses(r, sujet))
			value = arena_strdup(&r->mem,
				db_string(r,
					SQL("SELECT REGEXP_REPLACE(CONVERT(?"
					    " USING utf8mb4), ?, '" EFFACEE "')"),
					S(value), S(t->motif)));
	return value;
}

/* What conditions name her by, or find her alone by, is put away: what the segment finds of others
 * is the same.  How many. */
static int
put_away(struct req *r, const struct traces *t, struct noeud *n)
{
	int changed = 0;

	for (struct noeud *c = n->enfants; c != NULL; c = c->next)
		changed += put_away(r, t, c);
	for (unsigned i = 0; i < n->n; i++) {
		const char *value = unnamed(r, t, n->sujet, n->v[i]);

		changed += value != n->v[i];
		n->v[i] = value;
	}
	return changed;
}

static void
segments(struct req *r, const struct traces *t)
{
	struct rows *rows = db_rows(r, SQL("SELECT id, conditions FROM segment"));

	while (db_next(rows, &r->mem)) {
		int64_t id = db_num(rows, 0);
		struct noeud *tree = condition_parse(&r->mem, db_text(rows, 1));

		if (tree == NULL || put_away(r, t, tree) == 0)
			continue;
		db_exec(r, SQL("UPDATE segment SET conditions = ? WHERE id = ?"),
			S(condition_text(&r->mem, tree)), I(id));
	}
}

/* The same in what the journal says of segments, of deleted ones too. */
static void
segments_before(struct req *r, const struct traces *t)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT j.id, JSON_EXTRACT(j.avant, '$.conditions'), JSON_EXTRACT(j.apres,"
		    " '$.conditions')"
		    " FROM objet o JOIN journal j ON j.objet_id = o.id WHERE o.genre = 'segment'"));

	while (db_next(rows, &r->mem)) {
		int64_t id = db_num(rows, 0);
		struct noeud *before = condition_parse(&r->mem, db_text(rows, 1));
		struct noeud *after = condition_parse(&r->mem, db_text(rows, 2));

		if ((before != NULL && put_away(r, t, before) > 0) ||
			(after != NULL && put_away(r, t, after) > 0))
			journal_empty(r, id);
	}
}

static void
kept_searches(struct req *r, const struct traces *t)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT q FROM recherche_gardee WHERE LOCATE(q, ?) > 0"), S(t->dits));

	while (db_next(rows, &r->mem)) {
		const char *q = arena_strdup(&r->mem, db_text(rows, 0));

		if (traces_alone(r, t, q))
			db_exec(r, SQL("DELETE FROM recherche_gardee WHERE q = ?"), S(q));
	}
}

/* What others wrote names her no more, nor does what the journal says of it. */
void
effacement_words(struct req *r, const struct traces *t)
{
	segments(r, t);
	segments_before(r, t);
	kept_searches(r, t);
	for (; t != NULL; t = t->next) {
		every_column(r, t);
		journal_forget(r, t->lit, t->motif);
	}
	contact_reindex_lot(r);
}
