/* import.c - an import as a whole, and blocks of lines on their way to the database */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/imports/import.h"

void
bloc_open(struct bloc *b, struct arena *mem)
{
	*b = (struct bloc) { .mem = mem, .json = { mem } };
}

const char *
bloc_json(struct bloc *b)
{
	return json_list(&b->json);
}

static void
load_columns(struct req *r, struct import *im, const char *entetes, const char *colonnes)
{
	const struct modele *m = modele(r);
	char *names = arena_strdup(&r->mem, entetes), *keys = arena_strdup(&r->mem, colonnes);
	char *name, *key;

	for (im->n = 0; im->n < IMPORT_COLONNES && (name = strsep(&names, "\x1f")) != NULL;
		im->n++) {
		im->colonnes[im->n] = (struct colonne) { .entete = name };
		key = strsep(&keys, ",");
		cible_of(m, key != NULL ? key : "", &im->colonnes[im->n]);
	}
}

/* That import, if it is the reader's (an administrator's look at all).  False: there is none. */
bool
import_load(struct req *r, int64_t id, struct import *im)
{
	const char *entetes, *colonnes;
	int mode;

	*im = (struct import) { .id = id };
	if (!db_read(r,
		    SQL("SELECT genre, nom, auteur_id, etat, lignes, entetes, colonnes, mode,"
			" efface FROM import WHERE id = ? AND genre IN ('fichier', 'lot')"
			" AND (auteur_id = ? OR ?)"),
		    INTO(TO(&im->genre), TO(&im->nom), TO(&im->auteur_id), TO(&im->etat),
			    TO(&im->lignes), TO(&entetes), TO(&colonnes), TO(&mode),
			    TO(&im->efface)),
		    I(id), I(r->user.id), I(r->user.level >= ADMIN)))
		return false;
	im->mode = (enum import_mode) mode;
	load_columns(r, im, entetes, colonnes);
	return true;
}

int64_t
import_new(struct req *r, const char *genre, const char *nom)
{
	return db_insert(r,
		SQL("INSERT INTO import (genre, nom, auteur_id, cree_le)"
		    " VALUES (?, ?, ?, UTC_TIMESTAMP())"),
		S(genre), S(text_cut(&r->mem, nom, 190)), I(r->user.id));
}

/* Lines of imports that can no longer be undone, and files that nobody applied, go. */
void
import_purge(struct req *r)
{
	db_exec(r,
		SQL("DELETE FROM import WHERE etat IN ('lu', 'essai')"
		    " AND cree_le < UTC_TIMESTAMP() - INTERVAL ? DAY"),
		I(IMPORT_JOURS));
	db_exec(r,
		SQL("DELETE l FROM import_ligne l JOIN import i ON i.id = l.import_id"
		    " WHERE i.applique_le < UTC_TIMESTAMP() - INTERVAL ? DAY"),
		I(IMPORT_JOURS));
	db_exec(r,
		SQL("DELETE l FROM import_changement l JOIN import i ON i.id = l.import_id"
		    " WHERE i.applique_le < UTC_TIMESTAMP() - INTERVAL ? DAY"),
		I(IMPORT_JOURS));
}
