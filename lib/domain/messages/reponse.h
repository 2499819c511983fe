/* reponse.h - answering a message from one's mail program
 *
 * A mail about a conversation says where to answer: an address that names the conversation and the
 * person, signed, so that nobody can make one.  What arrives there is taken as her message when
 * it also comes from her address.
 */
#ifndef REPONSE_H
#define REPONSE_H

#include "db/db.h"

enum reponse { REPONSE_PRISE, REPONSE_REFUSEE, REPONSE_IGNOREE };

enum reponse reponse_take(struct req *, const char *bytes, size_t n);

#endif
