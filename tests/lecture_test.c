/* lecture_test.c - what is shown follows what may be read: of fields, groups, tags, addresses,
 * messages */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/contacts/contact_textes.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/etiquette.h"
#include "groupes.h"
#include "net/live.h"

/* Has the reader no answer with WORD at PATH, as page and as data? */
static void
check_untold(const char *path, const char *word)
{
	for (int i = 0; i < 2; i++) {
		const char *query = strchr(path, '?');
		int n = (int) (query != NULL ? query - path : (long) strlen(path));

		check(get(at("%.*s%s%s", n, path, i == 0 ? "" : ".json",
			      query != NULL ? query : "")) < 500);
		t_check(t_reply->body == NULL || strstr(t_reply->body, word) == NULL, __FILE__,
			__LINE__, path);
	}
}

static int64_t
bio_is_for(int level)
{
	int64_t id = db_int(&t, SQL("SELECT id FROM champ WHERE cle = 'bio'"));

	as(adm);
	check(post(at("/admin/champs/%" PRId64, id),
		      at("libelle=Bio&finalite=Oui&lecture=%d&confirme=1", level)) == 303);
	return id;
}

static bool
indexed(int64_t who, const char *word)
{
	return db_int(&t, SQL("SELECT corps LIKE ? FROM recherche WHERE objet_id = ?"),
		       S(at("%%%s%%", word)), I(who)) != 0;
}

/* What the full text finds is tried in tests/browser/recherche.test.mjs: nothing here is
 * committed. */
TEST(lecture_of_a_bio_for_the_staff_is_that_of_its_words)
{
	groupes_people();
	db_exec(&t, SQL("UPDATE contact SET bio = 'J’élève un perroquet' WHERE id = ?"), I(benp));
	t_settle(benp);
	check(indexed(benp, "perroquet"));
	check(!contact_texts_wait(&t));
	bio_is_for(4);
	check(contact_texts_wait(&t)); /* people are found by their names alone */
	check(contact_texts_again(&t) > 5);
	check(!contact_texts_wait(&t));
	check(!indexed(benp, "perroquet"));
	bio_is_for(1);
	check(contact_texts_again(&t) > 5);
	check(contact_texts_again(&t) == 0);
	check(indexed(benp, "perroquet"));
}

TEST(lecture_of_a_number_that_one_hides_is_not_that_of_the_full_text)
{
	int64_t field;

	groupes_people();
	field = db_insert(&t,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " VALUES ('secours', 'Secours', '', 'courriel', 'plateforme', 1, 3,"
		    " 'coordonnees', 900, 'x', 'x')"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " VALUES (?, ?, 'perroquet@exemple.org')"),
		I(benp), I(field));
	db_exec(&t, SQL("UPDATE contact SET cache = ? WHERE id = ?"), S(at(",%" PRId64 ",", field)),
		I(benp));
	t_settle(benp);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM recherche WHERE corps LIKE '%perroquet%'")) ==
		0);
	as(benl);
	check_untold("/recherche?q=perroquet", "Élodie");
}

TEST(lecture_of_priorities_is_that_of_what_the_group_holds)
{
	int64_t closed;

	groupes_people();
	closed = t_group("groupe_travail", "GT fermé");
	ouverture_set(&t, closed, "ferme");
	t_member(closed, benp, "coordination");
	as(benp);
	check(post(groupes_at(closed, "/priorites"), "p1=Perroquet") == 303);
	check(get(groupes_at(closed, "")) == 200);
	check_says("Perroquet");
	as(benl);
	check(get(groupes_at(closed, "")) == 200);
	check_untold(groupes_at(closed, ""), "Perroquet");
	check_untold(groupes_at(closed, "/priorites"), "Perroquet");
}

static const char *
last_day_of(int64_t who, const char *titre)
{
	as(who);
	check(get(at("/groupes.csv?q=%s", titre)) == 200);
	return strstr(t_file(), "2021") != NULL ? "2021" : "";
}

/* That something is written in a closed group is not told to who sees its page alone. */
TEST(lecture_of_the_last_day_of_a_group_is_that_of_what_it_holds)
{
	int64_t closed;

	groupes_people();
	closed = t_group("groupe_travail", "Cercle discret");
	ouverture_set(&t, closed, "ferme");
	t_member(closed, benp, "membre");
	t_settle(benp);
	post_in(closed);
	db_exec(&t, SQL("UPDATE objet SET cree_le = '2021-03-04 10:00:00' WHERE cadre_id = ?"),
		I(closed));
	check_text(last_day_of(benp, "Cercle"), "2021");
	check_text(last_day_of(sal, "Cercle"), "2021");
	check_text(last_day_of(benl, "Cercle"), "");
	check(get("/groupes.json?q=Cercle") == 200);
	check_says("Cercle discret");
	check_hides("2021");
}

TEST(lecture_of_what_one_left_ends_there)
{
	static const char *const mine[] = { "/compte/donnees", "/tableau-de-bord/moi" };
	int64_t hidden, task;

	groupes_people();
	hidden = t_group("groupe_travail", "GT Complot");
	ouverture_set(&t, hidden, "cache");
	t_member(hidden, benp, "membre");
	t_member(hidden, coop, "coordination");
	as(coop);
	check(post(groupes_at(hidden, "/actions"), "titre=Nourrir") == 303);
	task = last();
	check(post(at("/groupes/%" PRId64 "/actions/%" PRId64 "/responsables", hidden, task),
		      at("qui=%" PRId64, benp)) == 303);
	as(benp);
	check(post(at("/notifications/suivis/%" PRId64, task), "etat=1") < 500);
	for (size_t i = 0; i < 2; i++) {
		check(get(mine[i]) == 200);
		check_says("GT Complot");
	}
	membre_end(&t, hidden, benp, "membre");
	groupe_rename(&t, hidden, "GT Perroquet");
	db_exec(&t, SQL("UPDATE objet SET titre = 'Nourrir le perroquet' WHERE id = ?"), I(task));
	as(benp);
	check(get("/") == 200); /* nor among what waits for her */
	check_hides("erroquet");
	for (size_t i = 0; i < 2; i++) {
		check_untold(mine[i], "erroquet");
		check(get(mine[i]) == 200);
		check_says("Un groupe que vous ne voyez plus");
	}
	as(sal);
	check_untold(at("/contacts/%" PRId64 "/donnees", benp), "erroquet");
}

