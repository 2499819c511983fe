/* pris.h - one who makes a group of his own, and somebody he would take hold of */
#ifndef PRIS_H
#define PRIS_H

#include "apportes.h"
#include "groupes.h"

extern int64_t bout, mine;

void taken(void);
void nothing_of_her(void); /* Bout sees and changes nothing of what is hers */

#endif
