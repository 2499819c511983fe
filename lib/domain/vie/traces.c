/* traces.c - how a person is named in the words of others: mentions, names, addresses, phones
 *
 * What is looked for is exact: "Prénom Nom" in both orders where it is written as a name, with
 * capitals ("un petit rosé" does not speak of Rose Petit), whole addresses, phones in any spelling;
 * as the CRM says them, and as the journal and the records merged into hers said them before.  A
 * name that somebody else bears, an address that somebody else has, stays: those words are about
 * him as well.
 */

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/vie/graphie.h"
#include "domain/vie/traces.h"

#define AROUND "[\\pL\\pN\\pM]"
/* Around a whole value: of a column, of a list by U+001F, of JSON. */
#define WHOLE "(?:\\A|(?<=\\x1f)|(?<=[:,\\[]\")|(?<=[:,\\[] \"))\\s*"
#define WHOLE_END "(?=\\s*(?:\\z|\\x1f|\"\\s*[,\\]}]))"

enum {
	MOTIF_MAX = 6000
}; /* bytes: the library of expressions compiles no longer ones than 64 KiB */
enum { NAME_MIN = 5, PHONE_MIN = 8, HUBSPOT_MIN = 8 }; /* shorter ones may be other words */

/* The merged records, and those merged into these. */
#define PARTNERS \
	"WITH RECURSIVE elle AS (SELECT CAST(? AS INTEGER) AS id" \
	" UNION SELECT c.id FROM contact c JOIN elle e ON c.fusionne_dans = e.id) "

struct motif {
	struct req *r;
	struct traces *t;
	struct buffer out, lit, dits;
};

static void
append(struct buffer *out, const char *regex)
{
	buffer_puts(out, out->n == 0 ? "(?i)(?:" : "|");
	buffer_puts(out, regex);
}

/* What was gathered is an expression of its own. */
static void
close_motif(struct motif *m, struct traces *t)
{
	buffer_char(&m->out, ')');
	buffer_char(&m->lit, ')');
	t->lit = buffer_text(&m->lit);
	t->motif = buffer_text(&m->out);
	m->out = m->lit = (struct buffer) { &m->r->mem };
}

/* One way more to name her: REGEX, and LIT, a part that all of it has and that begins with what is
 * rare. */
static void
add(struct motif *m, const char *lit, const char *regex)
{
	append(&m->lit, lit);
	append(&m->out, regex);
	if (m->out.n > MOTIF_MAX) {
		struct traces *more = arena_alloc(&m->r->mem, sizeof *more);

		*more = (struct traces) { .next = m->t->next };
		close_motif(m, more);
		m->t->next = more;
	}
}

static void
said_of_her(struct motif *m, const char *words)
{
	buffer_puts(&m->dits, words);
	buffer_char(&m->dits, '\n');
}

static const char *
literal(struct arena *mem, const char *s)
{
	struct buffer out = { mem };

	for (; *s != '\0'; s++) {
		if ((unsigned char) *s < 0x80 && !isalnum((unsigned char) *s))
			buffer_char(&out, '\\');
		buffer_char(&out, *s);
	}
	return buffer_text(&out);
}

/* Does REGEX, looser than what is replaced, find somebody else, or a name that holds his? */
static bool
namesake(struct motif *m, const char *regex)
{
	return db_int(m->r,
		       SQL("SELECT 1 FROM contact WHERE CONCAT_WS(' ', prenom, nom,"
			   " prenom) REGEXP ? AND NOT FIND_IN_SET(id, ?) LIMIT 1"),
		       S(arena_printf(
			       &m->r->mem, "(?i)(?<!" AROUND ")(?:%s)(?!" AROUND ")", regex)),
		       S(m->t->ids)) != 0;
}

/* Who has one name only: it may be a word, so it is hers behind "@" and as a whole value. */
static void
single_name(struct motif *m, const char *one)
{
	struct arena *mem = &m->r->mem;
	const char *folded = text_fold(mem, one), *any = graphie_name(mem, one, false);

	said_of_her(m, one);
	if (text_length(folded) < NAME_MIN || namesake(m, graphie_nearly(mem, folded)))
		return;
	add(m, any, arena_printf(mem, "(?<!" AROUND ")@%s(?!" AROUND "|" APART CAPITAL ")", any));
	add(m, any, arena_printf(mem, WHOLE "%s" WHOLE_END, graphie_name(mem, one, true)));
}

/* The name that nobody else has: in capitals anywhere, in any case behind "@" and as a whole value,
 * and at the beginning of a text as the CRM has it, since notifications begin so. */
