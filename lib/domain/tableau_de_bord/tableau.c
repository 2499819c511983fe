/* tableau.c - the figures of the dashboard: counted, kept, read back
 *
 * An axis is one pair of statements, for everybody and for groups; each answers rows of group, key,
 * number.  Each figure is what a list of the directory finds by the same criterion
 * (filtre_mesure.c).
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/annuaire/filtre_mesure.h"
#include "domain/tableau_de_bord/tableau.h"

int64_t tableau_few = 5000;

/* What is being counted: the people of IDS; when it is NULL, the groups from FIRST to LAST,
 * everybody when both are 0. */
struct comptage {
	struct tableau *t;
	const char *ids;
	int64_t first, last;
	const char *today;
};

/* Does the reader see all the people of the scope (GROUPE 0: everybody) and their figures, so that
 * a figure and its list agree? */
bool
tableau_follows(struct req *r, int64_t groupe)
{
	static const char *const domaines[] = { "tableau", "contacts", "prospects" };

	for (size_t i = 0; i < sizeof domaines / sizeof *domaines; i++)
		if (droit(r, domaines[i]) < PARTOUT &&
			(groupe == 0 || !droit_sur(r, domaines[i], groupe)))
			return false;
	return true;
}

static void
add(struct req *r, struct comptage *k, const char *axe, struct rows *rows)
{
	while (db_next(rows, &r->mem)) {
		struct chiffre *c = arena_alloc(&r->mem, sizeof *c);

		*c = (struct chiffre) { .next = k->t->chiffres,
			.groupe = db_num(rows, 0),
			.n = db_num(rows, 2),
			.axe = axe,
			.cle = arena_strdup(&r->mem, db_text(rows, 1)) };
		k->t->chiffres = c;
	}
}

/* People of the scope, once each: alias c. */
#define COMPTE "c.retire_le IS NULL AND c.limite_le IS NULL"
#define TOUS " FROM contact c"
#define TOUS_OU " WHERE 0 BETWEEN ? AND ? AND " COMPTE " AND "
#define DANS \
	" FROM (SELECT a.ancetre_id AS g, m.contact_id AS id FROM " COUNTED_BELOW( \
		"m") " AND m.fin IS NULL WHERE a.ancetre_id BETWEEN ? AND ?" \
		     " GROUP BY 1, 2) s JOIN contact c ON c.id = s.id"
#define DANS_OU " WHERE " COMPTE " AND "
#define IDS " FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) s"
#define PARMI IDS " JOIN contact c ON c.id = s.id"

/* AXE: how many people by the expression CLE, with the joins DE, where OU. */
#define PAR(r, k, axe, cle, de, ou, ...) \
	add(r, k, axe, \
		(k)->ids != NULL ? \
			db_rows(r, \
				SQL("SELECT 0, " cle ", COUNT(*)" PARMI de DANS_OU ou \
				    " GROUP BY 2"), \
				__VA_ARGS__ __VA_OPT__(, ) S((k)->ids)) : \
			(k)->last == 0 ? \
			db_rows(r, \
				SQL("SELECT 0, " cle ", COUNT(*)" TOUS de TOUS_OU ou \
				    " GROUP BY 2"), \
				__VA_ARGS__ __VA_OPT__(, ) I((k)->first), I((k)->last)) : \
			db_rows(r, \
				SQL("SELECT s.g, " cle ", COUNT(*)" DANS de DANS_OU ou \
				    " GROUP BY 1, 2"), \
				__VA_ARGS__ __VA_OPT__(, ) I((k)->first), I((k)->last)))

#define TYPES \
	" JOIN champ_valeur v ON v.contact_id = c.id" \
	" AND v.champ_id = (SELECT id FROM champ WHERE cle = 'types_benevolat')"
#define PREMIERE \
	" LEFT JOIN (SELECT m.contact_id, MIN(m.debut) AS d FROM " COUNTED( \
		"m") " GROUP BY m.contact_id) p" \
		     " ON p.contact_id = c.id"
#define MISSIONS \
	" LEFT JOIN (SELECT m.contact_id, COUNT(DISTINCT m.groupe_id) AS k FROM " COUNTED( \
		"m") " WHERE m.fin IS NULL GROUP BY m.contact_id) p ON p.contact_id = c.id"

