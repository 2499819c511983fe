/* accompagnement.c - how people are welcomed and looked after: delays, messages, notes */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/contacts/accueil.h"
#include "domain/contacts/plafond.h"
#include "domain/contacts/silence.h"
#include "domain/socle/reglage.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
admin_care(struct req *r)
{
	if (!r->invalid) {
		form_value(r, "relais_jours", reglage(r, "relais.jours", "7"));
		form_value(r, "relais_modele", accueil_message(r));
		form_value(r, "silence_jours", arena_printf(&r->mem, "%" PRId64, silence_days(r)));
		form_value(r, "silence_modele", silence_message(r));
		form_value(r, "notes_acces", reglage(r, "notes.acces", "demande"));
	}
	say_int(r, "Droits.complet", plafond_entier(r));
	title(r, "Accueil et accompagnement");
	return page(r, "admin/accompagnement.cs");
}

static int
admin_care_save(struct req *r)
{
	int64_t welcome, silence;
	const char *hello, *news, *before = reglage(r, "notes.acces", "demande"), *notes = before;
	const struct field fields[] = { { "relais_jours", ID(&welcome), REQUIRED },
		{ "relais_modele", TEXT(&hello), REQUIRED, .max = 3000 },
		{ "silence_jours", ID(&silence), REQUIRED },
		{ "silence_modele", TEXT(&news), REQUIRED, .max = 3000 },
		{ "notes_acces", CHOICE(&notes), .choices = "demande|immediat" }, { 0 } };

	form_read(r, fields);
	if (!r->invalid && welcome > 365)
		form_error(r, "relais_jours", "Donnez un nombre de jours, de 1 à 365.");
	if (!r->invalid && (silence < 7 || silence > 3650))
		form_error(r, "silence_jours", "Donnez un nombre de jours, de 7 à 3650.");
	if (!r->invalid && strcmp(notes, before) != 0 && !plafond_entier(r))
		form_error(r, "notes_acces",
			"Qui administre tout l’espace relit ces notes,"
			" et peut seul changer cette règle.");
	if (r->invalid)
		return admin_care(r);
	reglage_set(r, "relais.jours", arena_printf(&r->mem, "%" PRId64, welcome));
	reglage_set(r, "relais.modele", hello);
	reglage_set(r, "silence.jours", arena_printf(&r->mem, "%" PRId64, silence));
	reglage_set(r, "silence.modele", news);
	reglage_set(r, "notes.acces", notes);
	return redirect(r, "/admin/accompagnement?fait=reglage");
}

const struct route admin_accompagnement_routes[] = {
	{ GET, "accompagnement", ADMIN, admin_care, .domaine = "administration" },
	{ POST, "accompagnement", ADMIN, admin_care_save, .domaine = "administration" },
	{ 0 },
};
