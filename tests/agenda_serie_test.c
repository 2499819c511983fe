/* agenda_serie_test.c - an event published, cancelled, moved, split, shared by who organises it */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "evenements.h"
#include "people.h"

static const char *
date_at(int64_t id, int n, const char *what)
{
	return at("/agenda/%" PRId64 "/dates/%s/%s", id, day_of(id, n), what);
}

static bool
leads(const char *where)
{
	return t_reply->location != NULL && strcmp(t_reply->location, where) == 0;
}

/* The last sentence that somebody is owed by mail. */
static const char *
owed(int64_t who, const char *genre)
{
	return arena_strdup(&t.mem,
		db_string(&t,
			SQL("SELECT COALESCE((SELECT phrase FROM evenement_avis"
			    " WHERE contact_id = ? AND genre = ? ORDER BY id DESC LIMIT 1), '')"),
			I(who), S(genre)));
}

static int64_t
owed_since(int64_t since)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM evenement_avis WHERE id > ?"), I(since));
}

static int64_t
last_owed(void)
{
	return db_int(&t, SQL("SELECT COALESCE(MAX(id), 0) FROM evenement_avis"));
}

static int64_t
draft(void)
{
	as(coop);
	check(post("/agenda/nouveau",
		      at("titre=Maraude&debut=2026-12-05T18:30&fin=2026-12-05T21:00"
			 "&organisateur=%" PRId64,
			      paris)) == 303);
	return newest_event();
}

/* Who will see it is said before it is published, to who organises it alone. */
TEST(agenda_publishing_says_before_who_will_see_it)
{
	int64_t id;

	winter();
	id = draft();
	check(get(event_at(id, "")) == 200);
	check_says("/publier");
	check(get(event_at(id, "/publier")) == 200);
	check_says("2 personnes verront l’événement");
	as(benp);
	check(get(event_at(id, "")) == 404);
	check(get(event_at(id, "/publier")) == 404);
	check(post(event_at(id, "/publier"), "") == 404);
	as(coop);
	check(post(event_at(id, "/publier"), "") == 303);
	check(leads(event_at(id, "?fait=publie")));
	check(post(event_at(id, "/publier"), "") == 409);
	as(benp);
	check(get(event_at(id, "")) == 200);
	check_hides("/modifier");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement WHERE objet_id = ?"
			  " AND genre = 'evenement_nouveau'"),
		      I(id)) == 1);
}

TEST(agenda_a_draft_is_thrown_away_and_an_event_is_not)
{
	int64_t id;

	winter();
	id = draft();
	check(get(event_at(id, "/supprimer")) == 200);
	check(post(event_at(id, "/supprimer"), "") == 303);
	check(get(event_at(id, "")) == 404);
	id = an_event("Réunion", 7, -1);
	as(coop);
	check(post(event_at(id, "/supprimer"), "") == 409);
}

TEST(agenda_cancelling_asks_why_and_tells_who_comes)
{
	int64_t id, sequence;

	winter();
	id = an_event("Réunion", 7, -1);
	joins(id, 0, benp);
	sequence = db_int(&t, SQL("SELECT sequence FROM evenement WHERE id = ?"), I(id));
	as(benp);
	check(post(event_at(id, "/annuler"), "motif=Non") == 403);
	as(coop);
	check(get(event_at(id, "/annuler")) == 200);
	check_says("1 personne sera prévenue");
	check(post(event_at(id, "/annuler"), "motif=+") == 422);
	check_says("Dites pourquoi");
	check(post(event_at(id, "/annuler"), "motif=La+salle+est+ferm%C3%A9e") == 303);
	check_text(owed(benp, "evenement_annule"), "La salle est fermée");
	check_text(
		db_string(&t, SQL("SELECT CONCAT(etat, motif) FROM evenement WHERE id = ?"), I(id)),
		"annuleLa salle est fermée");
	check_text(db_string(&t, SQL("SELECT etat FROM evenement_date WHERE id = ?"),
			   I(date_of(id, 0))),
		"annule");
	check(db_int(&t, SQL("SELECT sequence FROM evenement WHERE id = ?"), I(id)) > sequence);
	check(post(event_at(id, "/annuler"), "motif=Encore") == 409);
	check(get(event_at(id, "/modifier")) == 409);
	check(post(event_at(id, "/dupliquer"), "") == 303);
	check_text(db_string(&t, SQL("SELECT etat FROM evenement WHERE id = ?"), I(newest_event())),
		"brouillon");
}

/* Anchors 8: the text alone changes nothing for anybody; another hour is told; another day keeps
 * each person, who confirms. */
