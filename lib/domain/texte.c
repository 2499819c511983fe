/* texte.c - texts of people in pages, lists and mails, and whom they may mention */

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "domain/acces.h"
#include "domain/texte.h"

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

/* The text without marks, its paragraphs apart: for a mail, for the search. */
const char *
texte_brut(struct req *r, const char *markdown)
{
	return markdown_text(&r->mem, markdown);
}

/* The beginning of the text on one line, at most N characters. */
const char *
texte_court(struct req *r, const char *markdown, size_t n)
{
	const char *text = texte_brut(r, markdown);
	struct str line = { &r->mem };
	bool space = false;

	for (; *text != '\0' && line.n < n * 4; text++) {
		bool blank = *text == '\n' || *text == ' ' || *text == '\t';

		if (blank && space)
			continue;
		str_char(&line, blank ? ' ' : *text);
		space = blank;
	}
	return text_cut(&r->mem, str_text(&line), n);
}

/* Those whom the text mentions and who may read OBJET_ID, the writer excepted; how many.  A
 * mention of anybody else tells nobody anything. */
unsigned
texte_mentions(
	struct req *r, const char *markdown, int64_t objet_id, int64_t ids[MARKDOWN_MENTIONS])
{
	unsigned found = markdown_mentions(&r->mem, markdown, ids), n = 0;

	for (unsigned i = 0; i < found; i++)
		if (ids[i] != r->user.id &&
			db_int(r,
				SQL("SELECT COUNT(*) FROM contact c JOIN objet o ON o.id = ?"
				    " WHERE c.id = ? AND c.acces > 0 AND " SEES("o")),
				I(objet_id), I(ids[i]), I(ids[i]), I(ids[i])) > 0)
			ids[n++] = ids[i];
	return n;
}

/* The people of that name who may read OBJET_ID and whom the reader may see, as NAME.N.{id,
 * prenom, nom}: nobody else is ever offered. */
void
texte_lecteurs(struct req *r, const char *name, int64_t objet_id, const char *q)
{
	const char *words = text_fold(&r->mem, q), *space = strchr(words, ' ');
	size_t n = strcspn(words, " ");

	hdf_node(r, name);
	hdf_set_attr(r->hdf, name, "t", "a");
	if (n < 2 || strpbrk(words, "%_\\") != NULL)
		return;
	db_list(r, name,
		SQL("SELECT c.id, c.prenom, c.nom FROM contact c JOIN objet oc ON oc.id = c.id JOIN objet o ON o.id = ?"
		    " WHERE c.acces > 0 AND c.id IN (SELECT m.contact_id FROM contact_mot m JOIN champ h ON h.id = m.champ_id"
		    " AND h.cle IN ('prenom', 'nom') WHERE m.mot LIKE ?)"
		    " AND EXISTS (SELECT 1 FROM contact_mot m JOIN champ h ON h.id = m.champ_id"
		    " AND h.cle IN ('prenom', 'nom') WHERE m.contact_id = c.id AND m.mot LIKE ?)"
		    " AND EXISTS (SELECT 1 FROM acces a JOIN contact_public p ON p.public_id = a.public_id"
		    " WHERE a.liste_id = o.liste_id AND p.contact_id = c.id)"
		    " AND " SEES("o") " AND " SEES("oc") " ORDER BY c.tri, c.id LIMIT 8"),
		I(objet_id), S(arena_printf(&r->mem, "%.*s%%", (int) n, words)),
		S(arena_printf(&r->mem, "%s%%", space != NULL ? space + 1 : "")), ME(r), ME(r));
}
