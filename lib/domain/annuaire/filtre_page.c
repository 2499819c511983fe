/* filtre_page.c - the rows of a list: one page of it, or all
 *
 * Far from its beginning, a page would be reached by walking over everybody before it, each with
 * the test of rights.  So who is first on each page is found once, and kept as long as nothing is
 * written (filtre_total.c); a page then begins at a key of the index.  Who is on it is asked anew
 * each time.
 */

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/annuaire/filtre_critere.h"

/* The first pages are read from the beginning; nobody walks to the pages after the last kept. */
enum { NEAR = 100, FAR = 10000 };

static void
put_columns(struct req *r, struct query *q, const struct filtre *f)
{
	put(q, "SELECT STRAIGHT_JOIN " CONTACT_ROW);
	buffer_puts(&q->text, f->with_bio ? ", c.bio, " : ", '', ");
	if (f->with_relation)
		put(q, RELATION("o"), RELATION_ME(r));
	else
		put(q, "0");
	if (f->with_values != NULL) {
		put(q,
			", (SELECT GROUP_CONCAT(v_.champ_id, ':', COALESCE(v_.texte,"
			" v_.valeur) SEPARATOR '\x1f') FROM champ_valeur v_"
			" WHERE v_.contact_id = c.id AND v_.champ_id IN (");
		buffer_puts(&q->text, f->with_values);
		put(q, "))");
	} else {
		put(q, ", ''");
	}
	buffer_puts(&q->text, f->with_groups ? ", " CONTACT_GROUPS : ", ''");
	buffer_puts(&q->text, f->with_tags ? ", " CONTACT_TAGS : ", ''");
}

static void
put_order(struct query *q, const struct filtre *f, bool facet)
{
	put(q, " ORDER BY ");
	if (facet)
		buffer_puts(&q->text,
			f->descending ? "d.tri DESC, d.contact_id DESC" : "d.tri, d.contact_id");
	else
		buffer_puts(&q->text, f->descending ? f->tri->down : f->tri->up);
}

/* All the people in order, as they are found. */
static void
put_stream(struct req *r, struct query *q, struct filtre *f)
{
	bool facet = filtre_from(r, q, f);

	filtre_where(r, q, f);
	put_order(q, f, facet);
}

/* Has the list an order that its driver is read in, and that the firsts of its pages speak of? */
static bool
has_keys(struct req *r, const struct filtre *f)
{
	return r->user.level >= MEMBER && f->mots.n == 0 && f->n_arbres == 0 && filtre_by_name(f);
}

/* The ids of who is first on each page of PAR, as a JSON array that is kept. */
static const char *
firsts(struct req *r, struct filtre *f, int64_t par)
{
	struct query q = { .text = { &r->mem } };
	struct buffer ids = { &r->mem };
	struct rows *rows;
	const char *kept;

	put(&q, "SELECT STRAIGHT_JOIN c.id");
	put_stream(r, &q, f);
	put(&q, " LIMIT ?", I(FAR));
	if ((kept = filtre_ids_kept(r, &q, par)) != NULL)
		return kept;
	rows = db_rows_(r, db_composed(r, buffer_text(&q.text)), q.v, true);
	for (int64_t i = 0; db_next(rows, &r->mem); i++)
		if (i % par == 0)
			json_add_id(&ids, db_num(rows, 0));
	return filtre_ids_keep(r, &q, par, json_list(&ids));
}

/* Who is first at OFFSET, a multiple of LIMIT; 0: not known. */
static int64_t
first_at(struct req *r, struct filtre *f, int64_t limit, int64_t offset)
{
	const char *ids;

	if (offset < NEAR || offset >= FAR || limit <= 0 || offset % limit != 0 || !has_keys(r, f))
		return 0;
	ids = firsts(r, f, limit);
	for (int64_t i = 0; i < offset / limit && ids != NULL; i++)
		if ((ids = strchr(ids, ',')) != NULL)
			ids++;
	return ids != NULL ? strtoll(ids + strspn(ids, "["), NULL, 10) : 0;
}

#define TRI_OF "(SELECT k_.tri FROM contact k_ WHERE k_.id = ?)"
#define FROM_KEY(tri, id, after) \
	" AND (" tri after TRI_OF " OR (" tri " = " TRI_OF " AND " id after "= ?))"

/* From that person on. */
static void
put_key(struct query *q, const struct filtre *f, bool facet, int64_t first)
{
	if (facet && f->descending)
		put(q, FROM_KEY("d.tri", "d.contact_id", " <"), I(first), I(first), I(first));
	else if (facet)
		put(q, FROM_KEY("d.tri", "d.contact_id", " >"), I(first), I(first), I(first));
	else if (f->descending)
		put(q, FROM_KEY("c.tri", "c.id", " <"), I(first), I(first), I(first));
	else
		put(q, FROM_KEY("c.tri", "c.id", " >"), I(first), I(first), I(first));
}

/* One page: first who is on it, then all that is shown of those few. */
static void
put_page(struct req *r, struct query *q, struct filtre *f, int64_t limit, int64_t offset)
{
	int64_t first = f->ids == NULL ? first_at(r, f, limit, offset) : 0;
	bool facet = false;

	put(q, " FROM (SELECT STRAIGHT_JOIN c.id");
	if (f->ids != NULL) {
		put(q,
			" FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) k"
			" JOIN contact c ON c.id = k.id",
			S(f->ids));
	} else {
		facet = filtre_from(r, q, f);
		filtre_where(r, q, f);
	}
	if (first != 0)
		put_key(q, f, facet, first);
	put_order(q, f, facet);
	put(q, " LIMIT ? OFFSET ?) l JOIN contact c ON c.id = l.id JOIN objet o ON o.id = c.id",
		I(limit), I(first != 0 ? 0 : offset));
	put_order(q, f, false);
}

/* The people of the list in order, as contact_row() reads them: LIMIT from OFFSET on, or with
 * STREAM all of them (see db_rows_()). */
struct rows *
filtre_rows(struct req *r, struct filtre *f, int64_t limit, int64_t offset, bool stream)
{
	struct query q = { .text = { &r->mem } };

	put_columns(r, &q, f);
	if (stream)
		put_stream(r, &q, f);
	else /* nobody was counted: nobody is looked for again */
		put_page(r, &q, f, f->found == 0 ? 0 : limit, offset);
	return db_rows_(r, db_composed(r, buffer_text(&q.text)), q.v, stream);
}
