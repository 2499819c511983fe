/* evenement.c - an event, from its draft to the end: written, published, thrown away */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/agenda/calendrier.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/evenement_cycle.h"
#include "domain/agenda/heures.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/pointage.h"
#include "domain/agenda/rappel.h"
#include "domain/agenda/rendezvous.h"
#include "domain/agenda/visiteur.h"
#include "domain/agenda/reponse_lien.h"
#include "domain/notifications/notif.h"
#include "domain/objets/ecrit.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"

PAROLES_SANS_NOM(heures, "source etat");
PAROLES_SANS_NOM(attestation, "numero");
PAROLES_SANS_NOM(
	evenement, "type code_postal departement rrule visibilite etat mode inscriptions lien");

/* What a form begins with. */
struct evenement
evenement_new(void)
{
	return (struct evenement) { .titre = "",
		.texte = "",
		.type = "",
		.lieu = "",
		.code_postal = "",
		.lien = "",
		.debut = "",
		.fin = "",
		.rrule = "",
		.visibilite = "groupes",
		.mode = "directe",
		.places = -1,
		.invites_max = 5,
		.delai_h = 48,
		.cloture = "" };
}

/* What was written last; false: there is no such event, or its words are gone.  The caller has
 * asked the right. */
bool
evenement_read(struct req *r, int64_t id, struct evenement *e)
{
	struct rows *groups;
	unsigned n = 0;

	*e = evenement_new();
	if (!db_read(r,
		    SQL("SELECT COALESCE(e.groupe_id, 0), COALESCE(e.organisateur_id, 0), o.titre,"
			" e.texte, e.type, e.lieu, e.code_postal, e.lien, e.debut, e.fin,"
			" e.journee,"
			" e.rrule, e.visibilite, e.mode, COALESCE(e.places, -1), e.reserve,"
			" e.invites_max, e.delai_h, e.retrait_h, e.cloture FROM evenement e"
			" JOIN objet o ON o.id = e.id WHERE e.id = ? AND e.supprime_le IS NULL"),
		    INTO(TO(&e->groupe), TO(&e->organisateur), TO(&e->titre), TO(&e->texte),
			    TO(&e->type), TO(&e->lieu), TO(&e->code_postal), TO(&e->lien),
			    TO(&e->debut), TO(&e->fin), TO(&e->journee), TO(&e->rrule),
			    TO(&e->visibilite), TO(&e->mode), TO(&e->places), TO(&e->reserve),
			    TO(&e->invites_max), TO(&e->delai_h), TO(&e->retrait_h),
			    TO(&e->cloture)),
		    I(id)))
		return false;
	groups = db_rows(r,
		SQL("SELECT groupe_id FROM evenement_groupe WHERE evenement_id = ?"
		    " ORDER BY groupe_id LIMIT 20"),
		I(id));
	while (db_next(groups, &r->mem))
		e->groupes[n++] = db_num(groups, 0);
	return true;
}

/* What lists, the search and followers know of it. */
void
evenement_index(struct req *r, int64_t id)
{
	struct rows *e = db_rows(r,
		SQL("SELECT o.titre, CONCAT_WS('\n\n', NULLIF(e.lieu, ''), e.texte), e.etat"
		    " FROM evenement e JOIN objet o ON o.id = e.id WHERE e.id = ?"),
		I(id));

	while (db_next(e, &r->mem))
		ecrit_index(r, id, db_text(e, 0), db_text(e, 1));
}

static void
write_columns(struct req *r, int64_t id, const struct evenement *e)
{
	db_exec(r,
		SQL("UPDATE evenement SET groupe_id = NULLIF(?, 0), organisateur_id = NULLIF(?, 0),"
		    " type = ?, texte = ?, lieu = ?, code_postal = ?, lien = ?, debut = ?, fin = ?,"
		    " journee = ?, rrule = ?, visibilite = ?, mode = ?, places = NULLIF(?, -1),"
		    " reserve = ?, invites_max = ?, delai_h = ?, retrait_h = ?,"
		    " cloture = NULLIF(?, '') WHERE id = ?"),
		I(e->groupe), I(e->organisateur), S(e->type), S(e->texte), S(e->lieu),
		S(e->code_postal), S(e->lien), S(e->debut), S(e->fin), I(e->journee), S(e->rrule),
		S(e->visibilite), S(e->mode), I(e->places), I(e->reserve), I(e->invites_max),
		I(e->delai_h), I(e->retrait_h), S(e->cloture), I(id));
	db_exec(r,
		SQL("UPDATE evenement e LEFT JOIN groupe g ON g.id = e.groupe_id"
		    " SET e.departement = COALESCE((SELECT code FROM departement WHERE code ="
		    " IF(e.code_postal LIKE '97%', LEFT(e.code_postal, 3),"
		    " LEFT(e.code_postal, 2))), g.departement, '') WHERE e.id = ?"),
		I(id));
	db_exec(r, SQL("DELETE FROM evenement_groupe WHERE evenement_id = ?"), I(id));
	for (unsigned i = 0; i < EVENEMENT_GROUPES && e->groupes[i] != 0; i++)
		db_exec(r,
			SQL("INSERT IGNORE INTO evenement_groupe (evenement_id, groupe_id)"
			    " SELECT ?, id FROM groupe WHERE id = ?"),
			I(id), I(e->groupes[i]));
}

