/* db_test.c - what statements give to the code */

#include <setjmp.h>
#include <string.h>

#include "base/conf.h"
#include "base/fault.h"
#include "db/db.h"
#include "t.h"

TEST(db_reads_columns_into_variables_of_their_type)
{
	const char *text = NULL, *none = NULL;
	int64_t id = 0;
	bool yes = false, no = true;
	int n = 0;

	check(db_read(&t,
		SQL("SELECT 'é', NULL, 4611686018427387904, 2, 1 = 1, NULL"
		    " UNION ALL SELECT 'x', 'x', 1, 1, 0, 1"),
		INTO(TO(&text), TO(&none), TO(&id), TO(&n), TO(&yes), TO(&no))));
	check_text(text, "é");
	check_text(none, "");
	check(id == INT64_C(1) << 62);
	check(n == 2 && yes && !no);
	check(db_int(&t, SQL("SELECT 7")) == 7); /* what was not read holds up nothing */
}

TEST(db_reads_nothing_where_there_is_no_row)
{
	const char *text = "as it was";

	check(!db_read(&t, SQL("SELECT 'x' FROM DUAL WHERE 1 = 0"), INTO(TO(&text))));
	check_text(text, "as it was");
}

/* Of several hosts the first that answers is taken; without one that does, the base is away. */
TEST(db_of_several_hosts_the_first_that_answers_is_taken)
{
	db_rollback();
	conf.db_host = "127.0.0.1:1, localhost";
	db_close();
	check(db_int(&t, SQL("SELECT 1")) == 1);
	conf.db_host = "127.0.0.1:1,";
	db_close();
	check(!db_alive());
	conf.db_host = NULL;
	db_begin(false);
}

static void
double_it(struct req *r, const char *name)
{
	struct row *row = row_first(r, name);

	row_say_int(row, "double", 2 * row_int(row, "n"));
	row_say_int(row, "autre", db_int(r, SQL("SELECT 5")));
}

static void
ask(const char *name, int n)
{
	db_later(&t, name, NULL, SQL("SELECT ? AS n"), I(n));
}

/* Lists that are put off come in one round trip, in their order, whatever runs before. */
TEST(db_lists_put_off_are_answered_together)
{
	unsigned sent, trips;

	for (int round = 0; round < 2; round++) { /* the first prepares */
		sent = db_sent();
		trips = db_trips();
		db_later(&t, "un", double_it, SQL("SELECT 21 AS n UNION ALL SELECT 22"));
		db_later(&t, "deux", NULL, SQL("SELECT REPEAT('é', 400) AS texte"));
		db_later(&t, "rien", NULL, SQL("SELECT 1 AS n FROM DUAL WHERE ? = 2"), I(1));
		db_now(&t);
	}
	check(db_sent() - sent == 4 && db_trips() - trips == 2); /* one of double_it() */
	check_text(said(&t, "un.0.double"), "42");
	check_text(said(&t, "un.1.n"), "22");
	check_text(said(&t, "un.0.autre"), "5");
	check(strlen(said(&t, "deux.0.texte")) == 800);
	check(row_first(&t, "rien") == NULL);
}

TEST(db_lists_put_off_come_before_what_is_asked_at_once)
{
	ask("premier", 1);
	check(db_int(&t, SQL("SELECT 7")) == 7);
	check_text(said(&t, "premier.0.n"), "1");
	for (int i = 0; i < 40; i++) /* the same one over and over */
		ask(arena_printf(&t.mem, "suite.%d", i), i);
	db_now(&t);
	check_text(said(&t, "suite.39.0.n"), "39");
	check_text(said(&t, "suite.0.0.n"), "0");
}

/* A text that is no key finds nothing, among others too (statement.c: execute()). */
TEST(db_lists_put_off_may_ask_for_what_is_no_key)
{
	for (int round = 0; round < 2; round++) {
		db_later(&t, "cle", NULL, SQL("SELECT cle FROM groupe_type WHERE cle = ?"),
			S("été 2"));
		ask("apres", 3);
		db_now(&t);
	}
	check(row_first(&t, "cle") == NULL);
	check_text(said(&t, "apres.0.n"), "3");
}

/* What fails leaves no answer of another in the way. */
TEST(db_a_list_put_off_that_fails_is_a_fault_and_the_next_is_answered)
{
	jmp_buf here, *outer = fault_catcher;
	volatile int faults = 0;

	for (volatile int round = 0; round < 2; round++) {
		fault_catcher = &here;
		if (setjmp(here) == 0) {
			db_later(
				&t, "faux", NULL, SQL("SELECT (SELECT cle FROM groupe_type) AS n"));
			ask("apres", 3);
			db_now(&t);
		} else {
			faults = faults + 1;
			t.kept = NULL;
			db_rollback();
		}
		fault_catcher = outer;
		check(db_int(&t, SQL("SELECT 7")) == 7);
	}
	check(faults == 2);
	db_begin(false);
}
