/* quoted.c - which lines of a mail are the answer, by the rules of citation_regles.c */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/quoted.h"
#include "base/text.h"

enum {
	LINES = 20000,
	FOLDED = 4,   /* lines that an introduction may take */
	HEAD = 14,    /* lines of a quoted head, those that are folded among them */
	EVIDENCE = 4, /* that lines are a head: see weight() */
};

struct line {
	const char *s;
	size_t n;
	const char *norm; /* as the rules read it */
	enum citation kind;
	int intro; /* the end of the introduction that begins here; 0: none does */
	bool known, blank, dropped;
};

struct text {
	struct arena *mem;
	struct line *lines;
	int n;
	const char *who; /* whose mail it is, as the rules read it */
};

static struct line *
look(struct text *t, int i)
{
	struct line *l = &t->lines[i];

	if (!l->known) {
		l->norm = citation_normal(t->mem, l->s, l->n);
		l->kind = l->n < CITATION_LINE ? citation_kind(t->mem, l->norm) : CITATION_NONE;
		l->known = true;
	}
	return l;
}

/* The lines of S; what is left when they are too many. */
static const char *
split(struct text *t, const char *s)
{
	int n = 1;

	for (const char *c = s; *c != '\0'; c++)
		n += *c == '\n';
	t->lines = arena_alloc(t->mem, sizeof *t->lines * (size_t) (n < LINES ? n : LINES));
	while (*s != '\0' && t->n < LINES) {
		struct line *l = &t->lines[t->n++];

		*l = (struct line) { .s = s, .n = strcspn(s, "\n") };
		s += l->n + (s[l->n] == '\n');
		while (l->n > 0 && l->s[l->n - 1] == '\r')
			l->n--;
		l->blank = citation_blank(l->s, l->n);
	}
	return s;
}

/* The first line from I on that is not blank; t->n: none is. */
static int
next_words(const struct text *t, int i)
{
	while (i < t->n && t->lines[i].blank)
		i++;
	return i;
}

static bool
marked(const struct line *l)
{
	return l->n > 0 && *l->s == '>';
}

/* Are lines I to END, which begin with '>' under no introduction, quoted?  ">100 personnes" and
 * "> 18 ans" are somebody's own. */
static bool
is_quotation(const struct text *t, int i, int end)
{
	for (; i < end; i++) {
		const char *s = t->lines[i].s + 1;
		size_t n = t->lines[i].n - 1, space = strspn(s, " \t");

		if (space >= n || (space > 0 && !isdigit((unsigned char) s[space])))
			return true;
	}
	return false;
}

/* Lines I to END are not the answer. */
static void
drop(struct text *t, int i, int end)
{
	for (; i < end; i++)
		t->lines[i].dropped = true;
}

/* Where the lines with '>' end that begin at I. */
static int
marked_end(const struct text *t, int i)
{
	while (i < t->n && marked(&t->lines[i]))
		i++;
	return i;
}

/* What stands above a quotation that begins at I: what programs add, and rules. */
static void
drop_above(struct text *t, int i, bool rules)
{
	while (--i >= 0) {
		struct line *l = &t->lines[i];

		if (l->dropped)
			return;
		if (l->blank)
			continue;
		look(t, i);
		if (l->kind != CITATION_AJOUT && !(rules && l->kind == CITATION_TRAIT))
			return;
		l->dropped = true;
	}
}

/* The end of our own mail, quoted without marks from I on: all the rest, but for what stands below
 * its last line. */
static int
bare_end(struct text *t, int i)
{
	int end = t->n;

	for (; i < t->n; i++)
		if (!t->lines[i].blank && look(t, i)->kind == CITATION_FIN)
			end = i + 1;
	return end;
}

/* What is quoted from I on: lines with '>', which an answer may follow, else all the rest. */
static int
drop_quoted(struct text *t, int i)
{
	int words = next_words(t, i),
	    end = words < t->n && marked(&t->lines[words]) ? marked_end(t, words) :
							     bare_end(t, words);

	/* a blank line in what a program quotes ends no quotation */
	while (end < t->n && next_words(t, end) < t->n && t->lines[end].blank &&
		marked(&t->lines[next_words(t, end)]))
		end = marked_end(t, next_words(t, end));
	drop(t, i, end);
	return end;
}

