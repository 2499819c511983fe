/* pointage.c - who came to a date of an event: noted, taken back, added */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/pointage.h"
#include "domain/contacts/parcours.h"
#include "domain/socle/journal.h"

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* She is there.  One statement, so that two who say it at once note it once; whoever is there has
 * nothing left to confirm. */
enum pointage
pointage_arrive(struct req *r, int64_t date_id, int64_t inscription_id, int64_t par)
{
	if (db_exec(r,
		    SQL("UPDATE place SET present_le = ?, present_par = ?, parti_le = NULL,"
			" confirmer_avant = NULL WHERE date_id = ? AND inscription_id = ?"
			" AND present_le IS NULL"),
		    S(now(r)), I(par), I(date_id), I(inscription_id)) > 0)
		return POINTAGE_NOTE;
	return db_int(r, SQL("SELECT 1 FROM place WHERE date_id = ? AND inscription_id = ?"),
		       I(date_id), I(inscription_id)) != 0 ?
		POINTAGE_DEJA :
		POINTAGE_INCONNU;
}

/* Who was added by mistake goes again, with the seat that she was given and the name. */
static void
forget_added(struct req *r, int64_t date_id, int64_t inscription_id)
{
	int64_t people = 0; /* 0: the seat was given back before */

	db_int(r, SQL("SELECT id FROM evenement_date WHERE id = ? FOR UPDATE"), I(date_id));
	if (!db_read(r,
		    SQL("SELECT IF(etat = 'inscrit', 1 + invites, 0) FROM place WHERE date_id = ?"
			" AND inscription_id = ? AND sans_inscription AND present_le IS NULL"
			" AND etat IN ('inscrit', 'annule') FOR UPDATE"),
		    INTO(TO(&people)), I(date_id), I(inscription_id)))
		return;
	db_exec(r, SQL("DELETE FROM place WHERE date_id = ? AND inscription_id = ?"), I(date_id),
		I(inscription_id));
	db_exec(r, SQL("UPDATE evenement_date SET pris = pris - ? WHERE id = ?"), I(people),
		I(date_id));
	db_exec(r,
		SQL("DELETE FROM inscription WHERE id = ? AND NOT EXISTS"
		    " (SELECT 1 FROM place p WHERE p.inscription_id = inscription.id)"),
		I(inscription_id));
}

/* It was a mistake.  False: she was not noted. */
bool
pointage_retire(struct req *r, int64_t date_id, int64_t inscription_id)
{
	if (db_exec(r,
		    SQL("UPDATE place SET present_le = NULL, present_par = NULL, parti_le = NULL"
			" WHERE date_id = ? AND inscription_id = ? AND present_le IS NOT NULL"),
		    I(date_id), I(inscription_id)) == 0)
		return false;
	journal(r, "evenement.pointage_retire",
		db_int(r, SQL("SELECT evenement_id FROM evenement_date WHERE id = ?"), I(date_id)),
		json_made(&r->mem, JN("date", date_id), JN("inscription", inscription_id)), NULL);
	forget_added(r, date_id, inscription_id);
	return true;
}

/* She left then; never before she came. */
bool
pointage_part(struct req *r, int64_t date_id, int64_t inscription_id, const char *utc)
{
	return db_exec(r,
		       SQL("UPDATE place SET parti_le = GREATEST(present_le, ?) WHERE date_id = ?"
			   " AND inscription_id = ? AND present_le IS NOT NULL"),
		       S(utc), I(date_id), I(inscription_id)) > 0;
}

/* The registration of CONTACT, or of who was added under that name, for the event of the date; made
 * if there is none.  The caller holds the row of the date. */
static int64_t
row_of(struct req *r, int64_t date_id, int64_t contact_id, const char *prenom, const char *nom)
{
	int64_t id;

	if (contact_id != 0)
		id = db_int(r,
			SQL("SELECT i.id FROM inscription i JOIN evenement_date d"
			    " ON d.evenement_id = i.evenement_id WHERE d.id = ?"
			    " AND i.contact_id = ?"),
			I(date_id), I(contact_id));
	else
		id = db_int(r,
			SQL("SELECT i.id FROM place p JOIN inscription i ON i.id = p.inscription_id"
			    " WHERE p.date_id = ? AND p.sans_inscription AND i.contact_id IS NULL"
			    " AND i.prenom = ? AND i.nom = ? LIMIT 1"),
			I(date_id), S(prenom), S(nom));
	if (id != 0)
		return id;
	return db_insert(r,
		SQL("INSERT INTO inscription (evenement_id, contact_id, prenom, nom, cree_le,"
		    " confirme_le) SELECT evenement_id, NULLIF(?, 0), ?, ?, ?, ?"
		    " FROM evenement_date WHERE id = ?"),
		I(contact_id), S(contact_id != 0 ? "" : prenom), S(contact_id != 0 ? "" : nom),
		S(now(r)), S(now(r)), I(date_id));
}

