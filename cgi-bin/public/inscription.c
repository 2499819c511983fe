/* inscription.c - the registration of who holds the key of a mail: confirmed, left, arrived
 *
 * Following the link changes nothing, for scanners follow links: the buttons do.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/pointage.h"
#include "domain/agenda/visiteur.h"
#include "domain/compte/tentative.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { HOUR = 3600, GUESSES = 30 };

/* What the page shows of each date that she asked for, the next ones first. */
static void
say_places(struct req *r, int64_t id)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_list(r, "places",
		SQL("SELECT d.id, d.debut, d.fin, e.journee, COALESCE(d.lieu, e.lieu) AS lieu,"
		    " IF(d.etat = 'annule' OR e.etat = 'annule', 'annulee', p.etat) AS etat,"
		    " p.invites, p.confirmer_avant, p.present_le, d.fin <= ? AS passee,"
		    " (SELECT COUNT(*) FROM place q WHERE q.date_id = d.id AND q.etat = 'attente'"
		    " AND q.depuis <= p.depuis) AS rang,"
		    " (d.debut <= ? AND d.fin >= ?) AND EXISTS (SELECT 1 FROM pointage_code k"
		    " WHERE k.date_id = d.id AND k.retire_le IS NULL) AS ouverte"
		    " FROM place p JOIN evenement_date d ON d.id = p.date_id"
		    " JOIN evenement e ON e.id = d.evenement_id WHERE p.inscription_id = ?"
		    " ORDER BY d.fin <= ?, d.debut LIMIT 40"),
		S(now), S(clock_sql(&r->mem, clock_now() + POINTAGE_MARGE)),
		S(clock_sql(&r->mem, clock_now() - POINTAGE_MARGE)), I(id), S(now));
	for (struct row *p = row_first(r, "places"); p != NULL; p = row_next(p)) {
		const char *until = row_text(p, "confirmer_avant"), *at = row_text(p, "present_le");

		evenement_dress(r, p);
		if (*until != '\0')
			row_say(p, "avant", text_moment(&r->mem, clock_parse(until)));
		if (*at != '\0')
			row_say(p, "arrivee", text_hour(&r->mem, evenement_wall(at)));
		if (row_int(p, "ouverte") && *at == '\0')
			say(r, "Arrivee.ouverte", "1");
		if (!row_int(p, "passee") && strcmp(row_text(p, "etat"), "annulee") != 0) {
			if (strcmp(row_text(p, "etat"), "inscrit") == 0)
				say(r, *until != '\0' ? "Etat.confirmer" : "Etat.inscrit", "1");
			if (strcmp(row_text(p, "etat"), "attente") == 0 ||
				strcmp(row_text(p, "etat"), "demande") == 0)
				say(r, "Etat.attend", "1");
		}
	}
}

/* Her registration as "inscription": its id; 0: the key opens nothing. */
static int64_t
load(struct req *r)
{
	int64_t id = visiteur_inscription(r, r->caught[0]);

	if (id == 0 ||
		!db_one(r, "inscription",
			SQL("SELECT i.evenement_id, o.titre,"
			    " COALESCE(c.prenom, i.prenom) AS prenom,"
			    " i.confirme_le IS NOT NULL AS confirmee, i.contact_id IS NOT NULL AS"
			    " compte, e.visibilite = 'public' AS ouvert, e.lien,"
			    " k.mots AS accord FROM inscription i LEFT JOIN inscription_accord k"
			    " ON k.inscription_id = i.id JOIN evenement e ON e.id = i.evenement_id"
			    " JOIN objet o ON o.id = e.id"
			    " LEFT JOIN contact c ON c.id = i.contact_id"
			    " WHERE i.id = ? AND e.supprime_le IS NULL"),
			I(id)))
		return 0;
	say(r, "Cle", r->caught[0]);
	return id;
}

static int
show(struct req *r, int64_t id)
{
	say_places(r, id);
	if (!said_int(r, "inscription.confirmee") || *said(r, "Etat.inscrit") == '\0')
		unsay(r, "inscription.lien"); /* where it takes place online is for who comes */
	title(r, "Votre inscription – %s", text_cut(&r->mem, said(r, "inscription.titre"), 120));
	return page(r, "public/inscription.cs");
}

static int
public_registration(struct req *r)
{
	int64_t id = load(r);

	return id != 0 ? show(r, id) : not_found(r);
}

/* She is there, and typed the code that is shown at the entrance. */
static int
arrive(struct req *r, int64_t id)
{
	int64_t date_id = pointage_date(r, param(r, "code"));
	long left;

	if (date_id != 0 && pointage_arrive(r, date_id, id, 0) != POINTAGE_INCONNU)
		return redirect(r, "/public/inscriptions/%s?fait=arrivee", r->caught[0]);
	if (tentative_window(r, "pointage.code", tentative_network(r), 1, HOUR, &left) > GUESSES)
		return demande_lien_too_many(r, left > 0 ? left : 1);
	r->keep = true;
	form_error(r, "code", "Ce code n’ouvre rien en ce moment.");
	return show(r, id);
}

static int
public_answer(struct req *r)
{
	const char *what = "";
	const struct field fields[] = { { "faire", CHOICE(&what), REQUIRED,
						.choices = "venir|liberer|arriver|taire" },
		{ 0 } };
	int64_t id = load(r);
	int etat;

	if (id == 0)
		return not_found(r);
	if (!form_read(r, fields))
		return show(r, id);
	if (strcmp(what, "arriver") == 0)
		return arrive(r, id);
	if (strcmp(what, "venir") == 0) {
		visiteur_confirme(r, id);
		return redirect(r, "/public/inscriptions/%s?fait=confirmee", r->caught[0]);
	}
	if (strcmp(what, "taire") == 0) {
		visiteur_accord(r, id, "");
		return redirect(r, "/public/inscriptions/%s?fait=tu", r->caught[0]);
	}
	etat = inscription_leave(r, said_id(r, "inscription.evenement_id"), 0, id);
	return redirect(r, "/public/inscriptions/%s?fait=%s", r->caught[0],
		etat == PLACE_AUCUNE ? "liberee" : "trop-tard");
}

const struct route public_inscription_routes[] = {
	{ GET, "inscriptions/:cle", PUBLIC, public_registration, .secret = true },
	{ POST, "inscriptions/:cle", PUBLIC, public_answer, .unsigned_post = true, .secret = true },
	{ 0 },
};
