/* compte.h - accounts: who may enter with which address, passwords, one-use links */
#ifndef COMPTE_H
#define COMPTE_H

#include "db/db.h"

enum { PERSONNES = 5, SECRET_MIN = 12, SECRET_MAX = 200 };

struct compte_personne {
	int64_t id;
	const char *prenom, *nom, *secret; /* secret: the hash of the password, or "" */
	bool compte;                       /* has an account */
	bool fermee;                       /* may enter no more */
};

/* What one password check costs: Argon2id, in passes and bytes. */
extern struct compte_cost {
	unsigned long long passes;
	size_t memory;
} compte_cost;

/* The file of words that are no password; NULL: the installed one. */
extern const char *compte_words;

int compte_people(struct req *, const char *adresse, struct compte_personne[PERSONNES]);
int64_t compte_check(struct req *, const char *adresse, const char *password, bool *closed);
bool compte_verify(struct req *, int64_t contact_id, const char *password);
const char *compte_refused(struct req *, int64_t contact_id, const char *password);
void compte_password(struct req *, int64_t contact_id, const char *password);
bool compte_create(struct req *, int64_t contact_id);

/* lien.c */
void lien_connexion_ask(struct req *, const char *adresse, const char *suite);
int lien_connexion_answer(struct req *);
/* What has become of a link, and whom it lets in while it is open. */
struct lien {
	enum { LIEN_OUVERT, LIEN_SERVI, LIEN_REMPLACE, LIEN_ANCIEN, LIEN_FERME, LIEN_INCONNU } etat;
	const char *adresse, *quand; /* quand: when it was used or replaced, UTC */
	int n;                       /* the people of the address, whatever became of the link */
	struct compte_personne people[PERSONNES];
};
struct lien *lien_look(struct req *, const char *jeton);
bool lien_lets_in(const struct lien *, int64_t contact_id);
bool lien_connexion_use(struct req *, const char *jeton);

#endif
