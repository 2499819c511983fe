/* rapport.c - before and after a letter: its rehearsal, and its report */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/lettres/lettre_rapport.h"
#include "domain/lettres/lettre_repetition.h"
#include "lettres/lettres.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { PAR = 40, ALL = 2000000 };

static const char *const views[R_VUES] = { "recoivent", "pas", "nouveaux", "partis" };

/* Rows of five or six columns, as items: id, prenom, nom, adresse, and NAMES. */
static void
say_items(struct req *r, struct rows *rows, const char *const *names, unsigned n)
{
	for (int64_t i = 0; db_next(rows, &r->mem); i++) {
		struct row *row = row_nth(r, "items", i);

		for (unsigned k = 0; k < n; k++)
			row_say(row, names[k], db_text(rows, k));
	}
}

static enum repetition
view_asked(struct req *r)
{
	enum repetition what = R_RECOIVENT;

	for (unsigned i = 0; i < R_VUES; i++)
		if (strcmp(param(r, "vue"), views[i]) == 0)
			what = (enum repetition) i;
	say(r, "Vue", views[what]);
	return what;
}

static int
rehearsal(struct req *r)
{
	static const char *const names[] = { "id", "prenom", "nom", "adresse", "raison" };
	static const char *const columns[] = { "Numéro Essaim", "Prénom", "Nom", "Adresse",
		"Raison" };
	int64_t here = pager_asked(r);
	struct repete p;
	struct lettre l;
	int refused = lettres_load(r, &l);
	enum repetition what = view_asked(r);

	if (refused != 0)
		return refused;
	title(r, "Répétition\u00A0: %s", text_cut(&r->mem, l.sujet, 100));
	if (!lettre_repete(r, l.id, &p)) {
		say(r, "Refus", p.gens.refus);
		return page(r, "lettres/repetition.cs");
	}
	if (table_asked(r))
		return table_reply(r, "Répétition", "lettre.repetition_export", l.id, columns, 5,
			lettre_repete_rows(r, &p, what, ALL, 0));
	lettre_repete_say(r, &p);
	say_list(r, "items");
	say_items(r, lettre_repete_rows(r, &p, what, PAR + 1, (here - 1) * PAR), names, 5);
	pager_more(r,
		arena_printf(
			&r->mem, "/lettres/%" PRId64 "/repetition?vue=%s&page=", l.id, views[what]),
		"items", PAR);
	return page(r, "lettres/repetition.cs");
}

/* Chiffres: what became of its copies, as one reads numbers. */
static void
say_figures(struct req *r)
{
	static const char *const names[] = { "total", "envoyes", "refuses", "rebonds", "plaintes",
		"desinscrits" };

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		say(r, arena_printf(&r->mem, "Chiffres.%s", names[i]),
			text_number(
				&r->mem, said_id(r, arena_printf(&r->mem, "lettre.%s", names[i]))));
	say(r, "Chiffres.annules", text_number(&r->mem, said_id(r, "Rapport.annules")));
}

static int
report(struct req *r)
{
	static const char *const names[] = { "id", "prenom", "nom", "adresse", "etat", "erreur" };
	static const char *const columns[] = { "Numéro Essaim", "Prénom", "Nom", "Adresse", "État",
		"Réponse du serveur" };
	int64_t here = pager_asked(r);
	struct lettre l;
	int refused = lettres_load(r, &l);

	if (refused != 0)
		return refused;
	if (*said(r, "lettre.commence_le") == '\0' && *said(r, "lettre.fini_le") == '\0')
		return not_found(r);
	if (table_asked(r))
		return table_reply(r, "Adresses en échec", "lettre.rapport_export", l.id, columns,
			6, rapport_failed(r, l.id, ALL, 0));
	rapport_say(r, l.id);
	say_figures(r);
	say_list(r, "items");
	say_items(r, rapport_failed(r, l.id, PAR + 1, (here - 1) * PAR), names, 6);
	pager_more(
		r, arena_printf(&r->mem, "/lettres/%" PRId64 "/rapport?page=", l.id), "items", PAR);
	title(r, "Rapport\u00A0: %s", text_cut(&r->mem, l.sujet, 100));
	return page(r, "lettres/rapport.cs");
}

const struct route lettres_rapport_routes[] = {
	{ GET, ":id/rapport", MEMBER, report, .formats = CSV | XLSX },
	{ GET, ":id/repetition", MEMBER, rehearsal, .formats = CSV | XLSX },
	{ 0 },
};
