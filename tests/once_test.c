/* once_test.c - what is sent twice is done once, and by two at the same instant too */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/param.h"
#include "domain/compte/compte.h"
#include "domain/objets/fichier.h"
#include "talk.h"
#include "web/once.h"
#include "web/reply.h"

/* Rows of whatever a form makes. */
static int64_t
made(void)
{
	return db_int(&t,
		SQL("SELECT (SELECT COUNT(*) FROM objet) + (SELECT COUNT(*) FROM message) +"
		    " (SELECT COUNT(*) FROM note)"
		    " + (SELECT COUNT(*) FROM groupe_demande) + (SELECT COUNT(*) FROM segment) +"
		    " (SELECT COUNT(*) FROM etiquette)"
		    " + (SELECT COUNT(*) FROM etiquette_famille) + (SELECT COUNT(*) FROM import) +"
		    " (SELECT COUNT(*) FROM jeton_api)"
		    " + (SELECT COUNT(*) FROM champ) + (SELECT COUNT(*) FROM groupe_type) +"
		    " (SELECT COUNT(*) FROM groupe_role)"
		    " + (SELECT COUNT(*) FROM siege_sujet) + (SELECT COUNT(*) FROM signalement) +"
		    " (SELECT COUNT(*) FROM journal)"));
}

/* The key that the page just got gives to its forms. */
static const char *
key_of_page(void)
{
	const char *s = t_reply->body != NULL ?
		strstr(t_reply->body, "name=\"csrf\" value=\"jeton.") :
		NULL;

	return s != NULL ? arena_printf(&t.mem, "%.32s", s + 25) : "";
}

static void
twice(int64_t who, const char *path, const char *body)
{
	const char *led;
	int64_t before, after;

	as(who);
	before = made();
	body = arena_printf(&t.mem, "%s&cle=une", body);
	post(path, body);
	led = arena_printf(
		&t.mem, "%s", t_reply->location != NULL ? t_reply->location : t_reply->after);
	t_check(t_reply->status == 303 || t_reply->status == 200, __FILE__, __LINE__, path);
	after = made();
	t_check(after > before, __FILE__, __LINE__, path);
	t_check(post(path, body) == 303, __FILE__, __LINE__, path);
	t_check(t_reply->location != NULL && led != NULL && strcmp(t_reply->location, led) == 0,
		__FILE__, __LINE__, path);
	t_check(made() == after, __FILE__, __LINE__, path);
}

TEST(once_whatever_is_made_is_made_once)
{
	int64_t id;

	compte_cost = (struct compte_cost) { 1, 8192 };
	talkers();
	id = a_post("genre=message&titre=Mot&texte=Bonjour");
	twice(benp, at("/fil/%" PRId64 "/commentaires", id), "texte=Bien");
	twice(benm, at("/groupes/%" PRId64 "/rejoindre", paris), "mot=Bonjour");
	twice(coop, at("/groupes/%" PRId64 "/inviter", paris),
		at("contact=%" PRId64 "&role=coordination&mot=Viens", sal));
	twice(benp, at("/groupes/%" PRId64 "/publications", paris),
		"genre=message&titre=Mot&texte=Bonjour");
	twice(benp, at("/groupes/%" PRId64 "/publications", paris),
		"genre=sondage&titre=Quel+soir&reponses=Jeudi%0D%0AVendredi");
	twice(benp, at("/groupes/%" PRId64 "/actions", paris), "titre=Coller");
	twice(benp, "/messages/nouveau", at("a=%" PRId64 "&texte=Chut", benl));
	twice(benp, at("/messages/%" PRId64, db_int(&t, SQL("SELECT MAX(id) FROM conversation"))),
		"texte=Encore");
	twice(benp, "/messages/siege", "sujet=2&texte=Notre+local+ferme");
	twice(coop, "/messages/groupe",
		at("groupe=%" PRId64 "&titre=Samedi&texte=Venez&reponses=auteur", paris));
	twice(coop, "/groupes/nouveau", "titre=GT+Climat&type=groupe_travail&ouverture=ferme");
	twice(sal, at("/contacts/%" PRId64 "/notes", benp), "texte=A+rappeler&niveau=siege");
	twice(adm, "/etiquettes/nouvelle", "nom=Fiable&famille=1");
	twice(adm, "/etiquettes/familles/nouvelle", "nom=Lieux&teinte=4&creation=3");
	twice(adm, "/annuaire/segments/nouveau",
		"g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Autre&partage=prive");
	twice(adm, "/imports/lot?tout=1&champ=bio", "valeur=Bonjour&mode=1");
	twice(adm, "/messages/siege/sujets", "libelle=Presse&responsable=&ordre=5");
	twice(adm, "/compte/jetons", "nom=Tableur");
	twice(benl,
		at("/fil/%" PRId64 "/signaler",
			a_post("genre=message&titre=Mot&texte=Public&partage=tous")),
		"motif=Ce+n%27est+pas+gentil");
}

