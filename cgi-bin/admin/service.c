/* service.c - how the service is doing: what asks for somebody, what is well, the last thirty days,
 * who to call
 */

#include <inttypes.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/contacts/plafond.h"
#include "domain/notifications/courriel.h"
#include "domain/service/cle_crm.h"
#include "domain/service/controle.h"
#include "domain/service/jour.h"
#include "domain/service/mots.h"
#include "domain/service/panne.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "web/form.h"
#include "web/reply.h"

enum { SEEN_LATE = 5 * 60, INCIDENTS = 6, MONTHS_SHOWN = 12, CALLS = 3 };

/* The steps, each a row. */
static void
say_steps(struct req *r, struct row *into, const char *faire)
{
	struct row *list = row_say_list(into, "etapes");
	int n = 0;

	while (*faire != '\0') {
		size_t len = strcspn(faire, "\n");

		row_say(row_in(list, arena_printf(&r->mem, "%d", n++)), "texte",
			arena_printf(&r->mem, "%.*s", (int) len, faire));
		faire += len + (faire[len] == '\n');
	}
}

static void
say_point(struct req *r, struct row *row, const struct constat *c, time_t now)
{
	row_say(row, "cle", c->cle);
	row_say(row, "titre", c->titre);
	row_say(row, "icone", c->icone);
	row_say(row, "etat", etat_mots[c->etat]);
	row_say(row, "phrase", c->phrase);
	if (c->etat == ETAT_OK)
		return;
	row_say(row, "mot",
		c->etat == ETAT_WARN ? c->mot :
				       arena_printf(&r->mem, "%s depuis %s", c->mot,
					       mots_depuis(&r->mem, c->depuis, now)));
	if (strncmp(c->phrase, c->mot, strlen(c->mot)) == 0)
		row_say(row, "phrase", ""); /* the title says it */
	row_say(row, "suite", c->suite);
	say_steps(r, row, c->faire);
}

/* That nobody looks any more is found by who reads. */
static void
say_nobody_looks(struct req *r, struct row *row, time_t seen, time_t now)
{
	const struct constat c = { .cle = "surveillance",
		.titre = "Surveillance",
		.icone = "eye",
		.etat = ETAT_BAD,
		.mot = "Plus rien n’est vérifié",
		.phrase = "",
		.suite = "Ce que dit cette page date de ce moment, et aucune alerte ne part.",
		.faire = "Prévenir l’hébergeur\u00A0: le programme essaim-service ne tourne plus.",
		.depuis = seen };

	say_point(r, row, &c, now);
}

/* What asks for somebody under points, what is well under bien. */
static void
say_checks(struct req *r, time_t now)
{
	struct constat found[CONTROLES];
	time_t seen;
	int n = controle_read(r, found, &seen), points = 0, well = 0;

	say(r, "service.vu", seen != 0 ? mots_moment(&r->mem, seen, now) : "");
	if (seen != 0 && now - seen > SEEN_LATE)
		say_nobody_looks(r, row_nth(r, "points", points++), seen, now);
	for (int i = 0; i < n; i++) {
		if (found[i].etat != ETAT_OK)
			say_point(r, row_nth(r, "points", points++), &found[i], now);
		else if (!found[i].discret)
			say_point(r, row_nth(r, "bien", well++), &found[i], now);
	}
	say_int(r, "service.points", points);
	say(r, "service.nombre",
		points == 1         ? "Une chose vous attend" :
			points == 2 ? "Deux choses vous attendent" :
			points == 3 ? "Trois choses vous attendent" :
				      "Plusieurs choses vous attendent");
}

/* What became of the key that was pasted. */
static void
say_key(struct req *r)
{
	const char *text = reglage(r, "service.cle_essai", "");
	json_object *o = json_whole(&r->mem, text, strlen(text));

	if (cle_crm_waits(r))
		say(r, "essai.etat", "essai");
	else if (o != NULL && json_text(o, "le") != NULL &&
		clock_now() - clock_parse(json_text(o, "le")) < 86400) {
		say(r, "essai.etat", json_text(o, "etat"));
		say(r, "essai.quand",
			mots_moment(&r->mem, clock_parse(json_text(o, "le")), clock_now()));
	}
}

static void
say_who(struct req *r)
{
	static const char *const names[] = { "qui", "telephone", "contrat", "courriel" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *usual = i == 3 && conf.alarm_mail != NULL ? conf.alarm_mail : "";
		const char *value =
			reglage(r, arena_printf(&r->mem, "service.%s", names[i]), usual);

		say(r, arena_printf(&r->mem, "appeler.%s", names[i]), value);
		if (!r->invalid)
			form_value(r, names[i], value);
	}
	say(r, "appeler.tel", text_phone(&r->mem, said(r, "appeler.telephone")));
	say_int(r, "appeler.alertes", conf.alarm_mail != NULL);
}

