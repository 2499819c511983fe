/* export.c - all objects of one type, row by row: what an operator takes away
 *
 * No reader's rights here: whoever holds a shell on the server holds the database.  Journaled
 * like the exports of the site.
 */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/json.h"
#include "domain/contacts/contact.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "web/export.h"
#include "web/export_types.h"
#include "web/sheet.h"

enum { COLUMNS = 200, CHUNK = 1 << 16 };

/* What can be asked for: people, the kinds of objets that tell their rows, and what is no objet. */
const char *
export_types(struct req *r)
{
	struct buffer out = { &r->mem };

	buffer_puts(&out, "contacts|");
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->lignes != NULL)
			buffer_puts(&out, arena_printf(&r->mem, "%ss|", (*g)->nom));
	for (const struct export_type *t = export_types_autres; t->nom != NULL; t++)
		buffer_puts(&out, arena_printf(&r->mem, "%s|", t->nom));
	buffer_puts(&out, "membres|etiquettes|imports|journal");
	return buffer_text(&out);
}

/* A table on its way out, one cell after the other. */
struct out {
	enum format format;
	FILE *to;
	struct sheet *sheet; /* CSV, XLSX */
	struct arena mem;    /* of a row */
	const char *names[COLUMNS];
	unsigned n, at;
	int64_t rows;
};

static void
start(struct req *r, struct out *o, const char *title)
{
	if (o->format == JSON)
		fputs("[", o->to);
	else
		o->sheet = sheet_open(
			&r->mem, o->format == CSV ? SHEET_CSV : SHEET_XLSX, title, o->names, o->n);
}

static void
cell(struct out *o, const char *text)
{
	if (o->format != JSON)
		sheet_cell(o->sheet, text);
	else
		fprintf(o->to, "%s%s:%s",
			o->at > 0           ? "," :
				o->rows > 0 ? ",\n{" :
					      "\n{",
			json_quoted(&o->mem, o->names[o->at]), json_quoted(&o->mem, text));
	o->at++;
}

static void
end_row(struct out *o)
{
	if (o->format == JSON)
		fputs("}", o->to);
	else
		sheet_row(o->sheet);
	o->at = 0;
	o->rows++;
	arena_reset(&o->mem);
}

static void
finish(struct req *r, struct out *o)
{
	char *chunk;
	ssize_t n;
	int fd;

	if (o->format == JSON) {
		fputs("\n]\n", o->to);
	} else {
		fd = sheet_close(o->sheet);
		chunk = arena_alloc(&r->mem, CHUNK);
		while ((n = read(fd, chunk, CHUNK)) > 0)
			fwrite(chunk, 1, (size_t) n, o->to);
	}
	if (fflush(o->to) != 0 || ferror(o->to))
		fault_down("export: cannot write");
}

/* People with every field; a date as 2026-09-14. */
static void
contacts(struct req *r, struct out *o)
{
	const struct modele *m = modele(r);
	struct rows *rows;

	for (o->n = 0; o->n < m->n && o->n < COLUMNS - 2; o->n++)
		o->names[o->n] = o->format == JSON ? m->champs[o->n].cle : m->champs[o->n].libelle;
	o->names[o->n++] = o->format == JSON ? "id" : "Numéro Essaim";
	o->names[o->n++] = o->format == JSON ? "hubspot_id" : "Numéro HubSpot";
	rows = db_stream(r,
		SQL("SELECT " CONTACT_ROW ", c.bio, 0, " CONTACT_VALUES(
			"") ", " CONTACT_GROUPS ", " CONTACT_TAGS
			    " FROM contact c WHERE c.retire_le IS NULL ORDER BY c.id"));
	start(r, o, "Contacts");
	while (db_next(rows, &o->mem)) {
		struct personne p = contact_row(r, rows);

		for (unsigned i = 0; i + 2 < o->n; i++) {
			const struct champ *c = &m->champs[i];
			struct option one;

			if (c->genre != G_DATE)
				cell(o, contact_text(&o->mem, m, &p, c));
			else
				cell(o,
					contact_values(&o->mem, m, &p, c, &one, 1) > 0 ?
						one.valeur :
						"");
		}
		cell(o, p.text[P_ID]);
		cell(o, p.text[P_HUBSPOT]);
		end_row(o);
	}
}

