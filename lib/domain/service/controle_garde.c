/* controle_garde.c - the dump of the night, the chain of the journal, how fast pages come */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/service/controle.h"
#include "domain/service/jour.h"
#include "domain/service/mots.h"

enum { DUMP_LATE = 26 * 3600, YOUNG = 2, JOURNAL_LATE = 3 * 86400, FEW = 20, SLOW_MS = 2000 };

/* No dump, or none that can be relied upon: a site of yesterday has had no night yet. */
static void
no_dump(struct req *r, struct constat *c)
{
	bool young = db_int(r, SQL("SELECT COUNT(*) FROM service_jour")) <= YOUNG;

	c->phrase = conf.dump_folder == NULL ? "Aucun dossier de sauvegarde n’est réglé." :
					       "Il n’y en a pas encore.";
	(young ? constat_warn : constat_bad)(c, "Aucune sauvegarde");
	c->suite = "Ce qui serait perdu ne pourrait pas être rendu.";
	c->faire = "Prévenir l’hébergeur\u00A0: essaim-dump doit tourner chaque nuit"
		   " (dump.folder).";
}

static void
bad_dump(struct req *r, const struct regard *g, time_t then, const char *wrong, struct constat *c)
{
	bool wrong_one = *wrong != '\0';

	constat_bad(c,
		wrong_one ? "La sauvegarde de cette nuit est à regarder" :
			    "La sauvegarde de cette nuit n’a pas été faite");
	c->dit = wrong_one; /* essaim-dump has said it */
	c->phrase = wrong_one ? wrong :
				arena_printf(&r->mem, "La dernière est de %s.",
					text_inside(&r->mem, text_when(&r->mem, then, g->now)));
	c->suite = "Les sauvegardes d’avant sont toujours là.";
	c->faire = wrong_one ?
		"Demander à l’hébergeur de la vérifier\u00A0: «\u00A0essaim-dump --verify\u00A0»"
		" dit ce qui ne va pas." :
		"Prévenir l’hébergeur\u00A0: essaim-dump n’a pas tourné, ou sa place est pleine.";
}

void
controle_sauvegarde(struct req *r, const struct regard *g, struct constat *c)
{
	const char *le, *wrong;
	int64_t rows, bytes;
	time_t then;

	if (!db_read(r,
		    SQL("SELECT faite_le, erreur, lignes, octets FROM sauvegarde"
			" ORDER BY id DESC LIMIT 1"),
		    INTO(TO(&le), TO(&wrong), TO(&rows), TO(&bytes)))) {
		no_dump(r, c);
		return;
	}
	then = clock_parse(le);
	c->mesure = g->now - then;
	if (*wrong != '\0' || g->now - then > DUMP_LATE) {
		bad_dump(r, g, then, wrong, c);
		return;
	}
	c->phrase = arena_printf(&r->mem, "Faite et relue %s\u00A0: %s lignes, %s",
		mots_moment(&r->mem, then, g->now), text_number(&r->mem, rows),
		mots_octets(&r->mem, bytes));
	controle_essai(r, g, c);
}

/* What the last verification of the chain left (reglage journal_verifie). */
void
controle_journal(struct req *r, const struct regard *g, struct constat *c)
{
	const char *text =
		db_string(r, SQL("SELECT valeur FROM reglage WHERE cle = 'journal_verifie'"));
	json_object *o = text != NULL ? json_whole(&r->mem, text, strlen(text)) : NULL;
	const char *le = o != NULL ? json_text(o, "le") : NULL;
	json_object *faux = o != NULL ? json_member(o, "faux") : NULL;
	time_t then = le != NULL ? clock_parse(le) : 0;

	c->mesure = faux != NULL ? json_object_get_int64(faux) : 0;
	if (then == 0) {
		c->phrase = "Chaîne pas encore vérifiée\u00A0: elle l’est chaque nuit";
	} else if (c->mesure != 0) {
		constat_bad(c, "Le journal a été retouché");
		c->phrase = arena_printf(&r->mem,
			"La chaîne, vérifiée %s, ne tient pas\u00A0: une ligne a été changée ou"
			" retirée hors de l’application.",
			mots_moment(&r->mem, then, g->now));
		c->suite = "Ce que dit le journal depuis cette ligne n’est plus une preuve.";
		c->faire =
			"Ne rien effacer. Prévenir l’hébergeur et la personne chargée de la"
			" protection des données.\nOuvrir le journal\u00A0: il dit à quelle ligne"
			" la chaîne se rompt.";
	} else if (g->now - then > JOURNAL_LATE) {
		constat_warn(c, "Le journal n’est plus vérifié");
		c->phrase = arena_printf(&r->mem, "Dernière vérification\u00A0: %s.",
			text_when(&r->mem, then, g->now));
		c->faire = "Prévenir l’hébergeur\u00A0: la vérification de la nuit n’a pas tourné.";
	} else {
		c->phrase = arena_printf(&r->mem, "Chaîne vérifiée %s, aucune retouche",
			mots_moment(&r->mem, then, g->now));
	}
}

void
controle_rapidite(struct req *r, const struct regard *g, struct constat *c)
{
	uint64_t durees[COMPTEUR_BORNES + 1];
	int64_t pages = jour_durees(r, g->now, durees);
	int half = compteur_quantile(durees, 50), most = compteur_quantile(durees, 95);

	c->mesure = most;
	c->phrase = "Trop peu de pages aujourd’hui pour le dire";
	if (pages < FEW)
		return;
	c->phrase =
		arena_printf(&r->mem, "Une page en %s au milieu de la journée, 95\u00A0%% en %s",
			mots_secondes(&r->mem, half), mots_secondes(&r->mem, most));
	if (most <= SLOW_MS)
		return;
	constat_warn(c, "Les pages sont lentes aujourd’hui");
	c->suite = "On attend, et rien n’est perdu.";
	c->faire = "Si cela dure plus d’un jour, prévenir l’hébergeur\u00A0: la machine est trop"
		   " occupée.";
}
