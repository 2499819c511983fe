/* lettre_pres.c - the block "Près de chez vous": the next events of each departement, once for a
 * letter, whoever many read it
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/span.h"
#include "base/template.h"
#include "base/text.h"
#include "domain/lettres/lettre_rendu.h"

enum { EACH = 3, PLACES = 110, WEEKS = 6 };

/* Events that all readers of that letter see: the public ones, and those of volunteers when it is
 * for them alone. */
static struct rows *
events(struct req *r, int64_t id)
{
	return db_rows(r,
		SQL("SELECT * FROM (SELECT e.departement, e.id, o.titre,"
		    " COALESCE(NULLIF(d.lieu, ''), e.lieu) AS lieu, d.debut, d.fin, e.journee,"
		    " ROW_NUMBER() OVER (PARTITION BY e.departement ORDER BY d.debut, e.id) AS rang"
		    " FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
		    " JOIN objet o ON o.id = e.id WHERE e.departement <> '' AND e.etat = 'publie'"
		    " AND e.supprime_le IS NULL AND d.etat = 'prevu' AND d.debut > ?"
		    " AND d.debut < ? AND (e.visibilite = 'public' OR (e.visibilite = 'benevoles'"
		    " AND EXISTS (SELECT 1 FROM lettre l WHERE l.id = ? AND l.audience"
		    " IN ('public:benevoles', 'public:siege'))))) proches WHERE rang <= 3"
		    " ORDER BY departement, rang"),
		S(clock_sql(&r->mem, clock_now())),
		S(clock_sql(&r->mem, clock_now() + WEEKS * 7 * 86400)), I(id));
}

static void
say_event(struct req *r, struct row *row, struct rows *e)
{
	row_say(row, "titre", lettre_unmarked(r, db_text(e, 2)));
	row_say(row, "lieu", lettre_unmarked(r, db_text(e, 3)));
	row_say(row, "quand",
		text_span(&r->mem, clock_parse(db_text(e, 4)), clock_parse(db_text(e, 5)),
			db_num(e, 6) != 0, clock_now()));
	row_say(row, "lien",
		arena_printf(&r->mem, "%s/agenda/%" PRId64, conf.site_url, db_num(e, 1)));
}

/* What was said as Pres.proches, as one variant more. */
static void
add(struct req *r, struct pres *all, unsigned *n, const char *departement)
{
	say(r, "Pres.agenda", arena_printf(&r->mem, "%s/agenda", conf.site_url));
	all[(*n)++] = (struct pres) { departement,
		template_render(r, "courriel/lettre_pres.html.cs", "", NULL),
		text_trim(&r->mem,
			lettre_lignes(
				r, template_render(r, "courriel/lettre_pres.txt.cs", "", NULL))) };
	unsay(r, "Pres");
}

/* The variants of that letter, when it has such a block: they are OUT's. */
void
lettre_pres_render(struct req *r, int64_t id, struct rendu *out)
{
	struct pres *all;
	struct rows *e;
	const char *last = "";
	int k = 0;

	if (strstr(out->html, lettre_mark(r, "pres")) == NULL)
		return;
	out->pres = all = arena_alloc(&r->mem, PLACES * sizeof *all);
	unsay(r, "Pres");
	e = events(r, id);
	while (db_next(e, &r->mem) && out->n_pres < PLACES - 2) {
		if (strcmp(last, db_text(e, 0)) != 0) {
			if (*last != '\0')
				add(r, all, &out->n_pres, last);
			last = arena_strdup(&r->mem, db_text(e, 0));
			k = 0;
		}
		say_event(r, row_nth(r, "Pres.proches", k++), e);
	}
	if (*last != '\0')
		add(r, all, &out->n_pres, last);
	add(r, all, &out->n_pres, "");
}
