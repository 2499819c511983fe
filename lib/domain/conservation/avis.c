/* avis.c - telling people that their data will go, and what they answer
 *
 * The mail opens a page with one button; nobody has to sign in.  The key of the last mail alone
 * counts, and only until she is gone.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/conservation/conservation.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"

enum { CLE = 24 }; /* bytes of a key */

static const char *
empreinte(struct req *r, const char *cle)
{
	return sha256_hex(&r->mem, cle, strlen(cle));
}

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* The day of the act, as a mail says it. */
static const char *
last_day(struct req *r, const struct concerne *c, int days)
{
	const char *fin = db_string(r,
		SQL("SELECT GREATEST(? + INTERVAL ? DAY, COALESCE(CASE g.unite"
		    " WHEN 'an' THEN ? + INTERVAL g.duree YEAR"
		    " WHEN 'mois' THEN ? + INTERVAL g.duree MONTH"
		    " ELSE ? + INTERVAL g.duree DAY END, ''))"
		    " FROM conservation_regle g WHERE g.id = ?"),
		S(now(r)), I(days), S(c->depuis), S(c->depuis), S(c->depuis), I(c->regle));

	return text_day(&r->mem, fin);
}

static void
mail(struct req *r, const struct concerne *c, const char *genre, int days)
{
	const char *cle = random_hex(&r->mem, CLE), *email, *prenom;

	db_exec(r,
		SQL("UPDATE conservation_avis SET empreinte = ? WHERE contact_id = ?"
		    " AND regle_id = ?"),
		S(empreinte(r, cle)), I(c->id), I(c->regle));
	db_read(r, SQL("SELECT email, prenom FROM contact WHERE id = ?"),
		INTO(TO(&email), TO(&prenom)), I(c->id));
	say(r, "Courriel.prenom", prenom);
	say(r, "Courriel.jour", last_day(r, c, days));
	say(r, "Courriel.lien",
		arena_printf(&r->mem, "%s/public/conservation/%s", conf.site_url, cle));
	say(r, "Courriel.sans_demande", "1");
	courriel_queue(r, c->id, email, genre);
}

/* Write to her that her data will go, or her account: the first mail, or the second. */
void
avis_write(struct req *r, const struct concerne *c)
{
	bool again = strcmp(c->action, "rappeler") == 0;
	bool compte = db_int(r, SQL("SELECT sujet = 'compte' FROM conservation_regle WHERE id = ?"),
			      I(c->regle)) != 0;

	if (again)
		db_exec(r,
			SQL("UPDATE conservation_avis SET rappel_le = ? WHERE contact_id = ?"
			    " AND regle_id = ?"),
			S(now(r)), I(c->id), I(c->regle));
	else
		db_exec(r,
			SQL("INSERT INTO conservation_avis (contact_id, regle_id, averti_le)"
			    " VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE averti_le ="
			    " VALUES(averti_le), rappel_le = NULL, accord_le = NULL,"
			    " accord_par = NULL"),
			I(c->id), I(c->regle), S(now(r)));
	mail(r, c, compte ? "conservation_compte" : "conservation", again ? RAPPEL : PREAVIS);
	journal(r, again ? "conservation.rappele" : "conservation.averti", c->id, NULL,
		json_made(&r->mem, JS("regle", c->cle)));
}

/* The reader lets her go who cannot be written to. */
void
avis_decide(struct req *r, const struct concerne *c)
{
	db_exec(r,
		SQL("INSERT INTO conservation_avis (contact_id, regle_id, accord_le, accord_par)"
		    " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE accord_le = VALUES(accord_le),"
		    " accord_par = VALUES(accord_par)"),
		I(c->id), I(c->regle), S(now(r)), I(r->user.id));
	journal(r, "conservation.decide", c->id, NULL, json_made(&r->mem, JS("regle", c->cle)));
}

/* Note who came back by herself since she was warned: it is told, once.  How many. */
int64_t
avis_returned(struct req *r)
{
	return db_exec(r,
		SQL("UPDATE conservation_avis a JOIN contact c ON c.id = a.contact_id"
		    " LEFT JOIN compte k ON k.contact_id = c.id"
		    " SET a.revenu_le = GREATEST(COALESCE(k.vu_le, a.averti_le),"
		    " COALESCE((SELECT MAX(s.vu_le) FROM session s WHERE s.contact_id = c.id),"
		    " a.averti_le), COALESCE((SELECT MAX(m.cree_le) FROM message m"
		    " WHERE m.auteur_id = c.id), a.averti_le),"
		    " COALESCE((SELECT MAX(i.cree_le) FROM inscription i WHERE i.contact_id ="
		    " c.id), a.averti_le)), a.empreinte = NULL"
		    " WHERE COALESCE(a.revenu_le, '1000-01-01') < a.averti_le AND (k.vu_le >"
		    " a.averti_le OR EXISTS (SELECT 1 FROM session s WHERE s.contact_id = c.id"
		    " AND s.vu_le > a.averti_le) OR EXISTS (SELECT 1 FROM message m"
		    " WHERE m.auteur_id = c.id AND m.cree_le > a.averti_le) OR EXISTS ("
		    "SELECT 1 FROM inscription i WHERE i.contact_id = c.id"
		    " AND i.cree_le > a.averti_le))"));
}

const char *
avis_of(struct req *r, const char *cle)
{
	return db_string(r,
		SQL("SELECT c.prenom FROM conservation_avis a JOIN contact c ON c.id = a.contact_id"
		    " WHERE a.empreinte = ?"),
		S(empreinte(r, cle)));
}

/* She stays: an exchange, from this moment.  True: also when she had said so before. */
bool
avis_stays(struct req *r, const char *cle)
{
	int64_t id = db_int(r, SQL("SELECT contact_id FROM conservation_avis WHERE empreinte = ?"),
		S(empreinte(r, cle)));

	if (id == 0)
		return false;
	if (db_exec(r,
		    SQL("UPDATE conservation_avis SET revenu_le = ? WHERE contact_id = ?"
			" AND COALESCE(revenu_le, '1000-01-01') < averti_le"),
		    S(now(r)), I(id)) > 0)
		journal(r, "conservation.reste", id, NULL, NULL);
	return true;
}
