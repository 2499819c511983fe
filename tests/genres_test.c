/* genres_test.c - whatever can be done with a kind of objet, tried on one of each kind of the table
 *
 * Kinds are planted by tests/cast/plants.h: a kind more is in all of these by its line of
 * genres.def.
 */

#include <inttypes.h>
#include <stdio.h>

#include "domain/acces/acces.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/etiquette.h"
#include "domain/vie/cycle.h"
#include "people.h"
#include "plants.h"
#include "web/export.h"
#include "web/reply.h"

#define WORD "perroquetbleu"
#define EACH(g) for (const struct genre *const *g = genres; *g != NULL; g++)

/* Paris keeps to itself what it holds; Coline, who coordinates it, makes one of each kind. */
static void
prepare(void)
{
	people();
	ouverture_set(&t, paris, "ferme");
	t_settle(coop);
	t_settle(benp);
}

static int64_t
one(const struct genre *g)
{
	return plant(g, coop, paris, WORD);
}

static bool
sees(int64_t who, int64_t id)
{
	return db_int(&t, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " SEES("o")), I(id), I(who),
		       I(who)) != 0;
}

/* Says which kind it was that a check above spoke of. */
static void
tell(const struct genre *g, bool ok)
{
	if (!ok)
		printf("  genre %s\n", g->nom);
	check(ok);
}

/* Its page, or that which it leads to. */
static int
show(int64_t id)
{
	get(plant_url(id));
	if (t_reply->status == 303)
		get(at("%.*s", (int) strcspn(t_reply->location, "#"), t_reply->location));
	return t_reply->status;
}

TEST(genres_of_each_kind_one_is_planted_and_shown)
{
	prepare();
	EACH(g)
	{
		int64_t id = one(*g);

		tell(*g, id != 0);
		if (id == 0)
			continue;
		tell(*g,
			strcmp(db_string(&t, SQL("SELECT genre FROM objet WHERE id = ?"), I(id)),
				(*g)->nom) == 0);
		as(coop);
		tell(*g, show(id) == 200);
		check_says(WORD);
	}
}

/* That path, ID in the place of "#". */
static const char *
about(const char *path, int64_t id)
{
	size_t n = strcspn(path, "#");

	return at("/%.*s%" PRId64 "%s", (int) n, path, id, path + n + 1);
}

TEST(genres_what_one_does_not_see_is_not_there_at_any_door)
{
	static const char *const asked[] = { "fil/#", "acces/#", "fil/#/modifier", "fil/#/versions",
		"fil/#/signaler", "etiquettes/objet/#" };
	static const char *const sent[][2] = { { "fil/#/reactions", "genre=1" },
		{ "fil/#/commentaires", "texte=Oui" }, { "fil/#/signaler", "motif=Non+pas+ici" },
		{ "fil/#/suivre", "etat=suivre" } };

	prepare();
	EACH(g)
	{
		int64_t id = one(*g);

		tell(*g, ((*g)->peut & (ECRIT | INTIME)) == 0 || !sees(benl, id));
		if (sees(benl, id))
			continue;
		as(benl);
		tell(*g, get(plant_url(id)) == 404);
		for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
			tell(*g, get(about(asked[i], id)) == 404);
		for (size_t i = 0; i < sizeof sent / sizeof *sent; i++)
			tell(*g, post(about(sent[i][0], id), sent[i][1]) == 404);
	}
}

TEST(genres_comments_stand_under_those_that_show_them)
{
	prepare();
	EACH(g)
	{
		int64_t id = one(*g);
		bool can = (*g)->peut & DISCUTE;

		tell(*g,
			post(at("/fil/%" PRId64 "/commentaires", id), "texte=Motdessous") ==
				(can ? 303 : 404));
		if (!can)
			continue;
		tell(*g, get(plant_url(id)) == 200);
		check_says("Motdessous");
		check(db_int(&t, SQL("SELECT n FROM discussion WHERE objet_id = ?"), I(id)) == 1);
	}
}

