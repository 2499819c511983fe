/* evenement.c - an event that is open to all: its page, and the registration of who has no account
 *
 * Nothing here says whether an address is known: the page after the form is the same for all, and
 * the rest is between the mail and its owner.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/visiteur.h"
#include "domain/compte/tentative.h"
#include "domain/objets/fichier.h"
#include "domain/objets/texte.h"
#include "public/public.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/questions.h"
#include "web/reply.h"
#include "web/route.h"

enum { HOUR = 3600, MAILS = 5, GUESTS = 20 };

#define ITS_MEMBERS MEMBERS_OF("e.groupe_id")

/* What she may agree to. */
static const char *
accord(struct req *r)
{
	return arena_printf(
		&r->mem, "%s peut m’écrire pour d’autres rendez-vous", said(r, "evenement.groupe"));
}

/* The event of the address as "evenement", if it is for everybody.  Its group is named unless it is
 * hidden; nobody else is. */
static bool
say_event(struct req *r)
{
	bool there = db_one(r, "evenement",
		SQL("SELECT e.id, o.titre, e.texte, e.journee, e.rrule, e.etat, e.mode,"
		    " e.places, e.reserve, e.invites_max, IF(g.ouverture = 'cache', '',"
		    " COALESCE(og.titre, '')) AS groupe, COALESCE(t.teinte, 4) AS teinte,"
		    " g.ouverture = 'ouvert' AS libre, " ITS_MEMBERS " AS membres,"
		    " e.inscriptions = 'fermees' AS fermees, e.cloture,"
		    " (SELECT COUNT(*) FROM evenement_question q WHERE q.evenement_id = e.id)"
		    " AS questions, (SELECT COUNT(*) FROM fichier f WHERE f.objet_id = e.id)"
		    " AS pieces FROM evenement e"
		    " JOIN objet o ON o.id = e.id LEFT JOIN groupe g ON g.id = e.groupe_id"
		    " LEFT JOIN groupe_type t ON t.cle = g.type"
		    " LEFT JOIN objet og ON og.id = g.id WHERE e.id = ?"
		    " AND " OPEN_EVENT),
		I(caught_id(r, 0)));

	if (!there)
		return false;
	row_read_number(r, row_find(r, "evenement"), "membres");
	if (*said(r, "evenement.groupe") != '\0')
		say(r, "Accord", accord(r));
	return true;
}

/* The date that is asked for, else the next one, else the last, as "date": its id; 0: none. */
static int64_t
say_date(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now());

	if (!db_one(r, "date",
		    SQL("SELECT d.id, CAST(d.jour AS CHAR) AS jour, d.debut, d.fin, d.etat, d.pris,"
			" e.journee, COALESCE(d.lieu, e.lieu) AS lieu,"
			" COALESCE(e.cloture, d.debut) <= ? AS close, d.fin <= ? AS passee,"
			" COALESCE(e.places - d.pris - IF(e.reserve = 0, 0, GREATEST(0, e.reserve -"
			" (SELECT COALESCE(SUM(1 + p.invites), 0) FROM place p"
			" WHERE p.date_id = d.id AND p.etat = 'inscrit'"
			" AND p.par_id IS NOT NULL))),"
			" -1) AS libres, d.attente FROM evenement_date d"
			" JOIN evenement e ON e.id = d.evenement_id WHERE e.id = ?"
			" AND (? = '' OR CAST(d.jour AS CHAR) = ?)"
			" ORDER BY d.fin <= ?, UNIX_TIMESTAMP(d.debut) * IF(d.fin <= ?, -1, 1)"
			" LIMIT 1"),
		    S(now), S(now), I(said_id(r, "evenement.id")), S(param(r, "date")),
		    S(param(r, "date")), S(now), S(now)))
		return 0;
	evenement_dress(r, row_at(r, "date"));
	evenement_counts(r, row_find(r, "evenement"));
	return said_id(r, "date.id");
}

/* Why nobody registers here, as a word of the template; "": one may. */
static const char *
closed(struct req *r)
{
	if (strcmp(said(r, "evenement.etat"), "annule") == 0 ||
		strcmp(said(r, "date.etat"), "annule") == 0)
		return "annule";
	if (said_int(r, "date.passee"))
		return "passe";
	if (strcmp(said(r, "evenement.mode"), "aucune") == 0)
		return "sans";
	return said_int(r, "evenement.fermees") || said_int(r, "date.close") ? "ferme" : "";
}

