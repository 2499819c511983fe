/* reponse_lien.c - the links of mails that answer for a registration, without signing in */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/acces/acces.h"
#include "domain/agenda/reponse_lien.h"

/* The whole address below WAY, for one mail; DATE_ID 0: it answers for all dates to come. */
const char *
reponse_lien_new(struct req *r, const char *way, int64_t inscription_id, int64_t date_id)
{
	const char *cle = random_hex(&r->mem, LIEN_CLE);

	db_exec(r,
		SQL("INSERT INTO inscription_lien (empreinte, inscription_id, date_id, cree_le)"
		    " VALUES (?, ?, NULLIF(?, 0), ?)"),
		S(sha256_hex(&r->mem, cle, strlen(cle))), I(inscription_id), I(date_id),
		S(clock_sql(&r->mem, clock_now())));
	return arena_printf(&r->mem, "%s%s%s", conf.site_url, way, cle);
}

/* False: there is no such key, or she may no longer see the event, or it is gone. */
bool
reponse_lien_read(struct req *r, const char *cle, struct reponse_lien *l)
{
	*l = (struct reponse_lien) { 0 };
	if (strlen(cle) != LIEN_CLE * 2)
		return false;
	return db_read(r,
		SQL("SELECT i.id, i.evenement_id, COALESCE(k.date_id, 0),"
		    " COALESCE(i.contact_id, 0) FROM inscription_lien k"
		    " JOIN inscription i ON i.id = k.inscription_id"
		    " JOIN evenement e ON e.id = i.evenement_id AND e.supprime_le IS NULL"
		    " JOIN objet o ON o.id = e.id LEFT JOIN contact c ON c.id = i.contact_id"
		    " WHERE k.empreinte = ? AND (i.contact_id IS NULL OR (c.acces > 0"
		    " AND " SEEN_BY("o", "c.id") "))"),
		INTO(TO(&l->inscription), TO(&l->evenement), TO(&l->date), TO(&l->contact)),
		S(sha256_hex(&r->mem, cle, strlen(cle))));
}

/* Keys of what was over a month ago. */
void
reponse_lien_clean(struct req *r)
{
	db_exec(r,
		SQL("DELETE k FROM inscription_lien k JOIN inscription i"
		    " ON i.id = k.inscription_id"
		    " WHERE k.cree_le < UTC_TIMESTAMP() - INTERVAL 30 DAY"
		    " AND NOT EXISTS (SELECT 1 FROM evenement_date d"
		    " WHERE d.evenement_id = i.evenement_id"
		    " AND d.fin > UTC_TIMESTAMP() - INTERVAL 30 DAY)"));
}
