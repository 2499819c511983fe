/* journal_chaine.c - verify the chain, keep its head elsewhere, remove what is older than the rule
 *
 * Who can write to the base could cut the end and seal anew; so the head goes, line by line, to a
 * folder that the base does not reach (journal.witness), and each verification finds every head
 * of there in the chain.
 */

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/append.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/json.h"
#include "domain/socle/journal_part.h"

#define BEGINNING "0000000000000000000000000000000000000000000000000000000000000000"

/* The rows that acts say were emptied, and when, in their order. */
struct emptied {
	struct rows *rows;
	int64_t id;
	const char *le;
	struct arena mem;
};

static void
next_emptied(struct emptied *e)
{
	arena_reset(&e->mem);
	e->id = 0;
	if (db_next(e->rows, &e->mem)) {
		e->id = db_num(e->rows, 0);
		e->le = db_text(e->rows, 1);
	}
}

/* Is it an act that emptied that row at that moment? */
static bool
was_emptied(struct emptied *e, int64_t id, const char *le)
{
	while (e->id != 0 && e->id < id)
		next_emptied(e);
	return e->id == id && strcmp(e->le, le) == 0;
}

enum {
	ID,
	QUAND,
	ACTEUR,
	ACTE,
	OBJET,
	AVANT,
	APRES,
	EMPREINTE,
	CONTENU,
	EFFACE,
	SEL,
	VERSION_,
	ORIGINE,
	DEPUIS,
	DEPUIS_SCELLE
};

/* Is the current row what it was when it was sealed?  LAST becomes its seal. */
static bool
row_holds(struct arena *mem, struct rows *row, struct emptied *e, const char **last)
{
	struct scelle s = { .id = db_num(row, ID),
		.version = (int) db_num(row, VERSION_),
		.quand = db_text(row, QUAND),
		.acteur = db_num(row, ACTEUR),
		.acte = db_text(row, ACTE),
		.objet = db_num(row, OBJET),
		.contenu = db_text(row, CONTENU),
		.origine = db_text(row, ORIGINE),
		.depuis = db_text(row, DEPUIS_SCELLE) };
	const char *avant = db_text(row, AVANT), *apres = db_text(row, APRES),
		   *sel = db_text(row, SEL), *depuis = db_text(row, DEPUIS),
		   *le = db_text(row, EFFACE);
	bool old = s.version == 0, away = *avant == '\0' && *apres == '\0' && *sel == '\0';
	bool erased = *le != '\0' && (old || was_emptied(e, s.id, le));

	*last = journal_seal(mem, *last, &s);
	if (strcmp(*last, db_text(row, EMPREINTE)) != 0 || (*le != '\0' && !erased))
		return false;
	if (!(erased && away) && strcmp(s.contenu, journal_content(mem, avant, apres, sel)) != 0)
		return false;
	if (*depuis == '\0')
		return erased || *s.depuis == '\0';
	return strcmp(s.depuis, sha256_hex(mem, depuis, strlen(depuis))) == 0;
}

static struct rows *
emptied_rows(struct req *r)
{
	return db_rows(r,
		SQL("SELECT x.id, MAX(JSON_VALUE(j.apres, '$.le')) FROM journal j"
		    " JOIN JSON_TABLE(j.apres, '$.lignes[*]' COLUMNS (id BIGINT PATH '$')) x"
		    " WHERE j.acte = 'journal.vide' AND JSON_VALID(j.apres)"
		    " GROUP BY x.id ORDER BY x.id"));
}

static struct rows *
all_rows(struct req *r)
{
	return db_stream(r,
		SQL("SELECT id, quand, acteur_id, acte, objet_id, avant, apres, empreinte, contenu,"
		    " efface_le, sel, version, origine, depuis, depuis_scelle"
		    " FROM journal ORDER BY id"));
}

