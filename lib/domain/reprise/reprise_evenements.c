/* reprise_evenements.c - events that took place before Essaim: nobody is told of them */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/agenda/evenement.h"
#include "domain/reprise/reprise.h"

enum { TITRE, DEBUT, FIN, LIEU, POSTAL, GROUPE, VISIBLE, TEXTE };

/* "12/05/2024 18:30", "2024-05-12T18h30" as UTC; false: it is no moment.  *DAY: without an hour. */
static bool
moment(struct req *r, const char *cell, const char **utc, bool *day)
{
	size_t n = strcspn(cell, " T");
	const char *ymd, *hour = cell + n + (cell[n] != '\0');
	int h = 0, m = 0, used = 0;
	struct wall w;
	time_t t;

	if (!reprise_day(r, arena_printf(&r->mem, "%.*s", (int) n, cell), &ymd))
		return false;
	*day = *hour == '\0';
	if (!*day &&
		(sscanf(hour, "%2d%n%*[:hH]%n%2d%n", &h, &used, &used, &m, &used) < 1 ||
			hour[used + strspn(hour + used, ":0")] != '\0' || h < 0 || h > 23 ||
			m < 0 || m > 59))
		return false;
	if (!wall_read(arena_printf(&r->mem, "%sT%02d:%02d", ymd, h, m), &w) ||
		wall_instant(w, &t) == WALL_NEVER)
		return false;
	*utc = clock_sql(&r->mem, t);
	return true;
}

/* When it was; NULL, or why it cannot be that. */
static const char *
when(struct req *r, const struct reprise_ligne *l, struct evenement *e)
{
	bool day, till_day;

	if (!moment(r, l->cells[DEBUT], &e->debut, &day))
		return "«\u00A0Début\u00A0» n’est pas une date (12/05/2024 18:30).";
	if (*l->cells[FIN] == '\0') {
		time_t t = clock_parse(e->debut);

		e->fin = clock_sql(&r->mem,
			day ? clock_parse(evenement_utc(r, wall_add_days(wall_at(t), 1))) :
			      t + 7200);
	} else if (!moment(r, l->cells[FIN], &e->fin, &till_day) || till_day != day) {
		return "«\u00A0Fin\u00A0» n’est pas une date comme «\u00A0Début\u00A0».";
	} else if (day) {
		e->fin = evenement_utc(r, wall_add_days(wall_at(clock_parse(e->fin)), 1));
	}
	e->journee = day;
	if (strcmp(e->debut, e->fin) >= 0)
		return "La fin est avant le début.";
	return strcmp(e->fin, clock_sql(&r->mem, clock_now())) < 0 ?
		NULL :
		"Cet événement n’est pas passé\u00A0: créez-le dans l’agenda.";
}

/* Who sees it; false: a word that says nothing. */
static bool
seen(const char *cell, struct evenement *e)
{
	static const char *const words[][2] = { { "", "benevoles" }, { "tout le monde", "public" },
		{ "benevoles", "benevoles" }, { "groupe", "groupes" } };
	struct arena a = { 0 };
	const char *folded = text_fold(&a, cell);
	bool found = false;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(folded, words[i][0]) == 0) {
			e->visibilite = words[i][1];
			found = true;
		}
	arena_reset(&a);
	return found;
}

static const char *
make(struct req *r, struct reprise_ligne *l)
{
	struct evenement e = evenement_new();
	const char *why = when(r, l, &e);

	if (why != NULL || (e.groupe = reprise_groupe(r, l->cells[GROUPE], &why)) == 0)
		return why;
	if (!seen(l->cells[VISIBLE], &e))
		return "«\u00A0Visible par\u00A0»\u00A0: Bénévoles, Groupe ou Tout le monde.";
	e.titre = text_cut(&r->mem, text_line(&r->mem, l->cells[TITRE]), 120);
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM evenement e JOIN objet o ON o.id = e.id"
			" WHERE o.titre = ? AND e.debut = ? AND e.groupe_id = ?"
			" AND e.supprime_le IS NULL"),
		    S(e.titre), S(e.debut), I(e.groupe)))
		return NULL; /* it is there */
	e.texte = text_cut(&r->mem, l->cells[TEXTE], 10000);
	e.lieu = text_cut(&r->mem, text_line(&r->mem, l->cells[LIEU]), 300);
	e.code_postal = strlen(l->cells[POSTAL]) <= 10 ? l->cells[POSTAL] : "";
	e.mode = "aucune";
	e.groupes[0] = e.groupe;
	l->cree[l->n] = evenement_create(r, &e);
	evenement_publish(r, l->cree[l->n++]);
	return NULL;
}

const struct reprise_genre reprise_evenements = {
	"evenements",
	"Événements passés",
	"un événement",
	{ { "Titre", "Ce que c’était", "Soirée d’accueil", true },
		{ "Début",
			"La date et l’heure\u00A0: 12/05/2024 18:30. Sans heure\u00A0: la journée",
			"12/05/2024 18:30", true },
		{ "Fin", "La date et l’heure. Vide\u00A0: deux heures après", "12/05/2024 20:30" },
		{ "Lieu", "L’adresse", "Maison des associations, Dijon" },
		{ "Code postal", "Cinq chiffres", "21000" },
		{ "Groupe", "Qui l’a organisé, par son nom", "Groupe local de Dijon", true },
		{ "Visible par", "Bénévoles, Groupe ou Tout le monde. Vide\u00A0: Bénévoles",
			"Bénévoles" },
		{ "Description", "Ce qui s’y est fait",
			"Trente personnes, dont douze nouvelles." } },
	make,
	evenement_delete,
};
