/* qui.c - who may see my data: how many people, field by field, counted by the test of access
 * itself */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "contacts/contacts.h"
#include "web/pager.h"
#include "web/reply.h"

enum { NAMES = 20, PAR = 40 };

/* Who sees person O and what each is to her, as contact_level() and RELATION() say to the one who
 * asks, told set by set and not person by person: the lists of access hold, and the grid's word on
 * contact details, are a few publics of many people.  Binds WHOSE(id). */
#define VIEWERS \
	"(SELECT x.id, MAX(x.niveau) AS niveau FROM (" \
	" SELECT p_.contact_id AS id, 1 AS voit, IF(a_.droit >= 3, 3, 1) AS niveau FROM objet o" \
	" JOIN acces a_ ON a_.liste_id = o.liste_id" \
	" JOIN contact_public p_ ON p_.public_id = a_.public_id WHERE o.id = ?" \
	" UNION ALL SELECT s.id, 0, IF(k.role = 'admin', 5, 4) FROM contact s" \
	" LEFT JOIN compte k ON k.contact_id = s.id WHERE s.acces = 3" \
	" UNION ALL SELECT p_.contact_id, 0, 2 FROM profil_droit d" \
	" JOIN profil f ON f.id = d.profil_id" \
	" JOIN contact_public p_ ON p_.public_id = f.public_id WHERE d.domaine = 'coordonnees'" \
	" AND d.niveau = 2 UNION ALL SELECT s.contact_id, 0, 2 FROM membre m" \
	" JOIN membre s ON s.groupe_id = m.groupe_id AND s.fin IS NULL" \
	" WHERE m.contact_id = ? AND m.fin IS NULL AND m.montre" \
	" AND " DETAILS_OF( \
		"s.contact_id") " > 0" \
				") x WHERE x.id <> ? GROUP BY x.id HAVING MAX(x.voit) = 1) n" \
				" JOIN contact v ON v.id = n.id AND v.acces > 0" \
				" AND v.retire_le IS NULL"
#define WHOSE(id) I(id), I(id), I(id)

/* How many people are at least that much to the person, by level. */
static void
count(struct req *r, int64_t id, int64_t at_least[LEVEL_ADMIN + 1])
{
	struct rows *rows = db_rows(
		r, SQL("SELECT n.niveau, COUNT(*) FROM " VIEWERS " GROUP BY n.niveau"), WHOSE(id));

	memset(at_least, 0, (LEVEL_ADMIN + 1) * sizeof *at_least);
	while (db_next(rows, &r->mem))
		for (int level = 1; level <= db_num(rows, 0) && level <= LEVEL_ADMIN; level++)
			at_least[level] += db_num(rows, 1);
}

/* Say as LIST.N their names, MOST from the FROM-th on: those that the reader may see herself. */
static void
say_names(struct req *r, const char *list, int64_t id, int64_t level, int64_t most, int64_t from)
{
	db_list(r, list,
		SQL("SELECT v.id, CONCAT_WS(' ', v.prenom, v.nom) AS nom FROM " VIEWERS
		    " JOIN objet p ON p.id = n.id WHERE n.niveau >= ? AND " SEES(
			    "p") " ORDER BY v.tri, v.id LIMIT ? OFFSET ?"),
		WHOSE(id), I(level), ME(r), I(most), I(from));
}

/* The fields that hold something and that LEVEL is needed for.  How many. */
static unsigned
say_fields(
	struct req *r, struct row *row, const struct modele *m, const struct personne *p, int level)
{
	unsigned n = 0;

	for (unsigned i = 0; i < m->n; i++) {
		const struct champ *c = &m->champs[i];

		if (contact_needs(p, c) != level || *contact_text(&r->mem, m, p, c) == '\0')
			continue;
		row_say(row, arena_printf(&r->mem, "champs.%u.cle", n), c->cle);
		row_say(row, arena_printf(&r->mem, "champs.%u.libelle", n), c->libelle);
		if (c->lecture != level)
			row_say(row, arena_printf(&r->mem, "champs.%u.cache", n), "1");
		n++;
	}
	return n;
}

static void
say_publics(struct req *r, int64_t id)
{
	db_list(r, "publics",
		SQL("SELECT p.titre, MAX(a.droit) AS droit, (SELECT COUNT(*) FROM contact_public cp"
		    " WHERE cp.public_id = p.id)"
		    " AS personnes FROM objet o JOIN acces a ON a.liste_id = o.liste_id"
		    " JOIN public p ON p.id = a.public_id"
		    " WHERE o.id = ? AND " PUBLIC_SEEN("p") " GROUP BY p.id HAVING personnes > 0"
							    " ORDER BY droit, p.id"),
		I(id), ME(r));
}

/* Those who are LEVEL at least to that person, a page of their names at a time. */
static int
names(struct req *r, const struct modele *m, const struct personne *p, int64_t level)
{
	row_at(r, "items");
	say_names(r, "items", p->id, level, PAR + 1, (pager_asked(r) - 1) * PAR);
	pager_more(r,
		arena_printf(&r->mem, "/contacts/%" PRId64 "/qui?niveau=%" PRId64 "&page=", p->id,
			level),
		"items", PAR);
	say_int(r, "Niveau", level);
	contacts_top(r, m, p, "qui");
	title(r, "Qui exactement");
	return page(r, "contacts/qui.cs");
}

/* One's own page; administrators answer who asks them. */
static int
contacts_who(struct req *r)
{
	const struct modele *m = modele(r);
	int64_t at_least[LEVEL_ADMIN + 1];
	int64_t asked = strtoll(param(r, "niveau"), NULL, 10);
	struct personne p;
	int n = 0;

	if (!contact_find(r, caught_id(r, 0), &p) || (p.id != r->user.id && r->user.level < ADMIN))
		return not_found(r);
	if (asked >= 1 && asked <= LEVEL_ADMIN)
		return names(r, m, &p, asked);
	count(r, p.id, at_least);
	for (int level = 1; level <= LEVEL_ADMIN; level++) {
		struct row *row = row_nth(r, "niveaux", n);

		if (say_fields(r, row, m, &p, level) == 0) {
			unsay(r, arena_printf(&r->mem, "niveaux.%d", n));
			continue;
		}
		row_say_int(row, "niveau", level);
		row_say_int(row, "personnes", at_least[level]);
		row_say(row, "nombre", text_number(&r->mem, at_least[level]));
		if (at_least[level] > NAMES)
			row_say(row, "suite", "1");
		else if (at_least[level] > 0)
			say_names(r, arena_printf(&r->mem, "niveaux.%d.noms", n), p.id, level,
				NAMES, 0);
		n++;
	}
	say_publics(r, p.id);
	contacts_top(r, m, &p, "qui");
	title(r, "Qui peut voir mes données");
	return page(r, "contacts/qui.cs");
}

const struct route contacts_qui_routes[] = {
	{ GET, ":id/qui", PROSPECT, contacts_who },
	{ 0 },
};
