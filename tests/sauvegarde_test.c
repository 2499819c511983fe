/* sauvegarde_test.c - which dumps stay, which are told; dumps themselves: tests/faults */

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "domain/sauvegarde/veille.h"
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
