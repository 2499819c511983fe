/* hostile_test.c - every parameter that the code reads, at every address, sent as no form sends it
 *
 * The tables of routes give the addresses and cast/asked.c the parameters: neither a new area nor a
 * new field needs a line here.  Each request is undone, so that the next finds things as they were.
 */

#include <inttypes.h>

#include "adresses.h"
#include "asked.h"
#include "autres.h"
#include "base/buffer.h"
#include "choses.h"
#include "domain/compte/compte.h"

/* What is sent for one parameter, the others being likely; then for all of them together. */
static const char *const alone[] = { "%C3%A9", "4294967296", "-1", "999999" },
			 *const together[] = { "%C3%A9", "%F0%9F%98%80", "9223372036854775807",
				 "9223372036854775808", "-1", "1e999", "2026-02-31T25:61",
				 "%27%22%3C%5C%25_", "[{", "a%00b", "%FF%FE", ",", "%0A" };

enum { TOGETHER = sizeof together / sizeof *together, IDS = 120, ALL = -1 };

static int64_t ids[IDS];
static unsigned n_ids, requests;
static const char *const words[] = { "groupe_local", "membre", "charte", "benevoles" };
static const char *letters; /* 300 of them */
static bool first;          /* address of this area and method where something is */

static void
add_id(int64_t id)
{
	for (unsigned i = 0; i < n_ids; i++)
		if (ids[i] == id)
			return;
	if (id > 0 && n_ids < IDS)
		ids[n_ids++] = id;
}

/* The newest id of each table that has one, and the newest objets. */
static void
find_ids(void)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT table_name FROM information_schema.columns"
		    " WHERE table_schema = DATABASE()"
		    " AND column_name = 'id' AND extra = 'auto_increment' ORDER BY 1"));
	const char *name[100];
	unsigned n = 0;

	n_ids = 0;
	while (n < 100 && db_next(rows, &t.mem))
		name[n++] = arena_strdup(&t.mem, db_text(rows, 0));
	add_id(paris);
	add_id(benp);
	add_id(adm);
	rows = db_rows(&t, SQL("SELECT id FROM objet ORDER BY id DESC LIMIT 40"));
	while (db_next(rows, &t.mem))
		add_id(db_num(rows, 0));
	while (n-- > 0)
		add_id(db_int(&t,
			db_composed(
				&t, arena_printf(&t.mem, "SELECT MAX(id) FROM `%s`", name[n]))));
}

static void
prepare(void)
{
	char *many = arena_alloc(&t.mem, 301);

	compte_cost = (struct compte_cost) { 1, 8192 };
	groupes_people();
	t_member(paris, adm, "coordination");
	choses(adm);
	find_ids();
	memset(many, 'x', 300);
	many[300] = '\0';
	letters = many;
}

static int bare; /* what the last address was answered that was asked with nothing behind it */

/* Is that an answer to expect?  Never 500; to what is no text, 400 and nothing else. */
static bool
expected(const struct route *route, const char *path, const char *what, int status)
{
	if (strstr(path, "%0A") != NULL || strstr(path, "%00") != NULL ||
		strstr(path, "%FF") != NULL || strstr(what, "%00") != NULL ||
		strstr(what, "%FF") != NULL)
		return status == 400;
	if (status == 404 || autre_reponse(route, path, status))
		return true;
	if (route->method == POST)
		return status == 303 || status == 422;
	return *what == '\0' ? status == 200 || status == 303 : status == bare;
}

/* Ask, see that the answer is one to expect, and undo it. */
static int
ask(const struct route *route, const char *path, const char *what)
{
	int status;

	db_script("SAVEPOINT avant");
	as(adm);
	requests++;
	status = route->method == GET ? get(arena_printf(&t.mem, "%s?%s", path, what)) :
					post(path, what);
	if (*what == '\0')
		bare = status;
	if (!expected(route, path, what, status))
		t_check(false, __FILE__, __LINE__,
			arena_printf(&t.mem, "%s %s %s: %d", route->method == GET ? "GET" : "POST",
				path, what, status));
	db_script("ROLLBACK TO avant");
	return status;
}

