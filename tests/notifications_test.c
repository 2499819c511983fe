/* notifications_test.c - who is told of what, by which way, and never against a right */

#include <inttypes.h>

#include "avertis.h"
#include "domain/acces/acces.h"
#include "domain/notifications/abonnement.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/notif.h"
#include "domain/notifications/preference.h"
#include "domain/vie/cycle.h"

TEST(notifications_reach_members_and_never_the_author)
{
	avertis();
	notif_to_members(&t, event_of(anna, "publication", "/p/1"), groupe);
	check(lines_of(bea) == 0);
	spread();
	check(lines_of(bea) == 1);
	check(lines_of(anna) == 0);
	check(lines_of(chloe) == 0);
	check(!notif_spread(&t));
}

/* Of what everybody may see, too: she is not in the group any more. */
TEST(notifications_do_not_reach_who_left_the_group)
{
	int64_t ev;

	avertis();
	t_member(groupe, chloe, "coordination");
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id IN (?, ?)"), I(bea),
		I(chloe));
	acces_contact(&t, bea);
	acces_contact(&t, chloe);
	t.user.id = anna;
	ev = notif_event(&t, "publication", 0, "/groupes", "Le groupe change de nom");
	notif_to_members(&t, ev, groupe);
	notif_to_coordination(&t, ev, groupe);
	spread();
	check(lines_of(bea) == 0 && lines_of(chloe) == 0);
	t_member(groupe, bea, "membre");
	notif_to_members(&t, notif_event(&t, "publication", 0, "/groupes?2", "Encore"), groupe);
	spread();
	check(lines_of(bea) == 1 && lines_of(chloe) == 0);
}

TEST(notifications_to_a_public_reach_those_of_it)
{
	avertis();
	notif_to_public(&t, event_of(anna, "publication", "/p/1"),
		db_int(&t, SQL("SELECT id FROM public WHERE genre = 'groupe' AND cle = ?"),
			I(groupe)));
	spread();
	check(lines_of(bea) == 1);
	check(lines_of(anna) == 0);
	check(lines_of(chloe) == 0);
}

TEST(notifications_of_a_closed_thing_do_not_reach_who_is_named)
{
	int64_t ev;

	avertis();
	ev = event_of(anna, "mention", "/p/1");
	notif_to(&t, ev, chloe);
	notif_to(&t, ev, bea);
	abonnement_set(&t, closed_, chloe, SUIVI);
	notif_to_followers(&t, event_of(anna, "reponse", "/p/1#c2"), closed_);
	spread();
	check(lines_of(chloe) == 0);
	check(lines_of(bea) == 1);
}

TEST(notifications_are_never_two_for_one_thing)
{
	avertis();
	abonnement_set(&t, closed_, bea, SUIVI);
	notif_to(&t, event_of(anna, "mention", "/p/1#c1"), bea);
	notif_to_followers(&t, event_of(anna, "reponse", "/p/1#c1"), closed_);
	spread();
	check(lines_of(bea) == 1);
	check_text(db_string(&t, SQL("SELECT genre FROM notif WHERE contact_id = ?"), I(bea)),
		"mention");
	notif_to_followers(&t, event_of(anna, "reponse", "/p/1#c3"), closed_);
	spread();
	check(lines_of(bea) == 2);
}

TEST(notifications_of_muted_things_are_silent_but_for_mentions)
{
	avertis();
	abonnement_set(&t, groupe, bea, MUET);
	notif_to_members(&t, event_of(anna, "publication", "/p/1"), groupe);
	spread();
	check(lines_of(bea) == 0);
	notif_to(&t, event_of(anna, "mention", "/p/1#c1"), bea);
	spread();
	check(lines_of(bea) == 1);
	abonnement_set(&t, closed_, bea, MUET); /* no follower of it, whatever is told */
	notif_to_followers(&t, event_of(anna, "mention", "/p/1#c2"), closed_);
	spread();
	check(lines_of(bea) == 1);
	check(abonnement_of(&t, groupe, bea) == MUET);
	abonnement_begin(&t, groupe, bea);
	check(abonnement_of(&t, groupe, bea) == MUET);
	abonnement_set(&t, groupe, bea, NI_SUIVI_NI_MUET);
	check(abonnement_of(&t, groupe, bea) == NI_SUIVI_NI_MUET);
}

TEST(notifications_follow_what_each_has_chosen)
{
	avertis();
	choose(bea, "publication", "site", false);
	choose(bea, "publication", "courriel", true);
	choose(bea, "publication", "resume", false);
	notif_to_members(&t, event_of(anna, "publication", "/p/1"), groupe);
	spread();
	check(db_int(&t,
		      SQL("SELECT courriel = 1 AND site = 0 AND resume = 0 FROM notif"
			  " WHERE contact_id = ?"),
		      I(bea)) == 1);
	choose(bea, "publication", "courriel", false);
	notif_to_members(&t, event_of(anna, "publication", "/p/2"), groupe);
	spread();
	check(lines_of(bea) == 1);
}

TEST(notifications_do_not_reach_closed_accounts)
{
	avertis();
	db_exec(&t, SQL("UPDATE contact SET acces = 0, statut = 'ancien' WHERE id = ?"), I(bea));
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
	notif_to_members(&t, event_of(anna, "publication", "/p/1"), groupe);
	spread();
	check(lines_of(bea) == 0);
}

