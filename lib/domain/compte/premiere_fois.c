/* premiere_fois.c - the first profile step: fields of the CRM to read, fields of ours to fill in
 *
 * Both walk the table champ, so a field added on screen appears here too.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/compte/premiere_fois.h"

enum { BIO = 2000 };

/* The value of a field kept in a column of contact, in words. */
static const char *
in_words(struct req *r, const char *champ_id, const char *genre, const char *value)
{
	const char *label;

	if (strcmp(genre, "date") == 0 && *value != '\0')
		return text_day(&r->mem, value);
	if (strcmp(genre, "telephone") == 0)
		return text_phone_typed(&r->mem, value);
	if (strcmp(genre, "choix") != 0)
		return value;
	label = db_string(r,
		SQL("SELECT libelle FROM champ_option WHERE champ_id = ? AND valeur = ?"),
		S(champ_id), S(value));
	return label != NULL ? label : value;
}

static const char *
value_of(struct req *r, struct row *field)
{
	const char *column = row_text(field, "colonne");

	if (*column == '\0')
		return row_text(field, "valeurs");
	return in_words(r, row_text(field, "id"), row_text(field, "genre"),
		said(r, arena_printf(&r->mem, "Fiche.%s", column)));
}

/* Say champs.N.{libelle, origine, valeur}: what the CRM knows of this person. */
void
premiere_fois_known(struct req *r, int64_t contact_id)
{
	struct row *field;
	int n = 0;

	db_one(r, "Fiche", SQL("SELECT * FROM contact WHERE id = ?"), I(contact_id));
	db_list(r, "Champs",
		SQL("SELECT h.id, h.libelle, h.origine, h.genre, COALESCE(h.colonne,"
		    " '') AS colonne, COALESCE("
		    " (SELECT GROUP_CONCAT(COALESCE(p.libelle, v.valeur)"
		    " ORDER BY p.ordre, v.valeur SEPARATOR ', ')"
		    " FROM champ_valeur v LEFT JOIN champ_option p ON p.champ_id = v.champ_id"
		    " AND p.valeur = v.valeur WHERE v.contact_id = ? AND v.champ_id = h.id),"
		    " (SELECT GROUP_CONCAT(o.titre ORDER BY o.titre SEPARATOR ', ')"
		    " FROM " OWN_MEMBERSHIPS(
			    "m") " JOIN groupe g ON g.id = m.groupe_id"
				 " AND g.champ_id = h.id JOIN objet o ON o.id = g.id),"
				 " '') AS valeurs"
				 " FROM champ h WHERE h.origine = 'hubspot' AND h.retire_le IS NULL"
				 " ORDER BY h.ordre"),
		I(contact_id), I(contact_id));
	for (field = row_first(r, "Champs"); field != NULL; field = row_next(field)) {
		const char *value = value_of(r, field);
		struct row *row;

		if (*value == '\0')
			continue;
		row = row_nth(r, "champs", n++);
		row_say(row, "libelle", row_text(field, "libelle"));
		row_say(row, "origine", row_text(field, "origine"));
		row_say(row, "valeur", value);
	}
}

/* Say manquants.N.{cle, libelle, type, aide, options}: the fields that the person may fill in
 * and has not.  How many. */
int
premiere_fois_missing(struct req *r, int64_t contact_id)
{
	int n = db_list(r, "manquants",
		SQL("SELECT h.id, h.cle, h.libelle, h.genre AS type, h.aide FROM champ h"
		    " JOIN contact c ON c.id = ? WHERE h.origine = 'plateforme' AND h.ecriture <= 3"
		    " AND h.retire_le IS NULL"
		    " AND ((h.genre = 'choix_multiple' AND NOT EXISTS (SELECT 1 FROM champ_valeur v"
		    " WHERE v.contact_id = c.id AND v.champ_id = h.id)) OR (h.cle = 'bio'"
		    " AND c.bio = '')) ORDER BY h.ordre"),
		I(contact_id));

	for (int i = 0; i < n; i++)
		if (strcmp(said(r, arena_printf(&r->mem, "manquants.%d.type", i)),
			    "choix_multiple") == 0)
			db_list(r, arena_printf(&r->mem, "manquants.%d.options", i),
				SQL("SELECT valeur, libelle FROM champ_option WHERE champ_id = ?"
				    " AND retire_le IS NULL ORDER BY ordre, libelle"),
				S(said(r, arena_printf(&r->mem, "manquants.%d.id", i))));
	return n;
}

/* Those of the values sent that are options of the field. */
static void
save_choices(struct req *r, int64_t contact_id, const char *champ_id, const char *cle)
{
	const char *value;

	for (unsigned n = 0; n < 100 && (value = param_nth(r, cle, n)) != NULL; n++)
		db_exec(r,
			SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur)"
			    " SELECT ?, champ_id, valeur FROM champ_option WHERE champ_id = ?"
			    " AND valeur = ? AND retire_le IS NULL"),
			I(contact_id), S(champ_id), S(value));
}

/* Keep what was sent for the missing fields.  True: there was something. */
bool
premiere_fois_save(struct req *r, int64_t contact_id)
{
	int n = premiere_fois_missing(r, contact_id);
	bool some = false;

	for (int i = 0; i < n; i++) {
		const char *cle = said(r, arena_printf(&r->mem, "manquants.%d.cle", i)),
			   *value = param(r, cle);

		if (*value == '\0')
			continue;
		some = true;
		if (strcmp(cle, "bio") == 0)
			db_exec(r, SQL("UPDATE contact SET bio = ? WHERE id = ?"),
				S(text_cut(&r->mem, value, BIO)), I(contact_id));
		else
			save_choices(r, contact_id,
				said(r, arena_printf(&r->mem, "manquants.%d.id", i)), cle);
	}
	return some;
}