/* All parameters noted so far, likely but the WHICH-th, which is VALUE (ALL: each is; no VALUE:
 * none).  ID is for those of which nothing is known; NULL: they are not sent. */
static const char *
sentence(int which, const char *value, const char *id)
{
	struct buffer s = { &t.mem };

	for (int i = 0; i < (int) n_asked; i++) {
		const char *it = (i == which || which == ALL) && value != NULL ? value :
			*asked[i].likely != '\0'                               ? asked[i].likely :
										 id;

		if (it != NULL)
			buffer_puts(&s, arena_printf(&t.mem, "%s=%s&", asked[i].name, it));
	}
	return buffer_text(&s);
}

/* Is it one of a row of names, as "jour2" after "jour1"? */
static bool
again(int which)
{
	size_t n = strcspn(asked[which].name, "0123456789");

	for (int i = 0; i < which && asked[which].name[n] != '\0'; i++)
		if (strcspn(asked[i].name, "0123456789") == n &&
			strncmp(asked[i].name, asked[which].name, n) == 0)
			return true;
	return false;
}

/* Read at every address, by the door and the frame of the page. */
static bool
of_all(const char *name)
{
	return strcmp(name, "fait") == 0 || strcmp(name, "cle") == 0;
}

/* Does that value come further than another?  What is refused by form_read() alone, at every
 * address alike, is tried once there; digits are words in a field of words. */
static bool
worth(const struct asked *a, const char *value)
{
	if (a->raw || a->kind == ANY)
		return true;
	if (a->kind == CLOSED)
		return value == alone[0];
	return a->kind == NUMERIC ? value != alone[0] && value != letters : value != alone[3];
}

/* Each parameter by itself: a form that refuses one of them reads no further. */
static void
try_alone(const struct route *route, const char *path, const char *id)
{
	for (int i = 0; i < (int) n_asked; i++) {
		if (again(i) || (of_all(asked[i].name) && !first))
			continue;
		for (size_t v = 0; v < (route->method == GET ? 2 : sizeof alone / sizeof *alone);
			v++)
			if (worth(&asked[i], alone[v]))
				ask(route, path, sentence(i, alone[v], id));
		if (route->method == POST && worth(&asked[i], letters))
			ask(route, path, sentence(i, letters, id));
	}
}

/* How far a likely request goes with that id: what it is answered, after how many statements. */
static int64_t
way(const struct route *route, const char *path, const char *id)
{
	unsigned before = db_sent();
	int status = ask(route, path, sentence(ALL, NULL, id));

	return (int64_t) (db_sent() - before) << 16 | status;
}

/* Each parameter by itself, beside no id, a group's and a person's; an id that leads no further
 * than one before is not tried again. */
static void
try_beside_ids(const struct route *route, const char *path)
{
	const char *const id[] = { NULL, arena_printf(&t.mem, "%" PRId64, paris),
		arena_printf(&t.mem, "%" PRId64, adm) };
	int64_t ways[3];

	for (int i = 0; i < (route->method == POST ? 3 : 1); i++) {
		ways[i] = way(route, path, id[i]);
		if ((i < 1 || ways[i] != ways[0]) && (i < 2 || ways[i] != ways[1]))
			try_alone(route, path, id[i]);
	}
}

/* Does the address read anything that others do not? */
static bool
has_its_own(void)
{
	for (int i = 0; i < (int) n_asked; i++)
		if (!of_all(asked[i].name))
			return true;
	return false;
}

static void
try(const struct route *route, const char *path)
{
	const char *group = arena_printf(&t.mem, "%" PRId64, paris);
	unsigned before;

	do {
		before = n_asked;
		ask(route, path, sentence(ALL, NULL, group));
		ask(route, path, sentence(ALL, NULL, NULL));
	} while (n_asked > before);
	asked_end();
	if (!first && !has_its_own())
		return;
	for (int i = 0; i < TOGETHER; i++)
		ask(route, path, sentence(ALL, together[i], NULL));
	ask(route, path, sentence(ALL, letters, NULL));
	try_beside_ids(route, path);
}

