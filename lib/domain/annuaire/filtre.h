/* filtre.h - a filtered list of people: from the query string to a WHERE
 *
 * The texts come from this module's own tables, the values are bound.  Rights are part of every
 * statement; a field that the reader may read of some people only filters and finds those alone.
 */
#ifndef FILTRE_H
#define FILTRE_H

#include "domain/annuaire/condition_sens.h"
#include "domain/contacts/contact.h"
#include "domain/objets/mots.h"

enum { CRITERES = 24, VALEURS = 24, ARBRES = 2 };

struct critere {
	const struct champ *champ;
	const char *nom; /* of the parameter that asks it */
	const char *values[VALEURS];
	unsigned n;
};

struct tri;

struct filtre {
	const struct modele *modele;
	const char *q; /* as typed */
	struct mots mots;
	struct critere criteres[CRITERES];
	unsigned n_criteres;
	struct noeud
		*arbres[ARBRES]; /* each must hold: a kept segment, and what is asked besides */
	unsigned n_arbres;
	const struct noeud *source; /* the condition that the people are found from; NULL: none */
	int64_t segment_id;         /* 0: none */
	const char *segment_nom;
	int64_t found;   /* as last counted; -1: not yet */
	const char *ids; /* of those counted, a JSON array, when they are few; NULL: not known */
	const struct tri *tri;
	bool descending;
	int level;    /* of the reader, for everybody */
	bool former;  /* those who left are wanted as well, whatever is asked */
	int64_t rare; /* people that the rarest word finds, counted up to a limit; -1: unknown */
	unsigned rarest;
	bool counting; /* all of them, in no order */
	/* what the rows must hold: contact_row() finds the rest empty */
	bool with_relation, with_bio, with_groups, with_tags;
	bool with_peers; /* the count is to say how many people the reader's groups have, too */
	int64_t peers;
	const char *with_values; /* ids of fields, by commas; NULL: none */
};

struct filtre *filtre_read(struct req *);
struct filtre *filtre_of(struct req *, const char *q);
void filtre_needs(struct req *, struct filtre *, const struct champ *const *, unsigned n);
struct noeud *filtre_as_tree(struct req *, const struct filtre *);
void filtre_add(struct req *, struct filtre *, struct noeud *);
bool filtre_offers(const struct filtre *, const struct champ *);
const char *filtre_sorts(const struct champ *, const struct filtre *);
const char *filtre_sort_key(const struct filtre *);
int64_t filtre_count(struct req *, struct filtre *, int64_t most);
struct rows *filtre_rows(struct req *, struct filtre *, int64_t limit, int64_t offset, bool stream);

#endif
