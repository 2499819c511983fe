/* exports.c - all that the site holds as tables, each with its count */

#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "web/export_types.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

static int
exports(struct req *r)
{
	int n = 0;

	for (const struct export_type *t = export_types_autres; t->nom != NULL; t++) {
		struct row *row;
		int64_t count;

		if (t->intime)
			continue;
		count = t->count(r, false);
		row = row_nth(r, "items", n++);
		row_say(row, "nom", t->nom);
		row_say(row, "titre", t->titre);
		row_say_int(row, "nombre", count);
		row_say(row, "dit", text_number(&r->mem, count));
	}
	title(r, "Emporter les données");
	return page(r, "admin/exports.cs");
}

static int
export_one(struct req *r)
{
	const struct export_type *t = export_type_find(r->caught[0]);
	const char *columns[64];
	struct rows *rows;
	unsigned n;

	if (t == NULL || t->intime)
		return not_found(r);
	if (!table_asked(r))
		return redirect(r, "/admin/exports");
	rows = t->rows(r, false);
	for (n = 0; n < db_columns(rows) && n < sizeof columns / sizeof *columns; n++) {
		const char *name = db_column(rows, n), *label = export_label(name);

		columns[n] = label != NULL ? label : arena_strdup(&r->mem, name);
	}
	return table_reply(
		r, t->nom, arena_printf(&r->mem, "export.%s", t->nom), 0, columns, n, rows);
}

/* All that an administrator sees, at once: not delegated. */
const struct route admin_exports_routes[] = {
	{ GET, "exports", ADMIN, exports },
	{ GET, "exports/:type", ADMIN, export_one, .formats = CSV | XLSX },
	{ 0 },
};
