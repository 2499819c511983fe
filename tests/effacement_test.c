/* effacement_test.c - an erased person is nowhere: every column of the schema is looked through
 *
 * Her words are planted by the product's own writes where there is one, and straight into each
 * other column of effacement.def; then she is erased in each way.
 */

#include <inttypes.h>

#include "canarine.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/socle/journal.h"
#include "domain/vie/cycle.h"

/* Rows of hers in tables where none may stay: those that count her, without her name, may. */
static void
no_row(void)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b"
		    " ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME"
		    " AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND (c.COLUMN_NAME = 'contact_id'"
		    " OR (c.TABLE_NAME = 'objet_etiquette' AND c.COLUMN_NAME = 'objet_id'))"
		    " AND c.TABLE_NAME NOT IN ('membre', 'conversation_participant',"
		    " 'heures', 'inscription', 'creneau_place') ORDER BY 1"));

	while (db_next(rows, &t.mem)) {
		const char *what =
			arena_printf(&t.mem, "%s.%s", db_text(rows, 0), db_text(rows, 1));

		t_check(db_int(&t,
				db_composed(&t,
					arena_printf(&t.mem,
						"SELECT COUNT(*) FROM `%s` WHERE `%s` = %" PRId64,
						db_text(rows, 0), db_text(rows, 1), her))) == 0,
			__FILE__, __LINE__, what);
	}
}

/* What her record still says, but that she left. */
static void
no_value(void)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT COLUMN_NAME FROM information_schema.COLUMNS"
		    " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'contact'"
		    " AND COLUMN_NAME NOT IN ('id', 'retire_le', 'departement', 'crm_cree_le',"
		    " 'crm_modifie_le')"));

	while (db_next(rows, &t.mem))
		t_check(db_int(&t,
				db_composed(&t,
					arena_printf(&t.mem,
						"SELECT COUNT(*) FROM contact WHERE id = %" PRId64
						" AND COALESCE(CONVERT(`%s`"
						" USING utf8mb4), '') NOT IN ('', '0')",
						her, db_text(rows, 0)))) == 0,
			__FILE__, __LINE__, arena_strdup(&t.mem, db_text(rows, 0)));
}

static void
gone(void)
{
	no_row();
	no_value();
	check(scan(true) == 0);
	check(journal_verify(&t) == 0);
}

/* ---- the ways ---- */

TEST(effacement_leaves_no_word_of_her)
{
	a_canary();
	canarine_plant();
	cycle_forget(&t, her);
	gone();
}

TEST(effacement_forgets_the_records_merged_into_hers_and_the_groups_she_left)
{
	int64_t before, long_before;

	a_canary();
	left_lille();
	before = t_person(
		"Canarine", "Canarivieux", "canari.vieux@exemple.org", "confirme", "benevole");
	long_before =
		t_person("Canarelle", "Canariante", "canari.ante@exemple.org", "", "benevole");
	t_member(lille, before, "membre");
	t_settle(before);
	t_settle(long_before);
	canarine_plant();
	as(benp);
	check(post(at("/fil/%" PRId64 "/commentaires", post_of_benp),
		      "texte=Canarine+Canarivieux+et+canari.ante%40exemple.org") == 303);
	t.user.id = 0;
	cycle_merge(&t, long_before, before);
	db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(before),
		I(long_before));
	cycle_merge(&t, before, her);
	db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(her), I(before));
	cycle_forget(&t, her);
	gone();
}

/* No webhook came: she asked here, and a sync finds her no more. */
TEST(effacement_that_was_asked_follows_her_absence_from_the_crm)
{
	struct acte a;

	a_canary();
	left_lille();
	canarine_plant();
	acces_lot_clear(&t);
	check(contact_retire(&t, her, &a));
	contact_settle_lot(&t);
	t.user.id = 0;
	journal_many(&t, &a, 1);
	check_text(a.acte, "contact.efface");
	gone();
}

TEST(effacement_of_a_merged_record_leaves_the_survivor)
{
	a_canary();
	cycle_merge(&t, her, benl);
	db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(benl), I(her));
	cycle_forget(&t, her);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE id = ? AND prenom = 'Berthe'"),
		      I(benl)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE prenom = 'Canarine'")) == 0);
}

/* A segment by her name finds nobody, as before; one that finds others by the same letters
 * stays. */
TEST(effacement_puts_away_conditions_that_find_her_alone)
{
	a_canary();
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=nom&p1=0&o1=commence&v1=Canarib&faire=garder&nom=A"
		      "&partage=prive") == 303);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=email&p1=0&o1=contient&v1=exemple.org&faire=garder&nom=B"
		      "&partage=prive") == 303);
	cycle_forget(&t, her);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM segment WHERE conditions LIKE '%canarib%'")) ==
		0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM segment WHERE conditions LIKE '%exemple.org%'")) ==
		1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE CONCAT_WS(' ', avant,"
			  " apres) LIKE '%canarib%'")) == 0);
	check(journal_verify(&t) == 0);
}

/* What would be twice the same once she is not named in it is not left as it was. */
TEST(effacement_leaves_nothing_for_the_sake_of_a_unique_key)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, v"
		    " FROM champ JOIN"
		    " (SELECT 'Canarine Canaribus' AS v UNION ALL SELECT 'CANARINE CANARIBUS'"
		    " UNION ALL SELECT 'Canaribus Canarine') x"
		    " WHERE cle = 'bio'"),
		I(benp));
	db_exec(&t,
		SQL("INSERT INTO import_colonne VALUES (?, 'De Canarine Canaribus', 'bio'), (?,"
		    " 'De Canaribus Canarine', 'bio')"),
		I(adm), I(adm));
	her = t_person("Canarine", "Canaribus", MAIL, "confirme", "benevole");
	cycle_forget(&t, her);
	check(scan(true) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur WHERE valeur LIKE '%effac%'")) ==
		3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_colonne WHERE entete LIKE '%effac%'")) ==
		2);
}
