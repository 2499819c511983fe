/* accueil.c - who welcomes whom, in which group, and by when */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/contacts/accueil.h"
#include "domain/notifications/notif.h"
#include "domain/objets/nommes.h"
#include "domain/socle/fusion.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

/* A role of the confirmed coordination of the group of M, held by somebody who may enter. */
#define COORDINATES(m) \
	"JOIN groupe_role gr_ ON gr_.cle = " m ".role AND gr_.coordination AND " ROLE_CONFIRMED( \
		m) " AND " IN_CARE(m ".groupe_id") " JOIN contact cc_ ON cc_.id = " m \
						   ".contact_id AND cc_.acces > 1"

static const char *
due(struct req *r)
{
	return reglage(r, "relais.jours", "7");
}

/* The first message offered to who welcomes, with {prenom}, {groupe} and {signature} to fill in. */
const char *
accueil_message(struct req *r)
{
	return reglage(r, "relais.modele",
		"Bonjour {prenom},\n\nMerci de vouloir agir avec nous\u202F! Je vous écris de la"
		" part de «\u00A0{groupe}\u00A0» et j’ai hâte de faire votre connaissance. Quand"
		" pourrions-nous nous parler\u202F?\n\nÀ bientôt,\n{signature}");
}

/* What the status of the people of the lot decides by itself. */
static void
close_lot(struct req *r)
{
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN relais t ON t.contact_id = l.contact_id"
		    " AND l.connexion = CONNECTION_ID()"
		    " AND t.etat IN " ACCUEIL_OPEN " JOIN contact c ON c.id = t.contact_id"
		    " SET t.etat = IF(c.acces >= 2, 'rejoint', 'sans_suite'),"
		    " t.maj_le = UTC_TIMESTAMP()"
		    " WHERE c.acces <> 1 OR NOT EXISTS (SELECT 1 FROM membre m"
		    " WHERE m.contact_id = t.contact_id"
		    " AND m.groupe_id = t.groupe_id AND m.fin IS NULL)"));
}

/* Prospects of a group are welcomed there.  Those who were there at the first whole reading of the
 * CRM are no newcomers: no day is set for them, and nobody is told. */
static int64_t
begin_lot(struct req *r)
{
	return db_exec(r,
		SQL("INSERT IGNORE INTO relais (contact_id, groupe_id, cree_le, echeance, maj_le)"
		    " SELECT STRAIGHT_JOIN DISTINCT c.id, m.groupe_id, UTC_TIMESTAMP(),"
		    " IF(p.debut >= (SELECT MIN(s.fin)"
		    " FROM sync_tour s WHERE s.genre = 'complet' AND s.etat = 'fait'),"
		    " UTC_DATE() + INTERVAL ? DAY, NULL), UTC_TIMESTAMP()"
		    " FROM lot l JOIN contact c ON c.id = l.contact_id AND c.acces = 1"
		    " AND c.retire_le IS NULL"
		    " JOIN parcours p ON p.contact_id = c.id AND p.fin IS NULL"
		    " AND p.valeur = 'prospect'"
		    " JOIN champ f ON f.id = p.champ_id AND f.colonne = 'statut'"
		    " JOIN membre m ON m.contact_id = c.id AND m.fin IS NULL"
		    " LEFT JOIN relais t ON t.contact_id = c.id AND t.groupe_id = m.groupe_id"
		    " WHERE l.connexion = CONNECTION_ID() AND t.id IS NULL"),
		S(due(r)));
}

/* What the people of the lot have become: prospects of a group are welcomed, the others are no
 * longer waited for.  After parcours_lot(). */
void
accueil_lot(struct req *r)
{
	close_lot(r);
	if (begin_lot(r) > 0)
		accueil_settle(r);
}

/* The coordinator of that group with the fewest to welcome; 0: none. */
static int64_t
least_busy(struct req *r, int64_t groupe_id)
{
	return db_int(r,
		SQL("SELECT m.contact_id FROM membre m " COORDINATES(
			"m") " WHERE m.groupe_id = ?"
			     " AND m.fin IS NULL GROUP BY m.contact_id ORDER BY"
			     " (SELECT COUNT(*) FROM relais t WHERE t.responsable_id = m.contact_id"
			     " AND t.etat IN " ACCUEIL_OPEN "), m.contact_id LIMIT 1"),
		I(groupe_id));
}

