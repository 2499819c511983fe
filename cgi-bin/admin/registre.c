/* registre.c - the register of processing, as it is in the program: to read, print, take along */

#include "db/db.h"
#include "domain/demandes/dpo.h"
#include "domain/demandes/traitement.h"
#include "domain/socle/journal.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/sheet.h"

static int
as_table(struct req *r)
{
	static const char *const columns[] = { "Traitement", "Finalité", "Base légale", "Personnes",
		"Données", "Destinataires", "Durée", "Tables" };
	enum { COLUMNS = sizeof columns / sizeof *columns };
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Registre", columns, COLUMNS);

	for (const struct traitement *t = traitements; t->cle != NULL; t++) {
		const char *const cells[COLUMNS] = { t->titre, t->finalite, t->base, t->personnes,
			t->donnees, t->destinataires, t->duree, t->tables };

		for (int i = 0; i < COLUMNS; i++)
			sheet_cell(sheet, cells[i]);
		sheet_row(sheet);
	}
	journal_apart(r, "registre.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "registre-des-traitements");
}

static int
admin_register(struct req *r)
{
	if (table_asked(r))
		return as_table(r);
	traitements_say(r, "traitements");
	dpo_say(r);
	title(r, "Registre des traitements");
	return page(r, "admin/registre.cs");
}

const struct route admin_registre_routes[] = {
	{ GET, "registre", ADMIN, admin_register, CSV | XLSX, .domaine = "protection" },
	{ 0 },
};
