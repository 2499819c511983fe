/* desinscription.c - leaving a kind of mail by a link of its own, without signing in
 *
 * RFC 8058: a POST to the address of List-Unsubscribe does it at once; a GET only shows the
 * button, since scanners follow links.  Mails that answer a request are not concerned.
 *
 * What is left is a kind of notification, "resume" (the digest), or another kind of mail; several
 * have commas between.  Notifications change the person's own choices, the rest refus_courriel.
 *
 * A token gets about: mails are forwarded, quoted, read by others.  So what one has changed is told
 * to its owner, with a link that undoes it and ends the token.  That link also only shows a button.
 */

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/notifications/preference.h"
#include "domain/socle/journal.h"

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
		SQL("INSERT INTO desinscription (empreinte, contact_id, genre, cree_le)"
		    " VALUES (?, ?, ?, UTC_TIMESTAMP())"),
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
	return db_string(r,
		SQL("SELECT genre FROM desinscription WHERE empreinte = ? AND rend IS NULL"),
		S(digest(r, jeton)));
}

/* The kind that the token gives back; NULL: no such token. */
const char *
desinscription_rendue(struct req *r, const char *jeton)
{
	return db_string(r,
		SQL("SELECT genre FROM desinscription WHERE empreinte = ? AND rend IS NOT NULL"),
		S(digest(r, jeton)));
}

/* Say NAME.N.libelle: the kinds of notification and of letters among WHAT; none for other mails. */
void
desinscription_say(struct req *r, const char *name, const char *what)
{
	int n = 0;

	for (const char *s = what; *s != '\0'; s += *s == ',') {
		size_t len = strcspn(s, ",");
		const struct annonce *g = annonce_find(arena_printf(&r->mem, "%.*s", (int) len, s));

		if (g != NULL)
			say(r, arena_printf(&r->mem, "%s.%d.libelle", name, n++), g->libelle);
		else if (strncmp(s, "lettre_", 7) == 0)
			say(r, arena_printf(&r->mem, "%s.%d.libelle", name, n++),
				db_string(r, SQL("SELECT titre FROM lettre_sorte WHERE cle = ?"),
					S(arena_printf(&r->mem, "%.*s", (int) len - 7, s + 7))));
		s += len;
	}
}

/* What this has changed is added to GONE. */
static void
leave(struct req *r, int64_t who, const char *what, struct buffer *gone)
{
	if (strcmp(what, "resume") == 0 || annonce_find(what) != NULL)
		preference_leave(r, who, what, gone);
	else if (db_exec(r,
			 SQL("INSERT IGNORE INTO refus_courriel (contact_id, genre, cree_le)"
			     " VALUES (?, ?, UTC_TIMESTAMP())"),
			 I(who), S(what)) > 0)
		buffer_puts(gone, arena_printf(&r->mem, "refus/%s,", what));
}

/* Tell WHO that a token (by its digest USED, or of that sending of a letter) has changed GONE, and
 * how to undo it. */
static void
tell(struct req *r, int64_t who, const char *used, int64_t envoi, const char *what,
	const char *gone)
{
	const char *jeton = random_hex(&r->mem, JETON), *prenom, *email;

	if (!db_read(r, SQL("SELECT prenom, email FROM contact WHERE id = ?"),
		    INTO(TO(&prenom), TO(&email)), I(who)) ||
		*email == '\0')
		return;
	db_exec(r,
		SQL("INSERT INTO desinscription (empreinte, contact_id, genre, cree_le, rend, de,"
		    " envoi_id) VALUES (?, ?, ?, UTC_TIMESTAMP(), ?, ?, NULLIF(?, 0))"),
		S(digest(r, jeton)), I(who), S(what), S(gone), S(used), I(envoi));
	unsay(r, "Courriel");
	say(r, "Courriel.prenom", prenom);
	say(r, "Courriel.genre", what);
	desinscription_say(r, "Courriel.genres", what);
	say(r, "Courriel.retour",
		arena_printf(&r->mem, "%s/public/avec-courriel/%s", conf.site_url, jeton));
	courriel_queue(r, who, email, "desinscription_faite");
}

/* The same of a letter: what its sealed link has left. */
void
desinscription_tell(
	struct req *r, int64_t contact_id, int64_t envoi_id, const char *what, const char *gone)
{
	tell(r, contact_id, NULL, envoi_id, what, gone);
}

/* Leave it, now or again.  False: no such token.  The caller is in a transaction. */
bool
desinscription_do(struct req *r, const char *jeton)
{
	const char *what = desinscription_genre(r, jeton);
	struct buffer gone = { &r->mem };
	int64_t who;

	if (what == NULL)
		return false;
	who = db_int(r, SQL("SELECT contact_id FROM desinscription WHERE empreinte = ?"),
		S(digest(r, jeton)));
	what = arena_strdup(&r->mem, what);
	for (const char *s = what; *s != '\0'; s += *s == ',') {
		size_t len = strcspn(s, ",");

		leave(r, who, arena_printf(&r->mem, "%.*s", (int) len, s), &gone);
		s += len;
	}
	journal(r, "courriel.refus", who, NULL, what);
	if (gone.n > 0)
		tell(r, who, digest(r, jeton), 0, what, buffer_text(&gone));
	return true;
}

static void
give_back(struct req *r, int64_t who, const char *one)
{
	if (strncmp(one, "refus/", 6) == 0)
		db_exec(r, SQL("DELETE FROM refus_courriel WHERE contact_id = ? AND genre = ?"),
			I(who), S(one + 6));
	else
		preference_back(r, who, one);
}

/* Undo what a token has changed, and end that token; once.  False: no such token. */
bool
desinscription_undo(struct req *r, const char *jeton)
{
	const char *genre, *rend, *de;
	int64_t who, envoi;

	if (!db_read(r,
		    SQL("SELECT contact_id, genre, rend, COALESCE(de, ''),"
			" COALESCE(envoi_id, 0) FROM desinscription WHERE empreinte = ?"
			" AND rend IS NOT NULL"),
		    INTO(TO(&who), TO(&genre), TO(&rend), TO(&de), TO(&envoi)),
		    S(digest(r, jeton))))
		return false;
	if (db_exec(r,
		    SQL("UPDATE desinscription SET rend = '' WHERE empreinte = ? AND rend <> ''"),
		    S(digest(r, jeton))) == 0)
		return true;
	for (const char *s = rend; *s != '\0'; s += *s == ',') {
		size_t len = strcspn(s, ",");

		give_back(r, who, arena_printf(&r->mem, "%.*s", (int) len, s));
		s += len;
	}
	db_exec(r, SQL("DELETE FROM desinscription WHERE empreinte = ?"), S(de));
	if (envoi != 0)
		lettre_depart_undone(r, envoi);
	journal(r, "courriel.rendu", who, NULL, genre);
	return true;
}
