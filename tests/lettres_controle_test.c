/* lettres_controle_test.c - what is looked at before a letter leaves */

#include <inttypes.h>

#include "brouillon.h"
#include "domain/lettres/lettre_controle.h"
#include "domain/lettres/lettre_envoi.h"

TEST(lettres_are_looked_at_before_they_leave)
{
	a_draft();
	t.user.id = sal;
	check(lettre_controle(&t, brouillon, "A") == 1);
	check_text(said(&t, "A.0.phrase"),
		"La ligne d’aperçu manque\u00A0: les messageries la"
		" montrent après l’objet.");
	check_text(said(&t, "A.1.gravite"), "bloque");
	check(post(draft("/blocs"), "genre=pres") == 303);
	check(lettre_controle(&t, brouillon, "B") == 0);
	db_exec(&t, SQL("UPDATE lettre SET audience = '' WHERE id = ?"), I(brouillon));
	check(lettre_controle(&t, brouillon, "C") == 1);
	t.user.id = 0;
}

TEST(lettres_links_lead_somewhere_before_they_leave)
{
	a_draft();
	text(at("[Lille](/groupes/%" PRId64 ") [rien](/agenda/999999) [haut](/agenda)", lille));
	check(found("/agenda/999999 mène à une page qui n’existe pas") == 1);
	check(found("/agenda ") == 0);
	check(found("pas vérifié") == 0);
	check(post(draft("/blocs"),
		      "genre=bouton&texte=Voir&lien=https://oxfam.example/a?b=1%26c=2") == 303);
	text("[le](https://oxfam.example/a?b=1%26c=2) [autre](https://oxfam.example/parti)"
	     " [vieux](http://oxfam.example/)");
	check(found("3 liens vers d’autres sites ne sont pas vérifiés") == 1);
	check(found("ne commence pas par https") == 1);
	check(post(draft("/liens"), "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lettre_lien WHERE lettre_id = ?"),
		      I(brouillon)) == 3);
	db_exec(&t, SQL("UPDATE lettre_lien SET statut = IF(adresse LIKE '%parti', 404, 200)"));
	check(found("vérifié") == 0);
	check(found("qui n’existe plus") == 1);
	text("[ici](https://oxfam.example/Parti)"); /* another page than /parti */
	check(found("1 lien vers un autre site") == 1);
	check(get(draft("/verification")) == 200);
	check_says("qui n’existe plus");
}

TEST(lettres_days_that_are_over_are_told)
{
	a_draft();
	t_clock("2026-12-02 10:00:00");
	text("Le 27 novembre, puis le 1er décembre et le 3 décembre ; le 27 novembre 2027.");
	text("Le 14 mai et 12 novembres ; 32 novembre.");
	check(found("parle du 27 novembre, qui est passé") == 1);
	check(found("parle du 1er décembre") == 1);
	check(found("qui est passé") == 2);
}

TEST(lettres_news_that_are_not_published_are_told)
{
	int64_t news;

	a_draft();
	as(sal);
	check(post("/actualites/nouvelle", "titre=Secret+encore&texte=x&faire=brouillon") == 303);
	news = last();
	check(post(draft("/blocs"), at("genre=actualite&objet=%" PRId64, news)) == 303);
	check(found("n’est pas publiée") == 1);
	check(get(draft("/apercu/courriel")) == 200);
	check_hides("Secret encore");
	check(post(at("/actualites/%" PRId64 "/publier", news), "") == 303);
	check(found("publiée") == 0);
	check(get(draft("/apercu/courriel")) == 200);
	check_says("Secret encore");
}

/* Who has it already leaves the kind that it came as. */
TEST(lettres_that_are_leaving_stay_of_their_kind)
{
	a_draft();
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'pause', commence_le = UTC_TIMESTAMP()"
		    " WHERE id = ?"),
		I(brouillon));
	as(sal);
	check(post(draft("/contenu"), "objet=Autre&sorte=appel") == 303);
	check_text(db_string(&t,
			   SQL("SELECT CONCAT(l.sorte, ' ', l.sujet_corrige) FROM lettre l"
			       " JOIN objet o ON o.id = l.id WHERE l.id = ?"),
			   I(brouillon)),
		"info Autre");
	check(lettre_unsend(&t, brouillon) == NULL);
	check_text(
		db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(brouillon)), "Autre");
}

TEST(lettres_marks_that_nothing_fills_are_told)
{
	a_draft();
	text("Bonjour {prenom}, et {prénom}");
	check(found("que rien ne remplace") == 1);
}

TEST(lettres_leftovers_are_said_one_by_one)
{
	int64_t first, second;

	a_draft();
	text("Bonjour {prenom}");
	text("Le vote de la semaine");
	first = brouillon;
	t.user.id = sal;
	brouillon = second = lettre_copy(&t, first, "Deux", false);
	check(found("est celui de la lettre reprise") == 2);
	check(post(draft("/contenu"),
		      form(at("?bloc=%" PRId64, block("Le vote de la semaine")),
			      "objet=Deux&sorte=info&texte=Autre+chose")) == 303);
	check(found("est celui de la lettre reprise") == 1);
	t.user.id = sal;
	brouillon = lettre_copy(&t, second, "Trois", false);
	/* what stands in each letter is none */
	check(found("est celui de la lettre reprise") == 1);
	check(found("«\u00A0Autre chose\u00A0»") == 1);
	t.user.id = 0;
}

TEST(lettres_are_read_by_somebody_else)
{
	int64_t other;

	a_draft();
	other = t_person("Théo", "Relit", "theo@exemple.org", "", "salarie");
	text("Bonjour");
	check(found("personne ne l’a relue") == 1);
	as(sal);
	check(post(draft("/relue"), "version=3") == 422);
	check(post(draft("/relecture"), at("relecteur=%" PRId64, benp)) == 422);
	check(post(draft("/relecture"), at("relecteur=%" PRId64, other)) == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_cible c JOIN notif_evenement e"
			  " ON e.id = c.evenement_id WHERE e.genre = 'lettre'")) == 1);
	as(other);
	check(get(draft("/verification")) == 200);
	check_says("J’ai relu");
	check(post(draft("/relue"), "version=1") == 422);
	check(post(draft("/relue"), at("version=%s", hidden("version"))) == 303);
	check(found("personne ne l’a relue") == 0);
	as(sal);
	text("Encore");
	check(found("personne ne l’a relue") == 1);
}
