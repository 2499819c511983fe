/* mailbox_test.c - a mailbox, as a server tells it, and which of its mails are taken */

#include <stdlib.h>
#include <unistd.h>

#include "base/conf.h"
#include "cast/server.h"
#include "net/imap.h"
#include "t.h"

/* A mailbox, as the server of a test has it. */
static struct {
	const char *found; /* by UID SEARCH */
	const char *login; /* what it says to who signs in */
	long cut;          /* the mail that it hangs up in the middle of */
} box;

static const char a_mail[] = "From: a@b.c\r\nSubject: x\r\n\r\n* SEARCH 99\r\nA003 BAD )\r\n";

/* One command, behind its tag.  False: the server hangs up. */
static bool
imap_command(FILE *out, const char *said)
{
	long uid = begins_with(said, "UID FETCH ") ? strtol(said + 10, NULL, 10) : 0;

	if (begins_with(said, "CAPABILITY"))
		fprintf(out, "* CAPABILITY IMAP4rev1\r\n");
	else if (begins_with(said, "SELECT"))
		fprintf(out, "* 3 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n");
	else if (begins_with(said, "UID SEARCH"))
		fprintf(out, "* SEARCH%s\r\n", box.found);
	else if (uid > 0 && uid < 1000)
		fprintf(out, "* 1 FETCH (UID %ld BODY[] {%zu}\r\n%.*s%s", uid, sizeof a_mail - 1,
			uid == box.cut ? 30 : 1000, a_mail, uid == box.cut ? "" : ")\r\n");
	return uid != box.cut || uid == 0;
}

static void
imap_talk(FILE *in, FILE *out)
{
	char line[SERVER_LINE];

	fprintf(out, "* OK here\r\n");
	while (fflush(out) == 0 && server_line(in, line)) {
		char *said = line + strcspn(line, " ");
		bool enters = begins_with(said, " LOGIN") || begins_with(said, " AUTH");

		if (*said == ' ')
			*said++ = '\0';
		if (!imap_command(out, said))
			return;
		fprintf(out, "%s %s\r\n", line, enters ? box.login : "OK done");
	}
}

static int taken, refused_nth; /* mails given; the one that is not for now */

static bool
take(struct req *r, const char *bytes, size_t n)
{
	(void) r;
	taken++;
	check(n == sizeof a_mail - 1 && memcmp(bytes, a_mail, n) == 0);
	return taken != refused_nth;
}

/* One turn at the mailbox where UID SEARCH finds that: what it was asked.  *GONE: how many mails
 * were taken. */
static const char *
turn_at(const char *found, int *gone)
{
	char path[] = "/tmp/essaim-imap-XXXXXX";
	int secret = mkstemp(path), port;

	check(write(secret, "mot", 3) == 3);
	close(secret);
	box.found = found;
	port = server_start(imap_talk, NULL);
	conf.imap_url = arena_printf(&t.mem, "imap://127.0.0.1:%d", port);
	conf.imap_user = "essaim";
	conf.imap_password_file = path;
	taken = 0;
	*gone = imap_fetch(&t, take);
	imap_close();
	unlink(path);
	conf.imap_url = conf.imap_user = conf.imap_password_file = NULL;
	return server_end(&t.mem);
}

TEST(mailbox_gives_each_mail_and_loses_those_that_were_taken)
{
	const char *asked;
	int gone;

	box.login = "OK in";
	refused_nth = 2;
	asked = turn_at(" 3 5 70", &gone);
	check(taken == 3 && gone == 2);
	check(times_in(asked, "UID STORE 3 +FLAGS.SILENT (\\Deleted)") == 1);
	check(times_in(asked, "UID STORE 70 +FLAGS.SILENT (\\Deleted)") == 1);
	check(times_in(asked, "UID STORE") == 2 && times_in(asked, " EXPUNGE") == 1);
	refused_nth = 0;
	asked = turn_at("", &gone);
	check(taken == 0 && gone == 0 && times_in(asked, "FETCH") == 0 &&
		times_in(asked, "EXPUNGE") == 0);
}

TEST(mailbox_takes_twenty_mails_a_turn)
{
	const char *asked;
	int gone;

	box.login = "OK in";
	asked = turn_at(" 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23", &gone);
	check(taken == 20 && gone == 20);
	check(times_in(asked, "UID STORE 20 ") == 1 && times_in(asked, "UID FETCH 21") == 0);
}

TEST(mailbox_that_says_nonsense_gives_nothing)
{
	static const char *const nonsense[] = { " x", " 0", " 99999999999999999999999999", " -",
		"\r\n* BYE", " 5000 6000" };
	int gone;

	box.login = "OK in";
	for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
		const char *asked = turn_at(nonsense[i], &gone);

		check(taken == 0 && gone == 0 && times_in(asked, "STORE") == 0);
	}
}

TEST(mailbox_that_is_shut_or_hangs_up_loses_nothing)
{
	const char *asked;
	int gone;

	box.login = "NO not you";
	asked = turn_at(" 3 5", &gone);
	check(taken == 0 && gone == 0 && times_in(asked, "SEARCH") == 0);
	box.login = "OK in";
	box.cut = 3;
	asked = turn_at(" 3 5", &gone);
	box.cut = 0;
	check(taken == 1 && gone == 1 && times_in(asked, "UID STORE 3") == 0 &&
		times_in(asked, "UID STORE 5 ") == 1);
	conf.imap_url = "imap://127.0.0.1:1";
	check(imap_fetch(&t, take) == 0);
	conf.imap_url = NULL;
}
