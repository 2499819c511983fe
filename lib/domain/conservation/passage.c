/* passage.c - one run of essaim-retention: who came back, what is old, who is told, who goes
 *
 * Each person is looked at again and dealt with in a transaction of her own: whoever is killed
 * leaves nothing half done, and the next run goes on.  People are touched once the association has
 * adopted its delays.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/conservation/conservation.h"
#include "domain/crm/alarme.h"
#include "domain/crm/contact_store.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "domain/vie/crm_efface.h"
#include "domain/vie/cycle.h"

enum { A_NIGHT = 2000, PORTIONS = 200 };

bool
conservation_adopted(struct req *r)
{
	return *reglage(r, "conservation_adoptee", "") != '\0';
}

/* Everything that says who she was goes; the CRM may bring her back once she is engaged. */
static void
anonymise(struct req *r, const struct concerne *c)
{
	int64_t hubspot_id =
		db_int(r, SQL("SELECT hubspot_id FROM contact WHERE id = ?"), I(c->id));

	cycle_forget(r, c->id);
	crm_erased_may_return(r, hubspot_id);
	journal(r, "conservation.anonymise", c->id, NULL, json_made(&r->mem, JS("regle", c->cle)));
	contact_settle_lot(r);
}

/* Her account opens by no password any more; a link by mail opens it again. */
static void
shut(struct req *r, const struct concerne *c)
{
	db_exec(r, SQL("UPDATE compte SET ferme_le = ? WHERE contact_id = ?"),
		S(clock_sql(&r->mem, clock_now())), I(c->id));
	db_exec(r, SQL("DELETE FROM session WHERE contact_id = ?"), I(c->id));
	db_exec(r, SQL("DELETE FROM jeton_api WHERE contact_id = ?"), I(c->id));
	journal(r, "compte.ferme", c->id, NULL, json_made(&r->mem, JS("regle", c->cle)));
}

static bool
is_to_write(const struct concerne *c)
{
	return strcmp(c->action, "avertir") == 0 || strcmp(c->action, "rappeler") == 0;
}

/* Do what is still to be done with that person, as she is now.  False: nothing any more. */
static bool
deal(const struct req *by, int64_t id, const char *action)
{
	struct req own = { .user = by->user };
	struct concerne c;
	bool alone, still;

	req_init(&own);
	alone = db_begin_own();
	still = concernes_one(&own, id, &c) && strcmp(c.action, action) == 0;
	if (still && is_to_write(&c))
		avis_write(&own, &c);
	else if (still && strcmp(action, "anonymiser") == 0)
		anonymise(&own, &c);
	else if (still && strcmp(action, "fermer") == 0)
		shut(&own, &c);
	db_commit_own(alone);
	arena_reset(&own.mem);
	return still;
}

static void
deal_all(struct req *r, const struct frein *f, struct passage *p)
{
	size_t n;
	const struct concerne *all = concernes_all(r, &n);

	for (size_t i = 0; i < n && p->avertis + p->anonymises + p->fermes < A_NIGHT; i++) {
		bool write = is_to_write(&all[i]);

		if (write ? f->avertir : f->agir)
			continue;
		if (!write && strcmp(all[i].action, "anonymiser") != 0 &&
			strcmp(all[i].action, "fermer") != 0)
			continue;
		if (!deal(r, all[i].id, all[i].action))
			continue;
		if (write)
			p->avertis++;
		else if (strcmp(all[i].action, "fermer") == 0)
			p->fermes++;
		else
			p->anonymises++;
	}
}

/* Administrators are told once of what is held. */
static void
hold(struct req *r, const struct frein *f, struct passage *p)
{
	bool told = db_int(r, SQL("SELECT 1 FROM reglage WHERE cle = 'conservation_frein'")) != 0;
	bool own;

	p->retenu = f->avertir || f->agir;
	own = db_begin_own();
	if (!p->retenu)
		db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'conservation_frein'"));
	if (f->tous.avertir + f->tous.rappeler <= f->limite)
		db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'conservation_accord_avis'"));
	if (f->tous.agir <= f->limite)
		db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'conservation_accord_depart'"));
	if (p->retenu && !told) {
		say_int(r, "Courriel.personnes",
			(f->avertir ? f->tous.avertir + f->tous.rappeler : 0) +
				(f->agir ? f->tous.agir : 0));
		alarme_tell(r, "conservation_frein");
		db_exec(r,
			SQL("REPLACE INTO reglage (cle, valeur) VALUES ('conservation_frein', ?)"),
			S(clock_sql(&r->mem, clock_now())));
		journal(r, "conservation.frein", 0, NULL,
			json_made(&r->mem, JN("limite", f->limite)));
	}
	db_commit_own(own);
}

int64_t
conservation_rows(const struct passage *p)
{
	int64_t n = 0;

	for (int i = 0; i < LIGNES; i++)
		n += p->lignes[i];
	return n;
}

/* Told each night; in the journal where something was done, rows by their kinds. */
static void
note(struct req *r, const struct passage *p)
{
	const char *said = json_made(&r->mem, JS("le", clock_sql(&r->mem, clock_now())),
		JN("anonymises", p->anonymises), JN("fermes", p->fermes), JN("avertis", p->avertis),
		JN("revenus", p->revenus), JN("retenu", p->retenu),
		JN("lignes", conservation_rows(p)), JN("notes", p->lignes[L_NOTES]),
		JN("heures", p->lignes[L_HEURES]), JN("messages", p->lignes[L_MESSAGES]),
		JN("lettres", p->lignes[L_LETTRES]), JN("invitations", p->lignes[L_INVITATIONS]));
	bool own = db_begin_own();

	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('conservation_passage', ?)"),
		S(said));
	if (p->anonymises + p->fermes + p->avertis + p->revenus + conservation_rows(p) > 0)
		journal(r, "conservation.passage", 0, NULL, said);
	db_commit_own(own);
}

/* People: who came back, who is told, who goes. */
void
conservation_people(struct req *r, struct passage *p)
{
	struct frein f;
	bool own;

	*p = (struct passage) { .adopte = conservation_adopted(r) };
	if (!p->adopte)
		return;
	own = db_begin_own();
	p->revenus = avis_returned(r);
	db_commit_own(own);
	frein_look(r, &f);
	hold(r, &f, p);
	deal_all(r, &f, p);
}

/* Rows wait too while people are held: when the clock is wrong, it is wrong for all. */
void
conservation_run(struct req *r, struct passage *p)
{
	bool more, own;

	conservation_people(r, p);
	more = p->adopte && !p->retenu;
	for (int i = 0; i < PORTIONS && more; i++) {
		own = db_begin_own();
		more = lignes_clean(r, p->lignes);
		db_commit_own(own);
	}
	note(r, p);
}

/* The reader warns those who are to be, at most so many: the night warns the others.  How many. */
int64_t
conservation_warn(struct req *r, int64_t most)
{
	size_t n;
	const struct concerne *all = concernes_all(r, &n);
	int64_t done = 0;

	for (size_t i = 0; i < n && done < most; i++)
		done += strcmp(all[i].action, "avertir") == 0 && deal(r, all[i].id, "avertir");
	return done;
}
