/* inscription_passe.c - a seat passes from one person to another whom she chose */

#include <string.h>

#include "domain/agenda/inscription_part.h"

static void
tell_both(struct req *r, const struct seance *s, int64_t from, int64_t to)
{
	const char *gives = seance_who(r, from), *takes = seance_who(r, to);

	seance_tell(r, s, from,
		arena_printf(&r->mem,
			"Votre place passe à %s. Merci d’avoir pensé à la transmettre.", takes));
	seance_tell(r, s, to,
		arena_printf(
			&r->mem, "%s vous cède sa place\u00A0: votre venue est notée.", gives));
	seance_tell_organisers(r, s, arena_printf(&r->mem, "%s cède sa place à %s.", gives, takes));
}

/* On a date that is locked: the seat of FROM is TO's, whoever waits; those of her guests are free.
 * False: there is none, or TO has one, or was refused one. */
bool
inscription_pass(struct req *r, struct seance *s, int64_t from, const struct venue *to)
{
	struct place gives = seance_place(r, s, from), takes;
	int64_t id;

	if (s->commencee || s->annulee || strcmp(gives.etat, "inscrit") != 0)
		return false;
	id = inscription_row(r, s->evenement, to, false);
	takes = seance_place(r, s, id);
	if (id == from || strcmp(takes.etat, "inscrit") == 0 || strcmp(takes.etat, "refuse") == 0)
		return false;
	seance_free_place(r, s, &gives, "annule");
	seance_seat(r, s, &takes, 0, NULL);
	db_exec(r,
		SQL("UPDATE inscription SET confirme_le = COALESCE(confirme_le, ?) WHERE id = ?"),
		S(s->now), I(id));
	tell_both(r, s, from, id);
	seance_fill(r, s);
	return true;
}
