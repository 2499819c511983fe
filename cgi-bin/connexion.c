/* connexion.c - signing in: by password, or by a link received by mail */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/compte/charte.h"
#include "domain/compte/compte.h"
#include "domain/compte/facteur.h"
#include "domain/compte/tentative.h"
#include "domain/socle/journal.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/session.h"

/* A person at her own desk is slowed down by her own errors alone (by_pair); the two others
 * hold off many guesses, and are never long. */
static const struct rule by_pair = { "mot_de_passe", 5, 300 },
			 by_network = { "mot_de_passe.reseau", 60, 60 },
			 by_code = { "code", 5, 300 },
			 by_address = { "mot_de_passe.adresse", 40, 60 };

static int
connexion_show(struct req *r)
{
	if (r->user.id != 0)
		return redirect(r, "%s", local_path(r, param(r, "suite")));
	form_value(r, "suite", param(r, "suite"));
	title(r, "Se connecter");
	return page(r, "connexion/index.cs");
}

static const char *
pair(struct req *r, const char *email)
{
	return arena_printf(&r->mem, "%s\x1f%s", tentative_address(r, email), tentative_network(r));
}

static long
longest(long a, long b, long c)
{
	long n = a > b ? a : b;

	return n > c ? n : c;
}

/* How long to wait before this address may be tried from here. */
static long
wait_of(struct req *r, const char *email)
{
	return longest(tentative_wait(r, &by_pair, pair(r, email)),
		tentative_wait(r, &by_network, tentative_network(r)),
		session_device(r, email) ?
			0 :
			tentative_wait(r, &by_address, tentative_address(r, email)));
}

/* Count a failure; the wait that others caused while this one was being checked. */
static long
count(struct req *r, const char *email)
{
	return longest(tentative_count(r, &by_pair, pair(r, email)),
		tentative_count(r, &by_network, tentative_network(r)),
		session_device(r, email) ?
			0 :
			tentative_count(r, &by_address, tentative_address(r, email)));
}

static int
refused(struct req *r, const char *email)
{
	struct compte_personne people[PERSONNES];
	long wait = count(r, email);

	journal(r, "connexion.refus", compte_people(r, email, people) == 1 ? people[0].id : 0, NULL,
		NULL);
	if (wait > 0)
		return demande_lien_too_many(r, wait);
	r->keep = true;
	form_error(r, "general", "Cette adresse et ce mot de passe ne vont pas ensemble");
	form_error(r, "email", "Vérifiez l’adresse.");
	form_error(r, "mot_de_passe", "Vérifiez le mot de passe, ou recevez un lien par courriel.");
	return connexion_show(r);
}

/* Half in: the code of the second factor is wanted. */
static int
ask_code(struct req *r, const char *jeton, const char *suite)
{
	form_value(r, "jeton", jeton);
	form_value(r, "suite", suite);
	title(r, "Votre code");
	return page(r, "connexion/code.cs");
}

/* Where she was going; by the charter, if she has not acknowledged it. */
static int
show_way(struct req *r, int64_t id)
{
	const char *to = local_path(r, param(r, "suite"));

	return charte_due(r, id) ? redirect(r, "/compte/charte?suite=%s", url_escape(r, to)) :
				   redirect(r, "%s", to);
}

/* Her password is right, and the account was closed since nobody used it: a link opens it again. */
static int
asleep(struct req *r, int64_t id)
{
	journal(r, "connexion.refus", id, NULL, NULL);
	r->keep = true;
	form_error(r, "general",
		"Ce compte a été fermé, faute de connexion. Recevez un lien par courriel\u00A0:"
		" il le rouvre, et rien n’est perdu.");
	return connexion_show(r);
}

static int
connexion_open(struct req *r)
{
	const char *email, *password, *suite = param(r, "suite");
	const struct field fields[] = { { "email", EMAIL(&email), REQUIRED },
		{ "mot_de_passe", TEXT(&password), REQUIRED | SECRET, .max = 1000 }, { 0 } };
	bool closed = false;
	long wait;
	int64_t id;

	title(r, "Se connecter");
	form_value(r, "suite", suite);
	if (!form_read(r, fields))
		return page(r, "connexion/index.cs");
	if ((wait = wait_of(r, email)) > 0)
		return demande_lien_too_many(r, wait);
	id = compte_check(r, email, password, &closed);
	if (id == 0)
		return refused(r, email);
	if (closed) {
		journal(r, "connexion.refus", id, NULL, NULL);
		return route_closed(r);
	}
	if (db_int(r, SQL("SELECT ferme_le IS NOT NULL FROM compte WHERE contact_id = ?"), I(id)))
		return asleep(r, id);
	if ((wait = wait_of(r, email)) > 0)
		return demande_lien_too_many(r, wait);
	tentative_forget(r, &by_pair, pair(r, email));
	if (facteur_set_up(r, id))
		return ask_code(r, facteur_wait(r, id, false), suite);
	session_open(r, id);
	journal(r, "connexion.mot_de_passe", id, NULL, NULL);
	return show_way(r, id);
}

static int
connexion_link(struct req *r)
{
	title(r, "Regardez votre courriel");
	return demande_lien(r, "connexion/index.cs", "connexion/lien_envoye.cs");
}

static int
connexion_back(struct req *r)
{
	return redirect(r, "/connexion");
}

