/* race_test.c - two who do the same at the same instant: a limit holds, a name is given once */

#include <inttypes.h>

#include "apportes.h"
#include "domain/compte/compte.h"
#include "domain/objets/signalement.h"
#include "domain/socle/journal.h"
#include "entrants.h"
#include "talk.h"

static void
both_ask(
	int64_t a, int64_t b, const char *path, const char *body_a, const char *body_b, int *status)
{
	struct racer both[2] = { { a, path, body_a }, { b, path, body_b } };

	t_race(both, JOURNAL, status);
	t_check(status[0] != 5 && status[1] != 5, __FILE__, __LINE__, path);
}

/* One of them did it, the other was refused with a sentence. */
static bool
one_won(const int *status, int done)
{
	return (status[0] == done && status[1] == 4) || (status[0] == 4 && status[1] == done);
}

static void
tokens(void)
{
	int status[2];

	as(benp);
	for (int i = 0; i < 9; i++)
		check(post("/compte/jetons", at("nom=Programme+%d", i)) == 200);
	both_ask(benp, benp, "/compte/jetons", "nom=Dix", "nom=Onze", status);
	check(one_won(status, 2));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM jeton_api WHERE contact_id = ?"), I(benp)) ==
		10);
}

static void
names(void)
{
	static const char
		group[] = "titre=GT+Banques&type=groupe_travail&ouverture=ouvert",
		field[] = "libelle=Surnom&type=texte&finalite=Se+saluer&lecture=1&ecriture=3";
	int status[2];

	both_ask(benp, coop, "/groupes/nouveau", group, group, status);
	check(one_won(status, 3));
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM objet WHERE genre = 'groupe'"
			  " AND titre = 'GT Banques'")) == 1);
	both_ask(sal, adm, "/etiquettes/nouvelle", "nom=Fiable&famille=1", "nom=Fiable&famille=1",
		status);
	check(one_won(status, 3));
	both_ask(adm, adm, "/admin/champs", field, field, status);
	check(one_won(status, 3));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ WHERE libelle = 'Surnom'")) == 1);
	both_ask(adm, adm, "/admin/groupes/roles/nouveau", "titre=Veille&ordre=1",
		"titre=veille&ordre=2", status);
	check(one_won(status, 3));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_role WHERE titre = 'Veille'")) == 1);
	both_ask(adm, adm, "/admin/groupes/types/nouveau",
		"titre=Cercle&pluriel=Cercles&teinte=1&ordre=1&ouverture=ouvert",
		"titre=+Cercle&pluriel=Cercles&teinte=2&ordre=1&ouverture=ouvert", status);
	check(one_won(status, 3));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_type WHERE titre = 'Cercle'")) == 1);
}

static void
one_report(void)
{
	int64_t id = a_post("genre=message&titre=Mot&texte=Bonjour");
	int status[2];

	both_ask(benl, benl, at("/fil/%" PRId64 "/signaler", id), "motif=Ce+n%27est+pas+gentil",
		"motif=Ce+n%27est+pas+gentil+du+tout", status);
	check(status[0] == 3 && status[1] == 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM signalement")) == 1);
}

static void
pace(void)
{
	int64_t with;
	int status[2];

	as(benp);
	with = write_to(benl, "Bonjour", "k");
	for (int i = 0; i < 118; i++)
		db_exec(&t,
			SQL("INSERT INTO message (conversation_id, auteur_id, texte, html, cree_le)"
			    " VALUES (?, ?, '', '', UTC_TIMESTAMP())"),
			I(with), I(benp));
	both_ask(benp, benp, talk_at(with, ""), "texte=Un", "texte=Deux", status);
	check(one_won(status, 3));
}

/* One link, two browsers: one of them comes in. */
static void
links(void)
{
	struct racer both[2] = { { 0, "/connexion/entrer", .late = 0 },
		{ 0, "/connexion/entrer", .late = 2 } };
	int status[2];

	as(0);
	both[0].body = both[1].body = at("jeton=%s", link_sent_to("malo@exemple.org"));
	t_race(both, JOURNAL, status);
	check(status[0] + status[1] == 2 + 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM session WHERE contact_id = ?"), I(benm)) == 1);
}

static int64_t
memberships(int64_t group, int64_t who)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM membre WHERE groupe_id = ? AND contact_id = ?"
		    " AND fin IS NULL"),
		I(group), I(who));
}

static int64_t
acts(const char *acte)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = ?"), S(acte));
}

static void
joining(void)
{
	int64_t group = db_int(&t, SQL("SELECT id FROM objet WHERE titre = 'GT Banques'"));
	int64_t asked, before = acts("membre.ajoute");
	int status[2];

	both_ask(
		benm, benm, at("/groupes/%" PRId64 "/rejoindre", group), "", "mot=Bonjour", status);
	check(status[0] == 3 && status[1] == 3);
	check(memberships(group, benm) == 1 && acts("membre.ajoute") == before + 1);
	asked = db_insert(&t,
		SQL("INSERT INTO groupe_demande (groupe_id, contact_id, genre, cree_le)"
		    " VALUES (?, ?, 'demande', UTC_TIMESTAMP())"),
		I(lille), I(benm));
	both_ask(adm, sal, at("/groupes/%" PRId64 "/demandes/%" PRId64, lille, asked),
		"acte=accepter", "acte=refuser", status);
	check(acts("groupe.demande_acceptee") + acts("groupe.demande_refusee") == 1);
	check(memberships(lille, benm) == acts("groupe.demande_acceptee"));
}

static void
imports(void)
{
	int status[2];

	check(bring(adm,
		      "Courriel;Présentation;Groupe\nelodie@exemple.org;Je peins;Groupe local de"
		      " Lille\n",
		      "c0=email&c1=bio&c2=groupe&mode=1") == 303);
	both_ask(adm, adm, import_at("/appliquer"), "", "", status);
	check(one_won(status, 3));
	check(acts("contact.import") == 1 && memberships(lille, benp) == 1);
	both_ask(adm, adm, import_at("/annuler"), "", "", status);
	check(one_won(status, 3));
	check(acts("contact.import_annule") == 1 && memberships(lille, benp) == 0);
}

/* Two say that it is done: the feed says so once. */
static void
doing(void)
{
	int64_t id;
	int status[2];

	as(coop);
	check(post(at("/groupes/%" PRId64 "/actions", paris), "titre=Coller") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM tache"));
	both_ask(benp, coop, at("/groupes/%" PRId64 "/actions/%" PRId64 "/etat", paris, id),
		"etat=fait", "etat=fait", status);
	check(status[0] == 3 && status[1] == 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM publication WHERE genre = 'action'")) == 1);
}

/* Two who have nothing in common but the head of the chain. */
static void
chain(void)
{
	struct racer both[2] = {
		{ benp, at("/groupes/%" PRId64 "/publications", paris), "genre=message&texte=Un" },
		{ benl, at("/groupes/%" PRId64 "/publications", lille), "genre=message&texte=Deux" }
	};
	int status[2];

	t_race(both, JOURNAL, status);
	check(status[0] == 3 && status[1] == 3);
	check(journal_verify(&t) == 0);
}

static void
races(void)
{
	db_begin(false);
	compte_cost = (struct compte_cost) { 1, 8192 };
	talkers();
	t_account(benp, "");
	t_account(benl, "");
	tokens();
	names();
	one_report();
	pace();
	links();
	joining();
	imports();
	doing();
	chain();
}

TEST(race_limits_hold_and_names_are_given_once)
{
	t_apart(races);
}
