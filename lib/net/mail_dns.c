/* mail_dns.c - TXT records, by the system's resolver, and what they mean to who gets our mails */

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "base/text.h"
#include "net/mail_dns.h"
#include "net/mail_write.h"

enum { ANSWER = 8192, WAIT = 3 };

enum found { FOUND, NONE, SILENT };

/* The resolver of dns.server ("127.0.0.1:5353") in place of the machine's. */
static bool
aim(struct __res_state *state)
{
	char host[64];
	const char *colon;
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(53) };

	if (res_ninit(state) != 0)
		return false;
	state->retrans = WAIT;
	state->retry = 1;
	state->options &= ~(unsigned long) (RES_DNSRCH | RES_DEFNAMES);
	if (conf.dns_server == NULL)
		return true;
	colon = strchr(conf.dns_server, ':');
	snprintf(host, sizeof host, "%.*s",
		(int) (colon != NULL ? (size_t) (colon - conf.dns_server) :
				       strlen(conf.dns_server)),
		conf.dns_server);
	if (colon != NULL)
		to.sin_port = htons((uint16_t) strtol(colon + 1, NULL, 10));
	state->nscount = 1;
	state->nsaddr_list[0] = to;
	return inet_pton(AF_INET, host, &state->nsaddr_list[0].sin_addr) == 1;
}

/* The text of one record: strings after one another. */
static const char *
record(struct arena *a, ns_rr rr)
{
	const unsigned char *d = ns_rr_rdata(rr), *end = d + ns_rr_rdlen(rr);
	struct buffer text = { a };

	for (; d < end && d + 1 + *d <= end; d += 1 + *d)
		buffer_add(&text, (const char *) d + 1, *d);
	return text_clean(a, buffer_text(&text));
}

/* The TXT record of NAME that begins by START, into *TEXT; how many there are, into *N. */
static enum found
txt(struct arena *a, const char *name, const char *start, const char **text, int *n)
{
	struct __res_state state = { 0 };
	unsigned char *answer = arena_alloc(a, ANSWER);
	int len = aim(&state) ? res_nquery(&state, name, ns_c_in, ns_t_txt, answer, ANSWER) : -1;
	int missing = state.res_h_errno;
	ns_msg m;
	ns_rr rr;

	*n = 0;
	res_nclose(&state);
	if (len < 0)
		return missing == HOST_NOT_FOUND || missing == NO_DATA ? NONE : SILENT;
	if (ns_initparse(answer, len < ANSWER ? len : ANSWER, &m) != 0)
		return SILENT;
	for (int i = 0; i < ns_msg_count(m, ns_s_an); i++) {
		const char *found;

		if (ns_parserr(&m, ns_s_an, i, &rr) != 0 || ns_rr_type(rr) != ns_t_txt)
			continue;
		found = record(a, rr);
		if (strncasecmp(found, start, strlen(start)) == 0 && (*n)++ == 0)
			*text = found;
	}
	return *n > 0 ? FOUND : NONE;
}

static const char *
domain_of(struct arena *a, const char *address)
{
	const char *at = strrchr(mail_address(a, address), '@');

	return at != NULL ? at + 1 : "";
}

/* Why nothing is asked about that domain; NULL: it is asked. */
static const char *
not_asked(struct arena *a, const char *domain)
{
	static const char *const ends[] = { ".example", ".test", ".invalid", ".localhost",
		"localhost", "example.org", "example.com", "exemple.org", NULL };
	size_t n = strlen(domain);

	if (n == 0)
		return "smtp.from is not set: no mail leaves";
	for (int i = 0; ends[i] != NULL && conf.dns_server == NULL; i++)
		if (n >= strlen(ends[i]) && strcasecmp(domain + n - strlen(ends[i]), ends[i]) == 0)
			return arena_printf(a, "not asked: %s is a name for trials", domain);
	return NULL;
}

static const char *
silent(struct arena *a, const char *name)
{
	return arena_printf(a, "unknown: no resolver answered for %s", name);
}

