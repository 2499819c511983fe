/* correspondance.c - which property of HubSpot fills which field, and what is new there */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/contacts/champ.h"
#include "domain/contacts/plafond.h"
#include "domain/crm/mapping.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"

/* Rows of a page, which has room for them: properties that are taken, that could be, and values. */
enum { MAPPED = 18, FREE = 14, UNKNOWN = 10 };

/* HubSpot's word for a type, in French. */
static const char *
type_words(const char *type)
{
	static const char *const words[][2] = { { "string", "texte" }, { "enumeration", "liste" },
		{ "number", "nombre" }, { "date", "date" }, { "datetime", "date et heure" },
		{ "bool", "oui ou non" }, { "phone_number", "téléphone" } };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i][0], type) == 0)
			return words[i][1];
	return type;
}

static const char *
level_words(int64_t level)
{
	static const char *const words[] = { "", "Qui voit la personne", "Son groupe",
		"La coordination de ses groupes", "L’équipe salariée", "L’administration" };

	return level >= 1 && level <= 5 ? words[level] : "";
}

static void
say_mapped(struct req *r, const struct mapping *map)
{
	int64_t here = pager_asked(r);
	unsigned from = (unsigned) (here - 1) * MAPPED;

	say_list(r, "correspondances");
	for (unsigned i = from; i < map->n && i < from + MAPPED; i++) {
		const struct mapped *f = &map->fields[i];
		const char *at = arena_printf(&r->mem, "correspondances.%u", i - from);
		struct row *row;

		db_one(r, at,
			SQL("SELECT f.cle, f.libelle, f.genre, f.lecture, COALESCE(p.nom,"
			    " ?) AS propriete,"
			    " COALESCE(p.libelle, '') AS la_bas, COALESCE(p.genre, '') AS type,"
			    " p.retiree_le,"
			    " (SELECT COUNT(*) FROM champ_option o WHERE o.champ_id = f.id"
			    " AND o.retire_le IS NULL) AS options"
			    " FROM champ f LEFT JOIN crm_propriete p ON p.nom = ? WHERE f.id = ?"),
			S(f->propriete), S(f->propriete), I(f->champ_id));
		row = row_at(r, at);
		row_say(row, "lecture_texte", level_words(row_int(row, "lecture")));
		row_say(row, "origine", f->chosen ? "écran" : "fichier");
		row_say(row, "mots", type_words(row_text(row, "type")));
		row_say_int(row, "id", f->champ_id);
	}
	pager_say(r, "/admin/correspondance?page=", here, map->n, MAPPED);
}

/* Values that people have and that HubSpot's list does not hold (any more), of fields that the
 * reader reads everywhere. */
static void
say_unknown(struct req *r)
{
	db_list(r, "inconnues",
		SQL("SELECT f.cle, f.libelle, v.valeur, COUNT(*) AS personnes FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id"
		    " AND f.origine = 'hubspot' AND f.lecture <= ?"
		    " WHERE f.genre IN ('choix', 'choix_multiple', 'groupe') AND NOT EXISTS"
		    " (SELECT 1 FROM champ_option o WHERE o.champ_id = v.champ_id"
		    " AND o.valeur = v.valeur"
		    " AND o.retire_le IS NULL) GROUP BY v.champ_id, v.valeur"
		    " ORDER BY personnes DESC, f.ordre, v.valeur LIMIT ?"),
		I(plafond_lecture(r)), I(UNKNOWN));
	for (struct row *v = row_first(r, "inconnues"); v != NULL; v = row_next(v))
		row_say(v, "url",
			arena_printf(&r->mem, "/annuaire?%s=%s", row_text(v, "cle"),
				url_escape(r, row_text(v, "valeur"))));
}

/* Does that property fill a field already? */
static bool
is_mapped(const struct mapping *map, const char *nom)
{
	for (unsigned i = 0; i < map->n; i++)
		if (strcmp(map->fields[i].propriete, nom) == 0)
			return true;
	return false;
}

/* The mapping as it is; what is wrong with the file is said. */
static void
read_mapping(struct req *r, struct mapping *map)
{
	const char *wrong = mapping_read(r, conf.hubspot_mapping, map);

	if (wrong != NULL)
		say(r, "correspondance.erreur", wrong);
}

static int
admin_mapping(struct req *r)
{
	struct mapping map = { 0 };

	read_mapping(r, &map);
	say_mapped(r, &map);
	say_unknown(r);
	title(r, "Champs de HubSpot");
	return page(r, "admin/correspondance.cs");
}

