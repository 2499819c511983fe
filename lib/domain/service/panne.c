/* panne.c - what was wrong opens a range of time, what is well again ends it
 *
 * A look that finds no base can write nothing there: it leaves a line in a file of service.folder,
 * and the next look that finds one writes the range.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/service/jour.h"
#include "domain/service/mots.h"
#include "domain/service/panne.h"

enum { DAYS = 30, KEPT_DAYS = 800, WIDE = 10, BAR = 7, HIGH = 28 };

/* Open and end ranges by what was found.  In a transaction. */
void
panne_follow(struct req *r, const struct regard *g, const struct constat found[CONTROLES])
{
	const char *now = clock_sql(&r->mem, g->now);

	for (int i = 0; i < CONTROLES; i++) {
		const struct constat *c = &found[i];
		time_t since = c->depuis != 0 ? c->depuis : g->now;

		db_exec(r,
			SQL("UPDATE service_panne SET fin = ? WHERE cle = ? AND fin IS NULL"
			    " AND (? OR mot <> ?)"),
			S(now), S(c->cle), I(c->etat != ETAT_BAD), S(c->mot));
		if (c->etat == ETAT_BAD)
			db_exec(r,
				SQL("INSERT INTO service_panne (cle, debut, mot) SELECT ?, ?, ?"
				    " FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM service_panne"
				    " WHERE cle = ? AND fin IS NULL)"),
				S(c->cle), S(clock_sql(&r->mem, since)), S(c->mot), S(c->cle));
	}
	db_exec(r, SQL("DELETE FROM service_panne WHERE debut < ? - INTERVAL ? DAY"), S(now),
		I(KEPT_DAYS));
}

/* An administrator says beforehand that it will be closed, from then on, for so long. */
void
panne_announce(struct req *r, const char *mot, const char *detail, time_t from, int64_t minutes)
{
	db_exec(r,
		SQL("INSERT INTO service_panne (cle, debut, fin, mot, detail)"
		    " VALUES ('annonce', ?, ?, ?, ?)"),
		S(clock_sql(&r->mem, from)), S(clock_sql(&r->mem, from + (time_t) minutes * 60)),
		S(mot), S(detail));
}

static const char *
mark(struct arena *mem)
{
	return conf.service_folder != NULL ?
		arena_printf(mem, "%s/base-perdue", conf.service_folder) :
		NULL;
}

/* There is no base to write into: one line more in the file. */
void
panne_base_lost(time_t now)
{
	struct arena mem = { 0 };
	const char *path = mark(&mem);
	FILE *f = path != NULL ? fopen(path, "ae") : NULL;

	if (f != NULL) {
		fprintf(f, "%lld\n", (long long) now);
		fclose(f);
	}
	arena_reset(&mem);
}

/* Was there none at the last looks?  Then *SINCE, and the range is written.  In a transaction;
 * panne_base_told() follows its commit. */
bool
panne_base_back(struct req *r, time_t now, time_t *since)
{
	const char *path = mark(&r->mem);
	FILE *f = path != NULL ? fopen(path, "re") : NULL;
	long long then;
	int64_t looks = 0;

	if (f == NULL)
		return false;
	for (*since = 0; fscanf(f, "%lld", &then) == 1; looks++)
		if (*since == 0)
			*since = (time_t) then;
	fclose(f);
	if (looks == 0)
		return false;
	db_exec(r,
		SQL("INSERT INTO service_panne (cle, debut, fin, mot)"
		    " VALUES ('base', ?, ?, 'La base de données ne répondait pas')"),
		S(clock_sql(&r->mem, *since)), S(clock_sql(&r->mem, now)));
	jour_missed(r, *since, looks);
	return true;
}

void
panne_base_told(void)
{
	struct arena mem = { 0 };
	const char *path = mark(&mem);

	if (path != NULL)
		unlink(path);
	arena_reset(&mem);
}

/* "Aujourd’hui, en cours", "14 novembre, 40 min, annoncée" */
static void
say_when(struct req *r, struct row *p, time_t now)
{
	time_t from = clock_parse(row_text(p, "debut"));
	const char *end = row_text(p, "fin"), *detail = row_text(p, "detail");
	const char *lasts =
		*end == '\0' ? "en cours" : mots_duree(&r->mem, clock_parse(end) - from);

	row_say(p, "quand",
		arena_printf(&r->mem, "%s, %s%s%s", text_day_title(&r->mem, from, now), lasts,
			*detail != '\0' ? ", " : "", detail));
}

