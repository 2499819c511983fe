/* evenements.c - events for tests of the agenda */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/inscription.h"
#include "evenements.h"

int64_t
a_series(const char *titre, int days, const char *rrule, int64_t places)
{
	struct evenement e = evenement_new();
	struct wall w = wall_add_days(wall_at(clock_now()), days);
	int64_t id;

	as(coop);
	t.user.id = coop;
	w.minute = 0;
	w.hour = 19;
	e.debut = evenement_utc(&t, w);
	w.hour = 21;
	e.fin = evenement_utc(&t, w);
	e.titre = titre;
	e.rrule = rrule;
	e.groupe = e.groupes[0] = paris;
	e.organisateur = coop;
	e.places = places;
	id = evenement_create(&t, &e);
	evenement_publish(&t, id);
	t.user.id = 0;
	return id;
}

int64_t
an_event(const char *titre, int days, int64_t places)
{
	return a_series(titre, days, "", places);
}

int64_t
date_of(int64_t evenement, int n)
{
	return db_int(&t,
		SQL("SELECT id FROM evenement_date WHERE evenement_id = ? ORDER BY jour"
		    " LIMIT 1 OFFSET ?"),
		I(evenement), I(n));
}

const char *
day_of(int64_t evenement, int n)
{
	return db_string(
		&t, SQL("SELECT jour FROM evenement_date WHERE id = ?"), I(date_of(evenement, n)));
}

/* Somebody without an account asks for a seat, and reads where she is led.  False: refused. */
bool
stranger_asks(const char *path, const char *body)
{
	const char *kept, *then;

	if (post_raw(path, body) != 303)
		return false;
	then = at("%s", t_reply->location);
	kept = t_header("Set-Cookie");
	check(kept != NULL && strstr(kept, "; Secure; HttpOnly; ") != NULL);
	t_cookie(at("%.*s", (int) strcspn(kept, ";"), kept));
	check(get(then) == 200);
	t_cookie(NULL);
	return true;
}

int64_t
newest_event(void)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM evenement"));
}

const char *
event_at(int64_t id, const char *more)
{
	return at("/agenda/%" PRId64 "%s", id, more);
}

void
winter(void)
{
	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	t_settle(sal);
	t_clock("2026-11-30 10:00:00");
}

int64_t
an_evening(int64_t places)
{
	struct evenement e;
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	t_clock("2026-12-01 10:00:00");
	id = an_event("Fresque", 101, places);
	evenement_read(&t, id, &e);
	e.lieu = "La Bobine";
	evenement_save(&t, id, &e);
	return id;
}

int64_t
an_open_event(const char *titre, int64_t places)
{
	struct evenement e;
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	id = an_event(titre, 5, places);
	evenement_read(&t, id, &e);
	e.visibilite = "public";
	e.lien = "https://visio.exemple.org/secret";
	e.texte = "On relie les cartes avec @[Coline de La Fontaine](/contacts/1).";
	evenement_save(&t, id, &e);
	t_nobody();
	return id;
}

int64_t
joins(int64_t id, int64_t date, int64_t who)
{
	t.user.id = who;
	inscription_take(&t, id, date, &(struct venue) { .contact_id = who });
	t.user.id = 0;
	return db_int(&t,
		SQL("SELECT id FROM inscription WHERE evenement_id = ? AND contact_id = ?"), I(id),
		I(who));
}

/* ---- mails ---- */

static void
write_mails(void)
{
	while (evenement_mail(&t) > 0)
		continue;
}

/* Of any kind. */
int
mails_to(const char *to)
{
	write_mails();
	return (int) db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE adresse = ?"), S(to));
}

const char *
event_mail(const char *adresse, const char *part)
{
	write_mails();
	return db_string(&t,
		SQL("SELECT CASE ? WHEN 'sujet' THEN sujet WHEN 'calendrier'"
		    " THEN CONCAT(methode, '\n', calendrier) ELSE texte END FROM courriel"
		    " WHERE adresse = ? ORDER BY id DESC LIMIT 1"),
		S(part), S(adresse));
}

int64_t
event_mails(const char *adresse)
{
	write_mails();
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM courriel WHERE adresse = ? AND genre = 'evenement'"),
		S(adresse));
}

const char *
link_sent(const char *adresse, const char *way)
{
	const char *text, *s;

	write_mails();
	text = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE adresse = ? AND INSTR(texte, ?)"
		    " ORDER BY id DESC LIMIT 1"),
		S(adresse), S(way));
	s = text != NULL ? strstr(text, way) : NULL;
	check(s != NULL);
	return s != NULL ? arena_printf(&t.mem, "%.*s", (int) strcspn(s, "\n "), s) : "/";
}

const char *
address_of(int64_t who)
{
	return db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(who));
}
