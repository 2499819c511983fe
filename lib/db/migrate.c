/* migrate.c - sql/NNNN_name.sql, forward only, each statement once, in order
 *
 * MariaDB commits each change of the schema by itself, so progress is noted statement by
 * statement: a migration killed half-way goes on where it stopped.
 */

#include <dirent.h>
#include <inttypes.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "db/migrate.h"

static int
is_migration(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 9 && strspn(d->d_name, "0123456789") == 4 && d->d_name[4] == '_' &&
		strcmp(d->d_name + n - 4, ".sql") == 0;
}

/* The files of DIR in order; returns how many. */
static int
list(struct req *r, const char *dir, char ***names)
{
	struct dirent **found;
	int n = scandir(dir, &found, is_migration, alphasort);

	if (n < 0)
		fault("%s: cannot read migrations", dir);
	*names = arena_alloc(&r->mem, ((size_t) n + 1) * sizeof **names);
	for (int i = 0; i < n; i++) {
		(*names)[i] = arena_strdup(&r->mem, found[i]->d_name);
		free(found[i]);
	}
	free(found);
	return n;
}

static void
create_table(void)
{
	db_script("CREATE TABLE IF NOT EXISTS migration ("
		  "numero INT PRIMARY KEY, nom VARCHAR(100) NOT NULL, somme CHAR(64) NOT NULL,"
		  " fait INT NOT NULL, faite_le DATETIME NULL)");
}

/* The error numbers of "it is there already": the statement ran, its note was lost. */
static bool
was_done(void)
{
	static const char *const already[] = { "(1050)", "(1060)", "(1061)", "(1062)", "(1091)",
		"(1826)" };

	for (size_t i = 0; i < sizeof already / sizeof *already; i++)
		if (strstr(fault_message, already[i]) != NULL)
			return true;
	return false;
}

/* Run one statement; when RESUMED, one that ran before its note was written passes. */
static void
run_one(const char *text, bool resumed)
{
	jmp_buf here, *outer = fault_catcher;

	fault_catcher = &here;
	if (setjmp(here) != 0) {
		char why[sizeof fault_message];

		fault_catcher = outer;
		memcpy(why, fault_message, sizeof why);
		if (!resumed || !was_done())
			fault("%s", why);
		return;
	}
	db_script(text);
	fault_catcher = outer;
}

static void
note(struct req *r, int number, const char *name, const char *sum, int done, bool end)
{
	db_exec(r,
		db_composed(r,
			"REPLACE INTO migration VALUES (?, ?, ?, ?, IF(?, UTC_TIMESTAMP(), NULL))"),
		I(number), S(name), S(sum), I(done), I(end));
}

/* Apply the statements of TEXT from the one after DONE; they end with ";" at the end of a line. */
static void
apply(struct req *r, int number, const char *name, char *text, int done, const char *sum)
{
	int n = 0;

	for (char *s = text, *end; *s != '\0'; s = end) {
		bool last = (end = strstr(s, ";\n")) == NULL;

		if (last)
			end = s + strlen(s);
		else
			*end = '\0', end += 2;
		if (s[strspn(s, " \t\r\n")] == '\0')
			continue;
		if (n++ >= done) {
			run_one(s, n == done + 1 && done > 0);
			note(r, number, name, sum, n, false);
		}
	}
	note(r, number, name, sum, n, true);
}

/* The number of the newest migration of DIR. */
static int64_t
newest(struct req *r, const char *dir)
{
	char **names;
	int n = list(r, dir, &names);

	return n > 0 ? strtol(names[n - 1], NULL, 10) : 0;
}

/* The newest migration that newer programs than those of DIR applied; NULL: none did. */
const char *
migrate_newer(struct req *r, const char *dir)
{
	create_table();
	return db_string(r,
		db_composed(r,
			"SELECT nom FROM migration WHERE numero > ? ORDER BY numero DESC LIMIT 1"),
		I(newest(r, dir)));
}

/* Apply what DIR holds and the base lacks.  Returns how many files were applied; a file
 * changed after it was applied is a fault. */
int
migrate(struct req *r, const char *dir)
{
	char **names;
	int n = list(r, dir, &names), applied = 0;

	create_table();
	for (int i = 0; i < n; i++) {
		int number = (int) strtol(names[i], NULL, 10);
		const char *text = conf_file_text(arena_printf(&r->mem, "%s/%s", dir, names[i]));
		const char *known, *sum;
		char *copy;

		if (text == NULL)
			fault("%s/%s cannot be read", dir, names[i]);
		copy = arena_printf(&r->mem, "%s\n", text);
		free((void *) text);
		sum = sha256_hex(&r->mem, copy, strlen(copy));
		known = db_string(r,
			db_composed(r,
				"SELECT somme FROM migration WHERE numero = ?"
				" AND faite_le IS NOT NULL"),
			I(number));
		if (known != NULL && strcmp(known, sum) != 0)
			fault("%s was changed after it was applied", names[i]);
		if (known != NULL)
			continue;
		apply(r, number, names[i], copy,
			(int) db_int(r,
				db_composed(r, "SELECT fait FROM migration WHERE numero = ?"),
				I(number)),
			sum);
		applied++;
	}
	return applied;
}

/* The first migration of DIR that the base lacks; NULL when it is up to date. */
const char *
migrate_missing(struct req *r, const char *dir)
{
	char **names;
	int n = list(r, dir, &names);

	for (int i = 0; i < n; i++)
		if (db_int(r,
			    db_composed(r,
				    "SELECT COUNT(*) FROM migration WHERE numero = ?"
				    " AND faite_le IS NOT NULL"),
			    I(strtol(names[i], NULL, 10))) == 0)
			return names[i];
	return NULL;
}
