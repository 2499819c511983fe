/* creneau.c - one shift: who holds it, leaving it, and what organisers change of it */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/poste.h"
#include "domain/agenda/releve.h"
#include "domain/objets/nommes.h"
#include "domain/objets/texte.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* It has gone to another event with its date: there, for who sees that one. */
static int
elsewhere(struct req *r, const struct creneau *c)
{
	if (r->method != GET ||
		db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")),
			I(c->evenement), ME(r)) == 0)
		return not_found(r);
	return redirect(r, "/agenda/%" PRId64 "/creneaux/%" PRId64, c->evenement, c->id);
}

/* Say "evenement", and read the shift of the address: 0, or the status to answer. */
int
agenda_load_creneau(struct req *r, int droit, struct creneau *c)
{
	int refused = agenda_load(r, droit);

	if (refused != 0)
		return refused;
	if (!creneau_read(r, caught_id(r, 1), c))
		return not_found(r);
	return c->evenement != caught_id(r, 0) ? elsewhere(r, c) : 0;
}

/* Say "Creneau": the words of one. */
void
agenda_say_creneau(struct req *r, const struct creneau *c)
{
	struct row *row = row_at(r, "Creneau");

	say(r, "Lien",
		arena_printf(
			&r->mem, "/agenda/%" PRId64 "/creneaux/%" PRId64, c->evenement, c->id));
	row_say_int(row, "id", c->id);
	row_say(row, "titre", c->titre);
	row_say(row, "lieu", c->lieu);
	if (c->km >= 0)
		row_say_int(row, "km", c->km);
	row_say(row, "debut", c->debut);
	row_say(row, "fin", c->fin);
	evenement_dress(r, row);
	row_say(row, "heures", creneau_heures(r, c->debut, c->fin));
	row_say_int(row, "minimum", c->minimum);
	row_say_int(row, "maximum", c->maximum);
	row_say_int(row, "pris", c->pris);
	row_say_int(row, "manque", c->minimum - c->pris);
	row_say(row, "etat", c->etat);
	row_say(row, "formation", c->formation);
	row_say_int(row, "age", c->age_min);
	row_say(row, "clos", creneau_closed(r, c));
	row_say_int(row, "sanshabitue", creneau_lacks_habitue(r, c));
}

/* Say Gens.N: who holds it, of those whom the reader sees; what they still have to say is for
 * organisers. */
static void
say_people(struct req *r, const struct creneau *c)
{
	if (said_int(r, "evenement.droit") < CONTRIBUER)
		return;
	db_list(r, "Gens",
		SQL("SELECT k.id, k.prenom, k.nom, p.cherche_le IS NOT NULL AS cherche,"
		    " p.confirmer_avant IS NOT NULL AS confirmer,"
		    " p.present_le IS NOT NULL AS present, p.parti_le, o.vue FROM creneau_place p"
		    " JOIN contact k ON k.id = p.contact_id"
		    " JOIN (SELECT o.id, " SEES(
			    "o") " AS vue FROM objet o) o ON o.id = k.id"
				 " WHERE p.creneau_id = ? AND p.etat = 'pris' AND (o.vue OR ?)"
				 " ORDER BY p.pris_le, k.id LIMIT 25"),
		ME(r), I(c->id), I(said_int(r, "evenement.droit") >= GERER));
	visages(r, "Gens", "id");
	for (struct row *g = row_first(r, "Gens"); g != NULL; g = row_next(g))
		if (*row_text(g, "parti_le") != '\0')
			row_say(g, "parti",
				text_hour(&r->mem, evenement_wall(row_text(g, "parti_le"))));
	say_int(r, "EnCours",
		clock_parse(c->debut) <= clock_now() && clock_parse(c->fin) > clock_now());
	if (said_int(r, "evenement.droit") < GERER)
		return;
	db_list(r, "Replis",
		SQL("SELECT k.id, k.prenom, k.nom FROM releve_demande d"
		    " JOIN releve v ON v.id = d.releve_id JOIN contact k ON k.id = d.contact_id"
		    " WHERE v.creneau_id = ? AND d.reponse = 'repli' AND v.ferme_le IS NULL"
		    " GROUP BY k.id ORDER BY d.repondu_le LIMIT 10"),
		I(c->id));
}

