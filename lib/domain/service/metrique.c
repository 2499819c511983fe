/* metrique.c - counts of requests, the last look, what waits
 *
 * Counts come from the files that programs share (base/compteur.h), of this machine alone; all else
 * from what essaim-service wrote down.  Without a base the counts are told all the same.
 */

#include <inttypes.h>
#include <time.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/compteur.h"
#include "base/conf.h"
#include "domain/crm/alarme.h"
#include "domain/service/controle.h"
#include "domain/service/metrique.h"

enum { AREAS = 64, SECOND_US = 1000000 };

struct counts {
	struct arena *mem;
	struct buffer *out;
	const char *area[AREAS];
	struct compte of[AREAS];
	int n;
};

static void
gather(void *of, const char *area, struct compteur *c)
{
	struct counts *all = of;

	if (all->n == AREAS)
		return;
	all->area[all->n] = area;
	all->of[all->n++] = c->all;
}

/* What a family of figures is; its lines follow. */
static void
family(struct counts *c, const char *name, const char *type, const char *help)
{
	buffer_puts(c->out,
		arena_printf(c->mem, "# HELP essaim_%s %s\n# TYPE essaim_%s %s\n", name, help, name,
			type));
}

/* A line: "essaim_NAME{LABELS} VALUE". */
static void
line(struct counts *c, const char *name, const char *labels, const char *value)
{
	buffer_puts(c->out,
		arena_printf(c->mem, "essaim_%s%s%s%s %s\n", name, *labels != '\0' ? "{" : "",
			labels, *labels != '\0' ? "}" : "", value));
}

static const char *
whole(struct counts *c, int64_t n)
{
	return arena_printf(c->mem, "%" PRId64, n);
}

static const char *
seconds(struct counts *c, uint64_t us)
{
	return arena_printf(c->mem, "%" PRIu64 ".%06d", us / SECOND_US, (int) (us % SECOND_US));
}

static const char *
of_area(struct counts *c, int i)
{
	return arena_printf(c->mem, "area=\"%s\"", c->area[i]);
}

static void
requests(struct counts *c)
{
	static const char *const classes[] = { "other", "1xx", "2xx", "3xx", "4xx", "5xx" };

	family(c, "requests_total", "counter", "Requests answered, by area and status.");
	for (int i = 0; i < c->n; i++)
		for (int k = 0; k < 6; k++)
			line(c, "requests_total",
				arena_printf(c->mem, "%s,status=\"%s\"", of_area(c, i), classes[k]),
				whole(c, (int64_t) c->of[i].requests[k]));
}

/* How long requests took: a histogram, whose buckets add up. */
static void
durations(struct counts *c)
{
	family(c, "request_duration_seconds", "histogram", "Time to answer a request, by area.");
	for (int i = 0; i < c->n; i++) {
		uint64_t sum = 0;

		for (int k = 0; k <= COMPTEUR_BORNES; k++) {
			sum += c->of[i].durees[k];
			line(c, "request_duration_seconds_bucket",
				k == COMPTEUR_BORNES ?
					arena_printf(c->mem, "%s,le=\"+Inf\"", of_area(c, i)) :
					arena_printf(c->mem, "%s,le=\"%d.%03d\"", of_area(c, i),
						compteur_ms[k] / 1000, compteur_ms[k] % 1000),
				whole(c, (int64_t) sum));
		}
		line(c, "request_duration_seconds_sum", of_area(c, i), seconds(c, c->of[i].us));
		line(c, "request_duration_seconds_count", of_area(c, i), whole(c, (int64_t) sum));
	}
}

static void
used(struct counts *c)
{
	family(c, "cpu_seconds_total", "counter", "Processor time of requests, by area.");
	for (int i = 0; i < c->n; i++)
		line(c, "cpu_seconds_total", of_area(c, i), seconds(c, c->of[i].cpu_us));
	family(c, "statements_total", "counter", "Statements sent to the database, by area.");
	for (int i = 0; i < c->n; i++)
		line(c, "statements_total", of_area(c, i), whole(c, (int64_t) c->of[i].statements));
	family(c, "slow_statements_total", "counter",
		"Statements that took longer than log.slow_ms, by area.");
	for (int i = 0; i < c->n; i++)
		line(c, "slow_statements_total", of_area(c, i), whole(c, (int64_t) c->of[i].slow));
	family(c, "sent_bytes_total", "counter", "Bytes of answers before compression, by area.");
	for (int i = 0; i < c->n; i++)
		line(c, "sent_bytes_total", of_area(c, i), whole(c, (int64_t) c->of[i].bytes));
}

/* What the last look found: each check by its key (0 well, 1 worth a look, 2 bad), its figure. */
static void
checks(struct req *r, struct counts *c)
{
	struct constat found[CONTROLES];
	time_t seen;
	int n = controle_read(r, found, &seen);

	family(c, "check_state", "gauge", "Last look at each check: 0 ok, 1 warning, 2 bad.");
	for (int i = 0; i < n; i++)
		line(c, "check_state", arena_printf(c->mem, "check=\"%s\"", found[i].cle),
			whole(c, (int64_t) found[i].etat));
	family(c, "check_value", "gauge",
		"What the last look measured, in the unit that it names.");
	for (int i = 0; i < n; i++)
		if (found[i].unite != NULL)
			line(c, "check_value",
				arena_printf(c->mem, "check=\"%s\",unit=\"%s\"", found[i].cle,
					found[i].unite),
				whole(c, found[i].mesure));
	family(c, "last_look_timestamp_seconds", "gauge", "When essaim-service last looked.");
	line(c, "last_look_timestamp_seconds", "", whole(c, (int64_t) seen));
}

/* What waits, and how old the last sync is. */
static void
queues(struct req *r, struct counts *c)
{
	family(c, "queue_length", "gauge", "What waits to be done, by queue.");
	line(c, "queue_length", "queue=\"mail\"",
		whole(c,
			db_int(r,
				SQL("SELECT COUNT(*) FROM courriel WHERE etat IN ('pret', 'pris')"
				    " AND du_le <= UTC_TIMESTAMP()"))));
	line(c, "queue_length", "queue=\"letters\"",
		whole(c,
			db_int(r,
				SQL("SELECT COALESCE(SUM(total - envoyes - refuses), 0) FROM lettre"
				    " WHERE etat = 'en_cours'"))));
	line(c, "queue_length", "queue=\"notifications\"",
		whole(c, db_int(r, SQL("SELECT COUNT(*) FROM notif_cible"))));
	line(c, "queue_length", "queue=\"webhooks\"",
		whole(c, db_int(r, SQL("SELECT COUNT(*) FROM sync_file"))));
	family(c, "sync_age_seconds", "gauge", "Since the CRM was last read; -1: never.");
	line(c, "sync_age_seconds", "", whole(c, synchro_age(r)));
}

/* The whole text. */
const char *
metrique_text(struct req *r)
{
	struct buffer out = { &r->mem };
	struct counts c = { .mem = &r->mem, .out = &out };
	bool alive = db_alive();

	compteur_walk(&r->mem, conf.service_folder, gather, &c);
	family(&c, "up", "gauge", "Does the database answer?");
	line(&c, "up", "", alive ? "1" : "0");
	requests(&c);
	durations(&c);
	used(&c);
	if (alive) {
		checks(r, &c);
		queues(r, &c);
	}
	return buffer_text(&out);
}
