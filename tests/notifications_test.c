/* notifications_test.c - who is told of what, by which way, and never against a right */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/acces.h"
#include "domain/courriel.h"
#include "domain/cycle.h"
#include "domain/desinscription.h"
#include "domain/notif.h"
#include "domain/preference.h"
#include "domain/suivi.h"
#include "t.h"

static int64_t anna, bea, chloe, groupe, closed_;

static int64_t
account(const char *prenom, const char *email)
{
	int64_t id = t_person(prenom, "Essai", email, "confirme", "benevole");

	t_account(id, "");
	return id;
}

/* A group of Anna and Béa, and something in it that its members alone see. */
static void
people(void)
{
	int64_t members;

	groupe = t_group("groupe_local", "Groupe local de Paris");
	anna = account("Anna", "anna@exemple.org");
	bea = account("Béa", "bea@exemple.org");
	chloe = account("Chloé", "chloe@exemple.org");
	t_member(groupe, anna, "coordination");
	t_member(groupe, bea, "membre");
	members = public_id(&t, "groupe", arena_printf(&t.mem, "%" PRId64, groupe), "");
	closed_ = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cadre_id, liste_id)"
		    " VALUES ('publication', 'Stand du 12', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?, ?)"),
		I(groupe), I(liste_id(&t, arena_printf(&t.mem, "1:%" PRId64, members))));
}

static int64_t
event(int64_t author, const char *genre, const char *url)
{
	t.user.id = author;
	return notif_event(&t, genre, closed_, url, "Anna Essai a écrit dans « Stand du 12 »");
}

static void
spread(void)
{
	while (notif_spread(&t))
		continue;
}

static int64_t
lines(int64_t who)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM notif WHERE contact_id = ?"), I(who));
}

static void
choose(int64_t who, const char *genre, const char *canal, bool on)
{
	db_exec(&t,
		SQL("REPLACE INTO preference (contact_id, genre, canal, actif) VALUES (?, ?, ?, ?)"),
		I(who), S(genre), S(canal), I(on));
}

TEST(notifications_reach_members_and_never_the_author)
{
	people();
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	check(lines(bea) == 0);
	spread();
	check(lines(bea) == 1);
	check(lines(anna) == 0);
	check(lines(chloe) == 0);
	check(!notif_spread(&t));
}

TEST(notifications_of_a_closed_thing_do_not_reach_who_is_named)
{
	int64_t ev;

	people();
	ev = event(anna, "mention", "/p/1");
	notif_to(&t, ev, chloe);
	notif_to(&t, ev, bea);
	suivre(&t, closed_, chloe, SUIVI);
	notif_to_followers(&t, event(anna, "reponse", "/p/1#c2"), closed_);
	spread();
	check(lines(chloe) == 0);
	check(lines(bea) == 1);
}

TEST(notifications_are_never_two_for_one_thing)
{
	people();
	suivre(&t, closed_, bea, SUIVI);
	notif_to(&t, event(anna, "mention", "/p/1#c1"), bea);
	notif_to_followers(&t, event(anna, "reponse", "/p/1#c1"), closed_);
	spread();
	check(lines(bea) == 1);
	check_text(db_string(&t, SQL("SELECT genre FROM notif WHERE contact_id = ?"), I(bea)),
		"mention");
	notif_to_followers(&t, event(anna, "reponse", "/p/1#c3"), closed_);
	spread();
	check(lines(bea) == 2);
}

TEST(notifications_of_muted_things_are_silent_but_for_mentions)
{
	people();
	suivre(&t, groupe, bea, MUET);
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	spread();
	check(lines(bea) == 0);
	notif_to(&t, event(anna, "mention", "/p/1#c1"), bea);
	spread();
	check(lines(bea) == 1);
	check(suit(&t, groupe, bea) == MUET);
	suivre_si_rien(&t, groupe, bea);
	check(suit(&t, groupe, bea) == MUET);
	suivre(&t, groupe, bea, NI_SUIVI_NI_MUET);
	check(suit(&t, groupe, bea) == NI_SUIVI_NI_MUET);
}

