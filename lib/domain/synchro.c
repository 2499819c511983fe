/* synchro.c - the walks over HubSpot's contacts: everything, or what changed
 *
 * A walk goes by rising id, never by date and offset: thousands of contacts may share one
 * millisecond and a search ends at 10,000.  One page is one transaction.  The cursor is
 * HubSpot's own clock at the first answer, less an overlap, written after a whole walk.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/acces.h"
#include "domain/crm_json.h"
#include "domain/synchro.h"

enum {
	OVERLAP_MS = 10 * 60 * 1000,
	CHECKED_S = 300,
	PAGES = 20000,
	LIST_PAGE = 100,
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

/* An answer that cannot be trusted: the same is asked again later. */
static bool
odd(struct synchro *s, const char *what)
{
	snprintf(s->hubspot.why, sizeof s->hubspot.why, "%s: not applied", what);
	s->hubspot.end = HUBSPOT_LATER;
	return false;
}

static enum synchro_end
misconfigured(struct synchro *s, const char *why)
{
	snprintf(s->why, sizeof s->why, "%s", why);
	return SYNCHRO_MISCONFIGURED;
}

/* A token of another account must never run a reconciliation. */
static enum synchro_end
check_portal(struct synchro *s, struct req *r)
{
	json_object *account = hubspot_get(r, &s->hubspot, HUBSPOT_ACCOUNT);
	const char *known = synchro_state(r, "portail"), *now;
	int64_t portal;

	if (account == NULL)
		return s->hubspot.end == HUBSPOT_ABSENT ? SYNCHRO_DONE : synchro_failed(s);
	if ((portal = json_object_get_int64(json_member(account, "portalId"))) <= 0) {
		odd(s, "an account without a number");
		return synchro_failed(s);
	}
	now = arena_printf(&r->mem, "%" PRId64, portal);
	if (known != NULL && strcmp(known, now) != 0)
		return misconfigured(s,
			arena_printf(&r->mem,
				"the token is of HubSpot account %s, this platform follows %s", now,
				known));
	if (known == NULL)
		synchro_set_state(r, "portail", now);
	return SYNCHRO_DONE;
}

static const char *
property_names(struct synchro *s, struct req *r)
{
	const char *names = "hs_merged_object_ids";

	for (unsigned i = 0; i < s->mapping.n; i++)
		names = arena_printf(&r->mem, "%s,%s", names, s->mapping.fields[i].propriete);
	return names;
}

/* What the last check of the account and its definitions was made with: token, mapping. */
static const char *
checked_with(struct synchro *s, struct req *r)
{
	const char *token = conf_file_text(conf.hubspot_token_file);
	const char *all = arena_printf(
		&r->mem, "%s %s %s", conf.hubspot_url, token != NULL ? token : "", s->properties);

	if (token != NULL)
		arena_own(&r->mem, (void *) token, free);
	return sha256_hex(&r->mem, all, strlen(all));
}

/* Were account and definitions checked some minutes ago, with the same token and mapping? */
static bool
is_checked(struct synchro *s, struct req *r)
{
	const char *then = synchro_state(r, "verifie_le"), *with = synchro_state(r, "verifie_avec");

	return then != NULL && with != NULL && clock_now() - strtoll(then, NULL, 10) < CHECKED_S &&
		clock_now() >= strtoll(then, NULL, 10) && strcmp(with, checked_with(s, r)) == 0;
}

/* Account and definitions, and what they say of the mapping. */
static enum synchro_end
check(struct synchro *s, struct req *r)
{
	enum synchro_end end;
	json_object *found;
	const char *why;

	if ((end = check_portal(s, r)) != SYNCHRO_DONE)
		return end;
	if ((found = hubspot_get(r, &s->hubspot, HUBSPOT_PROPERTIES)) == NULL)
		return synchro_failed(s);
	found = json_member(found, "results");
	if (!json_object_is_type(found, json_type_array) || json_object_array_length(found) == 0) {
		odd(s, "no definition of any property");
		return synchro_failed(s);
	}
	db_begin(false);
	why = mapping_define(r, &s->mapping, found);
	if (why != NULL) {
		db_rollback();
		return misconfigured(s, why);
	}
	db_commit();
	synchro_set_state(r, "verifie_avec", checked_with(s, r));
	synchro_set_state(r, "verifie_le", arena_printf(&r->mem, "%lld", (long long) clock_now()));
	return SYNCHRO_DONE;
}

