/* pris.c - one who makes a group of his own, and somebody he would take hold of */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/groupes/membre.h"
#include "pris.h"

int64_t bout, mine;

/* Bout, a volunteer of nowhere, makes a working group and so coordinates it; Élodie, whom GL Paris
 * follows, has a phone, a note and a text of her own. */
void
taken(void)
{
	apportes();
	bout = t_person("Boutros", "Seul", "bout@exemple.org", "confirme", "benevole");
	db_exec(&t, SQL("UPDATE contact SET bio = 'Ses mots' WHERE id = ?"), I(benp));
	as(coop);
	check(post(at("/contacts/%" PRId64 "/notes", benp),
		      "texte=Confidence&niveau=coordination") == 303);
	as(bout);
	check(post("/groupes/nouveau",
		      "titre=Mon+groupe&type=groupe_travail&ouverture=ouvert&parent=") == 303);
	mine = made("Mon groupe");
	check(mine != 0 && membre_is(&t, mine, bout));
}

void
nothing_of_her(void)
{
	as(bout);
	check(get(at("/contacts/%" PRId64, benp)) == 200);
	check_hides("12 34 56 78");
	check(get(at("/contacts/%" PRId64 ".json", benp)) == 200);
	check_hides("123456");
	check_hides("12 34 56");
	check(get(at("/contacts/%" PRId64 "/notes", benp)) == 404);
	check(get(at("/contacts/%" PRId64 "/modifier", benp)) != 200);
	check(post(at("/contacts/%" PRId64 "/modifier", benp), "bio=Autre") != 303);
	check_text(bio_of(benp), "Ses mots");
	check(right_of(bout, benp) <= VOIR);
}
