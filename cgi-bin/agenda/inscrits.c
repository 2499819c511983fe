/* inscrits.c - who comes to a date, for those who organise: the list, and what they decide */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/agenda/inscription.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { PERSONNES = 2000, MESSAGE = 800 };

/* What the list and its tables read; those who left are not in it.  Binds the date. */
#define FROM_PLACES \
	" FROM place p JOIN inscription i ON i.id = p.inscription_id" \
	" LEFT JOIN contact c ON c.id = i.contact_id" \
	" LEFT JOIN inscription_accord k ON k.inscription_id = i.id" \
	" AND i.confirme_le IS NOT NULL WHERE p.date_id = ?" \
	" AND p.etat <> 'annule' ORDER BY FIELD(p.etat, 'demande', 'inscrit', 'attente'," \
	" 'refuse'), rang, COALESCE(c.nom, i.nom), COALESCE(c.prenom, i.prenom), i.id LIMIT 2000"
#define RANG \
	"IF(p.etat = 'attente', ROW_NUMBER() OVER (PARTITION BY p.etat" \
	" ORDER BY p.depuis, p.inscription_id), NULL) AS rang"
#define REPONSES \
	"(SELECT GROUP_CONCAT(CONCAT(q.texte, ' ', a.reponse) ORDER BY q.rang, q.id" \
	" SEPARATOR ' ; ') FROM evenement_reponse a JOIN evenement_question q" \
	" ON q.id = a.question_id WHERE a.inscription_id = i.id)"

/* The event for who organises it, and the date of the address, else the nearest: 0, or the status
 * to answer. */
static int
load(struct req *r, int64_t *date_id)
{
	const char *now = clock_sql(&r->mem, clock_now());
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (!agenda_date(r, date_id))
		return not_found(r);
	if (!db_one(r, "seance",
		    SQL("SELECT d.id, d.jour, d.debut, d.fin, e.journee, d.pris, d.attente"
			" FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
			" WHERE d.evenement_id = ? AND (? = 0 OR d.id = ?)"
			" ORDER BY d.fin <= ?, ABS(TIMESTAMPDIFF(SECOND, d.fin, ?)) LIMIT 1"),
		    I(caught_id(r, 0)), I(*date_id), I(*date_id), S(now), S(now)))
		return not_found(r);
	*date_id = said_id(r, "seance.id");
	evenement_dress(r, row_find(r, "seance"));
	evenement_counts(r, row_find(r, "evenement"));
	return 0;
}

static int
take_list(struct req *r, int64_t date_id)
{
	static const char *const columns[] = { "Prénom", "Nom", "État", "Rang", "Accompagnants",
		"Présence", "Mot", "Réponses", "Courriel (sans compte)", "Accord pour lui écrire" };

	return table_reply(r, "inscrits", "evenement.inscrits_export", caught_id(r, 0), columns, 10,
		db_rows(r,
			SQL("SELECT COALESCE(c.prenom, i.prenom), COALESCE(c.nom, i.nom),"
			    " CASE p.etat WHEN 'inscrit' THEN 'Inscrit-e' WHEN 'attente'"
			    " THEN 'En attente' WHEN 'demande' THEN 'Demande' ELSE 'Refusé-e' END,"
			    " " RANG ", p.invites, IF(p.present_le IS NULL, '', 'oui'), i.mot,"
			    " COALESCE(" REPONSES ", ''), IF(i.contact_id IS NULL, i.email, ''),"
			    " IF(k.le IS NULL, '', 'oui')"
			    " " FROM_PLACES),
			I(date_id)));
}

static void
dress(struct req *r)
{
	for (struct row *p = row_first(r, "items"); p != NULL; p = row_next(p)) {
		const char *until = row_text(p, "confirmer_avant");

		visage(r, p, "id");
		if (*until != '\0')
			row_say(p, "confirmer", text_moment(&r->mem, clock_parse(until)));
	}
}

/* What programs read. */
static int
json(struct req *r, int64_t date_id)
{
	unsay(r, "evenement");
	unsay(r, "seance");
	say_int(r, "total",
		db_list(r, "items",
			SQL("SELECT i.contact_id, TRIM(CONCAT(COALESCE(c.prenom, i.prenom), ' ',"
			    " COALESCE(c.nom, i.nom))) AS nom, p.etat, " RANG ", p.invites,"
			    " p.present_le IS NOT NULL AS present, i.id AS inscription_id, i.mot,"
			    " COALESCE(" REPONSES ", '') AS reponses" FROM_PLACES),
			I(date_id)));
	say_int(r, "page", 1);
	return page(r, "agenda/inscrits.cs");
}

