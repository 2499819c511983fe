/* sql_test.c - every statement of the program fits the schema */

#include "t.h"

TEST(sql_every_statement_fits_the_schema)
{
	for (struct sql *const *s = __start_sqltext; s < __stop_sqltext; s++) {
		const char *why = db_check(*s);

		t_check(why == NULL, (*s)->file, (*s)->line, why ? why : "");
	}
}
