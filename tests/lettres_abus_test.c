/* lettres_abus_test.c - letters against who writes at the same instant, out of turn, or
 * with what is of another */

#include <inttypes.h>

#include "brouillon.h"
#include "domain/lettres/lettre.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/objets/fichier.h"

static const char *
etat(void)
{
	return db_string(&t, SQL("SELECT etat FROM lettre WHERE id = ?"), I(brouillon));
}

static void
becomes(const char *etat_)
{
	db_exec(&t, SQL("UPDATE lettre SET etat = ? WHERE id = ?"), S(etat_), I(brouillon));
}

/* ---- at one instant ---- */

static const char *
typed(const char *texte)
{
	as(sal);
	check(get(draft("/contenu")) == 200);
	return at("lu_tete=%s&bloc=%s&genre=texte&lu=%s&objet=Un+vote&apercu=En+bref&sorte=info"
		  "&texte=%s",
		hidden("lu_tete"), hidden("bloc"), hidden("lu"), texte);
}

static void
race(int64_t one, const char *path, const char *body, int64_t other, const char *path2,
	const char *body2, int *status)
{
	struct racer both[2] = { { one, draft(path), body }, { other, draft(path2), body2 } };

	t_race(both, SQL("SELECT 1 FROM lettre WHERE id = ? FOR UPDATE"), brouillon, status);
	check(status[0] != 5 && status[1] != 5);
}

static bool
one_won(const int *status)
{
	return (status[0] == 3 && status[1] == 4) || (status[0] == 4 && status[1] == 3);
}

static int64_t
frozen(void)
{
	return db_int(
		&t, SQL("SELECT COUNT(*) FROM lettre_edition WHERE lettre_id = ?"), I(brouillon));
}

/* What leaves is what stands, and nothing else. */
static bool
leaves_what_stands(void)
{
	return db_int(&t,
		       SQL("SELECT COUNT(*) FROM lettre l JOIN lettre_edition e"
			   " ON e.lettre_id = l.id AND e.numero = l.edition"
			   " JOIN lettre_bloc b ON b.lettre_id = l.id"
			   " WHERE l.id = ? AND e.version = l.version AND e.texte LIKE"
			   " CONCAT('%', b.texte, '%')"),
		       I(brouillon)) == 1;
}

static void
races(void)
{
	int status[2];

	db_begin(false);
	a_letter();
	race(sal, "/contenu", typed("Oui"), adm, "/contenu", typed("Non"), status);
	check(one_won(status));
	race(adm, "/envoyer", "", sal, "/contenu", typed("Encore"), status);
	check(status[0] == 3 && leaves_what_stands());
	as(adm);
	check(post(draft("/deprogrammer"), "") == 303);
	race(adm, "/envoyer", "", sal, "/destinataires", "audience=public:siege", status);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM lettre l JOIN lettre_edition e"
			  " ON e.lettre_id = l.id AND e.numero = l.edition"
			  " WHERE l.id = ? AND e.version = l.version"),
		      I(brouillon)) == 1);
	becomes("brouillon");
	race(adm, "/envoyer", "", adm, "/envoyer", "le=2190-01-01T10:00", status);
	check(one_won(status));
	becomes("brouillon");
	race(adm, "/envoyer", "", sal, "/supprimer", "", status);
	check(one_won(status));
	check(db_int(&t,
		      SQL("SELECT (supprime_le IS NULL) + (etat = 'brouillon') FROM lettre"
			  " WHERE id = ?"),
		      I(brouillon)) == 1);
}

TEST(lettres_abus_two_who_write_send_or_delete_at_once)
{
	t_apart(races);
}

static void
held_races(void)
{
	int64_t n;
	int status[2];

	db_begin(false);
	a_letter();
	as(adm);
	check(post(draft("/envoyer"), "") == 303);
	becomes("pause");
	n = frozen();
	race(adm, "/corriger", "", adm, "/corriger", "", status);
	check(one_won(status) && frozen() == n + 1);
	check_text(etat(), "en_cours");
	becomes("pause");
	race(adm, "/corriger", "", sal, "/contenu", typed("Mieux"), status);
	check(status[0] == 3 && leaves_what_stands());
	becomes("pause");
	race(adm, "/reprendre", "", adm, "/arreter", "", status);
	check_text(etat(), "arretee");
}

