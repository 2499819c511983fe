/* invitation.c - the confirmed coordination of a group, or who administers, invites those without
 * an account: of a group, or found by a segment
 *
 * A mail holds no token: it leads to the page that asks for the address.  Nobody gets more
 * than three, a week apart, from all her groups together.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/niveau.h"
#include "domain/annuaire/segment.h"
#include "domain/compte/invitation.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/desinscription.h"
#include "domain/socle/journal.h"

enum { AT_ONCE = 500, SEGMENT_MAX = 20000 };

/* The right to invite group g.id: binds whether one administers, and who asks. */
#define INVITES \
	"(? OR EXISTS (SELECT 1 FROM membre x_ WHERE x_.groupe_id = g.id AND x_.contact_id = ?" \
	" AND x_.role IN (SELECT cle FROM groupe_role WHERE coordination) AND x_.fin IS NULL" \
	" AND " ROLE_CONFIRMED("x_") " AND " IN_CARE("x_.groupe_id") "))"
#define WHO(r) I((r)->user.level >= ADMIN), I((r)->user.id)

/* The people of a JSON array of ids, whom the reader may invite: binds it and WHO(r). */
#define MEMBERS \
	" FROM JSON_TABLE(?, '$[*]' COLUMNS (contact_id BIGINT PATH '$')) m" \
	" JOIN contact c ON c.id = m.contact_id AND c.acces > 0 AND c.email <> ''" \
	" AND " STILL_WANTS("c", \
		"invitation") " LEFT JOIN compte co ON co.contact_id = c.id" \
			      " LEFT JOIN invitation i ON i.contact_id = c.id WHERE (? OR EXISTS" \
			      " (SELECT 1" \
			      " FROM membre x_ JOIN membre y_ ON y_.groupe_id = x_.groupe_id" \
			      " AND y_.fin IS NULL" \
			      " AND y_.contact_id = c.id" \
			      " WHERE x_.contact_id = ? AND x_.role IN (SELECT cle" \
			      " FROM groupe_role WHERE coordination)" \
			      " AND x_.fin IS NULL AND " ROLE_CONFIRMED("x_") " AND " IN_CARE( \
				      "x_.groupe_id") "))"
#define DUE \
	" co.contact_id IS NULL AND (i.contact_id IS NULL OR (i.nombre < 3" \
	" AND COALESCE(i.relance_le, i.cree_le) < UTC_TIMESTAMP() - INTERVAL 7 DAY))"

/* Say groupes.N.{id, titre, total, comptes}: those that this person may invite.  How many. */
int
invitation_groups(struct req *r)
{
	return db_list(r, "groupes",
		SQL("SELECT o.id, o.titre, COUNT(DISTINCT c.id) AS total,"
		    " COUNT(DISTINCT co.contact_id) AS comptes"
		    " FROM groupe g JOIN objet o ON o.id = g.id AND o.archive_le IS NULL"
		    " LEFT JOIN membre m ON m.groupe_id = g.id AND m.fin IS NULL"
		    " LEFT JOIN contact c ON c.id = m.contact_id AND c.acces > 0 AND c.email <> ''"
		    " LEFT JOIN compte co ON co.contact_id = c.id WHERE " INVITES
		    " GROUP BY o.id, o.titre ORDER BY o.titre LIMIT 300"),
		WHO(r));
}

/* Is there a group that this person may invite?  An administrator always may. */
bool
invitation_may(struct req *r)
{
	return r->user.level >= ADMIN ||
		db_int(r,
			SQL("SELECT EXISTS (SELECT 1 FROM groupe g JOIN objet o ON o.id = g.id"
			    " WHERE o.archive_le IS NULL AND " INVITES ")"),
			WHO(r)) != 0;
}

/* Say groupe, and the ids of its members as JSON; of a segment, of those it finds.  NULL: no such
 * group or segment for this person. */
