/* mail_dns.h - may our mails be believed?  What the domain's DNS says of SPF, DKIM and DMARC */
#ifndef MAIL_DNS_H
#define MAIL_DNS_H

#include <stdbool.h>

#include "base/arena.h"

/* Ask the resolver of the machine, or the one of dns.server; each gives one sentence, which begins
 * by "ok" when all is well. */
const char *mail_dns_check(struct arena *); /* the three, a line each */
const char *mail_dns_spf(struct arena *);
const char *mail_dns_dkim(struct arena *);
const char *mail_dns_dmarc(struct arena *);

#endif
