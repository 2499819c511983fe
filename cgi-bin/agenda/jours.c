/* jours.c - days of a calendar: how many dates each has, and the first of them
 *
 * All dates of the days are read as bare moments; the words are asked of those that are shown.
 */

#include <inttypes.h>
#include <string.h>

#include "agenda/vues.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "web/reply.h"

/* Say Jours.N.seances.M of the dates whose place says ids and days: ID, then the day. */
static void
say_words(struct req *r, const struct jour *days, const char *shown)
{
	struct rows *d = db_rows(r,
		SQL("SELECT x.jour, e.id, o.titre, d.jour, e.rrule <> '', e.journee, d.debut,"
		    " (e.etat = 'annule' OR d.etat = 'annule'),"
		    " COALESCE((SELECT ty_.teinte FROM groupe_type ty_ WHERE ty_.cle ="
		    " IF(e.type <> '', e.type, g.type)), 6), " I_COME ", COALESCE(d.lieu, e.lieu),"
		    " e.lien FROM JSON_TABLE(?, '$[*]' COLUMNS (n FOR ORDINALITY, id BIGINT PATH"
		    " '$[0]', jour INT PATH '$[1]')) x JOIN evenement_date d ON d.id = x.id"
		    " JOIN evenement e ON e.id = d.evenement_id JOIN objet o ON o.id = e.id"
		    " LEFT JOIN groupe g ON g.id = e.groupe_id WHERE " SEES("o") " ORDER BY x.n"),
		I(r->user.id), S(shown), ME(r));
	int last = -1;
	unsigned n = 0;

	while (db_next(d, &r->mem)) {
		int day = (int) db_num(d, 0);
		struct row *s;
		bool whole = db_num(d, 5) != 0;

		n = day == last ? n + 1 : 0;
		last = day;
		s = row_in(days[day].row, arena_printf(&r->mem, "seances.%u", n));
		row_say(s, "titre", db_text(d, 2));
		row_say(s, "url",
			arena_printf(&r->mem,
				db_num(d, 4) != 0 ? "/agenda/%s?date=%s" : "/agenda/%s",
				db_text(d, 1), db_text(d, 3)));
		row_say(s, "heure", whole ? "" : text_hour(&r->mem, evenement_wall(db_text(d, 6))));
		row_say(s, "annule", db_text(d, 7));
		row_say(s, "teinte", db_text(d, 8));
		row_say(s, "mien", db_text(d, 9));
		row_say(s, "lieu",
			*db_text(d, 10) != '\0'         ? db_text(d, 10) :
				*db_text(d, 11) != '\0' ? "En ligne" :
							  "");
	}
}

static struct rows *
moments(struct req *r, const struct vue *v)
{
	if (vue_plain(v))
		return db_rows(r,
			SQL("SELECT d.id, d.debut, d.fin FROM evenement_date d WHERE" VUE_DATES
			    " ORDER BY d.debut, d.fin, d.liste_id, d.id"),
			VUE_DATES_BINDS(r, v));
	return db_rows(r,
		VUE_SQL(v, "SELECT d.id, d.debut, d.fin",
			" ORDER BY d.debut, d.fin, d.liste_id, d.id"),
		VUE_BINDS(r, v));
}

/* Count the dates of each of the days of V, and say the first MOST of each: how many in all, of the
 * days that count. */
int64_t
vue_say_days(struct req *r, const struct vue *v, struct jour *days, unsigned most)
{
	int64_t total = 0;
	int n = v->days;
	struct rows *d = moments(r, v);
	struct buffer *shown = arena_alloc(&r->mem, sizeof *shown * (size_t) n);
	struct buffer all = { &r->mem };
	const char *text;
	struct arena row = { 0 };

	for (int i = 0; i < n; i++)
		shown[i] = (struct buffer) { &r->mem };
	for (; db_next(d, &row); arena_reset(&row)) {
		int first = wall_days_between(v->first, evenement_wall(db_text(d, 1)));
		int last = wall_days_between(v->first, wall_at(clock_parse(db_text(d, 2)) - 1));

		last = last < first ? first : last;
		total += last >= v->before && first < v->before + v->counted;
		for (int i = first < 0 ? 0 : first; i < n && i <= last; i++)
			if (days[i].total++ < most)
				buffer_puts(&shown[i],
					arena_printf(
						&r->mem, ",[%" PRId64 ",%d]", db_num(d, 0), i));
	}
	arena_reset(&row);
	for (int i = 0; i < n; i++)
		buffer_puts(&all, buffer_text(&shown[i]));
	text = buffer_text(&all);
	say_words(r, days, arena_printf(&r->mem, "[%s]", *text == ',' ? text + 1 : text));
	for (int i = 0; i < n; i++) {
		row_say_int(days[i].row, "total", days[i].total);
		if (days[i].total > most)
			row_say_int(days[i].row, "autres", days[i].total - most);
	}
	return total;
}