TEST(agenda_what_changed_is_told_and_the_text_alone_is_not)
{
	int64_t id, since;

	winter();
	id = an_event("Réunion", 7, 10);
	joins(id, 0, benp);
	since = last_owed();
	as(coop);
	check(post(event_at(id, "/modifier"),
		      "titre=R%C3%A9union&debut=2026-12-07T19:00&fin=2026-12-07T21:00"
		      "&description=Autre+texte") == 303);
	check(owed_since(since) == 0);
	check(post(event_at(id, "/modifier"),
		      "titre=R%C3%A9union&debut=2026-12-07T18:30&fin=2026-12-07T21:00"
		      "&lieu=Gare+du+Nord") == 303);
	check_text(owed(benp, "evenement_change"),
		"L’heure change\u00A0: 18\u00A0h\u00A030 au lieu de 19\u00A0h. Nouveau lieu\u00A0:"
		" Gare du Nord.");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE confirmer_avant IS NOT NULL")) == 0);
	check(post(event_at(id, "/modifier"),
		      "titre=R%C3%A9union&debut=2026-12-09T18:30&fin=2026-12-09T21:00") == 303);
	check(strstr(owed(benp, "evenement_change"), "Nouvelle date") != NULL);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM place p JOIN evenement_date d ON d.id = p.date_id"
			  " WHERE d.evenement_id = ? AND p.etat = 'inscrit'"
			  " AND p.confirmer_avant IS NOT NULL"),
		      I(id)) == 1);
	check_text(day_of(id, 0), "2026-12-09");
}

/* The same days by another rule are no news; other days of a series are told as such. */
TEST(agenda_a_rule_that_gives_the_same_days_tells_nobody)
{
	int64_t id, since;

	winter();
	id = a_series("Permanence", 7, "FREQ=MONTHLY;COUNT=3", 10);
	joins(id, 0, benp);
	since = last_owed();
	as(coop);
	check(post(event_at(id, "/modifier"),
		      "titre=Permanence&debut=2026-12-07T19:00&fin=2026-12-07T21:00"
		      "&repete=mois&mois=date&finit=nombre&serie_nombre=3") == 303);
	check(owed_since(since) == 0);
	check(post(event_at(id, "/modifier"),
		      "titre=Permanence&debut=2026-12-08T18:00&fin=2026-12-08T20:00"
		      "&rrule=FREQ=MONTHLY;COUNT=3") == 303);
	check_text(owed(benp, "evenement_change"),
		"Les dates de la série changent. L’heure change\u00A0: 18\u00A0h au lieu de"
		" 19\u00A0h.");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE confirmer_avant IS NOT NULL")) == 3);
}

