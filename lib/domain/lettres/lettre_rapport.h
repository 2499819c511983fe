/* lettre_rapport.h - what became of a letter, and what came of it: in totals, but for addresses
 * that failed, which whoever may see the person sees
 */
#ifndef LETTRE_RAPPORT_H
#define LETTRE_RAPPORT_H

#include "domain/lettres/lettre.h"

void rapport_say(struct req *, int64_t id);
struct rows *rapport_failed(struct req *, int64_t id, int64_t limit, int64_t skip);

#endif
