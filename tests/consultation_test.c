/* consultation_test.c - one account reads so many pages of people an hour, then waits;
 * administrators learn it once */

#include <stdlib.h>

#include "base/clock.h"
#include "base/conf.h"
#include "people.h"

static int64_t
mails(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'consultation'"));
}

static int
read_page(int64_t who, const char *more)
{
	return get(at("/contacts/%d%s", (int) who, more));
}

static void
five_an_hour(void)
{
	people();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	conf.contacts_rate = 5;
}

TEST(consultation_beyond_the_rate_waits_and_is_told_once)
{
	five_an_hour();
	as(benl);
	for (int i = 0; i < 2; i++)
		check(read_page(benp, "") == 200 && read_page(benp, ".json") == 200);
	check(read_page(999999, "") == 404);
	check(mails() == 0);
	check(read_page(coop, "") == 429);
	check_says("beaucoup de fiches");
	check(t_header("Retry-After") != NULL && atoi(t_header("Retry-After")) > 3000);
	check(read_page(coop, ".json") == 429);
	check_says("\"too_many\"");
	check(read_page(coop, "/parcours") == 429);
	check(get("/annuaire.csv") == 429 && get("/annuaire.json") == 429);
	check(get("/annuaire?col=email") == 429);
	check(get("/annuaire") == 200);
	check(read_page(benl, "") == 200);
	check(mails() == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'consultation'"
			  " AND texte LIKE '%d’Alembert%'")) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'contact.consultation'"
			  " AND objet_id = ?"),
		      I(benl)) == 1);
	as(benp);
	check(read_page(coop, "") == 200);
	conf.contacts_rate = 0;
}

TEST(consultation_begins_again_after_an_hour_and_is_told_again_the_next_day)
{
	five_an_hour();
	as(benl);
	for (int i = 0; i < 6; i++)
		read_page(benp, "");
	check(t_reply->status == 429);
	clock_shift += 3601;
	check(read_page(benp, "") == 200);
	for (int i = 0; i < 6; i++)
		read_page(benp, "");
	check(t_reply->status == 429 && mails() == 1);
	clock_shift += 86400;
	for (int i = 0; i < 6; i++)
		read_page(benp, "");
	check(t_reply->status == 429 && mails() == 2);
	clock_shift = 0;
	conf.contacts_rate = 0;
}

TEST(consultation_of_lists_counts_the_people_whose_details_they_show)
{
	five_an_hour();
	as(benl);
	check(get("/annuaire?col=ville&par=100") == 200);
	check(get("/annuaire.json?par=20") == 200);
	check(get("/annuaire?col=telephone&par=20") == 200);
	check(get("/annuaire?col=telephone&par=20") == 429);
	as(benp);
	check(get("/annuaire.xlsx") == 429);
	conf.contacts_rate = 0;
}

TEST(consultation_does_not_slow_the_staff)
{
	five_an_hour();
	as(sal);
	for (int i = 0; i < 7; i++)
		check(read_page(benp, "") == 200);
	check(get("/annuaire.csv") == 200);
	as(adm);
	for (int i = 0; i < 7; i++)
		check(read_page(benp, "") == 200);
	check(mails() == 0);
	conf.contacts_rate = 0;
}
