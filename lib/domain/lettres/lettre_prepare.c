/* lettre_prepare.c - a letter begins to leave: its audience is taken, and written down
 *
 * A piece in each transaction, with its number in lettre.total, so that nothing waits behind a
 * million rows; prete_le is set when all are there.  Who was at it and died leaves whole pieces:
 * the next one takes the audience again, and nobody has two rows.
 */

#include "base/clock.h"
#include "domain/annuaire/segment.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_depart.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_veille.h"
#include "net/live.h"

enum { PIECE = 5000 };

/* The letter that is being prepared, by who sends it: a request of its own, as long as it takes. */
static struct {
	int64_t lettre;
	struct req job;
	struct lettre_gens gens;
	size_t done;
} now;

/* Nothing is prepared any more. */
void
prepare_end(void)
{
	if (now.lettre != 0)
		arena_reset(&now.job.mem);
	now.lettre = 0;
}

/* It begins, if its hour has come. */
static void
begin(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE lettre SET etat = 'en_cours', commence_le = ? WHERE id = ?"
			" AND etat = 'programmee'"),
		    S(clock_sql(&r->mem, clock_now())), I(id)) == 0)
		return;
	lettre_follow(r, id);
	archive_number(r);
}

/* Take the audience, as who sends it.  False: it is held. */
static bool
take_audience(struct req *r, int64_t id, int64_t by)
{
	const char *why;

	prepare_end();
	now.lettre = id;
	now.done = 0;
	now.job = (struct req) { 0 };
	req_init(&now.job);
	why = !lettre_become(&now.job, by) ?
		"La personne qui envoie cette lettre n’a plus accès à l’espace." :
		!lettre_sends(&now.job) ?
		"La personne qui envoie cette lettre n’a plus le droit d’en envoyer." :
		lettre_recipients(&now.job, id, &now.gens) ? NULL :
							     now.gens.refus;
	if (why == NULL)
		return true;
	lettre_held(r, id, why);
	prepare_end();
	return false;
}

/* All are written: it goes, unless it would go to nobody. */
static void
finish(struct req *r)
{
	if (db_int(r, SQL("SELECT total FROM lettre WHERE id = ?"), I(now.lettre)) == 0)
		lettre_held(r, now.lettre, "Il n’y a personne à qui envoyer cette lettre.");
	else
		db_exec(r, SQL("UPDATE lettre SET prete_le = ? WHERE id = ?"),
			S(clock_sql(&r->mem, clock_now())), I(now.lettre));
	live_tell_objet(r, now.lettre);
	prepare_end();
}

/* Write one piece, unless it was held or stopped meanwhile. */
static void
write_piece(struct req *r)
{
	int64_t n;

	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM lettre WHERE id = ? AND etat = 'en_cours'"
			" FOR UPDATE"),
		    I(now.lettre)) == 0) {
		prepare_end();
		return;
	}
	n = lettre_recipients_write(r, &now.gens, now.lettre, now.done, PIECE);
	db_exec(r, SQL("UPDATE lettre SET total = total + ? WHERE id = ?"), I(n), I(now.lettre));
	now.done += PIECE;
	if (now.done >= now.gens.n)
		finish(r);
}

/* The first letter that is due and whose recipients are not all written; 0: none. */
static int64_t
due(struct req *r, int64_t *by)
{
	int64_t id = 0;

	db_read(r,
		SQL("SELECT id, COALESCE(par_id, 0) FROM lettre WHERE (etat = 'programmee'"
		    " AND du_le <= ?) OR (etat = 'en_cours' AND prete_le IS NULL)"
		    " ORDER BY etat = 'programmee', du_le, id LIMIT 1"),
		INTO(TO(&id), TO(by)), S(clock_sql(&r->mem, clock_now())));
	return id;
}

/* A piece of what is being prepared, or a first look at what is due, when LOOK.  False: nothing. */
bool
prepare_some(struct req *r, bool look)
{
	int64_t by = 0, id = now.lettre == 0 && look ? due(r, &by) : 0;
	bool own;

	if (now.lettre == 0 && id == 0)
		return false;
	own = db_begin_own();
	if (now.lettre != 0) {
		write_piece(r);
	} else if (lettre_veille(r, id)) {
		begin(r, id);
		take_audience(r, id, by);
	}
	db_commit_own(own);
	live_flush(r);
	return true;
}
