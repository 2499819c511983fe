/* controle_liens.c - where the links of a letter lead
 *
 * A page of ours is looked at as its audience sees it; other sites are asked by essaim-index, once
 * who writes wants to know: until then "pas vérifié".
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/lettres/controle_part.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "net/probe.h"

enum { LIENS = 100, SHOWN = 80 };

/* Links of a letter, each once, with the block that has it first. */
struct lien {
	const char *url;
	const struct lettre_bloc *bloc;
};
struct liens {
	struct lien of[LIENS];
	unsigned n;
};

static void
note(struct liens *l, const char *url, const struct lettre_bloc *b)
{
	for (unsigned i = 0; i < l->n; i++)
		if (strcmp(l->of[i].url, url) == 0)
			return;
	if (*url != '\0' && l->n < LIENS)
		l->of[l->n++] = (struct lien) { url, b };
}

/* Those of a text of Markdown, out of its HTML. */
static void
note_text(struct req *r, struct liens *l, const char *markdown, const struct lettre_bloc *b)
{
	const char *at = texte_html(r, markdown);

	while ((at = strstr(at, "href=\"")) != NULL) {
		size_t n = strcspn(at += 6, "\"");
		char *url = arena_printf(&r->mem, "%.*s", (int) n, at), *amp = url;

		while ((amp = strstr(amp, "&amp;")) != NULL) {
			amp++;
			memmove(amp, amp + 4, strlen(amp + 4) + 1);
		}
		note(l, url, b);
	}
}

static void
note_all(struct req *r, struct liens *l, const struct lettre_bloc *blocs, unsigned n)
{
	for (const struct lettre_bloc *b = blocs; b < blocs + n; b++) {
		note(l, b->lien, b);
		if (strcmp(b->genre, "texte") == 0 || strcmp(b->genre, "colonnes") == 0) {
			note_text(r, l, b->texte, b);
			note_text(r, l, b->droite, b);
		}
	}
}

/* The path of a page of ours; NULL: it is elsewhere. */
static const char *
ours(const char *url)
{
	size_t n = strlen(conf.site_url);

	if (url[0] == '/' && url[1] != '/')
		return url;
	if (n == 0 || strncmp(url, conf.site_url, n) != 0 || (url[n] != '/' && url[n] != '\0'))
		return NULL;
	return url[n] == '\0' ? "/" : url + n;
}

/* What "/AREA/12" shows; 0: no one thing. */
static int64_t
thing_of(struct req *r, const char *path)
{
	const char *number = strchr(path + 1, '/');
	int64_t id = number != NULL ? strtoll(number + 1, NULL, 10) : 0;

	if (strncmp(path, "/fichiers/", 10) == 0)
		id = db_int(r, SQL("SELECT objet_id FROM fichier WHERE id = ?"), I(id));
	return id;
}

static const char *
shown(struct req *r, const char *url)
{
	return text_cut(&r->mem, url, SHOWN);
}

/* A page that is there, for the reader and for whom the letter goes to. */
static void
see_ours(struct controle *c, const struct lien *l, const struct lettre_gens *g)
{
	const char *path = ours(l->url), *number = strchr(path + 1, '/');
	int64_t id = thing_of(c->r, path), blind;

	if (number == NULL || number[1] < '0' || number[1] > '9')
		return;
	if (db_int(c->r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")), I(id),
		    ME(c->r)) == 0)
		controle_say(c, true, controle_bloc(c, l->bloc),
			arena_printf(&c->r->mem, "Le lien %s mène à une page qui n’existe pas.",
				shown(c->r, l->url)));
	else if ((blind = lettre_recipients_blind(c->r, g, id)) > 0)
		controle_say(c, false, controle_bloc(c, l->bloc),
			arena_printf(&c->r->mem,
				"Le lien %s mène à une page que %" PRId64
				" des destinataires ne peuvent pas ouvrir.",
				shown(c->r, l->url), blind));
}

