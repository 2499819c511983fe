/* requete_efface.c - a request of erasure is carried out, and proved by a scan of everything */

#include <inttypes.h>

#include "base/json.h"
#include "domain/demandes/requete.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"
#include "domain/vie/cycle.h"
#include "domain/vie/preuve.h"

/* Erase who asked, look for her words everywhere, write the receipt; then tell her, by a mail that
 * is not kept once it has left (requetes_turn). */
void
requete_erase(struct req *r, const struct requete *q)
{
	struct traces t;
	struct preuve p;

	traces_read(r, q->contact_id, &t);
	cycle_forget(r, q->contact_id);
	requete_answered(r, &(struct requete) { .id = q->id }, "");
	journal(r, "contact.efface", q->contact_id, NULL, json_made(&r->mem, JN("requete", q->id)));
	preuve_scan(r, &t, &p);
	db_exec(r, SQL("UPDATE requete SET recu = ?, index_le = NULL WHERE id = ?"),
		S(preuve_receipt(r, &p)), I(q->id));
	requete_step(r, q->id, "verifie", "");
	if (*q->adresse != '\0') {
		say(r, "Courriel.prenom", "");
		courriel_queue(r, 0, q->adresse, "requete_effacee");
	}
}
