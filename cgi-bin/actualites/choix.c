/* choix.c - the form of a news item: what it shows, and what it lets choose from */

#include <inttypes.h>
#include <string.h>

#include "actualites/actualites.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/local.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/objets/nommes.h"
#include "web/choices.h"
#include "web/form.h"

static bool
has_group(const struct actualite *a, int64_t groupe)
{
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->groupes[i] != 0; i++)
		if (a->groupes[i] == groupe)
			return true;
	return false;
}

static bool
has_type(const struct actualite *a, const char *type)
{
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->engagements[i] != NULL; i++)
		if (strcmp(a->engagements[i], type) == 0)
			return true;
	return false;
}

/* What was written last, in the fields. */
void
actualites_show(struct req *r, const struct actualite *a)
{
	struct buffer where = { &r->mem };

	form_value(r, "titre", a->titre);
	form_value(r, "chapeau", a->chapeau);
	form_value(r, "texte", a->texte);
	form_value(r, "image_alt", a->image_alt);
	form_value(r, "image_credit", a->image_credit);
	form_value(r, "commentaires", a->commentaires ? "1" : "");
	form_value(r, "reactions", a->reactions ? "1" : "");
	form_value(r, "une", a->une ? "1" : "");
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->departements[i] != NULL; i++) {
		buffer_puts(&where, i > 0 ? ", " : "");
		buffer_puts(&where, a->departements[i]);
	}
	form_value(r, "territoire", buffer_text(&where));
}

static void
offer(struct req *r, const char *list, int n, const char *valeur, const char *libelle, bool chosen)
{
	struct row *row = row_nth(r, list, n);

	row_say(row, "valeur", valeur);
	row_say(row, "libelle", libelle);
	if (chosen)
		row_say(row, "choisi", "1");
}

/* Whose news: the Siège's, and groups where she writes; more than fit a page are searched. */
static void
offer_owners(struct req *r, const struct actualite *a)
{
	bool everywhere = actualite_may_write(r, 0);
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre FROM objet o JOIN groupe g ON g.id = o.id"
		    " WHERE (o.id = ? OR (o.archive_le IS NULL AND g.type <> 'ensemble' AND"
		    " (? OR " DROIT_SUR("g.id") "))) AND " SEES("o") " ORDER BY o.titre"
								     " LIMIT 2000"),
		I(a->groupe), I(everywhere), I(r->user.id), S("actualites"), ME(r));
	int n = 0;

	if (everywhere)
		offer(r, "Proprietaires", n++, "", "Le Siège", a->groupe == 0);
	while (db_next(rows, &r->mem))
		offer(r, "Proprietaires", n++, db_text(rows, 0), db_text(rows, 1),
			db_num(rows, 0) == a->groupe);
	choices_cut(r, row_at(r, "Proprietaires"), row_at(r, "Form.groupe"), "cherche_groupe");
	say_int(r, "Partout", everywhere);
}

/* The groups that may be told: her own and those that are chosen, the others searched. */
static void
offer_groups(struct req *r, const struct actualite *a)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, " MINE(
			"o.id") " AS mien FROM objet o JOIN groupe g ON g.id = o.id"
				" WHERE o.archive_le IS NULL AND " SEES(
					"o") " ORDER BY mien DESC, o.titre LIMIT 2000"),
		I(r->user.id), ME(r));
	int near = 0, far = 0;

	while (db_next(rows, &r->mem)) {
		bool chosen = a->groupe == 0 && has_group(a, db_num(rows, 0));

		if (chosen || db_num(rows, 2) != 0)
			offer(r, "Groupes", near++, db_text(rows, 0), db_text(rows, 1), chosen);
		else
			offer(r, "Autres", far++, db_text(rows, 0), db_text(rows, 1), false);
	}
	choices_only_sought(r, row_at(r, "Autres"), row_at(r, "Form.autres"), "cherche_groupes");
}

static void
offer_words(
	struct req *r, const char *list, const char *const (*all)[2], unsigned n, const char *now)
{
	for (unsigned i = 0; i < n; i++)
		offer(r, list, (int) i, all[i][0], all[i][1], strcmp(all[i][0], now) == 0);
}

#define OFFER(list, all, now) offer_words(r, list, all, sizeof all / sizeof *all, now)

static void
offer_types(struct req *r, const struct actualite *a)
{
	struct rows *types = db_rows(r,
		SQL("SELECT cle, titre, pluriel FROM groupe_type WHERE retire_le IS NULL"
		    " AND cle <> 'ensemble' ORDER BY ordre, titre"));

	for (int n = 0; db_next(types, &r->mem); n++) {
		const char *cle = db_text(types, 0);

		offer(r, "Types", n, cle, db_text(types, 1), strcmp(cle, a->engagement) == 0);
		offer(r, "Engagements", n, cle, db_text(types, 2), has_type(a, cle));
	}
}

/* "Personnes": whom it shows, and those whom the search of the form finds. */
static void
offer_people(struct req *r, const struct actualite *a)
{
	const char *q = param(r, "portrait_q");
	struct nom nom;

	form_value(r, "portrait_q", q);
	db_list(r, "Personnes",
		SQL("SELECT c.id, c.prenom, c.nom, 1 AS choisi FROM contact c JOIN objet o"
		    " ON o.id = c.id WHERE c.id = ? AND " SEES("o")),
		I(a->portrait), ME(r));
	if (nom_lit(r, q, &nom))
		db_list(r, "Trouvees", SQL(NOMMES("c.acces > 0 AND " SEES("oc"))),
			NOMMES_DE(r, nom), ME(r));
}

/* What can be chosen, and what is. */
void
actualites_offer(struct req *r, const struct actualite *a)
{
	static const char *const sortes[][2] = {
		{ "actualite", "Actualité" },
		{ "portrait", "Portrait" },
		{ "merci", "Merci" },
		{ "victoire", "Victoire" },
	};
	static const char *const everywhere[][2] = {
		{ "benevoles", "Tous les bénévoles" },
		{ "tous", "Tout le monde, sympathisant-e-s compris" },
		{ "siege", "Le Siège" },
		{ "groupes", "Les membres de groupes choisis" },
		{ "engagements", "Des types d’engagement" },
	};
	static const char *const group[][2] = {
		{ "groupes", "Les membres du groupe" },
		{ "benevoles", "Tous les bénévoles\u00A0: elle arrive chez qui suit le groupe" },
		{ "tous", "Tout le monde, sympathisant-e-s compris" },
	};

	OFFER("Sortes", sortes, a->sorte);
	offer_owners(r, a);
	if (said_int(r, "Partout") != 0) {
		OFFER("Audiences", everywhere, a->audience);
		offer_groups(r, a);
	} else {
		OFFER("Audiences", group, a->audience);
	}
	offer_types(r, a);
	offer_people(r, a);
}
