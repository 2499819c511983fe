/* acces.h - who may do what: the one test, and what keeps it true */
#ifndef ACCES_H
#define ACCES_H

#include "db/db.h"

enum droit { VOIR = 1, CONTRIBUER = 2, GERER = 3 };

/* The one way to ask, inside the WHERE of every list, page, search, export, feed, mail and
 * picker.  O is the alias of a row of objet; binds ME(r).  Everyone sees and manages
 * oneself. */
#define MAY(o, droit) MAY_OF(o, "?", droit)
#define SEES(o) MAY(o, "1")
#define MANAGES(o) MAY(o, "3")

/* A table of one contact_id: who asks (binds her id), whose session it is (binds its hash). */
#define MOI "(SELECT ? AS contact_id)"
#define MOI_BY_SESSION "(SELECT contact_id FROM session WHERE empreinte = UNHEX(?))"

/* The same as a set, asked once: the lists that the reader has DROIT on.  For counts over many
 * things; what follows such a list is seen, and oneself (o.id = ?).  Binds her id. */
#define LISTS_WITH(droit) \
	"(SELECT a_.liste_id FROM contact_public p_ JOIN acces a_ ON a_.public_id = p_.public_id" \
	" WHERE p_.contact_id = ? AND a_.droit >= " droit ")"

/* The same test of somebody else: WHO is a column ("c.id"), for what is sent to many. */
#define MAY_OF(o, who, droit) \
	"(" o ".id = " who " OR EXISTS (SELECT 1 FROM acces a_" \
	" JOIN contact_public p_ ON p_.public_id = a_.public_id" \
	" WHERE a_.liste_id = " o ".liste_id AND p_.contact_id = " who " AND a_.droit >= " droit \
	"))"
#define SEEN_BY(o, who) MAY_OF(o, who, "1")

/* As SQL: that role (M, of membre) was given by the CRM or by the staff. */
#define ROLE_CONFIRMED(m) "(" m ".origine = 'hubspot' OR " m ".confirme)"
/* It is in a group whose type is for that: then it counts for the grid, over people. */
#define IN_CARE(groupe) \
	"EXISTS (SELECT 1 FROM groupe gt_ JOIN groupe_type ty_ ON ty_.cle = gt_.type" \
	" AND ty_.encadre WHERE gt_.id = " groupe ")"

/* May the reader read the name of that public?  Not that of a group or a person she does not see.
 * Binds ME(r). */
#define PUBLIC_SEEN(p) \
	"(" p ".genre NOT IN ('groupe', 'equipe', 'prospects', 'coordination', 'encadrement'," \
	" 'role_groupe', 'personne') OR " p \
	".cle LIKE '0:%' OR EXISTS (SELECT 1 FROM objet og_ WHERE og_.id = SUBSTRING_INDEX(" p \
	".cle, ':', 1) AND " SEES("og_") "))"

/* What a status and a type of contact open (contact.acces), as SQL: two expressions of one
 * collation.  What is not known opens nothing. */
#define ACCES_LEVEL(statut, type) \
	"CASE WHEN " statut " = 'ancien' THEN 0 WHEN " type " = 'salarie' THEN 3 WHEN " statut \
	" = 'confirme' THEN 2 WHEN " statut " = 'prospect' THEN 1 ELSE 0 END"

/* liste.c */
int64_t public_id(struct req *, const char *genre, const char *cle, const char *titre);
int64_t liste_id(struct req *, const char *text);
int64_t liste_new(struct req *, const char *text);
void liste_expand(struct req *);

void liste_expand_grid(struct req *);
void liste_expand_group(struct req *, int64_t groupe_id);
int acces_qui(struct req *, const char *into, int64_t liste_id);
void acces_nombre(struct req *, const char *into, int64_t liste_id, int64_t groupe_id);

/* acces.c */
void acces_lot_clear(struct req *);
void acces_lot_add(struct req *, int64_t contact_id);
void acces_levels(struct req *);
void acces_follow(struct req *);
void acces_lot(struct req *);
void acces_contact(struct req *, int64_t contact_id);
int64_t acces_lot_next(struct req *, int64_t *last);
void acces_everybody(struct req *);
void acces_coordonnees_groupe(struct req *, int64_t groupe_id);
void acces_coordonnees_type(struct req *, const char *type);

#endif