int64_t
pointage_venu(struct req *r, int64_t date_id, int64_t contact_id, const char *prenom,
	const char *nom, int64_t par)
{
	int64_t id;

	db_int(r, SQL("SELECT id FROM evenement_date WHERE id = ? FOR UPDATE"), I(date_id));
	id = row_of(r, date_id, contact_id, prenom, nom);
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO place (date_id, inscription_id, etat, depuis,"
			" sans_inscription) VALUES (?, ?, 'inscrit', ?, TRUE)"),
		    I(date_id), I(id), S(now(r))) > 0)
		db_exec(r, SQL("UPDATE evenement_date SET pris = pris + 1 WHERE id = ?"),
			I(date_id));
	pointage_arrive(r, date_id, id, par);
	return id;
}

/* A telephone number as people are found by it; NULL: DIT is none. */
char *
pointage_telephone(struct arena *a, const char *dit)
{
	const char *e164 = text_phone(a, dit);
	char *shown, *o;

	if (e164 == NULL)
		return NULL;
	shown = o = text_phone_show(a, e164);
	for (const char *s = shown; *s != '\0'; s++)
		if (*s >= '0' && *s <= '9')
			*o++ = *s;
	*o = '\0';
	return shown;
}

static bool
same_name(struct req *r, const char *prenom, const char *nom, const char *folded)
{
	return strcmp(text_fold(&r->mem, arena_printf(&r->mem, "%s %s", prenom, nom)), folded) ==
		0 ||
		strcmp(text_fold(&r->mem, arena_printf(&r->mem, "%s %s", nom, prenom)), folded) ==
		0;
}

static int64_t
by_name(struct req *r, int64_t date_id, const char *dit)
{
	const char *folded = text_fold(&r->mem, text_line(&r->mem, dit));
	struct rows *rows = db_rows(r,
		SQL("SELECT i.id, COALESCE(c.prenom, i.prenom), COALESCE(c.nom, i.nom)"
		    " FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " LEFT JOIN contact c ON c.id = i.contact_id"
		    " WHERE p.date_id = ? AND (p.etat = 'inscrit' OR p.present_le IS NOT NULL)"
		    " LIMIT 5000"),
		I(date_id));
	int64_t found = 0;
	int n = 0;

	while (db_next(rows, &r->mem))
		if (*folded != '\0' && same_name(r, db_text(rows, 1), db_text(rows, 2), folded)) {
			found = db_num(rows, 0);
			n++;
		}
	return n == 1 ? found : 0;
}

int64_t
pointage_cherche(struct req *r, int64_t date_id, const char *dit)
{
	const char *phone = pointage_telephone(&r->mem, dit);
	struct rows *rows;
	int64_t found = 0;
	int n = 0;

	if (phone == NULL && strchr(dit, '@') == NULL)
		return by_name(r, date_id, dit);
	rows = db_rows(r,
		SQL("SELECT i.id FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " LEFT JOIN contact c ON c.id = i.contact_id WHERE p.date_id = ?"
		    " AND (p.etat = 'inscrit' OR p.present_le IS NOT NULL)"
		    " AND (COALESCE(c.email, i.email) = ? OR EXISTS (SELECT 1 FROM contact_mot m"
		    " JOIN champ f ON f.id = m.champ_id AND f.genre = 'telephone'"
		    " WHERE m.contact_id = c.id AND m.mot = ?)) LIMIT 2"),
		I(date_id), S(phone == NULL ? text_line(&r->mem, dit) : "@"),
		S(phone == NULL ? "@" : phone));
	while (db_next(rows, &r->mem)) {
		found = db_num(rows, 0);
		n++;
	}
	return n == 1 ? found : 0;
}

/* The registration of CONTACT for that date; 0: none. */
int64_t
pointage_de(struct req *r, int64_t date_id, int64_t contact_id)
{
	return db_int(r,
		SQL("SELECT i.id FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " WHERE p.date_id = ? AND i.contact_id = ?"),
		I(date_id), I(contact_id));
}

void
pointage_etapes(struct req *r, const struct personne *p, struct etapes *e)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT d.debut, o.titre, o.id, d.jour FROM inscription i"
		    " JOIN place q ON q.inscription_id = i.id AND q.present_le IS NOT NULL"
		    " JOIN evenement_date d ON d.id = q.date_id"
		    " JOIN objet o ON o.id = i.evenement_id WHERE i.contact_id = ? AND " SEES(
			    "o") " ORDER BY d.debut DESC LIMIT 500"),
		I(p->id), ME(r));

	while (db_next(rows, &r->mem))
		parcours_add(r, e,
			(struct etape) { wall_ymd(&r->mem, evenement_wall(db_text(rows, 0))),
				"evenement", "", "Présent-e à", db_text(rows, 1), "",
				arena_printf(&r->mem, "/agenda/%s?date=%s", db_text(rows, 2),
					db_text(rows, 3)) });
}
