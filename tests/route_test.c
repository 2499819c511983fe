/* route_test.c - the one door: methods, levels, formats, forged posts, addresses to go back to */

#include "t.h"
#include "web/parse.h"
#include "web/reply.h"

static int
ok(struct req *r)
{
	return reply_text(r, 200, "text/plain", "fait");
}
static int
back(struct req *r)
{
	return redirect(r, "%s", local_path(r, param(r, "suite")));
}

static int
named(struct req *r)
{
	return reply_text(r, 200, "text/plain", "nom");
}
static int
caught(struct req *r)
{
	return reply_text(
		r, 200, "text/plain", arena_printf(&r->mem, "%s %s", r->caught[0], r->caught[1]));
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, ok },
	{ GET, "membres", MEMBER, ok },
	{ POST, "membres", MEMBER, ok },
	{ GET, ":id/detail", PUBLIC, ok, CSV },
	{ GET, ":a/de/:b", PUBLIC, caught },
	{ POST, "retour", PUBLIC, back },
	{ 0 },
};
static const struct route more[] = {
	{ GET, ":cle/:a/:b", PUBLIC, not_found },
	{ GET, ":a/detail", PUBLIC, not_found },
	{ GET, "tout/:b", PUBLIC, caught },
	{ GET, "tout/detail", PUBLIC, named },
	{ POST, "tout/rien", PUBLIC, ok },
	{ 0 },
};
static const struct area area = { "essai", ROUTES(routes, more) };
static const struct area long_name = { "tableau_d_essai", ROUTES(routes) };
static const struct area *const only[] = { &area, NULL };

static struct req *
request(const char *method, const char *uri, const char *query)
{
	static struct req r;

	r = (struct req) { .host = "essaim.exemple.org", .id = "1" };
	req_init(&r);
	req_parse(&r, method, uri, query);
	r.user.csrf = "jeton";
	r.user.prenom = r.user.nom = "Essai";
	return &r;
}

static int
asked(struct req *r)
{
	int status = dispatch(only, r);

	arena_reset(&r->mem);
	return status;
}

TEST(route_tells_an_unknown_address_from_a_wrong_method)
{
	check(asked(request("GET", "/essai", "")) == 200);
	check(asked(request("GET", "/essai/", "")) == 200);
	check(asked(request("POST", "/essai", "csrf=jeton")) == 405);
	check(asked(request("GET", "/essai/rien", "")) == 404);
	check(asked(request("GET", "/essaim", "")) == 404);
}

TEST(route_answers_with_a_dash_where_an_area_has_an_underscore)
{
	static const struct area *const both[] = { &area, &long_name, NULL };
	struct req *r = request("GET", "/tableau-d-essai", "");

	check(dispatch(both, r) == 200);
	check(strcmp(area_url(r, "tableau_d_essai"), "/tableau-d-essai") == 0);
	check(strcmp(area_url(r, "accueil"), "/") == 0);
	arena_reset(&r->mem);
	r = request("GET", "/tableau_d_essai", "");
	check(dispatch(both, r) == 404);
	arena_reset(&r->mem);
	r = request("GET", "/tableau-d-essais", "");
	check(dispatch(both, r) == 404);
	arena_reset(&r->mem);
}

TEST(route_prefers_a_name_to_what_is_caught)
{
	struct req *r = request("GET", "/essai/tout/detail", "");

	check(dispatch(only, r) == 200); /* tables of two files, the general one first */
	check_text(r->body, "nom");
	arena_reset(&r->mem);
	r = request("GET", "/essai/tout/rien", "");
	check(dispatch(only, r) == 200); /* its name is of another method */
	check(strncmp(r->body, "rien ", 5) == 0);
	arena_reset(&r->mem);
	r = request("GET", "/essai/3/de/4", "");
	check(dispatch(only, r) == 200);
	check_text(r->body, "3 4");
	arena_reset(&r->mem);
}

/* Do A and B catch the same addresses? */
static bool
same_shape(const char *a, const char *b)
{
	while (*a == *b && *a != '\0') {
		if (*a == ':') {
			a += strcspn(a, "/");
			b += strcspn(b, "/");
		} else {
			a++, b++;
		}
	}
	return *a == *b;
}

TEST(route_has_one_handler_for_an_address)
{
	check(same_shape(":id/x", ":cle/x") && !same_shape(":id/x", ":id/y"));
	for (const struct area *const *one = areas; *one != NULL; one++)
		for (const struct route *a = NULL; (a = area_next(*one, a)) != NULL;)
			for (const struct route *b = a; (b = area_next(*one, b)) != NULL;)
				check(a->method != b->method || !same_shape(a->path, b->path));
}

