/* grille_test.c - the grid of rights on screen, delegation, reading as somebody, who sees this */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/acces/acces.h"
#include "domain/messages/conversation.h"
#include "t.h"

#define TOKEN "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static int64_t adm, sal, benp, benl, paris;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	sal = t_person("Salomé", "Siège", "sal@exemple.org", "", "salarie");
	benp = t_person("Basile", "Paris", "benp@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "benl@exemple.org", "confirme", "benevole");
	t_account(adm, "admin");
	t_member(paris, benp, "membre");
}

static int64_t
level(int profil, const char *domaine)
{
	return db_int(&t,
		SQL("SELECT niveau FROM profil_droit WHERE profil_id = ? AND domaine = ?"),
		I(profil), S(domaine));
}

/* The grid of volunteers as it is, but for one domain. */
static const char *
form(const char *change)
{
	return arena_printf(
		&t.mem, "d_coordonnees=1&d_fil=1&d_agenda=1&d_creation=2&d_export=2&%s", change);
}

TEST(grille_says_what_will_change_before_it_changes)
{
	people();
	as(adm);
	check(get("/admin/droits") == 200);
	check_says("Coordination de groupe");
	check(post("/admin/droits/5", form("d_contacts=1")) == 200);
	check_says("Ce qui va changer");
	check_says("<del>Tout</del>, désormais <ins>Son groupe</ins>");
	check(strstr(strstr(t_reply->body, "<del>") + 1, "<del>") == NULL); /* that right alone */
	check(level(5, "contacts") == 2);
	as(benl);
	check(get(arena_printf(&t.mem, "/contacts/%d", (int) benp)) == 200);
	as(adm);
	check(post("/admin/droits/5", form("d_contacts=1&confirmer=1")) == 303);
	check(level(5, "contacts") == 1);
	as(benl);
	check(get(arena_printf(&t.mem, "/contacts/%d", (int) benp)) == 404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM journal WHERE acte = 'droit.modifie'")) == 1);
}

TEST(grille_of_the_administration_stays_whole)
{
	people();
	as(adm);
	check(get("/admin/droits/1") == 200);
	check(post("/admin/droits/1", "confirmer=1") == 404);
	check(level(1, "administration") == 2);
}

TEST(grille_takes_and_gives_export)
{
	people();
	as(benl);
	check(get("/annuaire.csv") == 200);
	db_exec(&t, SQL("DELETE FROM profil_droit WHERE profil_id = 5 AND domaine = 'export'"));
	check(get("/annuaire.csv") == 403);
	check(get("/annuaire.json") == 200);
}

TEST(grille_one_domain_is_delegated_to_one_person_and_no_other)
{
	people();
	as(benp);
	check(get("/admin/champs") == 403);
	as(adm);
	check(post("/admin/droits/nouveau", "email=benp%40exemple.org") == 303);
	check(post(t_reply->location, "d_administration=2&confirmer=1") == 303);
	as(benp);
	check(get("/admin/champs") == 200);
	check(get("/admin/droits") == 403 && get("/admin/droits/comme") == 403);
	as(benl);
	check(get("/admin/champs") == 403);
	as(sal);
	check(get("/admin/champs") == 403);
	as(adm);
	check(post("/admin/droits/nouveau", "email=benp%40exemple.org") == 422);
	check(post("/admin/droits/nouveau", "email=personne%40exemple.org") == 422);
	check_says("Aucune personne de l’espace");
	check(post("/admin/droits/nouveau", "") == 422);
}

TEST(grille_nobody_gives_a_right_that_she_has_not)
{
	people();
	as(adm);
	check(post("/admin/droits/nouveau", "email=benp%40exemple.org") == 303);
	check(post(t_reply->location, "d_administration=2&confirmer=1") == 303);
	as(benp);
	check(post("/admin/droits/5", form("d_contacts=2&d_lettres=2&confirmer=1")) == 403);
	check(post("/admin/droits/5", form("d_contacts=2&d_administration=2&confirmer=1")) == 403);
	check(level(5, "lettres") == 0 && level(5, "administration") == 0);
}

TEST(grille_a_profile_is_a_type_a_role_or_a_group)
{
	people();
	as(adm);
	check(post("/admin/droits/nouveau",
		      arena_printf(&t.mem, "qui=groupe%%3A%d", (int) paris)) == 303);
	check(post(t_reply->location, "d_lettres=2&confirmer=1") == 303);
	t.user.id = benp;
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact_public cp"
			  " JOIN profil p ON p.public_id = cp.public_id AND p.genre = 'groupe'"
			  " WHERE cp.contact_id = ?"),
		      I(benp)) == 1);
	check(post("/admin/droits/nouveau", "qui=role%3Areferent_plaidoyer") == 303);
	check(post("/admin/droits/nouveau", "qui=role%3Ainconnu") == 422);
	check(post("/admin/droits/nouveau", "qui=statut%3Aconfirme") == 422);
}

