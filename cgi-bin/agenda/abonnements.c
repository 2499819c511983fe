/* abonnements.c - one's own calendar follows the agenda, by a private address */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/lien_prive.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/calendrier_prive.h"
#include "domain/socle/alone.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
abonnements_page(struct req *r)
{
	lien_prive_say(r, "abonnements", "agenda");
	db_list(r, "groupes",
		SQL("SELECT DISTINCT CONCAT('groupe:', o.id) AS valeur, o.titre AS libelle"
		    " FROM " OWN_MEMBERSHIPS("m") " JOIN objet o ON o.id = m.groupe_id"
						  " ORDER BY o.titre LIMIT 200"),
		I(r->user.id));
	title(r, "Mon calendrier");
	return page(r, "agenda/abonnements.cs");
}

/* The address is in this one answer, and nowhere else. */
static int
abonnements_show_once(struct req *r, const char *address)
{
	say(r, "adresse", address);
	r->after = "/agenda/abonnements?fait=abonnement-deja";
	return abonnements_page(r);
}

static int
abonnements_make(struct req *r)
{
	const char *quoi, *address;
	const struct field fields[] = { { "quoi", LINE(&quoi), REQUIRED, .max = 40 }, { 0 } };
	int64_t groupe = 0;

	if (r->bearer != NULL)
		return forbidden(r);
	if (!form_read(r, fields))
		return abonnements_page(r);
	if (strncmp(quoi, "groupe:", 7) == 0)
		groupe = strtoll(quoi + 7, NULL, 10);
	if (groupe <= 0 && strcmp(quoi, "moi") != 0) {
		form_error(r, "quoi", "Choisissez vos rendez-vous, ou un de vos groupes.");
		return abonnements_page(r);
	}
	if (!lien_prive_may(r, "agenda", groupe))
		return not_found(r);
	reader_alone(r);
	address = calendrier_prive_new(r, groupe);
	if (address != NULL)
		return abonnements_show_once(r, address);
	form_error(r, "quoi", "Vingt adresses au plus\u00A0: retirez celles qui ne servent plus.");
	return abonnements_page(r);
}

static int
abonnements_renew(struct req *r)
{
	const char *address = r->bearer == NULL ? calendrier_prive_renew(r, caught_id(r, 0)) : NULL;

	return address != NULL ? abonnements_show_once(r, address) : not_found(r);
}

static int
abonnements_drop(struct req *r)
{
	if (!lien_prive_drop(r, "agenda", caught_id(r, 0)))
		return not_found(r);
	return redirect(r, "/agenda/abonnements?fait=abonnement-retire");
}

/* Read by the program of a calendar, again and again.  By ETag alone it learns that nothing
 * changed: a right that ended takes events away, which no date of a change tells. */
static int
abonnements_read(struct req *r)
{
	const char *etag, *has = req_env(r, "HTTP_IF_NONE_MATCH"), *text;
	struct flux f;

	if (r->format != ICS || !calendrier_prive_read(r, r->caught[0], &f))
		return not_found(r);
	text = calendrier(r,
		&(struct calendrier) { .contact_id = f.contact,
			.nom = arena_printf(&r->mem, "%s, %s",
				*f.nom != '\0' ? f.nom : "Mes rendez-vous", conf.site_name) },
		f.dates);
	etag = arena_printf(&r->mem, "\"%.32s\"", sha256_hex(&r->mem, text, strlen(text)));
	header(r, "ETag", etag);
	header(r, "Last-Modified", text_http_date(&r->mem, clock_parse(f.change)));
	r->cache = "private, no-cache";
	if (has != NULL && strstr(has, etag) != NULL)
		return reply_text(r, 304, "text/calendar; charset=utf-8", "");
	return reply_text(r, 200, "text/calendar; charset=utf-8", text);
}

const struct route agenda_abonnements_routes[] = {
	{ GET, "abonnements", PROSPECT, abonnements_page },
	{ POST, "abonnements", PROSPECT, abonnements_make },
	{ POST, "abonnements/:id/renouveler", PROSPECT, abonnements_renew },
	{ POST, "abonnements/:id/retirer", PROSPECT, abonnements_drop },
	{ GET, "abonnements/:jeton", PUBLIC, abonnements_read, .formats = ICS, .secret = true },
	{ 0 },
};
