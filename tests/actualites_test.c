/* actualites_test.c - news: who writes, who reads, when it is published */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/actualites/actualite.h"
#include "domain/groupes/ouverture.h"
#include "people.h"
#include "plants.h"

/* Of that group, for who is in it; volunteers write none by a form. */
PLANT(actualite)
{
	struct actualite a = actualite_new();
	int64_t id;

	as(author);
	word = plant_plain(word);
	a.groupe = group;
	a.titre = arena_printf(&t.mem, "Du %s", word);
	a.chapeau = arena_printf(&t.mem, "Vu %s", word);
	a.texte = arena_printf(&t.mem, "On y parle de **%s**", word);
	a.audience = "groupes";
	a.groupes[0] = group;
	t.user.id = author;
	id = actualite_create(&t, &a);
	actualite_publish(&t, id);
	t.user.id = 0;
	return id;
}

/* One of the Siège by adm, or of Paris by Coline: its id. */
static int64_t
written(int64_t who, const char *fields)
{
	as(who);
	check(post("/actualites/nouvelle", fields) == 303);
	return plant_last("actualite");
}

static int
status_for(int64_t who, int64_t id)
{
	as(who);
	return get(at("/actualites/%" PRId64, id));
}

TEST(actualites_a_draft_is_read_by_who_writes_alone)
{
	int64_t id;

	people();
	id = written(sal, "titre=La+permanence&texte=Rue+Faventines&faire=brouillon");
	check(status_for(sal, id) == 200);
	check_says("Brouillon");
	check(status_for(benp, id) == 404);
	check(status_for(coop, id) == 404);
	as(benp);
	check(get("/actualites") == 200);
	check(strstr(t_reply->body, "La permanence") == NULL);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 303);
	check(status_for(benp, id) == 200);
	check(get("/actualites") == 200);
	check_says("La permanence");
}

TEST(actualites_are_written_by_the_staff_and_by_coordination_for_its_groups)
{
	people();
	as(benp);
	check(get("/actualites/nouvelle") == 403);
	check(post("/actualites/nouvelle", "titre=Non&publier=1") == 403);
	as(coop);
	check(get("/actualites/nouvelle") == 200);
	check(post("/actualites/nouvelle", "titre=Du+Siege&publier=1") == 422);
	check(post("/actualites/nouvelle",
		      at("titre=De+Lille&groupe=%" PRId64 "&publier=1", lille)) == 422);
	check(post("/actualites/nouvelle",
		      at("titre=De+Paris&groupe=%" PRId64 "&publier=1", paris)) == 303);
}

/* What her home shows of that title. */
static bool
home_has(int64_t who, const char *words)
{
	as(who);
	check(get("/") == 200);
	return strstr(t_reply->body, words) != NULL;
}

