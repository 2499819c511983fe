/* calendrier_prive.h - private addresses that calendars of people read, without signing in
 * (domain/acces/lien_prive.h)
 */
#ifndef CALENDRIER_PRIVE_H
#define CALENDRIER_PRIVE_H

#include "db/db.h"

struct flux {
	int64_t contact, groupe; /* groupe 0: her own */
	const char *nom;
	const char *dates;  /* as calendrier() takes them */
	const char *change; /* when what it gives changed last, or the address was made */
};

const char *calendrier_prive_new(struct req *, int64_t groupe_id);
const char *calendrier_prive_renew(struct req *, int64_t id);
bool calendrier_prive_read(struct req *, const char *jeton, struct flux *);

#endif
