/* page_texte.h - the public pages whose words are the association's
 *
 * An administrator writes them on screen, in Markdown; each version is kept.  Until then, and again
 * once the text is emptied, the usual words: the template of the page, or doc/pages/NOM.md.
 */
#ifndef PAGE_TEXTE_H
#define PAGE_TEXTE_H

#include "db/db.h"

enum { PAGE_TEXTE_LONG = 20000, PAGE_TEXTE_VERSIONS = 20 };

struct page_texte {
	const char *nom, *titre;
	bool gabarit; /* its usual words are a template; else those of doc/pages */
};
extern const struct page_texte pages_texte[]; /* ends with a zero entry */

/* Texts are Markdown of PAGE_TEXTE_LONG characters at most. */
const struct page_texte *page_texte_find(const char *nom);
const char *page_texte(struct req *, const char *nom);
const char *page_texte_usuel(struct req *, const char *nom);
void page_texte_set(struct req *, const char *nom, const char *texte, bool substance);
void page_texte_versions(struct req *, const char *into, const char *nom, int64_t most);

#endif
