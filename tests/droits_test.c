/* droits_test.c - each reader, each of the fields of a person, each way of getting at it
 *
 * The person has a value of her own in every field, told by a word found nowhere else.  Who may
 * read a field finds the word in the page, the data, the tables, and finds the person by it;
 * who may not finds nothing in any of them.
 */

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "domain/annuaire/segment.h"
#include "domain/contacts/contact.h"
#include "domain/socle/modele.h"
#include "t.h"
#include "web/reply.h"

enum { READERS = 7, FIELDS_ALL = 23 };

/* What each reader is to the person (lib/domain/contacts/contact.h): 0 does not see her at all. */
static struct {
	const char *who;
	int relation;
	int64_t id;
} readers[READERS] = {
	{ "a prospect of another group", 0, 0 },
	{ "a volunteer of another group", 1, 0 },
	{ "a volunteer of her group", 2, 0 },
	{ "the coordination of her group", 3, 0 },
	{ "staff", 4, 0 },
	{ "administrators", 5, 0 },
	{ "herself", 9, 0 },
};

/* The word of each field as people read it, as it is stored, as a filter asks for it; NULL: the
 * value is no word of its own. */
static const struct {
	const char *cle, *shown, *asked;
} values[FIELDS_ALL] = {
	{ "civilite", "Docteure", "Docteure" },
	{ "prenom", "Marjolaine", "Marjolaine" },
	{ "nom", "Quincampoix", "Quincampoix" },
	{ "date_naissance", "1971", "1971-03-17" },
	{ "email", "marjo.unique@exemple.org", "marjo.unique%40exemple.org" },
	{ "autres_courriels", "autre@matrice.example", "autre%40matrice.example" },
	{ "telephone", "06 11 22 33 44", "0611223344" },
	{ "code_postal", "23456", "23456" },
	{ "ville", "Villesingulière", "Villesinguliere" },
	{ "statut", NULL, "confirme" },
	{ "type_contact", NULL, "benevole" },
	{ "types_benevolat", "Mot types_benevolat", "v_types_benevolat" },
	{ "types_mission", "Mot types_mission", "v_types_mission" },
	{ "groupe", "Groupe de la Matrice", NULL },
	{ "magasin", "Magasin de la Matrice", NULL },
	{ "editions_trail", "Edition de la Matrice", NULL },
	{ "thematiques", "Mot thematiques", "v_thematiques" },
	{ "competences", "Mot competences", "v_competences" },
	{ "appetences", "Mot appetences", "v_appetences" },
	{ "disponibilites", "Mot disponibilites", "v_disponibilites" },
	{ "formations", "Mot formations", "v_formations" },
	{ "bio", "Tournesol de la bio", NULL },
	{ "etiquettes", "Étiquette de la Matrice", NULL },
};

static int64_t person, paris;

static int64_t
group_of_field(const char *cle, const char *titre)
{
	int64_t id = t_group("groupe_local", titre);

	db_exec(&t,
		SQL("UPDATE groupe SET champ_id = (SELECT id FROM champ WHERE cle = ?), valeur = ?"
		    " WHERE id = ?"),
		S(cle), S(titre), I(id));
	return id;
}

static void
fill(void)
{
	int64_t tag = db_insert(
		&t, SQL("INSERT INTO etiquette (nom) VALUES ('Étiquette de la Matrice')"));

	db_exec(&t,
		SQL("UPDATE contact SET civilite = 'Docteure', date_naissance = '1971-03-17',"
		    " telephone = '0611223344',"
		    " code_postal = '23456', ville = 'Villesingulière', bio = 'Tournesol de la bio'"
		    " WHERE id = ?"),
		I(person));
	db_exec(&t, SQL("INSERT INTO objet_etiquette VALUES (?, ?)"), I(person), I(tag));
	db_exec(&t,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle)"
		    " SELECT id, CONCAT('v_', cle), CONCAT('Mot ', cle)"
		    " FROM champ WHERE genre = 'choix_multiple'"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, CONCAT('v_', cle)"
		    " FROM champ WHERE genre = 'choix_multiple'"),
		I(person));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'autre@matrice.example'"
		    " FROM champ WHERE cle = 'autres_courriels'"),
		I(person));
	t_settle(person);
	modele_changed(&t);
}

