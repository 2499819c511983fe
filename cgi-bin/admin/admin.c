/* admin.c - functional administration: what there is; each screen has its file */

#include "admin/admin.h"
#include "web/reply.h"

static const struct {
	const char *url, *titre, *texte, *icone;
	enum access who; /* the lowest level that finds it open */
} items[] = {
	{ "/admin/synchro", "Synchronisation", "Ce que HubSpot a donné, et quand.", "sync" },
	{ "/admin/champs", "Champs des personnes",
		"Créer un champ, dire qui le lit et qui l’écrit.", "list" },
	{ "/admin/droits", "Droits", "Qui peut voir et faire quoi ; voir l’espace comme quelqu’un.",
		"lock", ADMIN },
	{ "/admin/correspondance", "Champs de HubSpot",
		"Quelle propriété remplit quel champ, et ce qui est nouveau là-bas.", "cols" },
	{ "/admin/accompagnement", "Accueil et accompagnement",
		"Délais, messages proposés, règle des notes.", "heart" },
	{ "/annuaire", "Personnes",
		"Toutes les personnes connues, avec leurs filtres et leurs exports.", "user" },
	{ "/imports", "Imports et changements",
		"Compléter des fiches depuis un fichier, changer plusieurs fiches, annuler.", "put",
		STAFF },
	{ "/etiquettes", "Étiquettes", "Familles, couleurs, qui peut en créer, fusionner, retirer.",
		"tag", STAFF },
	{ "/groupes", "Groupes", "Groupes locaux, magasins, éditions, instances.", "groups" },
	{ "/groupes/sans-coordination", "Groupes sans coordination",
		"Ceux que plus personne n’anime, à confier à quelqu’un.", "warn", STAFF },
	{ "/admin/groupes", "Types de groupes et rôles",
		"Ce que peut être un groupe, et ce qu’on peut y faire.", "groups" },
	{ "/admin/pages", "Charte et mentions légales",
		"Les mots de l’association sur les pages ouvertes à tout le monde.", "file" },
};

static int
admin_index(struct req *r)
{
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
	{ 0 },
};

extern const struct route admin_accompagnement_routes[], admin_champs_routes[],
	admin_comme_routes[], admin_correspondance_routes[], admin_departs_routes[],
	admin_droits_routes[], admin_groupes_routes[], admin_pages_routes[], admin_profils_routes[],
	admin_roles_routes[], admin_synchro_routes[];

const struct area admin_area = { "admin",
	ROUTES(routes, admin_accompagnement_routes, admin_champs_routes, admin_comme_routes,
		admin_correspondance_routes, admin_departs_routes, admin_droits_routes,
		admin_groupes_routes, admin_pages_routes, admin_profils_routes, admin_roles_routes,
		admin_synchro_routes) };