static void
session_of(int64_t who)
{
	db_exec(&t,
		SQL("INSERT INTO session (empreinte, contact_id, csrf, cree_le, vu_le, expire_le)"
		    " VALUES (UNHEX(?), ?, 'jeton', UTC_TIMESTAMP(), UTC_TIMESTAMP(),"
		    " UTC_TIMESTAMP() + INTERVAL 1 DAY)"),
		S(sha256_hex(&t.mem, TOKEN, 64)), I(who));
	t_cookie("__Host-essaim=" TOKEN);
	as(0);
}

TEST(grille_reading_as_somebody_only_looks)
{
	const char *her = NULL;

	people();
	session_of(adm);
	her = arena_printf(&t.mem, "/contacts/%d", (int) benp);
	check(post("/admin/droits/comme", arena_printf(&t.mem, "contact=%d", (int) benl)) == 303);
	check(get("/") == 200);
	check_says("Vous voyez l’espace comme");
	check_says("Berthe");
	check(get("/admin/droits") == 403);
	check(get("/compte") == 403);
	check_says("En lecture seule");
	check(get(her) == 200);
	check_hides("benp@exemple.org");
	check(post(arena_printf(&t.mem, "/contacts/%d/modifier", (int) benl), "bio=faux") == 403);
	check(post("/compte/comme/fin", "") == 303);
	check(get("/admin/droits") == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acteur_id = ?"
			  " AND acte LIKE 'droit.voir\\_comme%'"),
		      I(adm)) == 2);
}

/* A file that was joined to a conversation of that person.  Its id. */
static int64_t
private_file(int64_t who)
{
	t.user.id = who;
	conf.store_url = "file:///tmp";
	db_exec(&t,
		SQL("INSERT INTO fichier_contenu (empreinte, taille, cree_le, sain_le)"
		    " VALUES (REPEAT('a', 64), 1, UTC_TIMESTAMP(), UTC_TIMESTAMP())"));
	return db_insert(&t,
		SQL("INSERT INTO fichier (empreinte, nom, type, objet_id, cree_le, cree_par)"
		    " VALUES (REPEAT('a', 64), 'x.txt', 'text/plain', ?, UTC_TIMESTAMP(), ?)"),
		I(conversation_between(&t, benp)), I(who));
}

TEST(grille_reading_as_somebody_opens_nothing_that_she_keeps_for_herself)
{
	const char *file, *store = conf.store_url;

	people();
	file = arena_printf(&t.mem, "/fichiers/%d", (int) private_file(sal));
	as(sal);
	check(get(file) == 200);
	check(post(arena_printf(&t.mem, "/contacts/%d/notes", (int) benp),
		      "texte=Pour+moi&niveau=auteur&rappel_le=2099-01-01") == 303);
	db_exec(&t, SQL("UPDATE note SET rappel_le = '2020-01-01'"));
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=est&v1=Paris&faire=garder&nom=Mes+Parisiens"
		      "&partage=prive") == 303);
	check(get("/") == 200);
	check_says("Pour moi");
	session_of(adm);
	check(post("/admin/droits/comme", arena_printf(&t.mem, "contact=%d", (int) sal)) == 303);
	check(get("/") == 200);
	check_hides("Pour moi");
	check(get(arena_printf(&t.mem, "/contacts/%d", (int) benp)) == 200);
	check_hides("Pour moi");
	check(get(arena_printf(&t.mem, "/contacts/%d/parcours", (int) benp)) == 200);
	check_hides("Pour moi");
	check(get("/annuaire/segments") == 200);
	check_hides("Mes Parisiens");
	check(get(file) == 404);
	conf.store_url = store;
}

