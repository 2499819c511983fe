/* journal_nuit.c - what is done for the journal each night: verified, told, its head sent away */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/crm/alarme.h"
#include "domain/notifications/courriel.h"
#include "domain/service/journal_nuit.h"
#include "domain/socle/reglage.h"

enum { WEEK_S = 7 * 86400 - 3600 };

/* Which line was found false last time. */
static int64_t
false_before(struct req *r)
{
	return db_int(r,
		SQL("SELECT COALESCE((SELECT JSON_VALUE(valeur, '$.faux') FROM reglage"
		    " WHERE cle = 'journal_verifie'), 0)"));
}

/* Not by reglage_set(): that the journal was verified is no act of anybody. */
static void
remember(struct req *r, const char *cle, const char *valeur)
{
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES (?, ?)"), S(cle), S(valeur));
}

/* A mail of that GENRE to each administrator, and to who is in charge of the protection of data,
 * unless she is one of them. */
static void
tell(struct req *r, const char *genre)
{
	const char *dpo = arena_strdup(&r->mem, reglage(r, "dpo.adresse", ""));

	alarme_tell(r, genre);
	if (*dpo == '\0' ||
		db_int(r,
			SQL("SELECT 1 FROM compte co JOIN contact c ON c.id = co.contact_id"
			    " WHERE co.role = 'admin' AND c.acces = 3 AND c.email = ? LIMIT 1"),
			S(dpo)) != 0)
		return;
	say(r, "Courriel.prenom", "");
	courriel_queue(r, 0, dpo, genre);
}

static void
alarm(struct req *r, const struct chaine *c)
{
	say(r, "Courriel.ligne", c->faux > 0 ? text_number(&r->mem, c->faux) : "");
	say(r, "Courriel.temoin", c->temoin);
	tell(r, "journal_alarme");
	journal(r, "journal.alarme", 0, NULL, json_made(&r->mem, JN("ligne", c->faux)));
}

/* Once a week its head leaves by mail: what a mailbox holds, nobody who has the base changes. */
static void
mail_head(struct req *r, const struct chaine *c)
{
	const char *last = reglage(r, "journal_tete_le", "");
	time_t now = clock_now();

	if (*last != '\0' && now - clock_parse(last) < WEEK_S)
		return;
	say(r, "Courriel.lignes", text_number(&r->mem, c->lignes));
	say_int(r, "Courriel.derniere", c->derniere);
	say(r, "Courriel.tete", c->tete);
	say(r, "Courriel.depuis", text_moment(&r->mem, now));
	tell(r, "journal_tete");
	remember(r, "journal_tete_le", clock_sql(&r->mem, now));
}

/* Verify, write what was found in reglage journal_verifie, tell administrators of a chain that does
 * not hold (once for each line), keep the head elsewhere, remove what is older than the rule. */
struct chaine
journal_nuit(struct req *r)
{
	struct chaine c = journal_check(r);
	bool own;

	if (c.faux == 0)
		journal_witness(r, &c);
	own = db_begin_own();
	if (c.faux != 0 && c.faux != false_before(r))
		alarm(r, &c);
	if (c.faux == 0)
		mail_head(r, &c);
	remember(r, "journal_verifie",
		json_made(&r->mem, JS("le", clock_sql(&r->mem, clock_now())),
			JN("lignes", c.lignes), JN("faux", c.faux)));
	if (c.faux == 0)
		journal_keep(r, journal_months(r), false);
	db_commit_own(own);
	return c;
}
