/* requete_dit.c - requests as pages show them: the most urgent first, one with its steps */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/demandes/requete.h"
#include "domain/socle/reglage.h"

static const char *
today(struct req *r)
{
	return text_iso_at(&r->mem, clock_now());
}

/* How the person is drawn, and days as one says them. */
static void
dress(struct req *r, struct row *q)
{
	const char *nom = row_text(q, "nom");
	const char *first = arena_printf(&r->mem, "%.*s", (int) strcspn(nom, " "), nom);

	row_say(q, "initiales",
		text_initials(&r->mem, first, nom + strlen(first) + (nom[strlen(first)] == ' ')));
	row_say_int(q, "teinte", text_hue(row_id(q, "id")));
	row_say(q, "prenom", first);
	row_say(q, "recue", text_day_near(&r->mem, row_text(q, "recue_le"), clock_now()));
	row_say(q, "avant", text_day_near(&r->mem, row_text(q, "echeance"), clock_now()));
	if (row_int(q, "jours") < 0)
		row_say_int(q, "retard", -row_int(q, "jours"));
}

/* Say LIST of all that are open, the most urgent first, then of those answered within a month.  How
 * many are open. */
int
requetes_say(struct req *r, const char *list)
{
	db_list(r, list,
		SQL("SELECT id, contact_id, genre, nom, voie, recue_le, echeance, identite_le,"
		    " rendue_le, refus <> '' AS partiel, DATEDIFF(echeance, ?) AS jours,"
		    " (SELECT e.genre FROM requete_etape e WHERE e.requete_id = requete.id"
		    " ORDER BY e.id DESC LIMIT 1) AS etape"
		    " FROM requete WHERE rendue_le IS NULL OR rendue_le > ? - INTERVAL 1 MONTH"
		    " ORDER BY rendue_le IS NOT NULL, IF(rendue_le IS NULL, echeance, NULL),"
		    " rendue_le DESC, id LIMIT 200"),
		S(today(r)), S(today(r)));
	for (struct row *q = row_first(r, list); q != NULL; q = row_next(q))
		dress(r, q);
	return (int) db_int(r, SQL("SELECT COUNT(*) FROM requete WHERE rendue_le IS NULL"));
}

static void
say_steps(struct req *r, const struct requete *q)
{
	db_list(r, "etapes",
		SQL("SELECT e.le, e.genre, e.texte, o.titre AS par FROM requete_etape e"
		    " LEFT JOIN objet o ON o.id = e.par_id WHERE e.requete_id = ? ORDER BY e.id"),
		I(q->id));
	for (struct row *e = row_first(r, "etapes"); e != NULL; e = row_next(e)) {
		const char *day = text_iso_at(&r->mem, clock_parse(row_text(e, "le")));

		row_say(e, "jour", day);
		row_say(e, "court", text_day_short(&r->mem, day, clock_now()));
	}
}

/* The receipt: recu.lu.*, recu.ou.N. */
static void
say_receipt(struct req *r, const struct requete *q)
{
	json_object *all = json_whole(&r->mem, q->recu, strlen(q->recu)), *where;

	if (all == NULL)
		return;
	say(r, "Recu.le", text_moment(&r->mem, clock_parse(json_text(all, "le"))));
	say_number(r, "Recu.tables", json_object_get_int64(json_member(all, "tables")));
	say_number(r, "Recu.colonnes", json_object_get_int64(json_member(all, "colonnes")));
	say_number(r, "Recu.fichiers", json_object_get_int64(json_member(all, "fichiers")));
	say_number(r, "Recu.places", json_object_get_int64(json_member(all, "places")));
	where = json_member(all, "ou");
	for (size_t i = 0; where != NULL && i < json_object_array_length(where); i++) {
		json_object *one = json_object_array_get_idx(where, i);
		struct row *row = row_nth(r, "recu_ou", (int64_t) i);

		row_say(row, "ou", json_text(one, "ou"));
		row_say_int(row, "n", json_object_get_int64(json_member(one, "n")));
		row_say(row, "garde", json_object_get_int64(json_member(one, "garde")) ? "1" : "");
	}
	if (*q->index_le != '\0')
		say(r, "Recu.index", text_moment(&r->mem, clock_parse(q->index_le)));
}

