/* synchro.c - the walks over HubSpot's contacts: everything, or what changed
 *
 * A walk goes by rising id, never by date and offset: thousands of contacts may share one
 * millisecond and a search ends at 10,000.  A page is written whole or not at all.  The cursor is
 * HubSpot's own clock at the first answer, less an overlap, written after a whole walk.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/str.h"
#include "domain/acces.h"
#include "domain/crm_json.h"
#include "domain/synchro.h"
#include "net/live.h"

enum {
	OVERLAP_MS = 10 * 60 * 1000,
	CHECKED_S = 300,
	PAGES = 20000, /* a walk that asks more often never ends */
	LIST_PAGE = 100,
	AT_ONCE = 4, /* pages of the list that are written in one transaction */
	SEARCH_PAGE = 200
};

const char *
synchro_state(struct req *r, const char *key)
{
	return db_string(r, SQL("SELECT valeur FROM sync_etat WHERE cle = ?"), S(key));
}

void
synchro_set_state(struct req *r, const char *key, const char *value)
{
	db_exec(r, SQL("REPLACE INTO sync_etat VALUES (?, ?)"), S(key), S(value));
}

/* Keep why the last call failed, and say how the run ends. */
enum synchro_end
synchro_failed(struct synchro *s)
{
	snprintf(s->why, sizeof s->why, "%s", s->hubspot.why);
	return s->hubspot.end == HUBSPOT_STOP ? SYNCHRO_MISCONFIGURED : SYNCHRO_FAILED;
}

static size_t
apply_merges(struct req *r, const struct crm_contact *c, struct acte *acts)
{
	char *rest = arena_strdup(&r->mem, c->merged != NULL ? c->merged : ""), *one;
	size_t n = 0;

	while ((one = strsep(&rest, ";")) != NULL && n < 250)
		if (*one != '\0')
			n += contact_merge(r, c->hubspot_id, strtoll(one, NULL, 10), &acts[n]);
	return n;
}

static void
count(struct synchro *s, enum stored what)
{
	s->created += what == STORE_CREATED;
	s->updated += what == STORE_CHANGED;
}

/* Read the page into CONTACTS.  How many, each once; -1: it held something that is not a contact. */
static long
read_page(struct synchro *s, struct req *r, json_object *results, bool fresh,
	struct crm_contact *into)
{
	size_t n = 0;

	for (size_t i = 0; i < json_object_array_length(results); i++) {
		struct crm_contact *c = &into[n];
		bool again = false;

		if (!crm_contact_read(
			    &r->mem, &s->mapping, json_object_array_get_idx(results, i), c))
			return -1;
		c->fresh = fresh;
		for (size_t k = 0; k < n; k++)
			again = again || into[k].hubspot_id == c->hubspot_id;
		n += !again;
	}
	return (long) n;
}