TEST(notifications_follow_what_each_has_chosen)
{
	people();
	choose(bea, "publication", "site", false);
	choose(bea, "publication", "courriel", true);
	choose(bea, "publication", "resume", false);
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	spread();
	check(db_int(&t,
		      SQL("SELECT courriel = 1 AND site = 0 AND resume = 0 FROM notif WHERE contact_id = ?"),
		      I(bea)) == 1);
	choose(bea, "publication", "courriel", false);
	notif_to_members(&t, event(anna, "publication", "/p/2"), groupe);
	spread();
	check(lines(bea) == 1);
}

TEST(notifications_do_not_reach_closed_accounts)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET acces = 0, statut = 'ancien' WHERE id = ?"), I(bea));
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	spread();
	check(lines(bea) == 0);
}

TEST(notifications_go_with_an_erased_person)
{
	people();
	notif_to(&t, event(bea, "mention", "/p/1"), anna);
	notif_to(&t, event(anna, "mention", "/p/2"), bea);
	suivre(&t, closed_, bea, SUIVI);
	spread();
	check(lines(anna) == 1);
	cycle_forget(&t, bea);
	check(lines(bea) == 0);
	check(lines(anna) == 0);
}

static int64_t
mails(int64_t who)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"), I(who));
}

static const char *
mail(int64_t who, const char *what)
{
	if (strcmp(what, "sujet") == 0)
		return db_string(&t,
			SQL("SELECT sujet FROM courriel WHERE contact_id = ? ORDER BY id DESC LIMIT 1"),
			I(who));
	if (strcmp(what, "jeton") == 0)
		return db_string(&t,
			SQL("SELECT desinscription FROM courriel WHERE contact_id = ? ORDER BY id DESC LIMIT 1"),
			I(who));
	return db_string(&t,
		SQL("SELECT texte FROM courriel WHERE contact_id = ? ORDER BY id DESC LIMIT 1"),
		I(who));
}

static void
write_mails(void)
{
	spread();
	while (notif_mail(&t) > 0)
		continue;
}

TEST(notifications_by_mail_leave_at_once_then_several_in_one)
{
	int64_t ev;

	people();
	ev = event(anna, "mention", "/p/1#c1");
	notif_excerpt(&t, ev, "Qui vient samedi ?");
	notif_to(&t, ev, bea);
	write_mails();
	check(mails(bea) == 1);
	check_text(mail(bea, "sujet"), "Anna Essai a écrit dans « Stand du 12 »");
	check(strstr(mail(bea, "texte"), "http://127.0.0.1/p/1#c1\n") != NULL);
	check(strstr(mail(bea, "texte"), "Qui vient samedi ?") != NULL);
	notif_to(&t, event(anna, "mention", "/p/1#c2"), bea);
	notif_to(&t, event(anna, "tache", "/p/1#t3"), bea);
	write_mails();
	check(mails(bea) == 1);
	clock_shift += 130;
	write_mails();
	check(mails(bea) == 2);
	check(strstr(mail(bea, "sujet"), "et 1 autre") != NULL);
	check(strstr(mail(bea, "texte"), "/p/1#t3\n") != NULL);
	check(strstr(mail(bea, "texte"), "/p/1#c1\n") == NULL);
}

TEST(notifications_quote_no_deleted_text)
{
	int64_t gone, id;

	people();
	gone = event(anna, "mention", "/p/1#c-1");
	notif_excerpt(&t, gone, "Un secret");
	notif_to(&t, gone, bea);
	notif_to(&t, event(anna, "mention", "/p/1#c-12"), bea);
	write_mails();
	id = db_int(&t, SQL("SELECT MAX(id) FROM courriel"));
	check(notif_stands(&t, id));
	notif_forget(&t, closed_, "#c-1");
	check(!notif_stands(&t, id));
	notif_return(&t, id);
	clock_shift += 130;
	write_mails();
	check(mails(bea) == 2);
	check(strstr(mail(bea, "texte"), "Un secret") == NULL);
	check(strstr(mail(bea, "texte"), "/p/1#c-12\n") != NULL);
	as(bea);
	check(get("/notifications") == 200);
	check_hides("/p/1#c-1\"");
}

