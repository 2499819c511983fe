/* lettre_reprise.c - a file of HTML that was a letter: its set of characters, its day, its words */

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/charset.h"
#include "base/clock.h"
#include "base/html_head.h"
#include "base/html_plain.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_bloc.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/lettres/lettre_reprise.h"
#include "domain/objets/ecrit.h"

enum { HEAD = 4096, BLOC = 16000, SET_NAME = 40 };

/* The set that its first bytes declare; NULL: they do not. */
static const char *
declared(struct arena *a, const char *bytes, size_t n)
{
	char *head = arena_alloc(a, HEAD + 1), *set;
	size_t len = n < HEAD ? n : HEAD;

	for (size_t i = 0; i < len; i++)
		head[i] = bytes[i] != '\0' ? (char) tolower((unsigned char) bytes[i]) : ' ';
	head[len] = '\0';
	if ((set = strstr(head, "charset=")) == NULL)
		return NULL;
	set += strlen("charset=");
	set += strspn(set, "\"' ");
	len = strspn(set, "abcdefghijklmnopqrstuvwxyz0123456789-_");
	return len > 0 && len < SET_NAME ? arena_printf(a, "%.*s", (int) len, set) : NULL;
}

static const char *
as_utf8(struct arena *a, const char *bytes, size_t n)
{
	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		return charset_text(a, bytes + 3, n - 3, "utf-8");
	if (n >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
		return charset_text(a, bytes + 2, n - 2, "UTF-16LE");
	if (n >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
		return charset_text(a, bytes + 2, n - 2, "UTF-16BE");
	return charset_text(a, bytes, n, declared(a, bytes, n));
}

/* ---- its day ---- */

/* A day of the calendar that S begins with. */
static bool
begins_with_day(struct arena *a, const char *s, struct wall *day)
{
	static const char form[] = "0000-00-00";

	for (unsigned i = 0; form[i] != '\0'; i++)
		if (form[i] == '0' ? !isdigit((unsigned char) s[i]) : s[i] != form[i])
			return false;
	return !isdigit((unsigned char) s[10]) &&
		wall_read(arena_printf(a, "%.10sT12:00", s), day) && day->year >= 1990;
}

static bool
day_in_name(struct arena *a, const char *nom, struct wall *day)
{
	for (const char *s = nom; *s != '\0'; s++)
		if ((s == nom || !isdigit((unsigned char) s[-1])) && begins_with_day(a, s, day))
			return true;
	return false;
}

/* When it was sent: noon of that day, or now if noon is to come.  False: no day, or a later one. */
static bool
sent_at(struct req *r, const char *nom, const struct html_head *head, time_t *at)
{
	struct wall day, today = wall_at(clock_now());

	if (!day_in_name(&r->mem, nom, &day) &&
		!begins_with_day(&r->mem, text_trim(&r->mem, head->date), &day))
		return false;
	if (wall_days_between(today, day) > 0)
		return false;
	wall_instant(day, at);
	if (*at > clock_now())
		*at = clock_now();
	return true;
}

/* ---- its words ---- */

/* How long the address is that S begins with, in a text of html_plain(); 0: none does.  INSIDE:
 * "(" stands before it, and ")" ends it. */
static size_t
address(const char *s, bool inside)
{
	size_t n;

	if (strncmp(s, "http://", 7) != 0 && strncmp(s, "https://", 8) != 0)
		return 0;
	n = strcspn(s, " \t\r\n<>");
	while (inside && n > 0 && s[n] != ')')
		n--;
	while (!inside && n > 0 && strchr(".,;:!?", s[n - 1]) != NULL)
		n--;
	return n;
}

/* How long that is at S by which html_plain() begins a line: of an item, of a quotation. */
static size_t
line_mark(const char *s)
{
	size_t n = strspn(s, ">"), number;

	n += s[n] == ' ' && n > 0;
	if (s[n] == '-' && s[n + 1] == ' ')
		return n + 2;
	number = strspn(s + n, "0123456789");
	return number > 0 && strncmp(s + n + number, ". ", 2) == 0 ? n + number + 2 : n;
}

/* Put the sign that S begins with, or the address: how many bytes of S that was. */
static size_t
put_next(struct buffer *out, const char *s, bool inside)
{
	static const char marks[] = "\\`*_{}[]<>#+!|~&=^$\"'";
	size_t n = address(s, inside);

	if (n > 0) {
		buffer_puts(out, arena_printf(out->mem, "<%.*s>", (int) n, s));
		return n;
	}
	if (strchr(marks, *s) != NULL || (*s == '-' && (out->n == 0 || out->s[out->n - 1] == '\n')))
		buffer_char(out, '\\');
	buffer_char(out, *s);
	return 1;
}

/* Words without marks as Markdown that says the same: its lines stay, its addresses are links. */
char *
lettre_reprise_texte(struct arena *a, const char *plain)
{
	struct buffer out = { a };
	bool marked = false;

	for (const char *s = plain, *end; *s != '\0'; s = end + (*end == '\n')) {
		size_t n;

		s += strspn(s, " \t");
		end = s + strcspn(s, "\n");
		n = line_mark(s);
		if (marked && n == 0)
			buffer_char(&out, '\n'); /* no part of the item or quotation above */
		marked = n > 0;
		buffer_add(&out, s, n);
		for (s += n; s < end;)
			s += put_next(&out, s, s > plain && s[-1] == '(');
		buffer_puts(&out, "  \n");
	}
	return buffer_text(&out);
}

/* Where a block ends that begins at S: with a line, else with a word, else anywhere. */
static size_t
block_end(const char *s)
{
	size_t n = strnlen(s, BLOC + 1), cut = BLOC;

	if (n <= BLOC)
		return n;
	while (cut > 0 && s[cut - 1] != '\n')
		cut--;
	for (n = BLOC; cut == 0 && n > 0; n--)
		if (s[n - 1] == ' ')
			cut = n;
	for (n = BLOC; cut == 0; n--)
		if (((unsigned char) s[n] & 0xC0) != 0x80)
			cut = n;
	return cut;
}

static void
put_blocks(struct req *r, int64_t id, const char *texte)
{
	for (size_t n; *texte != '\0'; texte += n + strspn(texte + n, "\n")) {
		struct lettre_bloc b = bloc_new("texte");

		n = block_end(texte);
		b.texte = arena_printf(&r->mem, "%.*s", (int) n, texte);
		lettre_bloc_add(r, id, &b);
	}
}

/* ---- the letter ---- */

/* It left then, to nobody from here: it is in the archive of who may read it. */
static int64_t
archive_it(struct req *r, const struct ancienne *f, const char *titre, const char *texte, time_t at)
{
	struct lettre l = lettre_new();
	const char *utc = clock_sql(&r->mem, at);
	int64_t id;

	l.sujet = titre;
	l.sorte = f->sorte;
	l.lisible = f->lisible;
	id = lettre_create(r, &l);
	put_blocks(r, id, texte);
	lettre_freeze(r, id);
	db_exec(r,
		SQL("UPDATE lettre SET etat = 'envoyee', commence_le = ?, fini_le = ?"
		    " WHERE id = ?"),
		S(utc), S(utc), I(id));
	db_exec(r, SQL("UPDATE objet SET cree_le = ?, modifie_le = ? WHERE id = ?"), S(utc), S(utc),
		I(id));
	lettre_follow(r, id);
	archive_number(r);
	return id;
}

/* Take F over.  A sentence why it is refused; NULL: it is a letter, now or before. */
const char *
lettre_reprise(struct req *r, struct ancienne *f)
{
	const char *print = sha256_hex(&r->mem, f->bytes, f->n), *html, *texte, *titre;
	struct html_head head;
	time_t at;

	f->id = db_int(r,
		SQL("SELECT COALESCE(lettre_id, 0) FROM lettre_reprise WHERE empreinte = UNHEX(?)"),
		S(print));
	if ((f->deja = f->id != 0))
		return NULL;
	html = as_utf8(&r->mem, f->bytes, f->n);
	head = html_head(&r->mem, html);
	if (!sent_at(r, f->nom, &head, &at))
		return "Sa date manque, ou n’est pas passée\u00A0: mettez-la dans son nom, comme"
		       " 2024-05-31.html.";
	texte = lettre_reprise_texte(&r->mem, html_plain(&r->mem, html));
	if (*text_trim(&r->mem, texte) == '\0')
		return "Il ne contient aucun texte.";
	if (strlen(texte) > (size_t) BLOC * 12)
		return "Son texte est trop long pour une lettre.";
	titre = text_cut(&r->mem, *head.titre != '\0' ? head.titre : f->nom, LETTRE_OBJET);
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO lettre_reprise (empreinte, nom, titre, jour, html,"
			" texte, par_id, cree_le) VALUES (UNHEX(?), ?, ?, ?, '', '', ?,"
			" UTC_TIMESTAMP())"),
		    S(print), S(text_cut(&r->mem, f->nom, 200)), S(titre),
		    S(wall_ymd(&r->mem, wall_at(at))), I(r->user.id)) == 0)
		f->deja = true; /* somebody else took it meanwhile */
	else
		f->id = archive_it(r, f, titre, texte, at);
	db_exec(r,
		SQL("UPDATE lettre_reprise SET lettre_id = ? WHERE empreinte = UNHEX(?)"
		    " AND lettre_id IS NULL"),
		I(f->id), S(print));
	return NULL;
}
