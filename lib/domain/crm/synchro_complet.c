/* synchro_complet.c - everything: the whole list, then what is known here and was not in it
 *
 * The list goes by rising number.  It is believed when it said itself that it had ended and told as
 * many contacts as the search counts, but for those that changed meanwhile: a list that is cut
 * short looks like one that has ended.  What is always missing is told, and believed in the end. 
 * What webhooks name is served between its pages.
 */

#include <inttypes.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/clock.h"
#include "base/conf.h"
#include "domain/crm/alarme.h"
#include "domain/crm/crm_json.h"
#include "domain/crm/synchro.h"
#include "net/live.h"

enum {
	PAGES = 20000, /* a walk that asks more often never ends */
	LIST_PAGE = 100,
	SURE = 3,    /* lists that say the same are believed */
	AT_ONCE = 4, /* pages of the list that are written in one transaction */
	LAG_MS = 60 * 1000,
	RESUMED_MS = 6 * 3600 * 1000 /* older than that, it is begun again */
};

static void
set_number(struct req *r, const char *key, int64_t value)
{
	synchro_set_state(r, key, arena_printf(&r->mem, "%" PRId64, value));
}

static int64_t
number(struct req *r, const char *key)
{
	const char *value = synchro_state(r, key);

	return value != NULL ? strtoll(value, NULL, 10) : 0;
}

