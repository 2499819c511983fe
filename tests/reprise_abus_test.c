/* reprise_abus_test.c - tables that are taken over, against what spreadsheets and people send */

#include <inttypes.h>

#include "people.h"

static int64_t boss;
static const char *groupe;

static void
cast(void)
{
	people();
	boss = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(boss, "admin");
	groupe = db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(paris));
	groupe = at("%s", groupe);
	db_exec(&t, SQL("UPDATE contact SET email = 'berthe@exemple.org' WHERE id = ?"), I(benl));
	as(boss);
}

static int
bring(const char *quoi, const char *text)
{
	return post_parts("/imports/reprise",
		at("--XyY\r\nContent-Disposition: form-data; name=csrf\r\n\r\njeton\r\n"
		   "--XyY\r\nContent-Disposition: form-data; name=quoi\r\n\r\n%s\r\n"
		   "--XyY\r\nContent-Disposition: form-data; name=fichier; filename=../../t.csv\r\n"
		   "Content-Type: text/csv\r\n\r\n%s\r\n--XyY--\r\n",
			quoi, text));
}

static int64_t
latest(void)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM import"));
}

static const char *
here(const char *rest)
{
	return at("/imports/reprise/%" PRId64 "%s", latest(), rest);
}

static int64_t
lines(int etat)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE etat = ? AND import_id = ?"),
		I(etat), I(latest()));
}

TEST(reprise_abus_days_that_are_none)
{
	cast();
	check(bring("evenements",
		      at("Titre,Début,Fin,Groupe,Code postal\r\n"
			 "A,29/03/2026 02:30,,%s,\r\nB,01/01/0001 00:00,,%s,\r\n"
			 "C,31/02/2024,,%s,\r\nD,2024-05-12 25:61,,%s,\r\n"
			 "E,12/05/2024 18:30,01/01/0001,%s,\r\nF,12/05/2024 18:30abc,,%s,\r\n"
			 "G,9999-12-31 23:59,9999-12-31 23:59,%s,\r\n   ,12/05/2024,,%s,\r\n",
			      groupe, groupe, groupe, groupe, groupe, groupe, groupe, groupe)) ==
		303);
	check(get(here("")) == 200);
	check(lines(1) == 0);
	check(post(here("/appliquer"), "") == 303);
	check(bring("evenements",
		      at("Titre,Début,Groupe\r\nA,2024-05-12 18:30:00,%s\r\n"
			 "B,12/05/2024 18h,%s\r\n",
			      groupe, groupe)) == 303);
	check(lines(1) == 2);
	check(bring("adhesions",
		      at("Adresse courriel,Groupe,Rôle,Depuis,Jusqu’au\r\n"
			 "berthe@exemple.org,%s,,01/01/0001,\r\n"
			 "berthe@exemple.org,%s,,0000-00-00,\r\n"
			 "berthe@exemple.org,%s,,,01/01/2020\r\n"
			 "berthe@exemple.org,%s,,01/01/2021,01/01/2020\r\n"
			 "berthé@exemple.org,%s,,,\r\n"
			 "berthe@exemple.org,%s,administrateur,,\r\n"
			 "=cmd|' /C calc'!A0,%s,,,\r\n",
			      groupe, groupe, groupe, groupe, groupe, groupe, groupe)) == 303);
	check(lines(1) == 0);
	check(get(here("")) == 200);
}

TEST(reprise_abus_of_others_ids)
{
	int64_t other;

	cast();
	check(bring("groupes", "Nom,Type\r\nDijon,Groupe local\r\n") == 303);
	other = latest();
	db_exec(&t, SQL("UPDATE import SET genre = 'fichier' WHERE id = ?"), I(other));
	check(get(here("")) == 404 && post(here("/appliquer"), "") == 404);
	check(post(here("/annuler"), "") == 404 && post(here("/jeter"), "") == 404);
	db_exec(&t, SQL("UPDATE import SET genre = 'groupes' WHERE id = ?"), I(other));
	check(post(at("/imports/%" PRId64 "/appliquer", other), "") == 404);
	check(post(at("/imports/%" PRId64 "/annuler", other), "") == 404);
	check(post(at("/imports/%" PRId64 "/jeter", other), "") == 404);
	check(post(at("/imports/%" PRId64 "/colonnes", other), "c0=prenom") == 404);
	as(sal);
	check(post(here("/appliquer"), "") == 403 && post(here("/jeter"), "") == 403);
	check(bring("groupes", "Nom,Type\r\nDijon,Groupe local\r\n") == 403);
}

/* What was made of it since is not lost by undoing: the group has members, the event was removed,
 * the membership ended. */
TEST(reprise_abus_undone_after_others_went_on)
{
	int64_t made, row;

	cast();
	check(bring("evenements",
		      at("Titre,Début,Groupe\r\nStand,12/05/2024 18:30,%s\r\n", groupe)) == 303);
	check(post(here("/appliquer"), "") == 303);
	made = db_int(&t, SQL("SELECT MAX(id) FROM evenement"));
	check(post(at("/agenda/%" PRId64 "/supprimer", made), "") < 500);
	check(post(here("/annuler"), "") == 303);
	check(post(here("/annuler"), "") == 409);
	check(bring("adhesions",
		      at("Adresse courriel,Groupe,Rôle\r\nberthe@exemple.org,%s,Coordination\r\n",
			      groupe)) == 303);
	check(lines(1) == 1);
	check(post(here("/appliquer"), "") == 303);
	row = db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE groupe_id = ? AND contact_id = ?"),
		I(paris), I(benl));
	check(row == 2);
	check(post(at("/groupes/%" PRId64 "/membres/%" PRId64 "/retirer", paris, benl),
		      "role=membre") < 500);
	check(post(here("/annuler"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE groupe_id = ? AND contact_id = ?"
			  " AND fin IS NULL"),
		      I(paris), I(benl)) == 0);
	check(bring("groupes", "Nom,Type\r\nDijon,Groupe local\r\n") == 303);
	check(post(here("/appliquer"), "") == 303);
	made = db_int(&t, SQL("SELECT MAX(id) FROM groupe"));
	t_member(made, benl, "membre");
	check(post(here("/annuler"), "") == 303);
	check(get(at("/groupes/%" PRId64, made)) < 500);
}

TEST(reprise_abus_cells_that_are_too_much)
{
	char *long_ = arena_alloc(&t.mem, 100001);

	memset(long_, 'a', 100000);
	long_[100000] = '\0';
	cast();
	check(bring("groupes", at("Nom,Type,Description\r\n%s,Groupe local,%s\r\n", long_, long_)) <
		500);
	check(bring("groupes",
		      "Nom,Type\r\n<script>x</script>,Groupe local\r\n=1+1,Groupe local\r\n"
		      "\"A\r\nBcc: x@y.fr\",Groupe local\r\n\xff\xfe,Groupe local\r\n") < 500);
	check(get(here("")) == 200);
	check_hides("<script>x");
	check(post(here("/appliquer"), "") < 500);
	check(get("/groupes") == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM objet WHERE genre = 'groupe'"
			  " AND (titre LIKE CONCAT('%', CHAR(10), '%')"
			  " OR titre LIKE CONCAT('%', CHAR(13), '%'))")) == 0);
}
