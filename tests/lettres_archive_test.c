/* lettres_archive_test.c - letters that have left: found by words, date and tag; by rights */

#include <inttypes.h>

#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/objets/etiquette.h"
#include "people.h"

/* A letter to that public which left at that moment. */
static int64_t
left(const char *sujet, const char *audience, const char *utc, const char *texte)
{
	struct lettre l = lettre_new();
	int64_t id;

	l.sujet = sujet;
	l.audience = audience;
	id = lettre_create(&t, &l);
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite)"
		    " VALUES (?, 1, 'texte', ?, '')"),
		I(id), S(texte));
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', commence_le = ?, fini_le = ?,"
		    " envoyes = 1012 WHERE id = ?"),
		S(utc), S(utc), I(id));
	lettre_follow(&t, id);
	lettre_index(&t, id);
	archive_number(&t);
	return id;
}

static int64_t
a_tag(int64_t on, const char *nom)
{
	int64_t id =
		etiquette_create(&t, db_int(&t, SQL("SELECT MIN(id) FROM etiquette_famille")), nom);

	etiquette_put(&t, on, &id, 1);
	return id;
}

TEST(lettres_archive_is_by_year_and_month_of_the_wall)
{
	people();
	left("Le réveillon", "public:benevoles", "2025-12-31 23:30:00", "x"); /* 2026 in Paris */
	left("La rentrée", "public:benevoles", "2025-09-05 08:00:00", "x");
	left("Fin août", "public:benevoles", "2025-08-31 22:30:00", "x"); /* September in Paris */
	as(benp);
	check(get("/lettres?annee=2026") == 200);
	check_says("Le réveillon");
	check_hides("La rentrée");
	check(get("/lettres?annee=2025&mois=9") == 200);
	check_says("2 lettres de septembre 2025");
	check_says("Fin août");
	check_hides("Le réveillon");
	check_says("/lettres?annee=2025&amp;mois=9");
	check_hides("/lettres?annee=2025&amp;mois=8");
	check(get("/lettres.json?annee=2025") == 200);
	check_says("\"total\":2");
	check_says("\"numero\":2");
}

TEST(lettres_archive_is_read_by_its_publics_alone)
{
	people();
	left("Pour Lille", at("public:groupe-%" PRId64, lille), "2026-01-01 09:00:00", "x");
	left("Pour tout le monde", "public:benevoles", "2026-01-02 09:00:00", "x");
	as(benp);
	check(get("/lettres") == 200);
	check_says("Pour tout le monde");
	check_hides("Pour Lille");
	check_hides("1\u202f012");
	check_hides("En préparation");
	check(get("/lettres.json") == 200);
	check_says("\"total\":1");
	check(get("/lettres.csv") == 200);
	check(strstr(t_file(), "Pour tout le monde") != NULL);
	check_hides("Pour Lille");
	check_hides("1012");
	as(benl);
	check(get("/lettres") == 200);
	check_says("Pour Lille");
	as(sal);
	check(post("/lettres/nouvelle", "objet=Un+brouillon&audience=public:benevoles") == 303);
	check(get("/lettres") == 200);
	check_says("envoyée à 1\u202f012 personnes");
	check_says("En préparation");
	check_says("Brouillon, Salomé Siège");
	as(benp);
	check(get("/lettres") == 200);
	check_hides("Un brouillon");
}

TEST(lettres_archive_by_tag_and_what_is_unknown_shows_nothing)
{
	int64_t tagged, tag;

	people();
	left("Sans étiquette", "public:benevoles", "2026-01-01 09:00:00", "x");
	tagged = left("Le climat", "public:benevoles", "2026-01-02 09:00:00", "x");
	tag = a_tag(tagged, "Climat essai");
	as(benp);
	check(get(at("/lettres?tag=%" PRId64, tag)) == 200);
	check_says("étiquette «\u00a0Climat essai\u00a0»");
	check_says("Le climat");
	check_hides("Sans étiquette");
	check(get("/lettres?tag=999999") == 200);
	check_says("rien n’est montré");
	check_hides("Le climat");
	for (const char *const *bad = (const char *const[]) { "annee=99999", "annee=x", "mois=3",
		     "annee=2026&mois=13", "sorte=rien", NULL };
		*bad != NULL; bad++) {
		check(get(at("/lettres?%s", *bad)) == 200);
		check_says("rien n’est montré");
		check_hides("Le climat");
	}
	check(get("/lettres?sorte=appel") == 200);
	check_says("Aucune lettre ne répond");
	as(coop);
	check(get(at("/etiquettes/%" PRId64, tag)) == 200);
	check_says("Le climat");
}

