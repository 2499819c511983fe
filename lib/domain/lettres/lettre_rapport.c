/* lettre_rapport.c - the report of a letter: sent, failed, left, and what its readers did after it
 *
 * Nobody knows who opened or followed what: what came of it is counted from what people did here,
 * of those who got it, in the two weeks after, and said as totals alone.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_rapport.h"

enum { KO = 1024, MO = 1024 * 1024 };

/* Who got letter L and did something between then and two weeks after: V, her row. */
#define WITHIN(when) \
	"v.lettre_id = ? AND v.etat IN ('envoye', 'rebond') AND " when " >= v.envoye_le AND " when \
	" < v.envoye_le + INTERVAL 14 DAY"

/* Say Rapport.debut.N.{heure, envoyes, cumul}: how many left in each hour. */
static void
say_progress(struct req *r, int64_t id)
{
	int64_t sum = 0;

	db_list(r, "Rapport.heures",
		SQL("SELECT CONCAT(LEFT(envoye_le, 13), ':00:00') AS utc,"
		    " COUNT(*) AS envoyes FROM lettre_envoi WHERE lettre_id = ?"
		    " AND envoye_le IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 48"),
		I(id));
	for (struct row *h = row_first(r, "Rapport.heures"); h != NULL; h = row_next(h)) {
		sum += row_id(h, "envoyes");
		row_say_int(h, "cumul", sum);
		row_say(h, "heure", text_moment(&r->mem, clock_parse(row_text(h, "utc"))));
	}
}

/* Why addresses refused or came back, the most frequent first: the code of the server, or the
 * beginning of what it said. */
static void
say_reasons(struct req *r, int64_t id)
{
	db_list(r, "Rapport.raisons",
		SQL("SELECT etat, COALESCE(NULLIF(REGEXP_SUBSTR(erreur,"
		    " '[45]\\\\.[0-9]+\\\\.[0-9]+'), ''), NULLIF(LEFT(erreur, 3), ''), '?')"
		    " AS code, COUNT(*) AS total FROM lettre_envoi WHERE lettre_id = ?"
		    " AND etat IN ('refuse', 'rebond') GROUP BY 1, 2"
		    " ORDER BY total DESC LIMIT 12"),
		I(id));
}

/* What came of it. */
static void
say_deeds(struct req *r, int64_t id)
{
	say_int(r, "Rapport.inscriptions",
		db_int(r,
			SQL("SELECT COUNT(DISTINCT i.contact_id, d.evenement_id)"
			    " FROM lettre_carte k"
			    " JOIN evenement_date d ON d.evenement_id = k.objet_id"
			    " JOIN place p ON p.date_id = d.id AND p.etat IN ('inscrit', 'attente',"
			    " 'demande') JOIN inscription i ON i.id = p.inscription_id"
			    " JOIN lettre_envoi v ON v.contact_id = i.contact_id"
			    " WHERE k.lettre_id = ? AND " WITHIN("i.cree_le")),
			I(id), I(id)));
	say_int(r, "Rapport.membres",
		db_int(r,
			SQL("SELECT COUNT(DISTINCT m.contact_id, m.groupe_id) FROM " COUNTED(
				"m") " JOIN lettre_carte k ON k.objet_id = m.groupe_id"
				     " JOIN lettre_envoi v ON v.contact_id = m.contact_id"
				     " WHERE k.lettre_id = ? AND m.fin IS NULL AND " WITHIN(
					     "m.debut")),
			I(id), I(id)));
	say_int(r, "Rapport.sondages",
		db_int(r,
			SQL("SELECT COUNT(*) FROM lettre_carte k"
			    " JOIN sondage_votant s ON s.sondage_id = k.objet_id"
			    " JOIN lettre_envoi v ON v.contact_id = s.contact_id"
			    " WHERE k.lettre_id = ? AND v.lettre_id = ?"
			    " AND v.etat IN ('envoye', 'rebond') AND s.jour >= DATE(v.envoye_le)"
			    " AND s.jour < DATE(v.envoye_le) + INTERVAL 15 DAY"),
			I(id), I(id)));
	db_one(r, "Cartes",
		SQL("SELECT COALESCE(SUM(o.genre = 'evenement'), 0) AS evenements,"
		    " COALESCE(SUM(o.genre = 'groupe'), 0) AS groupes,"
		    " COUNT(s.id) AS sondages,"
		    " (SELECT reponses FROM lettre WHERE id = ?) AS reponses"
		    " FROM lettre_carte k JOIN objet o ON o.id = k.objet_id"
		    " LEFT JOIN sondage s ON s.id = k.objet_id WHERE k.lettre_id = ?"),
		I(id), I(id));
}

/* How often each link was followed, where that is counted. */
static void
say_clicks(struct req *r, int64_t id)
{
	db_list(r, "Rapport.liens",
		SQL("SELECT url, clics FROM lettre_clic WHERE lettre_id = ?"
		    " ORDER BY clics DESC, id LIMIT 200"),
		I(id));
}

/* Say Rapport.ko, what one copy weighs, and .mo, what all weighed. */
static void
say_weight(struct req *r, int64_t id)
{
	int64_t bytes = db_int(r,
		SQL("SELECT COALESCE(MAX(LENGTH(html) + LENGTH(texte)), 0) FROM lettre_edition"
		    " WHERE lettre_id = ?"),
		I(id));
	int64_t sent = db_int(r, SQL("SELECT envoyes FROM lettre WHERE id = ?"), I(id));

	say(r, "Rapport.ko", text_number(&r->mem, (bytes + KO - 1) / KO));
	say(r, "Rapport.mo", text_number(&r->mem, (bytes * sent + MO - 1) / MO));
}

/* Say "Rapport" of that letter; the caller has asked the right. */
void
rapport_say(struct req *r, int64_t id)
{
	say_progress(r, id);
	say_reasons(r, id);
	say_deeds(r, id);
	say_clicks(r, id);
	say_weight(r, id);
	say_int(r, "Rapport.annules",
		db_int(r,
			SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ?"
			    " AND etat = 'annule'"),
			I(id)));
}

/* Of whom the reader sees, those whose copy was refused or came back: id, prenom, nom, adresse,
 * etat, erreur. */
struct rows *
rapport_failed(struct req *r, int64_t id, int64_t limit, int64_t skip)
{
	return db_rows(r,
		SQL("SELECT c.id, c.prenom, c.nom, " LETTRE_WENT_TO
		    ", IF(v.etat = 'rebond', 'Revenu',"
		    " 'Refusé') AS etat, v.erreur FROM lettre_envoi v"
		    " JOIN contact c ON c.id = v.contact_id JOIN objet o ON o.id = c.id"
		    " WHERE v.lettre_id = ? AND v.etat IN ('refuse', 'rebond') AND " SEES(
			    "o") " ORDER BY c.tri, c.id LIMIT ? OFFSET ?"),
		I(id), ME(r), I(limit), I(skip));
}
