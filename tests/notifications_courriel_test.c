/* notifications_courriel_test.c - mails at once, digests, quiet hours, and what leaves them */

#include <inttypes.h>

#include "avertis.h"
#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/notif.h"
#include "domain/notifications/preference.h"
#include "domain/vie/cycle.h"

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
			SQL("SELECT sujet FROM courriel WHERE contact_id = ? ORDER BY id DESC"
			    " LIMIT 1"),
			I(who));
	if (strcmp(what, "jeton") == 0)
		return db_string(&t,
			SQL("SELECT desinscription FROM courriel WHERE contact_id = ?"
			    " ORDER BY id DESC LIMIT 1"),
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

	avertis();
	ev = event_of(anna, "mention", "/p/1#c1");
	notif_excerpt(&t, ev, "Qui vient samedi ?");
	notif_to(&t, ev, bea);
	write_mails();
	check(mails(bea) == 1);
	check_text(mail(bea, "sujet"), "Anna Essai a écrit dans « Stand du 12 »");
	check(strstr(mail(bea, "texte"), "http://127.0.0.1/p/1#c1\n") != NULL);
	check(strstr(mail(bea, "texte"), "Qui vient samedi ?") != NULL);
	notif_to(&t, event_of(anna, "mention", "/p/1#c2"), bea);
	notif_to(&t, event_of(anna, "tache", "/p/1#t3"), bea);
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

	avertis();
	gone = event_of(anna, "mention", "/p/1#c-1");
	notif_excerpt(&t, gone, "Un secret");
	notif_to(&t, gone, bea);
	notif_to(&t, event_of(anna, "mention", "/p/1#c-12"), bea);
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
	avertis();
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
	write_mails();
	check(button("Voir et répondre"));
	clock_shift += 600;
	notif_to(&t, event_of(anna, "tache", "/p/1#t3"), bea);
	write_mails();
	check(mails(bea) == 2);
	check(button("Ouvrir dans Essaim") && !button("Voir et répondre"));
}

TEST(notifications_by_mail_tell_nothing_that_has_closed_or_was_read)
{
	avertis();
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
	spread();
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(closed_));
	write_mails();
	check(mails(bea) == 0);
	db_exec(&t,
		SQL("UPDATE objet o JOIN objet p ON p.id = ? SET o.liste_id = 3 WHERE o.id = ?"),
		I(groupe), I(closed_));
	notif_to(&t, event_of(anna, "mention", "/p/2"), bea);
	spread();
	db_exec(&t, SQL("UPDATE notif SET lu_le = UTC_TIMESTAMP() WHERE contact_id = ?"), I(bea));
	write_mails();
	check(mails(bea) == 0);
}

TEST(notifications_by_mail_are_not_written_to_whom_the_crm_has_closed_since)
{
	avertis();
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
	spread();
	db_exec(&t, SQL("UPDATE contact SET acces = 0, statut = 'ancien' WHERE id = ?"), I(bea));
	write_mails();
	check(mails(bea) == 0);
	notif_to_members(&t, event_of(anna, "publication", "/p/2"), groupe);
	db_exec(&t, SQL("UPDATE contact SET acces = 2 WHERE id = ?"), I(bea));
	spread();
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(bea));
	clock_shift += 8 * 86400;
	write_mails();
	check(mails(bea) == 0);
}

TEST(notifications_in_a_mail_that_waits_are_asked_again_when_it_leaves)
{
	struct tally tally = { 0 };
	int64_t id;

	avertis();
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
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
	avertis();
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

TEST(notifications_digest_does_not_repeat_the_last)
{
	avertis();
	for (int i = 1; i < 4; i++)
		notif_to_members(&t,
			event_of(anna, "publication", arena_printf(&t.mem, "/p/%d", i)), groupe);
	write_mails();
	clock_shift += 8 * 86400;
	write_mails();
	check(mails(bea) == 1 && strstr(mail(bea, "sujet"), "3") != NULL);
	notif_to_members(&t, event_of(anna, "publication", "/p/9"), groupe);
	write_mails();
	clock_shift += 8 * 86400;
	write_mails();
	check(mails(bea) == 2);
	check(strstr(mail(bea, "texte"), "/p/9\n") != NULL);
	for (int i = 1; i < 4; i++)
		check(strstr(mail(bea, "texte"), arena_printf(&t.mem, "/p/%d\n", i)) == NULL);
	check(strstr(mail(bea, "texte"), "publications") == NULL);
}

TEST(notifications_links_change_that_setting_and_nothing_else)
{
	const char *path;

	avertis();
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
	write_mails();
	path = arena_printf(&t.mem, "/public/sans-courriel/%s", mail(bea, "jeton"));
	as(0);
	check(get(path) == 200);
	check_says("Une personne vous mentionne");
	check(preference(&t, bea, annonce_find("mention")) == (PAR_SITE | PAR_COURRIEL));
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check(preference(&t, bea, annonce_find("mention")) == PAR_SITE);
	check(preference(&t, bea, annonce_find("tache")) == (PAR_SITE | PAR_COURRIEL));
	db_exec(&t, SQL("DELETE FROM courriel"));
	clock_shift += 600;
	notif_to(&t, event_of(anna, "mention", "/p/2"), bea);
	write_mails();
	check(mails(bea) == 0);
	check(lines_of(bea) == 2);
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
	check_text(clock_sql(&t.mem, preference_calm(&y, clock_parse("2026-11-26 20:05:00"))),
		"2026-11-27 07:00:00");
	check_text(clock_sql(&t.mem, preference_calm(&y, clock_parse("2026-11-26 23:30:00"))),
		"2026-11-27 07:00:00");
	check_text(clock_sql(&t.mem, preference_calm(&y, clock_parse("2026-11-26 07:05:00"))),
		"2026-11-26 07:05:00");
	check_text(clock_sql(&t.mem, preference_digest(&y, noon)), "2026-12-02 17:00:00");
	y.chaque_jour = true;
	check_text(clock_sql(&t.mem, preference_digest(&y, noon)), "2026-11-26 17:00:00");
	check_text(clock_sql(&t.mem, preference_digest(&y, clock_parse("2026-10-24 17:00:00"))),
		"2026-10-25 17:00:00");
	avertis();
	clock_shift = evening - clock_now();
	preference_rythme_set(&t, bea, &y);
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
	write_mails();
	check(mails(bea) == 0);
	clock_shift += 9 * 3600 + 1800;
	write_mails();
	check(mails(bea) == 1);
}

TEST(notifications_stop_at_an_address_where_nobody_is)
{
	avertis();
	db_exec(&t,
		SQL("INSERT INTO adresse_erreur VALUES (?, 'bea@exemple.org', '550 5.1.1',"
		    " UTC_TIMESTAMP())"),
		I(bea));
	notif_to(&t, event_of(anna, "mention", "/p/1"), bea);
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
	notif_to(&t, event_of(anna, "mention", "/p/2"), bea);
	write_mails();
	check(mails(bea) == 1);
}
