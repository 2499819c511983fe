/* import_fichier.c - a file, line by line, into the database; memory stays flat */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/fault.h"
#include "base/text.h"
#include "base/xlsx.h"
#include "domain/imports/import.h"

enum { CHUNK = 1 << 16, ENTETE = 120, BLOC_OCTETS = 1 << 20, FIRST = 6 };

struct held {
	unsigned long line;
	const char *const *cells;
	size_t n;
};

struct reading {
	struct req *r;
	struct req own; /* memory of one block */
	int64_t id, lines;
	size_t columns; /* 0: the headings have not come yet */
	const struct modele *modele;
	struct held first[FIRST]; /* one of these holds the headings */
	unsigned n_first;
	struct bloc bloc;
	bool too_many;
};

/* These lines (n: number, c: cells by U+001F) are of import ID. */
void
import_lines(struct req *r, int64_t id, struct bloc *lines)
{
	if (lines->n > 0)
		db_exec(r,
			SQL("INSERT INTO import_ligne (import_id, numero, cellules)"
			    " SELECT ?, j.n, j.c FROM JSON_TABLE(?,"
			    " '$[*]' COLUMNS (n INT PATH '$.n', c MEDIUMTEXT PATH '$.c')) j"),
			I(id), S(bloc_json(lines)));
}

static void
flush(struct reading *f)
{
	import_lines(&f->own, f->id, &f->bloc);
	arena_reset(&f->own.mem);
	bloc_open(&f->bloc, &f->own.mem);
}

static const char *
joined(struct arena *mem, const char *const *cells, size_t n, size_t most)
{
	struct buffer all = { mem };

	for (size_t i = 0; i < n; i++) {
		const char *cell = text_trim(mem, cells[i]);

		if (i > 0)
			buffer_char(&all, '\x1f');
		buffer_puts(&all, most > 0 ? text_cut(mem, cell, most) : cell);
	}
	return buffer_text(&all);
}

static bool
is_blank(const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cells[i][strspn(cells[i], " \t\r\n")] != '\0')
			return false;
	return true;
}

/* Excel keeps empty columns at the end of its headings. */
static void
headings(struct reading *f, const char *const *cells, size_t n)
{
	while (n > 0 && is_blank(cells + n - 1, 1))
		n--;
	f->columns = n < IMPORT_COLONNES ? n : IMPORT_COLONNES;
	db_exec(f->r, SQL("UPDATE import SET entetes = ? WHERE id = ?"),
		S(joined(&f->own.mem, cells, f->columns, ENTETE)), I(f->id));
}

/* Lines that begin with # are for people: help and examples of the template. */
static bool
keep_line(struct reading *f, unsigned long line, const char *const *cells, size_t n)
{
	if (cells[0][strspn(cells[0], " \t")] == '#')
		return true;
	if (++f->lines > IMPORT_LIGNES) {
		f->too_many = true;
		return false;
	}
	bloc_add(&f->bloc, JN("n", line),
		JS("c", joined(&f->own.mem, cells, n < f->columns ? n : f->columns, 0)));
	if (f->bloc.n == BLOC || f->bloc.json.n > BLOC_OCTETS)
		flush(f);
	return true;
}

static unsigned
filled(const struct held *h)
{
	unsigned n = 0;

	for (size_t i = 0; i < h->n; i++)
		n += !is_blank(h->cells + i, 1);
	return n;
}

/* Does the line name a column that says who a line is about?  Not one that is about somebody. */
static bool
names_a_key(struct reading *f, const struct held *h)
{
	bool key = false;

	for (size_t i = 0; i < h->n; i++) {
		if (strchr(h->cells[i], '@') != NULL)
			return false;
		key = key || entete_is_key(&f->r->mem, f->modele, h->cells[i]);
	}
	return key;
}

/* Which of the first lines holds the headings: the one that says who a line is about and is fuller
 * than those above it, else the first that is no title over the table. */
static unsigned
heading_line(struct reading *f)
{
	unsigned fullest = 0;

	for (unsigned i = 0; i < f->n_first; i++) {
		if (filled(&f->first[i]) > fullest && names_a_key(f, &f->first[i]))
			return i;
		if (filled(&f->first[i]) > fullest)
			fullest = filled(&f->first[i]);
	}
	for (unsigned i = 0; i < f->n_first; i++)
		if (filled(&f->first[i]) > 1)
			return i;
	return 0;
}

/* The headings are among the lines that were held; those below them are lines like others. */
static bool
begin(struct reading *f)
{
	unsigned at = heading_line(f);
	bool more = true;

	headings(f, f->first[at].cells, f->first[at].n);
	for (unsigned i = at + 1; more && i < f->n_first; i++)
		more = keep_line(f, f->first[i].line, f->first[i].cells, f->first[i].n);
	return more;
}

