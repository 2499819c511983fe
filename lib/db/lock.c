/* lock.c - a named lock of the database: it ends with the connection, however that ends */

#include "db/lock.h"

/* Wait at most SECONDS for the lock of that name; false: another process holds it. */
bool
lock_take(struct req *r, const char *name, int seconds)
{
	return db_int(r, SQL("SELECT GET_LOCK(CONCAT(DATABASE(), '.', ?), ?)"), S(name),
		       I(seconds)) == 1;
}

/* Give it back before the connection ends. */
void
lock_leave(struct req *r, const char *name)
{
	db_int(r, SQL("SELECT RELEASE_LOCK(CONCAT(DATABASE(), '.', ?))"), S(name));
}
