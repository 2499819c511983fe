/* filtre_mesure.c - criteria that are no field of a person: what the figures of the dashboard count
 * by */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/filtre_mesure.h"

enum {
	PROFIL = 1,
	GROUPE,
	DEPARTEMENT,
	AGE,
	ANCIENNETE,
	MISSIONS,
	COMPTE,
	REPONSE,
	ARRIVEE,
	DEPART
};

const struct tranche ages[] = { { "moins-18", 0, 17 }, { "18-25", 18, 25 }, { "26-35", 26, 35 },
	{ "36-50", 36, 50 }, { "51-65", 51, 65 }, { "plus-65", 66, -1 }, { 0 } };
const struct tranche anciennetes[] = { { "moins-1", 0, 0 }, { "1-2", 1, 2 }, { "3-5", 3, 5 },
	{ "6-10", 6, 10 }, { "plus-10", 11, -1 }, { 0 } };

static const struct option profils[] = { { "benevole", "Bénévole" },
	{ "prospect", "Sympathisant-e" }, { "salarie", "Équipe salariée" },
	{ "ancien", "Ancien-ne bénévole" }, { "autre", "Sans accès à l’espace" } };
static const struct option ages_[] = { { "moins-18", "Moins de 18 ans" },
	{ "18-25", "18 à 25 ans" }, { "26-35", "26 à 35 ans" }, { "36-50", "36 à 50 ans" },
	{ "51-65", "51 à 65 ans" }, { "plus-65", "Plus de 65 ans" }, { "inconnu", "Âge inconnu" } };
static const struct option anciennetes_[] = { { "moins-1", "Moins d’un an" },
	{ "1-2", "1 à 2 ans" }, { "3-5", "3 à 5 ans" }, { "6-10", "6 à 10 ans" },
	{ "plus-10", "Plus de 10 ans" }, { "aucune", "Jamais de mission" } };
static const struct option missions[] = { { "0", "Aucune mission" }, { "1", "Une mission" },
	{ "2", "Deux missions" }, { "3", "Trois missions ou plus" } };
static const struct option comptes[] = { { "oui", "Compte créé" }, { "non", "Sans compte" } };
static const struct option reponses[] = { { "attente", "Sans réponse" } };

#define OPTIONS(a) .options = a, .n_options = sizeof a / sizeof *a
#define MESURE(n, cle_, libelle_, aide_, ...) \
	{ .id = -n, \
		.cle = cle_, \
		.libelle = libelle_, \
		.aide = aide_, \
		.bloc = "mesure", \
		.type = "choix", \
		.colonne = "", \
		.genre = G_CHOIX, \
		__VA_ARGS__ }

/* .lecture is the least level; that of the field a criterion tells of counts where it is higher. */
static const struct {
	struct champ champ;
	const char *source; /* key of that field, or NULL */
	bool former;        /* who asks by it means those who left too */
} tout[MESURES] = {
	{ MESURE(PROFIL, "par-profil", "Profil", "", .lecture = 1, OPTIONS(profils)), "statut",
		true },
	{ MESURE(GROUPE, "par-groupe", "Groupe, avec ceux qui en dépendent", "", .lecture = 1),
		"groupe", false },
	{ MESURE(DEPARTEMENT, "par-departement", "Département", "", .lecture = 1), "code_postal",
		false },
	{ MESURE(AGE, "par-age", "Tranche d’âge", "", .lecture = 1, OPTIONS(ages_)),
		"date_naissance", false },
	{ MESURE(ANCIENNETE, "par-anciennete", "Ancienneté", "", .lecture = 1,
		  OPTIONS(anciennetes_)),
		NULL, false },
	{ MESURE(MISSIONS, "par-missions", "Nombre de missions", "", .lecture = 1,
		  OPTIONS(missions)),
		NULL, false },
	{ MESURE(COMPTE, "par-compte", "Compte sur la plateforme", "", .lecture = 3,
		  OPTIONS(comptes)),
		NULL, false },
	{ MESURE(REPONSE, "par-reponse", "Sympathisant-e-s", "", .lecture = 3, OPTIONS(reponses)),
		"statut", false },
	{ MESURE(ARRIVEE, "par-arrivee", "Arrivée", "", .lecture = 1), NULL, true },
	{ MESURE(DEPART, "par-depart", "Départ", "", .lecture = 1), "statut", true },
};

/* All of them, MESURES many, with the levels that the model gives them. */
const struct champ *
mesures_of(struct req *r, const struct modele *m)
{
	struct champ *all = arena_alloc(&r->mem, sizeof *all * MESURES);

	for (int i = 0; i < MESURES; i++) {
		const struct champ *source =
			tout[i].source != NULL ? champ_find(m, tout[i].source) : NULL;

		all[i] = tout[i].champ;
		if (source != NULL && source->lecture > all[i].lecture)
			all[i].lecture = source->lecture;
		else if (source == NULL && tout[i].source != NULL)
			all[i].lecture = 4;
	}
	return all;
}

