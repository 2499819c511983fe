/* form.c - read and check what a form sent, in the words of the person who fills it in */

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "web/form.h"

/* Any text of MIN to MAX characters. */
const char *
read_text(struct req *r, const char *text, const struct field *f)
{
	size_t n = 0;

	for (const char *s = text; *s != '\0'; s++)
		n += (*s & 0xC0) != 0x80; /* characters, not bytes */
	if (n < (size_t) f->min)
		return arena_printf(&r->mem, "%zu caractères pour l’instant, ajoutez-en %zu.", n,
			(size_t) f->min - n);
	if (f->max > 0 && n > (size_t) f->max)
		return arena_printf(
			&r->mem, "%zu caractères, c’est %zu de trop.", n, n - (size_t) f->max);
	*(const char **) f->into = text;
	return NULL;
}

/* A text without line breaks. */
const char *
read_line(struct req *r, const char *text, const struct field *f)
{
	if (strpbrk(text, "\r\n\t") != NULL)
		return "Écrivez sur une seule ligne.";
	return read_text(r, text, f);
}

/* something@domain.tld, without spaces; at most 254 bytes (RFC 5321, 4.5.3.1.3). */
const char *
read_email(struct req *r, const char *text, const struct field *f)
{
	const char *address = text_email(&r->mem, text);

	if (address == NULL)
		return "Écrivez une adresse complète, par exemple prenom@exemple.org.";
	*(const char **) f->into = address;
	return NULL;
}

/* A number from 1; no more than MAX, if there is one. */
const char *
read_id(struct req *r, const char *text, const struct field *f)
{
	char *end;
	int64_t n;

	errno = 0;
	n = strtoll(text, &end, 10);
	if (errno != 0 || *end != '\0' || n <= 0 || (f->max > 0 && n > f->max))
		return f->max > 0 ?
			arena_printf(&r->mem, "Donnez un nombre de 1 à %" PRId64 ".", f->max) :
			"Choisissez dans la liste.";
	*(int64_t *) f->into = n;
	return NULL;
}

/* A number of MIN to MAX. */
const char *
read_number(struct req *r, const char *text, const struct field *f)
{
	char *end;
	int64_t n;

	errno = 0;
	n = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || n < f->min || n > f->max)
		return arena_printf(
			&r->mem, "Donnez un nombre de %" PRId64 " à %" PRId64 ".", f->min, f->max);
	*(int64_t *) f->into = n;
	return NULL;
}

/* The time of day behind a date, in small letters: "t18:30", " 18:30", " a 18h30", " 18 h". */
static bool
read_hour(const char *s, int *h, int *min)
{
	int end = 0;
	bool whole;

	*min = 0;
	s += *s == 't' ? 1 : strspn(s, " ");
	s += strncmp(s, "a ", 2) == 0 ? 2 : 0;
	if (!isdigit((unsigned char) *s) || sscanf(s, "%2d %n", h, &end) != 1)
		return false;
	s += end;
	if (*s != ':' && *s != 'h')
		return false;
	whole = *s++ == 'h';
	s += strspn(s, " ");
	if (*s == '\0')
		return whole && *h < 24;
	if (!isdigit((unsigned char) s[0]) || !isdigit((unsigned char) s[1]))
		return false;
	*min = (s[0] - '0') * 10 + s[1] - '0';
	s += 2;
	s += *s == ':' ? strspn(s, ":0.") : 0; /* seconds that nobody meant */
	return *s == '\0' && *h < 24 && *min < 60;
}

/* A day and an hour, as <input type=datetime-local> sends them or as people type them; INTO is
 * "2026-09-14T18:30". */
const char *
read_when(struct req *r, const char *text, const struct field *f)
{
	const char *s = text_fold_signs(&r->mem, text), *hour = s + strcspn(s, "t ");
	const char *day = arena_printf(&r->mem, "%.*s", (int) (hour - s), s);
	int y, m, d, h, min;

	if (!text_date(day, &y, &m, &d) && day[strspn(day, "0123456789/-.")] == '\0' &&
		strlen(day) == 10)
		return "Ce jour n’existe pas\u00A0: donnez-en un autre,"
		       " par exemple 14/09/2026 18:30.";
	if (!text_date(day, &y, &m, &d) || y < 1900 || y > 2199 || !read_hour(hour, &h, &min))
		return "Donnez une date et une heure, par exemple 14/09/2026 18:30.";
	*(const char **) f->into =
		arena_printf(&r->mem, "%sT%02d:%02d", text_ymd(&r->mem, y, m, d), h, min);
	return NULL;
}

/* A day that is not over at the site; INTO is "2026-09-14". */
const char *
read_day_to_come(struct req *r, const char *text, const struct field *f)
{
	const char *day = text_iso(&r->mem, text);

	if (day == NULL || strcmp(day, "2200") > 0)
		return "Donnez une date, par exemple 15/05/2027.";
	if (strcmp(day, text_iso_at(&r->mem, clock_now())) < 0)
		return "Cette date est passée\u00A0: donnez un jour à venir.";
	*(const char **) f->into = day;
	return NULL;
}

const char *
read_choice(struct req *r, const char *text, const struct field *f)
{
	size_t n = strlen(text);

	(void) r;
	for (const char *c = strchr(text, '|') ? NULL : f->choices; c != NULL;
		c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL)
		if (strncmp(c, text, n) == 0 && (c[n] == '|' || c[n] == '\0')) {
			*(const char **) f->into = text;
			return NULL;
		}
	return "Choisissez dans la liste.";
}

/* A box that was ticked. */
const char *
read_yes(struct req *r, const char *text, const struct field *f)
{
	(void) r;
	(void) text;
	*(bool *) f->into = true;
	return NULL;
}

/* What the field shows. */
void
form_value(struct req *r, const char *name, const char *value)
{
	say(r, arena_printf(&r->mem, "Form.%s.value", name), value);
}

/* Refuse the form because of that field; page() will answer 422. */
void
form_error(struct req *r, const char *name, const char *message)
{
	say(r, arena_printf(&r->mem, "Form.%s.error", name), message);
	say(r, "Page.invalid", "1");
	r->invalid = true;
}

/* Read and check every field; on refusal the page shows the same form again. */
bool
form_read(struct req *r, const struct field *fields)
{
	for (const struct field *f = fields; f->name != NULL; f++) {
		const char *text = param(r, f->name), *why = NULL;

		if (!(f->flags & SECRET))
			form_value(r, f->name, text);
		if (*text != '\0')
			why = f->read(r, text, f);
		else if (f->flags & REQUIRED)
			why = f->read == read_yes ? "Cochez la case pour continuer." :
						    "Remplissez ce champ.";
		if (why != NULL)
			form_error(r, f->name, why);
	}
	return !r->invalid;
}