static bool
is_there(int status)
{
	return status != 404 && status != 403 && status != 400;
}

/* What stood in the addresses of this area where something was, the latest last. */
static struct {
	const char *one, *two;
} opened[40];
static unsigned n_opened;
static bool there; /* something was at the address that find_path() gave */

static bool
opens(const struct route *route, const char *path, const char *one, const char *two)
{
	asked_begin();
	if (!is_there(ask(route, path, "")))
		return false;
	if (n_opened < sizeof opened / sizeof *opened) {
		opened[n_opened].one = one;
		opened[n_opened++].two = two;
	}
	return there = true;
}

/* Of two parts: what opened another address of the area comes first. */
static const char *
find_second(const struct area *a, const struct route *route, const char *one)
{
	for (unsigned i = 0; i < n_ids + 4; i++) {
		const char *two = i < n_ids ? arena_printf(&t.mem, "%" PRId64, ids[i]) :
					      words[i - n_ids],
			   *path = route_address(a, route, one, two);

		if (opens(route, path, one, two))
			return path;
	}
	return NULL;
}

static const char *
find_pair(const struct area *a, const struct route *route)
{
	const char *path,
		*ones[3] = { NULL, arena_printf(&t.mem, "%" PRId64, paris),
			arena_printf(&t.mem, "%" PRId64, benp) };

	for (unsigned i = n_opened; i-- > 0;) {
		ones[0] = ones[0] == NULL ? opened[i].one : ones[0];
		if (*opened[i].two == '\0')
			continue;
		path = route_address(a, route, opened[i].one, opened[i].two);
		if (opens(route, path, opened[i].one, opened[i].two))
			return path;
	}
	for (int i = 0; i < 3; i++)
		if (ones[i] != NULL && (path = find_second(a, route, ones[i])) != NULL)
			return path;
	return route_address(a, route, ones[1], ones[2]);
}

/* An address of that route where something is; one where nothing is when there is none. */
static const char *
find_path(const struct area *a, const struct route *route)
{
	const char *path = NULL, *one;
	int n = route_parts(route);

	there = false;
	if (n == 2)
		return find_pair(a, route);
	for (unsigned i = n_opened; n == 1 && i-- > 0;) {
		path = route_address(a, route, opened[i].one, "");
		if (*opened[i].one != '\0' && opens(route, path, opened[i].one, ""))
			return path;
	}
	for (unsigned i = 0; i < (n == 0 ? 1 : n_ids + 4); i++) {
		one = n == 0      ? "" :
			i < n_ids ? arena_printf(&t.mem, "%" PRId64, ids[i]) :
				    words[i - n_ids];
		path = route_address(a, route, one, "");
		if (opens(route, path, one, ""))
			return path;
	}
	return path;
}

static void
try_parts(const struct area *a, const struct route *route, const char *id)
{
	for (int i = 0; i < TOGETHER && route_parts(route) > 0; i++) {
		ask(route, route_address(a, route, together[i], id), "");
		if (route_parts(route) > 1)
			ask(route, route_address(a, route, id, together[i]), "");
	}
}

TEST(hostile_every_parameter_of_every_address)
{
	prepare();
	for (const struct area *const *a = areas; *a != NULL; a++) {
		bool met[2] = { false, false };

		n_opened = 0;
		for (const struct route *r = NULL; (r = area_next(*a, r)) != NULL;) {
			const char *path;

			if (r->unsigned_post)
				continue;
			path = find_path(*a, r);
			first = !met[r->method == POST];
			met[r->method == POST] |= there;
			try(r, path);
			try_parts(*a, r, arena_printf(&t.mem, "%" PRId64, paris));
		}
	}
	check(requests > 5000); /* the linker did note what is asked for */
	autres_met();
}
