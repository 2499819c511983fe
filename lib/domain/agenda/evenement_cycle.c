/* evenement_cycle.c - events and registrations of a person who is merged, erased, or asks for her
 * data
 *
 * What a group organises is the association's, whoever wrote it; what a person organises in her own
 * name goes with her.  Who came is still counted: her row stays without a name.
 */

#include "domain/agenda/creneau.h"
#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/evenement_cycle.h"
#include "domain/agenda/heures.h"
#include "domain/socle/fusion.h"

/* Of two places of one date, the one that counts more stays: who came, then a seat, then a wish. */
#define POIDS(p) \
	"((" p ".present_le IS NOT NULL) * 10 + FIELD(" p ".etat, 'annule', 'refuse', 'demande'," \
	" 'attente', 'inscrit'))"
/* The registrations f of FROM and i of INTO for one event.  Binds both. */
#define DOUBLES \
	" inscription f JOIN inscription i ON i.evenement_id = f.evenement_id" \
	" AND f.contact_id = ? AND i.contact_id = ?"
/* What place p held of its date d is free. */
#define LIBERE \
	" SET d.pris = d.pris - CASE p.etat WHEN 'inscrit' THEN 1 + p.invites" \
	" WHEN 'attente' THEN p.offre ELSE 0 END, d.attente = d.attente - (p.etat = 'attente')"

/* Each date keeps one of her places, in the row of INTO. */
static void
merge_places(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("UPDATE evenement_date d JOIN place p ON p.date_id = d.id JOIN (" DOUBLES
		    ") ON i.id = p.inscription_id JOIN place q ON q.inscription_id = f.id"
		    " AND q.date_id = d.id AND " POIDS("q") " > " POIDS("p") LIBERE),
		I(from), I(into));
	db_exec(r,
		SQL("DELETE p FROM place p JOIN (" DOUBLES
		    ") ON i.id = p.inscription_id JOIN place q ON q.inscription_id = f.id"
		    " AND q.date_id = p.date_id AND " POIDS("q") " > " POIDS("p")),
		I(from), I(into));
	db_exec(r,
		SQL("UPDATE IGNORE place p JOIN (" DOUBLES
		    ") ON f.id = p.inscription_id SET p.inscription_id = i.id"),
		I(from), I(into));
	db_exec(r,
		SQL("UPDATE evenement_date d JOIN place p ON p.date_id = d.id JOIN (" DOUBLES
		    ") ON f.id = p.inscription_id" LIBERE),
		I(from), I(into));
	db_exec(r, SQL("DELETE p FROM place p JOIN (" DOUBLES ") ON f.id = p.inscription_id"),
		I(from), I(into));
}

/* Both have a row for one event: what hangs on FROM's goes to INTO's, and who waits gets what that
 * frees. */
static void
merge_registrations(struct req *r, int64_t from, int64_t into)
{
	struct rows *both =
		db_rows(r, SQL("SELECT f.evenement_id FROM " DOUBLES), I(from), I(into));

	merge_places(r, from, into);
	db_exec(r,
		SQL("UPDATE IGNORE evenement_reponse a JOIN (" DOUBLES
		    ") ON f.id = a.inscription_id SET a.inscription_id = i.id"),
		I(from), I(into));
	db_exec(r,
		SQL("DELETE a FROM evenement_reponse a JOIN (" DOUBLES
		    ") ON f.id = a.inscription_id"),
		I(from), I(into));
	db_exec(r,
		SQL("UPDATE inscription_lien l JOIN (" DOUBLES
		    ") ON f.id = l.inscription_id SET l.inscription_id = i.id"),
		I(from), I(into));
	db_exec(r,
		SQL("UPDATE place_cession l JOIN (" DOUBLES
		    ") ON f.id = l.inscription_id SET l.inscription_id = i.id"),
		I(from), I(into));
	MERGE_ROWS(r, "inscription", from, into);
	while (db_next(both, &r->mem))
		inscription_promote_all(r, db_num(both, 0));
}

