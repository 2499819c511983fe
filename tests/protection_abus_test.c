/* protection_abus_test.c - requests of persons, delays, breaches and the service against who asks
 * for another, for too much, twice, or with what is none
 */

#include <inttypes.h>

#include "base/conf.h"
#include "domain/conservation/conservation.h"
#include "talk.h"

static int64_t
count(const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = ?"), S(genre));
}

/* A request of erasure that was noted for that address, whose identity was seen. */
static int64_t
erasure(const char *nom, const char *adresse)
{
	int64_t id;

	check(post("/admin/demandes/nouvelle",
		      at("genre=effacement&nom=%s&adresse=%s&recue_le=2026-01-05&voie=courriel",
			      nom, adresse)) == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM requete"));
	check(post(at("/admin/demandes/%" PRId64 "/identite", id),
		      "identite_le=2026-01-06&identite=Rappel") == 303);
	return id;
}

static int64_t
concerned(int64_t requete)
{
	return db_int(
		&t, SQL("SELECT COALESCE(contact_id, 0) FROM requete WHERE id = ?"), I(requete));
}

static int
erase(int64_t requete)
{
	return post(at("/admin/demandes/%" PRId64 "/effacement", requete), "certain=1&hubspot=1");
}

static bool
there(int64_t who)
{
	return db_int(&t, SQL("SELECT nom <> '' FROM contact WHERE id = ?"), I(who)) != 0;
}

TEST(protection_abus_an_administrator_is_not_erased_on_request)
{
	int64_t other, q;

	talkers();
	other = t_person("Olga", "Autre", "olga@exemple.org", "", "salarie");
	t_account(other, "admin");
	as(adm);
	q = erasure("Olga+Autre", "olga%40exemple.org");
	check(concerned(q) == other);
	check(erase(q) == 422 && there(other));
	check_says("administre");
	db_exec(&t, SQL("UPDATE compte SET role = '' WHERE contact_id = ?"), I(other));
	check(erase(q) == 303 && !there(other));
}

TEST(protection_abus_of_oneself_and_twice)
{
	int64_t q, second;
	const char *mine;

	talkers();
	as(adm);
	mine = db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(adm));
	if (mine != NULL && *mine != '\0') {
		q = erasure("Moi", mine);
		check(erase(q) == 404 && there(adm));
	}
	db_exec(&t, SQL("UPDATE contact SET email = 'benp@exemple.org' WHERE id = ?"), I(benp));
	q = erasure("Elle", "benp%40exemple.org");
	second = erasure("Elle", "benp%40exemple.org");
	check(concerned(q) == benp && concerned(second) == benp);
	check(erase(q) == 303 && !there(benp));
	check(erase(q) == 404 && erase(second) == 404);
	check(count("requete_effacee") <= 1);
	check(get(at("/admin/demandes/%" PRId64, second)) == 200);
}

/* "helene@" is not "hélène@": the wrong person would be erased. */
TEST(protection_abus_an_address_that_sorts_alike_is_of_somebody_else)
{
	int64_t her, q;

	talkers();
	her = t_person("Hélène", "Accent", "hélène@exemple.org", "confirme", "benevole");
	as(adm);
	q = erasure("Helene", "helene%40exemple.org");
	check(concerned(q) == 0);
	check(erase(q) == 404 && there(her));
	db_exec(&t, SQL("UPDATE contact SET email = 'Helene@exemple.org' WHERE id = ?"), I(her));
	check(concerned(erasure("Helene", "helene%40exemple.org")) == her);
}

TEST(protection_abus_ids_that_are_none)
{
	static const char *const ids[] = { "0", "-1", "99999999999999999999", "abc", "1%00" };
	static const char *const acts[] = { "identite", "prolonger", "ecrire", "archive",
		"effacement" };

	talkers();
	as(adm);
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		for (size_t k = 0; k < sizeof acts / sizeof *acts; k++) {
			int status =
				post(at("/admin/demandes/%s/%s", ids[i], acts[k]), "certain=1");

			check(status == 404 || status == 400);
		}
		check(post(at("/admin/conservation/regles/%s", ids[i]), "duree=1&unite=an") >= 400);
		check(post(at("/admin/conservation/fiches/%s", ids[i]), "") >= 400);
		check(t_reply->status < 500);
		check(get(at("/admin/violation/%s", ids[i])) >= 400 && t_reply->status < 500);
	}
	check(post(at("/admin/demandes/%" PRId64 "/effacement", benp), "certain=1") == 404);
	check(post(at("/admin/conservation/fiches/%" PRId64, paris), "") == 404);
}

