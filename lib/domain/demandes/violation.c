/* violation.c - who was touched by a breach: whose pages were read, who was in the tables that were
 * taken along, whose record an act names
 *
 * Each comes from what was written when it happened (fiche_lue, the journal), never from what the
 * account may see today.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/demandes/violation.h"
#include "domain/socle/actes.h"
#include "domain/socle/journal.h"

/* As SQL: T(contact_id), of that window and account.  Binds WINDOW(v), twice, then S(taken). */
#define TOUCHED \
	"(SELECT contact_id FROM fiche_lue WHERE lue_le BETWEEN ? - INTERVAL 1 MINUTE AND ?" \
	" AND (par_id = ? OR ? = 0)" \
	" UNION SELECT j.objet_id FROM journal j WHERE j.quand BETWEEN ? AND ?" \
	" AND (j.acteur_id = ? OR ? = 0) AND j.acte LIKE 'contact.%'" \
	" UNION SELECT x.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) x)"
#define WINDOW(v) S((v)->debut), S((v)->fin), I((v)->compte), I((v)->compte)

/* "12-480,502" as numbers, added to a JSON array. */
static void
expand(struct buffer *all, const char *ranges)
{
	char *end;

	while (*ranges != '\0') {
		int64_t from = strtoll(ranges, &end, 10), to = from;

		if (end == ranges)
			return;
		if (*end == '-')
			to = strtoll(end + 1, &end, 10);
		for (; from <= to; from++)
			json_add_id(all, from);
		ranges = end + (*end == ',');
	}
}

/* Who was in the tables that were taken along, as each export says it. */
static const char *
taken(struct req *r, const struct violation *v)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT JSON_VALUE(apres, '$.personnes') FROM journal"
		    " WHERE quand BETWEEN ? AND ? AND (acteur_id = ? OR ? = 0)"
		    " AND JSON_EXISTS(apres, '$.personnes')"),
		WINDOW(v));
	struct buffer all = { &r->mem };

	while (db_next(rows, &r->mem))
		expand(&all, db_text(rows, 0));
	return json_list(&all);
}

/* Say LIST of who was touched, at most MOST; how many they are in all. */
int64_t
violation_people(struct req *r, const struct violation *v, const char *list, int64_t most)
{
	const char *json = taken(r, v);

	db_list(r, list,
		SQL("SELECT c.id, o.titre AS nom, c.statut FROM " TOUCHED
		    " t JOIN contact c ON c.id = t.contact_id JOIN objet o ON o.id = c.id"
		    " ORDER BY c.tri, c.id LIMIT ?"),
		WINDOW(v), WINDOW(v), S(json), I(most));
	return db_int(r,
		SQL("SELECT COUNT(*) FROM " TOUCHED " t JOIN contact c ON c.id = t.contact_id"),
		WINDOW(v), WINDOW(v), S(json));
}

/* All of them: number, name, address, status. */
struct rows *
violation_rows(struct req *r, const struct violation *v)
{
	return db_rows(r,
		SQL("SELECT c.id, o.titre, c.email, c.statut FROM " TOUCHED
		    " t JOIN contact c ON c.id = t.contact_id JOIN objet o ON o.id = c.id"
		    " ORDER BY c.tri, c.id"),
		WINDOW(v), WINDOW(v), S(taken(r, v)));
}

/* The sentence of an act, with … for what it was done to. */
static const char *
act_said(struct arena *mem, const char *acte)
{
	const struct acte_dit *a = acte_find(acte);
	const char *star = a != NULL ? strchr(a->phrase, '*') : NULL;

	if (star == NULL)
		return a != NULL ? a->phrase : acte;
	return arena_printf(mem, "%.*s…%s", (int) (star - a->phrase), a->phrase, star + 1);
}

/* Say LIST of what was done then, by kind of act. */
void
violation_acts(struct req *r, const struct violation *v, const char *list)
{
	db_list(r, list,
		SQL("SELECT acte, COUNT(*) AS n FROM journal WHERE quand BETWEEN ? AND ?"
		    " AND (acteur_id = ? OR ? = 0) GROUP BY acte"
		    " UNION ALL SELECT 'fiches lues', COUNT(*) FROM fiche_lue"
		    " WHERE lue_le BETWEEN ? - INTERVAL 1 MINUTE AND ? AND (par_id = ? OR ? = 0)"
		    " HAVING COUNT(*) > 0"),
		WINDOW(v), WINDOW(v));
	for (struct row *row = row_first(r, list); row != NULL; row = row_next(row))
		row_say(row, "acte", act_said(&r->mem, row_text(row, "acte")));
}

int64_t
violation_new(struct req *r, const struct violation *v)
{
	int64_t id = db_insert(r,
		SQL("INSERT INTO violation (debut, fin, compte, connue_le, personnes, nature,"
		    " consequences, mesures, cree_par, cree_le)"
		    " VALUES (?, ?, NULLIF(?, 0), ?, ?, ?, ?, ?, NULLIF(?, 0), ?)"),
		S(v->debut), S(v->fin), I(v->compte), S(v->connue_le), I(v->personnes),
		S(v->nature), S(v->consequences), S(v->mesures), I(r->user.id),
		S(clock_sql(&r->mem, clock_now())));

	journal(r, "violation.notee", 0, NULL, json_made(&r->mem, JN("violation", id)));
	return id;
}

bool
violation_find(struct req *r, int64_t id, struct violation *v)
{
	*v = (struct violation) { .id = id };
	return db_read(r,
		SQL("SELECT COALESCE(compte, 0), debut, fin, connue_le, nature, consequences,"
		    " mesures, personnes FROM violation WHERE id = ?"),
		INTO(TO(&v->compte), TO(&v->debut), TO(&v->fin), TO(&v->connue_le), TO(&v->nature),
			TO(&v->consequences), TO(&v->mesures), TO(&v->personnes)),
		I(id));
}
