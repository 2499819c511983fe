/* controle_crm.c - what comes from the CRM, what leaves by mail, what waits */

#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/crm/alarme.h"
#include "domain/service/controle.h"
#include "domain/service/mots.h"

enum { MAIL_LATE = 15 * 60 };

/* Since when HubSpot refuses the key, 0: it does not.  A refusal ends the run that met it. */
static time_t
key_refused(struct req *r)
{
	const char *since = db_string(r,
		SQL("SELECT (SELECT MIN(e.debut) FROM sync_tour e WHERE e.id >"
		    " COALESCE((SELECT MAX(f.id) FROM sync_tour f WHERE f.etat = 'fait'), 0))"
		    " FROM sync_tour t WHERE t.etat <> 'en_cours' ORDER BY t.id DESC LIMIT 1"));
	const char *last = db_string(r,
		SQL("SELECT message FROM sync_tour WHERE etat <> 'en_cours'"
		    " ORDER BY id DESC LIMIT 1"));

	if (since == NULL || last == NULL)
		return 0;
	return strstr(last, "status 401") != NULL || strstr(last, "status 403") != NULL ?
		clock_parse(since) :
		0;
}

static void
refused(struct req *r, const struct regard *g, time_t since, struct constat *c)
{
	const char *at = mots_depuis(&r->mem, since, g->now);
	const char *when = mots_moment(&r->mem, since, g->now);

	c->depuis = since;
	constat_bad(c, "HubSpot refuse la clé");
	c->phrase = arena_printf(&r->mem, "HubSpot refuse la clé depuis %s.", at);
	c->suite = arena_printf(&r->mem,
		"Les fiches datent donc de %s. Les accès restent ouverts comme %s\u00A0: une"
		" personne partie depuis peut encore entrer.",
		*when == 'l'                     ? "ce jour-là" :
			wall_at(since).hour < 12 ? "ce matin" :
						   "cet après-midi",
		when);
	c->faire = "Dans HubSpot, ouvrir Réglages, Intégrations, Applications privées.\n"
		   "Choisir «\u00A0Essaim\u00A0», puis «\u00A0Renouveler la clé\u00A0».\n"
		   "Coller la nouvelle clé ici. La reprise prend moins de 2 minutes, rien n’est"
		   " perdu.";
}

static void
late(struct req *r, const struct regard *g, time_t last, struct constat *c)
{
	c->depuis = last;
	constat_bad(c, "La synchronisation avec HubSpot est en retard");
	c->phrase = arena_printf(&r->mem, "Rien n’est arrivé de HubSpot depuis %s.",
		mots_depuis(&r->mem, last, g->now));
	c->suite = "Ce qui change là-bas ne se voit pas ici, et un accès fermé là-bas reste ouvert"
		   " ici.";
	c->faire = "Ouvrir la synchronisation\u00A0: la dernière lecture dit pourquoi.\n"
		   "Regarder si HubSpot répond par ailleurs\u00A0: s’il est en panne, attendre, la"
		   " reprise se fait seule.\n"
		   "Sinon, prévenir l’hébergeur\u00A0: le programme essaim-sync ne tourne plus.";
}

static void
well(struct req *r, const struct regard *g, time_t last, struct constat *c)
{
	int64_t here = db_int(r,
		SQL("SELECT COUNT(*) FROM contact WHERE retire_le IS NULL"
		    " AND hubspot_id IS NOT NULL"));
	int64_t more = db_int(r,
		SQL("SELECT COALESCE(MAX(CAST(valeur AS INT)), 0) FROM sync_etat"
		    " WHERE cle = 'ecart'"));
	int64_t waiting = db_int(r, SQL("SELECT COUNT(*) FROM sync_sortie WHERE etat = 'frein'"));

	c->phrase = more == 0 ?
		arena_printf(&r->mem, "À jour %s, %s personnes des deux côtés",
			text_when(&r->mem, last, g->now), text_number(&r->mem, here)) :
		arena_printf(&r->mem, "À jour %s, %s personnes ici, %s d’après HubSpot",
			text_when(&r->mem, last, g->now), text_number(&r->mem, here),
			text_number(&r->mem, here + more));
	if (waiting == 0)
		return;
	constat_warn(c,
		arena_printf(&r->mem, "%s départ%s votre accord", text_number(&r->mem, waiting),
			waiting > 1 ? "s attendent" : " attend"));
	c->suite = "Ces personnes peuvent encore entrer.";
	c->faire = "Ouvrir la page Synchronisation, relire la liste, puis répondre.";
	c->dit = true;
}

