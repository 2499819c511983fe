/* departs.c - people who would leave by what the CRM says, too many at once: an administrator
 * decides */

#include <inttypes.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/crm/sortie.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"

enum { SHOWN = 1000 };

/* Whom, why and since when; "until" says what the reader has seen: those who come later are asked
 * again. */
void
admin_say_departures(struct req *r)
{
	db_list(r, "departs",
		SQL("SELECT c.id, LEFT(TRIM(CONCAT(c.prenom, ' ', c.nom)), 100) AS nom, s.cause,"
		    " s.valeur, s.vue_le AS quand"
		    " FROM sync_sortie s JOIN contact c ON c.id = s.contact_id"
		    " WHERE s.etat = 'frein' ORDER BY c.tri, c.id LIMIT 1000"));
	for (struct row *d = row_first(r, "departs"); d != NULL; d = row_next(d))
		row_say(d, "moment",
			text_when(&r->mem, clock_parse(row_text(d, "quand")), clock_now()));
	if (row_first(r, "departs") == NULL)
		return;
	db_one(r, "depart",
		SQL("SELECT COUNT(*) AS nombre, MAX(" SORTIE_SEEN
		    ") AS jusque FROM sync_sortie WHERE etat = 'frein'"));
	say_int(r, "depart.caches", said_int(r, "depart.nombre") - SHOWN);
}

static int
admin_departures_decide(struct req *r)
{
	const char *reponse = "";
	int64_t jusque = 0;
	const struct field fields[] = { { "reponse", CHOICE(&reponse), REQUIRED,
						.choices = "oui|non" },
		{ "jusque", ID(&jusque), REQUIRED }, { 0 } };
	bool yes;
	long n;

	if (!form_read(r, fields))
		return admin_synchro(r);
	yes = strcmp(reponse, "oui") == 0;
	if ((n = sortie_decide(r, jusque, yes)) == 0) {
		form_error(r, "general",
			"Ces départs ont déjà été décidés, ou ont changé\u00A0: relisez la liste.");
		return admin_synchro(r);
	}
	journal(r, "synchro.departs", 0, NULL, json_made(&r->mem, JN(yes ? "oui" : "non", n)));
	return redirect(r, yes ? "/admin/synchro?fait=departs" : "/admin/synchro?fait=departs-non");
}

const struct route admin_departs_routes[] = {
	{ POST, "synchro/departs", ADMIN, admin_departures_decide },
	{ 0 },
};
