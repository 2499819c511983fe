/* sql_test.c - every statement of the program fits the schema */

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
		      SQL("SELECT COUNT(*) FROM groupe_type WHERE cle <> ? AND titre LIKE CONCAT('%', ?, '%')"),
		      S("é"), S("LÔCÂL")) >= 1);
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
