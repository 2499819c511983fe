/* creneau_lit.c - shifts as they stand: one, those of a day */

#include <stdlib.h>

#include "domain/agenda/creneau.h"
#include "domain/agenda/poste.h"

#define CRENEAU(mien) \
	"SELECT c.id, c.poste_id, p.evenement_id, p.titre, p.lieu, COALESCE(p.km, -1), c.jour," \
	" c.debut, c.fin, c.minimum, c.maximum, c.pris, c.etat, e.etat, " EXIGE \
	", COALESCE(x.libelle, NULLIF(p.valeur, ''), (SELECT t.nom FROM etiquette t" \
	" WHERE t.id = " SON_ETIQUETTE \
	"), (SELECT b.titre FROM public b WHERE b.id = p.public_id)," \
	" ''), p.age_min, p.habitue, e.repos_h," \
	" e.retrait_h, " mien " FROM creneau c JOIN poste p ON p.id = c.poste_id" \
	" JOIN evenement e ON e.id = p.evenement_id" \
	" LEFT JOIN champ_option x ON x.champ_id = p.champ_id AND x.valeur = p.valeur"

#define MIEN \
	"EXISTS (SELECT 1 FROM creneau_place h WHERE h.creneau_id = c.id AND h.contact_id = ?" \
	" AND h.etat = 'pris')"

static struct creneau
row(struct req *r, struct rows *rows)
{
	unsigned n = 0;
	struct creneau c = { 0 };

	c.id = db_num(rows, n++);
	c.poste = db_num(rows, n++);
	c.evenement = db_num(rows, n++);
	c.titre = arena_strdup(&r->mem, db_text(rows, n++));
	c.lieu = arena_strdup(&r->mem, db_text(rows, n++));
	c.km = db_num(rows, n++);
	c.jour = arena_strdup(&r->mem, db_text(rows, n++));
	c.debut = arena_strdup(&r->mem, db_text(rows, n++));
	c.fin = arena_strdup(&r->mem, db_text(rows, n++));
	c.minimum = db_num(rows, n++);
	c.maximum = db_num(rows, n++);
	c.pris = db_num(rows, n++);
	c.etat = arena_strdup(&r->mem, db_text(rows, n++));
	c.evenement_etat = arena_strdup(&r->mem, db_text(rows, n++));
	c.exige = arena_strdup(&r->mem, db_text(rows, n++));
	c.formation = arena_strdup(&r->mem, db_text(rows, n++));
	c.age_min = db_num(rows, n++);
	c.habitue = db_num(rows, n++) != 0;
	c.repos_h = db_num(rows, n++);
	c.retrait_h = db_num(rows, n++);
	c.mien = db_num(rows, n++) != 0;
	return c;
}

bool
creneau_read(struct req *r, int64_t id, struct creneau *c)
{
	struct rows *rows = db_rows(r, SQL(CRENEAU("0") " WHERE c.id = ?"), I(id));
	bool found = false;

	*c = (struct creneau) { .id = id, .etat = "annule", .evenement_etat = "annule" };
	while (db_next(rows, &r->mem)) {
		*c = row(r, rows);
		found = true;
	}
	return found;
}

/* Those of that day, by post: *N of them.  mien: the reader holds it. */
struct creneau *
creneaux_of(struct req *r, int64_t evenement_id, const char *jour, unsigned *n)
{
	struct creneau *all = arena_alloc(&r->mem, CRENEAUX_JOUR * sizeof *all);
	struct rows *rows = db_rows(r,
		SQL(CRENEAU(MIEN) " WHERE p.evenement_id = ? AND p.retire_le IS NULL"
				  " AND c.jour = ? AND c.etat <> 'annule' ORDER BY p.ordre,"
				  " p.titre, p.id, c.debut, c.id LIMIT ?"),
		I(r->user.id), I(evenement_id), S(jour), I(CRENEAUX_JOUR));

	for (*n = 0; db_next(rows, &r->mem); (*n)++)
		all[*n] = row(r, rows);
	return all;
}
