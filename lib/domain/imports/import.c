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

static void
start(struct bloc *b, const char *key)
{
	bool fresh = b->json.n == 0 || b->json.s[b->json.n - 1] == '}';

	if (fresh)
		buffer_puts(&b->json, b->json.n == 0 ? "[{" : ",{");
	else
		buffer_char(&b->json, ',');
	buffer_puts(&b->json, json_quoted(b->mem, key));
	buffer_char(&b->json, ':');
}

void
bloc_number(struct bloc *b, const char *key, int64_t n)
{
	start(b, key);
	buffer_puts(&b->json, arena_printf(b->mem, "%" PRId64, n));
}

void
bloc_text(struct bloc *b, const char *key, const char *text)
{
	start(b, key);
	buffer_puts(&b->json, json_quoted(b->mem, text));
}

void
bloc_end(struct bloc *b)
{
	buffer_char(&b->json, '}');
	b->n++;
}

const char *
bloc_json(struct bloc *b)
{
	buffer_puts(&b->json, b->n == 0 ? "[]" : "]");
	return buffer_text(&b->json);
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
	if (!db_one(r, "Import",
		    SQL("SELECT id, genre, nom, auteur_id, etat, lignes, entetes, colonnes, mode, efface FROM import"
			" WHERE id = ? AND (auteur_id = ? OR ?)"),
		    I(id), I(r->user.id), I(r->user.level >= ADMIN)))
		return false;
	*im = (struct import) { .id = id,
		.auteur_id = said_id(r, "Import.auteur_id"),
		.lignes = said_id(r, "Import.lignes"),
		.genre = said(r, "Import.genre"),
		.nom = said(r, "Import.nom"),
		.etat = said(r, "Import.etat"),
		.mode = (enum import_mode) strtol(said(r, "Import.mode"), NULL, 10),
		.efface = *said(r, "Import.efface") == '1' };
	load_columns(r, im, said(r, "Import.entetes"), said(r, "Import.colonnes"));
	return true;
}

int64_t
import_new(struct req *r, const char *genre, const char *nom)
{
	return db_insert(r,
		SQL("INSERT INTO import (genre, nom, auteur_id, cree_le) VALUES (?, ?, ?, UTC_TIMESTAMP())"),
		S(genre), S(text_cut(&r->mem, nom, 190)), I(r->user.id));
}

/* Lines of imports that can no longer be undone, and files that nobody applied, go. */
void
import_purge(struct req *r)
{
	db_exec(r,
		SQL("DELETE FROM import WHERE etat IN ('lu', 'essai') AND cree_le < UTC_TIMESTAMP() - INTERVAL ? DAY"),
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
