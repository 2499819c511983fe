/* demande.c - one request of a person: who she is, what is written to her, what is done */

#include <inttypes.h>
#include <string.h>

#include "admin/demandes.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/demandes/dpo.h"
#include "domain/socle/journal.h"
#include "web/donnees_archive.h"
#include "web/form.h"
#include "web/reply.h"

/* TEXT as a day that is not to come; a form that says otherwise is refused. */
const char *
admin_past_day(struct req *r, const char *field, const char *text)
{
	const char *day = text_iso(&r->mem, text);

	if (*text != '\0' && (day == NULL || strcmp(day, text_iso_at(&r->mem, clock_now())) > 0))
		form_error(r, field, "Donnez un jour passé, ou celui d’aujourd’hui.");
	return day != NULL ? day : "";
}

/* Say it with what an erasure takes. */
void
admin_request_say(struct req *r, const struct requete *q)
{
	requete_say(r, q);
	if (strcmp(q->genre, "effacement") == 0 && q->contact_id != 0 && *q->rendue_le == '\0')
		requete_preview(r, q->contact_id);
}

static bool
load(struct req *r, struct requete *q)
{
	return requete_find(r, caught_id(r, 0), q);
}

/* One that is to be answered still; of two who answer it at once the second finds it answered. */
static bool
load_open(struct req *r, struct requete *q)
{
	if (r->method == POST &&
		db_int(r, SQL("SELECT rendue_le IS NULL FROM requete WHERE id = ? FOR UPDATE"),
			I(caught_id(r, 0))) == 0)
		return false;
	return load(r, q) && *q->rendue_le == '\0';
}

/* A request alone, under the name of its right and of its person. */
int
admin_request_page(struct req *r, const struct requete *q)
{
	admin_request_say(r, q);
	admin_request_rights_say(r, q);
	requetes_year(r);
	dpo_say(r);
	say(r, "Demande.seule", "1");
	title(r, "%s", requete_title(r, q));
	return page(r, "admin/demandes.cs");
}

static int
admin_request(struct req *r)
{
	struct requete q;

	if (!load(r, &q))
		return not_found(r);
	journal_seldom(
		r, "requete.lecture", q.contact_id, json_made(&r->mem, JN("requete", q.id)), 5);
	return admin_request_page(r, &q);
}

static int
back(struct req *r, const struct requete *q, const char *fait)
{
	return redirect(r, "/admin/demandes/%" PRId64 "?fait=%s", q->id, fait);
}

static int
admin_request_identity(struct req *r)
{
	const char *day = "", *how = "";
	const struct field fields[] = { { "identite_le", LINE(&day), REQUIRED },
		{ "identite", LINE(&how), REQUIRED, .max = 200 }, { 0 } };
	struct requete q;

	if (!load_open(r, &q))
		return not_found(r);
	form_read(r, fields);
	day = admin_past_day(r, "identite_le", day);
	if (r->invalid)
		return admin_request_page(r, &q);
	requete_identified(r, &q, day, how);
	return back(r, &q, "identite");
}

static int
admin_request_extend(struct req *r)
{
	const char *why = "";
	const struct field fields[] = { { "raison", TEXT(&why), REQUIRED, .min = 10, .max = 1000 },
		{ 0 } };
	struct requete q;

	if (!load_open(r, &q) || q.prolongee)
		return not_found(r);
	if (!form_read(r, fields))
		return admin_request_page(r, &q);
	requete_extend(r, &q, why);
	return back(r, &q, "prolongee");
}

static int
admin_request_letter(struct req *r)
{
	struct requete q;

	if (!load(r, &q))
		return not_found(r);
	requete_say(r, &q);
	say(r, "Demande.refuser", *param(r, "refus") != '\0' ? "1" : "");
	title(r, "Écrire");
	return page(r, "admin/demande_ecrire.cs");
}

/* Words to her, and the end of the request when it is her answer; what is refused is said with its
 * reason. */
