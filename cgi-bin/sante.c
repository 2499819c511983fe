/* sante.c - health, for monitors: 200 or 503, JSON, no personal data */

#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "domain/crm/alarme.h"
#include "domain/service/controle.h"
#include "web/reply.h"
#include "web/route.h"

enum { SEEN_LATE = 5 * 60 }; /* of essaim-service, which looks each minute */

/* The states that the last look found, and whether anybody looks. */
static void
say_states(struct req *r)
{
	struct constat found[CONTROLES];
	time_t seen;
	int n = controle_read(r, found, &seen);

	for (int i = 0; i < n; i++)
		say(r, arena_printf(&r->mem, "controles.%s", found[i].cle),
			etat_mots[found[i].etat]);
	say(r, "etat", etat_mots[controle_worst(found, n)]);
	say(r, "surveillance",
		seen == 0                              ? "jamais" :
			clock_now() - seen > SEEN_LATE ? "en retard" :
							 "ok");
}

static int
sante_show(struct req *r)
{
	bool alive = db_alive();

	r->format = JSON;
	say(r, "base", alive ? "ok" : "absente");
	if (alive) {
		int64_t age = synchro_age(r);

		say_int(r, "synchro_age_s", age);
		say(r, "synchro", age < 0 ? "jamais" : age > SYNCHRO_LATE ? "en retard" : "ok");
		say_int(r, "courriels_en_attente",
			db_int(r,
				SQL("SELECT COUNT(*) FROM courriel WHERE etat IN ('pret', 'pris')"
				    " AND du_le < UTC_TIMESTAMP() - INTERVAL 15 MINUTE")));
		say_states(r);
	}
	page(r, "");
	return r->status = alive ? 200 : 503;
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, sante_show },
	{ 0 },
};

const struct area sante_area = { "sante", ROUTES(routes) };
