/* admin.c - functional administration: what there is; each screen has its file */

#include <string.h>

#include "admin/admin.h"
#include "domain/acces/droit.h"
#include "web/reply.h"

/* The screens, in the order of their tabs.  One that somebody may be given has its domain; those
 * with a level are other areas', or not delegated. */
static const struct {
	const char *url, *titre, *texte, *icone;
	const char *onglet;  /* its name among the tabs; NULL: none */
	const char *domaine; /* NULL: administrators alone */
	enum access who;     /* the lowest level that its area lets in */
	const char *aussi;   /* another screen that its tab stands for */
} items[] = {
	{ "/admin/champs", "Champs des personnes",
		"Créer un champ, dire qui le lit et qui l’écrit.", "list", "Champs",
		"administration" },
	{ "/admin/droits", "Droits", "Qui peut voir et faire quoi ; voir l’espace comme quelqu’un.",
		"lock", "Droits" },
	{ "/admin/groupes", "Types de groupes et rôles",
		"Ce que peut être un groupe, et ce qu’on peut y faire.", "groups", "Groupes",
		"administration" },
	{ "/admin/accompagnement", "Accueil et accompagnement",
		"Délais, messages proposés, règle des notes.", "heart", "Accueil",
		"administration" },
	{ "/admin/lettres", "Lettres d’info", "Compter ou non les clics sur leurs liens.", "mail",
		"Lettres", "administration" },
	{ "/admin/correspondance", "Champs de HubSpot",
		"Quelle propriété remplit quel champ, et ce qui est nouveau là-bas.", "cols", NULL,
		"administration" },
	{ "/admin/synchro", "Synchronisation", "Ce que HubSpot a donné, et quand.", "sync",
		"HubSpot", "administration", .aussi = "/admin/correspondance" },
	{ "/admin/pages", "Charte et mentions légales",
		"Les mots de l’association sur les pages ouvertes à tout le monde.", "file",
		"Pages", "administration" },
	{ "/admin/conservation", "Conservation",
		"Combien de temps chaque chose est gardée, et ce qui partira bientôt.", "clock",
		"Conservation", "protection" },
	{ "/admin/demandes", "Demandes des personnes",
		"Accès, rectification, effacement\u00A0: un mois pour répondre.", "flag",
		"Demandes", "protection" },
	{ "/admin/registre", "Registre des traitements",
		"Finalités, bases légales, durées\u00A0: ce que l’espace fait des données.", "list",
		"Registre", "protection" },
	{ "/admin/violation", "Violation de données",
		"Qui est touché, et l’avis à la CNIL sous 72\u00A0h.", "warn", "Violation",
		"protection" },
	{ "/admin/exports", "Emporter les données",
		"Publications, événements, inscriptions, heures, lettres… en tableaux.", "put",
		"Emporter" },
	{ "/admin/journal", "Journal", "Qui a fait quoi, quand, et ce qui a changé.", "history",
		"Journal", "journal" },
	{ "/admin/service", "État du service", "Ce qui va, ce qui vous attend, qui appeler.",
		"heart", "Service", "administration" },
	{ "/annuaire", "Personnes",
		"Toutes les personnes connues, avec leurs filtres et leurs exports.", "user", NULL,
		"administration" },
	{ "/imports", "Imports et changements",
		"Compléter des fiches depuis un fichier, changer plusieurs fiches, annuler.", "put",
		NULL, "imports", STAFF },
	{ "/etiquettes", "Étiquettes", "Familles, couleurs, qui peut en créer, fusionner, retirer.",
		"tag", NULL, "etiquettes", STAFF },
	{ "/groupes", "Groupes", "Groupes locaux, magasins, éditions, instances.", "groups", NULL,
		"administration" },
	{ "/groupes/sans-coordination", "Groupes sans coordination",
		"Ceux que plus personne n’anime, à confier à quelqu’un.", "warn", NULL,
		"administration", STAFF },
};
enum { ITEMS = sizeof items / sizeof *items };

/* May she open that one?  HELD: the domains that she has. */
static bool
open_to(struct req *r, size_t i, const char *held)
{
	if (r->user.level >= ADMIN)
		return true;
	return items[i].domaine != NULL && items[i].who <= r->user.level &&
		strstr(held, arena_printf(&r->mem, ",%s,", items[i].domaine)) != NULL;
}

static const char *
domains(struct req *r)
{
	return r->user.level >= ADMIN ? "" : droits_partout(r);
}

/* Is the page that is asked for that screen, or below it? */
static bool
here(struct req *r, const char *url)
{
	size_t n = strlen(url + 1);

	return strncmp(r->path, url + 1, n) == 0 && (r->path[n] == '\0' || r->path[n] == '/');
}

/* Say Onglets, of every page of the administration. */
static void
admin_tabs(struct req *r)
{
	const char *held = domains(r);
	int n = 0;

	for (size_t i = 0; i < ITEMS; i++) {
		struct row *row;

		if (items[i].onglet == NULL || !open_to(r, i, held))
			continue;
		row = row_nth(r, "Onglets", n++);
		row_say(row, "url", items[i].url);
		row_say(row, "titre", items[i].onglet);
		if (here(r, items[i].url) || (items[i].aussi != NULL && here(r, items[i].aussi)))
			row_say(row, "ici", "1");
	}
}

static int
admin_index(struct req *r)
{
	const char *held = domains(r);

	for (size_t i = 0; i < ITEMS; i++) {
		struct row *row;

		if (!open_to(r, i, held))
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
	{ GET, "", ADMIN, admin_index, .domaine = DELEGUE },
	{ 0 },
};

extern const struct route admin_journal_routes[], admin_accompagnement_routes[],
	admin_champs_routes[], admin_comme_routes[], admin_conservation_routes[],
	admin_correspondance_routes[], admin_demande_routes[], admin_demande_droits_routes[],
	admin_demandes_routes[], admin_departs_routes[], admin_droits_routes[],
	admin_exports_routes[], admin_groupes_routes[], admin_lettres_routes[],
	admin_pages_routes[], admin_profils_routes[], admin_registre_routes[], admin_roles_routes[],
	admin_service_acces_routes[], admin_service_routes[], admin_synchro_routes[],
	admin_violation_routes[];

const struct area admin_area = { "admin",
	ROUTES(routes, admin_accompagnement_routes, admin_champs_routes, admin_comme_routes,
		admin_conservation_routes, admin_correspondance_routes, admin_demande_routes,
		admin_demande_droits_routes, admin_demandes_routes, admin_departs_routes,
		admin_droits_routes, admin_exports_routes, admin_groupes_routes,
		admin_journal_routes, admin_lettres_routes, admin_pages_routes,
		admin_profils_routes, admin_registre_routes, admin_roles_routes,
		admin_service_acces_routes, admin_service_routes, admin_synchro_routes,
		admin_violation_routes),
	.dress = admin_tabs };
