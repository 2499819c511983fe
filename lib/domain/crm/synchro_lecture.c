/* synchro_lecture.c - read contacts by number: the fresh truth, which opens and closes
 *
 * batch/read does not go through the search index.  Nobody is closed for being absent from an
 * answer: only when HubSpot shows her among the archived ones, or says twice that there is no such
 * contact, or gives another one for her number (a merge).
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/crm/crm_json.h"
#include "domain/crm/sortie.h"
#include "domain/crm/synchro.h"
#include "domain/vie/crm_efface.h"
#include "domain/vie/cycle.h"
#include "net/live.h"

#define NUMBERS "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"

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

/* The answer of batch/read for at most 100 ids, those that are archived alone when ARCHIVED; NULL:
 * see s->hubspot. */
static json_object *
batch(struct synchro *s, struct req *r, const int64_t *ids, size_t n, bool archived)
{
	json_object *answer = hubspot_post(r, &s->hubspot,
		archived ? HUBSPOT_CONTACTS "/batch/read?archived=true" :
			   HUBSPOT_CONTACTS "/batch/read",
		batch_body(s, r, ids, n));

	return answer != NULL && synchro_results(s, answer) != NULL ? answer : NULL;
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
in_results(json_object *answer, int64_t id)
{
	json_object *results = json_member(answer, "results");

	for (size_t i = 0; i < json_object_array_length(results); i++) {
		if (json_id(json_object_array_get_idx(results, i)) == id)
			return true;
	}
	return false;
}

/* Who was asked for and is not there, and how that is known. */
struct verdict {
	int64_t ids[SYNCHRO_BATCH];
	const char *causes[SYNCHRO_BATCH];
	size_t n;
	json_object *extra; /* survivors read alone */
};

static void
gone(struct verdict *v, int64_t id, const char *cause)
{
	v->ids[v->n] = id;
	v->causes[v->n++] = cause;
}

/* Read alone, a number that leads to another contact was merged into it; 404: there is none. 
 * False: the call failed. */
static bool
read_alone(struct synchro *s, struct req *r, int64_t id, struct verdict *v)
{
	json_object *o = hubspot_get(r, &s->hubspot,
		arena_printf(
			&r->mem, HUBSPOT_CONTACTS "/%" PRId64 "?properties=%s", id, s->properties));

	if (o == NULL && s->hubspot.end != HUBSPOT_ABSENT)
		return false;
	if (o == NULL)
		gone(v, id, "absent");
	else if (json_id(o) != id)
		gone(v, id, "fusion");
	if (o != NULL)
		json_object_array_add(v->extra, json_object_get(o));
	return true;
}

/* Of the N whom ANSWER did not give: the archived ones, those that twice nobody knows, and the
 * others, read alone. */
static bool
judge_absent(struct synchro *s, struct req *r, json_object *answer, const int64_t *ids, size_t n,
	struct verdict *v)
{
	json_object *archived = batch(s, r, ids, n, true);

	if (archived == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		if (in_results(archived, ids[i]))
			gone(v, ids[i], "archive");
		else if (said_absent(r, answer, ids[i]) && said_absent(r, archived, ids[i]))
			gone(v, ids[i], "absent");
		else if (!read_alone(s, r, ids[i], v))
			return false;
	return true;
}

/* Sort the N asked for into those that came and those that are gone for sure. */
static bool
judge(struct synchro *s, struct req *r, json_object *answer, const int64_t *ids, size_t n,
	struct verdict *v)
{
	int64_t absent[SYNCHRO_BATCH];
	size_t n_absent = 0;

	*v = (struct verdict) { .extra = synchro_owned(r, json_object_new_array()) };
	for (size_t i = 0; i < n; i++)
		if (!in_results(answer, ids[i]))
			absent[n_absent++] = ids[i];
	return n_absent == 0 || judge_absent(s, r, answer, absent, n_absent, v);
}

/* Did a webhook say that the contact was erased for privacy?  Its absence is confirmed by now. */
static bool
was_erased(struct req *r, int64_t hubspot_id)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM sync_file WHERE hubspot_id = ? AND efface)"
			   " OR EXISTS (SELECT 1 FROM sync_efface WHERE hubspot_id = ?)"),
		       I(hubspot_id), I(hubspot_id)) != 0;
}

