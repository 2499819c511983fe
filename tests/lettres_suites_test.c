/* lettres_suites_test.c - what comes of letters, in totals, and where one meets them again */

#include <inttypes.h>
#include <string.h>

#include "base/conf.h"
#include "domain/annuaire/condition_sens.h"
#include "domain/annuaire/filtre.h"
#include "domain/contacts/contact.h"
#include "domain/fil/publication.h"
#include "domain/fil/sondage.h"
#include "domain/lettres/lettre.h"
#include "domain/lettres/lettre_rendu.h"
#include "people.h"

/* One that left for AUDIENCE a day ago, and leads to URL. */
static int64_t
left(const char *sujet, const char *audience, const char *url)
{
	struct lettre l = lettre_new();
	int64_t id;

	l.sujet = sujet;
	l.audience = audience;
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, lien)"
		    " VALUES (?, 1, 'bouton', 'Répondre', '', ?)"),
		I(id), S(url));
	lettre_freeze(&t, id);
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', commence_le = UTC_TIMESTAMP()"
		    " - INTERVAL 1 DAY, fini_le = UTC_TIMESTAMP() - INTERVAL 1 DAY WHERE id = ?"),
		I(id));
	lettre_follow(&t, id);
	return id;
}

static void
sent(int64_t id, int64_t who)
{
	db_exec(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, etat, du_le,"
		    " envoye_le) SELECT ?, id, email, 'envoye', UTC_TIMESTAMP(), UTC_TIMESTAMP()"
		    " - INTERVAL 1 DAY FROM contact WHERE id = ?"),
		I(id), I(who));
}

/* A poll of the group's, that WHO answered. */
static int64_t
a_poll(int64_t who)
{
	int64_t id = a_post("texte=Quand");

	db_exec(&t, SQL("INSERT INTO sondage (id, genre) VALUES (?, 'sondage')"), I(id));
	db_exec(&t,
		SQL("INSERT INTO sondage_votant (sondage_id, contact_id, jour)"
		    " VALUES (?, ?, UTC_DATE())"),
		I(id), I(who));
	return id;
}

TEST(lettres_report_counts_answers_to_it_and_to_its_polls_of_who_got_it)
{
	int64_t id, poll, before;

	people();
	before = left("Avant", "public:benevoles", "/agenda");
	poll = a_poll(benp);
	id = left("Un sondage", "public:benevoles",
		at("/groupes/%" PRId64 "/publications/%" PRId64, paris, poll));
	db_exec(&t,
		SQL("INSERT INTO sondage_votant (sondage_id, contact_id, jour)"
		    " VALUES (?, ?, UTC_DATE())"),
		I(poll), I(benl));
	sent(id, benp);
	sent(before, benp);
	db_exec(&t, SQL("UPDATE lettre SET reponses = 3 WHERE id = ?"), I(id));
	as(sal);
	check(get(at("/lettres/%" PRId64 "/rapport", id)) == 200);
	check_says("<b>1</b> <span class=\"s m\">Réponses à ses sondages</span>");
	check_says("<b>3</b> <span class=\"s m\">Réponses à la lettre</span>");
	check_hides("Élodie");
	check(get(at("/lettres/%" PRId64 "/rapport", before)) == 200);
	check_hides("Réponses à ses sondages");
	db_exec(&t, SQL("UPDATE sondage_votant SET jour = '2001-01-01'"));
	check(get(at("/lettres/%" PRId64 "/rapport", id)) == 200);
	check_says("<b>0</b> <span class=\"s m\">Réponses à ses sondages</span>");
}

static bool
finds(const char *op, int64_t lettre, int64_t who)
{
	struct noeud *tree = condition_parse(&t.mem,
		at("{\"lien\":\"toutes\",\"si\":[{\"sujet\":\"@lettre\",\"op\":\"%s\","
		   "\"v\":[\"%" PRId64 "\"]}]}",
			op, lettre));
	struct filtre *f;
	struct rows *rows;
	bool found = false;

	condition_check(&t, modele(&t), tree);
	f = filtre_of(&t, "");
	filtre_add(&t, f, tree);
	filtre_count(&t, f, 100);
	rows = filtre_rows(&t, f, 100, 0, false);
	while (db_next(rows, &t.mem))
		found = found || db_num(rows, 0) == who;
	return found;
}

TEST(lettres_that_were_sent_are_a_condition_of_segments_of_the_staff)
{
	int64_t id;

	people();
	t_settle(benp);
	t_settle(benl);
	t_settle(sal);
	t_settle(coop);
	id = left("La rentrée", "public:benevoles", "/agenda");
	sent(id, benp);
	t.user.id = sal;
	t.user.level = STAFF;
	check(finds("parmi", id, benp) && !finds("parmi", id, benl));
	check(!finds("hors", id, benp) && finds("hors", id, benl));
	check(sujet_find(&t, modele(&t), "@lettre")->n_options == 1);
	t.user.id = coop;
	t.user.level = MEMBER;
	check(!finds("parmi", id, benp));
	t.user.id = 0;
}

TEST(lettres_the_last_one_is_at_home_for_who_reads_it)
{
	int64_t id;

	people();
	t_settle(benp);
	t_settle(benl);
	left("Pour Lille", at("public:groupe-%" PRId64, lille), "/agenda");
	id = left("Pour Paris", at("public:groupe-%" PRId64, paris), "/agenda");
	as(benp);
	check(get("/") == 200);
	check_says("Pour Paris");
	check_hides("Pour Lille");
	as(benl);
	check(get("/") == 200);
	check_says("Pour Lille");
	db_exec(&t,
		SQL("UPDATE lettre SET commence_le = UTC_TIMESTAMP() - INTERVAL 90 DAY"
		    " WHERE id = ?"),
		I(id));
	as(benp);
	check(get("/") == 200);
	check_hides("Pour Paris");
}

TEST(lettres_that_one_was_sent_are_in_her_path_for_her_and_the_staff)
{
	people();
	t_settle(benp);
	t_settle(coop);
	t_settle(sal);
	sent(left("La rentrée", "public:benevoles", "/agenda"), benp);
	as(benp);
	check(get(at("/contacts/%" PRId64 "/parcours", benp)) == 200);
	check_says("A reçu");
	check_says("La rentrée");
	as(sal);
	check(get(at("/contacts/%" PRId64 "/parcours", benp)) == 200);
	check_says("La rentrée");
	as(coop);
	check(get(at("/contacts/%" PRId64 "/parcours", benp)) == 200);
	check_hides("La rentrée");
}
