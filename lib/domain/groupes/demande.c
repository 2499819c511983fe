/* demande.c - requests to join a group and invitations: made, answered once, told by mail */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/appartenance.h"
#include "domain/groupes/demande.h"
#include "domain/groupes/membre.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/notif.h"
#include "domain/socle/afaire.h"
#include "domain/socle/garde.h"
#include "domain/socle/journal.h"

enum { ADRESSES = 200 };

static const char *
me(struct req *r)
{
	return arena_printf(&r->mem, "%s %s", r->user.prenom, r->user.nom);
}

static const char *
title_of(struct req *r, int64_t groupe)
{
	return db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(groupe));
}

/* Whoever is invited into a hidden group, or is a prospect, does not see it yet: only a mail
 * reaches her. */
static void
tell_by_mail(struct req *r, int64_t contact, int64_t groupe, const char *url, const char *mot)
{
	const char *prenom, *email;

	if (!db_read(r,
		    SQL("SELECT prenom, email FROM contact WHERE id = ? AND acces > 0"
			" AND email <> ''"),
		    INTO(TO(&prenom), TO(&email)), I(contact)))
		return;
	say(r, "Courriel.prenom", prenom);
	say(r, "Courriel.groupe", title_of(r, groupe));
	say(r, "Courriel.qui", me(r));
	say(r, "Courriel.page", courriel_way(r, contact, url));
	say(r, "Courriel.mot", mot);
	courriel_queue(r, contact, email, "groupe_invitation");
}

static void
tell(struct req *r, int64_t contact, int64_t groupe, const char *url, const char *phrase,
	const char *mot)
{
	int64_t ev = notif_event(r, "invitation_groupe", groupe, url, phrase);

	notif_excerpt(r, ev, mot);
	notif_to(r, ev, contact);
}

static int64_t
put(struct req *r, int64_t groupe, int64_t contact, const char *genre, const char *mot)
{
	if (membre_is(r, groupe, contact) ||
		db_int(r,
			SQL("SELECT 1 FROM groupe_demande WHERE groupe_id = ? AND contact_id = ?"
			    " AND genre = ? AND etat = 'attente'"),
			I(groupe), I(contact), S(genre)))
		return 0;
	return db_insert(r,
		SQL("INSERT INTO groupe_demande (groupe_id, contact_id, genre, mot, cree_le,"
		    " cree_par) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(), ?)"),
		I(groupe), I(contact), S(genre), S(text_cut(&r->mem, mot, MOT)), I(r->user.id));
}

/* The reader asks to join.  Its coordination is told.  False: asked or member already. */
bool
demande_ask(struct req *r, int64_t groupe, const char *mot)
{
	int64_t ev;

	if (put(r, groupe, r->user.id, "demande", mot) == 0)
		return false;
	journal(r, "groupe.demande", groupe, NULL, NULL);
	ev = notif_event(r, "demande_groupe", groupe,
		arena_printf(&r->mem, "/groupes/%" PRId64 "/demandes", groupe),
		arena_printf(&r->mem, "%s demande à rejoindre « %s »", me(r), title_of(r, groupe)));
	notif_excerpt(r, ev, mot);
	notif_to_coordination(r, ev, groupe);
	return true;
}

/* The reader invites CONTACT, who reads it on her home page and by mail.  False: invited or
 * member already. */
bool
demande_invite(struct req *r, int64_t groupe, int64_t contact, const char *mot)
{
	int64_t id = put(r, groupe, contact, "invitation", mot);
	const char *url;

	if (id == 0)
		return false;
	journal(r, "groupe.invitation", groupe, NULL, json_made(&r->mem, JN("contact", contact)));
	url = arena_printf(&r->mem, "/groupes/invitations/%" PRId64, id);
	if (db_int(r,
		    SQL("SELECT g.ouverture = 'cache' OR NOT " SEEN_BY(
			    "o", "?") " FROM groupe g JOIN objet o ON o.id = g.id WHERE g.id = ?"),
		    I(contact), I(contact), I(groupe)))
		tell_by_mail(r, contact, groupe, url, mot);
	else
		tell(r, contact, groupe, url,
			arena_printf(
				&r->mem, "%s vous invite dans « %s »", me(r), title_of(r, groupe)),
			mot);
	return true;
}

/* Whose address that is stays unsaid (cgi-bin/groupes/demandes.c). */
static void
by_address(struct req *r, int64_t groupe, int64_t contact)
{
	db_exec(r,
		SQL("UPDATE groupe_demande SET par_adresse = TRUE WHERE groupe_id = ?"
		    " AND contact_id = ? AND genre = 'invitation' AND etat = 'attente'"),
		I(groupe), I(contact));
}

static void
name_refused(struct buffer *all, const char *what)
{
	if (*what == '\0')
		return;
	buffer_puts(all, all->n > 0 ? ", " : "");
	buffer_puts(all, what);
}

