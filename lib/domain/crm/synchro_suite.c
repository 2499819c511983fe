/* synchro_suite.c - what changed since the last walk
 *
 * The search says whom to read, by rising number, never by date and offset: thousands of contacts
 * may share one millisecond and a search ends at 10,000.  It is asked again and again for the same
 * ten minutes, for its index is late and HubSpot's clock may step back; a version that was read is
 * not read again.  When these minutes hold more than a page, the newest are looked at each turn and
 * the whole is walked through once a minute, or when all of the newest are news.  The cursor is
 * HubSpot's own clock at the first answer, written after a whole walk.
 */

#include <inttypes.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/clock.h"
#include "domain/crm/crm_json.h"
#include "domain/crm/synchro.h"

enum {
	OVERLAP_MS = 10 * 60 * 1000,
	PAGES = 20000, /* a walk that asks more often never ends */
	SEARCH_PAGE = 200,
	WALK_MS = 60 * 1000,
	PROBE_MS = 5 * 1000
};

/* One page of a search. */
struct page {
	size_t n;     /* contacts it shows, each once */
	size_t news;  /* of versions that were not read yet: all are read by now */
	bool whole;   /* it is all that the search finds */
	int64_t last; /* the highest number */
};

/* The state of a turn. */
struct turn {
	int64_t since, begun, probed;
};

json_object *
synchro_filter(const char *property, const char *op, int64_t value)
{
	json_object *f = json_object_new_object();
	char text[24];

	snprintf(text, sizeof text, "%" PRId64, value);
	json_object_object_add(f, "propertyName", json_object_new_string(property));
	json_object_object_add(f, "operator", json_object_new_string(op));
	json_object_object_add(f, "value", json_object_new_string(text));
	return f;
}

/* A search of what all the FILTERS let through. */
json_object *
synchro_query(json_object *filters)
{
	json_object *body = json_object_new_object(), *groups = json_object_new_array();
	json_object *group = json_object_new_object();

	json_object_object_add(group, "filters", filters);
	json_object_array_add(groups, group);
	json_object_object_add(body, "filterGroups", groups);
	return body;
}

/* The answer to a search; only numbers and dates are asked for. */
json_object *
synchro_search(struct synchro *s, struct req *r, json_object *body)
{
	json_object *names = json_object_new_array();

	json_object_array_add(names, json_object_new_string("lastmodifieddate"));
	json_object_object_add(body, "properties", names);
	return hubspot_post(r, &s->hubspot, HUBSPOT_CONTACTS "/search", body);
}

/* Contacts changed since SINCE whose number is above LAST, by number; LAST < 0: all, the newest
 * first. */
static json_object *
search_body(int64_t since, int64_t last)
{
	json_object *body, *filters = json_object_new_array();
	json_object *sorts = json_object_new_array(), *sort = json_object_new_object();

	json_object_array_add(filters, synchro_filter("lastmodifieddate", "GTE", since));
	if (last >= 0)
		json_object_array_add(filters, synchro_filter("hs_object_id", "GT", last));
	body = synchro_query(filters);
	json_object_object_add(sort, "propertyName",
		json_object_new_string(last >= 0 ? "hs_object_id" : "lastmodifieddate"));
	json_object_object_add(
		sort, "direction", json_object_new_string(last >= 0 ? "ASCENDING" : "DESCENDING"));
	json_object_array_add(sorts, sort);
	json_object_object_add(body, "sorts", sorts);
	json_object_object_add(body, "limit", json_object_new_int(SEARCH_PAGE));
	return body;
}

/* The numbers and versions that RESULTS shows, as rows for JSON_TABLE; NULL: one is no contact. */
static const char *
versions_of(struct req *r, json_object *results)
{
	struct buffer all = { &r->mem };

	for (size_t i = 0; i < json_object_array_length(results); i++) {
		json_object *o = json_object_array_get_idx(results, i);
		const char *version = crm_moment(&r->mem, json_text(o, "updatedAt"));

		if (json_id(o) <= 0 || version == NULL)
			return NULL;
		json_add(&all, JN("i", json_id(o)), JS("v", version));
	}
	return json_list(&all);
}

#define SHOWN "JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$.i', v DATETIME(3) PATH '$.v')) j"

/* Those of the versions that were never read; one who was not there is asked for again after a
 * minute, in case she is put back. */
static size_t
unread(struct req *r, const char *versions, int64_t ids[SEARCH_PAGE])
{
	return synchro_ids(
		db_rows(r,
			SQL("SELECT DISTINCT j.i FROM " SHOWN
			    " LEFT JOIN contact c ON c.hubspot_id = j.i AND c.crm_modifie_le = j.v"
			    " AND c.retire_le IS NULL"
			    " LEFT JOIN sync_lu l ON l.hubspot_id = j.i AND l.version = j.v"
			    " AND (NOT l.absent OR l.lu_le > UTC_TIMESTAMP() - INTERVAL 1 MINUTE)"
			    " WHERE c.id IS NULL AND l.hubspot_id IS NULL ORDER BY j.i LIMIT 200"),
			S(versions)),
		&r->mem, ids);
}

