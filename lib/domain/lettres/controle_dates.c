/* controle_dates.c - days that are over, in the events of a letter and in its words; what was left
 * from the letter that it began from
 */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/lettres/controle_part.h"
#include "domain/objets/texte.h"

enum { EXCERPT = 40, HALF_A_YEAR = 183 };

/* ---- events ---- */

static void
see_event(struct controle *c, const struct lettre_bloc *b)
{
	const char *titre;
	bool there, cancelled, past;

	if (!db_read(c->r,
		    SQL("SELECT o.titre, e.supprime_le IS NULL, e.etat = 'annule',"
			" NOT EXISTS (SELECT 1 FROM evenement_date d WHERE d.evenement_id = e.id"
			" AND d.etat <> 'annule' AND d.fin > UTC_TIMESTAMP())"
			" FROM evenement e JOIN objet o ON o.id = e.id WHERE e.id = ?"),
		    INTO(TO(&titre), TO(&there), TO(&cancelled), TO(&past)), I(b->objet)))
		return;
	if (there && !cancelled && !past)
		return;
	controle_say(c, true, controle_bloc(c, b),
		arena_printf(&c->r->mem, "L’événement «\u00A0%s\u00A0» %s.",
			text_cut(&c->r->mem, titre, 60),
			!there            ? "n’existe plus" :
				cancelled ? "est annulé" :
					    "est passé"));
}

/* Of news that are no draft any more and not published yet the mail shows a link to nothing; of the
 * others, nothing. */
static void
see_news(struct controle *c, const struct lettre_bloc *b)
{
	const char *titre;
	bool published, soon;

	if (!db_read(c->r,
		    SQL("SELECT o.titre, a.etat = 'publiee', a.etat = 'programmee' FROM actualite a"
			" JOIN objet o ON o.id = a.id WHERE a.id = ?"),
		    INTO(TO(&titre), TO(&published), TO(&soon)), I(b->objet)) ||
		published)
		return;
	controle_say(c, !soon, controle_bloc(c, b),
		arena_printf(&c->r->mem, "L’actualité «\u00A0%s\u00A0» n’est pas%s publiée.",
			text_cut(&c->r->mem, titre, 60), soon ? " encore" : ""));
}

/* ---- days in words ---- */

/* "27 novembre 2026", "1er mai", from AT, in folded text: 0: none begins there. */
static size_t
day_in_words(struct arena *a, const char *at, int *day, int *month, int *year)
{
	char *end;
	long d = strtol(at, &end, 10);
	const char *name = end + (strncmp(end, "er", 2) == 0 ? 2 : 0);

	if (d < 1 || d > 31 || end - at > 2 || *name != ' ')
		return 0;
	name++;
	for (int m = 1; m <= 12; m++) {
		const char *folded = text_fold(a, text_month(m));
		size_t n = strlen(folded);

		if (strncmp(name, folded, n) != 0 || isalpha((unsigned char) name[n]))
			continue;
		*day = (int) d;
		*month = m;
		*year = name[n] == ' ' ? (int) strtol(name + n + 1, &end, 10) : 0;
		if (*year < 1900 || *year > 2199)
			*year = 0;
		return (size_t) (name - at) + n;
	}
	return 0;
}

/* Is that day over?  Without a year it is the one nearest to today. */
static bool
is_over(struct arena *a, int day, int month, int year)
{
	const char *today = text_iso_at(a, clock_now()), *then;
	int this_year = (int) strtol(today, NULL, 10);

	then = text_ymd(a, year != 0 ? year : this_year, month, day);
	if (strcmp(then, today) >= 0)
		return false;
	if (year != 0)
		return true;
	return clock_parse(arena_printf(a, "%s 12:00:00", today)) -
		clock_parse(arena_printf(a, "%s 12:00:00", then)) <
		(time_t) HALF_A_YEAR * 86400;
}

static void
see_words(struct controle *c, const struct lettre_bloc *b, const char *markdown)
{
	const char *text = text_fold(&c->r->mem, texte_brut(c->r, markdown));
	int day, month, year;

	for (const char *at = text; *at != '\0'; at++) {
		size_t n = (at == text || at[-1] == ' ') && isdigit((unsigned char) *at) ?
			day_in_words(&c->r->mem, at, &day, &month, &year) :
			0;

		if (n == 0 || !is_over(&c->r->mem, day, month, year))
			continue;
		controle_say(c, false, controle_bloc(c, b),
			arena_printf(&c->r->mem,
				"Le bloc %" PRId64 " parle du %d%s %s, qui est passé.", b->place,
				day, day == 1 ? "er" : "", text_month(month)));
		at += n - 1;
	}
}

void
controle_dates(struct controle *c)
{
	for (const struct lettre_bloc *b = c->blocs; b < c->blocs + c->n_blocs; b++) {
		if (strcmp(b->genre, "evenement") == 0)
			see_event(c, b);
		else if (strcmp(b->genre, "actualite") == 0)
			see_news(c, b);
		see_words(c, b, b->texte);
		if (*b->droite != '\0')
			see_words(c, b, b->droite);
	}
}

/* Blocks that still are as last week's were.  What stood in the letter before that one too stands
 * in each of them; what a template brings is meant to stay. */
void
controle_restes(struct controle *c)
{
	struct rows *rows = db_rows(c->r,
		SQL("SELECT b.id, b.place, b.texte FROM lettre_bloc b JOIN lettre l"
		    " ON l.id = b.lettre_id JOIN lettre m ON m.id = l.copie_de AND NOT m.modele"
		    " WHERE b.lettre_id = ? AND b.repris AND b.genre <> 'pres'"
		    " AND NOT EXISTS (SELECT 1 FROM lettre_bloc v WHERE v.lettre_id = m.copie_de"
		    " AND v.genre = b.genre AND v.texte = b.texte AND v.droite = b.droite"
		    " AND v.lien = b.lien AND v.objet_id <=> b.objet_id)"
		    " ORDER BY b.place LIMIT 60"),
		I(c->l.id));

	while (db_next(rows, &c->r->mem)) {
		const char *text =
			texte_court(c->r, arena_strdup(&c->r->mem, db_text(rows, 2)), EXCERPT);

		controle_say(c, false,
			arena_printf(
				&c->r->mem, "/contenu?bloc=%" PRId64 "#redaction", db_num(rows, 0)),
			arena_printf(&c->r->mem,
				"Le bloc %" PRId64 " est celui de la lettre reprise%s%s%s.",
				db_num(rows, 1), *text != '\0' ? "\u00A0: «\u00A0" : "", text,
				*text != '\0' ? "\u00A0»" : ""));
	}
}
