/* en_ligne.c - a letter that has left, as its readers see it: what left, without anybody's name */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/texte.h"
#include "lettres/lettres.h"
#include "web/reply.h"
#include "web/route.h"

/* The letter itself: it runs nothing, asks nothing of elsewhere, and its links open outside. */
static const char alone[] =
	"default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none';"
	" form-action 'none'; frame-ancestors 'self'; sandbox allow-popups"
	" allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/* The page that holds it. */
static const char holds[] =
	"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
	" connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
	" manifest-src 'self'; frame-src 'self'";

/* The edition that is read: for the archive, the last one that leaves.  False: there is none. */
static bool
load(struct req *r, struct rendu *page)
{
	struct rendu frozen;
	int64_t edition;

	if (!db_read(r,
		    SQL("SELECT l.edition FROM lettre l JOIN objet o ON o.id = l.id"
			" WHERE l.id = ? AND " ARCHIVED("l") " AND " SEES("o")),
		    INTO(TO(&edition)), I(caught_id(r, 0)), ME(r)) ||
		!lettre_edition(r, caught_id(r, 0), edition, &frozen) || *frozen.html == '\0')
		return false;
	lettre_web(r, &frozen, page);
	return true;
}

/* Its links lead out of the frame that it is shown in. */
static const char *
outward(struct req *r, const char *html)
{
	const char *head = strstr(html, "<head>");

	if (head == NULL)
		return html;
	head += strlen("<head>");
	return arena_printf(
		&r->mem, "%.*s<base target=\"_top\">%s", (int) (head - html), html, head);
}

static int
en_ligne(struct req *r)
{
	struct rendu page;

	if (!load(r, &page))
		return not_found(r);
	header(r, "X-Essaim-CSP", alone);
	return reply_text(r, 200, "text/html; charset=utf-8", outward(r, page.html));
}

/* Letters without an edition: the words of their blocks. */
static void
say_blocks(struct req *r)
{
	struct lettre_bloc blocs[LETTRE_BLOCS];
	unsigned n = lettre_blocs(r, caught_id(r, 0), blocs, LETTRE_BLOCS);

	for (unsigned i = 0; i < n; i++)
		row_say(row_nth(r, "Blocs", (int) i), "texteHtml", texte_html(r, blocs[i].texte));
}

/* Its page, also for who manages it: what left, when, its tags, and letters near it. */
int
lettres_read(struct req *r)
{
	struct rendu words;
	int64_t id = caught_id(r, 0);

	if (!db_one(r, "lettre",
		    SQL("SELECT o.id, o.titre, l.apercu, l.etat, l.sorte, s.titre AS sorte_titre,"
			" l.paru_le, EXISTS (SELECT 1 FROM lettre_edition e"
			" WHERE e.lettre_id = l.id AND e.numero = l.edition"
			" AND e.html <> '') AS en_ligne, " MANAGES(
				"o") " AS gere"
				     " FROM lettre l JOIN objet o ON o.id = l.id"
				     " JOIN lettre_sorte s ON s.cle = l.sorte"
				     " WHERE l.id = ? AND " ARCHIVED("l") " AND " SEES("o")),
		    ME(r), I(id), ME(r)))
		return not_found(r);
	say(r, "lettre.date",
		text_day(&r->mem,
			wall_ymd(&r->mem, wall_at(clock_parse(said(r, "lettre.paru_le"))))));
	if (said_int(r, "lettre.en_ligne") != 0)
		header(r, "X-Essaim-CSP", holds);
	else
		say_blocks(r);
	say_int(r, "Droits.gere", said_int(r, "lettre.gere"));
	unsay(r, "lettre.gere");
	if ((r->format == JSON || strcmp(said(r, "lettre.etat"), "pause") == 0) &&
		load(r, &words)) { /* what is being corrected is not what left */
		say(r, "lettre.titre", words.sujet);
		say(r, "lettre.apercu", words.apercu);
		if (r->format == JSON)
			say(r, "lettre.texte", words.texte);
	}
	archive_near(r, id);
	etiquette_dress(r, id);
	title(r, "%s", text_cut(&r->mem, said(r, "lettre.titre"), 120));
	return page(r, "lettres/lue.cs");
}

const struct route lettres_en_ligne_routes[] = {
	{ GET, ":id/en-ligne", PROSPECT, en_ligne },
	{ GET, ":id/lire", PROSPECT, lettres_read },
	{ 0 },
};
