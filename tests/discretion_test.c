/* discretion_test.c - what one keeps to oneself is kept on every way to it; who sees what is
 * counted by the test itself */

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "domain/contacts/contact.h"
#include "t.h"

static int64_t paris, lille, elle, memeGroupe, autre, cooP, cooL, sal;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	elle = t_person("Marjolaine", "Quincampoix", "marjo@exemple.org", "confirme", "benevole");
	memeGroupe = t_person("Meme", "Groupe", "m@exemple.org", "confirme", "benevole");
	autre = t_person("Autre", "Groupe", "a@exemple.org", "confirme", "benevole");
	cooP = t_person("Colette", "Paris", "coop@exemple.org", "confirme", "benevole");
	cooL = t_person("Colin", "Lille", "cool@exemple.org", "confirme", "benevole");
	sal = t_person("Salome", "Siege", "sal@exemple.org", "", "salarie");
	t_member(paris, elle, "membre");
	t_member(paris, memeGroupe, "membre");
	t_member(lille, autre, "membre");
	t_member(paris, cooP, "coordination");
	t_member(lille, cooL, "coordination");
	db_exec(&t, SQL("UPDATE contact SET telephone = '0611223344' WHERE id = ?"), I(elle));
	t_settle(elle);
}

static int
choose(const char *body)
{
	as(elle);
	return post(arena_printf(&t.mem, "/contacts/%" PRId64 "/discretion", elle), body);
}

static bool
tells(const char *word)
{
	if (t_reply->file == 0)
		return t_reply->body != NULL && strstr(t_reply->body, word) != NULL;
	return strstr(t_file(), word) != NULL;
}

/* The reader finds her, or does not, on every way. */
static void
found_by(int64_t reader, bool yes)
{
	static const char *const ways[] = { "/annuaire.json?par=100&col=nom",
		"/annuaire.csv?col=nom", "/annuaire.json?q=Quincampoix&par=100",
		"/annuaire.json?statut=confirme&par=100" };

	as(reader);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, elle)) == (yes ? 200 : 404));
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 ".json", elle)) == (yes ? 200 : 404));
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/parcours", elle)) ==
		(yes ? 200 : 404));
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		if (i == 3 && reader != sal)
			continue; /* the status is no field of theirs */
		check(get(ways[i]) == 200);
		check(tells("Quincampoix") == yes);
		if (tells("Quincampoix") != yes)
			printf("  %s for %" PRId64 "\n", ways[i], reader);
	}
	check(get(arena_printf(&t.mem, "/groupes/%" PRId64 "/membres", paris)) == 200);
	check(tells("Quincampoix") == yes);
}

TEST(discretion_out_of_the_directory_means_everywhere)
{
	people();
	found_by(memeGroupe, true);
	found_by(autre, true);
	check(choose("discret=1") == 303);
	found_by(memeGroupe, false);
	found_by(autre, false);
	found_by(cooL, false);
	found_by(cooP, true);
	found_by(sal, true);
	as(elle);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, elle)) == 200);
	check(choose("") == 303);
	found_by(autre, true);
}

/* The reader reads her telephone and finds her by it, or not, on every way. */
static void
phone_read_by(int64_t reader, bool yes)
{
	static const char *const ways[] = { "/annuaire.csv?col=nom&col=telephone",
		"/annuaire?col=nom&col=telephone&par=100" };

	as(reader);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, elle)) == 200);
	check(tells("06\u00A011\u00A022\u00A033\u00A044") == yes || tells("06 11 22 33 44") == yes);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 ".json", elle)) == 200);
	check(tells("\"telephone\":") == yes);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		check(get(ways[i]) == 200);
		check((tells("06\u00A011\u00A022\u00A033\u00A044") || tells("06 11 22 33 44")) ==
			yes);
	}
	check(get("/annuaire.json?telephone=0611223344&par=100") == 200);
	check(tells("Quincampoix") == yes);
	check(get("/annuaire.json?q=0611223344&par=100") == 200);
	check(tells("Quincampoix") == yes);
	check(get("/recherche.json?q=0611223344") == 200);
	check(tells("Quincampoix") == yes);
}

TEST(discretion_a_hidden_phone_is_hidden_everywhere)
{
	people();
	phone_read_by(memeGroupe, true);
	check(choose("cache[]=telephone&cache[]=nom&cache[]=inconnu") == 303);
	phone_read_by(memeGroupe, false);
	phone_read_by(cooP, true);
	phone_read_by(sal, true);
	phone_read_by(elle, true);
	as(memeGroupe);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 ".json", elle)) == 200);
	check(tells("\"email\":") && tells("\"nom\":"));
}