static enum synchro_end
prepare(struct synchro *s, struct req *r, bool full)
{
	const char *why;

	if (!hubspot_open(&s->hubspot))
		return misconfigured(s, "hubspot.url and hubspot.token_file are needed");
	if ((why = mapping_read(r, conf.hubspot_mapping, &s->mapping)) != NULL)
		return misconfigured(s, why);
	s->properties = property_names(s, r);
	return !full && is_checked(s, r) ? SYNCHRO_DONE : check(s, r);
}

/* Read the mapping and, before a full run or when that was not done for some minutes, check it
 * against HubSpot's definitions.  Keeps its texts in s->mapping_mem. */
enum synchro_end
synchro_prepare(struct synchro *s, bool full)
{
	struct req r = { 0 };
	enum synchro_end end;

	req_init(&r);
	end = prepare(s, &r, full);
	s->mapping_mem = r.mem;
	return end;
}

static size_t
apply_merges(struct req *r, const struct crm_contact *c, struct acte *acts)
{
	char *rest = arena_strdup(&r->mem, c->merged != NULL ? c->merged : ""), *one;
	size_t n = 0;

	while ((one = strsep(&rest, ";")) != NULL && n < 250)
		n += contact_merge(r, c->hubspot_id, strtoll(one, NULL, 10), &acts[n]);
	return n;
}

static void
count(struct synchro *s, enum stored what)
{
	s->created += what == STORE_CREATED;
	s->updated += what == STORE_CHANGED;
}

/* Write one page of contacts inside the caller's transaction; FRESH: not from the search index.
 * False: it held something that is not a contact; the caller rolls back. */
bool
synchro_apply(struct synchro *s, struct req *r, json_object *results, bool fresh)
{
	size_t n = json_object_array_length(results), n_acts = 0;
	struct acte *acts = arena_alloc(&r->mem, n * 252 * sizeof *acts + 1);

	lot_clear(r);
	for (size_t i = 0; i < n; i++) {
		struct crm_contact c;
		enum stored what;

		if (!crm_contact_read(
			    &r->mem, &s->mapping, json_object_array_get_idx(results, i), &c))
			return false;
		c.fresh = fresh;
		what = contact_store(r, &s->mapping, &c, &acts[n_acts]);
		n_acts += what == STORE_CREATED || what == STORE_CHANGED;
		count(s, what);
		n_acts += apply_merges(r, &c, &acts[n_acts]);
	}
	s->seen += (long) n;
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
	for (size_t i = 0; i < json_object_array_length(results); i++)
		db_exec(r, SQL("INSERT IGNORE INTO sync_vu VALUES (?)"),
			I(json_id(json_object_array_get_idx(results, i))));
}

/* One page of the list, one transaction.  False: see s->hubspot; else *LAST is the last id,
 * or 0 at the end. */
static bool
list_page(struct synchro *s, struct req *r, int64_t *last)
{
	json_object *answer = hubspot_get(r, &s->hubspot,
		arena_printf(&r->mem, HUBSPOT_CONTACTS "?limit=%d&after=%" PRId64 "&properties=%s",
			LIST_PAGE, *last, s->properties));
	json_object *results = answer != NULL ? results_of(s, answer) : NULL;
	const char *after;
	int64_t next;

	if (results == NULL)
		return false;
	after = json_text(json_member(json_member(answer, "paging"), "next"), "after");
	next = after != NULL ? strtoll(after, NULL, 10) : 0;
	if (json_object_array_length(results) > 0 && highest(results, *last - 1) == 0)
		return odd(s, "ids that do not rise");
	if (after != NULL && next <= *last)
		return odd(s, "a cursor that does not advance");
	db_begin(false);
	if (!synchro_apply(s, r, results, true)) {
		db_rollback();
		return odd(s, "something that is not a contact");
	}
	note_seen(r, results);
	db_commit();
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
	for (int page = 0; page == 0 || last != 0; page++) {
		struct req r = { 0 };
		bool ok;

		req_init(&r);
		ok = page < PAGES && list_page(s, &r, &last);
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
		return odd(s, "ids that do not rise");
	db_begin(false);
	if (!synchro_apply(s, r, results, false)) {
		db_rollback();
		return odd(s, "something that is not a contact");
	}
	db_commit();
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
