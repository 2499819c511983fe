/* modele.c - an administrator and a person, whose fields are changed */

#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "modele.h"

int64_t benedicte;

void
champs_people(void)
{
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	benedicte = t_person("Bénédicte", "Durand", "b@exemple.org", "confirme", "benevole");
	t_account(adm, "admin");
	as(adm);
}

int64_t
field_called(const char *cle)
{
	return db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle));
}
