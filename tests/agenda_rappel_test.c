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

#define check_holds(text, what) check((text) != NULL && strstr(text, what) != NULL)

/* ---- mails ---- */

/* The last mail to that address, of that part. */
static const char *
mail(const char *adresse, const char *part)
{
	while (evenement_mail(&t) > 0)
		continue;
	if (strcmp(part, "calendrier") == 0)
		return db_string(&t,
			SQL("SELECT CONCAT(methode, '\n', calendrier) FROM courriel"
			    " WHERE adresse = ? ORDER BY id DESC LIMIT 1"),
			S(adresse));
	if (strcmp(part, "sujet") == 0)
		return db_string(&t,
			SQL("SELECT sujet FROM courriel WHERE adresse = ? ORDER BY id DESC"
			    " LIMIT 1"),
			S(adresse));
	return db_string(&t,
		SQL("SELECT texte FROM courriel WHERE adresse = ? ORDER BY id DESC LIMIT 1"),
		S(adresse));
}

static int64_t
mails(const char *adresse)
{
	while (evenement_mail(&t) > 0)
		continue;
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM courriel WHERE adresse = ? AND genre = 'evenement'"),
		S(adresse));
}

static const char *
address(int64_t who)
{
	return db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(who));
}

/* She comes to that date, or to the whole (0). */
static int64_t
comes(int64_t id, int64_t date, int64_t who)
{
	t.user.id = who;
	inscription_take(&t, id, date, &(struct venue) { .contact_id = who });
	t.user.id = 0;
	return db_int(&t,
		SQL("SELECT id FROM inscription WHERE evenement_id = ? AND contact_id = ?"), I(id),
		I(who));
}

/* Anchor 6. */
static void
check_whole(const char *text)
{
	check_holds(text, "Vendredi\u00A012\u00A0mars\u00A02027, 19\u00A0h à\u00A021\u00A0h");
	check_holds(text, "La Bobine");
	check_holds(text, "/agenda/reponse/");
}

static int64_t
an_evening(int64_t places)
{
	struct evenement e;
	int64_t id;

	people();
	t_settle(coop);
	t_settle(benp);
	t_clock("2026-12-01 10:00:00");
	id = an_event("Fresque", 101, places);
	evenement_read(&t, id, &e);
	e.lieu = "La Bobine";
	evenement_save(&t, id, &e);
	return id;
}

TEST(agenda_courriel_says_date_hour_place_and_how_to_leave)
{
	int64_t id = an_evening(-1), place = comes(id, 0, benp);
	const char *to = address(benp);

	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	inscription_tell(&t, place, date_of(id, 0), "Votre venue est notée.");
	check_whole(mail(to, "texte"));
	check_holds(mail(to, "sujet"),
		"Votre place\u00A0: Fresque, Vendredi\u00A012\u00A0mars\u00A02027");
	check_holds(mail(to, "calendrier"), "REQUEST\n");
	check_holds(mail(to, "calendrier"), "PARTSTAT=ACCEPTED");
	t.user.id = coop;
	evenement_tell_changed(&t, id, 0, "Le lieu change : La Bobine.");
	t_clock("2026-12-01 10:01:00");
	check_whole(mail(to, "texte"));
	check_holds(mail(to, "texte"), "Ce rendez-vous change.\nLe lieu change : La Bobine.");
	evenement_tell_cancelled(&t, id, 0, "Il neige.");
	check_holds(mail(to, "texte"), "Il neige.");
	check_holds(mail(to, "texte"), "Vendredi\u00A012\u00A0mars\u00A02027");
	check_holds(mail(to, "calendrier"), "CANCEL\n");
	check_holds(mail(to, "calendrier"), "STATUS:CANCELLED");
	check(mails(to) == 3);
	check(mails(address(coop)) == 0);
}

