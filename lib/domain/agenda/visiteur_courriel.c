/* visiteur_courriel.c - the mails to who registered without an account, from rows of evenement_avis
 *
 * Written by essaim-mail and not by the request, which holds the lock of the date when it comes to
 * them: what they say is what stands when they are written.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/reponse_lien.h"
#include "domain/agenda/visiteur.h"
#include "domain/notifications/courriel.h"

/* What the mail says of the event, and of that date (0: of the first to come). */
static bool
say_event(struct req *r, int64_t evenement_id, int64_t date_id)
{
	struct row *c;

	if (!db_one(r, "Courriel",
		    SQL("SELECT o.titre, IF(g.ouverture = 'cache', '', COALESCE(og.titre, '')) AS"
			" groupe, d.debut, d.fin, e.journee, COALESCE(d.lieu, e.lieu) AS lieu,"
			" e.rrule, d.id AS date_id FROM evenement e JOIN objet o ON o.id = e.id"
			" JOIN evenement_date d ON d.evenement_id = e.id"
			" LEFT JOIN groupe g ON g.id = e.groupe_id"
			" LEFT JOIN objet og ON og.id = g.id WHERE e.id = ?"
			" AND (d.id = ? OR (? = 0 AND d.fin > ?)) ORDER BY d.debut LIMIT 1"),
		    I(evenement_id), I(date_id), I(date_id), S(clock_sql(&r->mem, clock_now()))))
		return false;
	c = row_at(r, "Courriel");
	evenement_dress(r, c);
	row_say(c, "jour", visiteur_jour(r, row_text(c, "debut")));
	row_say_int(c, "toutes", date_id == 0 && *row_text(c, "rrule") != '\0');
	return true;
}

/* Her seat, or what she has instead, as "Courriel": of that date, or the first she has.  False: she
 * left it meanwhile. */
static bool
say_place(struct req *r, int64_t id, int64_t date_id)
{
	const char *until;

	if (!db_one(r, "Courriel",
		    SQL("SELECT i.prenom, i.email, p.etat, p.invites,"
			" COALESCE(p.confirmer_avant, '') AS jusqu_a FROM inscription i"
			" JOIN place p ON p.inscription_id = i.id AND (? = 0 OR p.date_id = ?)"
			" AND p.etat IN ('inscrit', 'attente', 'demande')"
			" WHERE i.id = ? AND i.email <> '' ORDER BY p.date_id LIMIT 1"),
		    I(date_id), I(date_id), I(id)))
		return false;
	until = said(r, "Courriel.jusqu_a");
	if (*until == '\0')
		until = visiteur_jusqua(r, said(r, "Courriel.debut"));
	say(r, "Courriel.avant", text_moment(&r->mem, clock_parse(until)));
	return true;
}

/* To a stranger: the link to confirm, what she confirms, the date for her calendar. */
static void
mail_stranger(struct req *r, int64_t id, int64_t date_id)
{
	const char *dates = arena_printf(&r->mem, "[%s]", said(r, "Courriel.date_id"));
	int64_t mail;

	if (!say_place(r, id, date_id))
		return;
	say(r, "Courriel.lien", reponse_lien_new(r, LIEN_VISITEUR, id, 0));
	mail = courriel_queue(r, 0, said(r, "Courriel.email"), VISITEUR_CONFIRMER);
	if (strcmp(said(r, "Courriel.etat"), "inscrit") == 0 && !said_int(r, "Courriel.toutes"))
		courriel_about(r, mail, 0,
			calendrier(r, &(struct calendrier) { .ouvert = true }, dates), "PUBLISH");
}

/* To who has an account and comes already, at the address that was typed. */
static void
mail_known(struct req *r, int64_t evenement_id, int64_t contact, const char *adresse)
{
	if (!db_one(r, "Courriel", SQL("SELECT prenom FROM contact WHERE id = ? AND acces > 0"),
		    I(contact)))
		return;
	say(r, "Courriel.lien",
		arena_printf(&r->mem, "%s/agenda/%" PRId64, conf.site_url, evenement_id));
	courriel_queue(r, contact, adresse, VISITEUR_DEJA);
}

void
visiteur_mail(struct req *r, int64_t evenement_id, int64_t date_id, int64_t contact, int64_t id,
	const char *adresse)
{
	if (!say_event(r, evenement_id, date_id))
		return;
	if (contact != 0)
		mail_known(r, evenement_id, contact, adresse);
	else
		mail_stranger(r, id, date_id);
}
