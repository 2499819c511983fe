/* concernes.c - whom a rule reaches, since when, and what is to be done with her today
 *
 * The date that counts is the latest of those that exist; one that lies in the future is none.
 * Who reads a mail gives no sign: HubSpot's date of change, which moves when a mail is opened, is
 * not asked.  Who has no date at all is listed, and goes by a person's decision alone.  Who is of
 * the team, or administers, or is put aside (limite.h), goes by no rule.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/conservation/conservation.h"
#include "domain/objets/nommes.h"
#include "domain/socle/garde.h"

#define NEVER "TIMESTAMP'1000-01-01 00:00:00'"

/* The latest moment of COLUMN that is past. */
#define LATEST(column, from) \
	", COALESCE((SELECT MAX(" column ") FROM " from " AND " column " <= q.t), " NEVER ")"

/* A day that a field of people holds, by the key of the field. */
#define DAY_OF(cle) \
	"(SELECT MAX(CAST(LEFT(v_.valeur, 10) AS DATETIME)) FROM champ f_ JOIN champ_valeur v_" \
	" ON v_.champ_id = f_.id AND v_.contact_id = c.id WHERE f_.cle = '" cle "'" \
	" AND f_.genre = 'date' AND f_.retire_le IS NULL" \
	" AND CAST(LEFT(v_.valeur, 10) AS DATETIME) <= q.t)"

/* Signs that come from her. */
#define SIGNS \
	LATEST("k_.vu_le", "compte k_ WHERE k_.contact_id = c.id") \
	LATEST("k_.cree_le", "compte k_ WHERE k_.contact_id = c.id") \
	LATEST("s_.vu_le", "session s_ WHERE s_.contact_id = c.id") \
	LATEST("m_.cree_le", "message m_ WHERE m_.auteur_id = c.id AND m_.genre <> 'trace'") \
	LATEST("i_.cree_le", "inscription i_ WHERE i_.contact_id = c.id") \
	LATEST("p_.present_le", \
		"inscription i_ JOIN place p_ ON p_.inscription_id = i_.id" \
		" WHERE i_.contact_id = c.id") \
	LATEST("t_.pris_le", "creneau_place t_ WHERE t_.contact_id = c.id") \
	LATEST("t_.present_le", "creneau_place t_ WHERE t_.contact_id = c.id") \
	LATEST("h_.jour", "heures h_ WHERE h_.contact_id = c.id") \
	LATEST("n_.cree_le", "nouvelles n_ WHERE n_.contact_id = c.id AND n_.genre = 'recues'") \
	LATEST("d_.cree_le", \
		"groupe_demande d_ WHERE d_.contact_id = c.id AND d_.genre = 'demande'") \
	LATEST("a_.revenu_le", "conservation_avis a_ WHERE a_.contact_id = c.id") \
	", COALESCE(" DAY_OF("dernier_echange") ", " NEVER ")"

#define STATUS_PATH(initial) \
	LATEST("w_.debut", \
		"parcours w_ JOIN champ f_ ON f_.id = w_.champ_id AND f_.cle = 'statut'" \
		" WHERE w_.contact_id = c.id AND w_.valeur = 'ancien' AND w_.fin IS NULL" \
		" AND w_.initial = " initial)

/* When she left: as the CRM said it since we read it, or as a field says; of who had left before,
 * the day that we learned it. */
#define LEFT_ON \
	STATUS_PATH("FALSE") \
	", IF(c.retire_le <= q.t, c.retire_le, " NEVER "), COALESCE(" DAY_OF("date_depart") \
		STATUS_PATH("TRUE") ")"

#define MADE "IF(c.crm_cree_le <= q.t, c.crm_cree_le, " NEVER ")"

/* The rules in force, and one that is tried instead of its row.  Binds ESSAI(). */
#define RULES \
	"(SELECT id, cle, sujet, statut, depuis, duree, unite, suite FROM conservation_regle" \
	" WHERE id <> ? AND sujet IN ('personne', 'compte') AND duree IS NOT NULL" \
	" UNION ALL SELECT ?, 'essai', ?, ?, ?, ?, ?, 'essai') g"
