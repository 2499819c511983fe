/* lettres_relais_test.c - what the relay says and what it took; the queue of each domain */

#include <inttypes.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/lettres/lettre_attente.h"
#include "net/smtp_answer.h"
#include "net/smtp_log.h"
#include "people.h"

/* ---- what the relay says ---- */

static enum smtp_outcome
said_by(CURLcode rc, long code, const char *error, bool whole, struct smtp_end *end)
{
	struct smtp_answer a = { rc, code, error, "", whole };

	smtp_answered(&t.mem, &a, end);
	return end->outcome;
}

/* A relay that turns us away says nothing of her, however firmly. */
TEST(lettres_are_not_refused_by_a_greeting)
{
	struct smtp_end end;

	check(said_by(CURLE_WEIRD_SERVER_REPLY, 554, "Got unexpected smtp-server response: 554",
		      false, &end) == SMTP_LATER &&
		end.relay);
	check(said_by(CURLE_REMOTE_ACCESS_DENIED, 550, "Remote access denied: 550", false, &end) ==
			SMTP_LATER &&
		end.relay);
	check(said_by(CURLE_SEND_ERROR, 550, "RCPT failed: 550", false, &end) == SMTP_REFUSED);
	check(said_by(CURLE_WEIRD_SERVER_REPLY, 554, "", true, &end) == SMTP_REFUSED);
}

/* ---- queues by domain ---- */

static const char *
taken_of(int64_t now)
{
	struct attendu a;
	const char *all = "";

	while (attente_next(now, &a)) {
		attente_began(a.domaine, now);
		all = arena_printf(&t.mem, "%s %" PRId64, all, a.envoi);
	}
	return all;
}

static void
takes(int64_t now, const char *wanted)
{
	const char *got = taken_of(now);

	check(strcmp(got, wanted) == 0);
}

TEST(lettres_to_a_domain_begin_one_at_a_time_and_domains_take_turns)
{
	attente_add(1, 11, "a.example");
	attente_add(1, 12, "a.example");
	attente_add(1, 21, "b.example");
	attente_add(1, 31, "c.example");
	check(strlen(taken_of(1000)) == 9);
	takes(1000, "");
	check(attente_count() == 1);
	attente_forget(0);
}

TEST(lettres_to_a_domain_that_lags_or_takes_none_wait_alone)
{
	struct attendu a;

	attente_add(1, 11, "a.example");
	check(attente_next(1000, &a));
	attente_began(a.domaine, 1000);
	for (int i = 12; i < 20; i++)
		attente_add(1, i, "a.example");
	takes(9000, "");
	attente_ended(a.domaine, 9000, 1);
	takes(9000, " 12");
	attente_ended(a.domaine, 9001, 1);
	takes(9001, " 13 14 15 16 17 18 19");
	attente_add(1, 20, "a.example");
	attente_add(1, 21, "b.example");
	attente_hold(a.domaine, 9001);
	takes(9002, " 21");
	takes(9001 + 60000 - 1, "");
	attente_forget(0);
}

TEST(lettres_go_to_a_domain_at_its_own_rate)
{
	struct attendu a;
	int64_t now = 1000;
	int n = 0;

	conf.smtp_domain_rate = "*=600 a.example=60";
	for (int i = 1; i <= 200; i++)
		attente_add(1, i, i % 2 == 1 ? "a.example" : "b.example");
	for (; now < 11000; now += 10)
		while (attente_next(now, &a)) {
			if (!attente_may_begin(a.domaine, now)) {
				attente_missed(a.domaine);
				attente_back(&a);
				break;
			}
			attente_began(a.domaine, now);
			attente_ended(a.domaine, now, 1);
			n += a.envoi % 2 == 1;
		}
	check(n >= 9 && n <= 11);
	check(attente_count() <= 200 - 9 - 90);
	conf.smtp_domain_rate = "";
	attente_forget(0);
}

/* ---- the relay's log ---- */

TEST(lettres_the_log_of_the_relay_says_what_it_took)
{
	struct smtp_trace t_[3] = { { .message_id = "lettre.c@x" }, { .message_id = "lettre.a@x" },
		{ .message_id = "lettre.b@x" } };
	const char *path = arena_printf(&t.mem, "%s/relay.log", t_folder());
	FILE *f = fopen(path, "w");

	fputs("Nov 30 21:00:00 m postfix/cleanup[9]: AB12: message-id=<lettre.a@x>\n"
	      "Nov 30 21:00:00 m postfix/cleanup[9]: CD34: message-id=<lettre.b@x>\n"
	      "Nov 30 21:00:00 m postfix/smtpd[9]: NOQUEUE: reject: RCPT from x; from=<a@b>\n"
	      "Nov 30 21:00:00 m postfix/qmgr[9]: AB12: from=<r@x>, size=1 (queue active)\n"
	      "Nov 30 21:00:01 m postfix/cleanup[9]: CD34: message-id=<other@x>\n"
	      "Nov 30 21:00:01 m postfix/smtp[9]: CD34: to=<z@x>, relay=y, status=sent (250 ok)\n",
		f);
	fclose(f);
	conf.smtp_log = path;
	check(smtp_log_there() && smtp_log_find(t_, 3));
	check(t_[0].taken && !t_[1].taken && !t_[2].taken);
	conf.smtp_log = arena_printf(&t.mem, "%s.none", path);
	check(!smtp_log_there() && !smtp_log_find(t_, 3));
	conf.smtp_log = NULL;
}