/* Properties that fill nothing here: those that the association made, or all. */
static int
admin_unmapped(struct req *r)
{
	struct mapping map = { 0 };
	int64_t here = pager_asked(r), n = 0, all = *param(r, "toutes") != '\0';
	struct rows *rows;

	read_mapping(r, &map);
	rows = db_rows(r,
		SQL("SELECT p.nom, p.libelle, p.genre FROM crm_propriete p"
		    " WHERE p.retiree_le IS NULL AND (p.maison OR ?)"
		    " ORDER BY p.maison DESC, p.vue_le DESC, p.libelle, p.nom"),
		I(all));
	for (; db_next(rows, &r->mem);) {
		struct row *row;

		if (is_mapped(&map, db_text(rows, 0)) || n++ / FREE != here - 1)
			continue;
		row = row_at(r, arena_printf(&r->mem, "nouvelles.%" PRId64, (n - 1) % FREE));
		row_say(row, "nom", db_text(rows, 0));
		row_say(row, "libelle", db_text(rows, 1));
		row_say(row, "mots", type_words(db_text(rows, 2)));
	}
	pager_say(r,
		all ? "/admin/correspondance/nouvelles?toutes=1&page=" :
		      "/admin/correspondance/nouvelles?page=",
		here, n, FREE);
	if (all)
		say(r, "Filtre.toutes", "1");
	say_int(r, "Droits.complet", plafond_entier(r));
	title(r, "Reprendre une propriété de HubSpot");
	return page(r, "admin/proprietes.cs");
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

/* The field that property filled once and that is retired; 0: none. */
static int64_t
retired_field(struct req *r, const char *nom)
{
	return db_int(r,
		SQL("SELECT f.id FROM crm_correspondance k JOIN champ f ON f.id = k.champ_id"
		    " WHERE k.propriete = ? AND f.retire_le IS NOT NULL"),
		S(nom));
}

struct propriete {
	const char *nom, *libelle, *genre, *saisie;
};

/* A field of its own for that property. */
static int64_t
new_field(struct req *r, const struct propriete *p, int64_t lecture)
{
	int64_t id = db_insert(r,
		SQL("INSERT INTO champ (cle, libelle, genre, origine, lecture, ecriture, bloc,"
		    " ordre, finalite, conservation)"
		    " SELECT ?, ?, ?, 'hubspot', ?, 9, 'engagement', COALESCE(MAX(ordre), 0) + 10,"
		    " 'Tenu par le Siège dans HubSpot',"
		    " 'Durée de l’engagement' FROM champ"),
		S(free_key(r, p->nom)), S(text_cut(&r->mem, p->libelle, 120)),
		S(genre_for(p->genre, p->saisie)), I(lecture));

	db_exec(r, SQL("INSERT INTO crm_correspondance (propriete, champ_id) VALUES (?, ?)"),
		S(p->nom), I(id));
	return id;
}

/* From now on that property fills a field of its own, the one it filled before if there was one;
 * the next run of the sync reads everything. */
static int
admin_map(struct req *r)
{
	const char *nom, *lecture = plafond_entier(r) ? "4" : "5";
	struct mapping map = { 0 };
	struct propriete p;
	int64_t old;
	const struct field fields[] = { { "propriete", LINE(&nom), REQUIRED, .max = 120 },
		{ "lecture", CHOICE(&lecture), .choices = "1|2|3|4|5" }, { 0 } };

	form_read(r, fields);
	if (!r->invalid && !plafond_entier(r) && strcmp(lecture, "5") != 0)
		form_error(r, "lecture",
			"Personne ne lit encore cette propriété ici : reprenez-la pour"
			" l’administration seule. Une personne qui administre tout l’espace dira"
			" ensuite qui la lit.");
	if (r->invalid)
		return admin_unmapped(r);
	read_mapping(r, &map);
	if (!db_read(r,
		    SQL("SELECT p.nom, p.libelle, p.genre, p.saisie FROM crm_propriete p"
			" WHERE p.nom = ? AND p.retiree_le IS NULL"),
		    INTO(TO(&p.nom), TO(&p.libelle), TO(&p.genre), TO(&p.saisie)), S(nom)) ||
		is_mapped(&map, nom))
		return not_found(r);
	if (map.n >= MAPPED_FIELDS) {
		form_error(r, "propriete", "Aucune autre propriété ne peut être reprise.");
		return admin_unmapped(r);
	}
	if ((old = retired_field(r, nom)) != 0)
		db_exec(r, SQL("UPDATE champ SET retire_le = NULL, lecture = ? WHERE id = ?"),
			I(strtoll(lecture, NULL, 10)), I(old));
	else
		new_field(r, &p, strtoll(lecture, NULL, 10));
	db_exec(r, SQL("DELETE FROM sync_etat WHERE cle = 'curseur'"));
	modele_changed(r);
	journal(r, "correspondance.cree", 0, NULL, nom);
	return redirect(r, "/admin/correspondance?fait=correspondance");
}

const struct route admin_correspondance_routes[] = {
	{ GET, "correspondance", ADMIN, admin_mapping, .domaine = "administration" },
	{ POST, "correspondance", ADMIN, admin_map, .domaine = "administration" },
	{ GET, "correspondance/nouvelles", ADMIN, admin_unmapped, .domaine = "administration" },
	{ 0 },
};
