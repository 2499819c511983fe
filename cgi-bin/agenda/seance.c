/* seance.c - on the page of an event, one of its dates: when, how full, where the reader is in it
 *
 * Of who comes it shows those whom the reader sees anyway: discretion and rights are those of the
 * directory, and people who wait are nobody's business but the organisers'.
 */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/objets/nommes.h"

enum { VISAGES = 7, PRENOMS = 3 };

/* The date that is asked for, else the next one, else the last; and the reader's place in it. */
static bool
read_date(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now()), *jour = param(r, "date");

	return db_one(r, "seance",
		SQL("SELECT d.id, d.jour, d.debut, d.fin, e.journee, d.etat = 'annule' AS annulee,"
		    " d.motif, COALESCE(d.lieu, e.lieu) AS lieu, d.pris, d.attente,"
		    " d.fin <= ? AS passee, COALESCE(e.cloture, d.debut) <= ? AS close,"
		    " p.etat AS mon_etat, p.invites, p.confirmer_avant, p.offre, p.offre_avant,"
		    " p.phrase, p.present_le, i.id AS inscription_id, i.serie, i.mot,"
		    " IF(p.etat = 'attente', (SELECT COUNT(*) + 1 FROM place x"
		    " WHERE x.date_id = d.id AND x.etat = 'attente' AND (x.depuis < p.depuis OR"
		    " (x.depuis = p.depuis AND x.inscription_id < p.inscription_id))), 0) AS rang,"
		    " (SELECT COUNT(*) FROM place x WHERE x.date_id = d.id"
		    " AND x.etat = 'inscrit') AS viennent, IF(e.reserve > 0, GREATEST(0,"
		    " e.reserve - (SELECT COALESCE(SUM(1 + x.invites), 0) FROM place x"
		    " WHERE x.date_id = d.id AND x.etat = 'inscrit' AND x.par_id IS NOT NULL)), 0)"
		    " AS gardees, (SELECT s.etat FROM abonnement s WHERE s.objet_id = e.id"
		    " AND s.contact_id = ?) AS suivi,"
		    " COALESCE((SELECT ty.teinte FROM groupe_type ty"
		    " WHERE ty.cle = IF(e.type <> '', e.type, (SELECT g.type FROM groupe g"
		    " WHERE g.id = e.groupe_id))), 6) AS teinte FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id LEFT JOIN inscription i"
		    " ON i.evenement_id = e.id AND i.contact_id = ?"
		    " LEFT JOIN place p ON p.inscription_id = i.id AND p.date_id = d.id"
		    " WHERE d.evenement_id = ? AND (? = '' OR d.jour = ?)"
		    " ORDER BY d.fin <= ?, ABS(TIMESTAMPDIFF(SECOND, d.fin, ?)) LIMIT 1"),
		S(now), S(now), I(r->user.id), I(r->user.id), I(caught_id(r, 0)), S(jour),
		S(strlen(jour) == 10 ? jour : NULL), S(now), S(now));
}

/* What she may do, in one word: the panel of the page follows it. */
static const char *
panel(struct req *r)
{
	const char *mine = said(r, "seance.mon_etat");
	bool in = strcmp(mine, "inscrit") == 0 || strcmp(mine, "attente") == 0 ||
		strcmp(mine, "demande") == 0;

	if (strcmp(said(r, "evenement.etat"), "annule") == 0 || said_int(r, "seance.annulee"))
		return "annulee";
	if (strcmp(said(r, "evenement.etat"), "brouillon") == 0)
		return "brouillon";
	if (said_int(r, "seance.passee"))
		return "passee";
	if (in || strcmp(mine, "refuse") == 0)
		return mine;
	if (strcmp(said(r, "evenement.mode"), "aucune") == 0)
		return "sans";
	if (said_int(r, "seance.close") ||
		strcmp(said(r, "evenement.inscriptions"), "fermees") == 0)
		return "fermee";
	return "ouverte";
}

