/* membres_table.c - the people of a group as a table: their roles, and of each what its reader may
 * read */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/contacts/contact.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/journal.h"
#include "groupes/groupes.h"
#include "web/consultation.h"
#include "web/reply.h"
#include "web/sheet.h"

/* What such a table is worth in pages of people: as that of the directory. */
enum { WORTH = 20, FIELDS = 4, COLUMNS = 6 + FIELDS };

static const char *const fields[FIELDS] = { "email", "telephone", "code_postal", "ville" };

/* The rows of contact_row(), then roles, first and last day. */
static struct rows *
members(struct req *r, int64_t id)
{
	bool former = strcmp(param(r, "vue"), "anciens") == 0 && groupe_manages(r, id);

	return db_rows(r,
		SQL("SELECT " CONTACT_ROW ", '', " RELATION(
			"o") ", '', '', '', GROUP_CONCAT(DISTINCT IF(m.role = 'membre',"
			     " NULL, COALESCE(gr.titre, m.role))"
			     " ORDER BY gr.ordre, gr.titre SEPARATOR ', '), MIN(m.debut),"
			     " IF(MAX(m.fin IS NULL), NULL, MAX(m.fin))"
			     " FROM membre m JOIN contact c ON c.id = m.contact_id"
			     " JOIN objet o ON o.id = c.id"
			     " LEFT JOIN groupe_role gr ON gr.cle = m.role WHERE m.groupe_id = ?"
			     " AND (m.fin IS NULL OR ?) AND " SEES("o") " GROUP BY c.id"
									" ORDER BY c.tri, c.id"),
		RELATION_ME(r), I(id), I(former), ME(r));
}

/* "membres-groupe-local-de-paris-2026-11-30" */
static const char *
name_of(struct req *r)
{
	char *name =
		text_fold(&r->mem, arena_printf(&r->mem, "Membres %s", said(r, "groupe.titre")));

	for (char *c = name; *c != '\0'; c++)
		if (*c == ' ')
			*c = '-';
	return arena_printf(&r->mem, "%s-%s", name, text_iso_at(&r->mem, clock_now()));
}

static void
put_person(struct sheet *sheet, struct arena *mem, const struct modele *m, const struct personne *p,
	struct rows *rows)
{
	sheet_cell(sheet, p->text[P_NOM]);
	sheet_cell(sheet, p->text[P_PRENOM]);
	for (unsigned i = 0; i < 3; i++)
		sheet_cell(sheet, db_text(rows, P_COLUMNS + i));
	for (unsigned i = 0; i < FIELDS; i++) {
		const struct champ *c = champ_find(m, fields[i]);

		sheet_cell(sheet, c != NULL ? contact_text(mem, m, p, c) : "");
	}
	sheet_cell(sheet, p->text[P_ID]);
	sheet_row(sheet);
}

/* Who is in the group, and who was for who manages it. */
int
groupes_take_members(struct req *r, int64_t id)
{
	static const char *const columns[COLUMNS] = { "Nom", "Prénom", "Rôles", "Depuis le",
		"Jusqu’au", "Adresse courriel", "Téléphone", "Code postal", "Ville",
		"Numéro Essaim" };
	int slowed = consultation(r, WORTH);
	struct sheet *sheet;
	struct rows *rows;
	struct arena row = { 0 };
	int64_t n = 0;

	if (slowed != 0)
		return slowed;
	sheet = sheet_open(&r->mem, table_kind(r), "Membres", columns, COLUMNS);
	rows = members(r, id);
	for (; db_next(rows, &row); n++, arena_reset(&row)) {
		struct personne p = contact_row(r, rows);

		put_person(sheet, &row, modele(r), &p, rows);
	}
	arena_reset(&row);
	journal_apart(r, "groupe.membres_export", id, NULL, json_made(&r->mem, JN("lignes", n)));
	return reply_sheet(r, sheet, name_of(r));
}
