/* crm.h - a CRM that answers in process, two people a page; no wait is waited for */
#ifndef CRM_H
#define CRM_H

#include "domain/crm/synchro.h"

enum { CRM_PEOPLE = 9 };

/* Whom it knows, by rising number; 0: nobody. */
struct crm_one {
	int64_t id;
	const char *nom, *statut;
	int day;              /* of January 2026, when she was changed last */
	const char *absorbed; /* numbers of those who were merged into her, or NULL */
	int64_t into;         /* into whom she was merged */
	bool hidden;          /* the list does not tell her */
};
extern struct crm_one crm_people[CRM_PEOPLE];

/* Calls whose path or body holds these words fail, with that status; NULL: none. */
extern const char *crm_fails, *crm_retry_after, *crm_policy;
extern long crm_status;
extern int crm_times;           /* so often; -1: always */
extern long crm_calls;          /* since crm_begin() */
extern void (*crm_asked)(void); /* what happens as a call arrives; NULL: nothing */
extern int64_t crm_since;       /* of the last search of what changed */
extern int64_t crm_waited;      /* ms that would have been slept since then */

void crm_begin(struct synchro *); /* a run that begins; calls leave again after crm_end() */
void crm_end(void);

#endif