TEST(lecture_of_the_uses_of_a_tag_is_that_of_what_bears_it)
{
	int64_t hidden, id, other;

	groupes_people();
	hidden = t_group("groupe_travail", "GT Perroquet");
	ouverture_set(&t, hidden, "cache");
	t.user.id = adm;
	id = etiquette_create(&t, 1, "Oiseaux");
	other = etiquette_create(&t, 1, "Animaux");
	check(etiquette_put(&t, hidden, &id, 1));
	as(sal);
	check(get("/etiquettes.json") == 200);
	check_hides("\"utilisations\":1");
	check(get("/etiquettes.csv") == 200);
	check(strstr(t_file(), "Oiseaux;0") != NULL || strstr(t_file(), "Oiseaux;1") == NULL);
	check(get("/etiquettes?vue=inutiles") == 200);
	check_says("Oiseaux");
	check(get(at("/etiquettes/%" PRId64 ".json", id)) == 200);
	check_says("\"utilisations\":0");
	check(get(at("/etiquettes/%" PRId64 "/fusionner.json?vers=%" PRId64, id, other)) == 200);
	check_hides("GT Perroquet");
	check_says("\"apres\":0");
	check(post(at("/etiquettes/%" PRId64 "/supprimer", id), "") == 409);
	as(adm);
	check(get("/etiquettes.json") == 200);
	check_says("\"utilisations\":1");
}

TEST(lecture_of_an_address_does_not_tell_whose_it_is)
{
	int64_t closed;
	const char *known, *unknown;

	groupes_people();
	closed = t_group("groupe_travail", "GT fermé");
	ouverture_set(&t, closed, "ferme");
	t_member(closed, benp, "coordination");
	as(benp);
	check(post(groupes_at(closed, "/inviter"), "adresses=personne%40exemple.org") == 303);
	check(get(groupes_at(closed, "/demandes.json")) == 200);
	unknown = arena_strdup(&t.mem, t_reply->body);
	check(post(groupes_at(closed, "/inviter"), "adresses=berthe%40exemple.org") == 303);
	check(groupes_told("invitation_groupe") == 1);
	check(get(groupes_at(closed, "/demandes.json")) == 200);
	known = arena_strdup(&t.mem, t_reply->body);
	check(strcmp(known, unknown) == 0);
	check_untold(groupes_at(closed, "/demandes"), "Berthe");
	check(post(groupes_at(closed,
			   at("/demandes/%" PRId64,
				   db_int(&t, SQL("SELECT MAX(id) FROM groupe_demande")))),
		      "acte=retirer") == 404);
	as(adm);
	check(get(groupes_at(closed, "/demandes")) == 200);
	check_says("Berthe");
	as(benp); /* chosen by her name, she is named */
	check(post(groupes_at(closed, "/inviter"), at("contact=%" PRId64, coop)) == 303);
	check(get(groupes_at(closed, "/demandes")) == 200);
	check_says("Coline");
}

TEST(lecture_of_who_received_a_message_is_its_authors)
{
	const char *body = at("groupe=%" PRId64 "&titre=Samedi&texte=Venez&reponses=auteur&cle=k",
		(groupes_people(), t_member(paris, benl, "membre"), paris));
	int64_t id;

	as(coop);
	check(post("/messages/groupe", body) == 303);
	id = strtoll(strrchr(t_reply->location, '/') + 1, NULL, 10);
	check(get(at("/acces/%" PRId64, id)) == 200);
	check_says("Berthe");
	as(benp);
	check(get(at("/acces/%" PRId64, id)) == 200);
	check_says("La liste des destinataires");
	check_untold(at("/acces/%" PRId64, id), "Berthe");
	check_untold(at("/messages/%" PRId64 "/personnes", id), "Berthe");
	as(coop);
	check(get(at("/messages/%" PRId64 "/personnes.json", id)) == 200);
	check_says("Berthe");
	check(strstr(strstr(t_reply->body, "\"participants\""), "lu_id") == NULL);
}

static bool
hears(int64_t who, int64_t objet)
{
	as(who);
	return post_raw(at("/notifications/direct?canaux=o-%" PRId64, objet), "") == 204;
}

TEST(lecture_of_a_closed_group_is_what_gives_its_live_channel)
{
	int64_t closed;

	groupes_people();
	closed = t_group("groupe_travail", "GT fermé");
	ouverture_set(&t, closed, "ferme");
	t_member(closed, benp, "membre");
	check(!hears(benl, closed));
	check(!hears(sal, closed));
	check(hears(benp, closed));
	check(post_raw("/notifications/direct?canaux=moi", "") == 204); /* her page listens */
	t.live = NULL;
	membre_end(&t, closed, benp, "membre");
	check(live_queued(&t, at("fin-%" PRId64, benp)));
	check(!hears(benp, closed));
	t.live = NULL;
	acces_contact(&t, benp); /* nothing new: nothing is cut */
	check(!live_queued(&t, at("fin-%" PRId64, benp)));
	ouverture_set(&t, closed, "ouvert");
	check(live_queued(&t, at("fin-o-%" PRId64, closed)));
	check(hears(benl, closed));
}
