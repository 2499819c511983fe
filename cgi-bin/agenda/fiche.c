/* fiche.c - one event: its page */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/agenda/calendrier.h"
#include "domain/agenda/poste.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/fichier.h"
#include "domain/objets/nommes.h"
#include "domain/objets/texte.h"
#include "web/questions.h"
#include "web/reply.h"
#include "web/route.h"

/* What JSON says of a date d of an event e (contract.md); who organises, for who sees
 * that group or person.  Binds her id twice, and ME(r). */
#define AGENDA_ITEM \
	"SELECT e.id, o.titre, d.jour AS date," \
	" REPLACE(CONCAT(d.debut, 'Z'), ' ', 'T') AS debut," \
	" REPLACE(CONCAT(d.fin, 'Z'), ' ', 'T') AS fin, e.journee," \
	" COALESCE(d.lieu, e.lieu) AS lieu, og.id AS organisateur_id," \
	" og.titre AS organisateur_nom, e.visibilite," \
	" e.places, d.pris AS inscrits, d.attente, COALESCE((SELECT CASE p.etat" \
	" WHEN 'annule' THEN NULL WHEN 'refuse' THEN NULL ELSE p.etat END FROM place p" \
	" JOIN inscription i ON i.id = p.inscription_id AND i.contact_id = ?" \
	" WHERE p.date_id = d.id), IF(EXISTS (SELECT 1 FROM evenement_invite v" \
	" WHERE v.evenement_id = e.id AND v.contact_id = ?), 'invite', 'aucun')) AS mon_etat," \
	" (d.etat = 'annule' OR e.etat = 'annule') AS annule FROM evenement_date d" \
	" JOIN evenement e ON e.id = d.evenement_id JOIN objet o ON o.id = e.id" \
	" LEFT JOIN objet og ON og.id = COALESCE(e.groupe_id, e.organisateur_id) AND " SEES("og")

static void
say_organiser(struct req *r, struct row *item)
{
	(void) r;
	row_say_int(item, "organisateur.id", row_id(item, "organisateur_id"));
	row_say(item, "organisateur.nom", row_text(item, "organisateur_nom"));
	row_unsay(item, "organisateur_id");
	row_unsay(item, "organisateur_nom");
}

/* Its group, where the reader sees that; and whether she sees who organises.  Each binds ME(r). */
#define GROUPE_VU "CASE WHEN " SEES("og") " THEN og.titre END"
#define PERSONNE_VUE "CASE WHEN " SEES("oc") " THEN 1 END"
/* What the pages of an event know of it.  Binds ME(r) twice and the reader's id. */
#define AGENDA_LOAD \
	"SELECT o.id, o.titre, o.cree_par AS auteur_id, o.liste_id, e.groupe_id," \
	" e.organisateur_id, e.type, e.texte, e.lieu, e.code_postal, e.lien, e.debut, e.fin," \
	" e.journee, e.rrule, e.visibilite, e.etat, e.motif, e.mode, e.inscriptions, e.cloture," \
	" e.places, e.reserve, e.invites_max, e.delai_h, e.retrait_h," \
	" " GROUPE_VU " AS groupe, c.prenom, c.nom, " PERSONNE_VUE " AS organisateur_vu," \
	" COALESCE((SELECT MAX(a.droit) FROM acces a JOIN contact_public p" \
	" ON p.public_id = a.public_id WHERE a.liste_id = o.liste_id" \
	" AND p.contact_id = ?), 0) AS droit, (SELECT COUNT(*) FROM evenement_question q" \
	" WHERE q.evenement_id = e.id) AS questions, (SELECT COUNT(*) FROM fichier f" \
	" WHERE f.objet_id = e.id) AS pieces FROM evenement e JOIN objet o ON o.id = e.id" \
	" LEFT JOIN objet og ON og.id = e.groupe_id" \
	" LEFT JOIN contact c ON c.id = e.organisateur_id LEFT JOIN objet oc ON oc.id = c.id"

