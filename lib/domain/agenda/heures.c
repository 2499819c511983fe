/* heures.c - hours that people give: written, validated, corrected, refused
 *
 * What comes from attendance is written once the date is over.  Nobody validates her own.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/agenda/duree.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/heures.h"
#include "domain/notifications/notif.h"
#include "domain/socle/fusion.h"
#include "domain/socle/journal.h"

enum {
	PAR_TOUR = 200,  /* lines written at each turn */
	ARRIERE = 40,    /* days: a list ticked later gives no hours */
	PAR_JOUR = 420,  /* minutes of a whole day */
	TOT = 2 * 3600,  /* seconds: who arrives that early came for it */
	DEMI_HEURE = 30, /* minutes */
};

/* To the nearest half hour, at least one. */
static int
rounded(time_t seconds)
{
	int halves = (int) ((seconds / 60 + DEMI_HEURE / 2) / DEMI_HEURE);

	return (halves > 0 ? halves : 1) * DEMI_HEURE;
}

struct attendance {
	time_t planned_from, planned_to, from, to;
	bool whole, left;
};

/* From when to when she counts as having been there: as noted where it was noted at that time, as
 * planned else. */
static void
settle(struct attendance *a)
{
	if (a->from < a->planned_from - TOT || a->from >= a->planned_to)
		a->from = a->planned_from; /* ticked before, or afterwards */
	if (!a->left || a->to <= a->from || a->to > a->planned_to + 2 * TOT)
		a->to = a->planned_to, a->left = false;
}

/* A row: contact, group, date or shift, planned from and to, noted from and to, title, whole
 * days. */
static void
write_line(struct req *r, struct rows *row, const char *source)
{
	struct attendance a = { clock_parse(db_text(row, 3)), clock_parse(db_text(row, 4)),
		clock_parse(db_text(row, 5)), clock_parse(db_text(row, 6)), db_num(row, 8) != 0,
		*db_text(row, 6) != '\0' };
	bool shift = strcmp(source, "creneau") == 0;
	int64_t days;

	settle(&a);
	days = wall_days_between(wall_at(a.planned_from), wall_at(a.planned_to));
	db_exec(r,
		SQL("INSERT IGNORE INTO heures (contact_id, groupe_id, jour, minutes, source,"
		    " date_id, creneau_id, quoi, debut, fin, fin_prevue, cree_le)"
		    " VALUES (?, NULLIF(?, 0), ?, ?, ?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ?, ?,"
		    " ?)"),
		I(db_num(row, 0)), I(db_num(row, 1)), S(wall_ymd(&r->mem, wall_at(a.from))),
		I(a.whole ? PAR_JOUR * (days > 0 ? days : 1) : rounded(a.to - a.from)), S(source),
		I(shift ? 0 : db_num(row, 2)), I(shift ? db_num(row, 2) : 0), S(db_text(row, 7)),
		S(clock_sql(&r->mem, a.from)), S(clock_sql(&r->mem, a.to)), I(!a.left),
		S(clock_sql(&r->mem, clock_now())));
}

/* Those who were there, once it is over.  Who held shifts there that day has their hours. */
static void
from_attendance(struct req *r, const char *now, const char *since)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT i.contact_id, COALESCE(e.groupe_id, 0), d.id, d.debut, d.fin,"
		    " p.present_le, p.parti_le, LEFT(o.titre, 250), e.journee"
		    " FROM evenement_date d JOIN place p ON p.date_id = d.id"
		    " AND p.present_le IS NOT NULL"
		    " JOIN inscription i ON i.id = p.inscription_id AND i.contact_id IS NOT NULL"
		    " JOIN evenement e ON e.id = d.evenement_id JOIN objet o ON o.id = e.id"
		    " LEFT JOIN heures h ON h.contact_id = i.contact_id AND h.date_id = d.id"
		    " WHERE NOT EXISTS (SELECT 1 FROM creneau_place t JOIN creneau c"
		    " ON c.id = t.creneau_id JOIN poste o2 ON o2.id = c.poste_id"
		    " WHERE t.contact_id = i.contact_id AND t.etat = 'pris'"
		    " AND o2.evenement_id = e.id AND c.debut < d.fin AND c.fin > d.debut)"
		    " AND d.debut > ? AND d.debut < ? AND d.fin < ? AND h.id IS NULL LIMIT ?"),
		S(since), S(now), S(now), I(PAR_TOUR));

	while (db_next(rows, &r->mem))
		write_line(r, rows, "pointage");
}

