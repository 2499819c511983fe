/* citation.c - where the answer ends: words that French and English mail programs write above what
 * they quote, signatures, and what telephones add
 *
 * In doubt the text stays: words too many are better than words lost.
 */

#include <stdbool.h>
#include <string.h>

#include "base/citation.h"
#include "base/str.h"
#include "base/text.h"

static bool
begins(const char *line, size_t n, const char *with)
{
	size_t k = strlen(with);

	return n >= k && strncasecmp(line, with, k) == 0;
}

static bool
holds(const char *line, size_t n, const char *word)
{
	return memmem(line, n, word, strlen(word)) != NULL;
}

/* "Le lun. 3 mai 2027 à 10:02, Essaim <...> a écrit :", which may run over three lines. */
static bool
introduces(const char *line)
{
	const char *end = line, *digit = strpbrk(line, "0123456789");
	size_t n;

	for (int lines = 0; lines < 3 && *end != '\0'; lines++)
		end += strcspn(end, "\n"), end += *end == '\n';
	n = (size_t) (end - line);
	if (digit == NULL || digit >= end)
		return false;
	return (begins(line, n, "Le ") &&
		       (holds(line, n, "a écrit :") || holds(line, n, "a écrit\u00a0:"))) ||
		(begins(line, n, "On ") && holds(line, n, "wrote:"));
}

/* "De : ..." and, just below, "Envoyé : ...": the head of a mail, as Outlook quotes it. */
static bool
heads(const char *line, size_t n)
{
	const char *next = line + n;
	bool from = begins(line, n, "De :") || begins(line, n, "De\u00a0:") ||
		begins(line, n, "From:") || begins(line, n, "*De :") || begins(line, n, "*From:");

	for (int i = 0; from && i < 3 && *next == '\n'; i++) {
		size_t k = strcspn(++next, "\n");

		if (begins(next, k, "Envoyé") || begins(next, k, "*Envoyé") ||
			begins(next, k, "Sent:") || begins(next, k, "*Sent:") ||
			begins(next, k, "Date"))
			return true;
		next += k;
	}
	return false;
}

static bool
ends_here(const char *line, size_t n)
{
	static const char *const marks[] = { "-----Message d", "-----Original Message",
		"----- Message", "-------- Message", "---------- Forwarded", "---------- Message",
		"________________________________", "Envoyé de mon ", "Envoyé depuis ",
		"Envoyé à partir de ", "Sent from my ", "Télécharger Outlook", "Obtenez Outlook",
		"Get Outlook for " };

	if (n == 3 && memcmp(line, "-- ", 3) == 0)
		return true;
	if (n == 2 && memcmp(line, "--", 2) == 0)
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (begins(line, n, marks[i]))
			return true;
	return introduces(line) || heads(line, n);
}

/* The beginning of TEXT, up to what it quotes; lines that begin with '>' go wherever they are. */
char *
citation_cut(struct arena *a, const char *text)
{
	struct str out = { a };

	for (const char *line = text; *line != '\0';) {
		size_t n = strcspn(line, "\n");

		if (ends_here(line, n))
			break;
		if (*line != '>') {
			str_add(&out, line, n);
			str_char(&out, '\n');
		}
		line += n + (line[n] == '\n');
	}
	return text_trim(a, text_clean(a, str_text(&out)));
}

/* The character of an entity, and its length; 0: it is none. */
static size_t
entity(struct str *out, const char *s)
{
	static const struct {
		const char *code, *text;
	} known[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" },
		{ "&#39;", "'" }, { "&apos;", "'" }, { "&nbsp;", " " }, { "&eacute;", "é" },
		{ "&egrave;", "è" }, { "&agrave;", "à" }, { "&ccedil;", "ç" }, { "&rsquo;", "’" } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strncmp(s, known[i].code, strlen(known[i].code)) == 0) {
			str_puts(out, known[i].text);
			return strlen(known[i].code);
		}
	return 0;
}

/* The words of a page of HTML, lines where its blocks end: for a mail that has no plain text. */
char *
citation_plain(struct arena *a, const char *html)
{
	static const char *const blocks[] = { "<br", "</p", "</div", "</li", "</h", "<blockquote",
		"<hr" };
	static const char *const silent[] = { "style", "script", "head", "title" };
	struct str out = { a };

	for (const char *s = html; *s != '\0';) {
		size_t n = entity(&out, s);

		if (n > 0) {
			s += n;
			continue;
		}
		if (*s != '<') {
			str_char(&out, *s == '\n' || *s == '\r' || *s == '\t' ? ' ' : *s);
			s++;
			continue;
		}
		for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
			if (strncasecmp(s, blocks[i], strlen(blocks[i])) == 0)
				str_char(&out, '\n');
		for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
			if (strncasecmp(s + 1, silent[i], strlen(silent[i])) == 0) {
				const char *close =
					strcasestr(s, arena_printf(a, "</%s", silent[i]));

				s = close != NULL ? close : s;
			}
		s += strcspn(s, ">");
		s += *s == '>';
	}
	return text_clean(a, str_text(&out));
}
