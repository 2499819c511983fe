/* synchro.c - what a page of contacts that was read from HubSpot changes here
 *
 * The search index only says whom to read: it shows for minutes people who were archived, merged or
 * erased.  What opens, closes or creates comes from a read of that contact.  A page is written
 * whole or not at all.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/crm/crm_json.h"
#include "domain/crm/sortie.h"
#include "domain/crm/synchro.h"
#include "domain/vie/crm_efface.h"

enum { MERGED = 250 };

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
	s->quiet = false;
	snprintf(s->why, sizeof s->why, "%s", s->hubspot.why);
	return s->hubspot.end == HUBSPOT_STOP ? SYNCHRO_MISCONFIGURED : SYNCHRO_FAILED;
}

/* The numbers that C absorbed; at most MERGED, the most of one record in HubSpot. */
static size_t
merged_ids(struct req *r, const struct crm_contact *c, int64_t ids[MERGED])
{
	char *rest = arena_strdup(&r->mem, c->merged != NULL ? c->merged : ""), *one;
	size_t n = 0;

	while ((one = strsep(&rest, ";")) != NULL && n < MERGED)
		if (*one != '\0')
			ids[n++] = strtoll(one, NULL, 10);
	return n;
}

/* Whoever may enter and is known under OLD, which the CRM merged into SURVIVOR, known too. */
static int64_t
merged_away(struct req *r, int64_t survivor, int64_t old)
{
	return db_int(r,
		SQL("SELECT f.id FROM contact f JOIN contact t ON t.hubspot_id = ? AND t.id <> f.id"
		    " WHERE f.hubspot_id = ? AND f.fusionne_dans IS NULL AND f.acces > 0"),
		I(survivor), I(old));
}

static size_t
apply_merges(struct req *r, const struct crm_contact *c, struct acte *acts)
{
	int64_t ids[MERGED];
	size_t n = 0, all = merged_ids(r, c, ids);

	for (size_t i = 0; i < all; i++) {
		int64_t leaves = merged_away(r, c->hubspot_id, ids[i]);

		if (leaves == 0 || sortie_may(r, leaves, "fusion", ""))
			n += contact_merge(r, c->hubspot_id, ids[i], &acts[n]);
	}
	return n;
}

/* A record that is new here, made by merging one who was erased and nobody whom we know, is the
 * erased one under another number. */
static bool
is_erased_again(struct req *r, const struct crm_contact *c)
{
	int64_t ids[MERGED];
	size_t n = merged_ids(r, c, ids);
	bool erased[MERGED];

	if (crm_erased_among(r, ids, n, erased) == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!erased[i] &&
			db_int(r, SQL("SELECT 1 FROM contact WHERE hubspot_id = ?"), I(ids[i])) !=
				0)
			return false;
	crm_erased_remember(r, c->hubspot_id);
	return true;
}

/* What the CRM says of somebody who is not known here. */
static const char *
stranger_says(
	struct req *r, const struct mapping *m, const struct crm_contact *c, enum column column)
{
	static const struct known nobody = { .columns = { [STATUT] = "", [TYPE_CONTACT] = "" } };

	return contact_says(r, m, c, &nobody, column);
}

/* Leave out of the N those who were erased here; how many stay. */
static size_t
without_erased(struct req *r, const struct mapping *m, struct crm_contact *contacts,
	struct known **known, size_t n)
{
	int64_t *ids = arena_alloc(&r->mem, (n + 1) * sizeof *ids);
	bool *erased = arena_alloc(&r->mem, n + 1);
	size_t strangers = 0, kept = 0, k = 0;

	for (size_t i = 0; i < n; i++)
		if (known[i] == NULL)
			ids[strangers++] = contacts[i].hubspot_id;
	crm_erased_among(r, ids, strangers, erased);
	for (size_t i = 0; i < n; i++) {
		struct crm_contact *c = &contacts[i];

		if (known[i] == NULL && erased[k] &&
			crm_erased_comes_back(r, c->hubspot_id, stranger_says(r, m, c, STATUT),
				stranger_says(r, m, c, TYPE_CONTACT)))
			erased[k] = false;
		if (known[i] == NULL && (erased[k++] || is_erased_again(r, c)))
			continue;
		known[kept] = known[i];
		contacts[kept++] = contacts[i];
	}
	return kept;
}

/* Leave out of the N, which a list told, those who would come back, and those of whom something
 * newer was read since the list was asked for: a read by number says how it is. */
