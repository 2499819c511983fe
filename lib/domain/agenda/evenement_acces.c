/* evenement_acces.c - who sees an event, who organises it, who is invited
 *
 * Its list of access names publics: the coordination of its group, its organiser and whoever
 * organises with her manage it; what its visibilite says sees it, once it is published; and its
 * invited people, who are a public of their own (acces.c makes their rows).
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "domain/acces/droit.h"
#include "domain/agenda/evenement.h"
#include "domain/socle/journal.h"

enum { PUBLICS = 200 };

struct right {
	int64_t public_id;
	int droit;
};

struct rights {
	struct right all[PUBLICS];
	unsigned n;
};

static void
give(struct rights *l, int64_t public, int droit)
{
	if (l->n < PUBLICS && public != 0)
		l->all[l->n++] = (struct right) { public, droit };
}

static int
in_order(const void *a, const void *b)
{
	const struct right *x = a, *y = b;

	return x->droit != y->droit         ? x->droit - y->droit :
		x->public_id < y->public_id ? -1 :
					      x->public_id > y->public_id;
}

/* The public of that genre and key, of a person or a group. */
static int64_t
public_of(struct req *r, const char *genre, int64_t key)
{
	return public_id(r, genre, arena_printf(&r->mem, "%" PRId64, key),
		db_string(r, SQL("SELECT LEFT(titre, 250) FROM objet WHERE id = ?"), I(key)));
}

/* The public that is that person alone, and she is in it. */
static int64_t
public_of_person(struct req *r, int64_t contact_id)
{
	int64_t id = public_of(r, "personne", contact_id);

	if (db_int(r, SQL("SELECT 1 FROM contact_public WHERE public_id = ? AND contact_id = ?"),
		    I(id), I(contact_id)) == 0)
		acces_contact(r, contact_id);
	return id;
}

static void
give_managers(struct req *r, struct rights *l, int64_t id)
{
	struct rows *who = db_rows(r,
		SQL("SELECT organisateur_id FROM evenement WHERE id = ?"
		    " AND organisateur_id IS NOT NULL UNION"
		    " SELECT contact_id FROM evenement_organisateur WHERE evenement_id = ?"),
		I(id), I(id));
	int64_t groupe =
		db_int(r, SQL("SELECT COALESCE(groupe_id, 0) FROM evenement WHERE id = ?"), I(id));

	while (db_next(who, &r->mem))
		give(l, public_of_person(r, db_num(who, 0)), GERER);
	if (groupe != 0)
		give(l, public_of(r, "coordination", groupe), GERER);
}

static void
give_audience(struct req *r, struct rights *l, int64_t id, const char *visibilite)
{
	bool all = strcmp(visibilite, "public") == 0;

	if (all)
		give(l, public_id(r, "statut", "prospect", "Sympathisant-e-s"), VOIR);
	if (all || strcmp(visibilite, "benevoles") == 0) {
		give(l, public_id(r, "statut", "confirme", "Bénévoles"), CONTRIBUER);
		give(l, public_id(r, "type", "salarie", "Siège"), CONTRIBUER);
	}
	if (strcmp(visibilite, "groupes") == 0) {
		struct rows *groups = db_rows(r,
			SQL("SELECT groupe_id FROM evenement_groupe WHERE evenement_id = ?"),
			I(id));

		while (db_next(groups, &r->mem))
			give(l, public_of(r, "equipe", db_num(groups, 0)), CONTRIBUER);
	}
}

/* The list of its organisers, and once it is PUBLISHED of its audience too. */
static int64_t
list_of(struct req *r, int64_t id, bool published, const char *visibilite, int64_t invited)
{
	struct rights l = { .n = 0 };
	struct buffer text = { &r->mem };

	give_managers(r, &l, id);
	if (published) {
		give_audience(r, &l, id, visibilite);
		give(&l, invited, CONTRIBUER);
	}
	qsort(l.all, l.n, sizeof *l.all, in_order);
	for (unsigned i = 0; i < l.n; i++)
		buffer_puts(&text,
			arena_printf(&r->mem, "%s%d:%" PRId64, i > 0 ? "," : "", l.all[i].droit,
				l.all[i].public_id));
	return l.n > 0 ? liste_id(r, buffer_text(&text)) : 1;
}

