/* journal_nuit.h - each night the chain of the journal is verified, and administrators told if it
 * does not hold */
#ifndef JOURNAL_NUIT_H
#define JOURNAL_NUIT_H

#include "domain/socle/journal.h"

struct chaine journal_nuit(struct req *);

#endif
