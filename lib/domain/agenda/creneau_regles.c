/* creneau_regles.c - which shifts a person may hold, and why not another
 *
 * A day of shifts goes from 4 in the morning to 4 the next: within one there may be several, that
 * do not overlap; between two of them there is the rest that the event asks for.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"

enum { TENUS = 200 };

/* "9 h – 12 h" */
const char *
creneau_heures(struct req *r, const char *debut, const char *fin)
{
	return arena_printf(&r->mem, "%s\u00A0–\u00A0%s", text_hour(&r->mem, evenement_wall(debut)),
		text_hour(&r->mem, evenement_wall(fin)));
}

/* "samedi 22 mai, 16 h à 20 h" */
static const char *
span(struct req *r, time_t debut, time_t fin)
{
	char *when = text_span(&r->mem, debut, fin, false, clock_now());

	*when += *when >= 'A' && *when <= 'Z' ? 'a' - 'A' : 0;
	return when;
}

const char *
creneau_quand(struct req *r, const char *debut, const char *fin)
{
	return span(r, clock_parse(debut), clock_parse(fin));
}

/* "Parking des équipes, samedi 22 mai, 16 h à 20 h" */
static const char *
words(struct req *r, const char *titre, time_t debut, time_t fin)
{
	return arena_printf(&r->mem, "%s, %s", titre, span(r, debut, fin));
}

const char *
creneau_mots(struct req *r, const struct creneau *c)
{
	return words(r, c->titre, clock_parse(c->debut), clock_parse(c->fin));
}

#define HELD \
	"SELECT creneau_id FROM creneau_place WHERE contact_id = ? AND etat = 'pris'" \
	" ORDER BY creneau_id DESC LIMIT 200"

/* By a locking read where it is followed by a write: what another of her requests took since this
 * one began counts. */
static void
read_held(struct req *r, struct volontaire *v, bool locked)
{
	struct buffer ids = { &r->mem };
	struct rows *rows = locked ? db_rows(r, SQL(HELD " LOCK IN SHARE MODE"), I(v->id)) :
				     db_rows(r, SQL(HELD), I(v->id));

	v->tenus = arena_alloc(&r->mem, (TENUS + CRENEAUX_A_LA_FOIS) * sizeof *v->tenus);
	while (db_next(rows, &r->mem))
		buffer_puts(&ids,
			arena_printf(&r->mem, "%s%" PRId64, ids.n > 0 ? "," : "", db_num(rows, 0)));
	rows = db_rows(r,
		SQL("SELECT c.id, p.titre, c.jour, c.debut, c.fin FROM JSON_TABLE(?, '$[*]'"
		    " COLUMNS (id BIGINT PATH '$')) l JOIN creneau c ON c.id = l.id"
		    " JOIN poste p ON p.id = c.poste_id"),
		S(arena_printf(&r->mem, "[%s]", ids.n > 0 ? buffer_text(&ids) : "")));
	while (db_next(rows, &r->mem))
		v->tenus[v->n++] =
			(struct tenu) { db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)),
				arena_strdup(&r->mem, db_text(rows, 2)),
				clock_parse(db_text(rows, 3)), clock_parse(db_text(rows, 4)) };
}

void
volontaire_read(struct req *r, int64_t contact_id, struct volontaire *v, bool locked)
{
	*v = (struct volontaire) { .id = contact_id, .naissance = "", .choix = "" };
	db_read(r,
		SQL("SELECT c.date_naissance, CONCAT_WS(',', '', (SELECT GROUP_CONCAT("
		    "CONCAT(v.champ_id, ':', v.valeur) SEPARATOR ',') FROM champ_valeur v"
		    " WHERE v.contact_id = c.id), (SELECT GROUP_CONCAT(CONCAT('e:',"
		    " t.etiquette_id) SEPARATOR ',') FROM objet_etiquette t"
		    " WHERE t.objet_id = c.id), (SELECT GROUP_CONCAT(CONCAT('p:', b.public_id)"
		    " SEPARATOR ',') FROM contact_public b"
		    " WHERE b.contact_id = c.id), ''), " HABITUE(
			    "c.id", "?") " FROM contact c WHERE c.id = ?"),
		INTO(TO(&v->naissance), TO(&v->choix), TO(&v->habitue)),
		S(clock_sql(&r->mem, clock_now())), I(contact_id));
	read_held(r, v, locked);
}

/* She holds that one too. */
void
volontaire_adds(struct req *r, struct volontaire *v, const struct creneau *c)
{
	(void) r;
	v->tenus[v->n++] = (struct tenu) { c->id, c->titre, c->jour, clock_parse(c->debut),
		clock_parse(c->fin) };
}

/* Why nobody takes it any more. */
const char *
creneau_closed(struct req *r, const struct creneau *c)
{
	if (strcmp(c->etat, "annule") == 0 || strcmp(c->evenement_etat, "annule") == 0)
		return arena_printf(
			&r->mem, "%s\u00A0: ce créneau est annulé.", creneau_mots(r, c));
	if (clock_parse(c->fin) <= clock_now())
		return arena_printf(&r->mem, "%s\u00A0: ce créneau est passé.", creneau_mots(r, c));
	if (clock_parse(c->debut) <= clock_now())
		return arena_printf(
			&r->mem, "%s\u00A0: ce créneau a commencé.", creneau_mots(r, c));
	if (strcmp(c->etat, "ouvert") != 0 || strcmp(c->evenement_etat, "publie") != 0)
		return arena_printf(&r->mem, "%s\u00A0: ce créneau est fermé.", creneau_mots(r, c));
	return NULL;
}

