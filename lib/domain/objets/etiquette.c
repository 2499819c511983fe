/* etiquette.c - tags, whatever they are on */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/niveau.h"
#include "domain/objets/etiquette.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"

enum { LONG_NAME = 8, SHORT_NAME = 4 };

/* The tags of that objet under AT: id, nom, teinte.  Rights are the caller's: a page that shows
 * a person asks contact_values() what the reader may read. */
void
etiquette_say(struct req *r, const char *at, int64_t objet_id)
{
	db_list(r, at,
		SQL("SELECT e.id, e.nom, f.teinte FROM objet_etiquette oe"
		    " JOIN etiquette e ON e.id = oe.etiquette_id"
		    " JOIN etiquette_famille f ON f.id = e.famille_id WHERE oe.objet_id = ?"
		    " ORDER BY f.ordre, e.nom"),
		I(objet_id));
}

/* May the reader choose the tags of that objet? */
bool
etiquette_chooses(struct req *r, int64_t objet_id)
{
	return db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " MANAGES("o")), I(objet_id),
		       ME(r)) != 0 &&
		(objet_id != r->user.id || niveau(r) >= N_COORDINATION);
}

/* What the macros etiquettes() and etiqueter() draw on the page of that objet. */
void
etiquette_dress(struct req *r, int64_t objet_id)
{
	bool manages = false, leads = r->user.level >= STAFF;
	const char *tags = "";

	db_read(r,
		SQL("SELECT " MANAGES(
			"o") ", ? OR EXISTS (SELECT 1 FROM contact_public cp"
			     " JOIN public p ON p.id = cp.public_id AND p.genre = 'encadrement'"
			     " WHERE cp.contact_id = ?), COALESCE((SELECT JSON_ARRAYAGG("
			     "JSON_OBJECT('id', e.id, 'nom', e.nom, 'teinte', f.teinte)"
			     " ORDER BY f.ordre, e.nom) FROM objet_etiquette oe"
			     " JOIN etiquette e ON e.id = oe.etiquette_id"
			     " JOIN etiquette_famille f ON f.id = e.famille_id"
			     " WHERE oe.objet_id = o.id), '') FROM objet o WHERE o.id = ?"),
		INTO(TO(&manages), TO(&leads), TO(&tags)), ME(r), I(leads), I(r->user.id),
		I(objet_id));
	say_json(r, "Etiquettes", tags);
	if (leads)
		say(r, "Etiquette.lien", "/etiquettes/");
	say_int(r, "Etiquette.choisir", manages && (objet_id != r->user.id || leads));
}

/* The tag of that name, whatever its case and accents, or the one that it was merged into.  0:
 * there is none. */
int64_t
etiquette_find(struct req *r, const char *nom)
{
	int64_t id = db_int(r, SQL("SELECT id FROM etiquette WHERE nom = ?"), S(nom));

	return id != 0 ? id :
			 db_int(r,
				 SQL("SELECT etiquette_id FROM etiquette_ancienne WHERE nom = ?"
				     " ORDER BY id DESC LIMIT 1"),
				 S(nom));
}

/* ---- near names ---- */

static bool
is_small(const char *word, size_t n)
{
	static const char *const words[] = { "et", "de", "des", "du", "la", "le", "les", "d", "l",
		"a", "au", "aux", "en" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == n && strncmp(words[i], word, n) == 0)
			return true;
	return false;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* Letters and digits alone, without small words: "Climat & énergie" and "climat et energie"
 * meet. */
static char *
skeleton(struct arena *mem, const char *nom)
{
	char *s = text_fold(mem, nom), *to = s;

	for (const char *c = s; *c != '\0';) {
		size_t n = 0;

		while (is_letter(c[n]))
			n++;
		if (!is_small(c, n)) {
			memmove(to, c, n);
			to += n;
		}
		c += n + (c[n] != '\0');
	}
	*to = '\0';
	return s;
}

/* How many letters to add, remove or change to go from A to B. */
static unsigned
distance(struct arena *mem, const char *a, const char *b)
{
	size_t n = strlen(b);
	unsigned *row = arena_alloc(mem, (n + 1) * sizeof *row), left, corner;

	for (size_t j = 0; j <= n; j++)
		row[j] = (unsigned) j;
	for (size_t i = 0; a[i] != '\0'; i++) {
		corner = row[0];
		row[0] = (unsigned) i + 1;
		for (size_t j = 0; j < n; j++) {
			left = row[j + 1];
			row[j + 1] = corner + (a[i] != b[j]);
			if (left + 1 < row[j + 1])
				row[j + 1] = left + 1;
			if (row[j] + 1 < row[j + 1])
				row[j + 1] = row[j] + 1;
			corner = left;
		}
	}
	return row[n];
}

/* Years and numbers that differ make another tag: "Trail 2025" is not "Trail 2026". */
static bool
same_digits(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strcspn(a, "0123456789");
		b += strcspn(b, "0123456789");
		if (*a != *b)
			return false;
		if (*a == '\0')
			return true;
	}
}

