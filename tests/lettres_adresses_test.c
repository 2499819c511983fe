/* lettres_adresses_test.c - addresses that letters go to: told apart, and forgotten */

#include <inttypes.h>

#include "base/clock.h"
#include "brouillon.h"
#include "domain/lettres/lettre_cycle.h"
#include "domain/lettres/lettre_depart.h"
#include "domain/lettres/lettre_gens.h"

static int64_t
copies(void)
{
	struct lettre_gens g;
	int64_t n;

	t.user.id = adm;
	t.user.level = ADMIN;
	n = lettre_recipients_of(&t, "public:benevoles", "info", &g) ?
		lettre_recipients_count(&t, &g) :
		-1;
	t.user.id = 0;
	return n;
}

/* The draft is sent by the administrator, and its recipients are written: how many. */
static int64_t
prepared(void)
{
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'programmee', edition = 1, par_id = ?,"
		    " du_le = UTC_TIMESTAMP() - INTERVAL 1 MINUTE,"
		    " audience = 'public:benevoles' WHERE id = ?"),
		I(adm), I(brouillon));
	while (prepare_some(&t, true))
		continue;
	prepare_end();
	return db_int(
		&t, SQL("SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ?"), I(brouillon));
}

/* Accents make two mailboxes, capitals do not. */
TEST(lettres_tell_addresses_apart_letter_by_letter)
{
	static const char *const emails[] = { "contact@société.fr", "contact@societe.fr",
		"Contact@societe.fr" };

	a_letter();
	db_exec(&t, SQL("UPDATE contact SET email = '' WHERE id NOT IN (?, ?, ?)"), I(benp),
		I(coop), I(benl));
	db_exec(&t, SQL("UPDATE contact SET email = ? WHERE id = ?"), S(emails[0]), I(benp));
	db_exec(&t, SQL("UPDATE contact SET email = ? WHERE id = ?"), S(emails[1]), I(coop));
	db_exec(&t, SQL("UPDATE contact SET email = ? WHERE id = ?"), S(emails[2]), I(benl));
	check(copies() == 2);
	check(prepared() == 2);
	db_exec(&t,
		SQL("INSERT INTO adresse_erreur (contact_id, adresse, erreur, quand)"
		    " VALUES (?, ?, '', UTC_TIMESTAMP())"),
		I(benp), S(emails[1]));
	check(copies() == 2);
}

TEST(lettres_forget_where_they_went_six_months_after)
{
	int64_t n;

	a_letter();
	n = prepared();
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', envoyes = total, fini_le = ?"
		    " WHERE id = ?"),
		S(clock_sql(&t.mem, clock_now() - 100 * 86400)), I(brouillon));
	lettre_oubli_tour(&t);
	check(db_int(&t, SQL("SELECT SUM(adresse LIKE '%@%') FROM lettre_envoi")) == n);
	db_exec(&t, SQL("UPDATE lettre SET fini_le = ? WHERE id = ?"),
		S(clock_sql(&t.mem, clock_now() - 190 * 86400)), I(brouillon));
	lettre_oubli_tour(&t);
	lettre_oubli_tour(&t);
	check(db_int(&t, SQL("SELECT SUM(adresse LIKE '%@%') FROM lettre_envoi")) == 0);
	check(db_int(&t,
		      SQL("SELECT adresses_oubliees_le IS NOT NULL AND envoyes > 1 FROM lettre"
			  " WHERE id = ?"),
		      I(brouillon)) == 1);
}
