/* evenement_scission.c - a series split in two, an event copied
 *
 * "This date and those that follow" become an event of their own, with their rows, and with the
 * people of these rows: nobody registers again.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/recur.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement_serie.h"
#include "domain/agenda/visiteur.h"
#include "domain/socle/journal.h"

/* RULE without how it ends. */
static char *
endless(struct req *r, const char *rule)
{
	char *copy = arena_strdup(&r->mem, rule), *kept = arena_strdup(&r->mem, ""), *one;

	while ((one = strsep(&copy, ";")) != NULL)
		if (strncmp(one, "COUNT=", 6) != 0 && strncmp(one, "UNTIL=", 6) != 0)
			kept = arena_printf(&r->mem, "%s%s%s", kept, *kept != '\0' ? ";" : "", one);
	return kept;
}

/* RULE, that goes no further than the day before DAY. */
static const char *
until(struct req *r, const char *rule, struct wall day)
{
	const char *last = wall_ymd(&r->mem, wall_add_days(day, -1));

	return arena_printf(
		&r->mem, "%s;UNTIL=%.4s%.2s%.2s", endless(r, rule), last, last + 5, last + 8);
}

/* RULE, of which BEFORE dates are gone. */
static const char *
after(struct req *r, const char *rule, unsigned before)
{
	const char *count = strstr(rule, "COUNT=");

	if (count == NULL)
		return rule;
	return arena_printf(&r->mem, "%s;COUNT=%ld", endless(r, rule),
		strtol(count + 6, NULL, 10) - (long) before);
}

/* REST becomes the event from its date JOUR on, as a series of its own would be; false: no date of
 * its rule but the first bears that day. */
bool
evenement_rest(struct req *r, int64_t id, const char *jour, struct evenement *rest)
{
	struct wall day, start, end, *days;
	unsigned n;
	int span;

	if (!evenement_read(r, id, rest) || *rest->rrule == '\0' || !wall_read(jour, &day))
		return false;
	start = evenement_wall(rest->debut);
	end = evenement_wall(rest->fin);
	span = wall_days_between(start, end);
	n = recur_days(&r->mem, rest->rrule, start, day, &days);
	if (n < 2 || wall_days_between(days[n - 1], day) != 0)
		return false;
	end = (struct wall) { day.year, day.month, day.day, end.hour, end.minute };
	rest->debut = evenement_utc(r, days[n - 1]);
	rest->fin = evenement_utc(r, wall_add_days(end, span));
	rest->rrule = after(r, rest->rrule, n - 1);
	return true;
}

/* ---- its people ---- */

/* What hangs on the places of the dates that left goes with them, a stranger's links too. */
static void
move_places(struct req *r, int64_t new, int64_t was, int64_t row)
{
	db_exec(r,
		SQL("UPDATE place p JOIN evenement_date d ON d.id = p.date_id"
		    " AND d.evenement_id = ? SET p.inscription_id = ?"
		    " WHERE p.inscription_id = ?"),
		I(new), I(row), I(was));
	db_exec(r,
		SQL("UPDATE place_cession p JOIN evenement_date d ON d.id = p.date_id"
		    " AND d.evenement_id = ? SET p.inscription_id = ?"
		    " WHERE p.inscription_id = ?"),
		I(new), I(row), I(was));
	db_exec(r,
		SQL("UPDATE inscription_lien l JOIN evenement_date d ON d.id = l.date_id"
		    " AND d.evenement_id = ? SET l.inscription_id = ?"
		    " WHERE l.inscription_id = ?"),
		I(new), I(row), I(was));
}