TEST(lettres_abus_two_who_correct_or_stop_at_once)
{
	t_apart(held_races);
}

/* ---- out of turn ---- */

TEST(lettres_abus_no_step_is_taken_out_of_turn)
{
	static const char *const acts[] = { "/envoyer", "/deprogrammer", "/pause", "/reprendre",
		"/arreter", "/corriger", "/contenu", "/destinataires", "/supprimer", "/blocs",
		"/relecture", "/relue", "/essai", "/liens" };
	static const struct {
		const char *etat, *may; /* one sign for each act: y done, n refused */
	} all[] = { { "brouillon", "ynnnnnyyyyyyyy" }, { "programmee", "nynnnnnnnnnnnn" },
		{ "en_cours", "nnynynnnnnnnnn" }, { "pause", "nynyyyynnyyyyy" },
		{ "arretee", "nnnnnnnnnnnnnn" }, { "envoyee", "nnnnnnnnnnnnnn" } };
	const char *form;

	a_letter();
	form = at("objet=Autre&apercu=En+bref&sorte=info&audience=public:siege&genre=pres"
		  "&relecteur=%" PRId64 "&version=2",
		sal);
	for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
		for (unsigned a = 0; a < sizeof acts / sizeof *acts; a++) {
			int status;

			db_script("SAVEPOINT avant");
			becomes(all[i].etat);
			as(adm);
			status = post(draft(acts[a]), a == 0 ? "" : form);
			t_check((status == 303) == (all[i].may[a] == 'y') && status != 500,
				__FILE__, __LINE__, at("%s %s: %d", all[i].etat, acts[a], status));
			if (status != 303)
				check(strcmp(etat(), all[i].etat) == 0);
			db_script("ROLLBACK TO avant");
		}
}

/* Those who have it were of its kind: what they leave by it does not change under them, nor who
 * gets the rest. */
TEST(lettres_abus_the_kind_of_one_that_leaves_stays)
{
	a_letter();
	becomes("pause");
	as(sal);
	check(post(draft("/contenu"), "objet=Un+vote&apercu=En+bref&sorte=appel") == 303);
	check_text(
		db_string(&t, SQL("SELECT sorte FROM lettre WHERE id = ?"), I(brouillon)), "info");
	check(post(draft("/contenu"), "objet=Deux&apercu=En+bref&sorte=info") == 303);
	check_text(etat(), "pause");
}

TEST(lettres_abus_a_template_is_never_sent)
{
	a_letter();
	as(sal);
	check(post(draft("/modele"), "") == 303);
	brouillon = last();
	as(adm);
	check(get(draft("/envoyer")) == 404);
	check(post(draft("/envoyer"), "") == 404);
	check_text(etat(), "brouillon");
}

TEST(lettres_abus_the_last_block_that_fits_is_told)
{
	a_letter();
	as(sal);
	for (int i = 1; i < LETTRE_BLOCS; i++)
		check(post(draft("/blocs"), "genre=pres") == 303);
	check(post(draft("/blocs"), "genre=pres") == 422);
	check(post(draft("/contenu"),
		      "objet=Un+vote&apercu=En+bref&sorte=info&faire=ajouter:pres") == 422);
	check_says("soixante blocs");
}

/* An hour that is not, is past, or comes twice: the first of both. */
TEST(lettres_abus_no_letter_is_due_at_an_hour_that_is_not)
{
	static const char *const bad[] = { "garbage", "2001-01-01T10:00", "2190-02-30T10:00",
		"2190-01-01T25:00", "-2190-01-01T10:00", "2190-01-01", "2029-03-25T02:30", "0",
		"%C3%A9", "99999-01-01T10:00" };

	a_letter();
	as(adm);
	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++) {
		int status = post(draft("/envoyer"), at("le=%s", bad[i]));

		t_check(status == 422, __FILE__, __LINE__, at("%s: %d", bad[i], status));
		check_text(etat(), "brouillon");
	}
	check(post(draft("/envoyer"), "le=2029-10-28T02:30") == 303);
	check_text(db_string(&t, SQL("SELECT du_le FROM lettre WHERE id = ?"), I(brouillon)),
		"2029-10-28 00:30:00");
}

