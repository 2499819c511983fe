/* sondage.c - answer a poll, close it, remind who has not answered */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/ical.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/fil/publication.h"
#include "domain/fil/sondage.h"
#include "domain/notifications/notif.h"
#include "groupes/groupes.h"
#include "net/live.h"
#include "web/form.h"
#include "web/reply.h"

enum { HOURS = 2 };

static int
back(struct req *r, const char *fait)
{
	return redirect(r, "/groupes/%" PRId64 "/publications/%" PRId64 "?fait=%s#p-%" PRId64,
		caught_id(r, 0), caught_id(r, 1), fait, caught_id(r, 1));
}

/* The poll of the address, for who may do DROIT in the group: 0, or the status to answer. */
static int
load(struct req *r, int droit)
{
	if (!groupes_publication(r, caught_id(r, 0), caught_id(r, 1)) ||
		*said(r, "items.0.sondage.genre") == '\0')
		return not_found(r);
	if (droit == GERER && said_int(r, "items.0.mien") && groupes_droit(r) >= CONTRIBUER)
		return 0;
	return groupes_droit(r) >= droit ? 0 : forbidden(r);
}

static int
groupes_vote(struct req *r)
{
	int refused = load(r, CONTRIBUER);
	const char *why;

	if (refused != 0)
		return refused;
	why = sondage_vote(r, caught_id(r, 1));
	if (why != NULL) {
		form_error(r, "vote", why);
		return groupes_show_publication(r);
	}
	live_tell_objet(r, caught_id(r, 1));
	return back(r, "vote");
}

/* The date that was kept is published, with the poll below it. */
static void
announce(struct req *r)
{
	const char *day = sondage_date(r, caught_id(r, 1));

	if (day == NULL)
		return;
	publication_create(r,
		&(struct publication) { .groupe = caught_id(r, 0),
			.genre = "message",
			.titre = arena_printf(&r->mem, "Date retenue\u00A0: %s",
				text_moment(&r->mem, clock_parse(day))),
			.texte = "",
			.cartes = { caught_id(r, 1) } });
}

static int
groupes_close_poll(struct req *r)
{
	int refused = load(r, GERER);

	if (refused != 0)
		return refused;
	if (!sondage_close(r, caught_id(r, 1), strtoll(param(r, "choisi"), NULL, 10)))
		return back(r, "sondage-deja");
	announce(r);
	live_tell_objet(r, caught_id(r, 0));
	return back(r, "sondage-clos");
}

/* Only who has not answered, once a day. */
static int
groupes_remind(struct req *r)
{
	int64_t groupe = caught_id(r, 0), id = caught_id(r, 1), ev;
	int refused = load(r, GERER);
	struct rows *rows;

	if (refused != 0)
		return refused;
	if (!sondage_open(r, id) ||
		db_exec(r,
			SQL("UPDATE sondage SET relance_le = UTC_TIMESTAMP() WHERE id = ?"
			    " AND COALESCE(relance_le < UTC_TIMESTAMP() - INTERVAL 1 DAY, 1)"),
			I(id)) == 0)
		return back(r, "relance-deja");
	ev = notif_event(r, "rappel", id,
		arena_printf(&r->mem, "/groupes/%" PRId64 "/publications/%" PRId64, groupe, id),
		arena_printf(&r->mem, "Votre réponse est attendue\u00A0: «\u00A0%s\u00A0»",
			text_cut(&r->mem,
				db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(id)),
				80)));
	rows = db_rows(r,
		SQL("SELECT DISTINCT m.contact_id FROM membre m"
		    " JOIN contact c ON c.id = m.contact_id AND c.acces > 0"
		    " LEFT JOIN sondage_votant v ON v.sondage_id = ?"
		    " AND v.contact_id = m.contact_id"
		    " WHERE m.groupe_id = ? AND m.fin IS NULL AND v.contact_id IS NULL"),
		I(id), I(groupe));
	while (db_next(rows, &r->mem))
		notif_to(r, ev, db_num(rows, 0));
	return back(r, "relance");
}

/* The date that was kept, for one's own calendar: two hours, to be changed there. */
static int
groupes_date(struct req *r)
{
	int64_t groupe = caught_id(r, 0), id = caught_id(r, 1);
	const char *day;
	struct ical c;
	time_t from;

	if (r->format != ICS || !groupes_publication(r, groupe, id) ||
		(day = sondage_date(r, id)) == NULL)
		return not_found(r);
	from = clock_parse(day);
	header(r, "Content-Disposition", "attachment; filename=\"date.ics\"");
	c = ical_begin(&r->mem, NULL, NULL);
	ical_add(&c,
		&(struct ical_event) {
			.uid = arena_printf(&r->mem, "date-%" PRId64 "@%s", id,
				strstr(conf.site_url, "://") + 3),
			.title = arena_printf(&r->mem, "%s (%s)", said(r, "items.0.titre"),
				said(r, "groupe.titre")),
			.url = arena_printf(&r->mem, "%s/groupes/%" PRId64 "/publications/%" PRId64,
				conf.site_url, groupe, id),
			.from = from,
			.to = from + HOURS * 3600,
			.changed = clock_now(),
		});
	return reply_text(r, 200, "text/calendar; charset=utf-8", ical_end(&c));
}

const struct route groupes_sondage_routes[] = {
	{ GET, ":id/publications/:id/date", PROSPECT, groupes_date, ICS },
	{ POST, ":id/publications/:id/vote", PROSPECT, groupes_vote },
	{ POST, ":id/publications/:id/clore", PROSPECT, groupes_close_poll },
	{ POST, ":id/publications/:id/relancer", PROSPECT, groupes_remind },
	{ 0 },
};
