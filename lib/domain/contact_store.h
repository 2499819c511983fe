/* contact_store.h - writing contacts: what the CRM says of one, and what follows from it */
#ifndef CONTACT_STORE_H
#define CONTACT_STORE_H

#include "base/str.h"
#include "domain/journal.h"
#include "domain/mapping.h"

struct crm_contact {
	int64_t hubspot_id;
	bool fresh; /* HubSpot's truth of this moment; false: from the search index, which lags */
	const char *modifie_le; /* "2026-09-14 18:30:00.123", UTC */
	const char *
		values[FIELDS]; /* by mapped field; NULL: HubSpot sent nothing, keep what is here */
	const char *merged;     /* ids it absorbed, "1;2", or NULL */
};

/* What is here of a contact of the CRM. */
struct known {
	int64_t hubspot_id, id;
	const char *columns[COLUMNS];
	const char *valeurs;    /* "champ_id:valeur", one a line */
	const char *modifie_le; /* as in struct crm_contact */
	bool retired;
};

enum stored { STORE_IGNORED, STORE_SAME, STORE_CREATED, STORE_CHANGED };

struct known **contact_known(struct req *, const struct crm_contact *, size_t n);
enum stored contact_store(struct req *, const struct mapping *, const struct crm_contact *,
	const struct known *, struct acte *, struct str *values);
void contact_store_values(struct req *, struct str *values);
bool contact_retire(struct req *, int64_t contact_id, struct acte *);
bool contact_merge(
	struct req *, int64_t survivor_hubspot_id, int64_t old_hubspot_id, struct acte *);
void contact_settle_lot(struct req *);
void contact_reindex_lot(struct req *);
void contact_retext_lot(struct req *);

#endif
