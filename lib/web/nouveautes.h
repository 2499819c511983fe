/* nouveautes.h - the notes of what is new (doc/nouveautes.md) */
#ifndef NOUVEAUTES_H
#define NOUVEAUTES_H

const char *nouveautes_day(void);
const char *nouveautes_date(void);

#endif
