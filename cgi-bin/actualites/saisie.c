/* saisie.c - what the form of a news item says, read and checked
 *
 * What was not sent at all stays as it was: a program may send the fields that it changes.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "actualites/actualites.h"
#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/ecrit.h"
#include "web/form.h"

bool
actualites_sent(struct req *r, const char *name)
{
	return param_nth(r, name, 0) != NULL;
}

/* Of a field that was sent what it says, be it nothing; else WAS. */
static const char *
blank(struct req *r, const char *name, const char *was)
{
	return actualites_sent(r, name) ? "" : was;
}

/* ---- words ---- */

static void
read_words(struct req *r, struct actualite *a)
{
	const struct field fields[] = {
		{ "sorte", CHOICE(&a->sorte), .choices = "actualite|portrait|merci|victoire" },
		{ "titre", LINE(&a->titre), .max = ACTUALITE_TITRE },
		{ "chapeau", TEXT(&a->chapeau), .max = ACTUALITE_CHAPEAU },
		{ "texte", TEXT(&a->texte), .max = ECRIT_LONG },
		{ "image_alt", LINE(&a->image_alt), .max = ACTUALITE_ALT },
		{ "image_credit", LINE(&a->image_credit), .max = ACTUALITE_CREDIT },
		{ "engagement", LINE(&a->engagement), .max = 30 },
		{ 0 },
	};

	a->titre = blank(r, "titre", a->titre);
	a->chapeau = blank(r, "chapeau", a->chapeau);
	a->texte = blank(r, "texte", a->texte);
	a->image_alt = blank(r, "image_alt", a->image_alt);
	a->image_credit = blank(r, "image_credit", a->image_credit);
	a->engagement = blank(r, "engagement", a->engagement);
	form_read(r, fields);
	a->titre = text_line(&r->mem, a->titre);
	a->chapeau = text_line(&r->mem, a->chapeau);
	if (*a->titre == '\0' && *said(r, "Form.titre.error") == '\0')
		form_error(r, "titre", "Donnez un titre.");
	if (*a->engagement != '\0' &&
		!db_int(r, SQL("SELECT 1 FROM groupe_type WHERE cle = ? AND retire_le IS NULL"),
			S(text_key(a->engagement))))
		form_error(r, "engagement", "Choisissez un type de la liste.");
}

/* ---- whose ---- */

static void
read_group(struct req *r, int64_t id, struct actualite *a)
{
	const char *text = param(r, "groupe");
	int64_t groupe = strtoll(text, NULL, 10);

	form_value(r, "groupe", text);
	if (!actualites_sent(r, "groupe") && (id != 0 || actualite_may_write(r, 0)))
		return;
	if (groupe == a->groupe && id != 0)
		return;
	if (groupe == 0 ? *text == '\0' && actualite_may_write(r, 0) :
			  groupe_seen(r, groupe) && groupe_writable(r, groupe) &&
				actualite_may_write(r, groupe))
		a->groupe = groupe;
	else
		form_error(r, "groupe",
			"Choisissez dans la liste\u00A0: un groupe où vous pouvez écrire des"
			" actualités.");
}

/* ---- for whom ---- */

static void
read_groups(struct req *r, struct actualite *a)
{
	unsigned n = 0;
	const char *one;

	if (a->groupe != 0) { /* its own members */
		memset(a->groupes, 0, sizeof a->groupes);
		a->groupes[0] = a->groupe;
		return;
	}
	if (!actualites_sent(r, "groupes") && !actualites_sent(r, "avec_choix"))
		return;
	memset(a->groupes, 0, sizeof a->groupes);
	for (unsigned i = 0; (one = param_nth(r, "groupes", i)) != NULL; i++) {
		int64_t groupe = strtoll(one, NULL, 10);

		if (*one == '\0')
			continue;
		if (n == ACTUALITE_CHOIX)
			form_error(r, "groupes", "Vingt groupes au plus.");
		else if (!groupe_seen(r, groupe))
			form_error(r, "groupes", "Choisissez des groupes de la liste.");
		else
			a->groupes[n++] = groupe;
	}
	if (n == 0 && strcmp(a->audience, "groupes") == 0 && !r->invalid)
		form_error(r, "groupes", "Choisissez au moins un groupe.");
}

static void
read_engagements(struct req *r, struct actualite *a)
{
	unsigned n = 0;
	const char *one;

	if (!actualites_sent(r, "engagements") && !actualites_sent(r, "avec_choix"))
		return;
	memset(a->engagements, 0, sizeof a->engagements);
	for (unsigned i = 0; (one = param_nth(r, "engagements", i)) != NULL; i++) {
		const char *cle = text_key(one);

		if (*one == '\0' || n == ACTUALITE_CHOIX)
			continue;
		if (!db_int(r, SQL("SELECT 1 FROM groupe_type WHERE cle = ?"), S(cle)))
			form_error(r, "engagements", "Choisissez des types de la liste.");
		else
			a->engagements[n++] = cle;
	}
	if (n == 0 && strcmp(a->audience, "engagements") == 0 && !r->invalid)
		form_error(r, "engagements", "Choisissez au moins un type d’engagement.");
}