/* She has no date to come left there: her key opens the other row; a row without a date goes. */
static void
leave_behind(struct req *r, int64_t was, int64_t row)
{
	const char *cle = db_string(r, SQL("SELECT cle FROM inscription WHERE id = ?"), I(was));

	if (cle != NULL && *cle != '\0') {
		cle = arena_strdup(&r->mem, cle);
		db_exec(r, SQL("UPDATE inscription SET cle = NULL WHERE id = ?"), I(was));
		db_exec(r, SQL("UPDATE inscription SET cle = ? WHERE id = ?"), S(cle), I(row));
	}
	db_exec(r,
		SQL("UPDATE inscription_lien SET inscription_id = ? WHERE inscription_id = ?"
		    " AND date_id IS NULL"),
		I(row), I(was));
	db_exec(r,
		SQL("DELETE a FROM evenement_reponse a LEFT JOIN place p"
		    " ON p.inscription_id = a.inscription_id WHERE a.inscription_id = ?"
		    " AND p.date_id IS NULL"),
		I(was));
	db_exec(r,
		SQL("DELETE FROM inscription WHERE id = ? AND NOT EXISTS"
		    " (SELECT 1 FROM place p WHERE p.inscription_id = inscription.id)"),
		I(was));
}

/* A stranger is one there too: her address is once in it, and who confirms nothing is dropped. */
static void
keep_stranger(struct req *r, int64_t new, int64_t was, int64_t row)
{
	const char *email = "";

	if (db_read(r, SQL("SELECT email FROM inscription WHERE id = ? AND visiteur IS NOT NULL"),
		    INTO(TO(&email)), I(was)))
		db_exec(r, SQL("UPDATE inscription SET visiteur = ? WHERE id = ?"),
			S(visiteur_empreinte(r, new, email)), I(row));
}

/* One registration of the series: a row of its own for the dates that left. */
static void
split_person(struct req *r, int64_t id, int64_t new, int64_t was)
{
	int64_t row = db_insert(r,
		SQL("INSERT INTO inscription (evenement_id, contact_id, prenom, nom, email, serie,"
		    " mot, cree_le, confirme_le) SELECT ?, contact_id, prenom, nom, email, serie,"
		    " mot, cree_le, confirme_le FROM inscription WHERE id = ?"),
		I(new), I(was));

	keep_stranger(r, new, was, row);
	move_places(r, new, was, row);
	db_exec(r,
		SQL("INSERT IGNORE INTO evenement_reponse (inscription_id, question_id, reponse)"
		    " SELECT ?, n.id, a.reponse FROM evenement_reponse a"
		    " JOIN evenement_question q ON q.id = a.question_id"
		    " JOIN evenement_question n ON n.evenement_id = ? AND n.rang = q.rang"
		    " AND n.texte = q.texte WHERE a.inscription_id = ?"),
		I(row), I(new), I(was));
	if (!db_int(r,
		    SQL("SELECT 1 FROM place p JOIN evenement_date d ON d.id = p.date_id"
			" AND d.evenement_id = ? AND d.fin > ? WHERE p.inscription_id = ? LIMIT 1"
			" LOCK IN SHARE MODE"),
		    I(id), S(clock_sql(&r->mem, clock_now())), I(was)))
		leave_behind(r, was, row);
}

static void
split_people(struct req *r, int64_t id, int64_t new)
{
	struct rows *who = db_rows(r, /* locking: who registered a moment ago is one of them */
		SQL("SELECT DISTINCT i.id FROM inscription i LEFT JOIN (place p"
		    " JOIN evenement_date d ON d.id = p.date_id AND d.evenement_id = ?)"
		    " ON p.inscription_id = i.id WHERE i.evenement_id = ?"
		    " AND (i.serie OR d.id IS NOT NULL) ORDER BY i.id FOR UPDATE"),
		I(new), I(id));

	while (db_next(who, &r->mem))
		split_person(r, id, new, db_num(who, 0));
}

/* ---- what hangs on it ---- */

/* Who organises with her, what is asked, tags and files. */
static void
copy_company(struct req *r, int64_t id, int64_t new)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO evenement_organisateur (evenement_id, contact_id)"
		    " SELECT ?, contact_id FROM evenement_organisateur WHERE evenement_id = ?"),
		I(new), I(id));
	db_exec(r,
		SQL("INSERT INTO evenement_question (evenement_id, rang, texte, choix, obligatoire)"
		    " SELECT ?, rang, texte, choix, obligatoire FROM evenement_question"
		    " WHERE evenement_id = ? ORDER BY rang, id"),
		I(new), I(id));
	db_exec(r,
		SQL("INSERT IGNORE INTO objet_etiquette (objet_id, etiquette_id)"
		    " SELECT ?, etiquette_id FROM objet_etiquette WHERE objet_id = ?"),
		I(new), I(id));
	db_exec(r,
		SQL("INSERT INTO fichier (empreinte, nom, type, largeur, hauteur, objet_id,"
		    " cree_le, cree_par) SELECT empreinte, nom, type, largeur, hauteur, ?,"
		    " cree_le, cree_par FROM fichier WHERE objet_id = ?"),
		I(new), I(id));
}

