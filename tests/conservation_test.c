/* conservation_test.c - who is kept how long: exactly those whose delay is over, after a warning */

#include <inttypes.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/socle/journal.h"
#include "domain/vie/crm_efface.h"
#include "conserves.h"

static const char *
action(int64_t id)
{
	struct concerne c;

	return concernes_one(&t, id, &c) ? c.action : "";
}

static int64_t
mails(int64_t id)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
		    " AND genre LIKE 'conservation%'"),
		I(id));
}

static bool
gone(int64_t id)
{
	return db_int(&t, SQL("SELECT nom = '' AND email = '' FROM contact WHERE id = ?"), I(id));
}

TEST(conservation_reaches_exactly_those_whose_delay_ends)
{
	int64_t over, soon, later, none, future;

	adopted();
	over = prospect("over", "2023-11-30 03:00:00");
	soon = prospect("soon", "2023-12-02 03:00:00");
	later = prospect("later", "2024-01-02 03:00:00");
	none = prospect("none", NULL);
	future = prospect("future", "2031-01-01 00:00:00");
	check_text(action(over), "avertir");
	check_text(action(soon), "avertir");
	check_text(action(later), "");
	check_text(action(none), "sans-date");
	check_text(action(future), "sans-date");
}

TEST(conservation_lets_go_after_thirty_days_whoever_did_not_come_back)
{
	int64_t silent, back;
	struct passage p;

	adopted();
	silent = prospect("silent", "2023-11-29 03:00:00");
	back = prospect("back", "2023-11-29 03:00:00");
	p = night("2026-12-01 03:00:00");
	check(p.avertis == 2 && mails(silent) == 1 && mails(back) == 1 && !gone(silent));
	p = night("2026-12-30 03:00:00");
	check(p.avertis == 0 && p.anonymises == 0 && mails(silent) == 1 && !gone(silent));
	t_account(back, "");
	db_exec(&t, SQL("UPDATE compte SET cree_le = ?, vu_le = ? WHERE contact_id = ?"),
		S("2026-12-10 10:00:00"), S("2026-12-10 10:00:00"), I(back));
	p = night("2026-12-31 03:00:00");
	check(p.anonymises == 1 && p.revenus == 1 && gone(silent) && !gone(back));
	check_text(action(back), "");
	check(journal_verify(&t) == 0);
	check(crm_erased_is(&t, 900000 + silent));
}

TEST(conservation_one_click_is_enough_to_stay)
{
	int64_t one;
	const char *text, *key;

	adopted();
	one = prospect("click", "2023-11-29 03:00:00");
	check(night("2026-12-01 03:00:00").avertis == 1);
	text = arena_strdup(&t.mem,
		db_string(&t,
			SQL("SELECT texte FROM courriel WHERE contact_id = ?"
			    " AND genre = 'conservation'"),
			I(one)));
	key = strstr(text, "/public/conservation/");
	check(key != NULL);
	key = at("%.*s", (int) strcspn(key, " \n"), key);
	t_nobody();
	check(get(key) == 200);
	check_says("Je reste");
	check_text(action(one), "attendre");
	check(post(key, "") == 200);
	check_text(action(one), "");
	check(night("2026-12-31 03:00:00").anonymises == 0 && !gone(one));
}

/* She stayed, years ago: a second warning does not forget it, nor may a longer delay then. */
TEST(conservation_warns_again_without_forgetting_who_stayed)
{
	int64_t one;

	adopted();
	one = prospect("encore", "2020-01-01 03:00:00");
	db_exec(&t,
		SQL("INSERT INTO conservation_avis (contact_id, regle_id, averti_le, revenu_le)"
		    " SELECT ?, id, '2023-11-01', '2023-12-02' FROM conservation_regle"
		    " WHERE cle = 'prospect'"),
		I(one));
	check(night("2026-12-01 03:00:00").avertis == 1 && mails(one) == 1);
	db_exec(&t, SQL("UPDATE conservation_regle SET duree = 5 WHERE cle = 'prospect'"));
	check(night("2027-01-01 03:00:00").anonymises == 0 && !gone(one));
	check_text(action(one), "");
}

/* A warning is of one end: when the delay grew after it, she is warned of the new one. */
TEST(conservation_warns_of_the_end_that_is_not_of_one_long_ago)
{
	int64_t one;

	adopted();
	one = prospect("longue", "2023-11-20 03:00:00");
	check(night("2026-11-21 03:00:00").avertis == 1 && mails(one) == 1);
	db_exec(&t, SQL("UPDATE conservation_regle SET duree = 5 WHERE cle = 'prospect'"));
	check(night("2028-11-21 03:00:00").anonymises == 0 && !gone(one));
	check(mails(one) == 2);
	check_text(action(one), "attendre");
	check(night("2028-12-22 03:00:00").anonymises == 1 && gone(one));
}

TEST(conservation_waits_for_a_decision_where_nobody_can_be_written_to)
{
	int64_t one;

	adopted();
	one = prospect("sans", "2023-11-29 03:00:00");
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id = ?"), I(one));
	check_text(action(one), "decider");
	check(night("2026-12-02 03:00:00").anonymises == 0);
	as(adm);
	check(post(at("/admin/conservation/fiches/%" PRId64, one), "") == 303);
	check(strstr(t_reply->location, "decidee") != NULL);
	check(night("2026-12-03 03:00:00").anonymises == 1);
}

