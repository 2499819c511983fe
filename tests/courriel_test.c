/* courriel_test.c - the outbox, the bytes of a mail, and what must never get into them */

#include <inttypes.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/compte/compte.h"
#include "domain/notifications/courriel.h"
#include "net/mail_write.h"
#include "net/smtp.h"
#include "t.h"

static char *
message(const char *subject, const char *text)
{
	return mail_text(&t.mem,
		&(struct mail) { "Essaim <essaim@exemple.org>", "a@exemple.org", subject, text,
			"<p>x</p>", "essaim.1@exemple.org", 1790000000, NULL });
}

/* How many header lines there are before the body. */
static int
header_lines(const char *mail)
{
	const char *end = strstr(mail, "\r\n\r\n");
	int n = 1;

	for (const char *s = mail; s < end; s++)
		n += *s == '\n' && s[1] != ' ';
	return n;
}

TEST(courriel_is_a_whole_mail_in_two_forms)
{
	const char *m = message("Bonjour", "Bonjour é");

	check(strstr(m, "Date: Mon, 21 Sep 2026 ") != NULL);
	check(strstr(m, "\r\nFrom: Essaim <essaim@exemple.org>\r\n") != NULL);
	check(strstr(m, "\r\nTo: <a@exemple.org>\r\n") != NULL);
	check(strstr(m, "\r\nMessage-ID: <essaim.1@exemple.org>\r\n") != NULL);
	check(strstr(m, "\r\nAuto-Submitted: auto-generated\r\n") != NULL);
	check(strstr(m, "multipart/alternative") != NULL);
	check(strstr(m, "Bonjour =C3=A9\r\n") != NULL);
	check(strstr(m, "List-Unsubscribe") == NULL);
}

TEST(courriel_headers_cannot_be_injected)
{
	int usual = header_lines(message("Bonjour", "x"));

	check(header_lines(message("Bonjour\r\nBcc: victime@exemple.org", "x")) == usual);
	check(header_lines(message("Bonjour\nBcc: victime@exemple.org\n\ncorps", "x")) == usual);
	check(header_lines(message("=?utf-8?Q?a=0D=0ABcc:b?=", "x")) == usual);
	check(header_lines(message("é\xe2\x80\xa8"
				   "Bcc: b",
		      "x")) == usual);
	check(strstr(message("Bonjour\r\nBcc: v@exemple.org", "x"), "\nBcc") == NULL);
}

TEST(courriel_long_and_foreign_subjects_stay_in_short_lines)
{
	const char *m = message(
		"Événement très attendu à Saint-Étienne-du-Rouvray, samedi : venez nombreuses et nombreux "
		"\xf0\x9f\x90\x9d\xf0\x9f\x90\x9d\xf0\x9f\x90\x9d\xf0\x9f\x90\x9d\xf0\x9f\x90\x9d\xf0\x9f\x90\x9d",
		"x");
	size_t n;

	for (const char *s = m; *s != '\0'; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		check(n <= 78);
	}
}

TEST(courriel_lines_of_the_body_stay_short_and_no_dot_stands_alone)
{
	char *body = arena_alloc(&t.mem, 5001);
	const char *m;
	size_t n;

	memset(body, 'a', 5000);
	body[5000] = '\0';
	for (int i = 0; i < 5000; i += 7)
		body[i] = '.';
	m = message("x", arena_printf(&t.mem, ".\n..\n%s\nfin ", body));
	for (const char *s = m; *s != '\0'; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		check(n <= 77 && *s != '.');
	}
	check(strstr(m, "fin=20\r\n") != NULL);
}

TEST(courriel_goes_to_one_whole_address_only)
{
	static const char *const bad[] = { "", "a", "@b.c", "a@", "a@b@c.d", "a b@c.d",
		"a@b.c\r\nRCPT TO:<v@x.y>", "a@b.c,v@x.y", "<a@b.c>", "a@b.c>", "\"a\"@b.c",
		"a@b.c;", "a\x01@b.c", "a@\xff.c" };

	check(mail_address_ok("prenom.nom+essai@sous.domaine.example"));
	check(mail_address_ok("hélène@exemple.org"));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check(!mail_address_ok(bad[i]));
}

static int64_t
queued(const char *prenom)
{
	int64_t who = t_person(prenom, "Paris", "basile@exemple.org", "confirme", "benevole");

	say(&t, "Courriel.prenom", prenom);
	say(&t, "Courriel.lien", "http://127.0.0.1/connexion/entrer?jeton=abc&suite=%2F");
	say(&t, "Courriel.validite", "30 minutes");
	return courriel_queue(&t, who, "basile@exemple.org", "lien_connexion");
}

