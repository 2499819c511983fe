/* frein.c - too many people at once: a date of the CRM is wrong, or the clock, or it is the first
 * time; administrators look, and agree or not
 *
 * Measured as departures of the sync are (hubspot.brake_percent, hubspot.brake_least).  An
 * agreement is for so many people and one act, to warn or to let go: those who were warned are
 * asked about again before they go.
 */

#include <stdlib.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "domain/conservation/conservation.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

static int64_t
agreed(struct req *r, const char *cle)
{
	return strtoll(reglage(r, cle, "0"), NULL, 10);
}

static void
put(struct req *r, const char *cle, int64_t n)
{
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES (?, ?)"), S(cle), I(n));
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
	f->avertir = written > f->limite && written > agreed(r, "conservation_accord_avis");
	f->agir =
		f->tous.agir > f->limite && f->tous.agir > agreed(r, "conservation_accord_depart");
}

/* The reader has seen what is held, and agrees to it. */
void
frein_agree(struct req *r, const struct frein *f)
{
	int64_t written = f->tous.avertir + f->tous.rappeler;

	if (f->avertir)
		put(r, "conservation_accord_avis", written);
	if (f->agir)
		put(r, "conservation_accord_depart", f->tous.agir);
	journal(r, "conservation.accord", 0, NULL,
		json_made(&r->mem, JN("avertir", f->avertir ? written : 0),
			JN("anonymiser", f->agir ? f->tous.agir : 0)));
}
