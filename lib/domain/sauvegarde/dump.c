/* dump.c - the whole site as a folder of open formats
 *
 * All tables are read from one snapshot while others write.  Contents of files are never changed,
 * so that they are linked where the disk allows: a dump takes the room of what is new.
 */

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/json.h"
#include "domain/objets/fichier.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "domain/socle/identite.h"
#include "net/store.h"

static const struct mask mask = { "reglage", "valeur", IDENTITE_MASK };

static const char head[] = "SET NAMES utf8mb4;\nSET time_zone = '+00:00';\nSET sql_mode ="
			   " 'NO_AUTO_VALUE_ON_ZERO';\nSET FOREIGN_KEY_CHECKS = 0;\nSET"
			   " UNIQUE_CHECKS = 0;\n";

static void
write_schema(struct req *r, struct dossier *d)
{
	struct buffer all = { &r->mem };
	const char *const *names;

	buffer_puts(&all, head);
	for (int views = 0; views < 2; views++)
		for (tables_list(&r->mem, &names, views); *names != NULL; names++) {
			buffer_puts(&all, table_schema(&r->mem, *names, views));
			buffer_puts(&all, ";\n");
		}
	dossier_text(d, "schema.sql", buffer_text(&all));
}

static int64_t
write_table(struct req *r, struct dossier *d, const char *name)
{
	struct piece csv, sql;
	struct sink to_csv = piece_open(d, &csv, arena_printf(&r->mem, "tables/%s.csv", name));
	struct sink to_sql = piece_open(d, &sql, arena_printf(&r->mem, "tables/%s.sql", name));
	int64_t rows;

	to_sql.put(to_sql.into, head, sizeof head - 1);
	rows = table_copy(name, &mask, to_csv, to_sql);
	piece_close(d, &csv, rows);
	piece_close(d, &sql, -1);
	return rows;
}

/* The schema and the rows of every table, of the snapshot under way. */
void
dump_base(struct req *r, struct dossier *d, struct bilan *b)
{
	const char *const *names;

	write_schema(r, d);
	for (tables_list(&r->mem, &names, false); *names != NULL; names++, b->tables++)
		b->rows += write_table(r, d, *names);
}

/* Contents that could not be had, or are not what their name says (LOST): an array of names. */
static void
write_files(struct req *r, struct dossier *d, struct bilan *b, struct buffer *lost)
{
	struct arena *kept = d->mem;
	struct rows *all =
		db_rows(r, SQL("SELECT empreinte FROM fichier_contenu ORDER BY empreinte"));

	while (conf.store_url != NULL && db_next(all, &r->mem)) {
		const char *hash = arena_strdup(&r->mem, db_text(all, 0));
		const char *small = fichier_small_name(r, hash);
		const char *sum = dossier_content(
			d, arena_printf(kept, "fichiers/%s", store_place(kept, hash)), hash);

		b->files += sum != NULL;
		if (sum == NULL || strcmp(sum, hash) != 0)
			json_add_text(lost, hash);
		dossier_content(
			d, arena_printf(kept, "fichiers/%s", store_place(kept, small)), small);
	}
}

/* How many of those the base still names: one that went since the snapshot is not missing. */
static int64_t
still_named(struct req *r, struct buffer *lost)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM fichier_contenu c JOIN JSON_TABLE(?, '$[*]' COLUMNS"
		    " (empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) x"
		    " ON x.empreinte = c.empreinte"),
		S(json_list(lost)));
}

/* What the format is, and from which moment on the binary log tells the rest (rejoue.c). */
static void
write_readme(struct req *r, struct dossier *d, const char *now)
{
	const char *text = conf_file_text(conf_data("sql/LISEZMOI"));
	const char *binlog = tables_binlog(&r->mem);

	if (text == NULL)
		fault("%s cannot be read", conf_data("sql/LISEZMOI"));
	dossier_text(d, "LISEZMOI",
		arena_printf(&r->mem, "%s\n\n" LISEZMOI_INSTANT "%s\n" LISEZMOI_BASE "%s\n%s%s%s",
			text, now, conf.db_name, *binlog != '\0' ? LISEZMOI_BINLOG : "", binlog,
			*binlog != '\0' ? "\n" : ""));
}

/* Write it all into a new folder below FOLDER, named by the moment. */
void
dump_write(struct req *r, const char *folder, struct bilan *b)
{
	const char *now = clock_sql(&r->mem, clock_now()), *last;
	struct buffer lost = { &r->mem };
	struct dossier d;

	*b = (struct bilan) { .nom = arena_printf(&r->mem, "essaim-%.10sT%.2s%.2s%.2sZ", now,
				      now + 11, now + 14, now + 17) };
	last = arena_printf(&r->mem, "%s/%s", folder, b->nom);
	dossier_open(&d, &r->mem,
		arena_printf(&r->mem, "%s/.%s.%s", folder, b->nom, random_hex(&r->mem, 4)));
	tables_snapshot();
	write_readme(r, &d, now);
	dump_base(r, &d, b);
	write_files(r, &d, b, &lost);
	db_script("COMMIT");
	b->missing = still_named(r, &lost);
	dossier_close(&d, last);
	b->bytes = d.bytes;
}
