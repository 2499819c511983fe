/* sondages_test.c - polls, quizzes, date finders: who answers, what shows, what is never told */

#include <inttypes.h>

#include "domain/vie/cycle.h"
#include "people.h"

static int64_t benq;

static void
people_and_karim(void)
{
	people();
	benq = t_person("Karim", "Haddad", "karim@exemple.org", "confirme", "benevole");
	t_member(paris, benq, "membre");
}

static int64_t
a_poll(const char *body)
{
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris), body) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM sondage"));
}

static int64_t
option(int64_t poll, int n)
{
	return db_int(&t,
		SQL("SELECT id FROM sondage_option WHERE sondage_id = ? ORDER BY question_id, rang"
		    " LIMIT 1 OFFSET ?"),
		I(poll), I(n));
}

static int64_t
question(int64_t poll, int n)
{
	return db_int(&t,
		SQL("SELECT id FROM sondage_question WHERE sondage_id = ? ORDER BY rang"
		    " LIMIT 1 OFFSET ?"),
		I(poll), I(n));
}

static int
vote(int64_t who, int64_t poll, int n)
{
	as(who);
	return post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/vote", paris, poll),
		at("q%" PRId64 "=%" PRId64, question(poll, 0), option(poll, n)));
}

static int
show(int64_t who, int64_t poll, const char *ending)
{
	as(who);
	return get(at("/groupes/%" PRId64 "/publications/%" PRId64 "%s", paris, poll, ending));
}

#define POLL "genre=sondage&titre=Quel+soir&reponses=Jeudi%0D%0AVendredi%0D%0A%0D%0ALundi"

TEST(sondages_count_one_vote_a_person_that_can_change)
{
	int64_t id;

	people_and_karim();
	id = a_poll(POLL);
	check(vote(benp, id, 0) == 303);
	check(vote(benq, id, 0) == 303);
	check(vote(benp, id, 1) == 303);
	check(show(benp, id, "") == 200);
	check_says("2 votes");
	check_says("1 sur 2");
	check_says("Changer mon vote");
	check(db_int(&t, SQL("SELECT oui FROM sondage_option WHERE id = ?"), I(option(id, 0))) ==
		1);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/vote", paris, id),
		      "q1=999999") == 422);
	check_says("Choisissez une réponse");
	check(vote(benl, id, 0) == 404);
	db_exec(&t,
		SQL("UPDATE sondage SET fin = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE id = ?"),
		I(id));
	check(vote(benp, id, 2) == 422);
	check_says("clos");
	db_exec(&t, SQL("UPDATE sondage SET fin = UTC_TIMESTAMP() + INTERVAL 1 HOUR WHERE id = ?"),
		I(id));
	check(vote(benp, id, 1) == 303);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/clore", paris, id), "") ==
		303);
	check(vote(benp, id, 2) == 422);
	check_says("clos");
}

TEST(sondages_count_two_who_were_one_once)
{
	int64_t id;

	people_and_karim();
	id = a_poll(POLL);
	check(vote(benp, id, 0) == 303);
	check(vote(benq, id, 1) == 303);
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=2") == 303);
	as(benp);
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=2") == 303);
	cycle_merge(&t, benp, benq);
	check(db_int(&t, SQL("SELECT SUM(oui) FROM sondage_option WHERE sondage_id = ?"), I(id)) ==
		1);
	check(db_int(&t, SQL("SELECT oui FROM sondage_option WHERE id = ?"), I(option(id, 1))) ==
		1);
	check(db_int(&t, SQL("SELECT n FROM reaction_total WHERE objet_id = ?"), I(id)) == 1);
	check(db_int(&t,
		      SQL("SELECT (SELECT COUNT(*) FROM vote WHERE contact_id = ?) +"
			  " (SELECT COUNT(*) FROM reaction WHERE contact_id = ?)"),
		      I(benp), I(benp)) == 0);
	check(show(benq, id, "") == 200);
	check_says("1 vote");
	check_says("Changer mon vote");
}

