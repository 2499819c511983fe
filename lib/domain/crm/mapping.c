/* mapping.c - the mapping file, checked against the fields here and the properties there */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/crm/mapping.h"
#include "domain/groupes/groupe.h"
#include "net/hubspot.h"

const struct column_info column_infos[COLUMNS] = {
	[CIVILITE] = { "civilite", 200 },
	[PRENOM] = { "prenom", 1000 },
	[NOM] = { "nom", 1000 },
	[EMAIL] = { "email", 320 },
	[TELEPHONE] = { "telephone", 200 },
	[VILLE] = { "ville", 1000 },
	[CODE_POSTAL] = { "code_postal", 40 },
	[DATE_NAISSANCE] = { "date_naissance", 200 },
	[STATUT] = { "statut", 40 },
	[TYPE_CONTACT] = { "type_contact", 40 },
};

static int
column_of(const char *name)
{
	for (int i = 0; i < COLUMNS; i++)
		if (strcmp(column_infos[i].name, name) == 0)
			return i;
	return NO_COLUMN;
}

/* One "champ = propriete" line; NULL, or what is wrong with it. */
static const char *
read_line(struct req *r, char *line, struct mapping *m)
{
	char champ[64], propriete[128], rest;
	struct mapped *f = &m->fields[m->n];
	int n = sscanf(line, " %63[a-z0-9_] = %127s %c", champ, propriete, &rest);
	const char *genre, *colonne;
	int64_t id;

	if (line[strspn(line, " \t\r\n")] == '\0' || line[strspn(line, " \t")] == '#')
		return NULL;
	if (n < 2 || (n == 3 && rest != '#'))
		return arena_printf(
			&r->mem, "\"champ = property\" is expected, not \"%.60s\"", line);
	if (m->n == MAPPED_FIELDS)
		return "too many lines";
	if (!db_read(r,
		    SQL("SELECT id, genre, colonne FROM champ WHERE cle = ? AND origine = 'hubspot'"
			" AND retire_le IS NULL"),
		    INTO(TO(&id), TO(&genre), TO(&colonne)), S(champ)))
		return arena_printf(&r->mem, "no field \"%s\" that HubSpot fills", champ);
	*f = (struct mapped) { arena_strdup(&r->mem, champ), arena_strdup(&r->mem, propriete),
		genre, id, column_of(colonne), false, false };
	m->n++;
	return NULL;
}

/* What was mapped on screen; a property that vanishes there stops nothing. */
static const char *
read_chosen(struct req *r, struct mapping *m)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT f.cle, p.propriete FROM crm_correspondance p"
		    " JOIN champ f ON f.id = p.champ_id"
		    " WHERE f.retire_le IS NULL ORDER BY p.propriete"));
	char *lines[MAPPED_FIELDS];
	unsigned n = 0;

	while (db_next(rows, &r->mem))
		if (n < MAPPED_FIELDS)
			lines[n++] = arena_printf(
				&r->mem, "%s = %s", db_text(rows, 0), db_text(rows, 1));
	for (unsigned i = 0; i < n; i++) {
		const char *why = read_line(r, lines[i], m);

		if (why != NULL)
			return why;
		m->fields[m->n - 1].chosen = true;
	}
	return NULL;
}

/* Fill M, whose texts live in R, from the file and from the screen.  NULL, or a sentence with
 * the line. */
const char *
mapping_read(struct req *r, const char *path, struct mapping *m)
{
	const char *text = path != NULL ? conf_file_text(path) : NULL;
	char *copy, *save;
	int number = 0;

	if (text == NULL)
		return arena_printf(&r->mem, "hubspot.mapping: %s cannot be read",
			path != NULL ? path : "(not set)");
	*m = (struct mapping) { 0 };
	copy = arena_own(&r->mem, (void *) text, free);
	for (char *line = copy; line != NULL; line = save) {
		const char *why;

		number++;
		save = strchr(line, '\n');
		if (save != NULL)
			*save++ = '\0';
		if ((why = read_line(r, line, m)) != NULL)
			return arena_printf(&r->mem, "%s:%d: %s", path, number, why);
	}
	if (m->n == 0)
		return arena_printf(&r->mem, "%s: no field is mapped", path);
	return read_chosen(r, m);
}

static struct mapped *
field_of(struct mapping *m, const char *property)
{
	for (unsigned i = 0; i < m->n; i++)
		if (strcmp(m->fields[i].propriete, property) == 0)
			return &m->fields[i];
	return NULL;
}

/* May a property of that type fill a field of that kind? */
static bool
fits(const struct mapped *f, const char *type)
{
	if (strcmp(f->genre, "date") == 0)
		return strcmp(type, "date") == 0 || strcmp(type, "datetime") == 0 ||
			strcmp(type, "string") == 0;
	if (f->chosen)
		return true;
	if (f->column == NO_COLUMN)
		return strcmp(type, "enumeration") == 0 || strcmp(type, "string") == 0;
	return strcmp(type, "enumeration") == 0 || strcmp(type, "string") == 0 ||
		strcmp(type, "phone_number") == 0;
}

