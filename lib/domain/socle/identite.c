/* identite.c - is this the site, or a copy of it that was restored somewhere? */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/socle/identite.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

/* Where this serves; another port is the same place. */
static const char *
here(struct req *r)
{
	const char *host = strstr(conf.site_url, "://") + 3,
		   *machine = conf_file_text("/etc/machine-id"),
		   *text = arena_printf(&r->mem, "%.*s %s %s", (int) strcspn(host, ":/"), host,
			   machine != NULL ? machine : "", conf.db_name);

	return sha256_hex(&r->mem, text, strlen(text));
}

/* Does the site serve from several machines, and is this one of them? */
static bool
among(const char *list, const char *one)
{
	return strstr(list, one) != NULL; /* digests of one length, each apart */
}

/* Must this write to nobody?  A base that bears no identity yet is the site, and bears it from then
 * on (never in a GET). */
bool
site_muet(struct req *r)
{
	const char *is = reglage(r, "site.identite", "");
	bool own;

	if (*is != '\0' || r->read_only)
		return *is != '\0' && !among(is, here(r));
	own = db_begin_own();
	reglage_set(r, "site.identite", here(r));
	db_commit_own(own);
	return false;
}

/* This machine serves the same base as those that do already: JOINED, unless it did, or the base
 * is a copy, from which nothing must leave that the site may have sent (site_resume()). */
int
site_join(struct req *r)
{
	const char *is = reglage(r, "site.identite", "");
	bool own;

	if (!site_muet(r))
		return JOINED_BEFORE;
	if (strcmp(is, IDENTITE_COPIE) == 0)
		return JOIN_COPY;
	own = db_begin_own();
	reglage_set(r, "site.identite", arena_printf(&r->mem, "%s %s", is, here(r)));
	journal(r, "site.machine", 0, NULL, NULL);
	db_commit_own(own);
	return JOINED;
}

/* This is the site from now on.  What waited to leave when it was copied has left from there, or
 * not: it does not leave from here.  False: it was the site already. */
bool
site_resume(struct req *r)
{
	bool own;

	if (!site_muet(r))
		return false;
	own = db_begin_own();
	reglage_set(r, "site.identite", here(r));
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'annule', erreur = 'before the restoration',"
		    " pris_jusqu_a = NULL WHERE etat IN ('pret', 'pris')"));
	db_exec(r, SQL("DELETE FROM notif_cible"));
	db_exec(r, SQL("UPDATE notif SET courriel = 0 WHERE courriel = 1"));
	db_exec(r, SQL("UPDATE notif SET resume = 0 WHERE resume = 1"));
	db_exec(r, SQL("DELETE FROM evenement_avis"));
	db_exec(r,
		SQL("UPDATE lettre SET retenue = 'Le site a été restauré d’une sauvegarde\u00A0: la"
		    " lettre est peut-être déjà partie.',"
		    " du_le = IF(etat = 'programmee', NULL, du_le),"
		    " etat = IF(etat = 'programmee', 'brouillon', 'pause')"
		    " WHERE etat IN ('programmee', 'en_cours')"));
	journal(r, "site.reprise", 0, NULL, NULL);
	db_commit_own(own);
	return true;
}