/* What the button of the newest mail to BEA says. */
static bool
button(const char *words)
{
	const char *html = db_string(&t,
		SQL("SELECT html FROM courriel WHERE contact_id = ? ORDER BY id DESC LIMIT 1"),
		I(bea));

	return html != NULL && strstr(html, words) != NULL;
}

TEST(notifications_by_mail_ask_for_an_answer_only_where_one_answers)
{
	people();
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	write_mails();
	check(button("Voir et répondre"));
	clock_shift += 600;
	notif_to(&t, event(anna, "tache", "/p/1#t3"), bea);
	write_mails();
	check(mails(bea) == 2);
	check(button("Ouvrir dans Essaim") && !button("Voir et répondre"));
}

TEST(notifications_by_mail_tell_nothing_that_has_closed_or_was_read)
{
	people();
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	spread();
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(closed_));
	write_mails();
	check(mails(bea) == 0);
	db_exec(&t,
		SQL("UPDATE objet o JOIN objet p ON p.id = ? SET o.liste_id = 3 WHERE o.id = ?"),
		I(groupe), I(closed_));
	notif_to(&t, event(anna, "mention", "/p/2"), bea);
	spread();
	db_exec(&t, SQL("UPDATE notif SET lu_le = UTC_TIMESTAMP() WHERE contact_id = ?"), I(bea));
	write_mails();
	check(mails(bea) == 0);
}

TEST(notifications_in_a_mail_that_waits_are_asked_again_when_it_leaves)
{
	struct tally tally = { 0 };
	int64_t id;

	people();
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	write_mails();
	id = db_int(&t, SQL("SELECT id FROM courriel WHERE contact_id = ?"), I(bea));
	check(notif_stands(&t, id));
	choose(bea, "mention", "courriel", false);
	check(!notif_stands(&t, id));
	choose(bea, "mention", "courriel", true);
	check(notif_stands(&t, id));
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(closed_));
	db_exec(&t, SQL("UPDATE courriel SET etat = 'pris' WHERE id = ?"), I(id));
	check(courriel_start(&t, id, &tally));
	check(tally.cancelled == 1);
	write_mails();
	check(mails(bea) == 1);
}

TEST(notifications_digest_is_one_mail_however_long)
{
	people();
	for (int i = 0; i < 60; i++)
		notif_to_members(&t,
			notif_event(&t, "publication", i < 30 ? groupe : 0,
				arena_printf(&t.mem, "/p/%d", i), "Une publication"),
			groupe);
	write_mails();
	check(mails(bea) == 0);
	clock_shift += 8 * 86400;
	write_mails();
	check(mails(bea) == 1);
	check(strstr(mail(bea, "sujet"), "Ma semaine") != NULL);
	check(strstr(mail(bea, "sujet"), "60") != NULL);
	check(strstr(mail(bea, "texte"), "/p/30\n") != NULL);
	check(strstr(mail(bea, "texte"), "/p/59\n") != NULL);
	check(strstr(mail(bea, "texte"), "30\u00a0publications dans") != NULL);
	clock_shift += 8 * 86400;
	write_mails();
	check(mails(bea) == 1);
}

TEST(notifications_links_change_that_setting_and_nothing_else)
{
	const char *path;

	people();
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	write_mails();
	path = arena_printf(&t.mem, "/public/sans-courriel/%s", mail(bea, "jeton"));
	as(0);
	check(get(path) == 200);
	check_says("Une personne vous mentionne");
	check(preference(&t, bea, genre_find("mention")) == (PAR_SITE | PAR_COURRIEL));
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check(preference(&t, bea, genre_find("mention")) == PAR_SITE);
	check(preference(&t, bea, genre_find("tache")) == (PAR_SITE | PAR_COURRIEL));
	db_exec(&t, SQL("DELETE FROM courriel"));
	clock_shift += 600;
	notif_to(&t, event(anna, "mention", "/p/2"), bea);
	write_mails();
	check(mails(bea) == 0);
	check(lines(bea) == 2);
	say(&t, "Courriel.lien", "x");
	check(courriel_queue(&t, bea, "bea@exemple.org", "lien_connexion") != 0);
	check(mails(bea) == 1);
}

