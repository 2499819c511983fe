/* synchro.c - how the sync with the CRM is doing */

#include "admin/admin.h"
#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "web/reply.h"

enum { LATE = 15 * 60 };

static void
say_state(struct req *r)
{
	const char *last = db_string(r, SQL("SELECT MAX(fin) FROM sync_tour WHERE etat = 'fait'"));
	const char *left =
		db_string(r, SQL("SELECT valeur FROM sync_etat WHERE cle = 'appels_restants'"));
	time_t then = last != NULL ? clock_parse(last) : 0;

	if (then != 0)
		say(r, "sync.age", text_when(&r->mem, then, clock_now()));
	if (clock_now() - then > LATE)
		say(r, "sync.alerte",
			then == 0 ?
				"HubSpot n’a encore jamais été lu jusqu’au bout." :
				"Rien n’est arrivé de HubSpot depuis plus de 15 minutes. Le message de la dernière lecture dit pourquoi.");
	if (left != NULL)
		say(r, "sync.appels_restants", left);
	say_int(r, "sync.contacts",
		db_int(r, SQL("SELECT COUNT(*) FROM contact WHERE retire_le IS NULL")));
	say_int(r, "sync.erreurs",
		db_int(r,
			SQL("SELECT COUNT(*) FROM sync_tour WHERE etat = 'echec'"
			    " AND debut > UTC_TIMESTAMP() - INTERVAL 1 DAY")));
}

int
admin_synchro(struct req *r)
{
	say_state(r);
	db_list(r, "tours",
		SQL("SELECT debut, IF(genre = 'complet', 'Complète', 'Suite') AS genre, etat, nb_vus AS vus, nb_crees AS crees,"
		    " nb_modifies AS `modifies`, nb_retires AS retires, nb_appels AS appels,"
		    " TIMESTAMPDIFF(MICROSECOND, debut, fin) DIV 1000 AS ms, message"
		    " FROM sync_tour ORDER BY id DESC LIMIT 15"));
	for (HDF *t = hdf_get_obj(r->hdf, "tours.0"); t != NULL; t = hdf_obj_next(t))
		hdf_say(t, "debut",
			text_moment(&r->mem, clock_parse(hdf_get_value(t, "debut", ""))));
	title(r, "Synchronisation");
	return page(r, "admin/synchro.cs");
}