TEST(sondages_show_the_result_when_it_was_asked_for)
{
	int64_t after, closed;

	people_and_karim();
	after = a_poll(POLL "&resultat=vote");
	check(vote(benq, after, 0) == 303);
	check(show(benp, after, "") == 200);
	check_hides("<meter");
	check(show(benp, after, ".json") == 200);
	check_says("\"texte\":\"Vendredi\",\"choisi\":0");
	check(vote(benp, after, 1) == 303);
	check(show(benp, after, "") == 200);
	check_says("<meter");
	closed = a_poll(POLL "&resultat=cloture");
	check(vote(benp, closed, 1) == 303);
	check(show(benp, closed, "") == 200);
	check_hides("<meter");
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/clore", paris, closed), "") ==
		303);
	check(show(benp, closed, "") == 200);
	check_says("<meter");
}

TEST(sondages_that_are_secret_are_told_by_nothing)
{
	int64_t id;

	people_and_karim();
	id = a_poll(POLL "&secret=1&resultat=suite");
	check(vote(benp, id, 1) == 303);
	check(vote(benp, id, 0) == 422);
	check_says("Vous avez déjà voté");
	check(show(coop, id, "") == 200);
	check_says("1 vote, vote secret");
	check_hides("<meter");
	check(show(coop, id, ".json") == 200);
	check_says("\"texte\":\"Vendredi\",\"choisi\":0");
	check_hides("\"mien\":\"1\"");
	as(coop);
	check(get(at("/groupes/%" PRId64 ".json", paris)) == 200);
	check_hides("\"n\":1,");
	check(get("/.json") == 200 || get("/accueil.json") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM vote")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'sondage.vote'")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE auteur_id = ?"),
		      I(benp)) == 0);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/clore", paris, id), "") ==
		303);
	check(show(coop, id, "") == 200);
	check_says("<meter");
	check_hides("Votre réponse");
}

TEST(sondages_quiz_gives_a_score_and_explains_after)
{
	int64_t id;

	people_and_karim();
	id = a_poll(
		"genre=quiz&titre=Quiz&q1=Combien&r1-1=Deux&r1-2=Trois&juste1=2&e1=Parce+que+trois"
		"&q2=Ou&r2-1=Ici&r2-2=L%C3%A0&juste2=1");
	check(show(benp, id, "") == 200);
	check_hides("Parce que trois");
	check_hides("Bonne réponse");
	check(vote(benp, id, 1) == 422);
	check_says("Répondez à chaque question");
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/vote", paris, id),
		      at("q%" PRId64 "=%" PRId64 "&q%" PRId64 "=%" PRId64, question(id, 0),
			      option(id, 1), question(id, 1), option(id, 3))) == 303);
	check(show(benp, id, "") == 200);
	check_says("Votre score : 1 sur 2");
	check_says("Parce que trois");
	check(show(benq, id, "") == 200);
	check_hides("Parce que trois");
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=quiz&titre=Faux&q1=Sans&r1-1=A&r1-2=B") == 422);
	check_says("dites laquelle est juste");
}

TEST(sondages_dates_are_kept_and_published)
{
	int64_t id;

	people_and_karim();
	id = a_poll("genre=dates&titre=Bilan&jour1=2130-12-10T19:00&jour3=2130-12-11T19:00");
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/vote", paris, id),
		      at("d%" PRId64 "=1&d%" PRId64 "=2", option(id, 0), option(id, 1))) == 303);
	check(show(benp, id, "") == 200);
	check_says("1 si besoin");
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/clore", paris, id), "") ==
		403);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/clore", paris, id),
		      at("choisi=%" PRId64, option(id, 1))) == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Date retenue");
	check_says("11 décembre");
	check(strstr(t_reply->body,
		      at("/groupes/%" PRId64 "/publications/%" PRId64 "/date.ics\"", paris, id)) !=
		NULL);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64 "/date.ics", paris, id)) == 200);
	check_says("DTSTART;TZID=Europe/Paris:21301211T190000\r\n");
	check_says("DTEND;TZID=Europe/Paris:21301211T210000\r\n");
	check_says("SUMMARY:Bilan (Groupe local de Paris)\r\n");
	check_text(t_reply->type, "text/calendar; charset=utf-8");
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64 "/date", paris, id)) == 404);
	as(benl);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64 "/date.ics", paris, id)) == 404);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Une&jour1=2130-12-10T19:00") == 422);
	check_says("au moins deux dates");
}

