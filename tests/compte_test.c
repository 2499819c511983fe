/* compte_test.c - my account: password, sessions, tokens of programs */

#include <ctype.h>
#include <libgen.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "domain/compte.h"
#include "domain/cycle.h"
#include "domain/donnees.h"
#include "domain/desinscription.h"
#include "net/lieu.h"
#include "t.h"
#include "web/session.h"

static int64_t basile, berthe;

static const char *
session_of(int64_t who)
{
	struct req r = {
		.agent = "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0",
		.address = "192.0.2.7"
	};
	const char *cookie = NULL;

	session_open(&r, who);
	for (struct header *h = r.headers; h != NULL; h = h->next)
		if (strncmp(h->value, "__Host-essaim=", 14) == 0)
			cookie = arena_printf(
				&t.mem, "%.*s", (int) strcspn(h->value, ";"), h->value);
	arena_reset(&r.mem);
	return cookie;
}

static void
people(void)
{
	compte_cost = (struct compte_cost) { 1, 8192 };
	basile = t_person("Basile", "Paris", "basile@exemple.org", "confirme", "benevole");
	berthe = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	compte_create(&t, basile);
	compte_create(&t, berthe);
	compte_password(&t, basile, "une phrase de trois mots");
	t_cookie(session_of(basile));
}

static int
send(const char *path, const char *body)
{
	get("/compte");
	return post_raw(path, arena_printf(&t.mem, "csrf=%s&%s", t_reply->user.csrf, body));
}

TEST(compte_shows_who_i_am_and_my_devices)
{
	people();
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
	people();
	db_exec(&t, SQL("UPDATE session SET adresse = '193.252.19.3'"));
	check(get("/compte") == 200);
	check_says("France (193.252.19.3)");
	setenv("ESSAIM_DATA", ".", 1);
}

