/* connexion_test.c - signing in by password and by link, and every way it must not work */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "domain/compte.h"
#include "domain/tentative.h"
#include "t.h"

#define SECRET_ "une phrase de trois mots"

static int64_t basile, berthe;

/* The value that the last answer gave to that cookie; NULL. */
static const char *
cookie(const char *name)
{
	for (struct header *h = t_reply->headers; h != NULL; h = h->next)
		if (strcmp(h->name, "Set-Cookie") == 0 &&
			strncmp(h->value, name, strlen(name)) == 0 && h->value[strlen(name)] == '=')
			return arena_printf(&t.mem, "%.*s", (int) strcspn(h->value, ";"), h->value);
	return NULL;
}

static void
people(void)
{
	compte_cost = (struct compte_cost) { 1, 8192 };
	basile = t_person("Basile", "Paris", "basile@exemple.org", "confirme", "benevole");
	berthe = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	compte_create(&t, basile);
	compte_password(&t, basile, SECRET_);
}

static int
sign_in(const char *email, const char *password)
{
	return post(
		"/connexion", arena_printf(&t.mem, "email=%s&mot_de_passe=%s", email, password));
}

/* Ask for a link, as essaim-mail answers it; the token in the mail, or NULL. */
static const char *
link_to(const char *email)
{
	const char *text, *at;
	int64_t before = db_int(&t, SQL("SELECT COALESCE(MAX(id), 0) FROM courriel"));

	check(post("/connexion/lien", arena_printf(&t.mem, "email=%s", email)) == 200);
	check_says("Regardez votre courriel");
	while (lien_answer(&t) >= 0)
		;
	text = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE id > ? ORDER BY id DESC LIMIT 1"), I(before));
	at = text != NULL ? strstr(text, "jeton=") : NULL;
	return at != NULL ? arena_printf(&t.mem, "%.64s", at + 6) : NULL;
}

static int
enter(const char *jeton)
{
	return post("/connexion/entrer", arena_printf(&t.mem, "jeton=%s", jeton));
}

TEST(connexion_page_shows_its_form)
{
	check(get("/connexion") == 200);
	check_says("name=\"mot_de_passe\"");
	check_says("Recevoir un lien par courriel");
	check(cookie("__Host-essaim-avant") == NULL ||
		strstr(t_header("Set-Cookie"), "HttpOnly; SameSite=Lax") != NULL);
}

TEST(connexion_by_password)
{
	const char *session;

	people();
	check(sign_in("Basile@Exemple.org", "une+phrase+de+trois+mots") == 303);
	check_text(t_reply->location, "/");
	session = cookie("__Host-essaim");
	check(session != NULL);
	check(strstr(t_header("Set-Cookie"), "; Secure; HttpOnly; SameSite=Lax") != NULL);
	t_cookie(session);
	check(get("/compte") == 200);
	check_says("basile@exemple.org");
	check(get("/connexion") == 303);
}

TEST(connexion_refuses_in_the_same_words_whoever_it_is)
{
	const char *wrong, *unknown, *closed, *nothing;

	people();
	t_person("Ancelin", "Ancien", "ancelin@exemple.org", "ancien", "benevole");
	check(sign_in("basile@exemple.org", "pas+celui-ci+du+tout") == 422);
	wrong = arena_strdup(&t.mem, strstr(t_reply->body, "<main"));
	check(cookie("__Host-essaim") == NULL && t_reply->keep);
	check(sign_in("inconnu@exemple.org", "pas+celui-ci+du+tout") == 422);
	unknown = arena_strdup(&t.mem, strstr(t_reply->body, "<main"));
	check(sign_in("ancelin@exemple.org", SECRET_) == 422);
	closed = arena_strdup(&t.mem, strstr(t_reply->body, "<main"));
	check(sign_in("berthe@exemple.org", SECRET_) == 422);
	nothing = arena_strdup(&t.mem, strstr(t_reply->body, "<main"));
	check(strlen(wrong) == strlen(unknown) - 1 && strlen(wrong) == strlen(closed) - 1 &&
		strlen(wrong) == strlen(nothing));
	check_hides("pas celui-ci");
}

TEST(connexion_in_json_gives_the_error_object)
{
	people();
	check(sign_in("basile@exemple.org", "non") == 422);
	check(post("/connexion.json", "email=basile%40exemple.org&mot_de_passe=non") == 422);
	check_says("\"code\":\"invalid\"");
	check_says("\"mot_de_passe\"");
}

TEST(connexion_needs_the_token_of_its_form)
{
	people();
	check(post_raw("/connexion",
		      "email=basile%40exemple.org&mot_de_passe=une+phrase+de+trois+mots") == 403);
	check(post_raw("/connexion/lien", "email=basile%40exemple.org") == 403);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM demande_lien")) == 0);
}