static const char *
column_of(int64_t id, const char *which)
{
	if (strcmp(which, "texte") == 0)
		return db_string(&t, SQL("SELECT texte FROM courriel WHERE id = ?"), I(id));
	if (strcmp(which, "html") == 0)
		return db_string(&t, SQL("SELECT html FROM courriel WHERE id = ?"), I(id));
	if (strcmp(which, "sujet") == 0)
		return db_string(&t, SQL("SELECT sujet FROM courriel WHERE id = ?"), I(id));
	return db_string(&t, SQL("SELECT etat FROM courriel WHERE id = ?"), I(id));
}

TEST(courriel_says_names_as_they_are_in_text_and_escaped_in_html)
{
	int64_t id = queued("D'Artagnan & <b>");

	check(strstr(column_of(id, "texte"), "Bonjour D'Artagnan & <b>,") != NULL);
	check(strstr(column_of(id, "texte"), "entrer?jeton=abc&suite=%2F\n") != NULL);
	check(strstr(column_of(id, "html"), "Artagnan &amp; &lt;b&gt;") != NULL);
	check(strstr(column_of(id, "html"), "<b></h1>") == NULL);
	check(strstr(column_of(id, "sujet"), "Essaim") != NULL);
	check(strchr(column_of(id, "sujet"), '\n') == NULL);
}

/* Nobody listens at that address. */
static void
deliver(int64_t id, struct tally *tally)
{
	conf.smtp_url = "smtp://127.0.0.1:1";
	db_exec(&t, SQL("UPDATE courriel SET etat = 'pris' WHERE id = ?"), I(id));
	if (courriel_start(&t, id, tally))
		courriel_end(&t, 5000, tally);
	smtp_close();
}

/* The linker puts itself before smtp_start(): what leaves is kept. */
static char *left;
bool __real_smtp_start(int64_t id, const char *to, const char *message_);
bool __wrap_smtp_start(int64_t id, const char *to, const char *message_);

bool
__wrap_smtp_start(int64_t id, const char *to, const char *message_)
{
	left = arena_strdup(&t.mem, message_);
	return __real_smtp_start(id, to, message_);
}

/* The Message-ID of that mail, as it is tried now. */
static const char *
tried(int64_t id)
{
	struct tally tally = { 0 };
	const char *line;

	left = "";
	deliver(id, &tally);
	line = strstr(left, "\r\nMessage-ID: ");
	check(tally.deferred == 1 && line != NULL);
	return line != NULL ?
		arena_printf(&t.mem, "%.*s", (int) strcspn(line + 2, "\r"), line + 2) :
		"";
}

TEST(courriel_tried_again_has_the_same_message_id_and_no_other_mail_has_it)
{
	int64_t id = queued("Basile"), other = queued("Berthe");
	const char *first = tried(id);

	clock_shift = 600;
	check(strcmp(tried(id), first) == 0);
	db_exec(&t, SQL("UPDATE courriel SET sujet = 'Autre', essais = 7 WHERE id = ?"), I(id));
	clock_shift = 1200;
	check(strcmp(tried(id), first) == 0);
	check(strcmp(tried(other), first) != 0);
}

TEST(courriel_waits_when_the_server_is_away)
{
	struct tally tally = { 0 };
	int64_t id = queued("Basile");

	deliver(id, &tally);
	check(tally.deferred == 1 && tally.sent == 0);
	check_text(column_of(id, "etat"), "pret");
	check(db_int(&t,
		      SQL("SELECT du_le > UTC_TIMESTAMP() AND essais = 1 FROM courriel WHERE id = ?"),
		      I(id)) == 1);
	check(strstr(column_of(id, "texte"), "jeton=") != NULL);
}

TEST(courriel_to_who_may_no_longer_enter_is_cancelled_and_emptied)
{
	struct tally tally = { 0 };
	int64_t id = queued("Basile");

	db_exec(&t, SQL("UPDATE contact SET acces = 0"));
	deliver(id, &tally);
	check(tally.cancelled == 1);
	check_text(column_of(id, "etat"), "annule");
	check_text(column_of(id, "texte"), "");
}

TEST(courriel_with_a_dead_link_is_cancelled)
{
	struct tally tally = { 0 };
	int64_t id = queued("Basile");

	clock_shift = 31 * 60;
	deliver(id, &tally);
	check(tally.cancelled == 1);
}

TEST(courriel_to_no_address_is_refused)
{
	struct tally tally = { 0 };
	int64_t id = queued("Basile");

	db_exec(&t, SQL("UPDATE courriel SET adresse = 'a@b.c\r\nDATA' WHERE id = ?"), I(id));
	deliver(id, &tally);
	check(tally.refused == 1);
	check_text(column_of(id, "etat"), "refuse");
}
