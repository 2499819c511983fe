/* jour.c - what each day was: looks at the site, pages and how fast they came, bytes, mails
 *
 * Programs count in files of their machine (base/compteur.h).  What is new there is added to the
 * day's row, and TAKEN only once that is committed: a job that is killed between the two adds one
 * minute twice.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/service/jour.h"
#include "domain/service/mots.h"

enum { WEEK = 7, QUARTER = 90, KEPT_DAYS = 800 };

/* What has been counted and not yet written down, of all areas; the copies that taken() gives back.
 */
static struct compte fresh, given[64];
static int areas;

static uint64_t
load(const uint64_t *n)
{
	return __atomic_load_n(n, __ATOMIC_RELAXED);
}

static void
gather(void *of, const char *area, struct compteur *c)
{
	uint64_t *into = (uint64_t *) &fresh, *now = (uint64_t *) &given[areas],
		 *all = (uint64_t *) &c->all, *taken = (uint64_t *) &c->taken;

	(void) of, (void) area;
	if (areas == (int) (sizeof given / sizeof *given))
		return;
	for (size_t i = 0; i < sizeof fresh / sizeof *into; i++) {
		now[i] = load(&all[i]);
		into[i] += now[i] - taken[i];
	}
	areas++;
}

static void
give(void *of, const char *area, struct compteur *c)
{
	int *i = of;

	(void) area;
	if (*i < areas)
		c->taken = given[*i];
	(*i)++;
}

/* What jour_add() wrote is committed. */
void
jour_taken(struct req *r)
{
	int i = 0;

	compteur_walk(&r->mem, conf.service_folder, give, &i);
}

static void
parse(const char *text, uint64_t durees[COMPTEUR_BORNES + 1])
{
	char *s = (char *) text;

	memset(durees, 0, sizeof(uint64_t) * (COMPTEUR_BORNES + 1));
	for (int i = 0; i <= COMPTEUR_BORNES && *s != '\0' && *s != ']'; i++)
		durees[i] = strtoull(s + 1, &s, 10);
}

/* How long the pages of today took, by the bounds of compteur_ms.  How many pages. */
int64_t
jour_durees(struct req *r, time_t now, uint64_t durees[COMPTEUR_BORNES + 1])
{
	const char *text = "";
	int64_t pages = 0;

	db_read(r, SQL("SELECT durees, pages FROM service_jour WHERE jour = ?"),
		INTO(TO(&text), TO(&pages)), S(text_iso_at(&r->mem, now)));
	parse(text, durees);
	return pages;
}

static const char *
more_durees(struct req *r, time_t now)
{
	uint64_t durees[COMPTEUR_BORNES + 1];
	struct buffer list = { &r->mem };

	jour_durees(r, now, durees);
	for (int i = 0; i <= COMPTEUR_BORNES; i++)
		json_add_id(&list, (int64_t) (durees[i] + fresh.durees[i]));
	return json_list(&list);
}

static int64_t
pages(void)
{
	int64_t n = 0;

	for (int i = 0; i < 6; i++)
		n += (int64_t) fresh.requests[i];
	return n;
}

/* Mails that left today; letters count on the day that they end. */
static int64_t
mails_today(struct req *r, const char *day)
{
	return service_courriels(r, arena_printf(&r->mem, "%s 00:00:00", day));
}

static int64_t
stored(struct req *r)
{
	return service_base_octets(r) +
		db_int(r, SQL("SELECT COALESCE(SUM(taille), 0) FROM fichier_contenu"));
}

/* One look more, and what was counted since the one before.  In a transaction: jour_taken() follows
 * its commit. */
void
jour_add(struct req *r, time_t now, bool reachable, int64_t free_bytes)
{
	const char *day = text_iso_at(&r->mem, now);

	fresh = (struct compte) { 0 };
	areas = 0;
	compteur_walk(&r->mem, conf.service_folder, gather, NULL);
	db_exec(r,
		SQL("INSERT INTO service_jour (jour, sondes, ratees, pages, durees, octets, cpu_us,"
		    " requetes, courriels, stockage, libre)"
		    " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
		    " sondes = sondes + 1, ratees = ratees + VALUES(ratees),"
		    " pages = pages + VALUES(pages), durees = VALUES(durees),"
		    " octets = octets + VALUES(octets), cpu_us = cpu_us + VALUES(cpu_us),"
		    " requetes = requetes + VALUES(requetes), courriels = VALUES(courriels),"
		    " stockage = VALUES(stockage), libre = VALUES(libre)"),
		S(day), I(!reachable), I(pages()), S(more_durees(r, now)), I((int64_t) fresh.bytes),
		I((int64_t) fresh.cpu_us), I((int64_t) fresh.statements), I(mails_today(r, day)),
		I(stored(r)), I(free_bytes));
	db_exec(r, SQL("DELETE FROM service_jour WHERE jour < ?"),
		S(text_iso_at(&r->mem, now - (time_t) KEPT_DAYS * 86400)));
}

/* So many looks found no base to write into, THEN. */
void
jour_missed(struct req *r, time_t then, int64_t looks)
{
	db_exec(r,
		SQL("INSERT INTO service_jour (jour, sondes, ratees) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE sondes = sondes + VALUES(sondes),"
		    " ratees = ratees + VALUES(ratees)"),
		S(text_iso_at(&r->mem, then)), I(looks), I(looks));
}

/* In how many days the disk is full, as it filled in the last weeks; -1: it does not fill, or too
 * little is known. */
int64_t
jour_pace(struct req *r, time_t now, int64_t free_bytes)
{
	int64_t before = 0, days = 0;

	if (!db_read(r,
		    SQL("SELECT libre, DATEDIFF(?, jour) FROM service_jour WHERE libre > 0"
			" AND jour BETWEEN ? AND ? ORDER BY jour LIMIT 1"),
		    INTO(TO(&before), TO(&days)), S(text_iso_at(&r->mem, now)),
		    S(text_iso_at(&r->mem, now - QUARTER * 86400)),
		    S(text_iso_at(&r->mem, now - WEEK * 86400))) ||
		before <= free_bytes)
		return -1;
	return free_bytes / ((before - free_bytes + days - 1) / days);
}

/* Month by month, under NAME: what was sent and used. */
int
jour_mois(struct req *r, const char *name)
{
	return db_list(r, name,
		SQL("SELECT LEFT(jour, 7) AS mois, SUM(pages) AS pages, SUM(octets) AS octets,"
		    " ROUND(SUM(cpu_us) / 1000000) AS secondes, SUM(courriels) AS courriels,"
		    " MAX(stockage) AS stockage FROM service_jour"
		    " GROUP BY LEFT(jour, 7) ORDER BY mois DESC LIMIT 12"));
}