/* A draft of the reader's, with its dates: its id.  Nobody but who organises sees it. */
int64_t
evenement_create(struct req *r, const struct evenement *e)
{
	int64_t id = ecrit_objet(r, "evenement", e->titre, e->groupe, 1);

	db_exec(r,
		SQL("INSERT INTO evenement (id, texte, debut, fin, change_le)"
		    " VALUES (?, '', ?, ?, UTC_TIMESTAMP())"),
		I(id), S(e->debut), S(e->fin));
	write_columns(r, id, e);
	evenement_dates_write(r, id);
	evenement_follow(r, id);
	evenement_index(r, id);
	journal(r, "evenement.cree", id, NULL, NULL);
	return id;
}

/* Its words, days, audience and ways are E's from now on; dates that have people keep them
 * (evenement_dates.c). */
void
evenement_save(struct req *r, int64_t id, const struct evenement *e)
{
	db_exec(r,
		SQL("UPDATE objet SET titre = ?, cadre_id = NULLIF(?, 0),"
		    " modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(e->titre), I(e->groupe), I(id));
	write_columns(r, id, e);
	evenement_dates_write(r, id);
	evenement_follow(r, id);
	evenement_index(r, id);
	evenement_changed(r, id);
	journal(r, "evenement.modifie", id, NULL, NULL);
}

/* Calendars that hold it must read it again. */
void
evenement_changed(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE evenement SET sequence = sequence + 1, change_le = UTC_TIMESTAMP()"
		    " WHERE id = ?"),
		I(id));
}

/* Its audience sees it from now on. */
void
evenement_publish(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE evenement SET etat = 'publie', publie_le = UTC_TIMESTAMP()"
			" WHERE id = ? AND etat = 'brouillon'"),
		    I(id)) == 0)
		return;
	evenement_follow(r, id);
	evenement_changed(r, id);
	journal(r, "evenement.publie", id, NULL, NULL);
}

/* The words go, with whatever hangs on them; that there was an event, and who came, stays.  Who was
 * to come is told, without these words. */
void
evenement_delete(struct req *r, int64_t id)
{
	bool published =
		db_int(r, SQL("SELECT etat = 'publie' FROM evenement WHERE id = ?"), I(id)) != 0;

	if (db_exec(r,
		    SQL("UPDATE evenement SET texte = '', lieu = '', lien = '', motif = '',"
			" etat = 'annule', supprime_le = UTC_TIMESTAMP()"
			" WHERE id = ? AND supprime_le IS NULL"),
		    I(id)) == 0)
		return;
	evenement_follow(r, id);
	evenement_changed(r, id);
	ecrit_forget(r, id);
	if (published)
		evenement_tell_cancelled(r, id, 0, "L’événement a été retiré du site.");
	journal(r, "evenement.supprime", id, NULL, NULL);
}

static void
evenement_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, evenement, id, texte, evenement_index);
	PAROLES(r, n, evenement, id, lieu, evenement_index);
	PAROLES(r, n, evenement, id, motif, NULL);
	PAROLES(r, n, evenement_date, id, motif, NULL);
	PAROLES(r, n, evenement_date, id, lieu, NULL);
	PAROLES(r, n, evenement_question, id, texte, NULL);
	PAROLES(r, n, evenement_question, id, choix, NULL);
	PAROLES(r, n, evenement_reponse, inscription_id, reponse, NULL);
	creneau_unname(r, n);
	PAROLES(r, n, inscription, id, mot, NULL);
	PAROLES(r, n, place, date_id, phrase, NULL);
	PAROLES(r, n, heures, id, quoi, NULL);
	PAROLES(r, n, heures, id, raison, NULL);
}

static void
evenement_words(struct req *r, int64_t id)
{
	struct rows *e = db_rows(r,
		SQL("SELECT o.titre, e.texte, e.supprime_le IS NOT NULL FROM evenement e"
		    " JOIN objet o ON o.id = e.id WHERE e.id = ?"),
		I(id));

	while (db_next(e, &r->mem)) {
		say(r, "objet.titre", db_text(e, 0));
		say(r, "objet.texte", db_text(e, 1));
		say_int(r, "objet.supprime", db_num(e, 2));
	}
}

/* What is due, at each turn of essaim-mail. */
static void
evenement_tour(struct req *r)
{
	evenement_dates_extend(r);
	creneau_tour(r);
	inscription_tour(r);
	visiteur_tour(r);
	reponse_lien_clean(r);
	rappel_tour(r);
	heures_tour(r);
	calendrier_tour(r);
}

const struct genre evenement_genre = {
	"evenement",
	"Événement",
	"Événements",
	"cal",
	"/agenda",
	NULL,
	CHERCHE | ECRIT | DISCUTE | SIGNALE | ETIQUETE | COLLECTIF,
	.annonces = evenement_annonces,
	.indexe = evenement_index,
	.retire = evenement_delete,
	.fusionne = evenement_merge,
	.efface = evenement_erase,
	.donnees = evenement_say_data,
	.afaire = rendezvous_todo,
	.tour = evenement_tour,
	.repond = evenement_answered,
	.etapes = pointage_etapes,
	.nomme = evenement_unname,
	.mots = evenement_words,
};
