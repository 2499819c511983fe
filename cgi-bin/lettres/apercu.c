/* apercu.c - a letter as it will be read: the bytes that leave, on a phone, a computer, in the
 * dark, as text, in the archive, as one of its readers
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_rendu.h"
#include "lettres/lettres.h"
#include "web/reply.h"
#include "web/route.h"

enum { READERS = 12 };

static const struct vue {
	const char *cle, *titre;
} vues[] = { { "telephone", "Téléphone" }, { "ordinateur", "Ordinateur" }, { "sombre", "Sombre" },
	{ "texte", "Texte seul" }, { "archive", "En ligne" } };

/* What leaves: the edition, once there is one of these words; before, what one would be now. */
static void
load_mail(struct req *r, const struct lettre *l, struct rendu *of)
{
	if (l->edition == 0 ||
		db_int(r,
			SQL("SELECT version FROM lettre_edition WHERE lettre_id = ?"
			    " AND numero = ?"),
			I(l->id), I(l->edition)) != l->version ||
		!lettre_edition(r, l->id, l->edition, of))
		lettre_render(r, l->id, of);
}

/* As whom it is read: ?comme=, of those whom the reader sees; else the reader. */
static void
load_reader(struct req *r, struct destinataire *who)
{
	int64_t id = strtoll(param(r, "comme"), NULL, 10);

	*who = (struct destinataire) { .adresse = "", .prenom = "", .departement = "" };
	db_read(r,
		SQL("SELECT c.id, c.email, c.prenom, COALESCE(c.departement, '') FROM contact c"
		    " JOIN objet o ON o.id = c.id WHERE c.id = IF(? = 0, ?, ?) AND " SEES("o")),
		INTO(TO(&who->contact), TO(&who->adresse), TO(&who->prenom), TO(&who->departement)),
		I(id), I(r->user.id), I(id), ME(r));
}

static bool
in(struct req *r, const char *vue)
{
	return strcmp(param(r, "en"), vue) == 0;
}

/* HTML with what it says of the dark said of any light. */
static const char *
darkened(struct req *r, const char *html)
{
	static const char when[] = "@media(prefers-color-scheme:dark)";
	struct buffer out = { &r->mem };
	const char *at;

	while ((at = strstr(html, when)) != NULL) {
		buffer_add(&out, html, (size_t) (at - html));
		buffer_puts(&out, "@media all");
		html = at + strlen(when);
	}
	buffer_puts(&out, html);
	return buffer_text(&out);
}

/* The letter for who was asked, in the view that was asked. */
static void
load_view(struct req *r, const struct lettre *l, struct rendu *out)
{
	struct destinataire who;
	struct rendu of;

	load_mail(r, l, &of);
	load_reader(r, &who);
	if (in(r, "archive"))
		lettre_web(r, &of, out);
	else
		lettre_personal(r, &of, &who, out);
}

/* The very bytes, where nothing runs. */
static int
lettres_bytes(struct req *r)
{
	struct lettre l;
	struct rendu out;
	int refused = lettres_load(r, &l);

	if (refused != 0)
		return refused;
	load_view(r, &l, &out);
	header(r, "X-Essaim-CSP",
		"default-src 'none'; img-src 'self'; style-src 'unsafe-inline';"
		" frame-ancestors 'self'; sandbox");
	if (in(r, "texte"))
		return reply_text(r, 200, "text/plain; charset=utf-8", out.texte);
	return reply_text(r, 200, "text/html; charset=utf-8",
		in(r, "sombre") ? darkened(r, out.html) : out.html);
}

static void
say_views(struct req *r)
{
	bool any = false;

	for (size_t i = 0; i < sizeof vues / sizeof *vues; i++)
		any = any || in(r, vues[i].cle);
	for (size_t i = 0; i < sizeof vues / sizeof *vues; i++) {
		struct row *v = row_nth(r, "Vues", (int64_t) i);

		row_say(v, "cle", vues[i].cle);
		row_say(v, "titre", vues[i].titre);
		if (any ? in(r, vues[i].cle) : i == 0) {
			row_say(v, "ici", "1");
			say(r, "Vue", vues[i].cle);
		}
	}
}

/* Some of those who will get it and whom the reader sees, to look with their eyes. */
static void
say_readers(struct req *r, const struct lettre *l)
{
	struct lettre_gens gens;

	if (*l->audience != '\0' && lettre_recipients(r, l->id, &gens) && gens.refus == NULL)
		lettre_recipients_list(r, &gens, "Lecteurs", READERS, 0);
	for (struct row *p = row_first(r, "Lecteurs"); p != NULL; p = row_next(p))
		if (strcmp(row_text(p, "id"), param(r, "comme")) == 0)
			row_say(p, "choisi", "1");
}

/* The page may show a letter in a frame, where nothing of it runs. */
void
lettres_frames(struct req *r)
{
	header(r, "X-Essaim-CSP",
		"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
		" connect-src 'self'; form-action 'self'; base-uri 'none';"
		" frame-ancestors 'none'; manifest-src 'self'; frame-src 'self'");
}

static int
lettres_preview(struct req *r)
{
	struct lettre l;
	struct rendu out;
	int refused = lettres_load(r, &l);

	if (refused != 0)
		return refused;
	load_view(r, &l, &out);
	say(r, "sujet", out.sujet);
	say(r, "apercu", out.apercu);
	say_int(r, "poids", (int64_t) (strlen(out.html) + strlen(out.texte)));
	say_int(r, "Poids.ko", (int64_t) (strlen(out.html) + strlen(out.texte) + 999) / 1000);
	say_int(r, "Poids.lourd", strlen(out.html) > 100000);
	if (r->format == HTML) {
		say_views(r);
		say_readers(r, &l);
		say(r, "Comme", param(r, "comme"));
		lettres_frames(r);
	}
	title(r, "Aperçu\u00A0: %s", text_cut(&r->mem, l.sujet, 100));
	return page(r, "lettres/apercu.cs");
}

const struct route lettres_apercu_routes[] = {
	{ GET, ":id/apercu", MEMBER, lettres_preview },
	{ GET, ":id/apercu/courriel", MEMBER, lettres_bytes },
	{ 0 },
};
