/* ecrire.c - comment, change what one wrote, read what it was before */

#include <inttypes.h>

#include "base/text.h"
#include "domain/objets/avis.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "fil/page.h"
#include "web/form.h"
#include "web/reply.h"

/* A comment that is refused comes back on a page of its own, whole. */
static int
show_comment(struct req *r)
{
	say(r, "Reponse", param(r, "reponse"));
	title(r, "Commenter");
	return page(r, "fil/commenter.cs");
}

/* Only what shows its comments has any: a comment keeps the rights of what it stands under. */
static bool
is_discussed(struct req *r)
{
	return genre_peut(said(r, "objet.genre"), DISCUTE);
}

static int
fil_comment(struct req *r)
{
	int64_t id = caught_id(r, 0), reponse = 0, comment;
	const char *texte = "", *why;
	const struct field fields[] = {
		{ "texte", TEXT(&texte), REQUIRED, .max = ECRIT_COURT },
		{ "reponse", ID(&reponse) },
		{ 0 },
	};

	if (!fil_load(r, id) || said_int(r, "objet.supprime") != 0 || !is_discussed(r))
		return not_found(r);
	if (!fil_is(r, "contribue"))
		return forbidden(r);
	if (form_read(r, fields) && *(texte = text_trim(&r->mem, texte)) == '\0')
		form_error(r, "texte", "Écrivez quelques mots.");
	if ((why = avis_refused(r, texte)) != NULL)
		form_error(r, "texte", why);
	if (r->invalid)
		return show_comment(r);
	comment = commentaire_create(r, id, reponse, texte);
	fil_tell(r);
	return fil_back(r, "commentaire", arena_printf(&r->mem, "#c-%" PRId64, comment));
}

/* ---- change ---- */

/* What its author wrote, as long as the author may write there: 0, or the status to answer. */
static int
load_mine(struct req *r)
{
	const struct genre *g;

	if (!fil_load(r, caught_id(r, 0)) || said_int(r, "objet.supprime") != 0 ||
		(g = genre_find(said(r, "objet.genre"))) == NULL || g->change == NULL)
		return not_found(r);
	say(r, "objet.le", g->le);
	say_int(r, "objet.titre_propre", (g->peut & TITRE) != 0);
	return fil_is(r, "mien") && fil_is(r, "contribue") ? 0 : forbidden(r);
}

static int
show_edit(struct req *r)
{
	title(r, "Modifier %s", said(r, "objet.le"));
	return page(r, "fil/modifier.cs");
}

static int
fil_edit(struct req *r)
{
	int refused = load_mine(r);

	if (refused != 0)
		return refused;
	form_value(r, "titre", said(r, "objet.titre"));
	form_value(r, "texte", said(r, "objet.texte"));
	return show_edit(r);
}

static int
fil_save(struct req *r)
{
	int64_t id = caught_id(r, 0);
	const char *titre = "", *texte = "";
	int refused = load_mine(r);
	bool titled = said_int(r, "objet.titre_propre") != 0;
	const struct field fields[] = {
		{ "titre", LINE(&titre), .max = ECRIT_TITRE },
		{ "texte", TEXT(&texte), .max = titled ? ECRIT_LONG : ECRIT_COURT },
		{ 0 },
	};

	if (refused != 0)
		return refused;
	form_read(r, fields);
	titre = text_trim(&r->mem, titre);
	texte = text_trim(&r->mem, texte);
	if (*texte == '\0' && (*titre == '\0' || !titled) && !r->invalid)
		form_error(r, "texte", "Écrivez quelques mots, ou supprimez le texte.");
	if (r->invalid)
		return show_edit(r);
	genre_find(said(r, "objet.genre"))->change(r, id, titre, texte);
	fil_tell(r);
	return fil_back(r, "texte-change", "");
}

/* What it was before, the newest first. */
static int
fil_versions(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!fil_load(r, id))
		return not_found(r);
	db_list(r, "versions",
		SQL("SELECT id, ecrit_le, titre, texte FROM ecrit_version WHERE objet_id = ?"
		    " ORDER BY id DESC LIMIT 20"),
		I(id));
	for (struct row *v = row_first(r, "versions"); v != NULL; v = row_next(v)) {
		ecrit_say_when(r, v, "ecrit_le", "quand");
		row_say(v, "corpsHtml", texte_html(r, row_text(v, "texte")));
	}
	say(r, "objet.corpsHtml", texte_html(r, said(r, "objet.texte")));
	title(r, "Versions");
	return page(r, "fil/versions.cs");
}

const struct route fil_ecrire_routes[] = {
	{ POST, ":id/commentaires", PROSPECT, fil_comment },
	{ GET, ":id/modifier", PROSPECT, fil_edit },
	{ POST, ":id/modifier", PROSPECT, fil_save },
	{ GET, ":id/versions", PROSPECT, fil_versions },
	{ 0 },
};
