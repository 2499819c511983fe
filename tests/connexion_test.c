/* connexion_test.c - signing in by password and by link, and every way it must not work */

#include <time.h>

#include "base/clock.h"
#include "domain/compte/compte.h"
#include "domain/compte/tentative.h"
#include "domain/vie/cycle.h"
#include "entrants.h"

TEST(connexion_page_shows_its_form)
{
	check(get("/connexion") == 200);
	check_says("name=\"mot_de_passe\"");
	check_says("Recevoir un lien par courriel");
	check(cookie_set("__Host-essaim-avant") == NULL ||
		strstr(t_header("Set-Cookie"), "HttpOnly; SameSite=Lax") != NULL);
}

TEST(connexion_by_password)
{
	const char *session;

	entrants();
	check(sign_in("Basile@Exemple.org", "une+phrase+de+trois+mots") == 303);
	check_text(t_reply->location, "/");
	session = cookie_set("__Host-essaim");
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

	entrants();
	t_person("Ancelin", "Ancien", "ancelin@exemple.org", "ancien", "benevole");
	check(sign_in("basile@exemple.org", "pas+celui-ci+du+tout") == 422);
	wrong = arena_strdup(&t.mem, strstr(t_reply->body, "<main"));
	check(cookie_set("__Host-essaim") == NULL && t_reply->keep);
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
	entrants();
	check(sign_in("basile@exemple.org", "non") == 422);
	check(post("/connexion.json", "email=basile%40exemple.org&mot_de_passe=non") == 422);
	check_says("\"code\":\"invalid\"");
	check_says("\"mot_de_passe\"");
}

TEST(connexion_needs_the_token_of_its_form)
{
	entrants();
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

	entrants();
	check(post("/connexion",
		      "email=basile%40exemple.org&mot_de_passe="
		      "une+phrase+de+trois+mots"
		      "&suite=%2Fannuaire%3Fq%3Da") == 303);
	check_text(t_reply->location, "/annuaire?q=a");
	for (size_t i = 0; i < sizeof away / sizeof *away; i++) {
		int status = post("/connexion",
			arena_printf(&t.mem,
				"email=basile%%40exemple.org&mot_de_passe=une+phrase+de+trois+mots"
				"&suite=%s",
				away[i]));

		check(status == 422 || (status == 303 && strcmp(t_reply->location, "/") == 0));
	}
}

TEST(connexion_gives_a_new_session_each_time)
{
	const char *first, *second;

	entrants();
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	first = cookie_set("__Host-essaim");
	t_cookie(first);
	get("/compte");
	check(post_raw("/connexion",
		      arena_printf(&t.mem,
			      "csrf=%s&email=basile%%40exemple.org"
			      "&mot_de_passe=une+phrase+de+trois+mots",
			      t_reply->user.csrf)) == 303);
	second = cookie_set("__Host-essaim");
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

	entrants();
	t_cookie(fixed);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
	t_cookie(fixed);
	check(get("/compte") == 303);
}

TEST(connexion_waits_grow_and_end)
{
	entrants();
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
	entrants();
	for (int i = 0; i < 5; i++)
		check(sign_in("inconnu@exemple.org", "faux") == 422);
	check(sign_in("inconnu@exemple.org", "faux") == 429);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

TEST(connexion_a_thousand_wrong_passwords_do_not_lock_out_for_long)
{
	int refused = 0;

	entrants();
	for (int i = 0; i < 1000; i++)
		refused += sign_in("basile@exemple.org", "faux") == 429;
	check(refused > 990);
	clock_shift = 301;
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

TEST(connexion_a_known_browser_is_not_slowed_by_what_others_try)
{
	const char *device, *key;

	entrants();
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	key = arena_printf(
		&t.mem, "mot_de_passe.adresse\x1f%s", tentative_address(&t, "basile@exemple.org"));
	device = cookie_set("__Host-essaim-appareil");
	check(device != NULL);
	db_exec(&t,
		SQL("INSERT INTO tentative VALUES (UNHEX(?), 99, UTC_TIMESTAMP() +"
		    " INTERVAL 50 SECOND, UTC_TIMESTAMP())"),
		S(sha256_hex(&t.mem, key, strlen(key))));
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 429);
	t_cookie(device);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303);
}

/* WHAT was counted so often, the last time some minutes ago. */
static void
tried_before(const char *what, int64_t times, int64_t minutes)
{
	db_exec(&t,
		SQL("REPLACE INTO tentative VALUES (UNHEX(?), ?, '2000-01-01', UTC_TIMESTAMP() -"
		    " INTERVAL ? MINUTE)"),
		S(sha256_hex(&t.mem, what, strlen(what))), I(times), I(minutes));
}

