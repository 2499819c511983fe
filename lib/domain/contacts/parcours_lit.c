/* parcours_lit.c - the steps of a person that one reader may know of, from the table of sources
 *
 * A kind of step more is a function that reads its rows and a line of the table.  Each answers
 * for its own rights: a field of the model by its level, an objet by SEES(), a note by
 * NOTE_READS().  What a kind of objet puts there is its .etapes.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/contacts/note.h"
#include "domain/contacts/parcours.h"
#include "domain/socle/genre.h"

enum { STEPS_MAX = 2000, NOTE_CUT = 300 };

struct source {
	const char *genre, *titre;
	int lecture; /* least the reader must be to the person (contact.h) */
	void (*read)(struct req *, const struct modele *, const struct personne *, struct etapes *);
};

/* One step more; its texts are copied into the request's memory. */
void
parcours_add(struct req *r, struct etapes *e, struct etape one)
{
	const char **texts[] = { &one.quand, &one.genre, &one.sens, &one.champ, &one.valeur,
		&one.avant, &one.url };

	if (e->n >= STEPS_MAX)
		return;
	if (e->n == e->size) {
		struct etape *more = arena_alloc(&r->mem, (e->size + 64) * sizeof *more);

		if (e->n > 0)
			memcpy(more, e->all, e->n * sizeof *more);
		e->all = more;
		e->size += 64;
	}
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = *texts[i] != NULL ? arena_strdup(&r->mem, *texts[i]) : "";
	e->all[e->n++] = one;
}

/* Groups and roles: when they began, when they ended. */
static void
missions(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT m.debut, COALESCE(m.fin, ''), IF(m.role = 'membre', '',"
		    " COALESCE(g.titre, m.role)), o.titre, o.id"
		    " FROM " MEMBERSHIPS("m") " JOIN objet o ON o.id = m.groupe_id"
					      " LEFT JOIN groupe_role g ON g.cle = m.role"
					      " WHERE m.contact_id = ? LIMIT 500"),
		ME(r), I(p->id));

	(void) m;
	while (db_next(rows, &r->mem)) {
		struct etape one = { db_text(rows, 0), "mission", "debut", db_text(rows, 2),
			db_text(rows, 3), "",
			arena_printf(&r->mem, "/groupes/%s", db_text(rows, 4)) };

		parcours_add(r, e, one);
		if (*db_text(rows, 1) != '\0') {
			one.quand = db_text(rows, 1);
			one.sens = "fin";
			parcours_add(r, e, one);
		}
	}
}

/* A value of a followed field began or ended; of a field with one value, what follows it tells
 * the end. */
static void
one_value(struct req *r, const struct champ *c, struct rows *rows, struct etapes *e)
{
	bool single = c->genre == G_CHOIX;
	const char *fin = db_text(rows, 3), *avant = db_text(rows, 5);
	struct etape one = { db_text(rows, 2),
		strcmp(c->cle, "formations") == 0 ? "formation" : "statut",
		*db_text(rows, 4) == '1' ? "initial" : "debut", c->libelle,
		champ_label(c, db_text(rows, 1)), *avant != '\0' ? champ_label(c, avant) : "", "" };

	parcours_add(r, e, one);
	if (*fin != '\0' && !(single && *db_text(rows, 6) == '1')) {
		one.quand = fin;
		one.sens = "fin";
		parcours_add(r, e, one);
	}
}

static void
values(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e,
	bool formations)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT p.champ_id, p.valeur, p.debut, COALESCE(p.fin, ''), p.initial,"
		    " COALESCE((SELECT q.valeur FROM parcours q WHERE q.contact_id = p.contact_id"
		    " AND q.champ_id = p.champ_id"
		    " AND q.fin = p.debut AND f.genre = 'choix' ORDER BY q.id LIMIT 1), ''),"
		    " EXISTS (SELECT 1 FROM parcours s WHERE s.contact_id = p.contact_id"
		    " AND s.champ_id = p.champ_id AND s.debut = p.fin)"
		    " FROM parcours p JOIN champ f ON f.id = p.champ_id AND f.suivi"
		    " WHERE p.contact_id = ? AND f.cle = 'formations' = ?"
		    " ORDER BY p.id LIMIT 1000"),
		I(p->id), I(formations));

	while (db_next(rows, &r->mem))
		for (unsigned i = 0; i < m->n; i++)
			if (m->champs[i].id == db_num(rows, 0) &&
				m->champs[i].lecture <= p->relation)
				one_value(r, &m->champs[i], rows, e);
}

