/* synchro.h - bring the platform up to what the CRM says; never the other way */
#ifndef SYNCHRO_H
#define SYNCHRO_H

#include "domain/contact_store.h"
#include "net/hubspot.h"

struct synchro {
	struct hubspot hubspot;
	struct mapping mapping;
	struct arena mapping_mem;
	long seen, created, updated, removed;
	const char *properties; /* names, comma-separated */
	bool force;             /* an operator takes the blame for many removals */
	char why[400];          /* when a step failed */
};

enum synchro_end { SYNCHRO_DONE, SYNCHRO_FAILED, SYNCHRO_MISCONFIGURED };

bool synchro_allowed(struct synchro *, struct req *);
void synchro_note_rest(struct synchro *, struct req *);
enum synchro_end synchro_prepare(struct synchro *, bool full);
enum synchro_end synchro_full(struct synchro *);
enum synchro_end synchro_changes(struct synchro *);
enum synchro_end synchro_people(struct synchro *);
enum synchro_end synchro_queue(struct synchro *);

/* Shared by the files of the sync. */
enum synchro_end synchro_failed(struct synchro *);
bool synchro_odd(struct synchro *, const char *what);
bool synchro_apply(struct synchro *, struct req *, json_object *results, bool fresh);
enum synchro_end synchro_reconcile(struct synchro *);
json_object *synchro_names(struct synchro *, struct req *);
json_object *synchro_batch(struct synchro *, struct req *, const int64_t *ids, size_t n);
const char *synchro_state(struct req *, const char *key);
void synchro_set_state(struct req *, const char *key, const char *value);

#endif
