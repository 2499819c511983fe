/* net_test.c - what servers say to us, and what we make of it */

#include <arpa/inet.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "cast/server.h"
#include "net/clamav.h"
#include "net/http.h"
#include "net/live.h"
#include "net/smtp.h"
#include "t.h"

/* What the server of a test says to each command. */
static struct {
	const char *mail, *rcpt, *data, *end; /* END: after the last line; NULL: it hangs up */
} post_office;

static bool
smtp_data(FILE *in, FILE *out)
{
	char line[SERVER_LINE];

	fflush(out);
	while (server_line(in, line) && strcmp(line, ".\r\n") != 0)
		continue;
	if (post_office.end != NULL)
		fprintf(out, "%s\r\n", post_office.end);
	return post_office.end != NULL;
}

static void
smtp_talk(FILE *in, FILE *out)
{
	char line[SERVER_LINE];

	fprintf(out, "220 here\r\n");
	while (fflush(out) == 0 && server_line(in, line)) {
		const char *says = begins_with(line, "MAIL") ? post_office.mail :
			begins_with(line, "RCPT")            ? post_office.rcpt :
			begins_with(line, "DATA")            ? post_office.data :
			begins_with(line, "EHLO")            ? "250 8BITMIME" :
							       "250 x";

		fprintf(out, "%s\r\n", says);
		if (begins_with(line, "QUIT") ||
			(begins_with(line, "DATA") && *says == '3' && !smtp_data(in, out)))
			return;
	}
}

/* Send MESSAGE by that server; what it was told.  *END: what became of the mail. */
static const char *
sent(const char *message, struct smtp_end *end)
{
	const char *from = conf.smtp_from, *url = conf.smtp_url;

	conf.smtp_from = "Essaim <essaim@exemple.org>";
	conf.smtp_url = arena_printf(&t.mem, "smtp://127.0.0.1:%d", server_start(smtp_talk, NULL));
	check(smtp_start(7, "a@b.c", message) && smtp_busy() == 1);
	check(smtp_full() && !smtp_start(8, "d@b.c", "x"));
	check(smtp_next(&t.mem, 60000, end) && end->id == 7 && smtp_busy() == 0);
	smtp_close();
	conf.smtp_from = from;
	conf.smtp_url = url;
	return server_end(&t.mem);
}

/* What becomes of a mail when the server says that. */
static struct smtp_end
becomes(const char *mail, const char *rcpt, const char *data, const char *at_end)
{
	struct smtp_end end = { 0 };

	post_office.mail = mail;
	post_office.rcpt = rcpt;
	post_office.data = data;
	post_office.end = at_end;
	sent("Subject: x\r\n\r\nx\r\n", &end);
	return end;
}

TEST(net_mail_leaves_as_it_is_written_with_its_dots)
{
	static const char text[] = "Subject: x\r\n\r\n.\r\n..a\r\nb\r\n.c\r\n.\r\n";
	struct smtp_end end;
	const char *told;

	post_office.mail = post_office.rcpt = post_office.end = "250 ok";
	post_office.data = "354 go on";
	told = sent(text, &end);
	check(end.outcome == SMTP_SENT && !end.nobody && *end.why == '\0');
	check(strstr(told, "MAIL FROM:<essaim@exemple.org>") != NULL);
	check(times_in(told, "RCPT TO:") == 1 && strstr(told, "RCPT TO:<a@b.c>\r\n") != NULL);
	check(strstr(told, "DATA\r\nSubject: x\r\n\r\n..\r\n...a\r\nb\r\n..c\r\n..\r\n.\r\n") !=
		NULL);
}

TEST(net_mail_is_refused_for_ever_or_for_now_as_the_server_says)
{
	static const char ok[] = "250 ok", go_on[] = "354 go on";
	static const struct {
		const char *mail, *rcpt, *data, *end;
		enum smtp_outcome outcome;
		bool nobody;
	} cases[] = {
		{ ok, "550 5.1.1 no such user", go_on, ok, SMTP_REFUSED, true },
		{ ok, "550 no such user", go_on, ok, SMTP_REFUSED, true },
		{ ok, "552 full", go_on, ok, SMTP_REFUSED, false },
		{ ok, "550 5.2.2 full", go_on, ok, SMTP_REFUSED, false },
		{ ok, "550 5.7.1 against a rule", go_on, ok, SMTP_REFUSED, false },
		{ ok, "554 no", go_on, ok, SMTP_REFUSED, false },
		{ ok, "451 4.7.1 later", go_on, ok, SMTP_LATER, false },
		{ ok, "421 closing", go_on, ok, SMTP_LATER, false },
		{ "550 5.7.1 not you", ok, go_on, ok, SMTP_LATER, false },
		{ "451 busy", ok, go_on, ok, SMTP_LATER, false },
		{ ok, ok, "451 busy", ok, SMTP_LATER, false },
		{ ok, ok, "554 no", ok, SMTP_REFUSED, false },
		{ ok, ok, go_on, "554 5.6.0 spam", SMTP_REFUSED, false },
		{ ok, ok, go_on, "452 disk full", SMTP_LATER, false },
		{ ok, ok, go_on, NULL, SMTP_LATER, false },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct smtp_end end =
			becomes(cases[i].mail, cases[i].rcpt, cases[i].data, cases[i].end);

		if (end.outcome != cases[i].outcome || end.nobody != cases[i].nobody ||
			*end.why == '\0')
			t_check(false, __FILE__, __LINE__,
				arena_printf(&t.mem, "%zu: %d %d %s", i, end.outcome, end.nobody,
					end.why));
	}
}

