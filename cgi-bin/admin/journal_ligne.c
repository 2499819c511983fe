/* journal_ligne.c - a line of the journal in words: who, what, before and after, from where
 *
 * Who may read the journal reads all names in it: control that does not see is none.  The values of
 * people's fields are for administrators; others who were given the journal see which fields
 * changed.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "admin/journal.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/objets/adresse.h"
#include "domain/socle/actes.h"
#include "web/route.h"

enum { FIELDS = 12, CHARACTERS = 300 };

#define NOBODY "personne effacée"

/* ---- who, and from where ---- */

static const char *
person(struct arena *mem, const char *prenom, const char *nom)
{
	return *prenom == '\0' && *nom == '\0' ? NOBODY : arena_printf(mem, "%s %s", prenom, nom);
}

static const char *
who(struct arena *mem, struct rows *row)
{
	const char *from = db_text(row, J_ORIGINE);

	if (db_num(row, J_ACTEUR) != 0)
		return person(mem, db_text(row, J_QUI_PRENOM), db_text(row, J_QUI_NOM));
	if (strcmp(from, "hubspot") == 0)
		return "HubSpot";
	if (strcmp(from, "commande") == 0)
		return "L’hébergeur";
	return strcmp(from, "site") == 0 ? "Une personne non connectée" : "Essaim";
}

static const char *
where(struct arena *mem, struct rows *row)
{
	const char *from = db_text(row, J_ORIGINE), *net = db_text(row, J_DEPUIS), *how = "";

	if (strncmp(from, "comme:", 6) == 0)
		how = arena_printf(mem, "«\u00A0Voir comme\u00A0» %s",
			person(mem, db_text(row, J_COMME_PRENOM), db_text(row, J_COMME_NOM)));
	else if (strcmp(from, "jeton") == 0)
		how = "par un jeton";
	else if (strcmp(from, "courriel") == 0)
		how = "par courriel";
	else if (strcmp(from, "commande") == 0)
		how = "en ligne de commande";
	if (*net == '\0')
		return how;
	return arena_printf(mem, "%s%sdepuis\u00A0: %s", how, *how != '\0' ? ", " : "", net);
}

/* ---- what, and to what ---- */

static const char *
object(struct arena *mem, struct rows *row)
{
	if (db_num(row, J_OBJET) == 0)
		return "";
	if (strcmp(db_text(row, J_GENRE), "contact") == 0)
		return person(mem, db_text(row, J_PRENOM), db_text(row, J_NOM));
	return *db_text(row, J_TITRE) != '\0' ? arena_strdup(mem, db_text(row, J_TITRE)) :
						"un élément qui n’est plus là";
}

static const char *
object_url(struct req *r, struct rows *row)
{
	const char *genre = db_text(row, J_GENRE);
	bool person = strcmp(genre, "contact") == 0;

	if (*genre == '\0' ||
		(person && *db_text(row, J_PRENOM) == '\0' && *db_text(row, J_NOM) == '\0'))
		return NULL;
	return adresse(r, genre, db_num(row, J_OBJET), db_num(row, J_CADRE));
}

static const struct acte_dit *
said_of(struct arena *mem, struct rows *row)
{
	const struct acte_dit *a = acte_find(db_text(row, J_ACTE));
	struct acte_dit *unknown;

	if (a != NULL)
		return a;
	unknown = arena_alloc(mem, sizeof *unknown);
	*unknown = (struct acte_dit) { "",
		arena_printf(mem, "a fait «\u00A0%s\u00A0»\u00A0: *", db_text(row, J_ACTE)),
		SORTE_SERVICE, false };
	return unknown;
}

/* ---- before and after ---- */

static const char *
value(struct arena *mem, json_object *o, const char *key)
{
	json_object *v = NULL;

	if (o == NULL || !json_object_object_get_ex(o, key, &v) || v == NULL)
		return "";
	return text_cut(mem, json_object_get_string(v), CHARACTERS);
}

/* One field: its name, how it was, how it is. */
struct ecart {
	const char *libelle, *avant, *apres;
};

