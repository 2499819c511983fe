/* lettre_personnel.c - marks of what is personal in an edition: filled for one person, taken out */

#include <string.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"
#include "net/mail_write.h"

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
	bool html, coded;
};

static bool
is(const char *name, size_t n, const char *mark)
{
	return n == strlen(mark) && memcmp(name, mark, n) == 0;
}

/* What stands for the mark NAME; SPACE: one is before it, which goes with an empty first name. */
static void
put(struct buffer *out, const struct fill *f, const char *name, size_t n, bool space)
{
	bool prenom = is(name, n, "prenom");

	if (space && !(prenom && *f->prenom == '\0'))
		buffer_char(out, ' ');
	if (prenom && f->html)
		put_escaped(out, f->prenom);
	else if (prenom)
		buffer_puts(out, f->prenom);
	else if (is(name, n, "jeton"))
		buffer_puts(out, f->jeton);
	else if (is(name, n, "pres") && f->pres != NULL)
		buffer_puts(out, f->html ? f->pres->html : f->pres->texte);
}

/* The same in a text that is coded: a space before it is in the mark. */
static void
put_coded(struct buffer *out, const struct fill *f, const char *name, size_t n)
{
	struct buffer words = { out->mem };
	bool space = n > 0 && *name == ' ';

	put(&words, f, name + space, n - space, space);
	if (is(name, n, "pres"))
		buffer_puts(out, buffer_text(&words));
	else
		buffer_puts(out, mail_code(out->mem, buffer_text(&words)));
}

/* The next mark of TEXT, with *NAME of *N bytes; NULL: there is none. */
static const char *
next_mark(const char *text, const char **name, size_t *n)
{
	const char *mark = strstr(text, OPEN), *end = mark != NULL ? strstr(mark, SHUT) : NULL;

	*name = mark != NULL ? mark + 3 : NULL;
	*n = end != NULL ? (size_t) (end - *name) : 0;
	return end != NULL ? mark : NULL;
}

static const char *
filled(struct req *r, const struct fill *f, const char *text)
{
	struct buffer out = { &r->mem };
	const char *mark, *name;
	size_t n;

	for (; (mark = next_mark(text, &name, &n)) != NULL; text = name + n + 3) {
		bool space = !f->coded && mark > text && mark[-1] == ' ';

		buffer_add(&out, text, (size_t) (mark - text) - space);
		if (f->coded)
			put_coded(&out, f, name, n);
		else
			put(&out, f, name, n, space);
	}
	buffer_puts(&out, text);
	return buffer_text(&out);
}

/* TEXT as it stands in a mail, but for its marks, which have the space before them. */
static const char *
coded(struct req *r, const char *text)
{
	struct buffer out = { &r->mem };
	const char *mark, *name;
	size_t n;

	for (; (mark = next_mark(text, &name, &n)) != NULL; text = name + n + 3) {
		bool space = !is(name, n, "pres") && mark > text && mark[-1] == ' ';
		char *before = arena_printf(&r->mem, "%.*s", (int) (mark - text) - space, text);

		buffer_puts(&out, mail_code(&r->mem, before));
		buffer_puts(&out, OPEN);
		buffer_puts(&out, space ? " " : "");
		buffer_add(&out, name, n + 3);
	}
	buffer_puts(&out, mail_code(&r->mem, text));
	return buffer_text(&out);
}

/* Code once what is the same for all: lettre_personal() then codes what it fills in. */
void
lettre_code(struct req *r, struct rendu *of)
{
	struct pres *all = arena_alloc(&r->mem, (of->n_pres + 1) * sizeof *all);

	for (unsigned i = 0; i < of->n_pres; i++)
		all[i] = (struct pres) { of->pres[i].departement,
			mail_code(&r->mem, of->pres[i].html),
			mail_code(&r->mem, of->pres[i].texte) };
	of->pres = all;
	of->html = coded(r, of->html);
	of->texte = coded(r, of->texte);
	of->coded = true;
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
	f.coded = of->coded;
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
