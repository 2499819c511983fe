/* contact_store.c - one contact as the CRM says it, written only where it differs
 *
 * Many values come at once, so what follows from a contact (access, groups, words, index)
 * is left to contact_settle_lot(), for all people that the transaction touched.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/acces.h"
#include "domain/contact_store.h"
#include "domain/cycle.h"
#include "domain/groupe.h"
#include "domain/parcours.h"
#include "domain/relais.h"

enum { VALUES_MAX = 400, VALUE = 200 };

/* A contact being stored: its columns now and then, its lines "champ_id:valeur". */
struct draft {
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

/* "a;b;;a" is two values. */
static void
add_values(struct req *r, struct draft *d, const struct mapped *f, const char *text)
{
	char *rest = arena_strdup(&r->mem, text), *one;

	if (strcmp(f->genre, "choix_multiple") != 0 && strcmp(f->genre, "groupe") != 0) {
		add_line(r, d, f->champ_id, text);
		return;
	}
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

/* Add the lines to the rows of VALUES, which contact_store_values() writes for the whole page. */
static void
put_values(struct req *r, const struct draft *d, struct str *values)
{
	for (unsigned i = 0; i < d->n_lines; i++)
		str_puts(values,
			arena_printf(&r->mem, "%s{\"i\":%" PRId64 ",\"c\":%" PRId64 ",\"v\":%s}",
				values->n == 0 ? "[" : ",", d->id,
				(int64_t) strtoll(d->lines[i], NULL, 10),
				json_quoted(&r->mem, strchr(d->lines[i], ':') + 1)));
}

/* Write the values that contact_store() has put into VALUES. */
void
contact_store_values(struct req *r, struct str *values)
{
	if (values->n == 0)
		return;
	str_char(values, ']');
	db_exec(r,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur) SELECT j.i, j.c, j.v"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$.i', c SMALLINT PATH '$.c',"
		    " v VARCHAR(200) PATH '$.v')) j"),
		S(str_text(values)));
}

static const char *
full_name(struct req *r, const struct draft *d)
{
	const char *name =
		tidy(r, arena_printf(&r->mem, "%s %s", d->after[PRENOM], d->after[NOM]), 1000);

	return *name != '\0' ? name : "Sans nom";
}

/* Columns of contact that the CRM fills, in the order of CRM_COLUMNS_OF(). */
#define CRM_COLUMNS \
	" civilite = ?, prenom = ?, nom = ?, email = ?, telephone = ?, ville = ?, code_postal = ?," \
	" date_naissance_brute = ?, statut = ?, type_contact = ?, date_naissance = ?, tri = ?," \
	" crm_modifie_le = ?, crm_lu_le = UTC_TIMESTAMP(), retire_le = NULL"
#define CRM_COLUMNS_OF(r, d, c) \
	S((d)->after[CIVILITE]), S((d)->after[PRENOM]), S((d)->after[NOM]), S((d)->after[EMAIL]), \
		S((d)->after[TELEPHONE]), S((d)->after[VILLE]), S((d)->after[CODE_POSTAL]), \
		S((d)->after[DATE_NAISSANCE]), S((d)->after[STATUT]), S((d)->after[TYPE_CONTACT]), \
		S((d)->birth), S(text_sort_key(&(r)->mem, (d)->after[NOM], (d)->after[PRENOM])), \
		S((c)->modifie_le)

static void
write_contact(struct req *r, struct draft *d, const struct crm_contact *c, struct str *values)
{
	const char *name = full_name(r, d);
	bool is_new = d->id == 0;

	if (is_new) {
		d->id = db_insert(r,
			SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
			    " VALUES ('contact', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1)"),
			S(name));
		db_exec(r, SQL("INSERT INTO contact SET id = ?, hubspot_id = ?," CRM_COLUMNS),
			I(d->id), I(c->hubspot_id), CRM_COLUMNS_OF(r, d, c));
	} else {
		db_exec(r,
			SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
			S(name), I(d->id));
		db_exec(r, SQL("UPDATE contact SET" CRM_COLUMNS " WHERE id = ?"),
			CRM_COLUMNS_OF(r, d, c), I(d->id));
		db_exec(r,
			SQL("DELETE v FROM champ_valeur v JOIN champ f ON f.id = v.champ_id AND f.origine = 'hubspot'"
			    " WHERE v.contact_id = ?"),
			I(d->id));
	}
	put_values(r, d, values);
}

/* Write what C says, if it says anything new and nothing newer is known.  KNOWN: what was here
 * (contact_known()).  ACTE is filled for the journal when something was written: the caller
 * puts its objet_id in the lot; the values go to VALUES, for contact_store_values(). */
