/* relais_test.c - who asks to join is welcomed by somebody; who falls silent is not forgotten */

#include <inttypes.h>
#include <string.h>

#include "domain/contacts/accueil.h"
#include "domain/groupes/ouverture.h"
#include "t.h"

static int64_t paris, seul, coo1, coo2, benL, sal;

static void
people(bool synced)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	seul = t_group("groupe_local", "Groupe local de Nulle part");
	coo1 = t_person("Colette", "Un", "coo1@exemple.org", "confirme", "benevole");
	coo2 = t_person("Colin", "Deux", "coo2@exemple.org", "confirme", "benevole");
	benL = t_person("Berthe", "Lille", "benl@exemple.org", "confirme", "benevole");
	sal = t_person("Salome", "Siege", "sal@exemple.org", "", "salarie");
	t_member(paris, coo1, "coordination");
	t_member(paris, coo2, "coordination");
	if (synced)
		db_exec(&t,
			SQL("INSERT INTO sync_tour (genre, debut, fin, etat)"
			    " VALUES ('complet', '2020-01-01', '2020-01-01', 'fait')"));
}

static int64_t
prospect(const char *prenom, int64_t group)
{
	int64_t id = t_person(prenom, "Nouvelle", "n@exemple.org", "prospect", "benevole");

	t_member(group, id, "membre");
	t_settle(id);
	return id;
}

static int64_t
of(int64_t contact)
{
	return db_int(&t,
		SQL("SELECT COALESCE(responsable_id, 0) FROM relais WHERE contact_id = ?"),
		I(contact));
}

TEST(relais_gives_each_newcomer_to_who_has_the_fewest)
{
	int64_t a, b;

	people(true);
	a = prospect("Alice", paris);
	b = prospect("Bob", paris);
	check(of(a) != 0 && of(b) != 0 && of(a) != of(b));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'tache'")) == 2);
	as(of(a));
	check(get("/contacts/accueil") == 200);
	check_says("Alice");
	check_hides("Bob");
	check(get("/contacts/accueil?vue=tous") == 200);
	check_says("Bob");
	check(get("/") == 200);
	check_says("/contacts/accueil");
	as(benL);
	check(get("/contacts/accueil") == 404);
	as(a);
	check(get("/contacts/accueil") == 403);
}

static const char *
task(int64_t contact)
{
	return arena_printf(&t.mem, "/contacts/accueil/%" PRId64,
		db_int(&t, SQL("SELECT id FROM relais WHERE contact_id = ?"), I(contact)));
}

/* Home, the list, the page of the group and hers say the same of who was there before. */
TEST(relais_keeps_who_was_there_before_in_the_one_list_without_a_day)
{
	int64_t a;
	const char *page;

	people(false);
	a = prospect("Alice", paris);
	page = arena_printf(&t.mem, "/contacts/%" PRId64, a);
	check(of(a) != 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM relais WHERE echeance IS NULL")) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'tache'")) == 0);
	as(of(a));
	check(get("/") == 200);
	check_says("Accueillir 1 personne");
	check_says("/contacts/accueil?vue=miens");
	check(get("/contacts/accueil?vue=miens") == 200);
	check_says("Alice");
	check(get(task(a)) == 200);
	check_says("de la part de «\u00A0Groupe local de Paris\u00A0» et");
	check(get(page) == 200);
	check_says("C’est à vous que son accueil est confié.");
	check_says("Accueillie");
	check(post(task(a), "etat=contacte&retour=fiche") == 303);
	check(strcmp(t_reply->location, arena_printf(&t.mem, "%s?fait=relais", page)) == 0);
	check(get(page) == 200);
	check(strstr(t_reply->body, of(a) == coo1 ? "par Colette Un" : "par Colin Deux") != NULL);
	check_hides("confié");
	check(get("/contacts/accueil?vue=miens") == 200);
	check_hides("Alice");
	check(get("/") == 200);
	check_hides("Accueillir");
	as(sal);
	check(get(page) == 200);
	check(strstr(t_reply->body, of(a) == coo1 ? "par Colette Un" : "par Colin Deux") != NULL);
	check(post(task(a), "etat=a_faire") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM relais WHERE accueilli_par IS NULL")) == 1);
	as(benL);
	get(page);
	check_hides("accueilli-e");
}

