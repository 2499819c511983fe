/* contact_store.c - one contact as the CRM says it, written only where it differs
 *
 * Many come at once: the new ones of a page, and the values of all, are written in one statement
 * each (contact_store_page()).  What follows from a contact (access, groups, words, index) is left
 * to contact_settle_lot(), for all people that the transaction touched.
 */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/contact_store.h"

enum { VALUES_MAX = 400, VALUE = 200 };

/* A contact being stored: its columns now and then, its lines "champ_id:valeur". */
struct draft {
	struct draft *next; /* of the new ones of a page */
	const struct crm_contact *contact;
	struct acte *acte;
	int64_t id;                /* 0: not known yet */
	const struct known *known; /* NULL: the same */
	const char *after[COLUMNS];
	const char *birth; /* ISO, or NULL */
	const char *lines[VALUES_MAX];
	unsigned n_lines;
	const char *joined; /* the lines, one a row */
};

/* S without spaces around, at most MAX characters, bytes that are no text replaced. */
static const char *
tidy(struct req *r, const char *s, size_t max)
{
	char *clean = arena_strdup(&r->mem, text_clean(&r->mem, s)), *end;
	const char *p;

	clean += strspn(clean, " \t\r\n");
	for (end = clean + strlen(clean); end > clean && strchr(" \t\r\n", end[-1]) != NULL;)
		*--end = '\0';
	for (char *c = clean; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' ';
	p = clean;
	for (size_t n = 0; *p != '\0' && n < max; n++)
		text_next(&p);
	clean[p - clean] = '\0';
	return clean;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

static const char *
join_lines(struct req *r, const char **lines, unsigned *n)
{
	unsigned kept = 0;
	size_t len = 1;
	char *all, *o;

	qsort(lines, *n, sizeof *lines, by_text);
	for (unsigned i = 0; i < *n; i++)
		if (kept == 0 || strcmp(lines[i], lines[kept - 1]) != 0)
			lines[kept++] = lines[i];
	*n = kept;
	for (unsigned i = 0; i < kept; i++)
		len += strlen(lines[i]) + 1;
	o = all = arena_alloc(&r->mem, len);
	for (unsigned i = 0; i < kept; i++)
		o = stpcpy(stpcpy(o, lines[i]), "\n");
	return all;
}

static void
add_line(struct req *r, struct draft *d, int64_t champ_id, const char *value)
{
	value = tidy(r, value, VALUE);
	if (*value != '\0' && d->n_lines < VALUES_MAX)
		d->lines[d->n_lines++] = arena_printf(&r->mem, "%" PRId64 ":%s", champ_id, value);
}

/* "a;b;;a" is two values; addresses are kept in small letters, as they are looked up. */
static void
add_values(struct req *r, struct draft *d, const struct mapped *f, const char *text)
{
	char *rest = arena_strdup(&r->mem, text), *one;
	bool address = strcmp(f->genre, "courriel") == 0;

	if (strcmp(f->genre, "choix_multiple") != 0 && strcmp(f->genre, "groupe") != 0 &&
		!address) {
		add_line(r, d, f->champ_id, text);
		return;
	}
	for (char *c = rest; address && *c != '\0'; c++)
		*c = (char) tolower((unsigned char) *c);
	while ((one = strsep(&rest, ";")) != NULL)
		add_line(r, d, f->champ_id, one);
}

/* The lines known here of that field, kept when HubSpot sent nothing for it. */
static void
keep_values(struct req *r, struct draft *d, int64_t champ_id, const char *known)
{
	const char *prefix = arena_printf(&r->mem, "%" PRId64 ":", champ_id);
	char *rest = arena_strdup(&r->mem, known), *one;

	while ((one = strsep(&rest, "\n")) != NULL)
		if (strncmp(one, prefix, strlen(prefix)) == 0)
			add_line(r, d, champ_id, one + strlen(prefix));
}

static void
fill(struct req *r, struct draft *d, const struct mapping *m, const struct crm_contact *c)
{
	const char *known = d->known != NULL ? d->known->valeurs : "";
	int y, mo, day;

	for (int i = 0; i < COLUMNS; i++)
		d->after[i] = d->known != NULL ? d->known->columns[i] : "";
	for (unsigned i = 0; i < m->n; i++) {
		const struct mapped *f = &m->fields[i];

		if (f->column != NO_COLUMN && c->values[i] != NULL)
			d->after[f->column] = tidy(r, c->values[i], column_infos[f->column].max);
		else if (f->column == NO_COLUMN && c->values[i] != NULL)
			add_values(r, d, f, c->values[i]);
		else if (f->column == NO_COLUMN)
			keep_values(r, d, f->champ_id, known);
	}
	d->joined = join_lines(r, d->lines, &d->n_lines);
	if (text_date(d->after[DATE_NAISSANCE], &y, &mo, &day) && y > 1850)
		d->birth = arena_printf(&r->mem, "%04d-%02d-%02d", y, mo, day);
}

static bool
concerned(const struct draft *d)
{
	return *d->after[STATUT] != '\0' || strcmp(d->after[TYPE_CONTACT], "salarie") == 0;
}

/* The lines known here of the fields that are mapped, in the order of d->joined. */
static const char *
known_lines(struct req *r, const struct draft *d, const struct mapping *m)
{
	char *rest = arena_strdup(&r->mem, d->known->valeurs), *one;
	const char *lines[VALUES_MAX];
	unsigned n = 0;

	while ((one = strsep(&rest, "\n")) != NULL)
		for (unsigned i = 0; i < m->n && n < VALUES_MAX; i++)
			if (m->fields[i].column == NO_COLUMN &&
				strtoll(one, NULL, 10) == m->fields[i].champ_id)
				lines[n++] = one;
	return join_lines(r, lines, &n);
}

static void
add_text(json_object *o, const char *key, const char *value)
{
	json_object_object_add(o, key, json_object_new_string(value));
}

static const char *
json_end(struct req *r, json_object *o)
{
	const char *s = arena_strdup(
		&r->mem, json_object_to_json_string_ext(o, JSON_C_TO_STRING_NOSLASHESCAPE));

	json_object_put(o);
	return s;
}

/* What differs, as two JSON objects.  False: nothing does. */
static bool
differences(struct req *r, const struct draft *d, const struct mapping *m, struct acte *a)
{
	json_object *before = json_object_new_object(), *after = json_object_new_object();
	const char *known = known_lines(r, d, m);
	bool any;

	for (int i = 0; i < COLUMNS; i++)
		if (strcmp(d->known->columns[i], d->after[i]) != 0) {
			add_text(before, column_infos[i].name, d->known->columns[i]);
			add_text(after, column_infos[i].name, d->after[i]);
		}
	if (strcmp(known, d->joined) != 0) {
		add_text(before, "valeurs", known);
		add_text(after, "valeurs", d->joined);
	}
	any = json_object_object_length(after) > 0;
	a->avant = json_end(r, before);
	a->apres = json_end(r, after);
	return any;
}

/* Add the lines to the rows of values of PAGE, written at its end. */
static void
put_values(struct req *r, const struct draft *d, struct store_page *page)
{
	struct str *values = &page->values;

	values->mem = &r->mem;
	for (unsigned i = 0; i < d->n_lines; i++)
		str_puts(values,
			arena_printf(&r->mem, "%s{\"i\":%" PRId64 ",\"c\":%" PRId64 ",\"v\":%s}",
				values->n == 0 ? "[" : ",", d->id,
				(int64_t) strtoll(d->lines[i], NULL, 10),
				json_quoted(&r->mem, strchr(d->lines[i], ':') + 1)));
}

static void
write_values(struct req *r, struct str *values)
{
	if (values->n == 0)
		return;
	str_char(values, ']');
	db_exec(r,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur, tri)"
		    " SELECT STRAIGHT_JOIN j.i, j.c, j.v, c.tri FROM JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$.i',"
		    " c SMALLINT PATH '$.c', v VARCHAR(200) PATH '$.v')) j JOIN contact c ON c.id = j.i"),
		S(str_text(values)));
}