/* The bill of each month, as people read it. */
static void
say_months(struct req *r)
{
	jour_mois(r, "mois");
	for (struct row *m = row_first(r, "mois"); m != NULL; m = row_next(m)) {
		int year, month, day;

		text_date(arena_printf(&r->mem, "%s-01", row_text(m, "mois")), &year, &month, &day);
		row_say(m, "nom", arena_printf(&r->mem, "%s %d", text_month(month), year));
		row_read_number(r, m, "pages");
		row_read_number(r, m, "secondes");
		row_read_number(r, m, "courriels");
		row_say(m, "octets_texte", mots_octets(&r->mem, row_id(m, "octets")));
		row_say(m, "stockage_texte", mots_octets(&r->mem, row_id(m, "stockage")));
	}
}

static int
admin_service(struct req *r)
{
	time_t now = clock_now();

	say_checks(r, now);
	panne_days(r, now);
	panne_list(r, "pannes", now, INCIDENTS);
	say_key(r);
	say_who(r);
	say_months(r);
	say_int(r, "Droits.complet", plafond_entier(r));
	title(r, "État du service");
	return page(r, "admin/service.cs");
}

/* A new key of HubSpot: tried within the minute, by who has the network. */
static int
admin_key_try(struct req *r)
{
	const char *key = "", *why;
	const struct field fields[] = { { "jeton", LINE(&key), REQUIRED | SECRET, .max = 300 },
		{ 0 } };

	if (form_read(r, fields) && (why = cle_crm_ask(r, key)) != NULL)
		form_error(r, "jeton", why);
	return r->invalid ? admin_service(r) : redirect(r, "/admin/service?fait=cle");
}

static int
admin_who_set(struct req *r)
{
	const char *qui = "", *telephone = "", *contrat = "", *courriel = "";
	const struct field fields[] = { { "qui", LINE(&qui), .max = 80 },
		{ "telephone", LINE(&telephone), .max = 30 },
		{ "contrat", LINE(&contrat), .max = 60 },
		{ "courriel", EMAIL(&courriel), .max = 200 }, { 0 } };

	form_read(r, fields);
	if (*telephone != '\0' && text_phone(&r->mem, telephone) == NULL)
		form_error(r, "telephone", "Donnez un numéro, par exemple 04 65 71 00 42.");
	if (r->invalid)
		return admin_service(r);
	reglage_set(r, "service.qui", qui);
	reglage_set(r, "service.telephone", telephone);
	reglage_set(r, "service.contrat", contrat);
	reglage_set(r, "service.courriel", courriel);
	return redirect(r, "/admin/service?fait=reglage");
}

static int
admin_closing_announce(struct req *r)
{
	const char *quand = "", *mot = "";
	int64_t minutes = 0;
	struct wall w;
	time_t from = 0;
	const struct field fields[] = { { "mot", LINE(&mot), REQUIRED, .max = 120 },
		{ "quand", WHEN(&quand), REQUIRED }, { "minutes", ID(&minutes), REQUIRED }, { 0 } };

	form_read(r, fields);
	if (!r->invalid && minutes > 24 * 60)
		form_error(r, "minutes", "Donnez une durée en minutes, de 1 à 1440.");
	if (!r->invalid && (!wall_read(quand, &w) || wall_instant(w, &from) == WALL_NEVER))
		form_error(
			r, "quand", "Cette heure n’existe pas\u00A0: l’heure change ce jour-là.");
	if (r->invalid)
		return admin_service(r);
	panne_announce(r, mot, "", from, minutes);
	journal(r, "service.annonce", 0, NULL,
		json_made(&r->mem, JS("mot", mot), JS("quand", quand), JN("minutes", minutes)));
	return redirect(r, "/admin/service?fait=annonce");
}

/* Who is to call gets what asks for somebody, as this page says it. */
static int
admin_hand_over(struct req *r)
{
	const char *to =
		reglage(r, "service.courriel", conf.alarm_mail != NULL ? conf.alarm_mail : "");

	if (*to == '\0') {
		form_error(r, "courriel", "Donnez d’abord l’adresse de qui peut aider.");
		return admin_service(r);
	}
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM journal WHERE acte = 'service.main'"
			" AND quand > UTC_TIMESTAMP() - INTERVAL 1 HOUR")) >= CALLS) {
		form_error(r, "courriel",
			"La main a déjà été passée trois fois en une heure\u00A0: téléphonez"
			" plutôt.");
		return admin_service(r);
	}
	say_checks(r, clock_now());
	say(r, "Courriel.qui", arena_printf(&r->mem, "%s %s", r->user.prenom, r->user.nom));
	courriel_queue(r, 0, to, "service_main");
	journal(r, "service.main", 0, NULL,
		json_made(&r->mem, JN("points", said_int(r, "service.points"))));
	return redirect(r, "/admin/service?fait=main");
}

const struct route admin_service_routes[] = {
	{ GET, "service", ADMIN, admin_service, .domaine = "administration" },
	{ POST, "service/cle", ADMIN, admin_key_try },
	{ POST, "service/qui", ADMIN, admin_who_set, .domaine = "administration" },
	{ POST, "service/annonce", ADMIN, admin_closing_announce, .domaine = "administration" },
	{ POST, "service/main", ADMIN, admin_hand_over, .domaine = "administration" },
	{ 0 },
};