/* Her first visit says who welcomes her, and never that she is in. */
TEST(relais_tells_who_is_interested_who_welcomes_her)
{
	int64_t a;

	people(true);
	a = prospect("Alice", paris);
	as(a);
	check(get("/") == 200);
	check_says("Qui vous accueille");
	check_says("Vos premiers pas");
	check_says("Groupe local de Paris");
	check_hides("Rien ne vous attend");
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64, paris)) == 200);
	check_says("Votre demande est transmise");
	check_hides("Vous en faites partie");
	check_hides("Rejoignez le groupe");
	as(coo1);
	check(get("/") == 200);
	check_hides("Vos premiers pas");
}

TEST(relais_of_a_group_without_coordination_waits_for_the_staff)
{
	int64_t a, coo;

	people(true);
	a = prospect("Alice", seul);
	check(of(a) == 0);
	as(sal);
	check(get("/contacts/accueil?vue=seuls") == 200);
	check_says("Alice");
	check_says("sans coordination");
	as(coo1);
	check(get("/contacts/accueil?vue=seuls") == 200);
	check_hides("Alice");
	coo = t_person("Cora", "Trois", "coo3@exemple.org", "confirme", "benevole");
	t_member(seul, coo, "coordination");
	accueil_settle(&t);
	check(of(a) == coo);
	db_exec(&t, SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ?"), I(coo));
	accueil_settle(&t);
	check(of(a) == 0);
}

TEST(relais_goes_on_by_its_coordination_alone)
{
	int64_t a;

	people(true);
	a = prospect("Alice", paris);
	as(benL);
	check(get(task(a)) == 404);
	check(post(task(a), "etat=contacte") == 404);
	as(coo1);
	check(get(task(a)) == 200);
	check_says("Bonjour Alice");
	check(post(task(a), "etat=nimporte") == 422);
	check(post(task(a), arena_printf(&t.mem, "responsable=%" PRId64, benL)) == 422);
	check(post(task(a), arena_printf(&t.mem, "responsable=%" PRId64, coo2)) == 303);
	check(of(a) == coo2);
	check(post(task(a), "etat=contacte") == 303);
	check_text(db_string(&t, SQL("SELECT etat FROM relais WHERE contact_id = ?"), I(a)),
		"contacte");
	db_exec(&t, SQL("UPDATE relais SET echeance = '2020-01-01'"));
	as(sal);
	check(get("/contacts/accueil?vue=retard") == 200);
	check_says("Alice");
	db_exec(&t, SQL("UPDATE contact SET statut = 'confirme' WHERE id = ?"), I(a));
	t_settle(a);
	check_text(db_string(&t, SQL("SELECT etat FROM relais WHERE contact_id = ?"), I(a)),
		"rejoint");
}

TEST(relais_of_a_hidden_group_is_not_told_to_the_staff)
{
	int64_t a;

	people(true);
	ouverture_set(&t, paris, "cache");
	a = prospect("Alice", paris);
	as(sal);
	check(get("/contacts/accueil?vue=tous") == 200);
	check_hides("Groupe local de Paris");
	check(get(task(a)) == 404);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/parcours", a)) == 200);
	check_hides("Groupe local de Paris");
	as(of(a));
	check(get("/contacts/accueil?vue=tous") == 200);
	check_says("Groupe local de Paris");
	check(get(task(a)) == 200);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/parcours", a)) == 200);
	check_says("Groupe local de Paris");
}

/* A member of the group whose last sign is DAYS old. */
static int64_t
quiet(const char *prenom, int days)
{
	int64_t id = t_person(prenom, "Calme", "q@exemple.org", "confirme", "benevole");

	t_member(paris, id, "membre");
	db_exec(&t,
		SQL("UPDATE membre SET debut = UTC_DATE() - INTERVAL ? DAY WHERE contact_id = ?"),
		I(days), I(id));
	return id;
}

TEST(silence_lists_who_gave_no_sign_and_is_not_on_a_break)
{
	int64_t muette, pause;
	const char *path;

	people(true);
	muette = quiet("Muette", 100);
	quiet("Bavarde", 10);
	pause = quiet("Paisible", 100);
	db_exec(&t,
		SQL("UPDATE contact SET pause_jusqu_a = UTC_DATE() + INTERVAL 3 DAY WHERE id = ?"),
		I(pause));
	path = arena_printf(&t.mem, "/contacts/silence?groupe=%" PRId64, paris);
	as(coo1);
	check(get(path) == 200);
	check_says("Muette");
	check_says("100 jours");
	check_hides("Bavarde");
	check_hides("Paisible");
	as(benL);
	check(get(path) == 404);
	check(post(arena_printf(&t.mem, "/contacts/silence/%" PRId64, muette), "genre=recues") ==
		404);
	as(coo1);
	check(post(arena_printf(&t.mem, "/contacts/silence/%" PRId64, muette), "genre=demandees") ==
		303);
	check(get(path) == 200);
	check_says("nouvelles demandées");
	check(post(arena_printf(&t.mem, "/contacts/silence/%" PRId64, muette), "genre=recues") ==
		303);
	check(get(path) == 200);
	check_hides("Muette");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ? AND fin IS NULL"),
		      I(muette)) == 1);
}