TEST(notifications_go_with_an_erased_person)
{
	avertis();
	notif_to(&t, event_of(bea, "mention", "/p/1"), anna);
	notif_to(&t, event_of(anna, "mention", "/p/2"), bea);
	abonnement_set(&t, closed_, bea, SUIVI);
	spread();
	check(lines_of(anna) == 1);
	cycle_forget(&t, bea);
	check(lines_of(bea) == 0);
	check(lines_of(anna) == 0);
}

TEST(notifications_page_groups_what_is_alike_and_forgets_what_closed)
{
	const char *id;

	avertis();
	abonnement_set(&t, closed_, bea, SUIVI);
	for (int i = 0; i < 5; i++)
		notif_to_followers(&t,
			event_of(anna, "reponse", arena_printf(&t.mem, "/p/1#c%d", i)), closed_);
	notif_to(&t, event_of(anna, "mention", "/p/9"), bea);
	spread();
	as(bea);
	check(get("/notifications") == 200);
	check_says("5\u00a0réponses à «\u00a0Stand du 12\u00a0»");
	check_says("6 à lire");
	check(get("/notifications.json") == 200);
	check_says("\"total\":2");
	check(get("/notifications/cloche") == 200);
	check_says("6 à lire");
	check_hides("<html");
	id = db_string(&t,
		SQL("SELECT MAX(id) FROM notif WHERE contact_id = ? AND genre = 'reponse'"),
		I(bea));
	as(chloe);
	check(post(arena_printf(&t.mem, "/notifications/%s/ouvrir", id), "") == 404);
	as(bea);
	check(post(arena_printf(&t.mem, "/notifications/%s/ouvrir", id), "") == 303);
	check_text(t_reply->location, "/p/1#c4");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif WHERE contact_id = ? AND lu_le IS NULL"),
		      I(bea)) == 1);
	check(post("/notifications/lues", "") == 303);
	check(get("/notifications") == 200);
	check_says("Tout est lu");
	db_exec(&t, SQL("UPDATE notif SET lu_le = NULL WHERE contact_id = ?"), I(bea));
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(closed_));
	check(get("/notifications") == 200);
	check_hides("Stand du 12");
	check_says("Tout est lu");
}

TEST(notifications_follows_are_listed_and_stopped_closed_ones_hidden)
{
	avertis();
	as(bea);
	check(post("/notifications/suivre",
		      arena_printf(&t.mem, "objet=%" PRId64 "&etat=1&retour=/groupes/3",
			      closed_)) == 303);
	check_text(t_reply->location, "/groupes/3");
	check(abonnement_of(&t, closed_, bea) == SUIVI);
	check(get("/notifications/suivis") == 200);
	check_says("Stand du 12");
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(closed_));
	check(get("/notifications/suivis") == 200);
	check_hides("Stand du 12");
	as(chloe);
	check(post("/notifications/suivre",
		      arena_printf(&t.mem, "objet=%" PRId64 "&etat=1", closed_)) == 404);
	check(post("/notifications/suivre", "objet=1&etat=7") == 400);
}

TEST(notifications_choices_are_kept_and_a_refused_form_keeps_the_grid)
{
	avertis();
	as(bea);
	check(get("/notifications/preferences") == 200);
	check_says("Une personne vous mentionne");
	check_hides("administration de l");
	check(post("/notifications/preferences",
		      "mention.site=1&publication.courriel=1&frequence=jour&jour=4&heure=18:00"
		      "&calme_de=21:00&calme_a=8:00&discret=1") == 303);
	check(preference(&t, bea, annonce_find("mention")) == PAR_SITE);
	check(preference(&t, bea, annonce_find("publication")) == PAR_COURRIEL);
	check(preference(&t, bea, annonce_find("message")) == 0);
	check(preference_rythme(&t, bea).chaque_jour);
	check(preference_rythme(&t, bea).calme_a == 8);
	check(post("/notifications/preferences",
		      "mention.resume=1&frequence=semaine&jour=4&heure=18:30&calme_de=21:00") ==
		422);
	check_says("entière, par exemple 18:00");
	check_says("Donnez les deux heures");
	check_says("name=\"mention.resume\" value=\"1\" aria-labelledby=\"g-mention c-resume\""
		   " checked");
	check(preference(&t, bea, annonce_find("mention")) == PAR_SITE);
}

TEST(notifications_live_channels_are_given_by_right)
{
	avertis();
	as(0);
	check(post_raw("/notifications/direct?canaux=moi", "") == 403);
	as(bea);
	check(post_raw(arena_printf(&t.mem, "/notifications/direct?canaux=moi,o-%" PRId64, closed_),
		      "") == 204);
	check(strstr(t_header("X-Essaim-Channels"), arena_printf(&t.mem, ",o-%" PRId64, closed_)) !=
		NULL);
	check(strstr(t_header("X-Essaim-Channels"), "moi") == NULL);
	as(chloe);
	check(post_raw(arena_printf(&t.mem, "/notifications/direct?canaux=o-%" PRId64, closed_),
		      "") == 403);
	check(post_raw("/notifications/direct?canaux=c-1,,../x", "") == 403);
}