static void
say_answer(struct controle *c, const struct lien *l, int statut)
{
	const char *url = shown(c->r, l->url);

	if (statut == 404 || statut == 410)
		controle_say(c, true, controle_bloc(c, l->bloc),
			arena_printf(
				&c->r->mem, "Le lien %s mène à une page qui n’existe plus.", url));
	else if (statut == 0)
		controle_say(c, false, controle_bloc(c, l->bloc),
			arena_printf(&c->r->mem, "Le site du lien %s ne répond pas.", url));
	else if (statut >= 400)
		controle_say(c, false, controle_bloc(c, l->bloc),
			arena_printf(&c->r->mem,
				"Le lien %s a répondu par une erreur (%d)\u00A0: ouvrez-le.", url,
				statut));
}

/* Another site; true: its answer is not known. */
static bool
see_other(struct controle *c, const struct lien *l)
{
	int statut = 0;

	if (strncmp(l->url, "mailto:", 7) == 0 || strncmp(l->url, "tel:", 4) == 0 || *l->url == '#')
		return false;
	if (strncmp(l->url, "https://", 8) != 0)
		controle_say(c, strncmp(l->url, "http://", 7) != 0, controle_bloc(c, l->bloc),
			arena_printf(&c->r->mem, "Le lien %s ne commence pas par https://.",
				shown(c->r, l->url)));
	if (!db_read(c->r,
		    SQL("SELECT statut FROM lettre_lien WHERE lettre_id = ?"
			" AND empreinte = UNHEX(SHA2(?, 256)) AND statut IS NOT NULL"),
		    INTO(TO(&statut)), I(c->l.id), S(l->url)))
		return true;
	say_answer(c, l, statut);
	return false;
}

void
controle_liens(struct controle *c)
{
	struct liens all = { .n = 0 };
	struct lettre_gens g;
	unsigned unknown = 0;

	lettre_recipients(c->r, c->l.id, &g);
	note_all(c->r, &all, c->blocs, c->n_blocs);
	for (unsigned i = 0; i < all.n; i++)
		if (ours(all.of[i].url) != NULL)
			see_ours(c, &all.of[i], &g);
		else
			unknown += see_other(c, &all.of[i]);
	if (unknown > 0)
		controle_say(c, false, "/verification#liens",
			arena_printf(&c->r->mem,
				unknown > 1 ? "%u liens vers d’autres sites ne sont pas vérifiés." :
					      "%u lien vers un autre site n’est pas vérifié.",
				unknown));
	say_int(c->r, "LiensAVerifier", unknown);
}

/* The links to other sites of that letter are to be asked, again where they were; how many. */
unsigned
lettre_liens_ask(struct req *r, int64_t lettre_id)
{
	struct lettre_bloc blocs[LETTRE_BLOCS];
	struct liens all = { .n = 0 };
	unsigned n = 0;

	note_all(r, &all, blocs, lettre_blocs(r, lettre_id, blocs, LETTRE_BLOCS));
	db_exec(r, SQL("DELETE FROM lettre_lien WHERE lettre_id = ?"), I(lettre_id));
	for (unsigned i = 0; i < all.n; i++)
		if (ours(all.of[i].url) == NULL && strncmp(all.of[i].url, "http", 4) == 0 &&
			strlen(all.of[i].url) <= 2000) {
			db_exec(r,
				SQL("INSERT INTO lettre_lien (lettre_id, empreinte, adresse,"
				    " demande_le) VALUES (?, UNHEX(SHA2(?, 256)), ?,"
				    " UTC_TIMESTAMP())"),
				I(lettre_id), S(all.of[i].url), S(all.of[i].url));
			n++;
		}
	return n;
}

/* Ask one that waits; false: none does.  No statement waits while it answers. */
bool
lettre_lien_probe(struct req *r)
{
	const char *url;
	int64_t id;

	if (!db_read(r,
		    SQL("SELECT lettre_id, adresse FROM lettre_lien WHERE verifie_le IS NULL"
			" ORDER BY demande_le LIMIT 1"),
		    INTO(TO(&id), TO(&url))))
		return false;
	db_exec(r,
		SQL("UPDATE lettre_lien SET statut = ?, verifie_le = UTC_TIMESTAMP()"
		    " WHERE lettre_id = ? AND empreinte = UNHEX(SHA2(?, 256))"),
		I(probe(url)), I(id), S(url));
	return true;
}
