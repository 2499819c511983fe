/* champs_choix.c - the choices of a field: named, renamed, retired, each under a key of its own
 *
 * A key is made once and stays: what people answered is kept by it.  It looks like the first name
 * of the choice, but names that look alike ("C++" and "C#") never share one.
 */

#include <string.h>

#include "admin/admin.h"
#include "base/text.h"
#include "domain/contacts/contact_words.h"
#include "web/form.h"
#include "web/reply.h"

enum { LINES = 100, NAMES = 1100, KEY = 180 };

struct names {
	const char *s[NAMES];
	unsigned n;
};

/* Add a name.  False: it is there already. */
static bool
add_name(struct names *all, const char *name)
{
	for (unsigned i = 0; i < all->n; i++)
		if (strcmp(all->s[i], name) == 0)
			return false;
	if (all->n < NAMES)
		all->s[all->n++] = name;
	return true;
}

static const char *
typed_name(struct req *r, const char *typed)
{
	return text_cut(&r->mem, text_trim(&r->mem, typed), ADMIN_CHOIX);
}

/* What the form calls that choice; NULL: it does not show it. */
static const char *
renamed(struct req *r, const char *valeur)
{
	for (unsigned k = 0; param_nth(r, "option[]", k) != NULL; k++)
		if (strcmp(param_nth(r, "option[]", k), valeur) == 0)
			return param_nth(r, "nom_option[]", k) != NULL ?
				typed_name(r, param_nth(r, "nom_option[]", k)) :
				NULL;
	return NULL;
}

static bool
add_or_refuse(struct req *r, struct names *all, const char *name)
{
	if (*name == '\0' || add_name(all, name))
		return true;
	form_error(r, "choix",
		arena_printf(&r->mem,
			"«\u00A0%s\u00A0» est déjà dans la liste\u00A0: deux choix ne portent pas"
			" le même"
			" nom.",
			text_cut(&r->mem, name, 60)));
	return false;
}

/* The choices in use of field ID (0: it is being made) as the form names them, and those of TEXT,
 * one a line.  False: two have one name, which the form says. */
bool
admin_choices_read(struct req *r, int64_t id, const char *text)
{
	struct names *all = arena_alloc(&r->mem, sizeof *all);
	char *rest = arena_strdup(&r->mem, text), *line;
	struct rows *rows = db_rows(r,
		SQL("SELECT o.valeur, o.libelle FROM champ_option o"
		    " JOIN champ f ON f.id = o.champ_id AND f.origine = 'plateforme'"
		    " WHERE o.champ_id = ? AND o.retire_le IS NULL ORDER BY o.ordre, o.libelle"),
		I(id));
	bool free = true;

	all->n = 0;
	while (db_next(rows, &r->mem)) {
		const char *now = renamed(r, db_text(rows, 0));

		free = add_or_refuse(r, all,
			       now != NULL ? now : arena_strdup(&r->mem, db_text(rows, 1))) &&
			free;
	}
	while ((line = strsep(&rest, "\n")) != NULL)
		free = add_or_refuse(r, all, typed_name(r, line)) && free;
	return free;
}

/* The choices in use, a refused form's names among them, as "options". */
void
admin_choices_say(struct req *r, int64_t id)
{
	const char *now;

	db_list(r, "options",
		SQL("SELECT o.valeur, o.libelle, (SELECT COUNT(*) FROM champ_valeur v"
		    " WHERE v.champ_id = o.champ_id"
		    " AND v.valeur = o.valeur) AS personnes FROM champ_option o"
		    " WHERE o.champ_id = ? AND o.retire_le IS NULL"
		    " ORDER BY o.ordre, o.libelle"),
		I(id));
	for (struct row *o = row_first(r, "options"); r->invalid && o != NULL; o = row_next(o))
		if ((now = renamed(r, row_text(o, "valeur"))) != NULL)
			row_say(o, "libelle", now);
}

/* A key that no choice of the field has or had, and that nobody's answer holds. */
static const char *
key_for(struct req *r, int64_t id, const char *libelle)
{
	const char *base = admin_key(r, libelle, KEY), *key;

	if (*base == '\0')
		base = "choix";
	key = base;
	for (int n = 2; db_int(r,
				SQL("SELECT EXISTS (SELECT 1 FROM champ_option WHERE champ_id = ?"
				    " AND valeur = ?)"
				    " OR EXISTS (SELECT 1 FROM champ_valeur WHERE champ_id = ?"
				    " AND valeur = ?)"),
				I(id), S(key), I(id), S(key)) != 0;
		n++)
		key = arena_printf(&r->mem, "%s_%d", base, n);
	return key;
}

/* The names of choices as they are now typed; an empty one is retired, its values are kept. */
static void
rename_choices(struct req *r, int64_t id)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT valeur, libelle FROM champ_option WHERE champ_id = ?"
		    " AND retire_le IS NULL"),
		I(id));

	while (db_next(rows, &r->mem)) {
		const char *valeur = arena_strdup(&r->mem, db_text(rows, 0));
		const char *now = renamed(r, valeur);

		if (now == NULL)
			continue;
		if (*now == '\0')
			db_exec(r,
				SQL("UPDATE champ_option SET retire_le = UTC_TIMESTAMP()"
				    " WHERE champ_id = ? AND valeur = ?"),
				I(id), S(valeur));
		else if (db_exec(r,
				 SQL("UPDATE champ_option SET libelle = ? WHERE champ_id = ?"
				     " AND valeur = ?"),
				 S(now), I(id), S(valeur)) > 0)
			contact_reindex_choice(id, valeur);
	}
}

static void
add_choice(struct req *r, int64_t id, const char *libelle)
{
	if (db_exec(r,
		    SQL("UPDATE champ_option SET retire_le = NULL WHERE champ_id = ?"
			" AND libelle = ? COLLATE utf8mb4_bin"
			" AND retire_le IS NOT NULL ORDER BY retire_le DESC LIMIT 1"),
		    I(id), S(libelle)) > 0)
		return;
	db_exec(r,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle, ordre) SELECT ?, ?, ?,"
		    " COALESCE(MAX(ordre), 0) + 1 FROM champ_option o WHERE o.champ_id = ?"),
		I(id), S(key_for(r, id, libelle)), S(libelle), I(id));
}

/* Write what admin_choices_read() found good.  A choice that was retired comes back with its
 * answers when one of the very same name is added. */
void
admin_choices_write(struct req *r, int64_t id, const char *text)
{
	char *rest = arena_strdup(&r->mem, text), *line;
	unsigned n = 0;

	db_int(r, SQL("SELECT id FROM champ WHERE id = ? FOR UPDATE"), I(id)); /* one at a time */
	rename_choices(r, id);
	while ((line = strsep(&rest, "\n")) != NULL && n < LINES) {
		const char *libelle = typed_name(r, line);

		n += *libelle != '\0';
		if (*libelle != '\0')
			add_choice(r, id, libelle);
	}
}
