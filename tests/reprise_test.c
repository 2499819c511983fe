/* reprise_test.c - groups, memberships and past events taken over: tried, done, undone */

#include <inttypes.h>

#include "people.h"

static int64_t boss;

static void
cast(void)
{
	people();
	boss = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(boss, "admin");
	as(boss);
}

/* The administrator brings that text as a table of QUOI: the status. */
static int
bring(const char *quoi, const char *text)
{
	return post_parts("/imports/reprise",
		at("--XyY\r\nContent-Disposition: form-data; name=csrf\r\n\r\njeton\r\n"
		   "--XyY\r\nContent-Disposition: form-data; name=quoi\r\n\r\n%s\r\n"
		   "--XyY\r\nContent-Disposition: form-data; name=fichier; filename=\"t.csv\"\r\n"
		   "Content-Type: text/csv\r\n\r\n%s\r\n--XyY--\r\n",
			quoi, text));
}

static const char *
here(const char *rest)
{
	return at("/imports/reprise/%" PRId64 "%s", db_int(&t, SQL("SELECT MAX(id) FROM import")),
		rest);
}

static int64_t
lines(int etat)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM import_ligne WHERE etat = ? AND import_id ="
		    " (SELECT MAX(id) FROM import)"),
		I(etat));
}

static int64_t
named(const char *titre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM objet WHERE titre = ? AND archive_le IS NULL"),
		S(titre));
}

/* The template as it is given, its example filled in, brings no error. */
TEST(reprise_templates_that_are_filled_in_bring_no_error)
{
	static const char *const kinds[] = { "groupes", "adhesions", "evenements" };

	cast();
	db_exec(&t, SQL("UPDATE contact SET email = 'camille.exemple@exemple.org' WHERE id = ?"),
		I(benl));
	for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *body, *help, *example;

		check(get(at("/imports/reprise/modeles/%s.xlsx", kinds[i])) == 200);
		check(get(at("/imports/reprise/modeles/%s.csv", kinds[i])) == 200);
		body = at("%s", t_file());
		help = strstr(body, "# ");
		check(help != NULL && strstr(help + 1, "# ") != NULL);
		example = strstr(help + 1, "# ") + 2;
		check(bring(kinds[i], at("%.*s%s", (int) (help - body), body, example)) == 303);
		check(get(here("")) == 200);
		check(lines(1) == 1 && lines(2) == 0);
		check(post(here("/appliquer"), "") == 303);
		check(lines(1) == 1 && lines(2) == 0);
	}
	check(named("Groupe local de Dijon") == 1 && named("Soirée d’accueil") == 1);
}

TEST(reprise_is_tried_before_it_is_done_and_undone_at_once)
{
	static const char table[] = "Nom;Type;Au-dessus;Description\r\n"
				    "Équipe de Dijon;Groupe local;;Un texte\r\n"
				    "Antenne de Beaune;Groupe local;Équipe de Dijon;\r\n"
				    "Sans type;Rien du tout;;\r\n"
				    ";Groupe local;;\r\n"
				    "Équipe de Dijon;Groupe local;;\r\n";

	cast();
	check(bring("groupes", table) == 303);
	check(lines(1) == 2 && lines(2) == 2 && lines(0) == 1);
	check(named("Équipe de Dijon") == 0); /* a trial makes nothing */
	check(get(here("")) == 200);
	check_says("Il n’y a pas de type de groupe");
	check(post(here("/appliquer"), "") == 303);
	check(named("Équipe de Dijon") == 1 && named("Antenne de Beaune") == 1);
	check(post(here("/appliquer"), "") == 409);
	check(post(here("/jeter"), "") == 409);
	check(post(here("/annuler"), "") == 303);
	check(named("Équipe de Dijon") == 0 && named("Antenne de Beaune") == 0);
	check(post(here("/annuler"), "") == 409);
}

TEST(reprise_of_memberships_keeps_their_days)
{
	const char *paris_, *email, *table;

	cast();
	paris_ = db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(paris));
	email = db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(benl));
	table = at("Adresse courriel,Groupe,Rôle,Depuis,Jusqu’au\r\n"
		   "%s,%s,Membre,12/10/2019,\r\n%s,%s,Membre,01/02/2010,05/06/2011\r\n"
		   "inconnue@exemple.org,%s,,,\r\n%s,Nulle part,,,\r\n%s,%s,,hier,\r\n",
		email, paris_, email, paris_, paris_, email, email, paris_);
	check(bring("adhesions", table) == 303);
	check(lines(1) == 2 && lines(2) == 3);
	check(get(here("")) == 200);
	check_says("les personnes viennent de HubSpot");
	check(post(here("/appliquer"), "") == 303);
	check(get(at("/contacts/%" PRId64, benl)) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM import_cree WHERE import_id ="
			  " (SELECT MAX(id) FROM import)")) == 2);
	check(bring("adhesions", table) == 303);
	check(lines(1) == 0 && lines(0) == 2); /* the same twice is once */
	check(post(here("/jeter"), "") == 303);
	check(post(here("/annuler"), "") == 303);
	check(bring("adhesions", table) == 303);
	check(lines(1) == 2);
}

TEST(reprise_of_events_takes_what_is_past_and_tells_nobody)
{
	const char *titre;

	cast();
	titre = db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(paris));
	check(bring("evenements",
		      at("Titre,Début,Fin,Groupe,Visible par\r\n"
			 "Stand du marché,12/05/2024 18:30,12/05/2024 20h30,%s,\r\n"
			 "Journée,2024-06-01,,%s,Tout le monde\r\n"
			 "Demain,12/05/2190 18:30,,%s,\r\nSans jour,bientôt,,%s,\r\n",
			      titre, titre, titre, titre)) == 303);
	check(lines(1) == 2 && lines(2) == 2);
	check(post(here("/appliquer"), "") == 303);
	check_text(db_string(&t,
			   SQL("SELECT CONCAT(e.debut, ' ', e.etat, ' ', e.mode) FROM evenement e"
			       " JOIN objet o ON o.id = e.id WHERE o.titre = 'Stand du marché'")),
		"2024-05-12 16:30:00 publie aucune");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement")) == 0);
	as(benp);
	check(get(at("/agenda/%" PRId64,
		      db_int(&t, SQL("SELECT id FROM objet WHERE titre = 'Journée'")))) == 200);
	as(boss);
	check(post(here("/annuler"), "") == 303);
	as(benp);
	check(get(at("/agenda/%" PRId64, db_int(&t, SQL("SELECT MAX(id) FROM evenement")))) == 404);
}

TEST(reprise_is_of_administrators)
{
	cast();
	check(bring("rien", "a,b\r\n1,2\r\n") == 422);
	check(bring("groupes", "Titre,Genre\r\nx,y\r\n") == 422);
	check_says("Il manque la colonne");
	check(bring("groupes", "Nom,Type\r\nDijon,Groupe local\r\n") == 303);
	check(get(at("/imports/%" PRId64, db_int(&t, SQL("SELECT MAX(id) FROM import")))) == 404);
	as(coop);
	check(get("/imports/reprise") == 403 && get(here("")) == 403);
	check(post(here("/appliquer"), "") == 403);
	check(named("Dijon") == 0);
}
