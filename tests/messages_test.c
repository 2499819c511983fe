/* messages_test.c - conversations: who writes to whom, who leaves, what is lost (nothing) */

#include <inttypes.h>
#include <stdlib.h>

#include "base/conf.h"
#include "domain/acces.h"
#include "domain/conversation.h"
#include "domain/cycle.h"
#include "domain/message.h"
#include "domain/siege.h"
#include "t.h"

static int64_t coop, benp, benl, benm, sal, adm, paris;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	db_exec(&t,
		SQL("INSERT IGNORE INTO groupe_arbre (ancetre_id, groupe_id, distance) VALUES (?, ?, 0)"),
		I(paris), I(paris));
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	benm = t_person("Malo", "Metz", "malo@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(paris, benl, "membre");
	t_settle(benp);
	t_settle(benm);
	acces_contact(&t, adm);
}

/* The conversation that the last answer leads to. */
static int64_t
led_to(void)
{
	return t_reply->location != NULL && strncmp(t_reply->location, "/messages/", 10) == 0 ?
		strtoll(t_reply->location + 10, NULL, 10) :
		0;
}

static int64_t
write_to(int64_t who, const char *texte, const char *cle)
{
	check(post("/messages/nouveau",
		      arena_printf(&t.mem, "a=%" PRId64 "&texte=%s&cle=%s", who, texte, cle)) ==
		303);
	return led_to();
}

static const char *
at(int64_t id, const char *rest)
{
	return arena_printf(&t.mem, "/messages/%" PRId64 "%s", id, rest);
}

TEST(messages_go_from_one_to_another_and_come_back_in_the_same_thread)
{
	int64_t id;

	people();
	as(benp);
	check(get(arena_printf(&t.mem, "/messages/nouveau?a=%" PRId64, benl)) == 200);
	check_says("Berthe");
	id = write_to(benl, "Bonjour+**Berthe**", "k1");
	check(id != 0);
	check(write_to(benl, "Encore", "k2") == id);
	as(benl);
	check(get("/messages") == 200);
	check_says("Élodie Paris");
	check_says("non lu");
	check_says("<span class=\"count push\">");
	check(get(at(id, "")) == 200);
	check_says("<strong>Berthe</strong>");
	check_says("Marquer comme lu");
	check(post(at(id, "/lu"), "") == 303);
	check(get("/messages?vue=non-lus") == 200);
	check_says("Vous avez tout lu");
	check(post(at(id, ""), "texte=Oui+%21&cle=k3") == 303);
	as(benp);
	check(get(at(id, "")) == 200);
	check_says("Oui !");
	check_says(", lu<");
	check(get(at(id, ".json")) == 200);
	check_says("\"texte\":\"Oui !\"");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_cible c JOIN notif_evenement e ON e.id = c.evenement_id WHERE e.genre = 'message'")) ==
		3);
}

TEST(messages_are_for_those_who_take_part_alone)
{
	int64_t id;

	people();
	as(benp);
	id = write_to(benl, "Entre+nous", "k1");
	for (size_t i = 0; i < 4; i++) {
		int64_t others[] = { coop, benm, sal, adm };

		as(others[i]);
		check(get(at(id, "")) == 404);
		check(get(at(id, "/personnes")) == 404);
		check(post(at(id, ""), "texte=x&cle=z") == 404);
		check(post(at(id, "/quitter"), "") == 404);
		check(get("/messages") == 200);
		check_hides("Entre nous");
	}
	acces_contact(&t, benl);
	as(benl);
	check(get(at(id, "")) == 200);
}

TEST(messages_a_double_press_sends_once)
{
	int64_t id;

	people();
	as(benp);
	id = write_to(benl, "Une+fois", "k1");
	check(write_to(benl, "Une+fois", "k1") == id);
	check(post(at(id, ""), "texte=Deux&cle=k2") == 303);
	check(post(at(id, ""), "texte=Deux&cle=k2") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message WHERE conversation_id = ?"), I(id)) ==
		2);
	check(post(at(id, ""), "texte=&cle=k4") == 422);
	check_says("Écrivez votre message");
}

TEST(messages_respect_who_wants_none)
{
	people();
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
	int64_t id, last;

	people();
	as(benp);
	check(post("/messages/nouveau",
		      arena_printf(&t.mem,
			      "a=%" PRId64 "&a=%" PRId64 "&titre=Stand&texte=Samedi+%%3F&cle=k",
			      benl, coop)) == 303);
	id = led_to();
	last = db_int(&t, SQL("SELECT dernier_id FROM conversation WHERE id = ?"), I(id));
	as(benl);
	check(post(at(id, "/quitter"), "") == 303);
	check(get(at(id, "")) == 404);
	check(db_int(&t, SQL("SELECT dernier_id FROM conversation WHERE id = ?"), I(id)) == last);
	as(benp);
	check(get(at(id, "")) == 200);
	check_says("Berthe Lille a quitté la conversation");
	check_says("Samedi ?");
	as(coop);
	check(post(at(id, "/quitter"), "") == 303);
	as(benp);
	check(get(at(id, "")) == 200);
	check_says("plus personne d’autre ici");
	check(post(at(id, ""), "texte=Perdu&cle=k9") == 403);
}