static int
show(struct req *r, int64_t date_id)
{
	if (r->format == JSON && !r->invalid)
		return json(r, date_id);
	db_list(r, "items",
		SQL("SELECT COALESCE(c.id, i.id) AS id, i.contact_id, i.id AS inscription_id,"
		    " COALESCE(c.prenom, i.prenom) AS prenom, COALESCE(c.nom, i.nom) AS nom,"
		    " p.etat, " RANG ", p.invites, p.offre, p.confirmer_avant, p.phrase,"
		    " p.present_le IS NOT NULL AS present, p.par_id IS NOT NULL AS a_la_main,"
		    " i.mot, k.le IS NOT NULL AS accord, " REPONSES " AS reponses" FROM_PLACES),
		I(date_id));
	dress(r);
	if (*said(r, "evenement.rrule") != '\0')
		db_list(r, "dates",
			SQL("SELECT d.jour, d.debut, d.fin, e.journee, d.pris, d.attente,"
			    " d.id = ? AS ici FROM evenement_date d"
			    " JOIN evenement e ON e.id = d.evenement_id WHERE e.id = ?"
			    " AND d.fin > ? ORDER BY d.debut LIMIT 30"),
			I(date_id), I(caught_id(r, 0)), S(clock_sql(&r->mem, clock_now())));
	for (struct row *d = row_first(r, "dates"); d != NULL; d = row_next(d))
		evenement_dress(r, d);
	agenda_found(r, param(r, "q"));
	title(r, "Inscriptions, %s", text_cut(&r->mem, said(r, "evenement.titre"), 100));
	return page(r, "agenda/inscrits.cs");
}

static int
agenda_registered(struct req *r)
{
	int64_t date_id;
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	return table_asked(r) ? take_list(r, date_id) : show(r, date_id);
}

static int
back(struct req *r, const char *fait)
{
	return redirect(r, "/agenda/%" PRId64 "/inscrits?date=%s&fait=%s", caught_id(r, 0),
		said(r, "seance.jour"), fait);
}

/* Somebody whom the organiser sees comes: reserved seats are for that, and she sees the event from
 * then on. */
static int
agenda_add(struct req *r)
{
	struct venue v = { .mot = "", .a_la_main = true };
	const struct field fields[] = { { "contact", ID(&v.contact_id), REQUIRED }, { 0 } };
	int64_t date_id;
	int refused = load(r, &date_id), etat;

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return show(r, date_id);
	if (!agenda_enters(r, v.contact_id))
		return not_found(r);
	if (!agenda_guests(r, &v.invites))
		return show(r, date_id);
	if (db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEEN_BY("o", "?")),
		    I(caught_id(r, 0)), I(v.contact_id), I(v.contact_id)) == 0)
		evenement_invite(r, caught_id(r, 0), &v.contact_id, 1);
	etat = inscription_take(r, caught_id(r, 0), date_id, &v);
	if (etat >= PLACE_FERMEE)
		return agenda_stands(r, inscription_name(etat), agenda_why(etat));
	return back(r, "ajoute");
}

/* A request is accepted or refused; somebody is taken off; with a word. */
static int
agenda_judge(struct req *r)
{
	const char *acte = "", *mot = "";
	const struct field fields[] = {
		{ "acte", CHOICE(&acte), REQUIRED, .choices = "accepter|refuser|retirer" },
		{ "mot", TEXT(&mot), .max = 300 },
		{ 0 },
	};
	int64_t date_id, who = caught_id(r, 1);
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	if (db_int(r, SQL("SELECT 1 FROM inscription WHERE id = ? AND evenement_id = ?"), I(who),
		    I(caught_id(r, 0))) == 0)
		return not_found(r);
	if (!form_read(r, fields))
		return show(r, date_id);
	if (strcmp(acte, "retirer") == 0)
		inscription_remove(r, who, date_id, mot);
	else if (inscription_judge(r, who, 0, strcmp(acte, "accepter") == 0, mot) == PLACE_AUCUNE)
		return refuse_why(r, 409, "repondue", "Cette demande a déjà reçu une réponse.");
	return back(r, strcmp(acte, "retirer") == 0 ? "retire" : "reponse");
}

/* A message to each who comes, and to those who wait if asked: on the site and by mail. */
static int
agenda_message(struct req *r)
{
	const char *texte = "";
	bool waiting = false;
	const struct field fields[] = {
		{ "texte", TEXT(&texte), REQUIRED, .max = MESSAGE },
		{ "attente", YES(&waiting) },
		{ 0 },
	};
	int64_t date_id;
	int refused = load(r, &date_id);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return show(r, date_id);
	inscription_tell_all(r, date_id, waiting,
		arena_printf(
			&r->mem, "%s %s vous écrit\u00A0: %s", r->user.prenom, r->user.nom, texte));
	journal(r, "evenement.message", caught_id(r, 0), NULL, NULL);
	return back(r, "message");
}

const struct route agenda_inscrits_routes[] = {
	{ GET, ":id/inscrits", PROSPECT, agenda_registered, .formats = CSV | XLSX },
	{ POST, ":id/inscrits", PROSPECT, agenda_add },
	{ POST, ":id/inscrits/message", PROSPECT, agenda_message },
	{ POST, ":id/inscrits/:i", PROSPECT, agenda_judge },
	{ 0 },
};
