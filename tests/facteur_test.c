/* facteur_test.c - the second factor: set up, asked for, each code once, required of
 * administrators */

#include <stdio.h>

#include <liboath/oath.h>

#include "base/clock.h"
#include "domain/compte/charte.h"
#include "domain/compte/compte.h"
#include "domain/compte/facteur.h"
#include "t.h"
#include "web/session.h"

#define PASSWORD "mot_de_passe=une+phrase+de+trois+mots"

static int64_t adele;
static const char *secret, *spare[SECOURS];

static const char *
code_at(long seconds)
{
	char bytes[20], code[7];
	size_t n = sizeof bytes;

	oath_hex2bin(secret, bytes, &n);
	oath_totp_generate(bytes, n, clock_now() + seconds, 30, 0, 6, code);
	return arena_strdup(&t.mem, code);
}

static void
people(void)
{
	compte_cost = (struct compte_cost) { 1, 8192 };
	adele = t_person("Adèle", "Siège", "adele@exemple.org", "", "salarie");
	compte_create(&t, adele);
	compte_password(&t, adele, "une phrase de trois mots");
}

static void
with_factor(void)
{
	people();
	secret = facteur_secret(&t);
	facteur_set(&t, adele, secret, spare);
	charte_accept(&t, adele);
}

static const char *
session(void)
{
	for (struct header *h = t_reply->headers; h != NULL; h = h->next)
		if (strncmp(h->value, "__Host-essaim=", 14) == 0)
			return arena_printf(&t.mem, "%.*s", (int) strcspn(h->value, ";"), h->value);
	return NULL;
}

/* The password is right; the token of the form of the code. */
static const char *
half_in(void)
{
	const char *at;

	check(post("/connexion", "email=adele%40exemple.org&suite=%2Fannuaire&" PASSWORD) == 200);
	check_says("Encore un code");
	check(session() == NULL);
	at = strstr(t_reply->body, "name=\"jeton\" value=\"");
	return at != NULL ? arena_printf(&t.mem, "%.64s", at + 20) : "";
}

static int
say_code(const char *jeton, const char *code)
{
	return post("/connexion/code",
		arena_printf(&t.mem, "jeton=%s&suite=%%2Fannuaire&code=%s", jeton, code));
}

TEST(facteur_is_asked_for_after_the_password)
{
	const char *jeton;

	with_factor();
	jeton = half_in();
	check(say_code(jeton, "000000") == 422 && session() == NULL);
	check(say_code(jeton, code_at(30)) == 303);
	check_text(t_reply->location, "/annuaire");
	check(session() != NULL);
	check(say_code(jeton, code_at(60)) == 303 && session() == NULL);
}

TEST(facteur_codes_work_once)
{
	const char *code;

	with_factor();
	code = code_at(30);
	check(say_code(half_in(), code) == 303 && session() != NULL);
	check(say_code(half_in(), code) == 422);
	check(say_code(half_in(), code_at(0)) == 422); /* nor one that is older */
	clock_shift = 31;
	check(say_code(half_in(), code) == 422);
	clock_shift = 61;
	check(say_code(half_in(), code_at(0)) == 303 && session() != NULL);
}

TEST(facteur_recovery_codes_work_once)
{
	with_factor();
	check(say_code(half_in(), spare[3]) == 303 && session() != NULL);
	check(say_code(half_in(), spare[3]) == 422);
	check(say_code(half_in(), spare[4]) == 303 && session() != NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM code_secours WHERE contact_id = ?"), I(adele)) ==
		SECOURS - 2);
}

TEST(facteur_guesses_are_slowed_down)
{
	const char *jeton;

	with_factor();
	jeton = half_in();
	for (int i = 0; i < 5; i++)
		check(say_code(jeton, "000000") == 422);
	check(say_code(jeton, code_at(30)) == 429);
	clock_shift = 3;
	check(say_code(jeton, code_at(30)) == 303 && session() != NULL);
}

TEST(facteur_form_is_good_for_ten_minutes_and_for_who_may_enter)
{
	const char *jeton;

	with_factor();
	jeton = half_in();
	clock_shift = 601;
	check(say_code(jeton, code_at(0)) == 303 && session() == NULL);
	clock_shift = 0;
	jeton = half_in();
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(adele));
	check(say_code(jeton, code_at(30)) == 303 && session() == NULL);
	check(say_code("", code_at(30)) == 303 && session() == NULL);
}

TEST(facteur_is_asked_for_after_a_link_too)
{
	const char *text;

	with_factor();
	lien_connexion_ask(&t, "adele@exemple.org", "");
	check(lien_connexion_answer(&t) == 1);
	text = db_string(&t, SQL("SELECT texte FROM courriel WHERE contact_id = ?"), I(adele));
	check(post("/connexion/entrer",
		      arena_printf(&t.mem, "jeton=%.64s", strstr(text, "jeton=") + 6)) == 200);
	check_says("Encore un code");
	check(session() == NULL);
}

static int
send(const char *path, const char *body)
{
	get("/compte");
	return post_raw(path, arena_printf(&t.mem, "csrf=%s&%s", t_reply->user.csrf, body));
}

static void
signed_in(void)
{
	people();
	post("/connexion", "email=adele%40exemple.org&" PASSWORD);
	t_cookie(session());
}

TEST(facteur_is_set_up_with_a_first_code)
{
	signed_in();
	check(get("/compte/second_facteur") == 200);
	check_says("class=\"qr\"");
	secret = arena_printf(
		&t.mem, "%.40s", strstr(t_reply->body, "name=\"secret\" value=\"") + 21);
	check(send("/compte/second_facteur",
		      arena_printf(&t.mem, "secret=%s&code=000000", secret)) == 422);
	check(strstr(t_reply->body, secret) != NULL);
	check(send("/compte/second_facteur", "secret=zz&code=000000") == 422);
	check(send("/compte/second_facteur",
		      arena_printf(&t.mem, "secret=%s&code=%s", secret, code_at(0))) == 200);
	check_says("Vos codes de secours");
	check(facteur_set_up(&t, adele));
	check(get("/compte/second_facteur") == 200);
	check_hides("name=\"secret\"");
	check(send("/compte/second_facteur/retirer", arena_printf(&t.mem, "code=%s", code_at(0))) ==
		422);
	check(send("/compte/second_facteur/retirer",
		      arena_printf(&t.mem, "code=%s", code_at(30))) == 303);
	check(!facteur_set_up(&t, adele));
}

TEST(facteur_is_required_of_administrators_a_week_after_the_role)
{
	signed_in();
	db_exec(&t,
		SQL("UPDATE compte SET role = 'admin', role_le = UTC_TIMESTAMP()"
		    " WHERE contact_id = ?"),
		I(adele));
	check(get("/inscription/mot_de_passe") == 200);
	check(get("/compte") == 200);
	check_says("un second facteur est exigé");
	db_exec(&t,
		SQL("UPDATE compte SET role_le = UTC_TIMESTAMP() - INTERVAL 8 DAY"
		    " WHERE contact_id = ?"),
		I(adele));
	check(get("/inscription/mot_de_passe") == 303);
	check_text(t_reply->location, "/compte/second_facteur");
	check(get("/inscription/mot_de_passe.json") == 403);
	check(get("/compte/second_facteur") == 200);
	check(get("/connexion") == 303);
	db_exec(&t, SQL("UPDATE compte SET totp = REPEAT('0', 40) WHERE contact_id = ?"), I(adele));
	check(get("/inscription/mot_de_passe") == 200);
}
