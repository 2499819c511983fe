/* actualite_cycle.c - news of a person who is merged, erased, or asks for her data
 *
 * News are the association's, whoever wrote them; the portrait of a person goes with her.
 */

#include <inttypes.h>

#include "domain/actualites/actualite.h"
#include "domain/contacts/contact.h"
#include "domain/contacts/parcours.h"

/* Two people become one. */
void
actualite_merge(struct req *r, int64_t from, int64_t into)
{
	struct rows *shows = db_rows(
		r, SQL("SELECT id FROM actualite WHERE portrait_id = ? FOR UPDATE"), I(from));

	db_exec(r, SQL("UPDATE actualite SET portrait_id = ? WHERE portrait_id = ?"), I(into),
		I(from));
	while (db_next(shows, &r->mem))
		actualite_follow(r, db_num(shows, 0));
}

/* She is erased: her portraits go, and her drafts that nobody has read. */
void
actualite_erase(struct req *r, int64_t contact_id)
{
	struct rows *hers = db_rows(r,
		SQL("SELECT id FROM actualite WHERE portrait_id = ? UNION SELECT a.id"
		    " FROM actualite a JOIN objet o ON o.id = a.id WHERE o.cree_par = ?"
		    " AND a.publie_le IS NULL AND a.supprime_le IS NULL"),
		I(contact_id), I(contact_id));

	while (db_next(hers, &r->mem))
		actualite_delete(r, db_num(hers, 0));
}

/* What is hers, for herself: "actualites" that she wrote, "portraits" of her. */
void
actualite_say_data(struct req *r, int64_t contact_id)
{
	db_list(r, "actualites",
		SQL("SELECT a.id, o.titre, a.chapeau, a.texte, a.etat, o.cree_le, a.publie_le"
		    " FROM actualite a JOIN objet o ON o.id = a.id WHERE o.cree_par = ?"
		    " AND a.supprime_le IS NULL ORDER BY a.id"),
		I(contact_id));
	db_list(r, "portraits",
		SQL("SELECT a.id, o.titre, a.chapeau, a.texte, a.etat, a.accord, a.publie_le"
		    " FROM actualite a JOIN objet o ON o.id = a.id WHERE a.portrait_id = ?"
		    " AND a.supprime_le IS NULL ORDER BY a.id"),
		I(contact_id));
}

/* Of her path: her portraits, for who reads them. */
void
actualite_etapes(struct req *r, const struct personne *p, struct etapes *e)
{
	struct rows *a = db_rows(r,
		SQL("SELECT a.publie_le, o.titre, a.id FROM actualite a JOIN objet o ON o.id = a.id"
		    " WHERE a.portrait_id = ? AND a.etat = 'publiee' AND a.accord = 'oui'"
		    " AND " SEES("o") " ORDER BY a.publie_le DESC LIMIT 50"),
		I(p->id), ME(r));

	while (db_next(a, &r->mem))
		parcours_add(r, e,
			(struct etape) { db_text(a, 0), "actualite", "", "Son portrait",
				db_text(a, 1), "",
				arena_printf(&r->mem, "/actualites/%" PRId64, db_num(a, 2)) });
}
