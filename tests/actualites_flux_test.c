/* actualites_flux_test.c - news in one's own reader, by a private address */

#include <inttypes.h>

#include "domain/actualites/actualite.h"
#include "domain/groupes/ouverture.h"
#include "people.h"
#include "plants.h"

static void
written(int64_t who, const char *fields)
{
	as(who);
	check(post("/actualites/nouvelle", fields) == 303);
}

/* The private address of a feed that she made: from its page, shown once. */
static const char *
feed_of(int64_t who, const char *quoi)
{
	const char *s, *end;

	as(who);
	check(post("/actualites/flux", at("quoi=%s", quoi)) == 200);
	s = strstr(t_reply->body, "/actualites/flux/");
	while (s != NULL && (end = strstr(s, ".atom")) != NULL && end - s > 80)
		s = strstr(s + 1, "/actualites/flux/");
	return s != NULL ? at("%.*s", (int) (strstr(s, ".atom") + 5 - s), s) : "/";
}

TEST(actualites_are_fed_by_a_private_address_with_the_rights_of_today)
{
	const char *mine, *of_paris, *all, *of_lille;

	people();
	t_settle(benp);
	written(sal, "titre=Climat+%26+banques&chapeau=Une+etude&publier=1");
	written(sal, "titre=Brouillon+secret&faire=brouillon");
	written(coop, at("groupe=%" PRId64 "&titre=Paris+entre+nous&publier=1", paris));
	written(sal, at("groupe=%" PRId64 "&titre=Lille+entre+nous&publier=1", lille));
	written(sal,
		at("groupe=%" PRId64 "&titre=Lille+pour+tout+le+monde&audience=tous&publier=1",
			lille));
	mine = feed_of(benp, "moi");
	of_paris = feed_of(benp, at("groupe:%" PRId64, paris));
	check(get("/actualites/flux") == 200);
	check(strstr(t_reply->body, mine) == NULL);
	check(post("/actualites/flux", "quoi=groupe:999999999") == 404);
	check(post("/actualites/flux", "quoi=rien") == 422);
	all = feed_of(benp, "tout");
	of_lille = feed_of(benp, at("groupe:%" PRId64, lille));
	t_nobody();
	as(0);
	check(get(mine) == 200);
	check_says("<title>Climat &amp; banques</title>");
	check_says("Paris entre nous");
	check(strstr(t_reply->body, "secret") == NULL);
	check(get(of_paris) == 200);
	check(strstr(t_reply->body, "Climat") == NULL);
	check(get(of_lille) == 200);
	check_says("Lille pour tout le monde");
	check(strstr(t_reply->body, "Lille entre nous") == NULL);
	check(get(mine) == 200);
	check(strstr(t_reply->body, "Lille pour") == NULL);
	check(get(all) == 200);
	check_says("Lille pour tout le monde");
	check_says("Climat");
	check(strstr(t_reply->body, "Lille entre nous") == NULL);
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(benp));
	t_settle(benp);
	check(get(of_paris) == 200);
	check(strstr(t_reply->body, "Paris entre nous") == NULL);
	check(get(mine) == 200);
	check(strstr(t_reply->body, "Paris entre nous") == NULL);
	as(benp);
	check(post(at("/actualites/flux/%" PRId64 "/retirer",
			   db_int(&t, SQL("SELECT MIN(id) FROM agenda_abonnement"))),
		      "") == 303);
	as(0);
	check(get(mine) == 404);
}

TEST(actualites_abus_a_feed_is_its_owners_and_ends_with_her)
{
	const char *url;
	int64_t link;

	people();
	written(sal, "titre=Pour+toutes&audience=benevoles&publier=1");
	url = feed_of(benp, "moi");
	link = db_int(&t, SQL("SELECT MAX(id) FROM agenda_abonnement"));
	as(benl);
	check(post(at("/actualites/flux/%" PRId64 "/renouveler", link), "") == 404);
	check(post(at("/actualites/flux/%" PRId64 "/retirer", link), "") == 404);
	check(post(at("/agenda/abonnements/%" PRId64 "/retirer", link), "") == 404);
	ouverture_set(&t, paris, "cache");
	check(post("/actualites/flux", at("quoi=groupe:%" PRId64, paris)) == 404);
	check(post("/actualites/flux", "quoi=groupe:-1") == 422);
	as(0);
	t_nobody();
	check(get(url) == 200);
	check_says("Pour toutes");
	check(get(at("%.65s", url)) == 404);
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(benp));
	check(get(url) == 404);
}
