/* notif.c - say what happened, in the transaction of what happened */

#include <string.h>

#include "base/clock.h"
#include "base/fault.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/notifications/notif.h"
#include "net/live.h"

enum { EXTRAIT = 1000 };
enum sorte { PERSONNE = 1, SUIVEURS, MEMBRES, COORDINATION, PUBLIC_ENTIER };

struct said {
	struct said *next;
	const char *url;
	int64_t id;
};

/* The first event of this request for that url; itself when it is the first. */
static int64_t
thing(struct req *r, const char *url, int64_t ev)
{
	static const char events;
	void **all = req_kept(r, &events);
	struct said *s;

	for (s = *all; s != NULL; s = s->next)
		if (strcmp(s->url, url) == 0)
			return s->id;
	s = arena_alloc(&r->mem, sizeof *s);
	*s = (struct said) { *all, arena_strdup(&r->mem, url), ev };
	*all = s;
	return ev;
}

/* Something of that kind happened, done by who asks: PHRASE says it in one sentence, URL (of this
 * site, "/...") leads there.  Told only to who may see OBJET_ID, unless that is 0.  Its id, for
 * the functions that say to whom. */
int64_t
notif_event(struct req *r, const char *genre, int64_t objet_id, const char *url, const char *phrase)
{
	int64_t ev;

	if (annonce_find(genre) == NULL)
		fault("no kind of notification \"%s\"", genre);
	if (*url != '/' || url[1] == '/')
		fault("the address of a notification is of this site: %s", url);
	ev = db_insert(r,
		SQL("INSERT INTO notif_evenement (genre, objet_id, auteur_id, url, phrase, cree_le)"
		    " VALUES (?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ?)"),
		S(genre), I(objet_id), I(r->user.id), S(text_cut(&r->mem, url, 490)),
		S(text_cut(&r->mem, text_clean(&r->mem, phrase), 490)),
		S(clock_sql(&r->mem, clock_now())));
	db_exec(r, SQL("UPDATE notif_evenement SET chose_id = ? WHERE id = ?"),
		I(thing(r, url, ev)), I(ev));
	return ev;
}

/* What was written, or its beginning, for the mail.  Plain text, in lines. */
void
notif_excerpt(struct req *r, int64_t ev, const char *texte)
{
	db_exec(r, SQL("UPDATE notif_evenement SET extrait = ? WHERE id = ?"),
		S(text_cut(&r->mem, text_clean(&r->mem, texte), EXTRAIT)), I(ev));
}

/* Who tells it writes its mails: notifications write none, but those of a digest that she asks. */
void
notif_own_mail(struct req *r, int64_t ev)
{
	db_exec(r, SQL("UPDATE notif_evenement SET courriel_propre = TRUE WHERE id = ?"), I(ev));
}

static void
target(struct req *r, int64_t ev, enum sorte sorte, int64_t id)
{
	db_exec(r, SQL("INSERT INTO notif_cible (evenement_id, sorte, cible_id) VALUES (?, ?, ?)"),
		I(ev), I(sorte), I(id));
}

void
notif_to(struct req *r, int64_t ev, int64_t contact_id)
{
	target(r, ev, PERSONNE, contact_id);
}

/* Those of a list of ids, as json_list() writes it. */
void
notif_to_people(struct req *r, int64_t ev, const char *ids)
{
	db_exec(r,
		SQL("INSERT INTO notif_cible (evenement_id, sorte, cible_id) SELECT ?, ?, j.id"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"),
		I(ev), I(PERSONNE), S(ids));
}

void
notif_to_followers(struct req *r, int64_t ev, int64_t objet_id)
{
	target(r, ev, SUIVEURS, objet_id);
}

/* Members of the group, coordination included, and of those below it. */
void
notif_to_members(struct req *r, int64_t ev, int64_t groupe_id)
{
	target(r, ev, MEMBRES, groupe_id);
}

void
notif_to_coordination(struct req *r, int64_t ev, int64_t groupe_id)
{
	target(r, ev, COORDINATION, groupe_id);
}

/* Those of that public, as the rights count them. */
void
notif_to_public(struct req *r, int64_t ev, int64_t public_id)
{
	target(r, ev, PUBLIC_ENTIER, public_id);
}

/* What was said of that objet at addresses that end so ("": at all) is deleted: no list and no mail
 * quotes it any more.  What was decided of it, which repeats none of its words, stays
 * said. */
void
notif_forget(struct req *r, int64_t objet_id, const char *end)
{
	db_exec(r,
		SQL("DELETE FROM notif_evenement WHERE objet_id = ? AND genre <> 'decision'"
		    " AND url LIKE ?"),
		I(objet_id), S(arena_printf(&r->mem, "%%%s", end)));
}

/* Who asks has read what there was about that objet (in a POST: a GET never writes). */
void
notif_seen(struct req *r, int64_t objet_id)
{
	if (db_exec(r,
		    SQL("UPDATE notif SET lu_le = UTC_TIMESTAMP() WHERE objet_id = ?"
			" AND contact_id = ? AND lu_le IS NULL"),
		    I(objet_id), I(r->user.id)) > 0)
		live_tell_person(r, r->user.id);
}

/* How many the bell of who asks shows, 100 at most. */
int64_t
notif_count(struct req *r)
{
	if (r->user.shell != NULL)
		return r->user.shell->cloche;
	return db_int(r, SQL("SELECT COUNT(*) FROM (" NOTIF_UNREAD(MOI) ") x"), I(r->user.id));
}
