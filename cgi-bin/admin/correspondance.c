/* correspondance.c - which property of HubSpot fills which field, and what is new there */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/champ.h"
#include "domain/journal.h"
#include "domain/mapping.h"
#include "web/form.h"
#include "web/reply.h"

static const char *
level_words(int64_t level)
{
	static const char *const words[] = { "", "Qui voit la personne", "Son groupe",
		"La coordination de ses groupes", "L’équipe salariée", "L’administration" };

	return level >= 1 && level <= 5 ? words[level] : "";
}

static void
say_mapped(struct req *r)
{
	struct mapping map = { 0 };
	const char *wrong = mapping_read(r, conf.hubspot_mapping, &map);

	if (wrong != NULL)
		say(r, "correspondance.erreur", wrong);
	hdf_node(r, "correspondances");
	hdf_set_attr(r->hdf, "correspondances", "t", "a");
	for (unsigned i = 0; i < map.n; i++) {
		const struct mapped *f = &map.fields[i];
		const char *at = arena_printf(&r->mem, "correspondances.%u", i);
		HDF *row;

		db_one(r, at,
			SQL("SELECT f.cle, f.libelle, f.genre, f.lecture, COALESCE(p.nom, ?) AS propriete,"
			    " COALESCE(p.libelle, '') AS la_bas, COALESCE(p.genre, '') AS type, p.retiree_le,"
			    " (SELECT COUNT(*) FROM champ_option o WHERE o.champ_id = f.id AND o.retire_le IS NULL) AS options"
			    " FROM champ f LEFT JOIN crm_propriete p ON p.nom = ? WHERE f.id = ?"),
			S(f->propriete), S(f->propriete), I(f->champ_id));
		row = hdf_node(r, at);
		hdf_say(row, "lecture_texte", level_words(hdf_get_int_value(row, "lecture", 0)));
		hdf_say(row, "origine", f->chosen ? "écran" : "fichier");
	}
}

/* Values that people have and that HubSpot's list does not hold (any more). */
static void
say_unknown(struct req *r)
{
	db_list(r, "inconnues",
		SQL("SELECT f.cle, f.libelle, v.valeur, COUNT(*) AS personnes FROM champ_valeur v JOIN champ f ON f.id = v.champ_id"
		    " AND f.origine = 'hubspot' WHERE f.genre IN ('choix', 'choix_multiple', 'groupe') AND NOT EXISTS"
		    " (SELECT 1 FROM champ_option o WHERE o.champ_id = v.champ_id AND o.valeur = v.valeur"
		    " AND o.retire_le IS NULL) GROUP BY v.champ_id, v.valeur ORDER BY f.ordre, v.valeur LIMIT 200"));
	for (HDF *v = hdf_get_obj(r->hdf, "inconnues.0"); v != NULL; v = hdf_obj_next(v))
		hdf_say(v, "url",
			arena_printf(&r->mem, "/annuaire?%s=%s", hdf_get_value(v, "cle", ""),
				url_escape(r, hdf_get_value(v, "valeur", ""))));
}

static void
say_unmapped(struct req *r)
{
	db_list(r, "nouvelles",
		SQL("SELECT p.nom, p.libelle, p.genre, p.saisie, p.maison, p.vue_le FROM crm_propriete p"
		    " WHERE p.retiree_le IS NULL AND (p.maison OR ?) ORDER BY p.maison DESC, p.vue_le DESC, p.libelle LIMIT 500"),
		I(*param(r, "toutes") != '\0'));
	for (HDF *p = hdf_get_obj(r->hdf, "nouvelles.0"); p != NULL; p = hdf_obj_next(p))
		for (HDF *c = hdf_get_obj(r->hdf, "correspondances.0"); c != NULL;
			c = hdf_obj_next(c))
			if (strcmp(hdf_get_value(c, "propriete", ""),
				    hdf_get_value(p, "nom", "")) == 0)
				hdf_say(p, "remplit", hdf_get_value(c, "libelle", ""));
}

int
admin_mapping(struct req *r)
{
	say_mapped(r);
	say_unmapped(r);
	say_unknown(r);
	if (*param(r, "toutes") != '\0')
		say(r, "Filtre.toutes", "1");
	title(r, "Champs de HubSpot");
	return page(r, "admin/correspondance.cs");
}

/* The kind of field that holds a property of that type. */
static const char *
genre_for(const char *type, const char *field)
{
	static const struct {
		const char *type, *genre;
	} kinds[] = { { "date", "date" }, { "datetime", "date" }, { "number", "nombre" },
		{ "phone_number", "telephone" }, { "bool", "choix" } };

	if (strcmp(type, "enumeration") == 0)
		return strcmp(field, "checkbox") == 0 ? "choix_multiple" : "choix";
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].genre;
	return "texte";
}

/* A free key for a field made from property NAME. */
static const char *
free_key(struct req *r, const char *name)
{
	char *cle = arena_strdup(&r->mem, name);

	for (char *s = cle; *s != '\0'; s++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_", *s) == NULL)
			*s = '_';
	if (strlen(cle) > 36)
		cle[36] = '\0';
	return db_int(r, SQL("SELECT 1 FROM champ WHERE cle = ?"), S(cle)) == 0 ?
		cle :
		arena_printf(&r->mem, "hs_%s", cle);
}

/* From now on that property fills a field of its own; the next run of the sync reads everything. */
int
admin_map(struct req *r)
{
	const char *nom, *lecture = "4";
	int64_t id;
	const struct field fields[] = { { "propriete", LINE(&nom), REQUIRED, .max = 120 },
		{ "lecture", CHOICE(&lecture), .choices = "1|2|3|4|5" }, { 0 } };

	if (!form_read(r, fields))
		return admin_mapping(r);
	if (!db_one(r, "Propriete",
		    SQL("SELECT p.nom, p.libelle, p.genre, p.saisie FROM crm_propriete p LEFT JOIN crm_correspondance c"
			" ON c.propriete = p.nom WHERE p.nom = ? AND p.retiree_le IS NULL AND c.propriete IS NULL"),
		    S(nom)))
		return not_found(r);
	id = db_insert(r,
		SQL("INSERT INTO champ (cle, libelle, genre, origine, lecture, ecriture, bloc, ordre, finalite, conservation)"
		    " SELECT ?, ?, ?, 'hubspot', ?, 9, 'engagement', COALESCE(MAX(ordre), 0) + 10, 'Tenu par le Siège dans HubSpot',"
		    " 'Durée de l’engagement' FROM champ"),
		S(free_key(r, nom)), S(text_cut(&r->mem, said(r, "Propriete.libelle"), 120)),
		S(genre_for(said(r, "Propriete.genre"), said(r, "Propriete.saisie"))),
		I(strtoll(lecture, NULL, 10)));
	db_exec(r, SQL("INSERT INTO crm_correspondance (propriete, champ_id) VALUES (?, ?)"),
		S(nom), I(id));
	db_exec(r, SQL("DELETE FROM sync_etat WHERE cle = 'curseur'"));
	modele_changed(r);
	journal(r, "correspondance.cree", 0, NULL, nom);
	return redirect(r, "/admin/correspondance?fait=correspondance");
}
