/* tableau_de_bord_lecteurs_test.c - what each reader sees of figures: totals, one’s own page,
 * segments */

#include <inttypes.h>
#include <string.h>

#include "chiffres.h"
#include "evenements.h"
#include "domain/acces/acces.h"
#include "domain/agenda/evenement.h"
#include "domain/contacts/champ.h"
#include "domain/socle/journal.h"
#include "domain/tableau_de_bord/tableau.h"

TEST(tableau_de_bord_volunteers_see_totals_only)
{
	chiffres();
	for (int i = 0; i < 3; i++) {
		as(i == 0 ? benp : i == 1 ? pro : coop);
		check(get("/tableau-de-bord") == 200);
		check_says("<b>3</b> bénévoles");
		if (i < 2) /* her own group is in the table of groups */
			check_hides("/annuaire?");
		check_hides("href=\"/annuaire?par-profil=benevole\"");
		check_hides("Berthe");
		check_hides("Prosper</a>");
		check(get(path_of("/tableau-de-bord", lille)) == 200);
		check_says("<b>2</b> bénévoles");
		check_hides("/annuaire?");
		check_hides("Par âge");
		check_hides("Où sont les bénévoles");
		check(get(path_of("/tableau-de-bord/departements", lille)) == 404);
		check(get(path_of("/tableau-de-bord/mois", lille)) == 404);
		check(get(path_of("/tableau-de-bord/missions", lille)) == (i == 1 ? 403 : 404));
	}
	as(coop);
	check(get(path_of("/tableau-de-bord", paris)) == 200);
	check_says("/annuaire?par-profil=benevole&amp;par-groupe=");
	check_hides("Par âge"); /* she may not read dates of birth */
	check(get(path_of("/tableau-de-bord/missions", paris)) == 200);
	check_says("Coline");
	check_hides("Berthe");
}

TEST(tableau_de_bord_a_group_one_may_not_see_is_absent)
{
	chiffres();
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(lille));
	as(coop);
	check(get(path_of("/tableau-de-bord", lille)) == 404);
	check(get("/tableau-de-bord/groupes") == 200);
	check_hides("Lille");
	check(get(arena_printf(&t.mem, "/annuaire.json?par-groupe=%" PRId64, lille)) == 200);
	check_says("\"total\":0");
	check(get(arena_printf(&t.mem, "/annuaire?par-groupe=%" PRId64, lille)) == 200);
	check_hides("Lille");
	check(get(arena_printf(&t.mem, "/annuaire?par-arrivee=2015-06:%" PRId64, lille)) == 200);
	check_hides("Lille");
	check(get("/tableau-de-bord?groupe=999999999") == 404);
}

TEST(tableau_de_bord_one_s_own_page)
{
	chiffres();
	as(benp);
	check(get("/tableau-de-bord/moi") == 200);
	check_says("<b>2</b> missions en cours");
	check_says("février 2019");
	check_says("Groupe local de Lille");
	as(pro);
	check(get("/tableau-de-bord/moi") == 200);
	check_says("<b>1</b> mission en cours");
}

TEST(tableau_de_bord_one_s_own_page_tells_gestures_by_kind_once)
{
	const char *first;

	chiffres();
	as(benp);
	t.user.id = benp;
	journal(&t, "contact.modifie", benp, NULL, NULL);
	journal(&t, "essai.lot", benp, NULL, NULL);
	journal(&t, "champ.cree", 0, NULL, NULL);
	journal(&t, "essai.droit", 0, NULL, NULL);
	check(get("/tableau-de-bord/moi") == 200);
	first = strstr(t_reply->body, "Autres gestes");
	check(first != NULL && strstr(first + 1, "Autres gestes") == NULL);
	first = strstr(t_reply->body, "Fiches complétées");
	check(first != NULL && strstr(first + 1, "Fiches complétées") == NULL);
}

TEST(tableau_de_bord_one_s_segments_are_figures_with_their_list)
{
	int64_t id;

	chiffres();
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&p1=0&s1=statut&o1=parmi&v1=confirme&faire=garder&nom=Nos+forces"
		      "&partage=prive") == 303);
	id = db_int(
		&t, SQL("SELECT id FROM objet WHERE genre = 'segment' AND titre = 'Nos forces'"));
	check(id > 0);
	check(get("/tableau-de-bord/moi") == 200);
	check_says("Nos forces");
	check(strstr(t_reply->body, arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) !=
		NULL);
	check(hdf_get_int_value(t_reply->hdf, "segments.0.texte", -1) > 0);
	check(hdf_get_int_value(t_reply->hdf, "segments.0.texte", -1) ==
		db_int(&t,
			SQL("SELECT COUNT(*) FROM contact WHERE statut = 'confirme'"
			    " AND retire_le IS NULL AND acces > 0")));
	as(benp);
	check(get("/tableau-de-bord/moi") == 200);
	check_hides("Nos forces");
}

