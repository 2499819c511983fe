/* contact.h - reading contacts: the one place where field levels are applied
 *
 * A person is read by a SELECT that begins with CONTACT_ROW(); no page, export or form reads
 * a value of a person but through contact_values().
 */
#ifndef CONTACT_H
#define CONTACT_H

#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"

/* What the reader is to the person, as SQL: 9 oneself, 3 manages, 2 shares a current group where
 * the person shows her contact details (membre.montre, acces.c), 1 otherwise.  Binds
 * RELATION_ME(r). */
#define SHARES_OF(o, who) \
	"EXISTS (SELECT 1 FROM membre g1_ JOIN membre g2_ ON g2_.groupe_id = g1_.groupe_id" \
	" AND g2_.fin IS NULL AND g2_.montre WHERE g1_.contact_id = " who \
	" AND g1_.fin IS NULL AND g2_.contact_id = " o ".id)"
/* The grid's word on contact details for person WHO: 0, 1 of one's groups, 2 of everybody. */
#define DETAILS_OF(who) \
	"COALESCE((SELECT MAX(d_.niveau) FROM contact_public cp_" \
	" JOIN profil p_ ON p_.public_id = cp_.public_id" \
	" JOIN profil_droit d_ ON d_.profil_id = p_.id AND d_.domaine = 'coordonnees'" \
	" WHERE cp_.contact_id = " who "), 0)"
#define SHARES(o) SHARES_OF(o, "?")
#define RELATION_OF(o, who) \
	"CASE WHEN " o ".id = " who \
	" THEN 9 WHEN " MAY_OF(o, who, "3") " THEN 3 WHEN " SHARES_OF(o, who) " THEN 2 ELSE 1 END"
#define RELATION(o) RELATION_OF(o, "?")
#define SHARER(r) I((r)->user.coordonnees > 0 ? (r)->user.id : 0) /* what SHARES() binds */
#define RELATION_ME(r) I((r)->user.id), ME(r), SHARER(r)

/* Columns 0.. of a person (alias c of contact); enum below. */
#define CONTACT_ROW \
	"c.id, c.hubspot_id, c.prenom, c.nom, c.civilite," \
	" COALESCE(c.date_naissance, c.date_naissance_brute), c.email, c.telephone," \
	" c.code_postal, c.ville, c.statut, c.type_contact, c.cache, c.limite_le"
#define CONTACT_VALUES(which) \
	"(SELECT GROUP_CONCAT(v_.champ_id, ':', COALESCE(v_.texte, v_.valeur)" \
	" ORDER BY v_.valeur SEPARATOR '\x1f')" \
	" FROM champ_valeur v_ WHERE v_.contact_id = c.id" which ")"
#define CONTACT_GROUPS \
	"(SELECT GROUP_CONCAT(m_.groupe_id SEPARATOR ',')" \
	" FROM membre m_ WHERE m_.contact_id = c.id AND m_.fin IS NULL)"
#define CONTACT_TAGS \
	"(SELECT GROUP_CONCAT(e_.etiquette_id SEPARATOR ',')" \
	" FROM objet_etiquette e_ WHERE e_.objet_id = c.id)"

enum {
	P_ID,
	P_HUBSPOT,
	P_PRENOM,
	P_NOM,
	P_CIVILITE,
	P_NAISSANCE,
	P_EMAIL,
	P_TELEPHONE,
	P_CODE_POSTAL,
	P_VILLE,
	P_STATUT,
	P_TYPE,
	P_CACHE,  /* fields that the person keeps to who manages her: ",5,6," */
	P_LIMITE, /* since when she is put aside: nobody writes a field of hers */
	P_BIO,
	P_RELATION,
	P_VALUES,
	P_GROUPS,
	P_TAGS,
	P_COLUMNS
};
enum { LEVEL_MANAGES = 3, LEVEL_STAFF = 4, LEVEL_ADMIN = 5, LEVEL_SELF = 9 };

struct personne {
	int64_t id, hubspot_id;
	int relation; /* reading level that the reader has for this person */
	const char *text[P_COLUMNS];
};

int contact_level(const struct req *);
int contact_highest(struct req *);
struct personne contact_row(struct req *, struct rows *);
bool contact_find(struct req *, int64_t id, struct personne *);
bool contact_hideable(const struct champ *);
int contact_needs(const struct personne *, const struct champ *);
unsigned contact_values(struct arena *, const struct modele *, const struct personne *,
	const struct champ *, struct option *into, unsigned max);
const char *contact_text(
	struct arena *, const struct modele *, const struct personne *, const struct champ *);
bool contact_writes(
	const struct req *, const struct personne *, const struct champ *, bool manages);
void contact_say(struct req *, const struct modele *, const struct personne *, struct row *into,
	const struct champ *const *fields, unsigned n);

#endif
