/* session.c - a random cookie, of which the base keeps only the hash
 *
 * The row is joined with the person's access at each request, so that what the CRM closes
 * is closed at once.  Before signing in, forms are protected by a second cookie whose hash
 * is their token (double submit).
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/compte/charte.h"
#include "domain/messages/conversation.h"
#include "domain/notifications/notif.h"
#include "net/live.h"
#include "web/body.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/session.h"

#define COOKIE "__Host-essaim"
#define BEFORE "__Host-essaim-avant"
#define DEVICE "__Host-essaim-appareil"
#define RULES "; Path=/; Secure; HttpOnly; SameSite=Lax"

/* A week after the role was given, an administrator without a second factor can do nothing but set
 * it up. */
#define HELD \
	" co.role <> '' AND co.totp IS NULL AND co.role_le < UTC_TIMESTAMP() -" \
	" INTERVAL 7 DAY AS retenu,"

/* What is known of a person who enters, alias c, with her account co. */
#define PERSON " c.id, c.prenom, c.nom, c.acces, co.role, " DROITS_OF("c.id") " AS droits,"

/* The row of a session. */
#define SESSION \
	" s.csrf, IF(s.comme_jusqu_a > UTC_TIMESTAMP(), s.comme_id, 0) AS comme_id," HELD \
	" s.vu_le < UTC_TIMESTAMP() - INTERVAL 1 HOUR AS ancienne FROM session s" \
	" JOIN compte co ON co.contact_id = s.contact_id" \
	" JOIN contact c ON c.id = co.contact_id" \
	" WHERE s.empreinte = UNHEX(?) AND s.expire_le > UTC_TIMESTAMP()" \
	" AND s.cree_le > UTC_TIMESTAMP() - INTERVAL 180 DAY"

/* What each page of the site shows of her, in the same statement.  Binds the session twice.
 */
#define COUNT(rows) " (SELECT COUNT(*) FROM (" rows ") x) "
#define BELL COUNT(NOTIF_UNREAD(MOI_BY_SESSION)) "AS cloche,"
#define WAITING COUNT(CONVERSATION_UNREAD(MOI_BY_SESSION)) "AS messages, "
#define SHELL \
	" (" OWN_GROUPS_JSON("c.id") ") AS groupes," BELL WAITING CHARTE_DUE( \
		"c.id") " AS charte_due,"

enum { TOKEN = 32, DAYS = 30, DEVICE_DAYS = 365 };

static bool
is_hex(const char *s, size_t n)
{
	return s != NULL && strlen(s) == n && strspn(s, "0123456789abcdef") == n;
}

static const char *
token_of(struct req *r, const char *cookie)
{
	const char *token = r->cookies != NULL ? cookie_value(&r->mem, r->cookies, cookie) : NULL;

	return is_hex(token, TOKEN * 2) ? token : NULL;
}

/* Whose row that is, and whether it may enter; the session itself is not of this function. */
static bool
become(struct req *r, struct row *s)
{
	static const enum access levels[] = { PUBLIC, PROSPECT, MEMBER, STAFF };
	int64_t acces = row_int(s, "acces");

	if (acces < 1 || acces > 3)
		return false;
	r->user.id = row_id(s, "id");
	r->user.level = levels[acces];
	if (acces == 3 && strcmp(row_text(s, "role"), "admin") == 0)
		r->user.level = ADMIN;
	r->user.droits = arena_printf(&r->mem, ",%s,", row_text(s, "droits"));
	r->user.droits_de = r->user.id;
	r->user.shell = NULL;
	r->user.coordonnees = droit(r, "coordonnees");
	r->user.delegue = strchr(r->user.droits, '+') != NULL;
	r->user.prenom = row_text(s, "prenom");
	r->user.nom = row_text(s, "nom");
	return true;
}

static void
enter(struct req *r, struct row *s)
{
	if (!become(r, s)) {
		r->user.closed = true;
		return;
	}
	r->user.held = row_int(s, "retenu") != 0;
	r->user.csrf = row_text(s, "csrf");
	if (r->user.session != NULL && row_int(s, "ancienne"))
		db_exec(&(struct req) { 0 },
			SQL("UPDATE session SET vu_le = UTC_TIMESTAMP(),"
			    " expire_le = UTC_TIMESTAMP() + INTERVAL 30 DAY"
			    " WHERE empreinte = UNHEX(?)"),
			S(r->user.session));
}

