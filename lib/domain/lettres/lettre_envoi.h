/* lettre_envoi.h - a letter leaves: programmed, under way, held, stopped, corrected
 *
 *	brouillon -send-> programmee -its time-> en_cours -all answered for-> envoyee
 *	programmee -unsend-> brouillon; en_cours <-> pause; either -stop-> arretee
 *
 * Pages change the state, in one statement that names the state it leaves, so that nothing
 * overtakes essaim-mail, which does all else: it takes the audience when the letter begins to
 * leave, and sends (lettre_tour.h).  Each returns NULL, or why it did not do it, in words.
 */
#ifndef LETTRE_ENVOI_H
#define LETTRE_ENVOI_H

#include "domain/lettres/lettre.h"

const char *lettre_send_refused(struct req *, int64_t id);
const char *lettre_send(struct req *, int64_t id, const char *le_utc); /* "": now */
const char *lettre_unsend(struct req *, int64_t id);
const char *lettre_pause(struct req *, int64_t id);
const char *lettre_resume(struct req *, int64_t id);
const char *lettre_stop(struct req *, int64_t id);
const char *lettre_correct(struct req *, int64_t id);

/* It cannot go on by itself: it waits in a pause (or as a draft, before it began), WHY says what
 * for. */
void lettre_held(struct req *, int64_t id, const char *why);

#endif