static void
prepare(void)
{
	int64_t lille = t_group("groupe_local", "Groupe local de Lille");

	paris = group_of_field("groupe", "Groupe de la Matrice");
	person = t_person(
		"Marjolaine", "Quincampoix", "marjo.unique@exemple.org", "confirme", "benevole");
	t_member(paris, person, "membre");
	t_member(group_of_field("magasin", "Magasin de la Matrice"), person, "membre");
	t_member(group_of_field("editions_trail", "Edition de la Matrice"), person, "membre");
	readers[0].id = t_person("P", "A", "a@exemple.org", "prospect", "benevole");
	readers[1].id = t_person("B", "L", "b@exemple.org", "confirme", "benevole");
	readers[2].id = t_person("B", "P", "c@exemple.org", "confirme", "benevole");
	readers[3].id = t_person("C", "P", "d@exemple.org", "confirme", "benevole");
	readers[4].id = t_person("S", "A", "e@exemple.org", "", "salarie");
	readers[5].id = t_person("A", "D", "f@exemple.org", "", "salarie");
	readers[6].id = person;
	t_account(readers[5].id, "admin");
	t_member(lille, readers[0].id, "membre");
	t_member(lille, readers[1].id, "membre");
	t_member(paris, readers[2].id, "membre");
	t_member(paris, readers[3].id, "coordination");
	acces_contact(&t, readers[5].id);
	fill();
}

static void
agree(bool found, bool may, int reader, int field, const char *where)
{
	check(found == may);
	if (found != may)
		printf("  %s of %s: %s in %s for %s\n", values[field].cle, "her",
			found ? "told" : "kept back", where, readers[reader].who);
}

/* The answer holds WORD: its text (of a page with a table, the rows), or the file that it sends. */
static bool
tells(const char *word)
{
	if (t_reply->file == 0) {
		const char *rows = t_reply->body != NULL ? strstr(t_reply->body, "<tbody") : NULL;
		const char *body = rows != NULL ? rows : t_reply->body;

		return body != NULL && strstr(body, word) != NULL;
	}
	return strstr(t_file(), word) != NULL;
}

static bool
may_read(int reader, int field)
{
	return readers[reader].relation >=
		db_int(&t, SQL("SELECT lecture FROM champ WHERE cle = ?"), S(values[field].cle));
}

TEST(droits_page_and_data_of_a_person_hold_what_one_may_read)
{
	prepare();
	for (int r = 0; r < READERS; r++) {
		const char *path = arena_printf(&t.mem, "/contacts/%" PRId64, person);

		as(readers[r].id);
		check(get(path) == (readers[r].relation == 0 ? 404 : 200));
		for (int f = 0; f < FIELDS_ALL; f++)
			if (values[f].shown != NULL)
				agree(tells(values[f].shown),
					readers[r].relation > 0 && may_read(r, f), r, f,
					"the page");
		check(get(arena_printf(&t.mem, "%s.json", path)) ==
			(readers[r].relation == 0 ? 404 : 200));
		for (int f = 0; f < FIELDS_ALL; f++)
			if (strcmp(values[f].cle, "groupe") != 0 &&
				strcmp(values[f].cle, "magasin") != 0 &&
				strcmp(values[f].cle, "editions_trail") != 0)
				agree(tells(arena_printf(&t.mem, "\"%s\":", values[f].cle)),
					readers[r].relation > 0 && may_read(r, f), r, f,
					"the JSON");
	}
}