static void
search(void)
{
	db_begin(false);
	people();
	left("Le vote approche", "public:benevoles", "2026-11-20 09:00:00",
		"Bonjour {prenom}, un appel suffit : le plancher d’impôt se joue à douze voix.");
	left("Rien à voir", "public:benevoles", "2026-11-27 09:00:00", "Des crêpes");
	left("Pour Lille", at("public:groupe-%" PRId64, lille), "2026-11-21 09:00:00", "Un impôt");
	db_commit();
	db_begin(false);
	as(benp);
	check(get("/lettres?q=impots&annee=2026") == 200);
	check_says("1 lettre de 2026 parle d’");
	check_says("d’<mark>impôt</mark> se joue");
	check_hides("Rien à voir");
	check_hides("{prenom}");
	check_hides("Pour Lille");
	check(get("/lettres?q=xyzzy") == 200);
	check_says("Aucune lettre ne répond");
	check(get("/lettres.csv?q=impot") == 200);
	check(strstr(t_file(), "Le vote approche") != NULL);
	check_hides("Rien à voir");
}

TEST(lettres_archive_is_searched_by_words_of_the_body)
{
	t_apart(search);
}

TEST(lettres_kinds_that_one_receives_are_chosen_in_one_place)
{
	people();
	as(benp);
	check(get("/lettres") == 200);
	check_says("Vous recevez");
	check_says("Lettre d’info");
	check(get("/lettres/recevoir") == 303);
	check_text(t_reply->location, "/notifications/preferences?sur=actualites#lettres");
	check(get("/notifications/preferences?sur=actualites") == 200);
	check_hides("aucune lettre");
	check(post("/notifications/preferences",
		      "sur=actualites&lettres=1&frequence=semaine&jour=1&heure=8:00") == 303);
	check(get("/notifications/preferences?sur=actualites") == 200);
	check_says("Vous ne recevez aucune lettre.");
	check(get("/lettres") == 200);
	check_says("Aucune lettre par courriel");
}

TEST(lettres_are_read_as_they_left_without_a_name)
{
	int64_t id, other, tag;

	people();
	id = left("Le vote approche", "public:benevoles", "2026-11-20 09:00:00",
		"Bonjour {prenom}, un appel suffit.");
	lettre_freeze(&t, id);
	db_exec(&t, SQL("UPDATE lettre_bloc SET texte = 'Pas encore parti' WHERE lettre_id = ?"),
		I(id));
	other = left("La suite", "public:benevoles", "2026-11-27 09:00:00", "x");
	tag = a_tag(id, "Vote essai");
	etiquette_put(&t, other, &tag, 1);
	as(benp);
	check(get(at("/lettres/%" PRId64 "/en-ligne", id)) == 200);
	check_says("un appel suffit");
	check_hides("Élodie");
	check_hides("{prenom}");
	check_hides("Pas encore parti");
	check_hides("\xEE\x80\x80");
	check_says("<base target=\"_top\">");
	check_text(t_header("X-Essaim-CSP"),
		"default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none';"
		" form-action 'none'; frame-ancestors 'self'; sandbox allow-popups"
		" allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation");
	check(get(at("/lettres/%" PRId64, id)) == 200);
	check_says("novembre 2026</p>");
	check_says("<iframe");
	check_says("Sur le même sujet");
	check_says("La suite");
	check_says("Vote essai");
	check_hides("Son envoi");
	as(sal);
	check(get(at("/lettres/%" PRId64 "/lire", id)) == 200);
	check_says("Son envoi");
}

TEST(lettres_that_are_not_ones_own_are_not_read)
{
	int64_t id;

	people();
	id = left("Pour Lille", at("public:groupe-%" PRId64, lille), "2026-11-20 09:00:00", "x");
	lettre_freeze(&t, id);
	as(benp);
	check(get(at("/lettres/%" PRId64 "/en-ligne", id)) == 404);
	check(get(at("/lettres/%" PRId64 "/lire", id)) == 404);
	as(benl);
	check(get(at("/lettres/%" PRId64 "/en-ligne", id)) == 200);
	as(sal);
	check(post("/lettres/nouvelle", "objet=Brouillon&audience=public:benevoles") == 303);
	id = last();
	check(get(at("/lettres/%" PRId64 "/en-ligne", id)) == 404);
}
