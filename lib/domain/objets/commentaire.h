/* commentaire.h - comments under any objet, with answers one level below */
#ifndef COMMENTAIRE_H
#define COMMENTAIRE_H

#include "db/db.h"

enum { COMMENTAIRES = 10 }; /* a page */

int64_t commentaire_create(struct req *, int64_t sur_id, int64_t repond_a, const char *texte);
void commentaire_change(struct req *, int64_t id, const char *titre, const char *texte);
void commentaire_delete(struct req *, int64_t id);
void commentaire_say_last(struct req *, const char *list, const char *ids);
void commentaire_say(struct req *, int64_t sur_id, const char *avant, const char *ici);

#endif
