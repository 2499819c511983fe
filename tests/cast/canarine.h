/* canarine.h - somebody whose words are in every column of text of the schema */
#ifndef CANARINE_H
#define CANARINE_H

#include "talk.h"

#define NAME "Canarine+Canaribus"
#define MAIL "canari@exemple.org"

extern int64_t her, post_of_benp;

void a_canary(void); /* makes her, among talkers() */
void left_lille(void);
void canarine_plant(void); /* what she and others wrote, and what nothing of ours writes */
/* How many columns name her; SAY: that should not be, so tell which. */
int scan(bool say);

#endif
