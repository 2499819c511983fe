/* admin.c - functional administration: what there is; each screen has its file */

#include "admin/admin.h"
#include "web/reply.h"

static int
admin_index(struct req *r)
{
	static const struct {
		const char *url, *titre, *texte, *icone;
		enum access who; /* the lowest level that finds it open */
	} items[] = {
		{ "/admin/synchro", "Synchronisation", "Ce que HubSpot a donné, et quand.",
			"sync" },
		{ "/admin/champs", "Champs des personnes",
			"Créer un champ, dire qui le lit et qui l’écrit.", "list" },
		{ "/admin/droits", "Droits",
			"Qui peut voir et faire quoi ; voir l’espace comme quelqu’un.", "lock",
			ADMIN },
		{ "/admin/correspondance", "Champs de HubSpot",
			"Quelle propriété remplit quel champ, et ce qui est nouveau là-bas.",
			"cols" },
		{ "/admin/accompagnement", "Accueil et accompagnement",
			"Délais, messages proposés, règle des notes.", "heart" },
		{ "/annuaire", "Personnes",
			"Toutes les personnes connues, avec leurs filtres et leurs exports.",
			"user" },
		{ "/imports", "Imports et changements",
			"Compléter des fiches depuis un fichier, changer plusieurs fiches, annuler.",
			"put", STAFF },
		{ "/etiquettes", "Étiquettes",
			"Familles, couleurs, qui peut en créer, fusionner, retirer.", "tag",
			STAFF },
		{ "/groupes", "Groupes", "Groupes locaux, magasins, éditions, instances.",
			"groups" },
		{ "/groupes/sans-coordination", "Groupes sans coordination",
			"Ceux que plus personne n’anime, à confier à quelqu’un.", "warn", STAFF },
		{ "/admin/groupes", "Types de groupes et rôles",
			"Ce que peut être un groupe, et ce qu’on peut y faire.", "groups" },
		{ "/admin/pages", "Charte et mentions légales",
			"Les mots de l’association sur les pages ouvertes à tout le monde.",
			"file" },
	};

	for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
		struct row *row;

		if (items[i].who > r->user.level)
			continue;
		row = row_at(r, arena_printf(&r->mem, "items.%zu", i));
		row_say(row, "url", items[i].url);
		row_say(row, "titre", items[i].titre);
		row_say(row, "texte", items[i].texte);
		row_say(row, "icone", items[i].icone);
	}
	title(r, "Administration");
	return page(r, "admin/index.cs");
}

/* What gives rights (the grid) and where people's corrections go are not delegated: no .domaine. */
static const struct route routes[] = {
	{ GET, "", ADMIN, admin_index, .domaine = "administration" },
	{ GET, "synchro", ADMIN, admin_synchro, .domaine = "administration" },
	{ POST, "synchro/formulaire", ADMIN, admin_form_set },
	{ POST, "synchro/departs", ADMIN, admin_departures_decide },
	{ GET, "champs", ADMIN, admin_fields, .domaine = "administration", .formats = CSV | XLSX },
	{ POST, "champs", ADMIN, admin_field_create, .domaine = "administration" },
	{ GET, "champs/:id", ADMIN, admin_field, .domaine = "administration" },
	{ POST, "champs/:id", ADMIN, admin_field_save, .domaine = "administration" },
	{ POST, "champs/:id/retirer", ADMIN, admin_field_retire, .domaine = "administration" },
	{ GET, "droits", ADMIN, admin_rights, .formats = CSV | XLSX },
	{ GET, "droits/nouveau", ADMIN, admin_right_new },
	{ POST, "droits/nouveau", ADMIN, admin_right_add },
	{ GET, "droits/comme", ADMIN, admin_as },
	{ POST, "droits/comme", ADMIN, admin_as_start },
	{ GET, "droits/:id", ADMIN, admin_right },
	{ POST, "droits/:id", ADMIN, admin_right_save },
	{ POST, "droits/:id/retirer", ADMIN, admin_right_remove },
	{ GET, "correspondance", ADMIN, admin_mapping, .domaine = "administration" },
	{ POST, "correspondance", ADMIN, admin_map, .domaine = "administration" },
	{ GET, "correspondance/nouvelles", ADMIN, admin_unmapped, .domaine = "administration" },
	{ GET, "groupes", ADMIN, admin_groups, .domaine = "administration" },
	{ GET, "groupes/types/nouveau", ADMIN, admin_type_new, .domaine = "administration" },
	{ POST, "groupes/types/nouveau", ADMIN, admin_type_save, .domaine = "administration" },
	{ GET, "groupes/types/:cle", ADMIN, admin_type, .domaine = "administration" },
	{ POST, "groupes/types/:cle", ADMIN, admin_type_save, .domaine = "administration" },
	{ GET, "groupes/roles/nouveau", ADMIN, admin_role_new, .domaine = "administration" },
	{ POST, "groupes/roles/nouveau", ADMIN, admin_role_save, .domaine = "administration" },
	{ GET, "groupes/roles/:cle", ADMIN, admin_role, .domaine = "administration" },
	{ POST, "groupes/roles/:cle", ADMIN, admin_role_save, .domaine = "administration" },
	{ GET, "pages", ADMIN, admin_pages, .domaine = "administration" },
	{ GET, "pages/:nom", ADMIN, admin_page, .domaine = "administration" },
	{ POST, "pages/:nom", ADMIN, admin_page_save, .domaine = "administration" },
	{ GET, "accompagnement", ADMIN, admin_care, .domaine = "administration" },
	{ POST, "accompagnement", ADMIN, admin_care_save, .domaine = "administration" },
	{ 0 },
};

const struct area admin_area = { "admin", routes };
