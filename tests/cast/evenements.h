/* evenements.h - events for tests of the agenda, among people() */
#ifndef EVENEMENTS_H
#define EVENEMENTS_H

#include "people.h"

/* An event of Paris that Coline published for its team, in DAYS days from 19 h to 21 h of the site,
 * with so many seats (-1: no limit); she asks from then on. */
int64_t an_event(const char *titre, int days, int64_t places);
/* The same, repeated by a rule. */
int64_t a_series(const char *titre, int days, const char *rrule, int64_t places);
/* Its N-th date, from 0: the id of evenement_date. */
int64_t date_of(int64_t evenement, int n);
/* That column of evenement_date of its N-th date: jour, debut, fin. */
const char *day_of(int64_t evenement, int n);
int64_t newest_event(void);
const char *event_at(int64_t id, const char *more); /* "/agenda/ID" and MORE */

/* people() see what is theirs, and it is the morning of 30 November 2026. */
void winter(void);
/* "Fresque", on 12 March 2027 at La Bobine, told of on 1 December 2026, 11 h of the site. */
int64_t an_evening(int64_t places);
/* In five days, open to all, with words that name Coline; nobody asks from then on. */
int64_t an_open_event(const char *titre, int64_t places);
/* WHO comes to that date, or to the whole (0): her registration. */
int64_t joins(int64_t id, int64_t date, int64_t who);

/* The mails of events that are due are written.  The last one to that address, of it: "texte",
 * "sujet", "calendrier" (after its method); how many there are. */
const char *event_mail(const char *adresse, const char *part);
int64_t event_mails(const char *adresse);
int mails_to(const char *adresse); /* of any kind */
/* The last way below the site that begins so, of the mails to that address; "/": there is none. */
const char *link_sent(const char *adresse, const char *way);
const char *address_of(int64_t who);

#define check_holds(text, what) check((text) != NULL && strstr(text, what) != NULL)
#define check_lacks(text, what) check((text) != NULL && strstr(text, what) == NULL)

/* Somebody without an account asks for a seat, and reads where she is led.  False: refused. */
bool stranger_asks(const char *path, const char *body);

#endif
