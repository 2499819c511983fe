/* lettres_veille_test.c - before a letter leaves: its rehearsal, its cards looked at again; after:
 * its report
 */

#include <inttypes.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/lettres/lettre_repetition.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/lettres/lettre_veille.h"
#include "evenements.h"

/* A letter to Paris that leads to THING, frozen now and due in so many minutes. */
static int64_t
due(int64_t thing, const char *genre, int minutes)
{
	struct lettre l = lettre_new();
	int64_t id;

	l.sujet = "La semaine";
	l.apercu = "x";
	l.audience = at("public:groupe-%" PRId64, paris);
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, objet_id)"
		    " VALUES (?, 1, ?, ?, '', NULLIF(?, 0))"),
		I(id), S(genre), S(at("[Y aller](%s/groupes/%" PRId64 ")", conf.site_url, paris)),
		I(thing));
	lettre_freeze(&t, id);
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'programmee', par_id = ?, du_le = ? WHERE id = ?"),
		I(sal), S(clock_sql(&t.mem, clock_now() + minutes * 60)), I(id));
	return id;
}

static const char *
column(int64_t id, const char *which)
{
	return db_string(&t, SQL("SELECT IF(? = 'etat', etat, retenue) FROM lettre WHERE id = ?"),
		S(which), I(id));
}

/* How often somebody was told of it. */
static int64_t
told(int64_t id, int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_evenement e JOIN notif_cible c"
		    " ON c.evenement_id = e.id AND c.sorte = 1 WHERE e.objet_id = ?"
		    " AND c.cible_id = ?"),
		I(id), I(who));
}

TEST(lettres_veille_holds_what_leads_to_a_date_that_changed)
{
	int64_t moved, off, full, same, ev[4];

	winter();
	for (int i = 0; i < 4; i++)
		ev[i] = an_event(at("Soirée %d", i), 7, 3);
	moved = due(ev[0], "evenement", 5);
	off = due(ev[1], "evenement", 5);
	full = due(ev[2], "evenement", 5);
	same = due(ev[3], "evenement", 5);
	db_exec(&t,
		SQL("UPDATE evenement_date SET debut = debut + INTERVAL 1 DAY,"
		    " fin = fin + INTERVAL 1 DAY WHERE evenement_id = ?"),
		I(ev[0]));
	db_exec(&t, SQL("UPDATE evenement SET etat = 'annule' WHERE id = ?"), I(ev[1]));
	db_exec(&t, SQL("UPDATE evenement_date SET pris = 3 WHERE evenement_id = ?"), I(ev[2]));
	db_exec(&t, SQL("UPDATE objet SET titre = 'Soirée, dit mieux' WHERE id = ?"), I(ev[3]));
	lettre_veille_tour(&t);
	check_text(column(moved, "etat"), "brouillon");
	check_holds(column(moved, "retenue"), "a changé de date");
	check(told(moved, sal) == 1);
	check_holds(column(off, "retenue"), "est annulé");
	check_holds(column(full, "retenue"), "est complet");
	check_text(column(same, "etat"), "programmee");
	check(told(same, sal) == 0);
	lettre_veille_tour(&t);
	check(told(moved, sal) == 1);
}

TEST(lettres_veille_waits_for_the_last_ten_minutes)
{
	int64_t id, ev;

	winter();
	ev = an_event("Soirée", 7, -1);
	id = due(ev, "evenement", 30);
	db_exec(&t, SQL("UPDATE evenement SET etat = 'annule' WHERE id = ?"), I(ev));
	lettre_veille_tour(&t);
	check_text(column(id, "etat"), "programmee");
	check(!lettre_veille(&t, id)); /* whoever is about to send asks */
	check_text(column(id, "etat"), "brouillon");
}

