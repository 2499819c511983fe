/* membre.c - joining, promoting, leaving: the rows of membre, and what follows from them */

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/journal.h"

/* Is CONTACT in the group today? */
bool
membre_is(struct req *r, int64_t groupe, int64_t contact)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM membre WHERE groupe_id = ?"
			   " AND contact_id = ? AND fin IS NULL)"),
		       I(groupe), I(contact)) != 0;
}

/* May the reader give or take that role in that group?  Nobody grants above her own level:
 * coordination is given by coordination, those above, the staff.  It gives rights over people when
 * the staff gives it (acces.c). */
bool
membre_grants(struct req *r, int64_t groupe, const char *role)
{
	if (!groupe_manages(r, groupe))
		return false;
	return droit(r, "groupes") == PARTOUT ||
		db_int(r,
			SQL("SELECT NOT gr.coordination OR EXISTS (SELECT 1 FROM arbre_haut h"
			    " JOIN public v ON v.genre = 'coordination' AND v.cle = h.ancetre_id"
			    " JOIN contact_public cp ON cp.public_id = v.id"
			    " WHERE h.groupe_id = ? AND cp.contact_id = ?) FROM groupe_role gr"
			    " WHERE gr.cle = ?"),
			I(groupe), I(r->user.id), S(role)) != 0;
}

/* May the reader end that role of CONTACT in that group?  Who may not give a role may not end it,
 * nor end the membership ("membre") that carries it.  Everyone leaves by herself: that is not asked
 * here. */
bool
membre_takes(struct req *r, int64_t groupe, int64_t contact, const char *role)
{
	if (!membre_grants(r, groupe, role))
		return false;
	return droit(r, "groupes") == PARTOUT ||
		db_int(r,
			SQL("SELECT EXISTS (SELECT 1 FROM membre m"
			    " JOIN groupe_role gr ON gr.cle = m.role AND gr.coordination"
			    " WHERE m.groupe_id = ? AND m.contact_id = ? AND m.fin IS NULL AND (?"
			    " OR m.role = ?) AND (m.confirme OR ?))"),
			I(groupe), I(contact), I(strcmp(role, "membre") == 0), S(role),
			I(!membre_grants(r, groupe, "coordination"))) == 0;
}

/* As SQL: role gr is one that a group of that type offers; binds the group. */
#define OFFERED \
	"gr.retire_le IS NULL AND (gr.cle IN ('membre', 'coordination')" \
	" OR EXISTS (SELECT 1 FROM groupe_type_role tr JOIN groupe g ON g.type = tr.type" \
	" WHERE g.id = ? AND tr.role = gr.cle))"

/* Does that group have that role to give?  The grid may give a role rights everywhere: whoever
 * makes a group must not take a role that only others have. */
bool
membre_offers(struct req *r, int64_t groupe, const char *role)
{
	return db_int(r, SQL("SELECT 1 FROM groupe_role gr WHERE gr.cle = ? AND " OFFERED), S(role),
		       I(groupe)) != 0;
}

/* May the reader put CONTACT into a group without asking?  Only whom she manages already:
 * a membership opens the person's contact details to the others. */
bool
membre_direct(struct req *r, int64_t contact)
{
	return contact == r->user.id || membre_confirms(r) ||
		db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " MANAGES("o")), I(contact),
			ME(r)) != 0;
}

static const char *
act(struct req *r, int64_t groupe, const char *role)
{
	return json_made(&r->mem, JN("groupe", groupe), JS("role", role));
}

/* Did, or does, person WHO come into group G while anybody joins it (membre.libre)?  A role that
 * she is given there later changes nothing of it. */
#define CAME_FREELY(g, who) \
	"(EXISTS (SELECT 1 FROM groupe gl_ WHERE gl_.id = " g " AND gl_.ouverture = 'ouvert')" \
	" OR EXISTS (SELECT 1 FROM membre ml_ WHERE ml_.groupe_id = " g \
	" AND ml_.contact_id = " who " AND ml_.fin IS NULL AND ml_.libre))"

/* Is person WHO put into group G by somebody who keeps her page, without having asked for it?  Then
 * she shows no contact details there before she says so, as in a group that anybody joins.  Binds
 * PUT_ME(r). */