TEST(genres_what_is_reported_is_taken_away_and_its_words_with_it)
{
	prepare();
	EACH(g)
	{
		int64_t id = plant(*g, benp, paris, WORD), report;

		if (!((*g)->peut & SIGNALE))
			continue;
		check((*g)->retire != NULL);
		as(coop);
		tell(*g, post(at("/fil/%" PRId64 "/signaler", id), "motif=Pas+aimable") == 303);
		report = db_int(&t, SQL("SELECT id FROM signalement WHERE objet_id = ?"), I(id));
		check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 200);
		check_says(WORD);
		check(post(at("/groupes/signalements/%" PRId64, report), "etat=retire") == 303);
		tell(*g,
			db_int(&t, SQL("SELECT COUNT(*) FROM recherche WHERE objet_id = ?"),
				I(id)) == 0);
		show(id);
		check_hides(WORD);
		check(get(at("/groupes/%" PRId64 "/signalements", paris)) == 200);
		check_hides(WORD);
	}
}

TEST(genres_those_that_were_taken_away_are_followed_no_more)
{
	prepare();
	EACH(g)
	{
		int64_t id = one(*g);
		const char *row = at("name=\"objet\" value=\"%" PRId64 "\"", id);

		if (!sees(coop, id)) /* one's own segment is one's own */
			continue;
		check(post("/notifications/suivre", at("objet=%" PRId64 "&etat=1", id)) == 303);
		check(get("/notifications/suivis") == 200);
		tell(*g, strstr(t_reply->body, row) != NULL);
		if ((*g)->retire == NULL)
			continue;
		t.user.id = coop;
		(*g)->retire(&t, id);
		check(get("/notifications/suivis") == 200);
		tell(*g, strstr(t_reply->body, row) == NULL);
	}
}

TEST(genres_tags_are_borne_by_those_that_bear_them)
{
	int64_t tag;

	prepare();
	tag = etiquette_create(&t, 1, "Oiseaux");
	EACH(g)
	{
		int64_t id = one(*g);
		bool can = (*g)->peut & ETIQUETE;

		get(at("/etiquettes/objet/%" PRId64, id));
		tell(*g, can ? t_reply->status != 404 : t_reply->status == 404);
		if (!can)
			continue;
		etiquette_put(&t, id, &tag, 1);
		check(get(at("/etiquettes/%" PRId64, tag)) == 200);
		if (sees(coop, id) && strcmp((*g)->nom, "contact") != 0) {
			tell(*g, strstr(t_reply->body, (*g)->titre) != NULL);
			tell(*g, strstr(t_reply->body, plant_url(id)) != NULL);
		}
		db_exec(&t, SQL("DELETE FROM objet_etiquette WHERE objet_id = ?"), I(id));
	}
}

TEST(genres_cards_of_a_feed_are_drawn_for_who_sees_them)
{
	prepare();
	EACH(g)
	{
		int64_t id = one(*g);

		if (!sees(coop, id)) /* one's own segment is one's own */
			continue;
		as(coop);
		check(post(at("/groupes/%" PRId64 "/publications", paris),
			      at("genre=message&titre=&texte=Voici&carte=%" PRId64, id)) == 303);
		check(get(at("/groupes/%" PRId64, paris)) == 200);
		if (strstr(t_reply->body,
			    at("href=\"%s\"><svg aria-hidden=\"true\"><use href=\"",
				    plant_url(id))) == NULL)
			tell(*g, false);
	}
}

/* The words of a kind in every column of text there is. */
static int
scan(const char *word)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b"
		    " ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME"
		    " AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.CHARACTER_MAXIMUM_LENGTH IS NOT"
		    " NULL"));
	int found = 0;

	while (db_next(rows, &t.mem)) {
		const char *sql = at(
			"SELECT COUNT(*) FROM `%s` WHERE CONVERT(`%s` USING utf8mb4) LIKE '%%%s%%'",
			db_text(rows, 0), db_text(rows, 1), word);

		if (db_int(&t, db_composed(&t, sql)) == 0)
			continue;
		found++;
		printf("  %s.%s\n", db_text(rows, 0), db_text(rows, 1));
	}
	return found;
}

TEST(genres_what_an_erased_person_wrote_goes)
{
	prepare();
	EACH(g)
	if ((*g)->peut & SIGNALE && !((*g)->peut & COLLECTIF))
		plant(*g, benp, paris, WORD);
	cycle_forget(&t, benp);
	check(scan(WORD) == 0);
}