/* Walk the chain from LAST; fills C. */
static void
walk(struct req *r, const char *last, struct chaine *c)
{
	struct emptied e = { emptied_rows(r) };
	struct rows *rows;
	struct arena mem[2] = { { 0 } };
	unsigned turn = 0;

	next_emptied(&e);
	rows = all_rows(r);
	while (db_next(rows, &mem[turn])) {
		if (!row_holds(&mem[turn], rows, &e, &last) && c->faux == 0)
			c->faux = db_num(rows, ID);
		c->lignes++;
		c->derniere = db_num(rows, ID);
		turn = !turn;
		arena_reset(&mem[turn]);
	}
	c->tete = arena_strdup(&r->mem, last);
	arena_reset(&mem[0]);
	arena_reset(&mem[1]);
	while (e.id != 0)
		next_emptied(&e);
}

/* The file of heads of this site; NULL: none is kept. */
static const char *
witness_file(struct req *r)
{
	return conf.journal_witness != NULL && *conf.journal_witness != '\0' ?
		arena_printf(&r->mem, "%s/journal-%s.txt", conf.journal_witness, conf.db_name) :
		NULL;
}

/* The last row that a rule removed, as its act says; 0: none was; -1: no act says it. */
static int64_t
removed_until(struct req *r, bool some)
{
	int64_t first = db_int(r, SQL("SELECT MIN(id) FROM journal"));

	if (!some)
		return 0;
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM journal"
			   " WHERE acte = 'journal.conservation'"
			   " AND JSON_VALUE(apres, '$.jusqu_a') = ?)"),
		       I(first - 1)) != 0 ?
		first - 1 :
		-1;
}

/* A line of the file: the row, its seal, and since when it is known to be there. */
struct head {
	long long id;
	char seal[65], day[11], hour[9];
};

/* False: it is none, or was cut by a full disk or a kill. */
static bool
read_head(const char *line, struct head *h)
{
	struct head read;
	bool first = sscanf(line, "%10[-0-9]T%8[:0-9]Z id=%lld seal=%64[0-9a-f]", read.day,
			     read.hour, &read.id, read.seal) == 4 &&
		strlen(read.seal) == 64 && strchr(line, '\n') != NULL;

	if (first && read.id == h->id) /* the oldest line of a row counts */
		memcpy(h->seal, read.seal, sizeof h->seal);
	else if (first)
		*h = read;
	return first;
}

/* Is that head in the chain still?  What a rule removed is not asked for: no rule removes what was
 * there after the day KEPT. */
static bool
head_stands(struct req *r, const struct head *h, int64_t removed, const char *kept)
{
	const char *now;

	if (h->id <= removed)
		return strcmp(h->day, kept) <= 0;
	now = db_string(r, SQL("SELECT empreinte FROM journal WHERE id = ?"), I(h->id));
	return now != NULL && strcmp(now, h->seal) == 0;
}

/* The day that is so many months ago. */
static const char *
months_ago(struct req *r, int months)
{
	return arena_printf(&r->mem, "%.10s",
		db_string(r, SQL("SELECT DATE(? - INTERVAL ? MONTH)"),
			S(clock_sql(&r->mem, clock_now())), I(months)));
}

/* The first head of the file that the chain does not hold: its line; NULL: all stand. */
static const char *
witness_against(struct req *r, int64_t removed)
{
	const char *path = witness_file(r), *against = NULL;
	const char *kept = months_ago(r, JOURNAL_MOINS);
	FILE *f = path != NULL ? fopen(path, "r") : NULL;
	struct head h = { 0 };
	char line[256];

	if (path != NULL && f == NULL && errno != ENOENT)
		fault("journal.witness: %s: %s", path, strerror(errno));
	while (f != NULL && against == NULL && fgets(line, sizeof line, f) != NULL)
		if (read_head(line, &h) && !head_stands(r, &h, removed, kept))
			against = arena_printf(&r->mem, "%.*s", (int) strcspn(line, "\n"), line);
	if (f != NULL)
		fclose(f);
	return against;
}

