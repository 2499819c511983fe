/* creneau_cycle.c - shifts of a person who is merged, erased, or asks for her data
 *
 * That somebody held a shift is still counted after her erasure, in the hours of the association:
 * the row stays with a contact that has no name.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/agenda/creneau.h"
#include "domain/socle/fusion.h"
#include "domain/socle/paroles.h"

PAROLES_SANS_NOM(poste, "valeur")
PAROLES_SANS_NOM(creneau, "etat")
PAROLES_SANS_NOM(creneau_place, "etat")
PAROLES_SANS_NOM(releve_demande, "cle reponse")

/* Two people become one; where both hold one shift, one place is free. */
void
creneau_merge(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("UPDATE creneau c JOIN creneau_place f ON f.creneau_id = c.id"
		    " AND f.contact_id = ? AND f.etat = 'pris' JOIN creneau_place i"
		    " ON i.creneau_id = c.id AND i.contact_id = ? AND i.etat = 'pris'"
		    " SET c.pris = c.pris - 1"),
		I(from), I(into));
	db_exec(r,
		SQL("DELETE i FROM creneau_place i JOIN creneau_place f"
		    " ON f.creneau_id = i.creneau_id AND f.contact_id = ? AND f.etat = 'pris'"
		    " WHERE i.contact_id = ? AND i.etat <> 'pris'"),
		I(from), I(into));
	MERGE_ROWS(r, "creneau_place", from, into);
	MERGE_ROWS(r, "releve_demande", from, into);
	MERGE_ROWS(r, "releve_refus", from, into);
	db_exec(r, SQL("UPDATE releve SET auteur_id = ? WHERE auteur_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE releve SET pour_id = ? WHERE pour_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE creneau_place SET remplace_id = ? WHERE remplace_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE creneau_place SET present_par = ? WHERE present_par = ?"), I(into),
		I(from));
}

/* She is erased: her shifts to come are free, what she wrote and was asked goes. */
void
creneau_erase(struct req *r, int64_t contact_id)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_exec(r,
		SQL("UPDATE creneau c JOIN creneau_place p ON p.creneau_id = c.id"
		    " SET c.pris = c.pris - 1 WHERE p.contact_id = ? AND p.etat = 'pris'"
		    " AND c.fin > ?"),
		I(contact_id), S(now));
	db_exec(r,
		SQL("DELETE p FROM creneau_place p JOIN creneau c ON c.id = p.creneau_id"
		    " WHERE p.contact_id = ? AND c.fin > ?"),
		I(contact_id), S(now));
	db_exec(r, SQL("DELETE FROM releve_demande WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM releve_refus WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("UPDATE releve SET mot = '', auteur_id = NULL WHERE auteur_id = ?"),
		I(contact_id));
}

/* What is hers, for herself: "creneaux" that she held, "releves" that she was asked. */
void
creneau_say_data(struct req *r, int64_t contact_id)
{
	db_list(r, "creneaux",
		SQL("SELECT p.evenement_id, IF(" SEES(
			"o") ", o.titre, '') AS evenement, p.titre AS poste, c.debut, c.fin,"
			     " h.etat, h.pris_le, h.quitte_le, h.present_le, h.parti_le"
			     " FROM creneau_place h JOIN creneau c ON c.id = h.creneau_id"
			     " JOIN poste p ON p.id = c.poste_id JOIN objet o"
			     " ON o.id = p.evenement_id WHERE h.contact_id = ?"
			     " ORDER BY c.debut, c.id"),
		ME(r), I(contact_id));
	db_list(r, "releves",
		SQL("SELECT p.evenement_id, p.titre AS poste, c.debut, d.reponse, d.demande_le,"
		    " d.repondu_le FROM releve_demande d JOIN releve v ON v.id = d.releve_id"
		    " JOIN creneau c ON c.id = v.creneau_id JOIN poste p ON p.id = c.poste_id"
		    " WHERE d.contact_id = ? ORDER BY d.demande_le"),
		I(contact_id));
}

/* What others wrote of posts and shifts names her no more. */
void
creneau_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, poste, id, titre, NULL);
	PAROLES(r, n, poste, id, lieu, NULL);
	PAROLES(r, n, poste, id, consignes, NULL);
	PAROLES(r, n, creneau, id, motif, NULL);
	PAROLES(r, n, releve, id, mot, NULL);
}