/* Its invited people are those of the other: they were told. */
static void
copy_invited(struct req *r, int64_t id, int64_t new)
{
	struct rows *who = db_rows(
		r, SQL("SELECT contact_id FROM evenement_invite WHERE evenement_id = ?"), I(id));

	while (db_next(who, &r->mem)) {
		int64_t one = db_num(who, 0);

		evenement_invite(r, new, &one, 1);
	}
	db_exec(r,
		SQL("UPDATE evenement_invite n JOIN evenement_invite o ON o.evenement_id = ?"
		    " AND o.contact_id = n.contact_id SET n.prevenu_le = o.prevenu_le,"
		    " n.par_id = o.par_id, n.cree_le = o.cree_le WHERE n.evenement_id = ?"),
		I(id), I(new));
}

/* The series ends before its date JOUR; that one and the later ones are a new event, with their
 * people: its id.  0: there is no such series (evenement_rest()). */
int64_t
evenement_split(struct req *r, int64_t id, const char *jour)
{
	struct evenement rest, whole;
	int64_t new;

	db_int(r, SQL("SELECT id FROM evenement WHERE id = ? FOR UPDATE"), I(id));
	if (!evenement_rest(r, id, jour, &rest) || !evenement_read(r, id, &whole))
		return 0;
	new = evenement_create(r, &rest);
	db_exec(r, SQL("DELETE FROM evenement_date WHERE evenement_id = ?"), I(new));
	db_exec(r,
		SQL("UPDATE evenement_date SET evenement_id = ? WHERE evenement_id = ?"
		    " AND jour >= ?"),
		I(new), I(id), S(jour));
	db_exec(r,
		SQL("UPDATE evenement n JOIN evenement o ON o.id = ? SET n.etat = o.etat,"
		    " n.motif = o.motif, n.inscriptions = o.inscriptions,"
		    " n.publie_le = o.publie_le WHERE n.id = ?"),
		I(id), I(new));
	copy_company(r, id, new);
	copy_invited(r, id, new);
	split_people(r, id, new);
	creneaux_split(r, id, new, jour);
	evenement_dates_write(r, new);
	evenement_follow(r, new);
	evenement_changed(r, new);
	db_exec(r, SQL("UPDATE evenement SET rrule = ?, etendu_au = NULL WHERE id = ?"),
		S(until(r, whole.rrule, evenement_wall(rest.debut))), I(id));
	evenement_changed(r, id);
	journal(r, "evenement.scinde", id, NULL, NULL);
	return new;
}

/* ---- copied ---- */

/* A draft of the reader's that says the same, with its posts and shifts, some weeks later where
 * that is over; without its people.  Its id. */
int64_t
evenement_copy(struct req *r, int64_t id)
{
	struct evenement e;
	struct wall a, b, first;
	int64_t new;
	char *rule;

	if (!evenement_read(r, id, &e))
		return 0;
	a = first = evenement_wall(e.debut);
	b = evenement_wall(e.fin);
	while (strcmp(evenement_utc(r, a), clock_sql(&r->mem, clock_now())) <= 0) {
		a = wall_add_days(a, 7);
		b = wall_add_days(b, 7);
	}
	e.debut = evenement_utc(r, a);
	e.fin = evenement_utc(r, b);
	e.cloture = "";
	e.rrule = recur_read(&r->mem, e.rrule, a, &rule) == NULL ? rule : "";
	if (e.groupe == 0 || !evenement_may_create(r, e.groupe))
		e.groupe = 0;
	e.organisateur = r->user.id;
	new = evenement_create(r, &e);
	creneaux_copy(r, id, new, wall_days_between(first, a));
	return new;
}
