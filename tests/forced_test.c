/* forced_test.c - every address there is, typed by hand by everyone, in every format
 *
 * The addresses come from the tables of routes: a new area is tried without a line here.
 */

#include <inttypes.h>

#include "base/conf.h"
#include "domain/acces/acces.h"
#include "t.h"

static const char *const formats[] = { "", ".json", ".csv", ".xlsx", ".ics", ".atom" };
static const unsigned format_bits[] = { HTML, JSON, CSV, XLSX, ICS, ATOM };

/* One person of each level, in the order of enum access. */
static int64_t people[ADMIN + 1], someone;

static void
prepare(void)
{
	int64_t group = t_group("groupe_local", "Groupe local d’Essai");

	people[PROSPECT] = t_person("Prosper", "A", "a@exemple.org", "prospect", "benevole");
	people[MEMBER] = t_person("Bénédicte", "B", "b@exemple.org", "confirme", "benevole");
	people[STAFF] = t_person("Salomé", "C", "c@exemple.org", "", "salarie");
	people[ADMIN] = t_person("Adèle", "D", "d@exemple.org", "", "salarie");
	someone = t_person("Nadia", "E", "e@exemple.org", "ancien", "benevole");
	for (int i = PROSPECT; i <= ADMIN; i++)
		t_account(people[i], i == ADMIN ? "admin" : "");
	t_member(group, people[MEMBER], "membre");
	as(0);
}

/* The address of a route; its ":" parts are ID. */
static const char *
address(const struct area *a, const struct route *route, const char *id, const char *format)
{
	const char *at = strcmp(a->name, "accueil") == 0 ? "/accueil" : area_url(&t, a->name);
	const char *path = *route->path == '\0' ? at : arena_printf(&t.mem, "%s/", at);

	for (const char *s = route->path; *s != '\0'; s++) {
		if (*s == ':') {
			path = arena_printf(&t.mem, "%s%s", path, id);
			s += strcspn(s, "/") - 1;
		} else {
			path = arena_printf(&t.mem, "%s%c", path, *s);
		}
	}
	return arena_printf(&t.mem, "%s%s", path, format);
}

static void
tried(bool ok, const char *path, int who, const char *expected)
{
	check(ok);
	if (!ok)
		printf("  %s as %d: %d, not %s\n", path, who, t_reply->status, expected);
}

/* What a reader of that level gets by typing the address. */
static void
type_in(const struct area *a, const struct route *route, int who, int format)
{
	const char *path =
		address(a, route, arena_printf(&t.mem, "%" PRId64, someone), formats[format]);
	int status;

	as(people[who]);
	status = get(path);
	if ((format_bits[format] & (HTML | JSON | route->formats)) == 0)
		tried(status == 404, path, who, "404");
	else if (who < (int) route->who && who == PUBLIC)
		tried(status == (format == 0 ? 303 : 401), path, who, "the way to sign in");
	else if (who < (int) route->who)
		tried(status == 403, path, who, "403");
	else
		tried(status == 200 || status == 303 || status == 404 || status == 403 ||
				status == 400 || status == 422 || status == 503,
			path, who, "an answer");
}

TEST(forced_every_address_by_everyone_in_every_format)
{
	prepare();
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = (*a)->routes; r->handler != NULL; r++)
			for (int who = PUBLIC; who <= ADMIN && r->method == GET; who++)
				for (int f = 0; f < 6; f++)
					type_in(*a, r, who, f);
}

TEST(forced_ids_that_are_none)
{
	static const char *const ids[] = { "0", "-1", "99999999999999999999", "1%27", "%C3%A9", "a",
		"1e3", "0x10", "..", "9223372036854775807" };

	prepare();
	as(people[ADMIN]);
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = (*a)->routes; r->handler != NULL; r++)
			for (size_t i = 0; i < 10 && r->method == GET && strchr(r->path, ':');
				i++) {
				const char *path = address(*a, r, ids[i], "");

				get(path);
				tried(t_reply->status == 404 || t_reply->status == 400 ||
						t_reply->status == 200 || t_reply->status == 303,
					path, ADMIN, "404");
			}
}

/* Every count there is, as one text. */
static const char *
rows_of_all(void)
{
	return db_string(&t,
		SQL("SELECT CONCAT_WS(',', (SELECT COUNT(*) FROM contact), (SELECT COUNT(*) FROM compte),"
		    " (SELECT SUM(CRC32(CONCAT_WS('|', id, prenom, nom, bio, statut, acces))) FROM contact),"
		    " (SELECT SUM(CRC32(CONCAT_WS('|', contact_id, mot_de_passe, role, totp, charte_le))) FROM compte),"
		    " (SELECT COUNT(*) FROM champ_valeur), (SELECT COUNT(*) FROM membre), (SELECT COUNT(*) FROM groupe),"
		    " (SELECT COUNT(*) FROM objet), (SELECT COUNT(*) FROM courriel), (SELECT COUNT(*) FROM session),"
		    " (SELECT COUNT(*) FROM jeton_api), (SELECT COUNT(*) FROM journal))"));
}

static void
forge(const char *what, const char *body, const char *origin, const char *site, int who)
{
	const char *before = rows_of_all();

	as(people[who]);
	t_from(origin, site);
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = (*a)->routes; r->handler != NULL; r++) {
			const char *path =
				address(*a, r, arena_printf(&t.mem, "%" PRId64, people[who]), "");

			if (r->method != POST || r->unsigned_post || (int) r->who > who)
				continue;
			post_raw(path, body);
			/* what was sent before signing in shows how things stand, to our own forms alone */
			tried(t_reply->status == 403 ||
					(r->again != NULL && who > PUBLIC && origin == NULL &&
						(site == NULL ||
							strcmp(site, "same-origin") == 0) &&
						(t_reply->status == 200 || t_reply->status == 303)),
				path, who, what);
		}
	check(strcmp(before, rows_of_all()) == 0);
}

TEST(forced_writes_from_elsewhere_change_nothing)
{
	prepare();
	for (int who = PUBLIC; who <= ADMIN; who++) {
		forge("no token", "nom=x", NULL, NULL, who);
		forge("a wrong token", "csrf=autre&nom=x", NULL, "same-origin", who);
		forge("another site says it", "csrf=jeton&nom=x", "https://ailleurs.example", NULL,
			who);
		forge("the browser says it", "csrf=jeton&nom=x", NULL, "cross-site", who);
		forge("a sister site", "csrf=jeton&nom=x", NULL, "same-site", who);
		forge("null origin", "csrf=jeton&nom=x", "null", NULL, who);
	}
}

TEST(forced_writes_above_ones_level_are_refused)
{
	prepare();
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *r = (*a)->routes; r->handler != NULL; r++)
			for (int who = PUBLIC; who <= ADMIN && r->method == POST; who++) {
				const char *path = address(*a, r,
					arena_printf(&t.mem, "%" PRId64, people[MEMBER]), "");

				if (r->unsigned_post || who >= (int) r->who)
					continue;
				as(people[who]);
				post(path, "nom=x");
				tried(t_reply->status == (who == PUBLIC ? 303 : 403), path, who,
					"a refusal");
			}
}
