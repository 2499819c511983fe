/* journal.c - append, and take a person's words away
 *
 * The seal of a row is the SHA-256 of the seal before it and of the row's own text, its fields
 * separated by bytes 31 (a control that no field holds).  What it says of before and after enters
 * as a SHA-256 of its own, salted: the words about a person can be erased, with the salt, so that
 * nobody can try a name on what is left.  So does where it came from, with a salt of its own,
 * beside it.  Which rows were emptied so is an act like others (journal.vide): nothing that changes
 * is unseen.  The last seal stands in journal_tete, whose lock makes writers queue from their first
 * act to their commit: write acts last in a transaction.  journal_chaine.c verifies.
 */

#include <arpa/inet.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/socle/journal_part.h"
#include "net/lieu.h"

enum { MANY = 16, MANY_BYTES = 1 << 19, SEL = 16, EMPTIED = 4000, HOUR_S = 3600 };

static const char *here; /* the origin of what this process does; NULL: that of the request */

/* From now on this process writes acts of that origin: "hubspot", "commande". */
void
journal_from(const char *origine)
{
	here = origine;
}

/* The digest of what an act says of before and after; SEL: "" for rows older than the salt. */
const char *
journal_content(struct arena *mem, const char *avant, const char *apres, const char *sel)
{
	const char *said =
		arena_printf(mem, "%s%s%s\x1f%s", sel, *sel != '\0' ? "\x1f" : "", avant, apres);

	return sha256_hex(mem, said, strlen(said));
}