static int64_t
a_segment(const char *conditions)
{
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem, "g0=toutes&%s&faire=garder&nom=Nos+forces&partage=siege",
			      conditions)) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM objet WHERE genre = 'segment'"));
}

TEST(tableau_de_bord_of_a_segment_has_figures_that_are_its_lists)
{
	static const char *const pages[] = { "/tableau-de-bord.json", "/tableau-de-bord/mois.json",
		"/tableau-de-bord/departements.json" };
	int64_t id;

	chiffres();
	as(adm);
	id = a_segment("p1=0&s1=ville&o1=rempli&p2=0&s2=statut&o2=hors&v2=prospect");
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		check(follow_all(arena_printf(&t.mem, "%s?segment=%" PRId64, pages[i], id)) > 2);
	check(get(arena_printf(&t.mem, "/tableau-de-bord?perimetre=segment-%" PRId64, id)) == 200);
	check_says("Nos forces, à jour");
	check_says("<optgroup label=\"Segments\">");
	check(get(arena_printf(&t.mem, "/tableau-de-bord.csv?segment=%" PRId64, id)) == 200);
	check(get(arena_printf(&t.mem, "/tableau-de-bord/missions?segment=%" PRId64, id)) == 200);
	check(get("/tableau-de-bord.json?segment=999999") == 404);
	as(benp);
	check(get(arena_printf(&t.mem, "/tableau-de-bord?segment=%" PRId64, id)) == 404);
	as(coop);
	check(get(arena_printf(&t.mem, "/tableau-de-bord/missions.csv?segment=%" PRId64, id)) ==
		404);
}

/* Who left and is still in the group is of no figure that its coordination reads; nobody else reads
 * its arrivals and departures. */
TEST(tableau_de_bord_of_a_group_tells_who_left_to_the_staff_alone)
{
	chiffres();
	t_member(paris, db_int(&t, SQL("SELECT id FROM contact WHERE prenom = 'Omer'")), "membre");
	as(adm);
	check(get(path_of("/tableau-de-bord.json", paris)) == 200);
	check_says("\"libelle\":\"Ancien\"");
	check(get(path_of("/tableau-de-bord", paris)) == 200);
	check_says("En 24 mois");
	as(coop);
	check(get(path_of("/tableau-de-bord.json", paris)) == 200);
	check_says("\"libelle\":\"Confirmé\"");
	check_hides("\"libelle\":\"Ancien\"");
	as(benp);
	check(get(path_of("/tableau-de-bord", paris)) == 200);
	check_hides("En 24 mois");
}

/* Of few people figures tell who is who: a segment of one's own is none for who does not see
 * all. */
TEST(tableau_de_bord_of_a_segment_is_for_who_sees_everybody)
{
	static const char *const pages[] = { "/tableau-de-bord", "/tableau-de-bord.json",
		"/tableau-de-bord.csv", "/tableau-de-bord/mois", "/tableau-de-bord/departements",
		"/tableau-de-bord/missions", "/tableau-de-bord/missions.csv",
		"/tableau-de-bord/groupes" };
	int64_t id;

	chiffres();
	as(coop);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&p1=0&s1=prenom&o1=est&v1=%C3%89lodie&faire=garder&nom=Une"
		      "&partage=prive") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM objet WHERE genre = 'segment'"));
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		t_check(get(arena_printf(&t.mem, "%s?segment=%" PRId64, pages[i], id)) == 404,
			__FILE__, __LINE__, pages[i]);
	check(get("/tableau-de-bord") == 200);
	check_hides("<optgroup label=\"Segments\">");
}

TEST(tableau_de_bord_criteria_are_filters_of_the_directory)
{
	chiffres();
	as(adm);
	check(get("/annuaire/filtres") == 200);
	check_says("name=\"par-age\"");
	check(get("/annuaire?par-departement=2A") == 200);
	check_says("Corse-du-Sud");
	check_says("Élodie");
	check_hides("Coline");
	as(coop);
	check(get("/annuaire/filtres") == 200);
	check_hides("name=\"par-age\"");
	check(get("/annuaire.json?par-age=36-50") == 200);
	check_hides("Élodie");
}

/* What is for invited people alone is in no figure but those of who follows the group. */
TEST(tableau_de_bord_counts_the_events_that_the_reader_sees)
{
	struct evenement e;
	int64_t id;

	chiffres();
	t_settle(adm);
	t_settle(benp);
	id = an_event("Conseil", -20, -1);
	evenement_read(&t, id, &e);
	e.visibilite = "invites";
	evenement_save(&t, id, &e);
	as(adm);
	check(get("/tableau-de-bord/groupes") == 200);
	check_says("/agenda?groupe=");
	as(benp);
	check(get("/tableau-de-bord/groupes") == 200);
	check_hides("/agenda?groupe=");
}
