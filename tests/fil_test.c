/* fil_test.c - what people publish together: posts, comments, reactions, versions, reports */

#include <inttypes.h>

#include "base/buffer.h"
#include "domain/acces/acces.h"
#include "domain/groupes/ouverture.h"
#include "domain/notifications/notif.h"
#include "domain/objets/fichier.h"
#include "people.h"

TEST(fil_shows_a_post_to_the_group_and_to_nobody_else)
{
	int64_t id;

	people();
	id = a_post("texte=Le+barnum+est+r%C3%A9serv%C3%A9+%3Cscript%3Ealert(1)%3C%2Fscript%3E");
	as(coop);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Le barnum est réservé");
	check_says("Élodie N’Guyen");
	check_hides("<script>alert");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, lille, id)) == 404);
	as(benl);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_hides("barnum");
	check(get(at("/groupes/%" PRId64 ".json", paris)) == 200);
	check_hides("barnum");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 404);
	check(get(at("/fil/%" PRId64, id)) == 404);
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=Intrus") == 403);
	check(post(at("/fil/%" PRId64 "/commentaires", id), "texte=Intrus") == 404);
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=2") == 404);
}

TEST(fil_refuses_a_long_or_empty_post_and_keeps_it)
{
	char *body = arena_alloc(&t.mem, 30000);

	people();
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=++") == 422);
	check_says("Écrivez quelques mots");
	memcpy(body, "texte=", 6);
	memset(body + 6, 'b', 25000);
	check(post(at("/groupes/%" PRId64 "/publications", paris), body) == 422);
	check_says("de trop");
	check_says("bbbbbbbb");
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "texte=Voir&lien=javascript:alert(1)&lien_titre=Ici") == 422);
	check_says("commence par https://");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM publication")) == 0);
}

/* Under what a browser sends for it: three bytes for each of its own. */
TEST(fil_a_post_of_a_megabyte_comes_back_whole)
{
	size_t n = 1 << 20;
	char *body = arena_alloc(&t.mem, 3 * n + 7), *text = arena_alloc(&t.mem, n + 1);

	people();
	as(benp);
	memcpy(body, "texte=", 6);
	for (size_t i = 0; i < n; i += 2) {
		memcpy(body + 6 + i * 3, "%C3%A9", 6);
		memcpy(text + i, "é", 2);
	}
	body[6 + 3 * n] = text[n] = '\0';
	check(post(at("/groupes/%" PRId64 "/publications", paris), body) == 422);
	check_says("524288 caractères, c’est 504288 de trop.");
	check(strstr(t_reply->body, text) != NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM publication")) == 0);
}

TEST(fil_a_post_names_twenty_people_at_most)
{
	const char *names = "texte=Avec";

	people();
	as(benp);
	for (int i = 1; i <= 20; i++)
		names = at("%s+@[N](/contacts/%d)", names, 100000 + i);
	check(post(at("/groupes/%" PRId64 "/publications", paris), names) == 303);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      at("%s+@[N](/contacts/100001)", names)) == 303);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      at("%s+@[N](/contacts/100021)", names)) == 422);
	check_says("Vingt personnes mentionnées au plus");
	check_says("/contacts/100021");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM publication")) == 2);
}

TEST(fil_the_form_says_how_many_will_see_and_the_post_who_does)
{
	int64_t id;

	people();
	id = a_post(
		"texte=Bonjour"); /* a group made by this test has its list from its first post */
	check(get(at("/groupes/%" PRId64 "/publications/nouvelle", paris)) == 200);
	check_says("2 membres verront ceci.");
	check_says(">Qui voit ceci\xc2\xa0?</a>");
	check(get(at("/groupes/%" PRId64 "/publications/nouvelle", lille)) == 403);
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(coop));
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=") == 422);
	check_says("1 membre verra ceci.");
	as(benl);
	ouverture_set(&t, lille, "ouvert");
	check(get(at("/groupes/%" PRId64 "/publications/nouvelle", lille)) == 200);
	check_says("1 membre, 1 personne du Siège et 1 autre personne verront ceci.");
	as(benp);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check(strstr(t_reply->body, at("href=\"/acces/%" PRId64 "\"", id)) != NULL);
}

