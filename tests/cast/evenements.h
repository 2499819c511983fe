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

int mails_to(const char *adresse);
bool stranger_asks(const char *path, const char *body);

#endif
