/* vues.c - what the agenda is asked by: read, checked, said back as filters */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/vues.h"
#include "base/clock.h"
#include "base/text.h"
#include "web/reply.h"

enum { FEW_GROUPS = 30 }; /* for which it is quicker to ask their events than all dates */

const char *const vue_names[VUE_NAMES][2] = { { "type", "type" }, { "departement", "département" },
	{ "groupe", "groupe" }, { "tag", "étiquette" }, { "campagne", "campagne" } };

const char *const vue_scopes[][2] = { { "", "Tout" }, { "moi", "Les miens" },
	{ "groupes", "Mes groupes" }, { "autres", "Autres groupes" }, { "alentours", "Alentours" },
	{ "siege", "Siège" }, { NULL } };

static bool
list_asked(struct req *r)
{
	for (unsigned i = 0; i < VUE_NAMES; i++)
		if (*param(r, vue_names[i][0]) != '\0')
			return true;
	return false;
}

/* That filter holds a value that nothing has: the page says so, and shows nothing. */
void
vue_unknown(struct req *r, struct vue *v, const char *name, const char *libelle)
{
	unsigned n = 0;
	struct row *row;

	while (row_find(r, arena_printf(&r->mem, "inconnus.%u", n)) != NULL)
		n++;
	row = row_nth(r, "inconnus", n);
	row_say(row, "cle", name);
	row_say(row, "libelle", libelle);
	row_say(row, "valeur", text_cut(&r->mem, param(r, name), 80));
	row_say(row, "url", list_link(r, &agenda_list, name, NULL));
	v->nothing = true;
}

/* The first midnight of that day of the address; false: there is none. */
bool
vue_read_day(struct req *r, struct vue *v, const char *name, const char *libelle, struct wall *w)
{
	const char *asked = param(r, name), *iso = text_iso(&r->mem, asked);

	if (iso != NULL && wall_read(iso, w))
		return true;
	if (*asked != '\0')
		vue_unknown(r, v, name, libelle);
	return false;
}

/* Only dates that take place on so many days from FROM. */
void
vue_between(struct req *r, struct vue *v, struct wall from, int days)
{
	v->first = from;
	v->days = v->counted = days;
	v->before = 0;
	v->from = evenement_utc(r, from);
	v->until = evenement_utc(r, wall_add_days(from, days));
	v->since = evenement_utc(r, wall_add_days(from, -EVENEMENT_JOURS - 2));
	v->ended = NEVER;
	v->passes = false;
}

/* Is nothing asked but days?  Then dates alone say it. */
bool
vue_plain(const struct vue *v)
{
	return !v->nothing && *v->qui == '\0' && *v->type == '\0' && *v->departement == '\0' &&
		v->groupe == 0 && v->tag == 0 && v->campagne == 0;
}

/* The Monday of that week. */
struct wall
vue_monday(struct wall w)
{
	int n = wall_days_between((struct wall) { 2024, 1, 1, 0, 0 }, w) % 7;

	w.hour = w.minute = 0;
	return wall_add_days(w, -(n < 0 ? n + 7 : n));
}

/* "Novembre 2026" */
const char *
vue_month(struct req *r, struct wall w)
{
	char *month = arena_printf(&r->mem, "%s %d", text_month(w.month), w.year);

	*month += 'A' - 'a';
	return month;
}

/* What ?du=, ?au= and ?passes= ask; without them what is not over. */
static void
read_period(struct req *r, struct vue *v)
{
	struct wall from = wall_at(clock_now()), until;
	bool begins = vue_read_day(r, v, "du", "date de début", &from);
	bool ends = vue_read_day(r, v, "au", "date de fin", &until), any = begins || ends;
	const char *now = clock_sql(&r->mem, clock_now());

	v->passes = !any && strcmp(param(r, "passes"), "1") == 0;
	v->from = begins ? evenement_utc(r, from) : any || v->passes ? LONG_AGO : now;
	v->since = strcmp(v->from, LONG_AGO) == 0 ?
		LONG_AGO :
		evenement_utc(r, wall_add_days(from, -EVENEMENT_JOURS - 2));
	v->until = ends ? evenement_utc(r, wall_add_days(until, 1)) : NEVER;
	v->ended = v->passes ? now : NEVER;
}

static void
read_scope(struct req *r, struct vue *v)
{
	const char *qui = param(r, "qui"), *km = param(r, "km");
	unsigned i = 0;

	while (vue_scopes[i][0] != NULL && strcmp(vue_scopes[i][0], qui) != 0)
		i++;
	if (vue_scopes[i][0] == NULL)
		vue_unknown(r, v, "qui", "qui");
	v->qui = qui;
	v->km = strtoll(km, NULL, 10);
	if (*km != '\0' && (km[strspn(km, "0123456789")] != '\0' || strlen(km) > 4))
		vue_unknown(r, v, "km", "distance");
}