TEST(notifications_wait_for_the_end_of_quiet_hours_and_for_the_day_chosen)
{
	struct rythme y = { .jour = 3, .heure = 18, .calme_de = 21, .calme_a = 8 };
	time_t evening = clock_parse("2026-11-26 21:30:00"),
	       noon = clock_parse("2026-11-26 12:00:00");

	check_text(clock_sql(&t.mem, preference_calm(&y, evening)), "2026-11-27 07:00:00");
	check(preference_calm(&y, noon) == noon);
	check_text(clock_sql(&t.mem, preference_digest(&y, noon)), "2026-12-02 17:00:00");
	y.chaque_jour = true;
	check_text(clock_sql(&t.mem, preference_digest(&y, noon)), "2026-11-26 17:00:00");
	check_text(clock_sql(&t.mem, preference_digest(&y, clock_parse("2026-10-24 17:00:00"))),
		"2026-10-25 17:00:00");
	people();
	clock_shift = evening - clock_now();
	preference_rythme_set(&t, bea, &y);
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	write_mails();
	check(mails(bea) == 0);
	clock_shift += 9 * 3600 + 1800;
	write_mails();
	check(mails(bea) == 1);
}

TEST(notifications_stop_at_an_address_where_nobody_is)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO adresse_erreur VALUES (?, 'bea@exemple.org', '550 5.1.1', UTC_TIMESTAMP())"),
		I(bea));
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	write_mails();
	check(mails(bea) == 0);
	check_text(courriel_error(&t, bea), "550 5.1.1");
	as(anna);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, bea)) == 200);
	check_says("Adresse en erreur");
	as(chloe);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, bea)) == 200);
	check_hides("Adresse en erreur");
	db_exec(&t, SQL("UPDATE contact SET email = 'neuve@exemple.org' WHERE id = ?"), I(bea));
	check(courriel_error(&t, bea) == NULL);
	notif_to(&t, event(anna, "mention", "/p/2"), bea);
	write_mails();
	check(mails(bea) == 1);
}

TEST(notifications_page_groups_what_is_alike_and_forgets_what_closed)
{
	const char *id;

	people();
	suivre(&t, closed_, bea, SUIVI);
	for (int i = 0; i < 5; i++)
		notif_to_followers(
			&t, event(anna, "reponse", arena_printf(&t.mem, "/p/1#c%d", i)), closed_);
	notif_to(&t, event(anna, "mention", "/p/9"), bea);
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
	people();
	as(bea);
	check(post("/notifications/suivre",
		      arena_printf(&t.mem, "objet=%" PRId64 "&etat=1&retour=/groupes/3",
			      closed_)) == 303);
	check_text(t_reply->location, "/groupes/3");
	check(suit(&t, closed_, bea) == SUIVI);
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
	people();
	as(bea);
	check(get("/notifications/preferences") == 200);
	check_says("Une personne vous mentionne");
	check_hides("administration de l");
	check(post("/notifications/preferences",
		      "mention.site=1&publication.courriel=1&frequence=jour&jour=4&heure=18:00&calme_de=21:00&calme_a=8:00&discret=1") ==
		303);
	check(preference(&t, bea, genre_find("mention")) == PAR_SITE);
	check(preference(&t, bea, genre_find("publication")) == PAR_COURRIEL);
	check(preference(&t, bea, genre_find("message")) == 0);
	check(preference_rythme(&t, bea).chaque_jour);
	check(preference_rythme(&t, bea).calme_a == 8);
	check(post("/notifications/preferences",
		      "mention.resume=1&frequence=semaine&jour=4&heure=18:30&calme_de=21:00") ==
		422);
	check_says("entière, par exemple 18:00");
	check_says("Donnez les deux heures");
	check_says(
		"name=\"mention.resume\" value=\"1\" aria-labelledby=\"g-mention c-resume\" checked");
	check(preference(&t, bea, genre_find("mention")) == PAR_SITE);
}

TEST(notifications_live_channels_are_given_by_right)
{
	people();
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
