/* serie.c - how an event repeats: the choices of the form, and the rule that they make */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/buffer.h"
#include "base/recur.h"
#include "base/text.h"
#include "web/form.h"

static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* 0 is Monday. */
static int
weekday(struct wall w)
{
	int n = wall_days_between((struct wall) { .year = 2024, .month = 1, .day = 1 }, w) % 7;

	return n < 0 ? n + 7 : n;
}

/* What a repetition by months says of its day: the 12th, the 2nd Tuesday, the last Tuesday, the
 * last day. */
static void
put_month(struct req *r, struct buffer *rule, const char *mois, struct wall start)
{
	const char *day = codes[weekday(start)];

	if (strcmp(mois, "rang") == 0)
		buffer_puts(rule, arena_printf(&r->mem, ";BYDAY=%d%s", (start.day + 6) / 7, day));
	else if (strcmp(mois, "dernier") == 0)
		buffer_puts(rule, arena_printf(&r->mem, ";BYDAY=-1%s", day));
	else if (strcmp(mois, "dernier_jour") == 0)
		buffer_puts(rule, ";BYMONTHDAY=-1");
	else
		buffer_puts(rule, arena_printf(&r->mem, ";BYMONTHDAY=%d", start.day));
}

static void
put_week(struct req *r, struct buffer *rule)
{
	const char *day;
	bool some = false;

	for (unsigned i = 0; (day = param_nth(r, "jours", i)) != NULL && i < 7; i++) {
		for (unsigned c = 0; c < 7; c++)
			if (strcmp(day, codes[c]) == 0) {
				buffer_puts(rule, some ? "," : ";BYDAY=");
				buffer_puts(rule, day);
				some = true;
			}
	}
}

struct choix {
	const char *repete, *mois, *finit, *jusque;
	int64_t tous, nombre;
};

static bool
read_choices(struct req *r, struct choix *c)
{
	const struct field fields[] = {
		{ "repete", CHOICE(&c->repete), .choices = "jour|semaine|mois|annee|regle" },
		{ "tous", NUMBER(&c->tous), .min = 1, .max = 52 },
		{ "mois", CHOICE(&c->mois), .choices = "date|rang|dernier|dernier_jour" },
		{ "finit", CHOICE(&c->finit), .choices = "jamais|jour|nombre" },
		{ "serie_jusque", LINE(&c->jusque), .max = 20 },
		{ "serie_nombre", NUMBER(&c->nombre), .min = 1, .max = 99999 },
		{ 0 },
	};
	bool good = form_read(r, fields);

	if (*c->jusque != '\0' && (c->jusque = text_iso(&r->mem, c->jusque)) == NULL) {
		form_error(r, "serie_jusque", "Donnez un jour, par exemple 14/09/2026.");
		return false;
	}
	/* What was filled is meant, whichever button of the three stands pressed. */
	if (strcmp(c->finit, "") == 0)
		c->finit = *c->jusque != '\0' ? "jour" : c->nombre > 0 ? "nombre" : "jamais";
	if (strcmp(c->finit, "jour") == 0 && *c->jusque == '\0' && good)
		form_error(r, "serie_jusque", "Donnez le dernier jour de la série.");
	if (strcmp(c->finit, "nombre") == 0 && c->nombre == 0 && good)
		form_error(r, "serie_nombre", "Donnez le nombre de dates.");
	return !r->invalid;
}

/* The rule that the choices make. */
static const char *
made_rule(struct req *r, const struct choix *c, struct wall start)
{
	static const struct {
		const char *repete, *freq;
	} all[] = { { "jour", "DAILY" }, { "semaine", "WEEKLY" }, { "mois", "MONTHLY" },
		{ "annee", "YEARLY" } };
	struct buffer rule = { &r->mem };

	if (strcmp(c->repete, "regle") == 0)
		return param(r, "regle");
	for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i].repete, c->repete) == 0)
			buffer_puts(&rule, arena_printf(&r->mem, "FREQ=%s", all[i].freq));
	if (rule.n == 0)
		return "";
	if (c->tous > 1)
		buffer_puts(&rule, arena_printf(&r->mem, ";INTERVAL=%" PRId64, c->tous));
	if (strcmp(c->repete, "semaine") == 0)
		put_week(r, &rule);
	if (strcmp(c->repete, "mois") == 0)
		put_month(r, &rule, c->mois, start);
	if (strcmp(c->finit, "nombre") == 0)
		buffer_puts(&rule, arena_printf(&r->mem, ";COUNT=%" PRId64, c->nombre));
	if (strcmp(c->finit, "jour") == 0)
		buffer_puts(&rule,
			arena_printf(&r->mem, ";UNTIL=%.4s%.2s%.2s", c->jusque, c->jusque + 5,
				c->jusque + 8));
	return buffer_text(&rule);
}

