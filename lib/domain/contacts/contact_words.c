/* contact_words.c - the words that people are looked up by, and their place in the full text */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/contacts/contact_words.h"

enum { WORDS = 400, WORD = 64, FIELD_WORDS = 60, NAME_WORDS = 12 };

struct words {
	unsigned n;
	struct {
		const char *word;
		int64_t champ_id;
	} w[WORDS];
};

static void
add(struct req *r, struct words *words, int64_t champ_id, const char *word)
{
	size_t len = strlen(word);

	if (len == 0 || words->n == WORDS)
		return;
	while (len > WORD || (len > 0 && (word[len] & 0xC0) == 0x80))
		len--;
	words->w[words->n].word = arena_printf(&r->mem, "%.*s", (int) len, word);
	words->w[words->n++].champ_id = champ_id;
}

/* The first words of a text, which may be long. */
static void
add_words(struct req *r, struct words *words, int64_t champ_id, const char *text)
{
	char *rest = text_fold(&r->mem, text), *one;
	unsigned most = words->n + FIELD_WORDS;

	while ((one = strsep(&rest, " ")) != NULL && words->n < most)
		add(r, words, champ_id, one);
}

/* Words that names write in two ways. */
static const char *
other_spelling(const char *word, bool brief)
{
	static const char *const pairs[][2] = { { "saint", "st" }, { "sainte", "ste" } };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (strcmp(word, pairs[i][!brief]) == 0)
			return pairs[i][brief];
	return word;
}

/* The words FROM to N without a space between, in one spelling. */
static const char *
run_together(struct req *r, char *const *word, unsigned from, unsigned n, bool brief)
{
	struct buffer out = { &r->mem };

	for (unsigned i = from; i < n; i++)
		buffer_puts(&out, other_spelling(word[i], brief));
	return buffer_text(&out);
}

/* The words of a name, and from each the name without spaces: "Le Goff" is found as "legoff",
 * N’Guyen as "guyen" and "nguyen", Jean-Pierre as "jeanpierre", Saint-Exupéry as "st" too. */
static void
add_name(struct req *r, struct words *words, int64_t champ_id, const char *name)
{
	char *rest = text_fold(&r->mem, name), *word[NAME_WORDS];
	unsigned n = 0;

	while (n < NAME_WORDS && (word[n] = strsep(&rest, " ")) != NULL)
		n++;
	for (unsigned i = 0; i < n; i++)
		for (int brief = 0; brief < 2; brief++) {
			add(r, words, champ_id, other_spelling(word[i], brief));
			if (i + 1 < n)
				add(r, words, champ_id, run_together(r, word, i, n, brief));
		}
}

/* The whole address in lower case, what stands before the @, and the words of that. */
static void
add_email(struct req *r, struct words *words, int64_t champ_id, const char *email)
{
	char *lower = arena_strdup(&r->mem, email);
	const char *before;

	for (char *c = lower; *c != '\0'; c++)
		*c = (char) tolower((unsigned char) *c);
	add(r, words, champ_id, lower);
	before = arena_printf(&r->mem, "%.*s", (int) strcspn(lower, "@"), lower);
	add(r, words, champ_id, before);
	add_words(r, words, champ_id, before);
}

/* Each phone that is written there in two spellings of digits alone: 33612345678 and 0612345678. */
static void
add_phones(struct req *r, struct words *words, int64_t champ_id, const char *phones)
{
	for (char *e164, *shown, *o; (e164 = text_phone_next(&r->mem, &phones, NULL)) != NULL;) {
		add(r, words, champ_id, e164 + 1);
		shown = o = text_phone_show(&r->mem, e164);
		for (char *c = shown; *c != '\0'; c++)
			if (isdigit((unsigned char) *c))
				*o++ = *c;
		*o = '\0';
		add(r, words, champ_id, shown);
	}
}

/* What was written, and the five digits that it means. */
static void
add_postcode(struct req *r, struct words *words, int64_t champ_id, const char *raw)
{
	const char *code = text_postcode(&r->mem, raw);

	add_words(r, words, champ_id, raw);
	if (code != NULL)
		add(r, words, champ_id, code);
}

struct field_value {
	int64_t champ_id;
	const char *genre; /* "": nobody is looked up by its words */
	bool all_read;
	const char *text;
};

/* The next value of "12:texte:1:La Louve", apart by \x1f.  False: there are none left. */
static bool
next_value(char **rest, struct field_value *v)
{
	char *one = strsep(rest, "\x1f"), *genre, *read;

	if (one == NULL || (genre = strchr(one, ':')) == NULL ||
		(read = strchr(genre + 1, ':')) == NULL || read[1] == '\0')
		return false;
	*read = '\0';
	*v = (struct field_value) { strtoll(one, NULL, 10), genre + 1, read[1] == '1', read + 3 };
	return true;
}

