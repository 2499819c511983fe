/* lettre_partant.c - the letters under way: their editions, who is due, and when one is over */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_vol.h"
#include "domain/socle/journal.h"
#include "net/live.h"

/* Rows read at once; how often all that is due is looked for again; mails a minute are measured
 * over so long; rows of a stopped letter at once. */
enum { READ = 2000, AGAIN_MS = 1000, MEASURE_MS = 3000, PIECE = 5000 };

struct partant partants[PARTANTS];

struct partant *
partant_of(int64_t lettre)
{
	for (struct partant *p = partants; p < partants + PARTANTS; p++)
		if (p->id == lettre)
			return p;
	return NULL;
}

/* It is not under way any more, for this process: who was claimed is given back. */
static void
leave(struct req *r, struct partant *p)
{
	lot_give_back(r, p->id);
	attente_forget(p->id);
	arena_reset(&p->own.mem);
	*p = (struct partant) { 0 };
}

/* The edition that goes from now on. */
static void
load(struct req *r, struct partant *p, int64_t edition)
{
	lot_give_back(r, p->id);
	arena_reset(&p->own.mem);
	p->own = (struct req) { 0 };
	req_init(&p->own);
	p->edition = edition;
	if (!lettre_edition(&p->own, p->id, edition, &p->rendu)) {
		lettre_held(r, p->id, "Cette lettre n’a pas de version à envoyer.");
		leave(r, p);
		return;
	}
	lettre_code(&p->own, &p->rendu);
}

/* Its rows are read from the first again; nobody of it waits here. */
static void
rewind_rows(struct partant *p)
{
	attente_forget(p->id);
	snprintf(p->du_le, sizeof p->du_le, "1970-01-01 00:00:00");
	p->last = 0;
	p->read = p->missed = false;
}

static void
enter(struct req *r, int64_t id, int64_t edition)
{
	struct partant *p = partant_of(id);

	if (p == NULL && (p = partant_of(0)) != NULL)
		*p = (struct partant) { .id = id, .missed = true, .measured_ms = clock_ms() };
	if (p != NULL && p->missed) /* it is new, or was held and goes on since the last look */
		rewind_rows(p);
	if (p != NULL && p->edition != edition)
		load(r, p, edition);
}

/* Write how fast it goes, when that is another figure, and tell open pages. */
static void
measure(struct req *r, struct partant *p)
{
	int64_t ms = clock_ms() - p->measured_ms;

	if (ms < MEASURE_MS && ms >= 0)
		return;
	if (p->done > 0)
		live_tell_objet(r, p->id);
	db_exec(r, SQL("UPDATE lettre SET debit = ? WHERE id = ? AND debit <> ?"),
		I(p->done * 60000 / (ms > 0 ? ms : 1)), I(p->id),
		I(p->done * 60000 / (ms > 0 ? ms : 1)));
	p->done = 0;
	p->measured_ms = clock_ms();
}

/* It is over once nobody waits and nobody is claimed. */
static void
finish(struct req *r, int64_t id, const char *from, const char *to)
{
	if (db_exec(r,
		    SQL("UPDATE lettre SET etat = ?, fini_le = ?, debit = 0 WHERE id = ?"
			" AND etat = ? AND fini_le IS NULL AND NOT EXISTS (SELECT 1"
			" FROM lettre_envoi v WHERE v.lettre_id = lettre.id"
			" AND v.etat IN ('pret', 'pris'))"),
		    S(to), S(clock_sql(&r->mem, clock_now())), I(id), S(from)) == 0)
		return;
	lettre_follow(r, id);
	live_tell_objet(r, id);
	journal(r, "lettre.finie", id, NULL, NULL);
}

/* Who waited for one that was stopped does not any more. */
static void
stopped(struct req *r)
{
	int64_t id = db_int(
		r, SQL("SELECT id FROM lettre WHERE etat = 'arretee' AND fini_le IS NULL LIMIT 1"));

	if (id == 0)
		return;
	if (db_exec(r,
		    SQL("UPDATE lettre_envoi SET etat = 'annule', erreur = 'arretee'"
			" WHERE lettre_id = ? AND etat = 'pret' LIMIT ?"),
		    I(id), I(PIECE)) == 0)
		finish(r, id, "arretee", "arretee");
}

static void
drop_gone(struct req *r, const int64_t *ids, int n)
{
	for (struct partant *p = partants; p < partants + PARTANTS; p++) {
		bool there = p->id == 0;

		for (int i = 0; i < n && !there; i++)
			there = ids[i] == p->id;
		if (!there)
			leave(r, p);
	}
}

/* Which letters are under way now, and how each of them stands. */
void
partants_look(struct req *r)
{
	int64_t ids[PARTANTS], editions[PARTANTS];
	struct rows *rows;
	int n = 0;
	bool own = db_begin_own();

	stopped(r);
	rows = db_rows(r,
		SQL("SELECT id, edition FROM lettre WHERE etat = 'en_cours'"
		    " AND prete_le IS NOT NULL ORDER BY du_le, id LIMIT ?"),
		I(PARTANTS));
	while (db_next(rows, &r->mem))
		if (n < PARTANTS) {
			ids[n] = db_num(rows, 0);
			editions[n++] = db_num(rows, 1);
		}
	drop_gone(r, ids, n);
	for (int i = 0; i < n; i++)
		enter(r, ids[i], editions[i]);
	for (struct partant *p = partants; p < partants + PARTANTS; p++)
		if (p->id != 0) {
			measure(r, p);
			if (p->read && !lot_has(p->id))
				finish(r, p->id, "en_cours", "envoyee");
		}
	db_commit_own(own);
	live_flush(r);
}

/* Those of that letter who are due and were not read yet, up to READ.  False: none. */
static bool
read_some(struct req *r, struct partant *p)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id, domaine, du_le FROM lettre_envoi WHERE lettre_id = ?"
		    " AND etat = 'pret' AND du_le <= ? AND (du_le > ? OR (du_le = ? AND id > ?))"
		    " ORDER BY du_le, id LIMIT ?"),
		I(p->id), S(clock_sql(&r->mem, clock_now())), S(p->du_le), S(p->du_le), I(p->last),
		I(READ));
	int n = 0;

	for (; db_next(rows, &r->mem); n++) {
		attente_add(p->id, db_num(rows, 0), db_text(rows, 1));
		p->last = db_num(rows, 0);
		snprintf(p->du_le, sizeof p->du_le, "%.19s", db_text(rows, 2));
	}
	p->read = n < READ;
	p->asked_ms = clock_ms();
	return n > 0;
}

/* Read on where more may wait.  False: nobody was found. */
bool
partants_read(struct req *r)
{
	int64_t now = clock_ms();
	bool some = false;

	for (struct partant *p = partants; p < partants + PARTANTS; p++)
		if (p->id != 0 && !p->missed &&
			(!p->read || now - p->asked_ms >= AGAIN_MS || now < p->asked_ms))
			some = read_some(r, p) || some;
	return some;
}

void
partants_end(void)
{
	for (struct partant *p = partants; p < partants + PARTANTS; p++) {
		if (p->id != 0)
			arena_reset(&p->own.mem);
		*p = (struct partant) { 0 };
	}
	attente_forget(0);
}
