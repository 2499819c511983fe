/* avertis.c - three people to be told, and what tells them */

#include <inttypes.h>

#include "avertis.h"
#include "domain/acces/acces.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/notif.h"
#include "domain/notifications/preference.h"
#include "domain/objets/ecrit.h"
#include "domain/vie/cycle.h"

int64_t anna, bea, chloe, groupe, closed_;

int64_t
account_of(const char *prenom, const char *email)
{
	int64_t id = t_person(prenom, "Essai", email, "confirme", "benevole");

	t_account(id, "");
	return id;
}

void
avertis(void)
{
	int64_t members;

	groupe = t_group("groupe_local", "Groupe local de Paris");
	anna = account_of("Anna", "anna@exemple.org");
	bea = account_of("Béa", "bea@exemple.org");
	chloe = account_of("Chloé", "chloe@exemple.org");
	t_member(groupe, anna, "coordination");
	t_member(groupe, bea, "membre");
	members = public_id(&t, "groupe", arena_printf(&t.mem, "%" PRId64, groupe), "");
	closed_ = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cadre_id, liste_id)"
		    " VALUES ('publication', 'Stand du 12', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?,"
		    " ?)"),
		I(groupe), I(liste_id(&t, arena_printf(&t.mem, "1:%" PRId64, members))));
	ecrit_index(&t, closed_, "Stand du 12", "");
}

int64_t
event_of(int64_t author, const char *genre, const char *url)
{
	t.user.id = author;
	return notif_event(&t, genre, closed_, url, "Anna Essai a écrit dans « Stand du 12 »");
}

void
spread(void)
{
	while (notif_spread(&t))
		continue;
}

int64_t
lines_of(int64_t who)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM notif WHERE contact_id = ?"), I(who));
}

void
choose(int64_t who, const char *genre, const char *canal, bool on)
{
	db_exec(&t,
		SQL("REPLACE INTO preference (contact_id, genre, canal, actif)"
		    " VALUES (?, ?, ?, ?)"),
		I(who), S(genre), S(canal), I(on));
}
