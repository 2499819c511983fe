/* heures_test.c - hours that people give: from attendance, declared, validated; certificates */

#include <inttypes.h>
#include <unistd.h>

#include "base/clock.h"
#include "domain/agenda/duree.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/heures.h"
#include "domain/vie/cycle.h"
#include "creneaux.h"
#include "evenements.h"

TEST(heures_durations_are_read_as_they_are_typed)
{
	check(duree_read("2 h") == 120);
	check(duree_read("1 h 30") == 90);
	check(duree_read("1h30") == 90);
	check(duree_read("45 min") == 45);
	check(duree_read("1,5") == 90);
	check(duree_read("2") == 120);
	check(duree_read("3 heures") == 180);
	check(duree_read("25 h") == -1);
	check(duree_read("0") == -1);
	check(duree_read("-2 h") == -1);
	check(duree_read("2 h 75") == -1);
	check(duree_read("deux") == -1);
	check(duree_read("") == -1);
	check_text(duree_words(&t.mem, 270), "4\u00A0h\u00A030");
	check_text(duree_words(&t.mem, 45), "45\u00A0min");
}

/* An event of three days ago, 19 h to 21 h of the site, where benp was: ticked FROM minutes after
 * its begin, and gone TILL minutes after it (0: nobody noted). */
static int64_t
attended(int from, int till)
{
	int64_t id = an_event("Stand du marché", -3, -1);
	int64_t i = db_insert(&t,
		SQL("INSERT INTO inscription (evenement_id, contact_id, cree_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP())"),
		I(id), I(benp));

	db_exec(&t,
		SQL("INSERT INTO place (date_id, inscription_id, etat, depuis, present_le,"
		    " parti_le)"
		    " SELECT id, ?, 'inscrit', UTC_TIMESTAMP(6), debut + INTERVAL ? MINUTE,"
		    " IF(? > 0, debut + INTERVAL ? MINUTE, NULL) FROM evenement_date"
		    " WHERE evenement_id = ?"),
		I(i), I(from), I(till), I(till), I(id));
	heures_tour(&t);
	heures_tour(&t);
	return id;
}

static int64_t
minutes(void)
{
	return db_int(&t, SQL("SELECT COALESCE(SUM(minutes), 0) FROM heures WHERE contact_id = ?"),
		I(benp));
}

TEST(heures_come_from_attendance_once)
{
	people();
	attended(4, 100);
	check(minutes() == 90); /* 1 h 36, to the half hour */
	check(db_int(&t, SQL("SELECT COUNT(*) FROM heures")) == 1);
	check(db_int(&t, SQL("SELECT fin_prevue FROM heures")) == 0);
	db_exec(&t, SQL("UPDATE place SET present_le = NULL"));
	heures_tour(&t);
	check(minutes() == 0);
}

/* anchors (a) 12: a forgotten check-out: the planned end counts, and who coordinates reads it. */
TEST(heures_a_forgotten_departure_counts_till_the_planned_end)
{
	people();
	t_settle(coop);
	attended(4, 0);
	check(minutes() == 120);
	as(coop);
	check(get("/heures/a-valider") == 200);
	check_says("fin prévue à");
}

static void
declare(const char *body)
{
	as(benp);
	check(post("/heures", body) == 303);
}

static int64_t
newest(void)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM heures"));
}

TEST(heures_are_declared_for_ones_own_missions_and_days_that_are_past)
{
	const char *today;

	people();
	t_settle(benp);
	today = arena_strdup(&t.mem, wall_ymd(&t.mem, wall_at(clock_now())));
	declare(at("quoi=Affiches&mission=%" PRId64 "&jour=%s&duree=1+h+30", paris, today));
	check(minutes() == 90);
	check(post("/heures",
		      at("quoi=Affiches&mission=%" PRId64 "&jour=%s&duree=30+h", paris, today)) ==
		422);
	check_says("Affiches");
	check_says("Donnez une durée");
	check(post("/heures", at("quoi=A&mission=%" PRId64 "&jour=%s&duree=1", lille, today)) ==
		422);
	check_says("une de vos missions");
	check(post("/heures",
		      at("quoi=A&mission=%" PRId64 "&jour=%s&duree=1", paris,
			      wall_ymd(&t.mem, wall_add_days(wall_at(clock_now()), 1)))) == 422);
	check_says("pas encore passé");
	check(get("/heures") == 200);
	check_says("Affiches");
	check_says("à valider");
	as(benl);
	check(post(at("/heures/%" PRId64 "/retirer", newest()), "") == 404);
	as(benp);
	check(post(at("/heures/%" PRId64 "/retirer", newest()), "") == 303);
	check(minutes() == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = ?"
			  " AND acte = 'heures.retirees'"),
		      I(benp)) == 1);
}

TEST(heures_are_validated_by_who_coordinates_never_by_oneself)
{
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	declare(at("quoi=Affiches&mission=%" PRId64 "&jour=%s&duree=12", paris,
		wall_ymd(&t.mem, wall_add_days(wall_at(clock_now()), -2))));
	id = newest();
	as(benp);
	check(get("/heures/a-valider") == 200);
	check_hides("Affiches");
	check(get(at("/heures/%" PRId64, id)) == 404);
	check(post("/heures/a-valider", at("h=%" PRId64, id)) == 303);
	as(benl);
	check(post("/heures/a-valider", at("h=%" PRId64, id)) == 303);
	check(post(at("/heures/%" PRId64, id), "faire=corriger&duree=2+h&raison=Non") == 404);
	check(db_int(&t, SQL("SELECT etat = 'a_valider' FROM heures WHERE id = ?"), I(id)) == 1);
	as(coop);
	check(get("/heures") == 200);
	check_says("à valider");
	check(get("/heures/a-valider") == 200);
	check_says("plus de 10\u00A0h en un jour");
	check(post(at("/heures/%" PRId64, id), "faire=corriger&duree=9+h&raison=") == 422);
	check(post(at("/heures/%" PRId64, id), "faire=corriger&duree=9+h&raison=La+pause") == 303);
	check(minutes() == 540);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'heures'")) == 1);
	as(benp);
	check(get("/heures") == 200);
	check_says("La pause");
	check_says("au lieu de");
	check(post(at("/heures/%" PRId64 "/retirer", id), "") == 404);
}

