/* import_colonne.c - what a column of a file is: guessed from its heading, said by the person,
 * kept */

#include <string.h>

#include "base/text.h"
#include "domain/imports/import.h"

enum { TWICE = 110 }; /* characters of a heading that a number follows */

static const struct {
	const char *entete, *cle;
} words[] = {
	{ "numero essaim", "id" },
	{ "id essaim", "id" },
	{ "numero hubspot", "hubspot_id" },
	{ "id hubspot", "hubspot_id" },
	{ "record id", "hubspot_id" },
	{ "courriel", "email" },
	{ "e mail", "email" },
	{ "mail", "email" },
	{ "adresse mail", "email" },
	{ "adresse e mail", "email" },
	{ "tel", "telephone" },
	{ "mobile", "telephone" },
	{ "cp", "code_postal" },
	{ "tags", "etiquettes" },
	{ "mots cles", "etiquettes" },
	{ "groupe local", "groupe" },
	{ "groupes", "groupe" },
	{ "bio", "bio" },
};

/* The word that stands for a column's target. */
const char *
cible_cle(const struct colonne *c)
{
	switch (c->cible) {
	case NUMERO: return "id";
	case HUBSPOT: return "hubspot_id";
	case CHAMP: return c->champ->cle;
	case RIEN: break;
	}
	return "";
}

/* Set the target that CLE stands for.  False: it stands for none. */
bool
cible_of(const struct modele *m, const char *cle, struct colonne *c)
{
	c->cible = RIEN;
	c->champ = NULL;
	if (strcmp(cle, "id") == 0)
		c->cible = NUMERO;
	else if (strcmp(cle, "hubspot_id") == 0)
		c->cible = HUBSPOT;
	else if ((c->champ = champ_find(m, cle)) != NULL)
		c->cible = CHAMP;
	return c->cible != RIEN;
}

/* Letters and digits with one space between. */
static const char *
plain(struct arena *mem, const char *s)
{
	char *folded = text_fold(mem, s), *to = folded;
	bool gap = false;

	for (const char *c = folded; *c != '\0'; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9')) {
			if (gap && to > folded)
				*to++ = ' ';
			*to++ = *c;
			gap = false;
		} else {
			gap = true;
		}
	*to = '\0';
	return folded;
}

static bool
taken(const struct import *im, const char *cle)
{
	for (unsigned i = 0; i < im->n; i++)
		if (im->colonnes[i].cible != RIEN && strcmp(cible_cle(&im->colonnes[i]), cle) == 0)
			return true;
	return false;
}

/* The field that a heading names by itself; "": none. */
static const char *
named(struct arena *mem, const struct modele *m, const char *entete)
{
	const char *name = plain(mem, entete);

	for (unsigned i = 0; i < m->n; i++)
		if (strcmp(plain(mem, m->champs[i].libelle), name) == 0 ||
			strcmp(plain(mem, m->champs[i].cle), name) == 0)
			return m->champs[i].cle;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].entete, name) == 0)
			return words[i].cle;
	return "";
}

/* Does that heading say who a line is about? */
bool
entete_is_key(struct arena *mem, const struct modele *m, const char *entete)
{
	const char *cle = named(mem, m, entete);

	return strcmp(cle, "id") == 0 || strcmp(cle, "hubspot_id") == 0 ||
		strcmp(cle, "email") == 0;
}

/* The heading of column I under which its target is kept: those that a file says twice are counted,
 * "Note", "Note (2)". */
static const char *
kept_as(struct req *r, const struct import *im, unsigned i)
{
	const char *entete = im->colonnes[i].entete;
	unsigned n = 1;

	for (unsigned k = 0; k < i; k++)
		n += strcmp(im->colonnes[k].entete, entete) == 0;
	return n == 1 ? entete :
			arena_printf(&r->mem, "%s (%u)", text_cut(&r->mem, entete, TWICE), n);
}

static bool
said_twice(const struct import *im, unsigned i)
{
	for (unsigned k = 0; k < im->n; k++)
		if (k != i && strcmp(im->colonnes[k].entete, im->colonnes[i].entete) == 0)
			return true;
	return false;
}

/* What column I was taken for the last time.  A heading that this file says once is the one of its
 * namesakes that was taken for something. */
static const char *
said_before(struct req *r, const struct import *im, unsigned i)
{
	const char *entete = im->colonnes[i].entete;

	if (said_twice(im, i))
		return db_string(r,
			SQL("SELECT cle FROM import_colonne WHERE auteur_id = ? AND entete = ?"),
			I(r->user.id), S(kept_as(r, im, i)));
	return db_string(r,
		SQL("SELECT cle FROM import_colonne WHERE auteur_id = ? AND entete IN (?, ?, ?)"
		    " ORDER BY cle = '', entete LIMIT 1"),
		I(r->user.id), S(entete),
		S(arena_printf(&r->mem, "%s (2)", text_cut(&r->mem, entete, TWICE))),
		S(arena_printf(&r->mem, "%s (3)", text_cut(&r->mem, entete, TWICE))));
}

static const char *
guess(struct req *r, const struct modele *m, const struct import *im, unsigned i)
{
	const char *before = said_before(r, im, i);

	return before != NULL ? before : named(&r->mem, m, im->colonnes[i].entete);
}

/* Propose what each column is; no field twice. */
void
import_guess(struct req *r, const struct modele *m, struct import *im)
{
	for (unsigned i = 0; i < im->n; i++) {
		const char *cle = guess(r, m, im, i);

		if (*cle != '\0' && !taken(im, cle))
			cible_of(m, cle, &im->colonnes[i]);
	}
}

static void
keep_column(struct req *r, const struct import *im, unsigned i, const char *cle)
{
	const char *entete = im->colonnes[i].entete;

	if (!said_twice(im, i)) /* nothing of a file that said it twice is true any more */
		db_exec(r,
			SQL("DELETE FROM import_colonne WHERE auteur_id = ? AND entete IN (?, ?)"),
			I(r->user.id),
			S(arena_printf(&r->mem, "%s (2)", text_cut(&r->mem, entete, TWICE))),
			S(arena_printf(&r->mem, "%s (3)", text_cut(&r->mem, entete, TWICE))));
	db_exec(r, SQL("REPLACE INTO import_colonne (auteur_id, entete, cle) VALUES (?, ?, ?)"),
		I(r->user.id), S(kept_as(r, im, i)), S(cle));
}

/* Keep what the columns are, for this import and for the next file with the same headings. */
void
import_columns_kept(struct req *r, const struct import *im)
{
	struct buffer keys = { &r->mem };

	for (unsigned i = 0; i < im->n; i++) {
		const char *cle = cible_cle(&im->colonnes[i]);

		buffer_puts(&keys, i > 0 ? "," : "");
		buffer_puts(&keys, cle);
		if (strcmp(im->genre, "fichier") == 0 && *im->colonnes[i].entete != '\0')
			keep_column(r, im, i, cle);
	}
	db_exec(r, SQL("UPDATE import SET colonnes = ?, mode = ?, efface = ? WHERE id = ?"),
		S(buffer_text(&keys)), I(im->mode), I(im->efface), I(im->id));
}

/* Does some column say who a line is about? */
bool
import_has_key(const struct import *im)
{
	return taken(im, "id") || taken(im, "hubspot_id") || taken(im, "email");
}
