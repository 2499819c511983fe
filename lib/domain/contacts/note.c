/* note.c - notes about people, and their reminders */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/contacts/note.h"
#include "domain/notifications/notif.h"
#include "domain/socle/journal.h"

/* The day it is at the site, "2026-11-26". */
static const char *
today(struct req *r)
{
	return text_iso_at(&r->mem, clock_now());
}

/* May the reader write notes about that person?  Nobody about oneself. */
bool
note_may(struct req *r, int64_t contact_id)
{
	if (contact_id == r->user.id)
		return false;
	return db_int(r,
		       SQL("SELECT 1 FROM objet o JOIN contact c ON c.id = o.id"
			   " AND c.retire_le IS NULL"
			   " WHERE o.id = ? AND ((? AND " SEES("o") ") OR " MANAGES("o") ")"),
		       I(contact_id), I(r->user.level >= STAFF), ME(r), ME(r)) != 0;
}

/* The groups of person ? whose coordination follows people, and that the reader coordinates so, or
 * sees as staff: a note may be for the coordination of one.  Binds GROUPS_ME(r, contact). */
#define GROUPS_OF \
	" FROM objet g WHERE g.archive_le IS NULL AND " IN_CARE("g.id") " AND " IN_GROUP( \
		"g.id", "?") " AND " SEES("g") " AND (? OR " DROIT_SUR("g.id") ")"
#define GROUPS_ME(r, contact) \
	I(contact), ME(r), I((r)->user.level >= STAFF), I((r)->user.id), S("fiches")

/* Say NAME.N.{valeur, libelle, choisi}: the groups for whose coordination the reader may write
 * about that person.  How many. */
int
note_groups(struct req *r, const char *name, int64_t contact_id, int64_t chosen)
{
	return db_list(r, name,
		SQL("SELECT g.id AS valeur, g.titre AS libelle, IF(g.id = ?, 1,"
		    " NULL) AS choisi" GROUPS_OF " ORDER BY g.titre, g.id LIMIT 60"),
		I(chosen), GROUPS_ME(r, contact_id));
}

/* Say NAME.N.{id, texte, niveau, groupe, auteur, le, rappel_le, rappel, fait, mien}: the notes
 * about that person that the reader may read, the newest first.  How many. */
int
note_list(struct req *r, const char *name, int64_t contact_id, int most)
{
	int n = db_list(r, name,
		SQL("SELECT n.id, n.texte, n.niveau, COALESCE(g.titre, '') AS groupe, n.cree_le,"
		    " COALESCE(n.rappel_le, '') AS rappel_le,"
		    " n.fait_le IS NOT NULL AS fait, n.auteur_id = ? AS mien,"
		    " IF(a.prenom = '' AND a.nom = '', 'Personne effacée', CONCAT_WS(' ', a.prenom,"
		    " a.nom)) AS auteur FROM note n JOIN objet o ON o.id = n.contact_id"
		    " JOIN contact a ON a.id = n.auteur_id"
		    " LEFT JOIN objet g ON g.id = n.groupe_id AND " SEES(
			    "g") " WHERE n.contact_id = ? AND " NOTE_READS("n",
			    "o") " ORDER BY n.id DESC"
				 " LIMIT ?"),
		I(r->user.id), ME(r), I(contact_id), NOTE_ME(r), I(most));

	for (struct row *h = row_first(r, name); h != NULL; h = row_next(h)) {
		const char *rappel = row_text(h, "rappel_le");

		row_say(h, "le",
			text_when(&r->mem, clock_parse(row_text(h, "cree_le")), clock_now()));
		if (*rappel != '\0')
			row_say(h, "rappel", text_day_near(&r->mem, rappel, clock_now()));
	}
	return n;
}

/* How many the reader may read. */
int64_t
note_count(struct req *r, int64_t contact_id)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM note n JOIN objet o ON o.id = n.contact_id"
		    " WHERE n.contact_id = ? AND " NOTE_READS("n", "o")),
		I(contact_id), NOTE_ME(r));
}

/* A new note; the caller has asked note_may().  For the coordination, it is for that of GROUPE_ID
 * if note_groups() has it, else of the first that it has; there is none: for its author and the
 * staff. RAPPEL_LE: an ISO day, or "".  The journal tells that there is one, not what it says: the
 * person reads her journal. */
