/* contact_known.c - what is here of the contacts of one page of the CRM, in one statement */

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "domain/crm/contact_store.h"

/* In the order of enum column. */
#define KNOWN_COLUMNS \
	"COALESCE(c.civilite, ''), c.prenom, c.nom, c.email, c.telephone, c.ville, c.code_postal," \
	" c.date_naissance_brute, c.statut, c.type_contact"

static struct known *
one(struct req *r, struct rows *row)
{
	struct known *k = arena_alloc(&r->mem, sizeof *k);

	k->hubspot_id = db_num(row, 0);
	k->id = db_num(row, 1);
	k->retired = *db_text(row, 2) != '\0';
	k->modifie_le = arena_strdup(&r->mem, db_text(row, 3));
	k->valeurs = arena_strdup(&r->mem, db_text(row, 4));
	k->merged = db_num(row, 5) != 0;
	k->open = db_num(row, 6) != 0;
	k->leaving = db_num(row, 7) != 0;
	k->limited = db_num(row, 8) != 0;
	for (unsigned i = 0; i < COLUMNS; i++)
		k->columns[i] = arena_strdup(&r->mem, db_text(row, 9 + i));
	return k;
}

/* For each of the N contacts what is here of it, or NULL; texts in the request's memory. */
struct known **
contact_known(struct req *r, const struct crm_contact *contacts, size_t n)
{
	struct known **all = arena_alloc(&r->mem, (n + 1) * sizeof *all);
	struct buffer ids = { &r->mem };
	struct rows *rows;

	for (size_t i = 0; i < n; i++)
		json_add_id(&ids, contacts[i].hubspot_id);
	rows = db_rows(r,
		SQL("SELECT STRAIGHT_JOIN c.hubspot_id, c.id, c.retire_le, c.crm_modifie_le,"
		    " (SELECT GROUP_CONCAT(v.champ_id, ':', v.valeur SEPARATOR '\n')"
		    " FROM champ_valeur v"
		    " JOIN champ f ON f.id = v.champ_id AND f.origine = 'hubspot'"
		    " WHERE v.contact_id = c.id),"
		    " c.fusionne_dans IS NOT NULL, c.acces > 0,"
		    " s.contact_id IS NOT NULL, c.limite_le IS NOT NULL, " KNOWN_COLUMNS
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
		    " JOIN contact c ON c.hubspot_id = j.id"
		    " LEFT JOIN sync_sortie s ON s.contact_id = c.id AND s.etat <> 'faite'"),
		S(json_list(&ids)));
	while (db_next(rows, &r->mem)) {
		struct known *k = one(r, rows);

		for (size_t i = 0; i < n; i++)
			if (contacts[i].hubspot_id == k->hubspot_id)
				all[i] = k;
	}
	return all;
}
