/* reprise_groupes.c - groups of before: made where their type puts them, or below another */

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/groupe_etat.h"
#include "domain/reprise/reprise.h"

enum { NOM, TYPE, DESSUS, DESCRIPTION };

static const char *
make(struct req *r, struct reprise_ligne *l)
{
	const char *why = NULL, *titre = text_cut(&r->mem, text_line(&r->mem, l->cells[NOM]), 120);
	const char *type = db_string(r,
		SQL("SELECT cle FROM groupe_type WHERE titre = ? OR pluriel = ? OR cle = ?"
		    " LIMIT 1"),
		S(l->cells[TYPE]), S(l->cells[TYPE]), S(l->cells[TYPE]));
	int64_t above = 0, id;

	if (type == NULL)
		return arena_printf(&r->mem, "Il n’y a pas de type de groupe «\u00A0%s\u00A0».",
			l->cells[TYPE]);
	if (*l->cells[DESSUS] != '\0' && (above = reprise_groupe(r, l->cells[DESSUS], &why)) == 0)
		return why;
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM objet o JOIN groupe g ON g.id = o.id"
			" WHERE o.titre = ? AND g.type = ?"),
		    S(titre), S(type)))
		return NULL; /* it is there */
	id = groupe_make(r, type, titre, above, NULL);
	if (*l->cells[DESCRIPTION] != '\0') {
		db_exec(r, SQL("UPDATE groupe SET description = ? WHERE id = ?"),
			S(text_cut(&r->mem, l->cells[DESCRIPTION], 2000)), I(id));
		groupe_index(r, id);
	}
	l->cree[l->n++] = id;
	return NULL;
}

/* Groups are never thrown away: it is out of the lists. */
static void
take_back(struct req *r, int64_t id)
{
	groupe_archive(r, id, true);
}

const struct reprise_genre reprise_groupes = {
	"groupes",
	"Groupes",
	"un groupe",
	{ { "Nom", "Le nom du groupe", "Groupe local de Dijon", true },
		{ "Type", "Un type de l’administration, comme il s’y appelle", "Groupe local",
			true },
		{ "Au-dessus",
			"Le groupe dont il fait partie, par son nom. Vide\u00A0: là où son"
			" type le met",
			"" },
		{ "Description", "Ce que fait le groupe, en quelques phrases",
			"Nous agissons à Dijon et alentour." } },
	make,
	take_back,
};
