/* preferences.c - what I am told of, by which way, and when */

#include <stdlib.h>
#include <string.h>

#include "domain/notifications/lettre_sorte.h"
#include "domain/notifications/preference.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static const char *const days[] = { "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi",
	"Dimanche" };

/* Kinds are many: some are chosen on a page of their own, ?sur=agenda or actualites; else "". */
static const char *
sur(struct req *r)
{
	const char *asked = param(r, "sur");

	return strcmp(asked, "agenda") == 0 || strcmp(asked, "actualites") == 0 ? asked : "";
}

/* Is that kind chosen on this page, by who asks? */
static bool
is_here(struct req *r, const struct annonce *g)
{
	return g->pour <= r->user.level && strcmp(g->sur != NULL ? g->sur : "", sur(r)) == 0;
}

static bool
has_letters(struct req *r)
{
	return strcmp(sur(r), "actualites") == 0;
}

/* Genres.N.{nom, libelle, canaux.N.{cle, nom, choisi}}: those that concern who asks. */
static void
say_grid(struct req *r)
{
	const struct annonce *g;
	int n = 0;

	for (unsigned k = 0; (g = annonce_nth(k)) != NULL; k++) {
		struct row *row;
		int bits = preference(r, r->user.id, g), i = 0;

		if (!is_here(r, g))
			continue;
		row = row_nth(r, "genres", n++);
		row_say(row, "nom", g->nom);
		row_say(row, "libelle", g->libelle);
		for (const struct canal *c = canaux; c->bit != 0; c++, i++) {
			row_say(row, arena_printf(&r->mem, "canaux.%d.nom", i), c->nom);
			row_say_int(row, arena_printf(&r->mem, "canaux.%d.choisi", i),
				(bits & c->bit) != 0);
		}
	}
}

static const char *
hour(struct req *r, int h)
{
	return h < 0 ? "" : arena_printf(&r->mem, "%02d:00", h);
}

static void
say_rythme(struct req *r)
{
	struct rythme y = preference_rythme(r, r->user.id);

	say(r, "rythme.frequence", y.chaque_jour ? "jour" : "semaine");
	say_int(r, "rythme.jour", y.jour);
	say(r, "rythme.heure", hour(r, y.heure));
	say(r, "rythme.calme_de", hour(r, y.calme_de));
	say(r, "rythme.calme_a", hour(r, y.calme_a));
	say_int(r, "rythme.discret", y.discret);
	if (r->invalid)
		return;
	form_value(r, "frequence", said(r, "rythme.frequence"));
	form_value(r, "jour", said(r, "rythme.jour"));
	form_value(r, "heure", said(r, "rythme.heure"));
	form_value(r, "calme_de", said(r, "rythme.calme_de"));
	form_value(r, "calme_a", said(r, "rythme.calme_a"));
	form_value(r, "discret", y.discret ? "1" : "");
}

static void
say_options(struct req *r)
{
	for (int i = 0; i < 7; i++) {
		struct row *d = row_nth(r, "Jours", i);

		row_say_int(d, "valeur", i + 1);
		row_say(d, "libelle", days[i]);
		if (said(r, "Form.jour.value")[0] == '1' + i)
			row_say(d, "choisi", "1");
	}
	say(r, "Frequences.0.valeur", "semaine");
	say(r, "Frequences.0.libelle", "Chaque semaine");
	say(r, "Frequences.1.valeur", "jour");
	say(r, "Frequences.1.libelle", "Chaque jour");
	say(r,
		strcmp(said(r, "Form.frequence.value"), "jour") == 0 ? "Frequences.1.choisi" :
								       "Frequences.0.choisi",
		"1");
}

static int
preferences_show(struct req *r)
{
	if (!r->invalid)
		say_grid(r);
	say_rythme(r);
	say_options(r);
	say(r, "Sur", sur(r));
	if (has_letters(r) && !r->invalid)
		lettre_sortes_say(r, "Sortes", r->user.id);
	title(r, "Être prévenu-e");
	return page(r, "notifications/preferences.cs");
}

/* The hour of "18:00" or "18"; -1: empty; -2: no whole hour. */
static int
read_hour(const char *text)
{
	char *end;
	long h = strtol(text, &end, 10);

	if (*text == '\0')
		return -1;
	return end != text && (*end == '\0' || strcmp(end, ":00") == 0) && h >= 0 && h < 24 ?
		(int) h :
		-2;
}

