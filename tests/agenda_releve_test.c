/* agenda_releve_test.c - finding people for a shift, a swap; two at once; people who go */

#include <inttypes.h>

#include "base/clock.h"
#include "creneaux.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/releve.h"
#include "domain/notifications/notif.h"
#include "domain/vie/cycle.h"

/* Of a shift with room for two: Élodie and a newcomer are asked; their keys. */
static int64_t someone;

static int64_t
a_request(int64_t id, int64_t other)
{
	as(coop);
	check(post(slot_of(id, "/releve"),
		      at("p=%" PRId64 "&p=%" PRId64 "&texte=La+soupe+est+chaude", benp, other)) ==
		303);
	return db_int(&t, SQL("SELECT MAX(id) FROM releve"));
}

/* The address in the mail that is written to her: another one at each writing. */
static const char *
mail_of(int64_t who)
{
	return releve_lien(&t, who,
		db_string(&t,
			SQL("SELECT e.url FROM notif_evenement e JOIN notif_cible c"
			    " ON c.evenement_id = e.id WHERE c.cible_id = ?"
			    " AND e.url LIKE '%/demande?n=%' ORDER BY e.id DESC LIMIT 1"),
			I(who)));
}

static const char *
answer_of(int64_t who)
{
	return arena_strdup(&t.mem, mail_of(who));
}

static int64_t
two_to_ask(void)
{
	an_event_with_a_post();
	someone = t_person("Noé", "Girard", "noe@exemple.org", "confirme", "benevole");
	t_member(paris, someone, "membre");
	t_settle(someone);
	return shift(12, 16, 1, 1);
}

TEST(releve_who_could_come_is_listed_and_the_others_are_counted)
{
	int64_t id = two_to_ask(), other;

	as(benp);
	check(get(slot_of(id, "/releve")) == 403);
	as(coop);
	check(get(slot_of(id, "/releve")) == 200);
	check_says("2 personnes libres");
	check_says("Noé Girard");
	check_hides("Berthe");
	check(t_elements() < 400);
	other = shift(14, 18, 1, 2);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, other)) == 303);
	db_exec(&t, SQL("UPDATE contact SET pause_jusqu_a = '2027-06-30' WHERE id = ?"),
		I(someone));
	as(coop);
	check(get(slot_of(id, "/releve")) == 200);
	check_says("0 personne");
	check_says("1 à un autre créneau");
	check_says("1 en pause");
	check_hides("Girard");
	check(post(slot_of(id, "/releve"), at("p=%" PRId64 "&p=%" PRId64, someone, benl)) == 409);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM releve_demande")) == 0);
}

TEST(releve_who_was_asked_least_recently_comes_first)
{
	int64_t id = two_to_ask();

	db_exec(&t, SQL("UPDATE contact SET tri = 'a' WHERE id = ?"), I(benp));
	as(coop);
	check(get(slot_of(id, "/releve")) == 200);
	check(strstr(t_reply->body, "Élodie") < strstr(t_reply->body, "Noé"));
	db_exec(&t,
		SQL("INSERT INTO releve (creneau_id, besoin, cree_le, ferme_le)"
		    " VALUES (?, 1, '2027-04-01', '2027-04-02')"),
		I(shift(20, 21, 1, 1)));
	db_exec(&t,
		SQL("INSERT INTO releve_demande (releve_id, contact_id, cle, demande_le)"
		    " SELECT MAX(id), ?, '', '2027-04-01' FROM releve"),
		I(benp));
	check(get(slot_of(id, "/releve")) == 200);
	check(strstr(t_reply->body, "Élodie") > strstr(t_reply->body, "Noé"));
}

