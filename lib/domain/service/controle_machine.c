/* controle_machine.c - the machine and what stands on it: disks, certificate, address, clock, base,
 * memory
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/service/controle.h"
#include "domain/service/disque.h"
#include "domain/service/jour.h"
#include "domain/service/mots.h"

enum {
	DAY = 86400,
	DISK_WARN = 85,
	DISK_BAD = 95,
	RENEWED = 30, /* days before its end, as certbot does */
	CERT_WARN = 21,
	CERT_BAD = 7,
	SKEW = 5,
	MEMORY_WARN = 10,
	MEMORY_BAD = 4
};

/* At this pace, so long. */
static const char *
room(struct req *r, int64_t days)
{
	if (days < 0)
		return "";
	if (days < 60)
		return arena_printf(&r->mem, ". À ce rythme, de la place pour %d jour%s",
			(int) days, days > 1 ? "s" : "");
	if (days > 3650)
		return ". À ce rythme, de la place pour des années";
	return arena_printf(&r->mem, ". À ce rythme, de la place pour %d mois", (int) (days / 30));
}

void
controle_disque(struct req *r, const struct regard *g, struct constat *c)
{
	struct disque d = disque_worst(r);
	int64_t days = jour_pace(r, g->now, d.free_bytes);

	c->mesure = d.used;
	c->phrase = arena_printf(
		&r->mem, "%d\u00A0%% utilisés%s", d.used, d.used >= 0 ? room(r, days) : "");
	c->faire = "Prévenir l’hébergeur, en lui donnant ce chiffre.";
	if (d.closed != NULL) {
		constat_bad(c, "Un dossier n’est plus inscriptible");
		c->phrase = arena_printf(
			&r->mem, "On ne peut plus écrire dans le dossier %s.", d.closed);
		c->suite = "Les pages restent servies, ce qui doit s’y écrire est perdu ou refusé.";
	} else if (d.used >= DISK_BAD) {
		constat_bad(c, "Le disque est presque plein");
		c->suite =
			"Bientôt rien ne pourra plus être écrit\u00A0: ni message, ni fichier, ni"
			" sauvegarde.";
	} else if (d.used >= DISK_WARN || (days >= 0 && days < 30)) {
		constat_warn(c, "Le disque se remplit");
	} else {
		c->faire = "";
	}
}

/* "janvier", of the day when a certificate that ends then is made anew. */
static const char *
renewal(struct req *r, time_t ends)
{
	int year, month, day;

	text_date(text_iso_at(&r->mem, ends - RENEWED * DAY), &year, &month, &day);
	return text_month(month);
}

void
controle_certificat(struct req *r, const struct regard *g, struct constat *c)
{
	time_t ends = g->sonde.expires;
	int64_t days = (ends - g->now) / DAY;
	const char *when =
		ends != 0 ? text_day_near(&r->mem, text_iso_at(&r->mem, ends), g->now) : "";

	c->mesure = ends != 0 ? days : 0;
	c->faire = "Prévenir l’hébergeur\u00A0: le renouvellement (certbot) échoue.";
	if (strncmp(conf.site_url, "https://", 8) != 0) {
		c->phrase = "Ce site n’en a pas\u00A0: il ne sert qu’à cette machine";
		c->faire = "";
	} else if (ends == 0) {
		constat_warn(c, "Le certificat n’a pas pu être lu");
		c->phrase = "Le site n’a pas montré de certificat.";
	} else if (ends < g->now) {
		constat_bad(c, "Le certificat du site est expiré");
		c->phrase = arena_printf(&r->mem, "Expiré depuis le %s.", when);
		c->suite = "Les navigateurs refusent d’ouvrir le site.";
	} else if (days < CERT_BAD) {
		constat_bad(c, "Le certificat n’est pas renouvelé");
		c->phrase = arena_printf(&r->mem,
			"Valable jusqu’au %s seulement\u00A0: il aurait dû se renouveler.", when);
		c->suite = "Passé ce jour, les navigateurs refuseront d’ouvrir le site.";
	} else if (days < CERT_WARN) {
		constat_warn(c, "Le renouvellement du certificat tarde");
		c->phrase = arena_printf(&r->mem, "Valable jusqu’au %s.", when);
	} else {
		c->phrase = arena_printf(&r->mem, "Valable jusqu’au %s, se renouvelle seul en %s",
			when, renewal(r, ends));
		c->faire = "";
	}
}

