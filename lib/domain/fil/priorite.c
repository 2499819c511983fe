/* priorite.c - what a group puts first, in order, and what it put first before */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/fil/priorite.h"
#include "domain/socle/journal.h"

static void
dress(struct req *r, const char *name)
{
	const char *since = "";

	for (struct row *p = row_first(r, name); p != NULL; p = row_next(p))
		if (strcmp(row_text(p, "debut"), since) > 0)
			since = row_text(p, "debut");
	if (*since != '\0')
		say(r, "depuis", text_day_near(&r->mem, since, clock_now()));
}

/* Say priorites.N.texte, and depuis: since when the newest of them; with db_now(). */
void
priorite_say(struct req *r, int64_t groupe_id)
{
	db_later(r, "priorites", dress,
		SQL("SELECT id, texte, debut FROM priorite WHERE groupe_id = ? AND fin IS NULL"
		    " ORDER BY ordre"),
		I(groupe_id));
}

/* Say passees.N: what is no longer a priority, the last first. */
void
priorite_say_past(struct req *r, int64_t groupe_id)
{
	db_list(r, "passees",
		SQL("SELECT texte, debut, fin FROM priorite WHERE groupe_id = ? AND fin IS NOT NULL"
		    " ORDER BY fin DESC, ordre LIMIT 30"),
		I(groupe_id));
	for (struct row *p = row_first(r, "passees"); p != NULL; p = row_next(p)) {
		row_say(p, "du", text_day_near(&r->mem, row_text(p, "debut"), clock_now()));
		row_say(p, "au", text_day_near(&r->mem, row_text(p, "fin"), clock_now()));
	}
}

/* These are now the priorities, in that order ("" is none).  One that stays keeps its date; one
 * that is no longer among them ends today and is kept. */
void
priorite_set(struct req *r, int64_t groupe_id, const char *const textes[PRIORITES])
{
	db_exec(r, SQL("UPDATE priorite SET fin = UTC_DATE() WHERE groupe_id = ? AND fin IS NULL"),
		I(groupe_id));
	for (int i = 0, ordre = 1; i < PRIORITES; i++) {
		int64_t id;

		if (*textes[i] == '\0')
			continue;
		id = db_int(r,
			SQL("SELECT id FROM priorite WHERE groupe_id = ? AND texte = ?"
			    " AND fin = UTC_DATE() ORDER BY id DESC LIMIT 1"),
			I(groupe_id), S(textes[i]));
		if (id != 0)
			db_exec(r, SQL("UPDATE priorite SET fin = NULL, ordre = ? WHERE id = ?"),
				I(ordre++), I(id));
		else
			db_exec(r,
				SQL("INSERT INTO priorite (groupe_id, texte, ordre, debut,"
				    " cree_par) VALUES (?, ?, ?, UTC_DATE(), NULLIF(?, 0))"),
				I(groupe_id), S(textes[i]), I(ordre++), I(r->user.id));
	}
	journal(r, "groupe.priorites", groupe_id, NULL, NULL);
}