TEST(agenda_one_date_of_a_series_is_cancelled_or_moved_alone)
{
	int64_t id, moved;

	winter();
	id = a_series("Permanence", 7, "FREQ=WEEKLY;COUNT=4", 10);
	joins(id, 0, benp);
	as(coop);
	check(get(event_at(id, "")) == 200);
	check_says("Modifier à partir de là");
	check(get(date_at(id, 1, "annuler")) == 200);
	check(post(date_at(id, 1, "annuler"), "motif=F%C3%A9ri%C3%A9") == 303);
	check_text(owed(benp, "evenement_annule"), "Férié");
	check(post(date_at(id, 1, "annuler"), "motif=Encore") == 409);
	check(get(date_at(id, 2, "deplacer")) == 200);
	check_says("2026-12-21T19:00");
	moved = date_of(id, 2);
	check(post(date_at(id, 2, "deplacer"), "debut=2026-12-22T20:00&fin=2026-12-22T19:00") ==
		422);
	check(post(date_at(id, 2, "deplacer"), "debut=2026-12-22T20:00&fin=2026-12-22T22:00") ==
		303);
	check_text(day_of(id, 2), "2026-12-21");
	check_text(db_string(&t, SQL("SELECT debut FROM evenement_date WHERE id = ?"), I(moved)),
		"2026-12-22 19:00:00");
	check(db_int(&t, SQL("SELECT confirmer_avant IS NOT NULL FROM place WHERE date_id = ?"),
		      I(moved)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE confirmer_avant IS NOT NULL")) == 1);
	check(post(event_at(id, "/dates/2026-12-13/deplacer"), "debut=&fin=") == 404);
	as(benp);
	check(post(date_at(id, 0, "deplacer"), "debut=2026-12-22T20:00&fin=2026-12-22T22:00") ==
		403);
}

/* E11: one date of a confidential series that was moved shows nothing to who does not see it. */
TEST(agenda_a_moved_date_of_a_confidential_series_shows_nothing)
{
	int64_t id;

	winter();
	id = a_series("Discret", 7, "FREQ=WEEKLY;COUNT=4", 10);
	as(coop);
	check(post(date_at(id, 1, "deplacer"), "debut=2026-12-15T20:00&fin=2026-12-15T22:00") ==
		303);
	as(benl);
	check(get(event_at(id, "?date=2026-12-14")) == 404);
	check(get(date_at(id, 1, "deplacer")) == 404);
	check(get("/agenda?du=2026-12-01&au=2027-01-31") == 200);
	check_hides("Discret");
	check(get("/agenda.json?du=2026-12-01&au=2027-01-31") == 200);
	check_hides("Discret");
	check(get("/recherche?q=Discret") == 200);
	check_hides("/agenda/");
}

/* Anchors 9: who registered for the whole has the date that is added. */
TEST(agenda_a_date_added_has_who_registered_for_the_series)
{
	struct evenement e;
	int64_t id;

	winter();
	id = a_series("Permanence", 7, "FREQ=WEEKLY;COUNT=3", 10);
	joins(id, 0, benp);
	joins(id, date_of(id, 0), benl);
	as(coop);
	check(get(event_at(id, "/dates/ajouter")) == 200);
	check_says("1 personne inscrite à toute la série");
	check(post(event_at(id, "/dates/ajouter"), "debut=2026-12-14T09:00&fin=2026-12-14T10:00") ==
		422);
	check(post(event_at(id, "/dates/ajouter"), "debut=2026-12-17T09:00&fin=2026-12-17T10:00") ==
		303);
	check(leads(event_at(id, "?date=2026-12-17&fait=date-ajoutee")));
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE id = ?"), I(date_of(id, 2))) ==
		1);
	check(evenement_read(&t, id, &e));
	evenement_save(&t, id, &e);
	check_text(day_of(id, 2), "2026-12-17");
	id = an_event("Seul", 3, -1);
	check(post(event_at(id, "/dates/ajouter"), "debut=2026-12-17T09:00&fin=2026-12-17T10:00") ==
		409);
}

TEST(agenda_this_date_and_those_after_become_a_series_with_their_people)
{
	int64_t id, new, third;

	winter();
	id = a_series("Permanence", 7, "FREQ=WEEKLY;COUNT=4", 10);
	joins(id, 0, benp);
	joins(id, date_of(id, 0), benl);
	third = date_of(id, 2);
	as(coop);
	check(get(event_at(id, "/modifier?portee=suite&date=2026-12-21")) == 200);
	check_says("2026-12-21T19:00");
	check_says("deviennent une série à part");
	check(post(event_at(id, "/modifier"),
		      "portee=suite&date=2026-12-21&titre=Permanence&debut=2026-12-21T18:00"
		      "&fin=2026-12-21T20:00") == 303);
	new = newest_event();
	check(new != id &&leads(event_at(new, "?fait=modifie")));
	check_text(db_string(&t, SQL("SELECT rrule FROM evenement WHERE id = ?"), I(id)),
		"FREQ=WEEKLY;UNTIL=20261220");
	check_text(db_string(&t, SQL("SELECT CONCAT(rrule, etat) FROM evenement WHERE id = ?"),
			   I(new)),
		"FREQ=WEEKLY;COUNT=2publie");
	check(date_of(new, 0) == third);
	check_text(day_of(new, 1), "2026-12-28");
	check_text(db_string(&t, SQL("SELECT debut FROM evenement_date WHERE id = ?"), I(third)),
		"2026-12-21 17:00:00");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_date WHERE evenement_id = ?"),
		      I(id)) == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM place p JOIN evenement_date d ON d.id = p.date_id"
			  " JOIN inscription i ON i.id = p.inscription_id"
			  " AND i.evenement_id = d.evenement_id AND i.contact_id = ?"),
		      I(benp)) == 4);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM inscription WHERE evenement_id = ?"), I(new)) ==
		1);
	check(strstr(owed(benp, "evenement_change"), "L’heure change") != NULL);
	check_text(owed(benl, "evenement_change"), "");
}

/* E6: people whom she sees, and nobody by guessing. */
TEST(agenda_only_people_one_sees_are_invited)
{
	int64_t id;

	winter();
	t_settle(pro = t_person("Paul", "Proche", "paul@exemple.org", "prospect", "benevole"));
	id = an_event("Réunion", 7, -1);
	as(coop);
	check(get(event_at(id, "/inviter")) == 200);
	check(post(event_at(id, "/inviter"), at("contact=%" PRId64 "&contact=999999", benp)) ==
		404);
	check(post(event_at(id, "/inviter"), at("contact=%" PRId64, pro)) == 404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_invite")) == 0);
	check(post(event_at(id, "/inviter"),
		      at("contact=%" PRId64 "&groupe=%" PRId64, benl, paris)) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_invite WHERE contact_id IN (?, ?)"),
		      I(benl), I(benp)) == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM evenement_avis WHERE genre ="
			  " 'evenement_invitation'")) == 2);
	as(benl);
	check(get(event_at(id, "")) == 200);
	check(post(event_at(id, "/inviter"), at("contact=%" PRId64, benp)) == 403);
}

TEST(agenda_who_organises_with_her_loses_it_when_removed)
{
	int64_t id;

	winter();
	id = an_event("Réunion", 7, -1);
	as(coop);
	check(post(event_at(id, "/organisateurs"), at("contact=%" PRId64, benl)) == 303);
	as(benl);
	check(get(event_at(id, "/modifier")) == 200);
	as(coop);
	check(get(event_at(id, "/organisateurs")) == 200);
	check_says("Berthe");
	check(post(event_at(id, "/organisateurs"), at("contact=%" PRId64 "&acte=retirer", benl)) ==
		303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = ? AND objet_id = ?"
			  " AND acte LIKE 'evenement.organisateur%'"),
		      I(coop), I(id)) == 2);
	as(benl);
	check(get(event_at(id, "/modifier")) == 404);
}