#define PUT_IN(g, who) \
	"(? AND " who " <> ? AND NOT EXISTS (SELECT 1 FROM membre mp_ WHERE mp_.groupe_id = " g \
	" AND mp_.contact_id = " who " AND mp_.fin IS NULL)" \
	" AND NOT EXISTS (SELECT 1 FROM groupe_demande gp_ WHERE gp_.groupe_id = " g \
	" AND gp_.contact_id = " who " AND gp_.genre = 'demande' AND gp_.etat = 'attente'))"
#define PUT_ME(r) I((r)->user.id != 0 && !membre_confirms(r)), I((r)->user.id)

/* Begin that row unless it is there.  The group is locked: two at once make one. */
static bool
begin_row(struct req *r, int64_t groupe, int64_t contact, const char *role)
{
	return db_exec(r,
		       SQL("INSERT INTO membre (groupe_id, contact_id, role, debut, origine, libre)"
			   " SELECT w.g, w.c, ?, UTC_DATE(),"
			   " 'plateforme', " CAME_FREELY("w.g", "w.c") " OR " PUT_IN("w.g",
				   "w.c") " FROM (SELECT ? AS g, ? AS c) w WHERE NOT EXISTS"
					  " (SELECT 1 FROM membre"
					  " WHERE groupe_id = w.g AND contact_id = w.c AND role = ?"
					  " AND fin IS NULL)"),
		       S(role), PUT_ME(r), I(groupe), I(contact), S(role)) > 0;
}

/* Does what the reader gives count for the grid?  The staff's, who keeps all groups: a volunteer to
 * whom the grid gives all groups keeps them, and takes hold of nobody by that. */
bool
membre_confirms(struct req *r)
{
	return r->user.level >= STAFF && droit(r, "groupes") == PARTOUT;
}

/* The staff gives, or confirms, that role of CONTACT in the group: it counts for the grid.  False:
 * it did. */
static bool
confirm(struct req *r, int64_t groupe, int64_t contact, const char *role)
{
	return db_exec(r,
		       SQL("UPDATE membre SET confirme = TRUE WHERE groupe_id = ?"
			   " AND contact_id = ? AND role = ?"
			   " AND fin IS NULL AND NOT confirme"),
		       I(groupe), I(contact), S(role)) > 0;
}

/* Put CONTACT into the group with that role.  False: had it already, as much as the reader gives
 * it. */
bool
membre_add(struct req *r, int64_t groupe, int64_t contact, const char *role)
{
	bool new;

	db_int(r, SQL("SELECT id FROM groupe WHERE id = ? FOR UPDATE"), I(groupe));
	new = begin_row(r, groupe, contact, "membre");
	if (strcmp(role, "membre") != 0)
		new = begin_row(r, groupe, contact, role) || new;
	if (strcmp(role, "membre") != 0 && membre_confirms(r))
		new = confirm(r, groupe, contact, role) || new;
	db_exec(r,
		SQL("UPDATE groupe_demande SET etat = 'acceptee', repondu_le = UTC_TIMESTAMP(),"
		    " repondu_par = ? WHERE groupe_id = ? AND contact_id = ? AND etat = 'attente'"),
		I(r->user.id), I(groupe), I(contact));
	if (new) {
		journal(r, "membre.ajoute", contact, NULL, act(r, groupe, role));
		acces_contact(r, contact);
	}
	return new;
}

/* End that role of CONTACT in the group; "membre": all of them, she leaves.  What the CRM says
 * stays.  How many rows ended. */
int
membre_end(struct req *r, int64_t groupe, int64_t contact, const char *role)
{
	int n = (int) db_exec(r,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE groupe_id = ? AND contact_id = ?"
		    " AND fin IS NULL AND origine = 'plateforme' AND (? OR role = ?)"),
		I(groupe), I(contact), I(strcmp(role, "membre") == 0), S(role));

	if (n > 0) {
		journal(r, "membre.retire", contact, act(r, groupe, role), NULL);
		acces_contact(r, contact);
	}
	return n;
}

