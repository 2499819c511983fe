/* reponse_calendrier.c - somebody answers in her own calendar, which writes to us: the address of
 * the answer is signed, and the mail is hers (reponse.c) */

#include <inttypes.h>
#include <string.h>

#include "base/ical_reply.h"
#include "domain/acces/acces.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/inscription.h"
#include "net/mail_read.h"

/* She gives her seat back.  So near to it she keeps it, and is told. */
static void
declines(struct req *r, int64_t id, int64_t date, int64_t hers)
{
	if (hers != 0 && inscription_leave(r, id, date, hers) == PLACE_TARD)
		inscription_tell(r, hers, date,
			"Votre calendrier dit que vous ne venez plus, mais c’est trop près de la"
			" date\u00A0: cédez votre place, ou prévenez la personne qui organise.");
}

/* What she has of that date, or of each to come, is confirmed.  False: she has no seat. */
static bool
confirms(struct req *r, int64_t date, int64_t hers)
{
	struct rows *seats = db_rows(r,
		SQL("SELECT date_id FROM place WHERE inscription_id = ? AND etat = 'inscrit'"
		    " AND (? = 0 OR date_id = ?) ORDER BY date_id LIMIT 1000"),
		I(hers), I(date), I(date));
	bool any = false;

	while (db_next(seats, &r->mem))
		any = inscription_confirm(r, hers, db_num(seats, 0)) || any;
	return any;
}

/* She keeps what she has, else asks for a seat; where something is to be filled in, on the site. */
static void
accepts(struct req *r, int64_t id, int64_t date, int64_t hers)
{
	if (confirms(r, date, hers) ||
		db_int(r,
			SQL("SELECT COUNT(*) FROM evenement_question WHERE evenement_id = ?"
			    " AND obligatoire"),
			I(id)) > 0)
		return;
	inscription_take(r, id, date, &(struct venue) { .contact_id = r->user.id });
}

/* ACCEPTED and DECLINED change the reader's registration, nothing else does.  False: not taken. */
bool
evenement_answered(struct req *r, int64_t id, const struct mail_in *m)
{
	struct ical_reply a;
	int64_t date = 0, hers;

	if (m->calendrier == NULL ||
		!ical_reply_read(&r->mem, m->calendrier, m->n_calendrier, &a) ||
		strcmp(a.uid, calendrier_uid(r, id)) != 0 ||
		db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")), I(id),
			ME(r)) == 0)
		return false;
	if (*a.day != '\0' &&
		(date = db_int(r,
			 SQL("SELECT id FROM evenement_date WHERE evenement_id = ? AND jour = ?"),
			 I(id), S(a.day))) == 0)
		return false;
	hers = db_int(r,
		SQL("SELECT id FROM inscription WHERE evenement_id = ? AND contact_id = ?"), I(id),
		I(r->user.id));
	if (strcmp(a.answer, "DECLINED") == 0)
		declines(r, id, date, hers);
	else if (strcmp(a.answer, "ACCEPTED") == 0)
		accepts(r, id, date, hers);
	else
		return false;
	return true;
}
