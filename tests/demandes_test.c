/* demandes_test.c - what persons ask about their data: received, answered in time, proved */

#include <inttypes.h>
#include <unistd.h>

#include "canarine.h"
#include "domain/demandes/requete.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/socle/journal.h"
#include "domain/vie/cycle.h"
#include "domain/vie/preuve.h"

static int64_t
mails(const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = ?"), S(genre));
}

static int64_t
the_request(void)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM requete"));
}

static const char *
address(const char *rest)
{
	return at("/admin/demandes/%" PRId64 "%s", the_request(), rest);
}

static int64_t
steps(const char *genre)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM requete_etape WHERE requete_id = ? AND genre = ?"),
		I(the_request()), S(genre));
}

/* Somebody wrote on that day; an administrator notes it. */
static int64_t
note(const char *genre, const char *nom, const char *adresse, const char *day)
{
	as(adm);
	check(post("/admin/demandes/nouvelle",
		      at("genre=%s&nom=%s&adresse=%s&recue_le=%s&voie=courriel&message=Merci",
			      genre, nom, adresse, day)) == 303);
	return the_request();
}

TEST(demandes_are_received_acknowledged_and_answered)
{
	talkers();
	as(adm);
	check(post("/admin/demandes/protection", "nom=Anne+Vidal&adresse=dpo%40exemple.org") ==
		303);
	t_clock("2026-11-24 10:00:00");
	note("acces", "Hugo+Lambert", "hugo%40exemple.org", "2026-11-10");
	check_text(
		db_string(&t, SQL("SELECT echeance FROM requete WHERE id = ?"), I(the_request())),
		"2026-12-10");
	check(mails("requete_recue") == 1 && mails("requete_nouvelle") == 1);
	check(steps("accuse") == 1);
	check(get("/admin/demandes") == 200);
	check_says("Hugo Lambert");
	check_says("10\u00A0déc.");
	check_says("Anne Vidal");
	check(post(address("/identite"), "identite_le=2026-11-30&identite=Rappel") == 422);
	check(post(address("/identite"), "identite_le=2026-11-12&identite=Rappel") == 303);
	check(post(address("/ecrire"), "texte=Bonjour") == 303);
	check(post(address("/ecrire"), "texte=Voici&refus=1") == 422);
	check_says("Dites ce qui est refusé");
	check(post(address("/ecrire"), "texte=Voici&refus=1&motif=Notes+d%27autrui") == 303);
	check(mails("requete_ecrit") == 2);
	check(get(address("")) == 200);
	check_says("refusée en partie");
	check(post(address("/ecrire"), "texte=Encore") == 404);
	check(get("/admin/demandes.csv") == 200);
}

static int64_t
readings(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'requete.lecture'"));
}

/* Who looks at what persons asked is in the journal, the register once an hour. */
TEST(demandes_that_are_read_are_in_the_journal)
{
	talkers();
	note("acces", "Hugo+Lambert", "hugo%40exemple.org", "2026-01-10");
	check(get("/admin/demandes/nouvelle") == 200 && readings() == 0);
	check(get("/admin/demandes") == 200 && get("/admin/demandes") == 200);
	check(readings() == 1);
	check(get(address("")) == 200 && readings() == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'requete.lecture'"
			  " AND acteur_id = ? AND apres = CONCAT('{\"requete\":', ?, '}')"),
		      I(adm), I(the_request())) == 1);
}

TEST(demandes_are_dated_and_refused_when_they_are_to_come)
{
	talkers();
	as(adm);
	check(post("/admin/demandes/nouvelle",
		      "genre=acces&nom=Paul&voie=lettre&recue_le=2130-01-01") == 422);
	check(post("/admin/demandes/nouvelle", "nom=Paul&voie=lettre&recue_le=2020-01-01") == 422);
	as(sal);
	check(get("/admin/demandes") == 403);
	as(benp);
	check(get("/admin/demandes") == 403);
}

/* On the twentieth day, then when it is late, once each; a request that got two months more has
 * them. */
TEST(demandes_that_wait_alarm_once)
{
	talkers();
	t_clock("2026-11-10 10:00:00");
	note("rectification", "Paul", "paul%40exemple.org", "2026-11-10");
	t_clock("2026-11-29 10:00:00");
	requetes_turn(&t);
	check(mails("requete_alarme") == 0);
	t_clock("2026-11-30 10:00:00");
	requetes_turn(&t);
	requetes_turn(&t);
	check(mails("requete_alarme") == 1);
	t_clock("2026-12-11 10:00:00");
	requetes_turn(&t);
	requetes_turn(&t);
	check(mails("requete_alarme") == 2);
	as(adm);
	check(get("/admin/demandes") == 200);
	check_says("en retard");
	check(post(address("/prolonger"), "raison=Court") == 422);
	check(post(address("/prolonger"), "raison=Il+faut+relire+des+archives") == 303);
	check(post(address("/prolonger"), "raison=Il+faut+relire+des+archives") == 404);
	check(mails("requete_prolongee") == 1);
	check_text(
		db_string(&t, SQL("SELECT echeance FROM requete WHERE id = ?"), I(the_request())),
		"2027-02-10");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'requete_alarme'"
			  " AND CONCAT(sujet, texte, html) LIKE '%Paul%'")) == 0);
}