static void
tell(struct req *r, int64_t id, int64_t who)
{
	const char *qui = "";
	int64_t contact = 0;

	db_read(r,
		SQL("SELECT t.contact_id, CONCAT(c.prenom, ' ', c.nom, ', ', g.titre) FROM relais t"
		    " JOIN contact c ON c.id = t.contact_id JOIN objet g ON g.id = t.groupe_id"
		    " WHERE t.id = ?"),
		INTO(TO(&contact), TO(&qui)), I(id));
	notif_to(r,
		notif_event(r, "tache", contact,
			arena_printf(&r->mem, "/contacts/accueil/%" PRId64, id),
			arena_printf(&r->mem, "Une personne à accueillir\u00A0: %s", qui)),
		who);
}

/* Every open task belongs to somebody who coordinates its group, as far as there is one: after
 * a change of coordination, and for what is new. */
void
accueil_settle(struct req *r)
{
	struct rows *rows;
	bool alone = !db_in_transaction();

	if (alone)
		db_begin(false);
	db_exec(r,
		SQL("UPDATE relais t SET t.responsable_id = NULL WHERE t.etat IN " ACCUEIL_OPEN
		    " AND t.responsable_id IS NOT NULL AND NOT EXISTS (SELECT 1"
		    " FROM membre m " COORDINATES(
			    "m") " WHERE m.groupe_id = t.groupe_id"
				 " AND m.contact_id = t.responsable_id AND m.fin IS NULL)"));
	rows = db_rows(r,
		SQL("SELECT t.id, t.groupe_id, t.echeance IS NOT NULL FROM relais t"
		    " WHERE t.etat IN " ACCUEIL_OPEN
		    " AND t.responsable_id IS NULL AND EXISTS (SELECT 1"
		    " FROM membre m " COORDINATES(
			    "m") " WHERE m.groupe_id = t.groupe_id"
				 " AND m.fin IS NULL) ORDER BY t.id LIMIT 5000"));
	while (db_next(rows, &r->mem)) {
		int64_t who = least_busy(r, db_num(rows, 1));

		db_exec(r, SQL("UPDATE relais SET responsable_id = ? WHERE id = ?"), I(who),
			I(db_num(rows, 0)));
		if (db_num(rows, 2))
			tell(r, db_num(rows, 0), who);
	}
	if (alone)
		db_commit();
}

/* Tasks that the reader may see: of a group that she coordinates, or all for the staff, but those
 * of groups that hide from it. */
#define FROM_SEEN \
	" FROM relais t JOIN contact c ON c.id = t.contact_id AND c.retire_le IS NULL" \
	" JOIN objet o ON o.id = c.id" \
	" JOIN objet g ON g.id = t.groupe_id LEFT JOIN contact a ON a.id = t.responsable_id" \
	" WHERE " SEES("o") " AND " SEES("g") " AND (? OR " DROIT_SUR("t.groupe_id") ")"
#define SEEN_ME(r) ME(r), ME(r), I((r)->user.level >= STAFF), I((r)->user.id), S("prospects")

/* Which of them: of one group or of all (0); those that wait for me, late, of groups without
 * coordination, done; else all open. */
#define OF_VIEW \
	" AND (? = 0 OR t.groupe_id = ?) AND CASE ? WHEN 1 THEN t.etat = 'a_faire'" \
	" AND t.responsable_id = ?" \
	" WHEN 2 THEN t.etat IN " ACCUEIL_OPEN " AND t.echeance < UTC_DATE()" \
	" WHEN 3 THEN t.etat IN " ACCUEIL_OPEN " AND t.responsable_id IS NULL" \
	" WHEN 4 THEN t.etat NOT IN " ACCUEIL_OPEN " ELSE t.etat IN " ACCUEIL_OPEN " END"

static int
view_number(const char *vue)
{
	static const char *const all[] = { "miens", "retard", "seuls", "finis" };

	for (int i = 0; i < 4; i++)
		if (strcmp(all[i], vue) == 0)
			return i + 1;
	return 0;
}