static int
admin_request_write(struct req *r)
{
	const char *texte = "", *refus = "";
	bool close = false, refuses = *param(r, "refus") != '\0';
	const struct field fields[] = {
		{ "texte", TEXT(&texte), REQUIRED, .max = 8000 },
		{ "motif", TEXT(&refus), .max = 2000 },
		{ "clore", YES(&close) },
		{ 0 },
	};
	struct requete q;

	if (!load_open(r, &q))
		return not_found(r);
	form_read(r, fields);
	if (refuses && *refus == '\0')
		form_error(
			r, "motif", "Dites ce qui est refusé et pourquoi\u00A0: cela se conteste.");
	if (r->invalid)
		return admin_request_letter(r);
	requete_write(r, &q, texte);
	if (close || refuses)
		requete_answered(r, &q, refuses ? refus : "");
	return back(r, &q, close || refuses ? "rendue" : "ecrit");
}

/* Her archive, to be read again before it is handed over; the notes about her are in it. */
static int
admin_request_archive(struct req *r)
{
	struct requete q;
	const char *why;
	int fd;

	if (!load_open(r, &q) || q.contact_id == 0)
		return not_found(r);
	why = donnees_archive(r, q.contact_id, true, &fd);
	journal(r, why == NULL ? "contact.archive" : "contact.archive_echec", q.contact_id, NULL,
		NULL);
	r->keep = why != NULL; /* what was noted */
	if (why != NULL)
		return refuse_why(r, 500, "archive", why);
	requete_step(r, q.id, "archive", "");
	return reply_file(r, fd, "application/zip", "donnees.zip");
}

static int
form_erase(struct req *r, const struct requete *q)
{
	admin_request_say(r, q);
	title(r, "Préparer l’effacement");
	return page(r, "admin/demande_effacement.cs");
}

/* A request of erasure whose person is here and is who she says. */
static bool
load_erasure(struct req *r, struct requete *q)
{
	return load_open(r, q) && strcmp(q->genre, "effacement") == 0 && q->contact_id != 0 &&
		q->contact_id != r->user.id;
}

static int
admin_request_erasure(struct req *r)
{
	struct requete q;

	return load_erasure(r, &q) ? form_erase(r, &q) : not_found(r);
}

bool
admin_request_administers(struct req *r, int64_t contact)
{
	return db_int(r,
		       SQL("SELECT co.role = 'admin' FROM compte co JOIN contact c"
			   " ON c.id = co.contact_id WHERE c.id = ? AND c.acces = 3"),
		       I(contact)) != 0;
}

/* Who administers loses that first, by another administrator: this domain alone must not empty the
 * space of them.  HubSpot before the rest: what stays there is hers as well, and other tools would
 * read it again. */
static int
admin_request_erase(struct req *r)
{
	bool sure = false, crm = false;
	const struct field fields[] = { { "certain", YES(&sure), REQUIRED },
		{ "hubspot", YES(&crm) }, { 0 } };
	struct requete q;

	if (!load_erasure(r, &q))
		return not_found(r);
	form_read(r, fields);
	if (q.hubspot_id != 0 && !crm)
		form_error(r, "hubspot", "Effacez d’abord sa fiche dans HubSpot, puis cochez ici.");
	if (admin_request_administers(r, q.contact_id))
		form_error(r, "certain",
			"Cette personne administre l’espace\u00A0: retirez-lui d’abord ce rôle.");
	else if (*q.identite_le == '\0')
		form_error(r, "certain",
			"Vérifiez d’abord l’identité de qui demande, et notez-le sur la demande.");
	if (r->invalid)
		return form_erase(r, &q);
	requete_erase(r, &q);
	return back(r, &q, "efface");
}

const struct route admin_demande_routes[] = {
	{ GET, "demandes/:id", ADMIN, admin_request, .domaine = "protection" },
	{ POST, "demandes/:id/identite", ADMIN, admin_request_identity, .domaine = "protection" },
	{ POST, "demandes/:id/prolonger", ADMIN, admin_request_extend, .domaine = "protection" },
	{ GET, "demandes/:id/ecrire", ADMIN, admin_request_letter, .domaine = "protection" },
	{ POST, "demandes/:id/ecrire", ADMIN, admin_request_write, .domaine = "protection" },
	{ POST, "demandes/:id/archive", ADMIN, admin_request_archive, .domaine = "protection" },
	{ GET, "demandes/:id/effacement", ADMIN, admin_request_erasure, .domaine = "protection" },
	{ POST, "demandes/:id/effacement", ADMIN, admin_request_erase, .domaine = "protection" },
	{ 0 },
};
