/* publier.c - write a publication: a message, a poll, a quiz, dates to choose from */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/fil/publication.h"
#include "domain/fil/sondage.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/adresse.h"
#include "domain/objets/avis.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/fichier.h"
#include "groupes/groupes.h"
#include "net/live.h"
#include "web/form.h"
#include "web/reply.h"

enum { DATES = 6, REPONSES = 4, QUIZ = 3 };

static const char *const kinds[] = { "message", "question", "merci", "sondage", "quiz", "dates" };

/* Which form: ?genre, message by default. */
static const char *
kind(struct req *r)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(param(r, "genre"), kinds[i]) == 0)
			return kinds[i];
	return "message";
}

/* The field of the i-th link or card of the form: lien, lien2, lien3... */
static const char *
nth(struct req *r, const char *name, int i)
{
	return i == 0 ? name : arena_printf(&r->mem, "%s%d", name, i + 1);
}

/* LIST.N: the fields of each link or card that there is room for; from the second on they are
 * folded, and OUVERT up to the last one that was filled, so that what was typed is in sight when
 * the form comes back. */
static void
say_rooms(struct req *r, const char *list, const char *name, const char *titled, int n)
{
	bool open = false;

	for (int i = n - 1; i >= 0; i--) {
		struct row *room = row_nth(r, list, i);

		open = open || *param(r, nth(r, name, i)) != '\0' ||
			*param(r, nth(r, titled, i)) != '\0';
		row_say(room, "nom", nth(r, name, i));
		row_say(room, "titre", nth(r, titled, i));
		row_say_int(room, "ouvert", open);
	}
}

static int
show(struct req *r)
{
	const char *genre = kind(r);

	say(r, "Genre", genre);
	acces_nombre(r, "Verront", groupe_contenu_connue(r, caught_id(r, 0)), caught_id(r, 0));
	/* whoever reads this one will read the new one: who may be mentioned */
	say(r, "Contenu",
		db_string(r,
			SQL("SELECT COALESCE(MAX(id), '') FROM publication WHERE groupe_id = ?"),
			I(caught_id(r, 0))));
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		say(r, arena_printf(&r->mem, "Sorte.%s", kinds[i]),
			arena_printf(&r->mem, "/groupes/%" PRId64 "/publications/nouvelle?genre=%s",
				caught_id(r, 0), kinds[i]));
	for (int i = 1; i <= DATES; i++)
		form_value(r, arena_printf(&r->mem, "jour%d", i),
			param(r, arena_printf(&r->mem, "jour%d", i)));
	for (int q = 1; q <= QUIZ && strcmp(genre, "quiz") == 0; q++) {
		struct row *one = row_nth(r, "Quiz", q);

		row_say_int(one, "n", q);
		for (int i = 0; i <= REPONSES; i++)
			row_say_int(one, arena_printf(&r->mem, "r.%d", i), i);
	}
	say_rooms(r, "Liens", "lien", "lien_titre", LIENS);
	say_rooms(r, "Cartes", "carte", "carte", CARTES);
	say_int(r, "Epingles", groupes_droit(r) >= GERER);
	title(r, "Publier");
	return page(r, "groupes/publier.cs");
}

/* The group of the address, where the reader may publish: 0, or the status to answer. */
static int
load(struct req *r)
{
	if (!groupes_load(r, caught_id(r, 0), "fil"))
		return not_found(r);
	return groupes_droit(r) >= CONTRIBUER ? 0 : forbidden(r);
}

static int
groupes_new_publication(struct req *r)
{
	int refused = load(r);

	if (refused != 0)
		return refused;
	form_value(r, "carte", param(r, "carte"));
	form_value(r, "genre", kind(r));
	form_value(r, "resultat", "suite");
	return show(r);
}

/* ---- what is answered ---- */

static bool
is_there(const struct question *q, const char *texte)
{
	for (unsigned i = 0; i < q->n; i++)
		if (strcmp(q->options[i].texte, texte) == 0)
			return true;
	return false;
}

