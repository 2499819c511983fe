/* page_texte.c - the public pages whose words are the association's */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/socle/journal.h"
#include "domain/socle/page_texte.h"

const struct page_texte pages_texte[] = {
	{ "charte", "Valeurs et charte", false },
	{ "mentions", "Mentions légales", true },
	{ 0 },
};

/* The page of that name; NULL: its words are not to be written. */
const struct page_texte *
page_texte_find(const char *nom)
{
	for (const struct page_texte *p = pages_texte; p->nom != NULL; p++)
		if (strcmp(p->nom, nom) == 0)
			return p;
	return NULL;
}

/* What was written for that page, Markdown; "": nothing, the usual words stand. */
const char *
page_texte(struct req *r, const char *nom)
{
	const char *texte = db_string(r,
		SQL("SELECT texte FROM page_texte WHERE nom = ? ORDER BY id DESC LIMIT 1"), S(nom));

	return texte != NULL ? arena_strdup(&r->mem, texte) : "";
}

/* The usual words, Markdown, to begin with. */
const char *
page_texte_usuel(struct req *r, const char *nom)
{
	const char *texte =
		conf_file_text(conf_data(arena_printf(&r->mem, "doc/pages/%s.md", nom)));

	return texte != NULL ? arena_own(&r->mem, (void *) texte, free) : "";
}

/* Write it anew; nothing when it is the same.  SUBSTANCE: people are to acknowledge it again. */
void
page_texte_set(struct req *r, const char *nom, const char *texte, bool substance)
{
	if (strcmp(page_texte(r, nom), texte) == 0 && !substance)
		return;
	db_insert(r,
		SQL("INSERT INTO page_texte (nom, texte, ecrit_le, ecrit_par, substance)"
		    " VALUES (?, ?, ?, ?, ?)"),
		S(nom), S(texte), S(clock_sql(&r->mem, clock_now())), I(r->user.id), I(substance));
	journal(r, substance ? "page.substance" : "page.ecrite", 0, NULL, nom);
}

/* Say INTO.N.{id, Texte, quand, par}: the versions, MOST at most, the newest first. */
void
page_texte_versions(struct req *r, const char *into, const char *nom, int64_t most)
{
	db_list(r, into,
		SQL("SELECT p.id, p.texte AS Texte, p.ecrit_le, p.substance,"
		    " CONCAT_WS(' ', c.prenom, c.nom) AS par FROM page_texte p"
		    " LEFT JOIN contact c ON c.id = p.ecrit_par WHERE p.nom = ? ORDER BY p.id DESC"
		    " LIMIT ?"),
		S(nom), I(most));
	for (struct row *row = row_first(r, into); row != NULL; row = row_next(row))
		row_say(row, "quand",
			text_when(&r->mem, clock_parse(row_text(row, "ecrit_le")), clock_now()));
}