#define COLUMNS \
	"SELECT t.id, t.etat, t.echeance, t.groupe_id, g.titre AS groupe, t.cree_le," \
	" t.etat IN " ACCUEIL_OPEN \
	" AND t.echeance < UTC_DATE() AS retard, t.contact_id, c.prenom, c.nom, t.responsable_id," \
	" CONCAT_WS(' ', a.prenom, a.nom) AS responsable, t.responsable_id <=> ? AS mien," \
	" t.accueilli_le, (SELECT CONCAT_WS(' ', q.prenom, q.nom) FROM contact q" \
	" WHERE q.id = t.accueilli_par) AS accueilli_par"

static void
dress(struct req *r, struct row *t)
{
	visage(r, t, "contact_id");
	if (*row_text(t, "echeance") != '\0')
		row_say(t, "pour_le", text_day_near(&r->mem, row_text(t, "echeance"), clock_now()));
	if (*row_text(t, "accueilli_le") != '\0')
		row_say(t, "quand",
			text_when(&r->mem, clock_parse(row_text(t, "accueilli_le")), clock_now()));
	row_say(t, "le", text_when(&r->mem, clock_parse(row_text(t, "cree_le")), clock_now()));
}

/* Does the reader welcome for that group, which she sees? */
bool
accueil_may(struct req *r, int64_t groupe_id)
{
	if (r->user.level < STAFF && droit(r, "prospects") == NULLE_PART)
		return false;
	return db_int(r,
		       SQL("SELECT 1 FROM objet g WHERE g.id = ? AND g.genre = 'groupe' AND " SEES(
			       "g") " AND (? OR " DROIT_SUR("g.id") ")"),
		       I(groupe_id), ME(r), I(r->user.level >= STAFF), I(r->user.id),
		       S("prospects")) != 0;
}

/* Say the tasks of that view and group (0: of all), the most urgent first.  How many are said. */
int
accueil_list(struct req *r, const char *name, const char *vue, int64_t groupe_id, int64_t most,
	int64_t from)
{
	int n = db_list(r, name,
		SQL(COLUMNS FROM_SEEN OF_VIEW
			" ORDER BY t.echeance IS NULL, t.echeance, t.id LIMIT ? OFFSET ?"),
		I(r->user.id), SEEN_ME(r), I(groupe_id), I(groupe_id), I(view_number(vue)),
		I(r->user.id), I(most), I(from));

	for (struct row *t = row_first(r, name); t != NULL; t = row_next(t))
		dress(r, t);
	return n;
}

/* The same as rows: who, which group, who has it, state, due day, since when. */
struct rows *
accueil_rows(struct req *r, const char *vue, int64_t groupe_id)
{
	return db_rows(r,
		SQL("SELECT CONCAT_WS(' ', c.prenom, c.nom), g.titre, CONCAT_WS(' ', a.prenom,"
		    " a.nom),"
		    " CASE t.etat WHEN 'a_faire' THEN 'À faire' WHEN 'contacte' THEN 'Contact pris'"
		    " WHEN 'rejoint' THEN 'A rejoint le groupe'"
		    " ELSE 'Sans suite' END, t.echeance, DATE(t.cree_le), c.id" FROM_SEEN OF_VIEW
		    " ORDER BY t.echeance IS NULL, t.echeance, t.id"),
		SEEN_ME(r), I(groupe_id), I(groupe_id), I(view_number(vue)), I(r->user.id));
}

int64_t
accueil_count(struct req *r, const char *vue, int64_t groupe_id)
{
	return db_int(r, SQL("SELECT COUNT(*)" FROM_SEEN OF_VIEW), SEEN_ME(r), I(groupe_id),
		I(groupe_id), I(view_number(vue)), I(r->user.id));
}

/* How many wait for the reader: those of the view "miens". */
int64_t
accueil_mine(struct req *r)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM relais t JOIN contact c ON c.id = t.contact_id"
		    " AND c.retire_le IS NULL AND c.limite_le IS NULL"
		    " WHERE t.responsable_id = ? AND t.etat = 'a_faire'"),
		I(r->user.id));
}

/* Say the welcomes of one person, of groups that the reader welcomes for. */
void
accueil_of(struct req *r, const char *name, int64_t contact_id)
{
	db_list(r, name, SQL(COLUMNS FROM_SEEN " AND t.contact_id = ? ORDER BY t.id LIMIT 6"),
		I(r->user.id), SEEN_ME(r), I(contact_id));
	for (struct row *t = row_first(r, name); t != NULL; t = row_next(t))
		dress(r, t);
}

