/* groupes_vus_test.c - which groups are seen, by whom, and where they are listed */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/ouverture.h"
#include "domain/notifications/notif.h"
#include "domain/vie/cycle.h"
#include "groupes.h"

TEST(menu_highlights_nothing_where_there_is_no_page)
{
	groupes_people();
	as(benp);
	check(get("/groupes") == 200);
	check_says("<a href=\"/groupes\" aria-current=\"page\">");
	check(get("/nulle-part") == 404);
	check_hides("aria-current=\"page\"");
}

/* The list begins with hers, and one strip of filters stands between the search and it. */
TEST(groupes_list_begins_with_mine)
{
	const char *list, *mine, *other, *rare;

	groupes_people();
	as(benp);
	check(get("/groupes") == 200);
	list = strstr(t_reply->body, "aria-label=\"Groupes\"");
	mine = list != NULL ? strstr(list, "Groupe local de Paris") : NULL;
	other = list != NULL ? strstr(list, "Groupe local de Lille") : NULL;
	check(mine != NULL && other != NULL && mine < other);
	check_says(">Membre</span>");
	rare = strstr(t_reply->body, "<details><summary class=\"btn b3\">");
	check(rare != NULL && rare < strstr(t_reply->body, "name=\"etat\""));
	check(get("/groupes?etat=actifs") == 200);
	check_says("<details open>");
	check(get("/groupes?tri=nom") == 200);
	list = strstr(t_reply->body, "aria-label=\"Groupes\"");
	check(list != NULL &&
		strstr(list, "Groupe local de Lille") < strstr(list, "Groupe local de Paris"));
}

TEST(groupes_hidden_are_known_to_their_members_alone)
{
	static const char *const everywhere[] = { "/groupes", "/groupes.json",
		"/groupes.csv?etat=actifs", "/groupes?vue=arbre", "/groupes?type=groupe_travail",
		"/recherche?q=complot", "/annuaire", "/annuaire.json",
		"/annuaire.csv?colonnes=groupe", "/annuaire/filtres", "/" };
	int64_t hidden;

	groupes_people();
	hidden = t_group("groupe_travail", "GT Complot");
	ouverture_set(&t, hidden, "cache");
	db_exec(&t, SQL("UPDATE recherche SET corps = titre WHERE objet_id = ?"), I(hidden));
	t_member(hidden, benp, "coordination");
	t_member(hidden, benp, "membre");
	for (size_t i = 0; i < sizeof everywhere / sizeof *everywhere; i++) {
		as(benl);
		check(get(everywhere[i]) == 200);
		check_hides("GT Complot");
		as(sal);
		check(get(everywhere[i]) == 200);
		check_hides("GT Complot");
	}
	as(benl);
	check(get(groupes_at(hidden, "")) == 404);
	check(get(groupes_at(hidden, "/rejoindre")) == 404);
	check(post(groupes_at(hidden, "/rejoindre"), "") == 404);
	check(get(groupes_at(hidden, "/qui")) == 404);
	check(get(arena_printf(&t.mem, "/annuaire.json?groupe=%" PRId64, hidden)) == 200);
	check_hides("Élodie");
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benp)) == 200);
	check_hides("GT Complot");
	as(benp);
	check(get("/groupes") == 200);
	check_says("GT Complot");
	check(get(groupes_at(hidden, "/membres")) == 200);
	as(adm);
	check(get(groupes_at(hidden, "")) == 200);
	as(benp);
	check(post(groupes_at(hidden, "/inviter"),
		      arena_printf(&t.mem, "contact=%" PRId64, benl)) == 303);
	check(groupes_told("invitation_groupe") == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
			  " AND genre = 'groupe_invitation'"),
		      I(benl)) == 1);
	as(benl);
	check(get(groupes_at(hidden, "")) == 404);
	check(get(arena_printf(&t.mem, "/groupes/invitations/%" PRId64,
		      db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande")))) == 200);
	check_says("GT Complot");
}

TEST(groupes_invite_by_mail_whom_their_type_is_hidden_from)
{
	int64_t closed;

	groupes_people();
	t_member(paris, pro, "membre");
	closed = t_group("groupe_travail", "GT fermé");
	ouverture_set(&t, closed, "ferme");
	t_member(closed, coop, "coordination");
	as(pro);
	check(get(groupes_at(closed, "")) == 404);
	as(coop);
	check(post(groupes_at(closed, "/inviter"),
		      arena_printf(&t.mem, "adresses=%s",
			      db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"),
				      I(pro)))) == 303);
	check(groupes_told("invitation_groupe") == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
			  " AND genre = 'groupe_invitation'"),
		      I(pro)) == 1);
	as(pro);
	check(get("/") == 200);
	check_says("GT fermé");
}