#define ESSAI(e) \
	I((e)->regle), I((e)->regle), S((e)->sujet), S((e)->statut), S((e)->depuis), \
		(e)->unite != NULL ? I((e)->duree) : NOTHING, S((e)->unite)

/* X: each person under each rule that speaks of her, with since when.  The limits are none: without
 * them MariaDB moves conditions in, and loses q at the second execution of a prepared statement. */
#define REACHED(which) \
	"(SELECT c.id, g.id AS regle, g.cle, g.suite, g.sujet, g.depuis AS source, g.duree," \
	" g.unite, q.t, NULLIF(CASE WHEN g.sujet = 'compte' THEN GREATEST(" NEVER SIGNS ")" \
	" WHEN g.depuis = 'depart' THEN COALESCE(NULLIF(GREATEST(" NEVER LEFT_ON SIGNS "), " NEVER \
	"), " MADE ") ELSE GREATEST(" MADE SIGNS ") END, " NEVER ") AS depuis" \
	" FROM (SELECT CAST(? AS DATETIME) AS t LIMIT 1) q JOIN " RULES \
	" JOIN contact c ON c.fusionne_dans IS NULL AND c.limite_le IS NULL AND " which \
	" LEFT JOIN compte k ON k.contact_id = c.id" \
	" WHERE g.duree IS NOT NULL AND IF(g.sujet = 'compte'," \
	" c.acces > 0 AND k.contact_id IS NOT NULL AND k.ferme_le IS NULL," \
	" IF(c.retire_le IS NOT NULL, 'ancien', c.statut) = g.statut AND c.acces < 3" \
	" AND COALESCE(k.role, '') <> 'admin'" \
	" AND (c.hubspot_id IS NOT NULL OR c.nom <> '' OR c.prenom <> '' OR c.email <> ''))" \
	" AND (g.sujet = 'compte' OR g.depuis <> 'echange' OR c.crm_cree_le IS NULL" \
	" OR c.crm_cree_le > q.t OR " GARDE_FIN( \
		"c.crm_cree_le", "g") " <= q.t + INTERVAL 30 DAY) LIMIT 1000000000) x"

/* When the delay of X ends.  A warning is of this end, and not of one that was long before. */
#define FIN GARDE_FIN("x.depuis", "x")
#define AVERTI \
	"IF(x.depuis > a.averti_le OR a.averti_le < x.t - INTERVAL 1 YEAR" \
	" OR a.averti_le < " FIN " - INTERVAL 60 DAY, NULL, a.averti_le)"

/* Y: whose delay ends within a month, or who has no date; what was said to her since. */
#define ENDING(which) \
	"(SELECT x.*, " FIN " AS fin, " AVERTI " AS averti," \
	" IF(x.depuis > a.rappel_le OR a.rappel_le < a.averti_le, NULL, a.rappel_le) AS rappel," \
	" IF(x.depuis > a.accord_le, NULL, a.accord_le) AS accord," \
	" EXISTS (SELECT 1 FROM contact b_ WHERE b_.id = x.id AND b_.email <> ''" \
	" AND NOT EXISTS (SELECT 1 FROM adresse_erreur r_" \
	" WHERE r_.contact_id = b_.id AND r_.adresse = b_.email)) AS joignable," \
	" ROW_NUMBER() OVER (PARTITION BY x.id ORDER BY x.sujet = 'compte', x.regle) AS rang" \
	" FROM " REACHED(which) " LEFT JOIN conservation_avis a" \
				" ON a.contact_id = x.id AND a.regle_id = x.regle" \
				" WHERE x.depuis IS NULL OR " FIN " <= x.t + INTERVAL 30 DAY) y"

