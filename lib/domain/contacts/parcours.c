/* parcours.c - the values of followed fields, each with the time it began and ended
 *
 * What is so now is compared with what was open, for all people of the lot at once, whoever
 * changed it: the sync, an import, a form.  The index is named because a table that has just begun
 * to fill looks empty to the optimizer, which would then read it whole for each person.
 */

#include "base/clock.h"
#include "domain/contacts/parcours.h"

static void
close_lot(struct req *r, const char *now)
{
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN parcours p FORCE INDEX (contact_id) ON p.contact_id"
		    " = l.contact_id AND p.fin IS NULL"
		    " AND l.connexion = CONNECTION_ID() JOIN champ f ON f.id = p.champ_id"
		    " JOIN contact c ON c.id = p.contact_id"
		    " LEFT JOIN champ_valeur v ON v.contact_id = p.contact_id"
		    " AND v.champ_id = p.champ_id AND v.valeur = p.valeur"
		    " SET p.fin = ? WHERE CASE f.colonne WHEN 'statut' THEN c.statut <> p.valeur"
		    " WHEN 'type_contact' THEN c.type_contact <> p.valeur ELSE v.champ_id IS NULL"
		    " END"),
		S(now));
}

/* What a person is when she is first met began before: initial. */
static void
open_lot(struct req *r, const char *now)
{
	db_exec(r,
		SQL("INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine, initial)"
		    " SELECT n.contact_id, n.champ_id, n.valeur, ?, n.origine, n.initial FROM ("
		    " SELECT STRAIGHT_JOIN l.contact_id, f.id AS champ_id, v.valeur, f.origine,"
		    " NOT EXISTS (SELECT 1 FROM parcours d FORCE INDEX (contact_id)"
		    " WHERE d.contact_id = l.contact_id) AS initial"
		    " FROM lot l JOIN champ_valeur v ON v.contact_id = l.contact_id"
		    " JOIN champ f ON f.id = v.champ_id AND f.suivi"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " UNION ALL SELECT STRAIGHT_JOIN l.contact_id, f.id, IF(f.colonne = 'statut',"
		    " c.statut, c.type_contact), f.origine,"
		    " NOT EXISTS (SELECT 1 FROM parcours d FORCE INDEX (contact_id)"
		    " WHERE d.contact_id = l.contact_id)"
		    " FROM lot l JOIN contact c ON c.id = l.contact_id"
		    " JOIN champ f ON f.colonne IN ('statut', 'type_contact') AND f.suivi"
		    " WHERE l.connexion = CONNECTION_ID()) n"
		    " LEFT JOIN parcours p FORCE INDEX (contact_id) ON p.contact_id = n.contact_id"
		    " AND p.champ_id = n.champ_id AND p.valeur = n.valeur"
		    " AND p.fin IS NULL WHERE p.id IS NULL AND n.valeur <> ''"),
		S(now));
}

/* Keep what changed in the followed fields of the people of the lot. */
void
parcours_lot(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now());

	close_lot(r, now);
	open_lot(r, now);
}

/* That field is followed from now on: what people have in it is its beginning. */
void
parcours_follow(struct req *r, int64_t champ_id)
{
	db_exec(r,
		SQL("INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine, initial)"
		    " SELECT v.contact_id, v.champ_id, v.valeur, ?, f.origine, TRUE"
		    " FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id LEFT JOIN parcours p ON p.contact_id ="
		    " v.contact_id"
		    " AND p.champ_id = v.champ_id AND p.valeur = v.valeur AND p.fin IS NULL"
		    " WHERE v.champ_id = ? AND p.id IS NULL"),
		S(clock_sql(&r->mem, clock_now())), I(champ_id));
}

/* FROM was merged into INTO: one path. */
void
parcours_merge(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("DELETE p FROM parcours p JOIN parcours q ON q.contact_id = ?"
		    " AND q.champ_id = p.champ_id"
		    " AND q.valeur = p.valeur AND q.fin IS NULL WHERE p.contact_id = ?"
		    " AND p.fin IS NULL"),
		I(into), I(from));
	db_exec(r, SQL("UPDATE parcours SET contact_id = ? WHERE contact_id = ?"), I(into),
		I(from));
}