static size_t
without_doubtful(struct req *r, struct crm_contact *contacts, struct known **known, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (known[i] != NULL &&
			(known[i]->retired ||
				strcmp(known[i]->modifie_le, contacts[i].modifie_le) > 0)) {
			db_exec(r,
				SQL("INSERT IGNORE INTO sync_file (hubspot_id, recu_le)"
				    " VALUES (?, UTC_TIMESTAMP(3))"),
				I(contacts[i].hubspot_id));
			continue;
		}
		known[kept] = known[i];
		contacts[kept++] = contacts[i];
	}
	return kept;
}

static void
count(struct synchro *s, enum stored what)
{
	s->created += what == STORE_CREATED;
	s->updated += what == STORE_CHANGED;
}

/* Read the page into CONTACTS.  How many, each once; -1: it held something that is not a
 * contact. */
static long
read_page(struct synchro *s, struct req *r, json_object *results, struct crm_contact *into)
{
	size_t n = 0;

	for (size_t i = 0; i < json_object_array_length(results); i++) {
		struct crm_contact *c = &into[n];
		bool again = false;

		if (!crm_contact_read(
			    &r->mem, &s->mapping, json_object_array_get_idx(results, i), c))
			return -1;
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
	struct buffer ids = { &r->mem };

	for (size_t i = 0; i < n; i++)
		json_add_id(&ids, acts[i].objet_id);
	if (n == 0)
		return;
	db_exec(r,
		SQL("INSERT IGNORE INTO lot SELECT CONNECTION_ID(), j.id"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"),
		S(json_list(&ids)));
}

/* Write the N contacts, of which KNOWN is known. */
static void
store_all(struct synchro *s, struct req *r, struct crm_contact *contacts, struct known **known,
	size_t n)
{
	struct acte *acts = arena_alloc(&r->mem, (n + 1) * (MERGED + 2) * sizeof *acts);
	struct store_page page = { 0 };
	size_t n_acts = 0;

	acces_lot_clear(r);
	sortie_hold(r, &s->mapping, contacts, known, n);
	for (size_t i = 0; i < n; i++) {
		enum stored what =
			contact_store(r, &s->mapping, &contacts[i], known[i], &acts[n_acts], &page);

		n_acts += what == STORE_CREATED || what == STORE_CHANGED;
		count(s, what);
	}
	s->seen += (long) n;
	s->cut += page.cut;
	contact_store_page(r, &page);
	for (size_t i = 0; i < n; i++)
		n_acts += apply_merges(r, &contacts[i], &acts[n_acts]);
	lot_add_acts(r, acts, n_acts);
	contact_settle_lot(r);
	journal_many(r, acts, n_acts);
}

/* Write one page of contacts inside the caller's transaction; LISTED: it is of the list of all, not
 * read by number.  False: it held something that is not a contact; the caller rolls back. */
bool
synchro_apply(struct synchro *s, struct req *r, json_object *results, bool listed)
{
	size_t most = json_object_array_length(results), n;
	struct crm_contact *contacts = arena_alloc(&r->mem, (most + 1) * sizeof *contacts);
	long read = read_page(s, r, results, contacts);
	struct known **known;

	if (read < 0)
		return false;
	known = contact_known(r, contacts, (size_t) read);
	n = without_erased(r, &s->mapping, contacts, known, (size_t) read);
	if (listed)
		n = without_doubtful(r, contacts, known, n);
	store_all(s, r, contacts, known, n);
	return true;
}

json_object *
synchro_results(struct synchro *s, json_object *answer)
{
	json_object *results = json_member(answer, "results");

	if (json_object_is_type(results, json_type_array))
		return results;
	snprintf(s->hubspot.why, sizeof s->hubspot.why, "an answer without results");
	s->hubspot.end = HUBSPOT_LATER;
	return NULL;
}

/* The N as an array for JSON_TABLE. */
const char *
synchro_numbers(struct req *r, const int64_t *ids, size_t n)
{
	struct buffer all = { &r->mem };

	for (size_t i = 0; i < n; i++)
		json_add_id(&all, ids[i]);
	return json_list(&all);
}

/* O, released with R. */
json_object *
synchro_owned(struct req *r, json_object *o)
{
	return arena_own(&r->mem, o, (void (*)(void *))(void *) json_object_put);
}

/* The ids of a page must rise above LAST, else the walk would never end or skip. */
int64_t
synchro_highest(json_object *results, int64_t last)
{
	for (size_t i = 0; i < json_object_array_length(results); i++) {
		int64_t id = json_id(json_object_array_get_idx(results, i));

		if (id <= last)
			return 0;
		last = id;
	}
	return last;
}
