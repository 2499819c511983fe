/* aide.c - the user guides: the Markdown files of doc/, made into pages by cmark in safe mode */

#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>

#include "base/buffer.h"
#include "db/db.h"
#include "web/guide.h"
#include "web/nouveautes.h"
#include "web/reply.h"
#include "web/route.h"

enum { TOC_LEAST = 3 }; /* sections that make a guide long */

static int
aide_index(struct req *r)
{
	const struct guide *here = guide_of(r, param(r, "de"));
	int n = 0;

	if (here != NULL)
		return redirect(r, "/aide/%s", here->nom);
	for (const struct guide *g = guides; g->nom != NULL; g++) {
		struct row *row;

		if (!guide_open(r, g))
			continue;
		row = row_nth(r, "items", n++);
		row_say(row, "url", arena_printf(&r->mem, "/aide/%s", g->nom));
		row_say(row, "titre", g->titre);
		row_say(row, "texte", g->texte);
	}
	say(r, "Nouveautes.le", nouveautes_day());
	title(r, "Aide");
	return page(r, "aide/index.cs");
}

/* The table of contents, and in HTML, which has its headings in the same order, where it leads. */
static const char *
with_anchors(struct req *r, const char *text, const char *html)
{
	static const char h2[] = "<h2>";
	struct buffer out = { &r->mem };
	struct section s;
	const char *at;
	int n = 0;

	while (guide_section(r, &text, &s) && (at = strstr(html, h2)) != NULL) {
		struct row *row = row_nth(r, "Sommaire", n++);

		row_say(row, "titre", s.titre);
		row_say(row, "ancre", s.ancre);
		buffer_add(&out, html, (size_t) (at - html));
		buffer_puts(&out, arena_printf(&r->mem, "<h2 id=\"%s\">", s.ancre));
		html = at + sizeof h2 - 1;
	}
	if (n < TOC_LEAST)
		unsay(r, "Sommaire");
	buffer_puts(&out, html);
	return buffer_text(&out);
}

static int
aide_show(struct req *r)
{
	const struct guide *g = guide_find(r->caught[0]);
	const char *text;
	char *html;

	if (g == NULL || !guide_open(r, g) || (text = guide_text(g)) == NULL)
		return not_found(r);
	html = cmark_markdown_to_html(text, strlen(text), CMARK_OPT_VALIDATE_UTF8);
	arena_own(&r->mem, html, free);
	say(r, "page.Html", with_anchors(r, text, html));
	title(r, "%s", g->titre);
	return page(r, "aide/page.cs");
}

/* What is new was read, or put away: the home page tells it no more. */
static int
aide_news_seen(struct req *r)
{
	if (*nouveautes_date() != '\0')
		db_exec(r, SQL("UPDATE compte SET nouveautes_le = ? WHERE contact_id = ?"),
			S(nouveautes_date()), I(r->user.id));
	return redirect(r, *param(r, "lire") != '\0' ? "/aide/nouveautes" : "/");
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, aide_index },
	{ GET, ":guide", PUBLIC, aide_show },
	{ POST, "nouveautes", PROSPECT, aide_news_seen },
	{ 0 },
};

const struct area aide_area = { "aide", ROUTES(routes) };
