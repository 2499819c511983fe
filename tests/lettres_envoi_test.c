/* lettres_envoi_test.c - letters leave: who gets one, from the draft to the last recipient */

#include <inttypes.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/groupes/ouverture.h"
#include "domain/lettres/lettre_cycle.h"
#include "domain/lettres/lettre_depart.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_vol.h"
#include "domain/socle/identite.h"
#include "domain/socle/reglage.h"
#include "people.h"

/* A draft of the Siège's to AUDIENCE that has something to say. */
static int64_t
draft(const char *audience)
{
	struct lettre l = lettre_new();
	int64_t id;

	l.sujet = "Bonjour";
	l.apercu = "Ce qui se passe";
	l.audience = audience;
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite)"
		    " VALUES (?, 1, 'texte', 'Bonjour à vous', '')"),
		I(id));
	return id;
}

static const char *
etat(int64_t id)
{
	return db_string(&t, SQL("SELECT etat FROM lettre WHERE id = ?"), I(id));
}

static int64_t
copies(const char *audience)
{
	struct lettre_gens g;

	t.user.id = sal;
	t.user.level = STAFF;
	return lettre_recipients_of(&t, audience, "info", &g) ? lettre_recipients_count(&t, &g) :
								-1;
}

static const char *
paris_group(void)
{
	return at("public:groupe-%" PRId64, paris);
}

TEST(lettres_go_to_whom_the_audience_names_once_an_address)
{
	int64_t n;

	people();
	n = copies(paris_group());
	check(n > 1);
	db_exec(&t,
		SQL("UPDATE contact SET email = (SELECT email FROM contact WHERE id = ?)"
		    " WHERE id = ?"),
		I(coop), I(benp));
	check(copies(paris_group()) == n - 1);
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id = ?"), I(benp));
	check(copies(paris_group()) == n - 1);
	db_exec(&t,
		SQL("INSERT INTO refus_courriel (contact_id, genre, cree_le)"
		    " VALUES (?, 'lettre_info', UTC_TIMESTAMP())"),
		I(coop));
	check(copies(paris_group()) == n - 2);
}

TEST(lettres_to_what_is_gone_go_to_nobody)
{
	people();
	check(copies("") == -1);
	check(copies("segment:999999") == -1);
	check(copies("public:groupe-999999") == -1);
	check(copies("public:nimporte") == -1);
}

TEST(lettres_the_reason_is_empty_for_those_who_get_one)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id = ?"), I(benp));
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(benl));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact c WHERE " LETTRE_GETS(
			      "c", "'info'") " <> (" LETTRE_WHY_NOT("c", "'info'") " = '')")) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact c WHERE " LETTRE_WHY_NOT(
			      "c", "'info'") " <> ''")) >= 2);
}

TEST(lettres_are_sent_by_who_may_send)
{
	int64_t id;

	people();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	id = draft(paris_group());
	as(sal);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "") == 403);
	as(adm);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "le=2001-01-01T10:00") == 422);
	check_text(etat(id), "brouillon");
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "le=2199-99-01T10:00") == 422);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "le=2190-01-01T10:00") == 303);
	check_text(etat(id), "programmee");
	check(get(at("/lettres/%" PRId64, id)) == 200);
	check_says("Déprogrammer");
	check_says("à 10\u00A0h\u00A000 (Paris), dans");
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "") == 422);
	check(post(at("/lettres/%" PRId64 "/deprogrammer", id), "") == 303);
	check(post(at("/lettres/%" PRId64 "/deprogrammer", id), "") == 409);
	check_text(etat(id), "brouillon");
	check(post(at("/lettres/%" PRId64 "/pause", id), "") == 409);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "") == 303);
	check(get(at("/lettres/%" PRId64 ".json", id)) == 200);
	check_says("\"etat\":\"programmee\",\"total\":0,\"envoyes\":0,\"refuses\":0,");
}

/* As essaim-mail does at its turns, until nothing is to be prepared. */
static void
prepared(void)
{
	while (prepare_some(&t, true))
		continue;
	prepare_end();
}

