/* actualites.c - news: what the Siège and the groups tell */

#include "actualites/actualites.h"
#include "web/route.h"

extern const struct route actualites_ecrire_routes[], actualites_etats_routes[],
	actualites_fiche_routes[], actualites_flux_routes[], actualites_liste_routes[];

const struct area actualites_area = { "actualites",
	ROUTES(actualites_ecrire_routes, actualites_etats_routes, actualites_fiche_routes,
		actualites_flux_routes, actualites_liste_routes) };
