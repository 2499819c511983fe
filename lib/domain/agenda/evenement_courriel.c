/* evenement_courriel.c - the mails of the agenda, from the rows of evenement_avis
 *
 * A row goes in the transaction that writes its mail: whoever dies in between leaves it to be done
 * again, never twice.  What a mail says of seats and hours is what stands when it is written.
 * Changes wait a minute, so that those who come read in one mail all that was changed meanwhile.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/reponse_lien.h"
#include "domain/agenda/visiteur.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/preference.h"
#include "domain/notifications/retour.h"

enum { MAILS = 50, SHOWN = 10, CHANGES = 20, WAIT = 60, READY = 500 };

struct avis {
	int64_t id, evenement, date, contact, inscription;
	const char *genre, *phrase;
};

/* What the mail tells of, and how it stands. */
struct seats {
	const char *ids; /* of dates, for the calendar */
	int shown, more;
	bool live; /* she comes, waits or has asked, to one of them at least */
};

/* Whoever gets it, as "Courriel.prenom" and ".email".  False: nobody, or not by mail. */
static bool
say_reader(struct req *r, const struct avis *a)
{
	if (a->contact == 0)
		return db_one(r, "Courriel",
			SQL("SELECT prenom, email FROM inscription WHERE id = ? AND email <> ''"),
			I(a->inscription));
	return db_one(r, "Courriel",
		       SQL("SELECT prenom, email FROM contact WHERE id = ? AND acces > 0"
			   " AND email <> ''"),
		       I(a->contact)) &&
		(preference(r, a->contact, annonce_find(a->genre)) & PAR_COURRIEL) != 0;
}

/* The dates that it concerns: that one; or those to come where she has something; or all. */
static struct rows *
read_dates(struct req *r, const struct avis *a)
{
	return db_rows(r,
		SQL("SELECT d.id, d.debut, d.fin, e.journee, COALESCE(NULLIF(d.lieu, ''), e.lieu),"
		    " d.jour, e.rrule <> '', COALESCE(p.etat, ''), COALESCE(p.invites, 0),"
		    " COALESCE(p.offre, 0), COALESCE(p.offre_avant, p.confirmer_avant, '')"
		    " FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
		    " LEFT JOIN place p ON p.date_id = d.id AND p.inscription_id = ?"
		    " WHERE d.evenement_id = ? AND (d.id = ? OR (? = 0 AND d.fin > ?"
		    " AND (? = 0 OR p.etat IN ('inscrit', 'attente', 'demande'))))"
		    " ORDER BY d.debut LIMIT 400"),
		I(a->inscription), I(a->evenement), I(a->date), I(a->date),
		S(clock_sql(&r->mem, clock_now())), I(a->inscription));
}

static void
say_date(struct req *r, struct row *row, struct rows *d)
{
	const char *avant = db_text(d, 10);

	row_say(row, "debut", db_text(d, 1));
	row_say(row, "fin", db_text(d, 2));
	row_say_int(row, "journee", db_num(d, 3));
	row_say(row, "lieu", db_text(d, 4));
	row_say(row, "etat", db_text(d, 7));
	row_say_int(row, "invites", db_num(d, 8));
	row_say_int(row, "offre", db_num(d, 9));
	evenement_dress(r, row);
	if (*avant != '\0')
		row_say(row, "avant",
			arena_printf(&r->mem, "%s, %s",
				text_day_long(&r->mem, evenement_wall(avant), clock_now()),
				text_hour(&r->mem, evenement_wall(avant))));
}

/* Say "Courriel.dates", SHOWN at most. */
static struct seats
say_dates(struct req *r, const struct avis *a)
{
	struct rows *d = read_dates(r, a);
	struct buffer ids = { &r->mem };
	struct seats s = { 0 };

	while (db_next(d, &r->mem)) {
		const char *etat = db_text(d, 7);

		s.live = s.live || strcmp(etat, "inscrit") == 0 || strcmp(etat, "attente") == 0 ||
			strcmp(etat, "demande") == 0;
		json_add_id(&ids, db_num(d, 0));
		if (s.shown < SHOWN)
			say_date(r, row_nth(r, "Courriel.dates", s.shown++), d);
		else
			s.more++;
		if (a->date != 0 && db_num(d, 6) != 0)
			say(r, "Courriel.jour", db_text(d, 5));
	}
	say_int(r, "Courriel.encore", s.more);
	s.ids = json_list(&ids);
	return s;
}