TEST(demandes_of_accounts_enter_the_register_by_themselves)
{
	talkers();
	as(benp);
	check(post("/compte/effacement", "message=Adieu&certain=1") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM requete WHERE contact_id = ?"
			  " AND genre = 'effacement' AND voie = 'compte'"
			  " AND identite_le IS NOT NULL"),
		      I(benp)) == 1);
	check(post("/compte/effacement", "message=Adieu&certain=1") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM requete WHERE contact_id = ?"), I(benp)) == 1);
}

static int
places(struct traces *traces)
{
	struct preuve p;

	preuve_scan(&t, traces, &p);
	check(p.tables > 100 && p.colonnes > 200);
	return (int) p.places;
}

TEST(demandes_of_erasure_are_carried_out_and_proved)
{
	struct requete q;
	struct traces words;

	a_canary();
	left_lille();
	canarine_plant();
	db_exec(&t, SQL("DELETE FROM requete"));
	db_exec(&t, SQL("UPDATE contact SET hubspot_id = 98765432101 WHERE id = ?"), I(her));
	note("effacement", NAME, "canari%40exemple.org", "2026-01-05");
	preuve_words(&t, "Canaribus\ncanari@exemple.org\n", &words);
	check(places(&words) > 40);
	check(get(address("/effacement")) == 200);
	check_says("Partira");
	check_says("HubSpot");
	check(post(address("/effacement"), "certain=1&hubspot=1") == 422);
	check(post(address("/identite"), "identite_le=2026-01-06&identite=Rappel") == 303);
	check(post(address("/effacement"), "certain=1") == 422);
	check(post(address("/effacement"), "certain=1&hubspot=1") == 303);
	check(requete_find(&t, the_request(), &q) && q.contact_id == 0 && *q.nom == '\0');
	check(get(address("")) == 200);
	check_says("Rien n’en reste");
	check_says("cette nuit");
	check(mails("requete_effacee") == 1);
	db_exec(&t, SQL("UPDATE courriel SET etat = 'envoye' WHERE genre = 'requete_effacee'"));
	requetes_turn(&t);
	check(mails("requete_effacee") == 0);
	check(places(&words) == 0);
	check(scan(true) == 0);
	check(journal_verify(&t) == 0);
	check(steps("index") == 0);
	db_exec(&t, SQL("DELETE FROM reglage WHERE cle = 'index_refaire'"));
	requetes_turn(&t);
	check(steps("index") == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM effacement_fait WHERE id = ?"), I(her)) == 1);
}

/* What is left is told, with its place; what the association calls its own after her, apart. */
TEST(demandes_receipts_tell_what_is_left)
{
	struct traces words;
	struct preuve p;

	talkers();
	db_exec(&t, SQL("UPDATE reglage SET valeur = 'Canaribus' LIMIT 1"));
	db_exec(&t, SQL("INSERT INTO reglage VALUES ('essai', 'chez Canaribus')"));
	db_exec(&t, SQL("UPDATE etiquette_famille SET nom = 'Canaribus' LIMIT 1"));
	preuve_words(&t, "canaribus\n", &words);
	preuve_scan(&t, &words, &p);
	check(p.places > 0 && strstr(p.ou, "reglage.valeur") != NULL);
	check(strstr(p.ou, "etiquette_famille.nom") != NULL);
	preuve_words(&t, "\n  \n", &words);
	preuve_scan(&t, &words, &p);
	check(p.places == 0);
}

TEST(demandes_receipts_go_after_five_years)
{
	talkers();
	t_clock("2026-11-10 10:00:00");
	note("acces", "Paul", "", "2026-11-10");
	check(post(address("/ecrire"), "texte=Voici&clore=1") == 303);
	t_clock("2031-11-09 10:00:00");
	requetes_turn(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM requete")) == 1);
	t_clock("2031-11-12 10:00:00");
	requetes_turn(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM requete")) == 0);
}

/* A base of before, as when a dump of last week was restored: who was erased since is again. */
static void
as_before(void)
{
	db_exec(&t, SQL("DELETE FROM effacement_fait"));
	db_exec(&t, SQL("UPDATE contact SET prenom = 'Canarine', nom = 'Canaribus' WHERE id = ?"),
		I(her));
}

static int64_t
named(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE nom = 'Canaribus'"));
}

TEST(demandes_of_erasure_stay_done_after_a_restore)
{
	const char *folder = t_folder(), *file = at("%s/effacements", folder);

	a_canary();
	check(effacements_replay(&t, file) == -1);
	effacements_write(&t, folder);
	check(access(file, F_OK) != 0);
	cycle_forget(&t, her);
	effacements_write(&t, folder);
	effacements_write(&t, folder);
	check(access(file, F_OK) == 0);
	as_before();
	check(named() == 1 && effacements_beside(&t, at("%s/essaim-x", folder)) == -1);
	check(effacements_replay(&t, file) == 1);
	check(named() == 0);
	check(effacements_replay(&t, file) == 0);
	as_before();
	db_exec(&t, SQL("UPDATE objet SET cree_le = '2001-01-01' WHERE id = ?"), I(her));
	check(effacements_replay(&t, file) == 0 && named() == 1);
}

static int64_t
touched(const char *from, const char *to)
{
	as(adm);
	check(get(at("/admin/violation?debut=%s&fin=%s&compte=berthe%%40exemple.org", from, to)) ==
		200);
	return said_id(t_reply, "Touchees.nombre");
}

/* An account reads pages one after the other: exactly those are told, of that window. */
TEST(violation_lists_exactly_who_was_touched)
{
	int64_t who[6];

	talkers();
	t_account(benl, "");
	db_exec(&t, SQL("UPDATE contact SET email = 'berthe@exemple.org' WHERE id = ?"), I(benl));
	for (int i = 0; i < 6; i++) {
		who[i] = t_person(
			"Lue", at("N%d", i), at("lue%d@exemple.org", i), "confirme", "benevole");
		t_member(lille, who[i], "membre");
		t_settle(who[i]);
	}
	t_settle(benl);
	t_clock("2026-03-03 10:00:00");
	as(benl);
	check(get(at("/contacts/%" PRId64, who[5])) == 200);
	t_clock("2026-03-03 12:00:00");
	as(benl);
	for (int i = 0; i < 4; i++)
		check(get(at("/contacts/%" PRId64, who[i])) == 200);
	check(get(at("/contacts/%" PRId64, benl)) == 200);
	as(sal);
	check(get(at("/contacts/%" PRId64, who[4])) == 200);
	t_clock("2026-03-04 12:00:00");
	check(touched("2026-03-03T12:30", "2026-03-03T13:30") == 4);
	check_says("N3");
	check_hides("N4");
	check_hides("N5");
	check(touched("2026-03-03T10:30", "2026-03-03T13:30") == 5);
	check(touched("2026-03-01T00:00", "2026-03-02T00:00") == 0);
	check(post("/admin/violation",
		      "debut=2026-03-03T12:30&fin=2026-03-03T13:30&connue_le=2026-03-05T09:00"
		      "&nature=Copie&consequences=Demarchage&mesures=Compte+ferme") == 422);
	for (int i = 0; i < 2; i++) /* the draft is sent twice */
		check(post("/admin/violation",
			      "debut=2026-03-03T12:30&fin=2026-03-03T13:30&compte=berthe%40exemple."
			      "org&connue_le=2026-03-04T09:00&nature=Copie&consequences=Demarchage"
			      "&mesures=Compte+ferme&cle=brouillon") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM violation")) == 1);
	check(get(at("/admin/violation/%" PRId64,
		      db_int(&t, SQL("SELECT MAX(id) FROM violation")))) == 200);
	check_says("7\u00A0mars 2026");
	check_says("Demarchage");
}

/* Who was in a table that was taken along is told as well. */
TEST(violation_counts_who_was_in_an_export)
{
	talkers();
	t_clock("2026-03-03 12:00:00");
	as(adm);
	check(get("/annuaire.csv") == 200);
	t_clock("2026-03-04 12:00:00");
	as(adm);
	check(get("/admin/violation?debut=2026-03-03T12:30&fin=2026-03-03T13:30") == 200);
	check(said_id(t_reply, "Touchees.nombre") ==
		db_int(&t,
			SQL("SELECT JSON_VALUE(apres, '$.lignes') FROM journal"
			    " WHERE acte = 'annuaire.export'")));
	check(said_id(t_reply, "Touchees.nombre") > 3);
}

TEST(demandes_register_is_read_and_taken_along)
{
	talkers();
	as(adm);
	check(get("/admin/registre") == 200);
	check_says("Finalité");
	check(get("/admin/registre.csv") == 200);
	as(0);
	check(get("/public/donnees") == 200);
	check_says("Messages");
}
