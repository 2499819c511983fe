/* rendezvous.c - what takes place next: for a person, in a group
 *
 * Of a series the next date alone.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/rendezvous.h"
#include "domain/socle/afaire.h"

enum { AT_HOME = 3, IN_A_GROUP = 2 };

/* The next dates of the events of a table, x_(id), that the reader sees: binds her id, the moment
 * twice, ME(r), how many at most. */
#define PROCHAINES(events) \
	"SELECT o.id, o.titre, d.jour, d.debut, d.fin, e.journee," \
	" COALESCE(d.lieu, e.lieu) AS lieu, e.lien, e.rrule <> '' AS serie, d.pris, e.places," \
	" COALESCE((SELECT p.etat FROM place p" \
	" JOIN inscription i ON i.id = p.inscription_id AND i.contact_id = ?" \
	" WHERE p.date_id = d.id), '') AS mon_etat FROM " events \
	" x_ JOIN evenement e ON e.id = x_.id AND e.etat = 'publie' JOIN objet o ON o.id = e.id" \
	" JOIN evenement_date d ON d.evenement_id = e.id AND d.id = (SELECT n_.id" \
	" FROM evenement_date n_ WHERE n_.evenement_id = e.id AND n_.fin > ?" \
	" AND n_.etat = 'prevu' ORDER BY n_.debut LIMIT 1) WHERE d.fin > ? AND " SEES( \
		"o") " ORDER BY d.debut, d.id LIMIT ?"

#define OF_MINE \
	"(SELECT i_.evenement_id AS id FROM inscription i_ WHERE i_.contact_id = ?" \
	" UNION SELECT e_.id FROM groupe h_ JOIN evenement e_ ON e_.groupe_id = h_.id" \
	" WHERE h_.type = 'ensemble'" \
	" UNION SELECT e_.id FROM evenement e_ WHERE e_.organisateur_id = ?" \
	" UNION SELECT v_.evenement_id FROM evenement_invite v_ WHERE v_.contact_id = ?" \
	" UNION SELECT e_.id FROM " OWN_MEMBERSHIPS( \
		"m_") " JOIN evenement e_ ON e_.groupe_id = m_.groupe_id" \
		      " UNION SELECT g_.evenement_id FROM " OWN_MEMBERSHIPS( \
			      "m_") " JOIN evenement_groupe g_ ON g_.groupe_id = m_.groupe_id)"
#define OF_GROUP \
	"(SELECT e_.id FROM evenement e_ WHERE e_.groupe_id = ?" \
	" UNION SELECT g_.evenement_id FROM evenement_groupe g_ WHERE g_.groupe_id = ?)"

#define OF_NEAR \
	"(SELECT e_.id FROM contact moi_ JOIN evenement e_ ON e_.departement = moi_.departement" \
	" WHERE moi_.id = ? AND moi_.departement <> '')"

static void
dress(struct req *r, const char *name)
{
	for (struct row *row = row_first(r, name); row != NULL; row = row_next(row))
		evenement_dress(r, row);
}

/* NAME.N: where the reader goes, what she organises or is invited to, what her groups and the
 * whole association hold. */
void
rendezvous_say_mine(struct req *r, const char *name)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_later(r, name, dress, SQL(PROCHAINES(OF_MINE)), I(r->user.id), I(r->user.id),
		I(r->user.id), I(r->user.id), I(r->user.id), I(r->user.id), S(now), S(now), ME(r),
		I(AT_HOME));
}

/* The same of one group: what it organises, and what is for it. */
void
rendezvous_say_group(struct req *r, const char *name, int64_t groupe)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_later(r, name, dress, SQL(PROCHAINES(OF_GROUP)), I(r->user.id), I(groupe), I(groupe),
		S(now), S(now), ME(r), I(IN_A_GROUP));
}

/* The same of her département. */
void
rendezvous_say_near(struct req *r, const char *name)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_later(r, name, dress, SQL(PROCHAINES(OF_NEAR)), I(r->user.id), I(r->user.id), S(now),
		S(now), ME(r), I(IN_A_GROUP));
}

/* Among what waits for the reader: seats that she must confirm, or may take. */
void
rendezvous_todo(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, d.jour, p.etat = 'inscrit', d.debut, d.fin, e.journee"
		    " FROM inscription i JOIN place p ON p.inscription_id = i.id"
		    " AND (p.confirmer_avant > ? OR p.offre_avant > ?)"
		    " JOIN evenement_date d ON d.id = p.date_id AND d.etat = 'prevu'"
		    " JOIN evenement e ON e.id = i.evenement_id AND e.etat = 'publie'"
		    " JOIN objet o ON o.id = e.id WHERE i.contact_id = ? AND " SEES(
			    "o") " ORDER BY COALESCE(p.confirmer_avant, p.offre_avant) LIMIT 3"),
		S(clock_sql(&r->mem, clock_now())), S(clock_sql(&r->mem, clock_now())),
		I(r->user.id), ME(r));

	while (db_next(rows, &r->mem))
		afaire(r,
			arena_printf(&r->mem, "/agenda/%" PRId64 "?date=%s", db_num(rows, 0),
				db_text(rows, 2)),
			arena_printf(&r->mem,
				db_num(rows, 3) ? "Confirmer ma place\u00A0: %s" :
						  "Une place pour vous\u00A0: %s",
				db_text(rows, 1)),
			evenement_when(r, db_text(rows, 4), db_text(rows, 5), db_num(rows, 6) != 0),
			"cal");
}
