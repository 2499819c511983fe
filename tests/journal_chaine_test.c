/* journal_chaine_test.c - what was changed in the journal behind its back is found: any byte, a cut
 * end that was sealed anew, an old end that no rule removed */

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/service/journal_nuit.h"
#include "domain/socle/reglage.h"
#include "people.h"

/* N acts of somebody with an address, who reads as somebody now and then. */
static void
acts(int n)
{
	struct req own = { .address = "192.0.2.17", .path = "compte" };

	for (int i = 0; i < n; i++) {
		own.user.id = 7 + i % 3;
		own.user.by = i % 5 == 0 ? 4 : 0;
		journal(&own, "essai.un", i % 4 == 0 ? 0 : 12 + i, "{\"nom\":\"avant\"}",
			i % 2 == 0 ? "{\"nom\":\"après\"}" : NULL);
	}
	arena_reset(&own.mem);
}

/* One byte of a text, if there is one. */
#define BYTE(column) \
	db_exec(&t, \
		SQL("UPDATE journal SET " column " = INSERT(" column \
		    ", 1 + MOD(?, CHAR_LENGTH(" column ")), 1, IF(SUBSTRING(" column \
		    ", 1 + MOD(?, CHAR_LENGTH(" column \
		    ")), 1) = 'x', 'y', 'x')) WHERE id = ? AND " column " <> ''"), \
		I(at), I(at), I(id))

enum { COLUMNS = 15 };

/* Change that column of that row; false: it holds nothing that could be changed. */
static bool
change(int column, int64_t id, int64_t at)
{
	switch (column) {
	case 0:
		return db_exec(&t, SQL("UPDATE journal SET id = id + 1000000 WHERE id = ?"),
			       I(id)) > 0;
	case 1:
		return db_exec(&t,
			       SQL("UPDATE journal SET quand = quand + INTERVAL 1 + MOD(?, 1000000)"
				   " MICROSECOND WHERE id = ?"),
			       I(at), I(id)) > 0;
	case 2:
		return db_exec(&t,
			       SQL("UPDATE journal SET acteur_id = acteur_id ^ (1 << MOD(?, 30))"
				   " WHERE id = ?"),
			       I(at), I(id)) > 0;
	case 3:
		return db_exec(&t,
			       SQL("UPDATE journal SET objet_id = objet_id ^ (1 << MOD(?, 30))"
				   " WHERE id = ?"),
			       I(at), I(id)) > 0;
	case 4:
		return db_exec(&t,
			       SQL("UPDATE journal SET version = version ^ (1 << MOD(?, 6))"
				   " WHERE id = ?"),
			       I(at), I(id)) > 0;
	case 5:
		return db_exec(&t,
			       SQL("UPDATE journal SET efface_le = efface_le + INTERVAL 1 + MOD(?,"
				   " 1000) SECOND WHERE id = ?"),
			       I(at), I(id)) > 0;
	case 6: return BYTE("acte") > 0;
	case 7: return BYTE("avant") > 0;
	case 8: return BYTE("apres") > 0;
	case 9: return BYTE("sel") > 0;
	case 10: return BYTE("contenu") > 0;
	case 11: return BYTE("empreinte") > 0;
	case 12: return BYTE("origine") > 0;
	case 13: return BYTE("depuis") > 0;
	default: return BYTE("depuis_scelle") > 0;
	}
}

/* A thousand bytes, in any column of any row, one at a time: a thousand found. */
TEST(journal_chaine_finds_each_of_a_thousand_bytes)
{
	int found = 0, turns = 0;
	int64_t ids[64], n = 0;
	struct rows *rows;

	acts(14);
	journal_erase(&t, 13);
	journal_erase(&t, 8);
	check(journal_verify(&t) == 0);
	rows = db_rows(&t, SQL("SELECT id FROM journal ORDER BY id LIMIT 64"));
	while (db_next(rows, &t.mem))
		ids[n++] = db_num(rows, 0);
	srand(20261130);
	db_script("SAVEPOINT avant");
	while (turns < 1000) {
		int column = rand() % COLUMNS, which = rand() % (int) n, at = rand();

		if (!change(column, ids[which], at))
			continue;
		turns++;
		if (journal_verify(&t) != 0)
			found++;
		else
			fprintf(stderr, "  column %d of row %d unseen\n", column, which);
		db_script("ROLLBACK TO avant");
		if (turns % 50 == 0)
			arena_reset(&t.mem);
	}
	check(found == 1000);
	check(journal_verify(&t) == 0);
}

