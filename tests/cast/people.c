/* people.c - Paris and Lille with somebody in each, for tests of what people write together */

#include <inttypes.h>

#include "people.h"

int64_t coop, benp, benl, benm, pro, sal, adm, paris, lille, equipe, basile, berthe;

void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	coop = t_person("Coline", "de La Fontaine", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "d’Alembert", "berthe@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(lille, benl, "membre");
}

int64_t
last(void)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM objet"));
}

int64_t
a_post(const char *body)
{
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris), body) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM publication"));
}

int64_t
a_comment(int64_t on, const char *body)
{
	check(post(at("/fil/%" PRId64 "/commentaires", on), body) == 303);
	return last();
}
