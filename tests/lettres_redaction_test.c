/* lettres_redaction_test.c - a draft is written: its blocks, what is looked at before it leaves */

#include <inttypes.h>

#include "domain/lettres/lettre_bloc.h"
#include "domain/lettres/lettre_controle.h"
#include "people.h"

static int64_t lettre;

static const char *
draft(const char *rest)
{
	return at("/lettres/%" PRId64 "%s", lettre, rest);
}

static void
a_draft(void)
{
	people();
	as(sal);
	check(post("/lettres/nouvelle", "objet=Un+vote&audience=public:benevoles") == 303);
	lettre = last();
}

/* The texts of its blocks in their order, apart by bars. */
static const char *
words(void)
{
	return db_string(&t,
		SQL("SELECT COALESCE(GROUP_CONCAT(texte ORDER BY place SEPARATOR '|'), '')"
		    " FROM lettre_bloc WHERE lettre_id = ?"),
		I(lettre));
}

static int64_t
block(const char *texte)
{
	return db_int(&t, SQL("SELECT id FROM lettre_bloc WHERE lettre_id = ? AND texte = ?"),
		I(lettre), S(texte));
}

TEST(lettres_blocks_come_by_their_kind)
{
	static const char *const good[] = { "genre=titre&texte=Le+vote",
		"genre=texte&texte=**Oui**", "genre=bouton&texte=Lire&lien=/agenda",
		"genre=bouton&texte=Lire&lien=https://oxfam.fr", "genre=colonnes&gauche=A&droite=B",
		"genre=pres" };
	static const char *const bad[] = { "genre=autre&texte=x",
		"genre=titre&texte=", "genre=titre&texte=a%0Ab",
		"genre=bouton&texte=Lire&lien=javascript:alert(1)",
		"genre=bouton&texte=Lire&lien=", "genre=bouton&texte=Lire&lien=//ailleurs.fr",
		"genre=colonnes&gauche=A&droite=", "genre=evenement&objet=1", "genre=image&alt=x",
		"genre=document", "genre=document&piece=1" };

	a_draft();
	for (unsigned i = 0; i < sizeof good / sizeof *good; i++)
		check(post(draft("/blocs"), good[i]) == 303);
	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
		check(post(draft("/blocs"), bad[i]) == 422);
	check_text(words(), "Le vote|**Oui**|Lire|Lire|A|");
	as(benp);
	check(post(draft("/blocs"), "genre=pres") == 403);
}

TEST(lettres_blocks_keep_their_order)
{
	a_draft();
	check(post(draft("/blocs"), "genre=titre&texte=a") == 303);
	check(post(draft("/blocs"), "genre=titre&texte=c") == 303);
	check(post(draft("/blocs"), "genre=titre&texte=b&place=2") == 303);
	check_text(words(), "a|b|c");
	lettre_bloc_move(&t, lettre, block("a"), 3);
	check_text(words(), "b|c|a");
	lettre_bloc_move(&t, lettre, block("a"), 2);
	check_text(words(), "b|a|c");
	lettre_bloc_move(&t, lettre, block("c"), -4);
	check_text(words(), "c|b|a");
	lettre_bloc_drop(&t, lettre, block("b"));
	check_text(words(), "c|a");
	check(db_int(&t, SQL("SELECT MAX(place) FROM lettre_bloc WHERE lettre_id = ?"),
		      I(lettre)) == 2);
}

TEST(lettres_are_looked_at_before_they_leave)
{
	a_draft();
	t.user.id = sal;
	check(lettre_controle(&t, lettre, "A") == 1);
	check_text(said(&t, "A.0.phrase"),
		"La ligne d’aperçu manque\u00A0: les messageries la"
		" montrent après l’objet.");
	check_text(said(&t, "A.1.gravite"), "bloque");
	check(post(draft("/blocs"), "genre=pres") == 303);
	check(lettre_controle(&t, lettre, "B") == 0);
	db_exec(&t, SQL("UPDATE lettre SET audience = '' WHERE id = ?"), I(lettre));
	check(lettre_controle(&t, lettre, "C") == 1);
	t.user.id = 0;
}