static bool
limited(struct req *r)
{
	return *said(r, "evenement.places") != '\0';
}

/* Will who comes with so many guests wait? */
static bool
full(struct req *r, int guests)
{
	return limited(r) &&
		(said_int(r, "date.attente") > 0 || said_int(r, "date.libres") < 1 + guests);
}

static void
say_dates(struct req *r)
{
	if (*said(r, "evenement.rrule") == '\0')
		return;
	db_list(r, "dates",
		SQL("SELECT CAST(d.jour AS CHAR) AS jour, d.debut, d.fin, e.journee"
		    " FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
		    " WHERE e.id = ? AND d.etat = 'prevu' AND d.debut > ? ORDER BY d.debut"
		    " LIMIT 12"),
		I(said_id(r, "evenement.id")), S(clock_sql(&r->mem, clock_now())));
	for (struct row *d = row_first(r, "dates"); d != NULL; d = row_next(d)) {
		evenement_dress(r, d);
		if (strcmp(row_text(d, "jour"), said(r, "date.jour")) == 0)
			row_say(d, "choisi", "1");
	}
}

/* The choices of "je viens avec". */
static void
say_guests(struct req *r)
{
	int most = said_int(r, "evenement.invites_max");
	long chosen = strtol(param(r, "invites"), NULL, 10);

	for (int i = 0; i <= most && i <= GUESTS; i++) {
		struct row *o = row_nth(r, "Invites", i);

		row_say_int(o, "n", i);
		if (i == chosen)
			row_say(o, "choisi", "1");
	}
}

/* Say "fichiers", under addresses that are open to all as well (fichiers.c). */
static void
say_files(struct req *r)
{
	if (said_int(r, "evenement.pieces") == 0)
		return;
	fichier_list(r, "fichiers", caught_id(r, 0));
	for (struct row *f = row_first(r, "fichiers"); f != NULL; f = row_next(f))
		row_say(f, "url",
			arena_printf(&r->mem, "/public/evenements/%" PRId64 "%s", caught_id(r, 0),
				row_text(f, "url")));
}

static int
show(struct req *r)
{
	const char *texte = visiteur_texte(r, said(r, "evenement.texte"));

	say(r, "evenement.texteHtml", texte_html_niveau(r, texte, 2));
	unsay(r, "evenement.texte");
	say(r, "Page.description",
		arena_printf(&r->mem, "%s%s%s. %s", said(r, "date.quand"),
			*said(r, "date.lieu") != '\0' ? ", " : "", said(r, "date.lieu"),
			texte_court(r, texte, 140)));
	say(r, "Etat", closed(r));
	say_int(r, "Complet", full(r, 0));
	say_dates(r);
	say_guests(r);
	say_files(r);
	say(r, "Plan", url_escape(r, said(r, "date.lieu")));
	if (said_int(r, "evenement.questions") > 0 && row_first(r, "questions") == NULL)
		questions_say(r, caught_id(r, 0));
	title(r, "%s, %s", text_cut(&r->mem, said(r, "evenement.titre"), 120),
		visiteur_jour(r, said(r, "date.debut")));
	return page(r, "public/evenement.cs");
}

static int
public_event(struct req *r)
{
	if (!say_event(r) || say_date(r) == 0)
		return not_found(r);
	if (r->format == ICS) {
		header(r, "Content-Disposition", "attachment; filename=\"evenement.ics\"");
		return reply_text(r, 200, "text/calendar; charset=utf-8",
			calendrier(r, &(struct calendrier) { .ouvert = true },
				calendrier_dates(r, caught_id(r, 0))));
	}
	return *param(r, "demande") != '\0' ? public_attente(r) : show(r);
}

