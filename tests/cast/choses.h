/* choses.h - a thing of each kind, made through its own form, among groupes_people() */
#ifndef CHOSES_H
#define CHOSES_H

#include "groupes.h"

/* What a group or a person may hold is AUTHOR's, who coordinates Paris; the staff's is adm's. */
void choses(int64_t author);

/* The thing of that name, for an address: the newest id (or "table.column") of a table; "groupe" is
 * Paris, "contact" is benp; "desinscription" is the token of a mail to her; "=word" is the word. */
const char *chose(const char *name);

#endif
