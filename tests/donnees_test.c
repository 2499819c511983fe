/* donnees_test.c - what a person is given of herself: every column of every table that names her,
 * whole or refused aloud
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <zip.h>

#include "canarine.h"
#include "domain/objets/fichier.h"
#include "domain/vie/donnees.h"
#include "net/store.h"
#include "web/donnees_archive.h"

static bool
holds(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *s = list; (s = strstr(s, word)) != NULL; s += n)
		if ((s == list || strchr(" ,", s[-1]) != NULL) &&
			(s[n] == '\0' || strchr(" ,", s[n]) != NULL))
			return true;
	return false;
}

static bool
listed(const char *table, const char *column)
{
	for (const struct donnees_ligne *l = donnees_lignes; l->table != NULL; l++)
		if (strcmp(l->table, table) == 0 && holds(l->colonnes, column))
			return true;
	return false;
}

/* The columns of text of the tables that name a person by a key. */
static struct rows *
columns(void)
{
	return db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b ON b.TABLE_SCHEMA = c.TABLE_SCHEMA"
		    " AND b.TABLE_NAME = c.TABLE_NAME AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.CHARACTER_MAXIMUM_LENGTH IS NOT NULL"
		    " AND EXISTS (SELECT 1 FROM information_schema.COLUMNS p"
		    " LEFT JOIN information_schema.KEY_COLUMN_USAGE k"
		    " ON k.TABLE_SCHEMA = p.TABLE_SCHEMA AND k.TABLE_NAME = p.TABLE_NAME"
		    " AND k.COLUMN_NAME = p.COLUMN_NAME AND k.REFERENCED_TABLE_NAME = 'contact'"
		    " WHERE p.TABLE_SCHEMA = c.TABLE_SCHEMA AND p.TABLE_NAME = c.TABLE_NAME"
		    " AND p.DATA_TYPE = 'bigint' AND (p.COLUMN_NAME IN ('contact_id', 'auteur_id',"
		    " 'cree_par', 'demandeur_id') OR k.COLUMN_NAME IS NOT NULL)) ORDER BY 1, 2"));
}

TEST(donnees_give_every_column_of_text_or_say_why_not)
{
	struct rows *rows = columns();

	while (db_next(rows, &t.mem))
		if (!listed(db_text(rows, 0), db_text(rows, 1))) {
			printf("  lib/domain/vie/donnees.def says nothing of %s.%s\n",
				db_text(rows, 0), db_text(rows, 1));
			check(false);
		}
}

/* One file of an archive, as text. */
static const char *
inside(int fd, const char *name)
{
	zip_t *zip;
	zip_file_t *f;
	zip_stat_t st;
	char *text;
	int copy = dup(fd);

	lseek(copy, 0, SEEK_SET);
	zip = zip_fdopen(copy, 0, NULL);
	if (zip == NULL || zip_stat(zip, name, 0, &st) != 0)
		return NULL;
	text = arena_alloc(&t.mem, st.size + 1);
	f = zip_fopen(zip, name, 0);
	check(zip_fread(f, text, st.size) == (zip_int64_t) st.size);
	text[st.size] = '\0';
	zip_fclose(f);
	zip_close(zip);
	return text;
}

/* A canary of WHO's in each column of text that the list gives, of one row of each table. */
static int
plant(int64_t who, const char *word)
{
	struct rows *rows = columns();
	int n = 0;

	db_script("SET foreign_key_checks = 0, sql_mode = ''");
	while (db_next(rows, &t.mem)) {
		const char *table = arena_strdup(&t.mem, db_text(rows, 0));
		const char *column = arena_strdup(&t.mem, db_text(rows, 1));

		if (db_int(&t,
			    SQL("SELECT CHARACTER_MAXIMUM_LENGTH FROM information_schema.COLUMNS"
				" WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?"
				" AND COLUMN_NAME = ?"),
			    S(table), S(column)) < 24 ||
			strcmp(table, "contact") == 0 ||
			db_int(&t,
				SQL("SELECT COUNT(*) FROM information_schema.COLUMNS"
				    " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?"
				    " AND COLUMN_NAME = 'contact_id'"),
				S(table)) == 0)
			continue;
		db_exec(&t,
			db_composed(&t,
				at("UPDATE IGNORE `%s` SET `%s` = CONCAT('%s_', ?) WHERE contact_id"
				   " = ? LIMIT 1",
					table, column, word)),
			S(at("%s_%s", table, column)), I(who));
		n++;
	}
	db_script("SET foreign_key_checks = 1, sql_mode = DEFAULT");
	return n;
}