static int
add_key(struct req *r, struct arena *mem, json_object *before, json_object *after, const char *key,
	struct ecart *e)
{
	*e = (struct ecart) { journal_label(r, mem, key),
		journal_value(r, mem, key, value(mem, before, key)),
		journal_value(r, mem, key, value(mem, after, key)) };
	return strcmp(e->avant, e->apres) != 0;
}

static json_object *
parsed(struct arena *mem, const char *text)
{
	json_object *o = *text == '{' ? json_whole(mem, text, strlen(text)) : NULL;

	return o != NULL && json_object_is_type(o, json_type_object) ? o : NULL;
}

/* A setting is told as "key: value": its name, how it was, how it is. */
static bool
setting(struct req *r, struct arena *mem, const char *avant, const char *apres, struct ecart *e)
{
	const char *end = strstr(apres, ": ");
	size_t n = end != NULL ? (size_t) (end - apres) + 2 : 0;

	if (n == 0 || strncmp(avant, apres, n) != 0)
		return false;
	*e = (struct ecart) { journal_label(r, mem, arena_printf(mem, "%.*s", (int) n - 2, apres)),
		text_cut(mem, avant + n, CHARACTERS), text_cut(mem, apres + n, CHARACTERS) };
	return true;
}

static struct lh_entry *
keys(json_object *o)
{
	return o != NULL ? lh_table_head(json_object_get_object(o)) : NULL;
}

/* What the line says of before and after, field by field; how many. */
static int
changes(struct req *r, struct arena *mem, struct rows *row, struct ecart *e)
{
	const char *avant = db_text(row, J_AVANT), *apres = db_text(row, J_APRES);
	json_object *before = parsed(mem, avant), *after = parsed(mem, apres);
	int n = 0;

	if (before == NULL && after == NULL) {
		if (*avant == '\0' && *apres == '\0')
			return 0;
		if (strcmp(db_text(row, J_ACTE), "reglage.modifie") == 0 &&
			setting(r, mem, avant, apres, e))
			return 1;
		e[0] = (struct ecart) { "", text_cut(mem, avant, CHARACTERS),
			text_cut(mem, apres, CHARACTERS) };
		return 1;
	}
	for (struct lh_entry *k = keys(after); k != NULL && n < FIELDS; k = lh_entry_next(k))
		n += add_key(r, mem, before, after, lh_entry_k(k), &e[n]);
	for (struct lh_entry *k = keys(before); k != NULL && n < FIELDS; k = lh_entry_next(k))
		if (after == NULL || !json_object_object_get_ex(after, lh_entry_k(k), NULL))
			n += add_key(r, mem, before, after, lh_entry_k(k), &e[n]);
	return n;
}

/* Does the reader see that people's fields changed, and not how? */
static bool
masked(struct req *r, const struct acte_dit *a)
{
	return r->user.level < ADMIN && (a->sorte == SORTE_CONTACT || a->sorte == SORTE_IMPORT);
}

/* ---- on screen, in a table ---- */

/* Where line N stands: days.D.lignes.L, a new day as the date changes. */
static struct row *
place(struct req *r, time_t then, int n)
{
	const char *day = text_iso_at(&r->mem, then);
	int days = said_int(r, "Jours.n"), lines = said_int(r, "Jours.lignes");

	if (n == 0 || strcmp(said(r, "Jours.jour"), day) != 0) {
		struct row *d = row_nth(r, "jours", days);

		row_say(d, "jour", day);
		row_say(d, "titre", text_day_title(&r->mem, then, clock_now()));
		say_int(r, "Jours.n", ++days);
		say(r, "Jours.jour", day);
		lines = 0;
	}
	say_int(r, "Jours.lignes", lines + 1);
	return row_at(r, arena_printf(&r->mem, "jours.%d.lignes.%d", days - 1, lines));
}

/* The part of a sentence before '*'; of what names nothing, without the colon that led to it. */
static const char *
before_star(struct arena *mem, struct rows *row, const char *phrase)
{
	int n = (int) strcspn(phrase, "*");

	if (db_num(row, J_OBJET) == 0 && n > 4 && strncmp(phrase + n - 4, "\u00A0: ", 4) == 0)
		n -= 4;
	return arena_printf(mem, "%.*s", n, phrase);
}

