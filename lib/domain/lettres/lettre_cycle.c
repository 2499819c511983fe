/* lettre_cycle.c - what letters do when people are merged, erased, or ask for their data
 *
 * Letters are the association's, whoever wrote them.  That one was sent to somebody is hers: it
 * goes to whom she becomes, and stays as a figure, without name or address, when she is erased.
 * Addresses of what has long left are forgotten, whoever had them.
 */

#include "base/clock.h"
#include "domain/contacts/contact.h"
#include "domain/contacts/parcours.h"
#include "domain/lettres/lettre_cycle.h"
#include "domain/lettres/lettre_gens.h"

enum { MONTH = 30 * 86400, MONTHS = 6, PIECE = 5000 };

/* What was sent to her stays as figures, without name or address; what was not is not. */
static void
leave_figures(struct req *r, int64_t contact_id)
{
	db_exec(r,
		SQL("UPDATE lettre_envoi SET etat = IF(etat IN ('pret', 'pris'), 'annule', etat),"
		    " contact_id = NULL, adresse = CONCAT('-', id), erreur = ''"
		    " WHERE contact_id = ?"),
		I(contact_id));
}

/* What FROM has got already does not come to INTO a second time. */
static void
keep_one_copy(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("UPDATE lettre_envoi v JOIN lettre_envoi g ON g.lettre_id = v.lettre_id"
		    " AND g.contact_id = ? AND g.etat IN ('pris', 'envoye')"
		    " SET v.etat = 'annule', v.erreur = 'meme_adresse'"
		    " WHERE v.contact_id = ? AND v.etat = 'pret'"),
		I(from), I(into));
}

void
lettre_merge(struct req *r, int64_t from, int64_t into)
{
	keep_one_copy(r, from, into);
	db_exec(r, SQL("UPDATE IGNORE lettre_envoi SET contact_id = ? WHERE contact_id = ?"),
		I(into), I(from));
	leave_figures(r, from); /* both had it: the figures of the letter stay those of its rows */
	db_exec(r, SQL("UPDATE objet SET cree_par = ? WHERE genre = 'lettre' AND cree_par = ?"),
		I(into), I(from));
	db_exec(r, SQL("UPDATE lettre SET par_id = ? WHERE par_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE lettre SET relu_par = ? WHERE relu_par = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE lettre SET modifie_par = ? WHERE modifie_par = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE lettre_bloc SET modifie_par = ? WHERE modifie_par = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE lettre_edition SET par_id = ? WHERE par_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE lettre_reprise SET par_id = ? WHERE par_id = ?"), I(into), I(from));
}

void
lettre_erase(struct req *r, int64_t contact_id)
{
	leave_figures(r, contact_id);
	db_exec(r, SQL("UPDATE lettre SET relu_par = NULL WHERE relu_par = ?"), I(contact_id));
	db_exec(r, SQL("UPDATE lettre SET modifie_par = NULL WHERE modifie_par = ?"),
		I(contact_id));
	db_exec(r, SQL("UPDATE lettre_bloc SET modifie_par = NULL WHERE modifie_par = ?"),
		I(contact_id));
}

/* "lettres": which she was sent, where, when, and what became of them. */
void
lettre_say_data(struct req *r, int64_t contact_id)
{
	db_list(r, "lettres",
		SQL("SELECT v.lettre_id, e.sujet, " LETTRE_WENT_TO
		    " AS adresse, v.etat, v.envoye_le, v.desinscrit_le"
		    " FROM lettre_envoi v LEFT JOIN lettre_edition e ON e.lettre_id = v.lettre_id"
		    " AND e.numero = v.edition WHERE v.contact_id = ? ORDER BY v.id"),
		I(contact_id));
}

/* Where a letter that has left for six months went is forgotten, some rows at each turn: who got it
 * and the figures stay. */
void
lettre_oubli_tour(struct req *r)
{
	time_t now = clock_now();
	int64_t id = db_int(r,
		SQL("SELECT id FROM lettre WHERE adresses_oubliees_le IS NULL AND fini_le < ?"
		    " LIMIT 1"),
		S(clock_sql(&r->mem, now - MONTHS * MONTH)));

	if (id != 0 &&
		db_exec(r,
			SQL("UPDATE lettre_envoi SET adresse = CONCAT('-', id), erreur = ''"
			    " WHERE lettre_id = ? AND adresse <> CONCAT('-', id) LIMIT ?"),
			I(id), I(PIECE)) == 0)
		db_exec(r, SQL("UPDATE lettre SET adresses_oubliees_le = ? WHERE id = ?"),
			S(clock_sql(&r->mem, now)), I(id));
}

/* What she was sent is for herself, and for the staff who see that letter. */
void
lettre_etapes(struct req *r, const struct personne *p, struct etapes *e)
{
	struct rows *rows;

	if (p->relation < LEVEL_STAFF && p->id != r->user.id)
		return;
	rows = db_rows(r,
		SQL("SELECT v.envoye_le, o.titre, o.id FROM lettre_envoi v"
		    " JOIN lettre l ON l.id = v.lettre_id AND l.supprime_le IS NULL"
		    " JOIN objet o ON o.id = l.id WHERE v.contact_id = ? AND v.etat = 'envoye'"
		    " AND " SEES("o") " ORDER BY v.envoye_le DESC LIMIT 500"),
		I(p->id), ME(r));
	while (db_next(rows, &r->mem))
		parcours_add(r, e,
			(struct etape) { db_text(rows, 0), "lettre", "", "A reçu", db_text(rows, 1),
				"", arena_printf(&r->mem, "/lettres/%s/lire", db_text(rows, 2)) });
}
