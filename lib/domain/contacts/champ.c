/* champ.c - the contact model, read once and kept while nothing says that it changed
 *
 * Whoever changes the model calls modele_changed(): every process sees it at its next
 * request.  What was changed without a word is seen within two seconds.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/fault.h"
#include "base/text.h"
#include "domain/contacts/champ.h"
#include "domain/socle/modele.h"

enum { NET = 2000 }; /* milliseconds between two full comparisons */

static struct {
	struct arena mem[2]; /* the old one lives on while a request may hold it */
	unsigned turn;
	struct modele modele;
	char *version, *checksum;
	int64_t checked;
} kept;

static enum champ_type
genre_of(const char *s)
{
	static const char *const names[] = { "texte", "long", "nombre", "date", "oui_non", "choix",
		"choix_multiple", "code_postal", "telephone", "courriel", "lien", "groupe",
		"etiquettes" };

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], s) == 0)
			return (enum champ_type) i;
	return G_TEXTE;
}

static void
load_fields(struct req *r, struct arena *mem, struct modele *m)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id, cle, libelle, aide, bloc, genre, COALESCE(colonne, ''),"
		    " origine = 'hubspot', lecture, ecriture"
		    " FROM champ WHERE retire_le IS NULL ORDER BY ordre, id"));
	struct champ *all = arena_alloc(
		mem, (size_t) db_int(r, SQL("SELECT COUNT(*) + 1 FROM champ")) * sizeof *all);

	m->champs = all;
	for (m->n = 0; db_next(rows, mem); m->n++) {
		const char *type = arena_strdup(mem, db_text(rows, 5));

		all[m->n] = (struct champ) {
			.id = (int) db_num(rows, 0),
			.rang = (int) m->n,
			.cle = arena_strdup(mem, db_text(rows, 1)),
			.libelle = arena_strdup(mem, db_text(rows, 2)),
			.aide = arena_strdup(mem, db_text(rows, 3)),
			.bloc = arena_strdup(mem, db_text(rows, 4)),
			.type = type,
			.genre = genre_of(type),
			.colonne = arena_strdup(mem, db_text(rows, 6)),
			.crm = db_num(rows, 7) != 0,
			.lecture = (int) db_num(rows, 8),
			.ecriture = (int) db_num(rows, 9),
		};
	}
}

/* Give each field its options, which come by field. */
static void
load_options(struct arena *mem, struct modele *m, struct rows *rows, int64_t n)
{
	struct option *all = arena_alloc(mem, (size_t) (n + 1) * sizeof *all);

	for (unsigned at = 0; at < n && db_next(rows, mem); at++)
		for (unsigned i = 0; i < m->n; i++) {
			struct champ *c = (struct champ *) &m->champs[i];

			if (c->id != db_num(rows, 0))
				continue;
			all[at] = (struct option) { arena_strdup(mem, db_text(rows, 1)),
				arena_strdup(mem, db_text(rows, 2)) };
			if (c->n_options++ == 0)
				c->options = &all[at];
		}
}

static void
load_groups(struct req *r, struct arena *mem, struct modele *m)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT g.id, o.titre, COALESCE(g.valeur, ''), COALESCE(g.champ_id, 0),"
		    " t.teinte, o.archive_le IS NOT NULL, g.ouverture = 'cache'"
		    " FROM groupe g JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type ORDER BY g.id"));
	int64_t n = db_int(r, SQL("SELECT COUNT(*) FROM groupe"));
	struct groupe_court *all = arena_alloc(mem, (size_t) (n + 1) * sizeof *all);

	m->groupes = all;
	for (m->n_groupes = 0; m->n_groupes < n && db_next(rows, mem); m->n_groupes++)
		all[m->n_groupes] = (struct groupe_court) {
			db_num(rows, 0),
			arena_strdup(mem, db_text(rows, 1)),
			arena_strdup(mem, db_text(rows, 2)),
			(int) db_num(rows, 3),
			(int) db_num(rows, 4),
			db_num(rows, 5) != 0,
			db_num(rows, 6) != 0,
		};
}

static void
load(struct req *r)
{
	struct arena *mem = &kept.mem[kept.turn = !kept.turn];

	arena_reset(mem);
	kept.modele = (struct modele) { 0 };
	load_fields(r, mem, &kept.modele);
	load_options(mem, &kept.modele,
		db_rows(r,
			SQL("SELECT champ_id, valeur, libelle FROM champ_option"
			    " WHERE retire_le IS NULL"
			    " UNION ALL SELECT f.id, e.id, e.nom FROM etiquette e"
			    " JOIN champ f ON f.genre = 'etiquettes'"
			    " ORDER BY 1, 3")),
		db_int(r,
			SQL("SELECT (SELECT COUNT(*) FROM champ_option WHERE retire_le IS NULL)"
			    " + (SELECT COUNT(*) FROM etiquette e"
			    " JOIN champ f ON f.genre = 'etiquettes')")));
	load_groups(r, mem, &kept.modele);
}