TEST(fil_comments_are_counted_answered_and_the_last_two_shown)
{
	int64_t id, first = 0, one = 0;

	people();
	id = a_post("texte=Qui+vient");
	for (int i = 1; i <= 12; i++) {
		one = a_comment(id, at("texte=Voix%02d", i));
		first = i == 1 ? one : first;
	}
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Voir les 12 commentaires");
	check_says("Voix11");
	check_says("Voix12");
	check_hides("Voix10");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_says("Voix03");
	check_hides("Voix02");
	check_says("commentaires précédents");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64 "?avant=%" PRId64 "-%" PRId64,
		      paris, id, first + 2, first + 2)) == 200);
	check_says("Voix02");
	check_hides("Voix03");
	a_comment(id, at("texte=Moi+aussi&reponse=%" PRId64, first));
	check(db_int(&t, SQL("SELECT racine_id FROM commentaire WHERE id = ?"), I(last())) ==
		first);
	check(post(at("/fil/%" PRId64 "/supprimer", one), "") == 303);
	check(get(at("/groupes/%" PRId64 ".json", paris)) == 200);
	check_says("\"commentaires\":12");
	check_hides("Voix12");
	check(db_int(&t, SQL("SELECT n FROM discussion WHERE objet_id = ?"), I(id)) ==
		db_int(&t,
			SQL("SELECT COUNT(*) FROM commentaire WHERE sur_id = ?"
			    " AND supprime_le IS NULL"),
			I(id)));
}

TEST(fil_reactions_count_each_person_once)
{
	int64_t id;

	people();
	id = a_post("texte=Bravo");
	for (int i = 0; i < 3; i++)
		check(post(at("/fil/%" PRId64 "/reactions", id), "genre=2") == 303);
	as(coop);
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=2") == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says(", 2</span>");
	check_says("aria-pressed=\"true\"");
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=9") == 400);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM reaction WHERE objet_id = ?"), I(id)) == 2);
}

TEST(fil_texts_change_with_their_history_and_go_with_a_trace)
{
	int64_t id;

	people();
	id = a_post("titre=Samedi&texte=Premier+secret");
	check(post(at("/fil/%" PRId64 "/modifier", id), "titre=Dimanche&texte=Second") == 303);
	as(coop);
	check(post(at("/fil/%" PRId64 "/modifier", id), "titre=Non&texte=Non") == 403);
	check(get(at("/fil/%" PRId64 "/versions", id)) == 200);
	check_says("Premier secret");
	check_says("Dimanche");
	check(get(at("/fil/%" PRId64 "/supprimer", id)) == 200);
	check(post(at("/fil/%" PRId64 "/supprimer", id), "") == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Publication supprimée par Coline de La Fontaine");
	check_hides("Second");
	check(get(at("/fil/%" PRId64 "/versions", id)) == 200);
	check_hides("secret");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM recherche WHERE objet_id = ?"), I(id)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM ecrit_version WHERE objet_id = ?"), I(id)) == 0);
}

TEST(fil_of_a_group_is_followed_whole_by_who_asks)
{
	int64_t id;

	people();
	t_account(coop, "");
	id = a_post("texte=Le+barnum");
	a_comment(id, "texte=Il+est+bleu");
	while (notif_spread(&t))
		;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif WHERE contact_id = ? AND genre = 'reponse'"),
		      I(coop)) == 0);
	as(coop);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Tout suivre");
	check(post("/notifications/suivre", at("objet=%" PRId64 "&etat=1", paris)) == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("et de chaque réponse");
	as(benp);
	a_comment(id, at("texte=Il+est+grand&retour=/groupes/%" PRId64, paris));
	check(strncmp(t_reply->location, at("/groupes/%" PRId64 "?fait=", paris), 12) == 0);
	while (notif_spread(&t))
		;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif WHERE contact_id = ? AND genre = 'reponse'"),
		      I(coop)) == 1);
}

