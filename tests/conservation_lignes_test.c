/* conservation_lignes_test.c - rows that are too old: exactly the due ones go, and sums stay true
 *
 * Each kind is one row a day before its delay ends and one a day after, on 2026-12-01 at 3 h.
 */

#include <inttypes.h>

#include "base/clock.h"
#include "base/conf.h"
#include "brouillon.h"
#include "conserves.h"
#include "talk.h"

static struct passage
whole(void)
{
	struct passage p;

	conservation_run(&t, &p);
	return p;
}

static void
note(const char *made, const char *rappel, const char *fait)
{
	db_exec(&t,
		SQL("INSERT INTO note (contact_id, auteur_id, texte, niveau, cree_le, rappel_le,"
		    " fait_le) VALUES (?, ?, 'Canari', 'siege', ?, ?, ?)"),
		I(benp), I(sal), S(made), S(rappel), S(fait));
}

static int64_t
count(const char *since)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM note WHERE cree_le = ?"), S(since));
}

#define OLD "2025-11-30 03:00:00"   /* a year and a day */
#define YOUNG "2025-12-02 03:00:00" /* a day less */

TEST(conservation_rows_notes_go_but_for_those_whose_reminder_is_to_come)
{
	struct passage p;

	adopted();
	note(OLD, NULL, NULL);
	note(OLD, "2026-11-01", NULL);
	note(OLD, "2027-02-01", "2026-11-02 10:00:00");
	note(OLD, "2026-12-01", NULL);
	note(YOUNG, NULL, NULL);
	p = whole();
	check(p.lignes[L_NOTES] == 3 && conservation_rows(&p) == 3);
	check(count(OLD) == 1 && count(YOUNG) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM note WHERE rappel_le = '2026-12-01'")) == 1);
	p = whole();
	check(conservation_rows(&p) == 0);
}

static void
hours(int64_t who, const char *day, int64_t minutes)
{
	db_exec(&t,
		SQL("INSERT INTO heures (contact_id, groupe_id, jour, minutes, source, quoi,"
		    " raison, etat, cree_le, decide_par) VALUES (?, ?, ?, ?, 'declare',"
		    " 'Canari', 'Canari', 'validee', UTC_TIMESTAMP(), ?)"),
		I(who), I(paris), S(day), I(minutes), I(sal));
}

static int64_t
hours_of(const char *from, const char *till)
{
	return db_int(&t,
		SQL("SELECT COALESCE(SUM(minutes), 0) FROM heures WHERE groupe_id = ?"
		    " AND etat = 'validee' AND jour BETWEEN ? AND ?"),
		I(paris), S(from), S(till));
}

TEST(conservation_rows_hours_are_nobodys_and_their_sums_stay)
{
	struct passage p;

	adopted();
	hours(benp, "2016-11-30", 90);
	hours(coop, "2016-11-12", 30);
	hours(benp, "2016-10-31", 60);
	hours(benp, "2016-12-02", 45);
	p = whole();
	check(p.lignes[L_HEURES] == 3);
	check(hours_of("2016-01-01", "2016-12-31") == 225);
	check(hours_of("2016-11-01", "2016-11-30") == 120);
	check(hours_of("2016-10-01", "2016-10-31") == 60);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM heures WHERE contact_id IS NOT NULL")) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM heures WHERE contact_id IS NULL AND quoi = ''"
			  " AND raison = '' AND decide_par IS NULL AND DAY(jour) = 1")) == 3);
	check(db_int(&t, SQL("SELECT contact_id FROM heures WHERE jour = '2016-12-02'")) == benp);
	as(adm);
	check(get("/heures/contributions?exercice=2016") == 200);
	as(benp);
	check(get("/heures?an=2016") == 200);
}

/* The conversation's messages were all written at that moment. */
static void
written(int64_t id, const char *when)
{
	db_exec(&t, SQL("UPDATE message SET cree_le = ? WHERE conversation_id = ?"), S(when),
		I(id));
}