static const char *
full_name(struct req *r, const struct draft *d)
{
	const char *name =
		tidy(r, arena_printf(&r->mem, "%s %s", d->after[PRENOM], d->after[NOM]), 1000);

	return *name != '\0' ? name : "Sans nom";
}

static const char *
sort_key(struct req *r, const struct draft *d)
{
	return text_sort_key(&r->mem, d->after[NOM], d->after[PRENOM]);
}

static void
rewrite(struct req *r, struct draft *d, const struct crm_contact *c, struct store_page *page)
{
	const char *const *v = d->after;

	db_exec(r, SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(full_name(r, d)), I(d->id));
	db_exec(r,
		SQL("UPDATE contact SET civilite = ?, prenom = ?, nom = ?, email = ?, telephone = ?, ville = ?,"
		    " code_postal = ?, date_naissance_brute = ?, statut = ?, type_contact = ?, date_naissance = ?,"
		    " tri = ?, crm_modifie_le = ?, crm_lu_le = UTC_TIMESTAMP(), retire_le = NULL WHERE id = ?"),
		S(v[CIVILITE]), S(v[PRENOM]), S(v[NOM]), S(v[EMAIL]), S(v[TELEPHONE]), S(v[VILLE]),
		S(v[CODE_POSTAL]), S(v[DATE_NAISSANCE]), S(v[STATUT]), S(v[TYPE_CONTACT]),
		S(d->birth), S(sort_key(r, d)), S(c->modifie_le), I(d->id));
	db_exec(r,
		SQL("DELETE v FROM champ_valeur v JOIN champ f ON f.id = v.champ_id AND f.origine = 'hubspot'"
		    " WHERE v.contact_id = ?"),
		I(d->id));
	put_values(r, d, page);
}

