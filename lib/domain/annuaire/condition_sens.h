/* condition_sens.h - what conditions mean in the model of today, in words and for a reader */
#ifndef CONDITION_SENS_H
#define CONDITION_SENS_H

#include "domain/annuaire/condition.h"
#include "domain/contacts/champ.h"

enum sorte {
	S_TEXTE,
	S_LONG,
	S_CODE_POSTAL,
	S_TELEPHONE,
	S_NOMBRE,
	S_DATE,
	S_NAISSANCE,
	S_CHOIX,
	S_LISTE,
	S_GROUPE,
	S_ROLE,
	S_COMPTE,
	S_EVENEMENT,
	S_LETTRE,
	S_MOTS,
	SORTES
};

/* What a condition can be about: a field, or what the platform knows besides. */
struct sujet {
	const char *cle, *libelle;
	enum sorte sorte;
	int lecture;               /* the level that reads it (sql/0001_base.sql) */
	const struct champ *champ; /* NULL: none */
	const struct option *options;
	unsigned n_options;
};

/* What a form asks for beside an operator. */
enum saisie {
	AUCUNE_SAISIE,
	UN_TEXTE,
	UNE_DATE,
	DEUX_DATES,
	UN_NOMBRE,
	DEUX_NOMBRES,
	UN_MOIS,
	DES_CHOIX
};

const struct sujet *sujet_find(struct req *, const struct modele *, const char *cle);
unsigned sujet_all(
	struct req *, const struct modele *, int level, const struct sujet **, unsigned max);
unsigned sujet_ops(enum sorte, const enum op **);
bool sujet_has_op(enum sorte, enum op);
const char *op_words(enum sorte, enum op);
enum saisie op_saisie(enum sorte, enum op);
const char *lien_words(enum condition_lien);
void condition_check(struct req *, const struct modele *, struct noeud *);
const char *condition_wrong(const struct noeud *);
const char *condition_phrase(struct req *, const struct noeud *);
bool condition_speaks_of(const struct noeud *, const char *sujet, const char *valeur);

#endif