/* Say the event of the address as "evenement", for who has that right on it: 0, or the status to
 * answer.  Of who organises, a group or a person that the reader does not see has no address. */
int
agenda_load(struct req *r, int droit)
{
	if (!db_one(r, "evenement",
		    SQL(AGENDA_LOAD " WHERE e.id = ? AND e.supprime_le IS NULL"
				    " AND " SEES("o")),
		    ME(r), ME(r), I(r->user.id), I(caught_id(r, 0)), ME(r)))
		return not_found(r);
	return said_int(r, "evenement.droit") >= droit ? 0 : forbidden(r);
}

/* What ITEM says of its date, said of the event. */
static void
say_item(struct req *r, struct row *item)
{
	static const char *const texts[] = { "titre", "debut", "fin", "lieu", "visibilite",
		"mon_etat", "organisateur.nom" };
	static const char *const numbers[] = { "id", "journee", "inscrits", "attente", "annule",
		"places", "organisateur.id" };

	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
		say(r, texts[i], row_text(item, texts[i]));
	for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (*row_text(item, numbers[i]) != '\0')
			say_int(r, numbers[i], row_id(item, numbers[i]));
		else
			say(r, numbers[i], "");
}

/* The event as one object, of its next date or else of its last, and as "items" all its dates. */
static int
fiche_json(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now());
	int64_t id = caught_id(r, 0);
	struct row *shown = NULL;

	unsay(r, "evenement");
	db_list(r, "items", SQL(AGENDA_ITEM " WHERE e.id = ? ORDER BY d.debut LIMIT 1000"),
		I(r->user.id), I(r->user.id), ME(r), I(id));
	for (struct row *i = row_first(r, "items"); i != NULL; i = row_next(i)) {
		say_organiser(r, i);
		if (shown == NULL || strncmp(row_text(shown, "fin"), now, 10) < 0)
			shown = i;
	}
	if (shown != NULL)
		say_item(r, shown);
	return page(r, "agenda/fiche.cs");
}

/* The page of the event that was loaded. */
int
agenda_page(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (r->format == ICS)
		return agenda_ics(r, calendrier_dates(r, id), NULL, "evenement");
	if (r->format == JSON)
		return r->invalid ? page(r, "agenda/fiche.cs") : fiche_json(r);
	if (!seance_say(r))
		return not_found(r);
	say(r, "evenement.texteHtml", texte_html(r, said(r, "evenement.texte")));
	visage(r, row_find(r, "evenement"), "organisateur_id");
	say(r, "Plan", url_escape(r, said(r, "seance.lieu")));
	if (strcmp(said(r, "Volet"), "ouverte") == 0 && !r->invalid &&
		said_int(r, "evenement.questions") > 0)
		questions_say(r, id);
	if (said_int(r, "evenement.pieces") > 0)
		fichier_list(r, "fichiers", id);
	etiquette_dress(r, id);
	say(r, "Retour", arena_printf(&r->mem, "/agenda/%" PRId64, id));
	say_int(r, "Suivi.objet", id);
	say_int(r, "Suivi.etat", said_int(r, "seance.suivi"));
	say(r, "Suivi.titre", said(r, "evenement.titre"));
	commentaire_say(r, id, param(r, "avant"), said(r, "Retour"));
	agenda_organise(r);
	say_int(r, "evenement.postes", postes_count(r, id));
	title(r, "%s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "agenda/fiche.cs");
}

/* Nothing was changed, and why: 409, with what stands. */
int
agenda_stands(struct req *r, const char *code, const char *why)
{
	if (r->format == JSON)
		return refuse_why(r, 409, code, why);
	say(r, "Refus", why);
	agenda_page(r);
	return r->status = 409;
}

static int
agenda_fiche(struct req *r)
{
	int refused = agenda_load(r, VOIR);

	return refused != 0 ? refused : agenda_page(r);
}

const struct route agenda_fiche_routes[] = {
	{ GET, ":id", PROSPECT, agenda_fiche, .formats = ICS },
	{ 0 },
};
