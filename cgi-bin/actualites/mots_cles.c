/* mots_cles.c - the tags of a news item, typed in its form by their names */

#include <string.h>

#include "actualites/actualites.h"
#include "base/text.h"
#include "domain/objets/etiquette.h"
#include "web/form.h"

/* One that is not there is told with those whose names are near. */
static void
refuse_tag(struct req *r, const char *nom)
{
	int64_t ids[3];
	const char *noms[3];
	unsigned n = etiquette_near(r, nom, 0, ids, noms, 3);
	const char *near = "";

	for (unsigned i = 0; i < n; i++)
		near = arena_printf(&r->mem, "%s%s%s", near, i > 0 ? ", " : "", noms[i]);
	form_error(r, "etiquettes",
		n > 0 ? arena_printf(&r->mem,
				"Aucune étiquette ne s’appelle «\u00A0%s\u00A0». Voyez\u00A0: %s.",
				nom, near) :
			arena_printf(
				&r->mem, "Aucune étiquette ne s’appelle «\u00A0%s\u00A0».", nom));
}

/* "climat, vie de groupe" into IDS, at most ETIQUETTES_MAX; false: one is not known.  Nothing was
 * sent: *N is 0 and its tags stay. */
bool
actualites_read_tags(struct req *r, int64_t ids[], unsigned *n)
{
	char *rest = text_cut(&r->mem, param(r, "etiquettes"), 2000), *one;

	*n = 0;
	form_value(r, "etiquettes", param(r, "etiquettes"));
	while ((one = strsep(&rest, ",;\n")) != NULL && *n < ETIQUETTES_MAX) {
		const char *nom = text_line(&r->mem, one);
		int64_t id = *nom != '\0' ? etiquette_find(r, nom) : 0;

		if (id != 0)
			ids[(*n)++] = id;
		else if (*nom != '\0') {
			refuse_tag(r, text_cut(&r->mem, nom, ETIQUETTE_NOM));
			return false;
		}
	}
	return true;
}

void
actualites_show_tags(struct req *r, int64_t id)
{
	const char *all = db_string(r,
		SQL("SELECT GROUP_CONCAT(e.nom ORDER BY e.nom SEPARATOR ', ')"
		    " FROM objet_etiquette oe JOIN etiquette e ON e.id = oe.etiquette_id"
		    " WHERE oe.objet_id = ?"),
		I(id));

	form_value(r, "etiquettes", all != NULL ? arena_strdup(&r->mem, all) : "");
}
