/* demo_agenda.c - a lived-in year of events, for a demonstration instance: read from a file, made
 * by the same functions as the pages; nobody is told
 *
 * What is past is lived again: the clock of this process goes back to the day before each date for
 * those who register, then to its evening for those who came.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/heures.h"
#include "domain/agenda/inscription.h"
#include "domain/agenda/pointage.h"
#include "domain/agenda/poste.h"
#include "domain/demo/demo_agenda.h"

enum { DAY = 86400 };

static int64_t
number(json_object *o, const char *key, int64_t usual)
{
	json_object *v = json_member(o, key);

	return v != NULL ? json_object_get_int64(v) : usual;
}

static const char *
text(json_object *o, const char *key, const char *usual)
{
	const char *s = json_text(o, key);

	return s != NULL ? s : usual;
}

/* It is that moment, for what follows. */
static void
turn_clock(time_t now)
{
	clock_shift = 0;
	clock_shift = now - clock_now();
}

/* Who coordinates the group; of the whole, an administrator. */
int64_t
demo_coordinator(struct req *r, int64_t groupe)
{
	int64_t who = db_int(r,
		SQL("SELECT MIN(m.contact_id) FROM membre m"
		    " JOIN contact c ON c.id = m.contact_id AND c.acces > 1"
		    " JOIN groupe_role x ON x.cle = m.role AND x.coordination"
		    " WHERE m.groupe_id = ? AND m.fin IS NULL"),
		I(groupe));

	return who != 0 ? who :
			  db_int(r,
				  SQL("SELECT MIN(c.id) FROM compte k JOIN contact c"
				      " ON c.id = k.contact_id AND c.acces = 3"
				      " WHERE k.role = 'admin'"));
}

static void
place_in_time(struct req *r, struct evenement *e, json_object *o)
{
	struct wall from = wall_add_days(wall_at(clock_now()), (int) number(o, "dans", 7));
	int64_t days = number(o, "jours", 0);
	time_t begin;

	from.hour = from.minute = 0;
	if (days == 0)
		sscanf(text(o, "heure", "19:00"), "%d:%d", &from.hour, &from.minute);
	wall_instant(from, &begin);
	e->journee = days > 0;
	e->debut = evenement_utc(r, from);
	e->fin = days > 0 ? evenement_utc(r, wall_add_days(from, (int) days)) :
			    clock_sql(&r->mem, begin + number(o, "duree", 120) * 60);
}

static int64_t
make(struct req *r, int64_t groupe, json_object *o)
{
	struct evenement e = evenement_new();
	int64_t id;

	e.groupe = e.groupes[0] = groupe;
	e.organisateur = r->user.id;
	e.titre = text(o, "titre", "");
	e.texte = text(o, "texte", "");
	e.lieu = text(o, "lieu", "");
	e.code_postal = text(o, "code_postal", "");
	e.lien = text(o, "lien", "");
	e.rrule = text(o, "rrule", "");
	e.visibilite = text(o, "visibilite", "groupes");
	e.mode = text(o, "mode", "directe");
	e.places = number(o, "places", -1);
	place_in_time(r, &e, o);
	id = evenement_create(r, &e);
	evenement_publish(r, id);
	return id;
}

/* So many people who see the event: those of the group first, the same at each date. */
static struct rows *
people(struct req *r, int64_t id, int64_t groupe, int64_t n)
{
	return db_rows(r,
		SQL("SELECT c.id FROM contact c JOIN objet o ON o.id = ? WHERE c.acces > 1"
		    " AND " SEEN_BY(
			    "o", "c.id") " ORDER BY EXISTS (SELECT 1 FROM membre m"
					 " WHERE m.contact_id = c.id AND m.groupe_id = ?"
					 " AND m.fin IS NULL) DESC, c.id % 7, c.id LIMIT ?"),
		I(id), I(groupe), I(n));
}

/* A post with its shifts of the first day, from an hour to an hour that may be of the next. */
static int64_t
make_post(struct req *r, int64_t id, struct wall day, json_object *o)
{
	struct poste p = poste_new();
	struct regulier s = { day, day, number(o, "heures", 4), number(o, "min", 2),
		number(o, "max", 4) };
	int to = (int) number(o, "a", 18);
	int64_t post;

	p.titre = text(o, "titre", "");
	p.lieu = text(o, "lieu", "");
	p.consignes = text(o, "consignes", "");
	p.km = number(o, "km", -1);
	p.habitue = json_object_get_boolean(json_member(o, "habitue"));
	post = poste_create(r, id, &p);
	s.from.hour = (int) number(o, "de", 8);
	s.to = wall_add_days(day, to / 24);
	s.to.hour = to % 24;
	poste_shifts(r, post, &s);
	return post;
}

