/* objet.c - choose the tags of one thing, of any kind */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/niveau.h"
#include "domain/objets/adresse.h"
#include "domain/socle/genre.h"
#include "etiquettes/etiquettes.h"
#include "web/form.h"
#include "web/reply.h"

enum { OFFERED = 30 };

/* The thing, if the reader may choose its tags: else the status to answer. */
static int
load(struct req *r, int64_t id)
{
	const char *back;

	if (!db_one(r, "objet",
		    SQL("SELECT o.id, o.genre, o.titre, o.cadre_id FROM objet o WHERE o.id = ?"
			" AND " SEES("o")),
		    I(id), ME(r)) ||
		!genre_peut(said(r, "objet.genre"), ETIQUETE))
		return not_found(r);
	if (!etiquette_chooses(r, id))
		return forbidden(r);
	back = local_path(r, param(r, "retour"));
	if (back == NULL || *param(r, "retour") == '\0')
		back = adresse(r, said(r, "objet.genre"), id, said_id(r, "objet.cadre_id"));
	say(r, "Retour", back);
	return 0;
}

static bool
was_ticked(struct req *r, const char *id)
{
	const char *s;

	for (unsigned i = 0; (s = param_nth(r, "e", i)) != NULL; i++)
		if (strcmp(s, id) == 0)
			return true;
	return false;
}

/* The tags it bears, then those most used, as boxes; the rest is typed. */
static int
show(struct req *r, int64_t id)
{
	int64_t borne =
		db_int(r, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE objet_id = ?"), I(id));

	db_list(r, "Offre",
		SQL("SELECT e.id AS valeur, e.nom AS libelle, f.nom AS famille, f.teinte,"
		    " EXISTS (SELECT 1 FROM objet_etiquette x WHERE x.etiquette_id = e.id"
		    " AND x.objet_id = ?) AS porte,"
		    " " USES("e.id") " AS n FROM etiquette e JOIN etiquette_famille f ON f.id ="
				     " e.famille_id ORDER BY porte DESC, n DESC, e.nom LIMIT ?"),
		I(id), BEARS_ME(r), I(borne > OFFERED ? borne : OFFERED));
	for (struct row *o = row_first(r, "Offre"); o != NULL; o = row_next(o))
		if (r->invalid ? was_ticked(r, row_text(o, "valeur")) : row_int(o, "porte") != 0)
			row_say(o, "choisi", "1");
	db_list(r, "Familles",
		SQL("SELECT id AS valeur, nom AS libelle FROM etiquette_famille WHERE creation <= ?"
		    " ORDER BY ordre, nom"),
		I(niveau(r)));
	title(r, "Étiquettes\u00A0: %s", text_cut(&r->mem, said(r, "objet.titre"), 80));
	return page(r, "etiquettes/objet.cs");
}

static int
etiquettes_choose(struct req *r)
{
	int refused = load(r, caught_id(r, 0));

	return refused != 0 ? refused : show(r, caught_id(r, 0));
}

/* One name that was typed: an existing tag, or a new one if the reader says in which family. */
static int64_t
typed_tag(struct req *r, const char *nom, int64_t famille, bool anyway)
{
	int64_t id = etiquette_find(r, nom);

	if (id != 0)
		return id;
	if (text_length(nom) > ETIQUETTE_NOM)
		form_error(r, "noms", "Un nom d’étiquette a 80 caractères au plus.");
	else if (!anyway && etiquettes_say_near(r, nom, 0) > 0) {
		say(r, "Form.quand_meme.montre", "1");
		form_error(r, "noms",
			arena_printf(&r->mem,
				"«\u00A0%s\u00A0» n’existe pas, mais une étiquette lui"
				" ressemble\u00A0: prenez-la,"
				" ou confirmez.",
				nom));
	} else if (famille == 0)
		form_error(r, "noms",
			arena_printf(&r->mem,
				"«\u00A0%s\u00A0» n’existe pas. Pour la créer, choisissez sa"
				" famille.",
				nom));
	else if (!etiquette_creates(r, famille))
		form_error(r, "famille", "Choisissez une famille où vous pouvez créer.");
	else
		return etiquette_create(r, famille, nom);
	return 0;
}

static unsigned
read_choice_of_tags(struct req *r, int64_t *ids)
{
	const char *noms = "", *s;
	int64_t famille = 0;
	bool anyway = false;
	const struct field fields[] = {
		{ "noms", LINE(&noms), .max = 500 },
		{ "famille", ID(&famille) },
		{ "quand_meme", YES(&anyway) },
		{ 0 },
	};
	unsigned n = 0;
	char *rest, *one;

	if (!form_read(r, fields))
		return 0;
	for (unsigned i = 0; (s = param_nth(r, "e", i)) != NULL && n < ETIQUETTES_MAX; i++)
		if (db_int(r, SQL("SELECT 1 FROM etiquette WHERE id = ?"), S(s)) != 0)
			ids[n++] = strtoll(s, NULL, 10);
	rest = arena_strdup(&r->mem, noms);
	while ((one = strsep(&rest, ",;")) != NULL && n < ETIQUETTES_MAX && !r->invalid) {
		const char *nom = text_line(&r->mem, one);

		if (*nom != '\0')
			ids[n++] = typed_tag(r, nom, famille, anyway);
	}
	return n;
}

static int
etiquettes_chosen(struct req *r)
{
	int64_t id = caught_id(r, 0), ids[ETIQUETTES_MAX];
	int refused = load(r, id);
	unsigned n;

	if (refused != 0)
		return refused;
	n = read_choice_of_tags(r, ids);
	if (r->invalid)
		return show(r, id);
	etiquette_put(r, id, ids, n);
	return redirect(r, "%s", said(r, "Retour"));
}

const struct route etiquettes_objet_routes[] = {
	{ GET, "objet/:id", MEMBER, etiquettes_choose },
	{ POST, "objet/:id", MEMBER, etiquettes_chosen },
	{ 0 },
};
