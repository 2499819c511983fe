/* agenda_visiteurs_test.c - strangers who turn out to have an account; what their mails say */

#include <inttypes.h>
#include <string.h>

#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/objets/fichier.h"
#include "domain/agenda/visiteur.h"
#include "evenements.h"

static int64_t event, date;

static const char *
opened(void)
{
	event = an_open_event("Fresque", 20);
	date = date_of(event, 0);
	return at("/public/evenements/%" PRId64, event);
}

/* The page of the link that was sent to that address. */
static const char *
key_sent(const char *to)
{
	const char *from;

	while (evenement_mail(&t) > 0)
		;
	from = strstr(db_string(&t,
			      SQL("SELECT texte FROM courriel WHERE adresse = ? ORDER BY id"
				  " LIMIT 1"),
			      S(to)),
		"/public/inscriptions/");
	return at("%.*s", (int) strcspn(from, "\n"), from);
}

/* One registration, one seat. */
static bool
alone(void)
{
	return db_int(&t,
		       SQL("SELECT d.pris = 1 AND (SELECT COUNT(*) FROM inscription"
			   " WHERE evenement_id = d.evenement_id) = 1 AND (SELECT COUNT(*)"
			   " FROM place WHERE date_id = d.id AND etat = 'inscrit') = 1"
			   " FROM evenement_date d WHERE d.id = ?"),
		       I(date)) == 1;
}

/* Élodie, who has an account, registers by the form of strangers. */
static void
elodie_confirms(const char *path)
{
	check(post_raw(path, "prenom=Elodie&email=elodie%40exemple.org") == 303);
	check(post_raw(key_sent("elodie@exemple.org"), "faire=venir") == 303);
}

/* What she had there before, on another date, takes nothing from her. */
TEST(public_who_came_to_another_date_keeps_the_seat_that_she_confirms)
{
	const char *path;
	int64_t own, was;

	path = opened();
	was = db_insert(&t,
		SQL("INSERT INTO evenement_date (evenement_id, jour, debut, fin, pris)"
		    " VALUES (?, '2020-01-06', '2020-01-06 18:00', '2020-01-06 20:00', 1)"),
		I(event));
	own = db_insert(&t,
		SQL("INSERT INTO inscription (evenement_id, contact_id, cree_le)"
		    " VALUES (?, ?, '2020-01-01')"),
		I(event), I(benp));
	db_exec(&t,
		SQL("INSERT INTO place (date_id, inscription_id, etat, depuis)"
		    " VALUES (?, ?, 'inscrit', '2020-01-01')"),
		I(was), I(own));
	elodie_confirms(path);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM place WHERE inscription_id = ?"
			  " AND etat = 'inscrit'"),
		      I(own)) == 2);
	check(alone());
	check(get(key_sent("elodie@exemple.org")) == 200);
	check_says("Votre inscription");
}

/* Nor does what she answered before she left. */
TEST(public_who_left_and_answered_questions_comes_again)
{
	const char *path;
	int64_t own;

	path = opened();
	own = db_insert(&t,
		SQL("INSERT INTO inscription (evenement_id, contact_id, cree_le)"
		    " VALUES (?, ?, '2020-01-01')"),
		I(event), I(benp));
	db_exec(&t,
		SQL("INSERT INTO place (date_id, inscription_id, etat, depuis)"
		    " VALUES (?, ?, 'annule', '2020-01-01')"),
		I(date), I(own));
	db_exec(&t, SQL("INSERT INTO evenement_question (evenement_id, texte) VALUES (?, 'Menu')"),
		I(event));
	db_exec(&t,
		SQL("INSERT INTO evenement_reponse (inscription_id, question_id, reponse)"
		    " SELECT ?, id, 'Navets' FROM evenement_question"),
		I(own));
	elodie_confirms(path);
	check(alone());
}

/* The calendar of a stranger names nobody of the team, and leads where she may go. */
TEST(public_mails_to_strangers_name_nobody)
{
	const char *path;
	int64_t id;

	path = opened();
	check(post_raw(path, "prenom=Maud&nom=Perrin&email=maud%40exemple.org") == 303);
	check(post_raw(key_sent("maud@exemple.org"), "faire=venir") == 303);
	id = db_int(&t, SQL("SELECT id FROM inscription WHERE evenement_id = ?"), I(event));
	inscription_tell(&t, id, date, "Apportez un crayon.");
	evenement_mail(&t);
	check(db_int(&t,
		      SQL("SELECT calendrier LIKE 'BEGIN%' AND calendrier NOT LIKE '%Coline%'"
			  " AND calendrier LIKE '%/public/evenements/%' FROM courriel"
			  " WHERE adresse = 'maud@exemple.org' ORDER BY id DESC LIMIT 1")) == 1);
}

