/* forced_test.c - every address there is, typed by hand by everyone, in every format
 *
 * The addresses come from the tables of routes, and forced.def says what each gets there.  An area
 * that has no line in it yet is held to the rules of its routes alone.
 */

#include <inttypes.h>

#include "adresses.h"
#include "base/buffer.h"
#include "choses.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"

enum { PEOPLE = 7, FORMATS = 6 };

static const struct line {
	enum method method;
	const char *area, *path, *first, *second;
	int status[PEOPLE];
} table[] = {
#define F(method, area, path, first, second, ...) \
	{ method, area, path, first, second, { __VA_ARGS__ } },
#define N(...)
#include "forced.def"
#undef F
#undef N
};
enum { LINES = sizeof table / sizeof *table };

/* What answers otherwise than 404 to the id of nothing. */
static const struct none {
	enum method method;
	const char *area, *path;
	int part, status;
} nones[] = {
#define F(...)
#define N(...) { __VA_ARGS__ },
#include "forced.def"
#undef F
#undef N
};

static const char *const formats[FORMATS] = { "", ".json", ".csv", ".xlsx", ".ics", ".atom" };
static const unsigned format_bits[FORMATS] = { HTML, JSON, CSV, XLSX, ICS, ATOM };

/* What forms send, for all of them. */
#define BODY \
	"titre=Essai&nom=Essai&texte=Bonjour&valeur=Bonjour&mot=Bonjour&motif=Bonjour+a+vous" \
	"&genre=message&role=membre&etat=fait&quoi=vu&mode=1&faire=garder&cle=k"

/* A stranger, a prospect, a member elsewhere, one of the group, its coordinator whose the things
 * are, one of the staff, an administrator. */
static int64_t people_[PEOPLE];
static const int levels[PEOPLE] = { PUBLIC, PROSPECT, MEMBER, MEMBER, MEMBER, STAFF, ADMIN };

static void
prepare(void)
{
	groupes_people();
	people_[1] = pro;
	people_[2] = benl;
	people_[3] = benp;
	people_[4] = coop;
	people_[5] = sal;
	people_[6] = adm;
	for (int i = 1; i < PEOPLE - 1; i++)
		t_account(people_[i], "");
	choses(coop);
	as(0);
}

static const struct line *
line_of(const struct area *a, const struct route *route)
{
	for (int i = 0; i < LINES; i++)
		if (table[i].method == route->method && strcmp(table[i].area, a->name) == 0 &&
			strcmp(table[i].path, route->path) == 0)
			return &table[i];
	return NULL;
}

static bool
is_listed(const struct area *a)
{
	for (int i = 0; i < LINES; i++)
		if (strcmp(table[i].area, a->name) == 0)
			return true;
	return false;
}

static const char *
address_of(const struct area *a, const struct route *route, const struct line *line)
{
	return line != NULL ? route_address(a, route, chose(line->first), chose(line->second)) :
			      route_address(a, route, chose("contact"), chose("contact"));
}

static void
tried(const char *path, int who, int expected)
{
	check(t_reply->status == expected);
	if (t_reply->status != expected)
		printf("  %s as person %d: %d, not %d\n", path, who, t_reply->status, expected);
}

/* What PERSON gets at that address, as a page; what it did is undone. */
static int
type_in(const struct route *route, const char *path, int who)
{
	int status;

	db_script("SAVEPOINT avant");
	as(people_[who]);
	status = route->method == GET ? get(path) : post(path, BODY);
	db_script("ROLLBACK TO avant");
	return status;
}

/* Whom the route itself turns away gets that; 0: whom it lets in.  The grid opens some to
 * others. */
static int
turned_away(const struct route *route, int who)
{
	if (route->unsigned_post || levels[who] >= (int) route->who || route->domaine != NULL)
		return 0;
	return who == 0 ? 303 : 403;
}

static void
try(const struct area *a, const struct route *route)
{
	const struct line *line = line_of(a, route);
	const char *path = address_of(a, route, line);
	struct buffer now = { &t.mem };
	bool same = line != NULL || !is_listed(a);

	for (int who = 0; who < PEOPLE; who++) {
		int status = type_in(route, path, who), refused = turned_away(route, who);

		buffer_puts(&now, at(", %d", status));
		same &= status < 500 && (refused == 0 || status == refused) &&
			(line == NULL || status == line->status[who]);
	}
	t_check(same, __FILE__, __LINE__, path);
	if (!same)
		printf("F(%s, \"%s\", \"%s\", \"%s\", \"%s\"%s)\n",
			route->method == GET ? "GET" : "POST", a->name, route->path,
			line != NULL ? line->first : "", line != NULL ? line->second : "",
			buffer_text(&now));
}

TEST(forced_each_gets_what_the_table_says)
{
	int found = 0;

	prepare();
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = NULL; (r = area_next(*a, r)) != NULL;) {
			found += line_of(*a, r) != NULL;
			try(*a, r);
		}
	check(found == LINES); /* each line is of a route */
}

/* The same address in another format: what the page says, and who takes no tables away. */
static int
expected_in(const struct route *route, int who, int page, int format)
{
	bool is_table = format > 1 && (route->formats & format_bits[format]) != 0;

	if ((format_bits[format] & (HTML | JSON | route->formats)) == 0)
		return 404;
	if (who == 0 && route->who > PUBLIC)
		return 401;
	if (is_table && (page == 200 || page == 303)) {
		/* who sees none of the tasks gets the page, that says so, but no empty table */
		if (strcmp(route->path, ":id/actions") == 0 && who != 3 && who != 4 && who != 6)
			return 404;
		t.user.id = people_[who];
		return droit(&t, "export") == NULLE_PART ? 403 : 200;
	}
	return page;
}