/* Many from one network, or many mails to one address: 0, or the answer. */
static int
slowed(struct req *r, const char *email)
{
	long left = 0;

	if (conf.public_rate > 0 &&
		tentative_window(r, "evenement.reseau", tentative_network(r), 1, HOUR, &left) >
			conf.public_rate)
		return demande_lien_too_many(r, left > 0 ? left : 1);
	if (tentative_window(r, "evenement.adresse",
		    arena_printf(
			    &r->mem, "%s %" PRId64, tentative_address(r, email), caught_id(r, 0)),
		    1, HOUR, &left) > MAILS)
		return demande_lien_too_many(r, left > 0 ? left : 1);
	return 0;
}

/* What was asked for is noted: she reads to look at her mail.  Whether she waits in line is said by
 * what stood before, to everybody alike. */
static int
sent(struct req *r, const struct venue *v)
{
	bool date = *param(r, "date") != '\0';

	public_attente_keep(r, v);
	return redirect(r, "/public/evenements/%" PRId64 "?demande=%s%s%s", caught_id(r, 0),
		full(r, v->invites) ? "liste" : "place", date ? "&date=" : "",
		date ? said(r, "date.jour") : "");
}

static void
read_guests(struct req *r, struct venue *v)
{
	const char *text = param(r, "invites");
	long most = said_int(r, "evenement.invites_max"), n = strtol(text, NULL, 10);

	if (strspn(text, "0123456789") != strlen(text) || n > most)
		form_error(r, "invites",
			most == 0 ? "Cet événement n’accueille pas d’invité-e-s." :
				    arena_printf(&r->mem, "Donnez un nombre de 0 à %ld.", most));
	else
		v->invites = (int) n;
}

static int
refused(struct req *r, int etat)
{
	if (etat == PLACE_COMPLET)
		say(r, "Trop", "1");
	show(r);
	return r->status = 409;
}

static void
read_asked(struct req *r, struct venue *v, bool *agrees)
{
	const struct field fields[] = { { "prenom", LINE(&v->prenom), REQUIRED, .max = 100 },
		{ "nom", LINE(&v->nom), .max = 100 }, { "email", EMAIL(&v->email), REQUIRED },
		{ "mot", LINE(&v->mot), .max = 500 }, { "suite", YES(agrees) }, { 0 } };

	form_read(r, fields);
	read_guests(r, v);
	v->prenom = text_line(&r->mem, v->prenom);
	v->nom = text_line(&r->mem, v->nom);
	if (said_int(r, "evenement.questions") > 0)
		questions_right(r, caught_id(r, 0));
	if (!r->invalid && *v->prenom == '\0')
		form_error(r, "prenom", "Remplissez ce champ.");
}

static int
public_register(struct req *r)
{
	struct venue v = { .prenom = "", .nom = "", .email = "", .mot = "" };
	bool agrees = false;
	int64_t date_id, new = 0;
	int etat;

	if (!say_event(r) || (date_id = say_date(r)) == 0)
		return not_found(r);
	if (r->user.id != 0)
		return redirect(r, "/agenda/%" PRId64, caught_id(r, 0));
	read_asked(r, &v, &agrees);
	if (r->invalid)
		return show(r);
	if (*closed(r) != '\0')
		return refused(r, PLACE_FERMEE);
	if (limited(r) &&
		1 + v.invites > said_int(r, "evenement.places") - said_int(r, "evenement.reserve"))
		return refused(r, PLACE_COMPLET); /* whoever asks, known or not */
	v.jusqu_a = visiteur_jusqua(r, said(r, "date.debut"));
	if (*param(r, "site") != '\0') /* a field that people do not see */
		return sent(r, &v);
	if ((etat = slowed(r, v.email)) != 0)
		return etat;
	if (*said(r, "evenement.rrule") != '\0' && *param(r, "date") == '\0')
		date_id = 0;
	etat = visiteur_prend(r, caught_id(r, 0), date_id, &v, &new);
	if (new != 0)
		questions_keep(r, new);
	if (new != 0 && agrees)
		visiteur_accord(r, new, said(r, "Accord"));
	return etat < PLACE_FERMEE || etat == PLACE_REFUSEE ? sent(r, &v) : refused(r, etat);
}

const struct route public_evenement_routes[] = {
	{ GET, "evenements/:id", PUBLIC, public_event, .formats = ICS },
	{ POST, "evenements/:id", PUBLIC, public_register, .open_post = true },
	{ 0 },
};
