/* depuis.c - what the form of a new event begins with: a day, a group, a date that a poll kept */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "domain/acces/appartenance.h"
#include "domain/fil/sondage.h"
#include "domain/groupes/ouverture.h"

enum { HOURS = 2, EVENING = 18, VOTERS = 2000 };

/* People who said yes to the date that a poll kept, whom the reader sees and who enter.  Binds
 * the poll, her id, ME(r). */
#define SAID_YES \
	" FROM sondage s JOIN vote v ON v.option_id = s.choisi_id AND v.valeur = 1" \
	" JOIN contact c ON c.id = v.contact_id AND c.acces > 0 JOIN objet o ON o.id = c.id" \
	" WHERE s.id = ? AND c.id <> ? AND " SEES("o")

/* The poll that the address or the form names, whose date was kept and which the reader sees; 0:
 * none. */
static int64_t
poll(struct req *r)
{
	int64_t id = strtoll(param(r, "sondage"), NULL, 10);

	return id > 0 && sondage_date(r, id) != NULL &&
			db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")), I(id),
				ME(r)) ?
		id :
		0;
}

static void
begin_at(struct req *r, struct evenement *e, time_t from)
{
	e->debut = clock_sql(&r->mem, from);
	e->fin = clock_sql(&r->mem, from + (time_t) HOURS * 3600);
}

static void
begin_group(struct req *r, struct evenement *e, int64_t groupe)
{
	if (groupe <= 0 || !groupe_seen(r, groupe) || !groupe_writable(r, groupe) ||
		!evenement_may_create(r, groupe))
		return;
	e->groupe = e->groupes[0] = groupe;
	e->visibilite = "groupes";
}

/* ?debut=AAAA-MM-JJ (or with the hour), ?organisateur=GROUP, ?sondage=ID */
void
agenda_begin(struct req *r, struct evenement *e)
{
	int64_t id = poll(r);
	struct wall w;
	time_t t;

	if (wall_read(param(r, "debut"), &w) && w.year >= 2000 && w.year <= 2100) {
		w.hour = strlen(param(r, "debut")) > 10 ? w.hour : EVENING;
		wall_instant(w, &t);
		begin_at(r, e, t);
	}
	begin_group(r, e, strtoll(param(r, "organisateur"), NULL, 10));
	if (id == 0)
		return;
	begin_at(r, e, clock_parse(sondage_date(r, id)));
	db_read(r, SQL("SELECT LEFT(titre, 200) FROM objet WHERE id = ?"), INTO(TO(&e->titre)),
		I(id));
	begin_group(r, e, db_int(r, SQL("SELECT groupe_id FROM publication WHERE id = ?"), I(id)));
}

/* "Sondage": the poll, and how many said yes. */
void
agenda_say_poll(struct req *r)
{
	int64_t id = poll(r);

	if (id == 0)
		return;
	say_int(r, "Sondage.id", id);
	say_int(r, "Sondage.oui",
		db_int(r, SQL("SELECT COUNT(*)" SAID_YES), I(id), I(r->user.id), ME(r)));
}

/* Who said yes is invited to what the poll became, when the form says so: each answers again, for
 * what it has become. */
void
agenda_invite_voters(struct req *r, int64_t id)
{
	int64_t from = poll(r), *all = arena_alloc(&r->mem, VOTERS * sizeof *all);
	struct rows *rows;
	unsigned n = 0;

	if (from == 0 || strcmp(param(r, "inviter_oui"), "1") != 0)
		return;
	rows = db_rows(r, SQL("SELECT c.id" SAID_YES " LIMIT 2000"), I(from), I(r->user.id), ME(r));
	while (n < VOTERS && db_next(rows, &r->mem))
		all[n++] = db_num(rows, 0);
	evenement_invite(r, id, all, n);
}
