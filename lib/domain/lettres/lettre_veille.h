/* lettre_veille.h - what a letter shows or leads to is looked at again ten minutes before it leaves
 *
 * Its words are frozen when it is scheduled, and how its events, news and groups stood then is
 * kept with them.  One that was moved, cancelled, filled, withdrawn or closed since holds the
 * letter, and whoever sends it is told; words that changed hold nothing.
 */
#ifndef LETTRE_VEILLE_H
#define LETTRE_VEILLE_H

#include "domain/lettres/lettre.h"

void lettre_veille_note(struct req *, int64_t id);
bool lettre_veille(struct req *, int64_t id); /* may it leave?  False: it is held */
void lettre_veille_tour(struct req *);

#endif
