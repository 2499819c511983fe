/* fichier_copie.c - a file once more, for who sees something else: its content is kept once; and
 * the room that contents take
 */

#include "base/conf.h"
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

/* Would SIZE bytes more be over what the site's host gives it? */
bool
fichier_no_room(struct req *r, int64_t size)
{
	return conf.store_quota > 0 &&
		db_int(r, SQL("SELECT COALESCE(SUM(taille), 0) FROM fichier_contenu")) + size >
		(int64_t) conf.store_quota * 1000000;
}
