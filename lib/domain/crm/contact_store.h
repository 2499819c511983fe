/* contact_store.h - writing contacts: what the CRM says of one, and what follows from it */
#ifndef CONTACT_STORE_H
#define CONTACT_STORE_H

#include "base/buffer.h"
#include "domain/crm/mapping.h"
#include "domain/socle/journal.h"

struct crm_contact {
	int64_t hubspot_id;
	bool held; /* a departure that waits (sortie.h): status and type stay as they are here */
	const char *modifie_le; /* "2026-09-14 18:30:00.123", UTC */
	const char *cree_le;    /* the same, or NULL: when the CRM made the record */
	const char *values
		/* by mapped field; NULL: HubSpot sent nothing, keep what is here */
		[MAPPED_FIELDS];
	const char *merged; /* ids it absorbed, "1;2", or NULL */
};

/* What is here of a contact of the CRM. */
struct known {
	int64_t hubspot_id, id;
	const char *columns[COLUMNS];
	const char *valeurs;    /* "champ_id:valeur", one a line */
	const char *modifie_le; /* as in struct crm_contact */
	bool retired, merged;
	bool limited; /* put aside (demandes/limite.h): what the CRM says waits */
	bool open;    /* may enter */
	bool leaving; /* a departure was seen (sortie.h) */
};

enum stored { STORE_IGNORED, STORE_SAME, STORE_CREATED, STORE_CHANGED };

/* What is written of many contacts at once, by contact_store_page(); begins as { 0 }. */
struct store_page {
	struct draft *first, *last; /* who is new */
	struct draft *written;      /* who is new or changed, the last first */
	struct buffer values;
	unsigned cut; /* values that were longer than what is kept */
};

const char *contact_says(struct req *, const struct mapping *, const struct crm_contact *,
	const struct known *, enum column);
struct known **contact_known(struct req *, const struct crm_contact *, size_t n);
enum stored contact_store(struct req *, const struct mapping *, const struct crm_contact *,
	const struct known *, struct acte *, struct store_page *);
void contact_store_page(struct req *, struct store_page *);
bool contact_retire(struct req *, int64_t contact_id, struct acte *);
bool contact_merge(
	struct req *, int64_t survivor_hubspot_id, int64_t old_hubspot_id, struct acte *);
void contact_settle_lot(struct req *);

#endif