/* Heads go to an empty folder from now on; back to none with false. */
static void
witness(bool kept)
{
	conf.journal_witness = kept ? t_folder() : NULL;
	if (kept)
		unlink(arena_printf(&t.mem, "%s/journal-%s.txt", t_folder(), conf.db_name));
}

/* The last hundred rows cut, and the head made to agree. */
TEST(journal_chaine_sees_a_cut_end_by_its_head_kept_elsewhere)
{
	struct chaine c;

	acts(20);
	witness(true);
	c = journal_check(&t);
	journal_witness(&t, &c);
	acts(110);
	c = journal_check(&t);
	check(c.faux == 0 && c.temoin == NULL);
	journal_witness(&t, &c);
	db_exec(&t, SQL("DELETE FROM journal ORDER BY id DESC LIMIT 100"));
	db_exec(&t,
		SQL("UPDATE journal_tete SET empreinte ="
		    " (SELECT empreinte FROM journal ORDER BY id DESC LIMIT 1)"));
	c = journal_check(&t);
	check(c.faux == -1 && c.temoin != NULL);
	acts(120);
	check(journal_check(&t).faux == -1);
	witness(false);
	check(journal_verify(&t) == 0);
}

/* Rows of today, removed with an act that says that the rule did it, the chain sealed anew. */
TEST(journal_chaine_knows_that_no_rule_removes_what_is_young)
{
	struct chaine c;
	int64_t first;

	db_exec(&t, SQL("DELETE FROM journal"));
	db_exec(&t, SQL("UPDATE journal_tete SET empreinte = REPEAT('0', 64), depart = NULL"));
	witness(true);
	acts(5);
	c = journal_check(&t);
	journal_witness(&t, &c);
	acts(15);
	c = journal_check(&t);
	journal_witness(&t, &c);
	check(c.faux == 0 && c.lignes == 20);
	first = db_int(&t, SQL("SELECT id FROM journal ORDER BY id LIMIT 9, 1"));
	db_exec(&t,
		SQL("UPDATE journal_tete SET depart = (SELECT empreinte FROM journal"
		    " WHERE id = ?)"),
		I(first));
	db_exec(&t, SQL("DELETE FROM journal WHERE id <= ?"), I(first));
	journal(&t, "journal.conservation", 0, NULL, at("{\"jusqu_a\":%" PRId64 "}", first));
	c = journal_check(&t);
	check(c.faux == -1 && c.temoin != NULL);
	witness(false);
	check(journal_verify(&t) == 0); /* by itself it holds: the seals are those of anybody */
}

static void
put_file(const char *text)
{
	FILE *f = fopen(at("%s/journal-%s.txt", t_folder(), conf.db_name), "a");

	fputs(text, f);
	fclose(f);
}

/* What a full disk has cut is no head, and takes none of those after it along. */
TEST(journal_chaine_takes_a_line_that_was_cut_for_no_head)
{
	struct chaine c;

	witness(true);
	acts(5);
	put_file("2026-11-30T10:00:00Z id=3 seal=abcd");
	check(journal_check(&t).faux == 0);
	c = journal_check(&t);
	journal_witness(&t, &c);
	acts(5);
	db_exec(&t, SQL("DELETE FROM journal ORDER BY id DESC LIMIT 8"));
	db_exec(&t,
		SQL("UPDATE journal_tete SET empreinte ="
		    " (SELECT empreinte FROM journal ORDER BY id DESC LIMIT 1)"));
	c = journal_check(&t);
	check(c.faux == -1 && c.temoin != NULL);
	witness(false);
}

