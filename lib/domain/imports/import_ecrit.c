/* import_ecrit.c - what the dry run said, written; or taken back
 *
 * Both are the same few statements, read one way or the other: a field that is no longer as it
 * was seen is left alone, and said.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/contacts/contact_words.h"
#include "domain/contacts/parcours.h"
#include "domain/imports/import.h"
#include "domain/socle/journal.h"

#define TAGS_NOW \
	"COALESCE((SELECT GROUP_CONCAT(x.etiquette_id" \
	" ORDER BY CAST(x.etiquette_id AS CHAR) SEPARATOR '\x1f')" \
	" FROM objet_etiquette x WHERE x.objet_id = ch.contact_id), '')"
#define VALUES_NOW \
	"COALESCE((SELECT GROUP_CONCAT(COALESCE(v.texte, v.valeur)" \
	" ORDER BY v.valeur SEPARATOR '\x1f')" \
	" FROM champ_valeur v WHERE v.contact_id = ch.contact_id" \
	" AND v.champ_id = ch.champ_id), '')"
#define OF_KIND(kind, etat) \
	" FROM import_changement ch JOIN champ f ON f.id = ch.champ_id AND " kind \
	" WHERE ch.import_id = ? AND ch.etat = " etat
#define A_COLUMN "f.colonne = 'bio'"
#define A_VALUE "f.colonne IS NULL AND f.genre NOT IN ('groupe', 'etiquettes')"
#define A_TAG "f.genre = 'etiquettes'"

/* Leave (etat 3) what is no longer SEEN, or what the author may no longer change. */
#define STALE(kind, now, seen, etat) \
	"UPDATE import_changement ch JOIN champ f ON f.id = ch.champ_id AND " kind \
	" SET ch.etat = 3" \
	" WHERE ch.import_id = ? AND ch.etat = " etat " AND BINARY " now " <> BINARY ch." seen

static void
leave_what_changed(struct req *r, int64_t id, bool undo)
{
	if (undo) {
		db_exec(r, SQL(STALE(A_VALUE, VALUES_NOW, "apres", "1")), I(id));
		db_exec(r, SQL(STALE(A_TAG, TAGS_NOW, "apres", "1")), I(id));
		db_exec(r,
			SQL("UPDATE import_changement ch JOIN champ f ON f.id = ch.champ_id"
			    " AND " A_COLUMN
			    " JOIN contact c ON c.id = ch.contact_id SET ch.etat = 3"
			    " WHERE ch.import_id = ? AND ch.etat = 1"
			    " AND BINARY c.bio <> BINARY ch.apres"),
			I(id));
		return;
	}
	db_exec(r, SQL(STALE(A_VALUE, VALUES_NOW, "avant", "0")), I(id));
	db_exec(r, SQL(STALE(A_TAG, TAGS_NOW, "avant", "0")), I(id));
	db_exec(r,
		SQL("UPDATE import_changement ch JOIN champ f ON f.id = ch.champ_id AND " A_COLUMN
		    " JOIN contact c ON c.id = ch.contact_id SET ch.etat = 3"
		    " WHERE ch.import_id = ? AND ch.etat = 0 AND BINARY c.bio <> BINARY ch.avant"),
		I(id));
}

/* Rights are asked again: between the dry run and now, they may have gone (those over memberships:
 * import_membre.c). */
static void
leave_what_is_not_mine(struct req *r, int64_t id, int etat)
{
	db_exec(r,
		SQL("UPDATE import_changement ch JOIN champ f ON f.id = ch.champ_id"
		    " AND f.genre <> 'groupe'"
		    " JOIN objet o ON o.id = ch.contact_id SET ch.etat = 3 WHERE ch.import_id = ?"
		    " AND ch.etat = ? AND NOT (IF(f.ecriture = 4, ?, " MANAGES("o") "))"),
		I(id), I(etat), I(r->user.level >= STAFF), ME(r));
}

/* Write the side TO ("avant" or "apres") of what is in state ETAT. */
#define DROP_VALUES(etat) "DELETE v" OF_KIND_V(etat)
#define OF_KIND_V(etat) \
	" FROM champ_valeur v JOIN import_changement ch ON ch.contact_id = v.contact_id" \
	" AND ch.champ_id = v.champ_id" \
	" JOIN champ f ON f.id = ch.champ_id AND " A_VALUE \
	" WHERE ch.import_id = ? AND ch.etat = " etat
