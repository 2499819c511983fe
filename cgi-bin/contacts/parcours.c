/* parcours.c - the path of a person: all that began and ended, page by page, or as a table */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "contacts/contacts.h"
#include "domain/contacts/parcours.h"
#include "domain/socle/journal.h"
#include "web/consultation.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/sheet.h"

enum { PAR = 30 };

static int export(struct req *r, const struct etapes *e)
{
	static const char *const columns[] = { "Date", "Genre", "Étape", "Champ", "Valeur",
		"Avant" };
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Parcours", columns, 6);

	for (unsigned i = 0; i < e->n; i++) {
		const struct etape *one = &e->all[i];
		const char *const cells[] = { one->quand, parcours_genre(one->genre), one->sens,
			one->champ, one->valeur, one->avant };

		for (size_t k = 0; k < 6; k++)
			sheet_cell(sheet, cells[k]);
		sheet_row(sheet);
	}
	journal_apart(r, "contact.parcours_export", caught_id(r, 0), NULL, NULL);
	return reply_sheet(r, sheet, "parcours");
}

static void
say_filter(struct req *r, const struct personne *p, const char *genre)
{
	parcours_say_genres(r, p, "Filtre.genres");
	for (struct row *g = row_first(r, "Filtre.genres"); g != NULL; g = row_next(g)) {
		const char *cle = row_text(g, "cle");

		row_say(g, "url",
			arena_printf(
				&r->mem, "/contacts/%" PRId64 "/parcours?genre=%s", p->id, cle));
		if (strcmp(cle, genre) == 0)
			row_say(g, "ici", "1");
	}
	say(r, "Filtre.genre", genre);
}

static int
contacts_path(struct req *r)
{
	const struct modele *m = modele(r);
	const char *genre = parcours_genre(param(r, "genre")) != NULL ? param(r, "genre") : "";
	int64_t here = pager_asked(r);
	struct personne p;
	struct etapes e;
	int slowed;

	if (caught_id(r, 0) != r->user.id && (slowed = consultation(r, 1)) != 0)
		return slowed;
	if (!contact_find(r, caught_id(r, 0), &p))
		return not_found(r);
	if (p.id != r->user.id)
		consultation_note(r, p.id);
	e = parcours_read(r, m, &p, genre);
	if (table_asked(r))
		return export(r, &e);
	if ((here - 1) * PAR >= e.n)
		here = 1;
	say_list(r, "items");
	parcours_say(r, &e, "items", (unsigned) ((here - 1) * PAR), PAR);
	say_int(r, "total", e.n);
	say_int(r, "page", here);
	if (r->format == JSON)
		return page(r, "");
	contacts_top(r, m, &p, "parcours");
	say_filter(r, &p, genre);
	pager_say(r,
		arena_printf(&r->mem, "/contacts/%" PRId64 "/parcours?genre=%s&page=", p.id, genre),
		here, e.n, PAR);
	title(r, "Parcours, %s %s", said(r, "contact.prenom"), said(r, "contact.nom"));
	return page(r, "contacts/parcours.cs");
}

const struct route contacts_parcours_routes[] = {
	{ GET, ":id/parcours", PROSPECT, contacts_path, .formats = CSV | XLSX },
	{ 0 },
};
