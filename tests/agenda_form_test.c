/* agenda_form_test.c - events made and changed by their form */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription.h"
#include "evenements.h"
#include "people.h"

static const char *
form(const char *more)
{
	return at("titre=Maraude&debut=2026-12-05T18:30&fin=2026-12-05T21:00%s", more);
}

static const char *
column(int64_t id, struct sql *sql)
{
	return arena_strdup(&t.mem, db_string(&t, sql, I(id)));
}

#define OF(id, what) column(id, SQL("SELECT " what " FROM evenement WHERE id = ?"))

static void
leads(const char *where)
{
	check(t_reply->location != NULL && strcmp(t_reply->location, where) == 0);
}

TEST(agenda_form_makes_an_event_of_the_contracts_fields)
{
	int64_t id;

	winter();
	as(coop);
	check(get("/agenda/nouveau") == 200);
	check_says("Vous-même, Coline");
	check_says("Groupe local de Paris");
	check(post("/agenda/nouveau",
		      form(at("&description=On+part+%%C3%%A0+**pied**&lieu=Gare+du+Nord"
			      "&lien=https%%3A%%2F%%2Fvisio.exemple.org%%2Fa&organisateur=%" PRId64
			      "&visibilite=groupes&groupes=%" PRId64 "&places=20&rrule=&publier=1"
			      "&code_postal=75010&delai_h=24",
			      paris, paris))) == 303);
	id = newest_event();
	leads(event_at(id, "?fait=publie"));
	check_text(OF(id, "debut"), "2026-12-05 17:30:00");
	check_text(OF(id, "fin"), "2026-12-05 20:00:00");
	check_text(OF(id, "etat"), "publie");
	check_text(OF(id, "texte"), "On part à **pied**");
	check_text(OF(id, "CONCAT(lieu, lien, code_postal, departement, places, delai_h)"),
		"Gare du Nordhttps://visio.exemple.org/a75010752024");
	check(db_int(&t,
		      SQL("SELECT groupe_id = ? AND organisateur_id = ? FROM evenement"
			  " WHERE id = ?"),
		      I(paris), I(coop), I(id)) == 1);
	check_text(day_of(id, 0), "2026-12-05");
	as(benp);
	check(get(event_at(id, "")) == 200);
	as(benl);
	check(get(event_at(id, "")) == 404);
}

/* Without organisateur it is the reader; what nobody chose follows from who organises. */
TEST(agenda_form_fills_what_was_left_out)
{
	winter();
	as(benp);
	check(post("/agenda/nouveau", form("")) == 303);
	check_text(
		OF(newest_event(), "CONCAT(visibilite, etat, mode)"), "benevolesbrouillondirecte");
	check(db_int(&t,
		      SQL("SELECT organisateur_id = ? AND groupe_id IS NULL AND places IS NULL"
			  " FROM evenement WHERE id = ?"),
		      I(benp), I(newest_event())) == 1);
	check(post("/agenda/nouveau", form(at("&organisateur=%" PRId64, paris))) == 303);
	check_text(OF(newest_event(), "visibilite"), "groupes");
	check(db_int(&t, SQL("SELECT groupe_id FROM evenement_groupe WHERE evenement_id = ?"),
		      I(newest_event())) == paris);
}

TEST(agenda_form_whole_days_end_the_midnight_after)
{
	int64_t id;

	winter();
	as(coop);
	check(post("/agenda/nouveau", "titre=Stage&journee=1&debut=2027-03-27&fin=2027-03-28") ==
		303);
	id = newest_event();
	check_text(OF(id, "CONCAT(debut, ' ', fin)"), "2027-03-26 23:00:00 2027-03-28 22:00:00");
	check(get(event_at(id, "/modifier")) == 200);
	check_says("value=\"2027-03-28\"");
	check(post("/agenda/nouveau", "titre=Stage&journee=1&debut=2027-03-27T18:00&fin=") == 303);
	check_text(OF(newest_event(), "CONCAT(debut, ' ', fin)"),
		"2027-03-26 23:00:00 2027-03-27 23:00:00");
}

static void
refused(const char *body, const char *why)
{
	int64_t before = newest_event();

	check(post("/agenda/nouveau", body) == 422);
	t_check(strstr(t_reply->body, why) != NULL, __FILE__, __LINE__, why);
	t_check(strstr(t_reply->body, "value=\"Maraude") != NULL ||
			strstr(body, "titre=Maraude") == NULL,
		__FILE__, __LINE__, "what was typed is kept");
	check(newest_event() == before);
}

