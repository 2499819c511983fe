/* mapping.h - which HubSpot property fills which field */
#ifndef MAPPING_H
#define MAPPING_H

#include <json-c/json.h>

#include "db/db.h"

enum { MAPPED_FIELDS = 120 };

/* Fields that are columns of contact, in the order of contact_store.c's statements. */
enum column {
	CIVILITE,
	PRENOM,
	NOM,
	EMAIL,
	TELEPHONE,
	VILLE,
	CODE_POSTAL,
	DATE_NAISSANCE,
	STATUT,
	TYPE_CONTACT,
	COLUMNS,
	NO_COLUMN = -1
};
extern const struct column_info {
	const char *name;
	size_t max;
} column_infos[COLUMNS];

struct mapped {
	const char *champ, *propriete, *genre;
	int64_t champ_id;
	int column;  /* enum column; NO_COLUMN: rows of champ_valeur */
	bool seen;   /* HubSpot defines it */
	bool chosen; /* on screen, not in the file */
};

struct mapping {
	unsigned n;
	struct mapped fields[MAPPED_FIELDS];
};

const char *mapping_read(struct req *, const char *path, struct mapping *);
const char *mapping_define(struct req *, struct mapping *, json_object *properties);

#endif
