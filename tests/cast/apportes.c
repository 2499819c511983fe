/* apportes.c - people and files that the tests of imports share */

#include <inttypes.h>

#include "apportes.h"
#include "base/scratch.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/imports/import.h"
#include "domain/objets/etiquette.h"
#include "domain/vie/cycle.h"

int64_t im;

void
apportes(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	db_exec(&t,
		SQL("UPDATE contact SET telephone = '+33 6 12 34 56 78', code_postal = '01000',"
		    " date_naissance = '1980-05-01' WHERE id = ?"),
		I(benp));
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	acces_contact(&t, adm);
	t.user.id = adm;
	etiquette_create(&t, 1, "Fiable");
}

int
bring(int64_t who, const char *text, const char *columns)
{
	int fd = scratch_open(&t.mem, "/tmp");

	as(who);
	t.user.id = who;
	im = import_new(&t, "fichier", "essai.csv");
	scratch_write(fd, text, strlen(text));
	check(import_file(&t, im, fd) == NULL);
	return post(arena_printf(&t.mem, "/imports/%" PRId64 "/colonnes", im), columns);
}

const char *
import_at(const char *rest)
{
	return arena_printf(&t.mem, "/imports/%" PRId64 "%s", im, rest);
}

int64_t
count_in(int64_t etat)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ? AND etat = ?"),
		I(im), I(etat));
}

const char *
bio_of(int64_t id)
{
	return db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(id));
}

int64_t
has_value(int64_t id, const char *valeur)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM champ_valeur WHERE contact_id = ? AND valeur = ?"), I(id),
		S(valeur));
}
