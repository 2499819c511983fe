/* charte_test.c - "Valeurs et charte": acknowledged at the first sign-in, asked again when its text
 * changes in substance */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/compte/charte.h"
#include "domain/compte/compte.h"
#include "domain/vie/cycle.h"
#include "entrants.h"

/* Berthe has an account that an operator made: she has acknowledged nothing. */
static void
a_newcomer(void)
{
	entrants();
	compte_create(&t, berthe);
	compte_password(&t, berthe, SECRET_);
}

TEST(charte_is_the_first_page_of_who_has_not_acknowledged_it)
{
	a_newcomer();
	check(sign_in("basile@exemple.org", SECRET_) == 303);
	check_text(t_reply->location, "/");
	t_nobody();
	check(sign_in("berthe@exemple.org", SECRET_) == 303);
	check_text(t_reply->location, "/compte/charte?suite=/");
	as(berthe);
	check(get("/compte/charte?suite=/agenda") == 200);
	check_says("J’ai lu ce texte et je le partage");
	check(post("/compte/charte", "suite=/agenda") == 303);
	check_text(t_reply->location, "/agenda");
	check(!charte_due(&t, berthe));
	check(post("/compte/charte", "suite=https://ailleurs.example") == 303);
	check(t_reply->location[0] == '/');
}

/* A small correction asks nobody; a change in substance asks everybody, once. */
TEST(charte_is_asked_again_when_its_text_changes_in_substance)
{
	a_newcomer();
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	charte_accept(&t, berthe);
	as(adm);
	check(post("/admin/pages/charte", "texte=Nos+mots") == 303);
	check(!charte_due(&t, berthe));
	check(post("/admin/pages/charte", "texte=Nos+valeurs&substance=1") == 303);
	check(charte_due(&t, berthe));
	check(get("/admin/pages/charte") == 200);
	check_says("Ont lu le texte en vigueur");
	as(berthe);
	check(get("/compte/charte") == 200);
	check_says("Nos valeurs");
	check_says("Ce texte a changé");
	check(post("/compte/charte", "") == 303);
	check(!charte_due(&t, berthe));
	as(adm);
	check(post("/admin/pages/charte", "texte=Nos+valeurs.") == 303);
	check(!charte_due(&t, berthe));
}

/* Kept with the person: hers when two become one, gone when she is erased. */
TEST(charte_goes_with_the_person)
{
	a_newcomer();
	charte_accept(&t, berthe);
	cycle_merge(&t, berthe, basile);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM charte_accord WHERE contact_id = ?"),
		      I(berthe)) == 0);
	check(!charte_due(&t, basile));
	cycle_erase(&t, basile);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM charte_accord WHERE contact_id = ?"),
		      I(basile)) == 0);
}