#define PUT_VALUES(to, etat) \
	"INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur, texte, tri)" \
	" SELECT ch.contact_id, ch.champ_id, LEFT(j.v, 200), IF(f.genre = 'long', j.v, NULL)," \
	" (SELECT c.tri FROM contact c WHERE c.id = ch.contact_id)" \
	" FROM import_changement ch JOIN champ f ON f.id = ch.champ_id AND " A_VALUE \
	" JOIN JSON_TABLE(ch." to "_json, '$[*]' COLUMNS (v TEXT PATH '$')) j" \
	" WHERE ch.import_id = ? AND ch.etat = " etat
#define DROP_TAGS(etat) \
	"DELETE x FROM objet_etiquette x JOIN import_changement ch ON ch.contact_id = x.objet_id" \
	" JOIN champ f ON f.id = ch.champ_id AND " A_TAG \
	" WHERE ch.import_id = ? AND ch.etat = " etat
#define PUT_TAGS(to, etat) \
	"INSERT IGNORE INTO objet_etiquette (objet_id, etiquette_id) SELECT ch.contact_id, e.id" \
	" FROM import_changement ch JOIN champ f ON f.id = ch.champ_id AND " A_TAG \
	" JOIN JSON_TABLE(ch." to "_json, '$[*]' COLUMNS (v BIGINT PATH '$')) j" \
	" JOIN etiquette e ON e.id = j.v WHERE ch.import_id = ? AND ch.etat = " etat
#define PUT_COLUMN(to, etat) \
	"UPDATE contact c JOIN import_changement ch ON ch.contact_id = c.id" \
	" JOIN champ f ON f.id = ch.champ_id AND " A_COLUMN " SET c.bio = ch." to \
	" WHERE ch.import_id = ? AND ch.etat = " etat

static void
write_new(struct req *r, int64_t id)
{
	db_exec(r, SQL(DROP_VALUES("0")), I(id));
	db_exec(r, SQL(PUT_VALUES("apres", "0")), I(id));
	db_exec(r, SQL(DROP_TAGS("0")), I(id));
	db_exec(r, SQL(PUT_TAGS("apres", "0")), I(id));
	db_exec(r, SQL(PUT_COLUMN("apres", "0")), I(id));
}

static void
write_old(struct req *r, int64_t id)
{
	db_exec(r, SQL(DROP_VALUES("1")), I(id));
	db_exec(r, SQL(PUT_VALUES("avant", "1")), I(id));
	db_exec(r, SQL(DROP_TAGS("1")), I(id));
	db_exec(r, SQL(PUT_TAGS("avant", "1")), I(id));
	db_exec(r, SQL(PUT_COLUMN("avant", "1")), I(id));
}

/* The number of the last line that changes something. */
static int64_t
last_line(struct req *r, int64_t id)
{
	return db_int(
		r, SQL("SELECT MAX(numero) FROM import_changement WHERE import_id = ?"), I(id));
}

/* One row of the journal a person: what each field held, and holds. */
static void
write_journal(struct req *r, int64_t id, bool undo)
{
	struct req own = { .user = r->user };
	struct acte *acts = arena_alloc(&r->mem, BLOC * sizeof *acts);
	int64_t end = last_line(r, id);

	for (int64_t from = 0; from < end; from += BLOC) {
		struct rows *rows = db_rows(&own,
			SQL("SELECT ch.contact_id, JSON_OBJECTAGG(f.cle, REPLACE(ch.avant, '\x1f',"
			    " ', ')), JSON_OBJECTAGG(f.cle, REPLACE(ch.apres, '\x1f', ', '))"
			    " FROM import_changement ch FORCE INDEX (PRIMARY)"
			    " JOIN champ f ON f.id = ch.champ_id"
			    " WHERE ch.import_id = ? AND ch.numero > ? AND ch.numero <= ?"
			    " AND ch.etat = ? GROUP BY ch.numero, ch.contact_id"),
			I(id), I(from), I(from + BLOC), I(undo));
		size_t n = 0;

		for (; db_next(rows, &own.mem); n++) {
			const char *a = arena_strdup(&own.mem, db_text(rows, 1));
			const char *b = arena_strdup(&own.mem, db_text(rows, 2));

			acts[n] = (struct acte) { undo ? "contact.import_annule" : "contact.import",
				db_num(rows, 0), undo ? b : a, undo ? a : b };
		}
		journal_many(&own, acts, n);
		arena_reset(&own.mem);
	}
}