static const char *
people_of(struct req *r, int64_t id)
{
	struct buffer ids = { &r->mem };
	struct filtre *f = NULL;
	struct rows *rows;

	if (db_one(r, "groupe",
		    SQL("SELECT o.id, o.titre FROM groupe g JOIN objet o ON o.id = g.id"
			" WHERE g.id = ? AND o.archive_le IS NULL AND " INVITES),
		    I(id), WHO(r)))
		rows = db_rows(r,
			SQL("SELECT DISTINCT m.contact_id FROM membre m WHERE m.groupe_id = ?"
			    " AND m.fin IS NULL"),
			I(id));
	else if (niveau(r) >= N_COORDINATION && (f = segment_filtre(r, id)) != NULL)
		rows = filtre_rows(r, f, SEGMENT_MAX, 0, false);
	else
		return NULL;
	while (db_next(rows, &r->mem))
		json_add_id(&ids, db_num(rows, 0));
	if (f != NULL) {
		say_int(r, "groupe.id", id);
		say(r, "groupe.titre", f->segment_nom);
		say(r, "groupe.segment", "1");
	}
	return json_list(&ids);
}

/* Say groupe and chiffres: people of ID, a group or a segment, who may enter, accounts, invited,
 * never invited, to remind.  Their ids as JSON; NULL: none such for this person. */
const char *
invitation_figures(struct req *r, int64_t id)
{
	const char *ids = people_of(r, id);

	if (ids == NULL)
		return NULL;
	db_one(r, "chiffres",
		SQL("SELECT COUNT(*) AS total, COUNT(co.contact_id) AS comptes,"
		    " COUNT(IF(co.contact_id IS NULL, i.contact_id, NULL)) AS invites,"
		    " COUNT(IF(co.contact_id IS NULL AND i.contact_id IS NULL, 1,"
		    " NULL)) AS nouveaux,"
		    " COUNT(IF(" DUE " AND i.contact_id IS NOT NULL, 1, NULL)) AS rappels,"
		    " COUNT(IF(" DUE ", 1, NULL)) AS a_envoyer" MEMBERS),
		S(ids), WHO(r));
	return ids;
}

static void
invite(struct req *r, int64_t who, const char *prenom, const char *email, bool again)
{
	say(r, "Courriel.prenom", prenom);
	say(r, "Courriel.email", email);
	courriel_queue_leavable(
		r, who, email, again ? "invitation_rappel" : "invitation", "invitation");
	db_exec(r,
		SQL("INSERT INTO invitation (contact_id, par_id, cree_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP())"
		    " ON DUPLICATE KEY UPDATE relance_le = UTC_TIMESTAMP(), nombre = nombre + 1"),
		I(who), I(r->user.id));
}

/* Invite or remind whoever is due, 500 at most.  How many; -1: not for this person. */
int
invitation_send(struct req *r, int64_t groupe_id)
{
	const char *ids = invitation_figures(r, groupe_id);
	struct rows *rows;
	int n = 0;

	if (ids == NULL)
		return -1;
	if (*said(r, "groupe.segment") ==
		'\0') /* the name of a segment is not for those it finds */
		say(r, "Courriel.groupe", said(r, "groupe.titre"));
	say(r, "Courriel.qui", arena_printf(&r->mem, "%s %s", r->user.prenom, r->user.nom));
	rows = db_rows(r,
		SQL("SELECT c.id, c.prenom, c.email, i.contact_id IS NOT NULL" MEMBERS " AND " DUE
		    " ORDER BY c.id LIMIT 500"),
		S(ids), WHO(r));
	while (db_next(rows, &r->mem)) {
		if (n < AT_ONCE)
			invite(r, db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)),
				arena_strdup(&r->mem, db_text(rows, 2)), db_num(rows, 3) != 0);
		n++;
	}
	if (n > 0 && *said(r, "groupe.segment") != '\0')
		segment_used(r, groupe_id);
	if (n > 0)
		journal(r, "groupe.invitation", groupe_id, NULL,
			json_made(&r->mem, JN("nombre", n)));
	return n;
}