TEST(releve_the_first_yes_closes_it_and_the_others_are_told)
{
	int64_t id = two_to_ask();

	a_request(id, someone);
	check(was_told(benp, "Pouvez-vous venir") == 1);
	as(0);
	check(get(answer_of(benp)) == 200);
	check_says("Élodie, pouvez-vous venir");
	check_says("La soupe est chaude");
	check_says("J’y vais");
	check(shift_taken(id) == 0);
	check(post(answer_of(benp), "r=oui") == 303);
	check(shift_held(id, benp) == 1 && shift_taken(id) == 1);
	check(was_told(someone, "au complet") == 1 && was_told(benp, "au complet") == 0);
	check(was_told(coop, "N’Guyen vient") == 1);
	check(get(answer_of(benp)) == 200);
	check_says("vous y serez");
	check(post(answer_of(benp), "r=oui") == 303); /* again: what stands */
	check(shift_taken(id) == 1 && was_told(coop, "N’Guyen vient") == 1);
	check(get(answer_of(someone)) == 200);
	check_says("au complet");
	check_hides("J’y vais");
	check(post(answer_of(someone), "r=oui") == 409);
	check_says("Quelqu’un a répondu avant vous");
	check(post(answer_of(someone), "r=non") == 303);
	check(get("/agenda/releve/0123456789abcdef0123456789abcdef") == 404);
	check(post("/agenda/releve/0123456789abcdef0123456789abcdef", "r=oui") == 404);
	check(post(answer_of(benp), "r=non") == 303); /* she changes her mind, a week before */
	check(shift_taken(id) == 0);
	t_clock("2027-05-24 10:00:00");
	check(get(answer_of(benp)) == 200);
	check_says("passé");
	check(post(answer_of(benp), "r=oui") == 409);
}

TEST(releve_no_more_of_this_event_is_kept)
{
	int64_t id = two_to_ask();

	a_request(id, someone);
	as(0);
	check(post(answer_of(benp), "r=jamais") == 303);
	as(coop);
	check(get(slot_of(id, "/releve")) == 200);
	check_says("1 qui ne souhaitent plus");
	check_says("1 à qui c’est déjà demandé");
	check_says("0 personne");
}

TEST(releve_if_nobody_else_waits_for_the_coordination)
{
	int64_t id = two_to_ask();

	a_request(id, someone);
	as(0);
	check(post(answer_of(benp), "r=repli") == 303);
	check(shift_taken(id) == 0);
	as(coop);
	check(get(slot_of(id, "")) == 200);
	check_says("Compter sur Élodie");
	check(post(slot_of(id, "/retenir"), at("contact=%" PRId64, someone)) == 409);
	check(post(slot_of(id, "/retenir"), at("contact=%" PRId64, benp)) == 303);
	check(shift_held(id, benp) == 1 && was_told(benp, "On compte sur vous") == 1);
	check(was_told(someone, "au complet") == 1);
}

/* A swap: her place goes to who accepts. */
TEST(releve_one_gives_her_place_to_who_accepts)
{
	int64_t id = two_to_ask();

	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	check(get(slot_of(id, "/releve?pour=moi")) == 200);
	check_says("Céder ma place");
	check_says("Noé Girard");
	check_hides("aucune demande");
	check(post(slot_of(id, "/releve"), at("pour=moi&p=%" PRId64, someone)) == 303);
	check(shift_taken(id) == 1 && shift_held(id, benp) == 1);
	as(0);
	check(post(answer_of(someone), "r=oui") == 303);
	check(shift_taken(id) == 1 && shift_held(id, benp) == 0 && shift_held(id, someone) == 1);
	check(was_told(benp, "Noé Girard prend votre place") == 1);
	check(post(answer_of(someone), "r=oui") == 303);
	check(shift_taken(id) == 1);
}

/* ---- two at once; people who are merged, erased ---- */

static void
the_last_place(void)
{
	struct racer both[2];
	int64_t id;
	int status[2];

	db_begin(false);
	an_event_with_a_post();
	id = shift(9, 12, 1, 1);
	t_account(benp, "");
	t_account(coop, "");
	both[0] = (struct racer) { benp, page_of(""), at("c=%" PRId64, id) };
	both[1] = (struct racer) { coop, page_of(""), at("c=%" PRId64, id) };
	t_race(both, SQL("SELECT id FROM creneau WHERE id = ? FOR UPDATE"), id, status);
	check((status[0] == 3 && status[1] == 4) || (status[0] == 4 && status[1] == 3));
	check(shift_taken(id) == 1);
}

