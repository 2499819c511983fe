/* opposition.c - the uses that a person says no to by herself, and that end at once: each kind of
 * letter, and to be found in the directory */

#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/demandes/limite.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/socle/journal.h"

#define ANNUAIRE "annuaire"
#define LETTRE "lettre_"

/* Say LIST.N.{valeur, titre, choisi, depuis}: the uses, and those that she said no to. */
void
oppositions_say(struct req *r, const char *list, int64_t contact_id)
{
	db_list(r, list,
		SQL("SELECT CONCAT('" LETTRE "', s.cle) AS valeur, s.titre,"
		    " IF(f.genre IS NULL, NULL, 1) AS choisi, f.cree_le AS le FROM lettre_sorte s"
		    " LEFT JOIN refus_courriel f ON f.contact_id = ?"
		    " AND f.genre = CONCAT('" LETTRE "', s.cle)"
		    " WHERE s.retire_le IS NULL"
		    " UNION ALL SELECT '" ANNUAIRE "', '', IF(discret, 1, NULL), NULL FROM contact"
		    " WHERE id = ?"),
		I(contact_id), I(contact_id));
	for (struct row *o = row_first(r, list); o != NULL; o = row_next(o))
		if (*row_text(o, "le") != '\0')
			row_say(o, "depuis",
				text_day(&r->mem,
					text_iso_at(&r->mem, clock_parse(row_text(o, "le")))));
}

/* She says no to that use, or no longer does. */
static void
choose(struct req *r, int64_t contact_id, const char *quoi, bool no)
{
	const char *sorte = quoi + strlen(LETTRE);

	if (strcmp(quoi, ANNUAIRE) == 0) {
		db_exec(r, SQL("UPDATE contact SET discret = ? WHERE id = ?"), I(no),
			I(contact_id));
		acces_contact(r, contact_id);
	} else if (no) {
		lettre_sorte_leave(r, contact_id, sorte);
	} else {
		lettre_sorte_take(r, contact_id, sorte);
	}
	journal(r, "contact.opposition", contact_id, NULL,
		json_made(&r->mem, JS("quoi", quoi), JS("non", no ? "oui" : "non")));
}

/* Of the form's FIELD[]: she says no to those that are ticked, and to no other. */
void
oppositions_choose(struct req *r, const char *field, int64_t contact_id)
{
	oppositions_say(r, "oppositions", contact_id);
	for (struct row *o = row_first(r, "oppositions"); o != NULL; o = row_next(o)) {
		const char *quoi = row_text(o, "valeur"), *one;
		bool no = false;

		for (unsigned i = 0; (one = param_nth(r, field, i)) != NULL; i++)
			no |= strcmp(one, quoi) == 0;
		if (no != (*row_text(o, "choisi") != '\0'))
			choose(r, contact_id, quoi, no);
	}
}
