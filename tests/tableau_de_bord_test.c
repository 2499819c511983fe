/* tableau_de_bord_test.c - each figure of the dashboard is a count, and the total of the list it
 * leads to */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "chiffres.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/groupes/arbre.h"
#include "domain/socle/journal.h"
#include "domain/tableau_de_bord/tableau.h"

TEST(tableau_de_bord_each_figure_is_the_total_of_its_list)
{
	chiffres();
	for (int i = 0; i < 2; i++) {
		as(i == 0 ? adm : sal);
		check(follow_all("/tableau-de-bord.json") > 20);
		check(follow_all("/tableau-de-bord/departements.json") > 100);
		check(follow_all("/tableau-de-bord/mois.json") == 48);
		check(follow_all("/tableau-de-bord/groupes.json") >= 6);
		check(follow_all(path_of("/tableau-de-bord.json", paris)) > 9);
		check(follow_all(path_of("/tableau-de-bord/mois.json", paris)) == 48);
		check(follow_all(path_of("/tableau-de-bord.json", lille)) > 9);
	}
	as(coop);
	check(follow_all("/tableau-de-bord.json") == 3); /* her group, in the table of groups */
	check(follow_all(path_of("/tableau-de-bord.json", paris)) > 9);
	check(follow_all(path_of("/tableau-de-bord/departements.json", paris)) > 9);
	check(follow_all(path_of("/tableau-de-bord.json", lille)) == 0);
}

TEST(tableau_de_bord_figures_are_counts)
{
	chiffres();
	as(adm);
	check(figure("/tableau-de-bord.json", "chiffres", "benevoles") ==
		db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE acces = 2")));
	check(figure("/tableau-de-bord.json", "chiffres", "benevoles") == 3);
	check(figure("/tableau-de-bord.json", "chiffres", "missions") == 4);
	check_says("\"moyenne\":\"1,33\"");
	check(figure("/tableau-de-bord.json", "chiffres", "comptes") == 1);
	check(figure("/tableau-de-bord.json", "chiffres", "prospects") == 1);
	check(figure("/tableau-de-bord.json", "chiffres", "attente") == 1);
	check(figure("/tableau-de-bord.json", "chiffres", "neufs") == 1);
	check(figure(path_of("/tableau-de-bord.json", paris), "chiffres", "benevoles") == 2);
	check(figure(path_of("/tableau-de-bord.json", paris), "chiffres", "neufs") == 2);
	check(figure(path_of("/tableau-de-bord.json", lille), "chiffres", "missions") == 2);
	db_exec(&t, SQL("INSERT INTO invitation (contact_id, cree_le) VALUES (?, UTC_TIMESTAMP())"),
		I(pro));
	check(figure("/tableau-de-bord.json", "chiffres", "attente") == 0);
}

/* Missions that ended are of no figure and of no list but those of departures. */
TEST(tableau_de_bord_counts_no_mission_that_ended)
{
	int64_t rennes;

	chiffres();
	rennes = t_group("groupe_local", "Groupe local de Rennes");
	was_member(lille, coop, "2018-01-01", "2019-12-31");
	was_member(rennes, benp, "2018-01-01", "2019-12-31");
	was_member(rennes, coop, "2018-01-01", last_month()); /* who is in Paris still */
	as(adm);
	check(total_of(arena_printf(&t.mem, "/annuaire?par-depart=%.7s", last_month())) == 1);
	check(follow_all("/tableau-de-bord/mois.json") == 48);
	check(figure("/tableau-de-bord.json", "chiffres", "missions") == 4);
	check_says("\"moyenne\":\"1,33\"");
	check(figure(path_of("/tableau-de-bord.json", lille), "chiffres", "missions") == 2);
	check(figure(path_of("/tableau-de-bord.json", lille), "chiffres", "benevoles") == 2);
	check(figure(path_of("/tableau-de-bord.json", rennes), "chiffres", "benevoles") == 0);
	check(get("/annuaire.json?par-missions=2") == 200);
	check_says("Élodie");
	check_hides("Coline");
	check(total_of("/annuaire?par-missions=1&par-profil=benevole") == 2);
	check(total_of(arena_printf(&t.mem, "/annuaire?par-groupe=%" PRId64, rennes)) == 0);
	check(follow_all("/tableau-de-bord.json") > 20);
	check(follow_all(path_of("/tableau-de-bord.json", lille)) > 9);
}

/* At half past midnight in Paris, the evening before in universal time. */
TEST(tableau_de_bord_of_ages_counts_a_birthday_from_its_first_hour)
{
	chiffres();
	t_clock("2027-06-30 22:30:00");
	dress_person(coop, "75011", "2009-07-02", "magasin");
	dress_person(benp, "20090", "2009-07-01", "magasin");
	as(adm);
	check(get("/annuaire.json?par-age=moins-18") == 200);
	check_says("Coline");
	check_hides("Élodie");
	check(get("/annuaire.json?par-age=18-25") == 200);
	check_says("Élodie");
	check_hides("Coline");
	check(get("/tableau-de-bord.json") == 200);
	check_says("\"libelle\":\"Moins de 18 ans\",\"n\":1,");
	check_says("\"libelle\":\"18 à 25 ans\",\"n\":1,");
	check(follow_all("/tableau-de-bord.json") > 20);
	check_text(tableau_of(&t, 0)->debut, "2025-08-01");
	check_text(tableau_of(&t, 0)->depuis, "2027-04-01");
}

TEST(tableau_de_bord_a_group_counts_those_below)
{
	int64_t team, dan;

	chiffres();
	team = t_group("equipe", "Équipe du dimanche");
	dan = t_person("Dan", "Dimanche", "dan@exemple.org", "confirme", "benevole");
	check(arbre_move(&t, team, paris));
	t_member(team, dan, "membre");
	as(adm);
	check(figure(path_of("/tableau-de-bord.json", paris), "chiffres", "benevoles") == 3);
	check_says("Équipe du dimanche");
	check(follow_all(path_of("/tableau-de-bord.json", paris)) > 9);
	check(figure(path_of("/tableau-de-bord.json", team), "chiffres", "benevoles") == 1);
}

TEST(tableau_de_bord_places_people_by_postcode)
{
	static const struct {
		const char *code, *departement;
	} known[] = { { "75011", "75" }, { "01000", "01" }, { "20090", "2A" }, { "20137", "2A" },
		{ "20200", "2B" }, { "20620", "2B" }, { "97400", "974" }, { "97600", "976" },
		{ "98800", "00" }, { "75 011", "75" }, { "1000", "01" }, { "", "00" },
		{ "F-75011", "75" }, { "69003 Lyon", "69" }, { "B-1000", "00" }, { "00100", "00" },
		{ "99999", "00" } };

	chiffres();
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		db_exec(&t, SQL("UPDATE contact SET code_postal = ? WHERE id = ?"),
			S(known[i].code), I(benp));
		t_check(strcmp(db_string(&t, SQL("SELECT departement FROM contact WHERE id = ?"),
				       I(benp)),
				known[i].departement) == 0,
			__FILE__, __LINE__, known[i].code);
	}
	check(db_int(&t, SQL("SELECT COUNT(*) FROM departement")) == 101);
	check(db_int(&t, SQL("SELECT COUNT(DISTINCT rang, colonne) FROM departement")) == 101);
	as(adm);
	check(get("/tableau-de-bord") == 200);
	check_says("<path class=\"q1\" d=\"M");
	check_says("surtout ici\u00A0: ");
}