TEST(protection_abus_fields_that_are_too_much)
{
	char *long_ = arena_alloc(&t.mem, 100001);

	memset(long_, 'a', 100000);
	long_[100000] = '\0';
	talkers();
	as(adm);
	check(post("/admin/demandes/nouvelle",
		      "genre=acces&nom=A%0D%0ABcc:+x@y.fr&recue_le=2026-01-05&voie=lettre") == 422);
	check(post("/admin/demandes/nouvelle",
		      "genre=acces&nom=A&adresse=a@b.fr%0D%0ABcc:x@y.fr&recue_le=2026-01-05"
		      "&voie=lettre") == 422);
	check(post("/admin/demandes/nouvelle",
		      at("genre=acces&nom=A&message=%s&recue_le=2026-01-05&voie=lettre", long_)) ==
		422);
	check(post("/admin/demandes/nouvelle", "genre=acces&nom=A&recue_le=0000-00-00&voie=oral") ==
		422);
	check(post("/admin/demandes/nouvelle",
		      "genre=acces&nom=A&recue_le=2026-01-05&voie=compte") == 422);
	check(post("/admin/demandes/protection", "nom=A%0AB&adresse=a%40b.fr") == 422);
	check(post("/admin/demandes/nouvelle", "genre=acces&nom=A&recue_le=0001-01-01&voie=oral") <
		500);
	check(get("/admin/demandes") == 200);
	check(post("/admin/conservation/adopter", "par=Le+bureau&le=hier") == 422);
	check(post("/admin/conservation/adopter", at("par=%s&le=2026-01-05", long_)) == 422);
}

/* On that night two o'clock is three: no instant of that name. */
TEST(protection_abus_an_hour_that_never_was)
{
	static const char rest[] = "&nature=a&consequences=b&mesures=c";

	talkers();
	as(adm);
	check(get("/admin/violation?debut=2026-03-29T02:30&fin=2026-03-30T02:30") < 500);
	check(post("/admin/violation",
		      at("debut=2026-03-29T02:30&fin=2026-03-30T02:30&connue_le=2026-04-01T10:00%s",
			      rest)) == 422);
	check(post("/admin/violation",
		      at("debut=2026-03-28T02:30&fin=2026-03-30T02:30&connue_le=2026-03-29T02:30%s",
			      rest)) == 422);
	check(post("/admin/violation",
		      at("debut=1900-01-01T00:00&fin=2199-12-31T23:59&connue_le=2026-03-29T04:30%s",
			      rest)) == 303);
	check(post("/admin/service/annonce", "mot=a&quand=2026-03-29T02:30&minutes=9") == 422);
}

TEST(protection_abus_delays_that_are_none)
{
	static const char *const wrong[] = { "-1", "101", "abc", "1.5", "99999999999999999999999",
		"1%00", "" };
	int64_t rule, fixed;

	talkers();
	as(adm);
	rule = db_int(&t, SQL("SELECT id FROM conservation_regle WHERE cle = 'prospect'"));
	fixed = db_int(&t, SQL("SELECT id FROM conservation_regle WHERE cle = 'journal'"));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		check(post(at("/admin/conservation/regles/%" PRId64, rule),
			      at("duree=%s&unite=an&confirme=0", wrong[i])) != 500);
		check(db_int(&t,
			      SQL("SELECT COALESCE(duree, 0) FROM conservation_regle"
				  " WHERE id = ?"),
			      I(rule)) == 3);
	}
	check(post(at("/admin/conservation/regles/%" PRId64, rule), "duree=1&unite=jour") == 422);
	check(post(at("/admin/conservation/regles/%" PRId64, rule), "duree=1&unite=siecle") == 422);
	check(post(at("/admin/conservation/regles/%" PRId64, fixed), "duree=1&unite=an") == 404);
	check(post(at("/admin/conservation/regles/%" PRId64, rule), "duree=100&unite=an") == 303);
	check(get("/admin/conservation") == 200);
}