const struct champ *
mesure_find(struct req *r, const struct modele *m, const char *cle)
{
	for (int i = 0; i < MESURES; i++)
		if (strcmp(tout[i].champ.cle, cle) == 0)
			return &mesures_of(r, m)[i];
	return NULL;
}

bool
mesure_is(const struct champ *c)
{
	return c->id < 0;
}

bool
mesure_former(const struct champ *c)
{
	return mesure_is(c) && tout[-c->id - 1].former;
}

/* The index of contact that holds the people of one value in the order of names; NULL: none. */
const char *
mesure_index(const struct champ *c)
{
	return c->id == -DEPARTEMENT ? "departement" : NULL;
}

/* The day it is at the site, as SQL reads it. */
const char *
mesure_today(struct req *r)
{
	return text_iso_at(&r->mem, clock_now());
}

/* ---- values ---- */

/* "2026-10", "2026-08-26" (since that day), each with ":GROUP" or not. */
struct moment {
	const char *from, *to; /* first day, first day after; TO NULL: no end */
	int64_t groupe;        /* 0: anywhere */
};

static bool
read_moment(struct req *r, const char *value, struct moment *m)
{
	int y, mo, d = 1, n = 0;
	bool day = sscanf(value, "%4d-%2d-%2d%n", &y, &mo, &d, &n) == 3;

	if (!day && sscanf(value, "%4d-%2d%n", &y, &mo, &n) != 2)
		return false;
	if (y < 1900 || y > 2999 || mo < 1 || mo > 12 || d < 1 || d > 31 ||
		(value[n] != '\0' && value[n] != ':'))
		return false;
	m->from = text_ymd(&r->mem, y, mo, d);
	m->to = day ? NULL : text_ymd(&r->mem, y + mo / 12, mo % 12 + 1, 1);
	m->groupe = value[n] == ':' ? strtoll(value + n + 1, NULL, 10) : 0;
	return true;
}

/* A group that the reader sees; NULL: none such. */
static const struct groupe_court *
told_group(struct req *r, const struct modele *m, int64_t id)
{
	return groupe_seen(r, id) ? groupe_find(m, id) : NULL;
}

static const char *
moment_label(struct req *r, const struct modele *m, const char *what, const char *value)
{
	struct moment at;
	const struct groupe_court *g;
	const char *day;

	if (!read_moment(r, value, &at))
		return value;
	g = at.groupe != 0 ? told_group(r, m, at.groupe) : NULL;
	day = text_day(&r->mem, at.from);
	return arena_printf(&r->mem, "%s %s %s%s%s", what, at.to != NULL ? "en" : "depuis le",
		at.to != NULL && strchr(day, ' ') != NULL ? strchr(day, ' ') + 1 : day,
		g != NULL ? ", " : "", g != NULL ? g->titre : "");
}

/* What the reader is told of VALUE. */
const char *
mesure_label(struct req *r, const struct modele *m, const struct champ *c, const char *value)
{
	const struct groupe_court *g;

	switch (-c->id) {
	case GROUPE:
		g = told_group(r, m, strtoll(value, NULL, 10));
		return g != NULL ? arena_printf(&r->mem, "%s et ses équipes", g->titre) : value;
	case DEPARTEMENT:
		return strcmp(value, "00") == 0 ?
			"Hors de France, ou inconnu" :
			db_string(r,
				SQL("SELECT COALESCE((SELECT nom FROM departement"
				    " WHERE code = ?), ?)"),
				S(value), S(value));
	case ARRIVEE: return moment_label(r, m, "Arrivée", value);
	case DEPART: return moment_label(r, m, "Départ", value);
	default: return champ_label(c, value);
	}
}

/* ---- conditions ---- */

/* The memberships of the person that a criterion speaks of: of that group with those below, as far
 * as they count in its figures; of all groups that count when it is 0. */
static void
put_memberships(struct req *r, struct query *q, int64_t groupe)
{
	put(q, " FROM membre m_ WHERE m_.contact_id = c.id AND m_.groupe_id IN (");
	buffer_puts(&q->text, groupes_counted(r, groupe));
	put(q, ")");
}

static void
put_group(struct req *r, struct query *q, int64_t groupe)
{
	put(q, "EXISTS (SELECT 1");
	put_memberships(r, q, groupe != 0 ? groupe : -1); /* a word that is no number is no group */
	put(q, " AND m_.fin IS NULL)");
}