/* The id that TEXT is; 0: it is none. */
static int64_t
number(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return text[n] == '\0' && n < 16 ? strtoll(text, NULL, 10) : 0;
}

/* The first that has that id or that name, else whose name holds so many letters. */
#define NAMED(from, id, name) \
	"(SELECT " id " FROM " from " AND (" id " = ? OR " name " = ?" \
	" OR (CHAR_LENGTH(?) > 2 AND LOCATE(?, " name "))) ORDER BY " id " = ? DESC, " name \
	" = ? DESC, " id " LIMIT 1)"
#define NAMED_BINDS(id, s) id, S(s), S(s), S(s), id, S(s)

/* What the filters stand for: an id or a name each, and the words that the page says of them. */
static void
read_names(struct req *r, struct vue *v)
{
	const char *ou = param(r, "departement"), *groupe = param(r, "groupe"),
		   *tag = param(r, "tag"), *campagne = param(r, "campagne");

	v->type = text_key(param(r, "type"));
	v->departement = "";
	for (unsigned i = 0; i < VUE_NAMES; i++)
		v->words[i] = "";
	if (!list_asked(r))
		return;
	db_read(r,
		SQL("SELECT ty.titre, de.code, de.nom, go.id, go.titre, et.id, et.nom, ca.id,"
		    " ca.nom FROM (SELECT 1) un LEFT JOIN groupe_type ty ON ty.cle = ?"
		    " LEFT JOIN departement de ON de.code = " NAMED("departement d WHERE TRUE",
			    "d.code",
			    "d.nom") " LEFT JOIN objet go ON go.id = " NAMED("objet o JOIN groupe g"
									     " ON g.id = o.id"
									     " WHERE " SEES("o"),
			    "o.id",
			    "o.titre") " LEFT JOIN etiquette et ON et.id = " NAMED("etiquette t"
										   " WHERE TRUE",
			    "t.id", "t.nom") " LEFT JOIN etiquette ca"
					     " ON ca.id = " NAMED("etiquette t"
								  " JOIN etiquette_famille f"
								  " ON f.id = t.famille_id"
								  " WHERE f.nom LIKE 'Campagne%'",
						     "t.id", "t.nom")),
		INTO(TO(&v->words[0]), TO(&v->departement), TO(&v->words[1]), TO(&v->groupe),
			TO(&v->words[2]), TO(&v->tag), TO(&v->words[3]), TO(&v->campagne),
			TO(&v->words[4])),
		S(v->type), NAMED_BINDS(S(ou), ou), ME(r), NAMED_BINDS(I(number(groupe)), groupe),
		NAMED_BINDS(I(number(tag)), tag), NAMED_BINDS(I(number(campagne)), campagne));
	for (unsigned i = 0; i < VUE_NAMES; i++)
		if (*param(r, vue_names[i][0]) != '\0' && *v->words[i] == '\0')
			vue_unknown(r, v, vue_names[i][0], vue_names[i][1]);
}

static const char *
as_array(struct req *r, const char *ids)
{
	return arena_printf(&r->mem, "[%s]", ids);
}

static bool
are_few(const char *ids)
{
	unsigned n = 1;

	for (const char *s = ids; *s != '\0'; s++)
		n += *s == ',';
	return *ids != '\0' && n <= FEW_GROUPS;
}

/* The groups that are meant, each once: of the one that is asked, and the reader's own. */
static void
read_groups(struct req *r, struct vue *v)
{
	bool mine = strcmp(v->qui, "groupes") == 0;

	v->dessous = v->miens = "";
	if (v->groupe != 0)
		v->dessous = db_string(r,
			SQL("SELECT COALESCE(GROUP_CONCAT(b.groupe_id), '') FROM " GROUPS_BELOW
			    " b"),
			BELOW_ME(r, v->groupe));
	if (mine || strcmp(v->qui, "autres") == 0)
		v->miens = db_string(r,
			SQL("SELECT COALESCE(GROUP_CONCAT(DISTINCT m.groupe_id), '')"
			    " FROM " OWN_MEMBERSHIPS("m")),
			I(r->user.id));
	if (are_few(v->dessous))
		v->parmi = as_array(r, v->dessous);
	else if (mine && are_few(v->miens))
		v->parmi = as_array(r, v->miens);
}

struct vue
vue_read(struct req *r)
{
	struct vue v = { .type = "" };

	read_scope(r, &v);
	read_names(r, &v);
	read_groups(r, &v);
	read_period(r, &v);
	return v;
}
