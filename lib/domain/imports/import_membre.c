/* import_membre.c - the memberships that an import begins and ends, and the people that it invites
 *
 * Rights over the group and over the person are asked three times: by the dry run, when it is
 * applied and when it is undone.  A membership that is no longer as it was seen is left, and said.
 * Rows of membre are written by membre.c alone.
 */

#include <inttypes.h>

#include "domain/acces/droit.h"
#include "domain/groupes/demande.h"
#include "domain/groupes/membre.h"
#include "domain/imports/import.h"

/* ---- the dry run ---- */

/* What the lines of a block would do. */
void
import_members_keep(struct req *r, int64_t id, struct bloc *b)
{
	db_exec(r,
		SQL("INSERT INTO import_membre (import_id, numero, champ_id, groupe_id, acte)"
		    " SELECT ?, j.n, j.c, j.g, j.a FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (n INT PATH '$.n',"
		    " c INT PATH '$.c', g BIGINT PATH '$.g', a INT PATH '$.a')) j"),
		I(id), S(bloc_json(b)));
}

/* Who asked to come in is put in; who was invited already is not twice. */
static void
heed_requests(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE import_membre im JOIN import_changement ch ON ch.import_id ="
		    " im.import_id"
		    " AND ch.numero = im.numero AND ch.champ_id = im.champ_id JOIN groupe_demande d"
		    " ON d.groupe_id = im.groupe_id AND d.contact_id = ch.contact_id"
		    " AND d.etat = 'attente'"
		    " SET im.acte = IF(EXISTS (SELECT 1 FROM groupe_demande x"
		    " WHERE x.groupe_id = d.groupe_id"
		    " AND x.contact_id = d.contact_id AND x.genre = 'demande'"
		    " AND x.etat = 'attente'), 1, 4)"
		    " WHERE im.import_id = ? AND im.acte = 2"),
		I(id));
}

/* Refused: ending a membership of who has a role there (undoing could not give it back), inviting
 * who cannot answer, and too many invitations. */
void
import_members_try(struct req *r, int64_t id)
{
	heed_requests(r, id);
	db_exec(r,
		SQL("UPDATE (SELECT y.numero, y.role, y.ferme, y.invite,"
		    " SUM(y.invite) OVER (ORDER BY y.numero) AS rang FROM"
		    " (SELECT im.numero, MAX(im.acte = 3 AND EXISTS (SELECT 1 FROM membre m"
		    " WHERE m.groupe_id = im.groupe_id"
		    " AND m.contact_id = ch.contact_id AND m.fin IS NULL"
		    " AND m.role <> 'membre')) AS role,"
		    " MAX(im.acte = 2 AND c.acces = 0) AS ferme, MAX(im.acte = 2) AS invite"
		    " FROM import_membre im"
		    " JOIN import_changement ch ON ch.import_id = im.import_id"
		    " AND ch.numero = im.numero"
		    " AND ch.champ_id = im.champ_id JOIN contact c ON c.id = ch.contact_id"
		    " WHERE im.import_id = ? GROUP BY im.numero) y) x"
		    " JOIN import_ligne l ON l.import_id = ? AND l.numero = x.numero"
		    " SET l.etat = 2, l.message = CASE"
		    " WHEN x.role THEN 'Cette personne a un rôle dans ce groupe : retirez-le"
		    " d’abord, depuis la page du groupe.'"
		    " WHEN x.ferme THEN 'Cette personne n’entre pas dans l’espace : elle ne"
		    " pourrait pas répondre à une invitation.'"
		    " ELSE CONCAT('Un import invite ', ?,"
		    " ' personnes au plus\u00A0: gardez celle-ci pour un autre.') END"
		    " WHERE x.role OR x.ferme OR (x.invite AND x.rang > ?)"),
		I(id), I(id), I(IMPORT_INVITATIONS), I(IMPORT_INVITATIONS));
}

/* ---- applied, undone ---- */

/* What may still be done of the changes in state ETAT: their rows, the group g, the person o. */
#define OF_STATE \
	" FROM import_membre im JOIN import_changement ch ON ch.import_id = im.import_id" \
	" AND ch.numero = im.numero AND ch.champ_id = im.champ_id"
#define WITH_RIGHTS \
	OF_STATE " JOIN objet g ON g.id = im.groupe_id JOIN objet o ON o.id = ch.contact_id"
#define IS_MEMBER(more) \
	"EXISTS (SELECT 1 FROM membre m WHERE m.groupe_id = im.groupe_id" \
	" AND m.contact_id = ch.contact_id AND m.fin IS NULL" more ")"
