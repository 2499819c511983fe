/* actualite_lit.c - news as lists show them: on home, on the page of a group, in their own list */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/actualites/actualite.h"
#include "domain/objets/ecrit.h"

enum { AT_HOME = 3, IN_A_GROUP = 3, NEW = 2 * 86400 };

/* What that sort is called, for a reader; "": plain news. */
const char *
actualite_sorte(const char *sorte)
{
	static const char *const all[][2] = { { "portrait", "Portrait" }, { "merci", "Merci" },
		{ "victoire", "Victoire" } };

	for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i][0], sorte) == 0)
			return all[i][1];
	return "";
}

/* For whom it is, from its audience and territoire. */
const char *
actualite_pour(struct req *r, struct row *row)
{
	static const char *const all[][2] = { { "tous", "Tout le monde" },
		{ "benevoles", "Tous les bénévoles" }, { "siege", "Le Siège" },
		{ "groupes", "Membres des groupes choisis" },
		{ "engagements", "Certains engagements" } };
	const char *audience = row_text(row, "audience"), *where = row_text(row, "territoire");

	if (*where != '\0')
		return arena_printf(&r->mem, "%s\u00A0: %s",
			strcmp(audience, "tous") == 0 ? "Bénévoles et sympathisant-e-s" :
							"Bénévoles",
			where);
	for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i][0], audience) == 0)
			return all[i][1];
	return "";
}

/* A row of ACTUALITE_ROW: its words for templates. */
void
actualite_dress(struct req *r, struct row *row)
{
	const char *when = row_text(row, "publie_le");

	row_say(row, "url", arena_printf(&r->mem, "/actualites/%s", row_text(row, "id")));
	row_say(row, "sorte_titre", actualite_sorte(row_text(row, "sorte")));
	row_say(row, "pour", actualite_pour(r, row));
	row_say(row, "de",
		row_int(row, "siege") != 0               ? "Siège" :
			*row_text(row, "groupe") != '\0' ? row_text(row, "groupe") :
							   "Un groupe");
	ecrit_say_author(r, row);
	if (*when == '\0')
		return;
	ecrit_say_when(r, row, "publie_le", "quand");
	if (clock_now() - clock_parse(when) < NEW)
		row_say(row, "nouvelle", "1");
}

static void
dress_all(struct req *r, const char *name)
{
	for (struct row *row = row_first(r, name); row != NULL; row = row_next(row))
		actualite_dress(r, row);
}

/* NAME.N: the latest that are for the reader, what is put first before the others. */
void
actualite_say_home(struct req *r, const char *name)
{
	db_later(r, name, dress_all,
		SQL(ACTUALITE_ROW " WHERE " ACTUALITE_LUE " AND " ACTUALITE_POUR_MOI(
			"?") " AND a.publie_le > ?"
			     " ORDER BY a.une AND a.publie_le > ? DESC, a.publie_le DESC, a.id DESC"
			     " LIMIT ?"),
		ME(r), I(r->user.id), I(r->user.id), I(r->user.id),
		S(clock_sql(&r->mem, clock_now() - 90L * 86400)),
		S(clock_sql(&r->mem, clock_now() - 14L * 86400)), I(AT_HOME));
}

/* NAME.N: the latest of that group that the reader may read. */
void
actualite_say_group(struct req *r, const char *name, int64_t groupe_id)
{
	db_later(r, name, dress_all,
		SQL(ACTUALITE_ROW " WHERE " ACTUALITE_LUE " AND a.groupe_id = ?"
				  " ORDER BY a.publie_le DESC, a.id DESC LIMIT ?"),
		ME(r), I(r->user.id), I(groupe_id), I(IN_A_GROUP));
}
