/* calendrier_prive.c - private addresses that calendars of people read, without signing in */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/calendrier_prive.h"
#include "domain/socle/journal.h"

enum { JETON = 24, MOST = 20 };

static const char *
digest(struct req *r, const char *jeton)
{
	return sha256_hex(&r->mem, jeton, strlen(jeton));
}

static const char *
address(struct req *r, const char *jeton)
{
	return arena_printf(&r->mem, "%s/agenda/abonnements/%s.ics", conf.site_url, jeton);
}

/* May the reader subscribe to the events of that group (0: to her own)? */
bool
calendrier_prive_may(struct req *r, int64_t groupe_id)
{
	return groupe_id == 0 ||
		db_int(r,
			SQL("SELECT COUNT(*) FROM contact c JOIN groupe g ON g.id = ?"
			    " WHERE c.id = ? AND " CALENDRIER_OPEN("g.id", "c.id")),
			I(groupe_id), I(r->user.id)) > 0;
}

/* Her new address, which nobody can read again; NULL: she has MOST already. */
const char *
calendrier_prive_new(struct req *r, int64_t groupe_id)
{
	const char *jeton = random_hex(&r->mem, JETON);

	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM agenda_abonnement WHERE contact_id = ?"
			" LOCK IN SHARE MODE"),
		    I(r->user.id)) >= MOST)
		return NULL;
	db_exec(r,
		SQL("INSERT INTO agenda_abonnement (contact_id, groupe_id, empreinte, cree_le)"
		    " VALUES (?, NULLIF(?, 0), ?, ?)"),
		I(r->user.id), I(groupe_id), S(digest(r, jeton)),
		S(clock_sql(&r->mem, clock_now())));
	journal(r, "agenda.abonnement", r->user.id, NULL, NULL);
	return address(r, jeton);
}

/* Another address for the same; the old one gives nothing any more.  NULL: it is not hers. */
const char *
calendrier_prive_renew(struct req *r, int64_t id)
{
	const char *jeton = random_hex(&r->mem, JETON);

	if (db_exec(r,
		    SQL("UPDATE agenda_abonnement SET empreinte = ?, cree_le = ? WHERE id = ?"
			" AND contact_id = ?"),
		    S(digest(r, jeton)), S(clock_sql(&r->mem, clock_now())), I(id),
		    I(r->user.id)) == 0)
		return NULL;
	journal(r, "agenda.abonnement", r->user.id, NULL, NULL);
	return address(r, jeton);
}

bool
calendrier_prive_drop(struct req *r, int64_t id)
{
	if (db_exec(r, SQL("DELETE FROM agenda_abonnement WHERE id = ? AND contact_id = ?"), I(id),
		    I(r->user.id)) == 0)
		return false;
	journal(r, "agenda.abonnement_retire", r->user.id, NULL, NULL);
	return true;
}

/* Events that have a date not over for long, and that she sees; binds FEED(). */
#define FEED_EVENTS \
	" JOIN objet o ON o.id = e.id AND " SEES( \
		"o") " WHERE e.etat <> 'brouillon' AND e.supprime_le IS NULL AND EXISTS (SELECT 1" \
		     " FROM evenement_date l WHERE l.evenement_id = e.id AND l.fin > ?)"
#define FEED(f, since) I((f)->contact), I((f)->contact), S(since)

/* What she comes to, waits for, organises, or is invited to and has not answered. */
static struct rows *
own_dates(struct req *r, const struct flux *f, const char *since)
{
	return db_rows(r,
		SQL("SELECT d.id, e.change_le FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id" FEED_EVENTS
		    " AND (EXISTS (SELECT 1 FROM inscription i JOIN place p"
		    " ON p.inscription_id = i.id WHERE i.evenement_id = e.id AND i.contact_id = ?"
		    " AND p.date_id = d.id AND p.etat IN ('inscrit', 'attente', 'demande'))"
		    " OR e.organisateur_id = ? OR EXISTS (SELECT 1 FROM evenement_organisateur h"
		    " WHERE h.evenement_id = e.id AND h.contact_id = ?)"
		    " OR (EXISTS (SELECT 1 FROM evenement_invite v WHERE v.evenement_id = e.id"
		    " AND v.contact_id = ?) AND NOT EXISTS (SELECT 1 FROM inscription n"
		    " WHERE n.evenement_id = e.id AND n.contact_id = ?))) LIMIT 5000"),
		FEED(f, since), I(f->contact), I(f->contact), I(f->contact), I(f->contact),
		I(f->contact));
}

/* What the group organises or is shown, and those below it that she sees. */
static struct rows *
group_dates(struct req *r, const struct flux *f, const char *since)
{
	return db_rows(r,
		SQL("SELECT d.id, e.change_le FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id" FEED_EVENTS
		    " AND EXISTS (SELECT 1 FROM " GROUPS_BELOW
		    " b WHERE b.groupe_id = e.groupe_id OR b.groupe_id IN (SELECT g.groupe_id"
		    " FROM evenement_groupe g WHERE g.evenement_id = e.id)) LIMIT 5000"),
		FEED(f, since), I(f->groupe), I(f->contact), I(f->contact));
}

/* What that address gives now.  False: there is none, or it gives nothing any more. */
bool
calendrier_prive_read(struct req *r, const char *jeton, struct flux *f)
{
	const char *since = clock_sql(&r->mem, clock_now() - 400L * 86400);
	struct buffer ids = { &r->mem };
	struct rows *d;

	*f = (struct flux) { 0 };
	if (!db_read(r,
		    SQL("SELECT c.id, COALESCE(b.groupe_id, 0), COALESCE(og.titre, ''), b.cree_le"
			" FROM agenda_abonnement b JOIN contact c ON c.id = b.contact_id"
			" AND c.acces > 0 LEFT JOIN objet og ON og.id = b.groupe_id"
			" WHERE b.empreinte = ? AND (b.groupe_id IS NULL OR " CALENDRIER_OPEN(
				"b.groupe_id", "c.id") ")"),
		    INTO(TO(&f->contact), TO(&f->groupe), TO(&f->nom), TO(&f->change)),
		    S(digest(r, jeton))))
		return false;
	d = f->groupe == 0 ? own_dates(r, f, since) : group_dates(r, f, since);
	while (db_next(d, &r->mem)) {
		json_add_id(&ids, db_num(d, 0));
		if (strcmp(db_text(d, 1), f->change) > 0)
			f->change = arena_strdup(&r->mem, db_text(d, 1));
	}
	f->dates = json_list(&ids);
	return true;
}
