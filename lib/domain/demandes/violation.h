/* violation.h - a breach: who was touched, from what was read and taken along; its notice */
#ifndef VIOLATION_H
#define VIOLATION_H

#include "db/db.h"

struct violation {
	int64_t id, compte;      /* 0: any account */
	const char *debut, *fin; /* UTC */
	const char *connue_le, *nature, *consequences, *mesures;
	int64_t personnes;
};

int64_t violation_people(struct req *, const struct violation *, const char *list, int64_t most);
struct rows *violation_rows(struct req *, const struct violation *);
void violation_acts(struct req *, const struct violation *, const char *list);
int64_t violation_new(struct req *, const struct violation *);
bool violation_find(struct req *, int64_t id, struct violation *);

#endif
