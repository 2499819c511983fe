/* venues.c - people of Paris who come to events, wait for a seat, leave */

#include <inttypes.h>

#include "venues.h"

int64_t lea, paul, awa;

/* Three more of Paris, who see what Coline publishes there. */
void
crowd(void)
{
	people();
	lea = t_person("Léa", "Petit", "lea@exemple.org", "confirme", "benevole");
	paul = t_person("Paul", "Bon", "paul@exemple.org", "confirme", "benevole");
	awa = t_person("Awa", "Diop", "awa@exemple.org", "confirme", "benevole");
	t_account(lea, "");
	t_account(paul, "");
	t_account(awa, "");
	t_member(paris, lea, "membre");
	t_member(paris, paul, "membre");
	t_member(paris, awa, "membre");
	t_settle(lea);
	t_settle(paul);
	t_settle(awa);
}

int
sends(int64_t who, int64_t id, const char *what, const char *body)
{
	as(who);
	return post(at("/agenda/%" PRId64 "/%s", id, what), body);
}

int
comes(int64_t who, int64_t id, const char *body)
{
	return sends(who, id, "inscription", body);
}

const char *
state(int64_t who, int64_t id, int n)
{
	return db_string(&t,
		SQL("SELECT p.etat FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " WHERE i.contact_id = ? AND p.date_id = ?"),
		I(who), I(date_of(id, n)));
}

/* The counters of every date say what its rows do. */
bool
counted(void)
{
	return db_int(&t,
		       SQL("SELECT COUNT(*) FROM evenement_date d"
			   " LEFT JOIN (SELECT date_id, SUM(CASE etat WHEN 'inscrit'"
			   " THEN 1 + invites WHEN 'attente' THEN offre ELSE 0 END) AS pris,"
			   " SUM(etat = 'attente') AS attente FROM place GROUP BY date_id) p"
			   " ON p.date_id = d.id WHERE d.pris <> COALESCE(p.pris, 0)"
			   " OR d.attente <> COALESCE(p.attente, 0)")) == 0;
}

int64_t
seats(int64_t id, const char *column)
{
	return db_int(&t,
		SQL("SELECT IF(? = 'pris', pris, attente) FROM evenement_date WHERE id = ?"),
		S(column), I(date_of(id, 0)));
}

/* What she was told last, and what organisers were. */
const char *
told(int64_t who, int64_t id)
{
	return db_string(&t,
		SQL("SELECT p.phrase FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " WHERE i.contact_id = ? AND p.date_id = ?"),
		I(who), I(date_of(id, 0)));
}

bool
organisers_read(const char *part)
{
	return db_int(&t,
		       SQL("SELECT COUNT(*) FROM notif_evenement WHERE phrase LIKE"
			   " CONCAT('%', ?, '%')"),
		       S(part)) > 0;
}