static int64_t
archived(int64_t id)
{
	return db_int(&t,
		SQL("SELECT SUM(archive_le IS NOT NULL) FROM conversation_participant"
		    " WHERE conversation_id = ?"),
		I(id));
}

static int64_t
words_of(int64_t id)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM message WHERE conversation_id = ? AND texte <> ''"
		    " AND genre = 'texte'"),
		I(id));
}

TEST(conservation_rows_conversations_are_put_away_and_half_a_year_later_emptied)
{
	int64_t old, young;

	adopted();
	talkers();
	t_clock("2026-12-01 03:00:00");
	as(benp);
	old = write_to(coop, "Serin", "a1");
	as(benl);
	young = write_to(coop, "Canari", "a2");
	check(old != 0 && young != 0 && old != young);
	written(old, "2021-11-30 03:00:00");
	written(young, "2021-12-02 03:00:00");
	whole();
	check(archived(old) == 2 && archived(young) == 0 && words_of(old) == 1);
	written(old, "2021-06-02 03:00:00");
	whole();
	check(words_of(old) == 1);
	written(old, "2021-05-31 03:00:00");
	check(whole().lignes[L_MESSAGES] == 1);
	check(words_of(old) == 0 && words_of(young) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM message WHERE conversation_id = ?"
			  " AND (html <> '' OR mots <> '' OR efface_le IS NULL)"
			  " AND genre <> 'trace'"),
		      I(old)) == 0);
	check(whole().lignes[L_MESSAGES] == 0);
	as(coop);
	check(get(talk_at(old, "")) == 200);
	check_hides("Serin");
}

/* Its author had deleted the last message: the others are as old. */
TEST(conservation_rows_conversations_go_whose_last_message_was_deleted)
{
	int64_t id;

	adopted();
	talkers();
	t_clock("2026-12-01 03:00:00");
	as(benp);
	id = write_to(coop, "Canari", "b1");
	check(post(talk_at(id, ""), "texte=Canari&cle=b2") == 303);
	check(words_of(id) == 2);
	written(id, "2021-05-31 03:00:00");
	db_exec(&t,
		SQL("UPDATE message m JOIN conversation v ON v.dernier_id = m.id"
		    " SET m.texte = '', m.efface_le = m.cree_le WHERE v.id = ?"),
		I(id));
	whole();
	check(words_of(id) == 0);
}

static void
copy(int64_t who, const char *etat, const char *when)
{
	db_exec(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, domaine, etat,"
		    " du_le, envoye_le, erreur) VALUES (?, ?, CONCAT(?, '@exemple.org'),"
		    " 'exemple.org', ?, ?, IF(? = 'pret', NULL, ?), 'Canari')"),
		I(brouillon), I(who), I(who), S(etat), S(when), S(etat), S(when));
}

TEST(conservation_rows_letters_are_nobodys_and_their_figures_stay)
{
	adopted();
	a_letter();
	t_clock("2026-12-01 03:00:00");
	db_exec(&t, SQL("DELETE FROM lettre_envoi"));
	copy(benp, "envoye", OLD);
	copy(coop, "rebond", OLD);
	copy(benl, "pret", OLD);
	copy(sal, "envoye", "2026-08-01 10:00:00"); /* six months are not over */
	check(whole().lignes[L_LETTRES] == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM lettre_envoi WHERE contact_id IN (?, ?)"
			  " AND adresse LIKE '%@%' AND domaine <> ''"),
		      I(benl), I(sal)) == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM lettre_envoi WHERE contact_id IS NULL"
			  " AND adresse = CONCAT('-', id) AND domaine = '' AND erreur = ''")) == 2);
	check(db_int(&t,
		      SQL("SELECT SUM(etat = 'envoye') = 2 AND SUM(etat = 'rebond') = 1"
			  " FROM lettre_envoi WHERE lettre_id = ?"),
		      I(brouillon)) == 1);
	check(whole().lignes[L_LETTRES] == 0);
}

