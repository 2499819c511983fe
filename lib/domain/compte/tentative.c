/* tentative.c - growing delays, kept in the base so that every process knows them
 *
 * What is counted (an address typed, a network) is kept as a hash only.
 */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/compte/tentative.h"

static const char *
key(struct req *r, const char *name, const char *what)
{
	const char *text = arena_printf(&r->mem, "%s\x1f%s", name, what);

	return sha256_hex(&r->mem, text, strlen(text));
}

static const char *
now(struct req *r, long later)
{
	return clock_sql(&r->mem, clock_now() + later);
}

/* Seconds before WHAT may be tried again; 0: now. */
long
tentative_wait(struct req *r, const struct rule *rule, const char *what)
{
	return (long) db_int(r,
		SQL("SELECT GREATEST(0, TIMESTAMPDIFF(SECOND, ?, jusqu_a)) FROM tentative"
		    " WHERE cle = UNHEX(?)"),
		S(now(r, 0)), S(key(r, rule->name, what)));
}

/* One more failure of WHAT.  Returns the wait that held already: others failed meanwhile, and
 * then even a right answer must not be taken.  The row stays locked until the commit. */
long
tentative_count(struct req *r, const struct rule *rule, const char *what)
{
	const char *k = key(r, rule->name, what);
	long before, n, wait = 0;

	db_exec(r,
		SQL("INSERT INTO tentative (cle, nombre, jusqu_a, maj_le)"
		    " VALUES (UNHEX(?), 1, ?, ?)"
		    " ON DUPLICATE KEY UPDATE nombre = IF(maj_le < ?, 1, nombre + 1), maj_le ="
		    " VALUES(maj_le)"),
		S(k), S(now(r, 0)), S(now(r, 0)), S(now(r, -3600)));
	before = tentative_wait(r, rule, what);
	n = (long) db_int(r, SQL("SELECT nombre FROM tentative WHERE cle = UNHEX(?)"), S(k)) -
		rule->free;
	if (n >= 0)
		wait = n < 20 && 2L << n < rule->max ? 2L << n : rule->max;
	if (wait > before)
		db_exec(r, SQL("UPDATE tentative SET jusqu_a = ? WHERE cle = UNHEX(?)"),
			S(now(r, wait)), S(k));
	return before;
}

/* WEIGHT more of WHAT in the SECONDS that began with its first: how much so far, and *LEFT seconds
 * of them.  One statement, which is no part of what the request reads: a GET counts too. */
long
tentative_window(
	struct req *r, const char *name, const char *what, long weight, long seconds, long *left)
{
	const char *at = now(r, 0), *end = now(r, seconds);
	struct rows *rows = db_rows(r,
		SQL("INSERT INTO tentative (cle, nombre, jusqu_a, maj_le)"
		    " VALUES (UNHEX(?), ?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE nombre = IF(jusqu_a <= ?, VALUES(nombre), nombre +"
		    " VALUES(nombre)),"
		    " jusqu_a = IF(jusqu_a <= ?, VALUES(jusqu_a), jusqu_a), maj_le = VALUES(maj_le)"
		    " RETURNING nombre, TIMESTAMPDIFF(SECOND, maj_le, jusqu_a)"),
		S(key(r, name, what)), I(weight), S(end), S(at), S(at), S(at));
	long n = 0;

	*left = 0;
	while (db_next(rows, &r->mem)) {
		n = (long) db_num(rows, 0);
		*left = (long) db_num(rows, 1);
	}
	return n;
}

/* It went well: start again from nothing. */
void
tentative_forget(struct req *r, const struct rule *rule, const char *what)
{
	db_exec(r, SQL("DELETE FROM tentative WHERE cle = UNHEX(?)"), S(key(r, rule->name, what)));
}

/* One name for all the spellings that reach the same account. */
const char *
tentative_address(struct req *r, const char *email)
{
	return text_fold(&r->mem, email);
}

/* Where the request comes from: an IPv4 address, or the /64 of an IPv6 one. */
const char *
tentative_network(struct req *r)
{
	const char *s = r->address != NULL ? r->address : "";
	int colons = 0;

	for (const char *p = s; *p != '\0'; p++)
		if (*p == ':' && (++colons == 4 || p[1] == ':'))
			return arena_printf(&r->mem, "%.*s", (int) (p - s), s);
	return s;
}
