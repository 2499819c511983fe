/* messages_groupe_test.c - write to a whole group or segment: whom it reaches, who answers to
 * whom */

#include <inttypes.h>

#include "domain/vie/cycle.h"
#include "talk.h"

TEST(messages_to_a_group_show_the_count_and_no_address)
{
	int64_t id;

	talkers();
	as(benp);
	check(get(arena_printf(&t.mem, "/messages/groupe?groupe=%" PRId64, paris)) == 403);
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=x&texte=y&cle=k", paris)) ==
		404);
	as(coop);
	check(get(arena_printf(&t.mem, "/messages/groupe?groupe=%" PRId64, paris)) == 200);
	check_says("<b>2 personnes</b> recevront");
	check(post("/messages/groupe",
		      arena_printf(&t.mem,
			      "groupe=%" PRId64
			      "&titre=Samedi&texte=Venez&reponses=auteur&important=1&cle=k",
			      paris)) == 303);
	id = led_to();
	as(benp);
	check(get(talk_at(id, "")) == 200);
	check_says("Venez");
	check_hides("@exemple.org");
	check(get(talk_at(id, "/personnes")) == 200);
	check_hides("Berthe");
	check(get(talk_at(id, ".json")) == 200);
	check_hides("Berthe");
	check(get("/messages.json") == 200);
	check_hides("Berthe");
	check(post(talk_at(id, "/lu"), "") == 303);
	check(post(talk_at(id, ""), "texte=Je+viens&cle=k2") == 303);
	check(led_to() != id);
	as(benl);
	check(get(talk_at(id, "")) == 200);
	check_hides("Je viens");
	as(coop);
	check(get(talk_at(id, "")) == 200);
	check_says("lu par 1 sur 2");
	check(get(talk_at(id, "/personnes")) == 200);
	check_says("Berthe");
	check(get("/messages") == 200);
	check_says("Je viens");
}

TEST(messages_to_groups_are_five_a_day)
{
	talkers();
	as(coop);
	for (int i = 0; i < 5; i++)
		check(post("/messages/groupe",
			      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=S&texte=V&cle=g%d",
				      paris, i)) == 303);
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=S&texte=V&cle=h", paris)) ==
		422);
	check_says("attendez demain");
	db_exec(&t,
		SQL("UPDATE objet SET cree_le = cree_le - INTERVAL 23 HOUR"
		    " WHERE genre = 'conversation'"));
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=S&texte=V&cle=i", paris)) ==
		422);
	db_exec(&t,
		SQL("UPDATE objet SET cree_le = cree_le - INTERVAL 2 HOUR"
		    " WHERE genre = 'conversation'"));
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=S&texte=V&cle=j", paris)) ==
		303);
}

TEST(messages_to_a_group_are_answered_to_their_author_or_not_at_all)
{
	int64_t id;

	talkers();
	as(coop);
	check(post("/messages/groupe",
		      arena_printf(&t.mem,
			      "groupe=%" PRId64 "&titre=Samedi&texte=Venez&reponses=auteur&cle=k",
			      paris)) == 303);
	id = led_to();
	cycle_merge(&t, coop, benm);
	as(benp);
	check(post(talk_at(id, ""), "texte=Je+viens&cle=k1") == 303);
	as(benm);
	check(get("/messages") == 200);
	check_says("Je viens");
	check(get(talk_at(id, "/personnes")) == 200);
	check_says("Berthe");
	t.user.id = adm;
	cycle_forget(&t, benm);
	as(benp);
	check(get(talk_at(id, "")) == 200);
	check_hides("Votre réponse ne sera lue");
	check(post(talk_at(id, ""), "texte=Trop+tard&cle=k2") == 403);
}

TEST(messages_to_a_segment_do_not_tell_its_name)
{
	int64_t id;

	talkers();
	as(sal);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=prenom&p1=0&o1=est&v1=Malo&faire=garder&nom=Jamais+contents"
		      "&partage=prive") == 303);
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "segment=%" PRId64 "&titre=Samedi&texte=Venez&cle=k",
			      db_int(&t, SQL("SELECT MAX(id) FROM segment")))) == 303);
	id = led_to();
	as(benm);
	check(get(talk_at(id, "")) == 200);
	check_says("Envoyé à une personne");
	check_hides("Jamais contents");
	check(get(talk_at(id, ".json")) == 200);
	check_hides("Jamais contents");
}
