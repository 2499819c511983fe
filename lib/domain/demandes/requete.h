/* requete.h - what persons ask about their data: the register, its month to answer, its steps
 *
 * Access, rectification, erasure, opposition, limitation, portability (GDPR, articles 15 to 21).
 */
#ifndef REQUETE_H
#define REQUETE_H

#include "db/db.h"

#define REQUETE_GENRES "acces|rectification|effacement|opposition|limitation|portabilite"
#define REQUETE_VOIES "courriel|lettre|oral|autre"

struct requete {
	int64_t id, contact_id, hubspot_id;
	const char *genre, *nom, *adresse, *message, *voie;
	const char *recue_le, *echeance;    /* days */
	const char *identite_le, *identite; /* "": not verified yet */
	const char *rendue_le;              /* "": open */
	const char *refus, *recu, *index_le;
	int jours; /* left; negative: late */
	bool prolongee;
};

int64_t requete_new(struct req *, const struct requete *);
int64_t requete_of_account(struct req *, const char *genre, const char *message, bool done);
bool requete_find(struct req *, int64_t id, struct requete *);
void requete_step(struct req *, int64_t id, const char *genre, const char *texte);
void requete_identified(struct req *, const struct requete *, const char *jour, const char *moyen);
void requete_extend(struct req *, const struct requete *, const char *raison);
void requete_write(struct req *, const struct requete *, const char *texte);
void requete_answered(struct req *, const struct requete *, const char *refus);
void requete_limit_over(struct req *, int64_t contact_id);

/* requete_dit.c: what pages show */
int requetes_say(struct req *, const char *list);
void requete_say(struct req *, const struct requete *);
const char *requete_title(struct req *, const struct requete *);
void requetes_year(struct req *);

/* requete_apercu.c: what an erasure would take and leave */
void requete_preview(struct req *, int64_t contact_id);

/* requete_efface.c */
void requete_erase(struct req *, const struct requete *);

/* requete_tour.c: at each turn of essaim-mail */
void requetes_turn(struct req *);

#endif