TEST(groupes_say_who_sees_them_by_the_test_that_opens_pages)
{
	groupes_people();
	post_in(paris);
	as(benp);
	check(get(groupes_at(paris, "/qui.json")) == 200);
	check_says("\"contenu\":{\"total\":");
	check(get(groupes_at(paris, "/qui")) == 200);
	check_says("Groupe local de Paris");
	check(get("/groupes?vue=arbre") == 200);
	check_says("Groupe local de Lille");
	check(get(groupes_at(paris, "/a-propos")) == 200);
}

TEST(groupes_hidden_are_not_named_by_who_sees_what_is_below)
{
	int64_t hidden, team;

	groupes_people();
	hidden = t_group("groupe_travail", "GT Complot");
	team = t_group("equipe", "Équipe affiches");
	check(arbre_move(&t, team, hidden));
	ouverture_set(&t, hidden, "cache");
	t_member(hidden, benp, "membre");
	as(benl);
	check(get(groupes_at(team, "/qui")) == 200);
	check_hides("GT Complot");
	check(get(groupes_at(team, "")) == 200);
	check_hides("GT Complot");
	check(get("/groupes?vue=arbre") == 200);
	check_hides("GT Complot");
	as(benp);
	check(get(groupes_at(team, "/qui")) == 200);
	check_says("GT Complot");
}

TEST(groupes_of_a_type_are_hidden_from_prospects_when_it_is_said)
{
	groupes_people();
	as(pro);
	check(get(groupes_at(lille, "")) == 200);
	as(adm);
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=1"
		      "&ouverture=ferme") == 422);
	check_says("(2) ne seront plus connus des sympathisant-e-s (1)");
	check_says("name=\"confirme\"");
	as(pro);
	check(get(groupes_at(lille, "")) == 200);
	as(adm);
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=1&ordre=1&ouverture=ferme"
		      "&confirme=1") == 303);
	as(pro);
	check(get(groupes_at(lille, "")) == 404);
	as(benp);
	check(get(groupes_at(lille, "")) == 200);
}

TEST(groupes_asked_who_reads_them_write_nothing)
{
	int64_t before;

	groupes_people();
	db_exec(&t, SQL("UPDATE liste_acces SET cle = CONCAT('x', cle) WHERE cle LIKE ?"),
		S(arena_printf(&t.mem, "contenu:_:%" PRId64 ":%%", paris)));
	before = db_int(&t, SQL("SELECT COUNT(*) FROM liste_acces"));
	as(coop);
	check(get(groupes_at(paris, "/qui")) == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM liste_acces")) == before);
}

TEST(groupes_filters_of_many_choices_are_typed)
{
	groupes_people();
	for (int i = 0; i < 35; i++) {
		int64_t g = t_group("groupe_local", arena_printf(&t.mem, "Groupe %02d", i));

		db_exec(&t, SQL("UPDATE groupe SET departement = ? WHERE id = ?"),
			S(arena_printf(&t.mem, "%02d", i + 1)), I(g));
		db_exec(&t,
			SQL("INSERT INTO etiquette (nom, famille_id, cree_le)"
			    " VALUES (?, 1, UTC_TIMESTAMP())"),
			S(arena_printf(&t.mem, "Mot %02d", i)));
		db_exec(&t,
			SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) SELECT ?, id"
			    " FROM etiquette WHERE nom = ?"),
			I(g), S(arena_printf(&t.mem, "Mot %02d", i)));
	}
	as(adm);
	check(get("/groupes?departement=07") == 200);
	check_says("name=\"departement\" value=\"07\"");
	check_says("Groupe 06");
	check_hides("Groupe 07");
	check_hides("<option value=\"08\"");
	check_hides("name=\"ferme\"");
	check(get("/groupes?departement=07&ferme=1999") ==
		200); /* no group closed: searching keeps it */
	check_says("name=\"ferme\" value=\"1999\"");
	check(get("/groupes.json?tag=mot+12") == 200);
	check_says("\"total\":1");
	check_says("Groupe 12");
}