TEST(forced_every_format_by_everyone)
{
	prepare();
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = NULL; (r = area_next(*a, r)) != NULL;) {
			const char *path = address_of(*a, r, line_of(*a, r));

			for (int who = 0; who < PEOPLE && r->method == GET; who++) {
				int page = type_in(r, path, who);

				for (int f = 1; f < FORMATS; f++) {
					const char *other = at("%s%s", path, formats[f]);

					type_in(r, other, who);
					tried(other, who, expected_in(r, who, page, f));
				}
			}
		}
}

static int
expected_of_none(const struct line *line, int part)
{
	for (size_t i = 0; i < sizeof nones / sizeof *nones; i++)
		if (nones[i].method == line->method && nones[i].part == part &&
			strcmp(nones[i].area, line->area) == 0 &&
			strcmp(nones[i].path, line->path) == 0)
			return nones[i].status;
	return 404;
}

/* An administrator at an address of which one part is nothing. */
static void
try_none(const struct area *a, const struct route *route, const char *id)
{
	const struct line *line = line_of(a, route);

	for (int part = 1; line != NULL && part <= route_parts(route); part++) {
		const char *path = route_address(a, route, part == 1 ? id : chose(line->first),
			part == 2 ? id : chose(line->second));

		if (part == 2 && *line->second == '=')
			continue; /* a name that is for the reader alone */
		type_in(route, path, 6);
		tried(path, 6, expected_of_none(line, part));
	}
}

TEST(forced_ids_that_are_none)
{
	static const char *const ids[] = { "0", "-1", "99999999999999999999", "1%27", "%C3%A9", "a",
		"1e3", "0x10", "..", "9223372036854775807" };

	prepare();
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = NULL; (r = area_next(*a, r)) != NULL;)
			for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
				try_none(*a, r, ids[i]);
}

/* Every count there is, as one text. */
static const char *
rows_of_all(void)
{
	return db_string(&t,
		SQL("SELECT CONCAT_WS(',', (SELECT COUNT(*) FROM contact), (SELECT COUNT(*)"
		    " FROM compte),"
		    " (SELECT SUM(CRC32(CONCAT_WS('|', id, prenom, nom, bio, statut, acces)))"
		    " FROM contact),"
		    " (SELECT SUM(CRC32(CONCAT_WS('|', contact_id, mot_de_passe, role, totp,"
		    " charte_le))) FROM compte),"
		    " (SELECT COUNT(*) FROM champ_valeur), (SELECT COUNT(*) FROM membre),"
		    " (SELECT COUNT(*) FROM groupe),"
		    " (SELECT COUNT(*) FROM objet), (SELECT COUNT(*) FROM courriel),"
		    " (SELECT COUNT(*) FROM session),"
		    " (SELECT COUNT(*) FROM jeton_api), (SELECT COUNT(*) FROM journal))"));
}

/* What was sent before signing in shows how things stand to who is in, to our own forms alone. */
static int
expected_forged(const struct route *route, const struct line *line, int who, bool ours)
{
	if (route->open_post && who == 0 && ours)
		return line != NULL ? line->status[0] : 404; /* there is no session to abuse */
	if (route->again == NULL || who == 0 || !ours)
		return 403;
	return strcmp(route->path, "entrer") == 0 ? 200 : 303;
}

static void
forge(const char *body, const char *origin, const char *site, int who)
{
	bool ours = origin == NULL && (site == NULL || strcmp(site, "same-origin") == 0);
	const char *before = rows_of_all();

	as(people_[who]);
	t_from(origin, site);
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = NULL; (r = area_next(*a, r)) != NULL;) {
			const char *path = address_of(*a, r, line_of(*a, r));

			if (r->method != POST || r->unsigned_post || turned_away(r, who) != 0 ||
				(r->domaine != NULL && who != 6))
				continue;
			post_raw(path, body);
			tried(path, who, expected_forged(r, line_of(*a, r), who, ours));
		}
	check(strcmp(before, rows_of_all()) == 0);
}

TEST(forced_writes_from_elsewhere_change_nothing)
{
	prepare();
	for (int who = 0; who < PEOPLE; who++) {
		forge("nom=x", NULL, NULL, who);
		forge("csrf=autre&nom=x", NULL, "same-origin", who);
		forge("csrf=jeton&nom=x", "https://ailleurs.example", NULL, who);
		forge("csrf=jeton&nom=x", NULL, "cross-site", who);
		forge("csrf=jeton&nom=x", NULL, "same-site", who);
		forge("csrf=jeton&nom=x", "null", NULL, who);
	}
}

static const char *
token_of(const char *how)
{
	const char *found;

	as(coop);
	check(post("/compte/jetons", at("nom=Essai&%s", how)) == 200);
	found = strstr(t_reply->body, "<code>");
	as(0);
	return found != NULL ? at("%.64s", found + 6) : "";
}

/* What a program gets with that token of the coordinator's: what she gets, where it is open. */
static void
try_token(const char *token, bool opens, const struct area *a, const struct route *route)
{
	const struct line *line = line_of(a, route);
	const char *path = at("%s.json", address_of(a, route, line));

	if (line == NULL || route->unsigned_post)
		return;
	t_bearer(token);
	type_in(route, path, 0);
	t_bearer(NULL);
	tried(path, 4,
		route->method == POST                 ? 403 :
			opens || route->who == PUBLIC ? line->status[4] :
							403);
}

TEST(forced_a_token_opens_its_areas_to_be_read)
{
	const char *some, *all;

	prepare();
	some = token_of("portee=choix&espaces=groupes");
	all = token_of("");
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = NULL; (r = area_next(*a, r)) != NULL;) {
			try_token(some, strcmp((*a)->name, "groupes") == 0, *a, r);
			try_token(all, true, *a, r);
		}
}
