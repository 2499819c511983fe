/* preference.c - what each chooses to be told of, and how
 *
 * Only what differs from the kind's own default is kept, so that a default that changes reaches
 * whoever has not chosen.
 */

#include <stdlib.h>
#include <string.h>

#include "domain/notifications/preference.h"

const struct canal canaux[] = {
	{ PAR_SITE, "site" },
	{ PAR_COURRIEL, "courriel" },
	{ PAR_RESUME, "resume" },
	{ 0 },
};

static void
set_one(struct req *r, int64_t contact_id, const struct annonce *g, const struct canal *c, bool on)
{
	if (on == !!(g->canaux & c->bit))
		db_exec(r,
			SQL("DELETE FROM preference WHERE contact_id = ? AND genre = ?"
			    " AND canal = ?"),
			I(contact_id), S(g->nom), S(c->nom));
	else
		db_exec(r,
			SQL("REPLACE INTO preference (contact_id, genre, canal, actif)"
			    " VALUES (?, ?, ?, ?)"),
			I(contact_id), S(g->nom), S(c->nom), I(on));
}

/* By which ways CONTACT hears of that kind: PAR_SITE | ... */
int
preference(struct req *r, int64_t contact_id, const struct annonce *g)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT canal, actif FROM preference WHERE contact_id = ? AND genre = ?"),
		I(contact_id), S(g->nom));
	int bits = g->canaux;

	while (db_next(rows, &r->mem))
		for (const struct canal *c = canaux; c->bit != 0; c++)
			if (strcmp(db_text(rows, 0), c->nom) == 0)
				bits = db_num(rows, 1) ? bits | c->bit : bits & ~c->bit;
	return bits;
}

void
preference_set(struct req *r, int64_t contact_id, const struct annonce *g, int bits)
{
	for (const struct canal *c = canaux; c->bit != 0; c++)
		set_one(r, contact_id, g, c, (bits & c->bit) != 0);
}

/* No more mails at once of the kind WHAT, or no digest when WHAT is "resume".  What this has
 * changed is added to GONE, as preference_back() takes it: "courriel/mention,". */
void
preference_leave(struct req *r, int64_t contact_id, const char *what, struct buffer *gone)
{
	const struct annonce *g;
	bool digest = strcmp(what, "resume") == 0;
	const struct canal *c = &canaux[digest ? 2 : 1];

	for (unsigned k = 0; (g = annonce_nth(k)) != NULL; k++)
		if ((digest || strcmp(what, g->nom) == 0) &&
			(preference(r, contact_id, g) & c->bit) != 0) {
			set_one(r, contact_id, g, c, false);
			buffer_puts(gone, arena_printf(&r->mem, "%s/%s,", c->nom, g->nom));
		}
}

/* One of what preference_leave() changed, without its comma, is as before. */
void
preference_back(struct req *r, int64_t contact_id, const char *one)
{
	const char *slash = strchr(one, '/');
	const struct annonce *g = slash != NULL ? annonce_find(slash + 1) : NULL;

	for (const struct canal *c = canaux; g != NULL && c->bit != 0; c++)
		if (strncmp(one, c->nom, (size_t) (slash - one)) == 0 &&
			strlen(c->nom) == (size_t) (slash - one))
			set_one(r, contact_id, g, c, true);
}

/* When CONTACT wants her mails. */
struct rythme
preference_rythme(struct req *r, int64_t contact_id)
{
	struct rythme y = { .jour = 1, .heure = 8, .calme_de = -1, .calme_a = -1 };

	db_read(r,
		SQL("SELECT frequence = 'jour', jour, heure, COALESCE(calme_de, -1),"
		    " COALESCE(calme_a, -1), discret"
		    " FROM notif_reglage WHERE contact_id = ?"),
		INTO(TO(&y.chaque_jour), TO(&y.jour), TO(&y.heure), TO(&y.calme_de), TO(&y.calme_a),
			TO(&y.discret)),
		I(contact_id));
	return y;
}

/* Keep it; what waits is planned anew. */
void
preference_rythme_set(struct req *r, int64_t contact_id, const struct rythme *y)
{
	db_exec(r,
		SQL("REPLACE INTO notif_reglage (contact_id, frequence, jour, heure, calme_de,"
		    " calme_a, discret) VALUES (?, ?, ?, ?, NULLIF(?, -1), NULLIF(?, -1), ?)"),
		I(contact_id), S(y->chaque_jour ? "jour" : "semaine"), I(y->jour), I(y->heure),
		I(y->calme_de), I(y->calme_a), I(y->discret));
	db_exec(r, SQL("UPDATE notif_envoi SET du_le = NULL WHERE contact_id = ?"), I(contact_id));
}

/* That hour of the day of T, DAYS later, in the site's time zone (TZ), whatever the clock does. */
static time_t
hour_of(time_t t, int days, int hour)
{
	struct tm tm;

	localtime_r(&t, &tm);
	tm.tm_mday += days;
	tm.tm_hour = hour;
	tm.tm_min = tm.tm_sec = 0;
	tm.tm_isdst = -1;
	return mktime(&tm);
}

/* When the digest leaves that is being filled NOW. */
time_t
preference_digest(const struct rythme *y, time_t now)
{
	for (int days = 0; days < 8; days++) {
		time_t t = hour_of(now, days, y->heure);
		struct tm tm;

		localtime_r(&t, &tm);
		if (t > now && (y->chaque_jour || (tm.tm_wday + 6) % 7 + 1 == y->jour))
			return t;
	}
	return now + 7 * 86400;
}

/* The first moment from NOW on that is not in the quiet hours. */
time_t
preference_calm(const struct rythme *y, time_t now)
{
	struct tm tm;
	bool quiet;

	if (y->calme_de < 0 || y->calme_a < 0 || y->calme_de == y->calme_a)
		return now;
	localtime_r(&now, &tm);
	quiet = y->calme_de < y->calme_a ? tm.tm_hour >= y->calme_de && tm.tm_hour < y->calme_a :
					   tm.tm_hour >= y->calme_de || tm.tm_hour < y->calme_a;
	if (!quiet)
		return now;
	return hour_of(now, tm.tm_hour < y->calme_a ? 0 : 1, y->calme_a);
}
