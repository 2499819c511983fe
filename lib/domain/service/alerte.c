/* alerte.c - each thing is told once when it goes bad, and once when it is well again
 *
 * One mail says all that changed at one look, and no more than a few leave within an hour: what
 * changes meanwhile is told by the next one, if it is still so.
 */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/crm/alarme.h"
#include "domain/notifications/courriel.h"
#include "domain/service/alerte.h"
#include "domain/service/mots.h"
#include "domain/socle/identite.h"
#include "domain/socle/journal.h"
#include "base/json.h"

enum { HOURLY = 4 };

/* Does another mail fit in this hour? */
static bool
may_write(struct req *r, const struct regard *g)
{
	return db_int(r,
		       SQL("SELECT COUNT(DISTINCT cree_le, genre) FROM courriel"
			   " WHERE genre IN ('service_alarme', 'service_retour') AND cree_le > ?"),
		       S(clock_sql(&r->mem, g->now - 3600))) < HOURLY;
}

/* To each administrator, and to the host. */
static void
send(struct req *r, const char *genre)
{
	alarme_tell(r, genre);
	if (conf.alarm_mail != NULL) {
		say(r, "Courriel.prenom", "");
		courriel_queue(r, 0, conf.alarm_mail, genre);
	}
}

static void
say_one(struct req *r, int i, const struct constat *c)
{
	struct row *one = row_at(r, arena_printf(&r->mem, "Courriel.points.%d", i));

	row_say(one, "titre", c->titre);
	row_say(one, "mot", c->mot);
	row_say(one, "phrase", c->phrase);
	row_say(one, "suite", c->suite);
	row_say(one, "faire", c->faire);
}

/* The checks whose cle are in the list of NAMES (",a,b,"), in one mail. */
static void
tell(struct req *r, const char *names, bool bad, const struct constat found[CONTROLES])
{
	int n = 0;

	unsay(r, "Courriel.points");
	for (int i = 0; i < CONTROLES; i++) {
		if (strstr(names, arena_printf(&r->mem, ",%s,", found[i].cle)) == NULL)
			continue;
		if (n == 0)
			say(r, "Courriel.premier", bad ? found[i].mot : found[i].titre);
		say_one(r, n++, &found[i]);
		journal(r, bad ? "service.alarme" : "service.retour", 0, NULL,
			json_made(&r->mem, JS("quoi", found[i].cle)));
	}
	say_int(r, "Courriel.autres", n - 1);
	if (n > 0)
		send(r, bad ? "service_alarme" : "service_retour");
}

/* The checks that are to be told of, as ",a,b,"; "": none. */
static const char *
due(struct req *r, bool bad)
{
	const char *names = db_string(r,
		SQL("SELECT CONCAT(',', GROUP_CONCAT(cle), ',') FROM service_etat"
		    " WHERE (etat = 'bad') = ? AND (dit_le IS NULL) = ?"),
		I(bad), I(bad));

	return names != NULL ? names : "";
}

/* What other mails say themselves is not said twice. */
static const char *
without_told(struct req *r, const char *names, const struct constat found[CONTROLES])
{
	struct buffer left = { &r->mem };

	for (int i = 0; i < CONTROLES; i++)
		if (!found[i].dit &&
			strstr(names, arena_printf(&r->mem, ",%s,", found[i].cle)) != NULL)
			buffer_puts(&left, arena_printf(&r->mem, ",%s,", found[i].cle));
	return buffer_text(&left);
}

static void
note_told(struct req *r, const struct regard *g, bool bad, const char *names)
{
	db_exec(r,
		SQL("UPDATE service_etat SET dit_le = IF(?, ?, NULL)"
		    " WHERE INSTR(?, CONCAT(',', cle, ',')) > 0"),
		I(bad), S(clock_sql(&r->mem, g->now)), S(names));
}

/* The base was gone from then to now: said by the first look that found it again. */
static void
tell_base(struct req *r, const struct regard *g, time_t since)
{
	struct constat c = { .cle = "base",
		.titre = "Base de données",
		.mot = "La base de données ne répondait pas",
		.suite = "",
		.faire = "" };

	unsay(r, "Courriel.points");
	c.phrase = arena_printf(&r->mem, "Elle ne répondait pas depuis %s, et répond de nouveau.",
		mots_depuis(&r->mem, since, g->now));
	say_one(r, 0, &c);
	say(r, "Courriel.premier", c.titre);
	say_int(r, "Courriel.autres", 0);
	send(r, "service_retour");
}

/* Write the mails that what was found asks for.  In the transaction that stored it.  BASE_LOST:
 * since when there was no base before this look; 0. */
void
alerte_tell(struct req *r, const struct regard *g, const struct constat found[CONTROLES],
	time_t base_lost)
{
	if (site_muet(r))
		return;
	if (base_lost != 0)
		tell_base(r, g, base_lost);
	for (int bad = 1; bad >= 0; bad--) {
		const char *names = due(r, bad != 0);
		const char *told = bad ? without_told(r, names, found) : names;

		if (*told == '\0' || !may_write(r, g))
			continue;
		tell(r, told, bad != 0, found);
		note_told(r, g, bad != 0, told);
	}
}
