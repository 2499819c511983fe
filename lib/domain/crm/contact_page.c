/* contact_page.c - what is written of the contacts of one page of the CRM, one statement for all */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/crm/contact_draft.h"

/* Add the lines to the rows of values of PAGE, written at its end. */
static void
put_values(struct req *r, const struct draft *d, struct store_page *page)
{
	struct buffer *values = &page->values;

	values->mem = &r->mem;
	for (unsigned i = 0; i < d->n_lines; i++)
		json_add(values, JN("i", d->id), JN("c", (int64_t) strtoll(d->lines[i], NULL, 10)),
			JS("v", strchr(d->lines[i], ':') + 1));
}

static void
write_values(struct req *r, struct buffer *values)
{
	if (values->n == 0)
		return;
	db_exec(r,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur, tri)"
		    " SELECT STRAIGHT_JOIN j.i, j.c, j.v, c.tri FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (i BIGINT PATH '$.i',"
		    " c SMALLINT PATH '$.c', v VARCHAR(200) PATH '$.v')) j"
		    " JOIN contact c ON c.id = j.i"),
		S(json_list(values)));
}

const char *
contact_full_name(struct req *r, const struct draft *d)
{
	size_t n;
	const char *name = contact_tidy(
		r, arena_printf(&r->mem, "%s %s", d->after[PRENOM], d->after[NOM]), 1000, &n);

	return *name != '\0' ? name : "Sans nom";
}

const char *
contact_sort_key(struct req *r, const struct draft *d)
{
	return text_sort_key(&r->mem, d->after[NOM], d->after[PRENOM]);
}

/* An objet for each new one, in one statement, which gives their ids in the same order. */
static void
number_new(struct req *r, struct store_page *page)
{
	struct buffer titles = { &r->mem };
	struct draft *d;
	struct rows *ids;

	for (d = page->first; d != NULL; d = d->next)
		json_add_text(&titles, contact_full_name(r, d));
	ids = db_rows(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " SELECT 'contact', j.t, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS ("
		    "n FOR ORDINALITY, t VARCHAR(1000) PATH '$')) j ORDER BY j.n RETURNING id"),
		S(json_list(&titles)));
	for (d = page->first; d != NULL && db_next(ids, &r->mem); d = d->next)
		d->acte->objet_id = d->id = db_num(ids, 0);
	if (d != NULL || (page->first != NULL && db_next(ids, &r->mem)))
		fault("not as many ids as contacts");
}

/* One row of the statement of write_new(): the columns under their numbers. */
static void
put_new(struct req *r, const struct draft *d, struct buffer *rows)
{
	struct json_pair row[6 + COLUMNS + 1] = { JN("i", d->id), JN("h", d->contact->hubspot_id),
		JS("m", d->contact->modifie_le), JS("t", contact_sort_key(r, d)),
		JS("k", d->contact->cree_le), JS("b", d->birth) };

	for (int i = 0; i < COLUMNS; i++)
		row[6 + i] = JS(arena_printf(&r->mem, "c%d", i), d->after[i]);
	json_add_(rows, row);
}

static void
write_new(struct req *r, struct store_page *page)
{
	struct buffer rows = { &r->mem };

	for (struct draft *d = page->first; d != NULL; d = d->next)
		put_new(r, d, &rows);
	db_exec(r,
		SQL("INSERT INTO contact (id, hubspot_id, civilite, prenom, nom, email, telephone,"
		    " ville, code_postal,"
		    " date_naissance_brute, statut, type_contact, date_naissance, tri,"
		    " crm_modifie_le, crm_cree_le, crm_lu_le)"
		    " SELECT j.i, j.h, j.c0, j.c1, j.c2, j.c3, j.c4, j.c5, j.c6, j.c7, j.c8, j.c9,"
		    " j.b, j.t, j.m, j.k, UTC_TIMESTAMP() FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (i BIGINT PATH '$.i', h BIGINT PATH '$.h',"
		    " m VARCHAR(30) PATH '$.m', k VARCHAR(30) PATH '$.k',"
		    " t VARCHAR(120) PATH '$.t', b VARCHAR(10) PATH '$.b',"
		    " c0 VARCHAR(200) PATH '$.c0', c1 VARCHAR(1000) PATH '$.c1',"
		    " c2 VARCHAR(1000) PATH '$.c2',"
		    " c3 VARCHAR(320) PATH '$.c3', c4 VARCHAR(200) PATH '$.c4',"
		    " c5 VARCHAR(1000) PATH '$.c5',"
		    " c6 VARCHAR(40) PATH '$.c6', c7 VARCHAR(200) PATH '$.c7',"
		    " c8 VARCHAR(40) PATH '$.c8',"
		    " c9 VARCHAR(40) PATH '$.c9')) j"),
		S(json_list(&rows)));
}

/* What was longer than what is kept, of all that was written: told on screen until it is not. */
static void
write_cuts(struct req *r, const struct store_page *page)
{
	struct buffer ids = { &r->mem }, cuts = { &r->mem };

	for (const struct draft *d = page->written; d != NULL; d = d->next_written) {
		json_add_id(&ids, d->id);
		for (unsigned i = 0; i < d->n_cuts; i++)
			json_add(&cuts, JN("i", d->id), JS("c", d->cuts[i].champ),
				JN("n", d->cuts[i].characters));
	}
	if (ids.n == 0)
		return;
	db_exec(r,
		SQL("DELETE s FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
		    " JOIN sync_coupe s ON s.contact_id = j.id"),
		S(json_list(&ids)));
	if (cuts.n == 0)
		return;
	db_exec(r,
		SQL("INSERT INTO sync_coupe (contact_id, champ, longueur) SELECT j.i, j.c, j.n"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS ("
		    "i BIGINT PATH '$.i', c VARCHAR(40) PATH '$.c', n INT PATH '$.n')) j"
		    " ON DUPLICATE KEY UPDATE longueur = GREATEST(longueur, VALUES(longueur))"),
		S(json_list(&cuts)));
}

/* Write who is new in the page and the values of all that contact_store() wrote. */
void
contact_store_page(struct req *r, struct store_page *page)
{
	if (page->first != NULL) {
		number_new(r, page);
		write_new(r, page);
	}
	for (const struct draft *d = page->written; d != NULL; d = d->next_written)
		put_values(r, d, page);
	write_values(r, &page->values);
	write_cuts(r, page);
}