/* Say one task.  False: absent, or not for this reader. */
bool
accueil_find(struct req *r, const char *name, int64_t id)
{
	if (!db_one(r, name, SQL(COLUMNS FROM_SEEN " AND t.id = ?"), I(r->user.id), SEEN_ME(r),
		    I(id)))
		return false;
	dress(r, row_find(r, name));
	return true;
}

/* Say NAME.N.{valeur, libelle}: who could welcome for that group. */
int
accueil_candidates(struct req *r, const char *name, int64_t groupe_id)
{
	return db_list(r, name,
		SQL("SELECT m.contact_id AS valeur, CONCAT_WS(' ', cc_.prenom, cc_.nom) AS libelle"
		    " FROM membre m " COORDINATES("m") " WHERE m.groupe_id = ? AND m.fin IS NULL"
						       " GROUP BY m.contact_id ORDER BY cc_.tri"),
		I(groupe_id));
}

/* Whoever says first that she was in touch is who welcomed her; to be done again, nobody did. */
static void
mark(struct req *r, int64_t id, const char *etat)
{
	bool again = strcmp(etat, "a_faire") == 0,
	     met = strcmp(etat, "contacte") == 0 || strcmp(etat, "rejoint") == 0;

	db_exec(r,
		SQL("UPDATE relais SET etat = ?, maj_le = UTC_TIMESTAMP(),"
		    " accueilli_par = IF(?, NULL, IF(?, COALESCE(accueilli_par, ?),"
		    " accueilli_par)),"
		    " accueilli_le = IF(?, NULL, IF(?, COALESCE(accueilli_le, UTC_TIMESTAMP()),"
		    " accueilli_le)) WHERE id = ?"),
		S(etat), I(again), I(met), I(r->user.id), I(again), I(met), I(id));
}

/* A task that accueil_find() showed goes on: ETAT "" leaves its state, RESPONSABLE_ID 0 who has
 * it.  False: that person does not coordinate the group. */
bool
accueil_move(struct req *r, int64_t id, const char *etat, int64_t responsable_id)
{
	if (responsable_id != 0 &&
		db_int(r,
			SQL("SELECT 1 FROM relais t JOIN membre m ON m.groupe_id = t.groupe_id"
			    " AND m.fin IS NULL"
			    " AND m.contact_id = ? " COORDINATES("m") " WHERE t.id = ? LIMIT 1"),
			I(responsable_id), I(id)) == 0)
		return false;
	if (*etat != '\0')
		mark(r, id, etat);
	if (responsable_id != 0)
		db_exec(r,
			SQL("UPDATE relais SET responsable_id = ?, maj_le = UTC_TIMESTAMP()"
			    " WHERE id = ?"),
			I(responsable_id), I(id));
	if (responsable_id != 0)
		tell(r, id, responsable_id);
	journal(r, "relais.modifie",
		db_int(r, SQL("SELECT contact_id FROM relais WHERE id = ?"), I(id)), NULL,
		*etat != '\0' ? json_made(&r->mem, JS("etat", etat)) : NULL);
	return true;
}

/* FROM was merged into INTO. */
void
accueil_merge(struct req *r, int64_t from, int64_t into)
{
	MERGE_ROWS(r, "relais", from, into);
	db_exec(r, SQL("UPDATE relais SET responsable_id = ? WHERE responsable_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE relais SET accueilli_par = ? WHERE accueilli_par = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE nouvelles SET contact_id = ? WHERE contact_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE nouvelles SET par_id = ? WHERE par_id = ?"), I(into), I(from));
}

void
accueil_forget(struct req *r, int64_t contact_id)
{
	db_exec(r, SQL("UPDATE relais SET responsable_id = NULL WHERE responsable_id = ?"),
		I(contact_id));
	db_exec(r, SQL("UPDATE relais SET accueilli_par = NULL WHERE accueilli_par = ?"),
		I(contact_id));
	db_exec(r, SQL("UPDATE nouvelles SET par_id = NULL WHERE par_id = ?"), I(contact_id));
}