TEST(messages_people_are_added_in_sight_and_two_keep_their_words)
{
	int64_t two, three, four;

	people();
	as(benp);
	two = write_to(benl, "Secret", "k1");
	check(get(at(two, "/personnes?q=malo")) == 200);
	check_says("Malo Metz");
	check(post(at(two, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, benm)) == 303);
	three = led_to();
	check(three != two && three != 0);
	check(post(at(three, ""), "texte=A+trois&cle=k2") == 303);
	as(benm);
	check(get(at(two, "")) == 404);
	check(get(at(three, "")) == 200);
	check_hides("Secret");
	check_says("a ajouté");
	as(benl);
	check(post(at(three, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, coop)) == 303);
	four = led_to();
	check(four == three);
	as(coop);
	check(get(at(three, "")) == 200);
	check_says("Berthe Lille a ajouté Coline Martin");
}

TEST(messages_to_a_group_show_the_count_and_no_address)
{
	int64_t id;

	people();
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
	check(get(at(id, "")) == 200);
	check_says("Venez");
	check_hides("@exemple.org");
	check(get(at(id, "/personnes")) == 200);
	check_hides("Berthe");
	check(get(at(id, ".json")) == 200);
	check_hides("Berthe");
	check(get("/messages.json") == 200);
	check_hides("Berthe");
	check(post(at(id, "/lu"), "") == 303);
	check(post(at(id, ""), "texte=Je+viens&cle=k2") == 303);
	check(led_to() != id);
	as(benl);
	check(get(at(id, "")) == 200);
	check_hides("Je viens");
	as(coop);
	check(get(at(id, "")) == 200);
	check_says("lu par 1 sur 2");
	check(get(at(id, "/personnes")) == 200);
	check_says("Berthe");
	check(get("/messages") == 200);
	check_says("Je viens");
	for (int i = 0; i < 4; i++)
		check(post("/messages/groupe",
			      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=S&texte=V&cle=g%d",
				      paris, i)) == 303);
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "groupe=%" PRId64 "&titre=S&texte=V&cle=h", paris)) ==
		422);
	check_says("attendez demain");
}

TEST(messages_to_a_group_are_answered_to_their_author_or_not_at_all)
{
	int64_t id;

	people();
	as(coop);
	check(post("/messages/groupe",
		      arena_printf(&t.mem,
			      "groupe=%" PRId64 "&titre=Samedi&texte=Venez&reponses=auteur&cle=k",
			      paris)) == 303);
	id = led_to();
	cycle_merge(&t, coop, benm);
	as(benp);
	check(post(at(id, ""), "texte=Je+viens&cle=k1") == 303);
	as(benm);
	check(get("/messages") == 200);
	check_says("Je viens");
	check(get(at(id, "/personnes")) == 200);
	check_says("Berthe");
	t.user.id = adm;
	cycle_forget(&t, benm);
	as(benp);
	check(get(at(id, "")) == 200);
	check_hides("Votre réponse ne sera lue");
	check(post(at(id, ""), "texte=Trop+tard&cle=k2") == 403);
}

TEST(messages_of_two_who_were_one_are_read_once)
{
	int64_t id;

	people();
	as(benp);
	id = write_to(benl, "Bonjour", "k1");
	check(post(at(id, "/personnes"), arena_printf(&t.mem, "contact=%" PRId64, benm)) == 303);
	id = led_to();
	as(benl);
	check(post(at(id, "/quitter"), "") == 303);
	as(benm);
	check(post(at(id, ""), "texte=Compris&cle=k2") == 303);
	cycle_merge(&t, benm, benl);
	as(benl);
	check(get("/messages") == 200);
	check_says("Compris");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM conversation_participant p JOIN conversation v ON v.id = p.conversation_id"
			  " AND p.lu_id = v.dernier_id WHERE v.id = ? AND p.contact_id = ?"),
		      I(id), I(benl)) == 1);
}

TEST(messages_to_a_segment_do_not_tell_its_name)
{
	int64_t id;

	people();
	as(sal);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=prenom&p1=0&o1=est&v1=Malo&faire=garder&nom=Jamais+contents&partage=prive") ==
		303);
	check(post("/messages/groupe",
		      arena_printf(&t.mem, "segment=%" PRId64 "&titre=Samedi&texte=Venez&cle=k",
			      db_int(&t, SQL("SELECT MAX(id) FROM segment")))) == 303);
	id = led_to();
	as(benm);
	check(get(at(id, "")) == 200);
	check_says("Envoyé à une personne");
	check_hides("Jamais contents");
	check(get(at(id, ".json")) == 200);
	check_hides("Jamais contents");
}

