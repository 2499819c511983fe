/* fiche.c - one news item: its page */

#include <inttypes.h>
#include <string.h>

#include "actualites/actualites.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/rendezvous.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/fichier.h"
#include "domain/objets/reaction.h"
#include "domain/objets/texte.h"
#include "web/reply.h"
#include "web/route.h"

enum { A_MINUTE = 1100 }; /* characters that one reads */

/* What the pages of a news item know of it.  Binds ME(r), her id. */
#define LOAD \
	"SELECT x.*, og.id AS groupe_id, og.titre AS groupe, c.prenom, c.nom," \
	" (SELECT titre FROM groupe_type ty WHERE ty.cle = x.engagement) AS engagement_titre," \
	" (SELECT GROUP_CONCAT(de.nom ORDER BY de.code SEPARATOR ', ')" \
	" FROM actualite_departement ad JOIN departement de ON de.code = ad.code" \
	" WHERE ad.actualite_id = x.id) AS territoire FROM" \
	" (SELECT o.id, o.titre, o.cree_par AS auteur_id, o.cree_le, o.modifie_le, a.sorte," \
	" a.chapeau, a.texte, a.image_id, a.image_alt, a.image_credit, a.engagement," \
	" a.portrait_id, a.accord, a.audience, a.commentaires, a.reactions, a.une, a.etat," \
	" a.du_le, a.publie_le, a.change_le, a.groupe_id AS de_groupe," \
	" a.liste_publiee, (SELECT COUNT(*) FROM fichier f_ WHERE f_.objet_id = a.id) AS pieces," \
	" a.groupe_id IS NULL AS siege, COALESCE((SELECT MAX(d_.droit) FROM acces d_" \
	" JOIN contact_public p_ ON p_.public_id = d_.public_id" \
	" WHERE d_.liste_id = o.liste_id AND p_.contact_id = ?), 0) AS droit" \
	" FROM actualite a JOIN objet o ON o.id = a.id WHERE a.id = ?" \
	" AND a.supprime_le IS NULL AND " SEES( \
		"o") ") x" \
		     " LEFT JOIN objet og ON og.id = x.de_groupe AND " SEES( \
			     "og") " LEFT JOIN contact c ON c.id = x.auteur_id"

/* Say the news item of the address as "actualite", for who has that right on it: 0, or the status
 * to answer. */
int
actualites_load(struct req *r, int droit)
{
	struct row *a;

	if (!db_one(r, "actualite", SQL(LOAD), I(r->user.id), I(caught_id(r, 0)), ME(r), ME(r)))
		return not_found(r);
	a = row_find(r, "actualite");
	actualite_dress(r, a);
	return row_int(a, "droit") >= droit ? 0 : forbidden(r);
}

/* Of what actualites_load() said: the same as long as she would agree to the same. */
const char *
actualites_print(struct req *r)
{
	static const char *const parts[] = { "titre", "chapeau", "texte", "image_id",
		"portrait_id" };
	const char *all = "";

	for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++)
		all = arena_printf(&r->mem, "%s\n%s", all,
			said(r, arena_printf(&r->mem, "actualite.%s", parts[i])));
	return arena_printf(&r->mem, "%.16s", sha256_hex(&r->mem, all, strlen(all)));
}

/* Its picture, and what hangs on it besides. */
static void
say_files(struct req *r, int64_t id)
{
	unsigned n = 0;

	if (said_int(r, "actualite.pieces") == 0)
		return;
	fichier_list(r, "pieces", id);
	for (struct row *f = row_first(r, "pieces"); f != NULL; f = row_next(f)) {
		if (row_id(f, "id") != said_id(r, "actualite.image_id")) {
			row_copy(row_nth(r, "fichiers", n++), "f", f);
			continue;
		}
		row_copy(row_page(r), "Image", f);
		say(r, "Image.alt", said(r, "actualite.image_alt"));
	}
}

/* "Suite": others that she may read, those of the same tags first. */
static void
say_next(struct req *r, int64_t id)
{
	db_list(r, "Suite",
		SQL(ACTUALITE_ROW " WHERE " ACTUALITE_LUE " AND a.id <> ?"
				  " ORDER BY (SELECT COUNT(*) FROM objet_etiquette x_"
				  " JOIN objet_etiquette y_ ON y_.etiquette_id = x_.etiquette_id"
				  " AND y_.objet_id = a.id WHERE x_.objet_id = ?) DESC,"
				  " a.publie_le DESC, a.id DESC LIMIT 3"),
		ME(r), I(r->user.id), I(id), I(id));
	for (struct row *row = row_first(r, "Suite"); row != NULL; row = row_next(row))
		actualite_dress(r, row);
}

static void
say_moments(struct req *r)
{
	struct row *a = row_find(r, "actualite");
	size_t minutes = text_length(row_text(a, "texte")) / A_MINUTE;
	const char *du_le = row_text(a, "du_le"), *change = row_text(a, "change_le");

	if (minutes > 0)
		row_say_int(a, "minutes", (int64_t) minutes);
	if (*du_le != '\0')
		row_say(a, "du", text_moment(&r->mem, clock_parse(du_le)));
	if (*change != '\0')
		row_say(a, "change", text_when(&r->mem, clock_parse(change), clock_now()));
	row_say(a, "texteHtml", texte_html_niveau(r, row_text(a, "texte"), 2));
}

static void
say_talk(struct req *r, int64_t id)
{
	if (said_int(r, "actualite.reactions") != 0) {
		struct row *one = row_nth(r, "Objets", 0);

		row_say_int(one, "id", id);
		reaction_say(r, "Objets", arena_printf(&r->mem, "[%" PRId64 "]", id), true);
	}
	if (said_int(r, "actualite.commentaires") != 0)
		commentaire_say(r, id, param(r, "avant"), said(r, "Retour"));
}

static int
actualites_fiche(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = actualites_load(r, VOIR);

	if (refused != 0)
		return refused;
	title(r, "%s", text_cut(&r->mem, said(r, "actualite.titre"), 120));
	if (r->format == JSON)
		return page(r, "actualites/fiche.cs");
	say(r, "Retour", arena_printf(&r->mem, "/actualites/%" PRId64, id));
	say_moments(r);
	say_files(r, id);
	etiquette_dress(r, id);
	if (strcmp(said(r, "actualite.etat"), "publiee") == 0) {
		say_talk(r, id);
		say_next(r, id);
		rendezvous_say_near(r, "Pres");
	}
	if (said_int(r, "actualite.droit") >= GERER && said_id(r, "actualite.liste_publiee") != 0)
		acces_nombre(r, "Liront", said_id(r, "actualite.liste_publiee"),
			said_id(r, "actualite.groupe_id"));
	if (said_id(r, "actualite.portrait_id") == r->user.id)
		say(r, "Moi", actualites_print(r));
	return page(r, "actualites/fiche.cs");
}

const struct route actualites_fiche_routes[] = {
	{ GET, ":id", PROSPECT, actualites_fiche },
	{ 0 },
};
