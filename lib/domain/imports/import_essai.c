/* import_essai.c - the dry run: every line of a file tried, nothing changed
 *
 * Lines are taken by blocks: who they are about is asked in one statement, what came out is
 * written in two.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/membre.h"
#include "domain/imports/import.h"

/* The people that the lines of a block may mean; K names how.  Binds RELATION_ME, the keys as
 * JSON, ME. */
#define CANDIDATES(k, key) \
	"SELECT STRAIGHT_JOIN " CONTACT_ROW ", c.bio, " RELATION("o") ", " CONTACT_VALUES( \
		"") ", " CONTACT_GROUPS ", " CONTACT_TAGS ", j.n" \
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS (n INT PATH '$.n', k " k " PATH '$.k')) j" \
		    " JOIN contact c ON " key " = j.k JOIN objet o ON o.id = c.id" \
		    " WHERE c.retire_le IS NULL AND " SEES("o") " ORDER BY j.n, c.id"

static struct rows *
candidates(struct essai *e, enum cible by, const char *keys)
{
	if (by == NUMERO)
		return db_rows(e->own, SQL(CANDIDATES("BIGINT", "c.id")), RELATION_ME(e->r),
			S(keys), ME(e->r));
	if (by == HUBSPOT)
		return db_rows(e->own, SQL(CANDIDATES("BIGINT", "c.hubspot_id")), RELATION_ME(e->r),
			S(keys), ME(e->r));
	return db_rows(e->own,
		SQL(CANDIDATES("VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci",
			"c.email")),
		RELATION_ME(e->r), S(keys), ME(e->r));
}

/* The column that says who a line is about: a number before an address. */
static unsigned
key_column(const struct import *im, enum cible *by)
{
	static const enum cible order[] = { NUMERO, HUBSPOT };

	for (size_t k = 0; k < sizeof order / sizeof *order; k++)
		for (unsigned i = 0; i < im->n; i++)
			if (im->colonnes[i].cible == order[k]) {
				*by = order[k];
				return i;
			}
	*by = CHAMP;
	for (unsigned i = 0; i < im->n; i++)
		if (im->colonnes[i].cible == CHAMP &&
			strcmp(im->colonnes[i].champ->cle, "email") == 0)
			return i;
	return 0;
}

static const char *
keys_of(struct essai *e, const struct ligne *lines, unsigned n, enum cible by, unsigned column)
{
	struct bloc keys;

	bloc_open(&keys, &e->own->mem);
	for (unsigned i = 0; i < n; i++) {
		const char *key = lines[i].cells[column];
		size_t digits = strspn(key, "0123456789");

		if (*key == '\0' || (by != CHAMP && (key[digits] != '\0' || digits > 18)))
			continue;
		bloc_add(&keys, JN("n", lines[i].numero), JS("k", key));
	}
	return bloc_json(&keys);
}

/* An address finds only those whose address the reader may read. */
static bool
may_be_found(const struct essai *e, const struct personne *p, enum cible by)
{
	const struct champ *email = champ_find(e->modele, "email");

	return by != CHAMP || (email != NULL && contact_needs(p, email) <= p->relation);
}

static bool
bears_the_name(struct essai *e, const struct ligne *l, const struct personne *p)
{
	static const struct {
		const char *cle;
		int at;
	} names[] = { { "prenom", P_PRENOM }, { "nom", P_NOM } };
	unsigned said = 0;

	for (unsigned i = 0; i < e->import->n; i++)
		for (size_t k = 0; k < 2; k++)
			if (strcmp(cible_cle(&e->import->colonnes[i]), names[k].cle) == 0) {
				if (strcmp(text_fold(&e->own->mem, l->cells[i]),
					    text_fold(&e->own->mem, p->text[names[k].at])) != 0)
					return false;
				said++;
			}
	return said == 2;
}

struct found {
	struct personne p;
	bool manages;
	unsigned n, named; /* how many people answer, how many of that very name */
};

static void
add_candidate(
	struct essai *e, struct found *f, const struct ligne *l, struct rows *rows, enum cible by)
{
	struct personne p = contact_row(e->r, rows);
	bool named;

	if (!may_be_found(e, &p, by))
		return;
	named = bears_the_name(e, l, &p);
	if (f->n++ == 0 || (named && f->named == 0)) {
		f->p = p;
		f->manages = db_num(rows, P_RELATION) == 3;
		for (unsigned i = 0; i < P_COLUMNS; i++)
			f->p.text[i] = arena_strdup(&e->own->mem, p.text[i]);
	}
	f->named += named;
}

