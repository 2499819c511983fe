/* groupes.c - people and groups that the tests of groups share */

#include <inttypes.h>

#include "domain/acces/acces.h"
#include "domain/groupes/groupe.h"
#include "domain/notifications/notif.h"
#include "domain/vie/cycle.h"
#include "groupes.h"

void
groupes_people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	pro = t_person("Prosper", "Futur", "prosper@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	db_exec(&t,
		SQL("INSERT INTO contact_mot (mot, champ_id, contact_id)"
		    " VALUES ('elodie', 2, ?), ('berthe', 2, ?)"),
		I(benp), I(benl));
	t_member(paris, coop, "coordination");
	t_member(paris, coop, "membre");
	t_member(paris, benp, "membre");
	t_member(lille, benl, "membre");
}

const char *
groupes_at(int64_t id, const char *rest)
{
	return arena_printf(&t.mem, "/groupes/%" PRId64 "%s", id, rest);
}

int64_t
made(const char *titre)
{
	return db_int(
		&t, SQL("SELECT id FROM objet WHERE genre = 'groupe' AND titre = ?"), S(titre));
}

const char *
member_page(int64_t group, int64_t who)
{
	return arena_printf(&t.mem, "/groupes/%" PRId64 "/membres/%" PRId64, group, who);
}

int64_t
post_in(int64_t group)
{
	return db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cadre_id, liste_id)"
		    " VALUES ('publication', 'Mot', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?, ?)"),
		I(group), I(groupe_contenu_liste(&t, group)));
}

int64_t
right_of(int64_t who, int64_t objet)
{
	return db_int(&t,
		SQL("SELECT MAX(a.droit) FROM objet o JOIN acces a ON a.liste_id = o.liste_id"
		    " JOIN contact_public cp ON cp.public_id = a.public_id AND cp.contact_id = ?"
		    " WHERE o.id = ?"),
		I(who), I(objet));
}

int64_t
groupes_told(const char *genre)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_evenement e"
		    " JOIN notif_cible c ON c.evenement_id = e.id WHERE e.genre = ?"),
		S(genre));
}
