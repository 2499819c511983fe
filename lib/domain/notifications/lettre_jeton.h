/* lettre_jeton.h - sealed tokens of the letters that were sent
 *
 * A token is 42 hexadecimal digits, as redact() knows them.  Who holds one for a use can make none
 * for another, nor for another letter.  No row is kept for it: it opens to the number of its
 * lettre_envoi (of its fichier, for a picture).
 */
#ifndef LETTRE_JETON_H
#define LETTRE_JETON_H

#include "db/db.h"

enum { LETTRE_JETON = 42 }; /* digits */

enum lettre_jeton {
	JETON_LIEN = 'l',    /* leaves that kind of letter */
	JETON_RETOUR = 'r',  /* where it comes back, when nobody is there */
	JETON_REPONSE = 'p', /* where answers go */
	JETON_ADIEU = 'a',   /* leaves by a mail */
	JETON_MESSAGE = 'm', /* its Message-ID: read by nobody */
	JETON_IMAGE = 'i'    /* a picture of a letter, shown without signing in */
};

const char *lettre_jeton(struct req *, enum lettre_jeton, int64_t id);
int64_t lettre_jeton_read(struct req *, enum lettre_jeton, const char *jeton); /* 0: none */
int64_t lettre_adresse_read(struct req *, enum lettre_jeton, const char *base, const char *address);

const char *lettre_lien(struct req *, int64_t envoi_id);
const char *lettre_retour(struct req *, int64_t envoi_id);
const char *lettre_reponse(struct req *, int64_t envoi_id);
const char *lettre_adieu(struct req *, int64_t envoi_id);

#endif