/* How calendars take it: a seat given back, and what does not take place, leave them. */
static const char *
method(const struct avis *a, const struct seats *s)
{
	if (strcmp(a->genre, "evenement_annule") == 0)
		return "CANCEL";
	return a->inscription != 0 && !s->live ? "CANCEL" : "REQUEST";
}

static const char *
calendar(struct req *r, const struct avis *a, const struct seats *s)
{
	bool whole = a->date == 0 &&
		(a->inscription == 0 ||
			db_int(r, SQL("SELECT serie FROM inscription WHERE id = ?"),
				I(a->inscription)) != 0);

	return calendrier(r,
		&(struct calendrier) { .methode = method(a, s),
			.adresse = said(r, "Courriel.email"),
			.retour = a->contact != 0 ? retour_adresse(r, a->evenement, a->contact) :
						    NULL,
			.contact_id = a->contact,
			.inscription_id = a->inscription },
		whole ? calendrier_dates(r, a->evenement) : s->ids);
}

/* Where she reads more, and where she answers or leaves without signing in. */
static void
say_ways(struct req *r, const struct avis *a, const struct seats *s)
{
	const char *jour = said(r, "Courriel.jour");

	if (!said_int(r, "Courriel.parti")) /* else it has no page */
		say(r, "Courriel.page",
			arena_printf(&r->mem, "%s%s", conf.site_url,
				courriel_way(r, a->contact,
					arena_printf(&r->mem, "/%s/%" PRId64 "%s%s",
						a->contact == 0 ? "public/evenements" : "agenda",
						a->evenement, *jour != '\0' ? "?date=" : "",
						jour))));
	if (a->inscription != 0 && s->live && strcmp(a->genre, "evenement_annule") != 0)
		say(r, "Courriel.reponse",
			reponse_lien_new(r, LIEN_REPONSE, a->inscription, a->date));
}

static void
write_one(struct req *r, const struct avis *a)
{
	struct seats s;
	int64_t mail;

	unsay(r, "Courriel");
	if (strcmp(a->genre, VISITEUR_CONFIRMER) == 0 || strcmp(a->genre, VISITEUR_DEJA) == 0) {
		visiteur_mail(r, a->evenement, a->date, a->contact, a->inscription, a->phrase);
		return;
	}
	if (!say_reader(r, a) ||
		!db_one(r, "Courriel",
			SQL("SELECT IF(e.supprime_le IS NULL, o.titre, 'Un rendez-vous') AS titre,"
			    " e.lien, e.supprime_le IS NOT NULL AS parti FROM evenement e"
			    " JOIN objet o ON o.id = e.id WHERE e.id = ?"
			    " AND (e.supprime_le IS NULL OR ? = 'evenement_annule')"),
			I(a->evenement), S(a->genre)))
		return;
	say(r, "Courriel.quoi", a->genre);
	say(r, "Courriel.phrase", a->phrase);
	s = say_dates(r, a);
	if (s.shown == 0)
		return;
	say_ways(r, a, &s);
	mail = a->contact != 0 ? courriel_queue_leavable(r, a->contact, said(r, "Courriel.email"),
					 "evenement", a->genre) :
				 courriel_queue(r, 0, said(r, "Courriel.email"), "evenement");
	courriel_about(r, mail, a->evenement, calendar(r, a, &s), method(a, &s));
}

/* ---- several changes ---- */

/* One of several: what was said is not said again, and a date of a series begins by its day. */
static const char *
one_more(struct req *r, const char *all, const char *jour, const char *phrase)
{
	char *said = arena_strdup(&r->mem, phrase);
	struct wall day;

	if (wall_read(jour, &day)) {
		if (*said >= 'A' && *said <= 'Z')
			*said += 'a' - 'A';
		said = arena_printf(
			&r->mem, "%s\u00A0: %s", text_day_long(&r->mem, day, clock_now()), said);
		*said += 'A' - 'a';
	}
	if (strstr(all, said) != NULL)
		return all;
	return arena_printf(&r->mem, "%s%s%s", all, *all != '\0' ? " " : "", said);
}

