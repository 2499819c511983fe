/* contact_store.c - one contact as the CRM says it, written only where it differs
 *
 * Many come at once: the new ones of a page, and the values of all, are written in one statement
 * each (contact_page.c).  What follows from a contact (access, groups, words, index) is left
 * to contact_settle_lot(), for all people that the transaction touched.
 */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/crm/contact_draft.h"

/* S without spaces around, at most MAX characters, bytes that are no text replaced.  *CHARACTERS:
 * how many there were. */
const char *
contact_tidy(struct req *r, const char *s, size_t max, size_t *characters)
{
	char *clean = arena_strdup(&r->mem, text_clean(&r->mem, s)), *end;
	const char *p;
	size_t n = 0;

	clean += strspn(clean, " \t\r\n");
	for (end = clean + strlen(clean); end > clean && strchr(" \t\r\n", end[-1]) != NULL;)
		*--end = '\0';
	for (char *c = clean; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' ';
	for (p = clean, end = NULL; *p != '\0'; n++) {
		if (n == max)
			end = clean + (p - clean);
		text_next(&p);
	}
	if (end != NULL)
		*end = '\0';
	*characters = n;
	return clean;
}

/* S as it is kept in that field; longer than that, it is noted. */
static const char *
keep(struct req *r, struct draft *d, const struct mapped *f, const char *s, size_t max)
{
	size_t characters;
	const char *kept = contact_tidy(r, s, max, &characters);
	struct cut *last = d->n_cuts > 0 ? &d->cuts[d->n_cuts - 1] : NULL;

	if (characters <= max)
		return kept;
	if (last != NULL && strcmp(last->champ, f->champ) == 0)
		last->characters = characters > last->characters ? characters : last->characters;
	else if (d->n_cuts < CUTS_MAX)
		d->cuts[d->n_cuts++] = (struct cut) { f->champ, characters };
	return kept;
}

/* A person's names and town are in the case of names, however they were typed there. */
static const char *
cased(struct req *r, int column, const char *s)
{
	return column == PRENOM || column == NOM ? text_names_case(&r->mem, s, false) :
		column == VILLE                  ? text_names_case(&r->mem, s, true) :
						   s;
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
add_line(struct req *r, struct draft *d, const struct mapped *f, const char *value)
{
	value = keep(r, d, f, value, VALUE);
	if (*value != '\0' && d->n_lines < VALUES_MAX)
		d->lines[d->n_lines++] =
			arena_printf(&r->mem, "%" PRId64 ":%s", f->champ_id, value);
}

/* "a;b;;a" is two values; addresses are kept in small letters, as they are looked up. */
static void
add_values(struct req *r, struct draft *d, const struct mapped *f, const char *text)
{
	char *rest = arena_strdup(&r->mem, text), *one;
	bool address = strcmp(f->genre, "courriel") == 0;

	if (strcmp(f->genre, "choix_multiple") != 0 && strcmp(f->genre, "groupe") != 0 &&
		!address) {
		add_line(r, d, f, text);
		return;
	}
	for (char *c = rest; address && *c != '\0'; c++)
		*c = (char) tolower((unsigned char) *c);
	while ((one = strsep(&rest, ";")) != NULL)
		add_line(r, d, f, one);
}

/* The lines known here of that field, kept when HubSpot sent nothing for it. */
static void
keep_values(struct req *r, struct draft *d, const struct mapped *f, const char *known)
{
	const char *prefix = arena_printf(&r->mem, "%" PRId64 ":", f->champ_id);
	char *rest = arena_strdup(&r->mem, known), *one;

	while ((one = strsep(&rest, "\n")) != NULL)
		if (strncmp(one, prefix, strlen(prefix)) == 0)
			add_line(r, d, f, one + strlen(prefix));
}

/* A departure that waits changes neither of the two. */
static bool
is_held(const struct crm_contact *c, int column)
{
	return c->held && (column == STATUT || column == TYPE_CONTACT);
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

		if (f->column != NO_COLUMN && c->values[i] != NULL && !is_held(c, f->column))
			d->after[f->column] = cased(r, f->column,
				keep(r, d, f, c->values[i], column_infos[f->column].max));
		else if (f->column == NO_COLUMN && c->values[i] != NULL)
			add_values(r, d, f, c->values[i]);
		else if (f->column == NO_COLUMN)
			keep_values(r, d, f, known);
	}
	d->joined = join_lines(r, d->lines, &d->n_lines);
	if (text_date(d->after[DATE_NAISSANCE], &y, &mo, &day) && y > 1850)
		d->birth = text_ymd(&r->mem, y, mo, day);
}

/* What COLUMN will be of a contact that is known, by what C says. */
const char *
contact_says(struct req *r, const struct mapping *m, const struct crm_contact *c,
	const struct known *known, enum column column)
{
	size_t characters;

	for (unsigned i = 0; i < m->n; i++)
		if (m->fields[i].column == (int) column && c->values[i] != NULL)
			return contact_tidy(r, c->values[i], column_infos[column].max, &characters);
	return known->columns[column];
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

static void
written(struct draft *d, struct store_page *page)
{
	d->next_written = page->written;
	page->written = d;
	page->cut += d->n_cuts;
}

static void
rewrite(struct req *r, struct draft *d, const struct crm_contact *c)
{
	const char *const *v = d->after;

	db_exec(r, SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(contact_full_name(r, d)), I(d->id));
	db_exec(r,
		SQL("UPDATE contact SET civilite = ?, prenom = ?, nom = ?, email = ?,"
		    " telephone = ?, ville = ?,"
		    " code_postal = ?, date_naissance_brute = ?, statut = ?, type_contact = ?,"
		    " date_naissance = ?,"
		    " tri = ?, crm_modifie_le = ?, crm_lu_le = UTC_TIMESTAMP(), retire_le = NULL"
		    " WHERE id = ?"),
		S(v[CIVILITE]), S(v[PRENOM]), S(v[NOM]), S(v[EMAIL]), S(v[TELEPHONE]), S(v[VILLE]),
		S(v[CODE_POSTAL]), S(v[DATE_NAISSANCE]), S(v[STATUT]), S(v[TYPE_CONTACT]),
		S(d->birth), S(contact_sort_key(r, d)), S(c->modifie_le), I(d->id));
	db_exec(r,
		SQL("DELETE v FROM champ_valeur v JOIN champ f ON f.id = v.champ_id"
		    " AND f.origine = 'hubspot' WHERE v.contact_id = ?"),
		I(d->id));
}

/* Write what C, read of that contact just now, says, if it says anything new.  KNOWN: what was
 * here (contact_known()).  ACTE is filled for the journal when something was written; who is new
 * has its objet_id, and who changed its values, only after contact_store_page(). */
enum stored
contact_store(struct req *r, const struct mapping *m, const struct crm_contact *c,
	const struct known *known, struct acte *a, struct store_page *page)
{
	struct draft *d = arena_alloc(&r->mem, sizeof *d);

	*d = (struct draft) {
		.contact = c, .acte = a, .id = known != NULL ? known->id : 0, .known = known
	};
	if (known != NULL && known->merged)
		/* a merge is for ever: who answers to that number is another */
		return STORE_IGNORED;
	if (known != NULL && known->limited)
		return STORE_SAME;
	fill(r, d, m, c);
	if (known == NULL) {
		if (!concerned(d))
			return STORE_IGNORED;
		*a = (struct acte) { "contact.cree", 0, NULL, NULL };
		*(page->last != NULL ? &page->last->next : &page->first) = d;
		page->last = d;
		written(d, page);
		return STORE_CREATED;
	}
	if (!differences(r, d, m, a) && !known->retired) {
		if (strcmp(known->modifie_le, c->modifie_le) != 0)
			db_exec(r,
				SQL("UPDATE contact SET crm_modifie_le = ?,"
				    " crm_lu_le = UTC_TIMESTAMP() WHERE id = ?"),
				S(c->modifie_le), I(d->id));
		return STORE_SAME;
	}
	rewrite(r, d, c);
	written(d, page);
	a->acte = known->retired ? "contact.revenu" : "contact.modifie";
	a->objet_id = d->id;
	return STORE_CHANGED;
}