/* ---- what is another's ---- */

TEST(lettres_abus_blocks_and_files_of_another_letter_stay_there)
{
	int64_t mine, theirs, talk, file;

	a_letter();
	t_store();
	theirs = db_int(&t, SQL("SELECT id FROM lettre_bloc WHERE lettre_id = ?"), I(brouillon));
	mine = brouillon;
	check(post("/lettres/nouvelle", "objet=Deux&audience=public:siege") == 303);
	brouillon = last();
	check(post(draft("/contenu"),
		      at("objet=Deux&sorte=info&bloc=%" PRId64
			 "&genre=texte&texte=Mien&faire=retirer:%" PRId64,
			      theirs, theirs)) != 500);
	check(post(draft("/contenu"), at("objet=Deux&sorte=info&faire=monter:%" PRId64, theirs)) !=
		500);
	check(post(draft("/contenu"),
		      at("objet=Deux&sorte=info&faire=placer:%" PRId64 ":-5", theirs)) != 500);
	brouillon = mine;
	check_text(words(), "Bonjour");
	as(benp);
	check(post("/messages/nouveau", at("a=%" PRId64 "&titre=&texte=Chut", coop)) == 303);
	talk = db_int(&t, SQL("SELECT MAX(id) FROM objet WHERE genre = 'conversation'"));
	file = fichier_store_bytes(&t, "note.txt", "Bonjour", 7, talk);
	as(sal);
	check(post(draft("/blocs"), at("genre=document&piece=%" PRId64, file)) == 422);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM fichier WHERE objet_id = ?"), I(brouillon)) ==
		0);
	check(get(draft(at("/apercu?comme=%" PRId64, talk))) == 200);
	check_hides("Chut");
}

TEST(lettres_abus_who_may_not_gets_nothing)
{
	static const char *const reads[] = { "", "/contenu", "/destinataires", "/verification",
		"/apercu", "/apercu/courriel", "/envoyer", "/repetition", "/rapport", "/editions/1",
		"/lire", "/en-ligne" };
	const int64_t *const who[] = { &benp, &benl, &coop };

	a_letter();
	for (unsigned w = 0; w < 3; w++)
		for (unsigned i = 0; i < sizeof reads / sizeof *reads; i++) {
			as(*who[w]);
			check(get(draft(reads[i])) >= 400);
			check_hides("Un vote");
		}
}

/* A segment that lost its criterion goes to nobody, and never to everybody. */
TEST(lettres_abus_a_broken_segment_goes_to_nobody)
{
	static const char *const broken[] = { "{\"et\":[]}", "[]", "{}", "null", "", "{\"ou\":[]}",
		"{\"et\":[{\"champ\":\"parti\",\"op\":\"est\",\"v\":[\"x\"]}]}" };
	struct lettre_gens g;
	int64_t id;

	a_letter();
	as(sal);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Autre&partage=siege") ==
		303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM segment"));
	for (unsigned i = 0; i < sizeof broken / sizeof *broken; i++) {
		db_exec(&t, SQL("UPDATE segment SET conditions = ? WHERE id = ?"), S(broken[i]),
			I(id));
		t.user.id = adm;
		t.user.level = ADMIN;
		check(!lettre_recipients_of(&t, at("segment:%" PRId64, id), "info", &g));
		check(g.n == 0 && g.refus != NULL);
		t.user.id = 0;
	}
}

/* Nor does one that its owner keeps for herself. */
TEST(lettres_abus_a_private_segment_is_its_owners)
{
	a_letter();
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Secret&partage=prive") ==
		303);
	as(sal);
	check(post(draft("/destinataires"),
		      at("audience=segment:%" PRId64,
			      db_int(&t, SQL("SELECT MAX(id) FROM segment")))) == 422);
	check_hides("Secret");
}
