/* filtre_arbre.c - the trees of conditions that the people of a list must meet besides */

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "domain/filtre_critere.h"
#include "domain/filtre_mesure.h"
#include "domain/segment.h"

/* The people of F must also meet that tree. */
void
filtre_add(struct req *r, struct filtre *f, struct noeud *tree)
{
	if (f->n_arbres == ARBRES)
		fault("more than %d trees in a filter", ARBRES);
	condition_check(r, f->modele, tree);
	f->arbres[f->n_arbres++] = tree;
}

/* ?segment=ID, a kept one; ?si=JSON, one that nobody kept.  False: none such for this reader. */
bool
filtre_trees(struct req *r, struct filtre *f)
{
	struct segment s;
	struct noeud *tree;

	if (*param(r, "segment") != '\0') {
		if (!segment_load(r, strtoll(param(r, "segment"), NULL, 10), &s))
			return false;
		f->segment_id = s.id;
		filtre_add(r, f, s.arbre);
	}
	if (*param(r, "si") != '\0') {
		if ((tree = condition_parse(&r->mem, param(r, "si"))) == NULL)
			return false;
		filtre_add(r, f, tree);
	}
	return true;
}

/* Those who left are shown to who asks for them. */
bool
filtre_former(const struct filtre *f)
{
	for (unsigned i = 0; i < f->n_criteres; i++)
		if (strcmp(f->criteres[i].champ->cle, "statut") == 0 ||
			mesure_former(f->criteres[i].champ))
			return true;
	for (unsigned i = 0; i < f->n_arbres; i++)
		if (condition_speaks_of(f->arbres[i], "statut", "ancien"))
			return true;
	return false;
}
