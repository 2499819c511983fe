/* sql_test.c - every statement of the program fits the schema, and erasure knows all of it */

#include <stdio.h>

#include "domain/demandes/traitement.h"
#include "domain/socle/paroles.h"
#include "domain/vie/effacement.h"
#include "t.h"

TEST(sql_every_statement_fits_the_schema)
{
	for (struct sql *const *s = __start_sqltext; s < __stop_sqltext; s++) {
		const char *why = db_check(*s);

		t_check(why == NULL, (*s)->file, (*s)->line, why ? why : "");
	}
}

TEST(sql_a_text_that_is_no_key_is_found_nowhere)
{
	static const char *const none[] = { "é", "groupe_localé", "\xF0\x9F\x98\x80" };

	for (int i = 0; i < 3; i++) {
		check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_type WHERE cle = ?"),
			      S(none[i])) == 0);
		check(db_int(&t,
			      SQL("SELECT COUNT(*) FROM groupe_type WHERE cle IN ('membre', ?, ?)"),
			      S(none[i]), S("groupe_local")) == 1);
		check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_type WHERE cle = ?"),
			      S("groupe_local")) == 1);
	}
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM groupe_type WHERE cle <> ?"
			  " AND titre LIKE CONCAT('%', ?, '%')"),
		      S("é"), S("LÔCÂL")) >= 1);
}

TEST(sql_a_value_may_stand_beside_a_literal)
{
	check(db_int(&t, SQL("SELECT ? <> '[]'"), S("[]")) == 0);
	check(db_int(&t, SQL("SELECT ? <> '[]'"), S("é")) == 1);
}

/* The index that the look-up of a key stands on. */
static const char *
index_of(struct rows *rows)
{
	const char *key = "";

	while (db_next(rows, &t.mem))
		for (unsigned i = 0; i < db_columns(rows); i++)
			if (strcmp(db_column(rows, i), "key") == 0)
				key = arena_strdup(&t.mem, db_text(rows, i));
	return key;
}

TEST(sql_keys_are_looked_up_in_their_index)
{
	check_text(index_of(db_rows(&t, SQL("EXPLAIN SELECT titre FROM groupe_type WHERE cle = ?"),
			   S("groupe_local"))),
		"PRIMARY");
	check_text(index_of(db_rows(&t,
			   SQL("EXPLAIN SELECT id FROM public WHERE genre = ? AND cle = ?"),
			   S("groupe"),
			   S(arena_printf(&t.mem, "%d", (int) t_group("groupe_local", "Essai"))))),
		"genre");
}

static bool
holds(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *s = list; (s = strstr(s, word)) != NULL; s += n)
		if ((s == list || s[-1] == ' ') && (s[n] == '\0' || s[n] == ' '))
			return true;
	return false;
}

static bool
listed(const char *table, const char *column)
{
	for (const struct effacement_ligne *l = effacement_lignes; l->table != NULL; l++)
		if (strcmp(l->table, table) == 0 &&
			(*l->colonnes == '\0' || holds(l->colonnes, column)))
			return true;
	for (const struct parole *const *p = __start_paroles; p < __stop_paroles; p++)
		if (strcmp((*p)->table, table) == 0 && holds((*p)->colonnes, column))
			return true;
	return false;
}

/* A table or a column more gets a line that says what the erasure of a person does with it. */
TEST(sql_every_column_of_text_says_what_erasure_does_with_it)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b"
		    " ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME"
		    " AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.CHARACTER_MAXIMUM_LENGTH IS NOT NULL"
		    " ORDER BY 1, 2"));

	while (db_next(rows, &t.mem))
		if (!listed(db_text(rows, 0), db_text(rows, 1))) {
			printf("  lib/domain/vie/effacement.def says nothing of %s.%s\n",
				db_text(rows, 0), db_text(rows, 1));
			check(false);
		}
}

/* A table more gets its place in the register of processing, or is said to hold nothing of
 * persons. */
TEST(sql_every_table_is_in_the_register_of_processing)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT TABLE_NAME FROM information_schema.TABLES"
		    " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1"));

	while (db_next(rows, &t.mem))
		if (!traitement_known(db_text(rows, 0))) {
			printf("  lib/domain/demandes/traitements.def says nothing of %s\n",
				db_text(rows, 0));
			check(false);
		}
	check(!traitement_known("nulle_part"));
}
