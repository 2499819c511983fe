/* jetons_test.c - what the token of a program opens, until when, and what ends it */

#include <time.h>

#include "base/clock.h"
#include "titulaires.h"

/* ISO, DAYS from now. */
static const char *
day(int days)
{
	time_t then = clock_now() + days * 86400;
	char text[32];

	strftime(text, sizeof text, "%Y-%m-%d", localtime(&then));
	return arena_strdup(&t.mem, text);
}

static int
ask(const char *token, const char *path)
{
	t_cookie(NULL);
	t_bearer(token);
	get(path);
	t_bearer(NULL);
	return t_reply->status;
}

static int
send(const char *token, const char *path, const char *body)
{
	t_cookie(NULL);
	t_bearer(token);
	post_raw(path, body);
	t_bearer(NULL);
	return t_reply->status;
}

static int64_t
tokens(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM jeton_api WHERE contact_id = ?"), I(basile));
}

TEST(jetons_read_unless_they_were_made_to_write)
{
	const char *reads, *writes;

	titulaires();
	reads = a_token("");
	writes = a_token("acces=ecriture");
	check(ask(reads, "/annuaire.json") == 200 && ask(writes, "/annuaire.json") == 200);
	check(send(reads, "/notifications/lues.json", "") == 403);
	check_says("\"scope\"");
	check_says("ne fait que lire");
	check(send(writes, "/compte/jetons/999999/retirer.json", "") == 404);
	check(send(reads, "/compte/jetons/999999/retirer.json", "") == 403);
}

TEST(jetons_open_the_areas_that_were_chosen)
{
	const char *token;

	titulaires();
	token = a_token("portee=choix&espaces=annuaire&espaces=contacts&acces=ecriture");
	check(ask(token, "/annuaire.json") == 200);
	check(ask(token, at("/contacts/%d.json", (int) basile)) == 200);
	check(ask(token, "/groupes.json") == 403);
	check_says("\"scope\"");
	check_says("n’ouvre pas cet espace");
	check(ask(token, "/groupes") == 403);
	check(ask(token, "/compte.json") == 403 && ask(token, "/") == 403);
	check(send(token, "/compte/sessions/fermer.json", "") == 403);
	check(ask(token, "/aide") == 200);
	check(ask(token, "/rien.json") == 404);
}

TEST(jetons_of_no_area_or_of_a_closed_one_are_refused)
{
	titulaires();
	check(submit("/compte/jetons", "nom=Rien&portee=choix") == 422);
	check_says("Cochez au moins un espace");
	check(submit("/compte/jetons", "nom=Rien&portee=choix&espaces=admin") == 422);
	check(submit("/compte/jetons", "nom=Rien&portee=choix&espaces=x%2Cannuaire") == 422);
	check(tokens() == 0);
}

TEST(jetons_end_on_the_day_that_was_chosen)
{
	const char *token;

	titulaires();
	check(submit("/compte/jetons", at("nom=Rien&fin=%s", day(-1))) == 422);
	check_says("un an au plus");
	check(submit("/compte/jetons", at("nom=Rien&fin=%s", day(400))) == 422);
	check(submit("/compte/jetons", "nom=Rien&fin=31%2F02%2F2027") == 422);
	check_says("Donnez un jour");
	token = a_token(at("fin=%s", day(364)));
	token = a_token(at("fin=%s", day(3)));
	check(db_int(&t,
		SQL("SELECT expire_le BETWEEN UTC_TIMESTAMP() + INTERVAL 2 DAY"
		    " AND UTC_TIMESTAMP() + INTERVAL 5 DAY"
		    " FROM jeton_api ORDER BY id DESC LIMIT 1")));
	check(ask(token, "/annuaire.json") == 200);
	db_exec(&t, SQL("UPDATE jeton_api SET expire_le = UTC_TIMESTAMP() - INTERVAL 1 SECOND"));
	check(ask(token, "/annuaire.json") == 401);
	check_says("pris fin");
	check(ask(token, "/annuaire") == 401);
	t_cookie(session_of(basile));
	check(get("/compte") == 200);
	check_says("A pris fin");
}

TEST(jetons_last_ninety_days_when_nothing_is_said)
{
	titulaires();
	new_token();
	check(db_int(&t,
		SQL("SELECT expire_le BETWEEN UTC_TIMESTAMP() + INTERVAL 89 DAY"
		    " AND UTC_TIMESTAMP() + INTERVAL 92 DAY FROM jeton_api")));
	db_exec(&t,
		SQL("INSERT INTO jeton_api (empreinte, contact_id, nom, cree_le)"
		    " VALUES (UNHEX(SHA2('x', 256)), ?, 'Ancien', UTC_TIMESTAMP())"),
		I(basile));
	check(db_int(&t,
		SQL("SELECT ecrit AND espaces IS NULL AND expire_le > UTC_TIMESTAMP() +"
		    " INTERVAL 89 DAY FROM jeton_api WHERE nom = 'Ancien'")));
}

TEST(jetons_end_with_the_password)
{
	const char *token;

	titulaires();
	token = new_token();
	check(submit("/compte/mot_de_passe",
		      "actuel=une+phrase+de+trois+mots&mot_de_passe=quatre+autres+mots+secrets") ==
		303);
	check(tokens() == 0);
	check(ask(token, "/annuaire.json") == 401);
}

/* The CRM may give the access back: programs are let in again by who makes a token again. */
TEST(jetons_end_with_the_access)
{
	const char *token;

	titulaires();
	token = new_token();
	check(ask(token, "/annuaire.json") == 200);
	db_exec(&t, SQL("UPDATE contact SET statut = 'ancien' WHERE id = ?"), I(basile));
	t_settle(basile);
	check(tokens() == 0);
	db_exec(&t, SQL("UPDATE contact SET statut = 'confirme' WHERE id = ?"), I(basile));
	t_settle(basile);
	check(ask(token, "/annuaire.json") == 401);
}

TEST(jetons_end_with_the_other_sessions)
{
	const char *token;

	titulaires();
	token = new_token();
	check(get("/compte") == 200);
	check_says("et les programmes");
	check(submit("/compte/sessions/fermer", "") == 303);
	check(tokens() == 0);
	check(ask(token, "/annuaire.json") == 401);
}

TEST(jetons_say_what_they_open_and_when_they_were_used)
{
	const char *token;

	titulaires();
	token = a_token("portee=choix&espaces=annuaire&espaces=fil");
	get("/compte");
	check_says("Annuaire, Fil");
	check_says("jamais utilisé");
	check(ask(token, "/annuaire.json") == 200);
	t_cookie(session_of(basile));
	get("/compte");
	check_says("utilisé le");
	check(get("/compte/donnees.json") == 200);
	check_says("expire_le");
}
