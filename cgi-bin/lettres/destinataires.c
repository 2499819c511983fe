/* destinataires.c - to whom a draft goes: chosen, counted, browsed */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/objets/nommes.h"
#include "lettres/lettres.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 30 };

/* A draft, whose audience may still change: 0, or the status to answer. */
static int
load(struct req *r, struct lettre *l)
{
	int refused = lettres_load_draft(r, l);

	if (refused != 0)
		return refused;
	if (strcmp(l->etat, "brouillon") != 0 || l->modele)
		return refuse_why(
			r, 409, "partie", "Les destinataires de cette lettre ne changent plus.");
	return 0;
}

/* Who gets it, or who does not and why: a page of them, as the reader may see them. */
static void
say_people(struct req *r, const struct lettre *l)
{
	const struct list list = { arena_printf(
					   &r->mem, "/lettres/%" PRId64 "/destinataires", l->id),
		KEEPS("vue"), PAR };
	bool not = strcmp(param(r, "vue"), "non") == 0;
	int64_t here = pager_asked(r), n, without;
	struct lettre_gens g;

	if (!lettre_recipients_of(r, l->audience, l->sorte, &g)) {
		if (*l->audience != '\0')
			say(r, "Gens.refus", g.refus);
		return;
	}
	n = lettre_recipients_count(r, &g);
	without = lettre_recipients_why(r, &g, "Pourquoi");
	say_int(r, "Gens.nombre", n);
	say(r, "Gens.dit", text_number(&r->mem, n));
	say_int(r, "Gens.sans", without);
	say_int(r, "Gens.vue", not);
	(not? lettre_recipients_not : lettre_recipients_list)(
		r, &g, "Personnes", PAR, (here - 1) * PAR);
	visages(r, "Personnes", "id");
	list_pager(r, &list, here, not? without : n);
}

static int
show(struct req *r, const struct lettre *l)
{
	static const char *const lisibles[][2] = { { "audience",
							   "Les destinataires (ceux d’un public)" },
		{ "siege", "L’équipe salariée seule" },
		{ "benevoles", "Les bénévoles et l’équipe salariée" },
		{ "tous", "Tout le monde, sympathisant-e-s compris" } };

	audience_offer(r, "Audiences", l->audience);
	choices_cut(r, row_at(r, "Audiences"), row_at(r, "Form.audience"), "cherche");
	for (unsigned i = 0; i < sizeof lisibles / sizeof *lisibles; i++) {
		struct row *o = row_nth(r, "Lisibles", i);

		row_say(o, "valeur", lisibles[i][0]);
		row_say(o, "libelle", lisibles[i][1]);
		if (strcmp(l->lisible, lisibles[i][0]) == 0)
			row_say(o, "choisi", "1");
	}
	say_people(r, l);
	title(r, "%s, destinataires", text_cut(&r->mem, l->sujet, 100));
	return page(r, "lettres/destinataires.cs");
}

static int
ask(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);

	return refused != 0 ? refused : show(r, &l);
}

static int
choose(struct req *r)
{
	struct lettre l;
	const struct field fields[] = {
		{ "audience", LINE(&l.audience), .max = 80 },
		{ "lisible", CHOICE(&l.lisible), .choices = "audience|siege|benevoles|tous" },
		{ 0 },
	};
	int refused = load(r, &l);

	if (refused != 0)
		return refused;
	form_read(r, fields);
	if (choices_sought(r))
		return show(r, &l);
	if (*l.audience != '\0' && audience_title(r, l.audience) == NULL)
		form_error(r, "audience", "Choisissez des destinataires dans la liste.");
	if (r->invalid)
		return show(r, &l);
	lettre_save(r, &l);
	return redirect(r, "/lettres/%" PRId64 "/destinataires?fait=enregistree", l.id);
}

const struct route lettres_destinataires_routes[] = {
	{ GET, ":id/destinataires", MEMBER, ask, .domaine = "lettres" },
	{ POST, ":id/destinataires", MEMBER, choose, .domaine = "lettres" },
	{ 0 },
};
