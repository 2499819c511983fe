/* bonjour.c - what a greeting is, and what becomes of it */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/contacts/parcours.h"
#include "domain/notifications/notif.h"
#include "domain/objets/ecrit.h"
#include "domain/socle/genre.h"
#include "domain/socle/paroles.h"

static void
bonjour_index(struct req *r, int64_t id)
{
	struct rows *b = db_rows(r,
		SQL("SELECT o.titre, b.texte FROM bonjour b JOIN objet o ON o.id = b.id"
		    " WHERE b.id = ?"),
		I(id));

	while (db_next(b, &r->mem))
		ecrit_index(r, id, db_text(b, 0), db_text(b, 1));
}

static void
bonjour_delete(struct req *r, int64_t id)
{
	db_exec(r, SQL("UPDATE bonjour SET texte = '' WHERE id = ?"), I(id));
	ecrit_forget(r, id);
}

static void
bonjour_forget(struct req *r, int64_t contact_id)
{
	struct rows *b = db_rows(r,
		SQL("SELECT b.id FROM bonjour b JOIN objet o ON o.id = b.id WHERE o.cree_par = ?"),
		I(contact_id));

	while (db_next(b, &r->mem))
		bonjour_delete(r, db_num(b, 0));
}

static void
bonjour_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, bonjour, id, texte, bonjour_index);
}

static void
bonjour_data(struct req *r, int64_t contact_id)
{
	db_list(r, "bonjours",
		SQL("SELECT b.id, o.titre, b.texte, o.cree_le FROM bonjour b"
		    " JOIN objet o ON o.id = b.id WHERE o.cree_par = ?"),
		I(contact_id));
}

static void
bonjour_steps(struct req *r, const struct personne *p, struct etapes *e)
{
	struct rows *b = db_rows(r,
		SQL("SELECT o.cree_le, o.titre, b.id FROM bonjour b JOIN objet o ON o.id = b.id"
		    " WHERE o.cree_par = ? AND " SEES("o") " LIMIT 100"),
		I(p->id), ME(r));

	while (db_next(b, &r->mem))
		parcours_add(r, e,
			(struct etape) { db_text(b, 0), "bonjour", "", "A dit", db_text(b, 1), "",
				arena_printf(&r->mem, "/bonjour/%" PRId64, db_num(b, 2)) });
}

static struct rows *
bonjour_rows(struct req *r)
{
	return db_stream(r,
		SQL("SELECT b.id, o.titre, b.texte FROM bonjour b JOIN objet o ON o.id = b.id"
		    " ORDER BY b.id"));
}

static const struct annonce annonces[] = {
	{ "bonjour", "Un bonjour dans vos groupes", PAR_SITE, PROSPECT,
		.plusieurs = "bonjours dans", .icone = "smile" },
	{ 0 },
};

const struct genre bonjour_genre = {
	"bonjour",
	"Bonjour",
	"Bonjours",
	"smile",
	"/bonjour",
	NULL,
	CHERCHE | ECRIT | DISCUTE | SIGNALE | ETIQUETE,
	.annonces = annonces,
	.indexe = bonjour_index,
	.retire = bonjour_delete,
	.efface = bonjour_forget,
	.nomme = bonjour_unname,
	.donnees = bonjour_data,
	.etapes = bonjour_steps,
	.lignes = bonjour_rows,
};
