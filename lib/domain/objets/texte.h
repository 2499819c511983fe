/* texte.h - what people write: Markdown kept as it was typed, shown as HTML that is safe
 *
 * A mention is @[Prénom Nom](/contacts/ID), which the editor writes.  Who is told of it is for the
 * caller, by texte_mentions(): it names only those who may read the objet.  A page shows the HTML
 * with uvar; mails and lists take the plain text.
 */
#ifndef TEXTE_H
#define TEXTE_H

#include "base/markdown.h"
#include "db/db.h"

enum { TEXTE_MAX = 20000 }; /* characters, the usual .max of a form's field */

const char *texte_html(struct req *, const char *markdown);
const char *texte_html_niveau(struct req *, const char *markdown, int heading);
unsigned texte_nomme(struct req *, const char *markdown);
const char *texte_brut(struct req *, const char *markdown);
const char *texte_court(struct req *, const char *markdown, size_t characters);
const char *texte_ligne(struct req *, const char *text, size_t n);
unsigned texte_mentions(
	struct req *, const char *markdown, int64_t objet_id, int64_t ids[MARKDOWN_MENTIONS]);
void texte_lecteurs(struct req *, const char *name, int64_t objet_id, const char *q);

#endif