static const char *const *
copied(struct arena *mem, const char *const *cells, size_t n)
{
	const char **all = arena_alloc(mem, n * sizeof *all);

	for (size_t i = 0; i < n; i++)
		all[i] = arena_strdup(mem, cells[i]);
	return all;
}

static bool
line_read(void *into, unsigned long line, const char *const *cells, size_t n)
{
	struct reading *f = into;
	struct held h = { line, cells, n };

	if (is_blank(cells, n))
		return true;
	if (f->columns > 0)
		return keep_line(f, line, cells, n);
	if (cells[0][strspn(cells[0], " \t")] == '#' && filled(&h) == 1)
		return true;
	h.cells = copied(&f->r->mem, cells, n);
	f->first[f->n_first++] = h;
	return f->n_first < FIRST && !names_a_key(f, &f->first[f->n_first - 1]) ? true : begin(f);
}

static const char *
csv_refused(struct reading *f, enum csv_fault fault, unsigned long line)
{
	switch (fault) {
	case CSV_OK:
	case CSV_STOPPED: return NULL;
	case CSV_BINARY:
		return "Ce fichier n’est pas du texte\u00A0: enregistrez-le en .xlsx,"
		       " ou en .csv (UTF-8).";
	case CSV_QUOTE:
		return arena_printf(&f->r->mem,
			"Un guillemet ouvert ne se referme pas avant la ligne %lu.", line);
	case CSV_WIDE:
		return arena_printf(&f->r->mem,
			"La ligne %lu est trop longue\u00A0: un guillemet manque peut-être.", line);
	}
	return NULL;
}

static const char *
read_csv(struct reading *f, int fd)
{
	struct csv_reader *csv = csv_reader(&f->r->mem, line_read, f);
	char *chunk = arena_alloc(&f->r->mem, CHUNK);
	enum csv_fault fault = CSV_OK;
	ssize_t n = 0;

	while (fault == CSV_OK && (n = read(fd, chunk, CHUNK)) > 0)
		fault = csv_read(csv, chunk, (size_t) n);
	if (n < 0)
		fault_down("import: the file cannot be read");
	if (fault == CSV_OK)
		fault = csv_end(csv);
	return csv_refused(f, fault, csv_line(csv));
}

static bool
begins(int fd, const char *bytes)
{
	char head[16] = { 0 };
	size_t n = strlen(bytes);

	return pread(fd, head, n, 0) == (ssize_t) n && memcmp(head, bytes, n) == 0;
}

/* What other programs call a table, and is none that can be read here; NULL: it may be one. */
static const char *
foreign(int fd)
{
	if (begins(fd, "\xD0\xCF\x11\xE0"))
		return "Ce classeur est d’un ancien Excel (.xls) ou protégé par un mot de"
		       " passe\u00A0: ouvrez-le, puis enregistrez-le en .xlsx sans mot de passe.";
	if (begins(fd, "%PDF"))
		return "Ce fichier est un PDF\u00A0: envoyez le tableau lui-même,"
		       " en .xlsx ou en .csv.";
	if (begins(fd, "<"))
		return "Ce fichier est une page web\u00A0: ouvrez-le dans un tableur,"
		       " puis enregistrez-le en .xlsx.";
	return NULL;
}

static const char *
outcome(struct reading *f, const char *refused)
{
	if (refused != NULL)
		return refused;
	if (f->too_many)
		return "Plus de 200 000 lignes\u00A0: partagez le fichier en plusieurs.";
	if (f->columns == 0)
		return "Ce fichier est vide.";
	if (f->lines == 0)
		return "Ce fichier n’a pas de ligne à importer sous ses titres de colonnes.";
	return NULL;
}

/* Put the lines of that file under the import ID.  NULL, or the sentence that says why the file
 * is refused. */
const char *
import_file(struct req *r, int64_t id, int fd)
{
	struct reading f = { .r = r, .id = id, .own = { .user = r->user }, .modele = modele(r) };
	const char *refused;

	bloc_open(&f.bloc, &f.own.mem);
	lseek(fd, 0, SEEK_SET);
	refused = foreign(fd);
	if (refused == NULL)
		refused = begins(fd, "PK\3\4") ? xlsx_read(&r->mem, fd, "/tmp", line_read, &f) :
						 read_csv(&f, fd);
	if (f.columns == 0 && f.n_first > 0)
		begin(&f);
	flush(&f);
	db_exec(r, SQL("UPDATE import SET lignes = ? WHERE id = ?"), I(f.lines), I(id));
	return outcome(&f, refused);
}
