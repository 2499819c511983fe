/* lettre.h - a newsletter: what it says, to whom, and how far it has got
 *
 * Whoever has the domain "lettres" of the grid writes it, whoever has "envois" sends it; both
 * manage its objet.  Once it has left, its archive is for whom `lisible` says (lettre_acces.c), by
 * SEES().
 */
#ifndef LETTRE_H
#define LETTRE_H

#include "domain/acces/acces.h"

enum { LETTRE_OBJET = 200, LETTRE_APERCU = 200, LETTRE_BLOCS = 60 };

/* What forms say of it, and where it stands. */
struct lettre {
	int64_t id;
	const char *sujet, *apercu;
	const char *sorte;    /* a lettre_sorte */
	const char *audience; /* see lettre_audience.h */
	const char *lisible;  /* audience, siege, benevoles, tous */
	const char *etat;     /* brouillon, programmee, en_cours, pause, arretee, envoyee */
	const char *du_le;    /* UTC; "" */
	bool modele;
	int64_t version, edition, relu_par, relu_version, copie_de;
};

/* One block: which of its parts it has is said by its kind (blocs). */
struct lettre_bloc {
	int64_t id, place;
	const char *genre, *texte, *droite, *alt, *lien;
	int64_t fichier, objet; /* 0: none */
};

/* Kinds of blocks and what each has, in the order of the form. */
enum {
	A_TEXTE = 1,
	A_LIGNE = 2,
	A_DROITE = 4,
	A_LIEN = 8,
	A_IMAGE = 16,
	A_OBJET = 32,
	A_FICHIER = 64
};
extern const struct bloc_genre {
	const char *nom, *titre;
	unsigned a;
} bloc_genres[];                                      /* ends with a zero entry */
const struct bloc_genre *bloc_genre(const char *nom); /* NULL: no such kind */

/* lettre.c */
struct lettre lettre_new(void);
bool lettre_read(struct req *, int64_t id, struct lettre *);
void lettre_hold(struct req *, int64_t id);
unsigned lettre_blocs(struct req *, int64_t id, struct lettre_bloc *, unsigned max);
int64_t lettre_create(struct req *, const struct lettre *);
void lettre_save(struct req *, const struct lettre *);
void lettre_changed(struct req *, int64_t id);
int64_t lettre_copy(struct req *, int64_t from, const char *sujet, bool modele);
void lettre_delete(struct req *, int64_t id);
void lettre_index(struct req *, int64_t id);

/* lettre_acces.c */
bool lettre_writes(struct req *);
bool lettre_sends(struct req *);
void lettre_say_rights(struct req *);
void lettre_follow(struct req *, int64_t id);

#endif
