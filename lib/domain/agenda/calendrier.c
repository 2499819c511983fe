/* calendrier.c - events as text/calendar, for people's own calendars */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/ical.h"
#include "base/json.h"
#include "base/recur.h"
#include "base/text.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/visiteur.h"
#include "domain/objets/texte.h"
#include "domain/socle/reglage.h"
#include "net/mail_write.h"

enum { WORDS = 2000, DATES = 1000 };

struct day {
	const char *jour, *debut, *fin, *lieu, *motif, *place;
	bool cancelled;
};

/* An event and those of its dates that were asked. */
struct event {
	int64_t id, sequence, dates;
	const char *titre, *texte, *lieu, *lien, *debut, *fin, *rrule, *motif, *changed, *qui,
		*etendu;
	bool journee, cancelled;
	struct day *days;
	unsigned n;
};

/* What the group is called, for who sees it.  Binds her id twice. */
#define SEEN_NAME \
	"COALESCE((SELECT og.titre FROM objet og WHERE og.id = e.groupe_id AND " SEEN_BY( \
		"og", "?") "), '')"
#define ASKED "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"

/* The next event of ROWS, with its dates; the first row is read already. */
static bool
take_event(struct req *r, struct rows *rows, bool *more, struct event *e)
{
	if (!*more)
		return false;
	*e = (struct event) { .id = db_num(rows, 0),
		.sequence = db_num(rows, 1),
		.dates = db_num(rows, 2),
		.titre = arena_strdup(&r->mem, db_text(rows, 3)),
		.texte = arena_strdup(&r->mem, db_text(rows, 4)),
		.lieu = arena_strdup(&r->mem, db_text(rows, 5)),
		.lien = arena_strdup(&r->mem, db_text(rows, 6)),
		.debut = arena_strdup(&r->mem, db_text(rows, 7)),
		.fin = arena_strdup(&r->mem, db_text(rows, 8)),
		.rrule = arena_strdup(&r->mem, db_text(rows, 9)),
		.motif = arena_strdup(&r->mem, db_text(rows, 10)),
		.changed = arena_strdup(&r->mem, db_text(rows, 11)),
		.qui = arena_strdup(&r->mem, db_text(rows, 12)),
		.etendu = arena_strdup(&r->mem, db_text(rows, 13)),
		.journee = db_num(rows, 14) != 0,
		.cancelled = db_num(rows, 15) != 0,
		.days = arena_alloc(&r->mem, DATES * sizeof(struct day)) };
	do {
		if (e->n < DATES)
			e->days[e->n++] = (struct day) { arena_strdup(&r->mem, db_text(rows, 16)),
				arena_strdup(&r->mem, db_text(rows, 17)),
				arena_strdup(&r->mem, db_text(rows, 18)),
				arena_strdup(&r->mem, db_text(rows, 19)),
				arena_strdup(&r->mem, db_text(rows, 20)),
				arena_strdup(&r->mem, db_text(rows, 22)), db_num(rows, 21) != 0 };
		*more = db_next(rows, &r->mem);
	} while (*more && db_num(rows, 0) == e->id);
	return true;
}

static const char *
url(struct req *r, const struct calendrier *c, const struct event *e, const struct day *d)
{
	const char *page = arena_printf(&r->mem, "%s%s/%" PRId64, conf.site_url,
		c->contact_id == 0 ? "/public/evenements" : "/agenda", e->id);

	return d == NULL || *e->rrule == '\0' ? page :
						arena_printf(&r->mem, "%s?date=%s", page, d->jour);
}

static const char *
status(const struct calendrier *c, const struct event *e, const struct day *d)
{
	if (e->cancelled || (d != NULL && d->cancelled) ||
		(c->methode != NULL && strcmp(c->methode, "CANCEL") == 0))
		return "CANCELLED";
	return d != NULL && (strcmp(d->place, "attente") == 0 || strcmp(d->place, "demande") == 0) ?
		"TENTATIVE" :
		"CONFIRMED";
}

static const char *
uid(struct req *r, int64_t evenement_id, const char *hote)
{
	return arena_printf(&r->mem, "evenement-%" PRId64 "@%s", evenement_id, hote);
}