TEST(route_lets_in_by_level)
{
	struct req *r = request("GET", "/essai/membres", "a=1");

	check(dispatch(only, r) == 303);
	check_text(r->location, "/connexion?suite=/essai/membres%3Fa%3D1");
	arena_reset(&r->mem);
	check(asked(request("GET", "/essai/membres.json", "")) == 401);
	r = request("GET", "/essai/membres", "");
	r->user.id = 1;
	r->user.level = PROSPECT;
	check(asked(r) == 403);
	r = request("GET", "/essai/membres", "");
	r->user.id = 1;
	r->user.level = STAFF;
	check(asked(r) == 200);
}

TEST(route_offers_only_the_formats_it_has)
{
	check(asked(request("GET", "/essai/3/detail.csv", "")) == 200);
	check(asked(request("GET", "/essai/3/detail.json", "")) == 200);
	check(asked(request("GET", "/essai/3/detail.xlsx", "")) == 404);
	check(asked(request("GET", "/essai/3/4/detail", "")) == 404);
}

TEST(route_refuses_forged_posts)
{
	static const char *const nearly[] = { "https://essaim.exemple.org.ailleurs.example",
		"https://essaim.exemple.org:8443", "https://essaim.exemple.or",
		"http://127.0.0.1:81", "http://127.0.0.1.ailleurs.example",
		"https://ailleurs.example/essaim.exemple.org" };
	struct req *r = request("POST", "/essai/retour", "csrf=jeton");

	check(asked(r) == 303);
	check(asked(request("POST", "/essai/retour", "csrf=faux")) == 403);
	check(asked(request("POST", "/essai/retour", "")) == 403);
	r = request("POST", "/essai/retour", "csrf=jeton");
	r->fetch_site = "cross-site";
	check(asked(r) == 403);
	r = request("POST", "/essai/retour", "csrf=jeton");
	r->fetch_site = "same-site";
	check(asked(r) == 403);
	r = request("POST", "/essai/retour", "csrf=jeton");
	r->origin = "https://ailleurs.example";
	check(asked(r) == 403);
	r = request("POST", "/essai/retour", "csrf=jeton");
	r->origin = "null";
	check(asked(r) == 403);
	r = request("POST", "/essai/retour", "csrf=jeton");
	r->origin = "https://essaim.exemple.org";
	check(asked(r) == 303);
	for (size_t i = 0; i < sizeof nearly / sizeof *nearly; i++) {
		r = request("POST", "/essai/retour", "csrf=jeton");
		r->origin = nearly[i];
		t_check(asked(r) == 403, __FILE__, __LINE__, nearly[i]);
	}
	r = request("POST", "/essai/retour", "csrf=");
	r->user.csrf = NULL;
	check(asked(r) == 403);
}

TEST(route_sends_nobody_to_another_site)
{
	static const char *const hostile[] = { "https%3A%2F%2Fautre.example", "%2F%2Fautre.example",
		"%2F%5Cautre.example", "javascript%3Aalert(1)", "%2Fa%0Ab", "%2Fa%20b", "", "a" };

	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct req *r = request("POST", "/essai/retour",
			arena_printf(&t.mem, "csrf=jeton&suite=%s", hostile[i]));

		dispatch(only, r);
		check(r->location == NULL || strcmp(r->location, "/") == 0);
		arena_reset(&r->mem);
	}
	struct req *r = request("POST", "/essai/retour", "csrf=jeton&suite=%2Fannuaire%3Fq%3Da");

	dispatch(only, r);
	check_text(r->location, "/annuaire?q=a");
	arena_reset(&r->mem);
}

TEST(route_refuses_paths_that_are_no_text)
{
	struct req *r = request("GET", "/", "");

	check(req_parse(r, "GET", "/essai/%00", "") == 400);
	check(req_parse(r, "GET", "/essai/%ff", "") == 400);
	check(req_parse(r, "GET", "/essai", "a=%ff") == 400);
	check(req_parse(r, "DELETE", "/essai", "") == 405);
	arena_reset(&r->mem);
}

TEST(route_errors_are_json_when_json_is_asked)
{
	struct req *r = request("GET", "/essai/rien.json", "");

	check(dispatch(only, r) == 404);
	check(strstr(r->body, "\"code\"") != NULL && strstr(r->body, "not_found") != NULL);
	check(strcmp(r->type, "application/json; charset=utf-8") == 0);
	arena_reset(&r->mem);
}