/* Does a line of a head hold the first name of who writes? */
static bool
names(const struct text *t, const struct line *l)
{
	size_t n = strcspn(t->who, " ");

	return n > 1 && memmem(l->norm, strlen(l->norm), t->who, n) != NULL;
}

/* What a line of a quoted head shows: people write "De : Lyon" and "Date : samedi" too. */
static int
weight(const struct text *t, const struct line *l)
{
	bool at = strchr(l->norm, '@') != NULL, moment = false;

	for (const char *s = l->norm; *s != '\0' && !moment; s++)
		moment = isdigit((unsigned char) s[0]) && s[1] == ':' &&
			isdigit((unsigned char) s[2]);
	switch (l->kind) {
	case CITATION_DE: return at ? 3 : 1;
	case CITATION_DATE: return (strncmp(l->norm, "date", 4) != 0) + moment;
	case CITATION_A: return at || names(t, l);
	case CITATION_OBJET: return 1;
	default: return 0;
	}
}

static bool
of_head(enum citation kind)
{
	return kind >= CITATION_DE && kind <= CITATION_AUTRE;
}

/* The end of the quoted head that begins at I; I: none does.  A blank line may stand between its
 * lines, and long ones are folded. */
static int
head_end(struct text *t, int i)
{
	bool from = false, date = false;
	int sum = 0, end = i, folded = 0;

	for (int k = i; k < t->n && k < i + HEAD; k++) {
		struct line *l = &t->lines[k];

		if (l->blank && folded == 0 && next_words(t, k) == k + 1 && k + 1 < t->n &&
			of_head(look(t, k + 1)->kind))
			continue;
		if (l->blank)
			break;
		look(t, k);
		if (of_head(l->kind)) {
			from = from || l->kind == CITATION_DE;
			date = date || l->kind == CITATION_DATE;
			sum += weight(t, l);
			end = k + 1;
			folded = 0;
		} else if (k == i || ++folded > 2 || strchr(l->norm, '@') == NULL) {
			break;
		}
	}
	return from && date && sum >= EVIDENCE ? end : i;
}

/* Lines FROM to TO as one, as the rules read it. */
static const char *
joined(struct text *t, int from, int to)
{
	struct buffer out = { t->mem };

	for (int i = from; i < to; i++) {
		if (i > from)
			buffer_char(&out, ' ');
		buffer_puts(&out, look(t, i)->norm);
	}
	return buffer_text(&out);
}

