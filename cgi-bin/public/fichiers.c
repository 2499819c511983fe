/* fichiers.c - the files of an event that is open to all */

#include "domain/objets/fichier.h"
#include "net/store.h"
#include "public/public.h"
#include "web/reply.h"
#include "web/route.h"

static int
public_file(struct req *r)
{
	const char *empreinte, *nom, *type, *sain, *infecte;

	if (!db_read(r,
		    SQL("SELECT f.empreinte, f.nom, f.type, c.sain_le, c.infecte FROM fichier f"
			" JOIN fichier_contenu c ON c.empreinte = f.empreinte"
			" JOIN evenement e ON e.id = f.objet_id WHERE f.id = ? AND e.id = ?"
			" AND " OPEN_EVENT),
		    INTO(TO(&empreinte), TO(&nom), TO(&type), TO(&sain), TO(&infecte)),
		    I(caught_id(r, 1)), I(caught_id(r, 0))) ||
		*infecte != '\0')
		return not_found(r);
	if (*sain == '\0')
		return refuse(r, 503);
	return reply_stored(r, store_place(&r->mem, empreinte), type, nom, fichier_is_image(type));
}

enum { ANY = CSV | XLSX | ICS | ATOM };

const struct route public_fichiers_routes[] = {
	{ GET, "evenements/:id/fichiers/:fichier", PUBLIC, public_file },
	{ GET, "evenements/:id/fichiers/:fichier/:nom", PUBLIC, public_file, ANY },
	{ 0 },
};
