/* entrant_partie.c - the parts of a mail, one after the other: each is words, a file, or told as
 * lost */

#include <string.h>
#include <strings.h>

#include "base/charset.h"
#include "base/flowed.h"
#include "base/html_plain.h"
#include "base/text.h"
#include "net/entrant_partie.h"

enum {
	PARTS = 500,
	DEPTH = 30,
	TEXT_MAX = 200000,
	PART_MAX = TEXT_MAX * 10, /* bytes of words that are read of one part */
	READ_MAX = PART_MAX * 2,  /* of all: pages of HTML unfold to many times that */
};

/* Note that this is not kept; the same twice is one. */
void
partie_lost(struct walk *w, const char *nom, const char *raison)
{
	struct mail_in *m = w->mail;

	for (unsigned i = 0; i < m->n_perdus; i++)
		if (strcmp(m->perdus[i].nom, nom) == 0 && strcmp(m->perdus[i].raison, raison) == 0)
			return;
	if (m->n_perdus == ENTRANT_PERDUS)
		m->perdus[ENTRANT_PERDUS - 1] = (struct perdu) { "et d’autres fichiers",
			"Il y en a trop\u00A0: envoyez-les en plusieurs fois." };
	else
		m->perdus[m->n_perdus++] = (struct perdu) { nom, raison };
}

static bool
is_type(void *part, const char *type, const char *subtype)
{
	return g_mime_content_type_is_type(
		g_mime_object_get_content_type(GMIME_OBJECT(part)), type, subtype);
}

static bool
says(void *part, const char *parameter, const char *word)
{
	const char *value = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), parameter);

	return value != NULL && strcasecmp(value, word) == 0;
}

/* Add words, a line of their own, as many as there is room for.  True: there were more. */
static bool
add_words(struct buffer *into, const char *text)
{
	size_t n = strlen(text), room = into->n < TEXT_MAX ? TEXT_MAX - into->n : 0;
	bool cut = n > room;

	if (cut)
		for (n = room; n > 0 && ((unsigned char) text[n] & 0xC0) == 0x80;)
			n--;
	if (n > 0 && into->n > 0 && into->s[into->n - 1] != '\n')
		buffer_char(into, '\n');
	buffer_add(into, text, n);
	return cut;
}

