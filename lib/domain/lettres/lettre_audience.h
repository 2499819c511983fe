/* lettre_audience.h - to whom a letter goes
 *
 *	segment:ID	who a kept segment finds, read by who sends (segment.h)
 *	public:CLE	tous, benevoles, sympathisants, siege, groupe-ID (and those below),
 *			benevolat-CLE
 *
 * A recipient may enter (contact.acces), has an address where somebody is, and has not left that
 * kind of letter; people who share an address get one copy.
 */
#ifndef LETTRE_AUDIENCE_H
#define LETTRE_AUDIENCE_H

#include "domain/acces/acces.h"

/* As SQL: both are one mailbox: accents count, capitals do not. */
#define SAME_ADDRESS(a, b) "LOWER(" a ") = LOWER(" b ") COLLATE utf8mb4_bin"

/* As SQL: contact C may get letters of kind S (an expression). */
#define LETTRE_GETS(c, s) \
	"(" c ".acces > 0 AND " c ".limite_le IS NULL AND " c \
	".email <> '' AND NOT EXISTS (SELECT 1 FROM refus_courriel rf_" \
	" WHERE rf_.contact_id = " c ".id AND rf_.genre = CONCAT('lettre_', " s "))" \
	" AND NOT EXISTS (SELECT 1 FROM adresse_erreur ae_ WHERE ae_.contact_id = " c ".id" \
	" AND " SAME_ADDRESS("ae_.adresse", c ".email") "))"

int64_t audience_segment(const char *audience);                   /* 0: it is none */
const char *audience_publics(struct req *, const char *audience); /* "1:2,1:3"; NULL: none such */
const char *audience_title(
	struct req *, const char *audience); /* NULL: gone, or not the reader's */
int audience_offer(struct req *, const char *name, const char *chosen);

#endif
