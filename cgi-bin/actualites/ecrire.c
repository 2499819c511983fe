/* ecrire.c - a news item written, changed, tried before it is published */

#include <inttypes.h>
#include <string.h>

#include "actualites/actualites.h"
#include "base/clock.h"
#include "base/local.h"
#include "domain/acces/droit.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/fichier.h"
#include "domain/objets/fichier_genre.h"
#include "domain/objets/texte.h"
#include "net/live.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* What one sending of the form says beside the item itself. */
struct envoi {
	const char *le; /* "": now */
	int64_t etiquettes[ETIQUETTES_MAX];
	unsigned n;
};

static int
show_form(struct req *r, int64_t id, const struct actualite *a)
{
	actualites_offer(r, a);
	say(r, "Action",
		id != 0 ? arena_printf(&r->mem, "/actualites/%" PRId64 "/modifier", id) :
			  "/actualites/nouvelle");
	title(r, id != 0 ? "Modifier l’actualité" : "Écrire une actualité");
	return page(r, "actualites/ecrire.cs");
}

/* The picture that was sent; NULL: none. */
static struct upload *
picture(struct req *r)
{
	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, "image") == 0 && *u->filename != '\0')
			return u;
	return NULL;
}

/* Will it have one? */
static bool
has_picture(struct req *r, int64_t id)
{
	return picture(r) != NULL ||
		(strcmp(param(r, "sans_image"), "1") != 0 &&
			db_int(r, SQL("SELECT image_id IS NOT NULL FROM actualite WHERE id = ?"),
				I(id)) != 0);
}

static void
check_files(struct req *r, int64_t id, const struct actualite *a)
{
	const char *why = fichiers_refused(r, "fichiers");
	struct upload *u = picture(r);

	if (why != NULL)
		form_error(r, "fichiers", why);
	why = u != NULL ? fichiers_refused(r, "image") : NULL;
	if (u != NULL && why == NULL && fichier_genre(u->filename)->image == IMAGE_NONE)
		why = "Choisissez une photo\u00A0: JPEG, PNG ou WebP.";
	if (why != NULL)
		form_error(r, "image", why);
	else if (*a->image_alt == '\0' && has_picture(r, id))
		form_error(r, "image_alt",
			"Décrivez l’image en une phrase, pour les personnes qui ne la voient"
			" pas.");
}

/* The page as it would be, above the form: nothing is written. */
static int
preview(struct req *r, int64_t id, const struct actualite *a)
{
	say(r, "Apercu.titre", a->titre);
	say(r, "Apercu.chapeau", a->chapeau);
	say(r, "Apercu.sorte", actualite_sorte(a->sorte));
	say(r, "Apercu.texteHtml", texte_html(r, a->texte));
	return show_form(r, id, a);
}

/* The form as it was filled, with what the search among groups finds. */
static int
show_again(struct req *r, int64_t id, const struct actualite *a)
{
	for (struct row *f = row_first(r, "Form"); f != NULL; f = row_next(f))
		row_unsay(f, "error");
	unsay(r, "Page.invalid");
	r->invalid = false;
	return show_form(r, id, a);
}

static bool
asked(struct req *r, const char *what)
{
	return strcmp(param(r, "faire"), what) == 0;
}

static bool
publishes(struct req *r)
{
	return asked(r, "publier") || strcmp(param(r, "publier"), "1") == 0;
}

/* What was meant for a moment that is past is not published now instead. */
static void
check_when(struct req *r, const struct envoi *e)
{
	if (publishes(r) && *e->le != '\0' && strcmp(e->le, clock_sql(&r->mem, clock_now())) <= 0)
		form_error(r, "le",
			"Cette heure est déjà passée\u00A0: choisissez-en une autre, ou laissez"
			" vide pour publier maintenant.");
}

/* False: the page is shown again, because it is to be, or because something is missing. */
static bool
read_all(struct req *r, int64_t id, struct actualite *a, struct envoi *e)
{
	actualites_read(r, id, a);
	if (actualites_read_when(r, &e->le))
		check_when(r, e);
	actualites_read_tags(r, e->etiquettes, &e->n);
	check_files(r, id, a);
	return !r->invalid && !choices_sought(r) && !asked(r, "apercu");
}

static int
shown_again(struct req *r, int64_t id, const struct actualite *a)
{
	if (choices_sought(r))
		return show_again(r, id, a);
	return asked(r, "apercu") && !r->invalid ? preview(r, id, a) : show_form(r, id, a);
}

static void
keep_files(struct req *r, int64_t id)
{
	struct upload *u = picture(r);

	fichiers_store(r, "fichiers", id);
	if (u != NULL)
		actualite_picture(r, id, fichier_store(r, u, id));
	else if (strcmp(param(r, "sans_image"), "1") == 0)
		actualite_picture(r, id, 0);
}