/* The link lets nobody in: in, if the person is in already, else why, and another is offered. */
static int
dead(struct req *r, const struct lien *l)
{
	static const char *const names[] = { [LIEN_OUVERT] = "servi",
		[LIEN_SERVI] = "servi",
		[LIEN_REMPLACE] = "remplace",
		[LIEN_ANCIEN] = "ancien",
		[LIEN_FERME] = "ferme",
		[LIEN_INCONNU] = "inconnu" };

	if (lien_lets_in(l, r->user.id))
		return redirect(r, "%s", local_path(r, param(r, "suite")));
	say(r, "Lien.etat", names[l->etat]);
	if (*l->quand != '\0')
		say(r, "Lien.quand", text_when(&r->mem, clock_parse(l->quand), clock_now()));
	if (r->user.id != 0)
		say(r, "Lien.dedans", "1");
	form_value(r, "email", l->adresse);
	form_value(r, "suite", param(r, "suite"));
	title(r, "Ce lien ne sert plus");
	return page(r, "connexion/perime.cs");
}

static int
ask_who(struct req *r, const struct lien *l)
{
	for (int i = 0; i < l->n; i++) {
		struct row *p = row_nth(r, "personnes", i);

		row_say_int(p, "id", l->people[i].id);
		row_say(p, "prenom", l->people[i].prenom);
		row_say(p, "nom", l->people[i].nom);
	}
	form_value(r, "jeton", param(r, "jeton"));
	form_value(r, "suite", param(r, "suite"));
	title(r, "Entrer");
	return page(r, "connexion/lien.cs");
}

/* Reading the address of the link uses nothing up: programs that check mails read it too.  Who is
 * in already goes on. */
static int
connexion_read(struct req *r)
{
	const struct lien *l = lien_look(r, param(r, "jeton"));

	return l->etat != LIEN_OUVERT || lien_lets_in(l, r->user.id) ? dead(r, l) : ask_who(r, l);
}

static void
first_time(struct req *r, const struct compte_personne *p)
{
	if (!p->compte && compte_create(r, p->id))
		journal(r, "compte.cree", p->id, NULL, NULL);
}

/* "?suite=…": where she goes once her account is made; "": home. */
static const char *
kept_way(struct req *r)
{
	return *param(r, "suite") == '\0' ?
		"" :
		arena_printf(&r->mem, "?suite=%s", url_escape(r, local_path(r, param(r, "suite"))));
}

/* Open the session and show the way. */
static int
come_in(struct req *r, int64_t id, bool by_link)
{
	session_open(r, id);
	if (by_link)
		session_by_link(r);
	if (by_link &&
		db_int(r, SQL("SELECT charte_le IS NULL FROM compte WHERE contact_id = ?"), I(id)))
		return redirect(r, "/inscription/mot_de_passe%s", kept_way(r));
	return show_way(r, id);
}

/* Who among the people of the link enters, as the form says; NULL: it does not. */
static const struct compte_personne *
chosen(struct req *r, const struct lien *l)
{
	int64_t who = 0;
	const struct field fields[] = { { "personne", ID(&who) }, { 0 } };

	if (!form_read(r, fields))
		return NULL;
	for (int i = 0; i < l->n; i++)
		if (l->n == 1 || l->people[i].id == who)
			return &l->people[i];
	form_error(r, "personne", "Choisissez votre nom.");
	return NULL;
}

static int
connexion_enter(struct req *r)
{
	const struct lien *l = lien_look(r, param(r, "jeton"));
	const struct compte_personne *p;

	if (l->etat != LIEN_OUVERT)
		return dead(r, l);
	if ((p = chosen(r, l)) == NULL)
		return ask_who(r, l);
	if (!lien_connexion_use(r, param(r, "jeton"))) /* somebody was quicker: herself, perhaps */
		return dead(r, lien_look(r, param(r, "jeton")));
	first_time(r, p);
	if (facteur_set_up(r, p->id))
		return ask_code(r, facteur_wait(r, p->id, true), param(r, "suite"));
	journal(r, "connexion.lien_utilise", p->id, NULL, NULL);
	return come_in(r, p->id, true);
}

static int
connexion_code(struct req *r)
{
	const char *code = "", *who;
	const struct field fields[] = { { "code", LINE(&code), REQUIRED | SECRET, .max = 40 },
		{ 0 } };
	bool by_link;
	int64_t id = facteur_waiting(r, param(r, "jeton"), &by_link);
	long wait;

	if (id == 0)
		return redirect(r, "/connexion");
	who = arena_printf(&r->mem, "%lld", (long long) id);
	if ((wait = tentative_wait(r, &by_code, who)) > 0)
		return demande_lien_too_many(r, wait);
	if (form_read(r, fields) && !facteur_check(r, id, code)) {
		tentative_count(r, &by_code, who);
		journal(r, "connexion.code_refus", id, NULL, NULL);
		r->keep = true;
		form_error(r, "code",
			"Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.");
	}
	if (r->invalid)
		return ask_code(r, param(r, "jeton"), param(r, "suite"));
	facteur_done(r, param(r, "jeton"));
	tentative_forget(r, &by_code, who);
	journal(r, "connexion.code", id, NULL, NULL);
	return come_in(r, id, by_link);
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, connexion_show },
	{ POST, "", PUBLIC, connexion_open, .again = connexion_show },
	{ GET, "lien", PUBLIC, connexion_back },
	{ POST, "lien", PUBLIC, connexion_link },
	{ POST, "code", PUBLIC, connexion_code, .again = connexion_show },
	{ GET, "entrer", PUBLIC, connexion_read },
	{ POST, "entrer", PUBLIC, connexion_enter, .again = connexion_read },
	{ 0 },
};

const struct area connexion_area = { "connexion", ROUTES(routes), NO_SHELL };