/* Its dates bear its list too, so that calendars read them alone; 0: nobody's, of a draft and of
 * what is gone.  Whoever adds dates calls it. */
void
evenement_follow_dates(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE evenement_date d JOIN evenement e ON e.id = d.evenement_id"
		    " JOIN objet o ON o.id = e.id SET d.liste_id = IF(e.etat = 'brouillon'"
		    " OR e.supprime_le IS NOT NULL, 0, o.liste_id) WHERE d.evenement_id = ?"),
		I(id));
}

/* Give it the list that its organisers, its audience and its state ask for; a draft knows which one
 * it will have. */
void
evenement_follow(struct req *r, int64_t id)
{
	const char *visibilite = "", *etat = "";
	int64_t invited = 0;
	bool gone = false, draft;

	db_read(r,
		SQL("SELECT visibilite, etat, public_id, supprime_le IS NOT NULL FROM evenement"
		    " WHERE id = ?"),
		INTO(TO(&visibilite), TO(&etat), TO(&invited), TO(&gone)), I(id));
	draft = strcmp(etat, "brouillon") == 0;
	db_exec(r, SQL("UPDATE objet SET liste_id = ? WHERE id = ?"),
		I(list_of(r, id, !draft && !gone, visibilite, invited)), I(id));
	db_exec(r, SQL("UPDATE evenement SET liste_publiee = NULLIF(?, 0) WHERE id = ?"),
		I(draft ? list_of(r, id, true, visibilite, invited) : 0), I(id));
	evenement_follow_dates(r, id);
}

/* That person organises this event, and nothing else; or no longer. */
void
evenement_organiser(struct req *r, int64_t id, int64_t contact_id, bool yes)
{
	int64_t n = yes ?
		db_exec(r,
			SQL("INSERT IGNORE INTO evenement_organisateur (evenement_id, contact_id)"
			    " VALUES (?, ?)"),
			I(id), I(contact_id)) :
		db_exec(r,
			SQL("DELETE FROM evenement_organisateur WHERE evenement_id = ?"
			    " AND contact_id = ?"),
			I(id), I(contact_id));

	if (n > 0)
		journal(r, yes ? "evenement.organisateur" : "evenement.organisateur_retire", id,
			NULL, json_made(&r->mem, JN("contact", contact_id)));
	evenement_follow(r, id);
}

/* Invite those people: they see it whatever its visibilite.  How many are new; the caller has
 * checked that the reader sees each. */
int
evenement_invite(struct req *r, int64_t id, const int64_t *contacts, unsigned n)
{
	int64_t who = public_id(
		r, "evenement", arena_printf(&r->mem, "%" PRId64, id), "Personnes invitées");
	int added = 0;

	if (db_exec(r, SQL("UPDATE evenement SET public_id = ? WHERE id = ? AND public_id IS NULL"),
		    I(who), I(id)) > 0)
		evenement_follow(r, id);
	acces_lot_clear(r);
	for (unsigned i = 0; i < n; i++)
		if (db_exec(r,
			    SQL("INSERT IGNORE INTO evenement_invite (evenement_id, contact_id,"
				" par_id, cree_le) SELECT ?, c.id, ?, UTC_TIMESTAMP()"
				" FROM contact c"
				" WHERE c.id = ? AND c.acces > 0"),
			    I(id), I(r->user.id), I(contacts[i])) > 0) {
			acces_lot_add(r, contacts[i]);
			added++;
		}
	acces_lot(r);
	return added;
}

/* May the reader make an event of that group (0: of her own name)? */
bool
evenement_may_create(struct req *r, int64_t groupe_id)
{
	if (groupe_id == 0)
		return droit(r, "agenda") != NULLE_PART;
	return droit_sur(r, "agenda", groupe_id);
}
