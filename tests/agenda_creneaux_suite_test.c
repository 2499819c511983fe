/* agenda_creneaux_suite_test.c - shifts when their event moves, is split, copied; what posts ask */

#include <inttypes.h>

#include "base/clock.h"
#include "creneaux.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement_serie.h"
#include "domain/agenda/heures.h"
#include "domain/agenda/poste.h"
#include "domain/objets/etiquette.h"

static const char *
hour_of(int64_t id)
{
	return db_string(&t,
		SQL("SELECT CONCAT(jour, ' ', debut, ' ', fin) FROM creneau WHERE id = ?"), I(id));
}

/* An event that moves takes its shifts along, by the same days and hours; whoever holds one keeps
 * it and confirms. */
TEST(creneaux_follow_the_date_that_moves)
{
	int64_t a, b, eve;

	an_event_with_a_post();
	eve = shift(-6, -4, 1, 2); /* the evening before: of the same event */
	a = shift(9, 12, 1, 3);
	b = shift(12, 15, 1, 3); /* comes where the other one was */
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, a)) == 303);
	as(coop);
	check(get(at("/agenda/%" PRId64 "/dates/2027-05-22/deplacer", event)) == 200);
	check_says("1 personne tient un créneau");
	check(post(at("/agenda/%" PRId64 "/dates/2027-05-22/deplacer", event),
		      "debut=2027-05-25T22:00&fin=2027-05-26T00:00") == 303);
	check_text(hour_of(a), "2027-05-25 2027-05-25 10:00:00 2027-05-25 13:00:00");
	check_text(hour_of(b), "2027-05-25 2027-05-25 13:00:00 2027-05-25 16:00:00");
	check_text(hour_of(eve), "2027-05-24 2027-05-24 19:00:00 2027-05-24 21:00:00");
	check(shift_held(a, benp) == 1 && was_told(benp, "au lieu de samedi 22 mai") == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM creneau_place WHERE confirmer_avant IS NOT NULL"
			  " AND contact_id = ?"),
		      I(benp)) == 1);
	/* Only its end: the shifts stay. */
	check(post(at("/agenda/%" PRId64 "/dates/2027-05-25/deplacer", event),
		      "debut=2027-05-25T22:00&fin=2027-05-26T01:00") == 303);
	check_text(hour_of(a), "2027-05-25 2027-05-25 10:00:00 2027-05-25 13:00:00");
}

/* A series: the date that moves takes its own shifts; one that the rule drops gives them up. */
TEST(creneaux_of_a_series_follow_their_own_date)
{
	int64_t a, b;

	an_event_with_a_post();
	db_exec(&t, SQL("UPDATE evenement SET rrule = 'FREQ=WEEKLY;COUNT=3' WHERE id = ?"),
		I(event));
	evenement_dates_write(&t, event);
	a = shift(9, 12, 1, 3);
	b = shift(7 * 24 + 9, 7 * 24 + 12, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, a, b)) == 303);
	as(coop);
	check(post(at("/agenda/%" PRId64 "/dates/2027-05-29/deplacer", event),
		      "debut=2027-05-28T19:00&fin=2027-05-28T21:00") == 303);
	check_text(hour_of(a), "2027-05-22 2027-05-22 07:00:00 2027-05-22 10:00:00");
	check_text(hour_of(b), "2027-05-28 2027-05-28 07:00:00 2027-05-28 10:00:00");
	struct evenement was, now;

	evenement_read(&t, event, &was);
	now = was;
	now.rrule = "FREQ=WEEKLY;COUNT=1";
	t.user.id = coop;
	evenement_change(&t, event, &was, &now);
	t.user.id = 0;
	check(shift_taken(a) == 1);
	check(shift_taken(b) == 0 && was_told(benp, "ne fait plus partie de la série") >= 1);
}

TEST(creneaux_of_a_split_series_go_with_their_dates)
{
	int64_t a, b, new;

	an_event_with_a_post();
	db_exec(&t, SQL("UPDATE evenement SET rrule = 'FREQ=WEEKLY;COUNT=3' WHERE id = ?"),
		I(event));
	evenement_dates_write(&t, event);
	a = shift(9, 12, 1, 3);
	b = shift(7 * 24 + 9, 7 * 24 + 12, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, a, b)) == 303);
	t.user.id = coop;
	new = evenement_split(&t, event, "2027-05-29");
	t.user.id = 0;
	check(db_int(&t, SQL("SELECT COUNT(*) FROM poste WHERE titre = 'Parking'")) == 2);
	as(benp);
	check(get(at("/agenda/%" PRId64 "/creneaux/%" PRId64, new, b)) == 200);
	check(get(slot_of(a, "")) == 200);
	check(get(slot_of(b, "")) == 303); /* an address that she was told before */
	check(shift_held(b, benp) == 1 && shift_taken(b) == 1);
	t.user.id = coop;
	new = evenement_copy(&t, event);
	t.user.id = 0;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM creneau c JOIN poste p ON p.id = c.poste_id"
			  " WHERE p.evenement_id = ? AND c.pris = 0"),
		      I(new)) == 1);
}