TEST(discretion_is_ones_own)
{
	people();
	as(cooP);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/discretion", elle)) == 404);
	check(post(arena_printf(&t.mem, "/contacts/%" PRId64 "/discretion", elle), "discret=1") ==
		404);
	check(choose("pause=jamais&cache[]=telephone") == 422);
	check_says("Donnez une date");
	check_says("value=\"telephone\" checked");
	check_hides("value=\"email\" checked");
	check(choose("pause=2026-01-15") == 422);
	check_says("Cette date est passée");
	check(choose("pause=2099-05-01") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/discretion", elle)) == 200);
	check_says("2099-05-01");
}

/* How many people read that field of hers, asked one by one through the page itself. */
static int64_t
readers_of(const char *cle)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT id FROM contact WHERE acces > 0 AND retire_le IS NULL AND id <> ?"),
		I(elle));
	int64_t n = 0;

	while (db_next(rows, &t.mem)) {
		as(db_num(rows, 0));
		n += get(arena_printf(&t.mem, "/contacts/%" PRId64 ".json", elle)) == 200 &&
			tells(arena_printf(&t.mem, "\"%s\":", cle));
	}
	return n;
}

/* What her page says of it. */
static int64_t
said_of(const char *cle)
{
	as(elle);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui", elle)) == 200);
	for (HDF *v = hdf_get_child(t_reply->hdf, "niveaux"); v != NULL; v = hdf_obj_next(v))
		for (HDF *c = hdf_get_child(v, "champs"); c != NULL; c = hdf_obj_next(c))
			if (strcmp(hdf_get_value(c, "cle", ""), cle) == 0)
				return hdf_get_int_value(v, "personnes", -1);
	return -1;
}

TEST(discretion_who_sees_what_is_what_the_pages_do)
{
	static const char *const fields[] = { "nom", "telephone", "email", "statut" };

	people();
	for (int turn = 0; turn < 3; turn++) {
		for (size_t i = 0; i < 4; i++) {
			check(said_of(fields[i]) == readers_of(fields[i]));
			if (said_of(fields[i]) != readers_of(fields[i]))
				printf("  turn %d, %s\n", turn, fields[i]);
		}
		if (turn == 1)
			db_exec(&t,
				SQL("DELETE FROM profil_droit WHERE domaine = 'coordonnees'"
				    " AND niveau = 1"));
		check(choose(turn == 0 ? "cache[]=telephone" : "discret=1&cache[]=email") == 303);
	}
	as(elle);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui", elle)) == 200);
	check_says("Colette Paris");
	as(cooP);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui", elle)) == 404);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui?niveau=1", elle)) == 404);
}

TEST(discretion_names_of_many_who_see_come_in_pages)
{
	people();
	for (int i = 0; i < 50; i++)
		t_person(arena_printf(&t.mem, "Nombreuse%02d", i), "Zz",
			arena_printf(&t.mem, "n%d@exemple.org", i), "confirme", "benevole");
	as(elle);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui", elle)) == 200);
	check_hides("Nombreuse00");
	check_says("/qui?niveau=1");
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui?niveau=1", elle)) == 200);
	check_says("Nombreuse00");
	check_hides("Nombreuse49");
	check_says("page=2");
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui?niveau=1&page=2", elle)) == 200);
	check_hides("Nombreuse00");
	check_says("Nombreuse49");
	check_hides("page=3");
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64 "/qui?niveau=4", elle)) == 200);
	check_hides("Nombreuse");
}

TEST(discretion_circles_of_nobody_are_not_counted)
{
	people();
	as(elle);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, elle)) == 200);
	check(hdf_get_int_value(t_reply->hdf, "contact.vu_par_autres", -1) ==
		db_int(&t,
			SQL("SELECT COUNT(DISTINCT p.titre) - 2 FROM objet o"
			    " JOIN acces a ON a.liste_id = o.liste_id"
			    " JOIN public p ON p.id = a.public_id"
			    " JOIN contact_public cp ON cp.public_id = p.id WHERE o.id = ?"),
			I(elle)));
	check(strstr(said(t_reply, "contact.vu_par"), "Équipe salariée") != NULL);
}