/* The words of the values by which people are looked up. */
static void
add_values(struct req *r, struct words *words, const char *all)
{
	char *rest = arena_strdup(&r->mem, all);

	for (struct field_value v; next_value(&rest, &v);)
		if (strcmp(v.genre, "telephone") == 0)
			add_phones(r, words, v.champ_id, v.text);
		else if (strcmp(v.genre, "code_postal") == 0)
			add_postcode(r, words, v.champ_id, v.text);
		else if (strcmp(v.genre, "courriel") == 0) {
			add_email(r, words, v.champ_id, v.text);
			add_words(r, words, v.champ_id, v.text);
		} else if (strcmp(v.genre, "lien") == 0 && strstr(v.text, "://") != NULL)
			add_words(r, words, v.champ_id, strstr(v.text, "://") + 3);
		else if (*v.genre != '\0')
			add_words(r, words, v.champ_id, v.text);
}

/* What whoever sees the person may read of the values. */
static const char *
values_read(struct req *r, const char *all)
{
	char *rest = arena_strdup(&r->mem, all);
	struct buffer text = { &r->mem };

	for (struct field_value v; next_value(&rest, &v);)
		if (v.all_read) {
			buffer_puts(&text, v.text);
			buffer_puts(&text, " ");
		}
	return buffer_text(&text);
}

/* Add the words of one person to ALL, rows of a JSON array. */
static void
put_words(struct buffer *all, const char *id, const struct words *words)
{
	for (unsigned i = 0; i < words->n; i++)
		json_add(
			all, JS("m", words->w[i].word), JN("c", words->w[i].champ_id), JR("i", id));
}

struct ids {
	int64_t prenom, nom, email, telephone, ville, code_postal;
};

/* The people of the lot, as index_one() and full_text() read them.  The full text holds only what
 * whoever sees the person may read: results are cut by person, not by field. */
static struct rows *
people_of_lot(struct req *r)
{
	return db_rows(r,
		SQL("SELECT STRAIGHT_JOIN c.id, c.prenom, c.nom, c.email, c.telephone, c.ville,"
		    " c.code_postal,"
		    " IF((SELECT lecture FROM champ WHERE cle = 'bio') = 1, c.bio, ''),"
		    " (SELECT GROUP_CONCAT(f.id, ':', IF(" SOUGHT
		    ", f.genre, ''), ':', f.lecture = 1 AND f.genre NOT IN ('courriel',"
		    " 'telephone'), ':', COALESCE(p.libelle, v.texte, v.valeur)"
		    " SEPARATOR '\x1f') FROM champ_valeur v JOIN champ f ON f.id = v.champ_id"
		    " AND (f.lecture = 1 OR (" SOUGHT
		    ")) LEFT JOIN champ_option p ON p.champ_id = v.champ_id AND p.valeur = v.valeur"
		    " WHERE v.contact_id = c.id)"
		    " , IF((SELECT lecture FROM champ WHERE cle = 'ville') = 1, c.ville, '')"
		    " FROM lot l JOIN contact c ON c.id = l.contact_id"
		    " WHERE l.connexion = CONNECTION_ID()"));
}

static const char *
name_tokens(struct req *r, struct rows *c)
{
	return text_tokens(&r->mem, arena_printf(&r->mem, "%s %s", db_text(c, 1), db_text(c, 2)));
}

static const char *
body_tokens(struct req *r, struct rows *c)
{
	return text_tokens(&r->mem,
		arena_printf(&r->mem, "%s %s %s", db_text(c, 9), db_text(c, 7),
			values_read(r, db_text(c, 8))));
}

static void
index_one(struct req *r, const struct ids *f, struct rows *c, struct buffer *all)
{
	struct words words;

	words.n = 0;
	add_name(r, &words, f->prenom, db_text(c, 1));
	add_name(r, &words, f->nom, db_text(c, 2));
	add_email(r, &words, f->email, db_text(c, 3));
	add_phones(r, &words, f->telephone, db_text(c, 4));
	add_name(r, &words, f->ville, db_text(c, 5));
	add_postcode(r, &words, f->code_postal, db_text(c, 6));
	add_values(r, &words, db_text(c, 8));
	put_words(all, db_text(c, 0), &words);
}

