/* lettre_jeton.c - tokens that hold a number and its seal, by a key of the site
 *
 * The seal is HMAC-SHA-256 of the use and the number, 16 bytes of it; the number is hidden by a
 * mask that is made of the seal, so that two tokens tell nothing of who was sent what, or when.
 */

#include <string.h>
#include <strings.h>

#include <sodium.h>

#include "base/conf.h"
#include "base/fault.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/socle/reglage.h"
#include "net/mail_write.h"

enum { NUMBER = 5, SEAL = 16, BYTES = NUMBER + SEAL, KEY = crypto_auth_hmacsha256_KEYBYTES };

/* The key that a migration made, read once. */
static const unsigned char *
key(struct req *r)
{
	static unsigned char bytes[KEY];
	static bool known;
	const char *hex = known ? "" : reglage(r, "lettre.cle", "");

	if (!known &&
		(strlen(hex) != sizeof bytes * 2 ||
			sodium_hex2bin(bytes, sizeof bytes, hex, strlen(hex), NULL, NULL, NULL) !=
				0))
		fault("lettre.cle: no key");
	known = true;
	return bytes;
}

static void
seal(struct req *r, enum lettre_jeton use, int64_t id, unsigned char into[SEAL])
{
	unsigned char text[9] = { (unsigned char) use }, mac[crypto_auth_hmacsha256_BYTES];

	for (int i = 0; i < 8; i++)
		text[1 + i] = (unsigned char) ((uint64_t) id >> (8 * i));
	crypto_auth_hmacsha256(mac, text, sizeof text, key(r));
	memcpy(into, mac, SEAL);
}

/* Hide the number of a token, or find it again. */
static void
mask(struct req *r, unsigned char token[BYTES])
{
	unsigned char mac[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256(mac, token + NUMBER, SEAL, key(r));
	for (int i = 0; i < NUMBER; i++)
		token[i] ^= mac[i];
}

/* The token of that number for that use. */
const char *
lettre_jeton(struct req *r, enum lettre_jeton use, int64_t id)
{
	char *out = arena_alloc(&r->mem, LETTRE_JETON + 1);
	unsigned char token[BYTES];

	for (int i = 0; i < NUMBER; i++)
		token[i] = (unsigned char) ((uint64_t) id >> (8 * i));
	seal(r, use, id, token + NUMBER);
	mask(r, token);
	return sodium_bin2hex(out, LETTRE_JETON + 1, token, sizeof token);
}

/* The number of a token for that use; 0: it was not made here. */
int64_t
lettre_jeton_read(struct req *r, enum lettre_jeton use, const char *jeton)
{
	unsigned char token[BYTES], ours[SEAL];
	int64_t id = 0;

	if (strlen(jeton) != LETTRE_JETON ||
		sodium_hex2bin(token, sizeof token, jeton, LETTRE_JETON, NULL, NULL, NULL) != 0)
		return 0;
	mask(r, token);
	for (int i = 0; i < NUMBER; i++)
		id |= (int64_t) token[i] << (8 * i);
	seal(r, use, id, ours);
	return sodium_memcmp(ours, token + NUMBER, SEAL) == 0 ? id : 0;
}

/* The number in an address that was made of BASE (name, '+', MARK, token), however its letters were
 * folded on the way; 0: it is none. */
int64_t
lettre_adresse_read(struct req *r, enum lettre_jeton use, const char *base, const char *address)
{
	const char *at = base != NULL ? strrchr(base, '@') : NULL;
	size_t n = at != NULL ? (size_t) (at - base) : 0;
	const char mark[] = { use == JETON_RETOUR ? '\0' : (char) use, '\0' };

	if (at == NULL || strncasecmp(address, base, n) != 0 || address[n] != '+' ||
		strncasecmp(address + n + 1, mark, strlen(mark)) != 0 ||
		strlen(address) < n + 1 + strlen(mark) + LETTRE_JETON)
		return 0;
	address += n + 1 + strlen(mark);
	return strcasecmp(address + LETTRE_JETON, at) != 0 ?
		0 :
		lettre_jeton_read(r, use, arena_printf(&r->mem, "%.*s", LETTRE_JETON, address));
}

/* Where that kind of letter is left; a preview's leads to a page that knows of no letter. */
const char *
lettre_lien(struct req *r, int64_t envoi_id)
{
	return arena_printf(&r->mem, "%s/public/lettres/%s", conf.site_url,
		envoi_id != 0 ? lettre_jeton(r, JETON_LIEN, envoi_id) : "apercu");
}

/* That address of ours, with its use and a token between its name and its '@'; NULL: there is none,
 * or it would be longer than servers take (RFC 5321, 4.5.3.1.1). */
static const char *
address(struct req *r, const char *base, enum lettre_jeton use, int64_t id)
{
	const char mark[] = { use == JETON_RETOUR ? '\0' : (char) use, '\0' };
	const char *at = base != NULL ? strrchr(base, '@') : NULL;
	size_t n = at != NULL ? (size_t) (at - base) : 0;

	if (at == NULL || id == 0 || n + 1 + strlen(mark) + LETTRE_JETON >= 64)
		return NULL;
	return arena_printf(
		&r->mem, "%.*s+%s%s%s", (int) n, base, mark, lettre_jeton(r, use, id), at);
}

/* The return path of that letter to that person, which names neither; that of all mails where
 * mail.bounce names none. */
const char *
lettre_retour(struct req *r, int64_t envoi_id)
{
	const char *own = address(r, conf.mail_bounce, JETON_RETOUR, envoi_id);

	return own != NULL ? own : mail_address(&r->mem, conf.smtp_from);
}

/* Where she answers it. */
const char *
lettre_reponse(struct req *r, int64_t envoi_id)
{
	return address(r, conf.mail_reply, JETON_REPONSE, envoi_id);
}

/* Where a mail leaves that kind, for programs that cannot POST. */
const char *
lettre_adieu(struct req *r, int64_t envoi_id)
{
	return address(r, conf.mail_bounce, JETON_ADIEU, envoi_id);
}