/* Two people become one: what FROM organises, is invited to and comes to is INTO's. */
void
evenement_merge(struct req *r, int64_t from, int64_t into)
{
	struct rows *hers = db_rows(r,
		SQL("SELECT id FROM evenement WHERE organisateur_id = ? UNION"
		    " SELECT evenement_id FROM evenement_organisateur WHERE contact_id = ?"),
		I(from), I(from));

	db_exec(r, SQL("UPDATE evenement SET organisateur_id = ? WHERE organisateur_id = ?"),
		I(into), I(from));
	MERGE_ROWS(r, "evenement_organisateur", from, into);
	MERGE_ROWS(r, "evenement_invite", from, into);
	db_exec(r, SQL("UPDATE evenement_invite SET par_id = ? WHERE par_id = ?"), I(into),
		I(from));
	merge_registrations(r, from, into);
	db_exec(r, SQL("UPDATE place SET par_id = ? WHERE par_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE place SET present_par = ? WHERE present_par = ?"), I(into), I(from));
	heures_merge(r, from, into);
	creneau_merge(r, from, into);
	while (db_next(hers, &r->mem))
		evenement_follow(r, db_num(hers, 0));
}

/* Seats of dates to come are free again, for who waits. */
static void
free_seats(struct req *r, int64_t contact_id)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT i.evenement_id, i.id FROM inscription i"
		    " JOIN place p ON p.inscription_id = i.id AND p.etat IN ('inscrit', 'attente',"
		    " 'demande') JOIN evenement_date d ON d.id = p.date_id AND d.debut > ?"
		    " WHERE i.contact_id = ?"),
		S(clock_sql(&r->mem, clock_now())), I(contact_id));

	while (db_next(rows, &r->mem))
		inscription_free(r, db_num(rows, 0), db_num(rows, 1));
}

/* She is erased: her own events go, her registrations lose what they say of her. */
void
evenement_erase(struct req *r, int64_t contact_id)
{
	struct rows *hers = db_rows(r,
		SQL("SELECT id FROM evenement WHERE organisateur_id = ? AND groupe_id IS NULL"
		    " AND supprime_le IS NULL UNION SELECT e.id FROM evenement e"
		    " JOIN objet o ON o.id = e.id WHERE o.cree_par = ? AND e.groupe_id IS NULL"
		    " AND e.organisateur_id IS NULL AND e.supprime_le IS NULL"),
		I(contact_id), I(contact_id));

	while (db_next(hers, &r->mem))
		evenement_delete(r, db_num(hers, 0));
	free_seats(r, contact_id);
	creneau_erase(r, contact_id);
	db_exec(r, SQL("DELETE FROM evenement_organisateur WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM evenement_invite WHERE contact_id = ?"), I(contact_id));
	db_exec(r,
		SQL("DELETE a FROM evenement_reponse a JOIN inscription i"
		    " ON i.id = a.inscription_id WHERE i.contact_id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE inscription SET mot = '', prenom = '', nom = '', email = '', cle = NULL"
		    " WHERE contact_id = ?"),
		I(contact_id));
	heures_erase(r, contact_id);
}

/* What is hers, for herself: "evenements" that she organises, "inscriptions" with answers. */
void
evenement_say_data(struct req *r, int64_t contact_id)
{
	db_list(r, "evenements",
		SQL("SELECT e.id, o.titre, e.texte, e.lieu, e.debut, e.fin, e.etat FROM evenement e"
		    " JOIN objet o ON o.id = e.id WHERE (o.cree_par = ? OR e.organisateur_id = ?)"
		    " AND e.supprime_le IS NULL ORDER BY e.id"),
		I(contact_id), I(contact_id));
	db_list(r, "inscriptions",
		SQL("SELECT i.evenement_id, IF(" SEES(
			"o") ", o.titre, '') AS titre, d.debut, d.fin,"
			     " p.etat, p.invites, p.depuis, p.present_le, p.parti_le, i.mot"
			     " FROM inscription i JOIN objet o ON o.id = i.evenement_id"
			     " JOIN place p ON p.inscription_id = i.id"
			     " JOIN evenement_date d ON d.id = p.date_id WHERE i.contact_id = ?"
			     " ORDER BY d.debut, d.id"),
		ME(r), I(contact_id));
	db_list(r, "inscription_reponses",
		SQL("SELECT i.evenement_id, q.texte AS question, a.reponse"
		    " FROM evenement_reponse a JOIN inscription i ON i.id = a.inscription_id"
		    " JOIN evenement_question q ON q.id = a.question_id WHERE i.contact_id = ?"
		    " ORDER BY i.id, q.rang, q.id"),
		I(contact_id));
	heures_say_data(r, contact_id);
	creneau_say_data(r, contact_id);
}
