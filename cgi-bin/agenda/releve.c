/* releve.c - finding people for a shift, or for one's own place; the page where they answer */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/text.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/releve.h"
#include "domain/objets/nommes.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

/* Organisers ask for free places; who holds it, for her own: 0, or the status to answer.  POUR: who
 * gives her place. */
static int
load(struct req *r, struct creneau *c, int64_t *pour)
{
	int refused = agenda_load_creneau(r, VOIR, c);
	bool manages;

	if (refused != 0)
		return refused;
	manages = said_int(r, "evenement.droit") >= GERER;
	*pour = 0;
	if ((!manages || strcmp(param(r, "pour"), "moi") == 0) &&
		db_int(r,
			SQL("SELECT 1 FROM creneau_place WHERE creneau_id = ? AND contact_id = ?"
			    " AND etat = 'pris'"),
			I(c->id), I(r->user.id)) != 0)
		*pour = r->user.id;
	return manages || *pour != 0 ? 0 : forbidden(r);
}

static const struct list list = { "", KEEPS("pour"), RELEVE_PAR, NULL };

static int
show(struct req *r, const struct creneau *c, int64_t pour)
{
	struct list here = list;
	int64_t total;

	here.path = arena_printf(
		&r->mem, "/agenda/%" PRId64 "/creneaux/%" PRId64 "/releve", c->evenement, c->id);
	agenda_say_creneau(r, c);
	say_int(r, "Besoin", releve_need(r, c->id, pour));
	if (creneau_closed(r, c) == NULL) {
		total = releve_candidates(r, "Gens", c->id, pager_asked(r));
		say_int(r, "Total", total);
		list_pager(r, &here, pager_asked(r), total);
		releve_others(r, "Autres", c->id);
	}
	say(r, "Pour", pour != 0 ? "moi" : "");
	db_list(r, "Parti",
		SQL("SELECT k.prenom, p.quitte_le, p.cherche_le FROM creneau_place p"
		    " JOIN contact k ON k.id = p.contact_id WHERE p.creneau_id = ?"
		    " AND (p.etat = 'quitte' OR p.cherche_le IS NOT NULL)"
		    " ORDER BY COALESCE(p.cherche_le, p.quitte_le) DESC LIMIT 1"),
		I(c->id));
	title(r, "Trouver la relève – %s", text_cut(&r->mem, said(r, "evenement.titre"), 100));
	return page(r, "agenda/releve.cs");
}

static int
agenda_releve(struct req *r)
{
	struct creneau c;
	int64_t pour;
	int refused = load(r, &c, &pour);

	return refused != 0 ? refused : show(r, &c, pour);
}

static int
agenda_ask_releve(struct req *r)
{
	struct creneau c;
	int64_t pour, who[RELEVE_GENS];
	const char *mot = "", *v;
	const struct field fields[] = { { "texte", TEXT(&mot), .max = 500 }, { 0 } };
	int refused = load(r, &c, &pour);
	unsigned n = 0;

	if (refused != 0)
		return refused;
	for (unsigned i = 0; n < RELEVE_GENS && (v = param_nth(r, "p", i)) != NULL; i++)
		who[n++] = strtoll(v, NULL, 10);
	if (!form_read(r, fields))
		return show(r, &c, pour);
	if (n == 0) {
		form_error(r, "general", "Choisissez au moins une personne.");
		return show(r, &c, pour);
	}
	if (releve_ask(r, c.id, pour, mot, who, n) == 0) {
		form_error(r, "general",
			"Personne n’a été sollicité\u00A0: ce créneau n’a plus besoin de relève, ou"
			" ces personnes ne sont plus libres.");
		show(r, &c, pour);
		return r->status = 409;
	}
	return redirect(r, "/agenda/%" PRId64 "/creneaux/%" PRId64 "?fait=releve-demandee",
		c.evenement, c.id);
}

