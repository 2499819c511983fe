/* mail_dns_test.c - what the self-check says of SPF, DKIM and DMARC, by a resolver of its own */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/conf.h"
#include "net/mail_dns.h"
#include "people.h"

static const struct zone {
	const char *name, *text[3];
} zone[] = {
	{ "bien.fr", { "google-site-verification=x", "v=spf1 mx include:relais.fr -all" } },
	{ "s1._domainkey.bien.fr", { "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3" } },
	{ "_dmarc.bien.fr", { "v=DMARC1; p=quarantine" } },
	{ "lettres.bien.fr", { "v=spf1 -all" } },
	{ "deux.fr", { "v=spf1 mx -all", "v=spf1 a -all" } },
	{ "s1._domainkey.deux.fr", { "v=DKIM1; p=" } },
	{ "tous.fr", { "v=spf1 +all" } },
	{ 0 },
};

/* The name of the question, with dots; its length on the wire. */
static size_t
asked(const unsigned char *q, char *name)
{
	size_t n = 0;

	for (; q[n] != 0 && n < 200; n += q[n] + 1u) {
		memcpy(name + (n > 0 ? n : 0), q + n + 1, q[n]);
		name[n + q[n]] = '.';
	}
	name[n > 0 ? n - 1 : 0] = '\0';
	return n + 1;
}

static size_t
answer(unsigned char *m, size_t n)
{
	char name[256];
	size_t end = 12 + asked(m + 12, name) + 4;
	const struct zone *z = zone;

	(void) n;
	while (z->name != NULL && strcmp(z->name, name) != 0)
		z++;
	m[2] = 0x81;
	m[3] = z->name == NULL ? 0x83 : 0x80;
	memset(m + 6, 0, 6);
	for (int i = 0; z->name != NULL && z->text[i] != NULL; i++) {
		size_t k = strlen(z->text[i]);
		const unsigned char head[] = { 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0,
			(unsigned char) (k + 1), (unsigned char) k };

		memcpy(m + end, head, sizeof head);
		memcpy(m + end + sizeof head, z->text[i], k);
		end += sizeof head + k;
		m[7]++;
	}
	return end;
}

/* A resolver in a process of its own; its number. */
static pid_t
resolver(void)
{
	struct sockaddr_in at_ = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t len = sizeof at_;
	int s = socket(AF_INET, SOCK_DGRAM, 0);
	unsigned char m[2048];
	pid_t child;

	check(bind(s, (struct sockaddr *) &at_, sizeof at_) == 0);
	getsockname(s, (struct sockaddr *) &at_, &len);
	conf.dns_server = at("127.0.0.1:%d", ntohs(at_.sin_port));
	if ((child = fork()) == 0)
		for (;;) {
			struct sockaddr_in who;
			ssize_t n;

			len = sizeof who;
			n = recvfrom(s, m, 512, 0, (struct sockaddr *) &who, &len);
			if (n > 16)
				sendto(s, m, answer(m, (size_t) n), 0, (struct sockaddr *) &who,
					len);
		}
	close(s);
	return child;
}

#define begins(text, with) check(strncmp((text), (with), strlen(with)) == 0)

TEST(mail_dns_says_what_the_domain_says)
{
	const char *from = conf.smtp_from;
	pid_t child = resolver();

	conf.mail_dkim = "s1";
	conf.smtp_from = "Essaim <essaim@bien.fr>";
	begins(mail_dns_spf(&t.mem), "ok (v=spf1 mx");
	begins(mail_dns_dkim(&t.mem), "ok (s1._domainkey.bien.fr)");
	begins(mail_dns_dmarc(&t.mem), "ok (v=DMARC1");
	conf.mail_bounce = "rebonds@lettres.bien.fr";
	begins(mail_dns_spf(&t.mem), "ok (v=spf1 -all)");
	conf.mail_bounce = "rebonds@tous.fr";
	begins(mail_dns_spf(&t.mem), "wrong: tous.fr lets anybody");
	conf.mail_bounce = "rebonds@ailleurs.bien.fr";
	begins(mail_dns_spf(&t.mem), "missing: ailleurs.bien.fr");
	conf.mail_bounce = NULL;
	conf.smtp_from = "essaim@mail.bien.fr";
	begins(mail_dns_dmarc(&t.mem), "ok (v=DMARC1");
	conf.smtp_from = "essaim@deux.fr";
	begins(mail_dns_spf(&t.mem), "wrong: deux.fr has 2");
	begins(mail_dns_dkim(&t.mem), "wrong: the key");
	begins(mail_dns_dmarc(&t.mem), "missing: nothing at _dmarc.deux.fr");
	conf.mail_bounce = "rebonds@lettres.bien.fr";
	begins(mail_dns_spf(&t.mem), "not aligned: ");
	conf.mail_bounce = conf.mail_dkim = NULL;
	begins(mail_dns_dkim(&t.mem), "not asked: name the selector");
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	conf.dns_server = NULL;
	conf.smtp_from = "essaim@essaim.example";
	begins(mail_dns_spf(&t.mem), "not asked: ");
	conf.smtp_from = from;
}
