/* visiteur.c - people without an account who come to an event: their links, their confirmation */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/agenda/visiteur.h"

static const char *
digest(struct req *r, const char *cle)
{
	return sha256_hex(&r->mem, cle, strlen(cle));
}

const char *
visiteur_lien(struct req *r, int64_t inscription_id)
{
	const char *cle = random_hex(&r->mem, VISITEUR_CLE);

	db_exec(r,
		SQL("INSERT INTO inscription_lien (empreinte, inscription_id, cree_le)"
		    " VALUES (?, ?, ?)"),
		S(digest(r, cle)), I(inscription_id), S(clock_sql(&r->mem, clock_now())));
	return arena_printf(&r->mem, "%s/public/inscriptions/%s", conf.site_url, cle);
}

int64_t
visiteur_inscription(struct req *r, const char *cle)
{
	if (strlen(cle) != VISITEUR_CLE * 2)
		return 0;
	return db_int(r, SQL("SELECT inscription_id FROM inscription_lien WHERE empreinte = ?"),
		S(digest(r, cle)));
}