/* Add to ALL what is no address in one entry of a list, and to *N how many are: a word with a bad
 * "@", a part between commas without one, unless it begins a name ("Martin, Prune <...>"). */
static void
read_entry(struct req *r, char *entry, struct buffer *all, int *n)
{
	char *part, *word;

	while ((part = strsep(&entry, ",")) != NULL) {
		if (strchr(part, '@') == NULL) {
			if (entry == NULL || strchr(entry, '<') == NULL)
				name_refused(all, text_trim(&r->mem, part));
			continue;
		}
		while ((word = strsep(&part, " \t<>")) != NULL)
			if (strchr(word, '@') != NULL && text_email(&r->mem, word) == NULL)
				name_refused(all, word);
			else
				*n += strchr(word, '@') != NULL;
	}
}

/* Why nobody can be invited by that list as it is, which names what is wrong in it; NULL: it is
 * good. */
const char *
demande_mails_refused(struct req *r, const char *adresses)
{
	char *rest = arena_strdup(&r->mem, adresses), *entry;
	struct buffer bad = { &r->mem };
	int n = 0;

	while ((entry = strsep(&rest, ";\r\n")) != NULL)
		read_entry(r, entry, &bad, &n);
	if (bad.n > 0)
		return arena_printf(&r->mem,
			"Ce n’est pas une adresse complète\u00A0: %s. Corrigez,"
			" ou effacez\u00A0; rien n’est encore envoyé.",
			text_cut(&r->mem, buffer_text(&bad), 300));
	return n == 0 ? "Écrivez au moins une adresse complète." :
		n > ADRESSES ?
			arena_printf(&r->mem, "%d adresses au plus à la fois\u00A0: il y en a %d.",
				ADRESSES, n) :
			NULL;
}

/* The same for those whose addresses stand in a text, separated by anything; addresses that
 * nobody has, or whose owner the reader does not see, are passed over. */
void
demande_invite_mails(struct req *r, int64_t groupe, const char *adresses, const char *mot)
{
	char *rest = arena_strdup(&r->mem, adresses), *one;

	while ((one = strsep(&rest, " ,;\t\r\n<>")) != NULL) {
		const char *address = strchr(one, '@') != NULL ? text_email(&r->mem, one) : NULL;
		struct rows *found;

		if (address == NULL)
			continue;
		found = db_rows(r,
			SQL("SELECT c.id FROM contact c JOIN objet o ON o.id = c.id"
			    " WHERE c.email = ? AND c.acces > 0"
			    " AND c.retire_le IS NULL AND " SEES("o")),
			S(address), ME(r));
		while (db_next(found, &r->mem))
			if (demande_invite(r, groupe, db_num(found, 0), mot))
				by_address(r, groupe, db_num(found, 0));
	}
}

/* Say the request or invitation that still waits as NAME. */
bool
demande_load(struct req *r, const char *name, int64_t id)
{
	return db_one(r, name,
		SQL("SELECT d.id, d.genre, d.groupe_id, d.contact_id, d.mot, d.cree_par, o.titre,"
		    " t.titre AS type, t.encadre, g.description"
		    " FROM groupe_demande d JOIN groupe g ON g.id = d.groupe_id"
		    " JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE d.id = ? AND d.etat = 'attente'"
		    " AND o.archive_le IS NULL"),
		I(id));
}

/* Answer what demande_load() finds; whoever asked, or invited, is told.  False: answered
 * already. */
bool
demande_answer(struct req *r, int64_t id, bool accept, const char *reponse)
{
	int64_t groupe, contact, author, told;
	bool asked;

	if (!db_read(r,
		    SQL("SELECT d.groupe_id, d.contact_id, d.cree_par, d.genre = 'demande'"
			" FROM groupe_demande d"
			" WHERE d.id = ? AND d.etat = 'attente' AND EXISTS (SELECT 1 FROM objet o"
			" WHERE o.id = d.groupe_id AND o.archive_le IS NULL) FOR UPDATE"),
		    INTO(TO(&groupe), TO(&contact), TO(&author), TO(&asked)), I(id)))
		return false;
	if (accept) /* while it still waits: she asked to come in (membre.c) */
		membre_add(r, groupe, contact, "membre");
	db_exec(r,
		SQL("UPDATE groupe_demande SET etat = ?, reponse = ?, repondu_le = UTC_TIMESTAMP(),"
		    " repondu_par = ? WHERE id = ?"),
		S(accept ? "acceptee" : "refusee"), S(reponse), I(r->user.id), I(id));
	journal(r, accept ? "groupe.demande_acceptee" : "groupe.demande_refusee", groupe, NULL,
		json_made(&r->mem, JN("contact", contact)));
	told = asked ? contact : author;
	if (told != r->user.id && (asked || accept))
		tell(r, told, groupe, arena_printf(&r->mem, "/groupes/%" PRId64, groupe),
			arena_printf(&r->mem,
				!asked         ? "%s a accepté votre invitation dans « %s »" :
					accept ? "%s vous accueille dans « %s »" :
						 "%s n’a pas retenu votre demande pour « %s »",
				me(r), title_of(r, groupe)),
			reponse);
	return true;
}