/* The N were read after they were shown. */
static void
note_read(struct synchro *s, struct req *r, const char *versions, const int64_t *ids, size_t n)
{
	db_exec(r,
		SQL("REPLACE INTO sync_lu (hubspot_id, version, lu_le, absent)"
		    " SELECT j.i, j.v, UTC_TIMESTAMP(), g.i IS NOT NULL FROM " SHOWN
		    " JOIN JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$')) k ON k.i = j.i"
		    " LEFT JOIN JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$')) g ON g.i = j.i"),
		S(versions), S(synchro_numbers(r, ids, n)),
		S(synchro_numbers(r, s->gone, s->n_gone)));
}

static size_t
count_each_once(json_object *results)
{
	size_t all = json_object_array_length(results), n = 0;

	for (size_t i = 0; i < all; i++) {
		int64_t id = json_id(json_object_array_get_idx(results, i));
		size_t k = 0;

		while (k < i && json_id(json_object_array_get_idx(results, k)) != id)
			k++;
		n += k == i;
	}
	return n;
}

/* Are these N all that the search counts? */
static bool
is_whole(json_object *answer, size_t n)
{
	json_object *total = json_member(answer, "total");

	return json_object_is_type(total, json_type_int) &&
		json_object_get_int64(total) <= (int64_t) n &&
		json_member(answer, "paging") == NULL;
}

/* Read those of RESULTS whose version is news. */
static bool
read_news(struct synchro *s, struct req *r, json_object *results, struct page *p)
{
	const char *versions = versions_of(r, results);
	int64_t ids[SEARCH_PAGE];

	if (versions == NULL)
		return synchro_odd(s, "something that is not a contact");
	p->news = unread(r, versions, ids);
	for (size_t i = 0; i < p->news; i += SYNCHRO_BATCH) {
		size_t n = p->news - i < SYNCHRO_BATCH ? p->news - i : SYNCHRO_BATCH;

		if (!synchro_refresh(s, r, ids + i, n))
			return false;
		note_read(s, r, versions, ids + i, n);
	}
	return true;
}

/* One page of a search, and who is news in it. */
static bool
look(struct synchro *s, struct turn *t, int64_t last, struct page *p)
{
	struct req r = { 0 };
	json_object *answer, *results;
	bool ok = false;

	req_init(&r);
	answer = synchro_search(s, &r, search_body(t->since, last));
	if (answer != NULL && (results = synchro_results(s, answer)) != NULL) {
		if (t->begun == 0)
			t->begun = s->hubspot.date_ms;
		*p = (struct page) { .n = count_each_once(results),
			.whole = is_whole(answer, count_each_once(results)) };
		if (last >= 0 && p->n > 0 && (p->last = synchro_highest(results, last)) == 0)
			synchro_odd(s, "ids that do not rise");
		else
			ok = read_news(s, &r, results, p);
	}
	arena_reset(&r.mem);
	return ok;
}

/* The newest first, one page: a bonus, for a sort by date is not always kept. */
static bool
probe(struct synchro *s, struct turn *t, struct page *p)
{
	t->probed = clock_ms();
	return look(s, t, -1, p);
}

/* All that changed, by number; what webhooks name, and the newest, between its pages. */
static enum synchro_end
walk(struct synchro *s, struct turn *t)
{
	struct page p = { .n = 1 }, newest;
	enum synchro_end end = SYNCHRO_DONE;

	for (int page = 0; p.n > 0 && end == SYNCHRO_DONE; page++) {
		if (page == PAGES || !look(s, t, p.last, &p))
			return synchro_failed(s);
		if (clock_ms() - t->probed > PROBE_MS && !probe(s, t, &newest))
			return synchro_failed(s);
		end = synchro_serve(s);
	}
	return end;
}

static void
begin(struct turn *t, int64_t *walked)
{
	struct req r = { 0 };
	const char *cursor, *then;

	req_init(&r);
	cursor = synchro_state(&r, "curseur");
	then = synchro_state(&r, "marche_le");
	t->since = cursor != NULL ? strtoll(cursor, NULL, 10) - OVERLAP_MS : 0;
	*walked = then != NULL ? strtoll(then, NULL, 10) : 0;
	arena_reset(&r.mem);
}

/* All that changed before BEGUN was read.  Versions that no search shows any more are forgotten. */
static void
end_walk(int64_t begun)
{
	struct req r = { 0 };

	req_init(&r);
	if (begun > 0)
		synchro_set_state(&r, "curseur", arena_printf(&r.mem, "%" PRId64, begun));
	synchro_set_state(&r, "marche_le", arena_printf(&r.mem, "%" PRId64, clock_ms()));
	db_exec(&r, SQL("DELETE FROM sync_lu WHERE lu_le < UTC_TIMESTAMP() - INTERVAL 1 HOUR"));
	arena_reset(&r.mem);
}

/* What changed since the last whole walk, with an overlap for the index's lag and the clocks. */
enum synchro_end
synchro_changes(struct synchro *s)
{
	struct turn t = { 0 };
	struct page newest;
	int64_t walked, ago;
	bool whole;

	begin(&t, &walked);
	if (!probe(s, &t, &newest))
		return synchro_failed(s);
	whole = newest.whole;
	ago = clock_ms() - walked;
	if (!whole && (newest.news == newest.n || ago > WALK_MS || ago < 0)) {
		enum synchro_end end = walk(s, &t);

		if (end != SYNCHRO_DONE)
			return end;
		whole = true;
	}
	if (whole)
		end_walk(t.begun);
	return SYNCHRO_DONE;
}