/* Be that person for this request, with her rights and no session.  False: may not enter. */
bool
session_as(struct req *r, int64_t contact_id)
{
	return db_one(r, "Personne",
		       SQL("SELECT" PERSON
			   " 0 FROM contact c LEFT JOIN compte co ON co.contact_id = c.id"
			   " WHERE c.id = ?"),
		       I(contact_id)) &&
		become(r, row_at(r, "Personne"));
}

/* An administrator reads with the eyes of somebody, for a while; no longer administrator, no
 * longer that. */
static void
look_as(struct req *r, struct row *s)
{
	int64_t comme = row_id(s, "comme_id"), by = r->user.id;

	if (comme == 0 || r->user.level < ADMIN || r->user.held || !session_as(r, comme))
		return;
	r->user.by = by;
}

/* The token of forms sent before signing in, and its cookie if there is none yet. */
static void
stranger(struct req *r)
{
	const char *seed = r->cookies != NULL ? cookie_value(&r->mem, r->cookies, BEFORE) : NULL;

	if (!is_hex(seed, TOKEN)) {
		if (r->area == NULL || !(r->area->flags & NO_SHELL))
			return;
		seed = random_hex(&r->mem, TOKEN / 2);
		header(r, "Set-Cookie", arena_printf(&r->mem, BEFORE "=%s" RULES, seed));
	}
	r->user.csrf = sha256_hex(&r->mem, seed, TOKEN);
}

/* A program that shows a token of its owner: her rights within what the token opens (route.c), no
 * cookie, no form token. */
static void
bearer(struct req *r)
{
	const char *hash = sha256_hex(&r->mem, r->bearer, strlen(r->bearer));

	if (!is_hex(r->bearer, TOKEN * 2) ||
		!db_one(r, "Session",
			SQL("SELECT" PERSON HELD
			    " j.espaces, NOT j.ecrit AS lit, COALESCE(j.vu_le < UTC_TIMESTAMP() -"
			    " INTERVAL 1 HOUR, 1) AS ancienne FROM jeton_api j"
			    " JOIN compte co ON co.contact_id = j.contact_id"
			    " JOIN contact c ON c.id = co.contact_id"
			    " WHERE j.empreinte = UNHEX(?) AND j.expire_le > UTC_TIMESTAMP()"),
			S(hash)))
		return;
	enter(r, row_at(r, "Session"));
	r->user.espaces = said(r, "Session.espaces");
	r->user.lit = said_int(r, "Session.lit") != 0;
	r->user.csrf = NULL;
	if (said_int(r, "Session.ancienne"))
		db_exec(&(struct req) { 0 },
			SQL("UPDATE jeton_api SET vu_le = UTC_TIMESTAMP()"
			    " WHERE empreinte = UNHEX(?)"),
			S(hash));
}

/* Does R ask for a page of the site, with what is around it? */
static bool
wants_shell(const struct req *r)
{
	return r->method == GET && r->format == HTML &&
		(r->area == NULL || !(r->area->flags & NO_SHELL));
}

static void
keep_shell(struct req *r, struct row *s)
{
	struct shell *shell = arena_alloc(&r->mem, sizeof *shell);

	*shell = (struct shell) { row_text(s, "groupes"), row_int(s, "cloche"),
		row_int(s, "messages") };
	r->user.shell = shell;
	r->user.charte = row_int(s, "charte_due") != 0;
}

/* The row of the session as Session. */
static bool
find_session(struct req *r)
{
	const char *hash = r->user.session;

	if (!wants_shell(r))
		return db_one(r, "Session", SQL("SELECT" PERSON SESSION), S(hash));
	return db_one(r, "Session", SQL("SELECT" PERSON SHELL SESSION), S(hash), S(hash), S(hash));
}

/* Fill r->user from the cookie.  Called before the transaction: notes at most once an hour
 * that the session was used. */
