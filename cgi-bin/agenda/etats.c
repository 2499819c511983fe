/* etats.c - an event published, cancelled, copied, thrown away: each asked before it is done */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/text.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/evenement_serie.h"
#include "net/live.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* A draft becomes an event that its audience sees and is told of; what was published stays so. */
void
agenda_publish(struct req *r, int64_t id)
{
	if (db_int(r, SQL("SELECT 1 FROM evenement WHERE id = ? AND etat = 'brouillon' FOR UPDATE"),
		    I(id)) == 0)
		return;
	evenement_publish(r, id);
	evenement_tell_published(r, id);
}

/* The event of the address, which the reader organises and which is in that state: 0, or the status
 * to answer. */
int
agenda_managed(struct req *r, const char *etat)
{
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (strcmp(said(r, "evenement.etat"), etat) == 0)
		return 0;
	return refuse_why(r, 409, "etat",
		strcmp(said(r, "evenement.etat"), "annule") == 0 ?
			"Cet événement est annulé\u00A0: dupliquez-le pour le reprendre." :
			strcmp(etat, "brouillon") == 0 ?
			"Cet événement est déjà publié." :
			"Cet événement est encore un brouillon\u00A0: publiez-le d’abord.");
}

/* ---- published ---- */

static int
agenda_publish_ask(struct req *r)
{
	int64_t id = caught_id(r, 0), liste;
	int refused = agenda_managed(r, "brouillon");

	if (refused != 0)
		return refused;
	liste = db_int(
		r, SQL("SELECT COALESCE(liste_publiee, 0) FROM evenement WHERE id = ?"), I(id));
	acces_nombre(r, "Verront", liste, said_id(r, "evenement.groupe_id"));
	acces_qui(r, "Qui", liste);
	say_int(r, "Invites",
		db_int(r, SQL("SELECT COUNT(*) FROM evenement_invite WHERE evenement_id = ?"),
			I(id)));
	title(r, "Publier l’événement");
	return page(r, "agenda/publier.cs");
}

static int
agenda_publish_do(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = agenda_managed(r, "brouillon");

	if (refused != 0)
		return refused;
	agenda_publish(r, id);
	live_tell_objet(r, id);
	return redirect(r, "/agenda/%" PRId64 "?fait=publie", id);
}

/* ---- cancelled ---- */

static int
show_cancel(struct req *r)
{
	say_number(r, "Prevenus", evenement_told(r, caught_id(r, 0), 0));
	say(r, "Action", arena_printf(&r->mem, "/agenda/%" PRId64 "/annuler", caught_id(r, 0)));
	title(r, "Annuler l’événement");
	return page(r, "agenda/annuler.cs");
}

static int
agenda_cancel_ask(struct req *r)
{
	int refused = agenda_managed(r, "publie");

	return refused != 0 ? refused : show_cancel(r);
}

/* The reason that was written; false: the page asks for it. */
bool
agenda_read_reason(struct req *r, const char **motif)
{
	const struct field fields[] = { { "motif", TEXT(motif), .max = 900 }, { 0 } };

	*motif = "";
	if (!form_read(r, fields))
		return false;
	*motif = text_trim(&r->mem, *motif);
	if (**motif == '\0')
		form_error(r, "motif", "Dites pourquoi\u00A0: les personnes prévenues le liront.");
	return !r->invalid;
}

static int
agenda_cancel(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = agenda_managed(r, "publie");
	const char *motif;

	if (refused != 0)
		return refused;
	if (!agenda_read_reason(r, &motif))
		return show_cancel(r);
	evenement_cancel(r, id, motif);
	live_tell_objet(r, id);
	return redirect(r, "/agenda/%" PRId64 "?fait=annule", id);
}

/* ---- copied, thrown away ---- */

static int
agenda_copy(struct req *r)
{
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (!evenement_may_create(r, 0))
		return forbidden(r);
	return redirect(r, "/agenda/%" PRId64 "?fait=copie", evenement_copy(r, caught_id(r, 0)));
}

static int
agenda_delete_ask(struct req *r)
{
	int refused = agenda_managed(r, "brouillon");

	if (refused != 0)
		return refused;
	title(r, "Supprimer le brouillon");
	return page(r, "agenda/supprimer.cs");
}

static int
agenda_delete(struct req *r)
{
	int refused = agenda_managed(r, "brouillon");

	if (refused != 0)
		return refused;
	evenement_delete(r, caught_id(r, 0));
	return redirect(r, "/agenda?fait=brouillon-supprime");
}

const struct route agenda_etats_routes[] = {
	{ GET, ":id/publier", MEMBER, agenda_publish_ask },
	{ POST, ":id/publier", MEMBER, agenda_publish_do },
	{ GET, ":id/annuler", MEMBER, agenda_cancel_ask },
	{ POST, ":id/annuler", MEMBER, agenda_cancel },
	{ POST, ":id/dupliquer", MEMBER, agenda_copy },
	{ GET, ":id/supprimer", MEMBER, agenda_delete_ask },
	{ POST, ":id/supprimer", MEMBER, agenda_delete },
	{ 0 },
};