/* Is that column given, and not withheld by a line of its own? */
static bool
given(const char *table, const char *column)
{
	bool yes = false;

	for (const struct donnees_ligne *l = donnees_lignes; l->table != NULL; l++)
		yes |= l->donne && strcmp(l->table, table) == 0 && holds(l->colonnes, column);
	return yes;
}

TEST(donnees_archive_holds_each_canary_of_hers_and_none_of_another)
{
	const char *json, *why;
	struct rows *rows;
	int fd = -1;

	a_canary();
	canarine_plant();
	check(plant(her, "serin") > 20);
	plant(benl, "merle");
	t.user.id = her;
	why = donnees_archive(&t, her, false, &fd);
	check(why == NULL && fd >= 0);
	json = inside(fd, "donnees.json");
	check(json != NULL && strstr(json, "merle_") == NULL);
	for (rows = columns(); db_next(rows, &t.mem);) {
		const char *word = at("serin_%s_%s", db_text(rows, 0), db_text(rows, 1));
		bool there = db_int(&t,
				     SQL("SELECT COUNT(*) FROM information_schema.COLUMNS"
					 " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?"
					 " AND COLUMN_NAME = 'contact_id'"),
				     S(db_text(rows, 0))) != 0 &&
			db_int(&t,
				db_composed(&t,
					at("SELECT COUNT(*) FROM `%s` WHERE CONVERT(`%s` USING"
					   " utf8mb4) = ?",
						db_text(rows, 0), db_text(rows, 1))),
				S(word)) > 0;

		if (there && given(db_text(rows, 0), db_text(rows, 1)))
			t_check(strstr(json, word) != NULL, __FILE__, __LINE__, word);
	}
	check(strstr(inside(fd, "donnees.html"), "serin_") != NULL);
}

TEST(donnees_archive_is_whole_however_long)
{
	const char *json;
	int fd = -1;

	talkers();
	db_exec(&t,
		SQL("INSERT INTO courriel (contact_id, adresse, genre, sujet, texte, html, cree_le,"
		    " du_le) SELECT ?, 'a@exemple.org', 'essai', CONCAT('sujet-', seq, '.'), '',"
		    " '', UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM seq_1_to_10001"),
		I(benp));
	as(benp);
	check(donnees_archive(&t, benp, false, &fd) == NULL);
	json = inside(fd, "donnees.json");
	check(strstr(json, "sujet-1.") != NULL && strstr(json, "sujet-10001.") != NULL);
}

/* A file that is not in the store: no archive, and she reads why. */
TEST(donnees_archive_fails_aloud)
{
	const char *hash;
	int fd = -1;

	talkers();
	t_store();
	t.user.id = benp;
	fichier_store_bytes(&t, "été.txt", "Bonjour", 7, paris);
	db_exec(&t, SQL("UPDATE fichier SET cree_par = ?"), I(benp));
	check(donnees_archive(&t, benp, false, &fd) == NULL);
	check_text(inside(fd,
			   at("fichiers/%" PRId64 "-été.txt",
				   db_int(&t, SQL("SELECT MAX(id) FROM fichier")))),
		"Bonjour");
	as(benp);
	check(post("/compte/donnees/archive", "") == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM requete WHERE contact_id = ? AND genre = 'acces'"
			  " AND rendue_le = recue_le"),
		      I(benp)) == 1);
	hash = db_string(&t, SQL("SELECT empreinte FROM fichier LIMIT 1"));
	unlink(store_path(&t.mem, hash));
	check(post("/compte/donnees/archive", "") == 500);
	check_says("n’a pas pu être faite entière");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'compte.archive_echec'")) ==
		1);
}
