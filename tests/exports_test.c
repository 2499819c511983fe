/* exports_test.c - tables that administrators take along from the screen */

#include <inttypes.h>

#include "people.h"
#include "plants.h"
#include "web/export_types.h"

/* The count that the page shows is that of the file; what is between people is in none. */
TEST(exports_of_the_screen_hold_what_it_counts)
{
	int64_t boss;

	people();
	boss = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(boss, "admin");
	for (const struct genre *const *g = genres; *g != NULL; g++)
		plant(*g, coop, paris, "perroquet");
	as(coop);
	check(get("/admin/exports") == 403 && get("/admin/exports/heures.csv") == 403);
	for (const struct export_type *e = export_types_autres; e->nom != NULL; e++) {
		int64_t n = 0;
		struct rows *rows;

		t.user.id = boss;
		rows = e->rows(&t, false);
		for (unsigned i = 0; i < db_columns(rows); i++)
			t_check(export_label(db_column(rows, i)) != NULL, __FILE__, __LINE__,
				db_column(rows, i));
		while (db_next(rows, &t.mem))
			n++;
		t_check(n == e->count(&t, false), __FILE__, __LINE__, e->nom);
		t_check(n <= e->count(&t, true), __FILE__, __LINE__, e->nom);
		as(boss);
		check(get(at("/admin/exports/%s.csv", e->nom)) == (e->intime ? 404 : 200));
	}
	check(get("/admin/exports") == 200);
	check_says("Publications des groupes");
	check_hides("Notes d’accompagnement");
	check(get("/admin/exports/rien.csv") == 404);
}
