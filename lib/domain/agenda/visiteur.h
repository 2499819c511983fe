/* visiteur.h - people without an account who come to an event: their links, their confirmation
 *
 * A stranger is a row of inscription without contact_id, pending until she follows the link of her
 * mail: her seat is held till the noon of the day after.  Each mail to her brings a key of its own,
 * which opens the page of her registration.  What is known of her is erased three months after.
 */
#ifndef VISITEUR_H
#define VISITEUR_H

#include "domain/agenda/inscription.h"

/* The kinds of their mails: to a stranger, and to who has an account and comes already. */
#define VISITEUR_CONFIRMER "inscription_confirmer"
#define VISITEUR_DEJA "inscription_deja"

/* Whose registration that key opens; 0: nobody's. */
int64_t visiteur_inscription(struct req *, const char *cle);
/* What stands in inscription.visiteur of who gave that address. */
const char *visiteur_empreinte(struct req *, int64_t evenement_id, const char *email);

/* Somebody asks for a seat, date_id 0: on all dates to come.  A mail is owed to her address,
 * whether it is known or not; PLACE_FERMEE and on: none, and why.
 * NEW: her registration, if there was none at that address; else 0. */
int visiteur_prend(
	struct req *, int64_t evenement_id, int64_t date_id, const struct venue *, int64_t *new);
/* What of a text is for everybody: it names nobody. */
const char *visiteur_texte(struct req *, const char *markdown);
/* "samedi 5 décembre", inside a sentence. */
const char *visiteur_jour(struct req *, const char *debut);
const char *visiteur_jusqua(struct req *, const char *debut);
/* Her address is hers; of who has an account, the registration is from then on. */
void visiteur_confirme(struct req *, int64_t inscription_id);
/* She agrees, in those words, that the group of the event writes to her; "": no more. */
void visiteur_accord(struct req *, int64_t inscription_id, const char *mots);
void visiteur_masque(struct req *, const char *name, const char *email);

/* visiteur_courriel.c: writes a mail that visiteur_prend() owes, to CONTACT or to the stranger of
 * that registration; "Courriel" is empty. */
void visiteur_mail(struct req *, int64_t evenement_id, int64_t date_id, int64_t contact,
	int64_t inscription_id, const char *adresse);

void visiteur_tour(struct req *);

#endif