static bool
near(struct arena *mem, const char *a, const char *a_words, const char *nom)
{
	const char *b = skeleton(mem, nom);
	size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);

	if (!same_digits(a, b))
		return false;
	if (strcmp(a, b) == 0 || (*a_words != '\0' && strcmp(a_words, text_tokens(mem, nom)) == 0))
		return true;
	return n >= SHORT_NAME && distance(mem, a, b) <= (n >= LONG_NAME ? 2 : 1);
}

/* The tags, but EXCEPT, whose name one could take for NOM: at most MAX.  How many. */
unsigned
etiquette_near(struct req *r, const char *nom, int64_t except, int64_t *ids, const char **noms,
	unsigned max)
{
	struct rows *rows = db_rows(r, SQL("SELECT id, nom FROM etiquette ORDER BY nom"));
	const char *bare = skeleton(&r->mem, nom), *words = text_tokens(&r->mem, nom);
	unsigned n = 0;

	while (db_next(rows, &r->mem))
		if (n < max && db_num(rows, 0) != except &&
			near(&r->mem, bare, words, db_text(rows, 1))) {
			ids[n] = db_num(rows, 0);
			noms[n++] = arena_strdup(&r->mem, db_text(rows, 1));
		}
	return n;
}

/* ---- writing ---- */

/* May the reader create a tag in that family? */
bool
etiquette_creates(struct req *r, int64_t famille_id)
{
	return db_int(r, SQL("SELECT 1 FROM etiquette_famille WHERE id = ? AND creation <= ?"),
		       I(famille_id), I(niveau(r))) != 0;
}

/* A new tag.  The caller has checked the right and that the name is free. */
int64_t
etiquette_create(struct req *r, int64_t famille_id, const char *nom)
{
	int64_t id = db_insert(r,
		SQL("INSERT INTO etiquette (famille_id, nom, cree_le, cree_par)"
		    " VALUES (?, ?, UTC_TIMESTAMP(), ?)"),
		I(famille_id), S(nom), I(r->user.id));

	journal(r, "etiquette.creee", 0, NULL, json_made(&r->mem, JN("id", id), JS("nom", nom)));
	modele_changed(r);
	return id;
}

static const char *
names(struct req *r, int64_t objet_id)
{
	const char *all = db_string(r,
		SQL("SELECT GROUP_CONCAT(e.nom ORDER BY e.nom SEPARATOR ', ')"
		    " FROM objet_etiquette oe"
		    " JOIN etiquette e ON e.id = oe.etiquette_id WHERE oe.objet_id = ?"),
		I(objet_id));

	return all != NULL ? all : "";
}

/* That objet now bears these tags and no other; journaled.  False: it was so already. */
bool
etiquette_put(struct req *r, int64_t objet_id, const int64_t *ids, unsigned n)
{
	const char *before = names(r, objet_id), *after;

	db_exec(r, SQL("DELETE FROM objet_etiquette WHERE objet_id = ?"), I(objet_id));
	for (unsigned i = 0; i < n; i++)
		db_exec(r,
			SQL("INSERT IGNORE INTO objet_etiquette (objet_id, etiquette_id)"
			    " VALUES (?, ?)"),
			I(objet_id), I(ids[i]));
	after = names(r, objet_id);
	if (strcmp(before, after) == 0)
		return false;
	journal(r, "objet.etiquettes", objet_id, json_made(&r->mem, JS("etiquettes", before)),
		json_made(&r->mem, JS("etiquettes", after)));
	return true;
}

/* All that bears FROM bears TO instead; FROM is no more, its name leads to TO. */
void
etiquette_merge(struct req *r, int64_t from, int64_t to)
{
	const char *nom = db_string(r, SQL("SELECT nom FROM etiquette WHERE id = ?"), I(from));
	int64_t n = db_int(
		r, SQL("SELECT COUNT(*) FROM objet_etiquette WHERE etiquette_id = ?"), I(from));

	db_exec(r,
		SQL("INSERT IGNORE INTO objet_etiquette (objet_id, etiquette_id)"
		    " SELECT objet_id, ? FROM objet_etiquette WHERE etiquette_id = ?"),
		I(to), I(from));
	db_exec(r, SQL("DELETE FROM objet_etiquette WHERE etiquette_id = ?"), I(from));
	db_exec(r, SQL("UPDATE etiquette_ancienne SET etiquette_id = ? WHERE etiquette_id = ?"),
		I(to), I(from));
	db_exec(r, SQL("INSERT INTO etiquette_ancienne (id, nom, etiquette_id) VALUES (?, ?, ?)"),
		I(from), S(nom), I(to));
	db_exec(r, SQL("DELETE FROM etiquette WHERE id = ?"), I(from));
	journal(r, "etiquette.fusionnee", 0,
		json_made(&r->mem, JN("id", from), JS("nom", nom), JN("objets", n)),
		json_made(&r->mem, JN("dans", to)));
	modele_changed(r);
}