/* Those whom the acts are about, into the lot. */
static void
lot_add_acts(struct req *r, const struct acte *acts, size_t n)
{
	struct str ids = { &r->mem };

	for (size_t i = 0; i < n; i++)
		str_puts(&ids,
			arena_printf(&r->mem, "%s%" PRId64, i == 0 ? "[" : ",", acts[i].objet_id));
	if (n == 0)
		return;
	str_char(&ids, ']');
	db_exec(r,
		SQL("INSERT IGNORE INTO lot SELECT CONNECTION_ID(), j.id"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"),
		S(str_text(&ids)));
}

/* Write one page of contacts inside the caller's transaction; FRESH: not from the search index.
 * False: it held something that is not a contact; the caller rolls back. */
bool
synchro_apply(struct synchro *s, struct req *r, json_object *results, bool fresh)
{
	size_t most = json_object_array_length(results), n_acts = 0;
	struct acte *acts = arena_alloc(&r->mem, most * 252 * sizeof *acts + 1);
	struct crm_contact *contacts = arena_alloc(&r->mem, (most + 1) * sizeof *contacts);
	long n = read_page(s, r, results, fresh, contacts);
	struct store_page page = { 0 };
	struct known **known;

	if (n < 0)
		return false;
	known = contact_known(r, contacts, (size_t) n);
	lot_clear(r);
	for (long i = 0; i < n; i++) {
		enum stored what =
			contact_store(r, &s->mapping, &contacts[i], known[i], &acts[n_acts], &page);

		n_acts += what == STORE_CREATED || what == STORE_CHANGED;
		count(s, what);
	}
	s->seen += n;
	contact_store_page(r, &page);
	for (long i = 0; i < n; i++)
		n_acts += apply_merges(r, &contacts[i], &acts[n_acts]);
	lot_add_acts(r, acts, n_acts);
	contact_settle_lot(r);
	journal_many(r, acts, n_acts);
	return true;
}

static json_object *
results_of(struct synchro *s, json_object *answer)
{
	json_object *results = json_member(answer, "results");

	if (json_object_is_type(results, json_type_array))
		return results;
	snprintf(s->hubspot.why, sizeof s->hubspot.why, "an answer without results");
	s->hubspot.end = HUBSPOT_LATER;
	return NULL;
}

/* The ids of a page must rise above LAST, else the walk would never end or skip. */
static int64_t
highest(json_object *results, int64_t last)
{
	for (size_t i = 0; i < json_object_array_length(results); i++) {
		int64_t id = json_id(json_object_array_get_idx(results, i));

		if (id <= last)
			return 0;
		last = id;
	}
	return last;
}

static void
note_seen(struct req *r, json_object *results)
{
	struct str ids = { &r->mem };

	for (size_t i = 0; i < json_object_array_length(results); i++)
		str_puts(&ids,
			arena_printf(&r->mem, "%s%" PRId64, i == 0 ? "[" : ",",
				json_id(json_object_array_get_idx(results, i))));
	str_puts(&ids, ids.n == 0 ? "[]" : "]");
	db_exec(r,
		SQL("INSERT IGNORE INTO sync_vu SELECT j.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"),
		S(str_text(&ids)));
}

static const char *
list_path(struct synchro *s, struct req *r, int64_t after)
{
	return arena_printf(&r->mem, HUBSPOT_CONTACTS "?limit=%d&after=%" PRId64 "&properties=%s",
		LIST_PAGE, after, s->properties);
}

/* Add one page of the list to ALL; the next one is on its way then.  False: see s->hubspot; else
 * *LAST is the last id, or 0 at the end. */
static bool
list_page(struct synchro *s, struct req *r, int64_t *last, json_object *all)
{
	json_object *answer = hubspot_get(r, &s->hubspot, list_path(s, r, *last));
	json_object *results = answer != NULL ? results_of(s, answer) : NULL;
	const char *after;
	int64_t next;

	if (results == NULL)
		return false;
	after = json_text(json_member(json_member(answer, "paging"), "next"), "after");
	next = after != NULL ? strtoll(after, NULL, 10) : 0;
	if (json_object_array_length(results) > 0 && highest(results, *last - 1) == 0)
		return synchro_odd(s, "ids that do not rise");
	if (after != NULL && next <= *last)
		return synchro_odd(s, "a cursor that does not advance");
	if (next != 0)
		hubspot_ahead(r, &s->hubspot, list_path(s, r, next));
	for (size_t i = 0; i < json_object_array_length(results); i++)
		json_object_array_add(all, json_object_get(json_object_array_get_idx(results, i)));
	*last = next;
	return true;
}

/* Some pages of the list, one transaction, which never waits for the network: a third of the time
 * of a page is the same for four. */
static bool
list_pages(struct synchro *s, struct req *r, int64_t *last)
{
	json_object *all = json_object_new_array();
	int64_t next = *last;

	arena_own(&r->mem, all, (void (*)(void *))(void *) json_object_put);
	for (int n = 0; n == 0 || (n < AT_ONCE && next != 0); n++)
		if (!list_page(s, r, &next, all))
			return false;
	db_begin(false);
	if (!synchro_apply(s, r, all, true)) {
		db_rollback();
		return synchro_odd(s, "something that is not a contact");
	}
	note_seen(r, all);
	db_commit();
	live_flush(r);
	*last = next;
	return true;
}

static void
forget_seen(void)
{
	struct req r = { 0 };

	req_init(&r);
	db_exec(&r, SQL("DELETE FROM sync_vu"));
	arena_reset(&r.mem);
}

/* Where the next search for changes starts, given HubSpot's clock at the start of this walk. */
static void
set_cursor(int64_t begun_ms)
{
	struct req r = { 0 };

	req_init(&r);
	synchro_set_state(&r, "curseur", arena_printf(&r.mem, "%" PRId64, begun_ms));
	arena_reset(&r.mem);
}

/* Everything: the whole list, then what is known here and was not in it. */
enum synchro_end
synchro_full(struct synchro *s)
{
	int64_t last = 0, begun = s->hubspot.date_ms > 0 ? s->hubspot.date_ms : clock_ms();
	enum synchro_end end;

	forget_seen();
	for (int turn = 0; turn == 0 || last != 0; turn++) {
		struct req r = { 0 };
		bool ok;

		req_init(&r);
		ok = turn < PAGES && list_pages(s, &r, &last);
		arena_reset(&r.mem);
		if (!ok)
			return synchro_failed(s);
	}
	if ((end = synchro_reconcile(s)) != SYNCHRO_DONE)
		return end;
	set_cursor(begun);
	return SYNCHRO_DONE;
}

static json_object *
filter(const char *property, const char *op, const char *value)
{
	json_object *f = json_object_new_object();

	json_object_object_add(f, "propertyName", json_object_new_string(property));
	json_object_object_add(f, "operator", json_object_new_string(op));
	json_object_object_add(f, "value", json_object_new_string(value));
	return f;
}

static json_object *
search_body(struct synchro *s, struct req *r, int64_t since, int64_t last)
{
	json_object *body = json_object_new_object(), *groups = json_object_new_array();
	json_object *group = json_object_new_object(), *filters = json_object_new_array();
	json_object *sorts = json_object_new_array(), *sort = json_object_new_object();

	json_object_array_add(filters,
		filter("lastmodifieddate", "GTE", arena_printf(&r->mem, "%" PRId64, since)));
	json_object_array_add(
		filters, filter("hs_object_id", "GT", arena_printf(&r->mem, "%" PRId64, last)));
	json_object_object_add(group, "filters", filters);
	json_object_array_add(groups, group);
	json_object_object_add(body, "filterGroups", groups);
	json_object_object_add(sort, "propertyName", json_object_new_string("hs_object_id"));
	json_object_object_add(sort, "direction", json_object_new_string("ASCENDING"));
	json_object_array_add(sorts, sort);
	json_object_object_add(body, "sorts", sorts);
	json_object_object_add(body, "properties", synchro_names(s, r));
	json_object_object_add(body, "limit", json_object_new_int(SEARCH_PAGE));
	return body;
}

/* One page of changes, one transaction.  False: see s->hubspot; else *LAST is the last id, or
 * 0 when there are no more. */
static bool
search_page(struct synchro *s, struct req *r, int64_t since, int64_t *last)
{
	json_object *answer = hubspot_post(
		r, &s->hubspot, HUBSPOT_CONTACTS "/search", search_body(s, r, since, *last));
	json_object *results = answer != NULL ? results_of(s, answer) : NULL;

	if (results == NULL)
		return false;
	if (json_object_array_length(results) == 0) {
		*last = 0;
		return true;
	}
	if ((*last = highest(results, *last)) == 0)
		return synchro_odd(s, "ids that do not rise");
	db_begin(false);
	if (!synchro_apply(s, r, results, false)) {
		db_rollback();
		return synchro_odd(s, "something that is not a contact");
	}
	db_commit();
	live_flush(r);
	return true;
}

/* What changed since the last whole walk, with an overlap for the index's lag and the clocks. */
enum synchro_end
synchro_changes(struct synchro *s)
{
	struct req r = { 0 };
	const char *cursor;
	int64_t since, last = 0, begun = 0;

	req_init(&r);
	cursor = synchro_state(&r, "curseur");
	since = cursor != NULL ? strtoll(cursor, NULL, 10) - OVERLAP_MS : 0;
	arena_reset(&r.mem);
	for (int page = 0; page == 0 || last != 0; page++) {
		bool ok;

		r = (struct req) { 0 };
		req_init(&r);
		ok = page < PAGES && search_page(s, &r, since, &last);
		if (page == 0)
			begun = s->hubspot.date_ms;
		arena_reset(&r.mem);
		if (!ok)
			return synchro_failed(s);
	}
	if (begun > 0)
		set_cursor(begun);
	return SYNCHRO_DONE;
}
