/* demandes.c - what persons ask about their data: the register, a new line, who is in charge */

#include <inttypes.h>
#include <string.h>

#include "admin/demandes.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/demandes/dpo.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/table_reply.h"

static int
as_table(struct req *r)
{
	static const char *const columns[] = { "Numéro", "Droit", "Nom", "Reçue le", "Par",
		"Identité vérifiée le", "À rendre avant le", "Prolongée", "Rendue le", "Jours",
		"En retard", "Refus" };

	return table_reply(r, "Demandes des personnes", "requete.export", 0, columns,
		sizeof columns / sizeof *columns,
		db_stream(r,
			SQL("SELECT id, genre, nom, recue_le, voie, identite_le, echeance,"
			    " IF(prolongee, 'oui', 'non'), rendue_le, DATEDIFF(rendue_le,"
			    " recue_le), IF(COALESCE(rendue_le, ?) > echeance, 'oui', 'non'), refus"
			    " FROM requete ORDER BY id"),
			S(text_iso_at(&r->mem, clock_now()))));
}

/* The most urgent in full, the others below. */
static int
admin_requests(struct req *r)
{
	struct requete q;
	int open;

	if (table_asked(r))
		return as_table(r);
	journal_seldom(r, "requete.lecture", 0, NULL, 1);
	open = requetes_say(r, "demandes");
	say_number(r, "Demandes.ouvertes", open);
	if (open > 0 && requete_find(r, row_id(row_first(r, "demandes"), "id"), &q))
		admin_request_say(r, &q);
	requetes_year(r);
	dpo_say(r);
	title(r, "Demandes des personnes");
	return page(r, "admin/demandes.cs");
}

/* The one person of that address; 0: none, or several, who cannot be told apart. */
static int64_t
person_of(struct req *r, const char *adresse)
{
	return db_int(r,
		SQL("SELECT IF(COUNT(*) = 1, MAX(id), 0) FROM contact"
		    " WHERE " ADRESSE_EST("email") " AND email <> '' AND retire_le IS NULL"),
		S(adresse), S(adresse));
}

static int
admin_request_new(struct req *r)
{
	int64_t who = strtoll(param(r, "contact"), NULL, 10);
	const char *nom = "", *adresse = "";

	if (!r->invalid) {
		form_value(r, "recue_le", text_iso_at(&r->mem, clock_now()));
		if (who != 0 &&
			db_read(r,
				SQL("SELECT CONCAT_WS(' ', prenom, nom), email FROM contact"
				    " WHERE id = ?"),
				INTO(TO(&nom), TO(&adresse)), I(who))) {
			form_value(r, "nom", nom);
			form_value(r, "adresse", adresse);
		}
		form_value(r, "genre", "acces");
	}
	title(r, "Noter une demande");
	return page(r, "admin/demande_nouvelle.cs");
}

static int
admin_request_create(struct req *r)
{
	struct requete q = { .adresse = "", .message = "", .identite_le = "", .identite = "" };
	const char *day = "";
	const struct field fields[] = {
		{ "genre", CHOICE(&q.genre), REQUIRED, .choices = REQUETE_GENRES },
		{ "nom", LINE(&q.nom), REQUIRED, .max = 200 },
		{ "adresse", EMAIL(&q.adresse) },
		{ "recue_le", LINE(&day), REQUIRED },
		{ "voie", CHOICE(&q.voie), REQUIRED, .choices = REQUETE_VOIES },
		{ "message", TEXT(&q.message), .max = 4000 },
		{ 0 },
	};

	form_read(r, fields);
	q.recue_le = admin_past_day(r, "recue_le", day);
	if (r->invalid)
		return admin_request_new(r);
	q.contact_id = person_of(r, q.adresse);
	return redirect(r, "/admin/demandes/%" PRId64 "?fait=demande", requete_new(r, &q));
}

static int
admin_dpo(struct req *r)
{
	dpo_say(r);
	if (!r->invalid) {
		form_value(r, "nom", said(r, "Dpo.nom"));
		form_value(r, "adresse", said(r, "Dpo.adresse"));
	}
	title(r, "Protection des données");
	return page(r, "admin/protection.cs");
}

static int
admin_dpo_save(struct req *r)
{
	const char *nom = "", *adresse = "";
	const struct field fields[] = { { "nom", LINE(&nom), .max = 120 },
		{ "adresse", EMAIL(&adresse) }, { 0 } };

	if (!form_read(r, fields))
		return admin_dpo(r);
	dpo_set(r, nom, adresse);
	return redirect(r, "/admin/demandes?fait=reglage");
}

const struct route admin_demandes_routes[] = {
	{ GET, "demandes", ADMIN, admin_requests, CSV | XLSX, .domaine = "protection" },
	{ GET, "demandes/nouvelle", ADMIN, admin_request_new, .domaine = "protection" },
	{ POST, "demandes/nouvelle", ADMIN, admin_request_create, .domaine = "protection" },
	{ GET, "demandes/protection", ADMIN, admin_dpo, .domaine = "protection" },
	{ POST, "demandes/protection", ADMIN, admin_dpo_save, .domaine = "protection" },
	{ 0 },
};
