/* envoi.c - a letter leaves: programmed, followed, held, stopped, corrected */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/lettres/lettre_controle.h"
#include "domain/lettres/lettre_envoi.h"
#include "lettres/lettres.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* "Paris" of "Europe/Paris": whose clock the hours are. */
static const char *
town(struct req *r)
{
	const char *slash = strrchr(conf.site_timezone, '/');
	char *name = arena_strdup(&r->mem, slash != NULL ? slash + 1 : conf.site_timezone);

	for (char *c = name; *c != '\0'; c++)
		if (*c == '_')
			*c = ' ';
	return name;
}

/* Say Envoi.jours, .heures, .minutes of so many seconds: the two largest that count. */
static void
say_duration(struct req *r, int64_t seconds)
{
	int64_t minutes = seconds > 0 ? (seconds + 59) / 60 : 0, days = minutes / 1440;

	say_int(r, "Envoi.jours", days);
	say_int(r, "Envoi.heures", minutes / 60 % 24);
	say_int(r, "Envoi.minutes", days > 0 ? 0 : minutes % 60);
}

/* Say when it leaves and how long that is, or how far it has got and how long the rest takes. */
static void
say_progress(struct req *r, const struct lettre *l)
{
	time_t due = *l->du_le != '\0' ? clock_parse(l->du_le) : 0;
	int64_t done = said_id(r, "lettre.envoyes") + said_id(r, "lettre.refuses");
	int64_t rest = said_id(r, "lettre.total") - done, rate = said_id(r, "lettre.debit");

	say(r, "Envoi.ville", town(r));
	if (due != 0)
		say(r, "Envoi.quand", text_moment(&r->mem, due));
	if (strcmp(l->etat, "programmee") == 0)
		say_duration(r, due - clock_now());
	else if (rate > 0 && rest > 0)
		say_duration(r, rest * 60 / rate);
	say_int(r, "Envoi.faits", done);
	say(r, "Envoi.envoyes", text_number(&r->mem, said_id(r, "lettre.envoyes")));
	say(r, "Envoi.total", text_number(&r->mem, said_id(r, "lettre.total")));
	say_int(r, "Envoi.annules",
		db_int(r,
			SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ?"
			    " AND etat = 'annule'"),
			I(l->id)));
}

/* What the page of a letter shows of its sending. */
void
lettres_say_envoi(struct req *r, const struct lettre *l)
{
	say_progress(r, l);
	if (strcmp(l->etat, "brouillon") == 0 && lettre_sends(r))
		lettres_say_gens(r, l->id);
	db_list(r, "Editions",
		SQL("SELECT e.numero, e.sujet, e.cree_le, e.version = l.version AS courante"
		    " FROM lettre_edition e JOIN lettre l ON l.id = e.lettre_id"
		    " WHERE e.lettre_id = ? ORDER BY e.numero DESC LIMIT 20"),
		I(l->id));
	for (struct row *e = row_first(r, "Editions"); e != NULL; e = row_next(e))
		row_say(e, "quand", text_moment(&r->mem, clock_parse(row_text(e, "cree_le"))));
	if (said_id(r, "lettre.refuses") > 0)
		db_list(r, "Refus",
			SQL("SELECT c.id, c.prenom, c.nom, v.erreur FROM lettre_envoi v"
			    " JOIN contact c ON c.id = v.contact_id JOIN objet o ON o.id = c.id"
			    " WHERE v.lettre_id = ? AND v.etat = 'refuse' AND " SEES(
				    "o") " ORDER BY v.id DESC LIMIT 50"),
			I(l->id), ME(r));
	if (l->edition > 0)
		say_int(r, "Envoi.change",
			db_int(r,
				SQL("SELECT version <> ? FROM lettre_edition WHERE lettre_id = ?"
				    " AND numero = ?"),
				I(l->version), I(l->id), I(l->edition)));
}

/* The letter of the address, for who sends: 0, or the status to answer. */
static int
load(struct req *r, struct lettre *l)
{
	int refused = lettres_load(r, l);

	if (refused != 0 || !lettre_sends(r))
		return refused != 0 ? refused : forbidden(r);
	return l->modele ? not_found(r) : 0;
}