static void
say_own(struct req *r, const struct creneau *c)
{
	const char *before = "";
	struct row *row;

	db_one(r, "Moi",
		SQL("SELECT 1 AS tient, cherche_le, confirmer_avant FROM creneau_place"
		    " WHERE creneau_id = ? AND contact_id = ? AND etat = 'pris'"),
		I(c->id), I(r->user.id));
	row = row_at(r, "Moi");
	before = row_text(row, "confirmer_avant");
	if (*before != '\0')
		row_say(row, "avant", text_moment(&r->mem, clock_parse(before)));
	row_say_int(row, "tard", clock_parse(c->debut) - clock_now() < c->retrait_h * 3600);
}

static int
show(struct req *r, const struct creneau *c)
{
	agenda_say_creneau(r, c);
	say_people(r, c);
	say_own(r, c);
	say(r, "Creneau.consignesHtml",
		texte_html(r,
			arena_strdup(&r->mem,
				db_string(r, SQL("SELECT consignes FROM poste WHERE id = ?"),
					I(c->poste)))));
	title(r, "%s – %s", text_cut(&r->mem, c->titre, 80),
		text_cut(&r->mem, said(r, "evenement.titre"), 80));
	return page(r, "agenda/creneau.cs");
}

static int
agenda_creneau(struct req *r)
{
	struct creneau c;
	int refused = agenda_load_creneau(r, VOIR, &c);

	return refused != 0 ? refused : show(r, &c);
}

static int
its_page(struct req *r, const char *fait)
{
	const char *url = arena_printf(
		&r->mem, "/agenda/%" PRId64 "/creneaux/%" PRId64, caught_id(r, 0), caught_id(r, 1));

	return redirect(r, "%s?fait=%s", url, fait);
}

static int
agenda_leave_creneau(struct req *r)
{
	struct creneau c;
	int refused = agenda_load_creneau(r, VOIR, &c);

	if (refused != 0)
		return refused;
	switch (creneau_leave(r, r->user.id, c.id)) {
	case DEPART_FAIT: return its_page(r, "creneau-quitte");
	case DEPART_ATTEND: return its_page(r, "creneau-cherche");
	default:
		form_error(r, "general",
			"Ce créneau n’est plus à quitter\u00A0: il a commencé, ou vous"
			" ne le tenez pas.");
		show(r, &c);
		return r->status = 409;
	}
}

static int
agenda_confirm_creneau(struct req *r)
{
	struct creneau c;
	int refused = agenda_load_creneau(r, VOIR, &c);

	if (refused != 0)
		return refused;
	return its_page(
		r, creneau_confirm(r, r->user.id, c.id) ? "creneau-confirme" : "creneau-vu");
}

/* ---- organisers: its hours, how many people ---- */

static int
show_form(struct req *r, const struct creneau *c)
{
	agenda_say_creneau(r, c);
	if (r->method == GET) {
		form_value(r, "debut", wall_iso(&r->mem, evenement_wall(c->debut)));
		form_value(r, "fin", wall_iso(&r->mem, evenement_wall(c->fin)));
		form_value(r, "minimum", arena_printf(&r->mem, "%" PRId64, c->minimum));
		form_value(r, "maximum", arena_printf(&r->mem, "%" PRId64, c->maximum));
	}
	title(r, "Changer le créneau – %s", text_cut(&r->mem, c->titre, 100));
	return page(r, "agenda/creneau_form.cs");
}

static int
agenda_edit_creneau(struct req *r)
{
	struct creneau c;
	int refused = agenda_load_creneau(r, GERER, &c);

	return refused != 0 ? refused : show_form(r, &c);
}

struct hours {
	const char *debut, *fin;
	int64_t minimum, maximum;
};

static bool
read_hours(struct req *r, struct hours *h)
{
	const char *debut = "", *fin = "";
	const struct field fields[] = {
		{ "debut", WHEN(&debut), REQUIRED },
		{ "fin", WHEN(&fin), REQUIRED },
		{ "minimum", ID(&h->minimum), REQUIRED, .max = CRENEAU_GENS },
		{ "maximum", ID(&h->maximum), REQUIRED, .max = CRENEAU_GENS },
		{ 0 },
	};
	struct wall from, to;

	if (!form_read(r, fields))
		return false;
	if (!wall_read(debut, &from) || !wall_read(fin, &to))
		return false;
	h->debut = evenement_utc(r, from);
	h->fin = evenement_utc(r, to);
	if (strcmp(h->fin, h->debut) <= 0)
		form_error(r, "fin", "La fin vient après le début.");
	else if (clock_parse(h->fin) - clock_parse(h->debut) > 24 * 3600)
		form_error(r, "fin", "Un créneau dure 24 h au plus.");
	if (h->maximum < h->minimum)
		form_error(r, "maximum", "Ce nombre n’est pas inférieur au minimum.");
	return !r->invalid;
}

