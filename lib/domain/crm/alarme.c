/* alarme.c - what administrators are told by mail when nobody is looking
 *
 * That the sync would close too many people.  That the CRM counts more contacts than it lists.
 * That one account reads page after page of people.  What lasts (a sync that is late) is told by
 * lib/domain/service.
 */

#include <stdlib.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/crm/alarme.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

/* A mail of that GENRE (templates/courriel/) to each administrator, of what was said under
 * Courriel.  In a transaction. */
void
alarme_tell(struct req *r, const char *genre)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT c.id, c.email, c.prenom FROM compte co"
		    " JOIN contact c ON c.id = co.contact_id"
		    " WHERE co.role = 'admin' AND c.acces = 3 AND c.email <> ''"));

	while (db_next(rows, &r->mem)) {
		say(r, "Courriel.prenom", db_text(rows, 2));
		courriel_queue(r, db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)), genre);
	}
}

/* Seconds since HubSpot was last read without a mistake; -1: it never was. */
int64_t
synchro_age(struct req *r)
{
	return db_int(r,
		SQL("SELECT COALESCE(TIMESTAMPDIFF(SECOND, MAX(fin), UTC_TIMESTAMP()), -1)"
		    " FROM sync_tour WHERE etat = 'fait'"));
}

/* Has what the setting CLE remembers turned: is it WRONG since now, or well again?  It is
 * remembered from now on, so that each change is told once.  In the transaction that tells it. */
bool
alarme_turned(struct req *r, const char *cle, bool wrong)
{
	bool told = db_int(r, SQL("SELECT 1 FROM reglage WHERE cle = ?"), S(cle)) != 0;

	if (wrong && !told)
		db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES (?, UTC_TIMESTAMP())"),
			S(cle));
	if (!wrong && told)
		db_exec(r, SQL("DELETE FROM reglage WHERE cle = ?"), S(cle));
	return wrong != told;
}

/* The reader opened that many pages of people in an hour: administrators learn who, the journal
 * too. In a transaction of its own, for who only reads. */
void
alarme_consultation(struct req *r, long pages)
{
	struct req own = { .user = r->user };
	bool alone = !db_in_transaction();

	req_init(&own);
	if (alone)
		db_begin(false);
	say_int(&own, "Courriel.pages", pages);
	say_int(&own, "Courriel.qui_id", r->user.id);
	say(&own, "Courriel.qui", arena_printf(&own.mem, "%s %s", r->user.prenom, r->user.nom));
	alarme_tell(&own, "consultation");
	journal(&own, "contact.consultation", r->user.id, NULL,
		json_made(&own.mem, JN("pages", pages)));
	if (alone)
		db_commit();
	arena_reset(&own.mem);
}

/* So many departures wait for a word of an administrator.  In the transaction that stopped them. */
void
alarme_frein(struct req *r, long people)
{
	say_int(r, "Courriel.personnes", people);
	alarme_tell(r, "synchro_frein");
	journal(r, "synchro.frein", 0, NULL, json_made(&r->mem, JN("personnes", people)));
}

/* The CRM counts so many contacts that its list never tells, and is believed from now on.  In a
 * transaction. */
void
alarme_ecart(struct req *r, long contacts)
{
	say_int(r, "Courriel.contacts", contacts);
	alarme_tell(r, "synchro_ecart");
	journal(r, "synchro.ecart", 0, NULL, json_made(&r->mem, JN("contacts", contacts)));
}

/* The dump of that name must not be relied upon, and why, in a sentence.  In a transaction. */
void
alarme_sauvegarde(struct req *r, const char *nom, const char *wrong)
{
	say(r, "Courriel.nom", nom);
	say(r, "Courriel.pourquoi", wrong);
	alarme_tell(r, "sauvegarde_alarme");
	journal(r, "sauvegarde.alarme", 0, NULL, json_made(&r->mem, JS("nom", nom)));
}