static void
own_name(struct motif *m, const char *prenom, const char *nom)
{
	struct arena *mem = &m->r->mem;
	const char *p = graphie_name(mem, prenom, false), *n = graphie_name(mem, nom, false);
	const char *either = arena_printf(mem, "(?:%s" APART "%s|%s,?" APART "%s)", p, n, n, p);
	const char *first = graphie_name(mem, prenom, true), *last = graphie_name(mem, nom, true);

	add(m, n, arena_printf(mem, "(?<!" AROUND ")@%s(?!" AROUND ")", either));
	add(m, n, arena_printf(mem, WHOLE "%s" WHOLE_END, either));
	add(m, n,
		arena_printf(mem, "(?<!" AROUND ")(?:%s" APART "%s|%s,?" APART "%s)(?!" AROUND ")",
			first, last, last, first));
	add(m, n,
		arena_printf(mem, "\\A(?-i:%s %s)(?!" AROUND ")", literal(mem, prenom),
			literal(mem, nom)));
}

/* The words of an editor's mention, "@Prénom Nom", are hers whoever else has that name. */
static void
name(struct motif *m, const char *prenom, const char *nom)
{
	struct arena *mem = &m->r->mem;
	const char *first = text_fold(mem, prenom), *last = text_fold(mem, nom);
	const char *p = graphie_nearly(mem, first), *n = graphie_nearly(mem, last);

	if (*p == '\0' || *n == '\0') {
		single_name(m, *p == '\0' ? nom : prenom);
		return;
	}
	said_of_her(m, arena_printf(mem, "%s %s", prenom, nom));
	said_of_her(m, arena_printf(mem, "%s %s", nom, prenom));
	if (strlen(first) + strlen(last) >= NAME_MIN &&
		!namesake(m,
			arena_printf(mem, "%s" NEARLY_APART "{1,3}%s|%s" NEARLY_APART "{1,3}%s", p,
				n, n, p)))
		own_name(m, prenom, nom);
	else
		add(m, graphie_name(mem, nom, false),
			arena_printf(mem, "(?<!" AROUND ")@%s" APART "%s(?!" AROUND ")",
				graphie_name(mem, prenom, false), graphie_name(mem, nom, false)));
}

/* Is somebody else found by that address, or by those digits? */
static bool
shared(struct motif *m, const char *word)
{
	return db_int(m->r,
		       SQL("SELECT 1 FROM contact_mot WHERE mot = ?"
			   " AND NOT FIND_IN_SET(contact_id, ?) LIMIT 1"),
		       S(word), S(m->t->ids)) != 0;
}

static void
address(struct motif *m, const char *email)
{
	struct arena *mem = &m->r->mem;
	char *lower = arena_strdup(mem, email);

	for (char *c = lower; *c != '\0'; c++)
		*c = (char) tolower((unsigned char) *c);
	said_of_her(m, email);
	if (!shared(m, lower))
		add(m, literal(mem, lower),
			arena_printf(mem, "(?<![\\w.+-])%s(?![\\w-])", literal(mem, lower)));
}

/* Digits with anything of a phone between. */
static const char *
dialled(struct arena *mem, const char *digits)
{
	struct buffer out = { mem };

	for (; *digits != '\0'; digits++) {
		if (out.n > 0)
			buffer_puts(&out, "[^\\pL\\pN\\n]{0,3}");
		buffer_char(&out, *digits);
	}
	return buffer_text(&out);
}

/* One number; E164: in that form. */
static void
phone(struct motif *m, const char *number, bool e164)
{
	struct arena *mem = &m->r->mem;
	struct buffer digits = { mem };
	const char *end;

	for (const char *s = number; *s != '\0'; s++)
		if (isdigit((unsigned char) *s))
			buffer_char(&digits, *s);
	if (digits.n < PHONE_MIN || shared(m, buffer_text(&digits)))
		return;
	end = dialled(mem, buffer_text(&digits) + digits.n - PHONE_MIN);
	if (e164 && strncmp(number, "+33", 3) == 0)
		add(m, end,
			arena_printf(mem,
				"(?<!\\d)(?:(?:\\+|00)?33[^\\pL\\pN\\n]{0,3}(?:\\(?0\\)?)?|0)"
				"[^\\pL\\pN\\n]{0,3}%s(?!\\d)",
				dialled(mem, number + 3)));
	add(m, end, arena_printf(mem, "(?<!\\d)\\+?%s(?!\\d)", dialled(mem, buffer_text(&digits))));
}

/* Each number of a field that may hold words and several. */
static void
phones(struct motif *m, const char *raw)
{
	const char *rest = raw, *one;
	bool any = false;

	said_of_her(m, raw);
	for (; (one = text_phone_next(&m->r->mem, &rest, NULL)) != NULL; any = true)
		phone(m, one, true);
	if (!any)
		phone(m, raw, false);
}

/* Links to her page, with the words that they show: of Markdown, then of HTML. */
static void
mentions(struct motif *m)
{
	char *one, *rest = arena_strdup(&m->r->mem, m->t->ids);
	struct buffer ids = { &m->r->mem };
	const char *page;

	while ((one = strsep(&rest, ",")) != NULL)
		buffer_puts(&ids, arena_printf(&m->r->mem, "%s%s", ids.n > 0 ? "|" : "", one));
	page = arena_printf(&m->r->mem, "contacts\\\\?/(?:%s)", buffer_text(&ids));
	add(m, page,
		arena_printf(&m->r->mem,
			"@?\\[[^\\]\\n]*\\]\\((?:https?:\\\\?/\\\\?/[^\\s/)]+)?\\\\?/contacts\\\\?/"
			"(?:%s)\\)",
			buffer_text(&ids)));
	add(m, page,
		arena_printf(&m->r->mem, "@?<a [^>]*href=\"[^\"]*/contacts/(?:%s)\"[^>]*>[^<]*</a>",
			buffer_text(&ids)));
}

