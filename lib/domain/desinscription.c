/* desinscription.c - leaving a kind of mail by a link of its own, without signing in
 *
 * RFC 8058: a POST to the address of List-Unsubscribe does it at once; a GET only shows the
 * button, since scanners follow links.  Mails that answer a request are not concerned.
 *
 * What is left is a kind of notification, "resume" (the digest), or another kind of mail; several
 * have commas between.  Notifications change the person's own choices, the rest refus_courriel.
 */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/desinscription.h"
#include "domain/journal.h"
#include "domain/preference.h"

enum { JETON = 16 };

static const char *
digest(struct req *r, const char *jeton)
{
	return sha256_hex(&r->mem, jeton, strlen(jeton));
}

/* A token to leave mails of that kind, for one mail to that person. */
const char *
desinscription_new(struct req *r, int64_t contact_id, const char *genre)
{
	const char *jeton = random_hex(&r->mem, JETON);

	db_exec(r,
		SQL("INSERT INTO desinscription (empreinte, contact_id, genre, cree_le) VALUES (?, ?, ?, UTC_TIMESTAMP())"),
		S(digest(r, jeton)), I(contact_id), S(genre));
	return jeton;
}

const char *
desinscription_url(struct req *r, const char *jeton)
{
	return arena_printf(&r->mem, "%s/public/sans-courriel/%s", conf.site_url, jeton);
}

/* The kind that the token leaves; NULL: no such token. */
const char *
desinscription_genre(struct req *r, const char *jeton)
{
	return db_string(r, SQL("SELECT genre FROM desinscription WHERE empreinte = ?"),
		S(digest(r, jeton)));
}

/* Say NAME.N.libelle: the kinds of notification that the token leaves; none for other mails. */
void
desinscription_say(struct req *r, const char *name, const char *jeton)
{
	const char *what = desinscription_genre(r, jeton);
	int n = 0;

	for (const char *s = what != NULL ? what : ""; *s != '\0'; s += *s == ',') {
		size_t len = strcspn(s, ",");
		const struct genre *g = genre_find(arena_printf(&r->mem, "%.*s", (int) len, s));

		if (g != NULL)
			say(r, arena_printf(&r->mem, "%s.%d.libelle", name, n++), g->libelle);
		s += len;
	}
}

static void
leave(struct req *r, int64_t who, const char *what)
{
	if (strcmp(what, "resume") == 0 || genre_find(what) != NULL)
		preference_leave(r, who, what);
	else
		db_exec(r,
			SQL("INSERT IGNORE INTO refus_courriel (contact_id, genre, cree_le)"
			    " VALUES (?, ?, UTC_TIMESTAMP())"),
			I(who), S(what));
}

/* Leave it, now or again.  False: no such token.  The caller is in a transaction. */
bool
desinscription_do(struct req *r, const char *jeton)
{
	int64_t who = db_int(r, SQL("SELECT contact_id FROM desinscription WHERE empreinte = ?"),
		S(digest(r, jeton)));
	const char *what = desinscription_genre(r, jeton);

	if (who == 0)
		return false;
	for (const char *s = what; *s != '\0'; s += *s == ',') {
		size_t len = strcspn(s, ",");

		leave(r, who, arena_printf(&r->mem, "%.*s", (int) len, s));
		s += len;
	}
	journal(r, "courriel.refus", who, NULL, what);
	return true;
}