/* R16: on every home, in the search, and everybody is told once, also when it comes back. */
TEST(actualites_what_is_published_is_on_every_home_and_told_once)
{
	int64_t id;

	people();
	id = written(sal,
		"titre=Le+plancher+est+vote&chapeau=Quatorze+groupes&audience=tous"
		"&sorte=victoire&une=1&publier=1");
	check(home_has(benp, "Le plancher est vote"));
	check(home_has(benl, "Le plancher est vote"));
	check(home_has(sal, "À la une"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'actualite'")) ==
		1);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/retirer", id), "") == 303);
	check(!home_has(benp, "Le plancher est vote"));
	check(status_for(benp, id) == 404);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 303);
	check(home_has(benp, "Le plancher est vote"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'actualite'")) ==
		0);
}

/* R17: Lille's public news come to who follows Lille; those for its members to nobody else. */
TEST(actualites_of_a_group_come_to_who_follows_it)
{
	int64_t open;

	people();
	open = written(sal,
		at("groupe=%" PRId64 "&titre=Lille+a+rempli+la+salle"
		   "&audience=benevoles&publier=1",
			lille));
	check(status_for(benp, open) == 200);
	check(!home_has(benp, "Lille a rempli la salle"));
	check(post("/notifications/suivre", at("objet=%" PRId64 "&etat=1&retour=/", lille)) == 303);
	check(home_has(benp, "Lille a rempli la salle"));
	check(get("/actualites?qui=moi") == 200);
	check_says("Lille a rempli la salle");
	check(get(at("/groupes/%" PRId64, lille)) == 200);
	check_says("Lille a rempli la salle");
	check(status_for(benp,
		      written(sal, at("groupe=%" PRId64 "&titre=Entre+nous&publier=1", lille))) ==
		404);
	as(benl);
	check(get("/actualites") == 200);
	check_says("Entre nous");
}

TEST(actualites_of_a_territory_are_for_its_people_and_the_staff)
{
	int64_t id;

	people();
	db_exec(&t, SQL("UPDATE contact SET code_postal = '26000' WHERE id = ?"), I(benp));
	db_exec(&t, SQL("UPDATE contact SET code_postal = '75011' WHERE id = ?"), I(benl));
	t_settle(benp);
	t_settle(benl);
	as(sal);
	check(post("/actualites/nouvelle", "titre=Drome&territoire=26,+999&publier=1") == 422);
	id = written(sal, "titre=La+Drome+demenage&territoire=26,+7&publier=1");
	check(status_for(benp, id) == 200);
	check_says("Bénévoles\u00A0: Ardèche, Drôme");
	check(status_for(benl, id) == 404);
	check(status_for(sal, id) == 200);
	as(benp);
	check(get("/actualites?qui=territoire") == 200);
	check_says("La Drome demenage");
	check(get("/actualites?departement=75") == 200);
	check(strstr(t_reply->body, "La Drome demenage") == NULL);
	/* she moves, and another comes */
	db_exec(&t, SQL("UPDATE contact SET code_postal = '59000' WHERE id = ?"), I(benp));
	db_exec(&t, SQL("UPDATE contact SET code_postal = '07000' WHERE id = ?"), I(benl));
	t_settle(benp);
	t_settle(benl);
	check(status_for(benp, id) == 404);
	check(status_for(benl, id) == 200);
}

static void
turn(void)
{
	actualite_tour(&t);
}

/* E: once, within a turn, however often the turn comes. */
TEST(actualites_are_published_at_their_moment_once)
{
	int64_t id;

	people();
	t_clock("2027-03-01 10:00:00");
	as(sal);
	check(post("/actualites/nouvelle", "titre=Mardi&le=jamais&publier=1") == 422);
	id = written(sal, "titre=Mardi+a+neuf+heures&le=2027-03-02T09:00&publier=1");
	check(get(at("/actualites/%" PRId64, id)) == 200);
	check_says("Programmée");
	turn();
	check(status_for(benp, id) == 404);
	t_clock("2027-03-02 08:00:30");
	turn();
	turn();
	check(status_for(benp, id) == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE objet_id = ?"), I(id)) ==
		1);
	check_text(db_string(&t, SQL("SELECT publie_le FROM actualite WHERE id = ?"), I(id)),
		"2027-03-02 08:00:30");
}

/* Nothing of her is published without her yes, and she can take it back. */
TEST(actualites_a_portrait_waits_for_whom_it_shows)
{
	int64_t id;

	people();
	id = written(sal,
		at("titre=Portrait+d+Elodie&sorte=portrait&texte=Elle+trie"
		   "&portrait_de=%" PRId64 "&publier=1",
			benp));
	check(status_for(benl, id) == 404);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 409);
	check(post(at("/actualites/%" PRId64 "/accord", id), "reponse=oui") == 403);
	check(status_for(benp, id) == 200);
	check_says("C’est votre portrait");
	check(post(at("/actualites/%" PRId64 "/accord", id), "reponse=oui") == 303);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 303);
	check(status_for(benl, id) == 200);
	check(get(at("/contacts/%" PRId64 "/parcours", benp)) == 200);
	check_says("Portrait d Elodie");
	as(benp);
	check(post(at("/actualites/%" PRId64 "/accord", id), "reponse=non") == 303);
	check(status_for(benl, id) == 404);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 409);
}

/* What is published and shows somebody from then on waits for her. */
TEST(actualites_that_show_somebody_afterwards_wait_for_her)
{
	int64_t id;

	people();
	id = written(sal, "titre=Au+tri&texte=Elle+trie&publier=1");
	check(status_for(benl, id) == 200);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/modifier", id), at("portrait_de=%" PRId64, benp)) ==
		303);
	check(status_for(benl, id) == 404);
	as(benp);
	check(post(at("/actualites/%" PRId64 "/accord", id), "reponse=oui") == 303);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/modifier", id), "texte=Elle+trie+bien&publier=1") ==
		303);
	check(status_for(benl, id) == 404); /* other words */
	as(benp);
	check(post(at("/actualites/%" PRId64 "/accord", id), "reponse=oui") == 303);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 303);
	check(status_for(benl, id) == 200);
}

