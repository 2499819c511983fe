/* groupe_etat.c - a group is made, becomes open, closed or hidden, is archived and comes back */

#include "domain/acces/acces.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/groupe_etat.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/journal.h"

/* A new group below PARENT (0: where its type puts it).  OUVERTURE NULL: as its type says. */
int64_t
groupe_make(
	struct req *r, const char *type, const char *titre, int64_t parent, const char *ouverture)
{
	int64_t id = groupe_create(r, type, titre);

	if (ouverture != NULL)
		ouverture_set(r, id, ouverture);
	if (parent != 0)
		arbre_move(r, id, parent);
	return id;
}

/* Out of the lists and read-only, closed today unless it had a date; or as before. */
void
groupe_archive(struct req *r, int64_t id, bool archive)
{
	db_exec(r, SQL("UPDATE objet SET archive_le = IF(?, UTC_TIMESTAMP(), NULL) WHERE id = ?"),
		I(archive), I(id));
	db_exec(r,
		SQL("UPDATE groupe SET actif = ?, ferme_le = IF(?, COALESCE(ferme_le, UTC_DATE()),"
		    " NULL) WHERE id = ?"),
		I(!archive), I(archive), I(id));
	if (archive)
		db_exec(r,
			SQL("UPDATE groupe_demande SET etat = 'retiree',"
			    " repondu_le = UTC_TIMESTAMP(), repondu_par = ?"
			    " WHERE groupe_id = ? AND etat = 'attente'"),
			I(r->user.id), I(id));
	ouverture_apply(r, id);
	journal(r, archive ? "groupe.archive" : "groupe.rouvert", id, NULL, NULL);
}