/* The seal of that row after BEFORE; rows of before 0170 say neither number nor origin. */
const char *
journal_seal(struct arena *mem, const char *before, const struct scelle *s)
{
	const char *acte = arena_printf(mem, "%s\x1f%" PRId64 "\x1f%s\x1f%" PRId64 "\x1f%s",
		s->quand, s->acteur, s->acte, s->objet, s->contenu);
	const char *row = s->version == 0 ?
		arena_printf(mem, "%s\x1f%s", before, acte) :
		arena_printf(mem, "%s\x1f%d\x1f%" PRId64 "\x1f%s\x1f%s\x1f%s", before, s->version,
			s->id, acte, s->origine, s->depuis);

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

/* What opens an act's way: a page, a token, HubSpot, a job, a command, a mail of hers. */
static const char *
origin(struct req *r)
{
	if (r->user.by != 0)
		return arena_printf(&r->mem, "comme:%" PRId64, r->user.id);
	if (r->path != NULL && strncmp(r->path, "hubspot", 7) == 0)
		return "hubspot";
	if (r->bearer != NULL && r->user.id != 0)
		return "jeton";
	if (here != NULL)
		return here;
	if (r->address == NULL && r->area == NULL)
		return r->user.id != 0 ? "courriel" : "essaim";
	return "site";
}

/* "192.0.2.0/24", "2001:db8:7::/48": a neighbourhood and not a machine. */
static const char *
neighbourhood(struct arena *mem, const char *address)
{
	unsigned char a[16];
	char text[INET6_ADDRSTRLEN];

	if (inet_pton(AF_INET, address, a) == 1)
		return arena_printf(mem, "%u.%u.%u.0/24", a[0], a[1], a[2]);
	if (inet_pton(AF_INET6, address, a) != 1)
		return "";
	if (IN6_IS_ADDR_V4MAPPED((struct in6_addr *) a))
		return arena_printf(mem, "%u.%u.%u.0/24", a[12], a[13], a[14]);
	memset(a + 6, 0, 10);
	inet_ntop(AF_INET6, a, text, sizeof text);
	return arena_printf(mem, "%s/48", text);
}

/* "France, 192.0.2.0/24": the country and the network.  "": no address. */
static const char *
network(struct req *r)
{
	const char *country, *cut;

	if (r->address == NULL)
		return "";
	cut = neighbourhood(&r->mem, r->address);
	country = lieu_of(&r->mem, r->address);
	return country != NULL ? arena_printf(&r->mem, "%s, %s", country, cut) : cut;
}

/* What all acts of one call share. */
struct envoi {
	const char *quand, *origine, *depuis, *depuis_scelle;
	int64_t acteur;
};

static struct envoi
sending(struct req *r)
{
	struct envoi e = { now(r), origin(r), .acteur = r->user.by != 0 ? r->user.by : r->user.id };
	const char *from = network(r);

	if (*from != '\0') {
		e.depuis = arena_printf(&r->mem, "%s:%s", random_hex(&r->mem, SEL), from);
		e.depuis_scelle = sha256_hex(&r->mem, e.depuis, strlen(e.depuis));
	}
	return e;
}

static struct value
id_or_null(int64_t id)
{
	return id != 0 ? I(id) : NOTHING;
}

static const char *
text(const char *s)
{
	return s != NULL ? s : "";
}

struct sealed {
	int64_t id;
	const char *sel, *contenu, *empreinte;
};

static void
append(struct req *r, const struct envoi *e, const struct acte *a, const struct sealed *s)
{
	db_exec(r,
		SQL("INSERT INTO journal (id, quand, acteur_id, acte, objet_id, avant, apres, sel,"
		    " contenu, empreinte, version, origine, depuis, depuis_scelle)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)"),
		I(s->id), S(e->quand), id_or_null(e->acteur), S(a->acte), id_or_null(a->objet_id),
		S(a->avant), S(a->apres), S(s->sel), S(s->contenu), S(s->empreinte), S(e->origine),
		S(e->depuis), S(e->depuis_scelle));
}

/* Acts on their way, many in one statement. */
static void
queue(struct buffer *many, const struct acte *a, const struct sealed *s)
{
	json_add(many, JN("i", s->id), JS("a", a->acte), JN("o", a->objet_id), JS("s", s->sel),
		JS("c", s->contenu), JS("e", s->empreinte), JS("v", a->avant), JS("p", a->apres));
}

static void
append_queued(struct req *r, const struct envoi *e, struct buffer *many)
{
	if (many->n == 0)
		return;
	db_exec(r,
		SQL("INSERT INTO journal (id, quand, acteur_id, acte, objet_id, avant, apres, sel,"
		    " contenu, empreinte, version, origine, depuis, depuis_scelle)"
		    " SELECT j.i, ?, ?, j.a, NULLIF(j.o, 0), j.v, j.p, j.s, j.c, j.e, 1, ?, ?, ?"
		    " FROM JSON_TABLE(?, '$[*]' COLUMNS ("
		    "i BIGINT PATH '$.i', a VARCHAR(60) PATH '$.a', o BIGINT PATH '$.o',"
		    " v MEDIUMTEXT PATH '$.v',"
		    " p MEDIUMTEXT PATH '$.p', s CHAR(32) PATH '$.s', c CHAR(64) PATH '$.c',"
		    " e CHAR(64) PATH '$.e')) j ORDER BY j.i"),
		S(e->quand), id_or_null(e->acteur), S(e->origine), S(e->depuis),
		S(e->depuis_scelle), S(json_list(many)));
	many->n = 0;
}

/* Nobody else writes until this transaction ends.  The last seal, and the number of its row: read
 * as it is now, whatever the transaction has seen before. */
static const char *
hold(struct req *r, int64_t *id)
{
	const char *last =
		db_string(r, SQL("SELECT empreinte FROM journal_tete WHERE id = 1 FOR UPDATE"));

	*id = db_int(r, SQL("SELECT id FROM journal ORDER BY id DESC LIMIT 1 FOR UPDATE"));
	return last;
}

static struct scelle
scelle(const struct envoi *e, const struct acte *a, const struct sealed *s)
{
	return (struct scelle) { .id = s->id,
		.version = 1,
		.quand = e->quand,
		.acteur = e->acteur,
		.acte = a->acte,
		.objet = a->objet_id,
		.contenu = s->contenu,
		.origine = e->origine,
		.depuis = text(e->depuis_scelle) };
}

/* N acts of this transaction, in order, by the person who asks (the sync, a job: nobody). */
void
journal_many(struct req *r, const struct acte *acts, size_t n)
{
	struct envoi e = sending(r);
	struct buffer many = { &r->mem };
	const char *last;
	int64_t id;

	if (n == 0)
		return;
	last = hold(r, &id);
	for (size_t i = 0; i < n; i++) {
		const struct acte *a = &acts[i];
		struct sealed s = { .id = ++id, .sel = random_hex(&r->mem, SEL) };
		struct scelle row;

		s.contenu = journal_content(&r->mem, text(a->avant), text(a->apres), s.sel);
		row = scelle(&e, a, &s);
		last = s.empreinte = journal_seal(&r->mem, text(last), &row);
		if (n < MANY)
			append(r, &e, a, &s);
		else
			queue(&many, a, &s);
		if (many.n > MANY_BYTES)
			append_queued(r, &e, &many);
	}
	append_queued(r, &e, &many);
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
	struct req own = { .user = r->user,
		.address = r->address,
		.bearer = r->bearer,
		.area = r->area,
		.path = r->path };
	bool alone = db_begin_own();

	journal(&own, acte, objet_id, avant, apres);
	db_commit_own(alone);
	arena_reset(&own.mem);
}

/* The same of what may come often (a reading, a refusal): of one person, about one objet, so many
 * an hour at most. */
void
journal_seldom(struct req *r, const char *acte, int64_t objet_id, const char *apres, int most)
{
	int64_t actor = r->user.by != 0 ? r->user.by : r->user.id;
	const char *since = clock_sql(&r->mem, clock_now() - HOUR_S);

	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM (SELECT 1 FROM journal WHERE acteur_id = ?"
			" AND acte = ? AND objet_id <=> ? AND quand > ? LIMIT ?) n"),
		    I(actor), S(acte), id_or_null(objet_id), S(since), I(most)) < most)
		journal_apart(r, acte, objet_id, NULL, apres);
}

