/* contact_settle.c - what follows from what the CRM said: who leaves, who is merged, and the
 * access, groups, words and index of everybody touched
 */

#include <inttypes.h>

#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/contacts/accueil.h"
#include "domain/contacts/contact_words.h"
#include "domain/contacts/parcours.h"
#include "domain/crm/contact_store.h"
#include "domain/groupes/groupe.h"
#include "domain/vie/cycle.h"

/* Links and mails not sent yet end.  Sessions are refused at each request while the
 * access is closed: theirs is a page that explains, and they work again if the CRM gives the
 * contact back. */
static void
shut(struct req *r, int64_t id)
{
	db_exec(r, SQL("DELETE FROM lien WHERE contact_id = ?"), I(id));
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'annule', texte = '', html = ''"
		    " WHERE contact_id = ? AND etat = 'pret'"),
		I(id));
}

/* The contact is no longer in the CRM: access ends, data stay, unless she asked here to be erased,
 * which is done in the CRM.  False: it was so already. */
bool
contact_retire(struct req *r, int64_t contact_id, struct acte *a)
{
	if (cycle_asked(r, contact_id)) {
		cycle_forget(r, contact_id);
		*a = (struct acte) { "contact.efface", contact_id, NULL, NULL };
		return true;
	}
	if (db_exec(r,
		    SQL("UPDATE contact SET retire_le = UTC_TIMESTAMP() WHERE id = ?"
			" AND retire_le IS NULL"),
		    I(contact_id)) == 0)
		return false;
	shut(r, contact_id);
	acces_lot_add(r, contact_id);
	*a = (struct acte) { "contact.retire", contact_id, NULL, NULL };
	return true;
}

/* A role that both have in a group is had once, since the first of the two days. */
static void
move_memberships(struct req *r, int64_t from, int64_t to)
{
	db_exec(r,
		SQL("UPDATE membre i JOIN membre f ON f.groupe_id = i.groupe_id AND f.role = i.role"
		    " AND f.fin IS NULL AND f.contact_id = ?"
		    " SET i.debut = LEAST(i.debut, f.debut), i.confirme = i.confirme OR f.confirme"
		    " WHERE i.contact_id = ? AND i.fin IS NULL"),
		I(from), I(to));
	db_exec(r,
		SQL("DELETE f FROM membre f JOIN membre i ON i.groupe_id = f.groupe_id"
		    " AND i.role = f.role AND i.fin IS NULL AND i.contact_id = ?"
		    " WHERE f.contact_id = ? AND f.fin IS NULL"),
		I(to), I(from));
	db_exec(r, SQL("UPDATE membre SET contact_id = ? WHERE contact_id = ?"), I(to), I(from));
}

static void
move_history(struct req *r, int64_t from, int64_t to)
{
	db_exec(r, SQL("DELETE FROM session WHERE contact_id = ?"), I(from));
	db_exec(r, SQL("UPDATE IGNORE acces_ferme SET contact_id = ? WHERE contact_id = ?"), I(to),
		I(from)); /* closed by an administrator: also under her other number */
	cycle_merge(r, from, to);
	move_memberships(r, from, to);
	db_exec(r,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur, texte)"
		    " SELECT ?, v.champ_id, v.valeur, v.texte FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id AND f.origine = 'plateforme'"
		    " WHERE v.contact_id = ?"),
		I(to), I(from));
	db_exec(r,
		SQL("INSERT IGNORE INTO objet_etiquette SELECT ?, etiquette_id FROM objet_etiquette"
		    " WHERE objet_id = ?"),
		I(to), I(from));
	db_exec(r,
		SQL("UPDATE contact s JOIN contact o ON o.id = ?"
		    " SET s.bio = IF(s.bio = '', o.bio, s.bio),"
		    " s.discret = s.discret OR o.discret, s.cache = IF(s.cache = '', o.cache,"
		    " s.cache),"
		    " s.pause_jusqu_a = COALESCE(s.pause_jusqu_a, o.pause_jusqu_a),"
		    " s.limite_le = COALESCE(s.limite_le, o.limite_le) WHERE s.id = ?"),
		I(from), I(to));
}

/* The CRM merged OLD into SURVIVOR: account and history go to the survivor, whose own account
 * wins if it has one.  False: nothing to do (unknown here, or done). */
bool
contact_merge(struct req *r, int64_t survivor_hubspot_id, int64_t old_hubspot_id, struct acte *a)
{
	int64_t to = db_int(
		r, SQL("SELECT id FROM contact WHERE hubspot_id = ?"), I(survivor_hubspot_id));
	int64_t from = db_int(r,
		SQL("SELECT id FROM contact WHERE hubspot_id = ? AND fusionne_dans IS NULL"),
		I(old_hubspot_id));

	if (to == 0 || from == 0 || to == from)
		return false;
	shut(r, from);
	move_history(r, from, to);
	db_exec(r,
		SQL("UPDATE contact SET retire_le = COALESCE(retire_le, UTC_TIMESTAMP()),"
		    " fusionne_dans = ? WHERE id = ?"),
		I(to), I(from));
	acces_lot_add(r, from);
	acces_lot_add(r, to);
	*a = (struct acte) { "contact.fusionne", from, NULL, json_made(&r->mem, JN("dans", to)) };
	return true;
}

/* Whom an administrator closed and the CRM closes too is its matter again. */
static void
agreed(struct req *r)
{
	db_exec(r,
		SQL("DELETE f FROM lot l STRAIGHT_JOIN acces_ferme f ON l.contact_id = f.contact_id"
		    " AND l.connexion = CONNECTION_ID() JOIN contact c ON c.id = f.contact_id"
		    " WHERE c.retire_le IS NOT NULL OR " ACCES_LEVEL(
			    "c.statut", "c.type_contact") " = 0"));
}

/* What follows from the contacts of the lot: access, groups, publics, path, words and index; mails
 * that wait for those who may no longer enter are cancelled, and their tokens of programs end. 
 * Empties the lot. */
void
contact_settle_lot(struct req *r)
{
	acces_levels(r);
	agreed(r);
	groupe_follow_lot(r);
	acces_follow(r);
	parcours_lot(r);
	accueil_lot(r);
	contact_reindex_lot(r);
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN courriel m ON l.contact_id = m.contact_id"
		    " AND l.connexion = CONNECTION_ID()"
		    " JOIN contact c ON c.id = l.contact_id"
		    " SET m.etat = 'annule', m.texte = '', m.html = '' WHERE c.acces = 0"
		    " AND m.etat = 'pret' AND m.genre NOT LIKE 'conservation%'"));
	db_exec(r,
		SQL("DELETE j FROM lot l STRAIGHT_JOIN contact c ON c.id = l.contact_id"
		    " AND c.acces = 0 AND l.connexion = CONNECTION_ID()"
		    " JOIN jeton_api j ON j.contact_id = c.id"));
	acces_lot_clear(r);
}
