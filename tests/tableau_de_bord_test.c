/* tableau_de_bord_test.c - each figure of the dashboard is a count, and the total of the list it leads to */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/acces.h"
#include "domain/arbre.h"
#include "domain/champ.h"
#include "domain/journal.h"
#include "domain/tableau.h"
#include "t.h"

static int64_t coop, benp, pro, sal, adm, paris, lille;

static void
dress(int64_t id, const char *code_postal, const char *naissance, const char *type)
{
	db_exec(&t, SQL("UPDATE contact SET code_postal = ?, date_naissance = ? WHERE id = ?"),
		S(code_postal), S(naissance), I(id));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, ? FROM champ"
		    " WHERE cle = 'types_benevolat'"),
		I(id), S(type));
}

static void
was(int64_t group, int64_t who, const char *from, const char *to)
{
	db_exec(&t,
		SQL("INSERT INTO membre (groupe_id, contact_id, debut, fin, origine) VALUES (?, ?, ?, ?, 'hubspot')"),
		I(group), I(who), S(from), S(to));
	acces_contact(&t, who);
}

/* A day of the month before this one. */
static const char *
last_month(void)
{
	return db_string(&t, SQL("SELECT LAST_DAY(UTC_DATE() - INTERVAL 1 MONTH)"));
}

/* What the CRM brings at first. */
static void
options(void)
{
	db_exec(&t,
		SQL("INSERT IGNORE INTO champ_option (champ_id, valeur, libelle) SELECT c.id, o.v, o.l FROM champ c JOIN"
		    " (SELECT 'types_benevolat' AS k, 'groupe_local' AS v, 'Groupe local' AS l UNION SELECT 'types_benevolat', 'magasin', 'Magasin'"
		    " UNION SELECT 'statut', 'prospect', 'Prospect' UNION SELECT 'statut', 'confirme', 'Confirmé'"
		    " UNION SELECT 'statut', 'ancien', 'Ancien') o ON o.k = c.cle"));
	modele_changed(&t);
}