/* Pages of her own are shut at their door, whatever they would show. */
TEST(grille_reading_as_somebody_keeps_out_of_what_is_private)
{
	const char *shut[] = { "/messages", "/messages/nouveau", "/messages/siege",
		"/notifications", "/notifications/cloche", "/notifications/preferences",
		"/notifications/suivis", "/compte", "/compte/donnees", "/compte/second_facteur",
		arena_printf(&t.mem, "/contacts/accueil/1"), NULL, NULL };
	int64_t talk;

	people();
	as(sal);
	check(post("/messages/nouveau",
		      arena_printf(&t.mem, "a=%d&texte=Entre+nous&cle=1", (int) benp)) == 303);
	talk = db_int(&t, SQL("SELECT MAX(id) FROM conversation"));
	shut[11] = arena_printf(&t.mem, "/messages/%d", (int) talk);
	shut[12] = arena_printf(&t.mem, "/contacts/%d/notes", (int) benp);
	session_of(adm);
	check(post("/admin/droits/comme", arena_printf(&t.mem, "contact=%d", (int) sal)) == 303);
	for (size_t i = 0; i < sizeof shut / sizeof *shut; i++) {
		t_check(get(shut[i]) == 403, __FILE__, __LINE__, shut[i]);
		check_says("En lecture seule");
		t_check(get(arena_printf(&t.mem, "%s.json", shut[i])) == 403, __FILE__, __LINE__,
			shut[i]);
	}
}

TEST(grille_reading_as_somebody_ends_with_the_role)
{
	people();
	session_of(adm);
	check(post("/admin/droits/comme", arena_printf(&t.mem, "contact=%d", (int) benl)) == 303);
	db_exec(&t, SQL("UPDATE compte SET role = '' WHERE contact_id = ?"), I(adm));
	check(get("/") == 200);
	check_hides("Vous voyez l’espace comme");
	check_says("Adèle");
}

TEST(grille_who_sees_this_is_told_to_who_sees_it)
{
	people();
	as(benl);
	check(get(arena_printf(&t.mem, "/acces/%d", (int) benp)) == 200);
	check_says("4 personnes");
	check(get(arena_printf(&t.mem, "/acces/%d.json", (int) benp)) == 200);
	check_says("\"total\":4");
	check_says("Basile Paris");
	as(benl);
	check(get("/acces/999999999") == 404);
}

TEST(grille_who_sees_this_is_named_a_page_at_a_time)
{
	people();
	for (int i = 0; i < 50; i++)
		t_person(arena_printf(&t.mem, "Nombreuse%02d", i), "Zz",
			arena_printf(&t.mem, "n%d@exemple.org", i), "confirme", "benevole");
	as(benl);
	check(get(arena_printf(&t.mem, "/acces/%d", (int) benp)) == 200);
	check_says("Nombreuse00");
	check_hides("Nombreuse49");
	check_says("?page=2\"");
	check(get(arena_printf(&t.mem, "/acces/%d?page=2", (int) benp)) == 200);
	check_hides("Nombreuse00");
	check_says("Nombreuse49");
	check_hides("?page=3\"");
}