TEST(messages_are_archived_muted_and_come_back_with_the_next)
{
	int64_t id;

	people();
	as(benp);
	id = write_to(benl, "Bonjour", "k1");
	as(benl);
	check(post(at(id, "/archiver"), "") == 303);
	check(get("/messages.json") == 200);
	check_says("\"total\":0");
	check(get("/messages.json?vue=archives") == 200);
	check_says("\"total\":1");
	check(post(at(id, "/muet"), "") == 303);
	check(get(at(id, "")) == 200);
	check_says("sans notification");
	as(benp);
	check(post(at(id, ""), "texte=Coucou&cle=k2") == 303);
	as(benl);
	check(get("/messages.json") == 200);
	check_says("\"total\":1");
}

TEST(messages_to_the_siege_are_shared_by_the_staff)
{
	int64_t id;

	people();
	as(benp);
	check(get("/public/contact") == 303);
	check(get("/messages/siege") == 200);
	check(post("/messages/siege", "sujet=&texte=Bonjour&cle=k") == 422);
	check(post("/messages/siege", "sujet=9999&texte=Bonjour&cle=k") == 422);
	check(post("/messages/siege", "sujet=2&texte=Notre+local+ferme&cle=k") == 303);
	id = led_to();
	check(get("/messages/siege/demandes") == 403);
	as(benl);
	check(get(at(id, "")) == 404);
	as(sal);
	check(get("/messages/siege/demandes") == 200);
	check_says("Notre local ferme");
	check(post(at(id, "/suivi"), arena_printf(&t.mem, "etat=en_cours&assigne=%" PRId64, sal)) ==
		303);
	check(post(at(id, "/note"), "note=A+voir+avec+le+bail") == 303);
	check(post(at(id, ""), "texte=Nous+cherchons&cle=k2") == 303);
	check(db_int(&t,
		      SQL("SELECT etat = 'repondu' FROM siege_demande WHERE conversation_id = ?"),
		      I(id)) == 1);
	as(benp);
	check(get(at(id, "")) == 200);
	check_says("Nous cherchons");
	check_hides("A voir avec le bail");
	check_hides("Qui répond");
	check(post(at(id, "/suivi"), "etat=clos") == 403);
	check(get(at(id, ".json")) == 200);
	check_hides("bail");
	check(post(at(id, ""), "texte=Merci&cle=k3") == 303);
	check(db_int(&t,
		      SQL("SELECT etat = 'en_cours' FROM siege_demande WHERE conversation_id = ?"),
		      I(id)) == 1);
	as(adm);
	check(post("/messages/siege/sujets", "libelle=Presse&responsable=&ordre=5") == 303);
	check(get("/messages/siege/sujets") == 200);
	check_says("Presse");
	check(get("/messages/siege/sujets?id=2") == 200);
	check_says("value=\"Mon groupe ou mon magasin\"");
	check(post("/messages/siege/sujets",
		      arena_printf(&t.mem, "id=2&libelle=Mon+groupe&ordre=20&responsable=%" PRId64,
			      sal)) == 303);
	check(get("/messages/siege/sujets") == 200);
	check_says("Salomé Siège</span>");
	check(post("/messages/siege/sujets",
		      "id=2&libelle=Mon+groupe&ordre=20&responsable=&retirer=1") == 303);
	check(post("/messages/siege/sujets", "id=2&libelle=Revenu&ordre=20&responsable=") == 303);
	check(get("/messages/siege/sujets") == 200);
	check_hides("Revenu");
	check(post("/messages/siege/sujets",
		      arena_printf(&t.mem, "libelle=&responsable=%" PRId64, sal)) == 422);
	check(strstr(t_reply->body, arena_printf(&t.mem, "value=\"%" PRId64 "\" selected", sal)) !=
		NULL);
}

TEST(messages_long_threads_come_by_pages_and_are_searched)
{
	int64_t id;

	people();
	as(benp);
	id = write_to(benl, "Le+premier+message", "k0");
	for (int i = 1; i < 40; i++)
		db_exec(&t,
			SQL("INSERT INTO message (conversation_id, auteur_id, texte, html, cree_le) VALUES (?, ?, ?, ?, UTC_TIMESTAMP())"),
			I(id), I(benp), S(arena_printf(&t.mem, "n%d", i)),
			S(arena_printf(&t.mem, "<p>n%d</p>", i)));
	db_exec(&t,
		SQL("UPDATE conversation SET dernier_id = (SELECT MAX(id) FROM message) WHERE id = ?"),
		I(id));
	check(get(at(id, "")) == 200);
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

	people();
	as(benp);
	id = write_to(benl, "Mon+secret", "k1");
	t.user.id = adm;
	cycle_forget(&t, benp);
	as(benl);
	check(get(at(id, "")) == 200);
	check_hides("Mon secret");
	check_says("Message effacé");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message WHERE texte LIKE '%secret%'")) == 0);
}