TEST(fil_pages_walk_back_and_pinned_posts_stay_above)
{
	int64_t first = 0, id = 0;

	people();
	for (int i = 1; i <= 9; i++) {
		id = a_post(at("texte=Nouvelle%02d", i));
		first = i == 1 ? id : first;
	}
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/epingle", paris, first),
		      "haut=1") == 403);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/epingle", paris, first),
		      "haut=1") == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Nouvelle01");
	check_says("Épinglé");
	check_says("Nouvelle06");
	check_hides("Nouvelle05");
	check(get(at("/groupes/%" PRId64 "?avant=%" PRId64, paris, first + 3)) == 200);
	check_says("Nouvelle03");
	check_hides("Nouvelle04");
	check_hides("Nouvelle01");
}

TEST(fil_important_posts_say_to_the_coordination_how_many_read)
{
	int64_t id;

	people();
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=A+lire&important=1") ==
		303);
	id = last();
	as(benp);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("J’ai lu");
	check_hides("Lu par");
	check(post(at("/fil/%" PRId64 "/lu", id), "") == 303);
	check(post(at("/fil/%" PRId64 "/lu", id), "") == 303);
	as(coop);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Lu par 1/2");
}

TEST(fil_comments_stand_only_under_what_shows_them)
{
	people();
	as(coop);
	check(post(at("/fil/%" PRId64 "/commentaires", coop), "texte=Sur+moi") == 404);
	check(post(at("/fil/%" PRId64 "/commentaires", paris), "texte=Sur+le+groupe") == 404);
}

TEST(fil_home_offers_to_publish_to_who_may)
{
	int64_t group = t_group("groupe_local", "Groupe local de Nantes"), ben;

	pro = t_person("Prosper", "N", "n@exemple.org", "prospect", "benevole");
	ben = t_person("Basile", "N", "bn@exemple.org", "confirme", "benevole");
	t_member(group, pro, "membre");
	t_member(group, ben, "membre");
	as(ben);
	check(get("/") == 200);
	check_says("publications/nouvelle");
	as(pro);
	check(get("/") == 200);
	check_hides("publications/nouvelle");
}

TEST(fil_long_texts_are_cut_in_feeds_and_whole_on_their_page)
{
	struct buffer body = { &t.mem };
	int64_t id;

	people();
	buffer_puts(&body, "texte=");
	for (int i = 0; i < 400; i++)
		buffer_puts(&body, arena_printf(&t.mem, "mot%d+", i));
	id = a_post(buffer_text(&body));
	a_comment(id, buffer_text(&body));
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("mot100");
	check_hides("mot399");
	check_says("Lire la suite<span class=\"vh\"> de ce que dit");
	check_says("Lire la suite<span class=\"vh\"> du commentaire");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check_says("mot399");
	check_hides("Lire la suite");
}

TEST(fil_deleted_texts_leave_the_notifications)
{
	int64_t id, comment;

	people();
	t_account(coop, "");
	acces_contact(&t, coop);
	id = a_post("texte=Mon+premier+mot");
	comment = a_comment(id, "texte=Mon+second+mot");
	while (notif_spread(&t))
		;
	check(post(at("/fil/%" PRId64 "/supprimer", comment), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement"
			  " WHERE extrait LIKE '%second mot%'")) == 0);
	as(coop);
	check(get("/notifications") == 200);
	check_says("Mon premier mot");
	as(benp);
	check(post(at("/fil/%" PRId64 "/supprimer", id), "") == 303);
	as(coop);
	check(get("/notifications") == 200);
	check_hides("Mon premier mot");
}