TEST(sondages_dates_are_taken_as_the_message_says_and_refused_with_a_reason)
{
	int64_t id;

	people_and_karim();
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Format&jour1=14/09/2130+18:30&jour2=15/09/2130+%C3%A0+18h"
		      "&jour3=16-09-2130+9%C2%A0h%C2%A005"
		      "&fin=13/09/2130+12:00") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM sondage"));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM sondage_option WHERE sondage_id = ? AND jour IN"
			  " ('2130-09-14 16:30:00', '2130-09-15 16:00:00', '2130-09-16 07:05:00')"),
		      I(id)) == 3);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Non&jour1=2130-02-31T19:00&jour2=2130-03-01T19:00") ==
		422);
	check_says("Ce jour n’existe pas");
	check_says("value=\"2130-03-01T19:00\"");
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Non&jour1=31/02/2130+19:00&jour2=2130-03-01T19:00") ==
		422);
	check_says("Ce jour n’existe pas");
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Non&jour1=2020-03-01T19:00&jour2=2130-03-01T19:00") ==
		422);
	check_says("Cette date est passée");
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Non&jour1=2130-03-01T19:00&jour2=01/03/2130+19h") == 422);
	check_says("Cette date est déjà proposée");
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=dates&titre=Non&jour1=2130-03-01&jour2=2130-03-02T25:00") == 422);
	check_says("par exemple 14/09/2026 18:30");
}

TEST(sondages_answers_are_told_apart_by_signs_and_never_twice_the_same)
{
	people_and_karim();
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=sondage&titre=Langage&reponses=C%2B%2B%0AC%23%0AC") == 303);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=sondage&titre=Langage&reponses=Oui%0ANon%0AOui") == 422);
	check_says("«\u00A0Oui\u00A0» est déjà dans la liste");
}

TEST(sondages_remind_only_who_has_not_answered)
{
	int64_t id;

	people_and_karim();
	id = a_poll(POLL);
	check(vote(benp, id, 1) == 303);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/relancer", paris, id), "") ==
		403);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/relancer", paris, id), "") ==
		303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_cible c"
			  " JOIN notif_evenement e ON e.id = c.evenement_id"
			  " WHERE e.genre = 'rappel' AND c.cible_id = ?"),
		      I(benq)) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_cible c"
			  " JOIN notif_evenement e ON e.id = c.evenement_id"
			  " WHERE e.genre = 'rappel' AND c.cible_id = ?"),
		      I(benp)) == 0);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/relancer", paris, id), "") ==
		303);
	check(strstr(t_reply->location, "relance-deja") != NULL);
	db_exec(&t, SQL("UPDATE sondage SET relance_le = relance_le - INTERVAL 23 HOUR"));
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/relancer", paris, id), "") ==
		303);
	check(strstr(t_reply->location, "relance-deja") != NULL);
	db_exec(&t, SQL("UPDATE sondage SET relance_le = relance_le - INTERVAL 2 HOUR"));
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/relancer", paris, id), "") ==
		303);
	check(strstr(t_reply->location, "relance-deja") == NULL);
}

TEST(sondages_of_an_erased_person_keep_none_of_her_words)
{
	int64_t id;

	people_and_karim();
	id = a_poll(POLL);
	check(vote(benp, id, 1) == 303);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/epingle", paris, id),
		      "haut=1") == 403);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications/%" PRId64 "/epingle", paris, id),
		      "haut=1") == 303);
	cycle_forget(&t, coop);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sondage_option WHERE sondage_id = ?"), I(id)) ==
		0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sondage_votant WHERE sondage_id = ?"), I(id)) ==
		0);
	check(db_int(&t, SQL("SELECT epingle_le IS NULL FROM publication WHERE id = ?"), I(id)) ==
		1);
	check(show(benp, id, "") == 200);
	check_hides("Vendredi");
}
