/* synchro.h - bring the platform up to what the CRM says; never the other way */
#ifndef SYNCHRO_H
#define SYNCHRO_H

#include "domain/crm/contact_store.h"
#include "net/hubspot.h"

enum { SYNCHRO_BATCH = 100 }; /* contacts that one call reads by number */

struct synchro {
	struct hubspot hubspot;
	struct mapping mapping;
	struct req asked; /* owns the texts of the mapping */
	long seen, created, updated, removed;
	long cut;                    /* values that were too long to be kept whole */
	const char *properties;      /* names, comma-separated */
	bool force;                  /* an operator takes the blame for many removals */
	bool braked;                 /* too many would leave: an administrator was asked */
	bool quiet;                  /* WHY was said within the hour */
	bool waiting;                /* departures wait for an administrator */
	bool afresh;                 /* a full run begins at the beginning */
	int64_t gone[SYNCHRO_BATCH]; /* whom the last synchro_refresh() did not find */
	size_t n_gone;
	char why[400]; /* when a step failed */
};

enum synchro_end { SYNCHRO_DONE, SYNCHRO_FAILED, SYNCHRO_MISCONFIGURED };

bool synchro_allowed(struct synchro *, struct req *);
void synchro_note_rest(struct synchro *, struct req *);
enum synchro_end synchro_prepare(struct synchro *, bool full);
enum synchro_end synchro_full(struct synchro *);
enum synchro_end synchro_changes(struct synchro *);
enum synchro_end synchro_people(struct synchro *);
enum synchro_end synchro_gone(struct synchro *);
enum synchro_end synchro_serve(struct synchro *);
enum synchro_end synchro_release(struct synchro *, const char *since);
void synchro_tell_waiting(struct synchro *, struct req *);

/* Shared by the files of the sync. */
enum synchro_end synchro_failed(struct synchro *);
bool synchro_odd(struct synchro *, const char *what);
bool synchro_apply(struct synchro *, struct req *, json_object *results, bool listed);
json_object *synchro_results(struct synchro *, json_object *answer);
json_object *synchro_owned(struct req *, json_object *);
json_object *synchro_names(struct synchro *, struct req *);
json_object *synchro_search(struct synchro *, struct req *, json_object *body);
json_object *synchro_filter(const char *property, const char *op, int64_t value);
json_object *synchro_query(json_object *filters);
int64_t synchro_highest(json_object *results, int64_t last);
bool synchro_refresh(struct synchro *, struct req *, const int64_t *ids, size_t n);
const char *synchro_numbers(struct req *, const int64_t *ids, size_t n);
size_t synchro_ids(struct rows *, struct arena *, int64_t *ids);
enum synchro_end synchro_again(struct synchro *, struct sql *, bool alone);
const char *synchro_state(struct req *, const char *key);
void synchro_set_state(struct req *, const char *key, const char *value);

#endif
