/* cle_crm.c - a new key for the CRM, tried before it is believed; no log, base or journal holds it
 */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/json.h"
#include "domain/service/cle_crm.h"
#include "domain/socle/journal.h"
#include "net/http.h"
#include "net/hubspot.h"

enum { SHORT = 20, LONG = 200, PATIENCE = 10 * 60 };

/* Where it waits: beside the key that it is to replace. */
static const char *
beside(struct req *r)
{
	return arena_printf(&r->mem, "%s.essai", conf.hubspot_token_file);
}

static bool
may_write(struct req *r)
{
	const char *path = conf.hubspot_token_file, *slash = strrchr(path, '/');

	return access(path, W_OK) == 0 &&
		access(slash != NULL ?
				arena_printf(&r->mem, "%.*s", (int) (slash - path + 1), path) :
				".",
			W_OK) == 0;
}

static bool
write_whole(const char *path, const char *text)
{
	size_t n = strlen(text);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool ok = fd >= 0 && write(fd, text, n) == (ssize_t) n && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

static void
note(struct req *r, const char *etat)
{
	db_exec(r, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('service.cle_essai', ?)"),
		S(json_made(&r->mem, JS("le", clock_sql(&r->mem, clock_now())), JS("etat", etat))));
	journal(r, "service.cle", 0, NULL, json_made(&r->mem, JS("etat", etat)));
}

/* Put KEY where it will be tried.  NULL, or why not.  In a transaction. */
const char *
cle_crm_ask(struct req *r, const char *key)
{
	size_t n = strlen(key);
	const char *fresh;

	if (conf.hubspot_url == NULL || conf.hubspot_token_file == NULL)
		return "Aucun HubSpot n’est relié à cet espace.";
	if (n < SHORT || n > LONG ||
		strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") !=
			n)
		return "Ce n’est pas une clé de HubSpot\u00A0: elle commence par «\u00A0pat-\u00A0»"
		       " et n’a pas d’espace.";
	if (!may_write(r))
		return "La clé est gardée par l’hébergeur, dans un fichier que l’espace ne peut pas"
		       " changer\u00A0: transmettez-la-lui par téléphone.";
	fresh = arena_printf(&r->mem, "%s.%s", beside(r), random_hex(&r->mem, 8));
	if (!write_whole(fresh, key) || rename(fresh, beside(r)) != 0) {
		unlink(fresh);
		return "La clé n’a pas pu être écrite\u00A0: le disque est plein, ou fermé."
		       " Prévenez l’hébergeur.";
	}
	note(r, "essai");
	return NULL;
}

/* Is one waiting to be tried? */
bool
cle_crm_waits(struct req *r)
{
	return conf.hubspot_token_file != NULL && access(beside(r), F_OK) == 0;
}

/* What the CRM says of KEY: may it read contacts? */
static const char *
tried(struct req *r, const char *key)
{
	long status;

	http_begin(arena_printf(&r->mem, "%s" HUBSPOT_CONTACTS "?limit=1", conf.hubspot_url), key,
		NULL);
	status = http_end(r)->status;
	return status == 200 ? "bonne" : status == 401 || status == 403 ? "refusee" : NULL;
}

/* KEY is the CRM's from now on.  What is written is the one that was tried, whatever waits now. */
static void
take(struct req *r, const char *key)
{
	const char *fresh =
		arena_printf(&r->mem, "%s.%s", conf.hubspot_token_file, random_hex(&r->mem, 8));

	if (!write_whole(fresh, key) || rename(fresh, conf.hubspot_token_file) != 0) {
		unlink(fresh);
		fault("%s: the new key could not take the place of the old one",
			conf.hubspot_token_file);
	}
}

/* Try the key that waits, if one does: it takes the place of the old one, or goes.  A CRM that does
 * not answer is asked again for a while. */
void
cle_crm_try(struct req *r)
{
	struct stat st;
	const char *key, *etat, *now;
	bool own;

	if (conf.hubspot_url == NULL || conf.hubspot_token_file == NULL ||
		stat(beside(r), &st) != 0 || (key = conf_file_text(beside(r))) == NULL)
		return;
	etat = tried(r, key);
	if (etat == NULL && clock_now() - st.st_mtime < PATIENCE)
		return;
	if (etat != NULL && strcmp(etat, "bonne") == 0)
		take(r, key);
	now = conf_file_text(beside(r));
	if (now != NULL && strcmp(now, key) == 0) /* else another one was given meanwhile */
		unlink(beside(r));
	own = db_begin_own();
	note(r, etat != NULL ? etat : "sans_reponse");
	db_commit_own(own);
}