TEST(compte_changes_the_password_against_the_old_one)
{
	const char *other;

	people();
	other = session_of(basile);
	check(send("/compte/mot_de_passe", "actuel=faux&mot_de_passe=un+nouveau+mot+secret") ==
		422);
	check_says("pas votre mot de passe actuel");
	check(t_reply->keep);
	check(send("/compte/mot_de_passe", "actuel=une+phrase+de+trois+mots&mot_de_passe=court") ==
		422);
	check_hides("une phrase de trois mots");
	check(send("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 303);
	check_text(t_reply->location, "/compte?fait=mot-de-passe");
	check(compte_check(&t, "basile@exemple.org", "un nouveau mot secret", &(bool) { false }) ==
		basile);
	check(get("/compte") == 200);
	t_cookie(other);
	check(get("/compte") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'mot_de_passe' AND contact_id = ?"),
		      I(basile)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'compte.mot_de_passe'")) ==
		1);
}

TEST(compte_slows_down_whoever_guesses_the_old_password)
{
	people();
	for (int i = 0; i < 5; i++)
		check(send("/compte/mot_de_passe",
			      "actuel=faux&mot_de_passe=un+nouveau+mot+secret") == 422);
	check(send("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 429);
	clock_shift = 3;
	check(send("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=un+nouveau+mot+secret") == 303);
}

TEST(compte_came_by_a_link_needs_no_old_password)
{
	people();
	db_exec(&t, SQL("UPDATE session SET par_lien = TRUE WHERE contact_id = ?"), I(basile));
	get("/compte");
	check_hides("name=\"actuel\"");
	check(send("/compte/mot_de_passe", "mot_de_passe=un+nouveau+mot+secret") == 303);
	db_exec(&t,
		SQL("UPDATE session SET cree_le = UTC_TIMESTAMP() - INTERVAL 31 MINUTE WHERE contact_id = ?"),
		I(basile));
	check(send("/compte/mot_de_passe", "mot_de_passe=encore+un+nouveau+mot") == 422);
}

TEST(compte_closes_my_sessions_and_nobody_elses)
{
	const char *mine, *hers, *id;

	people();
	mine = session_of(basile);
	hers = session_of(berthe);
	id = db_string(&t,
		SQL("SELECT LOWER(LEFT(HEX(empreinte), 16)) FROM session WHERE contact_id = ?"),
		I(berthe));
	check(send(arena_printf(&t.mem, "/compte/sessions/%s/fermer", id), "") == 404);
	id = db_string(&t,
		SQL("SELECT LOWER(LEFT(HEX(empreinte), 16)) FROM session WHERE empreinte = UNHEX(SHA2(?, 256))"),
		S(strchr(mine, '=') + 1));
	check(send(arena_printf(&t.mem, "/compte/sessions/%s/fermer", id), "") == 303);
	check(send("/compte/sessions/fermer", "") == 303);
	check(get("/compte") == 200);
	t_cookie(mine);
	check(get("/compte") == 303);
	t_cookie(hers);
	check(get("/compte") == 200);
}

/* The 64 digits shown once. */
static const char *
new_token(void)
{
	const char *at;

	check(send("/compte/jetons", "nom=Tableur") == 200);
	at = strstr(t_reply->body, "<code>");
	return at != NULL ? arena_printf(&t.mem, "%.64s", at + 6) : "";
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

	people();
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

	people();
	token = new_token();
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

	people();
	token = new_token();
	check(send(arena_printf(&t.mem, "/compte/jetons/%lld/retirer",
			   (long long) db_int(&t,
				   SQL("SELECT id FROM jeton_api WHERE contact_id = ?"),
				   I(basile))),
		      "") == 303);
	t_cookie(NULL);
	check(bearer(token, "/compte.json") == 401);
}

TEST(compte_of_a_name_with_markup_is_text)
{
	people();
	send("/compte/jetons", "nom=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
	check_says("&lt;script&gt;");
	check_hides("<script>alert");
}

TEST(deconnexion_needs_a_button_and_its_token)
{
	people();
	check(get("/deconnexion") == 200);
	check_says("Me déconnecter");
	check(get("/compte") == 200);
	check(post_raw("/deconnexion", "") == 403);
	check(get("/compte") == 200);
	check(send("/deconnexion", "") == 303);
	check(strstr(t_header("Set-Cookie"), "Max-Age=0") != NULL);
	check(get("/compte") == 303);
}

TEST(compte_gives_all_my_data_to_read_and_to_take_away)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET bio = 'Je suis <b>là</b>' WHERE id = ?"), I(basile));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'basile@perso.example' FROM champ"
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
	people();
	db_exec(&t,
		SQL("INSERT INTO journal (quand, acte, objet_id, contenu, empreinte) VALUES (UTC_TIMESTAMP(), 'connexion.refus', ?, '', '')"),
		I(basile));
	check(get("/compte/connexions") == 200);
	check_says("Essai refusé");
}

TEST(compte_erasure_is_asked_once_and_told_to_the_administration)
{
	int64_t adm;

	people();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	compte_create(&t, adm);
	db_exec(&t, SQL("UPDATE compte SET role = 'admin' WHERE contact_id = ?"), I(adm));
	check(get("/compte/effacement") == 200);
	check(send("/compte/effacement", "message=Au+revoir") == 422);
	check_says("Cochez la case");
	check(send("/compte/effacement", "message=Au+revoir&certain=1") == 303);
	check(send("/compte/effacement", "message=Encore&certain=1") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ? AND genre = 'effacement_demande'"),
		      I(adm)) == 1);
	check(get("/compte/effacement") == 200);
	check_says("est enregistrée");
}

static int64_t paris, zoe;

/* Basile coordinates a group of three: himself, Berthe who has an account, Zoé who has not. */
static void
group(void)
{
	people();
	paris = t_group("groupe_local", "Groupe local de Paris");
	zoe = t_person("Zoé", "N’Dour", "zoe@exemple.org", "prospect", "benevole");
	t_member(paris, basile, "coordination");
	t_member(paris, berthe, "membre");
	t_member(paris, zoe, "membre");
	t_member(paris, t_person("Ancelin", "Ancien", "anc@exemple.org", "ancien", "benevole"),
		"membre");
}

TEST(compte_invites_those_of_my_group_who_have_none)
{
	const char *page;

	group();
	page = arena_printf(&t.mem, "/compte/invitations/%lld", (long long) paris);
	check(get("/compte/invitations") == 200);
	check_says("2 sur 3 ont un compte");
	check(get(page) == 200);
	check(send(page, "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation'")) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation' AND contact_id = ?"
			  " AND desinscription IS NOT NULL AND texte LIKE CONCAT('%/public/sans-courriel/', desinscription, '%')"),
		      I(zoe)) == 1);
	check(send(page, "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre LIKE 'invitation%'")) == 1);
	for (int i = 0; i < 4; i++) {
		db_exec(&t,
			SQL("UPDATE invitation SET cree_le = cree_le - INTERVAL 8 DAY, relance_le = relance_le - INTERVAL 8 DAY"));
		send(page, "");
	}
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation_rappel'")) ==
		2);
	check(get("/compte") == 200);
	check_says("href=\"/compte/invitations\"");
	db_exec(&t, SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP() WHERE id = ?"), I(paris));
	check(get("/compte") == 200);
	check_hides("href=\"/compte/invitations\""); /* it would lead nowhere */
}

