/* sauvegarde_test.c - which dumps stay, which are told; dumps themselves: tests/faults */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/sauvegarde/veille.h"
#include "net/store.h"
#include "t.h"

static char *
folder_of(const char *const *names)
{
	char *folder = arena_strdup(&t.mem, "/tmp/essaim-garde-XXXXXX");

	check(mkdtemp(folder) != NULL);
	for (; *names != NULL; names++)
		check(mkdir(arena_printf(&t.mem, "%s/%s", folder, *names), 0700) == 0);
	return folder;
}

static bool
has(const char *folder, const char *name)
{
	return access(arena_printf(&t.mem, "%s/%s", folder, name), F_OK) == 0;
}

TEST(sauvegarde_keeps_nights_weeks_and_months)
{
	/* 2026-11-30 is a Monday */
	static const char *const names[] = { "essaim-2026-09-12T011000Z",
		"essaim-2026-09-30T011000Z", "essaim-2026-11-14T011000Z",
		"essaim-2026-11-15T011000Z", "essaim-2026-11-21T011000Z",
		"essaim-2026-11-22T011000Z", "essaim-2026-11-28T011000Z",
		"essaim-2026-11-29T011000Z", "essaim-2026-11-30T011000Z",
		"essaim-2026-12-01T011000Z", ".essaim-2026-11-30T0.ab", "autre", NULL };
	char *folder = folder_of(names);

	conf.dump_nights = 2;
	conf.dump_weeks = 3;
	dump_keep(&t, folder);
	check(has(folder, names[9]) && has(folder, names[8]));  /* the nights; the month, too */
	check(has(folder, names[7]) && !has(folder, names[6])); /* Sunday ends a week */
	check(has(folder, names[5]) && !has(folder, names[4]));
	check(!has(folder, names[3])); /* a fourth week */
	check(has(folder, names[1]) && !has(folder, names[0]));
	check(!has(folder, names[10]) && has(folder, names[11]));
	check(strcmp(dump_last(&t, folder), names[9]) == 0);
	dossier_drop(folder);
	check(!has(folder, ""));
}

static int64_t
mails(const char *genre, const char *words)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM courriel WHERE genre = ?"
		    " AND CONCAT(sujet, ' ', texte) LIKE CONCAT('%', ?, '%')"),
		S(genre), S(words));
}

