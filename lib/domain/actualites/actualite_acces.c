/* actualite_acces.c - who reads a news item, and who writes it
 *
 * Its list of access names the publics of its audience, once it is published, and the person whom
 * it shows; who writes news is the grid's to say (liste.c), of a group its coordination too.
 * Comments open: the audience may contribute.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "domain/acces/droit.h"
#include "domain/actualites/actualite.h"

enum { PUBLICS = 80 };

struct audience {
	int64_t all[PUBLICS];
	unsigned n;
};

static void
give(struct audience *l, int64_t public)
{
	if (public != 0 && l->n < PUBLICS)
		l->all[l->n++] = public;
}

static int
in_order(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Members of that group and of those below it. */
static void
give_group(struct req *r, struct audience *l, int64_t groupe)
{
	give(l,
		public_id(r, "groupe", arena_printf(&r->mem, "%" PRId64, groupe),
			db_string(r, SQL("SELECT LEFT(titre, 250) FROM objet WHERE id = ?"),
				I(groupe))));
}

/* People of that département who may do as much (contact.acces); a new public finds them at once,
 * acces.c keeps it. */
static int64_t
territory(struct req *r, const char *code, int acces)
{
	const char *cle = arena_printf(&r->mem, "%s:%d", code, acces);
	int64_t id = db_int(
		r, SQL("SELECT id FROM public WHERE genre = 'territoire' AND cle = ?"), S(cle));
	const char *nom;

	if (id != 0)
		return id;
	nom = db_string(r, SQL("SELECT nom FROM departement WHERE code = ?"), S(code));
	id = public_id(r, "territoire", cle,
		arena_printf(&r->mem, "%s, %s", acces == 1 ? "Sympathisant-e-s" : "Bénévoles",
			nom != NULL ? nom : code));
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT id, ? FROM contact WHERE departement = ? AND acces = ?"),
		I(id), S(code), I(acces));
	return id;
}

/* Volunteers, and sympathisers where it is for all, of the départements that it names, or
 * everywhere. */
static void
give_people(struct req *r, struct audience *l, const struct actualite *a)
{
	bool all = strcmp(a->audience, "tous") == 0;

	if (a->departements[0] == NULL) {
		give(l, public_id(r, "statut", "confirme", "Bénévoles"));
		if (all)
			give(l, public_id(r, "statut", "prospect", "Sympathisant-e-s"));
	}
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->departements[i] != NULL; i++) {
		give(l, territory(r, a->departements[i], 2));
		if (all)
			give(l, territory(r, a->departements[i], 1));
	}
}

static void
give_audience(struct req *r, struct audience *l, const struct actualite *a)
{
	const char *who = a->audience;

	if (strcmp(who, "groupes") == 0) {
		for (unsigned i = 0; i < ACTUALITE_CHOIX && a->groupes[i] != 0; i++)
			give_group(r, l, a->groupes[i]);
		return;
	}
	give(l, public_id(r, "type", "salarie", "Siège"));
	if (strcmp(who, "engagements") == 0)
		for (unsigned i = 0; i < ACTUALITE_CHOIX && a->engagements[i] != NULL; i++)
			give_group(r, l,
				db_int(r,
					SQL("SELECT COALESCE(ensemble_id, 0) FROM groupe_type"
					    " WHERE cle = ?"),
					S(a->engagements[i])));
	else if (strcmp(who, "siege") != 0)
		give_people(r, l, a);
}

/* "actualite:1:12:1:40,2:2": see liste.c. */
static int64_t
list_of(struct req *r, const struct actualite *a, struct audience *l, int64_t shown)
{
	struct buffer text = { &r->mem };
	int kind = a->groupe == 0 ? 0 :
		db_int(r, SQL("SELECT ouverture <> 'ouvert' FROM groupe WHERE id = ?"),
			I(a->groupe)) ?
				    2 :
				    1;

	buffer_puts(&text, arena_printf(&r->mem, "actualite:%d:", kind));
	if (a->groupe != 0)
		buffer_puts(&text, arena_printf(&r->mem, "%" PRId64, a->groupe));
	buffer_puts(&text, ":");
	qsort(l->all, l->n, sizeof *l->all, in_order);
	if (shown != 0)
		buffer_puts(&text,
			arena_printf(&r->mem, "1:%" PRId64 "%s", shown, l->n > 0 ? "," : ""));
	for (unsigned i = 0; i < l->n; i++)
		buffer_puts(&text,
			arena_printf(&r->mem, "%s%d:%" PRId64, i > 0 ? "," : "",
				a->commentaires ? CONTRIBUER : VOIR, l->all[i]));
	return liste_id(r, buffer_text(&text));
}

/* The public that is the person whom it shows, and she is in it; 0: nobody, or it is withdrawn. */
static int64_t
shown(struct req *r, int64_t id)
{
	int64_t who = db_int(r,
		SQL("SELECT COALESCE(portrait_id, 0) FROM actualite WHERE id = ?"
		    " AND etat <> 'retiree' AND accord <> 'non'"),
		I(id));
	int64_t public;

	if (who == 0)
		return 0;
	public = public_id(r, "personne", arena_printf(&r->mem, "%" PRId64, who),
		db_string(r, SQL("SELECT LEFT(titre, 250) FROM objet WHERE id = ?"), I(who)));
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT id, ? FROM contact WHERE id = ? AND acces > 0"),
		I(public), I(who));
	return public;
}

static int64_t
list_when(struct req *r, int64_t id, bool published)
{
	struct audience l = { .n = 0 };
	struct actualite a;

	if (!actualite_read(r, id, &a))
		return 1;
	if (published)
		give_audience(r, &l, &a);
	return list_of(r, &a, &l, shown(r, id));
}

/* Give it, and what was said under it, the list that its state and its audience ask for. */
void
actualite_follow(struct req *r, int64_t id)
{
	bool published =
		db_int(r, SQL("SELECT etat = 'publiee' FROM actualite WHERE id = ?"), I(id)) != 0;
	int64_t liste = list_when(r, id, published);

	db_exec(r,
		SQL("UPDATE objet SET liste_id = ? WHERE id = ? OR id IN (SELECT id"
		    " FROM commentaire WHERE sur_id = ?)"),
		I(liste), I(id), I(id));
	db_exec(r, SQL("UPDATE actualite SET liste_publiee = NULLIF(?, 0) WHERE id = ?"),
		I(published ? 0 : list_when(r, id, true)), I(id));
}

/* May the reader write news of that group (0: of the Siège)? */
bool
actualite_may_write(struct req *r, int64_t groupe_id)
{
	if (droit(r, "actualites") == PARTOUT)
		return true;
	return groupe_id != 0 && droit_sur(r, "actualites", groupe_id);
}
