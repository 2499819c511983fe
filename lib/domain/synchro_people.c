/* synchro_people.c - ask HubSpot for contacts by id: those with access, those a webhook named,
 * those that a full walk did not meet
 *
 * batch/read does not go through the search index, so it is the fresh truth.  Nobody is closed
 * for being absent from a list: only for an explicit "not found", or a merge.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/acces.h"
#include "domain/crm_json.h"
#include "domain/cycle.h"
#include "domain/synchro.h"
#include "net/live.h"

enum { BATCH = 100, BRAKE_PERCENT = 5, BRAKE_LEAST = 20 };

/* The properties to ask for, as a JSON array that the caller owns. */
json_object *
synchro_names(struct synchro *s, struct req *r)
{
	json_object *names = json_object_new_array();
	char *rest = arena_strdup(&r->mem, s->properties), *one;

	while ((one = strsep(&rest, ",")) != NULL)
		json_object_array_add(names, json_object_new_string(one));
	return names;
}

static json_object *
batch_body(struct synchro *s, struct req *r, const int64_t *ids, size_t n)
{
	json_object *body = json_object_new_object(), *inputs = json_object_new_array();

	for (size_t i = 0; i < n; i++) {
		json_object *input = json_object_new_object();

		json_object_object_add(input, "id",
			json_object_new_string(arena_printf(&r->mem, "%" PRId64, ids[i])));
		json_object_array_add(inputs, input);
	}
	json_object_object_add(body, "inputs", inputs);
	json_object_object_add(body, "properties", synchro_names(s, r));
	return body;
}

/* The answer of batch/read for at most 100 ids; NULL: see s->hubspot. */
json_object *
synchro_batch(struct synchro *s, struct req *r, const int64_t *ids, size_t n)
{
	json_object *answer = hubspot_post(
		r, &s->hubspot, HUBSPOT_CONTACTS "/batch/read", batch_body(s, r, ids, n));

	if (answer != NULL &&
		!json_object_is_type(json_member(answer, "results"), json_type_array)) {
		snprintf(s->hubspot.why, sizeof s->hubspot.why, "batch/read without results");
		s->hubspot.end = HUBSPOT_LATER;
		return NULL;
	}
	return answer;
}

/* Does the answer say in so many words that this id does not exist? */
static bool
said_absent(struct req *r, json_object *answer, int64_t id)
{
	json_object *errors = json_member(answer, "errors");
	const char *text = arena_printf(&r->mem, "%" PRId64, id);
	size_t n =
		json_object_is_type(errors, json_type_array) ? json_object_array_length(errors) : 0;

	for (size_t i = 0; i < n; i++) {
		json_object *e = json_object_array_get_idx(errors, i);
		json_object *ids = json_member(json_member(e, "context"), "ids");
		const char *category = json_text(e, "category");

		if (category == NULL || strcmp(category, "OBJECT_NOT_FOUND") != 0 ||
			!json_object_is_type(ids, json_type_array))
			continue;
		for (size_t j = 0; j < json_object_array_length(ids); j++) {
			const char *one = json_object_get_string(json_object_array_get_idx(ids, j));

			if (one != NULL && strcmp(one, text) == 0)
				return true;
		}
	}
	return false;
}

static bool
in_results(json_object *results, int64_t id)
{
	for (size_t i = 0; i < json_object_array_length(results); i++) {
		if (json_id(json_object_array_get_idx(results, i)) == id)
			return true;
	}
	return false;
}

/* An id in neither results nor errors may have been merged away: read alone, it gives the
 * survivor (200 with another id) or 404.  1 gone, 0 not, -1 the call failed. */
static int
read_alone(struct synchro *s, struct req *r, int64_t id, json_object *extra)
{
	json_object *o = hubspot_get(r, &s->hubspot,
		arena_printf(
			&r->mem, HUBSPOT_CONTACTS "/%" PRId64 "?properties=%s", id, s->properties));

	if (o == NULL)
		return s->hubspot.end == HUBSPOT_ABSENT ? 1 : -1;
	json_object_array_add(extra, json_object_get(o));
	return json_id(o) != id;
}

struct verdict {
	int64_t absent[BATCH]; /* or merged into another, who may be no concern of ours */
	size_t n;
	json_object *extra; /* survivors read alone */
};

/* Sort the ids asked into those that came and those that are gone for sure. */
static bool
judge(struct synchro *s, struct req *r, json_object *answer, const int64_t *ids, size_t n,
	struct verdict *v)
{
	json_object *results = json_member(answer, "results");

	v->n = 0;
	v->extra = json_object_new_array();
	arena_own(&r->mem, v->extra, (void (*)(void *))(void *) json_object_put);
	for (size_t i = 0; i < n; i++) {
		int gone = in_results(results, ids[i]) ? 0 :
			said_absent(r, answer, ids[i]) ? 1 :
							 read_alone(s, r, ids[i], v->extra);

		if (gone < 0)
			return false;
		if (gone > 0)
			v->absent[v->n++] = ids[i];
	}
	return true;
}

/* Did a webhook say that the contact was erased for privacy?  Its absence is confirmed by now. */
static bool
was_erased(struct req *r, int64_t hubspot_id)
{
	return db_int(r, SQL("SELECT efface FROM sync_file WHERE hubspot_id = ?"), I(hubspot_id)) !=
		0;
}

