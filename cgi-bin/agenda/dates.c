/* dates.c - one date of an event: cancelled, moved; a date more of a series */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement_serie.h"
#include "net/live.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* The date of the address, to come, of a published event that the reader organises, said as
 * "seance": 0, or the status to answer. */
static int
load(struct req *r)
{
	int refused = agenda_load(r, GERER);
	struct wall day;

	if (refused != 0)
		return refused;
	if (!wall_read(r->caught[1], &day) ||
		!db_one(r, "seance",
			SQL("SELECT d.id, d.jour, d.debut, d.fin, d.etat, e.journee, d.fin <= ?"
			    " AS passee FROM evenement_date d"
			    " JOIN evenement e ON e.id = d.evenement_id"
			    " WHERE d.evenement_id = ? AND d.jour = ?"),
			S(clock_sql(&r->mem, clock_now())), I(caught_id(r, 0)),
			S(wall_ymd(&r->mem, day))))
		return not_found(r);
	evenement_dress(r, row_at(r, "seance"));
	if (strcmp(said(r, "evenement.etat"), "annule") == 0 ||
		strcmp(said(r, "seance.etat"), "annule") == 0)
		return refuse_why(r, 409, "annulee", "Cette date est annulée.");
	return said_int(r, "seance.passee") ?
		refuse_why(r, 409, "passee", "Cette date est passée\u00A0: elle ne change plus.") :
		0;
}

static int
answer(struct req *r, const char *fait)
{
	live_tell_objet(r, caught_id(r, 0));
	return redirect(r, "/agenda/%" PRId64 "?date=%s&fait=%s", caught_id(r, 0),
		said(r, "seance.jour"), fait);
}

static int
show(struct req *r, const char *acte, const char *titre, const char *template)
{
	say_number(r, "Prevenus", evenement_told(r, caught_id(r, 0), said_id(r, "seance.id")));
	say(r, "Action",
		arena_printf(&r->mem, "/agenda/%" PRId64 "/dates/%s/%s", caught_id(r, 0),
			said(r, "seance.jour"), acte));
	title(r, "%s", titre);
	return page(r, template);
}

/* ---- cancelled ---- */

static int
show_cancel(struct req *r)
{
	return show(r, "annuler", "Annuler cette date", "agenda/annuler.cs");
}

static int
agenda_date_cancel_ask(struct req *r)
{
	int refused = load(r);

	return refused != 0 ? refused : show_cancel(r);
}

static int
agenda_date_cancel(struct req *r)
{
	int refused = load(r);
	const char *motif;

	if (refused != 0)
		return refused;
	if (!agenda_read_reason(r, &motif))
		return show_cancel(r);
	if (*said(r, "evenement.rrule") == '\0')
		evenement_cancel(r, caught_id(r, 0), motif);
	else
		evenement_date_cancel(r, caught_id(r, 0), said_id(r, "seance.id"), motif);
	return answer(r, "date-annulee");
}

/* ---- moved ---- */

static int
show_move(struct req *r)
{
	if (r->method == GET)
		agenda_show_span(r, said(r, "seance.debut"), said(r, "seance.fin"),
			said_int(r, "evenement.journee") != 0);
	form_value(r, "journee", said(r, "evenement.journee"));
	say_int(r, "Tiennent", creneaux_held(r, caught_id(r, 0), said_id(r, "seance.id")));
	return show(r, "deplacer", "Déplacer cette date", "agenda/deplacer.cs");
}

static int
agenda_date_move_ask(struct req *r)
{
	int refused = load(r);

	return refused != 0 ? refused : show_move(r);
}

static int
agenda_date_move(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = load(r);
	const char *debut, *fin, *avis = "date-deplacee";

	if (refused != 0)
		return refused;
	if (!agenda_read_span(r, said_int(r, "evenement.journee") != 0, &debut, &fin, &avis))
		return show_move(r);
	if (*said(r, "evenement.rrule") != '\0') {
		evenement_date_move(r, id, said_id(r, "seance.id"), debut, fin);
		return answer(r, avis);
	}
	struct evenement was, now;

	evenement_read(r, id, &was);
	now = was;
	now.debut = debut;
	now.fin = fin;
	evenement_change(r, id, &was, &now);
	live_tell_objet(r, id);
	return redirect(r, "/agenda/%" PRId64 "?fait=%s", id, avis);
}

/* ---- added ---- */

static int
load_series(struct req *r)
{
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (*said(r, "evenement.rrule") == '\0')
		return refuse_why(r, 409, "une_date",
			"Cet événement n’a qu’une date\u00A0: faites-en d’abord une série.");
	if (strcmp(said(r, "evenement.etat"), "annule") == 0)
		return refuse_why(r, 409, "annule", "Cet événement est annulé.");
	return 0;
}

static int
show_add(struct req *r)
{
	form_value(r, "journee", said(r, "evenement.journee"));
	say(r, "Action",
		arena_printf(&r->mem, "/agenda/%" PRId64 "/dates/ajouter", caught_id(r, 0)));
	say_int(r, "Ajout", 1);
	say_number(r, "Prevenus",
		db_int(r, SQL("SELECT COUNT(*) FROM inscription WHERE evenement_id = ? AND serie"),
			I(caught_id(r, 0))));
	title(r, "Ajouter une date");
	return page(r, "agenda/deplacer.cs");
}

static int
agenda_date_add_ask(struct req *r)
{
	int refused = load_series(r);

	return refused != 0 ? refused : show_add(r);
}

static int
agenda_date_add(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = load_series(r);
	const char *debut, *fin, *avis = "date-ajoutee";

	if (refused != 0)
		return refused;
	if (!agenda_read_span(r, said_int(r, "evenement.journee") != 0, &debut, &fin, &avis))
		return show_add(r);
	if (evenement_date_add(r, id, debut, fin) == 0) {
		form_error(r, "debut",
			"La série a déjà une date ce jour-là\u00A0: choisissez-en un"
			" autre.");
		return show_add(r);
	}
	live_tell_objet(r, id);
	return redirect(r, "/agenda/%" PRId64 "?date=%s&fait=%s", id,
		wall_ymd(&r->mem, evenement_wall(debut)), avis);
}

const struct route agenda_dates_routes[] = {
	{ GET, ":id/dates/:jour/annuler", MEMBER, agenda_date_cancel_ask },
	{ POST, ":id/dates/:jour/annuler", MEMBER, agenda_date_cancel },
	{ GET, ":id/dates/:jour/deplacer", MEMBER, agenda_date_move_ask },
	{ POST, ":id/dates/:jour/deplacer", MEMBER, agenda_date_move },
	{ GET, ":id/dates/ajouter", MEMBER, agenda_date_add_ask },
	{ POST, ":id/dates/ajouter", MEMBER, agenda_date_add },
	{ 0 },
};
