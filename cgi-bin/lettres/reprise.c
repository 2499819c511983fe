/* reprise.c - letters of before Essaim, from files, for who sends letters */

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/param.h"
#include "base/text.h"
#include "domain/lettres/lettre_reprise.h"
#include "lettres/lettres.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static int
show(struct req *r, const char *sorte, const char *lisible)
{
	static const char *const lisibles[][2] = { { "siege", "L’équipe salariée seule" },
		{ "benevoles", "Les bénévoles et l’équipe salariée" },
		{ "tous", "Tout le monde, sympathisant-e-s compris" } };

	db_list(r, "Genres",
		SQL("SELECT cle AS valeur, titre AS libelle, IF(cle = ?, 1, NULL) AS choisi"
		    " FROM lettre_sorte WHERE retire_le IS NULL ORDER BY ordre"),
		S(sorte));
	for (unsigned i = 0; i < sizeof lisibles / sizeof *lisibles; i++) {
		struct row *o = row_nth(r, "Lisibles", (int) i);

		row_say(o, "valeur", lisibles[i][0]);
		row_say(o, "libelle", lisibles[i][1]);
		if (strcmp(lisible, lisibles[i][0]) == 0)
			row_say(o, "choisi", "1");
	}
	title(r, "Reprendre d’anciennes lettres");
	return page(r, "lettres/reprise.cs");
}

static int
ask(struct req *r)
{
	return lettre_sends(r) ? show(r, "info", "benevoles") : forbidden(r);
}

/* All bytes of that file. */
static void
bytes_of(struct req *r, const struct upload *u, struct ancienne *f)
{
	char *bytes = arena_alloc(&r->mem, (size_t) u->size + 1);
	ssize_t n;

	f->bytes = bytes;
	while (f->n < (size_t) u->size &&
		(n = pread(u->fd, bytes + f->n, (size_t) u->size - f->n, (off_t) f->n)) != 0)
		if (n > 0)
			f->n += (size_t) n;
		else if (errno != EINTR)
			fault("cannot read a file that came");
}

/* Take that file, and say what became of it under its own list. */
static void
take(struct req *r, const struct upload *u, const char *sorte, const char *lisible, int n[3])
{
	static const char *const lists[] = { "Prises", "Deja", "Refus" };
	struct ancienne f = { .nom = u->filename, .sorte = sorte, .lisible = lisible };
	const char *why = "Il pèse plus de 2\u00A0Mo.";
	struct row *row;
	int which;

	if (u->size <= REPRISE_OCTETS) {
		bytes_of(r, u, &f);
		why = lettre_reprise(r, &f);
	}
	which = why != NULL ? 2 : f.deja;
	row = row_nth(r, lists[which], n[which]++);
	row_say(row, "nom", text_cut(&r->mem, text_clean(&r->mem, u->filename), 120));
	if (why != NULL)
		row_say(row, "pourquoi", why);
	else
		row_say_int(row, "id", f.id);
}

static int
take_all(struct req *r)
{
	const char *sorte = "", *lisible = "";
	const struct field fields[] = {
		{ "sorte", LINE(&sorte), REQUIRED, .max = 20 },
		{ "lisible", CHOICE(&lisible), REQUIRED, .choices = "siege|benevoles|tous" },
		{ 0 },
	};
	int n[3] = { 0 };

	if (!lettre_sends(r))
		return forbidden(r);
	form_read(r, fields);
	if (!r->invalid &&
		!db_int(r,
			SQL("SELECT COUNT(*) FROM lettre_sorte WHERE cle = ?"
			    " AND retire_le IS NULL"),
			S(sorte)))
		form_error(r, "sorte", "Choisissez une lettre dans la liste.");
	if (r->uploads == NULL || r->uploads->size == 0)
		form_error(r, "fichier", "Choisissez un ou plusieurs fichiers .html.");
	if (r->invalid)
		return show(r, sorte, lisible);
	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, "fichier") == 0 && u->size > 0)
			take(r, u, sorte, lisible, n);
	say_int(r, "Reprise.prises", n[0]);
	say_int(r, "Reprise.deja", n[1]);
	say_int(r, "Reprise.refus", n[2]);
	return show(r, sorte, lisible);
}

const struct route lettres_reprise_routes[] = {
	{ GET, "reprise", MEMBER, ask, .domaine = "envois" },
	{ POST, "reprise", MEMBER, take_all, .domaine = "envois" },
	{ 0 },
};