/* Close those that are gone, in the caller's transaction. */
static void
retire(struct synchro *s, struct req *r, const struct verdict *v)
{
	struct acte acts[BATCH];
	size_t n = 0;

	lot_clear(r);
	for (size_t i = 0; i < v->n; i++) {
		int64_t id = db_int(
			r, SQL("SELECT id FROM contact WHERE hubspot_id = ?"), I(v->absent[i]));

		if (id != 0 && was_erased(r, v->absent[i])) {
			cycle_forget(r, id);
			acts[n++] = (struct acte) { "contact.efface", id, NULL, NULL };
		} else if (id != 0) {
			n += contact_retire(r, id, &acts[n]);
		}
	}
	s->removed += (long) n;
	contact_settle_lot(r);
	journal_many(r, acts, n);
}

/* Ask for IDS and write what comes; what is gone is closed when RETIRING. */
static bool
refresh(struct synchro *s, struct req *r, const int64_t *ids, size_t n, bool retiring)
{
	/* What a webhook says after this moment may be newer than the answer: it stays queued. */
	const char *since = db_string(r, SQL("SELECT UTC_TIMESTAMP(3)"));
	json_object *answer = synchro_batch(s, r, ids, n);
	struct verdict v;

	if (answer == NULL || !judge(s, r, answer, ids, n, &v))
		return false;
	db_begin(false);
	if (!synchro_apply(s, r, json_member(answer, "results"), true) ||
		!synchro_apply(s, r, v.extra, true)) {
		db_rollback();
		snprintf(s->hubspot.why, sizeof s->hubspot.why,
			"batch/read: something that is not a contact");
		s->hubspot.end = HUBSPOT_LATER;
		return false;
	}
	if (retiring)
		retire(s, r, &v);
	for (size_t i = 0; i < n; i++)
		db_exec(r, SQL("DELETE FROM sync_file WHERE hubspot_id = ? AND recu_le < ?"),
			I(ids[i]), S(since));
	db_commit();
	live_flush(r);
	return true;
}

static size_t
take_ids(struct rows *rows, struct arena *mem, int64_t *ids)
{
	size_t n = 0;

	while (db_next(rows, mem))
		ids[n++] = db_num(rows, 0);
	return n;
}

/* How many people may be closed at once without an operator's word. */
static long
brake(struct req *r)
{
	long people = (long) db_int(r, SQL("SELECT COUNT(*) FROM contact WHERE acces > 0"));
	long share = people * BRAKE_PERCENT / 100;

	return share > BRAKE_LEAST ? share : BRAKE_LEAST;
}

/* Read again everyone who may enter, so that what the CRM closed is closed within a minute,
 * whatever its search index says. */
enum synchro_end
synchro_people(struct synchro *s)
{
	int64_t ids[BATCH], last = 0;
	size_t n;

	do {
		struct req r = { 0 };
		bool ok = true;

		req_init(&r);
		n = take_ids(
			db_rows(&r,
				SQL("SELECT hubspot_id FROM contact WHERE acces > 0 AND hubspot_id > ?"
				    " ORDER BY hubspot_id LIMIT 100"),
				I(last)),
			&r.mem, ids);
		if (n > 0) {
			last = ids[n - 1];
			ok = refresh(s, &r, ids, n, s->removed < brake(&r) || s->force);
		}
		arena_reset(&r.mem);
		if (!ok)
			return synchro_failed(s);
	} while (n == BATCH);
	return SYNCHRO_DONE;
}

/* Contacts that a webhook named. */
enum synchro_end
synchro_queue(struct synchro *s)
{
	int64_t ids[BATCH];
	size_t n;

	do {
		struct req r = { 0 };
		bool ok = true;

		req_init(&r);
		n = take_ids(
			db_rows(&r,
				SQL("SELECT hubspot_id FROM sync_file ORDER BY recu_le LIMIT 100")),
			&r.mem, ids);
		if (n > 0)
			ok = refresh(s, &r, ids, n, true);
		arena_reset(&r.mem);
		if (!ok)
			return synchro_failed(s);
	} while (n == BATCH);
	return SYNCHRO_DONE;
}

static enum synchro_end
braked(struct synchro *s, long missing, long most)
{
	snprintf(s->why, sizeof s->why,
		"%ld contacts would be closed and %ld is the most: nothing was closed"
		" (essaim-sync --full --force-removals if this is right)",
		missing, most);
	return SYNCHRO_FAILED;
}

/* After a whole list: ask by id for those known here that were not in it. */
enum synchro_end
synchro_reconcile(struct synchro *s)
{
	int64_t ids[BATCH], last = 0;
	struct req r = { 0 };
	long missing, most;
	size_t n;

	req_init(&r);
	missing = (long) db_int(&r,
		SQL("SELECT COUNT(*) FROM contact c LEFT JOIN sync_vu v ON v.hubspot_id = c.hubspot_id"
		    " WHERE v.hubspot_id IS NULL AND c.retire_le IS NULL AND c.hubspot_id IS NOT NULL"));
	most = brake(&r);
	arena_reset(&r.mem);
	if (missing > most && !s->force)
		return braked(s, missing, most);
	do {
		bool ok = true;

		r = (struct req) { 0 };
		req_init(&r);
		n = take_ids(
			db_rows(&r,
				SQL("SELECT c.hubspot_id FROM contact c LEFT JOIN sync_vu v"
				    " ON v.hubspot_id = c.hubspot_id WHERE v.hubspot_id IS NULL AND c.retire_le IS NULL"
				    " AND c.hubspot_id > ? ORDER BY c.hubspot_id LIMIT 100"),
				I(last)),
			&r.mem, ids);
		if (n > 0) {
			last = ids[n - 1];
			ok = refresh(s, &r, ids, n, true);
		}
		arena_reset(&r.mem);
		if (!ok)
			return synchro_failed(s);
	} while (n == BATCH);
	return SYNCHRO_DONE;
}
