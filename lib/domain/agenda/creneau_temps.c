/* creneau_temps.c - other hours of a shift, another day: who holds it keeps it, and confirms */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/poste.h"
#include "domain/socle/journal.h"

/* How many people these hours would ask to confirm: those who hold it, when it begins earlier or
 * ends later. */
int64_t
creneau_ask_again(struct req *r, int64_t id, const char *debut, const char *fin)
{
	struct creneau c;

	if (!creneau_read(r, id, &c))
		return 0;
	return strcmp(debut, c.debut) < 0 || strcmp(fin, c.fin) > 0 ? c.pris : 0;
}

/* Each who now has two at once, or too little rest, is told; those who organise too. */
static void
tell_clashes(struct req *r, const struct creneau *c)
{
	struct clash all[CHOCS];
	unsigned n = creneau_clashes(r, c, all);
	const char *who = "";

	for (unsigned i = 0; i < n; i++) {
		creneau_tell(r, c, all[i].contact,
			arena_printf(&r->mem,
				"Vos créneaux ne vont plus ensemble\u00A0: %s, et"
				" %s.",
				creneau_mots(r, c), all[i].autre));
		who = arena_printf(
			&r->mem, "%s%s%s", who, i > 0 ? ", " : "", creneau_qui(r, all[i].contact));
	}
	if (n > 0)
		creneau_alert(r, c,
			arena_printf(&r->mem,
				"Deux créneaux ne vont plus ensemble pour %s\u00A0:"
				" %s",
				who, creneau_mots(r, c)));
}

/* Who holds it keeps it and is told; she confirms unless they are within the hours that she took.
 * Under its lock. */
static void
write_hours(struct req *r, const struct creneau *was, const char *debut, const char *fin)
{
	struct creneau c;
	bool longer = strcmp(debut, was->debut) < 0 || strcmp(fin, was->fin) > 0;
	time_t due = clock_now() + RECONFIRMER_H * 3600;

	db_exec(r, SQL("UPDATE creneau SET debut = ?, fin = ?, jour = ? WHERE id = ?"), S(debut),
		S(fin), S(creneau_jour(r, evenement_wall(debut))), I(was->id));
	if (strcmp(debut, was->debut) == 0 && strcmp(fin, was->fin) == 0)
		return;
	if (due > clock_parse(debut))
		due = clock_parse(debut);
	if (longer)
		db_exec(r,
			SQL("UPDATE creneau_place SET confirmer_avant = ? WHERE creneau_id = ?"
			    " AND etat = 'pris'"),
			S(clock_sql(&r->mem, due)), I(was->id));
	creneau_read(r, was->id, &c);
	creneau_tell_all(r, &c,
		arena_printf(&r->mem, "Votre créneau change\u00A0: %s, au lieu de %s.%s",
			creneau_mots(r, &c),
			strcmp(c.jour, was->jour) == 0 ? creneau_heures(r, was->debut, was->fin) :
							 creneau_quand(r, was->debut, was->fin),
			longer ? " Dites sous 48 h si cela vous va." : ""));
	if (longer)
		tell_clashes(r, &c);
}

/* Its hours and how many people.  False: more people hold it than that. */
bool
creneau_change(struct req *r, int64_t id, const char *debut, const char *fin, int64_t minimum,
	int64_t maximum)
{
	struct creneau c;

	if (!creneau_hold(r, id, &c) || c.pris > maximum)
		return false;
	db_exec(r, SQL("UPDATE creneau SET minimum = ?, maximum = ? WHERE id = ?"), I(minimum),
		I(maximum), I(id));
	write_hours(r, &c, debut, fin);
	journal(r, "creneau.modifie", c.evenement, NULL, json_made(&r->mem, JN("creneau", id)));
	return true;
}

/* It takes place then: its event has moved.  Where its post has one at these hours already, that
 * one stays alone. */
void
creneau_move(struct req *r, int64_t id, const char *debut, const char *fin)
{
	struct creneau c;

	if (!creneau_hold(r, id, &c))
		return;
	if (db_int(r,
		    SQL("SELECT 1 FROM creneau WHERE poste_id = ? AND debut = ? AND fin = ?"
			" AND id <> ?"),
		    I(c.poste), S(debut), S(fin), I(id)) != 0)
		creneau_cancel(r, id, "Ce poste a déjà un créneau à la nouvelle date.");
	else
		write_hours(r, &c, debut, fin);
}