TEST(agenda_form_says_what_is_wrong_and_keeps_what_was_typed)
{
	winter();
	as(coop);
	refused("titre=&debut=2026-12-05T18:30&fin=2026-12-05T21:00", "Donnez un titre.");
	refused("titre=Maraude&debut=&fin=", "Donnez un jour et une heure.");
	refused("titre=Maraude&debut=2026-12-05T18:30&fin=2026-12-05T17:00",
		"La fin est avant le début");
	refused("titre=Maraude&debut=2026-12-05T18:30&fin=2026-12-05T18:30", "plus tard");
	refused("titre=Maraude&debut=2026-12-05&fin=2026-12-06", "Donnez aussi l’heure");
	refused("titre=Maraude&debut=2026-12-05T18:30&fin=2027-12-05T18:30", "au plus 60");
	refused("titre=Maraude&debut=2027-02-30T18:30&fin=2027-12-05T18:30", "existe pas");
	refused(form("&lien=javascript:alert(1)"), "commence par https://");
	refused(form("&code_postal=ABC"), "cinq chiffres");
	refused(form("&places=-1"), "Donnez un nombre de 1 à");
	refused(form("&places=10&reserve=11"), "plus de places qu’il n’y en a");
	refused(form("&visibilite=secret"), "Choisissez dans la liste");
	refused(form("&visibilite=groupes"), "Choisissez au moins un groupe");
	refused(form("&rrule=FREQ=SECONDLY"), "comment l’événement se répète");
	refused(form("&rrule=FREQ=DAILY;COUNT=10000"), "400\u00A0dates");
	refused(form("&repete=jour&finit=nombre&serie_nombre=10000"), "400\u00A0dates");
	refused(form("&repete=jour&finit=jour"), "dernier jour de la série");
	refused("titre=Maraude&debut=2028-02-29T10:00&fin=2028-02-29T11:00&rrule=FREQ=YEARLY",
		"29\u00A0février");
	check(post("/agenda/nouveau", form("&lieu=%FF%FE")) == 400);
}

/* The night of the missing hour says what to type; in that of the doubled one the first counts. */
TEST(agenda_form_nights_when_the_clock_changes)
{
	winter();
	as(coop);
	refused("titre=Maraude&debut=2027-03-28T02:30&fin=2027-03-28T05:00",
		"2\u00A0h\u00A030 n’existe pas. Écrivez 3\u00A0h\u00A030");
	check(post("/agenda/nouveau", "titre=Nuit&debut=2027-10-31T02:30&fin=2027-10-31T05:00") ==
		303);
	check_text(OF(newest_event(), "debut"), "2027-10-31 00:30:00");
	leads(event_at(newest_event(), "?fait=deux-fois"));
	check(get(event_at(newest_event(), "?fait=deux-fois")) == 200);
	check_says("la première qui compte");
	check(post("/agenda/nouveau", "titre=Nuit&debut=2027-10-31T02:30&fin=2027-10-31T02:15") ==
		303);
	check_text(OF(newest_event(), "fin"), "2027-10-31 01:15:00");
}

TEST(agenda_form_a_past_event_is_allowed_and_told)
{
	winter();
	as(coop);
	check(post("/agenda/nouveau", "titre=Hier&debut=2026-11-28T10:00&fin=2026-11-28T11:00") ==
		303);
	leads(event_at(newest_event(), "?fait=passe"));
}

static const char *
rule_of(const char *choices)
{
	check(post("/agenda/nouveau", form(choices)) == 303);
	return OF(newest_event(), "rrule");
}

TEST(agenda_form_choices_make_the_rule_without_script)
{
	int64_t id;

	winter();
	as(coop);
	check_text(rule_of("&repete="), "");
	check_text(rule_of("&repete=jour&tous=2&finit=nombre&serie_nombre=3"),
		"FREQ=DAILY;INTERVAL=2;COUNT=3");
	check_text(rule_of("&repete=semaine&jours=SA&jours=WE&finit=jour&serie_jusque=2027-01-31"),
		"FREQ=WEEKLY;BYDAY=SA,WE;UNTIL=20270131");
	id = newest_event();
	check(get(event_at(id, "/modifier")) == 200);
	check_says("value=\"2027-01-31\"");
	check_text(day_of(id, 1), "2026-12-09");
	check_text(rule_of("&repete=mois&mois=rang"), "FREQ=MONTHLY;BYDAY=1SA");
	check_text(rule_of("&repete=mois&mois=date"), "FREQ=MONTHLY;BYMONTHDAY=5");
	check_text(rule_of("&repete=annee&finit=jamais"), "FREQ=YEARLY");
	check(get(event_at(newest_event(), "/modifier")) == 200);
	check_says("value=\"annee\" checked");
}