TEST(lettres_veille_holds_what_leads_to_a_group_without_page)
{
	int64_t id;

	winter();
	id = due(0, "texte", 5);
	db_exec(&t, SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP() WHERE id = ?"), I(paris));
	lettre_veille_tour(&t);
	check_holds(column(id, "retenue"), "a fermé sa page");
}

TEST(lettres_are_rehearsed_the_day_before_once)
{
	int64_t id, later;

	winter();
	id = due(0, "texte", 20 * 60);
	later = due(0, "texte", 30 * 60);
	lettre_repetition_tour(&t);
	lettre_repetition_tour(&t);
	check(told(id, sal) == 1 && told(later, sal) == 0);
	db_exec(&t, SQL("UPDATE lettre SET du_le = du_le + INTERVAL 1 HOUR WHERE id = ?"), I(id));
	lettre_repetition_tour(&t);
	check(told(id, sal) == 2);
}

TEST(lettres_rehearsal_says_who_not_and_what_is_new)
{
	int64_t before, id;

	winter();
	before = due(0, "texte", 60);
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', total = 1, envoyes = 1,"
		    " commence_le = UTC_TIMESTAMP() - INTERVAL 7 DAY,"
		    " fini_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(before));
	db_exec(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, etat, du_le,"
		    " envoye_le) VALUES (?, ?, 'a@exemple.org', 'envoye', UTC_TIMESTAMP(),"
		    " UTC_TIMESTAMP())"),
		I(before), I(benl));
	id = due(0, "texte", 60);
	db_exec(&t,
		SQL("INSERT INTO refus_courriel (contact_id, genre, cree_le)"
		    " VALUES (?, 'lettre_info', UTC_TIMESTAMP())"),
		I(benp));
	as(sal);
	check(get(at("/lettres/%" PRId64 "/repetition", id)) == 200);
	check_says("Coline");
	check_hides("Élodie");
	check(get(at("/lettres/%" PRId64 "/repetition?vue=pas", id)) == 200);
	check_says("Ne veut plus de cette lettre");
	check_says("Élodie");
	check(get(at("/lettres/%" PRId64 "/repetition?vue=nouveaux", id)) == 200);
	check_says("Coline");
	check(get(at("/lettres/%" PRId64 "/repetition?vue=partis", id)) == 200);
	check_says("Berthe");
	check(get(at("/lettres/%" PRId64 "/repetition.csv?vue=pas", id)) == 200);
	check(strstr(t_file(), "Élodie") != NULL);
	as(benp);
	check(get(at("/lettres/%" PRId64 "/repetition", id)) == 404);
}

TEST(lettres_report_says_totals_and_what_came_of_it)
{
	int64_t ev, id;

	winter();
	ev = an_event("Soirée", 7, -1);
	id = due(ev, "evenement", 5);
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', total = 3, envoyes = 2, refuses = 1,"
		    " commence_le = ?, fini_le = ? WHERE id = ?"),
		S(clock_sql(&t.mem, clock_now() - 3600)), S(clock_sql(&t.mem, clock_now())), I(id));
	db_exec(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, etat, du_le,"
		    " envoye_le, erreur) VALUES (?, ?, 'elodie@exemple.org', 'envoye', ?, ?, ''),"
		    " (?, ?, 'berthe@exemple.org', 'refuse', ?, NULL, '550 5.1.1 Inconnue')"),
		I(id), I(benp), S(clock_sql(&t.mem, clock_now() - 3600)),
		S(clock_sql(&t.mem, clock_now() - 3600)), I(id), I(benl),
		S(clock_sql(&t.mem, clock_now() - 3600)));
	joins(ev, date_of(ev, 0), benp);
	as(sal);
	check(get(at("/lettres/%" PRId64 "/rapport", id)) == 200);
	check_says("<b>1</b> <span class=\"s m\">Inscriptions à ses événements</span>");
	check_says("5.1.1");
	check_says("berthe@exemple.org");
	check_hides("Élodie");
	check(get(at("/lettres/%" PRId64 "/rapport.csv", id)) == 200);
	check(strstr(t_file(), "berthe@exemple.org") != NULL);
	as(benp);
	check(get(at("/lettres/%" PRId64 "/rapport", id)) == 404);
}
