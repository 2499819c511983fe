/* visiteur_vie.c - a stranger's registration: confirmed, her account's, forgotten */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/visiteur.h"
#include "domain/compte/compte.h"
#include "domain/socle/garde.h"

enum { A_TURN = 100, UNCONFIRMED = 36 * 3600 };

/* A mention names somebody: she is of the team. */
const char *
visiteur_texte(struct req *r, const char *markdown)
{
	struct buffer out = { &r->mem };
	const char *at, *end;

	for (; (at = strstr(markdown, "@[")) != NULL; markdown = end) {
		bool named = (end = strstr(at, "](/contacts/")) != NULL &&
			(size_t) (end - at) < strcspn(at, "\n");

		end = named ? end + strcspn(end, ")") : at + 2;
		if (named && *end == ')')
			end++;
		buffer_add(&out, markdown, (size_t) (at - markdown));
		buffer_puts(&out, named ? "l’équipe" : "@[");
	}
	buffer_puts(&out, markdown);
	return buffer_text(&out);
}

/* What she held passes on, and nothing is kept. */
static void
drop(struct req *r, int64_t id, int64_t evenement_id)
{
	inscription_free(r, evenement_id, id);
	db_exec(r,
		SQL("UPDATE evenement_date d JOIN place p ON p.date_id = d.id"
		    " AND p.inscription_id = ? SET d.pris = d.pris - IF(p.etat = 'inscrit',"
		    " 1 + p.invites, p.offre), d.attente = d.attente - (p.etat = 'attente')"),
		I(id));
	db_exec(r, SQL("DELETE FROM place WHERE inscription_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM inscription WHERE id = ?"), I(id));
}

void
visiteur_accord(struct req *r, int64_t id, const char *mots)
{
	if (*mots == '\0')
		db_exec(r, SQL("DELETE FROM inscription_accord WHERE inscription_id = ?"), I(id));
	else
		db_exec(r,
			SQL("INSERT IGNORE INTO inscription_accord (inscription_id, le, mots)"
			    " VALUES (?, ?, ?)"),
			I(id), S(clock_sql(&r->mem, clock_now())), S(mots));
}

/* Her registration is the one of her account.  Where she has one already, it has these seats too,
 * but for dates where it has its own, and her links open it. */
static void
claim(struct req *r, int64_t id, int64_t evenement_id, int64_t contact)
{
	int64_t own = db_int(r,
		SQL("SELECT id FROM inscription WHERE evenement_id = ? AND contact_id = ?"),
		I(evenement_id), I(contact));

	visiteur_accord(r, id, ""); /* she has choices of her own */
	if (own == 0) {
		db_exec(r,
			SQL("UPDATE inscription SET contact_id = ?, prenom = '', nom = '',"
			    " email = '', visiteur = NULL WHERE id = ?"),
			I(contact), I(id));
		return;
	}
	db_exec(r,
		SQL("DELETE p FROM place p JOIN place n ON n.date_id = p.date_id"
		    " AND n.inscription_id = ? AND n.etat IN ('inscrit', 'attente', 'demande')"
		    " WHERE p.inscription_id = ? AND p.etat = 'annule' AND p.present_le IS NULL"),
		I(id), I(own));
	db_exec(r, SQL("UPDATE IGNORE place SET inscription_id = ? WHERE inscription_id = ?"),
		I(own), I(id));
	db_exec(r,
		SQL("UPDATE inscription o JOIN inscription n ON n.id = ? SET o.serie = o.serie"
		    " OR n.serie, o.mot = IF(n.mot = '', o.mot, n.mot) WHERE o.id = ?"),
		I(id), I(own));
	db_exec(r, SQL("UPDATE inscription_lien SET inscription_id = ? WHERE inscription_id = ?"),
		I(own), I(id));
	drop(r, id, evenement_id);
}

/* An organiser decides of requests, once they are somebody's. */
static void
tell_request(struct req *r, int64_t id, int64_t evenement_id, const char *prenom, const char *nom)
{
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM place WHERE inscription_id = ? AND etat = 'demande'"),
		    I(id)) > 0)
		inscription_tell_organisers(r, evenement_id,
			arena_printf(&r->mem,
				"%s %s demande à participer\u00A0: acceptez ou refusez sa demande.",
				prenom, nom));
}

void
visiteur_confirme(struct req *r, int64_t id)
{
	const char *email = "", *prenom = "", *nom = "";
	int64_t evenement_id = 0;
	struct compte_personne people[PERSONNES];
	struct rows *dates = db_rows(r,
		SQL("SELECT date_id FROM place WHERE inscription_id = ? AND etat = 'inscrit'"
		    " AND confirmer_avant IS NOT NULL ORDER BY date_id"),
		I(id));
	bool first = db_exec(r,
			     SQL("UPDATE inscription SET confirme_le = ? WHERE id = ?"
				 " AND confirme_le IS NULL"),
			     S(clock_sql(&r->mem, clock_now())), I(id)) > 0;

	while (db_next(dates, &r->mem))
		inscription_confirm(r, id, db_num(dates, 0));
	if (!db_read(r,
		    SQL("SELECT evenement_id, prenom, nom, email FROM inscription WHERE id = ?"
			" AND contact_id IS NULL"),
		    INTO(TO(&evenement_id), TO(&prenom), TO(&nom), TO(&email)), I(id)))
		return;
	if (first)
		tell_request(r, id, evenement_id, prenom, nom);
	if (*email != '\0' && compte_people(r, email, people) == 1)
		claim(r, id, evenement_id, people[0].id);
}

/* When the delay of strangers is over after what she came to, she is a number; a rule without a
 * delay (NULL) lets nobody go. */
static void
forget_old(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now());
	struct rows *old = db_rows(r,
		SQL("SELECT i.id FROM inscription i WHERE i.contact_id IS NULL AND i.prenom <> ''"
		    " AND NOT EXISTS (SELECT 1 FROM place p JOIN evenement_date d"
		    " ON d.id = p.date_id WHERE p.inscription_id = i.id AND (d.fin < " AVANT(
			    "visiteurs", "?") ") IS NOT TRUE) LIMIT 200"),
		S(now), S(now), S(now));

	while (db_next(old, &r->mem)) {
		db_exec(r,
			SQL("UPDATE inscription SET prenom = '', nom = '', email = '', mot = '',"
			    " visiteur = NULL WHERE id = ?"),
			I(db_num(old, 0)));
		db_exec(r, SQL("DELETE FROM inscription_lien WHERE inscription_id = ?"),
			I(db_num(old, 0)));
		visiteur_accord(r, db_num(old, 0), "");
	}
}

/* At each turn of essaim-mail. */
void
visiteur_tour(struct req *r)
{
	struct rows *late = db_rows(r,
		SQL("SELECT i.id, i.evenement_id FROM inscription i WHERE i.contact_id IS NULL"
		    " AND i.prenom <> '' AND i.visiteur IS NOT NULL AND i.confirme_le IS NULL"
		    " AND i.cree_le < ? AND NOT EXISTS (SELECT 1 FROM place p"
		    " WHERE p.inscription_id = i.id AND p.present_le IS NOT NULL)"
		    " ORDER BY i.id LIMIT 100"),
		S(clock_sql(&r->mem, clock_now() - UNCONFIRMED)));

	while (db_next(late, &r->mem))
		drop(r, db_num(late, 0), db_num(late, 1));
	forget_old(r);
}
