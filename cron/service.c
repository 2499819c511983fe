/* service.c - essaim-service: look how everything is doing, write it down, tell what changed
 *
 * Run each minute.  Without a base nothing can be written there: it is said on standard error and
 * to syslog, kept in a file, and told by the first look that finds a base again.
 *
 * Exit status: 0 done, whatever was found; 1 no base, or a failure; 2 configuration.
 */

#include <stdio.h>
#include <syslog.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/options.h"
#include "base/template.h"
#include "db/db.h"
#include "db/lock.h"
#include "domain/service/alerte.h"
#include "domain/service/cle_crm.h"
#include "domain/service/controle.h"
#include "domain/service/disque.h"
#include "domain/service/jour.h"
#include "domain/service/panne.h"

enum { WAIT_S = 20 }; /* for the same job of another machine, whose counts are its own */

static enum etat
work(struct req *r)
{
	struct regard g = controle_regard();
	struct constat found[CONTROLES];
	time_t lost = 0;
	bool back;

	controle_look(r, &g, found);
	db_begin(false);
	controle_store(r, &g, found);
	panne_follow(r, &g, found);
	jour_add(r, g.now, g.sonde.status == 200, disque_worst(r).free_bytes);
	back = panne_base_back(r, g.now, &lost);
	alerte_tell(r, &g, found, lost);
	db_commit();
	jour_taken(r);
	if (back)
		panne_base_told();
	cle_crm_try(r);
	return controle_worst(found, CONTROLES);
}

/* What stopped it, where somebody reads it. */
static int
failed(void)
{
	fprintf(stderr, "essaim-service: %s\n", fault_message);
	openlog("essaim-service", LOG_PID, LOG_DAEMON);
	syslog(LOG_CRIT, "%s: %s", conf.site_url, fault_message);
	closelog();
	if (fault_kind != FAULT_BUG)
		panne_base_lost(clock_now());
	return 1;
}

int
main(int argc, char **argv)
{
	static const struct choice known[] = { { 0 } };
	static struct req r;
	jmp_buf here;

	options_read(argc, argv, known, 0, "usage: essaim-service\n");
	conf_load();
	req_init(&r);
	fault_catcher = &here;
	if (setjmp(here) != 0) {
		fault_catcher = NULL;
		return failed();
	}
	if (!lock_take(&r, "service", WAIT_S))
		printf("service: another one is at work\n");
	else
		printf("service: %s\n", etat_mots[work(&r)]);
	fault_catcher = NULL;
	db_close();
	arena_reset(&r.mem);
	template_forget();
	return 0;
}