TEST(relais_and_silence_are_a_step_from_the_group_for_its_coordination)
{
	const char *group;
	int64_t lille;

	people(true);
	lille = t_group("groupe_local", "Groupe local de Lille");
	t_member(lille, coo1, "coordination");
	t_member(paris, benL, "membre");
	prospect("Alice", paris);
	prospect("Lucien", lille);
	group = arena_printf(&t.mem, "/groupes/%" PRId64, paris);
	as(coo1);
	check(get(group) == 200);
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "/contacts/accueil?vue=tous&amp;groupe=%" PRId64,
			      paris)) != NULL);
	check_says("Personnes à accueillir <b>1</b>");
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "/contacts/silence?groupe=%" PRId64, paris)) != NULL);
	check(get(arena_printf(&t.mem, "/contacts/accueil?vue=tous&groupe=%" PRId64, paris)) ==
		200);
	check_says("Alice");
	check_hides("Lucien");
	check(get("/contacts/accueil?vue=tous") == 200);
	check_says("Lucien");
	check(get(arena_printf(&t.mem, "/contacts/accueil.csv?vue=tous&groupe=%" PRId64, paris)) ==
		200);
	check(t_reply->file != 0);
	as(coo2);
	check(get(arena_printf(&t.mem, "/contacts/accueil.csv?vue=tous&groupe=%" PRId64, lille)) ==
		404);
	check(get(arena_printf(&t.mem, "/contacts/accueil?vue=tous&groupe=%" PRId64, lille)) ==
		404);
	as(benL);
	check(get(group) == 200);
	check_hides("/contacts/accueil");
	check_hides("/contacts/silence");
}

TEST(silence_of_many_comes_in_pages_and_as_a_table)
{
	const char *path;

	people(true);
	path = arena_printf(&t.mem, "/contacts/silence?groupe=%" PRId64, paris);
	for (int i = 0; i < 20; i++) {
		int64_t one = t_person(arena_printf(&t.mem, "Muet%02d", i), "Zz",
			arena_printf(&t.mem, "m%d@exemple.org", i), "confirme", "benevole");

		t_member(paris, one, "membre");
		db_exec(&t,
			SQL("UPDATE membre SET debut = UTC_DATE() - INTERVAL ? DAY"
			    " WHERE contact_id = ?"),
			I(200 + i), I(one));
		db_exec(&t,
			SQL("UPDATE parcours SET debut = UTC_DATE() - INTERVAL 200 DAY"
			    " WHERE contact_id = ?"),
			I(one));
	}
	as(coo1);
	check(get(path) == 200);
	check_says("Muet19");
	check_hides("Muet00");
	check_says("20 personnes");
	check(get(arena_printf(&t.mem, "%s&page=2", path)) == 200);
	check_says("Muet00");
	check_hides("Muet19");
	check(get(arena_printf(&t.mem, "/contacts/silence.csv?groupe=%" PRId64, paris)) == 200);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'nouvelles.export'"
			  " AND objet_id = ?"),
		      I(paris)) == 1);
	as(benL);
	check(get(arena_printf(&t.mem, "/contacts/silence.csv?groupe=%" PRId64, paris)) == 404);
}