TEST(droits_lists_and_tables_hold_what_one_may_read)
{
	prepare();
	for (int r = 0; r < READERS; r++)
		for (int f = 0; f < FIELDS_ALL; f++) {
			/* A column is offered to who may read it of others too. */
			bool may = readers[r].relation > 0 && may_read(r, f) &&
				(readers[r].relation < 9 || may_read(2, f));

			as(readers[r].id);
			for (int format = 0; format < 3 && values[f].shown != NULL; format++) {
				static const char *const formats[] = { "", ".json", ".csv" };

				check(get(arena_printf(&t.mem, "/annuaire%s?col=nom&col=%s&par=100",
					      formats[format], values[f].cle)) == 200);
				if (format == 1 && values[f].shown[0] == 'M' &&
					values[f].shown[1] == 'o')
					agree(tells(values[f].asked), may, r, f, "the list's JSON");
				else if (format != 1)
					agree(tells(values[f].shown), may, r, f, formats[format]);
			}
		}
}

TEST(droits_filters_find_by_what_one_may_read)
{
	prepare();
	for (int r = 0; r < READERS; r++)
		for (int f = 0; f < FIELDS_ALL; f++) {
			bool may = readers[r].relation > 0 && may_read(r, f);

			if (values[f].asked == NULL)
				continue;
			as(readers[r].id);
			check(get(arena_printf(&t.mem, "/annuaire.json?%s=%s&par=100",
				      values[f].cle, values[f].asked)) == 200);
			agree(tells(arena_printf(&t.mem, "\"id\":%" PRId64, person)), may, r, f,
				"a filter");
			if (strcmp(values[f].cle, "email") == 0 ||
				strcmp(values[f].cle, "telephone") == 0 ||
				strcmp(values[f].cle, "code_postal") == 0) {
				check(get(arena_printf(&t.mem, "/annuaire.json?q=%s",
					      values[f].asked)) == 200);
				agree(tells(arena_printf(&t.mem, "\"id\":%" PRId64, person)), may,
					r, f, "the search of the directory");
				check(get(arena_printf(&t.mem, "/recherche.json?q=%s",
					      values[f].asked)) == 200);
				agree(tells("Quincampoix"), may, r, f, "the search");
			}
		}
}

/* Is the person among those that the segment finds for this reader? */
static bool
found_by(const char *conditions)
{
	check(get(arena_printf(
		      &t.mem, "/annuaire.json?par=100&si=%s", url_escape(&t, conditions))) == 200);
	return tells(arena_printf(&t.mem, "\"id\":%" PRId64 ",", person));
}

/* A condition on the field that holds of the person, or with FALSE one that does not. */
static const char *
asks(int field, bool holds)
{
	const char *cle = values[field].cle, *value = values[field].asked;
	int64_t id = db_int(&t,
		SQL("SELECT g.id FROM groupe g JOIN champ c ON c.id = g.champ_id WHERE c.cle = ?"
		    " AND g.valeur LIKE '%Matrice'"),
		S(cle));
	const char *op = "parmi";

	if (id != 0) {
		value = arena_printf(&t.mem, "%" PRId64, id);
		op = holds ? "membre" : "etranger";
	} else if (strcmp(cle, "etiquettes") == 0) {
		value = arena_printf(&t.mem, "%" PRId64,
			db_int(&t,
				SQL("SELECT id FROM etiquette WHERE nom = 'Étiquette de la"
				    " Matrice'")));
		op = holds ? "parmi" : "hors";
	} else if (strcmp(cle, "bio") == 0) {
		value = "Tournesol";
		op = holds ? "contient" : "sans";
	} else if (strcmp(cle, "email") == 0) {
		value = holds ? "marjo.unique" : "autre";
		op = "commence";
	} else if (strcmp(cle, "autres_courriels") == 0) {
		value = holds ? "autre@m" : "marjo";
		op = "commence";
	} else if (strcmp(cle, "telephone") == 0) {
		value = "0611";
		op = holds ? "commence" : "vide";
	} else if (strcmp(cle, "date_naissance") == 0) {
		op = holds ? "avant" : "apres";
		value = "1980-01-01";
	} else if (db_int(&t,
			   SQL("SELECT genre IN ('texte', 'code_postal') FROM champ WHERE cle = ?"),
			   S(cle)) != 0) {
		op = holds ? "est" : "vide";
	} else {
		op = holds ? "parmi" : "hors";
	}
	return strcmp(op, "vide") == 0 ?
		arena_printf(&t.mem, "{\"sujet\":\"%s\",\"op\":\"vide\"}", cle) :
		arena_printf(
			&t.mem, "{\"sujet\":\"%s\",\"op\":\"%s\",\"v\":[\"%s\"]}", cle, op, value);
}