static void
count_profiles(struct req *r, struct comptage *k)
{
	PAR(r, k, "profil",
		"CASE c.acces WHEN 1 THEN 'prospect' WHEN 2 THEN 'benevole' WHEN 3 THEN 'salarie'"
		" ELSE IF(c.statut = 'ancien', 'ancien', 'autre') END",
		"", "TRUE");
}

static void
count_people(struct req *r, struct comptage *k)
{
	count_profiles(r, k);
	PAR(r, k, "statut", "c.statut", "", "c.statut <> ''");
	PAR(r, k, "type", "v.valeur", TYPES, "c.acces = 2");
	PAR(r, k, "departement", "c.departement", "", "c.acces = 2");
	PAR(r, k, "mission", "LEAST(3, COALESCE(p.k, 0))", MISSIONS, "c.acces = 2");
	PAR(r, k, "compte", "IF(k.contact_id IS NULL, 'non', 'oui')",
		" LEFT JOIN compte k ON k.contact_id = c.id", "c.acces = 2");
	PAR(r, k, "reponse", "'attente'",
		" LEFT JOIN compte k ON k.contact_id = c.id"
		" LEFT JOIN invitation i ON i.contact_id = c.id",
		"c.acces = 1 AND k.contact_id IS NULL AND i.contact_id IS NULL");
}

/* By years: of age, since the first mission. */
static void
count_years(struct req *r, struct comptage *k)
{
	PAR(r, k, "age",
		"CASE WHEN c.date_naissance IS NULL THEN 'inconnu'"
		" WHEN c.date_naissance > ? - INTERVAL 18 YEAR THEN 'moins-18'"
		" WHEN c.date_naissance > ? - INTERVAL 26 YEAR THEN '18-25'"
		" WHEN c.date_naissance > ? - INTERVAL 36 YEAR THEN '26-35'"
		" WHEN c.date_naissance > ? - INTERVAL 51 YEAR THEN '36-50'"
		" WHEN c.date_naissance > ? - INTERVAL 66 YEAR THEN '51-65' ELSE 'plus-65' END",
		"", "c.acces = 2", S(k->today), S(k->today), S(k->today), S(k->today), S(k->today));
	PAR(r, k, "anciennete",
		"CASE WHEN p.d IS NULL THEN 'aucune' WHEN p.d > ? - INTERVAL 1 YEAR THEN 'moins-1'"
		" WHEN p.d > ? - INTERVAL 3 YEAR THEN '1-2' WHEN p.d > ? - INTERVAL 6 YEAR"
		" THEN '3-5' WHEN p.d > ? - INTERVAL 11 YEAR THEN '6-10' ELSE 'plus-10' END",
		PREMIERE, "c.acces = 2", S(k->today), S(k->today), S(k->today), S(k->today));
}

/* The life of each person in the scope: first day, last day, still there. */
#define VIE_TOUS \
	" FROM (SELECT 0 AS g, m.contact_id AS id, MIN(m.debut) AS d, MAX(m.fin) AS f," \
	" MAX(m.fin IS NULL) AS ici FROM " COUNTED( \
		"m") " WHERE 0 BETWEEN ? AND ? GROUP BY 2) v" \
		     " JOIN contact c ON c.id = v.id AND " COMPTE
#define VIE_DANS \
	" FROM (SELECT a.ancetre_id AS g, m.contact_id AS id, MIN(m.debut) AS d, MAX(m.fin) AS f," \
	" MAX(m.fin IS NULL) AS ici FROM " COUNTED_BELOW( \
		"m") " WHERE a.ancetre_id BETWEEN ? AND ? GROUP BY 1, 2) v" \
		     " JOIN contact c ON c.id = v.id AND " COMPTE

#define VIE_PARMI \
	" FROM (SELECT 0 AS g, m.contact_id AS id, MIN(m.debut) AS d, MAX(m.fin) AS f," \
	" MAX(m.fin IS NULL) AS ici" IDS \
	" JOIN " COUNTED("m") " WHERE m.contact_id = s.id GROUP BY 2) v" \
			      " JOIN contact c ON c.id = v.id AND " COMPTE

#define VIE_SQL(cle, vies, de, ou) \
	SQL("SELECT v.g, " cle ", COUNT(*)" vies de " WHERE " ou " GROUP BY 1, 2")
