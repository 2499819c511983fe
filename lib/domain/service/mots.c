/* mots.c - moments and figures of the service, as one says them */

#include <inttypes.h>
#include <string.h>

#include "base/local.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/service/mots.h"

/* "8 h 12", of another day "le 29 novembre à 8 h 12" */
char *
mots_depuis(struct arena *a, time_t since, time_t now)
{
	const char *hour = text_hour(a, wall_at(since)), *day = text_iso_at(a, since);

	if (strcmp(day, text_iso_at(a, now)) == 0)
		return arena_strdup(a, hour);
	return arena_printf(a, "le %s à %s", text_day_near(a, day, now), hour);
}

/* "à 8 h 12", of another day "le 29 novembre à 8 h 12" */
char *
mots_moment(struct arena *a, time_t then, time_t now)
{
	char *s = mots_depuis(a, then, now);

	return strncmp(s, "le ", 3) == 0 ? s : arena_printf(a, "à %s", s);
}

/* "40 min", "3 h", "2 jours" */
char *
mots_duree(struct arena *a, int64_t seconds)
{
	int64_t minutes = seconds > 60 ? (seconds + 30) / 60 : 1;

	if (minutes < 120)
		return arena_printf(a, "%" PRId64 "\u00A0min", minutes);
	if (minutes < 48 * 60)
		return arena_printf(a, "%" PRId64 "\u00A0h", (minutes + 30) / 60);
	return arena_printf(a, "%" PRId64 "\u00A0jours", (minutes + 720) / 1440);
}

/* "812 Mo", "2,4 Go" */
char *
mots_octets(struct arena *a, int64_t bytes)
{
	int64_t mo = bytes / 1000000;

	if (mo < 1)
		return arena_printf(a, "%" PRId64 "\u00A0ko", (bytes + 999) / 1000);
	if (mo < 1000)
		return arena_printf(a, "%" PRId64 "\u00A0Mo", mo);
	return arena_printf(a, "%s,%d\u00A0Go", text_number(a, mo / 1000), (int) (mo % 1000 / 100));
}

/* "0,04 s" */
char *
mots_secondes(struct arena *a, int64_t ms)
{
	int64_t hundredths = ms > 10 ? (ms + 5) / 10 : 1;

	return arena_printf(
		a, "%" PRId64 ",%02d\u00A0s", hundredths / 100, (int) (hundredths % 100));
}

/* How many mails left after that moment, those of letters too. */
int64_t
service_courriels(struct req *r, const char *since)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM courriel WHERE etat = 'envoye' AND envoye_le > ?"
			   " AND du_le > ? - INTERVAL 3 DAY"),
		       S(since), S(since)) +
		db_int(r,
			SQL("SELECT COALESCE(SUM(envoyes), 0) FROM lettre"
			    " WHERE etat IN ('envoyee', 'arretee') AND fini_le > ?"),
			S(since)) +
		db_int(r,
			SQL("SELECT COALESCE(SUM(envoyes), 0) FROM lettre"
			    " WHERE etat IN ('en_cours', 'pause') AND commence_le > ?"),
			S(since));
}

/* What the base takes on its disk. */
int64_t
service_base_octets(struct req *r)
{
	return db_int(r,
		SQL("SELECT COALESCE(SUM(data_length + index_length + data_free), 0)"
		    " FROM information_schema.tables WHERE table_schema = DATABASE()"));
}
