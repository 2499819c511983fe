/* lettre_personnel.c - marks of what is personal in an edition: filled for one person, taken out */

#include <string.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"

/* U+E000 and U+E001 */
#define OPEN "\xEE\x80\x80"
#define SHUT "\xEE\x80\x81"

/* What stands in an edition for NAME. */
const char *
lettre_mark(struct req *r, const char *name)
{
	return arena_printf(&r->mem, OPEN "%s" SHUT, name);
}

/* WORDS of people without the two characters, so that none of them makes a mark; "{prenom}" is
 * one, but in what leads somewhere. */
const char *
lettre_unmarked(struct req *r, const char *words)
{
	struct buffer out = { &r->mem };
	const char *space = words;

	words = space = text_clean(&r->mem, words);
	for (; *words != '\0'; words++) {
		if (*words == ' ' || *words == '\n')
			space = words;
		if (strncmp(words, OPEN, 3) == 0 || strncmp(words, SHUT, 3) == 0)
			words += 2;
		else if (strncmp(words, "{prenom}", 8) == 0 &&
			memmem(space, (size_t) (words - space), "://", 3) == NULL) {
			buffer_puts(&out, lettre_mark(r, "prenom"));
			words += 7;
		} else
			buffer_char(&out, *words);
	}
	return buffer_text(&out);
}

/* RENDERED with no marks but those of a first name: an entity ("&#xE000;") may have become one. */
const char *
lettre_remarked(struct req *r, const char *rendered)
{
	static const char prenom[] = OPEN "prenom" SHUT;
	struct buffer out = { &r->mem };
	size_t n;

	for (; *rendered != '\0'; rendered += n) {
		bool hers = strncmp(rendered, prenom, sizeof prenom - 1) == 0;

		n = hers ? sizeof prenom - 1 : 1;
		if (!hers && (strncmp(rendered, OPEN, 3) == 0 || strncmp(rendered, SHUT, 3) == 0))
			n = 3;
		else
			buffer_add(&out, rendered, n);
	}
	return buffer_text(&out);
}

static void
put_escaped(struct buffer *out, const char *s)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '<': buffer_puts(out, "&lt;"); break;
		case '>': buffer_puts(out, "&gt;"); break;
		case '&': buffer_puts(out, "&amp;"); break;
		case '"': buffer_puts(out, "&quot;"); break;
		default: buffer_char(out, *s);
		}
}

/* What fills marks: NULL jeton, departement: the page of the archive, which knows of nobody. */
struct fill {
	const struct rendu *of;
	const char *prenom, *jeton;
	const struct pres *pres;
	bool html;
};

static void
put(struct buffer *out, const struct fill *f, const char *name, size_t n)
{
	if (n == 6 && memcmp(name, "prenom", n) == 0) {
		if (*f->prenom == '\0' && out->n > 0 && out->s[out->n - 1] == ' ')
			out->n--;
		if (f->html)
			put_escaped(out, f->prenom);
		else
			buffer_puts(out, f->prenom);
	} else if (n == 5 && memcmp(name, "jeton", n) == 0)
		buffer_puts(out, f->jeton);
	else if (n == 4 && memcmp(name, "pres", n) == 0 && f->pres != NULL)
		buffer_puts(out, f->html ? f->pres->html : f->pres->texte);
}

static const char *
filled(struct req *r, const struct fill *f, const char *text)
{
	struct buffer out = { &r->mem };

	for (const char *mark; *text != '\0';) {
		const char *end;

		mark = strstr(text, OPEN);
		end = mark != NULL ? strstr(mark, SHUT) : NULL;
		if (end == NULL) {
			buffer_puts(&out, text);
			break;
		}
		buffer_add(&out, text, (size_t) (mark - text));
		put(&out, f, mark + 3, (size_t) (end - mark - 3));
		text = end + 3;
	}
	return buffer_text(&out);
}

static const struct pres *
near(const struct rendu *of, const char *departement)
{
	for (unsigned i = 0; i < of->n_pres; i++)
		if (strcmp(of->pres[i].departement, departement) == 0 ||
			*of->pres[i].departement == '\0')
			return &of->pres[i];
	return NULL;
}

static void
fill(struct req *r, const struct rendu *of, struct fill f, struct rendu *out)
{
	*out = *of;
	out->sujet = filled(r, &f, of->sujet);
	out->apercu = filled(r, &f, of->apercu);
	out->texte = filled(r, &f, of->texte);
	f.html = true;
	out->html = filled(r, &f, of->html);
}

/* That edition for one person. */
void
lettre_personal(
	struct req *r, const struct rendu *of, const struct destinataire *who, struct rendu *out)
{
	struct fill f = { .of = of,
		.prenom = who->prenom != NULL ? who->prenom : "",
		.jeton = who->envoi != 0 ? lettre_jeton(r, JETON_LIEN, who->envoi) : "apercu",
		.pres = near(of, who->departement != NULL ? who->departement : "") };

	fill(r, of, f, out);
}

/* The same as a page of the archive: no token, no name; what is near is in the agenda. */
void
lettre_web(struct req *r, const struct rendu *of, struct rendu *out)
{
	struct fill f = { .of = of, .prenom = "", .jeton = "apercu", .pres = near(of, "") };

	fill(r, of, f, out);
}
