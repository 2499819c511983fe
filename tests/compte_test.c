/* compte_test.c - my account: password, sessions, tokens of programs */

#include <libgen.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "domain/compte/compte.h"
#include "domain/notifications/desinscription.h"
#include "domain/vie/cycle.h"
#include "net/lieu.h"
#include "titulaires.h"

TEST(compte_shows_who_i_am_and_my_devices)
{
	titulaires();
	check(get("/compte") == 200);
	check_says("basile@exemple.org");
	check_says("Firefox sous Linux");
	check_says("192.0.2.7");
	check_says("Cet appareil");
	as(0);
	t_cookie(NULL);
	check(get("/compte") == 303);
	check_text(t_reply->location, "/connexion?suite=/compte");
	check(get("/compte.json") == 401);
}

TEST(compte_says_from_which_country_a_session_was_opened)
{
	char exe[4000] = "", *built;

	check(readlink("/proc/self/exe", exe, sizeof exe - 1) > 0);
	built = arena_printf(&t.mem, "%s/../mots", dirname(exe));
	/* what is handed out has them beside its sources */
	setenv("ESSAIM_DATA", access(built, R_OK) == 0 ? built : "mots", 1);
	check_text(lieu_of(&t.mem, "193.252.19.3"), "France");
	check_text(lieu_of(&t.mem, "2a01:cb00::1"), "France");
	check_text(lieu_of(&t.mem, "8.8.8.8"), "États-Unis d’Amérique");
	check(lieu_of(&t.mem, "127.0.0.1") == NULL && lieu_of(&t.mem, "nulle part") == NULL);
	titulaires();
	db_exec(&t, SQL("UPDATE session SET adresse = '193.252.19.3'"));
	check(get("/compte") == 200);
	check_says("France (193.252.19.3)");
	setenv("ESSAIM_DATA", ".", 1);
}