/* SPF is about the domain where mails come back: of letters mail.bounce, else smtp.from. */
const char *
mail_dns_spf(struct arena *a)
{
	const char *from = conf.smtp_from != NULL ? domain_of(a, conf.smtp_from) : "";
	const char *back = conf.mail_bounce != NULL ? domain_of(a, conf.mail_bounce) : from;
	const char *why = not_asked(a, from), *text = "", *tail;
	size_t n = strlen(from), k = strlen(back);
	int many;

	if (why != NULL)
		return why;
	switch (txt(a, back, "v=spf1", &text, &many)) {
	case SILENT: return silent(a, back);
	case NONE:
		return arena_printf(a,
			"missing: %s says nowhere which servers may write in its name; publish a"
			" TXT record \"v=spf1 ... -all\" with your relay",
			back);
	case FOUND: break;
	}
	if (many > 1)
		return arena_printf(a, "wrong: %s has %d SPF records, so none counts", back, many);
	tail = strrchr(text, ' ');
	if (tail != NULL && strcasecmp(tail, " +all") == 0)
		return arena_printf(a, "wrong: %s lets anybody write in its name (+all)", back);
	if (k < n || strcasecmp(back + k - n, from) != 0)
		return arena_printf(a,
			"not aligned: mails come back to %s and are from %s, so SPF says nothing"
			" for DMARC",
			back, from);
	return arena_printf(a, "ok (%s)", text);
}

/* The key that the relay signs with: its selector is mail.dkim. */
const char *
mail_dns_dkim(struct arena *a)
{
	const char *from = conf.smtp_from != NULL ? domain_of(a, conf.smtp_from) : "";
	const char *why = not_asked(a, from), *name, *text = "", *key;
	int many;

	if (why != NULL)
		return why;
	if (conf.mail_dkim == NULL)
		return "not asked: name the selector that your relay signs with (mail.dkim)";
	name = arena_printf(a, "%s._domainkey.%s", conf.mail_dkim, from);
	switch (txt(a, name, "", &text, &many)) {
	case SILENT: return silent(a, name);
	case NONE:
		return arena_printf(a,
			"missing: no key at %s; publish the one that your relay signs with", name);
	case FOUND: break;
	}
	key = strstr(text, "p=");
	if (key == NULL || strspn(key + 2, "; ") > 0 || key[2] == '\0')
		return arena_printf(a, "wrong: the key at %s is empty: it was revoked", name);
	if (strcasestr(text, "k=ed25519") != NULL)
		return arena_printf(
			a, "weak: many receivers read no ed25519 key (%s): sign by RSA", name);
	return arena_printf(a, "ok (%s)", name);
}

/* What receivers do with what is neither: of the domain, or of the one above it. */
const char *
mail_dns_dmarc(struct arena *a)
{
	const char *from = conf.smtp_from != NULL ? domain_of(a, conf.smtp_from) : "";
	const char *why = not_asked(a, from), *text = "", *d = from, *policy;
	enum found found = NONE;
	int many = 0;

	if (why != NULL)
		return why;
	for (; found == NONE && strchr(d, '.') != NULL; d = strchr(d, '.') + 1)
		found = txt(a, arena_printf(a, "_dmarc.%s", d), "v=DMARC1", &text, &many);
	if (found == SILENT)
		return silent(a, from);
	if (found == NONE)
		return arena_printf(a,
			"missing: nothing at _dmarc.%s; large receivers ask for \"v=DMARC1;"
			" p=none\" at least",
			from);
	policy = strcasestr(text, "p=none") != NULL ? ", which asks receivers for nothing yet" : "";
	return many > 1 ? arena_printf(a, "wrong: %d DMARC records, so none counts", many) :
			  arena_printf(a, "ok (%s%s)", text, policy);
}

const char *
mail_dns_check(struct arena *a)
{
	return arena_printf(a, "mail, SPF: %s\nmail, DKIM: %s\nmail, DMARC: %s\n", mail_dns_spf(a),
		mail_dns_dkim(a), mail_dns_dmarc(a));
}
