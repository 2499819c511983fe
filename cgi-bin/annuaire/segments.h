/* segments.h - segments on screen: their list, and the form that composes one */
#ifndef ANNUAIRE_SEGMENTS_H
#define ANNUAIRE_SEGMENTS_H

#include "domain/annuaire/segment.h"

/* formulaire.c */
struct noeud *formulaire_read(struct req *, const struct modele *, const struct noeud **open);
const struct noeud *formulaire_open(struct req *, const struct noeud *root);
unsigned formulaire_number(const struct noeud *root, const struct noeud *open);

/* dessin.c */
void dessin_say(struct req *, const struct modele *, const struct noeud *root,
	const struct noeud *open, int level);

#endif
