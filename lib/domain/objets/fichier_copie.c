/* fichier_copie.c - a file once more, for who sees something else: its content is kept once */

#include "base/json.h"
#include "domain/objets/fichier.h"
#include "domain/socle/journal.h"

/* The caller has asked that the reader may take it.  The id of the new one; 0: it is gone. */
int64_t
fichier_copy(struct req *r, int64_t id, int64_t objet_id)
{
	int64_t copy = db_insert(r,
		SQL("INSERT INTO fichier (empreinte, nom, type, largeur, hauteur, objet_id,"
		    " cree_le, cree_par) SELECT empreinte, nom, type, largeur, hauteur, ?,"
		    " UTC_TIMESTAMP(), NULLIF(?, 0) FROM fichier WHERE id = ?"),
		I(objet_id), I(r->user.id), I(id));

	if (copy != 0)
		journal(r, "fichier.envoye", objet_id, NULL,
			json_made(&r->mem, JN("fichier", copy)));
	return copy;
}
