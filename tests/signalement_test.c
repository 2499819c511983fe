/* signalement_test.c - texts that people report: who reads the reports, who learns what was
 * decided */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/notifications/notif.h"
#include "people.h"

TEST(signalement_reports_reach_who_moderates_and_no_other)
{
	int64_t id, report;

	people();
	id = a_post("texte=Pas+gentil");
	as(coop);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=x") == 422);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=Ce+n%27est+pas+gentil") == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("1 texte à vérifier");
	check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 200);
	check_says("Pas gentil");
	report = db_int(&t, SQL("SELECT MAX(id) FROM signalement"));
	as(benp);
	check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 403);
	check(get("/groupes/signalements") == 200);
	check_hides("Pas gentil");
	check(post(at("/groupes/signalements/%" PRId64, report), "etat=garde") == 404);
	as(coop);
	check(post(at("/groupes/signalements/%" PRId64, report), "etat=retire") == 303);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_says("Publication supprimée");
	check_hides("à vérifier");
}

/* How many notifications of that person say so. */
static int64_t
told(int64_t who, const char *phrase)
{
	while (notif_spread(&t))
		;
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif n JOIN notif_evenement e ON e.id = n.evenement_id"
		    " WHERE n.contact_id = ? AND e.phrase LIKE ?"),
		I(who), S(phrase));
}

TEST(signalement_what_is_decided_of_a_text_is_said_to_who_reported_and_who_wrote)
{
	int64_t id, third = t_person("Malo", "Metz", "malo@exemple.org", "confirme", "benevole");

	people();
	t_member(paris, third, "membre");
	t_account(third, "");
	t_account(benp, "");
	acces_contact(&t, third);
	acces_contact(&t, benp);
	id = a_post("texte=Pas+*gentil*");
	as(third);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=Ce+n%27est+pas+gentil") == 303);
	as(coop);
	check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 200);
	check_says("Pas gentil</blockquote>");
	check(post(at("/groupes/signalements/%" PRId64,
			   db_int(&t, SQL("SELECT MAX(id) FROM signalement"))),
		      "etat=garde") == 303);
	check(told(third,
		      "Votre signalement dans Groupe local de Paris\u00a0: après lecture,"
		      " le texte reste") == 1);
	check(told(benp, "%") == 0);
	as(third);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=Vraiment+pas+gentil") == 303);
	as(coop);
	check(post(at("/groupes/signalements/%" PRId64,
			   db_int(&t, SQL("SELECT MAX(id) FROM signalement"))),
		      "etat=retire") == 303);
	check(told(third,
		      "Votre signalement dans Groupe local de Paris\u00a0: le texte est retiré") ==
		1);
	check(told(benp,
		      "Coline de La Fontaine a retiré un de vos textes dans Groupe local de Paris,"
		      " après un signalement") == 1);
	as(benp);
	check(get("/notifications") == 200);
	check_hides("Malo");
	check(get("/notifications/suivis") == 200);
	check_hides("Texte supprimé");
}

TEST(signalement_reports_are_not_judged_by_who_wrote_the_text)
{
	int64_t id, report;

	people();
	t_account(coop, "");
	t_account(benl, "");
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris), "texte=Avis+tranch%C3%A9") ==
		303);
	id = last();
	as(benp);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=Ce+n%27est+pas+gentil") == 303);
	report = db_int(&t, SQL("SELECT MAX(id) FROM signalement"));
	as(coop);
	check(get(at("/groupes/%" PRId64, paris)) == 200);
	check_hides("à vérifier");
	check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 200);
	check_hides("Élodie");
	check_hides("pas gentil");
	check(post(at("/groupes/signalements/%" PRId64, report), "etat=garde") == 404);
	while (notif_spread(&t))
		;
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif WHERE genre = 'moderation'")) == 0);
	t_member(paris, benl, "coordination");
	acces_contact(&t, benl);
	as(benp);
	check(post(at("/fil/%" PRId64 "/signaler", a_comment(id, "texte=Non")),
		      "motif=Erreur+de+ma+part") == 303);
	while (notif_spread(&t))
		;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif WHERE genre = 'moderation'"
			  " AND contact_id IN (?, ?)"),
		      I(coop), I(benl)) == 2);
	as(benl);
	check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 200);
	check_says("pas gentil");
	check(post(at("/groupes/signalements/%" PRId64, report), "etat=garde") == 303);
}
