/* lettres_code_test.c - what is coded once for all says in a mail what it says when coded for it */

#include <string.h>

#include <gmime/gmime.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/lettres/lettre_rendu.h"
#include "people.h"

#define MARK(name) "\xEE\x80\x80" name "\xEE\x80\x81"
#define PRENOM MARK("prenom")
#define JETON MARK("jeton")
#define PRES MARK("pres")

/* The words of part N of MAIL, as a program of mail reads them. */
static char *
words(const char *mail, int n)
{
	GMimeStream *bytes = g_mime_stream_mem_new_with_buffer(mail, strlen(mail));
	GMimeParser *parser = g_mime_parser_new_with_stream(bytes);
	GMimeMessage *m = g_mime_parser_construct_message(parser, NULL);
	GMimeMultipart *whole = GMIME_MULTIPART(g_mime_message_get_mime_part(m));
	char *text =
		g_mime_text_part_get_text(GMIME_TEXT_PART(g_mime_multipart_get_part(whole, n)));
	char *kept = arena_strdup(&t.mem, text);

	check(g_mime_multipart_get_count(whole) == 2);
	g_free(text);
	g_object_unref(m);
	g_object_unref(parser);
	g_object_unref(bytes);
	return kept;
}

/* The same, from the end of the heads on: no line is longer than mails may have, none is bare. */
static void
lines_are_short(const char *mail)
{
	const char *line = strstr(mail, "\r\n\r\n"), *end;

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1)
		check(end - line <= 77 && end > line && end[-1] == '\r');
	check(*line == '\0');
}

static void
same_for(const struct rendu *of, const struct rendu *once, const char *prenom, const char *where)
{
	struct destinataire who = { 7, 0, "bea@exemple.org", prenom, where };
	struct rendu hers;
	const char *whole, *pieces;

	lettre_personal(&t, of, &who, &hers);
	whole = lettre_mail(&t, &hers, &who);
	lettre_personal(&t, once, &who, &hers);
	pieces = lettre_mail(&t, &hers, &who);
	for (int i = 0; i < 2; i++)
		check(strcmp(words(whole, i), words(pieces, i)) == 0);
	check(strstr(words(pieces, 1), *prenom != '\0' ? prenom : "Bonjour, dit-elle") != NULL);
	lines_are_short(pieces);
}

TEST(lettres_coded_once_say_the_same)
{
	static const char html[] = "<p>Bonjour " PRENOM ", dit-elle \n" PRENOM "\n\n.\n"
				   "<a href=\"https://essaim.exemple/public/lettres/" JETON
				   "?a=b\">é</a> " JETON " " PRES "\nFrom = \t \n" PRES PRENOM;
	struct pres near[] = { { "75", "<b>Ici : à Paris</b>\n", "Ici\n\n" }, { "", "rien ", "" } };
	struct rendu of = { .lettre = 1,
		.sujet = "Été",
		.apercu = "",
		.sorte = "info",
		.de = "Le Siège",
		.html = html,
		.texte = html,
		.pres = near,
		.n_pres = 2 };
	struct rendu once = of;

	conf.smtp_from = "Essaim <essaim@exemple.org>";
	lettre_code(&t, &once);
	check(strcmp(once.html, of.html) != 0);
	same_for(&of, &once, "", "75");
	same_for(&of, &once, "Zoé", "75");
	same_for(&of, &once,
		"Anne-Élisabeth-Marie-Joséphine de la Très Longue Vallée Étroite =", "13");
	once = of = (struct rendu) { .sujet = "x",
		.apercu = "",
		.sorte = "info",
		.de = "x",
		.html = "Bonjour, dit-elle",
		.texte = "" };
	lettre_code(&t, &once);
	same_for(&of, &once, "", "");
}
