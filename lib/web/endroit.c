/* endroit.c - help, settings and pages, found by their words: those that the reader may open */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/droit.h"
#include "web/endroit.h"
#include "web/guide.h"

#define ENDROIT(titre, url, who, domaine, mots) { titre, url, who, domaine, mots },
const struct endroit endroits[] = {
#include "web/endroits.def"
	{ 0 },
};
#undef ENDROIT

enum { MOST = 400, SHOWN = 4, WORDS = 12, BEGUN = 4 };

/* What is looked through: a place, or a part of a guide. */
static struct sujet {
	const struct endroit *endroit;
	const struct guide *guide;
	const char *titre, *ancre;
	const char *tete, *texte; /* tokens of its heading, and of what is below it */
} sujets[MOST];
static unsigned n_sujets;
static struct arena kept; /* for the life of the process, as the guides are */

const char *
endroit_url(struct req *r, const struct endroit *e)
{
	const char *me = strchr(e->url, '~');

	if (me == NULL)
		return e->url;
	return arena_printf(
		&r->mem, "%.*s%" PRId64 "%s", (int) (me - e->url), e->url, r->user.id, me + 1);
}

bool
endroit_open(struct req *r, const struct endroit *e)
{
	return r->user.level >= ADMIN ||
		(r->user.level >= e->who &&
			(e->domaine == NULL || droit(r, e->domaine) != NULLE_PART));
}

static const char *
tokens(const char *a, const char *b)
{
	return arena_printf(&kept, " %s ", text_tokens(&kept, arena_printf(&kept, "%s %s", a, b)));
}

static void
read_guide(struct req *r, const struct guide *g)
{
	const char *text = guide_text(g);

	for (struct section s; text != NULL && n_sujets < MOST && guide_section(r, &text, &s);)
		sujets[n_sujets++] = (struct sujet) { NULL, g, arena_strdup(&kept, s.titre),
			arena_strdup(&kept, s.ancre), tokens(s.titre, ""),
			tokens(arena_printf(&r->mem, "%.*s", (int) s.n, s.texte), g->titre) };
}

/* Once in the life of a process: guides change with the program. */
static void
read_all(struct req *r)
{
	if (n_sujets > 0)
		return;
	for (const struct endroit *e = endroits; e->titre != NULL && n_sujets < MOST; e++)
		sujets[n_sujets++] = (struct sujet) { .endroit = e,
			.titre = e->titre,
			.tete = tokens(e->titre, e->mots),
			.texte = "" };
	for (const struct guide *g = guides; g->nom != NULL; g++)
		if (strcmp(g->nom, "nouveautes") != 0)
			read_guide(r, g);
}

/* Does that word of a question say nothing of what is looked for? */
static bool
says_nothing(struct req *r, const char *word)
{
	static const char asks[] =
		" comment faire fait quand quel quelle quels quelles quoi puis"
		" peux peut veux voudrais pourquoi besoin trouver est ce y ai me moi suis ";

	return strlen(word) < 2 || text_common(word) ||
		strstr(asks, arena_printf(&r->mem, " %s ", word)) != NULL;
}

/* Is that word of the question among TOKENS, in any form, or begun there? */
static bool
stands(struct req *r, const char *word, const char *all)
{
	const char *form = text_tokens(&r->mem, word);

	return strstr(all, arena_printf(&r->mem, " %.*s ", (int) strcspn(form, " "), form)) !=
		NULL ||
		(strlen(word) >= BEGUN &&
			strstr(all, arena_printf(&r->mem, " xx%s", word)) != NULL);
}

/* How well it answers: all words in its heading, or for a question in what is below it. */
static int
answers(struct req *r, const struct sujet *s, char *const *words, unsigned n)
{
	bool below = false;

	for (unsigned i = 0; i < n; i++)
		if (!stands(r, words[i], s->tete)) {
			if (n < 2 || !stands(r, words[i], s->texte))
				return 0;
			below = true;
		}
	return below ? 1 : s->guide != NULL ? 2 : 3;
}

static void
say_one(struct req *r, struct row *row, const struct sujet *s)
{
	row_say(row, "titre", s->titre);
	row_say(row, "url",
		s->guide != NULL ? arena_printf(&r->mem, "/aide/%s#%s", s->guide->nom, s->ancre) :
				   endroit_url(r, s->endroit));
	row_say(row, "ou", s->guide != NULL ? s->guide->titre : "");
}

static bool
is_open(struct req *r, const struct sujet *s)
{
	return s->guide != NULL ? guide_open(r, s->guide) : endroit_open(r, s->endroit);
}

/* Say under NAME the places and the parts of guides that answer, the best first. */
void
endroits_say(struct req *r, const char *name, const char *asked)
{
	char *words[WORDS], *one, *rest = text_fold(&r->mem, asked);
	unsigned n = 0, said = 0;

	while ((one = strsep(&rest, " ")) != NULL && n < WORDS)
		if (!says_nothing(r, one))
			words[n++] = one;
	if (n == 0)
		return;
	read_all(r);
	for (int how = 3; how > 0; how--)
		for (unsigned i = 0; i < n_sujets && said < SHOWN; i++)
			if (is_open(r, &sujets[i]) && answers(r, &sujets[i], words, n) == how)
				say_one(r, row_nth(r, name, said++), &sujets[i]);
}