int64_t
note_write(struct req *r, int64_t contact_id, const char *texte, const char *niveau,
	int64_t groupe_id, const char *rappel_le)
{
	int64_t id;

	groupe_id = strcmp(niveau, "coordination") != 0 ?
		0 :
		db_int(r, SQL("SELECT g.id" GROUPS_OF " ORDER BY g.id <> ?, g.titre, g.id LIMIT 1"),
			GROUPS_ME(r, contact_id), I(groupe_id));
	id = db_insert(r,
		SQL("INSERT INTO note (contact_id, auteur_id, texte, niveau, groupe_id, cree_le,"
		    " rappel_le) VALUES (?, ?, ?, ?, NULLIF(?, 0), ?, ?)"),
		I(contact_id), I(r->user.id), S(texte), S(niveau), I(groupe_id),
		S(clock_sql(&r->mem, clock_now())), S(*rappel_le != '\0' ? rappel_le : NULL));

	journal(r, "note.ecrite", contact_id, NULL, NULL);
	return id;
}

/* Do ACTE (fait, reporter, supprimer) with a note of one's own about that person; administrators
 * may also take one away.  False: there is none for this reader. */
bool
note_act(struct req *r, int64_t contact_id, int64_t id, const char *acte, const char *rappel_le)
{
	const char *now = clock_sql(&r->mem, clock_now());
	bool away = strcmp(acte, "supprimer") == 0;

	if (db_int(r,
		    SQL("SELECT 1 FROM note n JOIN objet o ON o.id = n.contact_id WHERE n.id = ?"
			" AND n.contact_id = ?"
			" AND (n.auteur_id = ? OR ?) AND " NOTE_READS("n", "o") " FOR UPDATE"),
		    I(id), I(contact_id), I(r->user.id), I(away && r->user.level >= ADMIN),
		    NOTE_ME(r)) == 0)
		return false;
	if (away)
		db_exec(r, SQL("DELETE FROM note WHERE id = ?"), I(id));
	else if (strcmp(acte, "reporter") == 0)
		db_exec(r,
			SQL("UPDATE note SET rappel_le = ?, prevenu_le = NULL, fait_le = NULL"
			    " WHERE id = ?"),
			S(rappel_le), I(id));
	else
		db_exec(r, SQL("UPDATE note SET fait_le = ? WHERE id = ?"), S(now), I(id));
	journal(r, away ? "note.supprimee" : "note.rappel", contact_id, NULL, NULL);
	return true;
}

/* Say NAME.N.{id, contact_id, prenom, nom, texte, rappel_le}: the reminders of the reader that are
 * due, the oldest first.  How many. */
int
note_due(struct req *r, const char *name)
{
	return db_list(r, name,
		SQL("SELECT n.id, n.contact_id, c.prenom, c.nom, n.texte, n.rappel_le FROM note n"
		    " JOIN contact c ON c.id = n.contact_id JOIN objet o ON o.id = c.id"
		    " WHERE n.auteur_id = ?"
		    " AND n.fait_le IS NULL AND n.rappel_le <= ? AND " NOTE_READS(
			    "n", "o") " ORDER BY n.rappel_le, n.id LIMIT 20"),
		I(r->user.id), S(today(r)), NOTE_ME(r));
}

/* Tell authors that a reminder is due; once each, at each turn of essaim-mail. */
void
note_remind(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT n.id, n.auteur_id, c.id, CONCAT_WS(' ', c.prenom, c.nom) FROM note n"
		    " JOIN contact a ON a.id = n.auteur_id AND a.acces > 1"
		    " JOIN contact c ON c.id = n.contact_id AND c.retire_le IS NULL"
		    " WHERE n.rappel_le <= ? AND n.prevenu_le IS NULL AND n.fait_le IS NULL"
		    " LIMIT 200"),
		S(today(r)));
	bool alone = !db_in_transaction();

	while (db_next(rows, &r->mem)) {
		int64_t id = db_num(rows, 2);

		if (!db_in_transaction())
			db_begin(false);
		notif_to(r,
			notif_event(r, "rappel", id,
				arena_printf(&r->mem, "/contacts/%" PRId64 "/notes", id),
				arena_printf(&r->mem, "Votre rappel d’aujourd’hui\u00A0: %s",
					db_text(rows, 3))),
			db_num(rows, 1));
		db_exec(r, SQL("UPDATE note SET prevenu_le = ? WHERE id = ?"),
			S(clock_sql(&r->mem, clock_now())), I(db_num(rows, 0)));
	}
	if (alone && db_in_transaction())
		db_commit();
}

/* FROM was merged into INTO: the notes follow, those of whom and those by whom. */
void
note_merge(struct req *r, int64_t from, int64_t into)
{
	db_exec(r, SQL("UPDATE note SET contact_id = ? WHERE contact_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE note SET auteur_id = ? WHERE auteur_id = ?"), I(into), I(from));
}

/* The notes that she alone could read. */
void
note_forget(struct req *r, int64_t contact_id)
{
	db_exec(r, SQL("DELETE FROM note WHERE auteur_id = ? AND niveau = 'auteur'"),
		I(contact_id));
}
