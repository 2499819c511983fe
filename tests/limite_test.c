/* limite_test.c - a person who is put aside: shown to nobody, not changed, not mailed, kept */

#include <inttypes.h>

#include "base/conf.h"
#include "conserves.h"
#include "domain/contacts/accueil.h"
#include "domain/demandes/limite.h"
#include "domain/demandes/requete.h"
#include "domain/lettres/lettre_audience.h"
#include "domain/notifications/courriel.h"
#include "net/smtp.h"
#include "talk.h"

static int64_t elle;

static void
somebody(void)
{
	talkers();
	elle = t_person("Wilhelmine", "Quincampoix", "wil@exemple.org", "confirme", "benevole");
	t_member(paris, elle, "membre");
	t_settle(elle);
}

static int64_t
the_request(const char *genre)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM requete WHERE contact_id = ? AND genre = ?"),
		I(elle), S(genre));
}

/* Does the page show USE among those that she says no to? */
static bool
ticked(const char *use)
{
	const char *box = strstr(t_reply->body, arena_printf(&t.mem, "value=\"%s\"", use));
	const char *end = box != NULL ? strchr(box, '>') : NULL,
		   *tick = end != NULL ? strstr(box, " checked") : NULL;

	check(end != NULL);
	return tick != NULL && tick < end;
}

static int
limits(void)
{
	as(elle);
	return post("/compte/droits/limitation", "limitation=Mon+nom+est+faux&certain=1");
}

/* Does READER find her, on each way? */
static void
found_by(int64_t reader, bool yes)
{
	static const char *const ways[] = { "/annuaire.json?par=100&col=nom",
		"/annuaire.csv?col=nom", "/annuaire.json?q=Wilhelmine&par=100&col=nom",
		"/recherche?q=Wilhelmine" };

	as(reader);
	check(get(at("/contacts/%" PRId64, elle)) == (yes ? 200 : 404));
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const char *body;

		check(get(ways[i]) == 200);
		body = t_reply->file != 0 ? t_file() : t_reply->body;
		check((strstr(body, "Quincampoix") != NULL) == yes);
	}
}

TEST(limite_shows_her_to_nobody_but_who_handles_it)
{
	somebody();
	found_by(benp, true);
	check(limits() == 303);
	check(the_request("limitation") != 0);
	found_by(benp, false);
	found_by(coop, false);
	found_by(sal, false);
	found_by(adm, true);
	as(benp);
	check(get(at("/groupes/%" PRId64 "/membres", paris)) == 200);
	check_hides("Wilhelmine");
	as(elle);
	check(get("/compte/droits") == 200);
	check_says("mises de côté");
	check(get(at("/groupes/%" PRId64, paris)) == 404);
	check(post("/compte/droits/levee", "") == 303);
	found_by(benp, true);
	found_by(coop, true);
	check(db_int(&t, SQL("SELECT rendue_le IS NOT NULL FROM requete WHERE id = ?"),
		      I(the_request("limitation"))) == 1);
}

/* Who may not enter at all is not let in by it. */
TEST(limite_opens_no_access)
{
	somebody();
	db_exec(&t, SQL("UPDATE contact SET statut = 'ancien' WHERE id = ?"), I(elle));
	t_settle(elle);
	check(limite_set(&t, elle));
	check(!limite_set(&t, elle));
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(elle)) == 0);
}

TEST(limite_stops_mails_and_letters)
{
	int64_t id;

	somebody();
	check(db_int(&t, SQL("SELECT " LETTRE_GETS("c", "'info'") " FROM contact c WHERE c.id = ?"),
		      I(elle)) == 1);
	say(&t, "Courriel.prenom", "");
	id = courriel_queue(&t, elle, "wil@exemple.org", "mot_de_passe");
	check(limits() == 303);
	check(db_int(&t, SQL("SELECT " LETTRE_GETS("c", "'info'") " FROM contact c WHERE c.id = ?"),
		      I(elle)) == 0);
	check_text(db_string(&t, SQL("SELECT etat FROM courriel WHERE id = ?"), I(id)), "annule");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ? AND etat = 'pret'"
			  " AND genre = 'requete_recue'"),
		      I(elle)) == 1);
}

TEST(limite_gives_nobody_a_welcome_to_do_and_lets_her_make_her_account)
{
	struct tally tally = { 0 };
	int64_t id;

	somebody();
	db_exec(&t,
		SQL("INSERT INTO relais (contact_id, groupe_id, responsable_id, cree_le, maj_le)"
		    " VALUES (?, ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())"),
		I(elle), I(paris), I(coop));
	t.user.id = coop;
	check(accueil_mine(&t) == 1);
	check(limits() == 303);
	t.user.id = coop;
	check(accueil_mine(&t) == 0);
	conf.smtp_url = "smtp://127.0.0.1:1";
	say(&t, "Courriel.lien", "https://exemple.org/");
	id = courriel_queue(&t, elle, "wil@exemple.org", "bienvenue");
	db_exec(&t, SQL("UPDATE courriel SET etat = 'pris' WHERE id = ?"), I(id));
	if (courriel_start(&t, id, &tally))
		courriel_end(&t, 5000, &tally);
	smtp_close();
	check(tally.deferred == 1 && tally.cancelled == 0);
}