static struct ids
ids(struct req *r)
{
	struct ids f = { 0 };
	struct rows *rows = db_rows(r, SQL("SELECT cle, id FROM champ WHERE colonne IS NOT NULL"));
	const struct {
		const char *cle;
		int64_t *id;
	} all[] = {
		{ "prenom", &f.prenom },
		{ "nom", &f.nom },
		{ "email", &f.email },
		{ "telephone", &f.telephone },
		{ "ville", &f.ville },
		{ "code_postal", &f.code_postal },
	};

	while (db_next(rows, &r->mem))
		for (size_t i = 0; i < sizeof all / sizeof *all; i++)
			if (strcmp(all[i].cle, db_text(rows, 0)) == 0)
				*all[i].id = db_num(rows, 1);
	return f;
}

/* Add the full text of one person to ALL, rows of a JSON array. */
static void
put_text(struct req *r, struct buffer *all, struct rows *c)
{
	json_add(all, JR("i", db_text(c, 0)), JS("t", name_tokens(r, c)),
		JS("c", body_tokens(r, c)));
}

static void
write_texts(struct req *r, struct buffer *all)
{
	if (all->n == 0)
		return;
	db_exec(r,
		SQL("INSERT INTO recherche (objet_id, titre, corps) SELECT j.i, j.t, j.c"
		    " FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (i BIGINT PATH '$.i', t TEXT PATH '$.t', c MEDIUMTEXT PATH '$.c')) j"
		    " ON DUPLICATE KEY UPDATE titre = j.t, corps = j.c"),
		S(json_list(all)));
}

static void
write_words(struct req *r, struct buffer *all)
{
	if (all->n == 0)
		return;
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_mot (mot, champ_id, contact_id)"
		    " SELECT j.m, j.c, j.i"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (m VARCHAR(64) PATH '$.m',"
		    " c SMALLINT PATH '$.c', i BIGINT PATH '$.i')) j"),
		S(json_list(all)));
}

/* Write again the words and the full text of the people of the lot, each in one statement. */
void
contact_reindex_lot(struct req *r)
{
	struct buffer words = { &r->mem }, texts = { &r->mem };
	struct ids f = ids(r);
	struct rows *people;

	db_exec(r,
		SQL("DELETE m FROM lot l STRAIGHT_JOIN contact_mot m ON l.contact_id = m.contact_id"
		    " AND l.connexion = CONNECTION_ID()"));
	people = people_of_lot(r);
	while (db_next(people, &r->mem)) {
		index_one(r, &f, people, &words);
		put_text(r, &texts, people);
	}
	write_texts(r, &texts);
	write_words(r, &words);
}

/* Write again the full text alone, when no word that people are looked up by has changed. */
void
contact_retext_lot(struct req *r)
{
	struct rows *people = people_of_lot(r);
	struct buffer texts = { &r->mem };

	while (db_next(people, &r->mem))
		put_text(r, &texts, people);
	write_texts(r, &texts);
}

/* Write the words again of the people of the lot, and empty it.  The last of them. */
static int64_t
reindex_found(struct req *r)
{
	int64_t last =
		db_int(r, SQL("SELECT MAX(contact_id) FROM lot WHERE connexion = CONNECTION_ID()"));

	contact_reindex_lot(r);
	acces_lot_clear(r);
	return last;
}

/* Write the words again of all who have that value of the field, when its name has changed. */
void
contact_reindex_choice(int64_t champ_id, const char *valeur)
{
	struct req own = { 0 };

	acces_lot_clear(&own);
	for (int64_t last = 0;; arena_reset(&own.mem)) {
		if (db_exec(&own,
			    SQL("INSERT INTO lot SELECT CONNECTION_ID(), contact_id"
				" FROM champ_valeur"
				" WHERE champ_id = ? AND valeur = ? AND contact_id > ?"
				" ORDER BY contact_id LIMIT 1000"),
			    I(champ_id), S(valeur), I(last)) == 0)
			break;
		last = reindex_found(&own);
	}
	arena_reset(&own.mem);
}

/* Write the words and texts of everybody again: once, after a migration, on behalf of nobody. 
 * Begins and commits by itself. */
void
contact_reindex_everybody(struct req *r)
{
	struct req own = { 0 };

	for (int64_t last = 0, n = 1; n > 0; arena_reset(&own.mem)) {
		db_begin(false);
		acces_lot_clear(&own);
		n = db_exec(&own,
			SQL("INSERT INTO lot SELECT CONNECTION_ID(), c.id FROM contact c"
			    " WHERE c.id > ? AND (c.retire_le IS NULL"
			    " OR EXISTS (SELECT 1 FROM recherche x WHERE x.objet_id = c.id))"
			    " ORDER BY c.id LIMIT 1000"),
			I(last));
		last = reindex_found(&own);
		db_commit();
	}
	db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'mots_refaire'"));
}
