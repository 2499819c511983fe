/* noms_test.c - people are found by their name however it is typed, by every search and picker */

#include <inttypes.h>

#include "base/text.h"
#include "domain/crm/contact_store.h"
#include "people.h"
#include "web/reply.h"

static int64_t
called(const char *prenom, const char *nom)
{
	static int n;
	int64_t id = t_person(prenom, nom, at("cas%d@exemple.org", ++n), "confirme", "benevole");

	t_member(paris, id, "membre");
	t_settle(id);
	return id;
}

static const char *const people_called[][2] = { { "Jean-Pierre", "Quémener" },
	{ "Thi Mai", "Dang" }, { "Basile", "d’Argouges" }, { "Aïssatou", "N'Diaye" },
	{ "Loïc", "L’Hostis" }, { "Morgane", "Le Goff" }, { "Antoine", "de Saint-Exupère" },
	{ "Hina", "Faʻatau" } };

/* What is typed, the name that must come. */
static const char *const typed[][2] = { { "Jean-Pierre Quémener", "Quémener" },
	{ "jeanpierre", "Quémener" }, { "quemener jean", "Quémener" }, { "Thi Mai Dang", "Dang" },
	{ "dang thi", "Dang" }, { "d'Argouges", "Argouges" }, { "d’argou", "Argouges" },
	{ "dargouges", "Argouges" }, { "N'Diaye", "Diaye" }, { "NʼDiaye", "Diaye" },
	{ "ndiaye", "Diaye" }, { "Aïssatou N’Diaye", "Diaye" }, { "L'Hostis", "Hostis" },
	{ "lhostis", "Hostis" }, { "Le Goff", "Le Goff" }, { "legoff", "Le Goff" },
	{ "st exupère", "Exupère" }, { "saint exupere", "Exupère" }, { "stexupere", "Exupère" },
	{ "faatau", "atau" } };

/* Every one of them, at the address that BEFORE begins, as AFTER. */
static void
each_is_found_at(const char *before)
{
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		const char *q = arena_strdup(&t.mem, url_escape(&t, typed[i][0]));

		check(get(at("%s%s", before, q)) == 200);
		t_check(strstr(t_reply->body, typed[i][1]) != NULL, __FILE__, __LINE__,
			at("%s%s", before, typed[i][0]));
	}
}

static void
them(void)
{
	people();
	for (size_t i = 0; i < sizeof people_called / sizeof *people_called; i++)
		called(people_called[i][0], people_called[i][1]);
	t_settle(coop);
	as(coop);
}

TEST(noms_are_found_in_the_directory_and_the_search_box)
{
	them();
	each_is_found_at("/annuaire.json?q=");
	each_is_found_at("/recherche?q=");
}

TEST(noms_are_found_by_who_writes_or_mentions)
{
	them();
	each_is_found_at("/messages/nouveau?q=");
	each_is_found_at(at("/contacts/mentions.json?objet=%" PRId64 "&q=", paris));
}

TEST(noms_are_found_by_who_invites_and_among_members)
{
	them();
	each_is_found_at(at("/groupes/%" PRId64 "/membres?q=", paris));
	t_member(lille, coop, "coordination");
	as(coop);
	each_is_found_at(at("/groupes/%" PRId64 "/inviter?q=", lille));
}

TEST(noms_do_not_find_others)
{
	them();
	check(get("/messages/nouveau?q=jean+goff") == 200);
	check_hides("Quémener");
	check_hides("Le Goff");
	check(get("/messages/nouveau?q=%25") == 200);
	check_hides("Quémener");
}

/* Does the directory find Élodie by what is typed? */
static bool
found(const char *q)
{
	check(get(at("/annuaire.json?q=%s", url_escape(&t, q))) == 200);
	return strstr(t_reply->body, "Guyen") != NULL;
}

TEST(noms_phones_and_postcodes_of_the_crm_are_found_as_they_are_typed)
{
	static const char *const phones[] = { "06 39 98 12 34 (bureau)",
		"0639981234 / 01 40 11 22 33",
		"\u202a+33\u00a06\u00a039\u00a098\u00a012\u00a034\u202c",
		"Tél.\u200e 06.39.98.12.34" };
	static const char *const codes[] = { "1000", "01000", "F-01000", "01000 Bourg", "01 000" };

	people();
	for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
		db_exec(&t, SQL("UPDATE contact SET telephone = ? WHERE id = ?"), S(phones[i]),
			I(benp));
		t_settle(benp);
		as(coop);
		check(found("0639981234") && found("+33639") && found("+33 6 39 98") &&
			found("0033639") && found("06 39"));
		check(!found("+33638"));
		check(get(at("/contacts/%" PRId64, benp)) == 200);
		check_says("href=\"tel:+33639981234\"");
	}
	check(found("0639981234"));
	db_exec(&t, SQL("UPDATE contact SET telephone = ? WHERE id = ?"), S(phones[1]), I(benp));
	t_settle(benp);
	check(found("0140112233"));
	check(get(at("/contacts/%" PRId64, benp)) == 200);
	check_says("href=\"tel:+33140112233\"");
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		db_exec(&t, SQL("UPDATE contact SET code_postal = ? WHERE id = ?"), S(codes[i]),
			I(benp));
		t_settle(benp);
		check(found("01000") && found("F-01000"));
		check_text(
			db_string(&t, SQL("SELECT departement FROM contact WHERE id = ?"), I(benp)),
			"01");
	}
}

TEST(noms_what_stands_before_the_at_is_found_by_who_reads_the_address)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET email = 'zebulon.tartempion@exemple.org' WHERE id = ?"),
		I(benp));
	t_settle(benp);
	as(coop);
	check(found("zebulon.tartempion") && found("tartempion") && found("zebulon.tart"));
	as(benl);
	check(!found("zebulon.tartempion") && !found("tartempion"));
}

TEST(noms_postcodes_are_read_alike_by_the_search_and_the_map)
{
	static const char *const codes[][2] = { { "75011", "75011" }, { "1000", "01000" },
		{ "75011 Paris", "75011" }, { "F-75011", "75011" }, { "FR 75011", "75011" },
		{ "F75011", "75011" }, { "75 011", "75011" }, { "75\u00a0011", "75011" },
		{ " \u200e75011 CEDEX 11", "75011" }, { "B-1000", "" }, { "1000 Bruxelles", "" },
		{ "D-10115", "" }, { "750111", "" }, { "", "" }, { "Paris", "" }, { "75011x", "" },
		{ "é", "" }, { "Frs 75011", "" } };

	people();
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		const char *got = text_postcode(&t.mem, codes[i][0]);

		db_exec(&t, SQL("UPDATE contact SET code_postal = ? WHERE id = ?"), S(codes[i][0]),
			I(benp));
		t_check(strcmp(got != NULL ? got : "", codes[i][1]) == 0, __FILE__, __LINE__,
			codes[i][0]);
		t_check(strcmp(db_string(&t, SQL("SELECT code_lu FROM contact WHERE id = ?"),
				       I(benp)),
				codes[i][1]) == 0,
			__FILE__, __LINE__, at("%s in SQL", codes[i][0]));
	}
}