#define HAS_ROLE IS_MEMBER(" AND m.role <> 'membre'")
#define NOT_MINE "(g.archive_le IS NOT NULL OR NOT " MANAGES("g") " OR NOT " SEES("o") ")"
#define LEAVE(etat, changed) \
	"UPDATE import_changement ch JOIN (SELECT DISTINCT im.numero, im.champ_id" WITH_RIGHTS \
	" WHERE im.import_id = ? AND ch.etat = " etat " AND (" changed " OR " NOT_MINE ")) x" \
	" ON x.numero = ch.numero" \
	" AND x.champ_id =" \
	" ch.champ_id SET ch.etat" \
	" = 3 WHERE ch.import_id =" \
	" ?"

/* Leave (state 3) the changes of whose memberships one is no longer as it was seen, or no longer
 * the reader's to change. */
void
import_members_leave(struct req *r, int64_t id, bool undo)
{
	if (undo)
		db_exec(r,
			SQL(LEAVE("1",
				"IF(im.acte = 1, NOT " IS_MEMBER("") " OR " HAS_ROLE
								     ", " IS_MEMBER("") ")")),
			I(id), ME(r), ME(r), I(id));
	else
		db_exec(r,
			SQL(LEAVE("0",
				"IF(im.acte = 3, NOT " IS_MEMBER("") " OR " HAS_ROLE ", " IS_MEMBER(
					"") ") OR (im.acte = 1 AND NOT " MEMBRE_DIRECT("o",
					"im.groupe_id") ")")),
			I(id), MEMBRE_DIRECT_ME(r), ME(r), ME(r), I(id));
}

/* Do that with the memberships of ACTE of the changes in state ETAT, block by block. */
static void
in_blocks(struct req *r, int64_t id, int64_t last, enum import_acte acte, int etat,
	int (*do_lot)(struct req *))
{
	struct req own = { .user = r->user };

	for (int64_t from = 0; from < last; from += BLOC) {
		if (db_exec(&own,
			    SQL("INSERT IGNORE INTO lot_membre (connexion, contact_id, groupe_id,"
				" role) SELECT CONNECTION_ID(), ch.contact_id, im.groupe_id,"
				" 'membre'" OF_STATE
				" WHERE im.import_id = ? AND im.numero > ? AND im.numero <= ?"
				" AND im.acte = ? AND ch.etat = ?"),
			    I(id), I(from), I(from + BLOC), I(acte), I(etat)) > 0)
			do_lot(&own);
		arena_reset(&own.mem);
	}
}

static void
invite(struct req *r, struct rows *rows)
{
	while (db_next(rows, &r->mem))
		demande_invite(r, db_num(rows, 0), db_num(rows, 1), "");
}

/* Begin, invite and end what import_members_leave() left to do. */
void
import_members_write(struct req *r, int64_t id, int64_t last)
{
	in_blocks(r, id, last, SORT, 0, membre_end_lot);
	in_blocks(r, id, last, ENTRE, 0, membre_add_lot);
	invite(r,
		db_rows(r,
			SQL("SELECT im.groupe_id, ch.contact_id" OF_STATE
			    " WHERE im.import_id = ? AND im.acte = 2 AND ch.etat = 0"),
			I(id)));
}

/* The way back: invitations that wait are taken back, and whom the reader may not put in again
 * without asking is asked. */
void
import_members_undo(struct req *r, const struct import *im, int64_t last)
{
	struct rows *rows;

	in_blocks(r, im->id, last, ENTRE, 1, membre_end_lot);
	rows = db_rows(r,
		SQL("SELECT d.id" OF_STATE " JOIN import i ON i.id = im.import_id"
		    " JOIN groupe_demande d ON d.groupe_id = im.groupe_id"
		    " AND d.contact_id = ch.contact_id AND d.genre = 'invitation'"
		    " AND d.etat = 'attente'"
		    " AND d.cree_par = i.auteur_id AND d.cree_le >= i.applique_le"
		    " WHERE im.import_id = ? AND im.acte = 2 AND ch.etat = 1"),
		I(im->id));
	while (db_next(rows, &r->mem))
		demande_withdraw(r, db_num(rows, 0));
	rows = db_rows(r,
		SQL("SELECT im.groupe_id, ch.contact_id" WITH_RIGHTS
		    " WHERE im.import_id = ? AND im.acte = 3 AND ch.etat = 1"
		    " AND NOT " MEMBRE_DIRECT("o", "im.groupe_id")),
		I(im->id), MEMBRE_DIRECT_ME(r));
	while (db_next(rows, &r->mem)) {
		demande_invite(r, db_num(rows, 0), db_num(rows, 1), "");
		db_exec(r,
			SQL("UPDATE import_membre im JOIN import_changement ch ON ch.import_id ="
			    " im.import_id AND ch.numero = im.numero"
			    " AND ch.champ_id = im.champ_id SET im.acte = 2 WHERE im.import_id = ?"
			    " AND im.groupe_id = ? AND ch.contact_id = ?"),
			I(im->id), I(db_num(rows, 0)), I(db_num(rows, 1)));
	}
	in_blocks(r, im->id, last, SORT, 1, membre_add_lot);
}
