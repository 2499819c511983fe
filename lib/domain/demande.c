/* demande.c - requests to join a group and invitations: made, answered once, told by mail */

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/acces.h"
#include "domain/courriel.h"
#include "domain/demande.h"
#include "domain/journal.h"
#include "domain/membre.h"

enum { ADRESSES = 200 };

/* The words of a mail about a group, to CONTACT. */
static void
tell(struct req *r, int64_t contact, int64_t groupe, const char *genre, const char *url,
	const char *mot)
{
	if (!db_one(r, "Prevenue",
		    SQL("SELECT c.prenom, c.email, o.titre FROM contact c JOIN objet o ON o.id = ?"
			" WHERE c.id = ? AND c.acces > 0 AND c.email <> ''"),
		    I(groupe), I(contact)))
		return;
	say(r, "Courriel.prenom", said(r, "Prevenue.prenom"));
	say(r, "Courriel.groupe", said(r, "Prevenue.titre"));
	say(r, "Courriel.qui", arena_printf(&r->mem, "%s %s", r->user.prenom, r->user.nom));
	say(r, "Courriel.page", url);
	say(r, "Courriel.mot", mot);
	courriel_queue(r, contact, said(r, "Prevenue.email"), genre);
	hdf_remove_tree(r->hdf, "Prevenue");
}

static int64_t
put(struct req *r, int64_t groupe, int64_t contact, const char *genre, const char *mot)
{
	if (membre_is(r, groupe, contact) ||
		db_int(r,
			SQL("SELECT 1 FROM groupe_demande WHERE groupe_id = ? AND contact_id = ? AND genre = ?"
			    " AND etat = 'attente'"),
			I(groupe), I(contact), S(genre)))
		return 0;
	return db_insert(r,
		SQL("INSERT INTO groupe_demande (groupe_id, contact_id, genre, mot, cree_le, cree_par)"
		    " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(), ?)"),
		I(groupe), I(contact), S(genre), S(text_cut(&r->mem, mot, MOT)), I(r->user.id));
}

/* The reader asks to join.  Its coordination is told.  False: asked or member already. */
bool
demande_ask(struct req *r, int64_t groupe, const char *mot)
{
	struct rows *rows;

	if (put(r, groupe, r->user.id, "demande", mot) == 0)
		return false;
	journal(r, "groupe.demande", groupe, NULL, NULL);
	rows = db_rows(r,
		SQL("SELECT DISTINCT m.contact_id FROM membre m JOIN groupe_role gr ON gr.cle = m.role AND gr.coordination"
		    " WHERE m.groupe_id = ? AND m.fin IS NULL LIMIT 20"),
		I(groupe));
	while (db_next(rows, &r->mem))
		tell(r, db_num(rows, 0), groupe, "groupe_demande",
			arena_printf(&r->mem, "/groupes/%" PRId64 "/demandes", groupe), mot);
	return true;
}

/* The reader invites CONTACT, who reads it on her home page and by mail.  False: invited or
 * member already. */
bool
demande_invite(struct req *r, int64_t groupe, int64_t contact, const char *mot)
{
	int64_t id = put(r, groupe, contact, "invitation", mot);

	if (id == 0)
		return false;
	journal(r, "groupe.invitation", groupe, NULL,
		arena_printf(&r->mem, "{\"contact\":%" PRId64 "}", contact));
	tell(r, contact, groupe, "groupe_invitation",
		arena_printf(&r->mem, "/groupes/invitations/%" PRId64, id), mot);
	return true;
}

/* The same for those whose addresses stand in a text, separated by anything; addresses that
 * nobody has, or whose owner the reader does not see, are passed over.  How many were written. */
int
demande_invite_mails(struct req *r, int64_t groupe, const char *adresses, const char *mot)
{
	char *rest = arena_strdup(&r->mem, adresses), *one;
	int n = 0;

	while ((one = strsep(&rest, " ,;\t\r\n<>")) != NULL && n < ADRESSES) {
		const char *address = strchr(one, '@') != NULL ? text_email(&r->mem, one) : NULL;
		struct rows *found;

		if (address == NULL)
			continue;
		n++;
		found = db_rows(r,
			SQL("SELECT c.id FROM contact c JOIN objet o ON o.id = c.id WHERE c.email = ? AND c.acces > 0"
			    " AND c.retire_le IS NULL AND " SEES("o")),
			S(address), ME(r));
		while (db_next(found, &r->mem))
			demande_invite(r, groupe, db_num(found, 0), mot);
	}
	return n;
}

/* Say the request or invitation that still waits as NAME. */
bool
demande_load(struct req *r, const char *name, int64_t id)
{
	return db_one(r, name,
		SQL("SELECT d.id, d.genre, d.groupe_id, d.contact_id, d.mot, d.cree_par, o.titre, t.titre AS type, g.description"
		    " FROM groupe_demande d JOIN groupe g ON g.id = d.groupe_id JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE d.id = ? AND d.etat = 'attente'"
		    " AND o.archive_le IS NULL"),
		I(id));
}

/* Answer what demande_load() finds; whoever asked, or invited, is told.  False: answered
 * already. */
bool
demande_answer(struct req *r, int64_t id, bool accept, const char *reponse)
{
	int64_t groupe, contact, told;
	bool asked;

	if (!demande_load(r, "Demande", id))
		return false;
	groupe = hdf_get_int_value(r->hdf, "Demande.groupe_id", 0);
	contact = hdf_get_int_value(r->hdf, "Demande.contact_id", 0);
	asked = strcmp(said(r, "Demande.genre"), "demande") == 0;
	if (db_exec(r,
		    SQL("UPDATE groupe_demande SET etat = ?, reponse = ?, repondu_le = UTC_TIMESTAMP(), repondu_par = ?"
			" WHERE id = ? AND etat = 'attente'"),
		    S(accept ? "acceptee" : "refusee"), S(reponse), I(r->user.id), I(id)) == 0)
		return false;
	journal(r, accept ? "groupe.demande_acceptee" : "groupe.demande_refusee", groupe, NULL,
		arena_printf(&r->mem, "{\"contact\":%" PRId64 "}", contact));
	if (accept)
		membre_add(r, groupe, contact, "membre");
	told = asked ? contact : hdf_get_int_value(r->hdf, "Demande.cree_par", 0);
	if (told != r->user.id && (asked || accept))
		tell(r, told, groupe, accept ? "groupe_oui" : "groupe_non",
			arena_printf(&r->mem, "/groupes/%" PRId64, groupe), reponse);
	return true;
}

/* Take back a request of one's own, or an invitation. */
bool
demande_withdraw(struct req *r, int64_t id)
{
	return db_exec(r,
		       SQL("UPDATE groupe_demande SET etat = 'retiree', repondu_le = UTC_TIMESTAMP(), repondu_par = ?"
			   " WHERE id = ? AND etat = 'attente'"),
		       I(r->user.id), I(id)) > 0;
}