/* Write what C says, if it says anything new and nothing newer is known.  KNOWN: what was here
 * (contact_known()).  ACTE is filled for the journal when something was written; who is new has
 * its objet_id, and who changed its values, only after contact_store_page(). */
enum stored
contact_store(struct req *r, const struct mapping *m, const struct crm_contact *c,
	const struct known *known, struct acte *a, struct store_page *page)
{
	struct draft *d = arena_alloc(&r->mem, sizeof *d);

	*d = (struct draft) {
		.contact = c, .acte = a, .id = known != NULL ? known->id : 0, .known = known
	};
	fill(r, d, m, c);
	if (known == NULL) {
		if (!concerned(d))
			return STORE_IGNORED;
		*a = (struct acte) { "contact.cree", 0, NULL, NULL };
		*(page->last != NULL ? &page->last->next : &page->first) = d;
		page->last = d;
		return STORE_CREATED;
	}
	if (!c->fresh && strcmp(known->modifie_le, c->modifie_le) > 0)
		return STORE_SAME;
	if (!differences(r, d, m, a) && !known->retired) {
		if (strcmp(known->modifie_le, c->modifie_le) != 0)
			db_exec(r,
				SQL("UPDATE contact SET crm_modifie_le = ?, crm_lu_le = UTC_TIMESTAMP() WHERE id = ?"),
				S(c->modifie_le), I(d->id));
		return STORE_SAME;
	}
	rewrite(r, d, c, page);
	a->acte = known->retired ? "contact.revenu" : "contact.modifie";
	a->objet_id = d->id;
	return STORE_CHANGED;
}

