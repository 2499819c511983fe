/* aide_test.c - the guides: of the screen one comes from, and for whom they are */

#include <dirent.h>
#include <inttypes.h>
#include <string.h>

#include "base/conf.h"
#include "people.h"
#include "web/route.h"

/* Volunteers, staff and an administrator. */
static void
readers(void)
{
	people();
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
}

/* The help of an area of the menu leads to a guide that opens. */
static void
help_opens(const char *area)
{
	check(get(at("/aide?de=%s", area_url(&t, area))) == 303);
	check(get(arena_strdup(&t.mem, t_reply->location)) == 200);
}

TEST(aide_leads_from_each_area_to_a_guide_that_its_reader_may_read)
{
	const int64_t *who[] = { &benp, &sal, &adm };
	const enum access level[] = { MEMBER, STAFF, ADMIN };

	readers();
	for (size_t i = 0; i < sizeof who / sizeof *who; i++) {
		as(*who[i]);
		for (const struct entry *e = menu; e->name != NULL; e++)
			if (e->place != NONE && e->who <= level[i] && strcmp(e->name, "aide") != 0)
				help_opens(e->name);
	}
	check(get("/aide?de=/admin/journal/12") == 303);
	check_text(t_reply->location, "/aide/journal");
	check(get("/aide?de=/admin/groupes") == 303);
	check_text(t_reply->location, "/aide/administration");
	check(get("/agenda") == 200);
	check_says("\"/aide?de=%2Fagenda\">Aide<");
	check(get("/admin/journal") == 200);
	check_says("\"/aide?de=%2Fadmin%2Fjournal\">Aide<");
}

TEST(aide_shows_nobody_the_guide_of_another_role)
{
	readers();
	as(benp);
	check(get("/aide") == 200);
	check_says("/aide/agenda");
	check_hides("/aide/journal");
	check(get("/aide/journal") == 404);
	check(get("/aide/exploitation") == 404);
	check(get("/aide?de=/admin/journal") == 200);
	as(adm);
	check(get("/aide/journal") == 200);
	check(get("/aide") == 200);
	check_says("/aide/protection");
	t_nobody();
	check(get("/aide") == 200);
	check_hides("/aide/agenda");
	check(get("/aide/agenda") == 404);
}

TEST(aide_of_a_group_is_for_what_its_reader_does_there)
{
	people();
	as(benp);
	check(get(at("/aide?de=/groupes/%" PRId64 "/membres", paris)) == 303);
	check_text(t_reply->location, "/aide/groupes-fil");
	check(get("/aide/coordination") == 404 && get("/aide/imports") == 404);
	as(coop);
	check(get(at("/aide?de=/groupes/%" PRId64 "/membres/3", paris)) == 303);
	check_text(t_reply->location, "/aide/coordination");
	check(get(at("/aide?de=/groupes/%" PRId64, paris)) == 303);
	check_text(t_reply->location, "/aide/groupes-fil");
	check(get("/aide/imports") == 200);
}

TEST(aide_leads_to_each_part_of_a_long_guide)
{
	t_nobody();
	check(get("/aide/benevole") == 200);
	check_says("<h2 id=\"trouver-une-personne\">Trouver une personne</h2>");
	check_says("<a href=\"#trouver-une-personne\">Trouver une personne</a>");
}

TEST(aide_leaves_no_guide_out_and_each_is_dated)
{
	DIR *d = opendir(conf_data("doc"));

	check(d != NULL);
	readers();
	as(adm);
	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;) {
		size_t n = strlen(e->d_name);

		if (n < 4 || strcmp(e->d_name + n - 3, ".md") != 0)
			continue;
		check(get(at("/aide/%.*s", (int) n - 3, e->d_name)) == 200);
		if (strcmp(e->d_name, "nouveautes.md") != 0) /* each of its parts has a day */
			check_says("<em>Version ");
		check_hides("<p>|"); /* a table as it is written */
	}
	if (d != NULL)
		closedir(d);
}

TEST(aide_tells_what_is_new)
{
	t_nobody();
	check(get("/aide") == 200);
	check_says("href=\"/aide/nouveautes\">Nouveautés</a>, la dernière du ");
	check(strstr(t_reply->body, "la dernière du .") == NULL);
	check(get("/aide/nouveautes") == 200);
	check_says("<h1>Nouveautés</h1>");
	check_says("Signaler un problème</strong>");
}

TEST(nouveautes_are_told_once_to_who_came_before_them)
{
	people();
	t_account(benp, "");
	as(benp);
	db_exec(&t, SQL("UPDATE compte SET cree_le = '2999-01-01' WHERE contact_id = ?"), I(benp));
	check(get("/") == 200);
	check_hides("Lire les nouveautés"); /* whoever came after them finds nothing new */
	db_exec(&t, SQL("UPDATE compte SET cree_le = '2020-01-01' WHERE contact_id = ?"), I(benp));
	check(get("/") == 200);
	check_says("Lire les nouveautés");
	check(post("/aide/nouveautes", "lire=1") == 303);
	check_text(t_reply->location, "/aide/nouveautes");
	check(get("/") == 200);
	check_hides("Lire les nouveautés");
	db_exec(&t, SQL("UPDATE compte SET nouveautes_le = '2020-01-02' WHERE contact_id = ?"),
		I(benp));
	check(get("/") == 200);
	check_says("Lire les nouveautés"); /* of after those that she read */
	check(post("/aide/nouveautes", "") == 303);
	check_text(t_reply->location, "/");
	check(get("/") == 200);
	check_hides("Lire les nouveautés");
}
