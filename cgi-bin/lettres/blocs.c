/* blocs.c - what a form says of a block of a letter; blocks added by a program, or put back */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/param.h"
#include "base/text.h"
#include "domain/lettres/lettre_bloc.h"
#include "domain/objets/fichier.h"
#include "lettres/redaction.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int64_t
number(struct req *r, const char *name)
{
	return strtoll(param(r, name), NULL, 10);
}

static const char *
line(struct req *r, const char *name)
{
	return text_trim(&r->mem, param(r, name));
}

/* Take the file that came into the letter: its id in INTO; a sentence when it is refused. */
static const char *
take_file(struct req *r, int64_t lettre_id, int64_t *into)
{
	for (struct upload *u = r->uploads; u != NULL; u = u->next) {
		const char *why;

		if (strcmp(u->name, "fichier") != 0 || u->size == 0)
			continue;
		if ((why = fichier_refused(r, u)) != NULL)
			return why;
		*into = fichier_store(r, u, lettre_id);
		return NULL;
	}
	return NULL;
}

/* A file that she sees elsewhere is the letter's too. */
static int64_t
take_piece(struct req *r, int64_t lettre_id, int64_t id)
{
	int64_t on = db_int(r,
		SQL("SELECT f.objet_id FROM fichier f JOIN objet o ON o.id = f.objet_id"
		    " JOIN fichier_contenu c ON c.empreinte = f.empreinte AND c.infecte = ''"
		    " WHERE f.id = ? AND " SEES("o")),
		I(id), ME(r));

	return on == 0 ? 0 : on == lettre_id ? id : fichier_copy(r, id, lettre_id);
}

/* What the form says of a block of B's kind, into B; its file is kept where none came.  THING is
 * the field that names what it shows.  False: a file was refused, which the form tells. */
bool
lettres_read_bloc(struct req *r, int64_t lettre_id, struct lettre_bloc *b, const char *thing)
{
	const struct bloc_genre *g = bloc_genre(b->genre);
	const char *why;

	if (g == NULL)
		return true;
	if ((g->a & A_LIGNE) != 0)
		b->texte = line(r, "texte");
	if ((g->a & A_TEXTE) != 0)
		b->texte = param(r, (g->a & A_DROITE) != 0 ? "gauche" : "texte");
	if ((g->a & A_DROITE) != 0)
		b->droite = param(r, "droite");
	if ((g->a & A_IMAGE) != 0)
		b->alt = line(r, "alt");
	if ((g->a & A_LIEN) != 0)
		b->lien = line(r, "lien");
	if ((g->a & (A_OBJET | A_FICHIER)) != 0 && number(r, thing) != 0)
		b->objet = number(r, thing);
	if ((g->a & (A_IMAGE | A_FICHIER)) == 0)
		return true;
	if (number(r, "piece") != 0)
		b->fichier = take_piece(r, lettre_id, number(r, "piece"));
	if ((why = take_file(r, lettre_id, &b->fichier)) != NULL)
		form_error(r, "fichier", why);
	return why == NULL;
}

/* Is that block taken?  Else the form tells why. */
bool
lettres_bloc_ok(struct req *r, int64_t lettre_id, const struct lettre_bloc *b, const char *thing)
{
	const char *field, *why = lettre_bloc_refused(r, lettre_id, b, &field);

	if (why != NULL)
		form_error(r, strcmp(field, "objet") == 0 ? thing : field, why);
	return why == NULL;
}

/* What was refused, on the page where blocks are written. */
static int
again(struct req *r, const struct lettre *l, const struct lettre_bloc *b)
{
	struct saisie s = saisie_asked(r, l);

	s.b = *b;
	s.lu = "";
	return redaction_show(r, l, &s);
}

/* A block more, at its place: 303 to the page of the letter. */
static int
add(struct req *r)
{
	struct lettre_bloc b = bloc_new(param(r, "genre"));
	struct lettre l;
	int refused = lettres_load_draft(r, &l);

	if (refused != 0)
		return refused;
	b.place = number(r, "place");
	if (!lettres_read_bloc(r, l.id, &b, "objet") || !lettres_bloc_ok(r, l.id, &b, "objet"))
		return again(r, &l, &b);
	if ((b.id = lettre_bloc_add(r, l.id, &b)) == 0) {
		form_error(r, "general", "Une lettre a soixante blocs au plus.");
		return again(r, &l, &b);
	}
	return redirect(r, "/lettres/%" PRId64 "/contenu?ferme=1#b-%" PRId64, l.id, b.id);
}

const struct route lettres_blocs_routes[] = {
	{ POST, ":id/blocs", MEMBER, add, .domaine = "lettres" },
	{ 0 },
};
