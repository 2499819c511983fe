/* droit.h - what the reader may do, by domain of the grid of rights (/admin/droits) */
#ifndef DROIT_H
#define DROIT_H

#include "db/db.h"

enum { NULLE_PART, SON_GROUPE, PARTOUT };

int droit(struct req *, const char *domaine);
const char *droits_partout(struct req *);
bool droit_sur(struct req *, const char *domaine, int64_t groupe_id);

/* As SQL: what the grid gives to person WHO, a column, as a text for r->user.droits:
 * "export:2,journal:2+"; with "+" a part of the administration, everywhere. */
#define DROITS_OF(who) \
	"(SELECT GROUP_CONCAT(d_.domaine, ':', d_.niveau," \
	" IF(x_.administre AND d_.niveau = 2, '+', '')) FROM contact_public cp_" \
	" JOIN profil p_ ON p_.public_id = cp_.public_id" \
	" JOIN profil_droit d_ ON d_.profil_id = p_.id JOIN domaine x_ ON x_.cle = d_.domaine" \
	" WHERE cp_.contact_id = " who ")"

/* As SQL: the reader may do that in group G (an expression).  What is over people counts in groups
 * whose type is for that, and comes down by places that are sure (arbre.c).  Binds I(r->user.id),
 * S(domaine). */
#define DROIT_SUR(g) \
	"EXISTS (SELECT 1 FROM contact_public cp_ JOIN public v_ ON v_.id = cp_.public_id" \
	" JOIN profil p_ JOIN profil_droit d_ ON d_.profil_id = p_.id" \
	" JOIN domaine x_ ON x_.cle = d_.domaine" \
	" WHERE cp_.contact_id = ? AND d_.domaine = ? AND ((d_.niveau = 2" \
	" AND p_.public_id = v_.id)" \
	" OR (v_.genre = p_.groupe_genre AND EXISTS (SELECT 1 FROM arbre_haut h_" \
	" JOIN groupe gt_ ON gt_.id = h_.groupe_id" \
	" JOIN groupe_type ty_ ON ty_.cle = gt_.type WHERE h_.groupe_id = " g \
	" AND v_.cle = CONCAT(h_.ancetre_id, p_.suffixe)" \
	" AND (NOT x_.confirme OR (h_.incertaines = 0 AND (ty_.encadre" \
	" OR v_.genre IN ('equipe', 'prospects'))))))))"

#endif