static const char *page; /* what the server of a test answers, head and body */

static void
http_talk(FILE *in, FILE *out)
{
	char line[SERVER_LINE], body[SERVER_LINE];
	size_t n = 0;

	while (server_line(in, line)) {
		if (strncasecmp(line, "Content-Length:", 15) == 0)
			n = strtoul(line + 15, NULL, 10);
		if (strcmp(line, "\r\n") != 0)
			continue;
		if (n >= sizeof body || !server_bytes(in, body, n) || *page == '\0')
			return;
		fputs(page, out);
		fflush(out);
		n = 0;
	}
}

/* Ask a server that answers ANSWER; what it was told in *TOLD. */
static struct http *
asked(const char *answer, const char *json, const char **told)
{
	struct http *h;

	page = answer;
	h = http_ask(&t,
		arena_printf(&t.mem, "http://127.0.0.1:%d/a", server_start(http_talk, NULL)),
		"jeton", json);
	*told = server_end(&t.mem);
	return h;
}

TEST(net_http_asks_once_and_follows_nobody)
{
	const char *told;
	struct http *h =
		asked("HTTP/1.1 429 x\r\nretry-AFTER: 7\r\nEmpty:\r\nContent-Length: 2\r\n\r\n{}",
			"{\"a\":1}", &told);

	check(h->status == 429 && h->error == NULL && h->len == 2);
	check_text(h->body, "{}");
	check_text(http_header(h, "Retry-After"), "7");
	check(http_header(h, "Retry") == NULL);
	check(begins_with(told, "POST /a HTTP/1.1\r\n") && times_in(told, "{\"a\":1}") == 1);
	check(times_in(told, "\r\nAuthorization: Bearer jeton\r\n") == 1);
	check(times_in(told, "\r\nContent-Type: application/json\r\n") == 1);
	h = asked("HTTP/1.1 302 x\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n", NULL, &told);
	check(h->status == 302 && times_in(told, "GET ") == 1 && times_in(told, "/b") == 0);
	check_text(h->body, "");
}

TEST(net_http_says_what_went_wrong)
{
	const char *told;
	struct http *h = asked("", NULL, &told);

	check(h->error != NULL && h->status == 0 && times_in(told, "GET ") == 1);
	h = asked("HTTP/1.1 200 x\r\nContent-Length: 40000000\r\n\r\nx", NULL, &told);
	check(h->error != NULL && h->status == 0);
	h = asked("HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", NULL,
		&told);
	check(h->error != NULL && h->status == 0);
	h = http_ask(&t, "http://127.0.0.1:1/", NULL, NULL);
	check(h->error != NULL && h->status == 0);
	h = http_ask(&t, "file:///etc/hostname", NULL, NULL);
	check(h->error != NULL && h->len == 0);
}

static const char *verdict; /* of the scanner of a test */

static void
clamd_talk(FILE *in, FILE *out)
{
	char word[10], block[SERVER_LINE];
	uint32_t n = 1;

	if (!server_bytes(in, word, sizeof word))
		return;
	while (fread(&n, 4, 1, in) == 1 && (n = ntohl(n)) > 0)
		if (n > sizeof block || !server_bytes(in, block, n))
			return;
	fputs(verdict, out);
}

TEST(net_scanner_gives_a_name_or_a_verdict_or_none)
{
	static const struct {
		const char *says;
		enum clamav_verdict verdict;
		const char *name;
	} cases[] = {
		{ "stream: OK", CLAMAV_CLEAN, "" },
		{ "stream: Eicar-Test FOUND", CLAMAV_FOUND, "Eicar-Test" },
		{ "INSTREAM size limit exceeded. ERROR", CLAMAV_UNKNOWN, "" },
		{ "stream: OK and more", CLAMAV_UNKNOWN, "" },
		{ "x FOUND", CLAMAV_UNKNOWN, "" },
		{ "", CLAMAV_UNKNOWN, "" },
	};
	const char *path = arena_printf(&t.mem, "%s/clamd", t_folder()), *name;
	FILE *file = tmpfile();

	check(fputs("un fichier", file) >= 0 && fflush(file) == 0);
	conf.clamav_socket = path;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		verdict = cases[i].says;
		server_start(clamd_talk, path);
		check(clamav_scan(&t.mem, fileno(file), &name) == cases[i].verdict);
		check(strcmp(name, cases[i].name) == 0);
		check(begins_with(server_end(&t.mem), "zINSTREAM"));
	}
	unlink(path);
	check(clamav_scan(&t.mem, fileno(file), &name) == CLAMAV_UNKNOWN);
	conf.clamav_socket = NULL;
	fclose(file);
}

TEST(net_news_are_published_once_and_an_end_is_one)
{
	const char *told;

	page = "HTTP/1.1 202 x\r\nContent-Length: 0\r\n\r\n";
	conf.live_socket = arena_printf(&t.mem, "%s/pub", t_folder());
	server_start(http_talk, conf.live_socket);
	live_tell(&t, "o-12");
	live_tell_objet(&t, 12);
	live_end_objet(&t, 13);
	live_tell_person(&t, 34); /* who listens to nothing */
	live_flush(&t);
	check(!live_queued(&t, "o-12"));
	told = server_end(&t.mem);
	check(times_in(told, "POST /pub/o-12 ") == 1 && times_in(told, "DELETE /pub/o-13 ") == 1);
	check(times_in(told, " /pub/") == 2);
	live_tell(&t, "o-12"); /* nobody is there: forgotten */
	live_flush(&t);
	conf.live_socket = NULL;
}
