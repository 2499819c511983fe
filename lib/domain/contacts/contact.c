/* contact.c - a person as one reader may see that person */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/acces/niveau.h"
#include "domain/acces/droit.h"
#include "domain/contacts/accueil.h"
#include "domain/contacts/contact.h"
#include "domain/contacts/note.h"
#include "domain/socle/genre.h"

enum { VALUES_MAX = 100 };

static const struct {
	const char *colonne;
	int at;
} columns[] = {
	{ "prenom", P_PRENOM },
	{ "nom", P_NOM },
	{ "civilite", P_CIVILITE },
	{ "date_naissance", P_NAISSANCE },
	{ "email", P_EMAIL },
	{ "telephone", P_TELEPHONE },
	{ "code_postal", P_CODE_POSTAL },
	{ "ville", P_VILLE },
	{ "statut", P_STATUT },
	{ "type_contact", P_TYPE },
	{ "bio", P_BIO },
};

/* The reading level that the reader has for everybody who is seen at all. */
int
contact_level(const struct req *r)
{
	if (r->user.level >= STAFF)
		return r->user.level >= ADMIN ? LEVEL_ADMIN : LEVEL_STAFF;
	return r->user.coordonnees == PARTOUT ? 2 : 1;
}

/* The level at which the reader reads those whom she may read most of. */
int
contact_highest(struct req *r)
{
	int n = niveau(r); /* the same numbers */

	return n >= N_COORDINATION ? n : 2;
}

/* The current row; its texts live until the next one. */
struct personne
contact_row(struct req *r, struct rows *rows)
{
	struct personne p = { db_num(rows, P_ID), db_num(rows, P_HUBSPOT), contact_level(r),
		{ 0 } };
	int relation = (int) db_num(rows, P_RELATION);

	for (unsigned i = 0; i < P_COLUMNS; i++)
		p.text[i] = db_text(rows, i);
	if (p.id == r->user.id)
		p.relation = LEVEL_SELF;
	else if (relation > p.relation)
		p.relation = relation;
	return p;
}

/* The person of that id, texts in the request's memory.  False: absent, or not for this reader. */
bool
contact_find(struct req *r, int64_t id, struct personne *p)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT " CONTACT_ROW ", c.bio, " RELATION("o") ", " CONTACT_VALUES(
			"") ", " CONTACT_GROUPS ", " CONTACT_TAGS
			    " FROM contact c JOIN objet o ON o.id = c.id"
			    " WHERE c.id = ? AND c.retire_le IS NULL AND " SEES("o")),
		RELATION_ME(r), I(id), ME(r));
	bool found = db_next(rows, &r->mem);

	if (found) {
		*p = contact_row(r, rows);
		for (unsigned i = 0; i < P_COLUMNS; i++)
			p->text[i] = arena_strdup(&r->mem, p->text[i]);
		while (db_next(rows, &r->mem))
			;
	}
	return found;
}

static const char *
column_text(const struct personne *p, const char *colonne)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (strcmp(columns[i].colonne, colonne) == 0)
			return p->text[columns[i].at];
	return "";
}

static unsigned
add(struct option *into, unsigned n, const char *valeur, const char *libelle)
{
	for (unsigned i = 0; i < n; i++)
		if (strcmp(into[i].valeur, valeur) == 0)
			return n;
	into[n] = (struct option) { valeur, libelle };
	return n + 1;
}

/* As people read it; what makes no sense is shown as it came. */
static const char *
readable(struct arena *mem, const struct champ *c, const char *s)
{
	if (c->genre == G_TELEPHONE)
		return text_phone_typed(mem, s);
	if (c->genre == G_OUI_NON)
		return strcmp(s, "1") == 0 ? "Oui" : strcmp(s, "0") == 0 ? "Non" : s;
	if (c->genre == G_DATE)
		return text_day(mem, s);
	if (c->genre == G_NOMBRE && strchr(s, '.') != NULL) {
		char *number = arena_strdup(mem, s);

		*strchr(number, '.') = ',';
		return number;
	}
	return champ_label(c, s);
}

/* "12:photo" of field 12 is "photo". */
static unsigned
from_lines(struct arena *mem, const struct personne *p, const struct champ *c, struct option *into,
	unsigned max)
{
	char *rest = arena_strdup(mem, p->text[P_VALUES]), *one;
	unsigned n = 0;

	while ((one = strsep(&rest, "\x1f")) != NULL && n < max)
		if (strtol(one, &one, 10) == c->id && *one == ':')
			n = add(into, n, one + 1, readable(mem, c, one + 1));
	return n;
}

static unsigned
from_groups(struct arena *mem, const struct modele *m, const struct personne *p,
	const struct champ *c, struct option *into, unsigned max)
{
	char *rest = arena_strdup(mem, p->text[P_GROUPS]), *one;
	unsigned n = 0;

	while ((one = strsep(&rest, ",")) != NULL && n < max) {
		const struct groupe_court *g = groupe_find(m, strtoll(one, NULL, 10));

		if (g != NULL && !g->archive && !g->cache && groupe_champ(m, g) == c)
			n = add(into, n, one, g->titre);
	}
	return n;
}