/* She was in that group from one day to another; 0: that is written already. */
static int64_t
past_row(struct req *r, int64_t groupe, int64_t contact, const char *role, const char *debut,
	const char *fin)
{
	return db_insert(r,
		SQL("INSERT INTO membre (groupe_id, contact_id, role, debut, fin, origine)"
		    " SELECT w.g, w.c, ?, ?, ?, 'plateforme' FROM (SELECT ? AS g, ? AS c) w"
		    " WHERE NOT EXISTS (SELECT 1 FROM membre WHERE groupe_id = w.g"
		    " AND contact_id = w.c AND role = ? AND debut = ?)"),
		S(role), S(debut), S(fin), I(groupe), I(contact), S(role), S(debut));
}

/* She is in that group since DEBUT ("": today); 0: she was. */
static int64_t
row_since(struct req *r, int64_t groupe, int64_t contact, const char *role, const char *debut)
{
	int64_t id;

	if (!begin_row(r, groupe, contact, role))
		return 0;
	id = db_int(r,
		SQL("SELECT MAX(id) FROM membre WHERE groupe_id = ? AND contact_id = ?"
		    " AND role = ? AND fin IS NULL"),
		I(groupe), I(contact), S(role));
	db_exec(r, SQL("UPDATE membre SET debut = COALESCE(NULLIF(?, ''), debut) WHERE id = ?"),
		S(debut), I(id));
	if (strcmp(role, "membre") != 0 && membre_confirms(r))
		confirm(r, groupe, contact, role);
	return id;
}

/* What a table says of before: she has that role since DEBUT, or had it until FIN.  How many rows
 * that made, and which; 0: they were there. */
unsigned
membre_take(struct req *r, int64_t groupe, int64_t contact, const char *role, const char *debut,
	const char *fin, int64_t ids[2])
{
	unsigned n = 0;

	db_int(r, SQL("SELECT id FROM groupe WHERE id = ? FOR UPDATE"), I(groupe));
	if (*fin != '\0') {
		ids[n] = past_row(r, groupe, contact, role, debut, fin);
		return ids[n] != 0;
	}
	if ((ids[n] = row_since(r, groupe, contact, "membre", debut)) != 0)
		n++;
	if (strcmp(role, "membre") != 0 &&
		(ids[n] = row_since(r, groupe, contact, role, debut)) != 0)
		n++;
	if (n > 0) {
		journal(r, "membre.ajoute", contact, NULL, act(r, groupe, role));
		acces_contact(r, contact);
	}
	return n;
}

/* That row was never: what membre_take() made is taken back. */
void
membre_drop(struct req *r, int64_t id)
{
	int64_t contact = db_int(r, SQL("SELECT contact_id FROM membre WHERE id = ?"), I(id));

	if (contact == 0)
		return;
	db_exec(r, SQL("DELETE FROM membre WHERE id = ?"), I(id));
	journal(r, "membre.reprise_annulee", contact, NULL, NULL);
	acces_contact(r, contact);
}

/* The type of that group, or of all groups of TYPE, says something else of roles: rights follow. */
void
membre_follow_type(struct req *r, int64_t groupe, const char *type)
{
	acces_lot_clear(r);
	db_exec(r,
		SQL("INSERT IGNORE INTO lot SELECT CONNECTION_ID(), m.contact_id FROM membre m"
		    " JOIN groupe g ON g.id = m.groupe_id"
		    " WHERE m.fin IS NULL AND m.role <> 'membre' AND (g.id = ? OR g.type = ?)"),
		I(groupe), S(type));
	acces_lot(r);
	acces_lot_clear(r);
}

/* ---- many at once ---- */

/* The rows of lot_membre of this connection, as acts; the rights of those people follow. */
static int
follow_lot(struct req *r, const char *acte, bool began)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT contact_id, groupe_id, role FROM lot_membre"
		    " WHERE connexion = CONNECTION_ID()"));
	size_t n = (size_t) db_int(
		r, SQL("SELECT COUNT(*) FROM lot_membre WHERE connexion = CONNECTION_ID()"));
	struct acte *acts = arena_alloc(&r->mem, (n + 1) * sizeof *acts);

	n = 0;
	for (; db_next(rows, &r->mem); n++) {
		const char *what = act(r, db_num(rows, 1), db_text(rows, 2));

		acts[n] = (struct acte) { acte, db_num(rows, 0), began ? NULL : what,
			began ? what : NULL };
	}
	if (n > 0) {
		journal_many(r, acts, n);
		acces_lot_clear(r);
		db_exec(r,
			SQL("INSERT IGNORE INTO lot SELECT connexion, contact_id FROM lot_membre"
			    " WHERE connexion = CONNECTION_ID()"));
		acces_lot(r);
		acces_lot_clear(r);
	}
	db_exec(r, SQL("DELETE FROM lot_membre WHERE connexion = CONNECTION_ID()"));
	return (int) n;
}