static void
people(void)
{
	int64_t one, old;

	options();
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	coop = t_person("Coline", "Coord", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	one = t_person("Berthe", "Corse", "berthe@exemple.org", "confirme", "benevole");
	old = t_person("Omer", "Ancien", "omer@exemple.org", "ancien", "benevole");
	pro = t_person("Prosper", "Prospect", "prosper@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_account(benp, "");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(paris, pro, "membre");
	was(lille, benp, "2019-02-03", NULL);
	was(lille, one, "2015-06-01", NULL);
	was(paris, old, "2016-01-10", last_month());
	dress(coop, "75011", "1980-05-01", "groupe_local");
	dress(benp, "20090", "2005-01-31", "groupe_local");
	dress(one, "20600", NULL, "magasin");
	dress(pro, "97400", "1950-01-01", "magasin");
}

/* ---- following every link ---- */

static unsigned followed;

/* "/annuaire?x" as "/annuaire.json?x" */
static const char *
as_json(const char *url)
{
	size_t n = strcspn(url, "?");

	return arena_printf(&t.mem, "%.*s.json%s", (int) n, url, url + n);
}

static int64_t
total_of(const char *url)
{
	json_object *reply;

	if (get(as_json(url)) != 200)
		return -1;
	reply = json_whole(&t.mem, t_reply->body, strlen(t_reply->body));
	return reply != NULL && json_member(reply, "total") != NULL ?
		json_object_get_int64(json_member(reply, "total")) :
		-1;
}

/* Every object with a number and an address: the list that is there has that many. */
static void
follow(json_object *o)
{
	if (json_object_is_type(o, json_type_array))
		for (size_t i = 0; i < json_object_array_length(o); i++)
			follow(json_object_array_get_idx(o, i));
	if (!json_object_is_type(o, json_type_object))
		return;
	if (json_text(o, "url") != NULL && json_member(o, "n") != NULL) {
		int64_t n = json_object_get_int64(json_member(o, "n"));
		int64_t total = total_of(json_text(o, "url"));

		followed++;
		t_check(n == total, __FILE__, __LINE__,
			arena_printf(&t.mem, "%s: %" PRId64 " here, %" PRId64 " there",
				json_text(o, "url"), n, total));
	}
	json_object_object_foreach(o, key, value)
	{
		(void) key;
		follow(value);
	}
}

/* How many links the page has, each true. */
static unsigned
follow_all(const char *path)
{
	json_object *page;

	check(get(path) == 200);
	page = json_whole(&t.mem, arena_strdup(&t.mem, t_reply->body), strlen(t_reply->body));
	check(page != NULL);
	followed = 0;
	follow(page);
	return followed;
}

static int64_t
figure(const char *path, const char *group, const char *name)
{
	json_object *page;

	check(get(path) == 200);
	page = json_whole(&t.mem, t_reply->body, strlen(t_reply->body));
	return json_object_get_int64(json_member(json_member(json_member(page, group), name), "n"));
}

static const char *
of(const char *path, int64_t group)
{
	return arena_printf(&t.mem, "%s?groupe=%" PRId64, path, group);
}

TEST(tableau_de_bord_each_figure_is_the_total_of_its_list)
{
	people();
	for (int i = 0; i < 2; i++) {
		as(i == 0 ? adm : sal);
		check(follow_all("/tableau-de-bord.json") > 20);
		check(follow_all("/tableau-de-bord/departements.json") > 100);
		check(follow_all("/tableau-de-bord/mois.json") == 48);
		check(follow_all("/tableau-de-bord/groupes.json") >= 6);
		check(follow_all(of("/tableau-de-bord.json", paris)) > 9);
		check(follow_all(of("/tableau-de-bord/mois.json", paris)) == 48);
		check(follow_all(of("/tableau-de-bord.json", lille)) > 9);
	}
	as(coop);
	check(follow_all("/tableau-de-bord.json") == 3); /* her group, in the table of groups */
	check(follow_all(of("/tableau-de-bord.json", paris)) > 9);
	check(follow_all(of("/tableau-de-bord/departements.json", paris)) > 9);
	check(follow_all(of("/tableau-de-bord.json", lille)) == 0);
}

TEST(tableau_de_bord_figures_are_counts)
{
	people();
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
	check(figure(of("/tableau-de-bord.json", paris), "chiffres", "benevoles") == 2);
	check(figure(of("/tableau-de-bord.json", paris), "chiffres", "neufs") == 2);
	check(figure(of("/tableau-de-bord.json", lille), "chiffres", "missions") == 2);
	db_exec(&t, SQL("INSERT INTO invitation (contact_id, cree_le) VALUES (?, UTC_TIMESTAMP())"),
		I(pro));
	check(figure("/tableau-de-bord.json", "chiffres", "attente") == 0);
}

TEST(tableau_de_bord_a_group_counts_those_below)
{
	int64_t team, dan;

	people();
	team = t_group("equipe", "Équipe du dimanche");
	dan = t_person("Dan", "Dimanche", "dan@exemple.org", "confirme", "benevole");
	check(arbre_move(&t, team, paris));
	t_member(team, dan, "membre");
	as(adm);
	check(figure(of("/tableau-de-bord.json", paris), "chiffres", "benevoles") == 3);
	check_says("Équipe du dimanche");
	check(follow_all(of("/tableau-de-bord.json", paris)) > 9);
	check(figure(of("/tableau-de-bord.json", team), "chiffres", "benevoles") == 1);
}

TEST(tableau_de_bord_places_people_by_postcode)
{
	static const struct {
		const char *code, *departement;
	} known[] = { { "75011", "75" }, { "01000", "01" }, { "20090", "2A" }, { "20137", "2A" },
		{ "20200", "2B" }, { "20620", "2B" }, { "97400", "974" }, { "97600", "976" },
		{ "98800", "00" }, { "75 011", "75" }, { "1000", "00" }, { "", "00" },
		{ "B-1000", "00" }, { "00100", "00" }, { "99999", "00" } };

	people();
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
	check_says("surtout ici : ");
}

TEST(tableau_de_bord_tells_arrivals_and_departures_by_month)
{
	const char *month;

	people();
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

TEST(tableau_de_bord_volunteers_see_totals_only)
{
	people();
	for (int i = 0; i < 3; i++) {
		as(i == 0 ? benp : i == 1 ? pro : coop);
		check(get("/tableau-de-bord") == 200);
		check_says("<b>3</b> bénévoles");
		if (i < 2) /* her own group is in the table of groups */
			check_hides("/annuaire?");
		check_hides("href=\"/annuaire?par-profil=benevole\"");
		check_hides("Berthe");
		check_hides("Prosper</a>");
		check(get(of("/tableau-de-bord", lille)) == 200);
		check_says("<b>2</b> bénévoles");
		check_hides("/annuaire?");
		check_hides("Par âge");
		check_hides("Où sont les bénévoles");
		check(get(of("/tableau-de-bord/departements", lille)) == 404);
		check(get(of("/tableau-de-bord/mois", lille)) == 404);
		check(get(of("/tableau-de-bord/missions", lille)) == (i == 1 ? 403 : 404));
	}
	as(coop);
	check(get(of("/tableau-de-bord", paris)) == 200);
	check_says("/annuaire?par-profil=benevole&amp;par-groupe=");
	check_hides("Par âge"); /* she may not read dates of birth */
	check(get(of("/tableau-de-bord/missions", paris)) == 200);
	check_says("Coline");
	check_hides("Berthe");
}

TEST(tableau_de_bord_a_group_one_may_not_see_is_absent)
{
	people();
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(lille));
	as(coop);
	check(get(of("/tableau-de-bord", lille)) == 404);
	check(get("/tableau-de-bord/groupes") == 200);
	check_hides("Lille");
	check(get(arena_printf(&t.mem, "/annuaire.json?par-groupe=%" PRId64, lille)) == 200);
	check_says("\"total\":0");
	check(get("/tableau-de-bord?groupe=999999999") == 404);
}

TEST(tableau_de_bord_kept_figures_are_the_counted_ones)
{
	static const char *const pages[] = { "/tableau-de-bord.csv",
		"/tableau-de-bord/groupes.json", "/tableau-de-bord/mois.json",
		"/tableau-de-bord/departements.json" };
	const char *counted[4];

	people();
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
	check(follow_all(of("/tableau-de-bord.json", paris)) > 9);
	tableau_few = 5000;
}

TEST(tableau_de_bord_goes_to_a_table)
{
	people();
	as(adm);
	check(get("/tableau-de-bord.csv") == 200);
	check(get("/tableau-de-bord.xlsx") == 200);
	check(get(of("/tableau-de-bord/groupes.csv", paris)) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'tableau_de_bord.export'")) ==
		3);
}

TEST(tableau_de_bord_one_s_own_page)
{
	people();
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

	people();
	as(benp);
	t.user.id = benp;
	journal(&t, "contact.modifie", benp, NULL, NULL);
	journal(&t, "lot.change", benp, NULL, NULL);
	journal(&t, "champ.cree", 0, NULL, NULL);
	journal(&t, "droit.change", 0, NULL, NULL);
	check(get("/tableau-de-bord/moi") == 200);
	first = strstr(t_reply->body, "Autres gestes");
	check(first != NULL && strstr(first + 1, "Autres gestes") == NULL);
	first = strstr(t_reply->body, "Fiches complétées");
	check(first != NULL && strstr(first + 1, "Fiches complétées") == NULL);
}

TEST(tableau_de_bord_one_s_segments_are_figures_with_their_list)
{
	int64_t id;

	people();
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&p1=0&s1=statut&o1=parmi&v1=confirme&faire=garder&nom=Nos+forces&partage=prive") ==
		303);
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
			SQL("SELECT COUNT(*) FROM contact WHERE statut = 'confirme' AND retire_le IS NULL AND acces > 0")));
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

	people();
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

TEST(tableau_de_bord_criteria_are_filters_of_the_directory)
{
	people();
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

TEST(tableau_de_bord_missions_are_taken_as_a_table)
{
	static char text[1 << 15];
	ssize_t n;
	int lines = 0;

	people();
	as(sal);
	check(get("/tableau-de-bord.json") == 200);
	check(get("/tableau-de-bord/missions.csv") == 200);
	n = pread(t_reply->file, text, sizeof text - 1, 0);
	text[n > 0 ? n : 0] = '\0';
	for (const char *s = text; (s = strchr(s, '\n')) != NULL; s++)
		lines++;
	check(lines - 1 ==
		db_int(&t,
			SQL("SELECT COUNT(DISTINCT m.contact_id, m.groupe_id) FROM membre m JOIN contact c ON c.id = m.contact_id"
			    " AND c.acces = 2 AND c.retire_le IS NULL WHERE m.fin IS NULL")));
	check(strstr(text, "Groupe local de Paris") != NULL);
	check(get(arena_printf(&t.mem, "/tableau-de-bord/missions.xlsx?groupe=%" PRId64, paris)) ==
		200);
	as(benp);
	check(get("/tableau-de-bord/missions.csv") == 404);
}