static unsigned
from_tags(struct arena *mem, const struct personne *p, const struct champ *c, struct option *into,
	unsigned max)
{
	char *rest = arena_strdup(mem, p->text[P_TAGS]), *one;
	unsigned n = 0;

	while ((one = strsep(&rest, ",")) != NULL && n < max)
		if (*one != '\0')
			n = add(into, n, one, champ_label(c, one));
	return n;
}

/* May each choose to keep that field from all but those who look after her? */
bool
contact_hideable(const struct champ *c)
{
	return c->genre == G_COURRIEL || c->genre == G_TELEPHONE;
}

/* What one must be to P to read field C: its level, or what the person herself chose. */
int
contact_needs(const struct personne *p, const struct champ *c)
{
	char id[16];

	if (c->lecture >= LEVEL_MANAGES || *p->text[P_CACHE] == '\0')
		return c->lecture;
	snprintf(id, sizeof id, ",%d,", c->id);
	return strstr(p->text[P_CACHE], id) != NULL ? LEVEL_MANAGES : c->lecture;
}

/* The values of field C of person P, at most MAX; none when the reader may not read it.
 * valeur is what is stored, libelle what people read. */
unsigned
contact_values(struct arena *mem, const struct modele *m, const struct personne *p,
	const struct champ *c, struct option *into, unsigned max)
{
	const char *s;

	if (contact_needs(p, c) > p->relation)
		return 0;
	if (c->genre == G_GROUPE)
		return from_groups(mem, m, p, c, into, max);
	if (c->genre == G_ETIQUETTES)
		return from_tags(mem, p, c, into, max);
	if (*c->colonne == '\0')
		return from_lines(mem, p, c, into, max);
	s = column_text(p, c->colonne);
	if (*s == '\0')
		return 0;
	return add(into, 0, s, readable(mem, c, s));
}

/* The same as one text, values apart by commas; "" when there is none to read. */
const char *
contact_text(
	struct arena *mem, const struct modele *m, const struct personne *p, const struct champ *c)
{
	struct option values[VALUES_MAX];
	unsigned n = contact_values(mem, m, p, c, values, VALUES_MAX);
	struct buffer all = { mem };

	if (n == 1)
		return values[0].libelle;
	for (unsigned i = 0; i < n; i++) {
		if (i > 0)
			buffer_puts(&all, ", ");
		buffer_puts(&all, values[i].libelle);
	}
	return buffer_text(&all);
}

/* May the reader change field C of P?  MANAGES: the reader manages that person. */
bool
contact_writes(const struct req *r, const struct personne *p, const struct champ *c, bool manages)
{
	if (c->crm || *p->text[P_LIMITE] != '\0' || contact_needs(p, c) > p->relation)
		return false;
	switch (c->ecriture) {
	case 0: return p->id == r->user.id;
	case 3: return p->id == r->user.id || manages;
	case 4: return r->user.level >= STAFF;
	}
	return false;
}

static void
say_array(struct req *r, struct row *into, const char *name, const struct option *values,
	unsigned n, bool groups)
{
	row_say_list(into, name);
	for (unsigned i = 0; i < n; i++) {
		const char *at = arena_printf(&r->mem, "%s.%u", name, i);

		if (groups) {
			row_say_int(into, arena_printf(&r->mem, "%s.id", at),
				strtoll(values[i].valeur, NULL, 10));
			row_say(into, arena_printf(&r->mem, "%s.titre", at), values[i].libelle);
		} else {
			row_say(into, at, values[i].valeur);
		}
	}
}

/* All groups that the reader may know of, of any field. */
static void
say_groups(struct req *r, const struct modele *m, const struct personne *p, struct row *into)
{
	struct option all[VALUES_MAX];
	unsigned n = 0;
	bool any = false;

	for (unsigned i = 0; i < m->n && n < VALUES_MAX; i++)
		if (m->champs[i].genre == G_GROUPE &&
			contact_needs(p, &m->champs[i]) <= p->relation) {
			n += contact_values(&r->mem, m, p, &m->champs[i], all + n, VALUES_MAX - n);
			any = true;
		}
	if (any)
		say_array(r, into, "groupes", all, n, true);
}

/* The person as data, for .json: what the reader may not read is absent. */
void
contact_say(struct req *r, const struct modele *m, const struct personne *p, struct row *into,
	const struct champ *const *fields, unsigned n)
{
	row_say_int(into, "id", p->id);
	if (p->hubspot_id != 0)
		row_say_int(into, "hubspot_id", p->hubspot_id);
	for (unsigned i = 0; i < n; i++) {
		const struct champ *c = fields[i];
		struct option values[VALUES_MAX];
		unsigned found = contact_values(&r->mem, m, p, c, values, VALUES_MAX);

		if (contact_needs(p, c) > p->relation)
			continue;
		if (c->genre == G_GROUPE || c->genre == G_CHOIX_MULTIPLE ||
			c->genre == G_ETIQUETTES)
			say_array(r, into, c->cle, values, found, c->genre == G_GROUPE);
		else
			row_say(into, c->cle, found > 0 ? values[0].valeur : "");
	}
	say_groups(r, m, p, into);
}

/* Reminders of notes, welcomes that last. */
static void
contact_turn(struct req *r)
{
	note_remind(r);
	accueil_settle(r);
}

const struct genre contact_genre = {
	"contact",
	"Personne",
	"Personnes",
	"user",
	"/contacts",
	NULL,
	CHERCHE | ETIQUETE,
	.tour = contact_turn,
};