static void
an_administrator(void)
{
	t_account(t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie"), "admin");
	db_exec(&t, SQL("DELETE FROM sauvegarde"));
	db_exec(&t, SQL("DELETE FROM sauvegarde_essai"));
	db_exec(&t, SQL("DELETE FROM reglage WHERE cle LIKE 'alarme_sauvegarde%'"));
}

static void
a_dump(int64_t hours_ago, int64_t rows)
{
	db_exec(&t,
		SQL("INSERT INTO sauvegarde (nom, faite_le, duree_ms, lignes)"
		    " VALUES ('x', UTC_TIMESTAMP() - INTERVAL ? HOUR, 1, ?)"),
		I(hours_ago), I(rows));
}

TEST(sauvegarde_whose_copy_does_not_arrive_is_told_once)
{
	an_administrator();
	veille_copie(&t, "essaim-x", "ssh: Connection refused");
	veille_copie(&t, "essaim-y", "ssh: Connection refused");
	check(mails("sauvegarde_souci", "Connection refused") == 1);
	veille_copie(&t, "essaim-z", NULL);
	check(mails("sauvegarde_retour", "essaim-z") == 1);
	veille_essai(&t, "essaim-z", "there is no MANIFEST");
	check(mails("sauvegarde_souci", "no MANIFEST") == 1);
}

TEST(sauvegarde_with_far_fewer_rows_is_told_and_the_next_one_is_green)
{
	struct bilan b = { .rows = 79 };

	an_administrator();
	check(dump_alarm(&t, &b) == NULL); /* the first one */
	a_dump(24, 100);
	check(dump_alarm(&t, &b) != NULL);
	b.rows = 80;
	check(dump_alarm(&t, &b) == NULL);
	a_dump(1, 0); /* rightly empty: told when it came */
	b.rows = 0;
	check(dump_alarm(&t, &b) == NULL);
}

TEST(sauvegarde_that_lacks_files_is_told_once)
{
	struct bilan b = { .nom = "x", .rows = 100, .missing = 2 };

	an_administrator();
	a_dump(24, 100);
	check(dump_alarm(&t, &b) != NULL && strstr(dump_alarm(&t, &b), ": 2 (0") != NULL);
	dump_note(&t, &b, 1, NULL);
	check(dump_alarm(&t, &b) == NULL);
	b.missing = 3;
	check(dump_alarm(&t, &b) != NULL);
}

static void
erased(int64_t id, int64_t number)
{
	db_exec(&t,
		SQL("INSERT INTO effacement_fait (numero, id, cree_le, efface_le)"
		    " VALUES (?, ?, '2026-01-02 03:04:05', '2026-11-30 10:00:00')"),
		I(number), I(id));
}

static const char *
noted(const char *folder)
{
	const char *text = conf_file_text(arena_printf(&t.mem, "%s/effacements", folder));

	return text != NULL ? text : "";
}

static bool
says(const char *folder, int64_t id)
{
	return strstr(noted(folder),
		       arena_printf(&t.mem, "\t%d\t2026-01-02 03:04:05\t2026-11-30 10:00:00",
			       (int) id)) != NULL;
}

/* Another folder is told of first, a number is confirmed late, the file was cut by a full disk, or
 * is another one: each erasure is in the file beside the dumps. */
TEST(sauvegarde_has_every_erasure_beside_it)
{
	char *folder = folder_of((const char *const[]) { NULL }),
	     *other = folder_of((const char *const[]) { NULL });
	const char *path = arena_printf(&t.mem, "%s/effacements", folder);

	db_exec(&t, SQL("DELETE FROM effacement_fait"));
	conf.dump_folder = folder;
	erased(71, 1001);
	effacements_write(&t, folder);
	check(says(folder, 71));
	erased(73, 1003);
	effacements_write(&t, other);
	check(says(other, 71) && says(other, 73) && !says(folder, 73));
	effacements_write(&t, folder);
	check(says(folder, 73));
	erased(72, 1002); /* began earlier, ended later */
	effacements_write(&t, folder);
	check(says(folder, 72));
	check(truncate(path, (off_t) strlen(noted(folder)) - 5) == 0);
	erased(74, 1004);
	effacements_write(&t, folder);
	check(strstr(noted(folder), "\n1004\t74\t") != NULL);
	check(truncate(path, 0) == 0);
	effacements_write(&t, folder);
	check(says(folder, 71) && says(folder, 72) && says(folder, 73) && says(folder, 74));
	conf.dump_folder = NULL;
	dossier_drop(folder);
	dossier_drop(other);
}

static void
put_into(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	fputs(text, f);
	fclose(f);
}

/* What a content is called says what it is. */
TEST(sauvegarde_says_what_a_content_is_and_not_what_it_should_be)
{
	const char *hash = sha256_hex(&t.mem, "Bonjour", 7),
		   *path = arena_printf(&t.mem, "%s/dump-faux", t_folder()), *sum;
	struct dossier d;

	t_store();
	mkdir(arena_printf(&t.mem, "%s/%.2s", conf.store_url + 7, hash), 0700);
	put_into(arena_printf(&t.mem, "%s/%s", conf.store_url + 7, store_place(&t.mem, hash)),
		"Bonsoir");
	dossier_open(&d, &t.mem, path);
	sum = dossier_content(&d, "fichiers/un", hash);
	check(sum != NULL && strcmp(sum, sha256_hex(&t.mem, "Bonsoir", 7)) == 0);
	check(dossier_content(&d, "fichiers/deux", sha256_hex(&t.mem, "x", 1)) == NULL);
	dossier_drop(path);
}
