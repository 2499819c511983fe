/* editer.c - an event made and changed */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "domain/agenda/evenement_serie.h"
#include "domain/agenda/inscription.h"
#include "domain/objets/fichier.h"
#include "net/live.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
show_form(struct req *r, int64_t id, const struct evenement *e)
{
	const char *why;

	if (r->method == GET)
		agenda_show(r, e);
	agenda_show_rule(r, e);
	agenda_offer(r, id, e);
	if (r->invalid && (why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	agenda_say_poll(r);
	say(r, "Action",
		id != 0 ? arena_printf(&r->mem, "/agenda/%" PRId64 "/modifier", id) :
			  "/agenda/nouveau");
	title(r, id != 0 ? "Modifier l’événement" : "Créer un événement");
	return page(r, "agenda/editer.cs");
}

/* The form as it was filled, with what the search among groups finds. */
static int
show_again(struct req *r, int64_t id, struct evenement *e)
{
	const char *avis;

	agenda_read(r, id, e, &avis);
	for (struct row *f = row_first(r, "Form"); f != NULL; f = row_next(f))
		row_unsay(f, "error");
	unsay(r, "Page.invalid");
	r->invalid = false;
	return show_form(r, id, e);
}

static int
agenda_new(struct req *r)
{
	struct evenement e = evenement_new();

	if (!evenement_may_create(r, 0))
		return forbidden(r);
	e.organisateur = r->user.id;
	e.visibilite = "";
	agenda_begin(r, &e);
	return show_form(r, 0, &e);
}

/* What goes with it, and where it leads. */
static int
done(struct req *r, int64_t id, const char *fait)
{
	fichiers_store(r, "fichiers", id);
	live_tell_objet(r, id);
	if (strcmp(param(r, "vers"), "publier") == 0)
		return redirect(r, "/agenda/%" PRId64 "/publier?fait=%s", id, fait);
	return redirect(r, "/agenda/%" PRId64 "?fait=%s", id, fait);
}

static int
agenda_create(struct req *r)
{
	struct evenement e = evenement_new();
	bool publish = strcmp(param(r, "publier"), "1") == 0;
	const char *avis, *why;
	int64_t id;

	if (!evenement_may_create(r, 0))
		return forbidden(r);
	if (choices_sought(r))
		return show_again(r, 0, &e);
	agenda_read(r, 0, &e, &avis);
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	if (r->invalid)
		return show_form(r, 0, &e);
	id = evenement_create(r, &e);
	agenda_invite_voters(r, id);
	if (publish)
		agenda_publish(r, id);
	return done(r, id, *avis != '\0' ? avis : publish ? "publie" : "cree");
}

/* Which event, of which dates: the whole, or a series from one of its dates on (portee=suite). */
struct portee {
	int64_t id;
	bool suite;
};

/* The event of the address as it was written last; of `portee` suite what it is from `date` on.  0,
 * or the status to answer. */
static int
load(struct req *r, struct portee *p, struct evenement *e)
{
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (strcmp(said(r, "evenement.etat"), "annule") == 0)
		return refuse_why(r, 409, "annule",
			"Cet événement est annulé\u00A0: dupliquez-le pour le reprendre.");
	p->id = caught_id(r, 0);
	p->suite = strcmp(param(r, "portee"), "suite") == 0 &&
		evenement_rest(r, p->id, param(r, "date"), e);
	if (!p->suite)
		evenement_read(r, p->id, e);
	if (p->suite)
		say(r, "Suite", param(r, "date"));
	say_number(r, "Prevenus", evenement_told(r, p->id, 0));
	say_int(r, "Attente",
		db_int(r,
			SQL("SELECT COALESCE(SUM(attente), 0) FROM evenement_date"
			    " WHERE evenement_id = ? AND etat = 'prevu' AND fin > ?"),
			I(p->id), S(clock_sql(&r->mem, clock_now()))));
	return 0;
}

static int
agenda_edit(struct req *r)
{
	struct portee p;
	struct evenement e;
	int refused = load(r, &p, &e);

	return refused != 0 ? refused : show_form(r, p.id, &e);
}

/* Fewer seats kept, and people who wait: they come in at once, which is asked first. */
static bool
asks(struct req *r, int64_t id, const struct evenement *was, const struct evenement *now)
{
	int n;

	if (now->reserve >= was->reserve || strcmp(param(r, "confirme"), "1") == 0)
		return false;
	n = inscription_would_promote(r, id, now->places, now->reserve);
	say_int(r, "Promues", n);
	return n > 0;
}

static int64_t
save(struct req *r, const struct portee *p, const struct evenement *was, const struct evenement *e)
{
	int64_t id = p->suite ? evenement_split(r, p->id, param(r, "date")) : p->id;

	evenement_change(r, id, was, e);
	return id;
}

static int
agenda_change(struct req *r)
{
	struct portee p;
	struct evenement was, e;
	int refused = load(r, &p, &e);
	const char *avis, *why;
	int64_t id;

	if (refused != 0)
		return refused;
	was = e;
	if (choices_sought(r))
		return show_again(r, p.id, &e);
	agenda_read(r, p.id, &e, &avis);
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	if (r->invalid || asks(r, p.id, &was, &e))
		return show_form(r, p.id, &e);
	id = save(r, &p, &was, &e);
	if (strcmp(param(r, "publier"), "1") == 0)
		agenda_publish(r, id);
	return done(r, id, *avis != '\0' ? avis : "modifie");
}

const struct route agenda_editer_routes[] = {
	{ GET, "nouveau", MEMBER, agenda_new },
	{ POST, "nouveau", MEMBER, agenda_create },
	{ GET, ":id/modifier", MEMBER, agenda_edit },
	{ POST, ":id/modifier", MEMBER, agenda_change },
	{ 0 },
};
