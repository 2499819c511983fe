/* fichiers.c - the files that people attached, for those who see what they are attached to */

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/objets/fichier.h"
#include "domain/socle/genre.h"
#include "net/store.h"
#include "web/reply.h"
#include "web/route.h"

struct demande {
	const char *empreinte, *nom, *type;
	int largeur; /* of its small copy; 0: none */
};

/* The file of the address, for who sees what it is attached to.  Those of what is
 * between people are as private as what was written there: not for who looks as somebody else. */
static int
load(struct req *r, struct demande *f)
{
	const char *sain, *infecte;

	if (!db_read(r,
		    SQL("SELECT f.empreinte, f.nom, f.type, c.sain_le, c.infecte,"
			" c.vignette_largeur FROM fichier f"
			" JOIN fichier_contenu c ON c.empreinte = f.empreinte"
			" JOIN objet o ON o.id = f.objet_id"
			" WHERE f.id = ? AND (? OR NOT FIND_IN_SET(o.genre, ?)) AND " SEES("o")),
		    INTO(TO(&f->empreinte), TO(&f->nom), TO(&f->type), TO(&sain), TO(&infecte),
			    TO(&f->largeur)),
		    I(caught_id(r, 0)), I(r->user.by == 0), S(genres_that(r, INTIME)), ME(r)))
		return not_found(r);
	if (*infecte != '\0')
		return not_found(r);
	return *sain == '\0' ? refuse(r, 503) : 0;
}

/* The name of the address is for the reader alone: the number says which file. */
static int
fichiers_show(struct req *r)
{
	struct demande f;
	int refused = load(r, &f);

	if (refused != 0)
		return refused;
	return reply_stored(
		r, store_place(&r->mem, f.empreinte), f.type, f.nom, fichier_is_image(f.type));
}

/* The small copy of a picture.  A browser may keep it, and asks each time whether it may still show
 * it: nginx answers 304 once the right is tested. */
static int
fichiers_small(struct req *r)
{
	struct demande f;
	int refused = load(r, &f);

	if (refused != 0)
		return refused;
	if (f.largeur == 0)
		return not_found(r);
	r->cache = "private, no-cache";
	return reply_stored(r, store_place(&r->mem, fichier_small_name(r, f.empreinte)),
		"image/webp", "vignette.webp", true);
}

enum { ANY = CSV | XLSX | ICS | ATOM };

static const struct route routes[] = {
	{ GET, ":id", PROSPECT, fichiers_show },
	{ GET, ":id/vignette", PROSPECT, fichiers_small },
	{ GET, ":id/:nom", PROSPECT, fichiers_show, ANY },
	{ 0 },
};

const struct area fichiers_area = { "fichiers", ROUTES(routes) };