/* Does the browser with that cookie sign in although the address is held up for others? */
static bool
known_with(const char *cookie, const char *email)
{
	bool known;

	tried_before(
		arena_printf(&t.mem, "mot_de_passe.adresse\x1f%s", tentative_address(&t, email)),
		99, 0);
	db_exec(&t,
		SQL("UPDATE tentative SET jusqu_a = UTC_TIMESTAMP() + INTERVAL 1 HOUR"
		    " WHERE nombre = 99"));
	t_cookie(cookie);
	known = sign_in(email, "faux") != 429;
	t_cookie(NULL);
	return known;
}

/* The device that was known before the last sign-in, and that of another person, are no device of
 * hers. */
TEST(connexion_a_browser_is_known_by_its_last_token_and_to_its_owner_alone)
{
	const char *old, *last, *of_berthe;

	entrants();
	compte_create(&t, berthe);
	compte_password(&t, berthe, SECRET_);
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	t_cookie(old = cookie_set("__Host-essaim-appareil"));
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	last = cookie_set("__Host-essaim-appareil");
	t_cookie(NULL);
	sign_in("berthe@exemple.org", "une+phrase+de+trois+mots");
	of_berthe = cookie_set("__Host-essaim-appareil");
	check(strcmp(old, last) != 0 && strcmp(last, of_berthe) != 0);
	check(known_with(last, "basile@exemple.org"));
	check(!known_with(old, "basile@exemple.org"));
	check(!known_with(of_berthe, "basile@exemple.org"));
	db_exec(&t, SQL("UPDATE appareil SET vu_le = UTC_TIMESTAMP() - INTERVAL 367 DAY"));
	cycle_clean(&t);
	check(!known_with(last, "basile@exemple.org"));
}

/* What tentative.c calls the network of that address. */
static const char *
network_of(const char *address)
{
	t.address = address;
	return tentative_network(&t);
}

TEST(connexion_all_of_a_64_is_one_network)
{
	static const char *const same[][2] = { { "2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1" },
		{ "2001:db8:1:2::1", "2001:db8:1:2:a:b:c:d" },
		{ "2001:db8::1", "2001:db8::2:3:4:5" } };
	static const char *const apart[][2] = { { "2001:db8:1:2::1", "2001:db8:1:3::1" },
		{ "2001:db8:1:2:3:4:5:6", "2001:db8:1:12:3:4:5:6" }, { "192.0.2.1", "192.0.2.2" } };

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		check(strcmp(network_of(same[i][0]), network_of(same[i][1])) == 0);
	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
		check(strcmp(network_of(apart[i][0]), network_of(apart[i][1])) != 0);
	t.address = NULL;
}

/* How many of ten more errors, each about another person, were asked to wait. */
static int
slowed(const char *letter)
{
	int n = 0;

	for (int i = 0; i < 10; i++)
		n += sign_in(arena_printf(&t.mem, "%s%d@exemple.org", letter, i), "faux") == 429;
	return n;
}

/* Sixty errors of one network, whoever they are about; an hour later they are forgotten. */
TEST(connexion_of_one_network_is_slowed_and_an_hour_forgets)
{
	entrants();
	tried_before("mot_de_passe.reseau\037"
		     "127.0.0.1",
		49, 0);
	check(slowed("a") == 0 && slowed("b") > 0);
	tried_before("mot_de_passe.reseau\037"
		     "127.0.0.1",
		900, 61);
	check(slowed("c") == 0);
}

TEST(connexion_of_somebody_whose_access_was_closed_explains)
{
	entrants();
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	t_cookie(cookie_set("__Host-essaim"));
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
	entrants();
	sign_in("inconnu@exemple.org", "faux");
	sign_in("basile@exemple.org", "faux");
	sign_in("basile@exemple.org", "une+phrase+de+trois+mots");
	link_sent_to("basile@exemple.org");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte LIKE 'connexion.%'")) == 4);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'connexion.refus'"
			  " AND objet_id = ?"),
		      I(basile)) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE CONCAT_WS(' ', avant,"
			  " apres) LIKE '%@%'")) == 0);
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

	entrants();
	compte_cost = (struct compte_cost) { 3, 64 << 20 };
	compte_password(&t, basile, SECRET_);
	seconds_of("premier@exemple.org");
	for (int i = 0; i < 8; i++) {
		double k = seconds_of("basile@exemple.org"), u = seconds_of("inconnu@exemple.org");

		known = k < known ? k : known;
		unknown = u < unknown ? u : unknown;
	}
	check(known / unknown < 1.25 && unknown / known < 1.25);
}
