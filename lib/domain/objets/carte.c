/* carte.c - what a text leads to on this site, drawn as a card for who sees it */

#include <string.h>

#include "base/conf.h"
#include "domain/acces/acces.h"
#include "domain/objets/adresse.h"
#include "domain/objets/carte.h"

enum { CARTES = 3 };

/* Say as AT the objet that PATH leads to, when PATH is where it is shown and the reader sees it. */
static bool
say_one(struct req *r, const char *at, const char *path)
{
	if (!db_one(r, at,
		    SQL("SELECT o.id, o.genre, o.titre, o.cadre_id FROM objet o WHERE o.id = ?"
			" AND " SEES("o")),
		    I(adresse_read(path)), ME(r)))
		return false;
	genre_dress(r, row_at(r, at));
	if (strcmp(said(r, arena_printf(&r->mem, "%s.url", at)), path) == 0)
		return true;
	unsay(r, at);
	return false;
}

/* AT.N: the first things of this site that TEXTE (Markdown) leads to, as far as the reader sees
 * them. */
void
carte_say(struct req *r, const char *at, const char *texte)
{
	size_t site = strlen(conf.site_url);
	int n = 0;

	for (const char *s = texte; n < CARTES && (s = strstr(s, conf.site_url)) != NULL;) {
		const char *path = s + site;
		size_t len = strcspn(path, " \t\r\n)>]\"'?#*_,;");

		while (len > 0 && path[len - 1] == '.')
			len--;
		s = path + len;
		if (len > 1 && *path == '/' &&
			say_one(r, arena_printf(&r->mem, "%s.%d", at, n),
				arena_printf(&r->mem, "%.*s", (int) len, path)))
			n++;
	}
}
