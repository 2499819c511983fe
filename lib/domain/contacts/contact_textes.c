/* contact_textes.c - the full text of people, written again when who reads a field has changed
 *
 * The full text holds what whoever sees a person may read of her (contact_words.c).  From the
 * moment a field is for fewer readers until essaim-index has written all of it again, people are
 * found by their names there, and by their fields in the directory, whose words have a level each.
 */

#include <string.h>

#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/contacts/contact_textes.h"
#include "domain/contacts/contact_words.h"
#include "domain/socle/reglage.h"

static const char *
stale(struct req *r)
{
	return reglage(r, "textes_refaire", "");
}

/* Who reads a field has changed: the full text waits for contact_texts_again(). */
void
contact_texts_stale(struct req *r)
{
	reglage_set(r, "textes_refaire", random_hex(&r->mem, 8));
}

bool
contact_texts_wait(struct req *r)
{
	return *stale(r) != '\0';
}

/* Write it all again, if it waits, in transactions of their own unless there is one; how many
 * people.  A field that changes meanwhile makes it wait again. */
int64_t
contact_texts_again(struct req *r)
{
	const char *mark = stale(r);
	struct req own = { 0 };
	bool alone = !db_in_transaction();
	int64_t all = 0;

	if (*mark == '\0')
		return 0;
	for (int64_t last = 0, n = 1; n > 0; all += n, arena_reset(&own.mem)) {
		if (alone)
			db_begin(false);
		n = acces_lot_next(&own, &last);
		contact_retext_lot(&own);
		acces_lot_clear(&own);
		if (alone)
			db_commit();
	}
	db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'textes_refaire' AND valeur = ?"), S(mark));
	return all;
}