TEST(grille_who_sees_this_is_a_step_from_an_action_and_leads_back)
{
	int64_t action, discreet;

	people();
	as(benp);
	check(post(arena_printf(&t.mem, "/groupes/%" PRId64 "/actions", paris), "titre=Barnum") ==
		303);
	action = db_int(&t, SQL("SELECT MAX(id) FROM tache"));
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/actions/%" PRId64, paris, action)) ==
		200);
	check(strstr(t_reply->body, arena_printf(&t.mem, "/acces/%" PRId64, action)) != NULL);
	check(get(arena_printf(&t.mem, "/acces/%" PRId64, action)) == 200);
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "href=\"/groupes/%" PRId64 "/actions/%" PRId64 "\"",
			      paris, action)) != NULL);
	check_says("/contacts/");
	check_says("Basile Paris");
	discreet = t_person("Prosper", "Discret", "pro@exemple.org", "confirme", "benevole");
	t_member(paris, discreet, "membre");
	db_exec(&t, SQL("UPDATE contact SET discret = TRUE WHERE id = ?"), I(discreet));
	acces_contact(&t, discreet);
	check(get(arena_printf(&t.mem, "/acces/%" PRId64, action)) == 200);
	check_says("Basile Paris");
	check_hides("Prosper"); /* who sees it too, and is not to be seen by her */
	as(sal);
	check(get(arena_printf(&t.mem, "/acces/%d", (int) paris)) == 200);
	as(benl);
	check(get(arena_printf(&t.mem, "/acces/%" PRId64, action)) == 404);
}

TEST(grille_reading_as_somebody_opens_neither_conversations_nor_reminders)
{
	const char *file, *readers;
	int64_t id;

	people();
	t_member(paris, benl, "coordination");
	as(benl);
	check(post("/messages/nouveau",
		      arena_printf(&t.mem, "a=%d&texte=Entre+nous&cle=1", (int) benp)) == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM conversation"));
	db_exec(&t,
		SQL("INSERT INTO fichier_contenu (empreinte, taille, sain_le, cree_le)"
		    " VALUES ('ab', 1, UTC_TIMESTAMP(), UTC_TIMESTAMP())"));
	file = arena_printf(&t.mem, "/fichiers/%d",
		(int) db_insert(&t,
			SQL("INSERT INTO fichier (empreinte, nom, type, objet_id, cree_le)"
			    " VALUES ('ab', 'lettre.txt', 'text/plain', ?, UTC_TIMESTAMP())"),
			I(id)));
	readers = arena_printf(&t.mem, "/acces/%d", (int) id);
	check(post(arena_printf(&t.mem, "/contacts/%d/notes", (int) benp),
		      "texte=Tournesol&rappel_le=2099-11-20&niveau=auteur") == 303);
	db_exec(&t, SQL("UPDATE note SET rappel_le = '2020-11-20'"));
	check(get(file) == 200 && get(readers) == 200 && get("/") == 200);
	check_says("Tournesol");
	session_of(adm);
	check(post("/admin/droits/comme", arena_printf(&t.mem, "contact=%d", (int) benl)) == 303);
	check(get(file) == 404 && get(readers) == 404 && get("/") == 200);
	check_hides("Tournesol");
}

TEST(grille_of_many_profiles_comes_in_pages_and_as_a_table)
{
	const char *text;

	people();
	for (int i = 0; i < 6; i++) {
		int64_t id = t_person(arena_printf(&t.mem, "Deleguee%d", i), "Zz",
			arena_printf(&t.mem, "d%d@exemple.org", i), "confirme", "benevole");

		db_exec(&t,
			SQL("INSERT INTO profil (titre, genre, public_id, suffixe, ordre)"
			    " VALUES (?, 'personne', ?, '', ?)"),
			S(arena_printf(&t.mem, "Deleguee%d", i)),
			I(public_id(&t, "personne", arena_printf(&t.mem, "%" PRId64, id), "x")),
			I(900 + i));
	}
	as(adm);
	check(get("/admin/droits") == 200);
	check_hides("Deleguee5");
	check_says("/admin/droits?page=2");
	check(get("/admin/droits?page=2") == 200);
	check_says("Deleguee5");
	check_hides("Siège, administration");
	check(get("/admin/droits.csv") == 200);
	text = t_file();
	check(strstr(text, "Profil;Contacts;") != NULL);
	check(strstr(text, "Deleguee5;Non;Non") != NULL);
	check(strstr(text, "Siège, administration") != NULL && strstr(text, ";Tout;Tout") != NULL);
}
