/* lettre_clic.h - links of letters that pass by an address of ours, where clicks are counted
 *
 * Off unless an administrator turns it on (lettres.clics).  The address holds the letter and a
 * print of where it leads, nothing of who reads: it is the same for all, and only a total is kept.
 * It leads to links of that letter alone, also once nothing is counted any more.
 */
#ifndef LETTRE_CLIC_H
#define LETTRE_CLIC_H

#include "domain/lettres/lettre_rendu.h"

bool lettre_clics_on(struct req *);
void lettre_clics_put(struct req *, struct rendu *, bool keep);
const char *lettre_clic(struct req *, const char *address); /* where it leads; NULL: nowhere */

#endif
