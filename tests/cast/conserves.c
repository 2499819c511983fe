/* conserves.c - an association that has adopted its delays, for tests of retention */

#include "base/clock.h"
#include "base/conf.h"
#include "conserves.h"

int64_t
prospect(const char *nom, const char *made)
{
	int64_t id = t_person(nom, "Conserve", at("%s@exemple.org", nom), "prospect", "benevole");

	db_exec(&t,
		SQL("UPDATE contact SET crm_cree_le = ?, hubspot_id = 900000 + id,"
		    " crm_modifie_le = '2026-11-30' WHERE id = ?"),
		S(made), I(id));
	return id;
}

void
adopted(void)
{
	people();
	adm = t_person("Ada", "Admin", "ada@exemple.org", "confirme", "salarie");
	t_account(adm, "admin");
	db_exec(&t, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('conservation_adoptee', ?)"),
		S("{\"par\":\"le bureau\",\"le\":\"2026-03-12\"}"));
	conf.hubspot_brake_percent = 5;
	conf.hubspot_brake_least = 20;
	t_clock("2026-12-01 03:00:00");
}

/* In the transaction of the test: each night is a run. */
struct passage
night(const char *utc)
{
	struct passage p;

	t_clock(utc);
	conservation_people(&t, &p);
	return p;
}
