/* contact_saisie.h - what people type into a field of a person, and where it is kept */
#ifndef CONTACT_SAISIE_H
#define CONTACT_SAISIE_H

#include "domain/contacts/contact.h"

const char *saisie_read(
	struct arena *, const struct champ *, const char *typed, const char **stored);
void saisie_store(struct req *, int64_t contact_id, const struct champ *, const char *const *stored,
	unsigned n);

#endif
