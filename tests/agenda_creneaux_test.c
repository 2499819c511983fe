/* agenda_creneaux_test.c - posts and shifts: taken, left, changed */

#include <inttypes.h>

#include "base/clock.h"
#include "creneaux.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/poste.h"

TEST(creneaux_several_are_taken_at_once_two_a_day_and_all_or_none)
{
	int64_t a, b, c;

	an_event_with_a_post();
	a = shift(8, 12, 2, 3);
	b = shift(14, 18, 2, 3);
	c = shift(16, 20, 2, 3);
	as(benp);
	check(get(page_of("")) == 200);
	check_says("Parking");
	check_says("manque 2");
	check(t_elements() < 400);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, b, c)) == 422);
	check_says("se chevauchent");
	check_says("14\u00A0h à\u00A018\u00A0h");
	check_says("16\u00A0h à\u00A020\u00A0h");
	check(shift_taken(b) == 0 && shift_taken(c) == 0);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, b, a)) == 303);
	check(shift_held(a, benp) == 1 && shift_held(b, benp) == 1 && shift_taken(a) == 1 &&
		shift_taken(b) == 1);
	check(post(page_of(""), at("c=%" PRId64, c)) == 422);
	check_says("se chevauchent");
	check(get(page_of("?moi=1")) == 200);
	check_hides("16\u00A0h");
	check(get(page_of("")) == 200);
	check_says("Vous y êtes");
	check_says("Mes créneaux");
	as(benl);
	check(get(page_of("")) == 404);
}

TEST(creneaux_between_two_days_there_is_rest)
{
	int64_t night, late, morning;

	an_event_with_a_post();
	night = shift(22, 26, 1, 2);
	late = shift(26, 30, 1, 2); /* of the same night */
	morning = shift(32, 36, 1, 2);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, night, late)) == 303);
	check(post(page_of(""), at("c=%" PRId64, morning)) == 422);
	check_says("8 h de repos");
	as(coop);
	check(post(at("/agenda/%" PRId64 "/postes/repos", event), "repos=2") == 303);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, morning)) == 303);
}

/* E20 */
TEST(creneaux_what_is_full_past_or_closed_refuses)
{
	int64_t full, a, gone;

	an_event_with_a_post();
	full = shift(8, 12, 1, 1);
	a = shift(13, 15, 1, 1);
	gone = shift(16, 18, 1, 1);
	as(coop);
	check(post(page_of(""), at("c=%" PRId64, full)) == 303);
	check(post(slot_of(gone, "/annuler"), "motif=Orage") == 303);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, full)) == 409);
	check_says("complet");
	check(post(page_of(""), at("c=%" PRId64, gone)) == 409);
	check_says("annulé");
	db_exec(&t, SQL("UPDATE creneau SET etat = 'ferme' WHERE id = ?"), I(a));
	check(post(page_of(""), at("c=%" PRId64, a)) == 409);
	check_says("fermé");
	db_exec(&t, SQL("UPDATE creneau SET etat = 'ouvert' WHERE id = ?"), I(a));
	t_clock("2027-05-22 12:00:00");
	check(post(page_of(""), at("c=%" PRId64, a)) == 409);
	check_says("commencé");
	t_clock("2027-05-23 12:00:00");
	check(post(page_of(""), at("c=%" PRId64, a)) == 409);
	check_says("passé");
	check(shift_taken(a) == 0 && shift_taken(full) == 1);
}

TEST(creneaux_training_and_age_are_asked_for_and_said)
{
	struct poste p = poste_new();
	int64_t trained, grown, a, b;

	an_event_with_a_post();
	p.titre = "Traversée";
	p.exige = arena_strdup(&t.mem,
		db_string(&t,
			SQL("SELECT CONCAT(id, ':bienvenue') FROM champ WHERE cle ="
			    " 'formations'")));
	trained = poste_create(&t, event, &p);
	p.exige = "";
	p.titre = "Bar";
	p.age_min = 18;
	grown = poste_create(&t, event, &p);
	a = shift_at(trained, 8, 12, 1, 2);
	b = shift_at(grown, 13, 15, 1, 2);
	as(benp);
	check(get(page_of("")) == 200);
	check_says("Il faut avoir\u00A0: Bienvenue");
	check_says("selon la formation");
	check_says("Dès 18 ans");
	check(post(page_of(""), at("c=%" PRId64, a)) == 422);
	check_says("demande «\u00A0Bienvenue\u00A0»");
	check(post(page_of(""), at("c=%" PRId64, b)) == 422);
	check_says("18 ans");
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'bienvenue' FROM champ WHERE cle = 'formations'"),
		I(benp));
	db_exec(&t, SQL("UPDATE contact SET date_naissance = '2009-05-23' WHERE id = ?"), I(benp));
	check(post(page_of(""), at("c=%" PRId64, b)) == 422);
	db_exec(&t, SQL("UPDATE contact SET date_naissance = '2009-05-22' WHERE id = ?"), I(benp));
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, a, b)) == 303);
	check(get(page_of("")) == 200);
	check_says("Bienvenue\u00A0: acquise");
}