static const char *
checksum(struct req *r)
{
	return db_string(r,
		SQL("SELECT CONCAT_WS(':', (SELECT SUM(CRC32(CONCAT_WS('|', id, cle, libelle, aide,"
		    " genre, lecture,"
		    " ecriture, bloc, ordre, COALESCE(retire_le, '')))) FROM champ),"
		    " (SELECT SUM(CRC32(CONCAT_WS('|', champ_id, valeur, libelle, ordre,"
		    " COALESCE(retire_le, '')))) FROM champ_option),"
		    " (SELECT SUM(CRC32(CONCAT_WS('|', o.id, o.titre, g.ouverture,"
		    " COALESCE(o.archive_le, '')))) FROM groupe g"
		    " JOIN objet o ON o.id = g.id), (SELECT SUM(CRC32(CONCAT_WS('|', id, nom)))"
		    " FROM etiquette))"));
}

static bool
replace(char **old, const char *new)
{
	bool same = *old != NULL && strcmp(*old, new) == 0;

	if (!same) {
		free(*old);
		*old = strdup(new);
	}
	return !same;
}

/* The model as it is now.  Valid until the end of this request, which asks for it at every turn:
 * one that only reads sees the same all along, so it looks once. */
const struct modele *
modele(struct req *r)
{
	static const char owner;
	void **seen = req_kept(r, &owner);
	bool old;

	if (*seen != NULL && r->read_only)
		return &kept.modele;
	*seen = &kept.modele;
	old = replace(&kept.version,
		db_string(r,
			SQL("SELECT CONCAT_WS(':', (SELECT valeur FROM reglage"
			    " WHERE cle = 'modele'), (SELECT MAX(id) FROM groupe))")));

	if (old || clock_ms() - kept.checked > NET || clock_ms() < kept.checked) {
		kept.checked = clock_ms();
		old = replace(&kept.checksum, checksum(r)) || old;
	}
	if (old)
		load(r);
	return &kept.modele;
}

const struct champ *
champ_find(const struct modele *m, const char *cle)
{
	for (unsigned i = 0; i < m->n; i++)
		if (strcmp(m->champs[i].cle, cle) == 0)
			return &m->champs[i];
	return NULL;
}

/* Does that field hold words, each of which is kept (contact_words.c)? */
bool
champ_worded(const struct champ *c)
{
	static const char *const colonnes[] = { "prenom", "nom", "email", "telephone", "ville",
		"code_postal" };

	for (size_t i = 0; i < sizeof colonnes / sizeof *colonnes; i++)
		if (strcmp(c->colonne, colonnes[i]) == 0)
			return true;
	return *c->colonne == '\0' &&
		(c->genre == G_TEXTE || c->genre == G_LONG || c->genre == G_CODE_POSTAL ||
			c->genre == G_TELEPHONE || c->genre == G_COURRIEL || c->genre == G_LIEN);
}

/* Are people looked up by that field: by its words, or by the names of the choices made on
 * screen? */
bool
champ_sought(const struct champ *c)
{
	return champ_worded(c) ||
		(*c->colonne == '\0' && !c->crm &&
			(c->genre == G_CHOIX || c->genre == G_CHOIX_MULTIPLE));
}

/* The choice of that name: letter by letter, else the only one that is written so but for case and
 * accents.  NULL: there is none, or SEVERAL. */
const struct option *
champ_called(struct arena *mem, const struct champ *c, const char *libelle, bool *several)
{
	const char *folded = text_fold_signs(mem, libelle);
	const struct option *found = NULL;

	*several = false;
	for (unsigned i = 0; i < c->n_options; i++)
		if (strcmp(c->options[i].libelle, libelle) == 0)
			return &c->options[i];
	for (unsigned i = 0; i < c->n_options; i++)
		if (strcmp(text_fold_signs(mem, c->options[i].libelle), folded) == 0) {
			*several = found != NULL;
			found = &c->options[i];
			if (*several)
				return NULL;
		}
	return found;
}

/* What people read for that value; a value nobody announced is shown as it is. */
const char *
champ_label(const struct champ *c, const char *valeur)
{
	for (unsigned i = 0; i < c->n_options; i++)
		if (strcmp(c->options[i].valeur, valeur) == 0)
			return c->options[i].libelle;
	return valeur;
}

static int
by_id(const void *key, const void *g)
{
	int64_t a = *(const int64_t *) key, b = ((const struct groupe_court *) g)->id;

	return a < b ? -1 : a > b;
}

const struct groupe_court *
groupe_find(const struct modele *m, int64_t id)
{
	return m->n_groupes == 0 ?
		NULL :
		bsearch(&id, m->groupes, m->n_groupes, sizeof *m->groupes, by_id);
}

/* The field that a group belongs to: the one whose option made it, else the first of groups. */
const struct champ *
groupe_champ(const struct modele *m, const struct groupe_court *g)
{
	const struct champ *first = NULL;

	for (unsigned i = 0; i < m->n; i++) {
		if (m->champs[i].genre != G_GROUPE)
			continue;
		if (m->champs[i].id == g->champ_id)
			return &m->champs[i];
		if (first == NULL)
			first = &m->champs[i];
	}
	return first;
}
