/* choix.c - the form of an event: what it shows, and what it lets choose from */

#include <inttypes.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "web/choices.h"
#include "web/form.h"

static void
show_number(struct req *r, const char *name, int64_t n)
{
	form_value(r, name, n < 0 ? "" : arena_printf(&r->mem, "%" PRId64, n));
}

/* What was written last, in the fields. */
void
agenda_show(struct req *r, const struct evenement *e)
{
	form_value(r, "titre", e->titre);
	form_value(r, "description", e->texte);
	form_value(r, "type", e->type);
	form_value(r, "lieu", e->lieu);
	form_value(r, "code_postal", e->code_postal);
	form_value(r, "lien", e->lien);
	form_value(r, "journee", e->journee ? "1" : "");
	agenda_show_span(r, e->debut, e->fin, e->journee);
	form_value(r, "visibilite", e->visibilite);
	form_value(r, "mode", e->mode);
	show_number(r, "places", e->places);
	show_number(r, "reserve", e->reserve);
	show_number(r, "invites_max", e->invites_max);
	show_number(r, "delai_h", e->delai_h);
	show_number(r, "retrait_h", e->retrait_h);
	if (*e->cloture != '\0')
		form_value(r, "cloture", wall_iso(&r->mem, evenement_wall(e->cloture)));
}

static void
offer(struct req *r, const char *list, int n, const char *valeur, const char *libelle,
	const char *chosen)
{
	struct row *row = row_nth(r, list, n);

	row_say(row, "valeur", valeur);
	row_say(row, "libelle", libelle);
	if (strcmp(valeur, chosen) == 0)
		row_say(row, "choisi", "1");
}

/* Herself, who organises now, and the groups where she may; more than fit a page are searched. */
static void
offer_organisers(struct req *r, const struct evenement *e)
{
	int64_t now = e->groupe != 0 ? e->groupe : e->organisateur;
	struct rows *rows = db_rows(r,
		SQL("SELECT * FROM (SELECT o.id, CONCAT('Vous-même, ', o.titre) AS titre, 0 AS rang"
		    " FROM objet o WHERE o.id = ? UNION"
		    " SELECT o.id, o.titre, 1 FROM objet o WHERE o.id = ? AND o.id <> ? UNION"
		    " SELECT o.id, o.titre, 2 FROM objet o JOIN groupe g ON g.id = o.id"
		    " WHERE o.id <> ? AND o.archive_le IS NULL AND g.type <> 'ensemble'"
		    " AND " DROIT_SUR("g.id") " AND " SEES(
			    "o") ") x ORDER BY rang, titre LIMIT 2000"),
		I(r->user.id), I(now), I(r->user.id), I(now), I(r->user.id), S("agenda"), ME(r));
	const char *chosen = agenda_sent(r, "organisateur") ?
		param(r, "organisateur") :
		arena_printf(&r->mem, "%" PRId64, now);

	for (int n = 0; db_next(rows, &r->mem); n++)
		offer(r, "Organisateurs", n, db_text(rows, 0), db_text(rows, 1), chosen);
	choices_cut(r, row_at(r, "Organisateurs"), row_at(r, "Form.organisateur"),
		"cherche_organisateur");
}

/* The groups that she sees: her own and those that are chosen, and apart all others, which are
 * searched when they are many. */
static void
offer_groups(struct req *r, const struct evenement *e)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT o.id, o.titre, " MINE(
			"o.id") " AS mien FROM objet o JOIN groupe g ON g.id = o.id"
				" WHERE o.archive_le IS NULL AND " SEES(
					"o") " ORDER BY mien DESC, o.titre LIMIT 2000"),
		I(r->user.id), ME(r));
	int near = 0, far = 0;

	while (db_next(rows, &r->mem)) {
		const char *id = db_text(rows, 0);
		bool chosen = agenda_has_group(e, db_num(rows, 0));

		if (chosen || db_num(rows, 2) != 0)
			offer(r, "Groupes", near++, id, db_text(rows, 1), chosen ? id : "");
		else
			offer(r, "Autres", far++, id, db_text(rows, 1), "");
	}
	choices_only_sought(r, row_at(r, "Autres"), row_at(r, "Form.autres"), "cherche_groupes");
}

/* What else takes place on those days, as far as she sees it: "Autour". */
static void
say_around(struct req *r, int64_t id, const struct evenement *e)
{
	struct wall from, to;

	if (*e->debut == '\0')
		return;
	from = evenement_wall(e->debut);
	to = wall_add_days(evenement_wall(e->fin), e->journee ? 0 : 1);
	from.hour = from.minute = to.hour = to.minute = 0;
	db_list(r, "Autour",
		SQL("SELECT e.id, o.titre, d.debut, d.fin, e.journee FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id AND e.etat = 'publie'"
		    " JOIN objet o ON o.id = e.id WHERE d.debut < ? AND d.fin > ?"
		    " AND d.etat = 'prevu' AND e.id <> ? AND " SEES(
			    "o") " ORDER BY d.debut, d.id LIMIT 8"),
		S(evenement_utc(r, to)), S(evenement_utc(r, from)), I(id), ME(r));
	for (struct row *d = row_first(r, "Autour"); d != NULL; d = row_next(d))
		evenement_dress(r, d);
}

static void
offer_words(struct req *r, const char *list, const char *const (*all)[2], unsigned n,
	const char *chosen)
{
	for (unsigned i = 0; i < n; i++)
		offer(r, list, (int) i, all[i][0], all[i][1], chosen);
}

#define OFFER(list, all, chosen) offer_words(r, list, all, sizeof all / sizeof *all, chosen)

/* What can be chosen, and what is. */
void
agenda_offer(struct req *r, int64_t id, const struct evenement *e)
{
	static const char *const seen[][2] = {
		{ "invites", "Les personnes invitées, elles seules" },
		{ "groupes", "Les groupes choisis ci-dessous" },
		{ "benevoles", "Tous les bénévoles et l’équipe salariée" },
		{ "public", "Tout le monde, avec une page ouverte sans compte" },
	};
	static const char *const modes[][2] = {
		{ "directe", "Aussitôt" },
		{ "demande", "Sur demande, que vous acceptez" },
		{ "aucune", "Pas d’inscription" },
	};
	struct rows *types = db_rows(r,
		SQL("SELECT cle, titre FROM groupe_type WHERE retire_le IS NULL"
		    " AND cle <> 'ensemble' ORDER BY ordre, titre"));

	OFFER("Visibilites", seen, e->visibilite);
	OFFER("Modes", modes, e->mode);
	for (int n = 0; db_next(types, &r->mem); n++)
		offer(r, "Types", n, db_text(types, 0), db_text(types, 1), e->type);
	offer_organisers(r, e);
	offer_groups(r, e);
	say_around(r, id, e);
	say_int(r, "Nouveau", id == 0);
}
