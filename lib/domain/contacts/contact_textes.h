/* contact_textes.h - the full text of people, written again when who reads a field has changed */
#ifndef CONTACT_TEXTES_H
#define CONTACT_TEXTES_H

#include "db/db.h"

/* As SQL: do texts of people wait to be written again? */
#define CONTACT_TEXTS_WAIT \
	"EXISTS (SELECT 1 FROM reglage w_ WHERE w_.cle = 'textes_refaire' AND w_.valeur <> '')"

void contact_texts_stale(struct req *);
bool contact_texts_wait(struct req *);
int64_t contact_texts_again(struct req *);

#endif
