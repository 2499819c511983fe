/* facteur.h - the second factor: codes of a telephone (TOTP, RFC 6238) and recovery codes */
#ifndef FACTEUR_H
#define FACTEUR_H

#include "db/db.h"

enum { SECOURS = 10 }; /* recovery codes given at once */

const char *facteur_secret(struct req *);
const char *facteur_base32(struct req *, const char *secret);
bool facteur_try(struct req *, const char *secret, const char *code);
void facteur_set(struct req *, int64_t contact_id, const char *secret, const char *codes[SECOURS]);
void facteur_drop(struct req *, int64_t contact_id);
bool facteur_set_up(struct req *, int64_t contact_id);
bool facteur_check(struct req *, int64_t contact_id, const char *code);

/* Between the password and the code. */
const char *facteur_wait(struct req *, int64_t contact_id, bool by_link);
int64_t facteur_waiting(struct req *, const char *jeton, bool *by_link);
void facteur_done(struct req *, const char *jeton);

#endif
