/* pointage_code.c - the code on the screen of a date: an address that any telephone opens
 *
 * Eight signs of 32 that nobody mistakes for one another: a thousand guesses a second through the
 * hours of an event find one in a million times, and guesses are slowed down besides.  It opens
 * from an hour before its date to an hour after, and no longer once it was closed.
 */

#include <string.h>

#include "base/clock.h"
#include "domain/agenda/pointage.h"

enum { CODE = 8 };

static const char signs[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ01"; /* of Crockford: no I, L, O, U */

static const char *
fresh(struct req *r)
{
	unsigned char bytes[CODE];
	char *code = arena_alloc(&r->mem, CODE + 1);

	random_bytes(bytes, sizeof bytes);
	for (int i = 0; i < CODE; i++)
		code[i] = signs[bytes[i] % 32];
	code[CODE] = '\0';
	return code;
}

/* The code of that date while it is open; NULL: none was made, or it was closed. */
const char *
pointage_code(struct req *r, int64_t date_id)
{
	return db_string(r,
		SQL("SELECT code FROM pointage_code WHERE date_id = ? AND retire_le IS NULL"),
		I(date_id));
}

/* Another code: the one before opens nothing any more. */
void
pointage_code_change(struct req *r, int64_t date_id)
{
	db_exec(r,
		SQL("INSERT INTO pointage_code (date_id, code, cree_le) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE code = VALUES(code), cree_le = VALUES(cree_le),"
		    " retire_le = NULL"),
		I(date_id), S(fresh(r)), S(clock_sql(&r->mem, clock_now())));
}

void
pointage_code_ferme(struct req *r, int64_t date_id)
{
	db_exec(r,
		SQL("UPDATE pointage_code SET retire_le = ? WHERE date_id = ?"
		    " AND retire_le IS NULL"),
		S(clock_sql(&r->mem, clock_now())), I(date_id));
}

/* As people read and type it: "7QK2-93MT". */
char *
pointage_code_dit(struct arena *a, const char *code)
{
	return arena_printf(a, "%.4s-%s", code, strlen(code) > 4 ? code + 4 : "");
}

/* What was typed, as it is kept; NULL: no code. */
static const char *
plain(struct req *r, const char *typed)
{
	char *code = arena_alloc(&r->mem, CODE + 1);
	int n = 0;

	for (; *typed != '\0'; typed++) {
		char c = *typed >= 'a' && *typed <= 'z' ? *typed - 'a' + 'A' : *typed;

		if (c == '-' || c == ' ')
			continue;
		c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
		if (n == CODE || strchr(signs, c) == NULL)
			return NULL;
		code[n++] = c;
	}
	code[n] = '\0';
	return n == CODE ? code : NULL;
}

/* The date that a code opens now; 0: none. */
int64_t
pointage_date(struct req *r, const char *typed)
{
	const char *code = plain(r, typed);
	time_t at = clock_now();

	if (code == NULL)
		return 0;
	return db_int(r,
		SQL("SELECT d.id FROM pointage_code k JOIN evenement_date d ON d.id = k.date_id"
		    " JOIN evenement e ON e.id = d.evenement_id WHERE k.code = ?"
		    " AND k.retire_le IS NULL AND d.etat = 'prevu' AND e.etat = 'publie'"
		    " AND d.debut <= ? AND d.fin >= ?"),
		S(code), S(clock_sql(&r->mem, at + POINTAGE_MARGE)),
		S(clock_sql(&r->mem, at - POINTAGE_MARGE)));
}
