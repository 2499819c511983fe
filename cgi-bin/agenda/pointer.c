/* pointer.c - "Je suis là": the page that the code of a date opens, on any telephone
 *
 * Whoever has a session is noted as herself.  Without one she gives her name: what is answered then
 * is the same whether it is on the list or not, for the list is nobody's but the organisers'.
 */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/pointage.h"
#include "domain/agenda/visiteur.h"
#include "domain/compte/tentative.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { GUESSES = 60, HOUR = 3600 };

static const struct rule by_network = { "pointage.nom", 60, 60 };

/* Codes that open nothing are counted: 0, or the answer to who tries many. */
static int
slowed(struct req *r)
{
	long left, n = tentative_window(r, "pointage.code", tentative_network(r), 1, HOUR, &left);

	return n > GUESSES ? demande_lien_too_many(r, left > 0 ? left : 1) : 0;
}

/* Nothing opens here: where a code is typed. */
static int
no_date(struct req *r)
{
	int refused = slowed(r);

	if (refused != 0)
		return refused;
	say(r, "Code.faux", "1");
	title(r, "Pointer mon arrivée");
	page(r, "agenda/pointer_code.cs");
	return r->status = 404;
}

static int
agenda_type_code(struct req *r)
{
	const char *code = text_line(&r->mem, param(r, "code"));

	if (*code != '\0')
		return redirect(r, "/agenda/pointer/%s", url_escape(r, code));
	title(r, "Pointer mon arrivée");
	return page(r, "agenda/pointer_code.cs");
}

static void
say_date(struct req *r, int64_t date_id)
{
	db_one(r, "date",
		SQL("SELECT d.id, d.evenement_id, o.titre, d.debut, d.fin, e.journee,"
		    " COALESCE(d.lieu, e.lieu) AS lieu, COALESCE(" SEES(
			    "o") ", 0) AS vu FROM evenement_date d"
				 " JOIN evenement e ON e.id = d.evenement_id"
				 " JOIN objet o ON o.id = e.id WHERE d.id = ?"),
		ME(r), I(date_id));
	evenement_dress(r, row_at(r, "date"));
	say(r, "Code.texte", r->caught[0]);
	title(r, "%s", text_cut(&r->mem, said(r, "date.titre"), 120));
}

/* She is noted: "note.heure", "note.prenom". */
static bool
noted(struct req *r, int64_t date_id, int64_t inscription_id)
{
	if (!db_one(r, "note",
		    SQL("SELECT p.present_le, p.present_par, COALESCE(c.prenom, i.prenom) AS prenom"
			" FROM place p JOIN inscription i ON i.id = p.inscription_id"
			" LEFT JOIN contact c ON c.id = i.contact_id WHERE p.date_id = ?"
			" AND p.inscription_id = ? AND p.present_le IS NOT NULL"),
		    I(date_id), I(inscription_id)))
		return false;
	say(r, "note.heure", text_hour(&r->mem, evenement_wall(said(r, "note.present_le"))));
	return true;
}

static int
agenda_arrival(struct req *r)
{
	int64_t date_id = pointage_date(r, r->caught[0]), mine;

	if (date_id == 0)
		return no_date(r);
	say_date(r, date_id);
	mine = r->user.id != 0 ? pointage_de(r, date_id, r->user.id) : 0;
	if (mine != 0 && noted(r, date_id, mine))
		return page(r, "agenda/pointer_note.cs");
	say_int(r, "inscrite", mine != 0);
	return page(r, "agenda/pointer.cs");
}

/* With a session: she, and nobody else. */
static int
herself(struct req *r, int64_t date_id)
{
	int64_t mine = pointage_de(r, date_id, r->user.id);

	if (strcmp(param(r, "faire"), "retirer") == 0) {
		if (mine != 0 && noted(r, date_id, mine) && said_int(r, "note.present_par") == 0)
			pointage_retire(r, date_id, mine);
	} else if (mine != 0) {
		pointage_arrive(r, date_id, mine, 0);
	} else if (said_int(r, "date.vu")) {
		pointage_venu(r, date_id, r->user.id, "", "", 0);
	} else {
		return forbidden(r);
	}
	return redirect(r, "/agenda/pointer/%s", url_escape(r, r->caught[0]));
}

static int
agenda_arrived(struct req *r)
{
	int64_t date_id = pointage_date(r, r->caught[0]), who;
	const char *name = "", *key = "";
	const struct field fields[] = { { "qui", LINE(&name), .max = 200 },
		{ "cle", LINE(&key), .max = 64 }, { 0 } };
	long wait;

	if (date_id == 0)
		return no_date(r);
	say_date(r, date_id);
	if (r->user.id != 0)
		return herself(r, date_id);
	if (!form_read(r, fields))
		return page(r, "agenda/pointer.cs");
	if ((who = visiteur_inscription(r, key)) != 0) {
		pointage_arrive(r, date_id, who, 0);
		return redirect(r, "/public/inscriptions/%s", key);
	}
	if (*name == '\0') {
		form_error(r, "qui", "Écrivez votre prénom et votre nom, ou votre téléphone.");
		return page(r, "agenda/pointer.cs");
	}
	if ((wait = tentative_count(r, &by_network, tentative_network(r))) > 0)
		return demande_lien_too_many(r, wait);
	if ((who = pointage_cherche(r, date_id, name)) != 0)
		pointage_arrive(r, date_id, who, 0);
	say(r, "dit", name);
	return page(r, "agenda/pointer_note.cs");
}

const struct route agenda_pointer_routes[] = {
	{ GET, "pointer", PUBLIC, agenda_type_code },
	{ GET, "pointer/:code", PUBLIC, agenda_arrival, .secret = true },
	{ POST, "pointer/:code", PUBLIC, agenda_arrived, .open_post = true, .secret = true },
	{ 0 },
};
