/* db_test.c - what statements give to the code */

#include "base/conf.h"
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