/* One answer a line. */
static void
read_lines(struct req *r, struct sondage *s)
{
	struct question *q = &s->questions[0];
	char *rest = arena_strdup(&r->mem, param(r, "reponses")), *one;

	form_value(r, "reponses", param(r, "reponses"));
	while ((one = strsep(&rest, "\r\n")) != NULL) {
		one = text_trim(&r->mem, one);
		if (*one == '\0')
			continue;
		if (q->n == OPTIONS || text_length(one) > 300) {
			form_error(r, "reponses",
				"Douze réponses au plus, de 300 caractères au plus chacune.");
			return;
		}
		if (is_there(q, one))
			form_error(r, "reponses",
				arena_printf(&r->mem,
					"«\u00A0%s\u00A0» est déjà dans la liste\u00A0: deux"
					" réponses ne"
					" disent pas la même chose.",
					text_cut(&r->mem, one, 60)));
		q->options[q->n++].texte = one;
	}
	if (q->n < 2)
		form_error(r, "reponses", "Écrivez au moins deux réponses, une par ligne.");
}

/* Why that moment (UTC) is not one more date to choose from; NULL: it is. */
static const char *
date_refused(const struct question *q, const char *day)
{
	if (clock_parse(day) <= clock_now())
		return "Cette date est passée\u00A0: proposez un moment à venir.";
	for (unsigned i = 0; i < q->n; i++)
		if (strcmp(q->options[i].jour, day) == 0)
			return "Cette date est déjà proposée\u00A0: changez-la ou effacez-la.";
	return NULL;
}

static void
read_dates(struct req *r, struct sondage *s)
{
	struct question *q = &s->questions[0];

	for (int i = 1; i <= DATES; i++) {
		const char *name = arena_printf(&r->mem, "jour%d", i), *text = param(r, name);
		const char *day = NULL, *why;

		form_value(r, name, text);
		if (*text == '\0')
			continue;
		if ((why = read_when(r, text, &(struct field) { .into = &day })) == NULL) {
			form_value(r, name, day); /* what the field of a browser takes */
			day = sondage_utc(r, day);
			why = date_refused(q, day);
		}
		if (why != NULL)
			form_error(r, name, why);
		else
			q->options[q->n++].jour = day;
	}
	if (q->n < 2 && !r->invalid)
		form_error(r, "jour1", "Proposez au moins deux dates.");
}

/* Questions qN with answers rN-1 to rN-4, the right one named by justeN. */
static void
read_quiz(struct req *r, struct sondage *s)
{
	s->n = 0;
	for (int n = 1; n <= QUIZ; n++) {
		const char *name = arena_printf(&r->mem, "q%d", n);
		struct question *q = &s->questions[s->n];
		const char *juste = param(r, arena_printf(&r->mem, "juste%d", n));
		bool right = false;

		form_value(r, name, param(r, name));
		*q = (struct question) { .texte = param(r, name),
			.explication = param(r, arena_printf(&r->mem, "e%d", n)) };
		for (int i = 1; i <= REPONSES; i++) {
			const char *answer = param(r, arena_printf(&r->mem, "r%d-%d", n, i));

			form_value(r, arena_printf(&r->mem, "r%d-%d", n, i), answer);
			if (*answer == '\0')
				continue;
			q->options[q->n].juste = juste[0] == '0' + i;
			right = right || juste[0] == '0' + i;
			q->options[q->n++].texte = text_cut(&r->mem, answer, 290);
		}
		form_value(r, arena_printf(&r->mem, "e%d", n), q->explication);
		form_value(r, arena_printf(&r->mem, "juste%d", n), juste);
		if (*q->texte == '\0' && (q->n == 0 || n > 1))
			continue;
		if (*q->texte == '\0' || q->n < 2 || !right || text_length(q->texte) > 300 ||
			text_length(q->explication) > 1000)
			form_error(r, name,
				"Donnez une question courte, au moins deux réponses,"
				" et dites laquelle est juste.");
		s->n++;
	}
	if (s->n == 0)
		form_error(r, "q1", "Écrivez au moins une question.");
}

static void
read_sondage(struct req *r, struct sondage *s, const char *genre)
{
	const char *fin = NULL;
	const struct field fields[] = {
		{ "resultat", CHOICE(&s->resultat), .choices = "suite|vote|cloture" },
		{ "fin", WHEN(&fin) },
		{ "plusieurs", YES(&s->plusieurs) },
		{ "secret", YES(&s->secret) },
		{ 0 },
	};

	*s = (struct sondage) { .genre = genre, .resultat = "suite", .n = 1 };
	form_read(r, fields);
	s->questions[0].texte = "";
	if (fin != NULL && (s->fin = sondage_utc(r, fin)) != NULL &&
		db_int(r, SQL("SELECT ? <= UTC_TIMESTAMP()"), S(s->fin)) != 0)
		form_error(r, "fin", "Choisissez un moment à venir.");
	if (strcmp(genre, "sondage") == 0)
		read_lines(r, s);
	else if (strcmp(genre, "dates") == 0)
		read_dates(r, s);
	else
		read_quiz(r, s);
	if (strcmp(genre, "sondage") != 0)
		s->secret = false;
}