/* Shifts that were held, once they are over: as noted, else as planned. */
static void
from_shifts(struct req *r, const char *now, const char *since)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT t.contact_id, COALESCE(e.groupe_id, 0), c.id, c.debut, c.fin,"
		    " t.present_le, t.parti_le, LEFT(CONCAT(o.titre, ', ', p.titre), 250), 0"
		    " FROM creneau c JOIN creneau_place t ON t.creneau_id = c.id"
		    " AND t.etat = 'pris' JOIN poste p ON p.id = c.poste_id"
		    " JOIN evenement e ON e.id = p.evenement_id AND e.etat = 'publie'"
		    " JOIN objet o ON o.id = e.id"
		    " LEFT JOIN heures h ON h.contact_id = t.contact_id AND h.creneau_id = c.id"
		    " WHERE c.etat <> 'annule' AND c.jour > DATE(?) AND c.fin < ? AND h.id IS NULL"
		    " LIMIT ?"),
		S(since), S(now), I(PAR_TOUR));

	while (db_next(rows, &r->mem))
		write_line(r, rows, "creneau");
}

/* Hours of what is over; those whose tick was taken back are not counted. */
void
heures_tour(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now()),
		   *since = clock_sql(&r->mem, clock_now() - ARRIERE * 86400);

	from_attendance(r, now, since);
	from_shifts(r, now, since);
	db_exec(r,
		SQL("DELETE h FROM heures h JOIN inscription i ON i.contact_id = h.contact_id"
		    " JOIN place p ON p.inscription_id = i.id AND p.date_id = h.date_id"
		    " WHERE h.etat = 'a_valider' AND h.source = 'pointage' AND h.jour > ?"
		    " AND p.present_le IS NULL"),
		S(since));
}

/* She says what she did; the caller has checked that it is a mission of hers. */
void
heures_declare(struct req *r, const struct declaration *d)
{
	db_insert(r,
		SQL("INSERT INTO heures (contact_id, groupe_id, jour, minutes, source, quoi,"
		    " cree_le)"
		    " VALUES (?, NULLIF(?, 0), ?, ?, 'declare', ?, ?)"),
		I(r->user.id), I(d->groupe), S(d->jour), I(d->minutes), S(d->quoi),
		S(clock_sql(&r->mem, clock_now())));
	journal(r, "heures.declarees", r->user.id, NULL,
		json_made(&r->mem, JS("jour", d->jour), JN("minutes", d->minutes)));
}

/* She takes back what she declared, until it is validated.  False: there is none such. */
bool
heures_withdraw(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("DELETE FROM heures WHERE id = ? AND contact_id = ?"
			" AND source = 'declare' AND etat <> 'validee'"),
		    I(id), I(r->user.id)) == 0)
		return false;
	journal(r, "heures.retirees", r->user.id, json_made(&r->mem, JN("ligne", id)), NULL);
	return true;
}

/* Validate those lines (a JSON array of ids) that the reader may decide; how many. */
int
heures_accept(struct req *r, const char *ids)
{
	int n = (int) db_exec(r,
		SQL("UPDATE heures h JOIN JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) s"
		    " ON s.id = h.id SET h.etat = 'validee', h.decide_le = UTC_TIMESTAMP(),"
		    " h.decide_par = ? WHERE h.etat = 'a_valider' AND " DECIDES("h")),
		S(ids), I(r->user.id), DECIDES_ME(r));

	if (n > 0)
		journal(r, "heures.validees", 0, NULL, json_made(&r->mem, JN("lignes", n)));
	return n;
}