TEST(tableau_de_bord_tells_arrivals_and_departures_by_month)
{
	const char *month;

	chiffres();
	month = db_string(&t, SQL("SELECT LEFT(LAST_DAY(UTC_DATE() - INTERVAL 1 MONTH), 7)"));
	as(adm);
	check(get(arena_printf(&t.mem, "/annuaire.json?par-depart=%s", month)) == 200);
	check_says("\"total\":1");
	check_says("Omer");
	check(get(arena_printf(&t.mem, "/annuaire?par-depart=%s", month)) == 200);
	check_says("Départ en ");
	check(get(arena_printf(&t.mem, "/annuaire.json?par-depart=%s:%" PRId64, month, lille)) ==
		200);
	check_says("\"total\":0");
	check(get("/annuaire.json?par-arrivee=n-importe-quoi") == 200);
	check_says("\"total\":0");
}

TEST(tableau_de_bord_kept_figures_are_the_counted_ones)
{
	static const char *const pages[] = { "/tableau-de-bord.csv",
		"/tableau-de-bord/groupes.json", "/tableau-de-bord/mois.json",
		"/tableau-de-bord/departements.json" };
	const char *counted[4];

	chiffres();
	as(adm);
	clock_shift = -120;
	for (int i = 0; i < 4; i++) {
		check(get(pages[i]) == 200);
		counted[i] = t_reply->body != NULL ? arena_strdup(&t.mem, t_reply->body) : "";
	}
	check(tableau_keep(&t) == 0); /* few people: nothing to keep */
	tableau_few = 0;
	check(tableau_keep(&t) > 50);
	check(tableau_keep(&t) == 0); /* nothing new */
	for (int i = 1; i < 4; i++) {
		check(get(pages[i]) == 200);
		check(t_reply->body != NULL &&
			strcmp(strchr(counted[i], '[') != NULL ? counted[i] : "", t_reply->body) ==
				0);
	}
	check(follow_all("/tableau-de-bord.json") > 20);
	check(follow_all(path_of("/tableau-de-bord.json", paris)) > 9);
	tableau_few = 5000;
}

TEST(tableau_de_bord_goes_to_a_table)
{
	chiffres();
	as(adm);
	check(get("/tableau-de-bord.csv") == 200);
	check(get("/tableau-de-bord.xlsx") == 200);
	check(get(path_of("/tableau-de-bord/groupes.csv", paris)) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'tableau_de_bord.export'")) ==
		3);
}

TEST(tableau_de_bord_missions_are_taken_as_a_table)
{
	const char *text;
	int lines = 0;

	chiffres();
	as(sal);
	check(get("/tableau-de-bord.json") == 200);
	check(get("/tableau-de-bord/missions.csv") == 200);
	text = t_file();
	for (const char *s = text; (s = strchr(s, '\n')) != NULL; s++)
		lines++;
	check(lines - 1 ==
		db_int(&t,
			SQL("SELECT COUNT(DISTINCT m.contact_id, m.groupe_id) FROM membre m"
			    " JOIN contact c ON c.id = m.contact_id"
			    " AND c.acces = 2 AND c.retire_le IS NULL WHERE m.fin IS NULL")));
	check(strstr(text, "Groupe local de Paris") != NULL);
	check(get(arena_printf(&t.mem, "/tableau-de-bord/missions.xlsx?groupe=%" PRId64, paris)) ==
		200);
	as(benp);
	check(get("/tableau-de-bord/missions.csv") == 404);
}