/* What is to be done with her. */
#define ACTION \
	"CASE WHEN y.accord IS NOT NULL AND (y.depuis IS NULL OR DATE(y.fin) <= DATE(y.t))" \
	" THEN y.suite WHEN y.depuis IS NULL THEN 'sans-date'" \
	" WHEN y.accord IS NOT NULL THEN 'attendre' WHEN NOT y.joignable THEN 'decider'" \
	" WHEN y.averti IS NULL THEN 'avertir'" \
	" WHEN y.sujet = 'compte' AND y.rappel IS NULL THEN IF(DATE(GREATEST(y.fin," \
	" y.averti + INTERVAL 30 DAY)) <= DATE(y.t) + INTERVAL 7 DAY, 'rappeler', 'attendre')" \
	" WHEN DATE(y.fin) <= DATE(y.t) AND DATE(y.averti) + INTERVAL 30 DAY <= DATE(y.t)" \
	" AND (y.sujet <> 'compte' OR DATE(y.rappel) + INTERVAL 7 DAY <= DATE(y.t))" \
	" THEN y.suite ELSE 'attendre' END"

/* Z, a table: id, regle, cle, sujet, source, depuis, fin, averti, action.  Binds CONCERNED(). */
#define CONCERNES(which) \
	"(SELECT y.id, y.regle, y.cle, y.suite, y.sujet, y.source, y.depuis, y.fin," \
	" y.averti, " ACTION " AS action FROM " ENDING(which) " WHERE y.rang = 1) z"
#define CONCERNED(r, e) S(clock_sql(&(r)->mem, clock_now())), ESSAI(e)

static const struct regle_essai none = { 0, "essai", NULL, "", NULL, 0 };

/* A key of a set of people and rules: another person is another key, whatever their order. */
#define KEY_OF(which) \
	"COALESCE(HEX(BIT_XOR(IF(" which ", CAST(CONV(LEFT(SHA2(CONCAT(z.id, ':', z.regle), 256)," \
	" 16), 16, 10) AS UNSIGNED), 0))), '0')"

/* Of the people whom a rule warns, and of those whom it ends. */
#define KEYS KEY_OF("z.action IN ('avertir', 'rappeler')") ", " KEY_OF("z.action = z.suite")

static void
count_at(struct req *r, const char *utc, const struct regle_essai *e, int64_t regle,
	struct concernes *n)
{
	*n = (struct concernes) { 0 };
	db_read(r,
		SQL("SELECT COUNT(*), COALESCE(SUM(z.action = 'avertir'), 0),"
		    " COALESCE(SUM(z.action = 'rappeler'), 0),"
		    " COALESCE(SUM(z.action = 'attendre'), 0),"
		    " COALESCE(SUM(z.action = 'decider'), 0), COALESCE(SUM(z.action = z.suite), 0),"
		    " COALESCE(SUM(z.action = 'sans-date'), 0),"
		    " " KEYS " FROM " CONCERNES("TRUE") " WHERE ? = 0 OR z.regle = ?"),
		INTO(TO(&n->total), TO(&n->avertir), TO(&n->rappeler), TO(&n->attendre),
			TO(&n->decider), TO(&n->agir), TO(&n->sans_date), TO(&n->qui_avertir),
			TO(&n->qui_agir)),
		S(utc), ESSAI(e), I(regle), I(regle));
}

/* By what is to be done; of one rule, or (0) of all. */
void
concernes_count(struct req *r, const struct regle_essai *e, int64_t regle, struct concernes *n)
{
	count_at(r, clock_sql(&r->mem, clock_now()), e != NULL ? e : &none, regle, n);
}

void
concernes_at(struct req *r, const char *utc, struct concernes *n)
{
	count_at(r, utc, &none, 0, n);
}

struct rows *
concernes_lines(struct req *r)
{
	return db_rows(r,
		SQL("SELECT z.id, z.cle, COALESCE(DATE(z.depuis), '-'), z.action FROM " CONCERNES(
			"TRUE") " ORDER BY z.fin IS NULL, z.fin, z.id"),
		CONCERNED(r, &none));
}

