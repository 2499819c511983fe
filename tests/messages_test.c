/* messages_test.c - conversations: what is written, read, put aside, searched */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/vie/cycle.h"
#include "talk.h"

TEST(messages_go_from_one_to_another_and_come_back_in_the_same_thread)
{
	int64_t id;

	talkers();
	as(benp);
	check(get(arena_printf(&t.mem, "/messages/nouveau?a=%" PRId64, benl)) == 200);
	check_says("Berthe");
	id = write_to(benl, "Bonjour+**Berthe**", "k1");
	check(id != 0);
	check(write_to(benl, "Encore", "k2") == id);
	as(benl);
	check(get("/messages") == 200);
	check_says("Élodie N’Guyen");
	check_says("non lu");
	check_says("<span class=\"count push\">");
	check(get(talk_at(id, "")) == 200);
	check_says("<strong>Berthe</strong>");
	check_says("Marquer comme lu");
	check(post(talk_at(id, "/lu"), "") == 303);
	check(get("/messages?vue=non-lus") == 200);
	check_says("Vous avez tout lu");
	check(post(talk_at(id, ""), "texte=Oui+%21&cle=k3") == 303);
	as(benp);
	check(get(talk_at(id, "")) == 200);
	check_says("Oui !");
	check_says(", lu<");
	check(get(talk_at(id, ".json")) == 200);
	check_says("\"texte\":\"Oui !\"");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_cible c"
			  " JOIN notif_evenement e ON e.id = c.evenement_id"
			  " WHERE e.genre = 'message'")) == 3);
}

TEST(messages_are_for_those_who_take_part_alone)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Entre+nous", "k1");
	for (size_t i = 0; i < 4; i++) {
		int64_t others[] = { coop, benm, sal, adm };

		as(others[i]);
		check(get(talk_at(id, "")) == 404);
		check(get(talk_at(id, "/personnes")) == 404);
		check(post(talk_at(id, ""), "texte=x&cle=z") == 404);
		check(post(talk_at(id, "/quitter"), "") == 404);
		check(get("/messages") == 200);
		check_hides("Entre nous");
	}
	acces_contact(&t, benl);
	as(benl);
	check(get(talk_at(id, "")) == 200);
}

TEST(messages_a_double_press_sends_once)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Une+fois", "k1");
	check(write_to(benl, "Une+fois", "k1") == id);
	check(post(talk_at(id, ""), "texte=Deux&cle=k2") == 303);
	check(post(talk_at(id, ""), "texte=Deux&cle=k2") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message WHERE conversation_id = ?"), I(id)) ==
		2);
	check(post(talk_at(id, ""), "texte=&cle=k4") == 422);
	check_says("Écrivez votre message");
}

TEST(messages_say_their_hour_and_day_as_the_clock_of_the_site)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Bonjour", "k1");
	db_exec(&t,
		SQL("UPDATE message SET cree_le = '2026-07-01 22:30:00' WHERE conversation_id = ?"),
		I(id));
	check(get(talk_at(id, "")) == 200);
	check_says("0\u00a0h\u00a030");
	check_says("2\u00a0juillet");
	check_hides("22\u00a0h\u00a030");
}

TEST(messages_are_so_many_an_hour_and_conversations_a_day)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Bonjour", "k1");
	db_exec(&t,
		SQL("INSERT INTO message (conversation_id, auteur_id, texte, html, cree_le)"
		    " SELECT ?, ?, '', '', UTC_TIMESTAMP() - INTERVAL 59 MINUTE FROM seq_1_to_118"),
		I(id), I(benp));
	check(post(talk_at(id, ""), "texte=Encore&cle=k2") == 303);
	check(post(talk_at(id, ""), "texte=Trop&cle=k3") == 422);
	check_says("continuez dans une heure");
	db_exec(&t, SQL("UPDATE message SET cree_le = cree_le - INTERVAL 2 MINUTE"));
	check(post(talk_at(id, ""), "texte=Encore&cle=k4") == 303);
	db_exec(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cree_par, liste_id)"
		    " SELECT 'conversation', '', UTC_TIMESTAMP() -"
		    " INTERVAL 23 HOUR, UTC_TIMESTAMP(), ?, 1 FROM seq_1_to_100"),
		I(benp));
	check(post("/messages/nouveau", at("a=%" PRId64 "&texte=Trop&cle=k5", coop)) == 422);
	check_says("continuez demain");
	db_exec(&t,
		SQL("UPDATE objet SET cree_le = cree_le - INTERVAL 2 HOUR"
		    " WHERE genre = 'conversation'"));
	check(write_to(coop, "Bonjour", "k6") != 0);
}

TEST(messages_are_archived_muted_and_come_back_with_the_next)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Bonjour", "k1");
	as(benl);
	check(post(talk_at(id, "/archiver"), "") == 303);
	check(get("/messages.json") == 200);
	check_says("\"total\":0");
	check(get("/messages.json?vue=archives") == 200);
	check_says("\"total\":1");
	check(post(talk_at(id, "/muet"), "") == 303);
	check(get(talk_at(id, "")) == 200);
	check_says("sans notification");
	as(benp);
	check(post(talk_at(id, ""), "texte=Coucou&cle=k2") == 303);
	as(benl);
	check(get("/messages.json") == 200);
	check_says("\"total\":1");
}

TEST(messages_long_threads_come_by_pages_and_are_searched)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Le+premier+message", "k0");
	for (int i = 1; i < 40; i++)
		db_exec(&t,
			SQL("INSERT INTO message (conversation_id, auteur_id, texte, html, cree_le)"
			    " VALUES (?, ?, ?, ?, UTC_TIMESTAMP())"),
			I(id), I(benp), S(arena_printf(&t.mem, "n%d", i)),
			S(arena_printf(&t.mem, "<p>n%d</p>", i)));
	db_exec(&t,
		SQL("UPDATE conversation SET dernier_id = (SELECT MAX(id) FROM message)"
		    " WHERE id = ?"),
		I(id));
	check(get(talk_at(id, "")) == 200);
	check_says("<p>n39</p>");
	check_hides("premier");
	check_says("Messages plus anciens");
	check(get(arena_printf(&t.mem, "/messages/%" PRId64 "?avant=%" PRId64, id,
		      db_int(&t, SQL("SELECT MIN(id) + 10 FROM message WHERE conversation_id = ?"),
			      I(id)))) == 200);
	check_says("premier");
	check(get("/messages?q=introuvable") == 200);
	check_says("Aucun message ne contient");
	check(get("/recherche?q=premier") == 200);
	check_says("href=\"/messages?q=premier\"");
	check(get("/recherche") == 200);
	check_hides("/messages?q=");
}

TEST(messages_of_an_erased_person_keep_their_place_without_words)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Mon+secret", "k1");
	t.user.id = adm;
	cycle_forget(&t, benp);
	as(benl);
	check(get(talk_at(id, "")) == 200);
	check_hides("Mon secret");
	check_says("Message effacé");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message WHERE texte LIKE '%secret%'")) == 0);
}