/* Longer hours that run into another shift of somebody are said before and after. */
TEST(creneaux_longer_hours_say_whose_shifts_overlap_now)
{
	int64_t a, b;

	an_event_with_a_post();
	a = shift(9, 12, 1, 3);
	b = shift(13, 16, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64 "&c=%" PRId64, a, b)) == 303);
	as(coop);
	check(post(slot_of(a, "/modifier"),
		      "debut=2027-05-22T09:00&fin=2027-05-22T14:00&minimum=1&maximum=3") == 200);
	check_says("Élodie N’Guyen");
	check_says("13\u00A0h à\u00A016\u00A0h");
	check(post(slot_of(a, "/modifier"),
		      "debut=2027-05-22T09:00&fin=2027-05-22T14:00&minimum=1&maximum=3"
		      "&confirme=1") == 303);
	check(was_told(benp, "ne vont plus ensemble") == 1);
	check(was_told(coop, "ne vont plus ensemble pour Élodie") == 1);
	check(shift_held(a, benp) == 1 && shift_held(b, benp) == 1);
}

/* A post may ask for a tag of people, or a role in the group: checked, also once the tag is
 * merged. */
TEST(creneaux_a_tag_or_a_role_is_asked_for)
{
	int64_t id, tag, other, post_of;

	an_event_with_a_post();
	tag = db_insert(
		&t, SQL("INSERT INTO etiquette (famille_id, nom) VALUES (3, 'Secouriste')"));
	other = db_insert(&t, SQL("INSERT INTO etiquette (famille_id, nom) VALUES (3, 'PSC1')"));
	as(coop);
	check(get(at("/agenda/%" PRId64 "/postes/nouveau", event)) == 200);
	check_hides("Secouriste"); /* nobody bears it whom she knows by it */
	check(post(at("/agenda/%" PRId64 "/postes/nouveau", event),
		      at("titre=Soins&formation=e%%3A%" PRId64, tag)) == 422);
	db_exec(&t, SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) VALUES (?, ?)"),
		I(benp), I(tag));
	check(get(at("/agenda/%" PRId64 "/postes/nouveau", event)) == 200);
	check_says("Secouriste");
	check_says("Coordination, ");
	check(post(at("/agenda/%" PRId64 "/postes/nouveau", event),
		      at("titre=Soins&formation=e%%3A%" PRId64, tag)) == 303);
	post_of = db_int(&t, SQL("SELECT MAX(id) FROM poste"));
	id = shift_at(post_of, 9, 12, 1, 3);
	check(post(page_of(""), at("c=%" PRId64, id)) == 422);
	check_says("demande «\u00A0Secouriste\u00A0»");
	check(get(slot_of(id, "/releve")) == 200);
	check_says("Élodie N’Guyen");
	etiquette_merge(&t, tag, other);
	as(benp);
	check(get(page_of("")) == 200);
	check_says("PSC1\u00A0: acquise");
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	as(coop);
	check(get(at("/agenda/%" PRId64 "/postes/%" PRId64, event, post_of)) == 200);
	check_says("PSC1");
	check(post(at("/agenda/%" PRId64 "/postes/%" PRId64, event, post_of),
		      at("titre=Soins&formation=p%%3A%" PRId64,
			      db_int(&t,
				      SQL("SELECT b.id FROM public b JOIN evenement e"
					  " ON b.cle = e.groupe_id AND b.genre = 'coordination'"
					  " WHERE e.id = ?"),
				      I(event)))) == 303);
	id = shift_at(post_of, 14, 16, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 422);
	check_says("demande «\u00A0Coordination, ");
	as(coop);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
}

/* On paper: each post and hour, who holds it, room for those who come. */
TEST(creneaux_sheet_has_who_holds_each_and_room)
{
	int64_t id;

	an_event_with_a_post();
	id = shift(9, 12, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	check(get(page_of("/feuille")) == 403);
	as(coop);
	check(get(at("/agenda/%" PRId64 "/postes", event)) == 200);
	check_says("/creneaux/feuille?j=2027-05-22");
	check(get(page_of("/feuille?j=2027-05-22")) == 200);
	check_says("N’Guyen Élodie");
	check_says("Place libre 2");
	check_hides("Place libre 3");
	check_says("1 sur 3");
}

/* Who leaves before the end has the hours until then. */
TEST(creneaux_who_goes_early_is_noted)
{
	int64_t id;

	an_event_with_a_post();
	id = shift(9, 13, 1, 3);
	as(benp);
	check(post(page_of(""), at("c=%" PRId64, id)) == 303);
	as(coop);
	t_clock("2027-05-22 07:05:00");
	check(post(slot_of(id, "/present"), at("contact=%" PRId64 "&present=1", benp)) == 303);
	t_clock("2027-05-22 09:05:00");
	check(get(slot_of(id, "")) == 200);
	check_says("Part maintenant");
	check(post(slot_of(id, "/present"), at("contact=%" PRId64 "&present=parti", benp)) == 303);
	check(get(slot_of(id, "")) == 200);
	check_says("Là jusqu’à 11");
	check_hides("Part maintenant");
	t_clock("2027-05-22 14:00:00");
	heures_tour(&t);
	check(db_int(&t, SQL("SELECT minutes FROM heures WHERE contact_id = ?"), I(benp)) == 120);
	check(db_int(&t, SQL("SELECT fin_prevue FROM heures WHERE contact_id = ?"), I(benp)) == 0);
}