static void
changes(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	values(r, m, p, e, false);
}

static void
trainings(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	values(r, m, p, e, true);
}

/* Rows of: moment, word of the step, what it is about. */
static void
rows_of(struct req *r, struct rows *rows, const char *genre, struct etapes *e)
{
	while (db_next(rows, &r->mem))
		parcours_add(r, e,
			(struct etape) { db_text(rows, 0), genre, db_text(rows, 1), "",
				db_text(rows, 2), "", "" });
}

static void
account(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	(void) m;
	rows_of(r,
		db_rows(r,
			SQL("SELECT cree_le, 'ouvert', '' FROM compte WHERE contact_id = ?"
			    " UNION ALL SELECT charte_le, 'charte', '' FROM compte"
			    " WHERE contact_id = ? AND charte_le IS NOT NULL"),
			I(p->id), I(p->id)),
		"compte", e);
}

/* What the journal says of the tags: those after, those before. */
static void
tags(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	struct rows *rows;

	if (champ_find(m, "etiquettes")->lecture > p->relation)
		return;
	rows = db_rows(r,
		SQL("SELECT quand, COALESCE(JSON_VALUE(apres, '$.etiquettes'), ''),"
		    " COALESCE(JSON_VALUE(avant, '$.etiquettes'), '')"
		    " FROM journal WHERE objet_id = ? AND acte = 'objet.etiquettes'"
		    " AND JSON_VALID(apres) ORDER BY id DESC LIMIT 200"),
		I(p->id));
	while (db_next(rows, &r->mem))
		parcours_add(r, e,
			(struct etape) { db_text(rows, 0), "etiquette", "", "", db_text(rows, 1),
				db_text(rows, 2), "" });
}

/* What coordination and staff sent her. */
static void
messages(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	(void) m;
	rows_of(r,
		db_rows(r,
			SQL("SELECT i.cree_le, 'invitation', COALESCE((SELECT CONCAT_WS(' ',"
			    " a.prenom, a.nom) FROM contact a"
			    " WHERE a.id = i.par_id), '') FROM invitation i WHERE i.contact_id = ?"
			    " UNION ALL SELECT i.relance_le, 'relance', '' FROM invitation i"
			    " WHERE i.contact_id = ? AND i.relance_le IS NOT NULL"),
			I(p->id), I(p->id)),
		"message", e);
}

static void
notes(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT n.cree_le, CONCAT_WS(' ', a.prenom, a.nom), n.texte FROM note n"
		    " JOIN objet o ON o.id = n.contact_id"
		    " JOIN contact a ON a.id = n.auteur_id WHERE n.contact_id = ?"
		    " AND " NOTE_READS("n", "o") " ORDER BY n.id DESC LIMIT 200"),
		I(p->id), NOTE_ME(r));

	(void) m;
	while (db_next(rows, &r->mem))
		parcours_add(r, e,
			(struct etape) { db_text(rows, 0), "note", "", db_text(rows, 1),
				text_cut(&r->mem, db_text(rows, 2), NOTE_CUT), "", "" });
}

/* Her welcome in a group, and news asked for or had. */
static void
welcome(struct req *r, const struct modele *m, const struct personne *p, struct etapes *e)
{
	(void) m;
	rows_of(r,
		db_rows(r,
			SQL("SELECT r.cree_le, 'confie', o.titre FROM relais r"
			    " JOIN objet o ON o.id = r.groupe_id"
			    " WHERE r.contact_id = ? AND " SEES(
				    "o") " UNION ALL"
					 " SELECT r.maj_le, r.etat, o.titre FROM relais r"
					 " JOIN objet o ON o.id = r.groupe_id"
					 " WHERE r.contact_id = ? AND r.etat <> 'a_faire'"
					 " AND " SEES(
						 "o") " UNION ALL SELECT n.cree_le, n.genre,"
						      " COALESCE((SELECT CONCAT_WS(' ', a.prenom,"
						      " a.nom) FROM contact a"
						      " WHERE a.id = n.par_id), '')"
						      " FROM nouvelles n WHERE n.contact_id = ?"),
			I(p->id), ME(r), I(p->id), ME(r), I(p->id)),
		"accueil", e);
}