/* So many people take one of its shifts, each another. */
static void
hold(struct req *r, int64_t id, int64_t post, int64_t groupe, int64_t n, int64_t skip)
{
	int64_t shifts = db_int(r, SQL("SELECT COUNT(*) FROM creneau WHERE poste_id = ?"), I(post));
	struct rows *who = people(r, id, groupe, skip + n);

	for (int64_t i = -skip; db_next(who, &r->mem); i++) {
		int64_t shift;

		if (i < 0 || shifts == 0)
			continue;
		shift = db_int(r,
			SQL("SELECT id FROM creneau WHERE poste_id = ? ORDER BY debut"
			    " LIMIT 1 OFFSET ?"),
			I(post), I(i * i % shifts));
		r->user.id = db_num(who, 0);
		creneau_take(r, r->user.id, &shift, 1);
	}
}

/* Its posts, and who holds their shifts. */
static void
make_posts(struct req *r, int64_t id, int64_t groupe, json_object *o)
{
	json_object *posts = json_member(o, "postes");
	struct wall day = wall_add_days(wall_at(clock_now()), (int) number(o, "dans", 7));
	int64_t organiser = r->user.id, skip = 0;

	day.minute = 0;
	for (size_t i = 0; posts != NULL && i < json_object_array_length(posts); i++) {
		json_object *p = json_object_array_get_idx(posts, i);
		int64_t n = number(p, "gens", 0);

		hold(r, id, make_post(r, id, day, p), groupe, n, skip);
		r->user.id = organiser;
		skip += n;
	}
}

/* One date: who registers, the day before it when it is past; who came. */
static void
live(struct req *r, int64_t id, int64_t groupe, int64_t date, json_object *o, const time_t when[2])
{
	int64_t coordinates = r->user.id, presents = number(o, "presents", 0), n = 0;
	struct rows *who =
		people(r, id, groupe, number(o, "inscrits", 0) + number(o, "attente", 0));
	bool past = when[1] < time(NULL);

	while (db_next(who, &r->mem)) {
		struct venue v = { .contact_id = db_num(who, 0), .mot = "" };

		if (past)
			turn_clock(when[0] - DAY);
		r->user.id = v.contact_id;
		inscription_take(r, id, date, &v);
		if (past && n++ < presents) {
			turn_clock(when[0] + 5 * 60);
			pointage_arrive(r, date, inscription_find(r, id, &v), coordinates);
		}
	}
	r->user.id = coordinates;
	if (past && presents > 0) {
		turn_clock(when[1] + DAY);
		heures_tour(r);
	}
	clock_shift = 0;
}

/* Its dates of the past, and the next one. */
static void
live_all(struct req *r, int64_t id, int64_t groupe, json_object *o)
{
	struct rows *dates = db_rows(r,
		SQL("SELECT id, debut, fin FROM evenement_date WHERE evenement_id = ?"
		    " AND debut < COALESCE((SELECT MIN(n.debut) FROM evenement_date n"
		    " WHERE n.evenement_id = ? AND n.debut > UTC_TIMESTAMP()),"
		    " UTC_TIMESTAMP()) + INTERVAL 1 DAY ORDER BY debut"),
		I(id), I(id));

	while (db_next(dates, &r->mem))
		live(r, id, groupe, db_num(dates, 0), o,
			(time_t[2]) {
				clock_parse(db_text(dates, 1)), clock_parse(db_text(dates, 2)) });
}

/* Hours of more than three weeks ago were validated since. */
static void
validate(struct req *r)
{
	db_exec(r,
		SQL("UPDATE heures h SET h.etat = 'validee', h.decide_le = h.fin, h.decide_par = ?"
		    " WHERE h.jour < UTC_DATE() - INTERVAL 21 DAY"),
		I(demo_coordinator(r, 0)));
}

static void
tell_nobody(struct req *r)
{
	db_exec(r, SQL("DELETE FROM evenement_avis"));
	db_exec(r,
		SQL("DELETE FROM notif_cible WHERE evenement_id IN (SELECT e.id"
		    " FROM notif_evenement e JOIN objet o ON o.id = e.objet_id"
		    " WHERE o.genre = 'evenement')"));
}

/* Make what the file says in each group that it names by title, once and for all.  How many events;
 * 0 when it was done before. */
int
demo_agenda(struct req *r, json_object *groups)
{
	int n = 0;

	if (db_exec(r,
		    SQL("INSERT IGNORE INTO reglage (cle, valeur) VALUES ('demo_agenda', '1')")) ==
		0)
		return 0;
	for (size_t i = 0; i < json_object_array_length(groups); i++) {
		json_object *g = json_object_array_get_idx(groups, i),
			    *events = json_member(g, "evenements");
		int64_t groupe = db_int(r,
			SQL("SELECT o.id FROM objet o WHERE o.genre = 'groupe' AND o.titre = ?"
			    " LIMIT 1"),
			S(text(g, "groupe", "")));

		r->user.id = demo_coordinator(r, groupe);
		for (size_t k = 0; groupe != 0 && k < json_object_array_length(events); k++, n++) {
			json_object *o = json_object_array_get_idx(events, k);
			int64_t id = make(r, groupe, o);

			live_all(r, id, groupe, o);
			make_posts(r, id, groupe, o);
		}
	}
	r->user.id = 0;
	validate(r);
	tell_nobody(r);
	return n;
}
