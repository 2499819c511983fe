/* desinscription.c - leaving a kind of mail by a link of its own, without signing in
 *
 * RFC 8058: a POST to the address of List-Unsubscribe does it at once; a GET only shows the
 * button, since scanners follow links.  Mails that answer a request are not concerned.
 */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/desinscription.h"
#include "domain/journal.h"

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

/* Leave it, now or again.  False: no such token.  The caller is in a transaction. */
bool
desinscription_do(struct req *r, const char *jeton)
{
	int64_t who = db_int(r, SQL("SELECT contact_id FROM desinscription WHERE empreinte = ?"),
		S(digest(r, jeton)));

	if (who == 0)
		return false;
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO refus_courriel (contact_id, genre, cree_le)"
			" SELECT contact_id, genre, UTC_TIMESTAMP() FROM desinscription WHERE empreinte = ?"),
		    S(digest(r, jeton))) > 0)
		journal(r, "courriel.refus", who, NULL, desinscription_genre(r, jeton));
	return true;
}
