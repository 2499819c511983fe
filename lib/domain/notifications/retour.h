/* retour.h - the signed addresses where people answer by mail to a conversation, or their calendars
 * to an event: any objet */
#ifndef RETOUR_H
#define RETOUR_H

#include "db/db.h"

enum { RETOUR_SIGN = 20 }; /* letters of a signature */

const char *retour_adresse(struct req *, int64_t conversation_id, int64_t contact_id);
bool retour_signed(struct req *, int64_t conversation_id, int64_t contact_id, const char *sign);

#endif
