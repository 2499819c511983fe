/* messages_gens_test.c - who takes part: found, added, leaving */

#include <inttypes.h>

#include "domain/messages/conversation.h"
#include "domain/vie/cycle.h"
#include "talk.h"

TEST(messages_respect_who_wants_none)
{
	talkers();
	as(benl);
	check(post("/messages/choix", "texte=1") == 303);
	as(benm);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benl)) == 200);
	check_hides("/messages/nouveau?a=");
	check(post("/messages/nouveau",
		      arena_printf(&t.mem, "a=%" PRId64 "&texte=x&cle=k", benl)) == 422);
	as(coop);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, benl)) == 200);
	check_says("/messages/nouveau?a=");
	check(write_to(benl, "Bonjour", "k1") != 0);
	as(sal);
	check(write_to(benl, "Bonjour", "k1") != 0);
	as(benl);
	check(post("/messages/choix", "ecrire=1&texte=1") == 303);
	as(benm);
	check(write_to(benl, "Bonjour", "k1") != 0);
}

TEST(messages_who_leaves_loses_nothing_for_the_others)
{
	int64_t id, last, told;

	talkers();
	as(benp);
	check(post("/messages/nouveau",
		      arena_printf(&t.mem,
			      "a=%" PRId64 "&a=%" PRId64 "&titre=Stand&texte=Samedi+%%3F&cle=k",
			      benl, coop)) == 303);
	id = led_to();
	last = db_int(&t, SQL("SELECT dernier_id FROM conversation WHERE id = ?"), I(id));
	as(benl);
	check(post(talk_at(id, "/quitter"), "") == 303);
	check(get(talk_at(id, "")) == 404);
	check(db_int(&t, SQL("SELECT dernier_id FROM conversation WHERE id = ?"), I(id)) == last);
	as(benp);
	check(get(talk_at(id, "")) == 200);
	check_says("Berthe d’Alembert a quitté la conversation");
	check_says("Samedi ?");
	told = db_int(&t, SQL("SELECT MAX(id) FROM notif_evenement"));
	check(post(talk_at(id, ""), "texte=Alors+%3F&cle=k8") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) = 1 AND MAX(cible_id) = ? FROM notif_cible"
			  " WHERE evenement_id > ?"),
		      I(coop), I(told)) == 1);
	as(coop);
	check(post(talk_at(id, "/quitter"), "") == 303);
	as(benp);
	check(get(talk_at(id, "")) == 200);
	check_says("plus personne d’autre ici");
	check(post(talk_at(id, ""), "texte=Perdu&cle=k9") == 403);
}

TEST(messages_people_are_added_in_sight_and_two_keep_their_words)
{
	int64_t two, three, four;

	talkers();
	as(benp);
	two = write_to(benl, "Secret", "k1");
	check(get(talk_at(two, "/personnes?q=malo")) == 200);
	check_says("Malo Metz");
	check(post(talk_at(two, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, benm)) ==
		303);
	three = led_to();
	check(three != two && three != 0);
	check(post(talk_at(three, ""), "texte=A+trois&cle=k2") == 303);
	as(benm);
	check(get(talk_at(two, "")) == 404);
	check(get(talk_at(three, "")) == 200);
	check_hides("Secret");
	check_says("a ajouté");
	as(benl);
	check(post(talk_at(three, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, coop)) ==
		303);
	four = led_to();
	check(four == three);
	as(coop);
	check(get(talk_at(three, "")) == 200);
	check_says("Berthe d’Alembert a ajouté Coline de La Fontaine");
}

TEST(messages_of_two_who_were_one_are_read_once)
{
	int64_t id;

	talkers();
	as(benp);
	id = write_to(benl, "Bonjour", "k1");
	check(post(talk_at(id, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, benm)) ==
		303);
	id = led_to();
	as(benl);
	check(post(talk_at(id, "/quitter"), "") == 303);
	as(benm);
	check(post(talk_at(id, ""), "texte=Compris&cle=k2") == 303);
	cycle_merge(&t, benm, benl);
	as(benl);
	check(get("/messages") == 200);
	check_says("Compris");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM conversation_participant p"
			  " JOIN conversation v ON v.id = p.conversation_id"
			  " AND p.lu_id = v.dernier_id WHERE v.id = ? AND p.contact_id = ?"),
		      I(id), I(benl)) == 1);
}

/* How many are told of that kind of thing by somebody, in a conversation. */
static int64_t
told(int64_t id, const char *genre, int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_evenement e"
		    " JOIN notif_cible c ON c.evenement_id = e.id"
		    " WHERE e.objet_id = ? AND e.genre = ? AND c.sorte = 1 AND c.cible_id = ?"),
		I(id), S(genre), I(who));
}

TEST(messages_who_is_added_is_told)
{
	int64_t id;

	talkers();
	as(benp);
	check(post("/messages/nouveau",
		      arena_printf(&t.mem,
			      "a=%" PRId64 "&a=%" PRId64 "&titre=Stand&texte=Samedi&cle=k", benl,
			      coop)) == 303);
	id = led_to();
	check(post(talk_at(id, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, benm)) ==
		303);
	check(told(id, "message", benm) == 1);
	check(told(id, "message", benl) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement"
			  " WHERE phrase = 'Élodie N’Guyen vous ajoute à une conversation\u00a0:"
			  " «\u00a0Stand\u00a0»'")) == 1);
	as(benm);
	check(get("/messages") == 200);
	check_says("Stand");
}