/* A group where she may; groups that she sees; another person only when the staff names her. */
TEST(agenda_form_rights)
{
	int64_t id, hidden;

	winter();
	pro = t_person("Paul", "Proche", "paul@exemple.org", "prospect", "benevole");
	t_settle(pro);
	hidden = t_group("groupe_travail", "Groupe discret");
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(hidden));
	as(pro);
	check(get("/agenda/nouveau") == 403);
	check(post("/agenda/nouveau", form("")) == 403);
	as(benp);
	refused(form(at("&organisateur=%" PRId64, lille)), "Choisissez dans la liste");
	refused(form(at("&organisateur=%" PRId64, coop)), "Choisissez dans la liste");
	refused(form(at("&visibilite=groupes&groupes=%" PRId64, hidden)), "groupes de la liste");
	check(post("/agenda/nouveau", form("")) == 303);
	id = newest_event();
	as(coop);
	check(get(event_at(id, "/modifier")) == 404);
	check(post(event_at(id, "/modifier"), form("")) == 404);
	as(sal);
	check(post("/agenda/nouveau", form(at("&organisateur=%" PRId64, benl))) == 303);
	check(db_int(&t, SQL("SELECT organisateur_id FROM evenement WHERE id = ?"),
		      I(newest_event())) == benl);
	as(coop);
	check(post("/agenda/nouveau", form(at("&organisateur=%" PRId64 "&publier=1", paris))) ==
		303);
	id = newest_event();
	as(benp);
	check(get(event_at(id, "/modifier")) == 403);
	check(post(event_at(id, "/modifier"), form("")) == 403);
}

TEST(agenda_form_changes_what_is_sent_and_leaves_the_rest)
{
	int64_t id;

	winter();
	as(coop);
	check(post("/agenda/nouveau",
		      form(at("&organisateur=%" PRId64 "&lieu=Ici&places=4&publier=1"
			      "&rrule=FREQ=WEEKLY;COUNT=3",
			      paris))) == 303);
	id = newest_event();
	check(post(event_at(id, "/modifier"), form("&description=Venez")) == 303);
	leads(event_at(id, "?fait=modifie"));
	check_text(OF(id, "CONCAT(lieu, places, rrule, texte)"), "Ici4FREQ=WEEKLY;COUNT=3Venez");
	check(post(event_at(id, "/modifier"), form("&lieu=&places=&repete=")) == 303);
	check_text(OF(id, "CONCAT(lieu, COALESCE(places, 'x'), rrule)"), "x");
}

/* E19: those who have a seat are told first. */
TEST(agenda_form_capacity_is_not_lowered_under_who_comes)
{
	int64_t id;

	winter();
	id = an_event("Plein", 7, 10);
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 8 WHERE evenement_id = ?"), I(id));
	as(coop);
	check(post(event_at(id, "/modifier"), form("&places=5")) == 422);
	check_says("prévenez d’abord 3\u00A0personnes");
	check(post(event_at(id, "/modifier"), form("&places=8")) == 303);
}

#define LOWER "titre=Plein&debut=2026-12-07T19:00&fin=2026-12-07T21:00&places=2&reserve=0"

/* Anchors 4: fewer seats kept, and who waits comes in: that is asked before it is done. */
TEST(agenda_form_lower_reserve_says_first_who_is_promoted)
{
	int64_t id;

	winter();
	id = an_event("Plein", 7, 2);
	db_exec(&t, SQL("UPDATE evenement SET reserve = 1 WHERE id = ?"), I(id));
	t.user.id = benp;
	check(inscription_take(&t, id, 0, &(struct venue) { .contact_id = benp }) == PLACE_INSCRIT);
	t.user.id = benl;
	check(inscription_take(&t, id, 0, &(struct venue) { .contact_id = benl }) == PLACE_ATTENTE);
	t.user.id = 0;
	as(coop);
	check(post(event_at(id, "/modifier"), LOWER) == 200);
	check_says("1 personne sera promue");
	check(db_int(&t, SQL("SELECT reserve FROM evenement WHERE id = ?"), I(id)) == 1);
	check(post(event_at(id, "/modifier"), LOWER "&confirme=1") == 303);
	check(db_int(&t, SQL("SELECT pris FROM evenement_date WHERE evenement_id = ?"), I(id)) ==
		2);
}