TEST(genres_an_erased_person_is_named_in_none)
{
	int64_t who;

	prepare();
	who = t_person("Canarine", "Canaribus", "canari@exemple.org", "confirme", "benevole");
	EACH(g)
	if ((*g)->peut & (ECRIT | INTIME))
		plant(*g, coop, paris, "Canarine+Canaribus");
	cycle_forget(&t, who);
	check(scan("anaribus") == 0);
}

TEST(genres_what_one_wrote_is_hers_when_two_people_become_one)
{
	int64_t into;

	prepare();
	into = t_person("Coline", "Bis", "coline@exemple.org", "confirme", "benevole");
	EACH(g)
	{
		int64_t id = one(*g);

		if (!((*g)->peut & (ECRIT | INTIME)) && (*g)->fusionne == NULL)
			continue;
		cycle_merge(&t, coop, into);
		tell(*g, db_int(&t, SQL("SELECT cree_par FROM objet WHERE id = ?"), I(id)) == into);
		db_exec(&t, SQL("UPDATE objet SET cree_par = ? WHERE cree_par = ?"), I(coop),
			I(into));
	}
}

TEST(genres_what_one_wrote_is_among_her_data)
{
	prepare();
	EACH(g)
	{
		const char *word = at("mot%s", (*g)->nom);

		if (!((*g)->peut & (ECRIT | INTIME)))
			continue;
		plant(*g, coop, paris, word);
		as(coop);
		check(get("/compte/donnees.json") == 200);
		tell(*g, strstr(t_reply->body, word) != NULL);
	}
}

TEST(genres_exports_hold_one_of_each)
{
	prepare();
	EACH(g)
	{
		char *text = NULL;
		size_t n = 0;
		FILE *to;

		if ((*g)->lignes == NULL)
			continue;
		one(*g);
		to = open_memstream(&text, &n);
		tell(*g, export_write(&t, at("%ss", (*g)->nom), JSON, to) > 0);
		fclose(to);
		tell(*g, strstr(text, WORD) != NULL);
		free(text);
		check(strstr(export_types(&t), at("%ss|", (*g)->nom)) != NULL);
	}
}

TEST(genres_those_of_a_path_are_a_choice_of_it)
{
	prepare();
	EACH(g)
	{
		one(*g);
		as(coop);
		check(get(at("/contacts/%" PRId64 "/parcours?genre=%s", coop, (*g)->nom)) == 200);
		tell(*g,
			(strstr(t_reply->body, at("genre=%s\"", (*g)->nom)) != NULL) ==
				((*g)->etapes != NULL));
	}
}

/* As essaim-mail does, at each of its turns. */
static void
turn(void)
{
	EACH(g)
	if ((*g)->tour != NULL)
		(*g)->tour(&t);
}

TEST(genres_do_in_their_turn_what_is_due_and_once)
{
	int64_t who;

	prepare();
	who = one(genre_find("contact"));
	check(post(at("/contacts/%" PRId64 "/notes", who), "texte=Voir&niveau=auteur") == 303);
	db_exec(&t, SQL("UPDATE note SET rappel_le = '2026-05-15'"));
	turn();
	turn();
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'rappel'")) == 1);
}

/* The full text knows what is committed alone. */
static void
searched(void)
{
	prepare();
	EACH(g)
	{
		const char *word = at("motde%s", (*g)->nom);
		int64_t id = plant(*g, coop, paris, word);
		const char *url = plant_url(id);

		as(coop);
		check(get(at("/recherche?q=%s", word)) == 200);
		tell(*g,
			(strstr(t_reply->body, at("href=\"%s\"", url)) != NULL) ==
				(((*g)->peut & CHERCHE) != 0));
		check(get(at("/groupes/%" PRId64 "/recherche?q=%s", paris, word)) == 200);
		tell(*g,
			(strstr(t_reply->body, at("href=\"%s\"", url)) != NULL) ==
				(((*g)->peut & ECRIT) != 0));
		as(benl);
		check(get(at("/recherche?q=%s", word)) == 200);
		tell(*g, sees(benl, id) || strstr(t_reply->body, url) == NULL);
	}
}

TEST(genres_are_found_by_the_search_by_who_sees_them)
{
	t_apart(searched);
}