/* Verify the whole, as it is at this moment, and against the heads that are kept elsewhere. */
struct chaine
journal_check(struct req *r)
{
	struct chaine c = { 0 };
	bool own = !db_in_transaction();
	const char *head, *first;
	int64_t removed;

	if (own)
		db_begin(true);
	head = db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1"));
	first = db_string(r, SQL("SELECT depart FROM journal_tete WHERE id = 1"));
	walk(r, first != NULL ? first : BEGINNING, &c);
	if (c.faux == 0 && (head == NULL || strcmp(c.tete, head) != 0))
		c.faux = -1;
	removed = removed_until(r, first != NULL);
	if (removed < 0 && c.faux == 0)
		c.faux = db_int(r, SQL("SELECT MIN(id) FROM journal"));
	if ((c.temoin = witness_against(r, removed)) != NULL && c.faux == 0)
		c.faux = -1;
	if (own)
		db_commit();
	return c;
}

/* 0 when the chain holds, else the id of the first row that does not, or -1 when rows are missing
 * at the end. */
int64_t
journal_verify(struct req *r)
{
	return journal_check(r).faux;
}

/* The head goes to the folder elsewhere; what stands there is never written again. */
void
journal_witness(struct req *r, const struct chaine *c)
{
	const char *path = witness_file(r), *line;

	if (path == NULL || c->derniere == 0)
		return;
	line = clock_sql(&r->mem, clock_now());
	append_lines(&r->mem, path, 0640,
		arena_printf(&r->mem, "%.10sT%.8sZ id=%" PRId64 " seal=%s%s\n", line, line + 11,
			c->derniere, c->tete,
			c->lignes > 0 ? arena_printf(&r->mem, " rows=%" PRId64, c->lignes) : ""));
}

/* The same of the head of now, unless one was written within the hour. */
void
journal_witness_hourly(struct req *r)
{
	const char *path = witness_file(r);
	struct chaine c = { 0 };
	struct stat st;

	if (path == NULL || (stat(path, &st) == 0 && time(NULL) - st.st_mtime < 3600))
		return;
	db_read(r, SQL("SELECT id, empreinte FROM journal ORDER BY id DESC LIMIT 1"),
		INTO(TO(&c.derniere), TO(&c.tete)));
	journal_witness(r, &c);
}

/* For how many months rows stay: setting journal_conservation_mois. */
int
journal_months(struct req *r)
{
	int64_t months = db_int(r,
		SQL("SELECT COALESCE((SELECT CAST(valeur AS SIGNED) FROM reglage"
		    " WHERE cle = 'journal_conservation_mois'), ?)"),
		I(JOURNAL_MOIS));

	return months < JOURNAL_MOINS ? JOURNAL_MOINS : (int) months;
}

/* Remove what is older than so many months, in whole days from the old end; the seal before the
 * first row that stays is kept, so that the chain goes on from there.  How many.  In a
 * transaction. */
int64_t
journal_keep(struct req *r, int months, bool dry_run)
{
	const char *until, *seal;
	int64_t last, n;

	months = months < JOURNAL_MOINS ? JOURNAL_MOINS : months;
	until = months_ago(r, months);
	db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1 FOR UPDATE"));
	last = db_int(r,
		SQL("SELECT COALESCE((SELECT MIN(id) FROM journal WHERE quand >= ?) - 1, 0)"),
		S(until));
	n = db_int(r, SQL("SELECT COUNT(*) FROM journal WHERE id <= ?"), I(last));
	if (dry_run || n == 0)
		return n;
	seal = db_string(r,
		SQL("SELECT empreinte FROM journal WHERE id <= ? ORDER BY id DESC LIMIT 1"),
		I(last));
	db_exec(r, SQL("DELETE FROM journal WHERE id <= ?"), I(last));
	db_exec(r, SQL("UPDATE journal_tete SET depart = ? WHERE id = 1"), S(seal));
	journal(r, "journal.conservation", 0, NULL,
		json_made(&r->mem, JS("avant_le", until), JN("jusqu_a", last), JN("lignes", n)));
	return n;
}