/* Her record in the CRM, for who goes there first. */
static void
say_crm(struct req *r, const struct requete *q)
{
	const char *portal =
		db_string(r, SQL("SELECT valeur FROM sync_etat WHERE cle = 'portail'"));
	const char *region = reglage(r, "formulaire_region", "eu1");

	if (q->hubspot_id == 0)
		return;
	say_int(r, "Demande.hubspot", q->hubspot_id);
	if (portal != NULL)
		say(r, "Demande.hubspot_url",
			arena_printf(&r->mem,
				"https://app%s%s.hubspot.com/contacts/%s/record/0-1/%" PRId64,
				strcmp(region, "na1") == 0 ? "" : "-",
				strcmp(region, "na1") == 0 ? "" : region, portal, q->hubspot_id));
}

/* "Demande d’accès de Hugo Lambert". */
const char *
requete_title(struct req *r, const struct requete *q)
{
	static const char *const what[][2] = { { "acces", "d’accès" },
		{ "rectification", "de rectification" }, { "effacement", "d’effacement" },
		{ "opposition", "d’opposition" }, { "limitation", "de limitation" },
		{ "portabilite", "de portabilité" } };
	const char *nom = *q->nom != '\0' ? q->nom : "une personne effacée";

	for (size_t i = 0; i < sizeof what / sizeof *what; i++)
		if (strcmp(what[i][0], q->genre) == 0)
			return arena_printf(
				&r->mem, "Demande %s %s", what[i][1], text_de(&r->mem, nom));
	return nom;
}

/* Say "Demande", "etapes", "Recu". */
void
requete_say(struct req *r, const struct requete *q)
{
	struct row *row = row_at(r, "Demande");

	row_say_int(row, "id", q->id);
	row_say(row, "titre", requete_title(r, q));
	row_say(row, "genre", q->genre);
	row_say(row, "nom", q->nom);
	row_say(row, "message", q->message);
	row_say(row, "adresse", q->adresse);
	row_say(row, "voie", q->voie);
	row_say(row, "recue_le", q->recue_le);
	row_say(row, "echeance", q->echeance);
	row_say(row, "identite", q->identite);
	row_say(row, "refus", q->refus);
	row_say_int(row, "jours", q->jours);
	row_say(row, "prolongee", q->prolongee ? "1" : "");
	dress(r, row);
	row_say(row, "court", text_day_short(&r->mem, q->echeance, clock_now()));
	if (q->contact_id != 0)
		row_say_int(row, "contact_id", q->contact_id);
	if (*q->identite_le != '\0')
		row_say(row, "identite_le", text_day_near(&r->mem, q->identite_le, clock_now()));
	if (*q->rendue_le != '\0')
		row_say(row, "rendue_le", text_day_near(&r->mem, q->rendue_le, clock_now()));
	say_crm(r, q);
	say_steps(r, q);
	if (*q->recu != '\0')
		say_receipt(r, q);
}

/* Say Annee.demandes, .moyenne (days), .retards: of those received since January. */
void
requetes_year(struct req *r)
{
	const char *first = arena_printf(&r->mem, "%.4s-01-01", today(r));
	int64_t all = 0, mean = 0, late = 0;

	db_read(r,
		SQL("SELECT COUNT(*), COALESCE(ROUND(AVG(DATEDIFF(rendue_le, recue_le))), 0),"
		    " COALESCE(SUM(COALESCE(rendue_le, ?) > echeance), 0)"
		    " FROM requete WHERE recue_le >= ?"),
		INTO(TO(&all), TO(&mean), TO(&late)), S(today(r)), S(first));
	say_number(r, "Annee.demandes", all);
	say_number(r, "Annee.moyenne", mean);
	say_number(r, "Annee.retards", late);
}