/* What changes within a minute is one mail, that says all of it; a date of a series by its day. */
TEST(agenda_courriel_changes_of_a_minute_are_one_mail)
{
	int64_t id = an_evening(-1);
	const char *to = address(benp);

	comes(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_tell_changed(&t, id, 0, "Nouveau lieu : Le Patio.");
	t_clock("2026-12-01 10:00:30");
	evenement_tell_changed(&t, id, date_of(id, 0), "L’heure change : 20 h au lieu de 19 h.");
	evenement_tell_changed(&t, id, 0, "Nouveau lieu : Le Patio.");
	check(mails(to) == 0);
	t_clock("2026-12-01 10:01:00");
	check(mails(to) == 1);
	check_holds(mail(to, "texte"),
		"\nNouveau lieu : Le Patio. L’heure change : 20 h au lieu de 19 h.\n");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_avis")) == 0);
}

TEST(agenda_courriel_changes_of_several_dates_name_them)
{
	const char *to;
	int64_t id;

	an_evening(-1);
	to = address(benp);
	id = a_series("Accueil", 3, "FREQ=WEEKLY;COUNT=3", -1);
	comes(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_tell_changed(&t, id, date_of(id, 0), "L’heure change : 20 h.");
	evenement_tell_changed(&t, id, date_of(id, 1), "Nouveau lieu : Le Patio.");
	evenement_tell_changed(&t, id, 0, "Le lien de la réunion en ligne change.");
	t_clock("2026-12-01 10:01:00");
	check(mails(to) == 1);
	check_holds(
		mail(to, "texte"), "Vendredi\u00A04\u00A0décembre\u00A0: l’heure change : 20 h.");
	check_holds(mail(to, "texte"), "11\u00A0décembre\u00A0: nouveau lieu : Le Patio. Le lien");
	check_holds(mail(to, "texte"), "Vendredi\u00A018\u00A0décembre");
}

/* Nobody reads of changes of what was cancelled meanwhile, but of other dates. */
TEST(agenda_courriel_what_is_cancelled_has_no_changes)
{
	const char *to;
	int64_t id;

	an_evening(-1);
	to = address(benp);
	id = a_series("Accueil", 3, "FREQ=WEEKLY;COUNT=3", -1);
	comes(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_tell_changed(&t, id, date_of(id, 0), "L’heure change : 20 h.");
	evenement_tell_changed(&t, id, date_of(id, 1), "Nouveau lieu : Le Patio.");
	evenement_date_cancel(&t, id, date_of(id, 0), "Il neige.");
	check(mails(to) == 1);
	check_holds(mail(to, "texte"), "Il neige.");
	t_clock("2026-12-01 10:01:00");
	check(mails(to) == 2);
	check_holds(mail(to, "texte"), "\nNouveau lieu : Le Patio.\n");
}

/* ---- the day before ---- */

/* The way of the last mail to that address to its page, below the site. */
static const char *
way(const char *adresse, const char *page)
{
	const char *text = mail(adresse, "texte"), *s = text != NULL ? strstr(text, page) : NULL;

	return s != NULL ? arena_printf(&t.mem, "%.*s", (int) strcspn(s, "\n "), s) : "/";
}

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
	comes(id, 0, benp);
	t_clock("2027-02-15 10:00:00");
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	to = address(benp);
	turn_at("2027-02-15 06:30:00");
	check(mails(to) == 0);
	db_exec(&t,
		SQL("INSERT INTO notif_reglage (contact_id, calme_de, calme_a) VALUES (?, 9, 13)"),
		I(benp));
	turn_at("2027-02-15 11:00:00");
	check(mails(to) == 0);
	turn_at("2027-02-15 12:30:00");
	check(mails(to) == 1);
	check_holds(mail(to, "sujet"), "Rappel\u00A0: Accueil");
	check_holds(mail(to, "texte"), "Mardi\u00A016\u00A0février, 19\u00A0h à\u00A021\u00A0h");
	check_holds(mail(to, "texte"), "/agenda/reponse/");
	turn_at("2027-02-15 13:30:00");
	turn_at("2027-02-16 09:30:00");
	check(mails(to) == 1);
	turn_at("2027-02-22 13:30:00");
	check(mails(to) == 2);
}

TEST(agenda_rappel_goes_to_registered_people_alone)
{
	int64_t id = an_evening(1);

	comes(id, 0, coop);
	comes(id, 0, benp);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	turn_at("2027-03-11 13:00:00");
	check(mails(address(coop)) == 1);
	check(mails(address(benp)) == 0);
}

static int64_t
taken(int64_t id)
{
	return db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id));
}

static int64_t
mails_of(const char *adresse, const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE adresse = ? AND genre = ?"),
		S(adresse), S(genre));
}

