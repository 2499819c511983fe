/* evenement_avis.h - telling people what becomes of an event and of their registration
 *
 * In the request: rows, nothing more.  On the site they are notifications (notif.h); by mail they
 * are letters of their own, which say date, hour, place and how to leave, and carry text/calendar:
 * essaim-mail writes them within a second, each once (evenement_mail()).  Never to who does it.
 * People without an account are written to at the address they gave.
 */
#ifndef EVENEMENT_AVIS_H
#define EVENEMENT_AVIS_H

#include "domain/notifications/notif.h"

extern const struct annonce evenement_annonces[];

/* Its groups and its invited people learn of it; the caller has published it. */
void evenement_tell_published(struct req *, int64_t id);
/* Whoever is invited and was not told yet; nothing while it is a draft. */
void evenement_tell_invited(struct req *, int64_t id);
/* WHAT changed, in a sentence ("L’heure change : 18 h et non 19 h."), of that date or of all those
 * to come (0).  The caller has raised SEQUENCE: evenement_changed(), evenement_save(). */
void evenement_tell_changed(struct req *, int64_t id, int64_t date_id, const char *what);
/* That date, or the whole (0), does not take place; before or after the rows say so. */
void evenement_tell_cancelled(struct req *, int64_t id, int64_t date_id, const char *motif);

/* A decision about one registration: to her, by mail even when she decided herself. */
void inscription_tell(struct req *, int64_t inscription_id, int64_t date_id, const char *phrase);
/* A message of those who organise, to all who come to that date, and to those who wait if asked. */
void inscription_tell_all(struct req *, int64_t date_id, bool waiting, const char *phrase);
/* It is soon: to her, with what she can answer. */
void inscription_remind(struct req *, int64_t inscription_id, int64_t date_id);
/* To those who organise. */
void inscription_tell_organisers(struct req *, int64_t evenement_id, const char *phrase);

/* evenement_courriel.c, for essaim-mail: the mails that are owed, a few in one transaction; how
 * many. */
int evenement_mail(struct req *);

#endif
