/* lettres_quitter_test.c - leaving a kind of letter: by POST alone, given back, taken again */

#include <inttypes.h>

#include "domain/compte/compte.h"
#include "domain/lettres/lettre.h"
#include "domain/notifications/lettre_jeton.h"
#include "people.h"

static int64_t
a_letter(const char *sujet)
{
	struct lettre l = lettre_new();
	int64_t id;

	people();
	l.sujet = sujet;
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	return id;
}

/* That letter was sent to Bea: her sending. */
static int64_t
was_sent(int64_t id)
{
	return db_insert(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, etat, du_le)"
		    " SELECT ?, id, email, 'envoye', UTC_TIMESTAMP() FROM contact WHERE id = ?"),
		I(id), I(benp));
}

static int
left(const char *genre)
{
	return (int) db_int(&t,
		SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ? AND genre = ?"),
		I(benp), S(genre));
}

static int
counted(int64_t id)
{
	return (int) db_int(&t, SQL("SELECT desinscrits FROM lettre WHERE id = ?"), I(id));
}

TEST(lettres_are_left_by_post_alone)
{
	int64_t id = a_letter("Lettre"), envoi = was_sent(id);
	const char *path = at("/public/lettres/%s", lettre_jeton(&t, JETON_LIEN, envoi));
	const char *email = db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(benp));

	as(0);
	check(get(path) == 200 && get(path) == 200);
	check_says("Ne plus recevoir cette lettre");
	check(t_hides(email));
	check(strstr(t_reply->body, at("%.1s…", email)) != NULL);
	check(left("lettre_info") == 0 && counted(id) == 0);
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check(left("lettre_info") == 1 && left("lettre_appel") == 0 && counted(id) == 1);
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check(counted(id) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'desinscription_faite'")) ==
		1);
	check(post_raw(path, "sorte=appel&sorte=rien") == 200);
	check(left("lettre_appel") == 1 && left("lettre_rien") == 0 && counted(id) == 1);
	check(get("/public/lettres/faux") == 404 && post_raw("/public/lettres/faux", "") == 404);
	check(get(at("/public/lettres/%s", lettre_jeton(&t, JETON_RETOUR, envoi))) == 404);
	check(get("/public/lettres/apercu") == 200);
	check(post_raw("/public/lettres/apercu", "") == 404);
}

/* A friend to whom it was passed on has left for her: she undoes it, and that link is dead. */
TEST(lettres_left_by_a_friend_are_given_back)
{
	int64_t id = a_letter("Lettre"), envoi = was_sent(id);
	const char *path = at("/public/lettres/%s", lettre_jeton(&t, JETON_LIEN, envoi)), *back;

	as(0);
	check(post_raw(path, "") == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'desinscription_faite'"
			  " AND contact_id = ? AND texte LIKE '%Lettre d’info%'"),
		      I(benp)) == 1);
	back = db_string(&t,
		SQL("SELECT CONCAT('/public/avec-courriel/', REGEXP_SUBSTR(texte,"
		    " '(?<=avec-courriel/)[0-9a-f]+')) FROM courriel WHERE contact_id = ?"),
		I(benp));
	check(get(back) == 200);
	check_says("Lettre d’info");
	check(left("lettre_info") == 1);
	check(post_raw(back, "") == 200);
	check(left("lettre_info") == 0 && counted(id) == 0);
	check(get(path) == 404 && post_raw(path, "") == 404);
	check(left("lettre_info") == 0);
}

TEST(lettres_are_taken_again_in_the_preferences)
{
	int64_t id = a_letter("Lettre"), envoi = was_sent(id);

	as(0);
	check(post_raw(at("/public/lettres/%s", lettre_jeton(&t, JETON_LIEN, envoi)), "") == 200);
	as(benp);
	check(get("/notifications/preferences?sur=actualites") == 200);
	check_says("name=\"lettre.info\" value=\"1\">");
	check_says("name=\"lettre.appel\" value=\"1\" checked>");
	check(post("/notifications/preferences",
		      "frequence=semaine&jour=1&heure=8:00&lettres=1&lettre.info=1") == 303);
	check(left("lettre_info") == 0 && left("lettre_appel") == 1);
	check(post("/notifications/preferences", "frequence=semaine&jour=1&heure=8:00") == 303);
	check(left("lettre_info") == 0 && left("lettre_appel") == 1);
}

/* Whoever has left all letters still gets what answers her: a link to come in. */
TEST(lettres_left_leave_account_mails_alone)
{
	int64_t id = a_letter("Lettre"), envoi = was_sent(id);
	const char *email = db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(benp));

	as(0);
	check(post_raw(at("/public/lettres/%s", lettre_jeton(&t, JETON_LIEN, envoi)),
		      "sorte=appel&sorte=trailwalker&sorte=magasin") == 200);
	lien_connexion_ask(&t, email, "");
	while (lien_connexion_answer(&t) >= 0)
		;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
			  " AND genre IN ('lien_connexion', 'bienvenue') AND etat = 'pret'"),
		      I(benp)) == 1);
}
