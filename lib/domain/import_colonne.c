/* import_colonne.c - what a column of a file is: guessed from its heading, said by the person, kept */

#include <string.h>

#include "base/text.h"
#include "domain/import.h"

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

static const char *
guess(struct req *r, const struct modele *m, const char *entete)
{
	const char *said_before = db_string(r,
		SQL("SELECT cle FROM import_colonne WHERE auteur_id = ? AND entete = ?"),
		I(r->user.id), S(entete));
	const char *name = plain(&r->mem, entete);

	if (said_before != NULL)
		return said_before;
	for (unsigned i = 0; i < m->n; i++)
		if (strcmp(plain(&r->mem, m->champs[i].libelle), name) == 0 ||
			strcmp(plain(&r->mem, m->champs[i].cle), name) == 0)
			return m->champs[i].cle;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].entete, name) == 0)
			return words[i].cle;
	return "";
}

/* Propose what each column is; no field twice. */
void
import_guess(struct req *r, const struct modele *m, struct import *im)
{
	for (unsigned i = 0; i < im->n; i++) {
		const char *cle = guess(r, m, im->colonnes[i].entete);

		if (*cle != '\0' && !taken(im, cle))
			cible_of(m, cle, &im->colonnes[i]);
	}
}

/* Keep what the columns are, for this import and for the next file with the same headings. */
void
import_columns_kept(struct req *r, const struct import *im)
{
	struct str keys = { &r->mem };

	for (unsigned i = 0; i < im->n; i++) {
		const char *cle = cible_cle(&im->colonnes[i]);

		str_puts(&keys, i > 0 ? "," : "");
		str_puts(&keys, cle);
		if (strcmp(im->genre, "fichier") == 0 && *im->colonnes[i].entete != '\0')
			db_exec(r,
				SQL("REPLACE INTO import_colonne (auteur_id, entete, cle) VALUES (?, ?, ?)"),
				I(r->user.id), S(im->colonnes[i].entete), S(cle));
	}
	db_exec(r, SQL("UPDATE import SET colonnes = ?, mode = ?, efface = ? WHERE id = ?"),
		S(str_text(&keys)), I(im->mode), I(im->efface), I(im->id));
}

/* Does some column say who a line is about? */
bool
import_has_key(const struct import *im)
{
	return taken(im, "id") || taken(im, "hubspot_id") || taken(im, "email");
}