/* Who would come if nobody else did is taken at her word. */
static int
agenda_keep_releve(struct req *r)
{
	struct creneau c;
	int64_t pour;
	const char *why;
	int refused = load(r, &c, &pour);

	if (refused != 0)
		return refused;
	if (pour != 0)
		return forbidden(r);
	why = releve_keep(r, c.id, strtoll(param(r, "contact"), NULL, 10));
	if (why == NULL)
		return redirect(r, "/agenda/%" PRId64 "/creneaux/%" PRId64 "?fait=creneau-change",
			c.evenement, c.id);
	form_error(r, "general", why);
	show(r, &c, pour);
	return r->status = 409;
}

/* ---- where one answers: by the key of the mail, without a session, or signed in ---- */

static int
show_answer(struct req *r, const struct releve_cle *k)
{
	if (!releve_say(r, k))
		return not_found(r);
	visage(r, row_at(r, "releve"), "auteur");
	title(r, "Pouvez-vous venir\u202F? – %s",
		text_cut(&r->mem, said(r, "releve.evenement"), 100));
	header(r, "Referrer-Policy", "no-referrer");
	return page(r, "agenda/reponse.cs");
}

static int
answer(struct req *r, const struct releve_cle *k, const char *here)
{
	const char *answer = param(r, "r"), *why = NULL;

	say(r, "Ici", here);
	if (strcmp(answer, "jamais") == 0)
		return releve_no_more(r, k) ? redirect(r, "%s?fait=releve-jamais", here) :
					      not_found(r);
	if (strcmp(answer, "oui") != 0 && strcmp(answer, "repli") != 0 &&
		strcmp(answer, "non") != 0)
		return show_answer(r, k);
	switch (releve_answer(r, k, answer, &why)) {
	case RELEVE_INCONNUE: return not_found(r);
	case RELEVE_REFUSEE:
		form_error(r, "general", why);
		if (show_answer(r, k) == 404)
			return 404;
		r->keep = true; /* who is late to leave is noted all the same */
		return r->status = 409;
	default: return redirect(r, "%s", here);
	}
}

static const char *
page_of_key(struct req *r)
{
	return arena_printf(&r->mem, "/agenda/releve/%s", url_escape(r, r->caught[0]));
}

static int
agenda_reponse(struct req *r)
{
	say(r, "Ici", page_of_key(r));
	return show_answer(r, &(struct releve_cle) { .jeton = r->caught[0] });
}

static int
agenda_answer(struct req *r)
{
	return answer(r, &(struct releve_cle) { .jeton = r->caught[0] }, page_of_key(r));
}

/* What the reader was asked for that shift, if she was. */
static const char *
own_page(struct req *r, struct releve_cle *k)
{
	*k = (struct releve_cle) { "", caught_id(r, 1) };
	return arena_printf(&r->mem, "/agenda/%" PRId64 "/creneaux/%" PRId64 "/demande",
		caught_id(r, 0), k->creneau);
}

static int
agenda_demande(struct req *r)
{
	struct releve_cle k;

	say(r, "Ici", own_page(r, &k));
	return show_answer(r, &k);
}

static int
agenda_demande_answer(struct req *r)
{
	struct releve_cle k;
	const char *here = own_page(r, &k);

	return answer(r, &k, here);
}

const struct route agenda_releve_routes[] = {
	{ GET, ":id/creneaux/:creneau/releve", PROSPECT, agenda_releve },
	{ POST, ":id/creneaux/:creneau/releve", PROSPECT, agenda_ask_releve },
	{ POST, ":id/creneaux/:creneau/retenir", PROSPECT, agenda_keep_releve },
	{ GET, ":id/creneaux/:creneau/demande", PROSPECT, agenda_demande },
	{ POST, ":id/creneaux/:creneau/demande", PROSPECT, agenda_demande_answer },
	{ GET, "releve/:jeton", PUBLIC, agenda_reponse, .secret = true },
	{ POST, "releve/:jeton", PUBLIC, agenda_answer, .unsigned_post = true, .secret = true },
	{ 0 },
};
