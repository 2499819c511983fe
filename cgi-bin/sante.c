/* sante.c - health, for monitors: 200 or 503, JSON, no personal data */

#include "db/db.h"
#include "web/reply.h"
#include "web/route.h"

enum { LATE = 15 * 60 }; /* seconds without a good sync before it is worth an alarm */

static int
sante_show(struct req *r)
{
	bool alive = db_alive();

	r->format = JSON;
	say(r, "base", alive ? "ok" : "absente");
	if (alive) {
		int64_t age = db_int(r,
			SQL("SELECT COALESCE(TIMESTAMPDIFF(SECOND, MAX(fin), UTC_TIMESTAMP()), -1)"
			    " FROM sync_tour WHERE etat = 'fait'"));

		say_int(r, "synchro_age_s", age);
		say(r, "synchro", age < 0 ? "jamais" : age > LATE ? "en retard" : "ok");
		say_int(r, "courriels_en_attente",
			db_int(r,
				SQL("SELECT COUNT(*) FROM courriel WHERE etat IN ('pret', 'pris')"
				    " AND du_le < UTC_TIMESTAMP() - INTERVAL 15 MINUTE")));
	}
	page(r, "");
	return r->status = alive ? 200 : 503;
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, sante_show },
	{ 0 },
};

const struct area sante_area = { "sante", ROUTES(routes) };
