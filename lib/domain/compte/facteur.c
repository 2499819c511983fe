/* facteur.c - a second factor: a code of 6 digits every 30 s, or a recovery code
 *
 * Each code works once: the step of the last one is kept, and earlier ones are refused.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <liboath/oath.h>

#include "base/clock.h"
#include "base/fault.h"
#include "domain/compte/facteur.h"

enum { BYTES = 20, STEP = 30, WAIT = 600 };

/* A new secret: 40 hex digits. */
const char *
facteur_secret(struct req *r)
{
	return random_hex(&r->mem, BYTES);
}

static bool
decode(const char *secret, char bytes[BYTES])
{
	size_t n = BYTES;

	return strlen(secret) == BYTES * 2 && oath_hex2bin(secret, bytes, &n) == OATH_OK &&
		n == BYTES;
}

/* As authenticators want it typed; NULL when it is no secret. */
const char *
facteur_base32(struct req *r, const char *secret)
{
	char bytes[BYTES], *text = NULL, *copy;

	if (!decode(secret, bytes) || oath_base32_encode(bytes, BYTES, &text, NULL) != OATH_OK)
		return NULL;
	copy = arena_strdup(&r->mem, text);
	free(text);
	return copy;
}

/* Six digits, spaces between them allowed. */
static bool
digits(const char *code, char six[7])
{
	size_t n = 0;

	for (; *code != '\0'; code++)
		if (*code >= '0' && *code <= '9' && n < 6)
			six[n++] = *code;
		else if (*code != ' ')
			return false;
	six[n] = '\0';
	return n == 6;
}

/* The step whose code that is, the clock of the telephone being wrong by a step at most; 0:
 * none. */
static int64_t
step_of(const char *secret, const char *code)
{
	char bytes[BYTES], six[7], expected[7];
	int64_t found = 0;

	if (!decode(secret, bytes) || !digits(code, six))
		return 0;
	for (int i = -1; i <= 1; i++) {
		time_t t = clock_now() + i * STEP;
		unsigned differs = 0;

		if (oath_totp_generate(bytes, BYTES, t, STEP, 0, 6, expected) != OATH_OK)
			fault("no codes of the second factor");
		for (int k = 0; k < 6; k++)
			differs |= (unsigned) (six[k] ^ expected[k]);
		if (differs == 0)
			found = t / STEP;
	}
	return found;
}

/* Does the telephone that learnt SECRET give that code now? */
bool
facteur_try(struct req *r, const char *secret, const char *code)
{
	(void) r;
	return step_of(secret, code) != 0;
}

static const char *
code_hash(struct req *r, const char *code)
{
	char bare[17];
	size_t n = 0;

	for (; *code != '\0' && n < 16; code++)
		if (*code != ' ' && *code != '-')
			bare[n++] =
				*code >= 'A' && *code <= 'Z' ? (char) (*code - 'A' + 'a') : *code;
	return sha256_hex(&r->mem, bare, n);
}

/* Ask this person for codes from now on; CODES: her recovery codes, to be shown once. */
void
facteur_set(struct req *r, int64_t contact_id, const char *secret, const char *codes[SECOURS])
{
	facteur_drop(r, contact_id);
	db_exec(r, SQL("UPDATE compte SET totp = ?, totp_pas = ? WHERE contact_id = ?"), S(secret),
		I(clock_now() / STEP), I(contact_id));
	for (int i = 0; i < SECOURS; i++) {
		const char *hex = random_hex(&r->mem, 8);

		codes[i] = arena_printf(
			&r->mem, "%.4s-%.4s-%.4s-%.4s", hex, hex + 4, hex + 8, hex + 12);
		db_exec(r,
			SQL("INSERT INTO code_secours (contact_id, empreinte)"
			    " VALUES (?, UNHEX(?))"),
			I(contact_id), S(code_hash(r, codes[i])));
	}
}

/* Ask no longer. */
void
facteur_drop(struct req *r, int64_t contact_id)
{
	db_exec(r, SQL("UPDATE compte SET totp = NULL WHERE contact_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM code_secours WHERE contact_id = ?"), I(contact_id));
}

bool
facteur_set_up(struct req *r, int64_t contact_id)
{
	return db_int(r, SQL("SELECT totp IS NOT NULL FROM compte WHERE contact_id = ?"),
		       I(contact_id)) != 0;
}

/* Is that a code of this person that has not served?  It has then. */
bool
facteur_check(struct req *r, int64_t contact_id, const char *code)
{
	const char *secret =
		db_string(r, SQL("SELECT totp FROM compte WHERE contact_id = ?"), I(contact_id));
	int64_t step = secret != NULL ? step_of(secret, code) : 0;

	if (step != 0)
		return db_exec(r,
			       SQL("UPDATE compte SET totp_pas = ? WHERE contact_id = ?"
				   " AND totp_pas < ?"),
			       I(step), I(contact_id), I(step)) > 0;
	return db_exec(r,
		       SQL("DELETE FROM code_secours WHERE contact_id = ?"
			   " AND empreinte = UNHEX(?)"),
		       I(contact_id), S(code_hash(r, code))) > 0;
}

/* A token for the form of the code, good for ten minutes. */
const char *
facteur_wait(struct req *r, int64_t contact_id, bool by_link)
{
	const char *jeton = random_hex(&r->mem, 32);

	db_exec(r, SQL("DELETE FROM attente WHERE expire_le < ?"),
		S(clock_sql(&r->mem, clock_now())));
	db_exec(r,
		SQL("INSERT INTO attente (empreinte, contact_id, par_lien, expire_le)"
		    " VALUES (UNHEX(?), ?, ?, ?)"),
		S(sha256_hex(&r->mem, jeton, 64)), I(contact_id), I(by_link),
		S(clock_sql(&r->mem, clock_now() + WAIT)));
	return jeton;
}

/* Who waits with that token, if the CRM still lets her in; 0: nobody. */
int64_t
facteur_waiting(struct req *r, const char *jeton, bool *by_link)
{
	int64_t who;

	if (!db_read(r,
		    SQL("SELECT a.contact_id, a.par_lien FROM attente a"
			" JOIN contact c ON c.id = a.contact_id"
			" WHERE a.empreinte = UNHEX(?) AND a.expire_le > ? AND c.acces > 0"),
		    INTO(TO(&who), TO(by_link)), S(sha256_hex(&r->mem, jeton, strlen(jeton))),
		    S(clock_sql(&r->mem, clock_now()))))
		return 0;
	return who;
}

/* The token has served. */
void
facteur_done(struct req *r, const char *jeton)
{
	db_exec(r, SQL("DELETE FROM attente WHERE empreinte = UNHEX(?)"),
		S(sha256_hex(&r->mem, jeton, strlen(jeton))));
}
