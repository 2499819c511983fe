/* actualites_abus_test.c - news against who writes out of turn, for others, or shows somebody who
 * did not agree */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/actualites/actualite.h"
#include "people.h"
#include "plants.h"

static int64_t
written(int64_t who, const char *fields)
{
	as(who);
	check(post("/actualites/nouvelle", fields) == 303);
	return plant_last("actualite");
}

static const char *
page_of(int64_t id, const char *rest)
{
	return at("/actualites/%" PRId64 "%s", id, rest);
}

static const char *
etat(int64_t id)
{
	return db_string(&t, SQL("SELECT etat FROM actualite WHERE id = ?"), I(id));
}

static void
agrees(int64_t who, int64_t id, const char *reponse)
{
	as(who);
	check(post(page_of(id, "/accord"), at("reponse=%s", reponse)) == 303);
}

/* Whoever is shown instead of her has not agreed. */
TEST(actualites_abus_nobody_is_shown_instead_of_who_agreed)
{
	int64_t id;

	people();
	id = written(
		sal, at("titre=Portrait&sorte=portrait&portrait_de=%" PRId64 "&publier=1", benp));
	check_text(etat(id), "brouillon");
	agrees(benp, id, "oui");
	as(sal);
	check(post(page_of(id, "/publier"), "") == 303);
	check_text(etat(id), "publiee");
	check(post(page_of(id, "/modifier"), at("titre=Portrait&portrait_de=%" PRId64, benl)) ==
		303);
	check_text(etat(id), "brouillon");
	as(benp);
	check(get(page_of(id, "")) == 404);
	as(sal);
	check(post(page_of(id, "/publier"), "") == 409);
	agrees(benl, id, "oui");
	as(sal);
	check(post(page_of(id, "/publier"), "") == 303);
	check_text(etat(id), "publiee");
}

/* She agrees to what she has read, not to what it became meanwhile. */
TEST(actualites_abus_an_agreement_is_to_the_words_that_were_read)
{
	int64_t id;
	const char *read;

	people();
	id = written(
		sal, at("titre=Portrait&texte=Bien&sorte=portrait&portrait_de=%" PRId64, benp));
	as(benp);
	check(get(page_of(id, "")) == 200);
	read = strstr(t_reply->body, "name=\"lu\" value=\"");
	check(read != NULL);
	read = read != NULL ? at("%.16s", read + 17) : "";
	as(sal);
	check(post(page_of(id, "/modifier"), "titre=Portrait&texte=Mal") == 303);
	as(benp);
	check(post(page_of(id, "/accord"), at("reponse=oui&lu=%s", read)) == 409);
	check_text(
		db_string(&t, SQL("SELECT accord FROM actualite WHERE id = ?"), I(id)), "attente");
	agrees(benp, id, "non");
}

/* Nobody is told now what was meant for another day. */
TEST(actualites_abus_a_past_hour_publishes_nothing)
{
	static const char *const bad[] = { "2001-01-01T10:00", "garbage", "2190-02-30T10:00",
		"2029-03-25T02:30", "-1", "%C3%A9" };
	int64_t id, before;

	people();
	as(sal);
	before = last();
	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++) {
		int status = post("/actualites/nouvelle", at("titre=Non&publier=1&le=%s", bad[i]));

		t_check(status == 422 && last() == before, __FILE__, __LINE__,
			at("%s: %d", bad[i], status));
	}
	id = written(sal, "titre=Oui&publier=1&le=2029-10-28T02:30");
	check_text(db_string(&t, SQL("SELECT du_le FROM actualite WHERE id = ?"), I(id)),
		"2029-10-28 00:30:00");
}

/* What is shown without words is not seen by all. */
TEST(actualites_abus_a_picture_keeps_its_words)
{
	int64_t id;

	people();
	id = written(sal, "titre=Photo&image_alt=Une+salle&publier=1");
	db_exec(&t, SQL("UPDATE actualite SET image_id = 1 WHERE id = ?"), I(id));
	check(post(page_of(id, "/modifier"), "titre=Photo&image_alt=") == 422);
	check(post(page_of(id, "/modifier"), "titre=Photo") == 303);
}

