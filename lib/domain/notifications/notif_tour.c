/* notif_tour.c - from an event to a line for each person: rights, choices, never twice
 *
 * Targets are taken in order, PORTION people a transaction: a portion leaves its lines, its mark
 * and the mails owed, or nothing.  Only for who holds the lock of essaim-mail.
 */

#include <stdlib.h>

#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/notifications/notif.h"
#include "net/live.h"

enum { PORTION = 2000 };

struct portion {
	int64_t cible, ev, to, from, until; /* contacts FROM < id <= UNTIL */
	const struct annonce *genre;
	int n;
};

/* The next people of a target, as the table k, PORTION at most; binds TARGET. */
#define CANDIDATES \
	"(SELECT ct.cible_id AS contact_id FROM notif_cible ct WHERE ct.id = ? AND ct.sorte = 1" \
	" UNION SELECT s.contact_id FROM notif_cible ct" \
	" JOIN abonnement s ON s.objet_id = ct.cible_id AND s.etat = 1" \
	" WHERE ct.id = ? AND ct.sorte = 2 AND s.contact_id > ct.jusqu_a" \
	" UNION SELECT m.contact_id FROM notif_cible ct" \
	" JOIN groupe_arbre t ON t.ancetre_id = ct.cible_id" \
	" JOIN membre m ON m.groupe_id = t.groupe_id AND m.fin IS NULL WHERE ct.id = ?" \
	" AND (ct.sorte = 3 OR (ct.sorte = 4 AND t.distance = 0 AND m.role IN" \
	" (SELECT cle FROM groupe_role WHERE coordination)))" \
	" AND m.contact_id > ct.jusqu_a" \
	" UNION SELECT p.contact_id FROM notif_cible ct" \
	" JOIN contact_public p ON p.public_id = ct.cible_id" \
	" WHERE ct.id = ? AND ct.sorte = 5 AND p.contact_id > ct.jusqu_a" \
	" ORDER BY contact_id LIMIT 2000)"
#define TARGET(p) I((p)->cible), I((p)->cible), I((p)->cible), I((p)->cible)

static bool
next_target(struct req *r, struct portion *p)
{
	const char *genre;

	if (!db_read(r,
		    SQL("SELECT ct.id, ct.evenement_id, ct.jusqu_a, e.genre FROM notif_cible ct"
			" JOIN notif_evenement e ON e.id = ct.evenement_id ORDER BY ct.id LIMIT 1"),
		    INTO(TO(&p->cible), TO(&p->ev), TO(&p->from), TO(&genre))))
		return false;
	p->genre = annonce_find(genre);
	return true;
}

/* The next people of the target.  False: there are none left. */
static bool
next_people(struct req *r, struct portion *p)
{
	return p->genre != NULL &&
		db_read(r, SQL("SELECT MAX(k.contact_id), COUNT(*) FROM " CANDIDATES " k"),
			INTO(TO(&p->until), TO(&p->n)), TARGET(p)) &&
		p->n > 0;
}

