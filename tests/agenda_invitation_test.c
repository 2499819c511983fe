/* agenda_invitation_test.c - what people's own calendars answer to the mails of events */

#include <inttypes.h>

#include "base/conf.h"
#include "base/ical_reply.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/messages/reponse.h"
#include "domain/notifications/retour.h"
#include "evenements.h"

/* A mail of a calendar that answers for the event ID: PARTSTAT, and MORE lines of it. */
static enum reponse
answers(const char *from, const char *to, int64_t id, const char *partstat, const char *more)
{
	static int n;
	const char *mail = arena_printf(&t.mem,
		"From: %s\r\nTo: %s\r\nSubject: Accepted\r\nMessage-ID: <c%d@exemple.org>\r\n"
		"Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
		"Content-Type: multipart/alternative; boundary=b\r\n\r\n"
		"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nOK\r\n"
		"--b\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:%s\r\n"
		"ATTENDEE;PARTSTAT=%s:mailto:%s\r\n%sEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n",
		from, to, ++n, calendrier_uid(&t, id), partstat, from, more);

	t.user.id = 0;
	return reponse_take(&t, mail, strlen(mail));
}

static const char *
stands(int64_t date, int64_t who)
{
	return db_string(&t,
		SQL("SELECT CONCAT(CONVERT(p.etat USING utf8mb4), ' ', p.invites) FROM place p"
		    " JOIN inscription i ON i.id = p.inscription_id WHERE p.date_id = ?"
		    " AND i.contact_id = ?"),
		I(date), I(who));
}

/* The address in the calendar of her last mail, unfolded. */
static const char *
asked_at(int64_t who)
{
	const char *ics = event_mail(address_of(who), "calendrier"), *s;
	char *flat = arena_strdup(&t.mem, ics), *o = flat;

	for (const char *c = ics; *c != '\0'; c++)
		if (strncmp(c, "\r\n ", 3) == 0)
			c += 2;
		else
			*o++ = *c;
	*o = '\0';
	check_holds(flat, "RSVP=TRUE");
	s = strstr(flat, "mailto:reponse+");
	check(s != NULL);
	return s != NULL ? arena_printf(&t.mem, "%.*s", (int) strcspn(s + 7, "\r"), s + 7) : "";
}

static int64_t
begun(int64_t places)
{
	int64_t id;

	conf.mail_reply = "reponse@essaim.example";
	id = an_evening(places);
	joins(id, 0, benp);
	return id;
}

TEST(agenda_invitation_is_answered_in_ones_own_calendar)
{
	int64_t id = begun(2), date = date_of(id, 0);
	const char *to = asked_at(benp), *me = address_of(benp);

	db_exec(&t, SQL("UPDATE place SET invites = 1"));
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 2"));
	check(answers(me, to, id, "ACCEPTED", "") == REPONSE_PRISE);
	check_text(stands(date, benp), "inscrit 1");
	check(answers(me, to, id, "TENTATIVE", "") == REPONSE_IGNOREE);
	check(answers(me, to, id, "DELEGATED", "") == REPONSE_IGNOREE);
	check_text(stands(date, benp), "inscrit 1");
	check(answers(me, to, id, "DECLINED", "") == REPONSE_PRISE);
	check_text(stands(date, benp), "annule 1");
	check(answers(me, to, id, "ACCEPTED", "") == REPONSE_PRISE);
	check_text(stands(date, benp), "inscrit 0");
	conf.mail_reply = NULL;
}

/* Another person's address, a forged or another's key, another event, and the same mail again. */
TEST(agenda_invitation_is_answered_by_nobody_else)
{
	int64_t id = begun(5), date = date_of(id, 0), other;
	const char *to = asked_at(benp), *me = address_of(benp);

	other = an_event("Autre", 9, -1);
	check(answers(address_of(coop), to, id, "DECLINED", "") == REPONSE_IGNOREE);
	check(answers(me,
		      at("%.*s%c%s", (int) (strchr(to, '@') - to - 1), to,
			      strchr(to, '@')[-1] == '0' ? '1' : '0', strchr(to, '@')),
		      id, "DECLINED", "") == REPONSE_IGNOREE);
	check(answers(me, retour_adresse(&t, id, coop), id, "DECLINED", "") == REPONSE_IGNOREE);
	check(answers(me, to, other, "DECLINED", "") == REPONSE_IGNOREE);
	check(answers(me, retour_adresse(&t, other, benp), id, "DECLINED", "") == REPONSE_IGNOREE);
	check(answers(me, to, id, "DECLINED", "RECURRENCE-ID:20200101T190000\r\n") ==
		REPONSE_IGNOREE);
	check(answers(me, to, id, "DECLINED", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c\r\n") ==
		REPONSE_IGNOREE);
	check_text(stands(date, benp), "inscrit 0");
	db_exec(&t, SQL("UPDATE evenement SET visibilite = 'invites' WHERE id = ?"), I(id));
	evenement_follow(&t, id);
	check(answers(me, to, id, "DECLINED", "") == REPONSE_IGNOREE);
	check_text(stands(date, benp), "inscrit 0");
	conf.mail_reply = NULL;
}

TEST(agenda_invitation_one_date_of_a_series_is_declined)
{
	const char *to, *me;
	int64_t id;

	begun(5);
	id = a_series("Accueil", 3, "FREQ=WEEKLY;COUNT=3", -1);
	joins(id, 0, benp);
	to = asked_at(benp);
	me = address_of(benp);
	check(answers(me, to, id, "DECLINED",
		      "RECURRENCE-ID;TZID=Europe/Paris:20261211T190000\r\n") == REPONSE_PRISE);
	check_text(stands(date_of(id, 0), benp), "inscrit 0");
	check_text(stands(date_of(id, 1), benp), "annule 0");
	check(answers(me, to, id, "DECLINED", "RECURRENCE-ID:20261218T180000Z\r\n") ==
		REPONSE_PRISE);
	check_text(stands(date_of(id, 2), benp), "annule 0");
	conf.mail_reply = NULL;
}

/* Truncated, endless, of another kind: nothing is read of it. */
TEST(agenda_invitation_hostile_answers_are_none)
{
	static const char whole[] =
		"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
		"BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETTO:+0100\r\n"
		"RRULE:FREQ=YEARLY;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
		"UID:a@b\r\nATTENDEE;PARTSTAT=DECLINED:mailto:a@b.c\r\n"
		"RECURRENCE-ID:20270318T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
	struct ical_reply a;
	char *many = arena_alloc(&t.mem, ICAL_REPLY_MAX);

	check(ical_reply_read(&t.mem, whole, sizeof whole - 1, &a));
	check_text(a.uid, "a@b");
	check_text(a.day, "2027-03-18");
	for (size_t n = 0; n < sizeof whole - 1; n++)
		ical_reply_read(&t.mem, whole, n, &a);
	memset(many, '\n', ICAL_REPLY_MAX);
	check(!ical_reply_read(&t.mem, many, ICAL_REPLY_MAX, &a));
	check(!ical_reply_read(&t.mem, whole, ICAL_REPLY_MAX + 1, &a));
	check(!ical_reply_read(&t.mem, "BEGIN:VCALENDAR\0", 16, &a));
	check(!ical_reply_read(&t.mem, "\xFF\xFE", 2, &a));
}