static int64_t
rows(int64_t id)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ?"), I(id));
}

/* That draft is due, by a decision of the administrator's. */
static void
due(int64_t id)
{
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'programmee', edition = 1, par_id = ?,"
		    " du_le = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE id = ?"),
		I(adm), I(id));
}

static int64_t
begun(const char *audience)
{
	int64_t id;

	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	id = draft(audience);
	due(id);
	return id;
}

TEST(lettres_take_their_audience_when_they_begin)
{
	int64_t id, n, late;

	people();
	id = begun(paris_group());
	n = copies(paris_group());
	t.user.id = 0;
	prepared();
	check_text(etat(id), "en_cours");
	check(rows(id) == n && n > 1);
	check(db_int(&t, SQL("SELECT total FROM lettre WHERE id = ?"), I(id)) == n);
	late = t_person("Tard", "Venue", "tard@exemple.org", "confirme", "benevole");
	t_member(paris, late, "membre");
	t_settle(late);
	prepared();
	check(rows(id) == n);
}

static int64_t
of(int64_t id, int64_t contact, const char *etat)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ? AND contact_id = ?"
		    " AND etat = ?"),
		I(id), I(contact), S(etat));
}

/* It is looked at now and then alone, and what waits was read before. */
TEST(lettres_held_and_gone_on_between_two_looks_leave_nobody_out)
{
	struct tally tally = { 0 };
	int64_t id, n;

	people();
	id = begun(paris_group());
	n = copies(paris_group());
	t.user.id = 0;
	lettre_freeze(&t, id);
	prepared();
	partants_look(&t);
	check(partants_read(&t) && (int64_t) attente_count() == n);
	db_exec(&t, SQL("UPDATE lettre SET etat = 'pause' WHERE id = ?"), I(id));
	check(!lot_begin_some(&t, &tally) && !partants_read(&t));
	db_exec(&t, SQL("UPDATE lettre SET etat = 'en_cours' WHERE id = ?"), I(id));
	partants_look(&t);
	check(partants_read(&t) && (int64_t) attente_count() == n);
	check(of(id, benp, "pret") == 1);
	lot_end();
	partants_end();
}

/* Who was killed in the middle has written whole pieces: the next one begins again. */
TEST(lettres_prepared_again_give_nobody_two)
{
	int64_t id, n;

	people();
	id = begun(paris_group());
	prepared();
	n = rows(id);
	db_exec(&t, SQL("UPDATE lettre SET prete_le = NULL WHERE id = ?"), I(id));
	prepared();
	check(rows(id) == n);
	check(db_int(&t, SQL("SELECT total FROM lettre WHERE id = ? AND prete_le IS NOT NULL"),
		      I(id)) == n);
}

TEST(lettres_whose_audience_is_gone_are_held_and_say_why)
{
	int64_t id;

	people();
	id = begun("segment:999999");
	prepared();
	check_text(etat(id), "pause");
	check(rows(id) == 0);
	check(db_int(&t, SQL("SELECT retenue <> '' FROM lettre WHERE id = ?"), I(id)) == 1);
}

/* Somebody else takes over what is held because its sender has gone. */
TEST(lettres_held_for_their_sender_go_on_as_another)
{
	int64_t id, n;

	people();
	id = begun(paris_group());
	n = copies(paris_group());
	db_exec(&t, SQL("UPDATE lettre SET par_id = ? WHERE id = ?"), I(benl), I(id));
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(benl));
	prepared();
	check_text(etat(id), "pause");
	as(adm);
	check(post(at("/lettres/%" PRId64 "/reprendre", id), "") == 303);
	t.user.id = 0;
	prepared();
	check_text(etat(id), "en_cours");
	check(rows(id) == n);
}

/* She may enter still, and sends no letters any more. */
TEST(lettres_of_who_sends_no_more_are_held)
{
	int64_t id;

	people();
	id = begun(paris_group());
	db_exec(&t, SQL("DELETE FROM profil_droit WHERE domaine = 'envois'"));
	prepared();
	check_text(etat(id), "pause");
	check(rows(id) == 0);
	check(strstr(db_string(&t, SQL("SELECT retenue FROM lettre WHERE id = ?"), I(id)),
		      "n’a plus le droit") != NULL);
}

