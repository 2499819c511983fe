/* changement_test.c - what is held elsewhere is asked for with one press; handing a group over */

#include <inttypes.h>
#include <string.h>

#include "domain/notifications/courriel.h"
#include "t.h"

static int64_t paris, coo, ben, loin, sal;

static void
people(const char *origine)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	coo = t_person("Colette", "Un", "coo@exemple.org", "confirme", "benevole");
	ben = t_person("Berthe", "Deux", "ben@exemple.org", "confirme", "benevole");
	loin = t_person("Lucien", "Loin", "loin@exemple.org", "confirme", "benevole");
	sal = t_person("Salome", "Siege", "sal@exemple.org", "", "salarie");
	t_member(paris, coo, "membre");
	t_member(paris, coo, "coordination");
	t_member(paris, ben, "membre");
	db_exec(&t, SQL("UPDATE membre SET origine = ?"), S(origine));
	if (strcmp(origine, "plateforme") == 0) { /* which the staff has not confirmed */
		db_exec(&t, SQL("UPDATE membre SET confirme = FALSE"));
		t_settle(coo);
	}
}

static const char *
at(const char *rest)
{
	return arena_printf(&t.mem, "/groupes/%" PRId64 "%s", paris, rest);
}

static int64_t
is(int64_t who, const char *role)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM membre WHERE groupe_id = ? AND contact_id = ?"
		    " AND role = ? AND fin IS NULL"),
		I(paris), I(who), S(role));
}

#define DEMANDS \
	db_int(&t, \
		SQL("SELECT COUNT(*) FROM siege_demande d JOIN objet o" \
		    " ON o.id = d.conversation_id"))

TEST(changement_leaving_a_group_of_the_crm_is_asked_of_who_can)
{
	people("hubspot");
	as(ben);
	check(get(at("/quitter")) == 200);
	check_says("Demander à quitter");
	check_says("je souhaite quitter «\u00a0Groupe local de Paris\u00a0»");
	check_hides("Quitter le groupe</button>");
	check(post("/messages/siege/changement", "titre=Quitter&texte=Merci+de+m%27en+retirer") ==
		303);
	check(DEMANDS == 1);
	check(get(t_reply->location) == 200);
	check_says("Merci de m");
	as(sal);
	check(get("/messages/siege/demandes") == 200);
	check_says("Quitter");
	as(ben);
	check(post("/messages/siege/changement", "titre=Quitter&texte=") == 422);
	check(DEMANDS == 1);
}

TEST(changement_leaving_a_group_of_here_is_done_at_once)
{
	people("plateforme");
	as(ben);
	check(get(at("/quitter")) == 200);
	check_says("Quitter le groupe</button>");
	check_hides("Demander à quitter");
	check(post(at("/quitter"), "") == 303);
	check(is(ben, "membre") == 0);
}

TEST(changement_every_refusal_offers_its_request)
{
	people("hubspot");
	as(coo);
	check(get(arena_printf(&t.mem, "%s/membres/%" PRId64, at(""), coo)) == 200);
	check_says("Demander son retrait");
	as(ben);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/corriger", ben)) == 200);
	check_says("/messages/siege/changement");
}

TEST(changement_a_coordination_is_handed_over)
{
	people("plateforme");
	as(ben);
	check(get(at("/passer-la-main")) == 404);
	as(coo);
	check(get(at("")) == 200);
	check_says("Passer la main");
	check(get(at("/passer-la-main")) == 200);
	check_says("Berthe");
	check_hides("Lucien");
	check(get(at("/passer-la-main?q=personne")) == 200);
	check_hides("Berthe");
	check(post(at("/passer-la-main"), "") == 422);
	check(post(at("/passer-la-main"), arena_printf(&t.mem, "qui=%" PRId64, loin)) == 422);
	check(post(at("/passer-la-main"), arena_printf(&t.mem, "qui=%" PRId64, coo)) == 422);
	check(post(at("/passer-la-main"), arena_printf(&t.mem, "qui=%" PRId64, ben)) == 303);
	check(is(ben, "coordination") == 1);
	check(is(coo, "coordination") == 0 && is(coo, "membre") == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement WHERE phrase LIKE '%la main%'")) ==
		1);
	check(DEMANDS == 0);
}

TEST(changement_a_coordination_of_the_crm_is_handed_over_by_the_staff_too)
{
	people("hubspot");
	as(coo);
	check(get(at("/passer-la-main")) == 200);
	check_says("Votre rôle est tenu par le Siège");
	check(post(at("/passer-la-main"),
		      arena_printf(&t.mem, "qui=%" PRId64 "&demande=La+suite+%%3A", ben)) == 303);
	check(is(ben, "coordination") == 1);
	check(is(coo, "coordination") == 1);
	check(DEMANDS == 1);
	as(sal);
	check(get("/messages/siege/demandes") == 200);
	check_says("Passer la main");
}

TEST(changement_people_to_choose_from_are_searched_never_cut)
{
	people("plateforme");
	for (int i = 0; i < 62; i++)
		t_member(paris,
			t_person(arena_printf(&t.mem, "Membre%d", i), "Nombreux", "m@exemple.org",
				"confirme", "benevole"),
			"membre");
	t_member(
		paris, t_person("Zelie", "Zut", "z@exemple.org", "confirme", "benevole"), "membre");
	as(coo);
	check(get(at("/actions/nouvelle")) == 200);
	check_says("65 choix");
	check_hides("Zelie Zut");
	check(post(at("/actions"), "titre=Tracts&faire=relire&cherche=zut") == 200);
	check_says("Zelie Zut");
	check_says("value=\"Tracts\"");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM tache")) == 0);
}

TEST(changement_a_mail_leads_who_has_no_account_to_making_it)
{
	people("plateforme");
	check_text(courriel_way(&t, ben, "/messages/12?a=b"),
		"/inscription?suite=/messages/12%3Fa%3Db");
	check_text(courriel_way(&t, ben, "/public/evenements/1"), "/public/evenements/1");
	db_exec(&t, SQL("INSERT INTO compte (contact_id, cree_le) VALUES (?, UTC_TIMESTAMP())"),
		I(ben));
	check_text(courriel_way(&t, ben, "/messages/12"), "/messages/12");
	as(0);
	check(get("/inscription?suite=/messages/12") == 200);
	check_says("name=\"suite\" value=\"/messages/12\"");
}
