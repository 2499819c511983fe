/* champ.h - the contact model as data: fields, their options, groups and tags, kept by this
 * process */
#ifndef CHAMP_H
#define CHAMP_H

#include "db/db.h"

enum champ_type {
	G_TEXTE,
	G_LONG,
	G_NOMBRE,
	G_DATE,
	G_OUI_NON,
	G_CHOIX,
	G_CHOIX_MULTIPLE,
	G_CODE_POSTAL,
	G_TELEPHONE,
	G_COURRIEL,
	G_LIEN,
	G_GROUPE,
	G_ETIQUETTES
};

/* In SQL, the fields f without a column by whose words people are looked up: champ_sought(). */
#define SOUGHT \
	"f.colonne IS NULL AND (f.genre IN ('texte', 'long', 'code_postal', 'telephone'," \
	" 'courriel', 'lien')" \
	" OR (f.genre IN ('choix', 'choix_multiple') AND f.origine <> 'hubspot'))"

struct option {
	const char *valeur, *libelle;
};

struct champ {
	int id, rang; /* rang: its place in the model */
	const char *cle, *libelle, *aide, *bloc, *type;
	const char *colonne; /* of contact; "": rows of champ_valeur, membre, objet_etiquette */
	enum champ_type genre;
	bool crm;              /* HubSpot's: read-only here */
	int lecture, ecriture; /* see sql/0001_base.sql */
	const struct option *options;
	unsigned n_options;
};

struct groupe_court {
	int64_t id;
	const char *titre, *valeur;
	int champ_id, teinte; /* champ_id 0: made on the platform */
	bool archive, cache;  /* hidden groups are in no list, filter or column */
};

struct modele {
	const struct champ *champs; /* in order */
	unsigned n;
	const struct groupe_court *groupes; /* by id */
	unsigned n_groupes;
};

const struct modele *modele(struct req *);
const struct champ *champ_find(const struct modele *, const char *cle);
bool champ_worded(const struct champ *);
bool champ_sought(const struct champ *);
const struct option *champ_called(
	struct arena *, const struct champ *, const char *libelle, bool *several);
const char *champ_label(const struct champ *, const char *valeur);
const struct groupe_court *groupe_find(const struct modele *, int64_t id);
const struct champ *groupe_champ(const struct modele *, const struct groupe_court *);

#endif
