/* journal_test.c - the journal holds what was written, and shows what was changed behind it */

#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "t.h"

static void
three_acts(void)
{
	journal(&t, "essai.un", 0, NULL, "{\"a\":1}");
	t.user.id = 7;
	journal_many(&t,
		(const struct acte[]) {
			{ "essai.deux", 12, "{}", NULL }, { "essai.trois", 0, NULL, NULL } },
		2);
}

TEST(journal_chain_holds_and_says_who)
{
	check(journal_verify(&t) == 0);
	three_acts();
	check(journal_verify(&t) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = 7")) == 2);
	check(db_int(&t, SQL("SELECT COUNT(DISTINCT empreinte) FROM journal")) == 3);
}

TEST(journal_shows_a_row_changed_behind_its_back)
{
	int64_t second;

	three_acts();
	second = db_int(&t, SQL("SELECT id FROM journal WHERE acte = 'essai.deux'"));
	db_exec(&t, SQL("UPDATE journal SET avant = '{\"faux\":1}' WHERE id = ?"), I(second));
	check(journal_verify(&t) == second);
}

TEST(journal_shows_rows_removed_at_the_end_or_in_the_middle)
{
	three_acts();
	db_exec(&t, SQL("DELETE FROM journal WHERE acte = 'essai.trois'"));
	check(journal_verify(&t) == -1);
	db_exec(&t, SQL("DELETE FROM journal WHERE acte = 'essai.un'"));
	check(journal_verify(&t) > 0);
}

TEST(journal_holds_when_a_person_is_erased_and_only_then)
{
	three_acts();
	journal_erase(&t, 12);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = 12 AND avant IS NULL")) ==
		1);
	check(journal_verify(&t) == 0);
	db_exec(&t, SQL("UPDATE journal SET apres = '{\"faux\":1}' WHERE objet_id = 12"));
	check(journal_verify(&t) > 0);
}

/* Rows written before there was a salt hold as they are; those of today differ where they say the
 * same, and what is left of an erased one is the digest of nothing that can be guessed. */
TEST(journal_digests_are_salted_and_the_old_ones_hold)
{
	const char *said = "{\"nom\":\"Martin\"}";

	journal(&t, "essai.un", 0, NULL, said);
	journal(&t, "essai.un", 0, NULL, said);
	check(db_int(&t,
		      SQL("SELECT COUNT(DISTINCT contenu) FROM journal WHERE acte = 'essai.un'")) ==
		2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE contenu = SHA2(CONCAT(CHAR(31), ?),"
			  " 256)"),
		      S(said)) == 0);
	db_exec(&t,
		SQL("INSERT INTO journal (quand, acte, apres, contenu, empreinte)"
		    " SELECT '2026-01-01 00:00:00.000000', 'essai.ancien', ?, SHA2(CONCAT(CHAR(31),"
		    " ?), 256),"
		    " SHA2(CONCAT_WS(CHAR(31), empreinte, '2026-01-01 00:00:00.000000', 0,"
		    " 'essai.ancien', 0, SHA2(CONCAT(CHAR(31), ?), 256)), 256) FROM journal_tete"),
		S(said), S(said), S(said));
	db_exec(&t,
		SQL("UPDATE journal_tete SET empreinte = (SELECT empreinte FROM journal"
		    " ORDER BY id DESC LIMIT 1)"));
	check(journal_verify(&t) == 0);
	journal_forget(&t, "martin", "martin");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE (sel IS NOT NULL"
			  " OR apres IS NOT NULL) AND acte <> 'journal.vide'")) == 0);
	check(journal_verify(&t) == 0);
}

TEST(journal_holds_no_key_that_signs_or_opens)
{
	reglage_set(&t, "essai.cle", "0123456789abcdef");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'reglage.modifie'")) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE apres LIKE '%0123456789%'")) == 0);
}

TEST(journal_says_where_an_act_came_from_until_she_is_erased)
{
	int64_t ana = t_person("Ana", "Paris", "ana@exemple.org", "confirme", "benevole");
	struct req own = { .user = t.user, .address = "192.0.2.17", .path = "compte" };

	own.user.id = ana;
	journal(&own, "essai.un", 0, NULL, NULL);
	own.bearer = "x";
	journal(&own, "essai.deux", 0, NULL, NULL);
	own.user.by = 7;
	journal(&own, "essai.trois", 0, NULL, NULL);
	arena_reset(&own.mem);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = ? AND origine IN ('site',"
			  " 'jeton') AND depuis LIKE '%192.0.2.0/24'"),
		      I(ana)) == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = 7"
			  " AND origine = CONCAT('comme:', ?)"),
		      I(ana)) == 1);
	check(journal_verify(&t) == 0);
	journal_erase(&t, ana);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = ? AND depuis IS NULL"),
		      I(ana)) == 2);
	check(journal_verify(&t) == 0);
}

static const char *
from(const char *address)
{
	struct req own = { .user = t.user, .address = address, .path = "compte" };

	journal(&own, "essai.d_ou", 0, NULL, NULL);
	arena_reset(&own.mem);
	return db_string(
		&t, SQL("SELECT SUBSTRING(depuis, 34) FROM journal ORDER BY id DESC LIMIT 1"));
}

/* Never the machine, however its address is written. */
TEST(journal_says_a_neighbourhood_and_not_a_machine)
{
	check_text(from("10.1.2.3"), "10.1.2.0/24");
	check_text(from("fd00:1:2:3::4"), "fd00:1:2::/48");
	check_text(from("fd00::1234"), "fd00::/48");
	check_text(from("::ffff:10.1.2.3"), "10.1.2.0/24");
	check_text(from("::1"), "::/48");
}

/* Who empties a row as an erasure does, without an act that says so, is seen. */
TEST(journal_rows_are_emptied_by_acts_alone)
{
	int64_t second;

	three_acts();
	second = db_int(&t, SQL("SELECT id FROM journal WHERE acte = 'essai.deux'"));
	db_exec(&t,
		SQL("UPDATE journal SET avant = NULL, apres = NULL, sel = NULL,"
		    " efface_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(second));
	check(journal_verify(&t) == second);
}