TEST(actualites_abus_coordination_keeps_to_its_groups)
{
	int64_t of_lille, of_siege, mine;

	people();
	of_lille = written(sal, at("titre=Lille&groupe=%" PRId64 "&publier=1", lille));
	of_siege = written(sal, "titre=Siege&audience=benevoles&publier=1");
	mine = written(coop, at("titre=Paris&groupe=%" PRId64 "&publier=1", paris));
	as(coop);
	check(post(page_of(of_lille, "/modifier"), "titre=Prise") == 404);
	check(post(page_of(of_siege, "/modifier"), "titre=Prise") == 403);
	check(post(page_of(of_siege, "/modifier"), at("titre=Prise&groupe=%" PRId64, paris)) ==
		403);
	check(post(page_of(of_siege, "/retirer"), "") == 403);
	check(post(page_of(of_siege, "/supprimer"), "") == 403);
	check(post(page_of(mine, "/modifier"), at("titre=Paris&groupe=%" PRId64, lille)) == 422);
	check(post(page_of(mine, "/modifier"), "titre=Paris&groupe=") == 422);
	check(post(page_of(mine, "/modifier"), "titre=Paris&audience=siege") == 422);
	check(post(page_of(mine, "/modifier"), "titre=Paris&territoire=26") == 422);
	check(post(page_of(mine, "/modifier"), "titre=Paris&une=1") == 303);
	check(db_int(&t, SQL("SELECT SUM(une) FROM actualite")) == 0);
	as(benp);
	check(post(page_of(mine, "/retirer"), "") == 403);
	check(post(page_of(mine, "/accord"), "reponse=oui") == 403);
	check_text(etat(mine), "publiee");
}

TEST(actualites_abus_steps_out_of_turn)
{
	int64_t id;

	people();
	id = written(sal, "titre=Une&audience=benevoles&publier=1");
	check(post(page_of(id, "/publier"), "") == 303);
	check(post(page_of(id, "/publier"), "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'actualite'")) ==
		1);
	check(post(page_of(id, "/modifier"), "titre=Une&faire=brouillon") == 303);
	check_text(etat(id), "publiee");
	check(post(page_of(id, "/modifier"), "titre=Une&publier=1&le=2190-01-01T10:00") == 303);
	check_text(etat(id), "publiee");
	check(post(page_of(id, "/retirer"), "") == 303 && post(page_of(id, "/retirer"), "") == 303);
	check(post(page_of(id, "/supprimer"), "") == 303);
	check(post(page_of(id, "/supprimer"), "") == 404);
	check(post(page_of(id, "/publier"), "") == 404);
	check(post(page_of(id, "/modifier"), "titre=Revenue") == 404);
	check(get(page_of(id, "")) == 404);
}

/* What is kept while one writes is a draft's: never what is read already, nor what somebody who is
 * shown has agreed to. */
TEST(actualites_drafts_are_kept_while_one_writes)
{
	static const char words[] = "faire=garder&titre=Soupe&texte=Mirabelle";
	int64_t id, acts;

	people();
	as(sal);
	check(post("/actualites/nouvelle.json", "faire=garder&texte=Mirabelle") == 422);
	check(post("/actualites/nouvelle.json", words) == 200);
	id = plant_last("actualite");
	check_text(etat(id), "brouillon");
	check(strstr(t_reply->body, page_of(id, "/modifier")) != NULL);
	acts = db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ?"), I(id));
	check(post(page_of(id, "/modifier.json"), "faire=garder&texte=Quetsche") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ?"), I(id)) == acts);
	check(get(page_of(id, "/modifier")) == 200);
	check_says("Soupe");
	check_says("Quetsche");
	check(post(page_of(id, "/modifier.json"), at("faire=garder&portrait_de=%" PRId64, benp)) ==
		409);
	as(benp);
	check(post(page_of(id, "/modifier.json"), words) == 404);
	as(sal);
	check(post(page_of(id, "/publier"), "") == 303);
	check(post(page_of(id, "/modifier.json"), "faire=garder&texte=Non") == 409);
	check(get(page_of(id, "")) == 200);
	check_hides("Non<");
}
