/* demo_groupes.c - for a demonstration instance: working groups, teams, promotions and the general
 * assembly, made by the same functions as the pages, with people whom the sync brought */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contacts/champ.h"
#include "domain/demo/demo_groupes.h"
#include "domain/groupes/groupe_etat.h"
#include "domain/groupes/membre.h"
#include "domain/socle/modele.h"

/* Where the members come from: those of a type of volunteering, or of the group above; one in PART,
 * the first of whom coordinates.  That of a working group or of a team gave it herself, as who
 * makes one does; the staff gave that of a promotion. */
static const struct demo {
	const char *type, *titre, *dans, *benevolat, *ouverture, *description;
	int part, of;
} demos[] = {
	{ "groupe_travail", "GT Banques et climat", NULL, "groupe_travail", "ouvert",
		"Suivre les financements des grandes banques françaises et préparer les"
		" interpellations.",
		0, 3 },
	{ "groupe_travail", "GT Justice fiscale", NULL, "groupe_travail", "ouvert",
		"Comprendre, expliquer et défendre une fiscalité plus juste.", 1, 3 },
	{ "groupe_travail", "GT Accueil des nouvelles personnes", NULL, "groupe_travail", "ferme",
		"Préparer l’accueil dans tous les groupes.", 2, 3 },
	{ "equipe", "Les Semelles de vent", "Trailwalker Avallon 2026", NULL, "ferme", "", 0, 12 },
	{ "equipe", "Cent bornes et des pâquerettes", "Trailwalker Avallon 2026", NULL, "ferme", "",
		1, 12 },
	{ "equipe", "Les Ampoules heureuses", "Trailwalker Avallon 2026", NULL, "ferme", "", 2,
		12 },
	{ "equipe", "Marche ou rêve", "Trailwalker Dieppe 2026", NULL, "ferme", "", 0, 12 },
	{ "equipe", "Équipe plaidoyer de Paris", "Groupe local de Paris", NULL, "ferme",
		"Rencontrer les élu-e-s parisien-ne-s.", 0, 12 },
	{ "promotion", "Promotion 2024-2025", "Programme jeunes", NULL, "ferme", "", 0, 3 },
	{ "promotion", "Promotion 2025-2026", "Programme jeunes", NULL, "ferme", "", 1, 3 },
	{ "promotion", "Promotion 2026-2027", "Programme jeunes", NULL, "ferme", "", 2, 3 },
	{ "instance", "Assemblée générale", NULL, "adherent", "ferme",
		"Les personnes à jour de cotisation, qui votent à l’assemblée générale.", 0, 1 },
};

static int64_t
group_of(struct req *r, const char *titre)
{
	return titre == NULL ? 0 :
			       db_int(r,
				       SQL("SELECT o.id FROM groupe g JOIN objet o ON o.id = g.id"
					   " WHERE o.titre = ? AND g.type <> 'ensemble' LIMIT 1"),
				       S(titre));
}

/* An administrator, or 0. */
static int64_t
staff_of(struct req *r)
{
	return db_int(r,
		SQL("SELECT MIN(c.id) FROM compte co JOIN contact c ON c.id = co.contact_id"
		    " AND c.acces = 3 WHERE co.role = 'admin'"));
}

static void
fill(struct req *r, const struct demo *d, int64_t id, int64_t above)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT c.id FROM contact c WHERE c.acces = 2 AND MOD(c.id, ?) = ? AND (EXISTS"
		    " (SELECT 1 FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id AND f.cle = 'types_benevolat'"
		    " WHERE v.contact_id = c.id AND v.valeur = ?)"
		    " OR EXISTS (SELECT 1 FROM membre m WHERE m.contact_id = c.id"
		    " AND m.groupe_id = ? AND m.fin IS NULL))"
		    " ORDER BY c.id LIMIT 120"),
		I(d->of), I(d->part), S(d->benevolat != NULL ? d->benevolat : ""), I(above));

	for (int n = 0; db_next(rows, &r->mem); n++) {
		bool coordinates = n == 0 && strcmp(d->type, "instance") != 0;

		r->user.id = coordinates && strcmp(d->type, "promotion") == 0 ? staff_of(r) : 0;
		r->user.level = r->user.id != 0 ? STAFF : 0;
		membre_add(r, id, db_num(rows, 0), coordinates ? "coordination" : "membre");
	}
	r->user.id = 0;
	r->user.level = 0;
}

/* The town and département where most members of a local group or a shop live. */
static void
place(struct req *r)
{
	db_exec(r,
		SQL("UPDATE groupe g JOIN (SELECT m.groupe_id, c.ville,"
		    " IF(c.code_postal LIKE '97%', LEFT(c.code_postal, 3),"
		    " LEFT(c.code_postal, 2)) AS dep, ROW_NUMBER() OVER (PARTITION BY m.groupe_id"
		    " ORDER BY INSTR(o.titre, c.ville) > 0 DESC, COUNT(*) DESC, c.ville) AS rang"
		    " FROM membre m JOIN objet o ON o.id = m.groupe_id"
		    " JOIN contact c ON c.id = m.contact_id AND c.code_postal REGEXP '^[0-9]{5}$'"
		    " WHERE m.fin IS NULL"
		    " AND c.ville <> '' GROUP BY m.groupe_id, c.ville, dep) p ON p.groupe_id = g.id"
		    " AND p.rang = 1 SET g.ville = LEFT(p.ville, 120), g.departement = p.dep"
		    " WHERE g.type IN ('groupe_local', 'magasin') AND g.ville = ''"));
}

/* Make those that are not there yet.  How many. */
int
demo_groups(struct req *r)
{
	int made = 0;

	place(r);
	for (size_t i = 0; i < sizeof demos / sizeof *demos; i++) {
		const struct demo *d = &demos[i];
		int64_t above = group_of(r, d->dans), id;

		if (group_of(r, d->titre) != 0 || (d->dans != NULL && above == 0))
			continue;
		id = groupe_make(r, d->type, d->titre, above, d->ouverture);
		db_exec(r, SQL("UPDATE groupe SET description = ? WHERE id = ?"), S(d->description),
			I(id));
		fill(r, d, id, above);
		made++;
	}
	modele_changed(r);
	return made;
}