static void
store_option(struct req *r, const struct mapped *f, json_object *option, int order)
{
	const char *value = json_text(option, "value"), *label = json_text(option, "label");

	if (value == NULL || *value == '\0' || strlen(value) > 190)
		return;
	db_exec(r,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle, ordre)"
		    " VALUES (?, ?, LEFT(?, 200), ?)"
		    " ON DUPLICATE KEY UPDATE libelle = VALUES(libelle), ordre ="
		    " VALUES(ordre), retire_le = NULL"),
		I(f->champ_id), S(value), S(label != NULL && *label != '\0' ? label : value),
		I(order));
}

/* Options follow HubSpot: one that is gone there is retired here, and its values are kept. */
static void
store_options(struct req *r, const struct mapped *f, json_object *options)
{
	size_t n = json_object_is_type(options, json_type_array) ?
		json_object_array_length(options) :
		0;

	if (n == 0)
		return;
	db_exec(r,
		SQL("UPDATE champ_option SET retire_le = UTC_TIMESTAMP() WHERE champ_id = ?"
		    " AND retire_le IS NULL"),
		I(f->champ_id));
	for (size_t i = 0; i < n; i++)
		store_option(r, f, json_object_array_get_idx(options, i), (int) i + 1);
}

static void
keep_property(struct req *r, json_object *p)
{
	const char *name = json_text(p, "name"), *label = json_text(p, "label");
	const char *type = json_text(p, "type"), *field = json_text(p, "fieldType");

	if (name == NULL || strlen(name) > 120 ||
		json_object_get_boolean(json_member(p, "archived")))
		return;
	db_exec(r,
		SQL("INSERT INTO crm_propriete (nom, libelle, genre, saisie, maison, vue_le)"
		    " VALUES (?, LEFT(?, 200), LEFT(?, 40), LEFT(?, 40), ?, UTC_TIMESTAMP())"
		    " ON DUPLICATE KEY UPDATE"
		    " libelle = VALUES(libelle), genre = VALUES(genre), saisie ="
		    " VALUES(saisie), retiree_le = NULL"),
		S(name), S(label != NULL ? label : name), S(type != NULL ? type : ""),
		S(field != NULL ? field : ""),
		I(!json_object_get_boolean(json_member(p, "hubspotDefined"))));
}

/* The definitions, for the screen of the administration: written when they have changed. */
static void
keep_properties(struct req *r, json_object *properties)
{
	const char *text = json_object_to_json_string_ext(properties, JSON_C_TO_STRING_PLAIN);
	const char *sum = sha256_hex(&r->mem, text, strlen(text));

	if (db_int(r, SQL("SELECT 1 FROM sync_etat WHERE cle = 'definitions' AND valeur = ?"),
		    S(sum)) != 0)
		return;
	db_exec(r,
		SQL("UPDATE crm_propriete SET retiree_le = UTC_TIMESTAMP()"
		    " WHERE retiree_le IS NULL"));
	for (size_t i = 0; i < json_object_array_length(properties); i++)
		keep_property(r, json_object_array_get_idx(properties, i));
	db_exec(r, SQL("REPLACE INTO sync_etat (cle, valeur) VALUES ('definitions', ?)"), S(sum));
}

/* Check the mapping against HubSpot's definitions and take over labels of options; groups
 * are made of the options of group fields.  Runs inside a transaction.  NULL, or what an
 * operator must mend; nothing is written then. */
const char *
mapping_define(struct req *r, struct mapping *m, json_object *properties)
{
	size_t n = json_object_is_type(properties, json_type_array) ?
		json_object_array_length(properties) :
		0;

	for (int writing = 0; writing < 2; writing++) {
		for (size_t i = 0; i < n; i++) {
			json_object *p = json_object_array_get_idx(properties, i);
			const char *name = json_text(p, "name"), *type = json_text(p, "type");
			struct mapped *f = name != NULL ? field_of(m, name) : NULL;

			if (f == NULL || type == NULL ||
				json_object_get_boolean(json_member(p, "archived")))
				continue;
			if (!fits(f, type))
				return arena_printf(&r->mem,
					"property %s is now of type %s, which %s cannot hold", name,
					type, f->champ);
			f->seen = true;
			if (writing)
				store_options(r, f, json_member(p, "options"));
		}
		for (unsigned i = 0; i < m->n && !writing; i++)
			if (!m->fields[i].seen && !m->fields[i].chosen)
				return arena_printf(&r->mem,
					"HubSpot has no property %s (field %s)",
					m->fields[i].propriete, m->fields[i].champ);
	}
	groupe_from_options(r);
	keep_properties(r, properties);
	return NULL;
}
