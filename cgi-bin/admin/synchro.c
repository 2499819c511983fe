/* synchro.c - how the sync with the CRM is doing */

#include <inttypes.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/contacts/plafond.h"
#include "domain/crm/alarme.h"
#include "domain/socle/reglage.h"
#include "web/form.h"
#include "web/reply.h"

static void
say_state(struct req *r)
{
	const char *last = db_string(r, SQL("SELECT MAX(fin) FROM sync_tour WHERE etat = 'fait'"));
	const char *left =
		db_string(r, SQL("SELECT valeur FROM sync_etat WHERE cle = 'appels_restants'"));
	time_t then = last != NULL ? clock_parse(last) : 0;

	if (then != 0)
		say(r, "sync.age", text_when(&r->mem, then, clock_now()));
	if (clock_now() - then > SYNCHRO_LATE)
		say(r, "sync.alerte",
			then == 0 ?
				"HubSpot n’a encore jamais été lu jusqu’au bout." :
				"Rien n’est arrivé de HubSpot depuis plus de 15 minutes. Le message"
				" de la dernière lecture dit pourquoi.");
	db_one(r, "sync",
		SQL("SELECT valeur AS ecart FROM sync_etat WHERE cle = 'ecart' AND EXISTS"
		    " (SELECT 1 FROM sync_etat f WHERE f.cle = 'ecart_fois'"
		    " AND CAST(f.valeur AS INT) >= 3)"));
	if (left != NULL)
		say(r, "sync.appels_restants", left);
	say_int(r, "sync.contacts",
		db_int(r, SQL("SELECT COUNT(*) FROM contact WHERE retire_le IS NULL")));
	say_int(r, "sync.erreurs",
		db_int(r,
			SQL("SELECT COUNT(*) FROM sync_tour WHERE etat = 'echec'"
			    " AND debut > UTC_TIMESTAMP() - INTERVAL 1 DAY")));
}

/* The settings of the correction form, when they were not just refused. */
static void
say_form(struct req *r)
{
	static const char *const names[] = { "portail", "region", "guid", "partage" };
	const char *portal =
		db_string(r, SQL("SELECT valeur FROM sync_etat WHERE cle = 'portail'"));

	for (size_t i = 0; i < 4 && !r->invalid; i++)
		form_value(r, names[i],
			reglage(r, arena_printf(&r->mem, "formulaire_%s", names[i]),
				i == 0 && portal != NULL ? portal :
					i == 1           ? "eu1" :
							   ""));
}

/* Whom the sync wrote last among who the reader sees (an administrator: anybody), and which
 * fields. */
static void
say_changes(struct req *r)
{
	db_list(r, "changements",
		SQL("SELECT j.objet_id AS id, j.acte, j.quand, o.titre AS nom,"
		    " (SELECT GROUP_CONCAT(f.libelle ORDER BY f.ordre SEPARATOR ', ')"
		    " FROM champ f WHERE f.colonne IS NOT NULL"
		    " AND JSON_EXISTS(j.apres, CONCAT('$.', f.colonne))) AS champs,"
		    " JSON_EXISTS(j.apres, '$.valeurs') AS choix FROM journal j"
		    " JOIN objet o ON o.id = j.objet_id"
		    " WHERE j.acteur_id IS NULL AND j.acte LIKE 'contact.%' AND j.id >"
		    " (SELECT MAX(id) - 2000 FROM journal)"
		    " AND (? OR " SEES("o") ") ORDER BY j.id DESC LIMIT 12"),
		I(plafond_entier(r)), ME(r));
	for (struct row *c = row_first(r, "changements"); c != NULL; c = row_next(c))
		row_say(c, "moment",
			text_when(&r->mem, clock_parse(row_text(c, "quand")), clock_now()));
}

/* Who would leave, and whose words were cut: names of anybody, for administrators. */
static void
say_people(struct req *r)
{
	admin_say_departures(r);
	db_list(r, "coupes",
		SQL("SELECT c.id, LEFT(TRIM(CONCAT(c.prenom, ' ', c.nom)), 100) AS nom,"
		    " COALESCE(f.libelle, s.champ) AS champ, s.longueur"
		    " FROM sync_coupe s JOIN contact c ON c.id = s.contact_id"
		    " AND c.hubspot_id IS NOT NULL"
		    " LEFT JOIN champ f ON f.cle = s.champ ORDER BY c.tri, c.id LIMIT 50"));
}

int
admin_synchro(struct req *r)
{
	say_form(r);
	say_state(r);
	say_changes(r);
	say_int(r, "Droits.complet", plafond_entier(r));
	if (plafond_entier(r))
		say_people(r);
	db_list(r, "tours",
		SQL("SELECT debut, IF(genre = 'complet', 'Complète', 'Suite') AS genre, etat,"
		    " nb_vus AS vus, nb_crees AS crees,"
		    " nb_modifies AS `modifies`, nb_retires AS retires, nb_appels AS appels,"
		    " CONCAT(REPLACE(ROUND(TIMESTAMPDIFF(MICROSECOND, debut, fin) / 1000000, 1),"
		    " '.', ','), '\u00A0s') AS duree, message"
		    " FROM sync_tour ORDER BY id DESC LIMIT 12"));
	for (struct row *t = row_first(r, "tours"); t != NULL; t = row_next(t)) {
		time_t then = clock_parse(row_text(t, "debut"));

		row_say(t, "debut", text_when(&r->mem, then, clock_now()));
		row_say(t, "moment", text_moment(&r->mem, then));
	}
	title(r, "Synchronisation");
	return page(r, "admin/synchro.cs");
}

static bool
is_guid(const char *s)
{
	size_t n = strspn(s, "0123456789abcdefABCDEF-");

	return s[n] == '\0' && (n == 36 || n == 0);
}

/* Where the CRM's form is that people correct their data in. */
static int
admin_form_set(struct req *r)
{
	const char *portail = "", *region = "eu1", *guid = "", *partage = "";
	const struct field fields[] = { { "portail", LINE(&portail), .max = 20 },
		{ "region", CHOICE(&region), .choices = "eu1|na1|na2|na3|ap1|ca1" },
		{ "guid", LINE(&guid), .max = 36 }, { "partage", LINE(&partage), .max = 300 },
		{ 0 } };

	form_read(r, fields);
	if (portail[strspn(portail, "0123456789")] != '\0')
		form_error(r, "portail", "Le numéro de compte ne contient que des chiffres.");
	if (!is_guid(guid))
		form_error(r, "guid",
			"L’identifiant du formulaire a 36 signes,"
			" par exemple 0f2c1f9e-1b9d-4b6c-9a53-7a2d0c2b1e11.");
	if (*partage != '\0' && strncmp(partage, "https://", 8) != 0)
		form_error(r, "partage", "L’adresse de partage commence par https://.");
	if (r->invalid)
		return admin_synchro(r);
	reglage_set(r, "formulaire_portail", portail);
	reglage_set(r, "formulaire_region", region);
	reglage_set(r, "formulaire_guid", guid);
	reglage_set(r, "formulaire_partage", partage);
	return redirect(r, "/admin/synchro?fait=reglage");
}

const struct route admin_synchro_routes[] = {
	{ GET, "synchro", ADMIN, admin_synchro, .domaine = "administration" },
	{ POST, "synchro/formulaire", ADMIN, admin_form_set },
	{ 0 },
};