/* Does it begin as introductions do that are folded? */
static bool
opens(const char *norm)
{
	static const char *const words[] = { "le ", "on ", "am ", "el ", "il ", "em ", "op ",
		"- le", "---", NULL };

	for (int i = 0; words[i] != NULL; i++)
		if (strncmp(norm, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* Without an address, an hour alone makes no introduction of what goes on in the next line: "Le 3
 * mai à 14:30, Paul a écrit :" is also what people write. */
static bool
stands(struct text *t, const char *norm, int end)
{
	int words = next_words(t, end);

	return strchr(norm, '@') != NULL || norm[strlen(norm) - 1] == '-' || words != end ||
		words == t->n || marked(&t->lines[words]);
}

/* Note where the introduction begins that ends with line END - 1, if one does.  It may be folded:
 * the fewest lines that make one are it, from a word on that opens one if there is such. */
static void
find_intro(struct text *t, int end)
{
	const struct line *last = look(t, end - 1);
	int words = next_words(t, end), from;

	if (last->blank || marked(last) || *last->norm == '\0' || last->kind == CITATION_PROPRE ||
		strchr(":-te", last->norm[strlen(last->norm) - 1]) == NULL)
		return;
	for (from = end - 1; from >= 0 && from >= end - FOLDED; from--) {
		struct line *l = look(t, from);

		if (l->blank || marked(l) || l->n >= CITATION_LINE)
			break;
		if (opens(l->norm) &&
			citation_kind(t->mem, joined(t, from, end)) == CITATION_INTRO) {
			l->intro = stands(t, joined(t, from, end), end) ? end : 0;
			return;
		}
	}
	if ((last->kind == CITATION_INTRO && stands(t, last->norm, end)) ||
		(last->kind == CITATION_FAIBLE && words < t->n && marked(&t->lines[words])))
		t->lines[end - 1].intro = end;
	else if (end >= 2 && !t->lines[end - 2].blank && !marked(&t->lines[end - 2]) &&
		strchr(look(t, end - 2)->norm, '@') != NULL &&
		citation_kind(t->mem, joined(t, end - 2, end)) == CITATION_INTRO)
		t->lines[end - 2].intro = end;
}

/* "-- ", or "--" above the name of who writes. */
static bool
signs(struct text *t, int i)
{
	const struct line *l = &t->lines[i];
	int next = i + 1;
	size_t n;

	if (l->n >= 3 && l->n <= 5 && strncmp(l->s, "--", 2) == 0 &&
		(l->s[2] == ' ' || strncmp(l->s + 2, "\u00a0", 2) == 0))
		return l->n == 3 || l->s[2] != ' ';
	if (l->n != 2 || strncmp(l->s, "--", 2) != 0 || next >= t->n || *t->who == '\0')
		return false;
	n = strcspn(look(t, next)->norm, " ,");
	return n > 1 &&
		strstr(t->who, arena_printf(t->mem, "%.*s", (int) n, look(t, next)->norm)) != NULL;
}

/* The end of what announces a quotation at I: introduction, mark, head of a mail, or several of
 * them; I: nothing does. */
static int
announced(struct text *t, int i)
{
	int end = i, at = i, head;

	while (at < t->n) {
		const struct line *l = look(t, at);

		if (l->intro > 0)
			end = l->intro;
		else if (l->kind == CITATION_MARQUE)
			end = at + 1;
		else if ((head = head_end(t, at)) > at)
			end = head;
		else
			break;
		at = next_words(t, end);
	}
	return end;
}

/* Note which lines are not the answer. */
static void
sort_out(struct text *t)
{
	bool signature = false;
	int i = 0, end;

	for (int k = 1; k <= t->n; k++)
		find_intro(t, k);
	while (i < t->n) {
		struct line *l = look(t, i);

		if (l->kind == CITATION_TRANSFERT)
			return;
		if (!l->blank && (end = announced(t, i)) > i) {
			drop_above(t, i, true);
			drop(t, i, end);
			i = drop_quoted(t, end);
			signature = false;
		} else if (marked(l)) {
			end = marked_end(t, i);
			if (is_quotation(t, i, end)) {
				drop_above(t, i, false);
				drop(t, i, end);
				signature = false;
			}
			i = end;
		} else {
			if (signs(t, i)) {
				drop_above(t, i, false);
				signature = true;
			}
			l->dropped = signature;
			i++;
		}
	}
	drop_above(t, t->n, false);
}

/* What TEXT (UTF-8) answers, without what it quotes and what programs add.  WHO writes it, "" when
 * that is not known. */
char *
quoted_cut(struct arena *a, const char *text, const char *who)
{
	struct text t = { .mem = a, .who = citation_normal(a, who, strlen(who)) };
	struct buffer out = { a };
	const char *rest = split(&t, text);
	bool gap = false;

	sort_out(&t);
	for (int i = 0; i < t.n; i++) {
		const struct line *l = &t.lines[i];

		gap = gap || l->dropped;
		if (l->dropped || (l->blank && gap && (out.n < 2 || out.s[out.n - 2] == '\n')))
			continue;
		gap = gap && l->blank;
		buffer_add(&out, l->blank ? "" : l->s, l->blank ? 0 : l->n);
		buffer_char(&out, '\n');
	}
	if (t.n == 0 || !t.lines[t.n - 1].dropped)
		buffer_puts(&out, rest);
	return text_trim(a, text_clean(a, buffer_text(&out)));
}