TEST(limite_lets_nobody_change_her)
{
	const char *form = at("/contacts/%" PRId64 "/modifier", elle);
	int before, staff;

	somebody();
	form = at("/contacts/%" PRId64 "/modifier", elle);
	as(elle);
	before = post(form, "bio=Bonjour");
	check(before == 303);
	check(limits() == 303);
	as(elle);
	post(form, "bio=Autre");
	as(adm);
	staff = post(form, "bio=Encore");
	check(staff != 303);
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(elle)), "Bonjour");
}

TEST(limite_holds_retention)
{
	struct concerne c;

	adopted();
	elle = prospect("Zoé", "2015-01-01");
	check(concernes_one(&t, elle, &c));
	check(limite_set(&t, elle));
	check(!concernes_one(&t, elle, &c));
}

TEST(limite_and_oppositions_by_who_handles_a_request)
{
	somebody();
	as(elle);
	check(post("/compte/droits/rectification", "rectification=Mon+nom") == 303);
	check(post("/compte/droits/rectification", "rectification=et+ma+ville") == 303);
	check(the_request("rectification") != 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM requete_etape WHERE genre = 'complement'"
			  " AND requete_id = ?"),
		      I(the_request("rectification"))) == 1);
	as(adm);
	check(get(at("/admin/demandes/%" PRId64, the_request("rectification"))) == 200);
	check_says("Demande de rectification de Wilhelmine Quincampoix");
	check(post(at("/admin/demandes/%" PRId64 "/limiter", the_request("rectification")), "") ==
		303);
	found_by(coop, false);
	as(adm);
	check(post(at("/admin/demandes/%" PRId64 "/lever", the_request("rectification")), "") ==
		422);
	check(post(at("/admin/demandes/%" PRId64 "/lever", the_request("rectification")),
		      "levee=Nous+avons+corrige") == 303);
	found_by(coop, true);
	as(adm);
	check(post(at("/admin/demandes/%" PRId64 "/oppositions", the_request("rectification")),
		      "oppositions[]=annuaire&oppositions[]=lettre_info") == 303);
	found_by(benp, false);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"
			  " AND genre = 'lettre_info'"),
		      I(elle)) == 1);
	as(elle);
	check(get("/compte/droits") == 200);
	check(ticked("annuaire") && ticked("lettre_info") && !ticked("lettre_appel"));
	check(post("/compte/droits/oppositions", "") == 303);
	found_by(benp, true);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"),
		      I(elle)) == 0);
}

/* Whoever handles requests puts no administrator aside: the space would have one less. */
TEST(limite_of_who_administers_is_another_administrators_matter)
{
	int64_t id;

	somebody();
	as(adm);
	check(post("/compte/droits/rectification", "rectification=Mon+nom") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM requete"));
	check(post(at("/admin/demandes/%" PRId64 "/limiter", id), "") == 403);
}

/* Another use is looked at by somebody: a request, with the use in its words. */
TEST(limite_of_another_use_is_a_request)
{
	somebody();
	as(elle);
	check(post("/compte/droits/opposition", "usage=rien&raison=Non") == 422);
	check(post("/compte/droits/opposition", "usage=heures&raison=Non+merci") == 303);
	check(strstr(db_string(&t, SQL("SELECT message FROM requete WHERE id = ?"),
			     I(the_request("opposition"))),
		      "Heures") != NULL);
}

/* What she agreed to, with its words and its day, and taken back there, by her or for her. */
TEST(limite_lists_whboxshe_agreed_to)
{
	somebody();
	as(elle);
	check(post(at("/contacts/%" PRId64 "/discretion", elle), "types[]=groupe_local") == 303);
	check(post(at("/contacts/%" PRId64 "/discretion", elle),
		      "types[]=groupe_local&montre[]=groupe_local") == 303);
	check(get("/compte/droits") == 200);
	check_says("coordonnees:groupe_local");
	check_says("Téléphone");
	check(post("/compte/droits/accords", "accord=coordonnees:groupe_local") == 303);
	check(post("/compte/droits/accords", "accord=coordonnees:groupe_local") == 404);
	check(db_int(&t, SQL("SELECT montre FROM membre WHERE contact_id = ?"), I(elle)) == 0);
	check(post("/compte/droits/rectification", "rectification=Mon+nom") == 303);
	as(adm);
	check(get(at("/admin/demandes/%" PRId64, the_request("rectification"))) == 200);
	check_says("lettre:info");
	check(post(at("/admin/demandes/%" PRId64 "/accords", the_request("rectification")),
		      "accord=lettre:info") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"
			  " AND genre = 'lettre_info'"),
		      I(elle)) == 1);
}