/* What any of its dates says; D NULL: the series. */
static struct ical_event
common(struct req *r, const struct calendrier *c, const struct event *e, const struct day *d)
{
	struct ical_event i = { .sequence = e->sequence, .whole_days = e->journee };
	const char *motif = e->cancelled ? e->motif : d != NULL && d->cancelled ? d->motif : "";
	const char *words =
		texte_court(r, c->contact_id == 0 ? visiteur_texte(r, e->texte) : e->texte, WORDS);
	const char *lien = c->ouvert ? "" : e->lien;
	bool off;

	i.status = status(c, e, d);
	off = strcmp(i.status, "CANCELLED") == 0;
	i.uid = uid(r, e->id, c->hote);
	i.title = off ? arena_printf(&r->mem, "Annulé\u00A0: %s", e->titre) : e->titre;
	if (c->ouvert)
		motif = "";
	i.url = url(r, c, e, d);
	i.place = d != NULL && *d->lieu != '\0' ? d->lieu : *e->lieu != '\0' ? e->lieu : lien;
	i.text = arena_printf(&r->mem, "%s%s%s%s%s%s%s", motif, *motif != '\0' ? "\n\n" : "", words,
		*words != '\0' ? "\n\n" : "", lien, *lien != '\0' ? "\n" : "", i.url);
	i.changed = clock_parse(e->changed);
	if (conf.smtp_from != NULL) { /* the site's own address, never that of a person */
		i.organiser = c->retour != NULL ? c->retour : mail_address(&r->mem, conf.smtp_from);
		i.organiser_name = *e->qui != '\0' ? e->qui : conf.site_name;
	}
	if (c->adresse != NULL) {
		i.attendee = c->adresse;
		i.answers = c->retour != NULL;
		i.answer = strcmp(i.status, "TENTATIVE") == 0         ? "TENTATIVE" :
			d != NULL && strcmp(d->place, "inscrit") == 0 ? "ACCEPTED" :
									"NEEDS-ACTION";
	}
	return i;
}

/* The moment of W on the wall. */
static time_t
instant(struct wall w)
{
	time_t t;

	wall_instant(w, &t);
	return t;
}

/* When that date would begin if nobody had moved it: its day at the hour of the series. */
static time_t
planned(const struct event *e, const char *jour)
{
	struct wall hour = evenement_wall(e->debut), day;

	if (!wall_read(jour, &day))
		return clock_parse(e->debut);
	day.hour = hour.hour;
	day.minute = hour.minute;
	return instant(day);
}

static time_t
planned_end(const struct event *e, time_t from)
{
	struct wall first = evenement_wall(e->debut), last = evenement_wall(e->fin);
	struct wall end = wall_add_days(wall_at(from), wall_days_between(first, last));

	end.hour = last.hour;
	end.minute = last.minute;
	return instant(end);
}

/* One date, by itself or in the place of what the series says. */
static void
add_day(struct req *r, struct ical *out, const struct calendrier *c, const struct event *e,
	const struct day *d)
{
	struct ical_event i = common(r, c, e, d);

	i.from = clock_parse(d->debut);
	i.to = clock_parse(d->fin);
	if (*e->rrule != '\0')
		i.replaces = planned(e, d->jour);
	ical_add(out, &i);
}

/* Does that date say the same as the series? */
static bool
as_planned(const struct calendrier *c, const struct event *e, const struct day *d)
{
	time_t from = planned(e, d->jour);

	return clock_parse(d->debut) == from && clock_parse(d->fin) == planned_end(e, from) &&
		*d->lieu == '\0' && strcmp(status(c, e, NULL), status(c, e, d)) == 0;
}

/* Is that day among the N of a rule? */
static bool
ruled(struct req *r, const struct wall *days, unsigned n, const char *jour)
{
	for (unsigned k = 0; k < n; k++)
		if (strcmp(wall_ymd(&r->mem, days[k]), jour) == 0)
			return true;
	return false;
}

static bool
has_day(struct req *r, const struct event *e, struct wall day)
{
	const char *jour = wall_ymd(&r->mem, day);

	for (unsigned k = 0; k < e->n; k++)
		if (strcmp(e->days[k].jour, jour) == 0)
			return true;
	return false;
}