static void
names(struct motif *m, int64_t contact_id)
{
	struct rows *rows = db_rows(m->r,
		SQL(PARTNERS
			", dit AS (SELECT c.prenom, c.nom FROM contact c JOIN elle e ON e.id = c.id"
			" UNION SELECT COALESCE(JSON_VALUE(j.avant, '$.prenom'), c.prenom),"
			" COALESCE(JSON_VALUE(j.avant, '$.nom'), c.nom)"
			" FROM journal j JOIN elle e ON e.id = j.objet_id"
			" JOIN contact c ON c.id = e.id"
			" WHERE JSON_VALID(j.avant) AND (JSON_EXISTS(j.avant, '$.prenom')"
			" OR JSON_EXISTS(j.avant, '$.nom')))"
			" SELECT prenom, nom FROM dit WHERE prenom <> '' OR nom <> ''"),
		I(contact_id));

	while (db_next(rows, &m->r->mem))
		name(m, arena_strdup(&m->r->mem, db_text(rows, 0)),
			arena_strdup(&m->r->mem, db_text(rows, 1)));
}

/* Addresses and phones that the CRM gives her, or gave. */
static void
ways(struct motif *m, int64_t contact_id)
{
	struct rows *rows = db_rows(m->r,
		SQL(PARTNERS
			", dit AS (SELECT c.email AS mot FROM contact c JOIN elle e ON e.id = c.id"
			" UNION SELECT c.telephone FROM contact c JOIN elle e ON e.id = c.id"
			" UNION SELECT v.valeur FROM champ_valeur v"
			" JOIN elle e ON e.id = v.contact_id"
			" JOIN champ f ON f.id = v.champ_id"
			" WHERE f.genre IN ('courriel', 'telephone')"
			" UNION SELECT JSON_VALUE(j.avant, '$.email') FROM journal j"
			" JOIN elle e ON e.id = j.objet_id"
			" WHERE JSON_VALID(j.avant)"
			" UNION SELECT JSON_VALUE(j.avant, '$.telephone') FROM journal j"
			" JOIN elle e ON e.id = j.objet_id"
			" WHERE JSON_VALID(j.avant)) SELECT mot FROM dit WHERE mot <> ''"),
		I(contact_id));

	while (db_next(rows, &m->r->mem)) {
		const char *word = arena_strdup(&m->r->mem, db_text(rows, 0));

		if (strchr(word, '@') != NULL)
			address(m, word);
		else
			phones(m, word);
	}
}

/* Her ids, and her numbers in the CRM where they are too long to be anything else. */
static void
numbers(struct motif *m, int64_t contact_id)
{
	struct rows *rows = db_rows(m->r,
		SQL(PARTNERS "SELECT c.id, c.hubspot_id FROM contact c JOIN elle e ON e.id = c.id"),
		I(contact_id));
	struct buffer ids = { &m->r->mem };

	while (db_next(rows, &m->r->mem)) {
		buffer_puts(&ids,
			arena_printf(&m->r->mem, "%s%s", ids.n > 0 ? "," : "", db_text(rows, 0)));
		if (strlen(db_text(rows, 1)) < HUBSPOT_MIN)
			continue;
		add(m, arena_strdup(&m->r->mem, db_text(rows, 1)),
			arena_printf(&m->r->mem, "(?<!\\d)%s(?!\\d)", db_text(rows, 1)));
	}
	m->t->ids = buffer_text(&ids);
}

/* Read of CONTACT, before she is erased, how others may have named her. */
void
traces_read(struct req *r, int64_t contact_id, struct traces *t)
{
	struct motif m = { r, t, { &r->mem }, { &r->mem }, { &r->mem } };

	*t = (struct traces) { 0 };
	numbers(&m, contact_id);
	names(&m, contact_id);
	ways(&m, contact_id);
	mentions(&m); /* last, so that the last expression is none of nothing */
	close_motif(&m, t);
	t->dits = buffer_text(&m.dits);
}

/* Do these words, of a condition or a search, find her and nobody else? */
bool
traces_alone(struct req *r, const struct traces *t, const char *words)
{
	return text_length(words) >= 3 &&
		db_int(r,
			SQL("SELECT LOCATE(?, ?) > 0 AND NOT EXISTS (SELECT 1 FROM contact"
			    " WHERE LOCATE(?, CONCAT_WS('\\n', prenom, nom, prenom, email,"
			    " telephone)) > 0 AND NOT FIND_IN_SET(id, ?))"),
			S(words), S(t->dits), S(words), S(t->ids)) != 0;
}