static const char *
stands(int64_t id, int64_t who)
{
	return db_string(&t,
		SQL("SELECT p.etat FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " WHERE i.evenement_id = ? AND i.contact_id = ?"),
		I(id), I(who));
}

/* Nothing happens by looking; answered twice, it says what stands; forged keys open nothing. */
TEST(agenda_reponse_is_given_by_post_and_without_session)
{
	int64_t id = an_evening(-1);
	const char *page;

	comes(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = way(address(benp), "/agenda/reponse/");
	as(0);
	t_nobody();
	check(get(page) == 200);
	check_says("Je ne peux plus");
	check_text(stands(id, benp), "inscrit");
	check(post_raw(page, "faire=retire") == 303);
	check_text(stands(id, benp), "annule");
	check(post_raw(page, "faire=retire") == 303);
	check(get(page) == 200);
	check_says("votre place est rendue");
	check(post_raw(page, "faire=vient") == 303);
	check_text(stands(id, benp), "inscrit");
	check(post_raw(page, "faire=voler") == 200);
	check(get("/agenda/reponse/0123456789abcdef0123456789abcdef") == 404);
	check(post_raw("/agenda/reponse/0123456789abcdef0123456789abcdef", "faire=retire") == 404);
	check(get(at("%sz", page)) == 404);
}

/* She says with how many people she comes; too many change nothing. */
TEST(agenda_reponse_says_how_many_come)
{
	int64_t id = an_evening(3);
	const char *page;

	comes(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = way(address(benp), "/agenda/reponse/");
	as(0);
	t_nobody();
	check(get(page) == 200);
	check_says("name=\"invites\"");
	check(post_raw(page, "faire=vient&invites=2") == 303);
	check(taken(id) == 3);
	check(post_raw(page, "faire=vient") == 303);
	check(taken(id) == 3);
	check(post_raw(page, "faire=vient&invites=3") == 422);
	check_says("Il ne reste pas assez de places");
	check(post_raw(page, "faire=vient&invites=-1") == 422);
	check(post_raw(page, "faire=vient&invites=99") == 422);
	check_says("de 0 à 5");
	check(taken(id) == 3);
	check(post_raw(page, "faire=vient&invites=0") == 303);
	check(taken(id) == 1);
	check(post_raw(page, "faire=retire") == 303);
	check(post_raw(page, "faire=vient&invites=1") == 303);
	check(taken(id) == 2);
}

/* Signed in she names somebody of her groups, whose own address it goes to; or any address. */
TEST(agenda_cession_to_somebody_of_her_groups_or_to_an_address)
{
	int64_t id = an_evening(5), noe;
	const char *page;

	noe = t_person("Noé", "Girard", "noe@exemple.org", "confirme", "benevole");
	t_member(paris, noe, "membre");
	t_settle(noe);
	comes(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = way(address(benp), "/agenda/reponse/");
	as(benp);
	check(get(page) == 200);
	check_says("Noé Girard");
	check(post(page, "faire=cede&contact=&email=") == 422);
	check(post(page, at("faire=cede&contact=%" PRId64 "&email=", noe)) == 303);
	check(mails_of("noe@exemple.org", "cession") == 1);
	check(post(page, "faire=cede&contact=&email=coline%40exemple.org") == 303);
	check(mails_of(address(coop), "cession") == 1);
	as(0);
	t_nobody();
	check(get(page) == 200);
	check_hides("Noé Girard");
	check(post_raw(page, at("faire=cede&contact=%" PRId64 "&email=", noe)) == 422);
}

/* Her seat passes to whom she names, past whoever waits; once. */
TEST(agenda_cession_passes_the_seat_by_one_answer)
{
	int64_t id = an_evening(1);
	const char *page, *hers;

	comes(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = way(address(benp), "/agenda/reponse/");
	as(0);
	t_nobody();
	check(post_raw(page, "faire=cede&email=inconnue%40exemple.org") == 422);
	check(post_raw(page, at("faire=cede&email=%s", address(coop))) == 303);
	check_text(stands(id, benp), "inscrit");
	hers = way(address(coop), "/agenda/place/");
	check(get(hers) == 200);
	check_says("Je prends la place");
	check(stands(id, coop) == NULL);
	check(post_raw(hers, "faire=oui") == 303);
	check_text(stands(id, coop), "inscrit");
	check_text(stands(id, benp), "annule");
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id)) ==
		1);
	check(post_raw(hers, "faire=non") == 303);
	check_text(stands(id, coop), "inscrit");
	check(get(hers) == 200);
	check_says("La place est à vous");
	check(get("/agenda/place/0123456789abcdef0123456789abcdef") == 404);
}

/* The key of a mail opens one page, and only while she sees the event. */
TEST(agenda_reponse_opens_nothing_once_she_sees_the_event_no_more)
{
	int64_t id = an_evening(-1);
	const char *page, *other;
	struct evenement e;

	comes(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	page = way(address(benp), "/agenda/reponse/");
	other = at("/public/inscriptions/%s", strrchr(page, '/') + 1);
	evenement_read(&t, id, &e);
	e.visibilite = "invites";
	evenement_save(&t, id, &e);
	as(0);
	t_nobody();
	check(get(page) == 404);
	check(get(other) == 404);
	check(post_raw(other, "faire=liberer") == 404);
	check_text(stands(id, benp), "inscrit");
}

TEST(agenda_rappel_comes_again_for_a_day_that_moved)
{
	int64_t id = an_evening(-1);

	comes(id, 0, benp);
	turn_at("2027-03-11 13:00:00");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE rappele_le IS NOT NULL")) == 1);
	inscription_reconfirm(&t, id, 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM place WHERE rappele_le IS NOT NULL")) == 0);
}