/* membre_add() for the rows of lot_membre, whose role is "membre"; empties it.  How many are new.
 * As there, the caller has asked whether each may be put in without being asked. */
int
membre_add_lot(struct req *r)
{
	db_int(r,
		SQL("SELECT COUNT(*) FROM (SELECT g.id FROM groupe g WHERE g.id IN"
		    " (SELECT groupe_id FROM lot_membre"
		    " WHERE connexion = CONNECTION_ID()) ORDER BY g.id FOR UPDATE) g"));
	db_exec(r,
		SQL("DELETE w FROM lot_membre w JOIN membre m ON m.contact_id = w.contact_id"
		    " AND m.groupe_id = w.groupe_id AND m.role = w.role AND m.fin IS NULL"
		    " WHERE w.connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT INTO membre (groupe_id, contact_id, role, debut, origine, tri, libre)"
		    " SELECT w.groupe_id, w.contact_id, w.role, UTC_DATE(), 'plateforme',"
		    " c.tri, " CAME_FREELY("w.groupe_id", "w.contact_id") " OR " PUT_IN(
			    "w.groupe_id", "w.contact_id") " FROM lot_membre w"
							   " JOIN contact c ON c.id = w.contact_id"
							   " WHERE w.connexion = CONNECTION_ID()"),
		PUT_ME(r));
	db_exec(r,
		SQL("UPDATE groupe_demande d JOIN lot_membre w ON w.connexion = CONNECTION_ID()"
		    " AND w.groupe_id = d.groupe_id AND w.contact_id = d.contact_id"
		    " SET d.etat = 'acceptee', d.repondu_le = UTC_TIMESTAMP(), d.repondu_par = ?"
		    " WHERE d.etat = 'attente'"),
		I(r->user.id));
	return follow_lot(r, "membre.ajoute", true);
}

/* membre_end() of "membre" for the rows of lot_membre; empties it.  How many ended. */
int
membre_end_lot(struct req *r)
{
	db_exec(r,
		SQL("DELETE w FROM lot_membre w LEFT JOIN membre m ON m.contact_id = w.contact_id"
		    " AND m.groupe_id = w.groupe_id AND m.fin IS NULL AND m.origine = 'plateforme'"
		    " WHERE w.connexion = CONNECTION_ID() AND m.id IS NULL"));
	db_exec(r,
		SQL("UPDATE membre m JOIN lot_membre w ON w.connexion = CONNECTION_ID()"
		    " AND w.contact_id = m.contact_id"
		    " AND w.groupe_id = m.groupe_id SET m.fin = UTC_DATE()"
		    " WHERE m.fin IS NULL AND m.origine = 'plateforme'"));
	return follow_lot(r, "membre.retire", false);
}

/* Does that role (any, when NULL) of CONTACT in the group come from the CRM? */
bool
membre_from_crm(struct req *r, int64_t groupe, int64_t contact, const char *role)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM membre WHERE groupe_id = ?"
			   " AND contact_id = ? AND fin IS NULL"
			   " AND origine = 'hubspot' AND (? IS NULL OR role = ?))"),
		       I(groupe), I(contact), S(role), S(role)) != 0;
}

/* Say the roles that a group of that type offers and that the reader may give. */
void
membre_say_roles(struct req *r, const char *list, int64_t groupe, const char *chosen)
{
	db_list(r, list,
		SQL("SELECT gr.cle AS valeur, gr.titre AS libelle, gr.cle = ? AS choisi"
		    " FROM groupe_role gr WHERE " OFFERED " AND (? OR NOT gr.coordination)"
		    " ORDER BY gr.cle <> 'membre', gr.ordre, gr.titre"),
		S(chosen), I(groupe), I(membre_grants(r, groupe, "coordination")));
}