/* While many mails wait to leave, no more are written; what is owed is kept. */
TEST(public_mails_are_owed_until_others_have_left)
{
	const char *path = opened();

	db_exec(&t,
		SQL("INSERT INTO courriel (adresse, genre, sujet, texte, html, cree_le, du_le)"
		    " SELECT CONCAT(seq, '@exemple.org'), 'bienvenue', '-', '-', '-',"
		    " '2020-01-01', '2020-01-01' FROM seq_1_to_500"));
	check(stranger_asks(path, "prenom=Maud&email=maud%40exemple.org"));
	check(mails_to("maud@exemple.org") == 0);
	db_exec(&t, SQL("DELETE FROM courriel"));
	check(mails_to("maud@exemple.org") == 1);
}

/* Its files are open like its page, and close with it; where it is leads to a map. */
TEST(public_files_and_the_map_of_an_event_are_open_like_its_page)
{
	const char *path = opened(), *url;
	int64_t file;

	t_store();
	file = fichier_store_bytes(&t, "programme.txt", "19 h, accueil", 13, event);
	db_exec(&t, SQL("UPDATE fichier_contenu SET sain_le = UTC_TIMESTAMP()"));
	db_exec(&t, SQL("UPDATE evenement SET lieu = 'La Bobine' WHERE id = ?"), I(event));
	url = at("%s/fichiers/%" PRId64 "/programme.txt", path, file);
	check(get(path) == 200);
	check_says("programme.txt");
	check_says("openstreetmap.org");
	check(get(url) == 200);
	check(t_header("X-Accel-Redirect") != NULL);
	check(get(at("/public/evenements/%" PRId64 "/fichiers/%" PRId64, event + 1, file)) == 404);
	db_exec(&t, SQL("UPDATE evenement SET visibilite = 'benevoles' WHERE id = ?"), I(event));
	check(get(url) == 404);
}

/* Strangers answer what organisers ask; nobody answers in the place of who registered. */
TEST(public_questions_are_asked_of_strangers)
{
	const char *path = opened(), *name;
	int64_t q = db_insert(&t,
		SQL("INSERT INTO evenement_question (evenement_id, rang, texte, choix, obligatoire)"
		    " VALUES (?, 1, 'Votre régime', 'Tout\nVégétarien', TRUE)"),
		I(event));

	name = at("q%" PRId64, q);
	check(get(path) == 200);
	check_says("Votre régime");
	check(post_raw(path, "prenom=Maud&email=maud%40exemple.org") == 422);
	check_says("Répondez à cette question");
	check(post_raw(path, at("prenom=Maud&email=maud%%40exemple.org&%s=Rien", name)) == 422);
	check(stranger_asks(path, at("prenom=Maud&email=maud%%40exemple.org&%s=Tout", name)));
	check(stranger_asks(
		path, at("prenom=X&email=maud%%40exemple.org&%s=V%%C3%%A9g%%C3%%A9tarien", name)));
	check_text(
		db_string(&t, SQL("SELECT GROUP_CONCAT(reponse) FROM evenement_reponse")), "Tout");
}

static int
agreements(void)
{
	return (int) db_int(&t,
		SQL("SELECT COUNT(*) FROM inscription_accord WHERE le IS NOT NULL"
		    " AND mots = 'Groupe local de Paris peut m’écrire pour d’autres rendez-vous'"));
}

TEST(public_a_stranger_agrees_that_the_group_writes_to_her)
{
	const char *path = opened(), *link, *list;

	list = at("/agenda/%" PRId64 "/inscrits", event);
	check(get(path) == 200);
	check_says("peut m’écrire pour d’autres rendez-vous");
	check_hides("name=\"suite\" value=\"1\" checked");
	check(stranger_asks(path, "prenom=Maud&email=maud%40exemple.org"));
	check(agreements() == 0);
	/* Anybody could have typed her address a second time. */
	check(stranger_asks(path, "prenom=Maud&email=maud%40exemple.org&suite=1"));
	check(agreements() == 0);
	check(stranger_asks(path, "prenom=Lise&email=lise%40exemple.org&suite=1"));
	check(agreements() == 1);
	as(coop);
	check(get(list) == 200);
	check_hides("On peut lui écrire"); /* her address is not known to be hers */
	t_nobody();
	link = key_sent("lise@exemple.org");
	check(post_raw(link, "faire=venir") == 303);
	as(coop);
	check(get(list) == 200);
	check_says("On peut lui écrire");
	check(get(at("%s.csv", list)) == 200);
	check(strstr(t_file(), "lise@exemple.org;oui") != NULL);
	t_nobody();
	check(get(link) == 200);
	check_says("Retirer mon accord");
	check(post_raw(link, "faire=taire") == 303);
	check(agreements() == 0);
	check(get(link) == 200);
	check_hides("Retirer mon accord");
}

/* She who has an account has choices of her own; and an event of nobody's group asks nothing. */
TEST(public_an_agreement_is_asked_for_a_group_alone)
{
	const char *path = opened();

	db_exec(&t, SQL("UPDATE groupe SET ouverture = 'cache' WHERE id = ?"), I(paris));
	check(get(path) == 200);
	check_hides("peut m’écrire");
	check(stranger_asks(path, "prenom=Maud&email=maud%40exemple.org&suite=1"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM inscription_accord")) == 0);
}
