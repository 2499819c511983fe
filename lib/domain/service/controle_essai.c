/* controle_essai.c - was a dump restored this week, and is a copy of the last one elsewhere? */

#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/service/controle.h"
#include "domain/service/mots.h"

enum { TRIAL_DAYS = 8, DAY = 86400 };

/* "mardi", "le 24 novembre" */
static const char *
day(struct req *r, time_t then, time_t now)
{
	struct tm t;

	localtime_r(&then, &t);
	return now - then < 7 * DAY ?
		text_weekday(t.tm_wday) :
		arena_printf(
			&r->mem, "le %s", text_day_near(&r->mem, text_iso_at(&r->mem, then), now));
}

/* "Restaurable : essayée mardi, en 6 min"; NULL: none was restored. */
static const char *
tried(struct req *r, time_t now, time_t *then)
{
	const char *le;
	int64_t ms;

	*then = 0;
	if (!db_read(r,
		    SQL("SELECT le, duree_ms FROM sauvegarde_essai WHERE ok = 1"
			" ORDER BY id DESC LIMIT 1"),
		    INTO(TO(&le), TO(&ms))))
		return NULL;
	*then = clock_parse(le);
	return arena_printf(&r->mem, "Restaurable\u00A0: essayée %s, en %s", day(r, *then, now),
		ms < 60000 ? mots_secondes(&r->mem, ms) : mots_duree(&r->mem, ms / 1000));
}

/* The last trial failed (a mail said so), or there has been none that was well for too long. */
static bool
untried(struct req *r, time_t now, time_t then, struct constat *c)
{
	const char *wrong = db_string(
		r, SQL("SELECT IF(ok, '', erreur) FROM sauvegarde_essai ORDER BY id DESC LIMIT 1"));
	bool failed = wrong != NULL && *wrong != '\0';
	bool old = then != 0 ? now - then > TRIAL_DAYS * DAY :
			       db_int(r, SQL("SELECT COUNT(*) FROM service_jour")) > TRIAL_DAYS;

	if (!failed && !old)
		return false;
	constat_bad(c,
		failed ? "La dernière sauvegarde n’a pas pu être restaurée" :
			 "Aucune sauvegarde n’a été restaurée pour essai depuis huit jours");
	c->dit = failed;
	c->phrase = failed ? wrong : "L’essai de la semaine n’a pas tourné.";
	c->suite = "On ne sait pas si ce qui serait perdu pourrait être rendu.";
	c->faire =
		"Prévenir l’hébergeur\u00A0: «\u00A0essaim-restore --trial\u00A0» dit ce qui ne va"
		" pas.";
	return true;
}

/* What else is known of a dump that is as it was written. */
void
controle_essai(struct req *r, const struct regard *g, struct constat *c)
{
	const char *elsewhere = "", *wrong = "", *restored;
	time_t then;

	restored = tried(r, g->now, &then);
	if (conf.dump_trial != 0 && untried(r, g->now, then, c))
		return;
	if (restored != NULL)
		c->phrase = restored;
	db_read(r,
		SQL("SELECT COALESCE(ailleurs_le, ''), ailleurs_erreur FROM sauvegarde"
		    " ORDER BY id DESC LIMIT 1"),
		INTO(TO(&elsewhere), TO(&wrong)));
	if (*elsewhere != '\0')
		c->phrase = arena_printf(
			&r->mem, "%s. Une copie chiffrée dans le second lieu", c->phrase);
	if (*wrong == '\0')
		return;
	constat_warn(c, "La copie chiffrée n’est pas arrivée dans le second lieu");
	c->suite = "La sauvegarde elle-même est là.";
	c->faire = arena_printf(&r->mem, "Prévenir l’hébergeur. Ce qui est dit\u00A0: %s", wrong);
}