/* Publish it now, or then; or keep it. */
static int
settle(struct req *r, int64_t id, const struct envoi *e)
{
	bool publish = publishes(r);
	const char *fait = "enregistree";

	if (actualites_sent(r, "etiquettes"))
		etiquette_put(r, id, e->etiquettes, e->n);
	keep_files(r, id);
	if (publish && *e->le != '\0') {
		actualite_schedule(r, id, e->le);
		fait = "programmee";
	} else if (publish) {
		fait = actualite_publish(r, id) ? "publiee" : "attend";
	} else if (asked(r, "brouillon")) {
		actualite_draft(r, id);
	}
	live_tell_objet(r, id);
	return redirect(r, "/actualites/%" PRId64 "?fait=%s", id, fait);
}

/* What the script sends while one writes: a draft alone, without its files.  Words that a person
 * has agreed to are changed by the button. */
static int
keep(struct req *r, int64_t id, const struct actualite *a, const struct envoi *e)
{
	if (a->portrait != 0 || (id != 0 && strcmp(said(r, "actualite.etat"), "brouillon") != 0))
		return refuse_why(r, 409, "bouton", "Enregistrez ce changement par le bouton.");
	if (id == 0)
		id = actualite_create(r, a);
	else
		actualite_keep(r, id, a);
	if (actualites_sent(r, "etiquettes"))
		etiquette_put(r, id, e->etiquettes, e->n);
	say(r, "action", arena_printf(&r->mem, "/actualites/%" PRId64 "/modifier", id));
	return page(r, "actualites/ecrire.cs");
}

static bool
keeps(struct req *r)
{
	return asked(r, "garder") && r->format == JSON;
}

/* ---- written ---- */

/* ?groupe=ID: of that group; else of the Siège, or of the first group where she may. */
static bool
begin(struct req *r, struct actualite *a)
{
	int64_t groupe = strtoll(param(r, "groupe"), NULL, 10);

	*a = actualite_new();
	if (droit(r, "actualites") == NULLE_PART)
		return false;
	if (groupe > 0 && actualite_may_write(r, groupe))
		a->groupe = groupe;
	if (a->groupe != 0)
		a->audience = "groupes";
	return true;
}

static int
actualites_new(struct req *r)
{
	struct actualite a;

	if (!begin(r, &a))
		return forbidden(r);
	actualites_show(r, &a);
	return show_form(r, 0, &a);
}

static int
actualites_create(struct req *r)
{
	struct actualite a = actualite_new();
	struct envoi e;
	int64_t id;

	if (droit(r, "actualites") == NULLE_PART)
		return forbidden(r);
	if (!read_all(r, 0, &a, &e))
		return shown_again(r, 0, &a);
	if (keeps(r))
		return keep(r, 0, &a, &e);
	id = actualite_create(r, &a);
	actualite_ask_consent(r, id);
	return settle(r, id, &e);
}

/* ---- changed ---- */

static int
load(struct req *r, struct actualite *a)
{
	int refused = actualites_load(r, GERER);

	if (refused == 0 && !actualite_read(r, caught_id(r, 0), a))
		return not_found(r);
	return refused;
}

static int
actualites_edit(struct req *r)
{
	struct actualite a;
	int refused = load(r, &a);
	const char *du_le = said(r, "actualite.du_le");

	if (refused != 0)
		return refused;
	actualites_show(r, &a);
	actualites_show_tags(r, caught_id(r, 0));
	if (*du_le != '\0')
		form_value(r, "le", wall_iso(&r->mem, wall_at(clock_parse(du_le))));
	return show_form(r, caught_id(r, 0), &a);
}

/* Did words change that the person whom it shows agreed to? */
static bool
other_words(const struct actualite *was, const struct actualite *now)
{
	return now->portrait != was->portrait || strcmp(now->titre, was->titre) != 0 ||
		strcmp(now->chapeau, was->chapeau) != 0 || strcmp(now->texte, was->texte) != 0;
}

static int
actualites_change(struct req *r)
{
	struct actualite a, was;
	struct envoi e;
	int64_t id = caught_id(r, 0);
	int refused = load(r, &a);

	if (refused != 0)
		return refused;
	was = a;
	if (!read_all(r, id, &a, &e))
		return shown_again(r, id, &a);
	if (keeps(r))
		return keep(r, id, &a, &e);
	actualite_save(r, id, &a);
	if (a.portrait != 0 && (other_words(&was, &a) || picture(r) != NULL))
		actualite_ask_consent(r, id);
	return settle(r, id, &e);
}

const struct route actualites_ecrire_routes[] = {
	{ GET, "nouvelle", MEMBER, actualites_new },
	{ POST, "nouvelle", MEMBER, actualites_create },
	{ GET, ":id/modifier", MEMBER, actualites_edit },
	{ POST, ":id/modifier", MEMBER, actualites_change },
	{ 0 },
};