/* What follows: path, words and full text. */
static void
settle(struct req *r, int64_t id, int etat)
{
	struct req own = { .user = r->user };
	bool words = db_int(r, SQL("SELECT EXISTS (SELECT 1" OF_KIND(SOUGHT, "?") ")"), I(id),
			     I(etat)) != 0;
	int64_t end = last_line(r, id);

	for (int64_t from = 0; from < end; from += BLOC) {
		acces_lot_clear(&own);
		if (db_exec(&own,
			    SQL("INSERT IGNORE INTO lot SELECT CONNECTION_ID(), ch.contact_id"
				" FROM import_changement ch FORCE INDEX (PRIMARY)"
				" JOIN champ f ON f.id = ch.champ_id AND f.genre <> 'etiquettes'"
				" WHERE ch.import_id = ? AND ch.numero > ? AND ch.numero <= ?"
				" AND ch.etat = ?"),
			    I(id), I(from), I(from + BLOC), I(etat)) > 0) {
			parcours_lot(&own);
			if (words)
				contact_reindex_lot(&own);
			else
				contact_retext_lot(&own);
		}
		arena_reset(&own.mem);
	}
	acces_lot_clear(&own);
	arena_reset(&own.mem);
}

static void
summary(struct req *r, const struct import *im, const char *acte)
{
	journal(r, acte, 0, NULL,
		json_made(&r->mem, JN("import", im->id), JS("nom", im->nom),
			JN("changements",
				db_int(r,
					SQL("SELECT COUNT(*) FROM import_changement"
					    " WHERE import_id = ? AND etat IN (1, 2)"),
					I(im->id)))));
}

static bool
is_in(struct req *r, int64_t id, const char *etat)
{
	const char *now =
		db_string(r, SQL("SELECT etat FROM import WHERE id = ? FOR UPDATE"), I(id));

	return now != NULL && strcmp(now, etat) == 0;
}

/* Write all that the dry run said, in this transaction.  False: there is no dry run to apply. */
bool
import_apply(struct req *r, struct import *im)
{
	if (!is_in(r, im->id, "essai"))
		return false;
	db_exec(r, SQL("UPDATE import SET applique_le = UTC_TIMESTAMP() WHERE id = ?"), I(im->id));
	leave_what_is_not_mine(r, im->id, 0);
	leave_what_changed(r, im->id, false);
	import_members_leave(r, im->id, false);
	write_new(r, im->id);
	import_members_write(r, im->id, last_line(r, im->id));
	settle(r, im->id, 0);
	write_journal(r, im->id, false);
	db_exec(r, SQL("UPDATE import_changement SET etat = 1 WHERE import_id = ? AND etat = 0"),
		I(im->id));
	db_exec(r, SQL("UPDATE import SET etat = 'applique' WHERE id = ?"), I(im->id));
	summary(r, im, "import.applique");
	return true;
}

/* Take it back: what somebody changed since stays as it is.  False: too late, or done. */
bool
import_undo(struct req *r, struct import *im)
{
	if (!is_in(r, im->id, "applique") ||
		db_int(r,
			SQL("SELECT applique_le < UTC_TIMESTAMP() - INTERVAL ? DAY FROM import"
			    " WHERE id = ?"),
			I(IMPORT_JOURS), I(im->id)) != 0)
		return false;
	db_exec(r, SQL("UPDATE import_changement SET etat = 4 WHERE import_id = ? AND etat = 3"),
		I(im->id));
	leave_what_is_not_mine(r, im->id, 1);
	leave_what_changed(r, im->id, true);
	import_members_leave(r, im->id, true);
	write_old(r, im->id);
	import_members_undo(r, im, last_line(r, im->id));
	settle(r, im->id, 1);
	write_journal(r, im->id, true);
	db_exec(r, SQL("UPDATE import_changement SET etat = 2 WHERE import_id = ? AND etat = 1"),
		I(im->id));
	db_exec(r,
		SQL("UPDATE import SET etat = 'annule', annule_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(im->id));
	summary(r, im, "import.annule");
	return true;
}
