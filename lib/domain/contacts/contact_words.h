/* contact_words.h - the words and the full text by which people are found */
#ifndef CONTACT_WORDS_H
#define CONTACT_WORDS_H

#include "db/db.h"

void contact_reindex_lot(struct req *);
void contact_retext_lot(struct req *);
void contact_reindex_choice(int64_t champ_id, const char *valeur);
void contact_reindex_everybody(struct req *);

#endif