static void
say_sentence(struct req *r, struct row *line, struct rows *row, const struct acte_dit *a)
{
	const char *star = strchr(a->phrase, '*');
	int64_t objet = db_num(row, J_OBJET);
	bool named = star != NULL || (objet != 0 && objet != db_num(row, J_ACTEUR));

	row_say(line, "qui", who(&r->mem, row));
	if (db_num(row, J_ACTEUR) != 0 && strcmp(row_text(line, "qui"), NOBODY) != 0)
		row_say_int(line, "qui_id", db_num(row, J_ACTEUR));
	row_say(line, "phrase",
		star != NULL  ? before_star(&r->mem, row, a->phrase) :
			named ? arena_printf(&r->mem, "%s\u00A0: ", a->phrase) :
				a->phrase);
	if (!named)
		return;
	row_say(line, "objet", object(&r->mem, row));
	row_say(line, "url", object_url(r, row));
	row_say(line, "suite", star != NULL ? star + 1 : "");
}

/* "11 h 02", on the wall of the site. */
static const char *
hour(struct req *r, time_t then)
{
	struct wall w = wall_at(then);

	return arena_printf(&r->mem, "%d\u00A0h\u00A0%02d", w.hour, w.minute);
}

/* Say jours.D.lignes.L of the current row, the N-th of the page. */
void
journal_say_line(struct req *r, struct rows *row, int n)
{
	const struct acte_dit *a = said_of(&r->mem, row);
	time_t then = clock_parse(arena_printf(&r->mem, "%.19s", db_text(row, J_QUAND)));
	struct row *line = place(r, then, n);
	struct ecart e[FIELDS + 1];
	int n_changes = changes(r, &r->mem, row, e);

	row_say_int(line, "id", db_num(row, J_ID));
	row_say(line, "acte", arena_strdup(&r->mem, db_text(row, J_ACTE)));
	row_say(line, "quand",
		arena_printf(
			&r->mem, "%.10sT%.8sZ", db_text(row, J_QUAND), db_text(row, J_QUAND) + 11));
	row_say(line, "heure", hour(r, then));
	say_sentence(r, line, row, a);
	row_say(line, "sorte", acte_sorte_titre(a->sorte));
	if (a->sorte == SORTE_CONNEXION && a->sensible)
		row_say(line, "alerte", "1");
	row_say(line, "depuis", where(&r->mem, row));
	if (*db_text(row, J_EFFACE) != '\0' && n_changes == 0)
		row_say(line, "vide", "1");
	for (int i = 0; i < n_changes; i++) {
		struct row *c = row_in(line, arena_printf(&r->mem, "changes.%d", i));

		row_say(c, "libelle", e[i].libelle);
		if (masked(r, a)) {
			row_say(c, "masque", "1");
			continue;
		}
		row_say(c, "avant", e[i].avant);
		row_say(c, "apres", e[i].apres);
	}
}

/* The cells of the current row; what it takes is MEM's. */
void
journal_cells(struct req *r, struct arena *mem, struct rows *row, struct sheet *sheet)
{
	const struct acte_dit *a = said_of(mem, row);
	bool hidden = masked(r, a);
	const char *star = strchr(a->phrase, '*');

	sheet_cell(sheet, db_text(row, J_ID));
	sheet_cell(sheet, arena_printf(mem, "%.19s", db_text(row, J_QUAND)));
	sheet_cell(sheet, who(mem, row));
	sheet_cell(sheet, db_text(row, J_ACTE));
	sheet_cell(sheet,
		star == NULL ? a->phrase :
			       arena_printf(mem, "%.*s%s%s", (int) (star - a->phrase), a->phrase,
				       object(mem, row), star + 1));
	sheet_cell(sheet, object(mem, row));
	sheet_cell(sheet, hidden ? "" : db_text(row, J_AVANT));
	sheet_cell(sheet, hidden ? "" : db_text(row, J_APRES));
	sheet_cell(sheet, where(mem, row));
	sheet_row(sheet);
}
