/* restitution.c - all that a site holds, handed back in one folder
 *
 * One snapshot, as a dump; besides the tables there is what people call their data: a file for each
 * kind of objet with French headings, the files under the names that people gave them, and the
 * schema explained from its own comments, so that it cannot be of another day than the tables.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/json.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/socle/journal.h"
#include "net/store.h"
#include "web/export.h"
#include "web/restitution.h"

enum { NOM = 120 /* bytes of the name of a file that are kept */ };

/* ---- as people read it ---- */

static ssize_t
write_piece(void *cookie, const char *bytes, size_t n)
{
	struct sink *to = cookie;

	to->put(to->into, bytes, n);
	return (ssize_t) n;
}

static void
write_type(struct req *r, struct dossier *d, const char *type, enum format format)
{
	struct piece p;
	struct sink to = piece_open(d, &p,
		arena_printf(&r->mem, "objets/%s.%s", type, format == JSON ? "json" : "csv"));
	FILE *f = fopencookie(&to, "w", (cookie_io_functions_t) { .write = write_piece });

	if (f == NULL)
		fault("no memory for %s", p.name);
	export_table(r, type, format, f);
	if (fclose(f) != 0)
		fault("%s cannot be written", p.name);
	piece_close(d, &p, -1);
}

static void
write_types(struct req *r, struct dossier *d)
{
	char *all = arena_strdup(&r->mem, export_types(r)), *type;

	if (mkdir(arena_printf(&r->mem, "%s/objets", d->path), 0700) != 0)
		fault("%s/objets cannot be made", d->path);
	while ((type = strsep(&all, "|")) != NULL) {
		write_type(r, d, type, CSV);
		write_type(r, d, type, JSON);
	}
}

/* ---- files ---- */

/* A name that is one in any folder. */
static const char *
plain_name(struct arena *a, const char *nom)
{
	char *name = arena_printf(a, "%.*s", NOM, nom);
	size_t n = strlen(name);

	while (n > 0 && ((unsigned char) nom[n] & 0xc0) == 0x80)
		name[--n] = '\0'; /* not within a letter */
	for (char *s = name; *s != '\0'; s++)
		if ((unsigned char) *s < ' ' || strchr("/\\:*?\"<>|", *s) != NULL ||
			(s[0] == '.' && s[1] == '.'))
			*s = '_';
	return name;
}

static void
write_files(struct req *r, struct dossier *d, struct bilan *b)
{
	struct rows *rows = db_rows(r, SQL("SELECT id, nom, empreinte FROM fichier ORDER BY id"));

	while (conf.store_url != NULL && db_next(rows, &r->mem)) {
		const char *name = arena_printf(d->mem, "fichiers/%s-%s", db_text(rows, 0),
			plain_name(&r->mem, db_text(rows, 1)));

		if (dossier_content(d, name, db_text(rows, 2)))
			b->files++;
		else
			b->missing++;
	}
}

/* ---- what it means ---- */

/* In one cell of a table of Markdown. */
static const char *
md(struct arena *a, const char *text)
{
	struct buffer out = { a };

	for (; *text != '\0'; text++)
		if (*text == '|')
			buffer_puts(&out, "\\|");
		else
			buffer_char(&out, *text == '\n' ? ' ' : *text);
	return buffer_text(&out);
}

/* The fields of people: what they are called, and where they are kept. */
static void
explain_fields(struct req *r, struct buffer *out)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT libelle, cle, genre, origine, IF(COALESCE(colonne, '') = '',"
		    " IF(genre = 'groupe', 'membre', IF(genre = 'etiquettes', 'objet_etiquette',"
		    " CONCAT('champ_valeur, champ_id = ', id))), CONCAT('contact.', colonne)),"
		    " aide FROM champ ORDER BY ordre, id"));

	buffer_puts(out,
		"## Les champs des personnes\n\n| Champ | Clé | Genre | Origine | Où |"
		" Aide |\n|---|---|---|---|---|---|\n");
	while (db_next(rows, &r->mem)) {
		for (unsigned i = 0; i < 6; i++)
			buffer_puts(
				out, arena_printf(&r->mem, "| %s ", md(&r->mem, db_text(rows, i))));
		buffer_puts(out, "|\n");
	}
}