static void
note_seen(struct req *r, json_object *results)
{
	struct buffer ids = { &r->mem };

	for (size_t i = 0; i < json_object_array_length(results); i++)
		json_add_id(&ids, json_id(json_object_array_get_idx(results, i)));
	db_exec(r,
		SQL("INSERT IGNORE INTO sync_vu SELECT j.id FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (id BIGINT PATH '$')) j"),
		S(json_list(&ids)));
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
	json_object *results = answer != NULL ? synchro_results(s, answer) : NULL;
	const char *after;
	int64_t next;

	if (results == NULL)
		return false;
	after = json_text(json_member(json_member(answer, "paging"), "next"), "after");
	next = after != NULL ? strtoll(after, NULL, 10) : 0;
	if (json_object_array_length(results) > 0 && synchro_highest(results, *last - 1) == 0)
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

/* The last number of ALL, or 0. */
static int64_t
last_id(json_object *all)
{
	size_t n = json_object_array_length(all);

	return n > 0 ? json_id(json_object_array_get_idx(all, n - 1)) : 0;
}

/* Some pages of the list, one transaction, which never waits for the network: a third of the time
 * of a page is the same for four.  Where the list goes on is written with them. */
static bool
list_pages(struct synchro *s, struct req *r, int64_t *last)
{
	json_object *all = synchro_owned(r, json_object_new_array());
	int64_t next = *last;

	for (int n = 0; n == 0 || (n < AT_ONCE && next != 0); n++)
		if (!list_page(s, r, &next, all))
			return false;
	db_begin(false);
	if (!synchro_apply(s, r, all, true)) {
		db_rollback();
		return synchro_odd(s, "something that is not a contact");
	}
	note_seen(r, all);
	set_number(r, "complet_apres",
		next != 0                                 ? next :
			json_object_array_length(all) > 0 ? last_id(all) + 1 :
							    *last);
	db_commit();
	live_flush(r);
	*last = next;
	return true;
}

/* Begin at the beginning, or where a first run was left.  *LAST: the first number to ask for. */
static int64_t
begin(struct synchro *s, struct req *r, int64_t *last)
{
	int64_t now = s->hubspot.date_ms > 0 ? s->hubspot.date_ms : clock_ms();
	int64_t begun = number(r, "complet_debut");

	*last = number(r, "complet_apres");
	if (!s->afresh && *last != 0 && begun <= now && now - begun < RESUMED_MS)
		return begun;
	*last = 0;
	db_begin(false);
	db_exec(r, SQL("DELETE FROM sync_vu"));
	set_number(r, "complet_debut", now);
	set_number(r, "complet_apres", 0);
	db_commit();
	return now;
}

/* How many contacts the search counts that were changed SINCE; -1: see s->hubspot. */
static int64_t
count_of(struct synchro *s, struct req *r, int64_t since)
{
	json_object *filters = json_object_new_array(), *body, *answer, *total;

	json_object_array_add(filters, synchro_filter("hs_object_id", "GT", 0));
	if (since > 0)
		json_object_array_add(filters, synchro_filter("lastmodifieddate", "GTE", since));
	body = synchro_query(filters);
	json_object_object_add(body, "limit", json_object_new_int(1));
	if ((answer = synchro_search(s, r, body)) == NULL)
		return -1;
	total = json_member(answer, "total");
	if (json_object_is_type(total, json_type_int))
		return json_object_get_int64(total);
	synchro_odd(s, "a search without a total");
	return -1;
}

static int64_t
seen(struct req *r)
{
	return db_int(r, SQL("SELECT COUNT(*) FROM sync_vu"));
}

/* Less is listed than the search counts, by LESS of ALL, while CHANGED changed.  Some records are
 * counted and never listed: when SURE whole lists in a row say the same, they are believed, unless
 * much is missing. */
static bool
is_believed(struct req *r, int64_t less, int64_t all, int64_t changed)
{
	int64_t known = number(r, "ecart"), times = number(r, "ecart_fois");
	bool same = times > 0 && llabs(less - known) <= changed;
	bool believed;

	times = same || (times >= SURE && less < known) ? times + 1 : 1;
	believed = times >= SURE && less * 100 <= all * conf.hubspot_brake_percent + 99;
	db_begin(false);
	set_number(r, "ecart", times == 1 || believed ? less : known);
	set_number(r, "ecart_fois", times);
	if (believed && times == SURE)
		alarme_ecart(r, (long) less);
	db_commit();
	return believed;
}

static bool
is_even(struct req *r)
{
	db_exec(r, SQL("DELETE FROM sync_etat WHERE cle IN ('ecart', 'ecart_fois')"));
	return true;
}

/* Did the list tell everybody?  If not, the next run asks for what comes after its end, or, when
 * nothing came after the BEFORE that were known, for all again. */
static bool
is_whole(struct synchro *s, struct req *r, int64_t begun, int64_t before)
{
	int64_t listed = seen(r), all = count_of(s, r, 0), changed;

	if (all < 0)
		return false;
	if (listed >= all)
		return is_even(r);
	if ((changed = count_of(s, r, begun - LAG_MS)) < 0)
		return false;
	if (listed + changed >= all)
		return true;
	if (listed == before)
		set_number(r, "complet_apres", 0);
	else if (is_believed(r, all - listed, all, changed))
		return true;
	s->hubspot.end = HUBSPOT_LATER;
	snprintf(s->hubspot.why, sizeof s->hubspot.why,
		"the list ended after %" PRId64 " of %" PRId64 " contacts: not believed", listed,
		all);
	return false;
}

/* The list to its end, from LAST on. */
static enum synchro_end
walk(struct synchro *s, int64_t last)
{
	enum synchro_end end = SYNCHRO_DONE;

	for (int turn = 0; (turn == 0 || last != 0) && end == SYNCHRO_DONE; turn++) {
		struct req r = { 0 };
		bool ok;

		req_init(&r);
		ok = turn < PAGES && list_pages(s, &r, &last);
		arena_reset(&r.mem);
		end = ok ? synchro_serve(s) : synchro_failed(s);
	}
	return end;
}

/* After a whole list: ask by number for those known here that were not in it. */
static enum synchro_end
reconcile(struct synchro *s)
{
	return synchro_again(s,
		SQL("SELECT c.hubspot_id FROM contact c LEFT JOIN sync_vu v ON v.hubspot_id ="
		    " c.hubspot_id"
		    " WHERE v.hubspot_id IS NULL AND c.retire_le IS NULL AND c.hubspot_id > ?"
		    " ORDER BY c.hubspot_id LIMIT 100"),
		true);
}

/* It is whole: changes are followed from its beginning on. */
static void
end_full(struct req *r, int64_t begun)
{
	db_begin(false);
	set_number(r, "curseur", begun);
	db_exec(r, SQL("DELETE FROM sync_etat WHERE cle IN ('complet_apres', 'complet_debut')"));
	db_commit();
}

static enum synchro_end
walk_whole(struct synchro *s)
{
	struct req r = { 0 };
	int64_t last, begun, before;
	enum synchro_end end;

	req_init(&r);
	begun = begin(s, &r, &last);
	before = seen(&r);
	end = walk(s, last);
	if (end == SYNCHRO_DONE && !is_whole(s, &r, begun, before))
		end = synchro_failed(s);
	if (end == SYNCHRO_DONE && (end = reconcile(s)) == SYNCHRO_DONE)
		end_full(&r, begun);
	arena_reset(&r.mem);
	return end;
}

/* Everything.  Who would leave is judged once all is known. */
enum synchro_end
synchro_full(struct synchro *s)
{
	enum synchro_end end = walk_whole(s);

	return end == SYNCHRO_DONE ? synchro_release(s, "") : end;
}