/* The series: its rule, the days it lacks and those it has besides, then what differs. */
static void
add_series(struct req *r, struct ical *out, const struct calendrier *c, const struct event *e)
{
	struct ical_event i = common(r, c, e, NULL);
	time_t *except = arena_alloc(&r->mem, RECUR_DATES * sizeof *except);
	time_t *more = arena_alloc(&r->mem, DATES * sizeof *more);
	struct wall first = evenement_wall(e->debut), last = wall_add_days(first, 366 * 60), *days;
	unsigned n;

	if (recur_endless(e->rrule) && !wall_read(e->etendu, &last))
		last = first;
	n = recur_days(&r->mem, e->rrule, first, last, &days);
	for (unsigned k = 0; k < n; k++)
		if (!has_day(r, e, days[k]))
			except[i.excepts++] = instant(days[k]);
	for (unsigned k = 0; k < e->n; k++)
		if (!ruled(r, days, n, e->days[k].jour))
			more[i.mores++] = planned(e, e->days[k].jour);
	i.from = clock_parse(e->debut);
	i.to = clock_parse(e->fin);
	i.rule = e->rrule;
	i.except = except;
	i.more = more;
	ical_add(out, &i);
	for (unsigned k = 0; k < e->n; k++)
		if (!as_planned(c, e, &e->days[k]))
			add_day(r, out, c, e, &e->days[k]);
}

static struct rows *
read_events(struct req *r, const struct calendrier *c, const char *dates)
{
	return db_rows(r,
		SQL("SELECT e.id, e.sequence, (SELECT COUNT(*) FROM evenement_date n"
		    " WHERE n.evenement_id = e.id), o.titre, e.texte, e.lieu, e.lien, e.debut,"
		    " e.fin, e.rrule, e.motif, COALESCE(e.change_le, o.cree_le), " SEEN_NAME ","
		    " e.etendu_au, e.journee, e.etat = 'annule', d.jour, d.debut, d.fin, d.lieu,"
		    " d.motif, d.etat = 'annule', COALESCE((SELECT p.etat FROM place p"
		    " JOIN inscription i ON i.id = p.inscription_id WHERE p.date_id = d.id"
		    " AND i.evenement_id = e.id AND (i.contact_id = ? OR i.id = ?) LIMIT 1), '')"
		    " FROM " ASKED " JOIN evenement_date d ON d.id = j.id"
		    " JOIN evenement e ON e.id = d.evenement_id AND e.supprime_le IS NULL"
		    " JOIN objet o ON o.id = e.id ORDER BY e.id, d.jour"),
		I(c->contact_id), I(c->contact_id), I(c->contact_id), I(c->inscription_id),
		S(dates));
}

/* UIDs are for ever: they keep the host that the site had when it gave the first, whatever it is
 * called later. */
#define HOTE "calendrier_hote"

static const char *
host(void)
{
	return strstr(conf.site_url, "://") + 3;
}

const char *
calendrier_uid(struct req *r, int64_t evenement_id)
{
	return uid(r, evenement_id, reglage(r, HOTE, host()));
}

void
calendrier_tour(struct req *r)
{
	if (*reglage(r, HOTE, "") == '\0')
		db_exec(r, SQL("INSERT IGNORE INTO reglage (cle, valeur) VALUES (?, ?)"), S(HOTE),
			S(host()));
}

/* The whole calendar. */
const char *
calendrier(struct req *r, const struct calendrier *asked, const char *dates)
{
	struct calendrier own = *asked, *c = &own;
	struct rows *rows = read_events(r, c, dates);
	struct ical out = ical_begin(&r->mem, c->methode, c->nom);
	struct event e;
	bool more = db_next(rows, &r->mem);

	own.hote = reglage(r, HOTE, host());
	while (take_event(r, rows, &more, &e))
		if (*e.rrule != '\0' && e.n == e.dates)
			add_series(r, &out, c, &e);
		else
			for (unsigned k = 0; k < e.n; k++)
				add_day(r, &out, c, &e, &e.days[k]);
	return ical_end(&out);
}

/* All the dates of that event. */
const char *
calendrier_dates(struct req *r, int64_t evenement_id)
{
	struct buffer ids = { &r->mem };
	struct rows *rows = db_rows(
		r, SQL("SELECT id FROM evenement_date WHERE evenement_id = ?"), I(evenement_id));

	while (db_next(rows, &r->mem))
		json_add_id(&ids, db_num(rows, 0));
	return json_list(&ids);
}
