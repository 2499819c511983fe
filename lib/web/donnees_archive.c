/* donnees_archive.c - all that is kept about one person: donnees.json for machines, donnees.html to
 * be read, and her files
 *
 * One that is not whole is none: a table that cannot be read, a file that is not in the store, and
 * who asks is told so in a sentence.
 */

#include <inttypes.h>

#include "base/archive.h"
#include "base/fault.h"
#include "base/template.h"
#include "db/db.h"
#include "domain/vie/donnees.h"
#include "net/store.h"
#include "web/donnees_archive.h"
#include "web/reply.h"

#define INCOMPLETE \
	"L’archive n’a pas pu être faite entière\u00A0: rien n’est remis plutôt qu’une partie. "

/* Her files, each under its number and name.  False: one cannot be read. */
static bool
add_files(struct req *r, struct archive *a, int64_t contact_id)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT f.id, f.nom, f.empreinte FROM fichier f JOIN fichier_contenu c"
		    " ON c.empreinte = f.empreinte WHERE f.cree_par = ? AND c.infecte = ''"
		    " ORDER BY f.id"),
		I(contact_id));
	bool all = true;

	while (all && db_next(rows, &r->mem)) {
		char *name = arena_printf(
			&r->mem, "fichiers/%" PRId64 "-%s", db_num(rows, 0), db_text(rows, 1));

		for (char *s = name + sizeof "fichiers/" - 1; *s != '\0'; s++)
			if (*s == '/' || *s == '\\')
				*s = '-';
		all = archive_file(a, name, store_path(&r->mem, db_text(rows, 2)));
	}
	return all;
}

/* The same tables for the page, whose loops know no names: Tables.N.nom, .lignes.K.champs.J. */
static void
say_named(struct req *r)
{
	int64_t n = 0;

	for (struct row *t = row_first(r, "tables"); t != NULL; t = row_next(t)) {
		struct row *named = row_nth(r, "Tables", n++);

		row_say(named, "nom", row_key(t));
		for (struct row *l = row_child(t, ""); l != NULL; l = row_next(l)) {
			struct row *line = row_in(
				named, arena_printf(&r->mem, "lignes.%s.champs", row_key(l)));

			for (struct row *c = row_child(l, ""); c != NULL; c = row_next(c)) {
				struct row *cell = row_in(line, row_key(c));

				row_say(cell, "nom", row_key(c));
				row_say(cell, "valeur", row_text(c, ""));
			}
		}
	}
}

/* R says her data alone; the archive is of MEM. */
static const char *
make(struct req *r, struct arena *mem, int64_t contact_id, bool notes, int *fd)
{
	struct archive *a = archive_open(mem);

	donnees_say(r, contact_id);
	donnees_tables(r, contact_id);
	if (notes)
		donnees_notes(r, contact_id);
	archive_text(a, "donnees.json", json_of(r));
	say_named(r);
	archive_text(a, "donnees.html", template_render(r, "compte/archive.cs", "", NULL));
	if (!add_files(r, a, contact_id))
		return INCOMPLETE "Un de ses fichiers ne peut pas être lu.";
	*fd = archive_close(a);
	return *fd < 0 ? INCOMPLETE "Un de ses fichiers ne peut pas être lu." : NULL;
}

/* Make it, to be read from FD until the request ends.  NULL, or why there is none; where a table
 * failed the transaction was given up, and another begun. */
const char *
donnees_archive(struct req *r, int64_t contact_id, bool notes, int *fd)
{
	jmp_buf here, *before = fault_catcher;
	struct req *own = arena_alloc(&r->mem, sizeof *own);
	const char *why;

	*own = (struct req) { .user = r->user };
	req_init(own);
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		why = make(own, &r->mem, contact_id, notes, fd);
		fault_catcher = before;
	} else {
		fault_catcher = before;
		if (fault_kind != FAULT_BUG)
			fault_at(fault_kind, __FILE__, __LINE__, "%s", fault_message);
		db_rollback();
		db_begin(false); /* for what is noted of it */
		why = INCOMPLETE "Une table ne peut pas être lue.";
	}
	arena_reset(&own->mem);
	return why;
}