#define CHANGED(whose) \
	SQL("SELECT v.id, COALESCE(v.date_id, 0), COALESCE(v.inscription_id, 0), v.phrase," \
	    " IF(e.rrule = '', '', COALESCE(d.jour, '')) FROM evenement_avis v" \
	    " JOIN evenement e ON e.id = v.evenement_id" \
	    " LEFT JOIN evenement_date d ON d.id = v.date_id WHERE v." whose " = ?" \
	    " AND v.evenement_id = ? AND v.genre = 'evenement_change' ORDER BY v.id LIMIT 20")

/* What is owed of changes of that event to that person goes in one mail.  False: it went. */
static bool
gather(struct req *r, struct avis *a)
{
	struct rows *rows = a->contact != 0 ?
		db_rows(r, CHANGED("contact_id"), I(a->contact), I(a->evenement)) :
		db_rows(r, CHANGED("inscription_id"), I(a->inscription), I(a->evenement));
	int64_t ids[CHANGES], date = a->date;
	const char *all = "";
	int n = 0;

	for (; n < CHANGES && db_next(rows, &r->mem); n++) {
		ids[n] = db_num(rows, 0);
		if (db_num(rows, 1) != a->date)
			date = 0;
		if (db_num(rows, 2) != 0)
			a->inscription = db_num(rows, 2);
		all = one_more(r, all, db_text(rows, 4), db_text(rows, 3));
	}
	for (int i = 0; i < n; i++)
		db_exec(r, SQL("DELETE FROM evenement_avis WHERE id = ?"), I(ids[i]));
	if (n > 1)
		a->phrase = all;
	a->date = date;
	return n > 0;
}

/* What takes place no more has no changes to tell. */
static void
forget_changes(struct req *r, const struct avis *a)
{
	db_exec(r,
		SQL("DELETE FROM evenement_avis WHERE evenement_id = ?"
		    " AND genre = 'evenement_change' AND (? = 0 OR date_id = ?)"),
		I(a->evenement), I(a->date), I(a->date));
}

/* ---- a turn ---- */

/* The oldest that are owed, MAILS at most. */
static int
take(struct req *r, struct avis *all)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id, evenement_id, COALESCE(date_id, 0), COALESCE(contact_id, 0),"
		    " COALESCE(inscription_id, 0), genre, phrase FROM evenement_avis"
		    " WHERE genre <> 'evenement_change' OR cree_le <= ?"
		    " ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED"),
		S(clock_sql(&r->mem, clock_now() - WAIT)));
	int n = 0;

	for (; n < MAILS && db_next(rows, &r->mem); n++)
		all[n] = (struct avis) { db_num(rows, 0), db_num(rows, 1), db_num(rows, 2),
			db_num(rows, 3), db_num(rows, 4), arena_strdup(&r->mem, db_text(rows, 5)),
			arena_strdup(&r->mem, db_text(rows, 6)) };
	return n;
}

/* It is taken out of what is owed.  False: it went with another one. */
static bool
mine(struct req *r, struct avis *a)
{
	if (strcmp(a->genre, "evenement_change") == 0)
		return gather(r, a);
	if (strcmp(a->genre, "evenement_annule") == 0)
		forget_changes(r, a);
	return db_exec(r, SQL("DELETE FROM evenement_avis WHERE id = ?"), I(a->id)) > 0;
}

/* Do more mails than that wait to leave already?  Then rows wait better than words: what many ask
 * at one moment is not slowed by writing to them. */
static bool
enough(struct req *r)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM (SELECT 1 FROM courriel WHERE etat = 'pret'"
			   " AND du_le <= ? LIMIT 500) prets"),
		       S(clock_sql(&r->mem, clock_now()))) >= READY;
}

int
evenement_mail(struct req *r)
{
	struct avis all[MAILS];
	bool own = !db_in_transaction();
	int n;

	if (db_int(r, SQL("SELECT EXISTS (SELECT 1 FROM evenement_avis)")) == 0 || enough(r))
		return 0;
	if (own)
		db_begin(false);
	n = take(r, all);
	for (int i = 0; i < n; i++) {
		if (mine(r, &all[i]))
			write_one(r, &all[i]);
	}
	if (own)
		db_commit();
	return n;
}
