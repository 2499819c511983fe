/* lettres_envoi_test.c - letters leave: who gets one, from the draft to the last recipient */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_gens.h"
#include "people.h"

/* A draft of the Siège's to AUDIENCE that has something to say. */
static int64_t
draft(const char *audience)
{
	struct lettre l = lettre_new();
	int64_t id;

	l.sujet = "Bonjour";
	l.apercu = "Ce qui se passe";
	l.audience = audience;
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite)"
		    " VALUES (?, 1, 'texte', 'Bonjour à vous', '')"),
		I(id));
	return id;
}

static const char *
etat(int64_t id)
{
	return db_string(&t, SQL("SELECT etat FROM lettre WHERE id = ?"), I(id));
}

static int64_t
copies(const char *audience)
{
	struct lettre_gens g;

	t.user.id = adm;
	t.user.level = ADMIN;
	return lettre_recipients_of(&t, audience, "info", &g) ? lettre_recipients_count(&t, &g) :
								-1;
}

static const char *
paris_group(void)
{
	return at("public:groupe-%" PRId64, paris);
}

TEST(lettres_go_to_whom_the_audience_names_once_an_address)
{
	int64_t n;

	people();
	n = copies(paris_group());
	check(n > 1);
	db_exec(&t,
		SQL("UPDATE contact SET email = (SELECT email FROM contact WHERE id = ?)"
		    " WHERE id = ?"),
		I(coop), I(benp));
	check(copies(paris_group()) == n - 1);
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id = ?"), I(benp));
	check(copies(paris_group()) == n - 1);
	db_exec(&t,
		SQL("INSERT INTO refus_courriel (contact_id, genre, cree_le)"
		    " VALUES (?, 'lettre_info', UTC_TIMESTAMP())"),
		I(coop));
	check(copies(paris_group()) == n - 2);
}

TEST(lettres_to_what_is_gone_go_to_nobody)
{
	people();
	check(copies("") == -1);
	check(copies("segment:999999") == -1);
	check(copies("public:groupe-999999") == -1);
	check(copies("public:nimporte") == -1);
}

TEST(lettres_the_reason_is_empty_for_those_who_get_one)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id = ?"), I(benp));
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(benl));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact c WHERE " LETTRE_GETS(
			      "c", "'info'") " <> (" LETTRE_WHY_NOT("c", "'info'") " = '')")) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact c WHERE " LETTRE_WHY_NOT(
			      "c", "'info'") " <> ''")) >= 2);
}

TEST(lettres_are_sent_by_who_may_send)
{
	int64_t id;

	people();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	id = draft(paris_group());
	as(sal);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "") == 403);
	as(adm);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "le=2001-01-01T10:00") == 422);
	check_text(etat(id), "brouillon");
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "le=2199-99-01T10:00") == 422);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "le=2190-01-01T10:00") == 303);
	check_text(etat(id), "programmee");
	check(get(at("/lettres/%" PRId64, id)) == 200);
	check_says("Déprogrammer");
	check_says("à 10\u00A0h\u00A000 (Paris), dans");
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "") == 422);
	check(post(at("/lettres/%" PRId64 "/deprogrammer", id), "") == 303);
	check(post(at("/lettres/%" PRId64 "/deprogrammer", id), "") == 409);
	check_text(etat(id), "brouillon");
	check(post(at("/lettres/%" PRId64 "/pause", id), "") == 409);
	check(post(at("/lettres/%" PRId64 "/envoyer", id), "") == 303);
	check(get(at("/lettres/%" PRId64 ".json", id)) == 200);
	check_says("\"etat\":\"programmee\",\"total\":0,\"envoyes\":0,\"refuses\":0,");
}