void
controle_synchro(struct req *r, const struct regard *g, struct constat *c)
{
	int64_t age = synchro_age(r);
	time_t since;

	c->mesure = age;
	if (conf.hubspot_url == NULL && age < 0)
		c->phrase = "Aucun CRM n’est relié";
	else if ((since = key_refused(r)) != 0)
		refused(r, g, since, c);
	else if (age < 0) {
		constat_warn(c, "HubSpot n’a encore jamais été lu jusqu’au bout");
		c->phrase = "La première lecture n’est pas finie.";
	} else if (age > SYNCHRO_LATE)
		late(r, g, g->now - (time_t) age, c);
	else
		well(r, g, g->now - (time_t) age, c);
}

/* So many mails ought to have left a quarter of an hour ago. */
static void
stuck(struct req *r, const struct regard *g, int64_t n, struct constat *c)
{
	const char *oldest =
		db_string(r, SQL("SELECT MIN(du_le) FROM courriel WHERE etat IN ('pret', 'pris')"));
	time_t since = oldest != NULL ? clock_parse(oldest) : g->now;

	c->depuis = since;
	constat_bad(c, "Des courriels ne partent pas");
	c->phrase = arena_printf(&r->mem, "%s courriel%s, le plus ancien depuis %s.",
		text_number(&r->mem, n), n > 1 ? "s attendent" : " attend",
		mots_depuis(&r->mem, since, g->now));
	c->suite = "Les liens de connexion, les rappels et les résumés n’arrivent plus. Aucun"
		   " n’est perdu\u00A0: ils partiront dès que possible.";
	c->faire = "Prévenir l’hébergeur\u00A0: le relais de courrier ne répond pas, ou le"
		   " programme essaim-mail ne tourne plus.";
}

void
controle_courriels(struct req *r, const struct regard *g, struct constat *c)
{
	const char *then = clock_sql(&r->mem, g->now - 86400);
	int64_t waits = db_int(r,
		SQL("SELECT COUNT(*) FROM courriel WHERE etat IN ('pret', 'pris') AND du_le < ?"),
		S(clock_sql(&r->mem, g->now - MAIL_LATE)));
	int64_t left = service_courriels(r, then);
	int64_t bad =
		db_int(r, SQL("SELECT COUNT(*) FROM adresse_erreur WHERE quand > ?"), S(then));

	c->mesure = waits;
	if (conf.smtp_url == NULL && waits == 0)
		c->phrase = "Aucun relais de courrier n’est relié";
	else if (waits > 0)
		stuck(r, g, waits, c);
	else
		c->phrase = arena_printf(&r->mem,
			"%s parti%s depuis hier, %s adresse%s refusée%s, aucun en retard",
			text_number(&r->mem, left), left > 1 ? "s" : "", text_number(&r->mem, bad),
			bad > 1 ? "s" : "", bad > 1 ? "s" : "");
}

/* Add "N WORDS" to what is late. */
static void
add(struct req *r, struct buffer *all, int64_t n, const char *one, const char *many)
{
	if (n > 0)
		buffer_puts(all,
			arena_printf(&r->mem, "%s%s %s", all->n > 0 ? ", " : "",
				text_number(&r->mem, n), n > 1 ? many : one));
}

void
controle_files(struct req *r, const struct regard *g, struct constat *c)
{
	struct buffer all = { &r->mem };
	const char *then = clock_sql(&r->mem, g->now - MAIL_LATE);
	const char *hour = clock_sql(&r->mem, g->now - 3600);
	int64_t lettres = db_int(r,
		SQL("SELECT COUNT(*) FROM lettre WHERE etat = 'programmee' AND du_le < ?"),
		S(then));
	int64_t notifs = db_int(r,
		SQL("SELECT COUNT(DISTINCT e.id) FROM notif_cible t"
		    " JOIN notif_evenement e ON e.id = t.evenement_id WHERE e.cree_le < ?"),
		S(then));
	int64_t fichiers = db_int(r,
		SQL("SELECT COUNT(*) FROM fichier_contenu WHERE (vignette_due OR (sain_le IS NULL"
		    " AND infecte = '')) AND cree_le < ? AND (? OR sain_le IS NOT NULL)"),
		S(hour), I(conf.clamav_socket != NULL));
	int64_t liens =
		db_int(r, SQL("SELECT COUNT(*) FROM demande_lien WHERE cree_le < ?"), S(then));

	c->mesure = lettres + notifs + fichiers + liens;
	add(r, &all, lettres, "lettre", "lettres");
	add(r, &all, notifs, "notification", "notifications");
	add(r, &all, fichiers, "fichier", "fichiers");
	add(r, &all, liens, "demande de connexion", "demandes de connexion");
	c->phrase = "Rien en retard\u00A0: lettres, notifications, fichiers";
	if (c->mesure == 0)
		return;
	constat_bad(c, "Du travail prend du retard");
	c->phrase = arena_printf(&r->mem, "En retard\u00A0: %s.", buffer_text(&all));
	c->suite = "Ce qui attend n’est pas perdu, et sera fait dès que possible.";
	c->faire = "Prévenir l’hébergeur\u00A0: un programme de fond (essaim-mail, essaim-index)"
		   " ne tourne plus.";
}
