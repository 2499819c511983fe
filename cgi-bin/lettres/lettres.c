/* lettres.c - newsletters: one of them, made, changed, thrown away */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/lettres/lettre_audience.h"
#include "domain/objets/etiquette.h"
#include "lettres/redaction.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* The letter of the address, for who manages letters: 0, or the status to answer.  It is said as
 * "lettre".  Nobody else changes it while one writes. */
int
lettres_load(struct req *r, struct lettre *l)
{
	int64_t id = caught_id(r, 0);

	if (r->method == POST)
		lettre_hold(r, id);
	if (!db_one(r, "lettre",
		    SQL("SELECT o.id, o.titre, l.apercu, l.sorte, s.titre AS sorte_titre,"
			" l.audience, l.lisible, l.etat, l.modele, l.version, l.du_le,"
			" l.commence_le, l.fini_le, l.retenue, l.total, l.envoyes, l.refuses,"
			" l.rebonds, l.plaintes, l.desinscrits, l.debit, l.prete_le, l.edition,"
			" l.relu_version = l.version AS relue,"
			" o.modifie_le FROM lettre l JOIN objet o ON o.id = l.id"
			" JOIN lettre_sorte s ON s.cle = l.sorte"
			" WHERE l.id = ? AND l.supprime_le IS NULL AND " MANAGES("o")),
		    I(id), ME(r)) ||
		!lettre_read(r, id, l))
		return not_found(r);
	lettre_say_rights(r);
	return 0;
}

/* The same of one whose words may still change: a draft, or one that is held while it leaves, for
 * the rest; else 409. */
int
lettres_load_draft(struct req *r, struct lettre *l)
{
	int refused = lettres_load(r, l);

	if (refused != 0)
		return refused;
	if (!lettre_writes(r))
		return forbidden(r);
	if (strcmp(l->etat, "brouillon") != 0 && strcmp(l->etat, "pause") != 0)
		return refuse_why(r, 409, "partie",
			"Cette lettre est programmée ou partie\u00A0: déprogrammez-la, ou"
			" mettez-la en pause pour la corriger.");
	return 0;
}

/* Its page, for who writes it. */
int
lettres_page(struct req *r, const struct lettre *l)
{
	if (r->format == JSON) {
		static const char *const counts[] = { "total", "envoyes", "refuses", "rebonds",
			"desinscrits" };

		say(r, "etat", l->etat);
		for (unsigned i = 0; i < sizeof counts / sizeof *counts; i++)
			say_int(r, counts[i],
				said_id(r, arena_printf(&r->mem, "lettre.%s", counts[i])));
	}
	if (r->format != JSON && strcmp(l->etat, "brouillon") == 0 && lettre_writes(r)) {
		struct saisie s = saisie_asked(r, l);

		return redaction_show(r, l, &s);
	}
	lettres_say_envoi(r, l);
	etiquette_dress(r, l->id);
	title(r, "%s", text_cut(&r->mem, l->sujet, 120));
	return page(r, "lettres/fiche.cs");
}

static int
lettres_show(struct req *r)
{
	struct lettre l;
	int refused = lettres_load(r, &l);

	return refused == 404 ? lettres_read(r) : refused != 0 ? refused : lettres_page(r, &l);
}

static int
lettres_drop(struct req *r)
{
	struct lettre l;
	int refused = lettres_load_draft(r, &l);

	if (refused != 0)
		return refused;
	if (strcmp(l.etat, "brouillon") != 0)
		return refuse_why(r, 409, "partie",
			"Une lettre qui part ne se supprime pas\u00A0: arrêtez-la.");
	lettre_delete(r, l.id);
	return redirect(r, "/lettres?fait=supprimee");
}

static const struct route lettres_routes[] = {
	{ GET, ":id", PROSPECT, lettres_show },
	{ POST, ":id/supprimer", MEMBER, lettres_drop, .domaine = "lettres" },
	{ 0 },
};

extern const struct route lettres_apercu_routes[], lettres_archive_routes[];
extern const struct route lettres_blocs_routes[];
extern const struct route lettres_destinataires_routes[], lettres_editer_routes[];
extern const struct route lettres_essai_routes[], lettres_modeles_routes[];
extern const struct route lettres_envoi_routes[], lettres_verification_routes[];
extern const struct route lettres_en_ligne_routes[], lettres_rapport_routes[];
extern const struct route lettres_reprise_routes[];

/* One a line. */
/* clang-format off */
const struct area lettres_area = { "lettres", ROUTES(
	lettres_apercu_routes,
	lettres_archive_routes,
	lettres_blocs_routes,
	lettres_destinataires_routes,
	lettres_editer_routes,
	lettres_en_ligne_routes,
	lettres_envoi_routes,
	lettres_essai_routes,
	lettres_modeles_routes,
	lettres_rapport_routes,
	lettres_reprise_routes,
	lettres_routes,
	lettres_verification_routes
) };
/* clang-format on */