/* Every column of every table, under the line of its table. */
static void
explain_tables(struct req *r, struct buffer *out)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT t.table_name, t.table_comment, c.column_name, c.column_type,"
		    " IF(c.is_nullable = 'YES', 'oui', 'non'), c.column_comment,"
		    " IF(c.extra LIKE '%GENERATED%', 'calculée', ''), COALESCE((SELECT"
		    " GROUP_CONCAT(DISTINCT CONCAT(k.referenced_table_name, '.',"
		    " k.referenced_column_name) SEPARATOR ', ')"
		    " FROM information_schema.key_column_usage k WHERE k.table_schema = DATABASE()"
		    " AND k.table_name = c.table_name AND k.column_name = c.column_name"
		    " AND k.referenced_table_name IS NOT NULL), '')"
		    " FROM information_schema.tables t JOIN information_schema.columns c"
		    " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
		    " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
		    " ORDER BY t.table_name, c.ordinal_position"));
	const char *table = "";

	while (db_next(rows, &r->mem)) {
		if (strcmp(db_text(rows, 0), table) != 0) {
			table = arena_strdup(&r->mem, db_text(rows, 0));
			buffer_puts(out,
				arena_printf(&r->mem,
					"\n## %s\n\n%s%s| Colonne | Type | Vide possible | Sens |"
					" Calculée | Renvoie à |\n|---|---|---|---|---|---|\n",
					table, db_text(rows, 1),
					*db_text(rows, 1) != '\0' ? "\n\n" : ""));
		}
		for (unsigned i = 2; i < 8; i++)
			buffer_puts(
				out, arena_printf(&r->mem, "| %s ", md(&r->mem, db_text(rows, i))));
		buffer_puts(out, "|\n");
	}
}

/* A text that is installed beside the programs. */
static const char *
text_of(const char *name)
{
	const char *text = conf_file_text(conf_data(name));

	if (text == NULL)
		fault("%s cannot be read", conf_data(name));
	return text;
}

static void
write_schema(struct req *r, struct dossier *d)
{
	struct buffer out = { &r->mem };

	buffer_puts(&out, text_of("sql/LISEZMOI.schema"));
	explain_fields(r, &out);
	explain_tables(r, &out);
	dossier_text(d, "SCHEMA.md", buffer_text(&out));
}

/* ---- all of it ---- */

/* Write it all into a new folder below FOLDER, named by the moment. */
void
restitution_write(struct req *r, const char *folder, struct bilan *b)
{
	const char *now = clock_sql(&r->mem, clock_now());
	struct dossier d;

	*b = (struct bilan) { .nom = arena_printf(&r->mem, "restitution-%.10sT%.2s%.2s%.2sZ", now,
				      now + 11, now + 14, now + 17) };
	mkdir(folder, 0700);
	dossier_open(&d, &r->mem,
		arena_printf(&r->mem, "%s/.%s.%s", folder, b->nom, random_hex(&r->mem, 4)));
	tables_snapshot();
	dossier_text(&d, "LISEZMOI", text_of("sql/LISEZMOI.restitution"));
	write_schema(r, &d);
	write_types(r, &d);
	dump_base(r, &d, b);
	write_files(r, &d, b);
	db_script("COMMIT");
	dossier_close(&d, arena_printf(&r->mem, "%s/%s", folder, b->nom));
	b->bytes = d.bytes;
}

/* For an operator: what was written, in a line; the journal knows it.  The exit status. */
int
restitution_command(struct req *r, const char *folder)
{
	struct bilan b;
	const char *wrong;

	r->user.level = ADMIN;
	restitution_write(r, folder, &b);
	wrong = dossier_wrong(&r->mem, arena_printf(&r->mem, "%s/%s", folder, b.nom));
	journal_apart(r, "restitution", 0, NULL, json_made(&r->mem, JN("lignes", b.rows)));
	printf("export: %s/%s tables=%" PRId64 " rows=%" PRId64 " files=%" PRId64
	       " missing=%" PRId64 " bytes=%" PRId64 "\n",
		folder, b.nom, b.tables, b.rows, b.files, b.missing, b.bytes);
	if (wrong != NULL)
		fprintf(stderr, "export: %s\n", wrong);
	return wrong != NULL;
}
