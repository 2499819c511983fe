/* roles.c - the list of roles in groups, as administrators keep it */

#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/contacts/plafond.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "web/form.h"
#include "web/reply.h"

static bool
load_role(struct req *r)
{
	return db_one(r, "role",
		SQL("SELECT x.cle, x.titre, x.coordination, x.ordre,"
		    " x.retire_le IS NOT NULL AS retire,"
		    " x.cle IN ('membre', 'coordination') AS fixe,"
		    " (SELECT COUNT(DISTINCT m.contact_id) FROM membre m"
		    " WHERE m.role = x.cle AND m.fin IS NULL) AS personnes FROM groupe_role x"
		    " WHERE x.cle = ?"),
		S(text_key(r->caught[0])));
}

static int
show_role(struct req *r)
{
	const char *cle = said(r, "role.cle");

	say_int(r, "Droits.complet", plafond_entier(r));
	say(r, "Action",
		arena_printf(&r->mem, "/admin/groupes/roles/%s", *cle != '\0' ? cle : "nouveau"));
	title(r, "%s", *cle != '\0' ? said(r, "role.titre") : "Nouveau rôle");
	return page(r, "admin/groupe_role.cs");
}

/* Is the role that is said, or asked for, one that only an administrator sets?  The answer; 0:
 * no. */
static int
role_above(struct req *r)
{
	if (!plafond_groupes(r))
		return admin_above(r);
	if (said_int(r, "role.coordination") == 0 || plafond_entier(r))
		return 0;
	return refuse_why(r, 403, NULL,
		"Ce rôle donne les droits de la coordination : une personne qui administre tout"
		" l’espace peut seule le changer.");
}

static int
admin_role_new(struct req *r)
{
	if (!plafond_groupes(r))
		return admin_above(r);
	form_value(r, "ordre", "50");
	return show_role(r);
}

static int
admin_role(struct req *r)
{
	int why;

	if (!load_role(r))
		return not_found(r);
	if ((why = role_above(r)) != 0)
		return why;
	form_value(r, "titre", said(r, "role.titre"));
	form_value(r, "ordre", said(r, "role.ordre"));
	form_value(r, "retire", strcmp(said(r, "role.retire"), "1") == 0 ? "1" : "");
	return show_role(r);
}

static void
write_role(struct req *r, const char *cle, const char *titre, bool coordination, int64_t ordre,
	bool retire)
{
	db_exec(r,
		SQL("INSERT INTO groupe_role (cle, titre, coordination, ordre, retire_le)"
		    " VALUES (?, ?, ?, ?, IF(?, UTC_TIMESTAMP(), NULL))"
		    " ON DUPLICATE KEY UPDATE titre = VALUES(titre),"
		    " ordre = VALUES(ordre), retire_le = VALUES(retire_le)"),
		S(cle), S(titre), I(coordination), I(ordre), I(retire));
}

/* Whether a role coordinates is said once, when it is made: changing it would change the rights of
 * who has it without a word. */
static int
admin_role_save(struct req *r)
{
	const char *titre = "", *cle;
	int64_t ordre = 50;
	int why;
	bool coordination = false, retire = false, new = r->caught[0] == NULL;
	const struct field fields[] = {
		{ "titre", LINE(&titre), REQUIRED, .max = 80 },
		{ "ordre", ID(&ordre), REQUIRED, .max = 1000 },
		{ "coordination", YES(&coordination) },
		{ "retire", YES(&retire) },
		{ 0 },
	};

	if (!new && !load_role(r))
		return not_found(r);
	if ((why = role_above(r)) != 0)
		return why;
	if (form_read(r, fields))
		titre = admin_free_title(r,
			SQL("SELECT COUNT(*) FROM groupe_role WHERE titre = ? AND cle <> ?"), titre,
			said(r, "role.cle"));
	if (new && coordination && !plafond_entier(r))
		form_error(r, "coordination",
			"Une personne qui administre tout l’espace crée seule un rôle qui donne les"
			" droits de la coordination.");
	if (r->invalid)
		return show_role(r);
	modele_hold(r);
	cle = new ? admin_key_of(r, titre, true) : said(r, "role.cle");
	retire = retire && strcmp(said(r, "role.fixe"), "1") != 0;
	write_role(r, cle, titre, new && coordination, ordre, retire);
	journal(r, new ? "groupe_role.cree" : "groupe_role.modifie", 0, NULL,
		json_made(&r->mem, JS("cle", cle), JS("titre", titre)));
	modele_changed(r);
	return redirect(r, "/admin/groupes?fait=reglage");
}

const struct route admin_roles_routes[] = {
	{ GET, "groupes/roles/nouveau", ADMIN, admin_role_new, .domaine = "administration" },
	{ POST, "groupes/roles/nouveau", ADMIN, admin_role_save, .domaine = "administration" },
	{ GET, "groupes/roles/:cle", ADMIN, admin_role, .domaine = "administration" },
	{ POST, "groupes/roles/:cle", ADMIN, admin_role_save, .domaine = "administration" },
	{ 0 },
};