/* The columns of a statement, under their own names for programs, in words for people. */
static void
table(struct req *r, struct out *o, const char *title, struct rows *rows)
{
	for (o->n = 0; o->n < db_columns(rows) && o->n < COLUMNS; o->n++) {
		const char *name = db_column(rows, o->n), *label = export_label(name);

		o->names[o->n] =
			o->format != JSON && label != NULL ? label : arena_strdup(&r->mem, name);
	}
	start(r, o, title);
	while (db_next(rows, &o->mem)) {
		for (unsigned i = 0; i < o->n; i++)
			cell(o, db_text(rows, i));
		end_row(o);
	}
}

/* The rows of a kind: "documents" is that of "document". */
static struct rows *
rows_of_genre(struct req *r, const char *type)
{
	size_t n = strlen(type);

	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->lignes != NULL && strlen((*g)->nom) + 1 == n && type[n - 1] == 's' &&
			strncmp((*g)->nom, type, n - 1) == 0)
			return (*g)->lignes(r);
	return NULL;
}

static struct rows *
rows_of(struct req *r, const char *type)
{
	if (strcmp(type, "membres") == 0)
		return db_stream(r,
			SQL("SELECT m.groupe_id, o.titre AS groupe, m.contact_id, c.prenom, c.nom,"
			    " m.role, m.debut, m.fin, m.origine"
			    " FROM membre m JOIN objet o ON o.id = m.groupe_id"
			    " JOIN contact c ON c.id = m.contact_id ORDER BY m.id"));
	if (strcmp(type, "etiquettes") == 0)
		return db_stream(r,
			SQL("SELECT e.id, f.nom AS famille, e.nom, (SELECT COUNT(*)"
			    " FROM objet_etiquette x"
			    " WHERE x.etiquette_id = e.id) AS utilisations FROM etiquette e"
			    " JOIN etiquette_famille f ON f.id = e.famille_id ORDER BY e.id"));
	if (strcmp(type, "imports") == 0)
		return db_stream(r,
			SQL("SELECT id, genre, nom, auteur_id, cree_le, etat, lignes, applique_le,"
			    " annule_le FROM import ORDER BY id"));
	if (strcmp(type, "journal") == 0)
		return db_stream(r,
			SQL("SELECT id, quand, acteur_id, acte, objet_id, avant, apres FROM journal"
			    " ORDER BY id"));
	if (export_type_find(type) != NULL)
		return export_type_find(type)->rows(r, true);
	return rows_of_genre(r, type);
}

/* Write all objects of TYPE, of which nothing is noted.  How many; -1: there is no such type. */
int64_t
export_table(struct req *r, const char *type, enum format format, FILE *to)
{
	struct out o = { .format = format, .to = to };
	struct rows *rows;

	if (strcmp(type, "contacts") == 0)
		contacts(r, &o);
	else if ((rows = rows_of(r, type)) != NULL)
		table(r, &o, type, rows);
	else
		return -1;
	arena_reset(&o.mem);
	finish(r, &o);
	return o.rows;
}

/* The same, and the journal says so. */
int64_t
export_write(struct req *r, const char *type, enum format format, FILE *to)
{
	int64_t n = export_table(r, type, format, to);

	if (n >= 0)
		journal_apart(r, "export", 0, NULL,
			json_made(&r->mem, JS("type", type), JN("lignes", n)));
	return n;
}

/* What an operator asked for, to standard output.  False: there is no such type, or format. */
bool
export_command(struct req *r, const char *type, const char *format)
{
	static const struct {
		const char *word;
		enum format format;
	} formats[] = { { "csv", CSV }, { "xlsx", XLSX }, { "json", JSON } };
	int64_t n = -1;

	r->user.level = ADMIN;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].word, format) == 0)
			n = export_write(r, type, formats[i].format, stdout);
	if (n >= 0)
		fprintf(stderr, "export: rows=%" PRId64 "\n", n);
	else
		fprintf(stderr, "export: TYPE is one of %s\n", export_types(r));
	return n >= 0;
}
