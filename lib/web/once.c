/* once.c - what is sent twice is done once
 *
 * Every page gives its forms a key, behind the token of the session (csrf() in templates/macros.cs:
 * "TOKEN.KEY"): a second press, or "back" and
 * the same again, sends the same key with the same words, and leads where the first one led.  The
 * claim is the first row that the request writes: of two at the same instant the second waits
 * until the first is committed.  Other words with that key are another sending: nothing typed is
 * lost.  Programs may send a key of their own; without one, everything sent is done.
 */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/param.h"
#include "db/db.h"
#include "domain/objets/fichier.h"
#include "web/once.h"
#include "web/reply.h"

/* Does the form hold that token, with a key behind it or without? */
bool
once_token(struct req *r, const char *token)
{
	const char *given = param(r, "csrf");
	size_t n = strlen(token);

	return strncmp(given, token, n) == 0 && (given[n] == '\0' || given[n] == '.');
}

/* The key that came: of a form of ours, or a program's own (cle); "": none. */
static const char *
key_of(struct req *r)
{
	const char *point = strchr(param(r, "csrf"), '.');

	return point != NULL ? point + 1 : param(r, "cle");
}

/* Of the key, the address and all that came with it. */
static const char *
fingerprint(struct req *r)
{
	struct buffer s = { &r->mem };
	const char *all;
	int64_t size;

	buffer_puts(&s, arena_printf(&r->mem, "%s\n%s", key_of(r), r->path));
	for (const struct param *p = r->params; p != NULL; p = p->next)
		if (strcmp(p->name, "csrf") != 0)
			buffer_puts(&s,
				arena_printf(&r->mem, "\n%s=%zu %s", p->name, p->len, p->value));
	for (const struct upload *u = r->uploads; u != NULL; u = u->next)
		buffer_puts(&s,
			arena_printf(&r->mem, "\n%s=%s %s", u->name, u->filename,
				fichier_hash(r, u->fd, &size)));
	all = buffer_text(&s);
	return sha256_hex(&r->mem, all, strlen(all));
}

/* Answer a POST by HANDLER, once. */
int
once(struct req *r, int (*handler)(struct req *))
{
	int64_t who = r->user.id;
	const char *print;
	int status;

	if (who == 0 || *key_of(r) == '\0')
		return handler(r);
	print = fingerprint(r);
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO envoi_fait (contact_id, empreinte, adresse, cree_le)"
			" VALUES (?, UNHEX(?), '', UTC_TIMESTAMP())"),
		    I(who), S(print)) == 0)
		return redirect(r, "%s",
			db_string(r,
				SQL("SELECT adresse FROM envoi_fait WHERE contact_id = ?"
				    " AND empreinte = UNHEX(?) LOCK IN SHARE MODE"),
				I(who), S(print)));
	status = handler(r);
	if (status == 303 || (status == 200 && r->after != NULL))
		db_exec(r,
			SQL("UPDATE envoi_fait SET adresse = ? WHERE contact_id = ?"
			    " AND empreinte = UNHEX(?)"),
			S(status == 303 ? r->location : r->after), I(who), S(print));
	else
		db_exec(r,
			SQL("DELETE FROM envoi_fait WHERE contact_id = ? AND empreinte = UNHEX(?)"),
			I(who), S(print));
	return status;
}