/* The words of a part of text. */
static void
take_words(struct walk *w, GMimePart *part)
{
	size_t n = 0, room = READ_MAX - w->read < PART_MAX ? READ_MAX - w->read : PART_MAX;
	char *bytes = room > 0 ? partie_bytes(w, part, &n) : NULL, *text;

	w->cut = w->cut || room == 0 || n > room;
	if (bytes == NULL)
		return;
	n = n < room ? n : room;
	w->read += n;
	text = charset_text(w->mem, bytes, n,
		g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset"));
	if (is_type(part, "text", "html")) {
		add_words(&w->raw, text);
		text = html_plain(w->mem, text);
		add_words(&w->html, text);
	} else if (says(part, "format", "flowed")) {
		text = flowed(w->mem, text, says(part, "delsp", "yes"));
	}
	w->cut = add_words(w->into, text) || w->cut;
}

/* Is it something to read, not a file? */
static bool
is_words(GMimeObject *part)
{
	static const char *const files[] = { "calendar", "csv", "vcard", "x-vcard", "directory",
		"rtf", NULL };

	if (!GMIME_IS_PART(part) || !is_type(part, "text", "*") ||
		g_mime_part_is_attachment(GMIME_PART(part)) ||
		g_mime_part_get_filename(GMIME_PART(part)) != NULL)
		return false;
	for (int i = 0; files[i] != NULL; i++)
		if (is_type(part, "text", files[i]))
			return false;
	return true;
}

/* Another form of the same words, which we do not read. */
static bool
is_other_form(GMimeObject *part)
{
	return is_words(part) && !is_type(part, "text", "plain") && !is_type(part, "text", "html");
}

static bool
is_blank(const struct buffer *words)
{
	struct arena mem = { 0 };
	struct buffer copy = { &mem };
	bool blank;

	buffer_add(&copy, words->s, words->n);
	blank = *text_trim(&mem, buffer_text(&copy)) == '\0';
	arena_reset(&mem);
	return blank;
}

/* The plain form where it says anything, else the other; files of all. */
static void
alternative(struct walk *w, GMimeMultipart *parts)
{
	struct buffer *outer = w->into, plain = { w->mem }, rich = { w->mem };
	int n = g_mime_multipart_get_count(parts);
	bool before = w->cut, cut[2] = { false, false }, other;

	for (int i = 0; i < n; i++) {
		GMimeObject *part = g_mime_multipart_get_part(parts, i);

		other = !is_words(part) || !is_type(part, "text", "plain");
		w->into = other ? &rich : &plain;
		w->cut = false;
		if (i == 0 || !is_other_form(part))
			partie_walk(w, part);
		cut[other] = cut[other] || w->cut;
	}
	w->into = outer;
	other = is_blank(&plain);
	w->cut = add_words(outer, buffer_text(other ? &rich : &plain)) || before || cut[other];
}

/* A header of a mail that was forwarded, decoded. */
static const char *
header(struct walk *w, GMimeMessage *m, const char *name)
{
	const char *raw = g_mime_object_get_header(GMIME_OBJECT(m), name);
	char *text = raw != NULL ? g_mime_utils_header_decode_text(NULL, raw) : NULL, *copy;

	copy = charset_text(
		w->mem, text != NULL ? text : "", text != NULL ? strlen(text) : 0, NULL);
	g_free(text);
	return text_trim(w->mem, copy);
}

/* A whole mail inside: a text with its head, and its files. */
static void
forwarded(struct walk *w, GMimeMessagePart *part)
{
	GMimeMessage *m = g_mime_message_part_get_message(part);
	const char *raw =
		g_mime_object_get_content_disposition_parameter(GMIME_OBJECT(part), "filename");
	struct buffer words = { w->mem }, *outer = w->into;
	const char *name, *dot;
	char *text;

	if (m == NULL) {
		partie_lost(w, "un message transféré",
			"Il est arrivé vide\u00A0: transférez-le de nouveau.");
		return;
	}
	w->into = &words;
	partie_walk(w, g_mime_message_get_mime_part(m));
	w->into = outer;
	text = arena_printf(w->mem, "De : %s\nDate : %s\nObjet : %s\n\n%s\n", header(w, m, "From"),
		header(w, m, "Date"), header(w, m, "Subject"), buffer_text(&words));
	name = raw != NULL ? raw : header(w, m, "Subject");
	dot = strrchr(name, '.');
	name = arena_printf(w->mem, "%.*s",
		dot != NULL && strcasecmp(dot, ".eml") == 0 ? (int) (dot - name) : 120, name);
	partie_joint(w, partie_clean_name(w, name, "txt"), text, strlen(text));
}

static void
multipart(struct walk *w, GMimeMultipart *parts)
{
	int n = g_mime_multipart_get_count(parts);

	if (w->depth == 1 && is_type(parts, "multipart", "report"))
		w->mail->automatic = true;
	if (is_type(parts, "multipart", "alternative")) {
		alternative(w, parts);
		return;
	}
	if (is_type(parts, "multipart", "encrypted")) {
		partie_lost(w, "le message chiffré",
			"Ce contenu est chiffré ou scellé\u00A0: renvoyez-le sans chiffrement.");
		return;
	}
	for (int i = 0; i < n; i++)
		partie_walk(w, g_mime_multipart_get_part(parts, i));
}

/* A calendar's answer is read, and is a file too. */
static void
note_calendar(struct walk *w, GMimePart *part)
{
	if (w->mail->calendrier == NULL && is_type(part, "text", "calendar"))
		w->mail->calendrier = partie_bytes(w, part, &w->mail->n_calendrier);
}

static void
single(struct walk *w, GMimePart *part)
{
	note_calendar(w, part);
	if (is_words(GMIME_OBJECT(part)))
		take_words(w, part);
	else if (is_type(part, "image", "*") && w->n_pictures < MAIL_IN_JOINTS &&
		g_mime_object_get_content_id(GMIME_OBJECT(part)) != NULL)
		w->pictures[w->n_pictures++] = part;
	else
		partie_file(w, part);
}

/* Read a part and those in it. */
void
partie_walk(struct walk *w, GMimeObject *part)
{
	if (part == NULL)
		return;
	if (++w->parts > PARTS) {
		partie_lost(w, "la suite du courriel",
			"Il a trop de parties\u00A0: envoyez-le en plusieurs fois.");
		return;
	}
	if (w->depth >= DEPTH) {
		partie_lost(w, "une partie du courriel",
			"Elle est dans trop d’enveloppes\u00A0: envoyez-la seule.");
		return;
	}
	w->depth++;
	if (GMIME_IS_MULTIPART(part))
		multipart(w, GMIME_MULTIPART(part));
	else if (GMIME_IS_MESSAGE_PART(part))
		forwarded(w, GMIME_MESSAGE_PART(part));
	else if (GMIME_IS_PART(part) && !GMIME_IS_MESSAGE_PARTIAL(part))
		single(w, GMIME_PART(part));
	else
		partie_lost(w, "une partie du courriel",
			"Son format n’est pas lu ici\u00A0: envoyez-la comme un fichier.");
	w->depth--;
}
