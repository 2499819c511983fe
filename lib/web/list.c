/* list.c - the page of a list: addresses that keep what it is asked by, filters, headings, pages */

#include <string.h>

#include "base/buffer.h"
#include "base/param.h"
#include "base/row.h"
#include "web/list.h"
#include "web/reply.h"

static bool
named(const char *const *all, const char *name)
{
	while (*all != NULL && strcmp(*all, name) != 0)
		all++;
	return *all != NULL;
}

static bool
keeps(struct req *r, const struct list *l, const struct param *p)
{
	return *p->value != '\0' &&
		(named(l->keeps, p->name) ? param(r, p->name) == p->value : /* the first, as read */
					    l->asks != NULL && l->asks(r, p->name));
}

static void
add(struct req *r, struct buffer *url, const char *name, const char *value)
{
	char mark = strchr(buffer_text(url), '?') != NULL ? '&' : '?';

	buffer_puts(url, arena_printf(&r->mem, "%c%s=%s", mark, name, url_escape(r, value)));
}

/* PATH asked as the list is, but for that value (NULL: any) of NAME; NEW is put for it. */
static const char *
address(struct req *r, const struct list *l, const char *path, const char *name, const char *value,
	const char *new)
{
	struct buffer url = { &r->mem };

	buffer_puts(&url, path);
	for (const struct param *p = r->params; p != NULL; p = p->next)
		if (keeps(r, l, p) &&
			(strcmp(p->name, name) != 0 ||
				(value != NULL && strcmp(p->value, value) != 0)))
			add(r, &url, p->name, p->value);
	if (new != NULL && *new != '\0')
		add(r, &url, name, new);
	return buffer_text(&url);
}

const char *
list_link(struct req *r, const struct list *l, const char *name, const char *value)
{
	return address(r, l, l->path, name, NULL, value);
}

const char *
list_at(struct req *r, const struct list *l, const char *path, const char *name, const char *value)
{
	return address(r, l, path, name, NULL, value);
}

const char *
list_without(struct req *r, const struct list *l, const char *name, const char *value)
{
	return address(r, l, l->path, name, value, NULL);
}

/* Say Pager, `total` and `page`: HERE of a list of TOTAL rows. */
void
list_pager(struct req *r, const struct list *l, int64_t here, int64_t total)
{
	const char *first = list_link(r, l, "page", NULL);

	pager_say(r,
		arena_printf(&r->mem, "%s%cpage=", first, strchr(first, '?') != NULL ? '&' : '?'),
		here, total, l->par);
}

/* Say where the whole list is taken along: Filtre.csv, .xlsx and .json. */
void
list_take(struct req *r, const struct list *l)
{
	say(r, "Filtre.csv", list_at(r, l, arena_printf(&r->mem, "%s.csv", l->path), "page", NULL));
	say(r, "Filtre.xlsx",
		list_at(r, l, arena_printf(&r->mem, "%s.xlsx", l->path), "page", NULL));
	say(r, "Filtre.json",
		list_at(r, l, arena_printf(&r->mem, "%s.json", l->path), "emporter", "1"));
}

/* Is P the first value that is asked for under its name? */
static bool
is_first(struct req *r, const struct list *l, const struct param *p)
{
	const struct param *one = r->params;

	while (one != p && (strcmp(one->name, p->name) != 0 || !keeps(r, l, one)))
		one = one->next;
	return one == p;
}

/* Say Filtre.gardes: what goes with a form, hidden, because it has no field for it.  A field, those
 * of SHOWN, sends the first value. */
void
list_hidden(struct req *r, const struct list *l, const char *const *shown)
{
	unsigned n = 0;

	for (const struct param *p = r->params; p != NULL; p = p->next) {
		struct row *kept;

		if (!keeps(r, l, p) || (named(shown, p->name) && is_first(r, l, p)))
			continue;
		kept = row_nth(r, "Filtre.gardes", n++);
		row_say(kept, "cle", p->name);
		row_say(kept, "valeur", p->value);
	}
}

/* Say Filtre.actifs.N: that value (NULL: any) of NAME is asked for, and the list without. */
void
list_active(struct req *r, const struct list *l, unsigned n, const char *libelle, const char *name,
	const char *value)
{
	struct row *a = row_nth(r, "Filtre.actifs", n);

	row_say(a, "libelle", libelle);
	row_say(a, "url", list_without(r, l, name, value));
}

/* Say Filtre.entetes.N: a column, and the list sorted by it, SORT (NULL: it is not).  NOW is how
 * the list is sorted; '-' before a sort turns it round. */
void
list_heading(struct req *r, const struct list *l, unsigned n, const char *libelle, const char *sort,
	const char *now)
{
	struct row *h = row_nth(r, "Filtre.entetes", n);
	bool down = *now == '-';

	row_say(h, "libelle", libelle);
	if (sort == NULL)
		return;
	if (strcmp(sort, now + down) != 0) {
		row_say(h, "url", list_link(r, l, "tri", sort));
		return;
	}
	row_say(h, "sens", down ? "descending" : "ascending");
	row_say(h, "url", list_link(r, l, "tri", down ? sort : arena_printf(&r->mem, "-%s", sort)));
}

/* Say Filtre.champs.N: a filter beside the list. */
struct row *
list_filter(struct req *r, unsigned n, const char *cle, const char *libelle)
{
	struct row *f = row_nth(r, "Filtre.champs", n);

	row_say(f, "cle", cle);
	row_say(f, "libelle", libelle);
	return f;
}

/* The choice N of a filter; ASKED is the one that is chosen (NULL: none). */
void
list_choice(struct req *r, struct row *filter, unsigned n, const char *valeur, const char *libelle,
	const char *asked)
{
	struct row *o = row_in(filter, arena_printf(&r->mem, "options.%u", n));

	row_say(o, "valeur", valeur);
	row_say(o, "libelle", libelle);
	if (asked != NULL && strcmp(asked, valeur) == 0)
		row_say(o, "choisi", "1");
}
