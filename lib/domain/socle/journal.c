/* journal.c - append and verify
 *
 * The seal of a row is the SHA-256 of the seal before it and of the row's own text, its fields
 * separated by bytes 31 (a control that no field holds).  What it says of before and after enters
 * as a SHA-256 of its own, salted: the words about a person can be erased, with the salt, so that
 * nobody can try a name on what is left; that is all that can change unseen.  The last seal stands
 * in journal_tete, whose lock makes writers queue from their first act to their commit: write acts
 * last in a transaction.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/socle/journal.h"

enum { MANY = 16, MANY_BYTES = 1 << 19, SEL = 16 };

static const char *
text(const char *s)
{
	return s != NULL ? s : "";
}

/* The digest of what an act says of before and after; SEL: "" for rows older than the salt. */
static const char *
content(struct arena *mem, const struct acte *a, const char *sel)
{
	const char *said = arena_printf(mem, "%s%s%s\x1f%s", sel, *sel != '\0' ? "\x1f" : "",
		text(a->avant), text(a->apres));

	return sha256_hex(mem, said, strlen(said));
}

static const char *
seal(struct arena *mem, const char *before, const char *quand, int64_t acteur, const struct acte *a,
	const char *contenu)
{
	const char *row = arena_printf(mem, "%s\x1f%s\x1f%" PRId64 "\x1f%s\x1f%" PRId64 "\x1f%s",
		before, quand, acteur, a->acte, a->objet_id, contenu);

	return sha256_hex(mem, row, strlen(row));
}

/* "2026-09-14 18:30:00.123456": unique enough to order, exact enough to seal. */
static const char *
now(struct req *r)
{
	int64_t ms = clock_ms();

	return arena_printf(
		&r->mem, "%s.%03d000", clock_sql(&r->mem, (time_t) (ms / 1000)), (int) (ms % 1000));
}

static struct value
id_or_null(int64_t id)
{
	return id != 0 ? I(id) : NOTHING;
}

struct sealed {
	const char *sel, *contenu, *empreinte;
};

static void
append(struct req *r, const char *quand, const struct acte *a, const struct sealed *s)
{
	db_exec(r,
		SQL("INSERT INTO journal (quand, acteur_id, acte, objet_id, avant, apres, sel,"
		    " contenu, empreinte) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
		S(quand), id_or_null(r->user.id), S(a->acte), id_or_null(a->objet_id), S(a->avant),
		S(a->apres), S(s->sel), S(s->contenu), S(s->empreinte));
}

/* Acts on their way, many in one statement. */
static void
queue(struct buffer *many, const struct acte *a, const struct sealed *s)
{
	json_add(many, JS("a", a->acte), JN("o", a->objet_id), JS("s", s->sel), JS("c", s->contenu),
		JS("e", s->empreinte), JS("v", a->avant), JS("p", a->apres));
}

static void
append_queued(struct req *r, const char *quand, struct buffer *many)
{
	if (many->n == 0)
		return;
	db_exec(r,
		SQL("INSERT INTO journal (quand, acteur_id, acte, objet_id, avant, apres, sel,"
		    " contenu, empreinte)"
		    " SELECT ?, ?, j.a, NULLIF(j.o, 0), j.v, j.p, j.s, j.c, j.e"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS ("
		    "i FOR ORDINALITY, a VARCHAR(60) PATH '$.a', o BIGINT PATH '$.o',"
		    " v MEDIUMTEXT PATH '$.v',"
		    " p MEDIUMTEXT PATH '$.p', s CHAR(32) PATH '$.s', c CHAR(64) PATH '$.c',"
		    " e CHAR(64) PATH '$.e')) j ORDER BY j.i"),
		S(quand), id_or_null(r->user.id), S(json_list(many)));
	many->n = 0;
}

/* N acts of this transaction, in order, by the person who asks (the sync, a job: nobody). */
void
journal_many(struct req *r, const struct acte *acts, size_t n)
{
	const char *last, *quand = now(r);
	struct buffer many = { &r->mem };

	if (n == 0)
		return;
	last = db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1 FOR UPDATE"));
	for (size_t i = 0; i < n; i++) {
		struct sealed s = { .sel = random_hex(&r->mem, SEL) };

		s.contenu = content(&r->mem, &acts[i], s.sel);
		last = s.empreinte =
			seal(&r->mem, text(last), quand, r->user.id, &acts[i], s.contenu);
		if (n < MANY)
			append(r, quand, &acts[i], &s);
		else
			queue(&many, &acts[i], &s);
		if (many.n > MANY_BYTES)
			append_queued(r, quand, &many);
	}
	append_queued(r, quand, &many);
	db_exec(r, SQL("UPDATE journal_tete SET empreinte = ? WHERE id = 1"), S(last));
}

/* One act of this transaction. */
void
journal(struct req *r, const char *acte, int64_t objet_id, const char *avant, const char *apres)
{
	journal_many(r, &(struct acte) { acte, objet_id, avant, apres }, 1);
}

/* One act in a transaction of its own: what a GET must leave a trace of, such as an export. */
void
journal_apart(
	struct req *r, const char *acte, int64_t objet_id, const char *avant, const char *apres)
{
	struct req own = { .user = r->user };
	bool alone = !db_in_transaction();

	if (alone)
		db_begin(false);
	journal(&own, acte, objet_id, avant, apres);
	if (alone)
		db_commit();
	arena_reset(&own.mem);
}

/* Empty the words about that objet, of a person who is erased; the acts themselves stay. */
void
journal_erase(struct req *r, int64_t objet_id)
{
	db_exec(r,
		SQL("UPDATE journal SET avant = NULL, apres = NULL, sel = NULL,"
		    " efface_le = UTC_TIMESTAMP()"
		    " WHERE objet_id = ? AND (avant IS NOT NULL OR apres IS NOT NULL)"),
		I(objet_id));
}

/* The same of the act of that id. */
void
journal_empty(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE journal SET avant = NULL, apres = NULL, sel = NULL,"
		    " efface_le = UTC_TIMESTAMP()"
		    " WHERE id = ?"),
		I(id));
}