/* Take back a request of one's own, or an invitation. */
bool
demande_withdraw(struct req *r, int64_t id)
{
	return db_exec(r,
		       SQL("UPDATE groupe_demande SET etat = 'retiree',"
			   " repondu_le = UTC_TIMESTAMP(), repondu_par = ?"
			   " WHERE id = ? AND etat = 'attente'"),
		       I(r->user.id), I(id)) > 0;
}

/* What FROM, merged into another contact, asked or was asked goes to INTO. */
void
demande_merge(struct req *r, int64_t from, int64_t into)
{
	db_exec(r, SQL("UPDATE IGNORE groupe_demande SET contact_id = ? WHERE contact_id = ?"),
		I(into), I(from));
	db_exec(r, SQL("UPDATE groupe_demande SET cree_par = ? WHERE cree_par = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE groupe_demande SET repondu_par = ? WHERE repondu_par = ?"), I(into),
		I(from));
}

/* Her requests and invitations go; those she wrote to others no longer say by whom. */
void
demande_forget(struct req *r, int64_t contact)
{
	db_exec(r, SQL("DELETE FROM groupe_demande WHERE contact_id = ?"), I(contact));
	db_exec(r, SQL("UPDATE groupe_demande SET cree_par = NULL, mot = '' WHERE cree_par = ?"),
		I(contact));
	db_exec(r,
		SQL("UPDATE groupe_demande SET repondu_par = NULL, reponse = ''"
		    " WHERE repondu_par = ?"),
		I(contact));
}

/* Answered ones are kept for the time of their rule. */
void
demande_clean(struct req *r)
{
	db_exec(r,
		SQL("DELETE FROM groupe_demande WHERE etat <> 'attente'"
		    " AND repondu_le < " AVANT("demandes", "UTC_TIMESTAMP()") " LIMIT 1000"));
}

/* Requests to join, and reports of what is written there, in groups of mine that I manage. */
static void
say_asked(struct req *r)
{
	db_list(r, "Demandes",
		SQL("SELECT o.id, o.titre, COUNT(DISTINCT d.id) AS n,"
		    " (SELECT COUNT(DISTINCT s.objet_id) FROM signalement s"
		    " JOIN objet so ON so.id = s.objet_id AND so.cadre_id = o.id"
		    " WHERE s.etat = 'ouvert') AS signales FROM " OWN_MEMBERSHIPS(
			    "m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
				 " LEFT JOIN groupe_demande d ON d.groupe_id = m.groupe_id"
				 " AND d.genre = 'demande' AND d.etat = 'attente'"
				 " WHERE " MANAGES("o") " GROUP BY o.id"
							" HAVING n > 0 OR signales > 0"
							" ORDER BY o.titre LIMIT 3"),
		I(r->user.id), ME(r));
	for (struct row *h = row_first(r, "Demandes"); h != NULL; h = row_next(h)) {
		int n = row_int(h, "n"), told = row_int(h, "signales");

		if (n > 0)
			afaire(r, arena_printf(&r->mem, "/groupes/%s/demandes", row_text(h, "id")),
				arena_printf(&r->mem,
					n > 1 ? "Répondre à %d demandes" : "Répondre à %d demande",
					n),
				arena_printf(&r->mem, "Pour rejoindre %s.", row_text(h, "titre")),
				"groups");
		if (told > 0)
			afaire(r,
				arena_printf(
					&r->mem, "/groupes/%s/signalements", row_text(h, "id")),
				arena_printf(&r->mem,
					told > 1 ? "Regarder %d signalements" :
						   "Regarder %d signalement",
					told),
				arena_printf(&r->mem, "Dans %s.", row_text(h, "titre")), "flag");
	}
}

/* Invitations that wait for my answer, then what is asked of the groups that I manage. */
void
demande_todo(struct req *r)
{
	db_list(r, "Invitations",
		SQL("SELECT d.id, o.titre FROM groupe_demande d JOIN objet o ON o.id = d.groupe_id"
		    " AND o.archive_le IS NULL"
		    " WHERE d.contact_id = ? AND d.genre = 'invitation' AND d.etat = 'attente'"
		    " ORDER BY d.id DESC LIMIT 3"),
		I(r->user.id));
	for (struct row *h = row_first(r, "Invitations"); h != NULL; h = row_next(h))
		afaire(r, arena_printf(&r->mem, "/groupes/invitations/%s", row_text(h, "id")),
			arena_printf(
				&r->mem, "Répondre à l’invitation\u00A0: %s", row_text(h, "titre")),
			"On vous invite à rejoindre ce groupe.", "groups");
	say_asked(r);
}