TEST(groupes_are_filtered_by_the_years_they_began_and_closed)
{
	groupes_people();
	db_exec(&t, SQL("UPDATE groupe SET cree_le = '2012-03-01' WHERE id = ?"), I(paris));
	db_exec(&t, SQL("UPDATE groupe SET cree_le = '2019-03-01' WHERE id = ?"), I(lille));
	as(adm);
	check(post(groupes_at(lille, "/archiver"), "archive=1") == 303);
	db_exec(&t, SQL("UPDATE groupe SET ferme_le = '2024-06-30' WHERE id = ?"), I(lille));
	check(get("/groupes?cree=2012") == 200);
	check_says("Groupe local de Paris");
	check_says("<option value=\"2012\" selected>");
	check_says("<option value=\"2024\">");
	check(get("/groupes.json?cree=2019&etat=archives") == 200);
	check_says("Groupe local de Lille");
	check_hides("Groupe local de Paris");
	check(get("/groupes.json?ferme=2024") == 200);
	check_says("\"total\":1");
	check_says("Groupe local de Lille");
	check(get("/groupes.json?ferme=2023") == 200);
	check_says("\"total\":0");
}

/* What the grid gives everywhere stops at what is hidden, list or no list. */
TEST(groupes_without_a_list_of_access_open_to_nobody)
{
	groupes_people();
	db_exec(&t,
		SQL("UPDATE profil_droit SET niveau = 2 WHERE domaine IN ('fil', 'moderation')"));
	db_exec(&t, SQL("UPDATE liste_acces SET cle = CONCAT('x', cle) WHERE cle LIKE ?"),
		S(arena_printf(&t.mem, "contenu:_:%" PRId64 ":%%", paris)));
	as(benl);
	check(get(groupes_at(paris, "")) == 200);
	check_hides("publications/nouvelle");
	check(get(groupes_at(paris, "/publications/nouvelle")) == 403);
}

TEST(groupes_counted_on_the_home_page_are_those_one_sees)
{
	char before[80];
	const char *said;

	groupes_people();
	as(benl);
	check(get("/accueil.json") == 200 || get("/.json") == 200);
	said = strstr(t_reply->body, "\"libelle\":\"groupes\"");
	check(said != NULL);
	snprintf(before, sizeof before, "%.24s\"libelle\":\"groupes\"", said - 24);
	as(benp);
	check(post("/groupes/nouveau", "titre=Dans+l%27ombre&type=equipe&ouverture=cache") == 303);
	as(benl);
	check(get("/accueil.json") == 200 || get("/.json") == 200);
	check(strstr(t_reply->body, before) != NULL);
}

TEST(groupes_tell_every_role_that_coordinates)
{
	groupes_people();
	db_exec(&t,
		SQL("INSERT INTO groupe_role (cle, titre, coordination, ordre)"
		    " VALUES ('pilotage', 'Pilotage', TRUE, 12)"));
	t_member(paris, benp, "pilotage");
	t_account(benp, "");
	as(benl);
	check(post(groupes_at(paris, "/rejoindre"), "mot=Bonjour") == 303);
	while (notif_spread(&t))
		continue;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif WHERE genre = 'demande_groupe'"
			  " AND contact_id = ?"),
		      I(benp)) == 1);
	as(benp);
	check(get("/compte") == 200);
	check_says("/compte/invitations");
}

TEST(groupes_tree_is_shown_to_prospects_too)
{
	int64_t who = t_person("Prosper", "Arbre", "arbre@exemple.org", "prospect", "benevole");

	t_group("groupe_local", "Groupe local de Tours");
	as(who);
	check(get("/groupes?vue=arbre") == 200);
	check_says("Tours");
}