/* Those rows (an array of numbers) lose their words, and where they came from when they are
 * PERSON's; that is an act like others. */
static void
empty(struct req *r, const char *ids, int64_t person)
{
	const char *le = clock_sql(&r->mem, clock_now());
	int64_t last;

	hold(r, &last);
	db_exec(r,
		SQL("UPDATE journal j JOIN JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) x"
		    " ON x.id = j.id SET"
		    " j.avant = IF(j.objet_id = ? OR ? = 0, NULL, j.avant),"
		    " j.apres = IF(j.objet_id = ? OR ? = 0, NULL, j.apres),"
		    " j.sel = IF(j.objet_id = ? OR ? = 0, NULL, j.sel),"
		    " j.depuis = IF(? = 0, j.depuis, NULL), j.efface_le = ?"),
		S(ids), I(person), I(person), I(person), I(person), I(person), I(person), I(person),
		S(le));
	journal(r, "journal.vide", 0, NULL, json_made(&r->mem, JS("le", le), JR("lignes", ids)));
}

/* Empty the words about that objet, of a person who is erased, and where she came from; the acts
 * themselves stay. */
void
journal_erase(struct req *r, int64_t objet_id)
{
	const char *ids;

	while ((ids = db_string(r,
			SQL("SELECT JSON_ARRAYAGG(x.id) FROM (SELECT id FROM journal"
			    " WHERE objet_id = ? AND (avant IS NOT NULL OR apres IS NOT NULL"
			    " OR (depuis IS NOT NULL AND acteur_id IS NULL))"
			    " UNION SELECT id FROM journal"
			    " WHERE acteur_id = ? AND depuis IS NOT NULL"
			    " LIMIT ?) x HAVING COUNT(*) > 0"),
			I(objet_id), I(objet_id), I(EMPTIED))) != NULL)
		empty(r, ids, objet_id);
}

/* The words of the act of that id go. */
void
journal_empty(struct req *r, int64_t id)
{
	empty(r, arena_printf(&r->mem, "[%" PRId64 "]", id), 0);
}

/* The same of every act whose words match MOTIF, whatever it is about; LIT finds them all, and
 * others, faster. */
void
journal_forget(struct req *r, const char *lit, const char *motif)
{
	struct buffer ids = { &r->mem };
	int n = 0;
	struct rows *rows = db_rows(r,
		SQL("SELECT id FROM journal WHERE acte <> 'journal.vide' AND"
		    " ((avant IS NOT NULL AND avant REGEXP ? AND avant REGEXP ?)"
		    " OR (apres IS NOT NULL AND apres REGEXP ? AND apres REGEXP ?))"),
		S(lit), S(motif), S(lit), S(motif));

	while (db_next(rows, &r->mem)) {
		json_add_id(&ids, db_num(rows, 0));
		if (++n % EMPTIED == 0) {
			empty(r, json_list(&ids), 0);
			ids.n = 0;
		}
	}
	if (ids.n > 0)
		empty(r, json_list(&ids), 0);
}
