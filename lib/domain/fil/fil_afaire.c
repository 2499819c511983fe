/* fil_afaire.c - what waits for the reader in the feeds of her groups */

#include <inttypes.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/fil/tache.h"
#include "domain/objets/adresse.h"
#include "domain/socle/afaire.h"

/* The actions that are mine, the nearest first. */
static void
say_tasks(struct req *r)
{
	db_list(r, "Taches",
		SQL("SELECT o.id, o.titre, o.cadre_id, og.titre AS groupe, t.echeance"
		    " FROM tache_responsable x JOIN tache t ON t.id = x.tache_id"
		    " JOIN objet o ON o.id = t.id JOIN objet og ON og.id = t.groupe_id"
		    " WHERE x.contact_id = ? AND t.etat <> 'fait' AND " SEES(
			    "o") " ORDER BY t.echeance IS NULL, t.echeance, o.id LIMIT 3"),
		I(r->user.id), ME(r));
	for (struct row *h = row_first(r, "Taches"); h != NULL; h = row_next(h)) {
		const char *day = row_text(h, "echeance");

		afaire(r, adresse(r, "tache", row_id(h, "id"), row_id(h, "cadre_id")),
			row_text(h, "titre"),
			arena_printf(&r->mem, *day != '\0' ? "%s, pour le %s" : "%s",
				row_text(h, "groupe"), text_day_near(&r->mem, day, clock_now())),
			"flag");
	}
}

/* The polls of my groups that wait for me. */
static void
say_polls(struct req *r)
{
	db_list(r, "Attendus",
		SQL("SELECT STRAIGHT_JOIN DISTINCT o.id, o.titre, o.cadre_id, og.titre AS groupe"
		    " FROM sondage s JOIN publication p ON p.id = s.id"
		    " JOIN " OWN_MEMBERSHIPS(
			    "m") " ON m.groupe_id = p.groupe_id"
				 " JOIN objet og ON og.id = p.groupe_id"
				 " JOIN objet o ON o.id = p.id"
				 " LEFT JOIN sondage_votant v ON v.sondage_id = s.id"
				 " AND v.contact_id = m.contact_id"
				 " WHERE s.clos_le IS NULL AND (s.fin IS NULL"
				 " OR s.fin > UTC_TIMESTAMP())"
				 " AND v.contact_id IS NULL AND " SEES(
					 "o") " ORDER BY o.id DESC LIMIT 2"),
		I(r->user.id), ME(r));
	for (struct row *h = row_first(r, "Attendus"); h != NULL; h = row_next(h))
		afaire(r, adresse(r, "publication", row_id(h, "id"), row_id(h, "cadre_id")),
			arena_printf(&r->mem, "Répondre\u00A0: %s", row_text(h, "titre")),
			row_text(h, "groupe"), "poll");
}

void
fil_todo(struct req *r)
{
	say_tasks(r);
	say_polls(r);
}
