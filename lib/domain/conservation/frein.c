/* frein.c - too many people at once: a date of the CRM is wrong, or the clock, or it is the first
 * time; administrators look, and agree or not
 *
 * Measured as departures of the sync are (hubspot.brake_percent, hubspot.brake_least).  An
 * agreement is for those very people and one act, to warn or to let go: those who were warned are
 * asked about again before they go.
 */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "domain/conservation/conservation.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

enum { WHEN = 19 }; /* "2026-12-01 03:00:00", before the key of those agreed to */

/* Were those of today agreed to?  Those of the day of the agreement are the same people still, and
 * who came in since by the mere passing of days is not too many. */
static bool
agreed(struct req *r, const char *cle, bool go, int64_t n, int64_t limit)
{
	const char *kept = reglage(r, cle, "");
	struct concernes then;

	if (strlen(kept) <= WHEN || kept[WHEN] != '|')
		return false;
	kept = arena_strdup(&r->mem, kept);
	concernes_at(r, arena_printf(&r->mem, "%.*s", WHEN, kept), &then);
	return strcmp(kept + WHEN + 1, go ? then.qui_agir : then.qui_avertir) == 0 &&
		n - (go ? then.agir : then.avertir + then.rappeler) <= limit;
}

static void
put(struct req *r, const char *cle, const char *qui)
{
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES (?, ?)"), S(cle),
		S(arena_printf(&r->mem, "%s|%s", clock_sql(&r->mem, clock_now()), qui)));
}

/* What is held today, and why.  An agreement that is not needed any more ends with the next look
 * that may write (frein_agree() of nothing). */
void
frein_look(struct req *r, struct frein *f)
{
	int64_t people = db_int(r,
			SQL("SELECT COUNT(*) FROM contact WHERE fusionne_dans IS NULL"
			    " AND (hubspot_id IS NOT NULL OR nom <> '' OR prenom <> '')")),
		share = people * conf.hubspot_brake_percent / 100, written;

	*f = (struct frein) {
		.limite = share > conf.hubspot_brake_least ? share : conf.hubspot_brake_least
	};
	concernes_count(r, NULL, 0, &f->tous);
	written = f->tous.avertir + f->tous.rappeler;
	f->avertir = written > f->limite &&
		!agreed(r, "conservation_accord_avis", false, written, f->limite);
	f->agir = f->tous.agir > f->limite &&
		!agreed(r, "conservation_accord_depart", true, f->tous.agir, f->limite);
}

/* The reader has seen what is held, and agrees to it. */
void
frein_agree(struct req *r, const struct frein *f)
{
	int64_t written = f->tous.avertir + f->tous.rappeler;

	if (f->avertir)
		put(r, "conservation_accord_avis", f->tous.qui_avertir);
	if (f->agir)
		put(r, "conservation_accord_depart", f->tous.qui_agir);
	journal(r, "conservation.accord", 0, NULL,
		json_made(&r->mem, JN("avertir", f->avertir ? written : 0),
			JN("anonymiser", f->agir ? f->tous.agir : 0)));
}
