/* texte.c - texts of people in pages, lists and mails, and whom they may mention */

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/objets/nommes.h"
#include "domain/objets/texte.h"

/* The text as HTML for a page whose section has a title h2: its own titles begin at h3. */
const char *
texte_html(struct req *r, const char *markdown)
{
	return markdown_html(&r->mem, markdown, 3);
}

/* The same, its titles beginning at that level. */
const char *
texte_html_niveau(struct req *r, const char *markdown, int heading)
{
	return markdown_html(&r->mem, markdown, heading);
}

struct lu {
	const char *source, *brut;
	int64_t ids[MARKDOWN_MENTIONS];
	unsigned n;
};

/* What MARKDOWN says and whom it names.  A post asks for its title, for the search, for the
 * mentions and for the mails: the last text is parsed once. */
static const struct lu *
read_once(struct req *r, const char *markdown)
{
	static const char last;
	void **kept = req_kept(r, &last);
	struct lu *lu = *kept;

	if (lu != NULL && strcmp(lu->source, markdown) == 0)
		return lu;
	*kept = lu = arena_alloc(&r->mem, sizeof *lu);
	lu->source = arena_strdup(&r->mem, markdown);
	lu->brut = markdown_read(&r->mem, markdown, lu->ids, &lu->n);
	return lu;
}

/* The text without marks, its paragraphs apart: for a mail, for the search. */
const char *
texte_brut(struct req *r, const char *markdown)
{
	return read_once(r, markdown)->brut;
}

/* How many people the text names, whoever they are. */
unsigned
texte_nomme(struct req *r, const char *markdown)
{
	return read_once(r, markdown)->n;
}

/* The beginning of the text on one line, at most N characters. */
const char *
texte_court(struct req *r, const char *markdown, size_t n)
{
	return texte_ligne(r, texte_brut(r, markdown), n);
}

/* The same of a text that has no marks. */
const char *
texte_ligne(struct req *r, const char *text, size_t n)
{
	struct buffer line = { &r->mem };
	bool space = false;

	for (; *text != '\0' && line.n < n * 4; text++) {
		bool blank = *text == '\n' || *text == ' ' || *text == '\t';

		if (blank && space)
			continue;
		buffer_char(&line, blank ? ' ' : *text);
		space = blank;
	}
	return text_cut(&r->mem, buffer_text(&line), n);
}

/* Those whom the text mentions and who may read OBJET_ID, the writer excepted; how many.  A
 * mention of anybody else tells nobody anything. */
unsigned
texte_mentions(
	struct req *r, const char *markdown, int64_t objet_id, int64_t ids[MARKDOWN_MENTIONS])
{
	const struct lu *lu = read_once(r, markdown);
	unsigned n = 0;

	for (unsigned i = 0; i < lu->n; i++)
		if (lu->ids[i] != r->user.id &&
			db_int(r,
				SQL("SELECT COUNT(*) FROM contact c JOIN objet o ON o.id = ?"
				    " WHERE c.id = ? AND c.acces > 0 AND " SEES("o")),
				I(objet_id), I(lu->ids[i]), I(lu->ids[i]), I(lu->ids[i])) > 0)
			ids[n++] = lu->ids[i];
	return n;
}

/* The people of that name who may read OBJET_ID and whom the reader may see, as NAME.N.{id,
 * prenom, nom, ou}: nobody else is ever offered. */
void
texte_lecteurs(struct req *r, const char *name, int64_t objet_id, const char *q)
{
	struct nom nom;

	row_at(r, name);
	say_list(r, name);
	if (!nom_lit(r, q, &nom))
		return;
	db_list(r, name,
		SQL(NOMMES("c.acces > 0 AND EXISTS (SELECT 1 FROM objet o"
			   " JOIN acces a ON a.liste_id = o.liste_id"
			   " JOIN contact_public p ON p.public_id = a.public_id WHERE o.id = ?"
			   " AND p.contact_id = c.id AND " SEES("o") ") AND " SEES("oc"))),
		NOMMES_DE(r, nom), I(objet_id), ME(r), ME(r));
}