/* Those who come and whom the reader sees: some faces, a few first names, how many others. */
static void
say_people(struct req *r)
{
	const char *names = "";
	int n, all = said_int(r, "seance.viennent"), shown = 0;

	n = all == 0 ? 0 :
		       db_list(r, "viennent",
			       SQL("SELECT c.id, c.prenom, c.nom FROM place p"
				   " JOIN inscription i ON i.id = p.inscription_id"
				   " JOIN contact c ON c.id = i.contact_id"
				   " JOIN objet o ON o.id = c.id WHERE p.date_id = ?"
				   " AND p.etat = 'inscrit' AND " SEES(
					   "o") " ORDER BY c.id = ?, p.depuis, c.id LIMIT 7"),
			       I(said_id(r, "seance.id")), ME(r), I(r->user.id));
	visages(r, "viennent", "id");
	for (struct row *p = row_first(r, "viennent"); p != NULL && shown < PRENOMS;
		p = row_next(p), shown++)
		names = arena_printf(&r->mem, "%s%s%s", names,
			shown == 0                         ? "" :
				shown + 1 == n && n == all ? " et " :
							     ", ",
			row_text(p, "prenom"));
	say(r, "Prenoms", names);
	say_number(r, "Autres", all - shown);
}

enum { NEAR = 12 };

/* Of a series, the dates to come that are nearest to the one shown, and where the reader is in
 * each: from one to the next she reaches them all. */
static void
say_dates(struct req *r)
{
	if (*said(r, "evenement.rrule") == '\0')
		return;
	db_list(r, "dates",
		SQL("SELECT d.jour, d.debut, d.fin, e.journee, d.etat = 'annule' AS annulee,"
		    " d.deplace, p.etat AS mon_etat, d.id = ? AS ici FROM (SELECT n.id"
		    " FROM evenement_date n WHERE n.evenement_id = ? AND (n.fin > ? OR n.id = ?)"
		    " ORDER BY ABS(TIMESTAMPDIFF(MINUTE, n.debut, ?)), n.id LIMIT ?) x"
		    " JOIN evenement_date d ON d.id = x.id"
		    " JOIN evenement e ON e.id = d.evenement_id LEFT JOIN inscription i"
		    " ON i.evenement_id = e.id AND i.contact_id = ? LEFT JOIN place p"
		    " ON p.inscription_id = i.id AND p.date_id = d.id ORDER BY d.debut"),
		I(said_id(r, "seance.id")), I(caught_id(r, 0)), S(clock_sql(&r->mem, clock_now())),
		I(said_id(r, "seance.id")), S(said(r, "seance.debut")), I(NEAR), I(r->user.id));
	for (struct row *d = row_first(r, "dates"); d != NULL; d = row_next(d))
		row_say(d, "quand",
			evenement_when(r, row_text(d, "debut"), row_text(d, "fin"),
				row_int(d, "journee") != 0));
}

/* Another event where she is expected at that time. */
static void
say_overlap(struct req *r)
{
	db_one(r, "ailleurs",
		SQL("SELECT o.id, o.titre, d.jour FROM inscription i"
		    " JOIN place p ON p.inscription_id = i.id AND p.etat = 'inscrit'"
		    " JOIN evenement_date d ON d.id = p.date_id AND d.etat = 'prevu'"
		    " AND d.debut < ? AND d.fin > ? JOIN evenement e ON e.id = d.evenement_id"
		    " AND e.etat = 'publie' AND e.id <> ? JOIN objet o ON o.id = e.id"
		    " WHERE i.contact_id = ? AND " SEES("o") " ORDER BY d.debut LIMIT 1"),
		S(said(r, "seance.fin")), S(said(r, "seance.debut")), I(caught_id(r, 0)),
		I(r->user.id), ME(r));
}

static void
say_moment(struct req *r, const char *from, const char *into)
{
	if (*said(r, from) != '\0')
		say(r, into, text_moment(&r->mem, clock_parse(said(r, from))));
}

/* Say "seance", of the event that was loaded, with its people and its other dates.  False: there is
 * no such date. */
bool
seance_say(struct req *r)
{
	int64_t libres;

	if (!read_date(r))
		return false;
	evenement_dress(r, row_find(r, "seance"));
	evenement_counts(r, row_find(r, "evenement"));
	say(r, "Volet", panel(r));
	libres = said_id(r, "evenement.places") - said_id(r, "seance.pris") -
		said_id(r, "seance.gardees");
	say_int(r, "seance.libres", libres > 0 ? libres : 0);
	say_int(r, "Complet", *said(r, "evenement.places") != '\0' && libres <= 0);
	say_moment(r, "seance.confirmer_avant", "seance.confirmer");
	say_moment(r, "seance.offre_avant", "seance.offre_moment");
	say_moment(r, "evenement.cloture", "evenement.cloture_moment");
	say_people(r);
	say_dates(r);
	if (strcmp(said(r, "Volet"), "ouverte") == 0)
		say_overlap(r);
	return true;
}