/* "26, 07" */
static void
read_territory(struct req *r, struct actualite *a)
{
	const char *text = text_fold_signs(&r->mem, param(r, "territoire"));
	unsigned n = 0;

	form_value(r, "territoire", param(r, "territoire"));
	if (!actualites_sent(r, "territoire"))
		return;
	memset(a->departements, 0, sizeof a->departements);
	for (text += strspn(text, " ,;"); *text != '\0'; text += strspn(text, " ,;")) {
		size_t end = strcspn(text, " ,;");
		const char *typed = text_key(
			arena_printf(&r->mem, end == 1 ? "0%.*s" : "%.*s", (int) end, text));
		const char *code = db_string(
			r, SQL("SELECT code FROM departement WHERE code = UPPER(?)"), S(typed));

		if (code == NULL || n == ACTUALITE_CHOIX) {
			form_error(r, "territoire",
				n == ACTUALITE_CHOIX ?
					"Vingt départements au plus." :
					"Écrivez des numéros de départements\u00A0: 26, 07, 2A.");
			return;
		}
		a->departements[n++] = arena_strdup(&r->mem, code);
		text += end;
	}
	if (n > 0 && strcmp(a->audience, "tous") != 0 && strcmp(a->audience, "benevoles") != 0)
		form_error(r, "territoire",
			"Un territoire se choisit avec tout le monde, ou tous les bénévoles.");
}

static void
read_audience(struct req *r, int64_t id, struct actualite *a)
{
	const struct field fields[] = {
		{ "audience", CHOICE(&a->audience),
			.choices = "tous|benevoles|siege|groupes|engagements" },
		{ 0 },
	};

	if (id == 0 && a->groupe != 0)
		a->audience = "groupes";
	form_read(r, fields);
	read_territory(r, a);
	read_groups(r, a);
	read_engagements(r, a);
	if (a->groupe == 0)
		return;
	if (strcmp(a->audience, "siege") == 0 || strcmp(a->audience, "engagements") == 0 ||
		a->departements[0] != NULL)
		form_error(r, "audience",
			"Un groupe écrit à ses membres, à tous les bénévoles, ou à tout le"
			" monde.");
	else if (strcmp(a->audience, "groupes") != 0 &&
		db_int(r, SQL("SELECT ouverture = 'cache' FROM groupe WHERE id = ?"), I(a->groupe)))
		form_error(r, "audience", "Un groupe caché écrit à ses membres seulement.");
}

/* ---- when, and the rest ---- */

/* UTC: the moment of `le`, "" where there is none; false: it is none. */
bool
actualites_read_when(struct req *r, const char **utc)
{
	const char *when = NULL;
	const struct field fields[] = { { "le", WHEN(&when) }, { 0 } };
	struct wall w;
	time_t t;

	*utc = "";
	if (!form_read(r, fields))
		return false;
	if (when == NULL || !wall_read(when, &w))
		return true;
	form_value(r, "le", when);
	if (wall_instant(w, &t) == WALL_NEVER)
		form_error(
			r, "le", "Cette heure n’existe pas ce jour-là\u00A0: on change d’heure.");
	*utc = clock_sql(&r->mem, t);
	return !r->invalid;
}

static void
read_options(struct req *r, struct actualite *a)
{
	bool all = actualites_sent(r, "avec_options");

	if (all || actualites_sent(r, "commentaires"))
		a->commentaires = strcmp(param(r, "commentaires"), "1") == 0;
	if (all || actualites_sent(r, "reactions"))
		a->reactions = strcmp(param(r, "reactions"), "1") == 0;
	if (all || actualites_sent(r, "une"))
		a->une = strcmp(param(r, "une"), "1") == 0;
	if (a->groupe != 0 && !actualite_may_write(r, 0))
		a->une = false; /* the home of everybody is the Siège's */
	form_value(r, "commentaires", a->commentaires ? "1" : "");
	form_value(r, "reactions", a->reactions ? "1" : "");
	form_value(r, "une", a->une ? "1" : "");
}

static void
read_portrait(struct req *r, struct actualite *a)
{
	int64_t who = strtoll(param(r, "portrait_de"), NULL, 10);

	if (!actualites_sent(r, "portrait_de"))
		return;
	if (who == 0 || who == a->portrait ||
		db_int(r,
			SQL("SELECT 1 FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
			    " AND c.acces > 0 AND " SEES("o")),
			I(who), ME(r)))
		a->portrait = who > 0 ? who : 0;
	else
		form_error(r, "portrait_de", "Choisissez une personne qui a un compte ici.");
}

/* The whole form into A, which holds what was written last. */
bool
actualites_read(struct req *r, int64_t id, struct actualite *a)
{
	read_words(r, a);
	read_group(r, id, a);
	read_audience(r, id, a);
	read_portrait(r, a);
	read_options(r, a);
	return !r->invalid;
}
