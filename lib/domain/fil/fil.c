/* fil.c - pages of publications, the newest first
 *
 * Each page walks an index from where the page before ended, so that the hundred thousandth
 * publication costs what the first does; then one statement for the page for each thing shown.
 */

#include <inttypes.h>
#include <stdlib.h>

#include "base/json.h"
#include "domain/acces/appartenance.h"
#include "domain/fil/fil.h"
#include "domain/fil/sondage.h"
#include "domain/objets/adresse.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/fichier.h"
#include "domain/objets/reaction.h"
#include "domain/objets/texte.h"

static void
take(struct req *r, struct fil *f, struct rows *rows)
{
	while (db_next(rows, &r->mem) && f->n <= FIL_PAR)
		f->ids[f->n++] = db_num(rows, 0);
	f->suite = f->n > FIL_PAR;
	if (f->suite)
		f->n = FIL_PAR;
}

static int64_t
before(int64_t avant)
{
	return avant > 0 ? avant : INT64_MAX;
}

/* Those that stand above the others of a group. */
void
fil_pinned(struct req *r, struct fil *f, int64_t groupe_id)
{
	*f = (struct fil) { 0 };
	take(r, f,
		db_rows(r,
			SQL("SELECT p.id FROM publication p JOIN objet o ON o.id = p.id"
			    " WHERE p.groupe_id = ? AND p.epingle_le IS NOT NULL AND " SEES(
				    "o") " ORDER BY p.epingle_le DESC LIMIT 3"),
			I(groupe_id), ME(r)));
}

/* Those of a group that are not pinned, from before AVANT (0: the newest). */
void
fil_of_group(struct req *r, struct fil *f, int64_t groupe_id, int64_t avant)
{
	*f = (struct fil) { 0 };
	take(r, f,
		db_rows(r,
			SQL("SELECT STRAIGHT_JOIN p.id FROM publication p FORCE INDEX (groupe_id)"
			    " JOIN objet o ON o.id = p.id"
			    " WHERE p.groupe_id = ? AND p.id < ? AND p.epingle_le IS NULL"
			    " AND " SEES("o") " ORDER BY p.id DESC LIMIT 7"),
			I(groupe_id), I(before(avant)), ME(r)));
}

static int
newer(const void *a, const void *b)
{
	int64_t x = *(const int64_t *) a, y = *(const int64_t *) b;

	return (x < y) - (x > y);
}

