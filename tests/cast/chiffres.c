/* chiffres.c - people of two groups over two years, and the figures of a page */

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "chiffres.h"
#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/socle/modele.h"

void
dress_person(int64_t id, const char *code_postal, const char *naissance, const char *type)
{
	db_exec(&t, SQL("UPDATE contact SET code_postal = ?, date_naissance = ? WHERE id = ?"),
		S(code_postal), S(naissance), I(id));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, ?"
		    " FROM champ WHERE cle = 'types_benevolat'"),
		I(id), S(type));
}

void
was_member(int64_t group, int64_t who, const char *from, const char *to)
{
	db_exec(&t,
		SQL("INSERT INTO membre (groupe_id, contact_id, debut, fin, origine)"
		    " VALUES (?, ?, ?, ?, 'hubspot')"),
		I(group), I(who), S(from), S(to));
	acces_contact(&t, who);
}

const char *
last_month(void)
{
	return db_string(&t, SQL("SELECT LAST_DAY(UTC_DATE() - INTERVAL 1 MONTH)"));
}

void
options_of_fields(void)
{
	db_exec(&t,
		SQL("INSERT IGNORE INTO champ_option (champ_id, valeur, libelle)"
		    " SELECT c.id, o.v, o.l FROM champ c JOIN"
		    " (SELECT 'types_benevolat' AS k, 'groupe_local' AS v, 'Groupe local' AS l"
		    " UNION SELECT 'types_benevolat', 'magasin', 'Magasin'"
		    " UNION SELECT 'statut', 'prospect', 'Prospect' UNION"
		    " SELECT 'statut', 'confirme', 'Confirmé'"
		    " UNION SELECT 'statut', 'ancien', 'Ancien') o ON o.k = c.cle"));
	modele_changed(&t);
}

void
chiffres(void)
{
	int64_t one, old;

	options_of_fields();
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	coop = t_person("Coline", "Coord", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "N’Guyen", "elodie@exemple.org", "confirme", "benevole");
	one = t_person("Berthe", "Corse", "berthe@exemple.org", "confirme", "benevole");
	old = t_person("Omer", "Ancien", "omer@exemple.org", "ancien", "benevole");
	pro = t_person("Prosper", "Prospect", "prosper@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_account(benp, "");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(paris, pro, "membre");
	was_member(lille, benp, "2019-02-03", NULL);
	was_member(lille, one, "2015-06-01", NULL);
	was_member(paris, old, "2016-01-10", last_month());
	dress_person(coop, "75011", "1980-05-01", "groupe_local");
	dress_person(benp, "20090", "2005-01-31", "groupe_local");
	dress_person(one, "20600", NULL, "magasin");
	dress_person(pro, "97400", "1950-01-01", "magasin");
}

static unsigned followed;

/* "/annuaire?x" as "/annuaire.json?x" */
const char *
as_json(const char *url)
{
	size_t n = strcspn(url, "?");

	return arena_printf(&t.mem, "%.*s.json%s", (int) n, url, url + n);
}

int64_t
total_of(const char *url)
{
	json_object *reply;

	if (get(as_json(url)) != 200)
		return -1;
	reply = json_whole(&t.mem, t_reply->body, strlen(t_reply->body));
	return reply != NULL && json_member(reply, "total") != NULL ?
		json_object_get_int64(json_member(reply, "total")) :
		-1;
}

void
follow_figures(json_object *o)
{
	if (json_object_is_type(o, json_type_array))
		for (size_t i = 0; i < json_object_array_length(o); i++)
			follow_figures(json_object_array_get_idx(o, i));
	if (!json_object_is_type(o, json_type_object))
		return;
	if (json_text(o, "url") != NULL && json_member(o, "n") != NULL) {
		int64_t n = json_object_get_int64(json_member(o, "n"));
		int64_t total = total_of(json_text(o, "url"));

		followed++;
		t_check(n == total, __FILE__, __LINE__,
			arena_printf(&t.mem, "%s: %" PRId64 " here, %" PRId64 " there",
				json_text(o, "url"), n, total));
	}
	json_object_object_foreach(o, key, value)
	{
		(void) key;
		follow_figures(value);
	}
}

unsigned
follow_all(const char *path)
{
	json_object *page;

	check(get(path) == 200);
	page = json_whole(&t.mem, arena_strdup(&t.mem, t_reply->body), strlen(t_reply->body));
	check(page != NULL);
	followed = 0;
	follow_figures(page);
	return followed;
}

int64_t
figure(const char *path, const char *group, const char *name)
{
	json_object *page;

	check(get(path) == 200);
	page = json_whole(&t.mem, t_reply->body, strlen(t_reply->body));
	return json_object_get_int64(json_member(json_member(json_member(page, group), name), "n"));
}

const char *
path_of(const char *path, int64_t group)
{
	return arena_printf(&t.mem, "%s?groupe=%" PRId64, path, group);
}