static bool
taken_hours(struct req *r, const struct creneau *c, const struct hours *h)
{
	return db_int(r,
		       SQL("SELECT 1 FROM creneau WHERE poste_id = ? AND debut = ? AND fin = ?"
			   " AND id <> ?"),
		       I(c->poste), S(h->debut), S(h->fin), I(c->id)) != 0;
}

/* Say Chocs.N.{qui, autre}: who would hold two that do not go together. */
static void
say_clashes(struct req *r, const struct creneau *c, const struct hours *h)
{
	struct creneau then = *c;
	struct clash all[CHOCS];
	unsigned n;

	then.debut = h->debut;
	then.fin = h->fin;
	then.jour = creneau_jour(r, evenement_wall(h->debut));
	n = creneau_clashes(r, &then, all);
	for (unsigned i = 0; i < n; i++) {
		struct row *row = row_nth(r, "Chocs", (int) i);

		row_say(row, "qui", creneau_qui(r, all[i].contact));
		row_say(row, "autre", all[i].autre);
	}
}

static int
agenda_change_creneau(struct req *r)
{
	struct creneau c;
	struct hours h = { 0 };
	int64_t again;
	int refused = agenda_load_creneau(r, GERER, &c);

	if (refused != 0)
		return refused;
	if (!read_hours(r, &h))
		return show_form(r, &c);
	if (taken_hours(r, &c, &h)) {
		form_error(r, "debut", "Ce poste a déjà un créneau à ces heures.");
		return show_form(r, &c);
	}
	again = creneau_ask_again(r, c.id, h.debut, h.fin);
	if (again > 0 && strcmp(param(r, "confirme"), "1") != 0) {
		say_int(r, "Reconfirmer", again);
		say_clashes(r, &c, &h);
		return show_form(r, &c);
	}
	if (!creneau_change(r, c.id, h.debut, h.fin, h.minimum, h.maximum)) {
		form_error(r, "maximum",
			arena_printf(&r->mem,
				"%" PRId64 " personnes y sont déjà\u00A0: annulez le créneau, ou"
				" gardez"
				" autant de places.",
				c.pris));
		return show_form(r, &c);
	}
	return its_page(r, "creneau-change");
}

static int
agenda_cancel_creneau(struct req *r)
{
	struct creneau c;
	const char *motif = "";
	const struct field fields[] = { { "motif", LINE(&motif), .max = 300 }, { 0 } };
	int refused = agenda_load_creneau(r, GERER, &c);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return show(r, &c);
	creneau_cancel(r, c.id, motif);
	return redirect(
		r, "/agenda/%" PRId64 "/postes?j=%s&fait=creneau-annule", c.evenement, c.jour);
}

static int
agenda_present_creneau(struct req *r)
{
	struct creneau c;
	int refused = agenda_load_creneau(r, GERER, &c);
	int64_t who = strtoll(param(r, "contact"), NULL, 10);

	if (refused != 0)
		return refused;
	if (strcmp(param(r, "present"), "parti") == 0)
		creneau_parti(r, c.id, who);
	else
		creneau_present(r, c.id, who, strcmp(param(r, "present"), "1") == 0);
	return its_page(r, "creneau-vu");
}

const struct route agenda_creneau_routes[] = {
	{ GET, ":id/creneaux/:creneau", PROSPECT, agenda_creneau },
	{ POST, ":id/creneaux/:creneau/quitter", PROSPECT, agenda_leave_creneau },
	{ POST, ":id/creneaux/:creneau/confirmer", PROSPECT, agenda_confirm_creneau },
	{ GET, ":id/creneaux/:creneau/modifier", PROSPECT, agenda_edit_creneau },
	{ POST, ":id/creneaux/:creneau/modifier", PROSPECT, agenda_change_creneau },
	{ POST, ":id/creneaux/:creneau/annuler", PROSPECT, agenda_cancel_creneau },
	{ POST, ":id/creneaux/:creneau/present", PROSPECT, agenda_present_creneau },
	{ 0 },
};