/* Why a series of that rule would not be what one expects; NULL: it is. */
static const char *
rule_refused(struct wall start, const char *rule)
{
	if (start.month == 2 && start.day == 29 && strncmp(rule, "FREQ=YEARLY", 11) == 0)
		return "Le 29\u00A0février ne revient que tous les quatre ans\u00A0: faites"
		       " commencer la série le 28\u00A0février ou le 1er\u00A0mars.";
	return NULL;
}

/* How E, whose days were read, repeats: `rrule`, or the choices of the form.  What was not sent at
 * all stays as it was. */
bool
agenda_read_rule(struct req *r, struct evenement *e)
{
	struct choix c = { "", "date", "", "", 1, 0 };
	struct wall start = evenement_wall(e->debut);
	const char *text = param(r, "rrule"), *why;
	char *rule;

	if (*text == '\0') {
		if (!agenda_sent(r, "rrule") && !agenda_sent(r, "repete"))
			text = e->rrule;
		else if (!read_choices(r, &c))
			return false;
		else
			text = made_rule(r, &c, start);
	}
	why = recur_read(&r->mem, text, start, &rule);
	if (why == NULL)
		why = rule_refused(start, rule);
	if (why != NULL)
		form_error(r, "rrule", why);
	e->rrule = rule;
	return why == NULL;
}

/* ---- shown ---- */

/* The value of that part of a rule; "": it has none. */
static const char *
part(struct req *r, const char *rule, const char *name)
{
	const char *at = strstr(rule, arena_printf(&r->mem, "%s=", name));

	if (at == NULL || (at != rule && at[-1] != ';'))
		return "";
	at += strlen(name) + 1;
	return arena_printf(&r->mem, "%.*s", (int) strcspn(at, ";"), at);
}

static const char *
shown_month(struct req *r, const char *rule)
{
	const char *byday = part(r, rule, "BYDAY");

	if (strcmp(part(r, rule, "BYMONTHDAY"), "-1") == 0)
		return "dernier_jour";
	return *byday == '-' ? "dernier" : *byday != '\0' ? "rang" : "date";
}

/* Can the choices make it? */
static bool
of_choices(struct req *r, const char *rule)
{
	const char *freq = part(r, rule, "FREQ"), *byday = part(r, rule, "BYDAY");

	if (strcmp(freq, "MONTHLY") == 0)
		return strchr(byday, ',') == NULL &&
			(*byday == '\0' || strchr("-12345", *byday) != NULL) &&
			(*byday != '-' || byday[1] == '1');
	return strcmp(freq, "WEEKLY") == 0 || *byday == '\0';
}

static const char *
shown_frequency(struct req *r, const char *rule)
{
	const char *freq = part(r, rule, "FREQ");

	if (*rule == '\0')
		return "";
	if (!of_choices(r, rule))
		return "regle";
	return strcmp(freq, "DAILY") == 0    ? "jour" :
		strcmp(freq, "WEEKLY") == 0  ? "semaine" :
		strcmp(freq, "MONTHLY") == 0 ? "mois" :
					       "annee";
}

static void
show_days(struct req *r, const char *byday)
{
	static const char *const names[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi",
		"samedi", "dimanche" };

	for (int i = 0; i < 7; i++) {
		struct row *day = row_nth(r, "Jours", i);
		bool chosen = strstr(byday, codes[i]) != NULL;

		for (unsigned n = 0; r->method == POST && param_nth(r, "jours", n) != NULL; n++)
			chosen = chosen || strcmp(param_nth(r, "jours", n), codes[i]) == 0;
		row_say(day, "valeur", codes[i]);
		row_say(day, "libelle", names[i]);
		if (chosen)
			row_say(day, "choisi", "1");
	}
}

/* The choices of the form, as E's rule has them; of a form that was sent, as they were sent. */
void
agenda_show_rule(struct req *r, const struct evenement *e)
{
	const char *until = part(r, e->rrule, "UNTIL");

	show_days(r, part(r, e->rrule, "BYDAY"));
	form_value(r, "regle", e->rrule);
	if (r->method == POST)
		return;
	form_value(r, "repete", shown_frequency(r, e->rrule));
	form_value(r, "tous", part(r, e->rrule, "INTERVAL"));
	form_value(r, "mois", shown_month(r, e->rrule));
	form_value(r, "serie_nombre", part(r, e->rrule, "COUNT"));
	if (*until != '\0')
		form_value(r, "serie_jusque",
			arena_printf(&r->mem, "%.4s-%.2s-%.2s", until, until + 4, until + 6));
	form_value(r, "finit",
		*until != '\0'                              ? "jour" :
			*part(r, e->rrule, "COUNT") != '\0' ? "nombre" :
							      "jamais");
}