static bool
read_rythme(struct req *r, struct rythme *y)
{
	const char *frequence = "semaine", *jour = "1", *heure = "", *from = "", *to = "";
	const struct field fields[] = {
		{ "frequence", CHOICE(&frequence), REQUIRED, .choices = "semaine|jour" },
		{ "jour", CHOICE(&jour), REQUIRED, .choices = "1|2|3|4|5|6|7" },
		{ "heure", LINE(&heure), REQUIRED, .max = 8 },
		{ "calme_de", LINE(&from), .max = 8 },
		{ "calme_a", LINE(&to), .max = 8 },
		{ "discret", YES(&y->discret) },
		{ 0 },
	};

	form_read(r, fields);
	y->chaque_jour = strcmp(frequence, "jour") == 0;
	y->jour = *jour - '0';
	y->heure = read_hour(heure);
	y->calme_de = read_hour(from);
	y->calme_a = read_hour(to);
	if (y->heure < 0 && *heure != '\0')
		form_error(r, "heure", "Écrivez une heure entière, par exemple 18:00.");
	if (y->calme_de == -2)
		form_error(r, "calme_de", "Écrivez une heure entière, par exemple 21:00.");
	if (y->calme_a == -2)
		form_error(r, "calme_a", "Écrivez une heure entière, par exemple 8:00.");
	if ((y->calme_de == -1) != (y->calme_a == -1))
		form_error(r, y->calme_de == -1 ? "calme_de" : "calme_a",
			"Donnez les deux heures, ou aucune.");
	return !r->invalid;
}

/* The boxes that are ticked: "mention.courriel=1". */
static int
ticked(struct req *r, const struct annonce *g)
{
	int bits = 0;

	for (const struct canal *c = canaux; c->bit != 0; c++)
		if (*param(r, arena_printf(&r->mem, "%s.%s", g->nom, c->nom)) == '1')
			bits |= c->bit;
	return bits;
}

/* The grid as it was sent, when something else of the form is refused. */
static void
say_ticked(struct req *r)
{
	say_grid(r);
	lettre_sortes_say(r, "Sortes", r->user.id);
	for (struct row *s = row_first(r, "Sortes"); s != NULL; s = row_next(s))
		row_say_int(s, "voulue",
			*param(r, arena_printf(&r->mem, "lettre.%s", row_text(s, "cle"))) == '1');
	for (struct row *row = row_first(r, "genres"); row != NULL; row = row_next(row)) {
		int bits = ticked(r, annonce_find(row_text(row, "nom"))), i = 0;

		for (const struct canal *c = canaux; c->bit != 0; c++, i++)
			row_say_int(row, arena_printf(&r->mem, "canaux.%d.choisi", i),
				(bits & c->bit) != 0);
	}
}

/* The kinds of letters as they are ticked: "lettre.info=1". */
static void
save_letters(struct req *r)
{
	lettre_sortes_say(r, "Sortes", r->user.id);
	for (struct row *s = row_first(r, "Sortes"); s != NULL; s = row_next(s)) {
		const char *cle = row_text(s, "cle");

		if (*param(r, arena_printf(&r->mem, "lettre.%s", cle)) == '1')
			lettre_sorte_take(r, r->user.id, cle);
		else
			lettre_sorte_leave(r, r->user.id, cle);
	}
}

static int
preferences_save(struct req *r)
{
	const struct annonce *g;
	struct rythme y = { 0 };

	if (!read_rythme(r, &y)) {
		say_ticked(r);
		return preferences_show(r);
	}
	for (unsigned k = 0; (g = annonce_nth(k)) != NULL; k++)
		if (is_here(r, g))
			preference_set(r, r->user.id, g, ticked(r, g));
	preference_rythme_set(r, r->user.id, &y);
	if (*param(r, "lettres") == '1')
		save_letters(r);
	journal(r, "notifications.choix", r->user.id, NULL, NULL);
	return redirect(r, "/notifications/preferences?fait=notifications%s%s",
		*sur(r) != '\0' ? "&sur=" : "", sur(r));
}

const struct route notifications_preferences_routes[] = {
	{ GET, "preferences", PROSPECT, preferences_show },
	{ POST, "preferences", PROSPECT, preferences_save },
	{ 0 },
};