/* What webhooks said before SINCE of those whose numbers are READ is served, but for an erasure:
 * that waits until she is read as gone, with a pause between reads that grows to an hour. */
static void
unqueue(struct req *r, const char *read, const char *since)
{
	db_exec(r,
		SQL("UPDATE " NUMBERS " STRAIGHT_JOIN sync_efface e ON e.hubspot_id = j.id"
		    " SET e.essais = e.essais + 1,"
		    " e.lire_le = UTC_TIMESTAMP(3) + INTERVAL LEAST(3600, 5 * POW(2,"
		    " LEAST(e.essais, 10))) SECOND"),
		S(read));
	db_exec(r,
		SQL("INSERT IGNORE INTO sync_efface (hubspot_id, lire_le)"
		    " SELECT f.hubspot_id, UTC_TIMESTAMP(3) + INTERVAL 2 SECOND"
		    " FROM " NUMBERS
		    " STRAIGHT_JOIN sync_file f ON f.hubspot_id = j.id WHERE f.efface"
		    " AND f.recu_le < ? AND NOT EXISTS (SELECT 1 FROM crm_efface"
		    " WHERE empreinte = CONVERT(SHA2(f.hubspot_id, 256) USING ascii))"),
		S(read), S(since));
	db_exec(r,
		SQL("DELETE f FROM " NUMBERS
		    " STRAIGHT_JOIN sync_file f ON f.hubspot_id = j.id WHERE f.recu_le < ?"),
		S(read), S(since));
}

/* Close, or erase, the contact of that number, who is gone.  True: *A says how. */
static bool
retire_one(struct req *r, int64_t hubspot_id, const char *cause, struct acte *a)
{
	int64_t id = db_int(r, SQL("SELECT id FROM contact WHERE hubspot_id = ?"), I(hubspot_id));
	bool erased = was_erased(r, hubspot_id);

	if (id != 0 && !sortie_may(r, id, erased ? "efface" : cause, ""))
		return false;
	if (erased)
		crm_erased_remember(r, hubspot_id);
	if (id == 0)
		return false;
	if (!erased)
		return contact_retire(r, id, a);
	cycle_forget(r, id);
	*a = (struct acte) { "contact.efface", id, NULL, NULL };
	return true;
}

/* Close those that are gone, in the caller's transaction. */
static void
retire(struct synchro *s, struct req *r, const struct verdict *v)
{
	struct acte acts[SYNCHRO_BATCH];
	size_t n = 0;

	acces_lot_clear(r);
	for (size_t i = 0; i < v->n; i++)
		n += retire_one(r, v->ids[i], v->causes[i], &acts[n]);
	s->removed += (long) n;
	contact_settle_lot(r);
	journal_many(r, acts, n);
}

/* Read the N contacts and write what comes; who is gone is closed, as far as she may be (sortie.h).
 * What a webhook says after the moment of asking may be newer than the answer: it stays queued. */
bool
synchro_refresh(struct synchro *s, struct req *r, const int64_t *ids, size_t n)
{
	const char *since = db_string(r, SQL("SELECT UTC_TIMESTAMP(3)"));
	json_object *answer = batch(s, r, ids, n, false);
	struct verdict v;

	if (answer == NULL || !judge(s, r, answer, ids, n, &v))
		return false;
	db_begin(false);
	if (!synchro_apply(s, r, json_member(answer, "results"), false) ||
		!synchro_apply(s, r, v.extra, false)) {
		db_rollback();
		return synchro_odd(s, "batch/read: something that is not a contact");
	}
	retire(s, r, &v);
	unqueue(r, synchro_numbers(r, ids, n), since);
	db_commit();
	live_flush(r);
	memcpy(s->gone, v.ids, sizeof s->gone);
	s->n_gone = v.n;
	return true;
}