/* The same of every act whose words match MOTIF, whatever it is about; LIT finds them all, and
 * others, faster. */
void
journal_forget(struct req *r, const char *lit, const char *motif)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id FROM journal WHERE (avant IS NOT NULL AND avant REGEXP ?"
		    " AND avant REGEXP ?)"
		    " OR (apres IS NOT NULL AND apres REGEXP ? AND apres REGEXP ?)"),
		S(lit), S(motif), S(lit), S(motif));

	while (db_next(rows, &r->mem))
		journal_empty(r, db_num(rows, 0));
}

/* Is the current row what it was when it was sealed?  LAST becomes its seal. */
static bool
row_holds(struct arena *mem, struct rows *row, const char **last)
{
	struct acte a = { db_text(row, 3), db_num(row, 4), db_text(row, 5), db_text(row, 6) };
	const char *contenu = db_text(row, 8);
	bool erased = *db_text(row, 9) != '\0' && *a.avant == '\0' && *a.apres == '\0';

	*last = seal(mem, *last, db_text(row, 1), db_num(row, 2), &a, contenu);
	return strcmp(*last, db_text(row, 7)) == 0 &&
		(erased || strcmp(contenu, content(mem, &a, db_text(row, 10))) == 0);
}

/* Walk the whole chain.  0 when it holds, else the id of the first row that does not, or -1
 * when rows are missing at the end. */
int64_t
journal_verify(struct req *r)
{
	const char *head = db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1"));
	struct rows *rows = db_stream(r,
		SQL("SELECT id, quand, acteur_id, acte, objet_id, avant, apres, empreinte, contenu,"
		    " efface_le, sel FROM journal ORDER BY id"));
	struct arena mem[2] = { { 0 } };
	const char *last = arena_strdup(
		&mem[1], "0000000000000000000000000000000000000000000000000000000000000000");
	int64_t bad = 0;
	unsigned turn = 0;

	while (db_next(rows, &mem[turn])) {
		if (!row_holds(&mem[turn], rows, &last) && bad == 0)
			bad = db_num(rows, 0);
		turn = !turn;
		arena_reset(&mem[turn]);
	}
	if (bad == 0 && strcmp(last, text(head)) != 0)
		bad = -1;
	arena_reset(&mem[0]);
	arena_reset(&mem[1]);
	return bad;
}