TEST(creneaux_the_last_place_goes_to_one_of_two)
{
	t_apart(the_last_place);
}

TEST(creneaux_of_people_merged_and_erased)
{
	int64_t id = two_to_ask(), past;

	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	cycle_forget(&t, benp);
	check(shift_taken(id) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM creneau_place WHERE contact_id = ?"), I(benp)) ==
		0);
	past = shift(18, 20, 1, 2);
	as(someone);
	check(post(page_of(""), at("c=%" PRId64, past)) == 303);
	as(coop);
	check(post(page_of(""), at("c=%" PRId64, past)) == 303);
	creneau_merge(&t, someone, coop);
	check(shift_taken(past) == 1 && shift_held(past, coop) == 1);
}

/* The site's notification leads to a page that needs her session; the mail alone bears a key. */
TEST(releve_the_key_is_in_her_mail_alone)
{
	int64_t id = two_to_ask();
	const char *mail;

	a_request(id, someone);
	db_exec(&t, SQL("DELETE FROM compte WHERE contact_id = ?"), I(someone));
	db_exec(&t, SQL("UPDATE notif_envoi SET du_le = NULL"));
	while (notif_spread(&t))
		;
	db_exec(&t, SQL("UPDATE notif_envoi SET du_le = '2027-01-01' WHERE attend = 1"));
	notif_mail(&t);
	mail = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE contact_id = ? AND texte LIKE"
		    " '%/agenda/releve/%' ORDER BY id DESC LIMIT 1"),
		I(someone));
	check(mail != NULL && strstr(mail, "/demande") == NULL);
	check(mail != NULL && strstr(mail, "suite=/agenda/releve/") == NULL);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement"
			  " WHERE url LIKE '%/agenda/releve/%'")) == 0);
	if (mail == NULL)
		return;
	mail = strstr(mail, "/agenda/releve/");
	mail = arena_printf(&t.mem, "%.*s", (int) strcspn(mail, " \n\r>\""), mail);
	as(0);
	check(get(mail) == 200);
	check_says("Noé, pouvez-vous venir");
	check(get(slot_of(id, "/demande")) == 303); /* to the sign-in page */
	as(coop);
	check(get(slot_of(id, "/demande")) == 404);
	as(someone);
	check(get(slot_of(id, "/demande")) == 200);
	check_says("Noé, pouvez-vous venir");
	check(post(slot_of(id, "/demande"), "r=oui") == 303);
	check(shift_held(id, someone) == 1);
}

TEST(releve_who_lives_nearest_comes_first_with_the_kilometres)
{
	int64_t id = two_to_ask(),
		nowhere = t_person("Ana", "Abadie", "ana@exemple.org", "confirme", "benevole");

	t_member(paris, nowhere, "membre");
	t_settle(nowhere);
	db_exec(&t, SQL("UPDATE poste SET km = 4 WHERE evenement_id = ?"), I(event));
	db_exec(&t,
		SQL("UPDATE evenement SET code_postal = '59000', departement = '59' WHERE id = ?"),
		I(event));
	db_exec(&t, SQL("UPDATE contact SET code_postal = '13001', tri = 'a' WHERE id = ?"),
		I(benp));
	db_exec(&t, SQL("UPDATE contact SET code_postal = '62000', tri = 'b' WHERE id = ?"),
		I(someone));
	as(coop);
	check(get(slot_of(id, "/releve")) == 200);
	check(strstr(t_reply->body, "Noé") < strstr(t_reply->body, "Élodie"));
	check(strstr(t_reply->body, "Élodie") < strstr(t_reply->body, "Ana"));
	check_says("À 50\u00A0km environ");
	check_says("km environ");
	db_exec(&t, SQL("UPDATE contact SET code_postal = 'F-59000' WHERE id = ?"), I(benp));
	check(get(slot_of(id, "/releve")) == 200);
	check(strstr(t_reply->body, "Noé") > strstr(t_reply->body, "Élodie"));
	check_says("Sur place");
}