/* A newcomer never takes the last place of a post where nobody knows the work. */
TEST(creneaux_the_last_place_waits_for_somebody_who_knows)
{
	struct poste p = poste_new();
	int64_t id, before;

	an_event_with_a_post();
	before = shift(8, 10, 1, 2);
	p.titre = "Ravitaillement";
	p.habitue = true;
	id = shift_at(poste_create(&t, event, &p), 12, 16, 1, 1);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 422);
	check_says("personne habituée");
	as(coop);
	check(post(page_of(""), at("c=%" PRId64, before)) == 303);
	t_clock("2027-05-22 09:00:00"); /* 11 h of the wall: she has held one */
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
}

/* Anchor 10, E22 */
TEST(creneaux_longer_hours_ask_again_and_shorter_ones_do_not)
{
	int64_t id;

	an_event_with_a_post();
	id = shift(9, 12, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	as(coop);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	check(post(slot_of(id, "/modifier"),
		      "debut=2027-05-22T09:00&fin=2027-05-22T14:00&minimum=1&maximum=3") == 200);
	check_says("2 personnes devront reconfirmer sous 48\u00A0h");
	check(was_told(benp, "Votre créneau change") == 0);
	check(post(slot_of(id, "/modifier"),
		      "debut=2027-05-22T09:00&fin=2027-05-22T14:00&minimum=1&maximum=3"
		      "&confirme=1") == 303);
	check(was_told(benp, "Votre créneau change") == 1 && shift_held(id, benp) == 1);
	as(benp);
	check(get(slot_of(id, "")) == 200);
	check_says("Cela me va");
	check(post(slot_of(id, "/confirmer"), "") == 303);
	as(coop);
	check(post(slot_of(id, "/modifier"),
		      "debut=2027-05-22T09:00&fin=2027-05-22T11:00&minimum=1&maximum=3") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM creneau_place WHERE creneau_id = ?"
			  " AND contact_id = ? AND confirmer_avant IS NULL AND etat = 'pris'"),
		      I(id), I(benp)) == 1);
	check(post(slot_of(id, "/modifier"),
		      "debut=2027-05-22T09:00&fin=2027-05-22T11:00&minimum=1&maximum=1") == 422);
	check_says("2 personnes y sont déjà");
	/* Coline never confirmed the longer ones: her place is given back, and she is told. */
	t_clock("2027-05-18 10:00:00");
	creneau_tour(&t);
	check(shift_taken(id) == 1 && shift_held(id, coop) == 0 && shift_held(id, benp) == 1);
	check(was_told(coop, "votre place est rendue") == 1);
}

TEST(creneaux_a_cancelled_shift_and_a_cancelled_event_tell_who_held_it)
{
	int64_t a, b;

	an_event_with_a_post();
	a = shift(9, 12, 1, 3);
	b = shift(14, 16, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, a, b)) == 303);
	check(post(slot_of(a, "/annuler"), "") == 403);
	as(coop);
	check(post(slot_of(a, "/annuler"), "motif=Orage") == 303);
	check(was_told(benp, "annulé") == 1 && was_told(benp, "Orage") == 1 && shift_taken(a) == 0);
	t.user.id = coop;
	creneaux_cancel(&t, event, 0, "Plus de balade");
	t.user.id = 0;
	check(was_told(benp, "Plus de balade") == 1 && shift_taken(b) == 0);
}

TEST(creneaux_of_a_cancelled_date_are_cancelled)
{
	int64_t a, b;

	an_event_with_a_post();
	a = shift(9, 12, 1, 3);
	b = shift(33, 36, 1, 3); /* the day after, which is a date too */
	db_exec(&t,
		SQL("INSERT INTO evenement_date (evenement_id, jour, debut, fin, liste_id)"
		    " SELECT evenement_id, '2027-05-23', debut + INTERVAL 1 DAY,"
		    " fin + INTERVAL 1 DAY, liste_id FROM evenement_date WHERE evenement_id = ?"),
		I(event));
	db_exec(&t, SQL("UPDATE evenement SET rrule = 'FREQ=DAILY;COUNT=2' WHERE id = ?"),
		I(event));
	as(benp);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, a, b)) == 303);
	as(coop);
	check(post(at("/agenda/%" PRId64 "/dates/%s/annuler", event, day_of(event, 0)),
		      "motif=Orage") == 303);
	check(shift_taken(a) == 0);
	check(shift_taken(b) == 1);
	check(was_told(benp, "Orage") >= 1);
}