#define VIE(r, k, axe, cle, de, ou, ...) \
	add(r, k, axe, \
		(k)->ids != NULL ? \
			db_rows(r, VIE_SQL(cle, VIE_PARMI, de, ou), S((k)->ids), __VA_ARGS__) : \
			(k)->last == 0 ? db_rows(r, VIE_SQL(cle, VIE_TOUS, de, ou), I((k)->first), \
						 I((k)->last), __VA_ARGS__) : \
					 db_rows(r, VIE_SQL(cle, VIE_DANS, de, ou), I((k)->first), \
						 I((k)->last), __VA_ARGS__))

#define TYPES_VIE \
	" JOIN champ_valeur t ON t.contact_id = c.id" \
	" AND t.champ_id = (SELECT id FROM champ WHERE cle = 'types_benevolat')"

static void
count_lives(struct req *r, struct comptage *k)
{
	VIE(r, k, "arrivee", "LEFT(v.d, 7)", "", "v.d >= ?", S(k->t->debut));
	VIE(r, k, "depart", "LEFT(v.f, 7)", "", "v.ici = 0 AND v.f >= ?", S(k->t->debut));
	VIE(r, k, "neuf", "'neuf'", "", "c.acces = 2 AND v.d >= ? AND (v.ici OR v.g = 0)",
		S(k->t->depuis));
	VIE(r, k, "type_neuf", "t.valeur", TYPES_VIE,
		"c.acces = 2 AND v.d >= ? AND (v.ici OR v.g = 0)", S(k->t->depuis));
}

/* Missions: the places that volunteers hold in groups. */
static void
count_missions(struct req *r, struct comptage *k)
{
	add(r, k, "missions",
		k->ids != NULL ?
			db_rows(r,
				SQL("SELECT 0, 'toutes', COUNT(*) FROM"
				    " (SELECT m.contact_id, m.groupe_id" PARMI
				    " AND c.acces = 2 AND " COMPTE " JOIN " COUNTED(
					    "m") " WHERE m.contact_id = c.id AND m.fin IS NULL"
						 " GROUP BY 1, 2) x"),
				S(k->ids)) :
			k->last == 0 ?
			db_rows(r,
				SQL("SELECT 0, 'toutes', COUNT(*) FROM"
				    " (SELECT m.contact_id, m.groupe_id FROM " COUNTED(
					    "m") " JOIN contact c ON c.id = m.contact_id"
						 " AND c.acces = 2"
						 " AND " COMPTE
						 " WHERE m.fin IS NULL AND 0 BETWEEN ? AND ?"
						 " GROUP BY 1, 2) x"),
				I(k->first), I(k->last)) :
			db_rows(r,
				SQL("SELECT x.g, 'toutes', COUNT(*) FROM"
				    " (SELECT a.ancetre_id AS g, m.contact_id, m.groupe_id"
				    " FROM " COUNTED_BELOW(
					    "m") " AND m.fin IS NULL"
						 " JOIN contact c ON c.id = m.contact_id"
						 " AND c.acces = 2"
						 " AND " COMPTE
						 " WHERE a.ancetre_id BETWEEN ? AND ?"
						 " GROUP BY 1, 2, 3) x"
						 " GROUP BY x.g"),
				I(k->first), I(k->last)));
}

static struct tableau *
empty(struct req *r, time_t moment)
{
	struct tableau *t = arena_alloc(&r->mem, sizeof *t);
	struct tm tm, m;

	localtime_r(&moment, &tm);
	m = tm;
	*t = (struct tableau) { .moment = moment };
	tm.tm_mon -= 3;
	tm.tm_isdst = m.tm_isdst = -1;
	tm.tm_hour = m.tm_hour = 12;
	t->depuis = text_iso_at(&r->mem, mktime(&tm));
	m.tm_mday = 1;
	m.tm_mon -= MOIS - 1;
	t->debut = text_iso_at(&r->mem, mktime(&m));
	return t;
}

static void
count_all(struct req *r, struct comptage *k)
{
	count_people(r, k);
	count_years(r, k);
	count_lives(r, k);
	count_missions(r, k);
}

/* ---- kept figures ---- */

static bool
many(struct req *r)
{
	return db_int(r, SQL("SELECT COUNT(*) FROM (SELECT 1 FROM contact LIMIT ?) n"),
		       I(tableau_few + 1)) > tableau_few;
}

/* When the kept figures were counted; 0: never. */
static time_t
kept_at(struct req *r)
{
	const char *at = db_string(r, SQL("SELECT calcule_le FROM tableau_calcul WHERE id = 1"));

	return at != NULL ? clock_parse(at) : 0;
}

