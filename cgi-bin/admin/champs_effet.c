/* champs_effet.c - what a change of a field does: who will read it no more, or will; its block, its
 * history */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "domain/acces/acces.h"
#include "domain/contacts/parcours.h"
#include "domain/contacts/plafond.h"
#include "web/form.h"
#include "web/reply.h"

/* The most that person V is to anybody: 5 administration, 4 staff, 3 looks after somebody, 2 shares
 * a group, 1 the others who may enter. */
#define MOST_OF \
	"CASE WHEN v.acces = 3 AND EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = v.id" \
	" AND k_.role = 'admin') THEN 5" \
	" WHEN v.acces = 3 THEN 4 WHEN EXISTS (SELECT 1 FROM contact_public p_" \
	" JOIN acces a_ ON a_.public_id = p_.public_id" \
	" AND a_.droit >= 3 JOIN objet o_ ON o_.liste_id = a_.liste_id AND o_.genre = 'contact'" \
	" WHERE p_.contact_id = v.id) THEN 3" \
	" WHEN EXISTS (SELECT 1 FROM membre g1_ JOIN membre g2_ ON g2_.groupe_id = g1_.groupe_id" \
	" AND g2_.fin IS NULL AND g2_.montre" \
	" AND g2_.contact_id <> v.id WHERE g1_.contact_id = v.id AND g1_.fin IS NULL) THEN 2" \
	" ELSE 1 END"

static int64_t
people_between(struct req *r, int64_t from, int64_t to)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM (SELECT " MOST_OF
		    " AS niveau FROM contact v WHERE v.acces > 0 AND v.retire_le IS NULL) n"
		    " WHERE n.niveau >= ? AND n.niveau < ?"),
		I(from), I(to));
}

/* Reading level BEFORE becomes AFTER: what that does has been shown and agreed to.  False: it is
 * said beside the field, with a box to tick. */
bool
admin_effect_agreed(struct req *r, int64_t before, int64_t after)
{
	int64_t n = before < after ? people_between(r, before, after) :
				     people_between(r, after, before);

	if (n == 0 || *param(r, "confirme") != '\0')
		return true;
	say(r, "Effet", "1");
	form_error(r, "lecture",
		arena_printf(&r->mem,
			before < after ?
				n > 1 ?
				"%" PRId64
				" personnes ne verront plus ce champ chez les autres. Cochez"
				" «\u00A0Je"
				" confirme\u00A0» en bas du formulaire, puis enregistrez." :
				"%" PRId64
				" personne ne verra plus ce champ chez les autres. Cochez «\u00A0Je"
				" confirme\u00A0» en bas du formulaire, puis enregistrez." :
				n > 1 ?
				"%" PRId64 " personnes de plus verront ce champ. Cochez «\u00A0Je"
				" confirme\u00A0» en bas"
				" du formulaire, puis enregistrez." :
				"%" PRId64 " personne de plus verra ce champ. Cochez «\u00A0Je"
				" confirme\u00A0» en bas du"
				" formulaire, puis enregistrez.",
			n));
	return false;
}

/* Is the field that is said as champ one that the reader does not read herself, everywhere? */
bool
admin_field_above(struct req *r)
{
	return said_int(r, "champ.lecture") > plafond_lecture(r);
}

/* Say champ.personnes: how many people have something in it. */
void
admin_field_filled(struct req *r)
{
	say_int(r, "champ.personnes",
		db_int(r,
			SQL("SELECT COUNT(DISTINCT contact_id) FROM champ_valeur"
			    " WHERE champ_id = ?"),
			S(said(r, "champ.id"))));
}

/* May the reader say who reads and writes that field (champ), and retire it?  What people have
 * written there is held by others: an administrator alone. */
bool
admin_field_free(struct req *r)
{
	const char *genre = said(r, "champ.genre");

	if (plafond_entier(r))
		return true;
	admin_field_filled(r);
	return *said(r, "champ.fixe") != '1' && strcmp(genre, "groupe") != 0 &&
		strcmp(genre, "etiquettes") != 0 && said_int(r, "champ.personnes") == 0;
}

int
admin_field_closed(struct req *r)
{
	return refuse_why(r, 403, NULL,
		"Une personne qui administre tout l’espace peut seule changer ce champ : vous ne le"
		" lisez pas chez tout le monde, ou il est déjà rempli. Demandez-le-lui.");
}

/* Do those levels stay, or may the reader choose them?  False: it is said beside them. */
bool
admin_field_agreed(struct req *r, const char *lecture, const char *ecriture)
{
	static const char why[] =
		"Ce champ est déjà rempli : une personne qui administre tout l’espace peut seule"
		" changer qui le lit et qui l’écrit.";

	if (admin_field_free(r))
		return true;
	if (strcmp(lecture, said(r, "champ.lecture")) != 0)
		form_error(r, "lecture", why);
	if (*ecriture != '\0' && strcmp(ecriture, said(r, "champ.ecriture")) != 0)
		form_error(r, "ecriture", why);
	return !r->invalid;
}

/* Say Liste.blocs, for the form of a field. */
void
admin_blocks(struct req *r, const char *bloc)
{
	static const char *const blocs[][2] = { { "identite", "Identité" },
		{ "coordonnees", "Coordonnées" }, { "engagement", "Engagement" },
		{ "profil", "Compétences et envies" } };

	for (size_t i = 0; i < 4; i++) {
		struct row *row = row_at(r, arena_printf(&r->mem, "Liste.blocs.%zu", i));

		row_say(row, "valeur", blocs[i][0]);
		row_say(row, "libelle", blocs[i][1]);
		if (strcmp(blocs[i][0], bloc) == 0)
			row_say(row, "choisi", "1");
	}
}

/* The field stands in that block of the page ("": where it is); whether its history is kept, as
 * sent with the form. */
void
admin_field_place(struct req *r, int64_t id, const char *bloc)
{
	bool suivi = *param(r, "suivi") != '\0';

	if (*bloc != '\0')
		db_exec(r, SQL("UPDATE champ SET bloc = ? WHERE id = ?"), S(bloc), I(id));
	if (*param(r, "suivi_montre") == '\0' ||
		db_exec(r, SQL("UPDATE champ SET suivi = ? WHERE id = ?"), I(suivi), I(id)) == 0)
		return;
	if (suivi)
		parcours_follow(r, id);
}