/* What was wrong in the last thirty days, the newest first, under NAME; what happened while a
 * closing was announced is that closing. */
int
panne_list(struct req *r, const char *name, time_t now, int most)
{
	int n = db_list(r, name,
		SQL("SELECT p.debut, p.fin, p.mot, IF(p.cle = 'annonce', TRIM(BOTH ', ' FROM"
		    " CONCAT('annoncée, ', p.detail)), p.detail) AS detail FROM service_panne p"
		    " WHERE (p.fin IS NULL OR p.fin > ? - INTERVAL 30 DAY)"
		    " AND (p.cle = 'annonce' OR NOT EXISTS (SELECT 1 FROM service_panne a"
		    " WHERE a.cle = 'annonce' AND p.debut BETWEEN a.debut - INTERVAL 5 MINUTE"
		    " AND a.fin)) ORDER BY p.debut DESC LIMIT ?"),
		S(clock_sql(&r->mem, now)), I(most));

	for (struct row *p = row_first(r, name); p != NULL; p = row_next(p))
		say_when(r, p, now);
	return n;
}

/* The days that the ranges touch, the newest being DAYS - 1. */
static void
touched(struct req *r, time_t now, bool wrong[DAYS])
{
	struct rows *rows = db_rows(r,
		SQL("SELECT debut, fin FROM service_panne WHERE debut < ?"
		    " AND (fin IS NULL OR fin > ? - INTERVAL 31 DAY)"),
		S(clock_sql(&r->mem, now)), S(clock_sql(&r->mem, now)));

	while (db_next(rows, &r->mem)) {
		const char *from =
			text_iso_at(&r->mem, clock_parse(arena_strdup(&r->mem, db_text(rows, 0))));
		const char *end = db_text(rows, 1);
		const char *to = text_iso_at(&r->mem, *end != '\0' ? clock_parse(end) : now);

		for (int i = 0; i < DAYS; i++) {
			const char *day =
				text_iso_at(&r->mem, now - (time_t) (DAYS - 1 - i) * 86400);

			wrong[i] = wrong[i] || (strcmp(from, day) <= 0 && strcmp(day, to) <= 0);
		}
	}
}

/* "99,98" */
static const char *
share(struct req *r, int64_t looks, int64_t missed)
{
	int64_t of = looks > 0 ? (looks - missed) * 10000 / looks : 10000;

	return of == 10000 ? "100" :
			     arena_printf(&r->mem, "%" PRId64 ",%02" PRId64, of / 100, of % 100);
}

/* The bars of thirty days, and how much of the time the site was reachable, under disponibilite. */
void
panne_days(struct req *r, time_t now)
{
	bool wrong[DAYS] = { false };
	struct buffer good = { &r->mem }, bad = { &r->mem };
	int64_t looks = 0, missed = 0;
	int n = 0;

	touched(r, now, wrong);
	for (int i = 0; i < DAYS; i++) {
		buffer_puts(wrong[i] ? &bad : &good,
			arena_printf(&r->mem, "M%d 0h%dv%dh-%dz", i * WIDE, BAR, HIGH, BAR));
		n += wrong[i];
	}
	db_read(r,
		SQL("SELECT COALESCE(SUM(sondes), 0), COALESCE(SUM(ratees), 0) FROM service_jour"
		    " WHERE jour > ? - INTERVAL 30 DAY"),
		INTO(TO(&looks), TO(&missed)), S(text_iso_at(&r->mem, now)));
	say(r, "disponibilite.bien", buffer_text(&good));
	say(r, "disponibilite.mal", buffer_text(&bad));
	say_int(r, "disponibilite.jours_avec", n);
	say_int(r, "disponibilite.jours_sans", DAYS - n);
	say(r, "disponibilite.part", share(r, looks, missed));
	say_int(r, "disponibilite.minutes", missed);
	say_int(r, "disponibilite.sondes", looks);
}
