/* dsn_mots.c - what the words of a server mean: the one table, for the answers of a session and for
 * reports
 *
 * Words go before numbers: some servers say 5.7.1 or 5.4.1 of an address that does not exist,
 * others 5.1.1 of a sender that they do not like.
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "net/dsn.h"

/* In lower case, as they stand in the lower-cased words.  The first that is found decides. */
static const struct mot {
	enum dsn what;
	const char *words;
} mots[] = {
	/* about us, whatever else they say */
	{ DSN_SOFT, "sender address rejected" },
	{ DSN_SOFT, "sender verify failed" },
	{ DSN_SOFT, "sender unknown" },
	{ DSN_SOFT, "unauthenticated" },
	{ DSN_SOFT, "dmarc" },
	{ DSN_SOFT, "quota" },
	{ DSN_SOFT, "mailbox full" },
	{ DSN_SOFT, "mailbox is full" },
	{ DSN_SOFT, "boite pleine" },
	{ DSN_SOFT, "out of storage" },
	{ DSN_SOFT, "over storage" },
	{ DSN_SOFT, "insufficient system storage" },
	{ DSN_SOFT, "receiving mail at a rate" },
	{ DSN_SOFT, "too many" },
	/* nobody */
	{ DSN_HARD, "user unknown" },
	{ DSN_HARD, "unknown user" },
	{ DSN_HARD, "no such user" },
	{ DSN_HARD, "no such mailbox" },
	{ DSN_HARD, "no such recipient" },
	{ DSN_HARD, "no such address" },
	{ DSN_HARD, "no mailbox here" },
	{ DSN_HARD, "does not exist" },
	{ DSN_HARD, "doesn't exist" },
	{ DSN_HARD, "n'existe pas" },
	{ DSN_HARD, "not exist" },
	{ DSN_HARD, "invalid recipient" },
	{ DSN_HARD, "invalid mailbox" },
	{ DSN_HARD, "destinataire invalide" },
	{ DSN_HARD, "adresse d au moins un destinataire invalide" },
	{ DSN_HARD, "recipient not found" },
	{ DSN_HARD, "recipientnotfound" },
	{ DSN_HARD, "recipient unknown" },
	{ DSN_HARD, "unknown recipient" },
	{ DSN_HARD, "unknown address" },
	{ DSN_HARD, "unknown or illegal alias" },
	{ DSN_HARD, "unknown local part" },
	{ DSN_HARD, "unrouteable address" },
	{ DSN_HARD, "unrouteable mail domain" },
	{ DSN_HARD, "mailbox unavailable" },
	{ DSN_HARD, "mailbox not found" },
	{ DSN_HARD, "address not found" },
	{ DSN_HARD, "wasn't found at" },
	{ DSN_HARD, "n'a pas ete trouve" },
	{ DSN_HARD, "user not found" },
	{ DSN_HARD, "account not found" },
	{ DSN_HARD, "account is disabled" },
	{ DSN_HARD, "account has been disabled" },
	{ DSN_HARD, "account is inactive" },
	{ DSN_HARD, "mailbox disabled" },
	{ DSN_HARD, "user disabled" },
	{ DSN_HARD, "due to inactivity" },
	{ DSN_HARD, "no longer available" },
	{ DSN_HARD, "no longer valid" },
	{ DSN_HARD, "doesn't have a yahoo" },
	{ DSN_HARD, "not our customer" },
	{ DSN_HARD, "host or domain name not found" },
	{ DSN_HARD, "domain not found" },
	{ DSN_HARD, "couldn't find any host" },
	{ DSN_HARD, "host unknown" },
	{ DSN_HARD, "host not found" },
	{ DSN_HARD, "null mx" },
	{ DSN_HARD, "does not accept mail" },
	{ DSN_HARD, "recipient address rejected: access denied" }, /* Microsoft 365 */
	{ DSN_HARD, "utilisateur inconnu" },
	{ DSN_HARD, "destinataire inconnu" },
	{ DSN_HARD, "adresse inconnue" },
	/* somebody, but not now or not this */
	{ DSN_SOFT, "spam" },
	{ DSN_SOFT, "blocked" },
	{ DSN_SOFT, "blacklist" },
	{ DSN_SOFT, "blocklist" },
	{ DSN_SOFT, "listed" },
	{ DSN_SOFT, "reputation" },
	{ DSN_SOFT, "policy" },
	{ DSN_SOFT, "access denied" },
	{ DSN_SOFT, "relay" },
	{ DSN_SOFT, "greylist" },
	{ DSN_SOFT, "try again" },
	{ DSN_SOFT, "timed out" },
	{ DSN_SOFT, "refused" },
	{ DSN_SOFT, "too large" },
	{ DSN_SOFT, "too big" },
	{ DSN_SOFT, "size" },
	{ DSN_SOFT, "virus" },
	{ DSN_SOFT, "content" },
	{ DSN_SOFT, "loop" },
	{ 0 },
};

/* Subjects and details of RFC 3463 that say that nobody is there. */
static bool
is_nobody(const char *status)
{
	static const char *const all[] = { "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6",
		"5.1.10", "5.2.1", "5.4.4", NULL };

	for (int i = 0; all[i] != NULL; i++)
		if (strcmp(status, all[i]) == 0)
			return true;
	return false;
}

/* The class of STATUS, or of the code that WORDS begin with: '2', '4', '5'; 0: none. */
static char
class_of(const char *status, const char *words)
{
	if (*status >= '2' && *status <= '5')
		return *status;
	return *words >= '2' && *words <= '5' && isdigit((unsigned char) words[1]) &&
			isdigit((unsigned char) words[2]) && !isalnum((unsigned char) words[3]) ?
		*words :
		'\0';
}

/* What a server means that gave STATUS ("5.1.1", "") and said WORDS ("550 no such user"), for
 * good: it does not try again. */
enum dsn
dsn_words(const char *status, const char *words)
{
	struct arena mem = { 0 };
	char *low = arena_strdup(&mem, words);
	enum dsn what = DSN_NONE;

	for (char *s = low; *s != '\0'; s++)
		*s = (char) tolower((unsigned char) *s);
	for (const struct mot *m = mots; m->words != NULL && what == DSN_NONE; m++)
		if (strstr(low, m->words) != NULL)
			what = m->what;
	if (what == DSN_HARD && class_of(status, words) == '4')
		what = DSN_SOFT;
	if (what == DSN_NONE && *status != '\0')
		what = is_nobody(status) ? DSN_HARD : DSN_SOFT;
	if (what == DSN_NONE)
		what = strncmp(words, "550", 3) == 0 || strncmp(words, "551", 3) == 0 ||
				strncmp(words, "553", 3) == 0 ?
			DSN_HARD :
			DSN_SOFT;
	arena_reset(&mem);
	return what;
}

/* Does the ANSWER of a session to a recipient, of that code, say that nobody is there? */
bool
dsn_nobody(long code, const char *answer)
{
	char status[16] = "";
	const char *s = strlen(answer) > 4 ? answer + 4 : "";
	size_t n = strspn(s, "0123456789.");

	if (n >= 5 && n < sizeof status && s[1] == '.')
		memcpy(status, s, n);
	return code >= 500 && code < 600 && dsn_words(status, answer) == DSN_HARD;
}