TEST(compte_invitations_can_be_left_by_their_link)
{
	const char *path, *jeton;

	people();
	jeton = desinscription_new(&t, basile, "invitation");
	path = arena_printf(&t.mem, "/public/sans-courriel/%s", jeton);
	as(0);
	check(get(path) == 200);
	check_says("Ne plus m’inviter");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel")) == 0);
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check_says("Vous ne recevrez plus");
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"),
		      I(basile)) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact c WHERE c.id = ? AND " STILL_WANTS(
			      "c", "invitation")),
		      I(basile)) == 0);
	check(post_raw("/public/sans-courriel/faux", "x=1") == 404);
	check(get("/public/sans-courriel/faux") == 404);
}

TEST(compte_invites_no_group_of_others)
{
	group();
	t_cookie(session_of(berthe));
	check(get("/compte/invitations") == 404);
	check(get(arena_printf(&t.mem, "/compte/invitations/%lld", (long long) paris)) == 404);
	check(send(arena_printf(&t.mem, "/compte/invitations/%lld", (long long) paris), "") == 404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 0);
}

TEST(compte_follows_a_merge_with_its_sessions)
{
	int64_t survivor;

	people();
	survivor = t_person("Basile", "Paris", "basile.paris@exemple.org", "confirme", "benevole");
	donnees_ask_erasure(&t, basile, "Merci");
	cycle_merge(&t, basile, survivor);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM effacement WHERE contact_id = ?"),
		      I(survivor)) == 1);
	check(get("/compte") == 200);
	check_says("basile.paris@exemple.org");
	check(compte_check(&t, "basile.paris@exemple.org", "une phrase de trois mots",
		      &(bool) { false }) == survivor);
	cycle_merge(&t, survivor, berthe);
	check(compte_check(&t, "berthe@exemple.org", "une phrase de trois mots",
		      &(bool) { false }) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte")) == 1);
}

TEST(compte_erased_leaves_nothing)
{
	people();
	new_token();
	lien_ask(&t, "basile@exemple.org", "");
	lien_answer(&t);
	cycle_erase(&t, basile);
	check(get("/compte") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id = ?"), I(basile)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) +
			db_int(&t, SQL("SELECT COUNT(*) FROM lien")) ==
		0);
}

TEST(compte_sessions_end_when_idle_and_after_half_a_year)
{
	people();
	check(get("/compte") == 200);
	db_exec(&t, SQL("UPDATE session SET expire_le = UTC_TIMESTAMP() - INTERVAL 1 SECOND"));
	check(get("/compte") == 303);
	db_exec(&t,
		SQL("UPDATE session SET expire_le = UTC_TIMESTAMP() + INTERVAL 30 DAY, cree_le = UTC_TIMESTAMP() - INTERVAL 181 DAY"));
	check(get("/compte") == 303);
	cycle_clean(&t);
}

TEST(compte_devices_by_the_dozen_leave_the_page_light)
{
	int64_t one =
		t_person("Agathe", "Multiple", "multiple@exemple.org", "confirme", "benevole");

	t_account(one, "");
	db_exec(&t,
		SQL("INSERT INTO session (empreinte, contact_id, csrf, cree_le, vu_le, expire_le, appareil, adresse) SELECT UNHEX(SHA2(seq, 256)), ?, '',"
		    " UTC_TIMESTAMP(), UTC_TIMESTAMP() - INTERVAL seq MINUTE, UTC_TIMESTAMP() + INTERVAL 1 DAY, 'Mozilla/5.0', ''"
		    " FROM seq_1_to_40"),
		I(one));
	as(one);
	check(get("/compte") == 200);
	check_says("Et 25 autres");
}
