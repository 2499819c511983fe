/* moments.c - from when to when, as forms send it and as they show it */

#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "web/form.h"

/* The day that was typed, whatever hour follows it; NULL: it is none. */
static const char *
a_day(struct req *r, const char *text)
{
	const char *iso = text_iso(&r->mem, text);

	if (iso != NULL || read_when(r, text, &(struct field) { .into = &iso }) != NULL)
		return iso;
	return arena_printf(&r->mem, "%.10s", iso);
}

/* NAME of the form as the wall shows it. */
static bool
read_wall(struct req *r, const char *name, bool journee, struct wall *w)
{
	const char *text = param(r, name), *iso = NULL, *why = NULL;

	form_value(r, name, text);
	if (*text == '\0')
		why = "Donnez un jour et une heure.";
	else if (journee && (iso = a_day(r, text)) == NULL)
		why = "Donnez un jour, par exemple 14/09/2026.";
	else if (!journee && text_iso(&r->mem, text) != NULL && strlen(text) <= 10)
		why = "Donnez aussi l’heure, ou cochez «\u00A0Toute la journée\u00A0».";
	else if (!journee)
		why = read_when(r, text, &(struct field) { .into = &iso });
	if (why == NULL && (!wall_read(iso, w) || w->year < 2000 || w->year > 2100))
		why = "Donnez une année entre 2000 et 2100.";
	if (why != NULL)
		form_error(r, name, why);
	else
		form_value(r, name, iso); /* what the field of a browser takes */
	return why == NULL;
}

/* The instant that the wall shows; an hour that a night leaves out is refused, one that comes twice
 * is the first time after the instant AFTER. */
static bool
read_instant(
	struct req *r, const char *name, struct wall w, time_t after, time_t *t, const char **avis)
{
	enum wall_is is = wall_instant(w, t);
	struct wall shown = wall_at(*t);

	if (is == WALL_NEVER) {
		form_error(r, name,
			arena_printf(&r->mem,
				"Cette nuit-là, on passe de %s à %s\u00A0: %s n’existe pas."
				" Écrivez %s, ou une autre heure.",
				text_hour(&r->mem, (struct wall) { .hour = w.hour }),
				text_hour(&r->mem, (struct wall) { .hour = shown.hour }),
				text_hour(&r->mem, w), text_hour(&r->mem, shown)));
		return false;
	}
	if (is == WALL_TWICE && *t <= after)
		*t += 3600;
	else if (is == WALL_TWICE)
		*avis = "deux-fois";
	return true;
}

/* Why nothing goes from A to B; NULL: it may. */
static const char *
span_refused(struct req *r, struct wall a, struct wall b, time_t from, time_t to)
{
	if (to < from)
		return "La fin est avant le début\u00A0: changez l’un des deux.";
	if (to == from)
		return "La fin est au moment du début\u00A0: donnez une heure plus tard.";
	if (wall_days_between(a, b) > EVENEMENT_JOURS)
		return arena_printf(&r->mem,
			"Un événement dure au plus %d\u00A0jours\u00A0: pour plus long, faites-en"
			" une série.",
			EVENEMENT_JOURS);
	return NULL;
}

/* The fields debut and fin, of whole days or not, as DEBUT and FIN in UTC; AVIS: the code of what
 * the page then says of them, or unchanged. */
bool
agenda_read_span(
	struct req *r, bool journee, const char **debut, const char **fin, const char **avis)
{
	struct wall a, b;
	time_t from, to;
	const char *why;
	bool alone = journee && *param(r, "fin") == '\0', good = read_wall(r, "debut", journee, &a);

	if (alone)
		b = a;
	else
		good = read_wall(r, "fin", journee, &b) && good;
	if (!good)
		return false;
	if (journee)
		b = wall_add_days(b, 1);
	if (!read_instant(r, "debut", a, 0, &from, avis) ||
		!read_instant(r, "fin", b, from, &to, avis))
		return false;
	if ((why = span_refused(r, a, b, from, to)) != NULL) {
		form_error(r, "fin", why);
		return false;
	}
	if (to < clock_now())
		*avis = "passe";
	*debut = clock_sql(&r->mem, from);
	*fin = clock_sql(&r->mem, to);
	return true;
}

/* The fields, as the form shows them. */
void
agenda_show_span(struct req *r, const char *debut, const char *fin, bool journee)
{
	struct wall a, b;

	if (*debut == '\0')
		return;
	a = evenement_wall(debut);
	b = evenement_wall(fin);
	form_value(r, "debut", journee ? wall_ymd(&r->mem, a) : wall_iso(&r->mem, a));
	form_value(
		r, "fin", journee ? wall_ymd(&r->mem, wall_add_days(b, -1)) : wall_iso(&r->mem, b));
}
