/* delegation_test.c - one part of the administration given to one person: what she finds open */

#include <string.h>

#include "t.h"

static int64_t sal, eve;

static void
people(void)
{
	sal = t_person("Salomé", "Siège", "sal@exemple.org", "", "salarie");
	eve = t_person("Ève", "Siège", "eve@exemple.org", "", "salarie");
}

/* Give that domain, everywhere, to that person alone. */
static void
give(int64_t to, const char *domaine)
{
	int64_t profil;

	db_exec(&t, SQL("INSERT IGNORE INTO public (genre, cle) VALUES ('personne', ?)"), I(to));
	profil = db_insert(&t,
		SQL("INSERT INTO profil (public_id, titre, genre, ordre)"
		    " SELECT id, 'Déléguée', 'personne', 200 FROM public"
		    " WHERE genre = 'personne' AND cle = ?"),
		I(to));
	db_exec(&t, SQL("INSERT INTO profil_droit (profil_id, domaine, niveau) VALUES (?, ?, 2)"),
		I(profil), S(domaine));
	t_settle(to);
}

/* Nobody but who has its domain may send what that address takes; whether it is there or not. */
static bool
sends(const struct route *r)
{
	char *path = arena_printf(&t.mem, "/admin/%s", r->path), *id;

	while ((id = strchr(path, ':')) != NULL)
		path = arena_printf(
			&t.mem, "%.*s1%s", (int) (id - path), path, id + strcspn(id, "/"));
	return post(path, "") != 403;
}

/* The area of the administration. */
static const struct area *
administration(void)
{
	const struct area *const *a = areas;

	while (strcmp((*a)->name, "admin") != 0)
		a++;
	return *a;
}

TEST(delegation_opens_the_guide_of_that_part_alone)
{
	people();
	give(eve, "journal");
	as(eve);
	check(get("/aide/journal") == 200);
	check(get("/aide?de=/admin/journal") == 303);
	check_text(t_reply->location, "/aide/journal");
	check(get("/aide/protection") == 404);
	check(get("/aide") == 200);
	check_hides("/aide/protection");
	as(sal);
	check(get("/aide/journal") == 404);
}

TEST(delegation_the_staff_sees_no_administration)
{
	people();
	as(sal);
	check(get("/") == 200);
	check_hides("href=\"/admin\"");
	check(get("/admin") == 403);
	check(get("/admin/champs") == 403 && get("/admin/droits") == 403);
}

TEST(delegation_of_one_part_shows_that_part_alone)
{
	people();
	give(eve, "administration");
	as(eve);
	check(get("/") == 200);
	check_says("href=\"/admin\"");
	check(get("/admin/champs") == 200);
	check_says("<a href=\"/admin/champs\" aria-current=\"page\">");
	check_says("<a href=\"/admin/synchro\">");
	check_hides("href=\"/admin/droits\"");
	check(get("/admin/droits") == 403);
	as(sal);
	check(get("/admin") == 403);
}

/* Each domain of the grid alone opens the screens that are its own, and no other; the menu leads to
 * the administration where there is one. */
TEST(delegation_of_each_domain_opens_its_own_screens)
{
	struct rows *rows;
	int n = 0;

	people();
	rows = db_rows(&t, SQL("SELECT cle, administre FROM domaine ORDER BY ordre"));
	while (db_next(rows, &t.mem)) {
		const char *domaine = arena_strdup(&t.mem, db_text(rows, 0));
		bool shown = db_num(rows, 1) != 0;
		int64_t she = t_person("Ève", "Domaine",
			arena_printf(&t.mem, "eve%d@exemple.org", n), "", "salarie");

		n++;
		give(she, domaine);
		as(she);
		check(get("/") == 200);
		check((strstr(t_reply->body, "href=\"/admin\"") != NULL) == shown);
		check(get("/admin") == (shown ? 200 : 403));
		for (const struct route *r = NULL; (r = area_next(administration(), r)) != NULL;) {
			bool hers = r->domaine != NULL && strcmp(r->domaine, domaine) == 0;

			if (r->method == POST && !hers)
				t_check(!sends(r), __FILE__, __LINE__,
					arena_printf(&t.mem, "%s sends %s", domaine, r->path));
			if (r->method != GET || *r->path == '\0' || strchr(r->path, ':') != NULL)
				continue;
			t_check(get(arena_printf(&t.mem, "/admin/%s", r->path)) ==
					(hers ? 200 : 403),
				__FILE__, __LINE__,
				arena_printf(&t.mem, "%s: %s", domaine, r->path));
		}
	}
	check(n > 10);
}