/* She is told what was decided of her line, and why. */
static void
tell(struct req *r, int64_t id, const char *what, const char *raison)
{
	const char *quoi = "";
	int64_t who = 0;

	db_read(r, SQL("SELECT contact_id, quoi FROM heures WHERE id = ?"),
		INTO(TO(&who), TO(&quoi)), I(id));
	notif_to(r,
		notif_event(r, "heures", 0, "/heures",
			arena_printf(&r->mem, "%s\u00A0: %s. %s", quoi, what, raison)),
		who);
}

static bool
decide(struct req *r, int64_t id, const char *etat, int minutes, const char *raison)
{
	if (db_exec(r,
		    SQL("UPDATE heures h SET h.etat = ?, h.minutes_avant = IF(? > 0, h.minutes,"
			" h.minutes_avant), h.minutes = IF(? > 0, ?, h.minutes), h.raison = ?,"
			" h.decide_le = UTC_TIMESTAMP(), h.decide_par = ?"
			" WHERE h.id = ? AND " DECIDES("h")),
		    S(etat), I(minutes), I(minutes), I(minutes), S(raison), I(r->user.id), I(id),
		    DECIDES_ME(r)) == 0)
		return false;
	journal(r, minutes > 0 ? "heures.corrigees" : "heures.refusees",
		db_int(r, SQL("SELECT contact_id FROM heures WHERE id = ?"), I(id)), NULL, NULL);
	return true;
}

/* So many minutes count, and why.  False: no such line for the reader to decide. */
bool
heures_correct(struct req *r, int64_t id, int minutes, const char *raison)
{
	if (!decide(r, id, "validee", minutes, raison))
		return false;
	tell(r, id, arena_printf(&r->mem, "%s comptées", duree_words(&r->mem, minutes)), raison);
	return true;
}

bool
heures_refuse(struct req *r, int64_t id, const char *raison)
{
	if (!decide(r, id, "refusee", 0, raison))
		return false;
	tell(r, id, "ces heures ne sont pas validées", raison);
	return true;
}

/* How many lines wait for the reader's decision. */
int64_t
heures_waiting(struct req *r)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM heures h WHERE h.etat = 'a_valider' AND " DECIDES("h")),
		DECIDES_ME(r));
}

/* Two people become one: what both have of one date is counted once. */
void
heures_merge(struct req *r, int64_t from, int64_t into)
{
	MERGE_ROWS(r, "heures", from, into);
	MERGE_ROWS(r, "attestation", from, into);
	db_exec(r, SQL("UPDATE heures SET decide_par = ? WHERE decide_par = ?"), I(into), I(from));
}

/* Totals keep the hours of an erased person, without a word of hers; her certificates go. */
void
heures_erase(struct req *r, int64_t contact_id)
{
	db_exec(r, SQL("DELETE FROM attestation WHERE contact_id = ?"), I(contact_id));
	db_exec(r,
		SQL("UPDATE heures SET quoi = '', raison = '' WHERE contact_id = ?"
		    " AND source = 'declare'"),
		I(contact_id));
	db_exec(r, SQL("UPDATE heures SET raison = '' WHERE contact_id = ?"), I(contact_id));
}

/* Say "heures" and "attestations", for herself. */
void
heures_say_data(struct req *r, int64_t contact_id)
{
	db_list(r, "heures",
		SQL("SELECT jour, minutes, source, quoi, etat, minutes_avant, raison FROM heures"
		    " WHERE contact_id = ? ORDER BY jour, id"),
		I(contact_id));
	db_list(r, "attestations",
		SQL("SELECT numero, annee, minutes, cree_le FROM attestation WHERE contact_id = ?"
		    " ORDER BY id"),
		I(contact_id));
}
