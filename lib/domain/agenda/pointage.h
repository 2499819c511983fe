/* pointage.h - who came to a date of an event
 *
 * Columns present_le, present_par and parti_le of place are written here alone.  A person is there
 * or not: noted twice, by two people at once or by a code read again, she counts once.
 */
#ifndef POINTAGE_H
#define POINTAGE_H

#include "db/db.h"

/* What became of it. */
enum pointage { POINTAGE_NOTE, POINTAGE_DEJA, POINTAGE_INCONNU };

/* PAR: who ticks; 0: herself, by the code. */
enum pointage pointage_arrive(struct req *, int64_t date_id, int64_t inscription_id, int64_t par);
bool pointage_retire(struct req *, int64_t date_id, int64_t inscription_id);
bool pointage_part(struct req *, int64_t date_id, int64_t inscription_id, const char *utc);

/* Somebody who had not registered: of the directory, or with a name alone (contact_id 0).  Her
 * inscription. */
int64_t pointage_venu(struct req *, int64_t date_id, int64_t contact_id, const char *prenom,
	const char *nom, int64_t par);

/* Whose registration for that date a name, a telephone number or an address is; 0: of nobody, or of
 * several. */
int64_t pointage_cherche(struct req *, int64_t date_id, const char *dit);
int64_t pointage_de(struct req *, int64_t date_id, int64_t contact_id);
char *pointage_telephone(struct arena *, const char *dit);

/* What she came to, in her path: of events that the reader sees. */
struct personne;
struct etapes;
void pointage_etapes(struct req *, const struct personne *, struct etapes *);

/* pointage_code.c: the code on the screen */
enum { POINTAGE_MARGE = 3600 }; /* seconds before and after its date that a code opens */

const char *pointage_code(struct req *, int64_t date_id);
void pointage_code_change(struct req *, int64_t date_id);
void pointage_code_ferme(struct req *, int64_t date_id);
char *pointage_code_dit(struct arena *, const char *code);
int64_t pointage_date(struct req *, const char *typed);

#endif
