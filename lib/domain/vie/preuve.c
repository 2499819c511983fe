/* preuve.c - the scan that proves an erasure: every column of text of every table, the full text's
 * and the names of files included
 *
 * The words are those that were read before (traces.c), and live in memory alone.  What the
 * association calls its own things after her (KEPT of effacement.def) is told apart.  No text is
 * drawn from the contents of files, and what she sent is dropped from the store.
 */

#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "db/scan.h"
#include "domain/vie/effacement.h"
#include "domain/vie/graphie.h"
#include "domain/vie/preuve.h"

/* Is that a name of the association's own things? */
static bool
is_kept(const char *table, const char *column)
{
	for (const struct effacement_ligne *l = effacement_lignes; l->table != NULL; l++)
		if (l->sort == E_KEPT && strcmp(l->table, table) == 0 &&
			strstr(l->colonnes, column) != NULL)
			return true;
	return false;
}

static int64_t
found(struct req *r, const struct traces *t, const char *table, const char *column)
{
	int64_t n = 0;

	for (; t != NULL; t = t->next)
		n += scan_column(r, table, column, t->lit, t->motif);
	return n;
}

/* Look for T everywhere.  PLACES counts rows, without what is kept by rule. */
void
preuve_scan(struct req *r, const struct traces *t, struct preuve *p)
{
	struct rows *rows = scan_columns(r);
	struct buffer where = { &r->mem };
	const char *last = "";

	*p = (struct preuve) { 0 };
	while (db_next(rows, &r->mem)) {
		const char *table = arena_strdup(&r->mem, db_text(rows, 0));
		const char *column = arena_strdup(&r->mem, db_text(rows, 1));
		int64_t n = found(r, t, table, column);
		bool kept = n > 0 && is_kept(table, column);

		p->tables += strcmp(last, table) != 0;
		last = table;
		p->colonnes++;
		if (n == 0)
			continue;
		p->places += kept ? 0 : n;
		json_add(&where, JS("ou", arena_printf(&r->mem, "%s.%s", table, column)),
			JN("n", n), JN("garde", kept));
	}
	p->fichiers = db_int(r, SQL("SELECT COUNT(*) FROM fichier"));
	p->ou = json_list(&where);
}

static const char *
literal(struct arena *mem, const char *s)
{
	struct buffer out = { mem };

	for (; *s != '\0'; s++) {
		if ((unsigned char) *s < 0x80 && !isalnum((unsigned char) *s))
			buffer_char(&out, '\\');
		buffer_char(&out, *s);
	}
	return buffer_text(&out);
}

/* What an operator looks for: each line a name, an address, a phone, as they are written. */
void
preuve_words(struct req *r, const char *lines, struct traces *t)
{
	char *one, *rest = arena_strdup(&r->mem, lines);
	struct buffer all = { &r->mem };

	while ((one = strsep(&rest, "\r\n")) != NULL)
		if (text_length(one = text_trim(&r->mem, one)) >= 3)
			buffer_puts(&all,
				arena_printf(&r->mem, "%s%s",
					all.n > 0 ? "|" : "(?i)(?:", literal(&r->mem, one)));
	buffer_puts(&all, all.n > 0 ? ")" : "(?!)");
	*t = (struct traces) { .motif = buffer_text(&all), .lit = buffer_text(&all) };
}

/* As it is kept: numbers and names of columns, no word of hers. */
const char *
preuve_receipt(struct req *r, const struct preuve *p)
{
	return json_made(&r->mem, JS("le", clock_sql(&r->mem, clock_now())),
		JN("tables", p->tables), JN("colonnes", p->colonnes), JN("fichiers", p->fichiers),
		JN("places", p->places), JR("ou", p->ou));
}
