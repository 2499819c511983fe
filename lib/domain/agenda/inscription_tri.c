/* inscription_tri.c - what organisers decide of one person: she is accepted, refused, taken off */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/agenda/inscription_part.h"
#include "domain/socle/journal.h"

static int64_t
event_of(struct req *r, int64_t inscription_id)
{
	return db_int(
		r, SQL("SELECT evenement_id FROM inscription WHERE id = ?"), I(inscription_id));
}

static const char *
with_word(struct req *r, const char *phrase, const char *mot)
{
	if (*mot == '\0')
		return phrase;
	return arena_printf(&r->mem, "%s «\u00A0%s\u00A0»", phrase, text_cut(&r->mem, mot, 300));
}

/* Her request, on one date: what she is then. */
static int
judge_one(struct req *r, struct seance *s, const struct place *p, bool accept)
{
	if (!accept) {
		seance_free_place(r, s, p, "refuse");
		return PLACE_REFUSEE;
	}
	if (1 + p->invites <= seance_free(r, s, false) || s->places < 0) {
		seance_seat(r, s, p, p->invites, NULL);
		return PLACE_INSCRIT;
	}
	db_exec(r,
		SQL("UPDATE place SET etat = 'attente' WHERE date_id = ? AND inscription_id = ?"),
		I(s->id), I(p->inscription)); /* since she asked: that is her rank */
	s->attente++;
	seance_write(r, s);
	return PLACE_ATTENTE;
}

static const char *
verdict(int etat)
{
	if (etat == PLACE_INSCRIT)
		return "Votre demande est acceptée\u00A0: votre place est réservée.";
	if (etat == PLACE_ATTENTE)
		return "Votre demande est acceptée, mais c’est complet\u00A0: vous êtes sur la"
		       " liste"
		       " d’attente.";
	return "Votre demande n’a pas été acceptée.";
}

/* Answer what she asked, on that date or on all, with a word to her.  What she is then. */
int
inscription_judge(
	struct req *r, int64_t inscription_id, int64_t date_id, bool accept, const char *mot)
{
	unsigned n;
	int64_t evenement = event_of(r, inscription_id);
	int64_t *dates = seance_dates(r, evenement, date_id, inscription_id, &n);
	int reached = PLACE_AUCUNE;

	for (unsigned i = 0; i < n; i++) {
		struct seance s;
		struct place p;
		int one;

		if (!seance_lock(r, dates[i], &s) || s.passee || s.annulee)
			continue;
		p = seance_place(r, &s, inscription_id);
		if (strcmp(p.etat, "demande") != 0)
			continue;
		one = judge_one(r, &s, &p, accept);
		if (reached == PLACE_AUCUNE) {
			seance_tell(r, &s, inscription_id, with_word(r, verdict(one), mot));
			seance_tell_organisers(r, &s,
				arena_printf(&r->mem,
					accept ? "La demande %s est acceptée." :
						 "La demande %s est refusée.",
					text_de(&r->mem, seance_who(r, inscription_id))));
			reached = one;
		}
	}
	if (reached != PLACE_AUCUNE)
		journal(r, accept ? "evenement.demande_acceptee" : "evenement.demande_refusee",
			evenement, NULL, NULL);
	return reached;
}

/* An organiser takes her off that date, or off all to come, with a word to her. */
void
inscription_remove(struct req *r, int64_t inscription_id, int64_t date_id, const char *mot)
{
	unsigned n;
	int64_t evenement = event_of(r, inscription_id);
	int64_t *dates = seance_dates(r, evenement, date_id, inscription_id, &n);
	bool told = false;

	for (unsigned i = 0; i < n; i++) {
		struct seance s;
		struct place p;

		if (!seance_lock(r, dates[i], &s) || s.passee)
			continue;
		p = seance_place(r, &s, inscription_id);
		if (strcmp(p.etat, "annule") == 0 || strcmp(p.etat, "refuse") == 0)
			continue;
		seance_free_place(r, &s, &p, "annule");
		if (!told)
			seance_tell(r, &s, inscription_id,
				with_word(r, "L’organisation a retiré votre inscription.", mot));
		told = true;
		seance_fill(r, &s);
	}
	if (date_id == 0)
		db_exec(r, SQL("UPDATE inscription SET serie = FALSE WHERE id = ?"),
			I(inscription_id));
	journal(r, "evenement.inscription_retiree", evenement, NULL, NULL);
}
