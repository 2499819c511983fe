/* tache.h - what a group decided to do: who, until when, how far */
#ifndef TACHE_H
#define TACHE_H

#include "db/db.h"

struct tache {
	int64_t groupe;
	const char *titre, *texte, *echeance; /* ECHEANCE: "2026-12-01" or NULL */
	int64_t responsable;                  /* 0: nobody yet */
};

int64_t tache_create(struct req *, const struct tache *);
void tache_change(struct req *, int64_t id, const struct tache *);
void tache_move(struct req *, int64_t id, const char *etat);
bool tache_own(struct req *, int64_t id, int64_t contact_id, bool yes);
void fil_todo(struct req *); /* fil_afaire.c */
void tache_say(struct req *, const char *list);

#endif