void
session_find(struct req *r)
{
	const char *token = token_of(r, COOKIE);

	if (r->bearer != NULL) {
		bearer(r);
		return;
	}
	if (token != NULL) {
		r->user.session = sha256_hex(&r->mem, token, TOKEN * 2);
		if (find_session(r)) {
			enter(r, row_at(r, "Session"));
			if (r->user.id != 0 && wants_shell(r))
				keep_shell(r, row_at(r, "Session"));
			look_as(r, row_at(r, "Session"));
		} else {
			r->user.session = NULL;
		}
	}
	if (r->user.id == 0)
		stranger(r);
}

static void
forget(struct req *r)
{
	if (r->user.session == NULL)
		return;
	db_exec(r, SQL("DELETE FROM session WHERE empreinte = UNHEX(?)"), S(r->user.session));
	live_end_person(r, r->user.id);
}

/* Did CONTACT, or somebody of that address, sign in with this browser before? */
bool
session_device(struct req *r, const char *email)
{
	const char *token = token_of(r, DEVICE);

	return db_int(r,
		       SQL("SELECT COUNT(*) FROM appareil a JOIN contact c ON c.id = a.contact_id"
			   " WHERE a.empreinte = UNHEX(?) AND c.email = ?"),
		       S(token != NULL ? sha256_hex(&r->mem, token, TOKEN * 2) : ""), S(email)) > 0;
}

/* Know this browser again.  The token is new each time: one stolen before is worth nothing. */
static void
know_device(struct req *r, int64_t contact_id)
{
	const char *old = token_of(r, DEVICE), *token = random_hex(&r->mem, TOKEN);

	if (old != NULL)
		db_exec(r, SQL("DELETE FROM appareil WHERE empreinte = UNHEX(?)"),
			S(sha256_hex(&r->mem, old, TOKEN * 2)));
	db_exec(r,
		SQL("INSERT INTO appareil (empreinte, contact_id, vu_le)"
		    " VALUES (UNHEX(?), ?, UTC_TIMESTAMP())"),
		S(sha256_hex(&r->mem, token, TOKEN * 2)), I(contact_id));
	header(r, "Set-Cookie",
		arena_printf(
			&r->mem, DEVICE "=%s" RULES "; Max-Age=%d", token, DEVICE_DAYS * 86400));
}

/* Sign CONTACT in: a new token each time, so that one known before is worth nothing. */
void
session_open(struct req *r, int64_t contact_id)
{
	const char *token = random_hex(&r->mem, TOKEN), *csrf = random_hex(&r->mem, TOKEN);

	forget(r);
	r->user.session = sha256_hex(&r->mem, token, TOKEN * 2);
	db_exec(r,
		SQL("INSERT INTO session (empreinte, contact_id, csrf, cree_le, vu_le, expire_le,"
		    " appareil, adresse)"
		    " VALUES (UNHEX(?), ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() +"
		    " INTERVAL 30 DAY, ?, ?)"),
		S(r->user.session), I(contact_id), S(csrf),
		S(text_cut(&r->mem, r->agent != NULL ? r->agent : "", 190)),
		S(r->address != NULL ? r->address : ""));
	db_exec(r,
		SQL("UPDATE compte SET vu_le = UTC_TIMESTAMP(), ferme_le = NULL"
		    " WHERE contact_id = ?"),
		I(contact_id));
	header(r, "Set-Cookie",
		arena_printf(&r->mem, COOKIE "=%s" RULES "; Max-Age=%d", token, DAYS * 86400));
	know_device(r, contact_id);
	r->user.id = contact_id;
	r->user.csrf = csrf;
}

/* The session just opened came by a link. */
void
session_by_link(struct req *r)
{
	db_exec(r, SQL("UPDATE session SET par_lien = TRUE WHERE empreinte = UNHEX(?)"),
		S(r->user.session));
}

/* Sign out here. */
void
session_close(struct req *r)
{
	forget(r);
	header(r, "Set-Cookie", COOKIE "=" RULES "; Max-Age=0");
	r->user.id = 0;
}

/* Sign CONTACT out everywhere but here; her programs too. */
void
session_close_others(struct req *r, int64_t contact_id)
{
	db_exec(r,
		SQL("DELETE FROM session WHERE contact_id = ?"
		    " AND empreinte <> COALESCE(UNHEX(?), '')"),
		I(contact_id), S(r->user.session));
	db_exec(r, SQL("DELETE FROM jeton_api WHERE contact_id = ?"), I(contact_id));
	live_end_person(r, contact_id);
}
