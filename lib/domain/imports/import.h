/* import.h - tables that people bring: read, tried line by line, applied at once, undone
 *
 * A person is never created here (HubSpot is where people are): a line finds somebody whom the
 * reader sees, and changes what the reader may change on that person's page, nothing else.  A
 * bulk change of a list is an import whose file the platform wrote itself.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include "base/json.h"
#include "domain/contacts/contact.h"

enum {
	IMPORT_COLONNES = 100,
	IMPORT_LIGNES = 200000,
	IMPORT_VALEURS = 100,
	IMPORT_INVITATIONS = 500, /* people that one import invites into groups */
	IMPORT_JOURS = 30,        /* to undo, then the lines go */
	BLOC = 500,               /* lines in one statement */
};

enum import_mode { AJOUTE = 1, REMPLACE, RETIRE };
enum import_ligne { PAREIL, CHANGE, REFUS, DOUBLON };

/* What a column is. */
enum cible { RIEN, NUMERO, HUBSPOT, CHAMP };
struct colonne {
	const char *entete;
	enum cible cible;
	const struct champ *champ; /* CHAMP */
};

struct import {
	int64_t id, auteur_id, lignes;
	const char *genre, *nom, *etat;
	enum import_mode mode;
	bool efface;
	struct colonne colonnes[IMPORT_COLONNES];
	unsigned n;
};

/* Lines on their way into a statement, as a JSON array. */
struct bloc {
	struct arena *mem;
	struct buffer json;
	unsigned n;
};
void bloc_open(struct bloc *, struct arena *);
#define bloc_add(b, ...) (json_add(&(b)->json, __VA_ARGS__), (b)->n++)
const char *bloc_json(struct bloc *);

/* import.c */
bool import_load(struct req *, int64_t id, struct import *);
int64_t import_new(struct req *, const char *genre, const char *nom);
void import_purge(struct req *);

/* import_fichier.c */
void import_lines(struct req *, int64_t id, struct bloc *);
const char *import_file(struct req *, int64_t id, int fd);

/* import_colonne.c */
const char *cible_cle(const struct colonne *);
bool cible_of(const struct modele *, const char *cle, struct colonne *);
void import_guess(struct req *, const struct modele *, struct import *);
void import_columns_kept(struct req *, const struct import *);
bool import_has_key(const struct import *);
bool entete_is_key(struct arena *, const struct modele *, const char *entete);

/* import_cellule.c */
struct valeurs {
	const char *v[IMPORT_VALEURS]; /* in order, each once */
	unsigned n;
};
void valeurs_add(struct valeurs *, const char *);
bool valeurs_has(const struct valeurs *, const char *);
bool valeurs_equal(const struct valeurs *, const struct valeurs *);
const char *valeurs_text(struct arena *, const struct valeurs *);
const char *valeurs_json(struct arena *, const struct valeurs *);
const char *cellule_read(struct req *, const struct modele *, const struct champ *,
	const char *cell, struct valeurs *);

/* import_ligne.c */
struct ligne {
	int64_t numero;
	const char *cells[IMPORT_COLONNES];
};
struct essai {
	struct req *r;   /* who asks */
	struct req *own; /* the same, whose memory ends with the block */
	const struct modele *modele;
	const struct import *import;
	bool membres; /* the reader may put anybody into her groups (the grid) */
	struct bloc lignes, changements, membres_lus;
};
void ligne_try(struct essai *, const struct ligne *, const struct personne *, bool manages);
void ligne_unknown(struct essai *, const struct ligne *, unsigned candidates);

/* import_essai.c */
void import_try(struct req *, struct import *);

/* import_membre.c */
enum import_acte { ENTRE = 1, INVITEE, SORT, INVITEE_DEJA };
void import_members_keep(struct req *, int64_t id, struct bloc *);
void import_members_try(struct req *, int64_t id);
void import_members_leave(struct req *, int64_t id, bool undo);
void import_members_write(struct req *, int64_t id, int64_t last);
void import_members_undo(struct req *, const struct import *, int64_t last);

/* import_ecrit.c */
bool import_apply(struct req *, struct import *);
bool import_undo(struct req *, struct import *);

#endif