static const struct tranche *
find(const struct tranche *all, const char *value)
{
	for (; all->cle != NULL; all++)
		if (strcmp(all->cle, value) == 0)
			return all;
	return NULL;
}

/* The day that DATE gives is so many complete years away. */
static void
put_tranche(struct req *r, struct query *q, const char *date, const struct tranche *t)
{
	put(q, "(");
	buffer_puts(&q->text, date);
	put(q, " IS NOT NULL");
	if (t->least > 0) {
		put(q, " AND ");
		buffer_puts(&q->text, date);
		put(q, " <= ? - INTERVAL ? YEAR", S(mesure_today(r)), I(t->least));
	}
	if (t->most >= 0) {
		put(q, " AND ");
		buffer_puts(&q->text, date);
		put(q, " > ? - INTERVAL ? YEAR", S(mesure_today(r)), I(t->most + 1));
	}
	put(q, ")");
}

/* The day of the first membership that counts. */
static const char *
premiere(struct req *r)
{
	struct query q = { .text = { &r->mem } };

	put(&q, "(SELECT MIN(m_.debut)");
	put_memberships(r, &q, 0);
	put(&q, ")");
	return buffer_text(&q.text);
}

static void
put_age(struct req *r, struct query *q, const char *value)
{
	const struct tranche *t = find(ages, value);

	if (t != NULL)
		put_tranche(r, q, "c.date_naissance", t);
	else if (strcmp(value, "inconnu") == 0)
		put(q, "c.date_naissance IS NULL");
	else
		put(q, "FALSE");
}

static void
put_seniority(struct req *r, struct query *q, const char *value)
{
	const struct tranche *t = find(anciennetes, value);

	if (t != NULL) {
		put_tranche(r, q, premiere(r), t);
	} else if (strcmp(value, "aucune") == 0) {
		buffer_puts(&q->text, premiere(r));
		put(q, " IS NULL");
	} else {
		put(q, "FALSE");
	}
}

static void
put_profile(struct query *q, const char *value)
{
	static const struct {
		const char *cle, *sql;
	} all[] = {
		{ "benevole", "c.acces = 2" },
		{ "prospect", "c.acces = 1" },
		{ "salarie", "c.acces = 3" },
		{ "ancien", "(c.acces = 0 AND c.statut = 'ancien')" },
		{ "autre", "(c.acces = 0 AND c.statut <> 'ancien')" },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i].cle, value) == 0) {
			buffer_puts(&q->text, all[i].sql);
			return;
		}
	put(q, "FALSE");
}

/* The first mission began, or the last of all ended, at that time. */
static void
put_moment(struct req *r, struct query *q, const char *value, bool arrival)
{
	struct moment at;

	if (!read_moment(r, value, &at)) {
		put(q, "FALSE");
		return;
	}
	put(q, "EXISTS (SELECT 1");
	put_memberships(r, q, at.groupe);
	if (arrival)
		put(q, " HAVING MIN(m_.debut) >= ?", S(at.from));
	else
		put(q, " HAVING MAX(m_.fin IS NULL) = 0 AND MAX(m_.fin) >= ?", S(at.from));
	if (at.to != NULL)
		put(q, arrival ? " AND MIN(m_.debut) < ?" : " AND MAX(m_.fin) < ?", S(at.to));
	put(q, ")");
}

static void
put_missions(struct req *r, struct query *q, const char *value)
{
	put(q, "LEAST(3, (SELECT COUNT(DISTINCT m_.groupe_id)");
	put_memberships(r, q, 0);
	put(q, " AND m_.fin IS NULL)) = ?", I(all_digits(value) ? strtoll(value, NULL, 10) : -1));
}

/* The person is one of VALUE. */
void
mesure_put(struct req *r, struct query *q, const struct champ *c, const char *value)
{
	switch (-c->id) {
	case PROFIL: put_profile(q, value); break;
	case GROUPE: put_group(r, q, strtoll(value, NULL, 10)); break;
	case DEPARTEMENT: put(q, "c.departement = ?", S(value)); break;
	case AGE: put_age(r, q, value); break;
	case ANCIENNETE: put_seniority(r, q, value); break;
	case MISSIONS: put_missions(r, q, value); break;
	case COMPTE:
		put(q, "EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = c.id) = ?",
			I(strcmp(value, "oui") == 0));
		break;
	case REPONSE:
		put(q,
			"(c.acces = 1 AND NOT EXISTS (SELECT 1 FROM compte k_"
			" WHERE k_.contact_id = c.id)"
			" AND NOT EXISTS (SELECT 1 FROM invitation k_"
			" WHERE k_.contact_id = c.id))");
		break;
	default: put_moment(r, q, value, -c->id == ARRIVEE);
	}
}