/* ---- what is published ---- */

static void
read_link(struct req *r, struct publication *p, int i)
{
	const char *titre = "", *url = "", *name = nth(r, "lien", i),
		   *titled = nth(r, "lien_titre", i);
	const struct field fields[] = {
		{ name, LINE(&url), .max = 2000 },
		{ titled, LINE(&titre), .max = 200 },
		{ 0 },
	};

	form_read(r, fields);
	if (*url == '\0') {
		if (*titre != '\0')
			form_error(
				r, name, "Collez l’adresse où mène ce lien, ou effacez son titre.");
		return;
	}
	if ((strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0) ||
		strpbrk(url, " \"<>\\") != NULL)
		form_error(r, name, "Collez une adresse entière, qui commence par https://");
	if (*titre == '\0')
		form_error(r, titled, "Dites en quelques mots où mène ce lien.");
	p->liens[i].titre = titre;
	p->liens[i].url = url;
}

/* A number or an address of this site, of something the reader sees. */
static void
read_card(struct req *r, struct publication *p, int i)
{
	const char *carte = "", *name = nth(r, "carte", i);
	const struct field fields[] = { { name, LINE(&carte), .max = 500 }, { 0 } };

	form_read(r, fields);
	if (*carte == '\0')
		return;
	p->cartes[i] = adresse_read(carte);
	if (db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")), I(p->cartes[i]),
		    ME(r)) == 0)
		form_error(r, name,
			"Rien de visible pour vous à cette adresse\u00A0: copiez-la depuis la page"
			" à"
			" montrer.");
}

static int64_t
publish(struct req *r, const struct publication *p, const struct sondage *s)
{
	int64_t id = publication_create(r, p);

	if (s->n > 0)
		sondage_create(r, id, s);
	publication_files(r, id, "fichiers");
	if (groupes_droit(r) >= GERER && strcmp(param(r, "epingler"), "1") == 0)
		publication_pin(r, id, true);
	live_tell_objet(r, p->groupe);
	return id;
}

static bool
asks(const struct publication *p)
{
	return strcmp(p->genre, "sondage") == 0 || strcmp(p->genre, "quiz") == 0 ||
		strcmp(p->genre, "dates") == 0;
}

/* The words of it, and what is in them. */
static void
read_words(struct req *r, struct publication *p)
{
	const struct field fields[] = {
		{ "genre", LINE(&p->genre) },
		{ "titre", LINE(&p->titre), .max = ECRIT_TITRE },
		{ "texte", TEXT(&p->texte), .max = ECRIT_LONG },
		{ "important", YES(&p->important) },
		{ 0 },
	};
	const char *why;

	form_read(r, fields);
	p->genre = kind(r);
	p->titre = text_trim(&r->mem, p->titre);
	p->texte = text_trim(&r->mem, p->texte);
	p->important = p->important && groupes_droit(r) >= GERER;
	if (*p->texte == '\0' && *p->titre == '\0' && !r->invalid)
		form_error(r, asks(p) ? "titre" : "texte",
			asks(p) ? "Posez votre question." : "Écrivez quelques mots.");
	if ((why = avis_refused(r, p->texte)) != NULL)
		form_error(r, "texte", why);
}

static int
groupes_publish(struct req *r)
{
	struct publication p = {
		.groupe = caught_id(r, 0), .genre = kind(r), .titre = "", .texte = ""
	};
	struct sondage *s = arena_alloc(&r->mem, sizeof *s);
	const char *why;
	int refused = load(r);

	if (refused != 0)
		return refused;
	*s = (struct sondage) { 0 };
	read_words(r, &p);
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	for (int i = 0; i < LIENS; i++)
		read_link(r, &p, i);
	for (int i = 0; i < CARTES; i++)
		read_card(r, &p, i);
	if (asks(&p))
		read_sondage(r, s, p.genre);
	if (r->invalid)
		return show(r);
	return redirect(
		r, "/groupes/%" PRId64 "?fait=publication#p-%" PRId64, p.groupe, publish(r, &p, s));
}

const struct route groupes_publier_routes[] = {
	{ POST, ":id/publications", PROSPECT, groupes_publish },
	{ GET, ":id/publications/nouvelle", PROSPECT, groupes_new_publication },
	{ 0 },
};