static void
try_block(struct essai *e, const struct ligne *lines, unsigned n)
{
	enum cible by;
	unsigned column = key_column(e->import, &by), at = 0;
	struct found *found = arena_alloc(&e->own->mem, n * sizeof *found);
	struct rows *rows = candidates(e, by, keys_of(e, lines, n, by, column));

	memset(found, 0, n * sizeof *found);
	while (db_next(rows, &e->own->mem)) {
		while (at < n && lines[at].numero < db_num(rows, P_COLUMNS))
			at++;
		if (at < n && lines[at].numero == db_num(rows, P_COLUMNS))
			add_candidate(e, &found[at], &lines[at], rows, by);
	}
	for (unsigned i = 0; i < n; i++)
		if (found[i].n == 1 || found[i].named == 1)
			ligne_try(e, &lines[i], &found[i].p, found[i].manages);
		else
			ligne_unknown(e, &lines[i], found[i].n);
}

/* The next lines after number AFTER. */
static unsigned
next_lines(struct essai *e, int64_t after, struct ligne *lines)
{
	struct rows *rows = db_rows(e->own,
		SQL("SELECT numero, cellules FROM import_ligne WHERE import_id = ? AND numero > ?"
		    " ORDER BY numero LIMIT ?"),
		I(e->import->id), I(after), I(BLOC));
	unsigned n = 0;

	while (db_next(rows, &e->own->mem)) {
		struct ligne *l = &lines[n++];
		char *rest = arena_strdup(&e->own->mem, db_text(rows, 1)), *cell;

		*l = (struct ligne) { .numero = db_num(rows, 0) };
		for (unsigned i = 0; i < e->import->n; i++)
			l->cells[i] = (cell = strsep(&rest, "\x1f")) != NULL ? cell : "";
	}
	return n;
}

static void
write_block(struct essai *e)
{
	db_exec(e->own,
		SQL("UPDATE JSON_TABLE(?, '$[*]' COLUMNS (n INT PATH '$.n', p BIGINT PATH '$.p',"
		    " e INT PATH '$.e',"
		    " m TEXT PATH '$.m')) j JOIN import_ligne l ON l.import_id = ?"
		    " AND l.numero = j.n"
		    " SET l.contact_id = NULLIF(j.p, 0), l.etat = j.e, l.message = j.m"),
		S(bloc_json(&e->lignes)), I(e->import->id));
	if (e->changements.n > 0)
		db_exec(e->own,
			SQL("INSERT INTO import_changement (import_id, numero, champ_id,"
			    " contact_id, avant, apres, avant_json, apres_json)"
			    " SELECT ?, j.n, j.c, j.p, j.a, j.b, j.aj, j.bj"
			    " FROM JSON_TABLE(?, '$[*]' COLUMNS (n INT PATH '$.n',"
			    " c INT PATH '$.c', p BIGINT PATH '$.p', a MEDIUMTEXT PATH '$.a',"
			    " b MEDIUMTEXT PATH '$.b',"
			    " aj MEDIUMTEXT PATH '$.aj', bj MEDIUMTEXT PATH '$.bj')) j"),
			I(e->import->id), S(bloc_json(&e->changements)));
	if (e->membres_lus.n > 0)
		import_members_keep(e->own, e->import->id, &e->membres_lus);
}

/* A person stands on one line only: the first counts, the others are refused. */
static void
refuse_repeated(struct req *r, const struct import *im)
{
	db_exec(r,
		SQL("UPDATE (SELECT contact_id, MIN(numero) AS premier FROM import_ligne"
		    " WHERE import_id = ?"
		    " AND contact_id IS NOT NULL AND etat <> 3 GROUP BY contact_id"
		    " HAVING COUNT(*) > 1) d"
		    " JOIN import_ligne l ON l.import_id = ? AND l.contact_id = d.contact_id"
		    " AND l.numero > d.premier"
		    " SET l.etat = 2, l.message = CONCAT('La ligne ', d.premier,"
		    " ' parle déjà de cette personne.')"),
		I(im->id), I(im->id));
	db_exec(r,
		SQL("DELETE c FROM import_changement c JOIN import_ligne l ON l.import_id ="
		    " c.import_id AND l.numero = c.numero AND l.etat <> 1 WHERE c.import_id = ?"),
		I(im->id));
}

/* Try every line again; what came of it is in import_ligne and import_changement.  The columns
 * have been kept, and one of them says who each line is about. */
void
import_try(struct req *r, struct import *im)
{
	struct req own = { .user = r->user };
	struct essai e = { .r = r,
		.own = &own,
		.modele = modele(r),
		.import = im,
		.membres = membre_confirms(r) };
	struct ligne *lines = arena_alloc(&r->mem, BLOC * sizeof *lines);
	int64_t last = 0;
	unsigned n;

	db_exec(r, SQL("DELETE FROM import_changement WHERE import_id = ?"), I(im->id));
	while ((n = next_lines(&e, last, lines)) > 0) {
		bloc_open(&e.lignes, &own.mem);
		bloc_open(&e.changements, &own.mem);
		bloc_open(&e.membres_lus, &own.mem);
		last = lines[n - 1].numero;
		try_block(&e, lines, n);
		write_block(&e);
		arena_reset(&own.mem);
	}
	arena_reset(&own.mem);
	import_members_try(r, im->id);
	refuse_repeated(r, im);
	db_exec(r, SQL("UPDATE import SET etat = 'essai' WHERE id = ?"), I(im->id));
}
