/* groupes.c - which page of groups answers which address */

#include "web/route.h"

extern const struct route groupes_actions_routes[], groupes_arbre_routes[],
	groupes_demandes_routes[], groupes_deplacer_routes[], groupes_editer_routes[],
	groupes_fiche_routes[], groupes_fil_routes[], groupes_inviter_routes[],
	groupes_membres_routes[], groupes_passer_routes[], groupes_priorites_routes[],
	groupes_publier_routes[], groupes_recherche_routes[], groupes_resultats_routes[],
	groupes_sondage_routes[];

const struct area groupes_area = { "groupes",
	ROUTES(groupes_actions_routes, groupes_arbre_routes, groupes_demandes_routes,
		groupes_deplacer_routes, groupes_editer_routes, groupes_fiche_routes,
		groupes_fil_routes, groupes_inviter_routes, groupes_membres_routes,
		groupes_passer_routes, groupes_priorites_routes, groupes_publier_routes,
		groupes_recherche_routes, groupes_resultats_routes, groupes_sondage_routes) };
