/* service.c - looking at how the service is doing, in tests */

#include "base/clock.h"
#include "domain/service/alerte.h"
#include "domain/service/jour.h"
#include "domain/service/panne.h"
#include "service.h"

struct regard service_g;
struct constat service_found[CONTROLES];

/* Look now, at a site that answers. */
static void
look(void)
{
	service_g.now = clock_now();
	controle_look(&t, &service_g, service_found);
}

const struct constat *
service_find(const char *cle)
{
	service_g.sonde.status = service_g.sonde.status != 0 ? service_g.sonde.status : 200;
	look();
	for (int i = 0; i < CONTROLES; i++)
		if (strcmp(service_found[i].cle, cle) == 0)
			return &service_found[i];
	check(false);
	return &service_found[0];
}

void
service_run(const char *minutes_ago, const char *etat, const char *message)
{
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat, message)"
		    " SELECT 'suite', d.quand, d.quand, ?, ?"
		    " FROM (SELECT UTC_TIMESTAMP() - INTERVAL ? MINUTE AS quand) d"),
		S(etat), S(message), S(minutes_ago));
}

void
service_dump(const char *hours_ago, const char *erreur)
{
	db_exec(&t,
		SQL("INSERT INTO sauvegarde (nom, faite_le, duree_ms, lignes, octets, erreur)"
		    " VALUES ('d', UTC_TIMESTAMP() - INTERVAL ? HOUR, 1, 1200, 5000000, ?)"),
		S(hours_ago), S(erreur));
}

/* A look of essaim-service. */
void
service_minute(void)
{
	service_find("site");
	controle_store(&t, &service_g, service_found);
	panne_follow(&t, &service_g, service_found);
	jour_add(&t, service_g.now, service_g.sonde.status == 200, 1000);
	alerte_tell(&t, &service_g, service_found, 0);
}