void
controle_site(struct req *r, const struct regard *g, struct constat *c)
{
	(void) r;
	c->mesure = g->sonde.status;
	c->phrase = "Le site répond";
	if (g->sonde.status == 200)
		return;
	constat_bad(c, "Le site ne répondait pas");
	c->phrase = g->sonde.status == 0 ?
		"Rien ne répond à l’adresse du site." :
		arena_printf(
			&r->mem, "L’adresse du site répond par une erreur (%ld).", g->sonde.status);
	c->suite = "Personne ne peut entrer.";
	c->faire = "Appeler l’hébergeur.";
}

/* Our clock beside that of the base: dates of both stand in one row. */
void
controle_horloge(struct req *r, const struct regard *g, struct constat *c)
{
	int64_t skew = db_int(r, SQL("SELECT TIMESTAMPDIFF(SECOND, ?, UTC_TIMESTAMP())"),
		S(clock_sql(&r->mem, clock_now())));
	int64_t back = db_int(r,
		SQL("SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, ?, vu_le)), 0) FROM service_etat"),
		S(clock_sql(&r->mem, g->now)));

	c->mesure = skew;
	c->phrase = "À l’heure";
	if (llabs(skew) <= SKEW && back <= 60)
		return;
	constat_bad(c, "L’horloge de la machine est fausse");
	c->phrase = back > 60 ?
		arena_printf(&r->mem, "Elle a reculé de %s.", mots_duree(&r->mem, back)) :
		arena_printf(&r->mem, "La base et le site ont %s d’écart.",
			mots_duree(&r->mem, llabs(skew)));
	c->suite =
		"Les rappels partent à la mauvaise heure et les codes à usage unique sont refusés.";
	c->faire = "Prévenir l’hébergeur\u00A0: la mise à l’heure (chrony, systemd-timesyncd) ne"
		   " marche plus.";
}

/* Is what was confirmed on the disk, should the power fail now? */
void
controle_base(struct req *r, const struct regard *g, struct constat *c)
{
	const char *version = db_string(r, SQL("SELECT REGEXP_SUBSTR(VERSION(), '^[0-9.]+')"));
	bool sure = db_int(r,
			    SQL("SELECT @@innodb_flush_log_at_trx_commit = 1"
				" AND (@@log_bin = 0 OR @@sync_binlog = 1)")) != 0;

	(void) g;
	c->phrase = arena_printf(
		&r->mem, "MariaDB %s, écritures %s", version, sure ? "sûres" : "pas encore sûres");
	if (sure)
		return;
	constat_warn(c, "La base peut perdre ce qu’elle a confirmé");
	c->suite = "Après une coupure de courant, les dernières secondes pourraient manquer.";
	c->faire = "Prévenir l’hébergeur\u00A0: il faut innodb_flush_log_at_trx_commit = 1, et"
		   " sync_binlog = 1 quand il y a un journal binaire.";
}

/* Per cent of the memory that is left; -1: it is not said here. */
static int
memory_left(void)
{
	FILE *f = fopen("/proc/meminfo", "re");
	char line[200];
	long long all = 0, left = -1;

	while (f != NULL && fgets(line, sizeof line, f) != NULL) {
		if (strncmp(line, "MemTotal:", 9) == 0)
			all = strtoll(line + 9, NULL, 10);
		if (strncmp(line, "MemAvailable:", 13) == 0)
			left = strtoll(line + 13, NULL, 10);
	}
	if (f != NULL)
		fclose(f);
	return all > 0 && left >= 0 ? (int) (left * 100 / all) : -1;
}

void
controle_memoire(struct req *r, const struct regard *g, struct constat *c)
{
	int left = memory_left();

	(void) g;
	c->mesure = left;
	c->phrase = left < 0 ? "Non mesurée ici" : arena_printf(&r->mem, "%d\u00A0%% libres", left);
	if (left < 0 || left >= MEMORY_WARN)
		return;
	(left < MEMORY_BAD ? constat_bad : constat_warn)(c, "La mémoire de la machine manque");
	c->suite = "Des programmes peuvent être arrêtés par le système.";
	c->faire = "Prévenir l’hébergeur.";
}