TEST(actualites_close_their_comments_and_reactions)
{
	int64_t id, open;

	people();
	id = written(sal, "titre=Sans+un+mot&avec_options=1&publier=1");
	open = written(sal, "titre=Parlons&publier=1");
	check(status_for(benp, id) == 200);
	check(strstr(t_reply->body, "Votre commentaire") == NULL);
	check(post(at("/fil/%" PRId64 "/commentaires", id), "texte=Si") == 403);
	check(post(at("/fil/%" PRId64 "/reactions", id), "genre=2") == 403);
	check(post(at("/fil/%" PRId64 "/commentaires", open), "texte=Oui") == 303);
	check(post(at("/fil/%" PRId64 "/reactions", open), "genre=2") == 303);
	check(status_for(benl, open) == 200);
	check_says("Oui");
	/* what was said under it goes with it */
	as(sal);
	check(post(at("/actualites/%" PRId64 "/retirer", open), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM commentaire c JOIN objet k ON k.id = c.id"
			  " JOIN objet o ON o.id = c.sur_id WHERE o.id = ?"
			  " AND k.liste_id = o.liste_id"),
		      I(open)) == 1);
}

TEST(actualites_are_tried_before_and_filtered_after)
{
	people();
	as(sal);
	check(post("/actualites/nouvelle", "titre=Essai&texte=**gras**&faire=apercu") == 200);
	check_says("<strong>gras</strong>");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM actualite")) == 0);
	written(sal, "titre=Un+merci&sorte=merci&publier=1");
	written(sal, "titre=Une+victoire&sorte=victoire&publier=1");
	as(benp);
	check(get("/actualites?sorte=merci") == 200);
	check_says("Un merci");
	check(strstr(t_reply->body, "Une victoire") == NULL);
	check(get("/actualites?sorte=inconnue") == 200);
	check_says("rien n’est montré");
	check(get("/actualites?annee=1999") == 200);
	check(strstr(t_reply->body, "Un merci</a>") == NULL);
	check(get("/actualites.json?qui=siege") == 200);
	check_says("\"titre\"");
	as(sal);
	check(post("/actualites/nouvelle", "titre=Mots&etiquettes=introuvable&publier=1") == 422);
	check_says("Aucune étiquette");
}

/* A group that closes or hides takes its news along: the staff outside it reads them no more. */
TEST(actualites_of_a_group_that_hides_are_its_own)
{
	int64_t id, open;

	people();
	ouverture_set(&t, paris, "ouvert");
	id = written(coop, at("groupe=%" PRId64 "&titre=Entre+nous&publier=1", paris));
	open = written(
		coop, at("groupe=%" PRId64 "&titre=A+tous&audience=benevoles&publier=1", paris));
	check(status_for(sal, id) == 200);
	ouverture_set(&t, paris, "cache");
	check(status_for(sal, id) == 404);
	check(status_for(benp, id) == 200);
	check(status_for(benl, open) == 200);
	check_hides("Groupe local de Paris");
	as(coop);
	check(post("/actualites/nouvelle",
		      at("groupe=%" PRId64 "&titre=Non&audience=tous&publier=1", paris)) == 422);
	ouverture_set(&t, paris, "ferme");
	check(status_for(sal, id) == 404);
	ouverture_set(&t, paris, "ouvert");
	check(status_for(sal, id) == 200);
}

/* She is erased: her portrait goes, and drafts that nobody read; the news that she wrote stay. */
TEST(actualites_of_who_is_erased)
{
	int64_t shown, draft, told;

	people();
	draft = written(sal, "titre=Jamais+lu&faire=brouillon");
	told = written(sal, "titre=Deja+lu&publier=1");
	shown = written(sal, at("titre=Elodie&portrait_de=%" PRId64, benp));
	actualite_erase(&t, sal);
	actualite_erase(&t, benp);
	check(db_int(
		&t, SQL("SELECT supprime_le IS NOT NULL FROM actualite WHERE id = ?"), I(draft)));
	check(db_int(&t,
		SQL("SELECT supprime_le IS NOT NULL AND portrait_id IS NULL"
		    " FROM actualite WHERE id = ?"),
		I(shown)));
	check(status_for(benl, told) == 200);
}
