/* probleme_test.c - "Signaler un problème": where it was met, and whom it reaches */

#include <inttypes.h>

#include "groupes.h"
#include "talk.h"

#define REPORT \
	"arrive=La+page+s%E2%80%99%C3%A9teint&attendu=Mes+%C3%A9v%C3%A9nements&page=%2Fagenda" \
	"&reference=0123456789abcdef&cle=k"

static int64_t
told(int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_cible n JOIN notif_evenement e"
		    " ON e.id = n.evenement_id WHERE n.sorte = 1 AND n.cible_id = ?"
		    " AND e.phrase LIKE '%signale un problème%'"),
		I(who));
}

TEST(probleme_of_a_volunteer_reaches_who_administers)
{
	int64_t id;

	talkers();
	as(benp);
	check(get("/messages/probleme?page=%2Fagenda&reference=0123456789abcdef") == 200);
	check_says("value=\"/agenda\"");
	check_says("value=\"0123456789abcdef\"");
	check(post("/messages/probleme", REPORT) == 303);
	id = led_to();
	check(id != 0);
	check(strstr(t_reply->location, "fait=message-probleme") != NULL);
	check(get(talk_at(id, "?fait=message-probleme")) == 200);
	check_says("le problème est signalé");
	check_says("La page s’éteint");
	check(told(adm) == 1);
	check(told(sal) == 0);
	as(adm);
	check(get("/messages/siege/demandes") == 200);
	check_says("Problème signalé sur le site");
	check(get(talk_at(id, "")) == 200);
	check_says("La page s’éteint");
	check_says("Mes événements");
	check_says("/agenda");
	check_says("0123456789abcdef");
	as(benl);
	check(get(talk_at(id, "")) == 404);
}

TEST(probleme_sent_twice_is_one)
{
	talkers();
	as(benl);
	check(post("/messages/probleme", REPORT) == 303);
	check(post("/messages/probleme", REPORT) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM siege_demande WHERE demandeur_id = ?"),
		      I(benl)) == 1);
	check(post_raw("/messages/probleme", "arrive=Rien&cle=k2") == 403);
}

TEST(probleme_says_no_page_of_elsewhere)
{
	static const char *const elsewhere[] = { "https%3A%2F%2Fmechant.example%2Fagenda",
		"%2F%2Fmechant.example%2F", "%2F%5Cmechant.example", "javascript%3Amechant",
		"%2Fa%0Amechant" };

	talkers();
	as(benp);
	for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
		const char *asked = arena_printf(
			&t.mem, "/messages/probleme?page=%s&reference=mechant", elsewhere[i]);

		check(get(asked) == 200);
		check_hides("mechant");
	}
	check(post("/messages/probleme",
		      "arrive=Rien&page=https%3A%2F%2Fmechant.example%2F&reference=XYZ&cle=k") ==
		303);
	check(get(talk_at(led_to(), "")) == 200);
	check_hides("mechant");
	check_hides("XYZ");
}

TEST(probleme_of_a_prospect_too)
{
	groupes_people();
	as(pro);
	check(get("/messages/probleme?page=%2Fagenda") == 200);
	check_says("value=\"/agenda\"");
	check(post("/messages/probleme", REPORT) == 303);
	check(get(talk_at(led_to(), "")) == 200);
	check_says("La page s’éteint");
}

TEST(probleme_refused_keeps_what_was_written)
{
	talkers();
	as(benp);
	check(post("/messages/probleme",
		      "arrive=&attendu=Mes+%C3%A9v%C3%A9nements&page=%2Fagenda"
		      "&reference=0af&cle=k") == 422);
	check_says("Mes événements");
	check_says("value=\"/agenda\"");
	check_says("value=\"0af\"");
	db_exec(&t,
		SQL("INSERT INTO message (conversation_id, auteur_id, texte, html, cree_le)"
		    " SELECT ?, ?, 'x', 'x', UTC_TIMESTAMP() FROM seq_1_to_120"),
		I(write_to(benl, "Bonjour", "k3")), I(benp));
	check(post("/messages/probleme", REPORT) == 422);
	check_says("continuez dans une heure");
	check_says("La page s’éteint");
}

TEST(probleme_of_a_stranger_is_for_the_public_page)
{
	talkers();
	t_nobody();
	check(get("/messages/probleme?page=%2Fconnexion&reference=0af") == 303);
	check(strcmp(t_reply->location, "/public/contact?page=/connexion&reference=0af") == 0);
	check(get("/public/contact?page=/connexion&reference=0af") == 200);
	check_says("page /connexion");
	check_says("0af");
	check(get("/public/contact?page=//mechant.example&reference=mechant") == 200);
	check_hides("mechant");
	check(get("/n-existe-pas") == 404);
	check_says("/messages/probleme?page=%2Fn-existe-pas&amp;reference=");
}
