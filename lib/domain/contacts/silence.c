/* silence.c - the latest sign of life of each member of a group, and asking for news */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "domain/contacts/silence.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

#define LATEST(sql) ", COALESCE((" sql "), '2000-01-01')"

/* After how many days without news somebody is in the list. */
int64_t
silence_days(struct req *r)
{
	int64_t days = strtoll(reglage(r, "silence.jours", "60"), NULL, 10);

	return days > 0 ? days : 60;
}

/* The message offered to ask for news. */
const char *
silence_message(struct req *r)
{
	return reglage(r, "silence.modele",
		"Bonjour,\n\nCela fait un moment que nous n’avons pas eu de vos nouvelles."
		" Tout va bien\u202F? Aucune obligation\u00A0: un mot suffit, et si vous préférez"
		" souffler,"
		" vous pouvez vous mettre «\u00A0en pause\u00A0» sur votre fiche.\n\nÀ bientôt");
}

/* The group G is the reader's to look after, and known to her: its coordination, or the staff. */
#define LOOKS_AFTER(g) "((? OR " DROIT_SUR(g ".id") ") AND " SEES(g) ")"
#define LOOKING(r) I((r)->user.level >= STAFF), I((r)->user.id), S("fiches"), ME(r)

bool
silence_may(struct req *r, int64_t groupe_id)
{
	if (r->user.level < STAFF && droit(r, "fiches") == NULLE_PART)
		return false;
	return db_int(r,
		       SQL("SELECT 1 FROM objet g WHERE g.id = ? AND g.genre = 'groupe'"
			   " AND " LOOKS_AFTER("g")),
		       I(groupe_id), LOOKING(r)) != 0;
}

/* Say NAME.N.{valeur, libelle, choisi}: the groups that the reader looks after.  How many. */
int
silence_groups(struct req *r, const char *name, int64_t chosen)
{
	return db_list(r, name,
		SQL("SELECT g.id AS valeur, g.titre AS libelle, IF(g.id = ?, 1, NULL) AS choisi"
		    " FROM objet g"
		    " WHERE g.genre = 'groupe' AND g.archive_le IS NULL AND " LOOKS_AFTER(
			    "g") " ORDER BY g.titre, g.id LIMIT 2000"),
		I(chosen), LOOKING(r));
}

/* The volunteers of a group who gave no sign for some days, as x.  Binds SILENT_ME(). */
#define SILENT \
	" FROM (SELECT c.id, c.prenom, c.nom, c.tri," \
	" GREATEST('2000-01-01'" SIGNES( \
		LATEST) ") AS signe, EXISTS (SELECT 1 FROM compte k" \
			" WHERE k.contact_id = c.id) AS compte," \
			" COALESCE((SELECT MAX(n.cree_le) FROM nouvelles n" \
			" WHERE n.contact_id = c.id" \
			" AND n.genre = 'demandees'), '')" \
			" AS demandees FROM membre m JOIN contact c ON c.id = m.contact_id" \
			" AND c.acces = 2" \
			" JOIN objet o ON o.id = c.id" \
			" WHERE m.groupe_id = ? AND m.fin IS NULL AND c.id <> ?" \
			" AND COALESCE(c.pause_jusqu_a, '2000-01-01') < UTC_DATE()" \
			" AND " SEES( \
				"o") " GROUP BY c.id) x WHERE x.signe < UTC_DATE() - INTERVAL ? DAY"
#define SILENT_ME(r, groupe_id, days) I(groupe_id), I((r)->user.id), ME(r), I(days)

int64_t
silence_count(struct req *r, int64_t groupe_id, int64_t days)
{
	return db_int(r, SQL("SELECT COUNT(*)" SILENT), SILENT_ME(r, groupe_id, days));
}

/* All of them, for a table: name, days, whether there is an account, when news were asked,
 * number. */
struct rows *
silence_rows(struct req *r, int64_t groupe_id, int64_t days)
{
	return db_rows(r,
		SQL("SELECT CONCAT_WS(' ', x.prenom, x.nom), DATEDIFF(UTC_DATE(), x.signe),"
		    " IF(x.compte, 'Oui', 'Non'),"
		    " LEFT(x.demandees, 10), x.id" SILENT " ORDER BY x.signe, x.tri, x.id"),
		SILENT_ME(r, groupe_id, days));
}

/* Say NAME.N.{id, prenom, nom, initiales, teinte, jours, compte, demandees}: MOST of them, the
 * longest silent first, from the FROM-th; not what the last sign was. */
void
silence_list(struct req *r, const char *name, int64_t groupe_id, int64_t days, int64_t most,
	int64_t from)
{
	db_list(r, name,
		SQL("SELECT x.id, x.prenom, x.nom, DATEDIFF(UTC_DATE(), x.signe) AS jours,"
		    " x.compte, x.demandees" SILENT
		    " ORDER BY x.signe, x.tri, x.id LIMIT ? OFFSET ?"),
		SILENT_ME(r, groupe_id, days), I(most), I(from));

	for (struct row *p = row_first(r, name); p != NULL; p = row_next(p)) {
		const char *asked = row_text(p, "demandees");

		visage(r, p, "id");
		if (*asked != '\0')
			row_say(p, "demandees_le",
				text_when(&r->mem, clock_parse(asked), clock_now()));
	}
}

/* The reader asked for news of that person ("demandees"), or had some ("recues").  False: she is
 * not the reader's to look after. */
bool
silence_note(struct req *r, int64_t contact_id, const char *genre)
{
	if (db_int(r,
		    SQL("SELECT 1 FROM objet o JOIN contact c ON c.id = o.id AND c.acces = 2"
			" WHERE o.id = ? AND o.id <> ? AND (" MANAGES("o") " OR (? AND " SEES(
				"o") "))"),
		    I(contact_id), I(r->user.id), ME(r), I(r->user.level >= STAFF), ME(r)) == 0)
		return false;
	db_exec(r,
		SQL("INSERT INTO nouvelles (contact_id, par_id, genre, cree_le)"
		    " VALUES (?, ?, ?, UTC_TIMESTAMP())"),
		I(contact_id), I(r->user.id), S(genre));
	journal(r, "nouvelles.notees", contact_id, NULL, json_made(&r->mem, JS("genre", genre)));
	return true;
}