static const struct source sources[] = {
	{ "mission", "Missions et groupes", 1, missions },
	{ "statut", "Statut et engagement", 1, changes },
	{ "formation", "Formations", 1, trainings },
	{ "compte", "Compte", 1, account },
	{ "etiquette", "Étiquettes", 1, tags },
	{ "message", "Messages", 3, messages },
	{ "accueil", "Accueil", 3, welcome },
	{ "note", "Notes", 1, notes },
};
enum { SOURCES = sizeof sources / sizeof *sources };

static int
newest_first(const void *a, const void *b)
{
	const struct etape *x = a, *y = b;

	return strcmp(y->quand, x->quand);
}

/* What the reader may know of the path of P, the newest first; of one kind, or "": all. */
struct etapes
parcours_read(struct req *r, const struct modele *m, const struct personne *p, const char *genre)
{
	struct etapes e = { 0 };

	for (size_t i = 0; i < SOURCES; i++)
		if ((*genre == '\0' || strcmp(sources[i].genre, genre) == 0) &&
			sources[i].lecture <= p->relation)
			sources[i].read(r, m, p, &e);
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->etapes != NULL && (*genre == '\0' || strcmp((*g)->nom, genre) == 0))
			(*g)->etapes(r, p, &e);
	if (e.n > 0)
		qsort(e.all, e.n, sizeof *e.all, newest_first);
	return e;
}

/* Those that happened since the person is known here. */
void
parcours_drop_initial(struct etapes *e)
{
	unsigned n = 0;

	for (unsigned i = 0; i < e->n; i++)
		if (strcmp(e->all[i].sens, "initial") != 0)
			e->all[n++] = e->all[i];
	e->n = n;
}

/* The name of a kind; NULL: there is no such kind. */
const char *
parcours_genre(const char *genre)
{
	for (size_t i = 0; i < SOURCES; i++)
		if (strcmp(sources[i].genre, genre) == 0)
			return sources[i].titre;
	return genre_find(genre) != NULL && genre_find(genre)->etapes != NULL ?
		genre_find(genre)->pluriel :
		NULL;
}

/* Say NAME.N.{quand, quand_iso, genre, sens, champ, valeur, avant, url} of MOST steps from FROM. */
void
parcours_say(struct req *r, const struct etapes *e, const char *name, unsigned from, unsigned most)
{
	for (unsigned i = from; i < e->n && i < from + most; i++) {
		const struct etape *one = &e->all[i];
		struct row *row = row_nth(r, name, i - from);
		char *day = arena_strdup(&r->mem, one->quand);

		if (strlen(day) > 10)
			day[10] = '\0';
		row_say(row, "quand_iso", day);
		row_say(row, "quand", text_day_short(&r->mem, day, clock_now()));
		row_say(row, "genre", one->genre);
		row_say(row, "sens", one->sens);
		row_say(row, "champ", one->champ);
		row_say(row, "valeur", one->valeur);
		row_say(row, "avant", one->avant);
		row_say(row, "url", one->url);
	}
}

static void
say_genre(struct req *r, const char *name, unsigned n, const char *cle, const char *libelle)
{
	struct row *row = row_nth(r, name, n);

	row_say(row, "cle", cle);
	row_say(row, "libelle", libelle);
}

/* Say NAME.N.{cle, libelle}: the kinds that this reader may meet.  A kind of objet that bears the
 * name of a source shares its line. */
void
parcours_say_genres(struct req *r, const struct personne *p, const char *name)
{
	unsigned n = 0;

	for (size_t i = 0; i < SOURCES; i++)
		if (sources[i].lecture <= p->relation &&
			(strcmp(sources[i].genre, "note") != 0 || p->id != r->user.id))
			say_genre(r, name, n++, sources[i].genre, sources[i].titre);
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->etapes != NULL && parcours_genre((*g)->nom) == (*g)->pluriel)
			say_genre(r, name, n++, (*g)->nom, (*g)->pluriel);
}