static void
read_kept(struct req *r, struct tableau *t, struct rows *rows)
{
	while (db_next(rows, &r->mem)) {
		struct chiffre *c = arena_alloc(&r->mem, sizeof *c);

		*c = (struct chiffre) { .next = t->chiffres,
			.groupe = db_num(rows, 0),
			.n = db_num(rows, 3),
			.axe = arena_strdup(&r->mem, db_text(rows, 1)),
			.cle = arena_strdup(&r->mem, db_text(rows, 2)) };
		t->chiffres = c;
	}
}

/* All figures of everybody (GROUPE 0), or of a group with those below. */
struct tableau *
tableau_of(struct req *r, int64_t groupe)
{
	time_t kept = many(r) ? kept_at(r) : 0;
	struct tableau *t = empty(r, kept != 0 ? kept : clock_now());
	struct comptage k = { t, NULL, groupe, groupe, mesure_today(r) };

	if (kept != 0)
		read_kept(r, t,
			db_rows(r,
				SQL("SELECT groupe_id, axe, cle, n FROM tableau"
				    " WHERE groupe_id = ?"),
				I(groupe)));
	else
		count_all(r, &k);
	return t;
}

/* All figures of the people of IDS, a JSON array; counted now. */
struct tableau *
tableau_among(struct req *r, const char *ids)
{
	struct tableau *t = empty(r, clock_now());
	struct comptage k = { t, ids, 0, 0, mesure_today(r) };

	count_all(r, &k);
	return t;
}

/* How many people and missions each group has, with those below. */
struct tableau *
tableau_groups(struct req *r)
{
	time_t kept = many(r) ? kept_at(r) : 0;
	struct tableau *t = empty(r, kept != 0 ? kept : clock_now());
	struct comptage k = { t, NULL, 1, INT64_MAX, mesure_today(r) };

	if (kept != 0) {
		read_kept(r, t,
			db_rows(r,
				SQL("SELECT groupe_id, axe, cle, n FROM tableau"
				    " WHERE axe IN ('profil', 'missions')")));
	} else {
		count_profiles(r, &k);
		count_missions(r, &k);
	}
	return t;
}

int64_t
tableau_n(const struct tableau *t, int64_t groupe, const char *axe, const char *cle)
{
	for (const struct chiffre *c = t->chiffres; c != NULL; c = c->next)
		if (c->groupe == groupe && strcmp(c->cle, cle) == 0 && strcmp(c->axe, axe) == 0)
			return c->n;
	return 0;
}

/* Is another count due?  Only where people are many and something was written or the day is over,
 * and so that counting takes at most a twentieth of the time. */
static bool
due(struct req *r, const char *state)
{
	return many(r) &&
		db_int(r,
			SQL("SELECT NOT EXISTS (SELECT 1 FROM tableau_calcul WHERE id = 1"
			    " AND ((empreinte = ? AND DATE(calcule_le) = UTC_DATE())"
			    " OR calcule_le > UTC_TIMESTAMP() - INTERVAL duree_ms DIV 50 SECOND))"),
			S(state));
}

/* Count all there is and keep it, if that is due.  How many figures. */
int64_t
tableau_keep(struct req *r)
{
	const char *state = db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1"));
	int64_t began = clock_ms(), n = 0;
	struct tableau *t = empty(r, clock_now());
	struct comptage all = { t, NULL, 0, 0, mesure_today(r) },
			each = { t, NULL, 1, INT64_MAX, all.today };
	struct buffer rows = { &r->mem };

	if (!due(r, state))
		return 0;
	count_all(r, &all);
	count_all(r, &each);
	for (const struct chiffre *c = t->chiffres; c != NULL; c = c->next, n++)
		json_add(
			&rows, JN("g", c->groupe), JS("a", c->axe), JS("c", c->cle), JN("n", c->n));
	db_exec(r, SQL("DELETE FROM tableau"));
	if (n > 0)
		db_exec(r,
			SQL("INSERT INTO tableau SELECT g, a, c, n FROM JSON_TABLE(?, '$[*]'"
			    " COLUMNS (g BIGINT PATH '$.g',"
			    " a VARCHAR(12) PATH '$.a', c VARCHAR(200) PATH '$.c',"
			    " n INT PATH '$.n')) j"),
			S(json_list(&rows)));
	db_exec(r, SQL("REPLACE INTO tableau_calcul VALUES (1, ?, ?, ?)"), S(state),
		S(clock_sql(&r->mem, t->moment)), I(clock_ms() - began));
	return n;
}
