/* effacements.c - who was erased, kept beside the dumps: a copy that is restored erases them again
 *
 * A dump of last week knows people who were erased since.  Their ids and two dates stand beside the
 * dumps, written within a minute of the erasure; the day when the record was made tells that the
 * same number is the same person.
 */

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/append.h"
#include "base/buffer.h"
#include "base/conf.h"
#include "base/json.h"
#include "db/migrate.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/vie/cycle.h"
#include "domain/vie/index_refait.h"

/* Is it the folder whose file the base knows of, and does that file hold something? */
static bool
is_noted(const char *folder, const char *path)
{
	struct stat st;

	return conf.dump_folder != NULL && strcmp(folder, conf.dump_folder) == 0 &&
		stat(path, &st) == 0 && st.st_size > 0;
}

/* What was erased and is not in the file yet is added to it; all, where there is none, or where it
 * is not the one of dump.folder.  In no transaction: what is written twice is harmless, what is not
 * written would be missing. */
void
effacements_write(struct req *r, const char *folder)
{
	const char *path = arena_printf(&r->mem, "%s/effacements", folder);
	struct rows *rows = db_rows(r,
		SQL("SELECT numero, id, cree_le, efface_le FROM effacement_fait"
		    " WHERE note_le IS NULL OR ? ORDER BY numero"),
		I(!is_noted(folder, path)));
	struct buffer all = { &r->mem }, numbers = { &r->mem };

	while (db_next(rows, &r->mem)) {
		json_add_id(&numbers, db_num(rows, 0));
		buffer_puts(&all,
			arena_printf(&r->mem, "%s\t%s\t%s\t%s\n", db_text(rows, 0),
				db_text(rows, 1), db_text(rows, 2), db_text(rows, 3)));
	}
	if (all.n == 0)
		return;
	append_lines(&r->mem, path, 0600, buffer_text(&all));
	if (is_noted(folder, path))
		db_exec(r,
			SQL("UPDATE effacement_fait e JOIN JSON_TABLE(?, '$[*]' COLUMNS (n BIGINT"
			    " PATH '$')) x ON x.n = e.numero SET e.note_le = UTC_TIMESTAMP()"),
			S(json_list(&numbers)));
}

/* Erase that person again, unless it is somebody else or was done: in a transaction of its own. */
static bool
again(struct req *r, int64_t id, const char *made)
{
	bool own = db_begin_own();
	bool hers = db_int(r,
			    SQL("SELECT 1 FROM objet o JOIN contact c ON c.id = o.id"
				" WHERE o.id = ? AND o.cree_le = ? AND NOT EXISTS (SELECT 1"
				" FROM effacement_fait e WHERE e.id = o.id)"),
			    I(id), S(made)) != 0;

	if (hers)
		cycle_forget(r, id);
	db_commit_own(own);
	return hers;
}

/* The people of that file are erased again where this base knows them; the schema is brought up to
 * date first.  How many; -1: there is no such file. */
int64_t
effacements_replay(struct req *r, const char *file)
{
	FILE *f = fopen(file, "r");
	char made[32], line[256];
	int64_t id, n = 0;

	if (f == NULL)
		return -1;
	if (migrate_missing(r, conf_data("sql")) != NULL)
		migrate(r, conf_data("sql"));
	while (fgets(line, sizeof line, f) != NULL)
		if (sscanf(line, "%*d\t%" SCNd64 "\t%31[^\t\n]", &id, made) == 2)
			n += again(r, id, made);
	fclose(f);
	return n;
}

/* The same of the file beside that dump; their words leave the pages of the full text as well. */
int64_t
effacements_beside(struct req *r, const char *dump)
{
	int64_t n = effacements_replay(r, arena_printf(&r->mem, "%s/../effacements", dump));

	if (n > 0)
		index_rebuild(r);
	return n;
}

/* essaim-admin erasure replay FILE */
int
effacements_command(struct req *r, char **argv)
{
	int64_t n = effacements_replay(r, argv[0]);

	if (n < 0)
		fprintf(stderr, "erasure: %s: %s\n", argv[0], strerror(errno));
	else
		printf("erasure: erased again=%" PRId64 "\n", n);
	return n < 0;
}