enum stored
contact_store(struct req *r, const struct mapping *m, const struct crm_contact *c,
	const struct known *known, struct acte *a, struct str *values)
{
	struct draft d = { .id = known != NULL ? known->id : 0, .known = known };

	fill(r, &d, m, c);
	if (known == NULL) {
		if (!concerned(&d))
			return STORE_IGNORED;
		write_contact(r, &d, c, values);
		*a = (struct acte) { "contact.cree", d.id, NULL, NULL };
		return STORE_CREATED;
	}
	if (!c->fresh && strcmp(known->modifie_le, c->modifie_le) > 0)
		return STORE_SAME;
	if (!differences(r, &d, m, a) && !known->retired) {
		if (strcmp(known->modifie_le, c->modifie_le) != 0)
			db_exec(r,
				SQL("UPDATE contact SET crm_modifie_le = ?, crm_lu_le = UTC_TIMESTAMP() WHERE id = ?"),
				S(c->modifie_le), I(d.id));
		return STORE_SAME;
	}
	write_contact(r, &d, c, values);
	a->acte = known->retired ? "contact.revenu" : "contact.modifie";
	a->objet_id = d.id;
	return STORE_CHANGED;
}

/* Links and mails not sent yet end.  Sessions and tokens are refused at each request while the
 * access is closed: theirs is a page that explains, and they work again if the CRM gives the
 * contact back. */
static void
shut(struct req *r, int64_t id)
{
	db_exec(r, SQL("DELETE FROM lien WHERE contact_id = ?"), I(id));
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'annule' WHERE contact_id = ? AND etat = 'pret'"),
		I(id));
}

/* The contact is no longer in the CRM: access ends, data stay.  False: it was so already. */
bool
contact_retire(struct req *r, int64_t contact_id, struct acte *a)
{
	if (db_exec(r,
		    SQL("UPDATE contact SET retire_le = UTC_TIMESTAMP() WHERE id = ? AND retire_le IS NULL"),
		    I(contact_id)) == 0)
		return false;
	shut(r, contact_id);
	lot_add(r, contact_id);
	*a = (struct acte) { "contact.retire", contact_id, NULL, NULL };
	return true;
}

static void
move_history(struct req *r, int64_t from, int64_t to)
{
	db_exec(r, SQL("DELETE FROM session WHERE contact_id = ?"), I(from));
	cycle_merge(r, from, to);
	db_exec(r, SQL("UPDATE membre SET contact_id = ? WHERE contact_id = ?"), I(to), I(from));
	db_exec(r,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur, texte)"
		    " SELECT ?, v.champ_id, v.valeur, v.texte FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id AND f.origine = 'plateforme' WHERE v.contact_id = ?"),
		I(to), I(from));
	db_exec(r,
		SQL("INSERT IGNORE INTO objet_etiquette SELECT ?, etiquette_id FROM objet_etiquette WHERE objet_id = ?"),
		I(to), I(from));
	db_exec(r,
		SQL("UPDATE contact s JOIN contact o ON o.id = ? SET s.bio = IF(s.bio = '', o.bio, s.bio),"
		    " s.discret = s.discret OR o.discret, s.cache = IF(s.cache = '', o.cache, s.cache),"
		    " s.pause_jusqu_a = COALESCE(s.pause_jusqu_a, o.pause_jusqu_a) WHERE s.id = ?"),
		I(from), I(to));
}

/* The CRM merged OLD into SURVIVOR: account and history go to the survivor, whose own account
 * wins if it has one.  False: nothing to do (unknown here, or done). */
bool
contact_merge(struct req *r, int64_t survivor_hubspot_id, int64_t old_hubspot_id, struct acte *a)
{
	int64_t to = db_int(
		r, SQL("SELECT id FROM contact WHERE hubspot_id = ?"), I(survivor_hubspot_id));
	int64_t from = db_int(r,
		SQL("SELECT id FROM contact WHERE hubspot_id = ? AND fusionne_dans IS NULL"),
		I(old_hubspot_id));

	if (to == 0 || from == 0 || to == from)
		return false;
	shut(r, from);
	move_history(r, from, to);
	db_exec(r,
		SQL("UPDATE contact SET retire_le = COALESCE(retire_le, UTC_TIMESTAMP()), fusionne_dans = ? WHERE id = ?"),
		I(to), I(from));
	lot_add(r, from);
	lot_add(r, to);
	*a = (struct acte) { "contact.fusionne", from, NULL,
		arena_printf(&r->mem, "{\"dans\":%" PRId64 "}", to) };
	return true;
}

/* What follows from the contacts of the lot: access, groups, publics, path, words and index; mails
 * that wait for those who may no longer enter are cancelled.  Empties the lot. */
void
contact_settle_lot(struct req *r)
{
	acces_levels(r);
	groupe_follow_lot(r);
	acces_lot(r);
	parcours_lot(r);
	relais_lot(r);
	contact_reindex_lot(r);
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN courriel m ON l.contact_id = m.contact_id AND l.connexion = CONNECTION_ID()"
		    " JOIN contact c ON c.id = l.contact_id SET m.etat = 'annule' WHERE c.acces = 0 AND m.etat = 'pret'"));
	lot_clear(r);
}
