/* agenda.c - the shared calendar: events, their dates, who comes */

#include "agenda/agenda.h"
#include "web/route.h"

extern const struct route agenda_abonnements_routes[], agenda_creneau_routes[],
	agenda_creneaux_feuille_routes[], agenda_creneaux_routes[], agenda_dates_routes[],
	agenda_editer_routes[], agenda_etats_routes[], agenda_fiche_routes[],
	agenda_inscription_routes[], agenda_inscrits_routes[], agenda_inviter_routes[],
	agenda_pointage_routes[], agenda_pointer_routes[], agenda_poste_routes[],
	agenda_postes_routes[], agenda_questions_routes[], agenda_releve_routes[],
	agenda_reponse_routes[], agenda_resultats_routes[];

const struct area agenda_area = { "agenda",
	ROUTES(agenda_abonnements_routes, agenda_creneau_routes, agenda_creneaux_feuille_routes,
		agenda_creneaux_routes, agenda_dates_routes, agenda_editer_routes,
		agenda_etats_routes, agenda_fiche_routes, agenda_inscription_routes,
		agenda_inscrits_routes, agenda_inviter_routes, agenda_pointage_routes,
		agenda_pointer_routes, agenda_poste_routes, agenda_postes_routes,
		agenda_questions_routes, agenda_releve_routes, agenda_reponse_routes,
		agenda_resultats_routes) };
