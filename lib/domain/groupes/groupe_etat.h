/* groupe_etat.h - the life of a group on the platform: made, opened or closed, archived */
#ifndef GROUPE_ETAT_H
#define GROUPE_ETAT_H

#include "db/db.h"

int64_t groupe_make(struct req *, const char *type, const char *titre, int64_t parent_id,
	const char *ouverture);
void groupe_archive(struct req *, int64_t groupe_id, bool archive);

#endif