static void
invited(int64_t who, const char *when, const char *again)
{
	db_exec(&t,
		SQL("INSERT INTO invitation (contact_id, par_id, cree_le, relance_le)"
		    " VALUES (?, ?, ?, ?)"),
		I(who), I(sal), S(when), S(again));
}

TEST(conservation_rows_invitations_go_a_year_after_the_last)
{
	adopted();
	db_exec(&t, SQL("DELETE FROM invitation"));
	invited(benp, OLD, NULL);
	invited(coop, "2020-01-01 00:00:00", OLD);
	invited(benl, "2020-01-01 00:00:00", YOUNG);
	invited(sal, YOUNG, NULL);
	check(whole().lignes[L_INVITATIONS] == 2);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM invitation WHERE contact_id IN (?, ?)"), I(benl),
		      I(sal)) == 2);
}

static int64_t
tour(const char *genre, const char *etat, const char *when, int64_t made)
{
	return db_insert(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat, nb_crees)"
		    " VALUES (?, ?, ?, ?, ?)"),
		S(genre), S(when), S(when), S(etat), I(made));
}

static bool
there(int64_t id)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM sync_tour WHERE id = ?"), I(id)) == 1;
}

/* The dashboard tells the day of the first that brought people; others ask for the last. */
TEST(conservation_rows_of_the_sync_go_but_for_the_first_and_the_last)
{
	int64_t first, failed, second, last, young;

	adopted();
	db_exec(&t, SQL("DELETE FROM sync_tour"));
	first = tour("complet", "fait", "2024-01-01 03:00:00", 1400);
	failed = tour("suite", "echec", "2024-01-02 03:00:00", 0);
	second = tour("complet", "fait", "2024-01-03 03:00:00", 3);
	last = tour("complet", "fait", OLD, 0);
	young = tour("suite", "fait", YOUNG, 0);
	check(whole().lignes[L_TOURS] == 2);
	check(there(first) && there(last) && there(young));
	check(!there(failed) && !there(second));
}

TEST(conservation_rows_stay_before_the_delays_are_adopted_and_while_people_are_held)
{
	struct passage p;

	adopted();
	note(OLD, NULL, NULL);
	db_exec(&t, SQL("DELETE FROM reglage WHERE cle = 'conservation_adoptee'"));
	p = whole();
	check(!p.adopte && conservation_rows(&p) == 0 && count(OLD) == 1);
	db_exec(&t,
		SQL("REPLACE INTO reglage (cle, valeur) VALUES ('conservation_adoptee', '{}')"));
	conf.hubspot_brake_least = 1;
	conf.hubspot_brake_percent = 0;
	prospect("un", "2020-01-01 00:00:00");
	prospect("deux", "2020-01-01 00:00:00");
	p = whole();
	check(p.retenu && conservation_rows(&p) == 0 && count(OLD) == 1);
	conf.hubspot_brake_least = 20;
	p = whole();
	check(!p.retenu && conservation_rows(&p) == 1 && count(OLD) == 0);
	check(db_int(&t,
		      SQL("SELECT JSON_VALUE(valeur, '$.notes') FROM reglage"
			  " WHERE cle = 'conservation_passage'")) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'conservation.passage'")) >
		0);
}

static const char *
rule_at(const char *cle)
{
	return at("/admin/conservation/regles/%" PRId64,
		db_int(&t, SQL("SELECT id FROM conservation_regle WHERE cle = ?"), S(cle)));
}

TEST(conservation_rows_are_kept_a_month_at_least_and_a_change_tells_how_many)
{
	static const char *const kinds[] = { "notes", "heures", "messages", "lettres",
		"invitations", "tours" };

	adopted();
	note("2026-06-01 03:00:00", NULL, NULL);
	as(adm);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		check(post(rule_at(kinds[i]), "duree=29&unite=jour") == 422);
		check_says("Au moins");
	}
	check(post(rule_at("notes"), "duree=3&unite=mois") == 422);
	check_says("Je confirme");
	check(post(rule_at("notes"), "duree=3&unite=mois&confirme=1") == 303);
	check(whole().lignes[L_NOTES] == 1);
}