TEST(messages_a_colleague_is_told_what_she_is_given_once)
{
	int64_t id;

	talkers();
	as(benp);
	check(post("/messages/siege", "sujet=2&texte=Notre+local+ferme&cle=k") == 303);
	id = led_to();
	as(sal);
	for (int i = 0; i < 2; i++)
		check(post(talk_at(id, "/suivi"),
			      arena_printf(&t.mem, "etat=en_cours&assigne=%" PRId64, adm)) == 303);
	check(told(id, "siege", adm) == 2); /* as one of the staff, and as who answers */
	check(post(talk_at(id, "/suivi"), "etat=en_cours&assigne=") == 303);
	check(told(id, "siege", adm) == 2);
}

TEST(messages_namesakes_are_told_apart_and_ones_own_come_first)
{
	const char *near, *far;

	talkers();
	far = arena_printf(&t.mem, "a=%" PRId64 "\"",
		t_person("Élodie", "Aubin", "elodie2@exemple.org", "confirme", "benevole"));
	near = arena_printf(&t.mem, "a=%" PRId64 "\"", benp);
	t_settle(db_int(&t, SQL("SELECT MAX(id) FROM contact")));
	as(coop);
	check(get("/messages/nouveau?q=elodie") == 200);
	check_says("<small>Groupe local de Paris</small>");
	check(strstr(t_reply->body, far) != NULL && strstr(t_reply->body, near) != NULL &&
		strstr(t_reply->body, near) < strstr(t_reply->body, far));
	db_exec(&t,
		SQL("UPDATE groupe SET champ_id = (SELECT id FROM champ WHERE cle = 'groupe')"
		    " WHERE id = ?"),
		I(paris));
	db_exec(&t, SQL("UPDATE champ SET lecture = 4 WHERE cle = 'groupe'"));
	check(get("/messages/nouveau?q=elodie") == 200);
	check_hides("<small>Groupe local de Paris");
	db_exec(&t, SQL("UPDATE champ SET lecture = 1 WHERE cle = 'groupe'"));
	check(get("/messages/nouveau?q=elodie") == 200);
	check_says("<small>Groupe local de Paris");
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(paris));
	as(benm);
	check(get("/messages/nouveau?q=elodie") == 200);
	check(strstr(t_reply->body, near) != NULL);
	check_hides("Groupe local de Paris");
}

TEST(messages_people_of_a_long_conversation_come_by_pages)
{
	int64_t id;

	talkers();
	as(coop);
	id = write_to(benp, "Bonjour", "k1");
	for (int i = 0; i < 30; i++)
		conversation_add(&t, id,
			t_person("Zoé", arena_printf(&t.mem, "Zed%02d", i),
				arena_printf(&t.mem, "z%d@exemple.org", i), "confirme",
				"benevole"));
	check(get(talk_at(id, "/personnes")) == 200);
	check_says("Coline");
	check_hides("Zed29");
	check(get(talk_at(id, "/personnes?page=2")) == 200);
	check_says("Zed29");
	check_hides("Zed00");
}

TEST(messages_who_opened_takes_somebody_out_in_sight)
{
	int64_t id;

	talkers();
	as(benp);
	check(post("/messages/nouveau",
		      arena_printf(&t.mem, "a=%" PRId64 "&a=%" PRId64 "&texte=Samedi&cle=k", benl,
			      coop)) == 303);
	id = led_to();
	as(benl);
	check(get(talk_at(id, "/personnes")) == 200);
	check_hides("Retirer");
	check(post(talk_at(id, "/retirer"), arena_printf(&t.mem, "contact=%" PRId64, coop)) == 403);
	as(benp);
	check(get(talk_at(id, "/personnes")) == 200);
	check_says("Retirer<span class=\"vh\"> Berthe");
	check(post(talk_at(id, "/retirer"), arena_printf(&t.mem, "contact=%" PRId64, benp)) == 403);
	check(post(talk_at(id, "/retirer"), arena_printf(&t.mem, "contact=%" PRId64, benl)) == 303);
	as(benl);
	check(get(talk_at(id, "")) == 404);
	check(get("/messages") == 200);
	check_hides("Samedi");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement e"
			  " JOIN notif_cible c ON c.evenement_id = e.id"
			  " WHERE e.phrase LIKE '%vous a retiré-e d’une conversation'"
			  " AND c.cible_id = ?"),
		      I(benl)) == 1);
	as(coop);
	check(get(talk_at(id, "")) == 200);
	check_says("Élodie N’Guyen a retiré Berthe d’Alembert");
	check_hides(", Berthe");
	as(benp);
	check(post(talk_at(id, "/retirer"), arena_printf(&t.mem, "contact=%" PRId64, coop)) == 403);
}
