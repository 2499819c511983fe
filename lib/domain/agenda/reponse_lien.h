/* reponse_lien.h - the links of mails that answer for a registration, without signing in
 *
 * Each mail has a key of its own; only its digest is kept.  A GET shows what stands, a POST does.
 */
#ifndef REPONSE_LIEN_H
#define REPONSE_LIEN_H

#include "db/db.h"

#define LIEN_REPONSE "/agenda/reponse/"
#define LIEN_VISITEUR "/public/inscriptions/" /* for who has no account */

enum { LIEN_CLE = 16 }; /* bytes: twice as many letters */

/* What a key opens. */
struct reponse_lien {
	int64_t inscription, evenement, date; /* date 0: those to come */
	int64_t contact;                      /* 0: a person without account */
};

const char *reponse_lien_new(
	struct req *, const char *way, int64_t inscription_id, int64_t date_id);
bool reponse_lien_read(struct req *, const char *cle, struct reponse_lien *);
void reponse_lien_clean(struct req *);

#endif