/* Anchor 11 */
TEST(creneaux_late_one_leaves_only_when_somebody_takes_over)
{
	int64_t id;

	an_event_with_a_post();
	id = shift(12, 16, 1, 2);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	check(post(slot_of(id, "/quitter"), "") == 303);
	check(shift_taken(id) == 0);
	check(was_told(coop, "désisté") == 0); /* a week before: no alert */
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	t_clock("2027-05-22 08:00:00");
	check(post(slot_of(id, "/quitter"), "") == 303);
	check(shift_taken(id) == 0 && was_told(coop, "s’est désisté-e") == 1);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	db_exec(&t, SQL("UPDATE evenement SET retrait_h = 3 WHERE id = ?"), I(event));
	check(post(slot_of(id, "/quitter"), "") == 303);
	check(shift_taken(id) == 1 && was_told(coop, "cherche une relève") == 1);
	check(post(slot_of(id, "/quitter"), "") == 303);
	check(was_told(coop, "cherche une relève") == 1);
	t.user.id = coop;
	check(creneau_replace(&t, id, 0, coop) == NULL);
	t.user.id = 0;
	check(shift_taken(id) == 1 && shift_held(id, coop) == 1 && shift_held(id, benp) == 0);
	check(was_told(benp, "prend votre place") == 1);
	check(db_int(&t,
		      SQL("SELECT remplace_id FROM creneau_place WHERE creneau_id = ?"
			  " AND contact_id = ?"),
		      I(id), I(coop)) == benp);
	t_clock("2027-05-22 11:00:00");
	check(post(slot_of(id, "/quitter"), "") == 409);
}

TEST(creneaux_who_is_there_now_has_first_names_for_volunteers)
{
	int64_t id;

	an_event_with_a_post();
	id = shift(12, 16, 1, 2);
	as(coop);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	as(benp);
	check(get(page_of("")) == 200);
	check_hides("Qui est là");
	t_clock("2027-05-22 11:00:00");
	check(get(page_of("")) == 200);
	check_says("Qui est là maintenant");
	check_says("Coline");
	check(get(slot_of(id, "")) == 200);
	check_says("Coline");
	db_exec(&t,
		SQL("DELETE a FROM acces a JOIN objet o ON o.liste_id = a.liste_id"
		    " WHERE o.id = ?"),
		I(coop));
	check(get(page_of("")) == 200);
	check_hides("Coline");
	check(get(slot_of(id, "")) == 200);
	check_hides(">Coline");
}

TEST(creneaux_organisers_make_posts_regular_shifts_and_a_week_again)
{
	int64_t id;

	an_event_with_a_post();
	as(benp);
	check(get(at("/agenda/%" PRId64 "/postes", event)) == 403);
	as(coop);
	check(get(at("/agenda/%" PRId64 "/postes/nouveau", event)) == 200);
	check(post(at("/agenda/%" PRId64 "/postes/nouveau", event), "titre=&km=abc") == 422);
	check(post(at("/agenda/%" PRId64 "/postes/nouveau", event),
		      "titre=Caisse&lieu=Lille&km=&age=16&habitue=1&consignes=Sourire") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM poste"));
	check(post(at("/agenda/%" PRId64 "/postes/creneaux", event),
		      at("poste=%" PRId64 "&debut=2027-05-18T09:00&fin=2027-05-18T18:00&heures=4"
			 "&minimum=1&maximum=2",
			      id)) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM creneau WHERE poste_id = ?"), I(id)) == 3);
	check(post(at("/agenda/%" PRId64 "/postes/creneaux", event),
		      at("poste=%" PRId64 "&debut=2027-05-18T09:00&fin=2027-05-18T18:00&heures=4"
			 "&minimum=1&maximum=2",
			      id)) == 422);
	check(post(at("/agenda/%" PRId64 "/postes/creneaux", event),
		      at("poste=%" PRId64 "&debut=2027-05-18T09:00&fin=2027-05-18T08:00&heures=4"
			 "&minimum=3&maximum=2",
			      id)) == 422);
	check(post(at("/agenda/%" PRId64 "/postes/semaine", event), "lundi=2027-05-24") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM creneau WHERE poste_id = ? AND jour ="
			  " '2027-05-25' AND pris = 0"),
		      I(id)) == 3);
	check(post(at("/agenda/%" PRId64 "/postes/semaine", event), "lundi=2027-05-24") == 422);
	check(get(at("/agenda/%" PRId64 "/postes?j=2027-05-18", event)) == 200);
	check_says("Caisse");
	check_says("0/2");
	check(t_elements() < 400);
	check(get(at("/agenda/%" PRId64 "/postes/%" PRId64, event, id)) == 200);
	check_says("Sourire");
	check(post(at("/agenda/%" PRId64 "/postes/%" PRId64, event, id), "titre=Caisses") == 303);
	check(post(at("/agenda/%" PRId64 "/postes/%" PRId64 "/retirer", event, id), "") == 303);
	check(get(at("/agenda/%" PRId64 "/postes/%" PRId64, event, id)) == 404);
}
