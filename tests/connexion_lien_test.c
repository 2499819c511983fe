/* connexion_lien_test.c - signing in by a link that is sent */

#include "base/clock.h"
#include "domain/compte/compte.h"
#include "entrants.h"

TEST(connexion_by_link_serves_once)
{
	const char *jeton;

	entrants();
	jeton = link_sent_to("BASILE@exemple.org");
	check(jeton != NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lien WHERE empreinte = UNHEX(?)"), S(jeton)) ==
		0);
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton)) == 200);
	check_says("Bonjour Basile");
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton)) == 200);
	check(enter_by(jeton) == 303);
	check_text(t_reply->location, "/inscription/mot_de_passe");
	check(cookie_set("__Host-essaim") != NULL);
	check(enter_by(jeton) == 200 && cookie_set("__Host-essaim") == NULL);
	check_says("Ce lien ne sert plus");
	check_says("déjà fait entrer");
	check_says("value=\"basile@exemple.org\"");
}

TEST(connexion_link_opened_again_by_who_is_in_goes_on)
{
	const char *jeton;

	entrants();
	jeton = link_sent_to("basile@exemple.org");
	as(basile);
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s&suite=/annuaire", jeton)) ==
		303);
	check_text(t_reply->location, "/annuaire");
	as(0);
	check(enter_by(jeton) == 303);
	as(basile);
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s&suite=/annuaire", jeton)) ==
		303);
	check_text(t_reply->location, "/annuaire");
	check(enter_by(jeton) == 303);
	check(post_raw("/connexion/entrer",
		      arena_printf(&t.mem, "csrf=avant&jeton=%s&suite=/annuaire", jeton)) == 303);
	check_text(t_reply->location, "/annuaire");
	check(post_raw("/connexion", "csrf=avant&email=basile@exemple.org&mot_de_passe=x") == 303);
	as(berthe);
	check(get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton)) == 200);
	check_says("vous êtes déjà dans votre espace");
	as(0);
	check(post_raw("/connexion/entrer", arena_printf(&t.mem, "csrf=avant&jeton=%s", jeton)) ==
		403);
}

TEST(connexion_link_asked_for_twice_at_once_is_one_mail)
{
	entrants();
	check(post("/connexion/lien", "email=basile@exemple.org") == 200);
	check(post("/connexion/lien", "email=basile@exemple.org&suite=/annuaire") == 200);
	while (lien_connexion_answer(&t) >= 0)
		;
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE texte LIKE '%suite=/annuaire%'")) ==
		1);
}

/* How many of ten more requests for links were asked to wait: of one name, or of ten that begin
 * so. */
static int
refused_links(const char *path, const char *name, bool ten)
{
	int n = 0;

	for (int i = 0; i < 10; i++)
		n += post(path,
			     ten ? at("email=%s%d@exemple.org", name, i) :
				   at("email=%s@exemple.org", name)) == 429;
	return n;
}

/* Four of one address, sixty of one network, in a short time. */
TEST(connexion_links_are_asked_for_a_few_times_and_then_later)
{
	static const char network[] = "lien.reseau\037"
				      "127.0.0.1";

	entrants();
	for (int i = 0; i < 4; i++)
		check(post("/connexion/lien", "email=basile@exemple.org") == 200);
	check(refused_links("/connexion/lien", "basile", false) > 0);
	check(refused_links("/inscription", "BASILE", false) > 0);
	check(t_header("Retry-After") != NULL);
	check(post("/connexion/lien", "email=berthe@exemple.org") == 200);
	db_exec(&t,
		SQL("REPLACE INTO tentative VALUES (UNHEX(?), 59, '2000-01-01', UTC_TIMESTAMP())"),
		S(sha256_hex(&t.mem, network, strlen(network))));
	check(post("/connexion/lien", "email=a@exemple.org") == 200);
	check(refused_links("/connexion/lien", "b", true) > 0);
}

TEST(connexion_link_says_the_true_reason)
{
	const char *jeton;

	entrants();
	check(get("/connexion/entrer?jeton=abc") == 200);
	check_says("Il est incomplet");
	jeton = link_sent_to("basile@exemple.org");
	clock_shift = 31 * 60;
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("ce temps est passé");
	clock_shift = 0;
	link_sent_to("basile@exemple.org");
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("Un lien plus récent");
	check(enter_by(jeton) == 200 && cookie_set("__Host-essaim") == NULL);
	check_says("Un lien plus récent");
	jeton = link_sent_to("basile@exemple.org");
	db_exec(&t, SQL("UPDATE contact SET email = 'autre@exemple.org' WHERE id = ?"), I(basile));
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("n’ouvre plus cet espace");
}

TEST(connexion_link_dies_with_a_newer_one_with_time_and_with_the_address)
{
	const char *old, *jeton;

	entrants();
	old = link_sent_to("basile@exemple.org");
	jeton = link_sent_to("basile@exemple.org");
	enter_by(old);
	check_says("Ce lien ne sert plus");
	clock_shift = 29 * 60;
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("Bonjour Basile");
	clock_shift = 31 * 60;
	enter_by(jeton);
	check_says("Ce lien ne sert plus");
	clock_shift = 0;
	db_exec(&t, SQL("UPDATE contact SET email = 'autre@exemple.org' WHERE id = ?"), I(basile));
	enter_by(jeton);
	check_says("Ce lien ne sert plus");
}

TEST(connexion_link_for_unknown_or_closed_says_the_same_and_sends_nothing)
{
	entrants();
	t_person("Ancelin", "Ancien", "ancelin@exemple.org", "ancien", "benevole");
	check(link_sent_to("inconnu@exemple.org") == NULL);
	check(link_sent_to("ancelin@exemple.org") == NULL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM demande_lien")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id <> ?"), I(basile)) == 0);
}

TEST(connexion_two_people_on_one_address)
{
	int64_t other;
	const char *jeton;

	entrants();
	other = t_person("Brune", "Paris", "basile@exemple.org", "confirme", "benevole");
	compte_create(&t, other);
	compte_password(&t, other, "quatre mots pour Brune");
	check(sign_in("basile@exemple.org", "quatre+mots+pour+Brune") == 303 &&
		t_reply->user.id == other);
	check(sign_in("basile@exemple.org", "une+phrase+de+trois+mots") == 303 &&
		t_reply->user.id == basile);
	jeton = link_sent_to("basile@exemple.org");
	get(arena_printf(&t.mem, "/connexion/entrer?jeton=%s", jeton));
	check_says("Brune");
	check_says("Qui êtes-vous");
	check(enter_by(jeton) == 422);
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

	entrants();
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'basile@perso.example' FROM champ"
		    " WHERE cle = 'autres_courriels'"),
		I(basile));
	check(sign_in("Basile@Perso.example", "une+phrase+de+trois+mots") == 303 &&
		t_reply->user.id == basile);
	jeton = link_sent_to("BASILE@perso.example");
	to = db_string(&t, SQL("SELECT adresse FROM courriel ORDER BY id DESC LIMIT 1"));
	check_text(to, "basile@perso.example");
	check(enter_by(jeton) == 303 && t_reply->user.id == basile);
	jeton = link_sent_to("basile@perso.example");
	db_exec(&t, SQL("DELETE FROM champ_valeur WHERE contact_id = ?"), I(basile));
	enter_by(jeton);
	check_says("Ce lien ne sert plus");
	check(sign_in("basile@perso.example", "une+phrase+de+trois+mots") == 422);
}