TEST(protection_abus_service_keys_and_accesses)
{
	char *long_ = arena_alloc(&t.mem, 100001);

	memset(long_, 'a', 100000);
	long_[100000] = '\0';
	talkers();
	as(adm);
	conf.hubspot_url = "http://127.0.0.1:9";
	conf.hubspot_token_file = at("%s/cle-abus", t_folder());
	check(post("/admin/service/cle", at("jeton=%s", long_)) == 422);
	check(post("/admin/service/cle", "jeton=pat-eu1-0f2c1f9e-1b9d-4b6c%0D%0AX-Autre:+1") ==
		422);
	check(post("/admin/service/cle", "jeton=../../../../../etc/essaim/essaim.conf") == 422);
	check(post("/admin/service/cle", "jeton=pat-eu1-0f2c1f9e-1b9d-4b6c-cl%C3%A9") == 422);
	conf.hubspot_url = conf.hubspot_token_file = NULL;
	check(post("/admin/service/fermer", at("contact=%" PRId64 "&motif=x", adm)) == 404);
	check(post("/admin/service/fermer", at("contact=%" PRId64 "&motif=x", paris)) == 404);
	check(post("/admin/service/fermer", "contact=-1&motif=x") == 422);
	check(post("/admin/service/fermer", at("contact=%" PRId64 "&motif=a%%0Ab", benp)) == 422);
	check(post("/admin/service/fermer", at("contact=%" PRId64 "&motif=%s", benp, long_)) ==
		422);
	check(post("/admin/service/rouvrir", at("contact=%" PRId64, benp)) == 404);
	check(post("/admin/service/fermer", at("contact=%" PRId64 "&motif=x", benp)) == 303);
	check(post("/admin/service/fermer", at("contact=%" PRId64 "&motif=x", benp)) == 404);
	check(post("/admin/service/rouvrir", at("contact=%" PRId64, benp)) == 303);
	check(post("/admin/service/annonce", "mot=a&quand=2199-12-31T23:59&minutes=1441") == 422);
	check(post("/admin/service/annonce", "mot=a&quand=2199-12-31T23:59&minutes=-5") == 422);
	check(post("/admin/service/annonce", "mot=a&quand=2199-12-31T23:59&minutes=1440") == 303);
	check(post("/admin/service/annonce",
		      "mot=a&quand=2026-12-31T23:59&minutes=9223372036854775807") == 422);
	check(post("/admin/service/qui", "courriel=a%40b.fr%0D%0ABcc:x%40y.fr") == 422);
	check(get("/admin/service") == 200);
}

/* A key of somebody who stayed or went says nothing more; GET does nothing. */
TEST(protection_abus_keys_of_warnings)
{
	talkers();
	as(0);
	check(get("/public/conservation/0") == 404);
	check(post_raw("/public/conservation/%00", "") >= 400 && t_reply->status < 500);
	check(post_raw("/public/conservation/%C3%A9", "") == 404);
}

/* Who reads the page agrees to what it said: a number that grew meanwhile was not seen. */
TEST(protection_abus_an_agreement_is_to_what_was_seen)
{
	const char *seen;

	talkers();
	t_clock("2026-12-01 03:00:00");
	conf.hubspot_brake_percent = 0;
	conf.hubspot_brake_least = 1;
	for (int i = 0; i < 4; i++) {
		int64_t id = t_person(
			"P", at("Vieux%d", i), at("v%d@exemple.org", i), "prospect", "benevole");

		db_exec(&t, SQL("UPDATE contact SET crm_cree_le = '2020-01-01' WHERE id = ?"),
			I(id));
	}
	as(adm);
	check(post("/admin/conservation/adopter", "par=Le+bureau&le=2026-01-05") == 303);
	check(post("/admin/conservation/avertir", "") == 422);
	check(get("/admin/conservation") == 200);
	check(said_id(t_reply, "essai.retenu") == 4);
	seen = arena_strdup(&t.mem, said(t_reply, "essai.qui"));
	check(*seen != '\0');
	check(post("/admin/conservation/accord", "vus=1") == 422);
	check(post("/admin/conservation/avertir", "") == 422);
	check(count("conservation") == 0);
	check(post("/admin/conservation/accord", at("vus=%s", seen)) == 303);
	check(post("/admin/conservation/avertir", "") == 303);
	check(post("/admin/conservation/avertir", "") < 500);
	check(count("conservation") == 4);
}

static void
both_answer(void)
{
	struct racer both[2];
	int status[2];
	int64_t q;

	db_begin(false);
	talkers();
	as(adm);
	check(post("/admin/demandes/nouvelle",
		      "genre=acces&nom=A&adresse=a%40exemple.org&recue_le=2026-01-05"
		      "&voie=lettre") == 303);
	q = db_int(&t, SQL("SELECT MAX(id) FROM requete"));
	both[0] = both[1] = (struct racer) { adm, at("/admin/demandes/%" PRId64 "/ecrire", q),
		"texte=Voici&clore=1" };
	t_race(both, SQL("SELECT 1 FROM requete WHERE id = ? FOR UPDATE"), q, status);
	check(status[0] + status[1] == 3 + 4);
	check(count("requete_ecrit") == 1);
}

TEST(protection_abus_two_who_answer_at_once)
{
	t_apart(both_answer);
}
