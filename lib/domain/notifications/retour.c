/* retour.c - the signed addresses where people answer to a conversation by mail */

#include <inttypes.h>
#include <string.h>

#include <sodium.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/notifications/retour.h"
#include "domain/socle/reglage.h"

/* The key that addresses are signed with, made when it is first wanted (never during a GET). */
static const char *
key(struct req *r)
{
	const char *k = reglage(r, "reponse.cle", "");

	if (*k == '\0' && !r->read_only) {
		k = random_hex(&r->mem, crypto_auth_hmacsha256_KEYBYTES);
		reglage_set(r, "reponse.cle", k);
	}
	return k;
}

/* What signs an answer of that person to that conversation; NULL: no key yet. */
static const char *
signature(struct req *r, int64_t conversation, int64_t contact)
{
	const char *k = key(r),
		   *what = arena_printf(&r->mem, "%" PRId64 "-%" PRId64, conversation, contact);
	unsigned char secret[crypto_auth_hmacsha256_KEYBYTES], mac[crypto_auth_hmacsha256_BYTES];
	char *hex = arena_alloc(&r->mem, sizeof mac * 2 + 1);

	if (strlen(k) != sizeof secret * 2 ||
		sodium_hex2bin(secret, sizeof secret, k, strlen(k), NULL, NULL, NULL) != 0)
		return NULL;
	crypto_auth_hmacsha256(mac, (const unsigned char *) what, strlen(what), secret);
	sodium_bin2hex(hex, sizeof mac * 2 + 1, mac, sizeof mac);
	hex[RETOUR_SIGN] = '\0';
	return hex;
}

/* Is SIGN, of RETOUR_SIGN letters at least, what signs an answer of that person to that
 * conversation? */
bool
retour_signed(struct req *r, int64_t conversation, int64_t contact, const char *sign)
{
	const char *ours = signature(r, conversation, contact);

	return ours != NULL && sodium_memcmp(sign, ours, RETOUR_SIGN) == 0;
}

/* Where that person answers to that conversation by mail; NULL: answers are not read here. */
const char *
retour_adresse(struct req *r, int64_t conversation, int64_t contact)
{
	const char *at = conf.mail_reply != NULL ? strrchr(conf.mail_reply, '@') : NULL;
	const char *sign = at != NULL ? signature(r, conversation, contact) : NULL;

	if (sign == NULL)
		return NULL;
	return arena_printf(&r->mem, "%.*s+%" PRId64 "-%" PRId64 "-%s%s",
		(int) (at - conf.mail_reply), conf.mail_reply, conversation, contact, sign, at);
}
