/* poste.c - the posts of an event; shifts made for one, many at once */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/poste.h"
#include "domain/socle/journal.h"

enum { NUIT = 4 }; /* what begins before that hour is of the night of the day before */

struct poste
poste_new(void)
{
	return (struct poste) { .titre = "", .lieu = "", .consignes = "", .km = -1, .exige = "" };
}

bool
poste_read(struct req *r, int64_t id, int64_t evenement_id, struct poste *p)
{
	*p = poste_new();
	return db_read(r,
		SQL("SELECT titre, lieu, consignes, COALESCE(km, -1), " EXIGE
		    ", age_min, ordre, habitue FROM poste p WHERE id = ? AND evenement_id = ?"
		    " AND retire_le IS NULL"),
		INTO(TO(&p->titre), TO(&p->lieu), TO(&p->consignes), TO(&p->km), TO(&p->exige),
			TO(&p->age_min), TO(&p->ordre), TO(&p->habitue)),
		I(id), I(evenement_id));
}

int64_t
poste_create(struct req *r, int64_t evenement_id, const struct poste *p)
{
	int64_t id = db_insert(r, SQL("INSERT INTO poste (evenement_id, titre) VALUES (?, ?)"),
		I(evenement_id), S(p->titre));

	poste_save(r, id, p);
	return id;
}

void
poste_save(struct req *r, int64_t id, const struct poste *p)
{
	bool coded = strncmp(p->exige, "e:", 2) == 0 || strncmp(p->exige, "p:", 2) == 0;
	int64_t n = strtoll(p->exige + (coded ? 2 : 0), NULL, 10);

	db_exec(r,
		SQL("UPDATE poste SET titre = ?, lieu = ?, consignes = ?, km = NULLIF(?, -1),"
		    " champ_id = NULLIF(?, 0), valeur = ?, etiquette_id = NULLIF(?, 0),"
		    " public_id = NULLIF(?, 0), age_min = ?, ordre = ?, habitue = ? WHERE id = ?"),
		S(p->titre), S(p->lieu), S(p->consignes), I(p->km), I(coded ? 0 : n),
		S(coded || n == 0 ? "" : strchr(p->exige, ':') + 1), I(*p->exige == 'e' ? n : 0),
		I(*p->exige == 'p' ? n : 0), I(p->age_min), I(p->ordre), I(p->habitue), I(id));
	journal(r, "poste.modifie",
		db_int(r, SQL("SELECT evenement_id FROM poste WHERE id = ?"), I(id)), NULL,
		json_made(&r->mem, JN("poste", id)));
}

/* False: somebody is still to hold a shift there. */
bool
poste_remove(struct req *r, int64_t id)
{
	if (db_int(r,
		    SQL("SELECT 1 FROM creneau WHERE poste_id = ? AND pris > 0 AND fin > ?"
			" LIMIT 1 LOCK IN SHARE MODE"),
		    I(id), S(clock_sql(&r->mem, clock_now()))) != 0)
		return false;
	db_exec(r, SQL("UPDATE creneau SET etat = 'annule' WHERE poste_id = ? AND fin > ?"), I(id),
		S(clock_sql(&r->mem, clock_now())));
	db_exec(r, SQL("UPDATE poste SET retire_le = ? WHERE id = ?"),
		S(clock_sql(&r->mem, clock_now())), I(id));
	journal(r, "poste.retire",
		db_int(r, SQL("SELECT evenement_id FROM poste WHERE id = ?"), I(id)), NULL,
		json_made(&r->mem, JN("poste", id)));
	return true;
}

/* The day of a shift that begins then: the night belongs to the day before. */
const char *
creneau_jour(struct req *r, struct wall w)
{
	return wall_ymd(&r->mem, w.hour < NUIT ? wall_add_days(w, -1) : w);
}

static bool
insert(struct req *r, int64_t poste, const char *debut, const char *fin, int64_t minimum,
	int64_t maximum)
{
	return db_exec(r,
		       SQL("INSERT INTO creneau (poste_id, jour, debut, fin, minimum, maximum)"
			   " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
			   " minimum = IF(etat = 'annule', VALUES(minimum), minimum),"
			   " maximum = IF(etat = 'annule', VALUES(maximum), maximum),"
			   " etat = IF(etat = 'annule', 'ouvert', etat)"),
		       I(poste), S(creneau_jour(r, evenement_wall(debut))), S(debut), S(fin),
		       I(minimum), I(maximum)) > 0;
}

/* Shifts one behind the other, each of so many hours, the last one shorter where it must be: how
 * many are new. */
int
poste_shifts(struct req *r, int64_t id, const struct regulier *g)
{
	time_t from, to;
	int made = 0;

	wall_instant(g->from, &from);
	wall_instant(g->to, &to);
	for (int i = 0; i < CRENEAUX_MAX && from < to; i++) {
		time_t end = from + g->heures * 3600;

		if (end > to)
			end = to;
		made += insert(r, id, clock_sql(&r->mem, from), clock_sql(&r->mem, end), g->minimum,
			g->maximum);
		from = end;
	}
	return made;
}

/* The week before MONDAY once more, at the same hours of the wall: how many shifts are new. */
int
poste_week_again(struct req *r, int64_t evenement_id, struct wall monday)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT c.poste_id, c.debut, c.fin, c.minimum, c.maximum FROM creneau c"
		    " JOIN poste p ON p.id = c.poste_id AND p.retire_le IS NULL"
		    " WHERE p.evenement_id = ? AND c.etat <> 'annule' AND c.jour >= ?"
		    " AND c.jour < ? ORDER BY c.debut, c.id LIMIT 500"),
		I(evenement_id), S(wall_ymd(&r->mem, wall_add_days(monday, -7))),
		S(wall_ymd(&r->mem, monday)));
	int made = 0;

	while (db_next(rows, &r->mem)) {
		struct wall from = wall_add_days(evenement_wall(db_text(rows, 1)), 7),
			    to = wall_add_days(evenement_wall(db_text(rows, 2)), 7);

		made += insert(r, db_num(rows, 0), evenement_utc(r, from), evenement_utc(r, to),
			db_num(rows, 3), db_num(rows, 4));
	}
	return made;
}

/* The shifts of post LIKE once more on that one, so many days later at the same hours of the
 * wall. */
void
poste_shifts_like(struct req *r, int64_t id, int64_t like, int days)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT debut, fin, minimum, maximum FROM creneau WHERE poste_id = ?"
		    " AND etat <> 'annule' ORDER BY debut, id LIMIT 2000"),
		I(like));

	while (db_next(rows, &r->mem))
		insert(r, id,
			evenement_utc(r, wall_add_days(evenement_wall(db_text(rows, 0)), days)),
			evenement_utc(r, wall_add_days(evenement_wall(db_text(rows, 1)), days)),
			db_num(rows, 2), db_num(rows, 3));
}

/* How many the event has. */
int64_t
postes_count(struct req *r, int64_t evenement_id)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM poste WHERE evenement_id = ? AND retire_le IS NULL"),
		I(evenement_id));
}