/* The moment of the form in UTC, "": now; false: refused. */
static bool
read_moment(struct req *r, const char **utc)
{
	const char *le = "";
	const struct field fields[] = { { "le", WHEN(&le), 0 }, { 0 } };
	struct wall w;
	time_t t = 0;

	*utc = "";
	if (!form_read(r, fields) || *le == '\0')
		return !r->invalid;
	if (!wall_read(le, &w) || wall_instant(w, &t) == WALL_NEVER)
		form_error(
			r, "le", "Cette heure n’existe pas ce jour-là\u00A0: on change d’heure.");
	*utc = clock_sql(&r->mem, t);
	return !r->invalid;
}

/* What is looked at before it leaves, and when it may. */
static int
show(struct req *r, const struct lettre *l)
{
	if (strcmp(l->etat, "brouillon") != 0)
		return lettres_page(r, l);
	lettres_say_envoi(r, l);
	unsay(r, "Constats");
	lettre_controle(r, l->id, "Constats");
	title(r, "Envoyer %s", text_cut(&r->mem, l->sujet, 120));
	return page(r, "lettres/envoyer.cs");
}

static int
envoi_page(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);

	return refused != 0 ? refused : show(r, &l);
}

static int
envoi_send(struct req *r)
{
	const char *utc, *why;
	struct lettre l;
	int refused = load(r, &l);

	if (refused != 0)
		return refused;
	if (!read_moment(r, &utc))
		return show(r, &l);
	if ((why = lettre_send(r, l.id, utc)) != NULL) {
		form_error(r, "le", why);
		return show(r, &l);
	}
	return redirect(
		r, "/lettres/%" PRId64 "?fait=%s", l.id, *utc != '\0' ? "programmee" : "partie");
}

/* Do ACT to the letter of the address, then say FAIT; 409 when it is too late for that. */
static int
act(struct req *r, const char *(*what)(struct req *, int64_t), const char *fait)
{
	struct lettre l;
	const char *why;
	int refused = load(r, &l);

	if (refused != 0)
		return refused;
	if ((why = what(r, l.id)) != NULL)
		return refuse_why(r, 409, "etat", why);
	return redirect(r, "/lettres/%" PRId64 "?fait=%s", l.id, fait);
}

static int
envoi_unsend(struct req *r)
{
	return act(r, lettre_unsend, "deprogrammee");
}

static int
envoi_pause(struct req *r)
{
	return act(r, lettre_pause, "pause");
}

static int
envoi_resume(struct req *r)
{
	return act(r, lettre_resume, "reprend");
}

static int
envoi_stop(struct req *r)
{
	return act(r, lettre_stop, "arretee");
}

static int
envoi_correct(struct req *r)
{
	return act(r, lettre_correct, "corrigee");
}

/* One edition as it left, in words alone. */
static int
envoi_edition(struct req *r)
{
	struct lettre l;
	int refused = lettres_load(r, &l);

	if (refused != 0)
		return refused;
	if (!db_one(r, "Edition",
		    SQL("SELECT numero, sujet, apercu, texte FROM lettre_edition"
			" WHERE lettre_id = ? AND numero = ?"),
		    I(l.id), I(caught_id(r, 1))))
		return not_found(r);
	title(r, "%s", text_cut(&r->mem, said(r, "Edition.sujet"), 120));
	return page(r, "lettres/edition.cs");
}

const struct route lettres_envoi_routes[] = {
	{ GET, ":id/envoyer", MEMBER, envoi_page, .domaine = "envois" },
	{ POST, ":id/envoyer", MEMBER, envoi_send, .domaine = "envois" },
	{ POST, ":id/deprogrammer", MEMBER, envoi_unsend, .domaine = "envois" },
	{ POST, ":id/pause", MEMBER, envoi_pause, .domaine = "envois" },
	{ POST, ":id/reprendre", MEMBER, envoi_resume, .domaine = "envois" },
	{ POST, ":id/arreter", MEMBER, envoi_stop, .domaine = "envois" },
	{ POST, ":id/corriger", MEMBER, envoi_correct, .domaine = "envois" },
	{ GET, ":id/editions/:n", MEMBER, envoi_edition, .domaine = "lettres" },
	{ 0 },
};
