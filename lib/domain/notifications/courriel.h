/* courriel.h - the outbox: mails written in the transaction of what they tell, sent later
 *
 * The words are in templates/courriel/GENRE.txt.cs, whose first line is the subject, and
 * GENRE.html.cs; they read Courriel.*, said before.
 */
#ifndef COURRIEL_H
#define COURRIEL_H

#include "db/db.h"

enum { LIEN_MINUTES = 30 }; /* how long a link by mail opens; its mail is not sent later */

/* What one turn of essaim-mail did. */
struct tally {
	long sent, deferred, refused, cancelled;
};

const char *courriel_percent(struct req *, const char *path);
const char *courriel_way(struct req *, int64_t contact_id, const char *path);
int64_t courriel_queue(struct req *, int64_t contact_id, const char *adresse, const char *genre);
int64_t courriel_queue_leavable(struct req *, int64_t contact_id, const char *adresse,
	const char *genre, const char *leaves);
void courriel_about(
	struct req *, int64_t id, int64_t objet_id, const char *calendrier, const char *methode);
void courriel_release(struct req *);
int courriel_claim(struct req *, int64_t *ids, int max);
void courriel_unclaim(struct req *, int64_t id);
bool courriel_start(struct req *, int64_t id, struct tally *);
bool courriel_end(struct req *, long ms, struct tally *);
void courriel_nobody(struct req *, int64_t contact_id, const char *adresse, const char *why);
const char *courriel_error(struct req *, int64_t contact_id);

#endif