TEST(connexion_goes_back_to_a_page_of_this_site_only)
{
	static const char *const away[] = { "//mechant.example/", "https://mechant.example/",
		"/%5Cmechant.example", "javascript:alert(1)", "/a%0d%0aSet-Cookie:x=1",
		"%09//mechant.example" };

	people();
	check(post("/connexion",
		      "email=basile%40exemple.org&mot_de_passe="
		      "une+phrase+de+trois+mots"
		      "&suite=%2Fannuaire%3Fq%3Da") == 303);
	check_text(t_reply->location, "/annuaire?q=a");
	for (size_t i = 0; i < sizeof away / sizeof *away; i++) {
		int status = post("/connexion",
			arena_printf(&t.mem,
				"email=basile%%40exemple.org&mot_de_passe=une+phrase+de+trois+mots&suite=%s",
				away[i]));

		check(status == 422 || (status == 303 && strcmp(t_reply->location, "/") == 0));
	}
}

TEST(connexion_gives_a_new_session_each_time)
{
	const char *first, *second;

	people();
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	first = cookie("__Host-essaim");
	t_cookie(first);
	get("/compte");
	check(post_raw("/connexion",
		      arena_printf(&t.mem,
			      "csrf=%s&email=basile%%40exemple.org"
			      "&mot_de_passe=une+phrase+de+trois+mots",
			      t_reply->user.csrf)) == 303);
	second = cookie("__Host-essaim");
	check(second != NULL && strcmp(first, second) != 0);
	t_cookie(first);
	check(get("/compte") == 303);
	t_cookie(second);
	check(get("/compte") == 200);
}

TEST(connexion_ignores_a_session_chosen_by_somebody_else)
{
	const char *fixed =
		"__Host-essaim=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

	people();
	t_cookie(fixed);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
	t_cookie(fixed);
	check(get("/compte") == 303);
}

TEST(connexion_by_link_serves_once)
{
	const char *jeton;

	people();
	jeton = link_to("BASILE@exemple.org");
	check(jeton != NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lien WHERE empreinte = UNHEX(?)"), S(jeton)) ==
		0);
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton)) == 200);
	check_says("Bonjour Basile");
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton)) == 200);
	check(enter(jeton) == 303);
	check_text(t_reply->location, "/inscription/mot_de_passe");
	check(cookie("__Host-essaim") != NULL);
	check(enter(jeton) == 200 && cookie("__Host-essaim") == NULL);
	check_says("Ce lien ne sert plus");
}

TEST(connexion_link_dies_with_a_newer_one_with_time_and_with_the_address)
{
	const char *old, *jeton;

	people();
	old = link_to("basile@exemple.org");
	jeton = link_to("basile@exemple.org");
	enter(old);
	check_says("Ce lien ne sert plus");
	clock_shift = 29 * 60;
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("Bonjour Basile");
	clock_shift = 31 * 60;
	enter(jeton);
	check_says("Ce lien ne sert plus");
	clock_shift = 0;
	db_exec(&t, SQL("UPDATE contact SET email = 'autre@exemple.org' WHERE id = ?"), I(basile));
	enter(jeton);
	check_says("Ce lien ne sert plus");
}

TEST(connexion_link_for_unknown_or_closed_says_the_same_and_sends_nothing)
{
	people();
	t_person("Ancelin", "Ancien", "ancelin@exemple.org", "ancien", "benevole");
	check(link_to("inconnu@exemple.org") == NULL);
	check(link_to("ancelin@exemple.org") == NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM demande_lien")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id <> ?"), I(basile)) == 0);
}

TEST(connexion_two_people_on_one_address)
{
	int64_t other;
	const char *jeton;

	people();
	other = t_person("Brune", "Paris", "basile@exemple.org", "confirme", "benevole");
	compte_create(&t, other);
	compte_password(&t, other, "quatre mots pour Brune");
	check(sign_in("basile@exemple.org", "quatre+mots+pour+Brune") == 303 &&
		t_reply->user.id == other);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303 &&
		t_reply->user.id == basile);
	jeton = link_to("basile@exemple.org");
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("Brune");
	check_says("Qui êtes-vous");
	check(enter(jeton) == 422);
	check(post("/connexion/entrer",
		      arena_printf(&t.mem, "jeton=%s&personne=%lld", jeton, (long long) berthe)) ==
		422);
	check(post("/connexion/entrer",
		      arena_printf(&t.mem, "jeton=%s&personne=%lld", jeton, (long long) other)) ==
		303);
	check(t_reply->user.id == other);
}

