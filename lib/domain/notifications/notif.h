/* notif.h - telling people what happened
 *
 * In the request: an event and its targets, a few rows, nothing more.
 *
 *	ev = notif_event(r, "reponse", post_id, url, "Élodie Paris a répondu à « Stand »");
 *	notif_to_followers(r, ev, post_id);
 *
 * The rest is essaim-mail's, within a second: who may see the objet (SEES, asked again when a
 * mail leaves), who wants it and how, never the author, nobody twice for one thing.  One thing is
 * one url in one request: say first what matters most (a mention before an answer).
 */
#ifndef NOTIF_H
#define NOTIF_H

#include "domain/acces/acces.h"

int64_t notif_event(
	struct req *, const char *genre, int64_t objet_id, const char *url, const char *phrase);
void notif_excerpt(struct req *, int64_t ev, const char *texte);
void notif_own_mail(struct req *, int64_t ev);
void notif_to(struct req *, int64_t ev, int64_t contact_id);
void notif_to_people(struct req *, int64_t ev, const char *ids);
void notif_to_followers(struct req *, int64_t ev, int64_t objet_id);
void notif_to_members(struct req *, int64_t ev, int64_t groupe_id);
void notif_to_coordination(struct req *, int64_t ev, int64_t groupe_id);
void notif_to_public(struct req *, int64_t ev, int64_t public_id);
/* As SQL: a row for each thing not read that MOI, a table of one contact_id, sees; 100 at most. */
#define NOTIF_UNREAD(moi) \
	"SELECT 1 FROM " moi " moi JOIN notif n ON n.contact_id = moi.contact_id" \
	" AND n.site = 1 AND n.lu_le IS NULL LEFT JOIN objet o ON o.id = n.objet_id" \
	" WHERE n.objet_id IS NULL OR " SEEN_BY("o", "moi.contact_id") " LIMIT 100"

void notif_forget(struct req *, int64_t objet_id, const char *end);
void notif_seen(struct req *, int64_t objet_id);
int64_t notif_count(struct req *);

/* Kinds: one line each in notif_genre.c, or in the .annonces of a kind of objet. */
enum { PAR_SITE = 1, PAR_COURRIEL = 2, PAR_RESUME = 4 };
struct annonce {
	const char *nom, *libelle;
	int canaux;            /* what one gets before choosing: PAR_SITE | ... */
	enum access pour;      /* the lowest level that it concerns */
	bool directe;          /* says so even of what one has muted */
	bool sans_compte;      /* by mail even to who has not opened her account */
	const char *plusieurs; /* "%d réponses à": what follows is the title of the objet */
	const char *icone;     /* NULL: a bell */
	const char *sur; /* chosen on a page of its own: agenda, actualites; NULL: the first */
	/* What the mail to CONTACT has instead of URL: a link that opens without signing in. */
	const char *(*lien)(struct req *, int64_t contact_id, const char *url);
};
const struct annonce *annonce_nth(unsigned n);
const struct annonce *annonce_find(const char *nom);

/* What essaim-mail does at each turn. */
bool notif_spread(struct req *);
int notif_mail(struct req *);
bool notif_stands(struct req *, int64_t courriel_id);
void notif_return(struct req *, int64_t courriel_id);

#endif
