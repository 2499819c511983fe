/* conservation_gens_test.c - who keeps watch over delays, who stays, who comes back */

#include <inttypes.h>
#include <unistd.h>

#include "base/clock.h"
#include "conserves.h"
#include "domain/sauvegarde/effacements.h"
#include "entrants.h"

/* The domain "protection", given everywhere to that person alone. */
static void
answers_for_data(int64_t who)
{
	int64_t profil;

	db_exec(&t, SQL("INSERT IGNORE INTO public (genre, cle) VALUES ('personne', ?)"), I(who));
	profil = db_insert(&t,
		SQL("INSERT INTO profil (public_id, titre, genre, ordre)"
		    " SELECT id, 'Déléguée', 'personne', 200 FROM public"
		    " WHERE genre = 'personne' AND cle = ?"),
		I(who));
	db_exec(&t,
		SQL("INSERT INTO profil_droit (profil_id, domaine, niveau)"
		    " VALUES (?, 'protection', 2)"),
		I(profil));
	t_settle(who);
}

static const char *
the_rule(void)
{
	return at("/admin/conservation/regles/%" PRId64,
		db_int(&t, SQL("SELECT id FROM conservation_regle WHERE cle = 'prospect'")));
}

TEST(conservation_is_of_who_has_the_domain_protection)
{
	int64_t one;

	adopted();
	one = prospect("Delphine", "2023-11-29 03:00:00");
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id = ?"), I(one));
	t_account(sal, "");
	as(sal);
	check(get("/admin/conservation") == 403 && get("/admin/conservation/fiches") == 403);
	check(get("/admin/conservation/fiches.csv") == 403 && get(the_rule()) == 403);
	check(post(at("/admin/conservation/fiches/%" PRId64, one), "") == 403);
	check(post("/admin/conservation/avertir", "") == 403);
	check(post("/admin/conservation/accord", "") == 403);
	check(post("/admin/conservation/adopter", "par=moi&le=2026-11-01") == 403);
	check(post(the_rule(), "duree=4&unite=an") == 403);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM conservation_avis")) == 0);
	answers_for_data(sal);
	as(sal);
	check(get("/admin/conservation") == 200 && get("/admin/conservation/fiches.csv") == 200);
	check(get("/admin/conservation/fiches") == 200);
	check_says("Delphine");
	check(post(at("/admin/conservation/fiches/%" PRId64, one), "") == 303);
	check(db_int(&t, SQL("SELECT accord_par FROM conservation_avis WHERE contact_id = ?"),
		      I(one)) == sal);
	check(post(the_rule(), "duree=4&unite=an") == 422);
	check_says("0 au lieu de 1");
	check(post(the_rule(), "duree=4&unite=an&confirme=0") == 303);
	check(get("/admin/droits") == 403 && get("/admin/journal") == 403);
}

/* The address in the last mail of that person. */
static const char *
key_of(int64_t id)
{
	const char *text = arena_strdup(&t.mem,
		db_string(&t,
			SQL("SELECT texte FROM courriel WHERE contact_id = ? AND genre"
			    " LIKE 'conservation%' ORDER BY id DESC LIMIT 1"),
			I(id)));
	const char *key = strstr(text, "/public/conservation/");

	check(key != NULL);
	return at("%.*s", (int) strcspn(key, " \n"), key);
}

static bool
stayed(int64_t id)
{
	return db_int(&t,
		       SQL("SELECT revenu_le IS NOT NULL FROM conservation_avis"
			   " WHERE contact_id = ?"),
		       I(id)) == 1;
}

TEST(conservation_staying_is_of_the_person_of_the_link_and_until_she_is_gone)
{
	int64_t one, two;
	const char *first, *second;

	adopted();
	one = prospect("Une", "2023-11-29 03:00:00");
	two = prospect("Deux", "2023-11-29 03:00:00");
	check(night("2026-12-01 03:00:00").avertis == 2);
	first = key_of(one);
	second = key_of(two);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre LIKE 'conservation%'"
			  " AND html LIKE '%répond à une demande%'")) == 0);
	t_nobody();
	check(post(at("%.*s%c", (int) strlen(first) - 1, first,
			   first[strlen(first) - 1] == '0' ? '1' : '0'),
		      "") == 404);
	check(!stayed(one) && !stayed(two));
	as(benp);
	check(get(first) == 200 && !stayed(one));
	check(post(first, "") == 200 && post(first, "") == 200);
	check(stayed(one) && !stayed(two));
	check(night("2027-01-02 03:00:00").anonymises == 1);
	t_nobody();
	check(get(second) == 404 && post(second, "") == 404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM conservation_avis WHERE contact_id = ?"),
		      I(two)) == 0);
	check(db_int(&t, SQL("SELECT prenom = 'Une' FROM contact WHERE id = ?"), I(one)) == 1);
}

TEST(conservation_a_closed_account_opens_by_a_link_and_by_no_password)
{
	const char *jeton;

	entrants();
	db_exec(&t, SQL("UPDATE compte SET ferme_le = UTC_TIMESTAMP() WHERE contact_id = ?"),
		I(basile));
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") != 303);
	check_says("il le rouvre");
	check(cookie_set("__Host-essaim") == NULL);
	check(sign_in("basile@exemple.org", "une+autre+phrase+de+mots") != 303);
	check_hides("il le rouvre");
	check(db_int(&t, SQL("SELECT ferme_le IS NOT NULL FROM compte WHERE contact_id = ?"),
		      I(basile)) == 1);
	jeton = link_sent_to("basile@exemple.org");
	check(jeton != NULL && enter_by(jeton) == 303);
	check(cookie_set("__Host-essaim") != NULL);
	check(db_int(&t, SQL("SELECT ferme_le IS NULL FROM compte WHERE contact_id = ?"),
		      I(basile)) == 1);
	t_nobody();
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

/* A dump of before knows her. */
TEST(conservation_who_went_is_not_brought_back_by_a_restore)
{
	const char *folder = t_folder(), *file = at("%s/effacements", folder);
	int64_t one;

	adopted();
	unlink(file);
	one = prospect("Partie", "2023-11-29 03:00:00");
	check(night("2026-12-01 03:00:00").avertis == 1);
	effacements_write(&t, folder);
	check(access(file, F_OK) != 0);
	check(night("2026-12-31 03:00:00").anonymises == 1);
	effacements_write(&t, folder);
	check(access(file, F_OK) == 0);
	db_exec(&t, SQL("DELETE FROM effacement_fait"));
	db_exec(&t, SQL("UPDATE contact SET prenom = 'Partie', nom = 'Conserve' WHERE id = ?"),
		I(one));
	check(effacements_replay(&t, file) == 1);
	check(db_int(&t, SQL("SELECT nom = '' AND prenom = '' FROM contact WHERE id = ?"),
		      I(one)) == 1);
	unlink(file);
}
