/* lettres.c - what letters lead to without signing in: leaving them, pictures, counted links
 *
 * RFC 8058: a POST leaves the kind at once; a GET only shows the button, since scanners follow
 * links.  The page names nobody: her letter may have been passed on.
 */

#include <string.h>

#include "base/text.h"
#include "domain/lettres/lettre_clic.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/objets/fichier.h"
#include "net/store.h"
#include "web/reply.h"
#include "web/route.h"

/* "iris@exemple.org" as "i…s@e….org": she knows it again, nobody else learns it. */
static const char *
masked(struct req *r, const char *adresse)
{
	const char *at = strrchr(adresse, '@'), *dot = strrchr(adresse, '.'), *host, *next, *last;

	if (at == NULL || at == adresse || dot == NULL || dot < at)
		return "…";
	for (last = next = adresse; next < at;) {
		last = next;
		text_next(&next);
	}
	next = adresse;
	text_next(&next);
	for (host = at + 1; *host != '\0' && host == at + 1;)
		text_next(&host);
	return arena_printf(&r->mem, "%.*s…%.*s@%.*s…%s", (int) (next - adresse), adresse,
		(int) (at - last), last, (int) (host - at - 1), at + 1, dot);
}

/* The sending that the address names.  False: none. */
static bool
load(struct req *r, struct lettre_depart *d)
{
	return lettre_depart_read(r, lettre_jeton_read(r, JETON_LIEN, r->caught[0]), d);
}

static void
say_departure(struct req *r, const struct lettre_depart *d)
{
	say(r, "depart.jeton", r->caught[0]);
	say(r, "depart.sorte", d->sorte);
	say(r, "depart.titre", d->titre);
	say(r, "depart.adresse", masked(r, d->adresse));
	lettre_sortes_say(r, "Sortes", d->contact);
}

static int
public_leave_letter(struct req *r)
{
	struct lettre_depart d;

	if (strcmp(r->caught[0], "apercu") == 0) {
		title(r, "Se désinscrire");
		return page(r, "public/lettre_apercu.cs");
	}
	if (!load(r, &d))
		return not_found(r);
	say_departure(r, &d);
	title(r, "Se désinscrire");
	return page(r, "public/lettre.cs");
}

/* Sent by the button, or by the mail program itself: the sealed token is the proof.  Others that
 * were ticked are left with it. */
static int
public_left_letter(struct req *r)
{
	struct lettre_depart d;
	const char *left, *cle;

	if (!load(r, &d))
		return not_found(r);
	left = lettre_depart(r, &d, d.sorte) ? d.sorte : "";
	for (unsigned i = 0; (cle = param_nth(r, "sorte", i)) != NULL && i < 20; i++)
		if (lettre_depart(r, &d, cle))
			left = arena_printf(&r->mem, "%s%s%s", left, *left != '\0' ? "," : "", cle);
	lettre_depart_tell(r, &d, left);
	say_departure(r, &d);
	say(r, "depart.fait", "1");
	title(r, "Vous êtes désinscrit-e");
	return page(r, "public/lettre.cs");
}

/* A picture of a letter, for whoever has its address: nobody signs in within a mail. */
static int
public_picture(struct req *r)
{
	const char *empreinte, *type, *copie;

	if (!db_read(r,
		    SQL("SELECT f.empreinte, f.type, COALESCE(m.copie, '') FROM fichier f"
			" JOIN objet o ON o.id = f.objet_id AND o.genre = 'lettre'"
			" JOIN fichier_contenu c ON c.empreinte = f.empreinte"
			" LEFT JOIN lettre_image m ON m.empreinte = f.empreinte"
			" WHERE f.id = ? AND c.sain_le IS NOT NULL AND c.infecte = ''"),
		    INTO(TO(&empreinte), TO(&type), TO(&copie)),
		    I(lettre_jeton_read(r, JETON_IMAGE, r->caught[0]))) ||
		!fichier_is_image(type))
		return not_found(r);
	r->cache = "public, max-age=31536000, immutable";
	if (*copie != '\0')
		return reply_stored(
			r, store_place(&r->mem, copie), "image/jpeg", "image.jpg", true);
	return reply_stored(r, store_place(&r->mem, empreinte), type, "image", true);
}

/* A link of a letter, where clicks are counted. */
static int
public_follow(struct req *r)
{
	const char *url = lettre_clic(r, r->caught[0]);

	return url != NULL ? redirect(r, "%s", url) : not_found(r);
}

const struct route public_lettres_routes[] = {
	{ GET, "lettres/:jeton", PUBLIC, public_leave_letter, .secret = true },
	{ POST, "lettres/:jeton", PUBLIC, public_left_letter, .unsigned_post = true,
		.secret = true },
	{ GET, "images/:jeton", PUBLIC, public_picture },
	{ GET, "liens/:lien", PUBLIC, public_follow },
	{ 0 },
};