static int
age_on(const char *naissance, const char *jour)
{
	int by = 0, bm = 0, bd = 0, y = 0, m = 0, d = 0;

	if (!text_date(naissance, &by, &bm, &bd) || !text_date(jour, &y, &m, &d))
		return -1;
	return y - by - (m < bm || (m == bm && d < bd));
}

/* Has she what its post asks for: a training, a tag, a role? */
bool
volontaire_trained(struct req *r, const struct creneau *c, const struct volontaire *v)
{
	return *c->exige == '\0' ||
		strstr(v->choix, arena_printf(&r->mem, ",%s,", c->exige)) != NULL;
}

/* Why that person does not: her training, her age, or that nobody knows the post. */
const char *
creneau_unfit(struct req *r, const struct creneau *c, const struct volontaire *v)
{
	if (!volontaire_trained(r, c, v))
		return arena_printf(
			&r->mem, "%s demande «\u00A0%s\u00A0».", c->titre, c->formation);
	if (c->age_min > 0 && age_on(v->naissance, c->jour) < c->age_min)
		return arena_printf(&r->mem, "%s demande d’avoir %" PRId64 " ans%s.", c->titre,
			c->age_min,
			*v->naissance == '\0' ?
				" ; votre date de naissance n’est pas connue, voyez avec la"
				" coordination" :
				"");
	return NULL;
}

/* Her other shift that it overlaps, or (REST) that leaves her too little rest. */
static const struct tenu *
clashing(const struct creneau *c, const struct volontaire *v, bool *rest)
{
	time_t debut = clock_parse(c->debut), fin = clock_parse(c->fin), gap = c->repos_h * 3600;

	for (unsigned i = 0; i < v->n; i++) {
		const struct tenu *t = &v->tenus[i];

		*rest = t->debut >= fin || t->fin <= debut;
		if (t->id != c->id &&
			(!*rest ||
				(strcmp(t->jour, c->jour) != 0 && t->debut < fin + gap &&
					t->fin > debut - gap)))
			return t;
	}
	return NULL;
}

/* Why she does not take it beside those that she holds. */
const char *
creneau_busy(struct req *r, const struct creneau *c, const struct volontaire *v)
{
	bool rest;
	const struct tenu *t = clashing(c, v, &rest);
	const char *other = t != NULL ? words(r, t->titre, t->debut, t->fin) : NULL;

	if (t == NULL)
		return NULL;
	if (rest)
		return arena_printf(&r->mem,
			"Il faut %" PRId64 " h de repos entre deux jours\u00A0: %s, et %s.",
			c->repos_h, creneau_mots(r, c), other);
	return arena_printf(&r->mem,
		"Deux créneaux se chevauchent\u00A0: %s, et %s. Choisissez l’un ou l’autre.",
		creneau_mots(r, c), other);
}

/* Those who hold it, at the hours that C says, and another that does not go with it. */
unsigned
creneau_clashes(struct req *r, const struct creneau *c, struct clash all[CHOCS])
{
	struct rows *who = db_rows(r,
		SQL("SELECT contact_id FROM creneau_place WHERE creneau_id = ? AND etat = 'pris'"
		    " ORDER BY pris_le, contact_id"),
		I(c->id));
	unsigned n = 0;

	while (n < CHOCS && db_next(who, &r->mem)) {
		struct volontaire v;
		const struct tenu *t;
		bool rest;

		volontaire_read(r, db_num(who, 0), &v, false);
		if ((t = clashing(c, &v, &rest)) != NULL)
			all[n++] = (struct clash) { v.id, words(r, t->titre, t->debut, t->fin) };
	}
	return n;
}

/* It asks for somebody who knows the work, and nobody on it does. */
bool
creneau_lacks_habitue(struct req *r, const struct creneau *c)
{
	return c->habitue &&
		db_int(r,
			SQL("SELECT 1 FROM creneau_place p WHERE p.creneau_id = ?"
			    " AND p.etat = 'pris' AND " HABITUE("p.contact_id", "?") " LIMIT 1"),
			I(c->id), S(clock_sql(&r->mem, clock_now()))) == 0;
}

/* Why that person does not take that shift; NULL: she may. */
const char *
creneau_refus(struct req *r, const struct creneau *c, const struct volontaire *v)
{
	const char *why = creneau_closed(r, c);

	if (why == NULL && c->pris >= c->maximum)
		why = arena_printf(&r->mem, "%s\u00A0: complet.", creneau_mots(r, c));
	if (why == NULL)
		why = creneau_unfit(r, c, v);
	if (why == NULL)
		why = creneau_busy(r, c, v);
	if (why == NULL && !v->habitue && c->pris >= c->maximum - 1 && creneau_lacks_habitue(r, c))
		why = arena_printf(&r->mem,
			"%s\u00A0: la dernière place est gardée pour une personne habituée.",
			creneau_mots(r, c));
	return why;
}
