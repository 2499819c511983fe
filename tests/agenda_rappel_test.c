/* agenda_rappel_test.c - mails of events, reminders the day before, what is answered from them */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/evenement_serie.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/rappel.h"
#include "evenements.h"

/* ---- mails ---- */

/* Anchor 6. */
static void
check_whole(const char *text)
{
	check_holds(text, "Vendredi\u00A012\u00A0mars\u00A02027, 19\u00A0h à\u00A021\u00A0h");
	check_holds(text, "La Bobine");
	check_holds(text, "/agenda/reponse/");
}

TEST(agenda_courriel_says_date_hour_place_and_how_to_leave)
{
	int64_t id = an_evening(-1), place = joins(id, 0, benp);
	const char *to = address_of(benp);

	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	inscription_tell(&t, place, date_of(id, 0), "Votre venue est notée.");
	check_whole(event_mail(to, "texte"));
	check_holds(event_mail(to, "sujet"),
		"Votre place\u00A0: Fresque, vendredi\u00A012\u00A0mars\u00A02027");
	check_holds(event_mail(to, "calendrier"), "REQUEST\n");
	check_holds(event_mail(to, "calendrier"), "PARTSTAT=ACCEPTED");
	t.user.id = coop;
	evenement_tell_changed(&t, id, 0, "Le lieu change : La Bobine.");
	t_clock("2026-12-01 10:02:00");
	check_whole(event_mail(to, "texte"));
	check_holds(event_mail(to, "texte"), "Ce rendez-vous change.\nLe lieu change : La Bobine.");
	evenement_tell_cancelled(&t, id, 0, "Il neige.");
	check_holds(event_mail(to, "texte"), "Il neige.");
	check_holds(event_mail(to, "texte"), "Vendredi\u00A012\u00A0mars\u00A02027");
	check_holds(event_mail(to, "calendrier"), "CANCEL\n");
	check_holds(event_mail(to, "calendrier"), "STATUS:CANCELLED");
	check(event_mails(to) == 3);
	check(event_mails(address_of(coop)) == 0);
}

/* What changes within a minute is one mail, that says all of it; a date of a series by its day. */
TEST(agenda_courriel_changes_of_a_minute_are_one_mail)
{
	int64_t id = an_evening(-1);
	const char *to = address_of(benp);

	joins(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_tell_changed(&t, id, 0, "Nouveau lieu : Le Patio.");
	t_clock("2026-12-01 10:00:30");
	evenement_tell_changed(&t, id, date_of(id, 0), "L’heure change : 20 h au lieu de 19 h.");
	evenement_tell_changed(&t, id, 0, "Nouveau lieu : Le Patio.");
	check(event_mails(to) == 0);
	t_clock("2026-12-01 10:02:00");
	check(event_mails(to) == 1);
	check_holds(event_mail(to, "texte"),
		"\nNouveau lieu : Le Patio. L’heure change : 20 h au lieu de 19 h.\n");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_avis")) == 0);
}

TEST(agenda_courriel_changes_of_several_dates_name_them)
{
	const char *to;
	int64_t id;

	an_evening(-1);
	to = address_of(benp);
	id = a_series("Accueil", 3, "FREQ=WEEKLY;COUNT=3", -1);
	joins(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_tell_changed(&t, id, date_of(id, 0), "L’heure change : 20 h.");
	evenement_tell_changed(&t, id, date_of(id, 1), "Nouveau lieu : Le Patio.");
	evenement_tell_changed(&t, id, 0, "Le lien de la réunion en ligne change.");
	t_clock("2026-12-01 10:02:00");
	check(event_mails(to) == 1);
	check_holds(event_mail(to, "texte"),
		"Vendredi\u00A04\u00A0décembre\u00A0: l’heure change : 20 h.");
	check_holds(event_mail(to, "texte"),
		"11\u00A0décembre\u00A0: nouveau lieu : Le Patio. Le lien");
	check_holds(event_mail(to, "texte"), "Vendredi\u00A018\u00A0décembre");
}

/* Nobody reads of changes of what was cancelled meanwhile, but of other dates. */
TEST(agenda_courriel_what_is_cancelled_has_no_changes)
{
	const char *to;
	int64_t id;

	an_evening(-1);
	to = address_of(benp);
	id = a_series("Accueil", 3, "FREQ=WEEKLY;COUNT=3", -1);
	joins(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_tell_changed(&t, id, date_of(id, 0), "L’heure change : 20 h.");
	evenement_tell_changed(&t, id, date_of(id, 1), "Nouveau lieu : Le Patio.");
	evenement_date_cancel(&t, id, date_of(id, 0), "Il neige.");
	check(event_mails(to) == 1);
	check_holds(event_mail(to, "texte"), "Il neige.");
	t_clock("2026-12-01 10:02:00");
	check(event_mails(to) == 2);
	check_holds(event_mail(to, "texte"), "\nNouveau lieu : Le Patio.\n");
}

/* ---- the day before ---- */

static void
turn_at(const char *utc)
{
	t_clock(utc);
	rappel_tour(&t);
}

/* Once, at a civil hour, out of quiet hours; series begun in the past too (E17). */
TEST(agenda_rappel_comes_once_the_day_before)
{
	const char *to;
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	t_clock("2027-02-01 10:00:00");
	id = a_series("Accueil", 1, "FREQ=WEEKLY", -1);
	joins(id, 0, benp);
	t_clock("2027-02-15 10:00:00");
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	to = address_of(benp);
	turn_at("2027-02-15 06:30:00");
	check(event_mails(to) == 0);
	db_exec(&t,
		SQL("INSERT INTO notif_reglage (contact_id, calme_de, calme_a) VALUES (?, 9, 13)"),
		I(benp));
	turn_at("2027-02-15 11:00:00");
	check(event_mails(to) == 0);
	turn_at("2027-02-15 12:30:00");
	check(event_mails(to) == 1);
	check_holds(event_mail(to, "sujet"), "Rappel\u00A0: Accueil");
	check_holds(
		event_mail(to, "texte"), "Mardi\u00A016\u00A0février, 19\u00A0h à\u00A021\u00A0h");
	check_holds(event_mail(to, "texte"), "/agenda/reponse/");
	turn_at("2027-02-15 13:30:00");
	turn_at("2027-02-16 09:30:00");
	check(event_mails(to) == 1);
	turn_at("2027-02-22 13:30:00");
	check(event_mails(to) == 2);
}

TEST(agenda_rappel_goes_to_registered_people_alone)
{
	int64_t id = an_evening(1);

	joins(id, 0, coop);
	joins(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	turn_at("2027-03-11 13:00:00");
	check(event_mails(address_of(coop)) == 1);
	check(event_mails(address_of(benp)) == 0);
}

TEST(agenda_rappel_comes_again_for_a_day_that_moved)
{
	int64_t id = an_evening(-1);

	joins(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE rappele_le IS NOT NULL")) == 1);
	inscription_reconfirm(&t, id, 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE rappele_le IS NOT NULL")) == 0);
}