static const char *
tree(const char *lien, const char *conditions)
{
	return arena_printf(&t.mem, "{\"lien\":\"%s\",\"si\":[%s]}", lien, conditions);
}

/* A condition and its contrary, alone, under "none of", twice under it: who may read the field
 * finds the person by what is so and not by what is not; who may not finds her by neither. */
TEST(droits_segments_find_by_what_one_may_read)
{
	prepare();
	for (int r = 0; r < READERS; r++)
		for (int f = 0; f < FIELDS_ALL; f++) {
			bool may = readers[r].relation > 0 && may_read(r, f);
			const char *yes = asks(f, true), *no = asks(f, false);

			as(readers[r].id);
			agree(found_by(tree("toutes", yes)), may, r, f, "a segment");
			agree(found_by(tree("toutes", no)), false, r, f, "its contrary");
			agree(found_by(tree("aucune", no)), may, r, f, "none of the contrary");
			agree(found_by(tree("aucune", yes)), false, r, f, "none of it");
			agree(found_by(tree("aucune", tree("aucune", yes))), may, r, f,
				"none of none of it");
			agree(found_by(tree("aucune", tree("aucune", no))), false, r, f,
				"none of none of its contrary");
			agree(found_by(tree("une",
				      arena_printf(&t.mem, "%s,%s", yes, tree("aucune", yes)))),
				may, r, f, "it or not it");
		}
}

/* What she hides of what she may hide is found by who manages her and by herself. */
TEST(droits_segments_find_nothing_that_a_person_hides)
{
	prepare();
	db_exec(&t,
		SQL("UPDATE contact SET cache = CONCAT(',', (SELECT GROUP_CONCAT(id) FROM champ"
		    " WHERE genre IN ('courriel', 'telephone')), ',') WHERE id = ?"),
		I(person));
	for (int r = 0; r < READERS; r++)
		for (int f = 0; f < FIELDS_ALL; f++) {
			const struct champ *c = champ_find(modele(&t), values[f].cle);
			bool may = readers[r].relation > 0 && may_read(r, f) &&
				(!contact_hideable(c) || readers[r].relation >= LEVEL_MANAGES);

			as(readers[r].id);
			agree(found_by(tree("toutes", asks(f, true))), may, r, f, "a segment");
			agree(found_by(tree("aucune", asks(f, false))), may, r, f,
				"none of the contrary");
		}
}

/* What is shared is found again with the rights of the reader, not of the author. */
TEST(droits_shared_segments_take_the_rights_of_the_reader)
{
	prepare();
	for (int f = 0; f < FIELDS_ALL; f++) {
		struct segment s = { .nom = "Partagé", .description = "", .partage = "tous" };
		int64_t id;

		t.user.id = readers[5].id;
		t.user.level = ADMIN;
		s.arbre = condition_parse(&t.mem, tree("toutes", asks(f, true)));
		id = segment_save(&t, &s);
		t.user.level = PUBLIC;
		for (int r = 1; r < READERS; r++) {
			as(readers[r].id);
			check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) ==
				200);
			agree(tells(arena_printf(&t.mem, "\"id\":%" PRId64 ",", person)),
				may_read(r, f), r, f, "a shared segment");
		}
	}
}