/* Those of my groups: the newest of each, put together. */
void
fil_of_mine(struct req *r, struct fil *f, int64_t avant)
{
	int64_t all[FIL_GROUPES * (FIL_PAR + 1)];
	size_t n = 0;
	struct rows *groups = db_rows(r,
		SQL("SELECT DISTINCT m.groupe_id FROM " OWN_MEMBERSHIPS(
			"m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
			     " LIMIT 50"),
		I(r->user.id));

	while (db_next(groups, &r->mem)) {
		struct rows *rows = db_rows(r,
			SQL("SELECT STRAIGHT_JOIN p.id FROM publication p FORCE INDEX (groupe_id)"
			    " JOIN objet o ON o.id = p.id"
			    " WHERE p.groupe_id = ? AND p.id < ? AND p.supprime_le IS NULL"
			    " AND " SEES("o") " ORDER BY p.id DESC LIMIT 7"),
			I(db_num(groups, 0)), I(before(avant)), ME(r));

		for (int i = 0; i <= FIL_PAR && db_next(rows, &r->mem); i++)
			all[n++] = db_num(rows, 0);
	}
	qsort(all, n, sizeof *all, newer);
	*f = (struct fil) { .suite = n > FIL_PAR };
	for (; f->n < n && f->n < FIL_PAR; f->n++)
		f->ids[f->n] = all[f->n];
}

/* Those by staff. */
void
fil_of_siege(struct req *r, struct fil *f, int64_t avant)
{
	*f = (struct fil) { 0 };
	take(r, f,
		db_rows(r,
			SQL("SELECT STRAIGHT_JOIN p.id FROM publication p FORCE INDEX (siege)"
			    " JOIN objet o ON o.id = p.id"
			    " WHERE p.siege AND p.id < ? AND p.supprime_le IS NULL AND " SEES(
				    "o") " ORDER BY p.id DESC LIMIT 7"),
			I(before(avant)), ME(r)));
}

/* All that the reader may see, among the last ten thousand. */
void
fil_of_all(struct req *r, struct fil *f, int64_t avant)
{
	*f = (struct fil) { 0 };
	take(r, f,
		db_rows(r,
			SQL("SELECT STRAIGHT_JOIN p.id FROM (SELECT id FROM publication"
			    " WHERE id < ?"
			    " ORDER BY id DESC LIMIT 10000) q JOIN publication p ON p.id = q.id"
			    " JOIN objet o ON o.id = p.id"
			    " WHERE p.supprime_le IS NULL AND " SEES("o") " LIMIT 7"),
			I(before(avant)), ME(r)));
}

/* ---- what is shown of each ---- */

static const char *
json_ids(struct req *r, const struct fil *f)
{
	struct buffer out = { &r->mem };

	for (unsigned i = 0; i < f->n; i++)
		json_add_id(&out, f->ids[i]);
	return json_list(&out);
}

static void
say_rows(struct req *r, const char *list, const char *ids)
{
	db_list(r, list,
		SQL("SELECT STRAIGHT_JOIN 1 + " MAY("o",
			"2") " AS droit, o.id, p.genre, p.titre,"
			     " p.texte, p.important, p.siege, p.joints,"
			     " p.epingle_le IS NOT NULL AS epingle, o.cree_le,"
			     " p.change_le IS NOT NULL AS retouche, p.supprime_le,"
			     " TRIM(CONCAT(s.prenom, ' ', s.nom)) AS supprime_par,"
			     " o.cree_par AS auteur_id,"
			     " c.prenom, c.nom,"
			     " p.groupe_id, og.titre AS groupe, COALESCE(d.n, 0) AS commentaires,"
			     " COALESCE(" ROLE_IN("p.groupe_id",
				     "o.cree_par") ", '') AS role,"
						   " IF(p.important, EXISTS (SELECT 1"
						   " FROM lecture l WHERE l.objet_id = p.id"
						   " AND l.contact_id = ?), 0) AS lu"
						   " FROM JSON_TABLE(?, '$[*]'"
						   " COLUMNS (rang FOR ORDINALITY,"
						   " id BIGINT PATH '$')) j"
						   " JOIN publication p ON p.id = j.id"
						   " JOIN objet o ON o.id = p.id"
						   " JOIN objet og ON og.id = p.groupe_id"
						   " LEFT JOIN contact c ON c.id = o.cree_par"
						   " LEFT JOIN contact s ON s.id = p.supprime_par"
						   " LEFT JOIN discussion d ON d.objet_id = o.id"
						   " WHERE " SEES("o") " ORDER BY j.rang"),
		ME(r), I(r->user.id), S(ids), ME(r));
}

static void
dress(struct req *r, struct row *row, bool whole)
{
	ecrit_say_author(r, row);
	ecrit_say_when(r, row, "cree_le", "quand");
	ecrit_say_when(r, row, "supprime_le", "supprime");
	ecrit_say_text(r, row, whole ? ECRIT_LONG : ECRIT_FIL);
	row_say(row, "url", adresse(r, "publication", row_id(row, "id"), row_id(row, "groupe_id")));
	row_say_int(row, "mien", row_id(row, "auteur_id") == r->user.id);
}

/* Photos are seen, the first four in a feed (photosEnPlus: the others); other files are cards. */
static void
share_files(struct req *r, struct row *row, struct row *files, bool whole)
{
	int photos = 0, cards = 0;

	for (struct row *f = files; f != NULL; f = row_next(f))
		if (row_int(f, "photo") == 0)
			row_copy(row, arena_printf(&r->mem, "fichiers.%d", cards++), f);
		else if (photos++ < FIL_PHOTOS || whole)
			row_copy(row, arena_printf(&r->mem, "photos.%d", photos - 1), f);
	if (photos > FIL_PHOTOS && !whole)
		row_say_int(row, "photosEnPlus", photos - FIL_PHOTOS);
}

static void
say_links(struct req *r, struct row *row, bool whole)
{
	int64_t id = row_id(row, "id");
	const char *at = arena_printf(&r->mem, "Joints.%" PRId64, id);

	db_list(r, arena_printf(&r->mem, "%s.liens", at),
		SQL("SELECT titre, url FROM objet_lien WHERE objet_id = ? ORDER BY id"), I(id));
	db_list(r, arena_printf(&r->mem, "%s.cartes", at),
		SQL("SELECT o.id, o.genre, o.titre, o.cadre_id FROM objet_carte c"
		    " JOIN objet o ON o.id = c.cible_id"
		    " WHERE c.objet_id = ? AND " SEES("o") " ORDER BY o.id"),
		I(id), ME(r));
	for (struct row *c = row_first(r, arena_printf(&r->mem, "%s.cartes", at)); c != NULL;
		c = row_next(c))
		genre_dress(r, c);
	fichier_list(r, arena_printf(&r->mem, "%s.fichiers", at), id);
	share_files(r, row, row_first(r, arena_printf(&r->mem, "%s.fichiers", at)), whole);
	row_copy(row, "liens", row_find(r, arena_printf(&r->mem, "%s.liens", at)));
	row_copy(row, "cartes", row_find(r, arena_printf(&r->mem, "%s.cartes", at)));
}

/* Say LIST.N for those of F that the reader may see: text, author, reactions, last two comments,
 * links, cards and polls.  WHOLE: one alone on its page, with every reaction that one may give. */
void
fil_say(struct req *r, const char *list, const struct fil *f, bool whole)
{
	const char *ids = json_ids(r, f);

	row_at(r, list);
	say_list(r, list);
	if (f->n == 0)
		return;
	say_rows(r, list, ids);
	for (struct row *row = row_first(r, list); row != NULL; row = row_next(row)) {
		dress(r, row, whole);
		if (row_int(row, "joints") > 0)
			say_links(r, row, whole);
		sondage_say(r, row);
	}
	reaction_say(r, list, ids, whole);
	if (!whole)
		commentaire_say_last(r, list, ids);
}