static int
lines_kept(void)
{
	const char *text = conf_file_text(at("%s/journal-%s.txt", t_folder(), conf.db_name));
	int n = text != NULL && *text != '\0';

	for (; text != NULL && *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

TEST(journal_chaine_keeps_its_head_each_hour)
{
	const struct timespec before[2] = { { time(NULL) - 3700, 0 }, { time(NULL) - 3700, 0 } };
	const char *path;

	witness(true);
	path = at("%s/journal-%s.txt", t_folder(), conf.db_name);
	acts(3);
	journal_witness_hourly(&t);
	check(lines_kept() == 1);
	acts(3);
	journal_witness_hourly(&t);
	check(lines_kept() == 1);
	check(utimensat(AT_FDCWD, path, before, 0) == 0);
	journal_witness_hourly(&t);
	check(lines_kept() == 2);
	check(journal_check(&t).temoin == NULL);
	db_exec(&t, SQL("DELETE FROM journal ORDER BY id DESC LIMIT 2"));
	db_exec(&t,
		SQL("UPDATE journal_tete SET empreinte ="
		    " (SELECT empreinte FROM journal ORDER BY id DESC LIMIT 1)"));
	check(journal_check(&t).temoin != NULL);
	witness(false);
}

TEST(journal_chaine_goes_on_where_a_rule_removed_the_beginning)
{
	struct chaine c;

	witness(true);
	db_exec(&t, SQL("DELETE FROM journal"));
	db_exec(&t, SQL("UPDATE journal_tete SET empreinte = REPEAT('0', 64)"));
	t_clock("2020-01-10 10:00:00");
	acts(10);
	c = journal_check(&t);
	journal_witness(&t, &c);
	t_clock("2020-06-10 10:00:00");
	acts(10);
	c = journal_check(&t);
	journal_witness(&t, &c);
	check(c.faux == 0);
	t_clock("2020-08-10 10:00:00");
	check(journal_keep(&t, 36, false) == 0);
	check(journal_keep(&t, 1, true) == 10);
	check(journal_check(&t).lignes == 20);
	check(journal_keep(&t, 1, false) == 10);
	c = journal_check(&t);
	check(c.faux == 0 && c.lignes == 11);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'journal.conservation'")) ==
		1);
	db_exec(&t, SQL("DELETE FROM journal ORDER BY id LIMIT 3"));
	db_exec(&t, SQL("UPDATE journal_tete SET depart = SHA2('faux', 256)"));
	check(journal_verify(&t) != 0);
	witness(false);
}

static int64_t
mails(const char *genre, const char *address)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = ? AND adresse = ?"),
		S(genre), S(address));
}

TEST(journal_chaine_is_told_to_who_is_in_charge_of_data)
{
	int64_t who = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	int64_t second;

	t_account(who, "admin");
	acts(5);
	reglage_set(&t, "dpo.adresse", "dpo@exemple.org");
	check(journal_nuit(&t).faux == 0);
	check(mails("journal_tete", "dpo@exemple.org") == 1);
	check(mails("journal_tete", "adm@exemple.org") == 1);
	second = db_int(&t, SQL("SELECT MIN(id) FROM journal WHERE acte = 'essai.un'"));
	db_exec(&t, SQL("UPDATE journal SET acteur_id = 99 WHERE id = ?"), I(second));
	reglage_set(&t, "dpo.adresse", "adm@exemple.org");
	check(journal_nuit(&t).faux == second);
	check(mails("journal_alarme", "adm@exemple.org") == 1);
	check(mails("journal_alarme", "dpo@exemple.org") == 0);
}

TEST(journal_chaine_each_night_is_told_once)
{
	int64_t who = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	int64_t second;

	t_account(who, "admin");
	acts(5);
	check(journal_nuit(&t).faux == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'journal_tete'")) == 1);
	check(journal_nuit(&t).faux == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'journal_tete'")) == 1);
	second = db_int(&t, SQL("SELECT MIN(id) FROM journal WHERE acte = 'essai.un'"));
	db_exec(&t, SQL("UPDATE journal SET acteur_id = 99 WHERE id = ?"), I(second));
	check(journal_nuit(&t).faux == second);
	check(journal_nuit(&t).faux == second);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'journal_alarme'")) == 1);
	check(db_int(&t,
		      SQL("SELECT JSON_VALUE(valeur, '$.faux') FROM reglage"
			  " WHERE cle = 'journal_verifie'")) == second);
}
