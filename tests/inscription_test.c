/* inscription_test.c - from an address to an account: the charter, a password, the profile */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "domain/compte/compte.h"
#include "t.h"

static int64_t zoe;
static const char *jeton;

static const char *
session(void)
{
	for (struct header *h = t_reply->headers; h != NULL; h = h->next)
		if (strcmp(h->name, "Set-Cookie") == 0 &&
			strncmp(h->value, "__Host-essaim=", 14) == 0)
			return arena_printf(&t.mem, "%.*s", (int) strcspn(h->value, ";"), h->value);
	return NULL;
}

/* Zoé, whom the CRM knows, has asked for her link. */
static void
asked(void)
{
	const char *text;

	compte_cost = (struct compte_cost) { 1, 8192 };
	zoe = t_person("Zoé", "N’Dour", "zoe@exemple.org", "prospect", "benevole");
	t_member(t_group("groupe_local", "Groupe local de Lille"), zoe, "membre");
	check(post("/inscription", "email=zoe%40exemple.org") == 200);
	check_says("Regardez votre courriel");
	check(lien_connexion_answer(&t) == 1);
	text = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE genre = 'bienvenue' AND contact_id = ?"),
		I(zoe));
	check(text != NULL && strstr(text, "Bienvenue Zoé") != NULL);
	jeton = arena_printf(&t.mem, "%.64s", strstr(text, "jeton=") + 6);
}

static void
entered(void)
{
	asked();
	check(post("/connexion/entrer", arena_printf(&t.mem, "jeton=%s", jeton)) == 303);
	t_cookie(session());
}

static int
send(const char *path, const char *body)
{
	get("/compte");
	return post_raw(path, arena_printf(&t.mem, "csrf=%s&%s", t_reply->user.csrf, body));
}

TEST(inscription_makes_the_account_only_when_the_link_is_used)
{
	asked();
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id = ?"), I(zoe)) == 0);
	check(post("/connexion/entrer", arena_printf(&t.mem, "jeton=%s", jeton)) == 303);
	check_text(t_reply->location, "/inscription/mot_de_passe");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id = ?"), I(zoe)) == 1);
}

TEST(inscription_of_an_unknown_address_says_the_same)
{
	const char *known;

	asked();
	known = arena_strdup(&t.mem, t_reply->body);
	check(post("/inscription", "email=zou%40exemple.org") == 200);
	check(strlen(known) == strlen(t_reply->body));
	check(lien_connexion_answer(&t) == 0 && lien_connexion_answer(&t) == -1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 1);
}

TEST(inscription_shows_who_was_found_and_asks_for_the_charter)
{
	entered();
	check(get("/inscription/mot_de_passe") == 200);
	check_says("Bienvenue Zoé");
	check_says("Groupe local de Lille");
	check(send("/inscription/mot_de_passe", "mot_de_passe=quatre+mots+bien+choisis") == 422);
	check_says("Cochez la case");
	check(send("/inscription/mot_de_passe", "mot_de_passe=quatre+mots+bien+choisis&charte=1") ==
		303);
	check_text(t_reply->location, "/inscription/profil");
	check(compte_check(&t, "zoe@exemple.org", "quatre mots bien choisis", &(bool) { false }) ==
		zoe);
	check(get("/inscription/mot_de_passe") == 303);
}

TEST(inscription_refuses_weak_passwords_and_says_why)
{
	static const struct {
		const char *password, *why;
	} weak[] = {
		{ "court", "ajoutez-en 7" },
		{ "aaaaaaaaaaaa", "se devine" },
		{ "123456789012345", "se devine" },
		{ "oxfamoxfam2026", "essaie d’abord" },
		{ "zoendour1990", "se devinent" },
		{ "motdepasse123", "essaie d’abord" },
		{ "", "continuez sans" },
	};

	entered();
	for (size_t i = 0; i < sizeof weak / sizeof *weak; i++) {
		check(send("/inscription/mot_de_passe",
			      arena_printf(&t.mem, "charte=1&mot_de_passe=%s", weak[i].password)) ==
			422);
		t_check(strstr(t_reply->body, weak[i].why) != NULL, __FILE__, __LINE__,
			weak[i].password);
	}
	check_hides("value=\"oxfam");
}

TEST(inscription_without_a_password)
{
	entered();
	check(send("/inscription/mot_de_passe", "charte=1&sans=1&mot_de_passe=") == 303);
	check(db_int(&t, SQL("SELECT mot_de_passe IS NULL FROM compte WHERE contact_id = ?"),
		      I(zoe)) == 1);
}

TEST(inscription_never_replaces_a_password)
{
	entered();
	compte_password(&t, zoe, "celui de toujours");
	check(get("/inscription/mot_de_passe") == 200);
	check_hides("name=\"mot_de_passe\"");
	check(send("/inscription/mot_de_passe", "charte=1&mot_de_passe=un+autre+sans+demander") ==
		303);
	check(compte_check(&t, "zoe@exemple.org", "celui de toujours", &(bool) { false }) == zoe);
}

TEST(inscription_profile_shows_what_is_known_and_asks_for_the_rest)
{
	entered();
	check(get("/inscription/profil") == 303);
	send("/inscription/mot_de_passe", "charte=1&sans=1");
	check(get("/inscription/profil") == 200);
	check_says("zoe@exemple.org");
	check_says("N’Dour");
	check_says("name=\"competences\"");
	check_says("name=\"bio\"");
	check_hides("name=\"formations\"");
	check(send("/inscription/profil",
		      "competences=photo&competences=inventee&bio=Bonjour+%3Cb%3E") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur WHERE contact_id = ?"), I(zoe)) ==
		1);
	check_text(
		db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(zoe)), "Bonjour <b>");
	check(db_int(&t, SQL("SELECT profil_le IS NOT NULL FROM compte WHERE contact_id = ?"),
		      I(zoe)) == 1);
	get("/inscription/profil");
	check_hides("name=\"competences\"");
}

TEST(inscription_profile_can_wait)
{
	entered();
	send("/inscription/mot_de_passe", "charte=1&sans=1");
	check(send("/inscription/profil", "plus_tard=1&bio=oubli") == 303);
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(zoe)), "");
}

TEST(inscription_steps_need_a_session)
{
	check(get("/inscription/profil") == 303);
	check(get("/inscription/mot_de_passe") == 303);
	check(post("/inscription/mot_de_passe", "charte=1&sans=1") == 303);
	check_text(t_reply->location, "/connexion");
}

TEST(inscription_refuses_one_common_word_with_figures)
{
	char path[] = "/tmp/essaim-mots.XXXXXX";
	FILE *f = fdopen(mkstemp(path), "w");

	fputs("alexandrine\nsoleil\n", f);
	fclose(f);
	compte_words = path;
	check(compte_refused(&t, 0, "Alexandrine1985") != NULL);
	check(compte_refused(&t, 0, "soleilsoleil") != NULL);
	check(compte_refused(&t, 0, "alexandrine au large") == NULL);
	compte_words = NULL;
	unlink(path);
}
