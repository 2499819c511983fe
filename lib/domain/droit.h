/* droit.h - what the reader may do, by domain of the grid of rights (/admin/droits) */
#ifndef DROIT_H
#define DROIT_H

#include "db/db.h"

enum { NULLE_PART, SON_GROUPE, PARTOUT };

int droit(struct req *, const char *domaine);
bool droit_sur(struct req *, const char *domaine, int64_t groupe_id);

/* As SQL: the reader may do that in group G (an expression).  Binds I(r->user.id), S(domaine). */
#define DROIT_SUR(g) \
	"EXISTS (SELECT 1 FROM contact_public cp_ JOIN public v_ ON v_.id = cp_.public_id" \
	" JOIN profil p_ JOIN profil_droit d_ ON d_.profil_id = p_.id" \
	" WHERE cp_.contact_id = ? AND d_.domaine = ? AND ((d_.niveau = 2 AND p_.public_id = v_.id)" \
	" OR (v_.genre = p_.groupe_genre AND EXISTS (SELECT 1 FROM arbre_haut h_ WHERE h_.groupe_id = " g \
	" AND v_.cle = CONCAT(h_.ancetre_id, p_.suffixe)))))"

#endif