/* One that left for nobody is a draft again, whose audience its author corrects. */
TEST(lettres_held_before_anybody_got_one_are_drafts_again)
{
	int64_t id;

	people();
	id = begun("segment:999999");
	prepared();
	check_text(etat(id), "pause");
	as(adm);
	check(get(at("/lettres/%" PRId64, id)) == 200);
	check_says("Remettre en brouillon");
	check(post(at("/lettres/%" PRId64 "/deprogrammer", id), "") == 303);
	check_text(etat(id), "brouillon");
	check(db_int(&t,
		      SQL("SELECT commence_le IS NULL AND retenue = '' FROM lettre"
			  " WHERE id = ?"),
		      I(id)) == 1);
	check(post(at("/lettres/%" PRId64 "/destinataires", id),
		      at("audience=%s", paris_group())) == 303);
	due(id);
	prepared();
	check_text(etat(id), "en_cours");
	check(rows(id) > 1);
	check(post(at("/lettres/%" PRId64 "/pause", id), "") == 303);
	check(post(at("/lettres/%" PRId64 "/deprogrammer", id), "") == 409);
	check(rows(id) > 1);
}

/* Its members are nobody's to list, nor to write to, who does not see the group. */
TEST(lettres_to_a_group_that_hides_are_of_who_sees_it)
{
	struct lettre_gens g;

	people();
	ouverture_set(&t, paris, "cache");
	t.user.id = sal;
	t.user.level = STAFF;
	check(!lettre_recipients_of(&t, paris_group(), "info", &g));
	check(strstr(g.refus, "que vous ne voyez pas") != NULL);
	t.user.id = coop;
	t.user.level = MEMBER;
	check(lettre_recipients_of(&t, paris_group(), "info", &g) && g.n > 1);
	t.user.id = 0;
}

TEST(lettres_come_once_to_two_who_become_one)
{
	int64_t id;

	people();
	id = begun(paris_group());
	prepared();
	check(of(id, benp, "pret") == 1 && of(id, coop, "pret") == 1);
	db_exec(&t,
		SQL("UPDATE lettre_envoi SET etat = 'envoye' WHERE lettre_id = ?"
		    " AND contact_id = ?"),
		I(id), I(benp));
	lettre_merge(&t, benp, coop);
	check(of(id, coop, "pret") == 0 && of(id, coop, "annule") == 1);
}

TEST(lettres_that_are_to_leave_are_not_thrown_away)
{
	int64_t id;

	people();
	id = begun(paris_group());
	lettre_delete(&t, id);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lettre_bloc WHERE lettre_id = ?"), I(id)) == 1);
}

/* What waited when the site was dumped may have left since. */
TEST(lettres_of_a_restored_copy_wait_for_a_person)
{
	int64_t due_, going;

	people();
	due_ = begun(paris_group());
	going = draft(paris_group());
	due(going);
	db_exec(&t, SQL("UPDATE lettre SET etat = 'en_cours' WHERE id = ?"), I(going));
	reglage_set(&t, "site.identite", "elsewhere");
	check(site_resume(&t));
	check_text(etat(due_), "brouillon");
	check_text(etat(going), "pause");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lettre WHERE retenue LIKE '%restauré%'")) == 2);
	check(!prepare_some(&t, true));
}

/* Both had a row: one of them is hers, the other a figure; nobody gets two. */
TEST(lettres_figures_are_those_of_the_rows_when_two_become_one)
{
	int64_t id;

	people();
	id = begun(paris_group());
	prepared();
	lettre_merge(&t, benp, coop);
	check(db_int(&t, SQL("SELECT total FROM lettre WHERE id = ?"), I(id)) == rows(id));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ?"
			  " AND (contact_id IS NULL) <> (etat = 'annule')"),
		      I(id)) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ?"
			  " AND contact_id = ?"),
		      I(id), I(coop)) == 1);
}