TEST(conservation_closes_an_account_after_two_mails)
{
	adopted();
	t_account(benp, "");
	db_exec(&t, SQL("DELETE FROM session WHERE contact_id = ?"), I(benp));
	db_exec(&t, SQL("UPDATE compte SET cree_le = ?, vu_le = ? WHERE contact_id = ?"),
		S("2024-12-20 10:00:00"), S("2024-12-20 10:00:00"), I(benp));
	night("2026-11-19 03:00:00");
	check(mails(benp) == 0);
	check_text(action(benp), "");
	t_clock("2026-11-20 11:00:00");
	check_text(action(benp), "avertir");
	night("2026-11-20 11:00:00");
	check(mails(benp) == 1);
	night("2026-12-13 11:00:00");
	check(mails(benp) == 2);
	check(db_int(&t, SQL("SELECT ferme_le IS NULL FROM compte WHERE contact_id = ?"), I(benp)));
	check(night("2026-12-20 11:00:00").fermes == 1);
	check(db_int(&t, SQL("SELECT ferme_le IS NULL FROM compte WHERE contact_id = ?"),
		      I(benp)) == 0);
	check(!gone(benp));
}

/* The reader agrees to those whom the page shows. */
static int
agree(void)
{
	const char *vus;

	check(get("/admin/conservation") == 200);
	vus = strstr(t_reply->body, "name=\"vus\" value=\"");
	if (vus == NULL)
		return 0;
	vus += strlen("name=\"vus\" value=\"");
	return post("/admin/conservation/accord", at("vus=%.*s", (int) strcspn(vus, "\""), vus));
}

/* As many, but others: that was agreed to by nobody. */
TEST(conservation_agreement_is_for_those_very_people)
{
	int64_t id[4];

	adopted();
	conf.hubspot_brake_least = 2;
	for (int i = 0; i < 4; i++)
		id[i] = prospect(at("nombre%d", i), "2020-01-01 00:00:00");
	as(adm);
	check(agree() == 303);
	db_exec(&t, SQL("UPDATE contact SET crm_cree_le = '2026-11-01' WHERE id = ?"), I(id[0]));
	prospect("autre", "2020-01-01 00:00:00");
	check(night("2026-12-02 03:00:00").retenu);
	as(adm);
	check(agree() == 303);
	/* who comes in with the days alone is under the brake */
	prospect("demain", "2024-01-02 00:00:00");
	check(night("2026-12-04 03:00:00").avertis == 5);
}

TEST(conservation_holds_when_too_many_would_go)
{
	adopted();
	conf.hubspot_brake_least = 2;
	for (int i = 0; i < 4; i++)
		prospect(at("nombre%d", i), "2020-01-01 00:00:00");
	check(night("2026-12-01 03:00:00").retenu);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM conservation_avis")) == 0);
	as(adm);
	check(get("/admin/conservation") == 200);
	check_says("attendent votre accord");
	check(post("/admin/conservation/accord", "vus=4") == 422);
	check(agree() == 303);
	check(night("2026-12-02 03:00:00").avertis == 4);
	check(night("2027-01-01 03:00:00").retenu);
}

TEST(conservation_does_nothing_to_people_before_the_delays_are_adopted)
{
	int64_t one;

	adopted();
	db_exec(&t, SQL("DELETE FROM reglage WHERE cle = 'conservation_adoptee'"));
	one = prospect("avant", "2020-01-01 00:00:00");
	check(night("2026-12-01 03:00:00").avertis == 0 && mails(one) == 0);
}

TEST(conservation_screen_tells_rules_and_people_to_who_protects_data)
{
	int64_t rule;

	adopted();
	prospect("ecran", "2023-11-29 03:00:00");
	as(adm);
	check(get("/admin/conservation") == 200);
	check_says("le bureau");
	check_says("Notes de coordination");
	check(get("/admin/conservation/fiches") == 200);
	check_says("ecran");
	check(get("/admin/conservation/fiches.csv") == 200);
	rule = db_int(&t, SQL("SELECT id FROM conservation_regle WHERE cle = 'prospect'"));
	check(get(at("/admin/conservation/regles/%" PRId64, rule)) == 200);
	check_says("2021-131");
	prospect("court", "2024-11-29 03:00:00");
	check(post(at("/admin/conservation/regles/%" PRId64, rule), "duree=2&unite=an") == 422);
	check_says("Je confirme");
	check(post(at("/admin/conservation/regles/%" PRId64, rule),
		      "duree=2&unite=an&confirme=2") == 303);
	as(benp);
	check(get("/admin/conservation") == 403);
	check(get("/admin/conservation/fiches.csv") == 403);
}

TEST(conservation_who_went_by_age_comes_back_once_engaged)
{
	people();
	crm_erased_remember(&t, 4242);
	check(!crm_erased_comes_back(&t, 4242, "confirme", "benevole"));
	crm_erased_may_return(&t, 4242);
	check(!crm_erased_comes_back(&t, 4242, "prospect", "benevole") && crm_erased_is(&t, 4242));
	check(crm_erased_comes_back(&t, 4242, "confirme", "benevole") && !crm_erased_is(&t, 4242));
	crm_erased_remember(&t, 4243);
	crm_erased_may_return(&t, 4243);
	crm_erased_remember(&t, 4243);
	check(!crm_erased_comes_back(&t, 4243, "confirme", "benevole"));
}
