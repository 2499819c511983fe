/* requete_tour.c - requests that wait too long, and receipts that have served
 *
 * Ten days before a request is late (the twentieth day of its month), and when it is,
 * administrators and who is in charge of the protection of data get a mail.  A receipt is kept five
 * years.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/crm/alarme.h"
#include "domain/demandes/dpo.h"
#include "domain/demandes/requete.h"
#include "domain/socle/journal.h"

#define WAITS \
	"(q.etat = 'ouverte' AND ((q.prevenu_le IS NULL" \
	" AND IF(q.prolongee, q.echeance - INTERVAL 10 DAY, q.recue_le + INTERVAL 20 DAY) <= ?)" \
	" OR (q.retard_le IS NULL AND q.echeance < ?)))"

static void
alarm(struct req *r, const struct requete *q)
{
	bool late = q->jours < 0;

	say(r, "Courriel.droit", q->genre);
	say(r, "Courriel.recue", text_day(&r->mem, q->recue_le));
	say(r, "Courriel.echeance", text_day(&r->mem, q->echeance));
	say(r, "Courriel.lien", arena_printf(&r->mem, "/admin/demandes/%" PRId64, q->id));
	say(r, "Courriel.retard", late ? "1" : "");
	alarme_tell(r, "requete_alarme");
	dpo_tell(r, "requete_alarme");
	db_exec(r,
		SQL("UPDATE requete SET prevenu_le = COALESCE(prevenu_le, UTC_TIMESTAMP()),"
		    " retard_le = IF(?, UTC_TIMESTAMP(), retard_le) WHERE id = ?"),
		I(late), I(q->id));
	requete_step(r, q->id, late ? "retard" : "alerte", "");
}

/* Who was told that she is erased is not kept for having been told; nor are receipts for ever. */
static void
clean(struct req *r, const char *today)
{
	db_exec(r,
		SQL("DELETE FROM courriel WHERE genre = 'requete_effacee'"
		    " AND etat IN ('envoye', 'refuse', 'annule') LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM requete WHERE rendue_le IS NOT NULL"
		    " AND rendue_le < ? - INTERVAL 5 YEAR LIMIT 1000"),
		S(today));
	db_exec(r, SQL("DELETE FROM fiche_lue WHERE lue_le < ? - INTERVAL 1 YEAR LIMIT 10000"),
		S(today));
}

/* The full text was made again since these erasures: their words are in no page of its files. */
static void
rebuilt(struct req *r)
{
	struct rows *rows;

	if (db_int(r, SQL("SELECT 1 FROM reglage WHERE cle = 'index_refaire'")) != 0)
		return;
	rows = db_rows(
		r, SQL("SELECT id FROM requete WHERE recu IS NOT NULL AND index_le IS NULL"));
	while (db_next(rows, &r->mem)) {
		int64_t id = db_num(rows, 0);

		db_exec(r, SQL("UPDATE requete SET index_le = UTC_TIMESTAMP() WHERE id = ?"),
			I(id));
		requete_step(r, id, "index", "");
	}
}

void
requetes_turn(struct req *r)
{
	const char *today = text_iso_at(&r->mem, clock_now());
	bool own = db_begin_own();
	struct rows *rows =
		db_rows(r, SQL("SELECT q.id FROM requete q WHERE " WAITS), S(today), S(today));
	struct requete q;

	while (db_next(rows, &r->mem))
		if (requete_find(r, db_num(rows, 0), &q))
			alarm(r, &q);
	rebuilt(r);
	clean(r, today);
	db_commit_own(own);
}