TEST(connexion_by_another_address_that_the_crm_knows)
{
	const char *jeton, *to;

	people();
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'basile@perso.example' FROM champ"
		    " WHERE cle = 'autres_courriels'"),
		I(basile));
	check(sign_in("Basile@Perso.example", "une+phrase+de+trois+mots") == 303 &&
		t_reply->user.id == basile);
	jeton = link_to("BASILE@perso.example");
	to = db_string(&t, SQL("SELECT adresse FROM courriel ORDER BY id DESC LIMIT 1"));
	check_text(to, "basile@perso.example");
	check(enter(jeton) == 303 && t_reply->user.id == basile);
	jeton = link_to("basile@perso.example");
	db_exec(&t, SQL("DELETE FROM champ_valeur WHERE contact_id = ?"), I(basile));
	enter(jeton);
	check_says("Ce lien ne sert plus");
	check(sign_in("basile@perso.example", "une+phrase+de+trois+mots") == 422);
}

TEST(connexion_waits_grow_and_end)
{
	people();
	for (int i = 0; i < 5; i++)
		check(sign_in("basile@exemple.org", "faux") == 422);
	check(sign_in("BASILE@exemple.org", "faux") == 429);
	check_says("secondes");
	check(t_header("Retry-After") != NULL);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 429);
	clock_shift = 3;
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
	check(sign_in("basile@exemple.org", "faux") == 422);
}

TEST(connexion_waits_are_the_same_for_unknown_addresses)
{
	people();
	for (int i = 0; i < 5; i++)
		check(sign_in("inconnu@exemple.org", "faux") == 422);
	check(sign_in("inconnu@exemple.org", "faux") == 429);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

TEST(connexion_a_thousand_wrong_passwords_do_not_lock_out_for_long)
{
	int refused = 0;

	people();
	for (int i = 0; i < 1000; i++)
		refused += sign_in("basile@exemple.org", "faux") == 429;
	check(refused > 990);
	clock_shift = 301;
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

TEST(connexion_a_known_browser_is_not_slowed_by_what_others_try)
{
	const char *device, *key;

	people();
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	key = arena_printf(
		&t.mem, "mot_de_passe.adresse\x1f%s", tentative_address(&t, "basile@exemple.org"));
	device = cookie("__Host-essaim-appareil");
	check(device != NULL);
	db_exec(&t,
		SQL("INSERT INTO tentative VALUES (UNHEX(?), 99, UTC_TIMESTAMP() + INTERVAL 50 SECOND, UTC_TIMESTAMP())"),
		S(sha256_hex(&t.mem, key, strlen(key))));
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 429);
	t_cookie(device);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

TEST(connexion_of_somebody_whose_access_was_closed_explains)
{
	people();
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	t_cookie(cookie("__Host-essaim"));
	check(get("/compte") == 200);
	db_exec(&t, SQL("UPDATE contact SET acces = 0, statut = 'ancien' WHERE id = ?"), I(basile));
	check(get("/compte") == 403);
	check_says("Votre accès est fermé");
	check(get("/compte.json") == 403);
	check(get("/connexion") == 200);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 403);
	check_says("Votre accès est fermé");
	check(sign_in("basile@exemple.org", "une+autre+phrase+de+mots") == 422);
	check_hides("fermé");
	db_exec(&t, SQL("UPDATE contact SET acces = 2, statut = 'confirme' WHERE id = ?"),
		I(basile));
	check(get("/compte") == 200);
}

TEST(connexion_leaves_a_trace_without_addresses)
{
	people();
	sign_in("inconnu@exemple.org", "faux");
	sign_in("basile@exemple.org", "faux");
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	link_to("basile@exemple.org");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte LIKE 'connexion.%'")) == 4);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'connexion.refus' AND objet_id = ?"),
		      I(basile)) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE CONCAT_WS(' ', avant, apres) LIKE '%@%'")) ==
		0);
}

/* Of this process alone: what else the machine does is not counted. */
static double
seconds_of(const char *email)
{
	struct timespec from, to;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	sign_in(email, "faux+mot+de+passe");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	return (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9;
}

TEST(connexion_takes_the_same_time_for_unknown_addresses)
{
	double known = 1e9, unknown = 1e9;

	people();
	compte_cost = (struct compte_cost) { 3, 64 << 20 };
	compte_password(&t, basile, SECRET_);
	seconds_of("premier@exemple.org");
	for (int i = 0; i < 4; i++) {
		double k = seconds_of("basile@exemple.org"), u = seconds_of("inconnu@exemple.org");

		known = k < known ? k : known;
		unknown = u < unknown ? u : unknown;
	}
	check(known / unknown < 1.25 && unknown / known < 1.25);
}
