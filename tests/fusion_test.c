/* fusion_test.c - two people become one: whatever named the first names the second */

#include <inttypes.h>

#include "domain/vie/cycle.h"
#include "people.h"

/* What goes on naming who was merged, by intent: her own record, which contact_merge() moves; what
 * is written of the CRM's records; what says who did something once, and leads to her still. */
static const char *const stays[] = { "membre", "objet", "champ_valeur", "contact_mot",
	"contact_public", "lot", "lot_membre", "sync_coupe", "sync_sortie", "import_changement",
	"import_ligne", "etiquette.cree_par", "invitation.par_id", "publication.supprime_par",
	"commentaire.supprime_par", "signalement.traite_par", NULL };

static bool
exempt(const char *table, const char *column)
{
	const char *name = at("%s.%s", table, column);

	for (int i = 0; stays[i] != NULL; i++)
		if (strcmp(stays[i], table) == 0 || strcmp(stays[i], name) == 0)
			return true;
	return false;
}

/* Columns that name a person: by a key, or by how they are called. */
static struct rows *
columns(void)
{
	return db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b ON b.TABLE_SCHEMA = c.TABLE_SCHEMA"
		    " AND b.TABLE_NAME = c.TABLE_NAME AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.DATA_TYPE = 'bigint'"
		    " AND c.EXTRA NOT LIKE '%auto_increment%'"
		    " AND (c.COLUMN_NAME = 'contact_id' OR c.COLUMN_NAME REGEXP '(^|_)par(_id)?$'"
		    " OR EXISTS (SELECT 1 FROM information_schema.KEY_COLUMN_USAGE k"
		    " WHERE k.TABLE_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME"
		    " AND k.COLUMN_NAME = c.COLUMN_NAME AND k.REFERENCED_TABLE_NAME = 'contact'))"
		    " ORDER BY 1, 2"));
}

static int64_t
naming(const char *table, const char *column, int64_t who)
{
	return db_int(&t,
		db_composed(&t, at("SELECT COUNT(*) FROM `%s` WHERE `%s` = ?", table, column)),
		I(who));
}

/* One row of each table names her in each of these columns. */
static void
name_everywhere(int64_t who)
{
	struct rows *c;

	db_script("SET foreign_key_checks = 0, sql_mode = ''");
	for (c = columns(); db_next(c, &t.mem);) {
		const char *table = arena_strdup(&t.mem, db_text(c, 0)),
			   *column = arena_strdup(&t.mem, db_text(c, 1));

		if (exempt(table, column))
			continue;
		db_exec(&t, db_composed(&t, at("DELETE FROM `%s` WHERE `%s` = ?", table, column)),
			I(who));
		if (db_exec(&t,
			    db_composed(&t, at("UPDATE IGNORE `%s` SET `%s` = ?", table, column)),
			    I(who)) == 0)
			db_exec(&t,
				db_composed(&t, at("INSERT INTO `%s` SET `%s` = ?", table, column)),
				I(who));
	}
	db_script("SET foreign_key_checks = 1, sql_mode = 'TRADITIONAL'");
}

TEST(fusion_carries_every_column_that_names_a_person)
{
	struct rows *c;
	int64_t into;

	people();
	into = t_person("Élodie", "Moreau", "elodie2@exemple.org", "confirme", "benevole");
	name_everywhere(benp);
	cycle_merge(&t, benp, into);
	for (c = columns(); db_next(c, &t.mem);) {
		const char *table = arena_strdup(&t.mem, db_text(c, 0)),
			   *column = arena_strdup(&t.mem, db_text(c, 1));

		if (!exempt(table, column))
			t_check(naming(table, column, benp) == 0, __FILE__, __LINE__,
				at("%s.%s names who was merged", table, column));
	}
}