TEST(compte_changes_the_password_against_the_old_one)
{
	const char *other;

	titulaires();
	other = session_of(basile);
	check(submit("/compte/mot_de_passe", "actuel=faux&mot_de_passe=un+nouveau+mot+secret") ==
		422);
	check_says("pas votre mot de passe actuel");
	check(t_reply->keep);
	check(submit("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=court") == 422);
	check_hides("une phrase de trois mots");
	check(submit("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 303);
	check_text(t_reply->location, "/compte?fait=mot-de-passe");
	check(compte_check(&t, "basile@exemple.org", "un nouveau mot secret", &(bool) { false }) ==
		basile);
	check(get("/compte") == 200);
	t_cookie(other);
	check(get("/compte") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'mot_de_passe'"
			  " AND contact_id = ?"),
		      I(basile)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'compte.mot_de_passe'")) ==
		1);
}

TEST(compte_slows_down_whoever_guesses_the_old_password)
{
	titulaires();
	for (int i = 0; i < 5; i++)
		check(submit("/compte/mot_de_passe",
			      "actuel=faux&mot_de_passe=un+nouveau+mot+secret") == 422);
	check(submit("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 429);
	clock_shift = 3;
	check(submit("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 303);
}

TEST(compte_came_by_a_link_needs_no_old_password)
{
	titulaires();
	db_exec(&t, SQL("UPDATE session SET par_lien = TRUE WHERE contact_id = ?"), I(basile));
	get("/compte");
	check_hides("name=\"actuel\"");
	check(submit("/compte/mot_de_passe", "mot_de_passe=un+nouveau+mot+secret") == 303);
	db_exec(&t,
		SQL("UPDATE session SET cree_le = UTC_TIMESTAMP() - INTERVAL 31 MINUTE"
		    " WHERE contact_id = ?"),
		I(basile));
	check(submit("/compte/mot_de_passe", "mot_de_passe=encore+un+nouveau+mot") == 422);
}

TEST(compte_closes_my_sessions_and_nobody_elses)
{
	const char *mine, *hers, *id;

	titulaires();
	mine = session_of(basile);
	hers = session_of(berthe);
	id = db_string(&t,
		SQL("SELECT LOWER(LEFT(HEX(empreinte), 16)) FROM session WHERE contact_id = ?"),
		I(berthe));
	check(submit(arena_printf(&t.mem, "/compte/sessions/%s/fermer", id), "") == 404);
	id = db_string(&t,
		SQL("SELECT LOWER(LEFT(HEX(empreinte), 16)) FROM session"
		    " WHERE empreinte = UNHEX(SHA2(?, 256))"),
		S(strchr(mine, '=') + 1));
	check(submit(arena_printf(&t.mem, "/compte/sessions/%s/fermer", id), "") == 303);
	check(submit("/compte/sessions/fermer", "") == 303);
	check(get("/compte") == 200);
	t_cookie(mine);
	check(get("/compte") == 303);
	t_cookie(hers);
	check(get("/compte") == 200);
}

static int
bearer(const char *token, const char *path)
{
	t_bearer(token);
	get(path);
	t_bearer(NULL);
	return t_reply->status;
}

TEST(compte_tokens_act_for_their_owner_and_are_shown_once)
{
	const char *token;

	titulaires();
	token = new_token();
	check(strlen(token) == 64);
	get("/compte");
	check_says("Tableur");
	check(strstr(t_reply->body, token) == NULL);
	t_cookie(NULL);
	check(bearer(token, "/compte.json") == 200);
	check_says("basile@exemple.org");
	check(t_header("Set-Cookie") == NULL);
	check(bearer("0000000000000000000000000000000000000000000000000000000000000000",
		      "/compte.json") == 401);
	check(bearer("x", "/compte.json") == 401);
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(basile));
	check(bearer(token, "/compte.json") == 403);
}

TEST(compte_tokens_make_no_tokens_and_no_passwords)
{
	const char *token;

	titulaires();
	token = a_token("acces=ecriture");
	t_cookie(NULL);
	t_bearer(token);
	check(post_raw("/compte/jetons.json", "nom=Autre") == 403);
	check(post_raw("/compte/mot_de_passe.json",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 403);
	check(post_raw("/compte/sessions/fermer.json", "") == 303);
	t_bearer(NULL);
}

TEST(compte_tokens_can_be_taken_back)
{
	const char *token;

	titulaires();
	token = new_token();
	check(submit(arena_printf(&t.mem, "/compte/jetons/%lld/retirer",
			     (long long) db_int(&t,
				     SQL("SELECT id FROM jeton_api WHERE contact_id = ?"),
				     I(basile))),
		      "") == 303);
	t_cookie(NULL);
	check(bearer(token, "/compte.json") == 401);
}

TEST(compte_of_a_name_with_markup_is_text)
{
	titulaires();
	submit("/compte/jetons", "nom=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
	check_says("&lt;script&gt;");
	check_hides("<script>alert");
}

TEST(deconnexion_needs_a_button_and_its_token)
{
	titulaires();
	check(get("/deconnexion") == 200);
	check_says("Me déconnecter");
	check(get("/compte") == 200);
	check(post_raw("/deconnexion", "") == 403);
	check(get("/compte") == 200);
	check(submit("/deconnexion", "") == 303);
	check(strstr(t_header("Set-Cookie"), "Max-Age=0") != NULL);
	check(get("/compte") == 303);
}

TEST(compte_gives_all_my_data_to_read_and_to_take_away)
{
	titulaires();
	db_exec(&t, SQL("UPDATE contact SET bio = 'Je suis <b>là</b>' WHERE id = ?"), I(basile));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'basile@perso.example' FROM champ"
		    " WHERE cle = 'autres_courriels'"),
		I(basile));
	t_member(t_group("groupe_local", "Groupe local de Paris"), basile, "membre");
	db_exec(&t, SQL("UPDATE membre SET debut = '2025-03-04' WHERE contact_id = ?"), I(basile));
	check(get("/compte/donnees") == 200);
	check_says("depuis le 4\u00A0mars 2025");
	check_says("basile@perso.example");
	check_says("basile@exemple.org");
	check_says("Je suis &lt;b&gt;");
	check_hides("berthe@exemple.org");
	check(get("/compte/donnees.json") == 200);
	check_says("\"email\":\"basile@exemple.org\"");
	check_says("\"sessions\":[{");
	check_says("\"debut\":\"2025-03-04\"");
	check_says("\"journal\":[");
	check_hides("$argon2");
}

TEST(compte_shows_my_last_signins)
{
	titulaires();
	db_exec(&t,
		SQL("INSERT INTO journal (quand, acte, objet_id, contenu, empreinte)"
		    " VALUES (UTC_TIMESTAMP(), 'connexion.refus', ?, '', '')"),
		I(basile));
	check(get("/compte/connexions") == 200);
	check_says("Essai refusé");
}
