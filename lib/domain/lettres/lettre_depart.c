/* lettre_depart.c - one turn of essaim-mail for letters */

#include "base/clock.h"
#include "domain/lettres/lettre_vol.h"

enum { LOOK_MS = 300 };

/* Who holds the lock now begins: what the one before had under way is looked up. */
void
depart_begin(struct req *r)
{
	marque_unsure(r);
}

/* Mark what has ended, see what is due, begin with who may: those of the outbox go first, so only
 * when MAY_BEGIN.  Waits MS at most for an answer.  False: nothing was done. */
bool
depart_turn(struct req *r, bool may_begin, long ms, struct tally *tally)
{
	static int64_t looked;
	int64_t now = clock_ms();
	bool some, look = now - looked >= LOOK_MS || now < looked;

	marque_settle(r, false);
	if (look) {
		partants_look(r);
		looked = now;
	}
	some = prepare_some(r, look);
	if (may_begin)
		some = lot_begin_some(r, tally) || some;
	return marque_ended(r, some ? 0 : ms, tally) || some;
}

/* May somebody go soon? */
bool
depart_waits(void)
{
	return smtp_letters() > 0 || attente_count() > 0 || lot_has(0);
}

/* Asked to stop: what is on its way arrives, for MS at most; the others wait again. */
void
depart_end(struct req *r, long ms, struct tally *tally)
{
	int64_t end = clock_ms() + ms;

	lot_give_back(r, 0);
	while (smtp_letters() > 0 && clock_ms() < end)
		marque_ended(r, 200, tally);
	if (smtp_letters() == 0)
		marque_settle(r, false);
	lot_end();
	partants_end();
	prepare_end();
	marque_end();
}
