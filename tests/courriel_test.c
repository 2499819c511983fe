/* courriel_test.c - the outbox, the bytes of a mail, and what must never get into them */

#include <inttypes.h>
#include <stdlib.h>

#include <gmime/gmime.h>

#include "base/buffer.h"
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
	check(strstr(m, "\r\nTo: a@exemple.org\r\n") != NULL);
	check(strcasestr(m, "\r\nMessage-ID: <essaim.1@exemple.org>\r\n") != NULL);
	check(strstr(m, "\r\nAuto-Submitted: auto-generated\r\n") != NULL);
	check(strstr(m, "multipart/alternative") != NULL);
	check(strstr(m, "Bonjour =C3=A9\r\n") != NULL);
	check(strstr(m, "List-Unsubscribe") == NULL);
}

/* RFC 6047: calendars read the last alternative, and its method beside its type. */
TEST(courriel_of_an_invitation_has_a_calendar_in_it)
{
	const char *m = mail_text(&t.mem,
		&(struct mail) { .from = "a@b.c",
			.to = "a@b.c",
			.subject = "x",
			.text = "x",
			.html = "<p>x</p>",
			.id = "x@b.c",
			.calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n",
			.method = "REQUEST" });
	const char *type = strcasestr(m, "\r\nContent-Type: text/calendar");

	check(type != NULL && strstr(type, "method=REQUEST") != NULL);
	check(type != NULL && strstr(type, "\r\n\r\nBEGIN:VCALENDAR\r\n") != NULL);
	check(strcasestr(m, "\r\nContent-Type: text/html") < type);
	check(strcasestr(message("x", "x"), "text/calendar") == NULL);
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
	check(strstr(mail_text(&t.mem,
			     &(struct mail) { "A\r\nBcc: v@x.y\r\n <a@b.c\r\nBcc: v@x.y>", "a@b.c",
				     "x", "x", "x", "x\r\nBcc: v@x.y", 0, "a@b.c\r\nBcc: v@x.y",
				     "http://x/\r\nBcc: v@x.y" }),
		      "\nBcc") == NULL);
}

/* The first part of a mail, its encoding undone, lines ended by LF. */
static char *
first_part(GMimeMessage *m)
{
	GMimeMultipart *whole = GMIME_MULTIPART(g_mime_message_get_mime_part(m));
	GMimePart *part = GMIME_PART(g_mime_multipart_get_part(whole, 0));
	GMimeStream *out = g_mime_stream_mem_new();
	GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out));
	char *text, *o;

	g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(part), out);
	text = o = arena_printf(&t.mem, "%.*s", (int) bytes->len, (char *) bytes->data);
	for (const char *s = text; *s != '\0'; s++)
		if (*s != '\r' || s[1] != '\n')
			*o++ = *s;
	*o = '\0';
	g_object_unref(out);
	return text;
}

/* Written and read again, is it the same?  And are lines and encoded words as short as they must
 * be, and ended by CR LF? */
static bool
comes_back(const char *name, const char *subject, const char *text)
{
	const char *bytes = mail_text(&t.mem,
		&(struct mail) { arena_printf(&t.mem, "%s <essaim@exemple.org>", name),
			"a@exemple.org", subject, text, "<p>x</p>", "essaim.1@exemple.org",
			1790000000, NULL, NULL });
	GMimeStream *in = g_mime_stream_mem_new_with_buffer(bytes, strlen(bytes));
	GMimeParser *parser = g_mime_parser_new_with_stream(in);
	GMimeMessage *m = g_mime_parser_construct_message(parser, NULL);
	InternetAddressList *from = g_mime_message_get_from(m);
	bool same = strcmp(g_mime_object_get_header(GMIME_OBJECT(m), "Subject"), subject) == 0 &&
		internet_address_list_length(from) == 1 &&
		strcmp(internet_address_get_name(internet_address_list_get_address(from, 0)),
			name) == 0 &&
		strcmp(first_part(m), text) == 0;

	g_object_unref(m);
	g_object_unref(parser);
	g_object_unref(in);
	for (const char *s = bytes, *end; (end = strchr(s, '\n')) != NULL; s = end + 1)
		same = same && end > s && end[-1] == '\r' && end - s <= 78;
	for (const char *s = bytes; (s = strstr(s, "=?")) != NULL; s += 2)
		same = same && strstr(s + 10, "?=") - s + 2 <= 75;
	return same;
}

static const char *
many(const char *s, int n)
{
	struct buffer out = { &t.mem };

	while (n-- > 0)
		buffer_puts(&out, s);
	return buffer_text(&out);
}

TEST(courriel_is_read_as_it_was_written)
{
	static const char bee[] = "\U0001F41D";

	check(comes_back("Essaim", "Bonjour", "Bonjour"));
	check(comes_back("L’Essaim \U0001F41D", "Bonjour \U0001F41D, c’est l’été", "é €\n"));
	check(comes_back("Essaim, l'asso. (Paris) : \"x\" \\ y", "a, b; <c@d.e> \"f\" (g)", ""));
	check(comes_back("Essaim", "=?utf-8?Q?a=0D=0ABcc:b?=", "x"));
	check(comes_back("Essaim", many("Événement attendu, samedi : venez.", 50), "x"));
	check(comes_back("Essaim", many("des mots; rien, que", 50), "x"));
	check(comes_back("Essaim", many("a", 2000), many("a", 2000)));
	check(comes_back(many("é", 300), many("é", 2000), many("é", 2000)));
	check(comes_back(many(bee, 60), many(bee, 300), many(bee, 700)));
	check(comes_back("Essaim", "a  b   é  é  c", "fin \n\t\n-- \n=3D=\nFrom moi\n.\n..\n.a\n"));
	check(comes_back("Essaim", "x", many(". ", 1000)) &&
		comes_back("Essaim", "x", many("=\n", 9)));
}

TEST(courriel_subject_on_several_lines_is_one)
{
	const char *m = message("Bonjour\r\n Bcc: v@exemple.org\tà\x01 tous", "a\r\nb\rc\n");

	check(strcasestr(m, "\nBcc") == NULL && strcasestr(m, "=0A") == NULL &&
		strcasestr(m, "=0D") == NULL);
	check(strstr(m, "\r\n\r\na\r\nbc\r\n") != NULL);
}

TEST(courriel_says_where_to_leave_in_one_piece)
{
	const char *url = arena_printf(
		&t.mem, "https://essaim.example.org/courriel/%s?de=resume", many("205a6f70", 12));
	const char *m = mail_text(&t.mem,
		&(struct mail) { "essaim@exemple.org", "o'brien+a=b@exemple.org", "x", "x", "x",
			"essaim.1@exemple.org", 1790000000, "reponse+12ab@exemple.org", url });

	check(strstr(m, arena_printf(&t.mem, "\r\nList-Unsubscribe: <%s>\r\n", url)) != NULL);
	check(strstr(m, "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n") != NULL);
	check(strstr(m, "\r\nReply-To: reponse+12ab@exemple.org\r\n") != NULL);
	check(strstr(m, "\r\nTo: o'brien+a=b@exemple.org\r\n") != NULL);
	check(strstr(m, "\r\nFrom: essaim@exemple.org\r\n") != NULL);
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
	line = strcasestr(left, "\r\nMessage-ID: ");
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
		      SQL("SELECT du_le > UTC_TIMESTAMP() AND essais = 1 FROM courriel"
			  " WHERE id = ?"),
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