/* An objet for each new one, in one statement, which gives their ids in the same order. */
static void
number_new(struct req *r, struct store_page *page)
{
	struct str titles = { &r->mem };
	struct draft *d;
	struct rows *ids;

	for (d = page->first; d != NULL; d = d->next) {
		str_char(&titles, titles.n == 0 ? '[' : ',');
		str_puts(&titles, json_quoted(&r->mem, full_name(r, d)));
	}
	str_char(&titles, ']');
	ids = db_rows(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " SELECT 'contact', j.t, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1 FROM JSON_TABLE(?, '$[*]' COLUMNS ("
		    "n FOR ORDINALITY, t VARCHAR(1000) PATH '$')) j ORDER BY j.n RETURNING id"),
		S(str_text(&titles)));
	for (d = page->first; d != NULL && db_next(ids, &r->mem); d = d->next)
		d->acte->objet_id = d->id = db_num(ids, 0);
	if (d != NULL || (page->first != NULL && db_next(ids, &r->mem)))
		fault("not as many ids as contacts");
}

/* One row of the statement of write_new(): the columns under their numbers. */
static void
put_new(struct req *r, const struct draft *d, struct str *rows)
{
	str_puts(rows,
		arena_printf(&r->mem,
			"%s{\"i\":%" PRId64 ",\"h\":%" PRId64 ",\"m\":\"%s\",\"t\":%s",
			rows->n == 0 ? "[" : ",", d->id, d->contact->hubspot_id,
			d->contact->modifie_le, json_quoted(&r->mem, sort_key(r, d))));
	if (d->contact->cree_le != NULL)
		str_puts(rows, arena_printf(&r->mem, ",\"k\":\"%s\"", d->contact->cree_le));
	if (d->birth != NULL)
		str_puts(rows, arena_printf(&r->mem, ",\"b\":\"%s\"", d->birth));
	for (int i = 0; i < COLUMNS; i++)
		str_puts(rows,
			arena_printf(&r->mem, ",\"c%d\":%s", i, json_quoted(&r->mem, d->after[i])));
	str_char(rows, '}');
}

static void
write_new(struct req *r, struct store_page *page)
{
	struct str rows = { &r->mem };

	for (struct draft *d = page->first; d != NULL; d = d->next) {
		put_new(r, d, &rows);
		put_values(r, d, page);
	}
	str_char(&rows, ']');
	db_exec(r,
		SQL("INSERT INTO contact (id, hubspot_id, civilite, prenom, nom, email, telephone, ville, code_postal,"
		    " date_naissance_brute, statut, type_contact, date_naissance, tri, crm_modifie_le, crm_cree_le, crm_lu_le)"
		    " SELECT j.i, j.h, j.c0, j.c1, j.c2, j.c3, j.c4, j.c5, j.c6, j.c7, j.c8, j.c9, j.b, j.t, j.m, j.k,"
		    " UTC_TIMESTAMP() FROM JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$.i', h BIGINT PATH '$.h',"
		    " m VARCHAR(30) PATH '$.m', k VARCHAR(30) PATH '$.k', t VARCHAR(120) PATH '$.t', b VARCHAR(10) PATH '$.b',"
		    " c0 VARCHAR(200) PATH '$.c0', c1 VARCHAR(1000) PATH '$.c1', c2 VARCHAR(1000) PATH '$.c2',"
		    " c3 VARCHAR(320) PATH '$.c3', c4 VARCHAR(200) PATH '$.c4', c5 VARCHAR(1000) PATH '$.c5',"
		    " c6 VARCHAR(40) PATH '$.c6', c7 VARCHAR(200) PATH '$.c7', c8 VARCHAR(40) PATH '$.c8',"
		    " c9 VARCHAR(40) PATH '$.c9')) j"),
		S(str_text(&rows)));
}

/* Write who is new in the page and the values of all that contact_store() wrote. */
void
contact_store_page(struct req *r, struct store_page *page)
{
	if (page->first != NULL) {
		number_new(r, page);
		write_new(r, page);
	}
	write_values(r, &page->values);
}
