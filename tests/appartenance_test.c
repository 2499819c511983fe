/* appartenance_test.c - who is in a hidden group is neither counted nor named where its parent
 * is */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "chiffres.h"
#include "domain/acces/acces.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/ouverture.h"
#include "domain/tableau_de_bord/tableau.h"

static int64_t hidden, mathilde;

/* Below Paris, a hidden group whose one member is in no other. */
static void
hide(void)
{
	chiffres();
	hidden = t_group("groupe_travail", "GT Complot");
	check(arbre_move(&t, hidden, paris));
	ouverture_set(&t, hidden, "cache");
	mathilde = t_person("Mathilde", "Discrète", "md@exemple.org", "confirme", "benevole");
}

static int64_t
list(const char *query)
{
	return total_of(at("/annuaire?%s", query));
}

/* What follows NAME is another each time. */
static void
blank(char *text, const char *name)
{
	for (char *s = text; (s = strstr(s, name)) != NULL;) {
		s += strlen(name);
		memset(s, 'x', strcspn(s, "\""));
	}
}

/* What everybody is told of Mathilde and of Paris, as one text. */
static const char *
told(void)
{
	const char *all = "", *month = db_string(&t, SQL("SELECT LEFT(UTC_DATE(), 7)"));
	const char *queries[] = { at("par-groupe=%" PRId64, paris), "par-missions=0",
		"par-missions=1", "par-anciennete=aucune", "par-anciennete=moins-1",
		at("par-arrivee=%s", month), at("par-arrivee=%s:%" PRId64, month, paris) };
	const char *pages[] = { path_of("/tableau-de-bord.json", paris), "/tableau-de-bord.json",
		"/tableau-de-bord/missions.json", "/tableau-de-bord/missions.csv",
		path_of("/tableau-de-bord/missions.json", paris), "/tableau-de-bord/groupes.json",
		at("/groupes/%" PRId64 "/a-propos.json", paris), "/groupes.json",
		at("/groupes/%" PRId64 "/deplacer.json?vers=%" PRId64, paris, lille),
		at("/messages/groupe.json?groupe=%" PRId64, paris) };

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		all = at("%s\n%s: %" PRId64, all, queries[i], list(queries[i]));
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		get(pages[i]);
		all = at("%s\n%s %d %s", all, pages[i], t_reply->status,
			t_reply->body != NULL ? t_reply->body : "");
	}
	blank((char *) all, "\"moment\":\"");
	return all;
}

TEST(appartenance_to_a_hidden_group_changes_nothing_that_others_are_told)
{
	int64_t readers[3];

	hide();
	readers[0] = coop;
	readers[1] = sal;
	readers[2] = benp;
	for (int i = 0; i < 3; i++) {
		const char *before, *after;

		as(readers[i]);
		before = told();
		t_member(hidden, mathilde, "membre");
		after = told();
		t_check(strcmp(before, after) == 0, __FILE__, __LINE__, at("reader %d", i));
		if (strcmp(before, after) != 0) {
			size_t n = 0;

			while (before[n] == after[n])
				n++;
			printf("  %.200s\n  %.200s\n", before + (n > 80 ? n - 80 : 0),
				after + (n > 80 ? n - 80 : 0));
		}
		db_exec(&t, SQL("DELETE FROM membre WHERE contact_id = ?"), I(mathilde));
		acces_contact(&t, mathilde);
	}
}

TEST(appartenance_figures_agree_with_their_lists_kept_or_not)
{
	hide();
	t_member(hidden, mathilde, "membre");
	as(adm);
	check(follow_all(path_of("/tableau-de-bord.json", paris)) > 9);
	check(follow_all(path_of("/tableau-de-bord.json", hidden)) > 1);
	check(list(at("par-groupe=%" PRId64, hidden)) == 1);
	tableau_few = 0;
	tableau_keep(&t);
	check(follow_all(path_of("/tableau-de-bord.json", paris)) > 9);
	check(follow_all("/tableau-de-bord.json") > 20);
	tableau_few = 5000;
}

TEST(appartenance_decides_whom_a_message_to_a_group_reaches)
{
	const char *body;

	hide();
	t_member(hidden, mathilde, "membre");
	as(coop);
	check(get(at("/messages/groupe?groupe=%" PRId64, paris)) == 200);
	body = at("groupe=%" PRId64
		  "&titre=Bonjour&texte=Bonjour&reponses=auteur&cle=k1&confirme=1",
		paris);
	check(post("/messages/groupe", body) == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM conversation_participant WHERE contact_id = ?"),
		      I(mathilde)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM conversation_participant WHERE contact_id = ?"),
		      I(benp)) == 1);
}
