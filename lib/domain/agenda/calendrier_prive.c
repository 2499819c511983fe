/* calendrier_prive.c - private addresses that calendars of people read, without signing in */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/lien_prive.h"
#include "domain/agenda/calendrier_prive.h"

static const char *
address(struct req *r, const char *jeton)
{
	return jeton == NULL ?
		NULL :
		arena_printf(&r->mem, "%s/agenda/abonnements/%s.ics", conf.site_url, jeton);
}

/* The address of a new link; NULL: she has as many as one may. */
const char *
calendrier_prive_new(struct req *r, int64_t groupe_id)
{
	return address(r, lien_prive_new(r, "agenda", groupe_id, false));
}

/* Another address for the same; NULL: it is not hers. */
const char *
calendrier_prive_renew(struct req *r, int64_t id)
{
	return address(r, lien_prive_renew(r, "agenda", id));
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
	struct lien_prive l;
	struct rows *d;

	*f = (struct flux) { 0 };
	if (!lien_prive_read(r, "agenda", jeton, &l))
		return false;
	*f = (struct flux) { l.contact, l.groupe, l.nom, NULL, l.cree_le };
	d = f->groupe == 0 ? own_dates(r, f, since) : group_dates(r, f, since);
	while (db_next(d, &r->mem)) {
		json_add_id(&ids, db_num(d, 0));
		if (strcmp(db_text(d, 1), f->change) > 0)
			f->change = arena_strdup(&r->mem, db_text(d, 1));
	}
	f->dates = json_list(&ids);
	return true;
}