static void
write_lines(struct req *r, const struct portion *p)
{
	const struct annonce *g = p->genre;

	db_exec(r,
		SQL("INSERT IGNORE INTO notif (contact_id, chose_id, evenement_id, genre, objet_id,"
		    " cree_le, site, courriel, resume)"
		    " SELECT STRAIGHT_JOIN c.id, e.chose_id, e.id, e.genre, e.objet_id, e.cree_le,"
		    " COALESCE(ps.actif, ?), COALESCE(pc.actif, ?) AND NOT e.courriel_propre,"
		    " COALESCE(pr.actif, ?)"
		    " FROM notif_evenement e JOIN " CANDIDATES
		    " k JOIN contact c ON c.id = k.contact_id"
		    " LEFT JOIN objet o ON o.id = e.objet_id"
		    " LEFT JOIN preference ps ON ps.contact_id = c.id AND ps.genre = e.genre"
		    " AND ps.canal = 'site'"
		    " LEFT JOIN preference pc ON pc.contact_id = c.id AND pc.genre = e.genre"
		    " AND pc.canal = 'courriel'"
		    " LEFT JOIN preference pr ON pr.contact_id = c.id AND pr.genre = e.genre"
		    " AND pr.canal = 'resume'"
		    " WHERE e.id = ? AND c.acces > 0 AND c.id <> COALESCE(e.auteur_id, 0)"
		    " AND (e.genre <> 'moderation' OR c.id <> COALESCE(o.cree_par, 0))"
		    " AND (? OR EXISTS (SELECT 1 FROM compte co WHERE co.contact_id = c.id))"
		    " AND (e.objet_id IS NULL OR " SEEN_BY("o",
			    "c.id") ")"
				    " AND (? OR NOT EXISTS (SELECT 1 FROM abonnement s"
				    " WHERE s.contact_id = c.id"
				    " AND s.etat = 2 AND s.objet_id IN (e.objet_id, o.cadre_id)))"
				    " AND (COALESCE(ps.actif, ?) OR COALESCE(pc.actif, ?)"
				    " OR COALESCE(pr.actif, ?))"),
		I(!!(g->canaux & PAR_SITE)), I(!!(g->canaux & PAR_COURRIEL)),
		I(!!(g->canaux & PAR_RESUME)), TARGET(p), I(p->ev), I(g->sans_compte),
		I(g->directe), I(!!(g->canaux & PAR_SITE)), I(!!(g->canaux & PAR_COURRIEL)),
		I(!!(g->canaux & PAR_RESUME)));
}

/* Who of the portion is owed a mail, at once or in her digest. */
static void
owe_mails(struct req *r, const struct portion *p)
{
	db_exec(r,
		SQL("INSERT INTO notif_envoi (contact_id, canal) SELECT contact_id, 'courriel'"
		    " FROM notif WHERE evenement_id = ? AND courriel = 1 AND contact_id > ?"
		    " AND contact_id <= ?"
		    " ON DUPLICATE KEY UPDATE du_le = IF(attend = 1, du_le, NULL), attend = 1"),
		I(p->ev), I(p->from), I(p->until));
	db_exec(r,
		SQL("INSERT INTO notif_envoi (contact_id, canal) SELECT contact_id, 'resume'"
		    " FROM notif"
		    " WHERE evenement_id = ? AND resume = 1 AND contact_id > ? AND contact_id <= ?"
		    " ON DUPLICATE KEY UPDATE du_le = IF(attend = 1, du_le, NULL), attend = 1"),
		I(p->ev), I(p->from), I(p->until));
}

/* The bells of the portion that somebody looks at. */
static void
ring(struct req *r, const struct portion *p)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT ca.jeton FROM canal ca JOIN notif n ON n.contact_id = ca.contact_id"
		    " AND n.evenement_id = ?"
		    " WHERE ca.vu_le > ? AND n.contact_id > ? AND n.contact_id <= ?"
		    " AND n.site = 1"),
		I(p->ev), S(clock_sql(&r->mem, clock_now() - LIVE_SECONDS)), I(p->from),
		I(p->until));

	while (db_next(rows, &r->mem))
		live_publish(r, db_text(rows, 0), "moi");
}

/* Make the lines of the next portion.  False: nobody is left to be told. */
bool
notif_spread(struct req *r)
{
	struct portion p = { 0 };
	bool own = !db_in_transaction(), some;

	if (!next_target(r, &p))
		return false;
	if (own)
		db_begin(false);
	some = next_people(r, &p);
	if (some) {
		write_lines(r, &p);
		owe_mails(r, &p);
	}
	if (some && p.n == PORTION)
		db_exec(r, SQL("UPDATE notif_cible SET jusqu_a = ? WHERE id = ?"), I(p.until),
			I(p.cible));
	else
		db_exec(r, SQL("DELETE FROM notif_cible WHERE id = ?"), I(p.cible));
	if (own)
		db_commit();
	if (some)
		ring(r, &p);
	return true;
}