TEST(once_the_key_comes_with_the_page_and_other_words_are_another_sending)
{
	int64_t id, before;
	const char *key, *path;

	talkers();
	id = a_post("genre=message&titre=Mot&texte=Bonjour");
	path = at("/fil/%" PRId64 "/commentaires", id);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	key = key_of_page();
	check(strlen(key) == 32);
	check(get(at("/groupes/%" PRId64 "/publications/%" PRId64, paris, id)) == 200);
	check(strcmp(key, key_of_page()) != 0);
	before = db_int(&t, SQL("SELECT COUNT(*) FROM commentaire"));
	check(post(path, at("texte=&cle=%s", key)) == 422);
	check(post_raw(path, at("csrf=jeton.%s&texte=Un", key)) == 303);
	check(post_raw(path, at("csrf=jeton.%s&texte=Un", key)) == 303);
	check(post_raw(path, at("csrf=jetonx.%s&texte=Un", key)) == 403);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM commentaire")) == before + 1);
	check(post(path, at("texte=Deux&cle=%s", key)) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM commentaire")) == before + 2);
	check(post(path, "texte=Trois") == 303 && post(path, "texte=Trois") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM commentaire")) == before + 4);
	as(coop);
	check(post(path, at("texte=Un&cle=%s", key)) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM commentaire")) == before + 5);
	id = a_post("genre=message&titre=Autre&texte=Bonjour");
	as(coop); /* the forms of one page have one key */
	check(post(at("/fil/%" PRId64 "/commentaires", id), at("texte=Un&cle=%s", key)) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM commentaire")) == before + 6);
}

static int handled;

static int
count_it(struct req *r)
{
	handled++;
	return redirect(r, "/imports/1");
}

static int
send_file(const char *bytes)
{
	struct upload u = fichier_upload(&t, "liste.csv", bytes, strlen(bytes));

	t.uploads = &u;
	once(&t, count_it);
	t.uploads = NULL;
	return handled;
}

/* A table corrected under the same name, as long as before, is another one. */
TEST(once_a_file_is_known_by_what_it_holds)
{
	struct param key = { .name = "cle", .value = "k", .len = 1 };

	talkers();
	t.user.id = benp;
	t.path = "imports/fichier";
	t.params = &key;
	handled = 0;
	check(send_file("nom\nDupont\n") == 1);
	check(send_file("nom\nDupont\n") == 1);
	check(send_file("nom\nDupond\n") == 2);
	t.params = NULL;
}

static void
two_presses(void)
{
	struct racer both[2];
	int status[2];
	int64_t id;

	db_begin(false);
	talkers();
	id = a_post("genre=message&titre=Mot&texte=Bonjour");
	both[0] = both[1] = (struct racer) { benp, at("/fil/%" PRId64 "/commentaires", id),
		"texte=Une+fois&cle=k" };
	t_race(both, SQL("SELECT id FROM objet WHERE id = ? FOR UPDATE"), id, status);
	check(status[0] == 3 && status[1] == 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM commentaire")) == 1);
	both[0] = both[1] = (struct racer) { benp, "/messages/nouveau",
		at("a=%" PRId64 "&texte=Une+fois&cle=k", benl) };
	t_race(both, JOURNAL, status);
	check(status[0] == 3 && status[1] == 3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message")) == 1);
}

TEST(once_of_two_at_the_same_instant_one_waits_and_follows)
{
	t_apart(two_presses);
}
