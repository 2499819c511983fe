/* fermeture.c - an access that an administrator closed, until the CRM says the same
 *
 * The row of acces_ferme is asked where access is computed (acces_levels()): all that a departure
 * told by the CRM closes is closed, and stays so whatever the CRM says meanwhile.  The row goes
 * when the CRM closes her itself (contact_settle_lot()), or an administrator opens her again.
 */

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/compte/fermeture.h"
#include "domain/socle/journal.h"
#include "net/live.h"

/* Close her now: pages, links, programs and mails that have not left.  False: she may not enter
 * anyhow, or is nobody.  In a transaction. */
bool
fermeture_close(struct req *r, int64_t contact_id, const char *motif)
{
	if (db_int(r, SQL("SELECT acces FROM contact WHERE id = ? FOR UPDATE"), I(contact_id)) == 0)
		return false;
	db_exec(r,
		SQL("REPLACE INTO acces_ferme (contact_id, motif, par_id, ferme_le)"
		    " VALUES (?, ?, NULLIF(?, 0), ?)"),
		I(contact_id), S(motif), I(r->user.id), S(clock_sql(&r->mem, clock_now())));
	acces_contact(r, contact_id);
	db_exec(r, SQL("DELETE FROM session WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM jeton_api WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM lien WHERE contact_id = ?"), I(contact_id));
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'annule', texte = '', html = ''"
		    " WHERE contact_id = ? AND etat = 'pret'"),
		I(contact_id));
	live_end_person(r, contact_id);
	journal(r, "acces.ferme", contact_id, NULL, json_made(&r->mem, JS("motif", motif)));
	return true;
}

/* As the CRM says it, from now on.  False: she was not closed here.  In a transaction. */
bool
fermeture_open(struct req *r, int64_t contact_id)
{
	if (db_exec(r, SQL("DELETE FROM acces_ferme WHERE contact_id = ?"), I(contact_id)) == 0)
		return false;
	acces_contact(r, contact_id);
	journal(r, "acces.rouvert", contact_id, NULL, NULL);
	return true;
}

/* Who is closed here, under NAME. */
int
fermeture_list(struct req *r, const char *name)
{
	int n = db_list(r, name,
		SQL("SELECT c.id, c.prenom, c.nom, f.motif, f.ferme_le, p.prenom AS par_prenom,"
		    " p.nom AS par_nom FROM acces_ferme f JOIN contact c ON c.id = f.contact_id"
		    " LEFT JOIN contact p ON p.id = f.par_id ORDER BY f.ferme_le DESC LIMIT 100"));

	for (struct row *f = row_first(r, name); f != NULL; f = row_next(f))
		row_say(f, "quand",
			text_when(&r->mem, clock_parse(row_text(f, "ferme_le")), clock_now()));
	return n;
}