TEST(heures_a_certificate_bears_a_number_that_anybody_can_check)
{
	const char *body;

	people();
	t_settle(coop);
	t_settle(benp);
	as(benp);
	check(post("/heures/attestation", "an=2026") == 303);
	check(strstr(t_reply->location, "fait=rien") != NULL);
	attended(0, 120);
	db_exec(&t, SQL("UPDATE heures SET etat = 'validee', decide_le = cree_le"));
	as(benp);
	body = at("an=%" PRId64, db_int(&t, SQL("SELECT YEAR(jour) FROM heures")));
	check(post("/heures/attestation", body) == 303);
	check(post("/heures/attestation", body) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM attestation")) == 1);
	body = arena_strdup(&t.mem, t_reply->location);
	for (int i = 0; i < 6; i++)
		check(get(body) == 200);
	check(strncmp(t_file(), "%PDF-", 5) == 0);
	as(benl);
	check(get(body) == 404);
	as(0);
	check(get(at("/public/attestations/%s",
		      db_string(&t, SQL("SELECT numero FROM attestation")))) == 200);
	check_says("authentique");
	check_says("2\u00A0h");
	check_hides("N’Guyen");
	check(get("/public/attestations/000000000000") == 404);
	check_says("Aucune attestation");
}

TEST(heures_are_worth_what_the_rates_say)
{
	int64_t who;

	people();
	attended(0, 120);
	db_exec(&t, SQL("UPDATE heures SET etat = 'validee', minutes = 6000"));
	as(benp);
	check(get("/heures/contributions") == 403);
	who = t_person("Adèle", "Siège", "adele@exemple.org", "confirme", "salarie");
	t_account(who, "admin");
	t_settle(who);
	as(who);
	check(get("/heures/contributions") == 200);
	check_says("1\u202F202");
	check_says("0,1");
	check(post("/heures/contributions", "terrain=douze&encadrement=18,03&gouvernance=24") ==
		422);
	check_says("Donnez un taux");
	check(post("/heures/contributions", "terrain=20&encadrement=18,03&gouvernance=24,5") ==
		303);
	check(get("/heures/contributions") == 200);
	check_says("2\u202F000");
	check(get("/heures/contributions.csv") == 200);
	check(strstr(t_file(), "2000") != NULL);
	/* by person too, those whom the reader sees */
	check(get("/heures/contributions") == 200);
	check_says("Par personne");
	check_says("N’Guyen");
	check(get("/heures/contributions.csv?par=personne") == 200);
	check(strstr(t_file(), "N’Guyen Élodie") != NULL && strstr(t_file(), "2000") != NULL);
	db_exec(&t,
		SQL("DELETE a FROM acces a JOIN objet o ON o.liste_id = a.liste_id"
		    " WHERE o.id = ?"),
		I(benp));
	check(get("/heures/contributions") == 200);
	check_hides("N’Guyen");
	check_says("Autres personnes");
}

TEST(heures_of_an_erased_person_still_count_without_her_words)
{
	people();
	t_settle(benp);
	declare(at("quoi=Chez+ma+tante&mission=%" PRId64 "&jour=%s&duree=2", paris,
		wall_ymd(&t.mem, wall_add_days(wall_at(clock_now()), -2))));
	check(get("/compte/donnees.json") == 200);
	check_says("Chez ma tante");
	cycle_forget(&t, benp);
	check(minutes() == 120);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM heures WHERE quoi <> ''")) == 0);
}

TEST(heures_and_dates_are_counted_by_group_for_who_follows_it)
{
	people();
	t_settle(coop);
	t_settle(benp);
	t_settle(benl);
	attended(0, 120);
	db_exec(&t, SQL("UPDATE heures SET etat = 'validee', minutes = 7140"));
	as(coop);
	check(get("/tableau-de-bord/groupes.json") == 200);
	check_says("\"heures\":119");
	check(strstr(t_reply->body, at("/agenda?groupe=%" PRId64 "&passes=1", paris)) != NULL ||
		strstr(t_reply->body, "passes=1") != NULL);
	as(benl);
	check(get("/tableau-de-bord/groupes.json") == 200);
	check_hides("\"heures\":119");
}

TEST(heures_come_from_shifts_as_planned_where_nobody_noted_the_end)
{
	int64_t id;

	an_event_with_a_post();
	id = shift(8, 12, 1, 3);
	db_exec(&t,
		SQL("INSERT INTO creneau_place (creneau_id, contact_id, etat, pris_le)"
		    " VALUES (?, ?, 'pris', UTC_TIMESTAMP())"),
		I(id), I(benp));
	heures_tour(&t);
	check(minutes() == 0);
	t_clock("2027-05-24 10:00:00");
	heures_tour(&t);
	heures_tour(&t);
	check(minutes() == 240);
	check(db_int(&t, SQL("SELECT fin_prevue FROM heures WHERE source = 'creneau'")) == 1);
}