struct rows *
concernes_table(struct req *r)
{
	return db_rows(r,
		SQL("SELECT z.id, TRIM(CONCAT(c.prenom, ' ', c.nom)), COALESCE(c.hubspot_id, ''),"
		    " g.quoi, COALESCE(DATE(z.depuis), ''), COALESCE(DATE(z.fin), ''),"
		    " COALESCE(DATE(z.averti), ''), z.action FROM " CONCERNES(
			    "TRUE") " JOIN contact c ON c.id = z.id JOIN conservation_regle g"
				    " ON g.id = z.regle ORDER BY z.fin IS NULL, z.fin, z.id"),
		CONCERNED(r, &none));
}

int
concernes_list(struct req *r, const char *name, const char *action, int64_t most, int64_t from)
{
	int n = db_list(r, name,
		SQL("SELECT z.id, c.prenom, c.nom, g.quoi, z.cle, z.sujet, z.source, z.depuis,"
		    " z.fin, z.averti, z.action, z.suite, EXISTS (SELECT 1 FROM compte k"
		    " WHERE k.contact_id = z.id) AS compte,"
		    " IF(" SEES("o") ", 1, NULL) AS voit FROM " CONCERNES(
			    "TRUE") " JOIN contact c ON c.id = z.id JOIN objet o ON o.id = z.id"
				    " JOIN conservation_regle g ON g.id = z.regle"
				    " WHERE ? = '' OR IF(z.action = z.suite, 'agir', z.action) = ?"
				    " ORDER BY z.fin IS NULL, z.fin, z.id LIMIT ? OFFSET ?"),
		ME(r), CONCERNED(r, &none), S(action), S(action), I(most), I(from));

	for (struct row *p = row_first(r, name); p != NULL; p = row_next(p)) {
		const char *since = row_text(p, "depuis"), *end = row_text(p, "fin");

		visage(r, p, "id");
		if (*since != '\0')
			row_say(p, "depuis_le", text_day(&r->mem, since));
		if (*end != '\0')
			row_say(p, "fin_le", text_day(&r->mem, end));
	}
	return n;
}

void
concernes_by_rule(struct req *r)
{
	db_list(r, "parts",
		SQL("SELECT z.regle AS id, COUNT(*) AS n FROM " CONCERNES("TRUE") " GROUP BY"
										  " z.regle"),
		CONCERNED(r, &none));
}

/* Everybody, to be dealt with one by one. */
struct concerne *
concernes_all(struct req *r, size_t *n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT z.id, z.regle, z.action, z.cle, z.depuis FROM " CONCERNES(
			"TRUE") " ORDER"
				" BY z.fin, z.id"),
		CONCERNED(r, &none));
	struct concerne *all = NULL;
	size_t size = 0;

	for (*n = 0; db_next(rows, &r->mem); (*n)++) {
		if (*n == size) {
			struct concerne *more =
				arena_alloc(&r->mem, (size = size * 2 + 64) * sizeof *more);

			if (*n > 0)
				memcpy(more, all, *n * sizeof *more);
			all = more;
		}
		all[*n] = (struct concerne) { db_num(rows, 0), db_num(rows, 1),
			arena_strdup(&r->mem, db_text(rows, 2)),
			arena_strdup(&r->mem, db_text(rows, 3)),
			arena_strdup(&r->mem, db_text(rows, 4)) };
	}
	return all;
}

/* The same of one person, as she is at this moment.  False: no rule reaches her any more. */
bool
concernes_one(struct req *r, int64_t contact_id, struct concerne *c)
{
	*c = (struct concerne) { .action = "", .cle = "", .depuis = "" };
	return db_read(r,
		SQL("SELECT z.id, z.regle, z.action, z.cle, z.depuis FROM " CONCERNES("c.id = ?")),
		INTO(TO(&c->id), TO(&c->regle), TO(&c->action), TO(&c->cle), TO(&c->depuis)),
		CONCERNED(r, &none), I(contact_id));
}
