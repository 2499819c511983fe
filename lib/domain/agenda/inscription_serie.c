/* inscription_serie.c - who is registered for a whole series, when its dates change */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "domain/agenda/inscription_part.h"

/* Dates were added: whoever registered for the whole has them too, in the order in which people
 * registered.  A date that she dropped has a row of hers, and stays dropped. */
void
inscription_fill_dates(struct req *r, int64_t evenement_id)
{
	struct rows *missing = db_rows(r,
		SQL("SELECT d.id, COALESCE(i.contact_id, 0), i.prenom, i.nom, i.email,"
		    " COALESCE((SELECT x.invites FROM place x WHERE x.inscription_id = i.id"
		    " ORDER BY x.date_id DESC LIMIT 1), 0), EXISTS (SELECT 1 FROM place x"
		    " WHERE x.inscription_id = i.id AND x.etat = 'inscrit') FROM inscription i"
		    " JOIN evenement_date d ON d.evenement_id = i.evenement_id AND d.etat = 'prevu'"
		    " AND d.debut > ? LEFT JOIN place p ON p.date_id = d.id"
		    " AND p.inscription_id = i.id WHERE i.evenement_id = ? AND i.serie"
		    " AND p.date_id IS NULL ORDER BY d.id, i.cree_le, i.id LIMIT 20000"),
		S(clock_sql(&r->mem, clock_now())), I(evenement_id));

	while (db_next(missing, &r->mem)) {
		struct venue v = { .contact_id = db_num(missing, 1),
			.prenom = db_text(missing, 2),
			.nom = db_text(missing, 3),
			.email = db_text(missing, 4),
			.invites = (int) db_num(missing, 5) };

		inscription_follow(
			r, evenement_id, db_num(missing, 0), &v, db_num(missing, 6) != 0);
	}
}

/* The day was moved: each keeps her seat and says again that she comes, in the time that a freed
 * seat has; where there is no limit nobody loses it.  She is reminded of the new day. */
void
inscription_reconfirm(struct req *r, int64_t evenement_id, int64_t date_id)
{
	unsigned n;
	int64_t *dates = seance_dates(r, evenement_id, date_id, 0, &n);

	for (unsigned i = 0; i < n; i++) {
		struct seance s;

		if (seance_lock(r, dates[i], &s) && !s.passee && !s.annulee)
			db_exec(r,
				SQL("UPDATE place SET confirmer_avant = ?, rappele_le = NULL,"
				    " phrase = 'La date a changé\u00A0: confirmez que vous venez.'"
				    " WHERE date_id = ? AND etat = 'inscrit'"),
				S(seance_deadline(r, &s)), I(dates[i]));
	}
}
