/* guide.c - the user guides: whose they are, of which screens, and their sections */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "web/guide.h"
#include "web/route.h"

#define GUIDE(nom, titre, texte, who, domaine, ecrans) { nom, titre, texte, who, domaine, ecrans },
const struct guide guides[] = {
#include "web/guides.def"
	{ 0 },
};
#undef GUIDE

enum { GUIDES = sizeof guides / sizeof *guides, LONGEST = 200 /* letters of a screen */ };

const struct guide *
guide_find(const char *nom)
{
	for (const struct guide *g = guides; g->nom != NULL; g++)
		if (strcmp(g->nom, nom) == 0)
			return g;
	return NULL;
}

/* May the reader read it?  What it tells is hers to do. */
bool
guide_open(struct req *r, const struct guide *g)
{
	return r->user.level >= ADMIN ||
		(r->user.level >= g->who &&
			(g->domaine == NULL || droit(r, g->domaine) != NULLE_PART));
}

/* The screen that every page tells its help: its address, without what a secret one opens. */
const char *
guide_ecran(struct req *r)
{
	return arena_printf(&r->mem, "/%s", r->secret && r->area != NULL ? r->area->name : r->path);
}

/* "/groupes/12/membres" is "/groupes/:/membres", as guides.def has it. */
static char *
pattern(struct req *r, const char *ecran)
{
	struct buffer out = { &r->mem };

	for (const char *s = ecran; *s != '\0'; s++)
		if (s > ecran && s[-1] == '/' && strspn(s, "0123456789") > 0) {
			buffer_char(&out, ':');
			s += strspn(s, "0123456789") - 1;
		} else
			buffer_char(&out, *s);
	return buffer_text(&out);
}

/* The guide of that screen, or of what is above it, which the reader may read; NULL: none.  Who
 * asks may send any address: of a long one its beginning is looked at. */
const struct guide *
guide_of(struct req *r, const char *ecran)
{
	char *name = pattern(r, text_cut(&r->mem, ecran, LONGEST));

	while (*name == '/') {
		const char *one = arena_printf(&r->mem, " %s ", name);

		for (const struct guide *g = guides; g->nom != NULL; g++)
			if (strstr(g->ecrans, one) != NULL && guide_open(r, g))
				return g;
		*strrchr(name, '/') = '\0';
	}
	return NULL;
}

/* As written, for the life of the process; NULL: the file is not there. */
const char *
guide_text(const struct guide *g)
{
	static const char *texts[GUIDES];
	static char path[64];
	const char **text = &texts[g - guides];

	if (*text == NULL) {
		snprintf(path, sizeof path, "doc/%s.md", g->nom);
		*text = conf_file_text(conf_data(path));
	}
	return *text;
}

/* The next part of a guide, from *TEXT, which moves behind it.  False: there are none left. */
bool
guide_section(struct req *r, const char **text, struct section *s)
{
	const char *at = strstr(*text, "\n## "), *next;
	char *slug;

	if (at == NULL)
		return false;
	at += 4;
	s->titre = arena_printf(&r->mem, "%.*s", (int) strcspn(at, "\n"), at);
	slug = text_fold(&r->mem, s->titre);
	if (isdigit((unsigned char) *slug)) /* an id begins with a letter */
		slug = arena_printf(&r->mem, "le-%s", slug);
	s->ancre = slug;
	for (; *slug != '\0'; slug++)
		if (!isalnum((unsigned char) *slug))
			*slug = '-';
	s->texte = at + strcspn(at, "\n");
	next = strstr(s->texte, "\n## ");
	s->n = next != NULL ? (size_t) (next - s->texte) : strlen(s->texte);
	*text = s->texte;
	return true;
}
