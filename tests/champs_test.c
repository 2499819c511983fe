/* champs_test.c - a field made on screen is everywhere at once, and leaves without losing anything */

#include <inttypes.h>
#include <unistd.h>

#include "domain/acces.h"
#include "t.h"

static int64_t adm, one;

static void
people(void)
{
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	one = t_person("Bénédicte", "Durand", "b@exemple.org", "confirme", "benevole");
	db_exec(&t,
		SQL("INSERT INTO compte (contact_id, role, cree_le) VALUES (?, 'admin', UTC_TIMESTAMP())"),
		I(adm));
	acces_contact(&t, adm);
	as(adm);
}

static int64_t
field(const char *cle)
{
	return db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle));
}

static bool
file_says(const char *word)
{
	static char text[1 << 15];
	ssize_t n = pread(t_reply->file, text, sizeof text - 1, 0);

	text[n > 0 ? n : 0] = '\0';
	return strstr(text, word) != NULL;
}

TEST(champs_created_is_in_form_filter_columns_and_export)
{
	const char *edit;

	people();
	edit = arena_printf(&t.mem, "/contacts/%" PRId64 "/modifier", one);
	check(post("/admin/champs",
		      "libelle=Permis+B&type=oui_non&finalite=Conduire&lecture=1&ecriture=3") ==
		303);
	check(field("permis_b") > 0);
	as(one);
	check(get(edit) == 200);
	check_says("Permis B");
	check(post(edit, "permis_b=1") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("Permis B");
	check_says("Oui");
	as(adm);
	check(get("/annuaire.json?permis_b=1") == 200);
	check_says("\"total\":1");
	check(get("/annuaire.json?permis_b=0") == 200);
	check_says("\"total\":0");
	check(get("/annuaire/filtres") == 200);
	check_says("Permis B");
	check(get("/annuaire.csv?col=nom&col=permis_b") == 200);
	check(file_says("Permis B"));
	check(file_says("Oui"));
}

TEST(champs_of_choices_are_renamed_and_retired_without_loss)
{
	people();
	check(post("/admin/champs",
		      "libelle=R%C3%A9gime&type=choix_multiple&finalite=Repas&lecture=4&ecriture=3") ==
		422);
	check_says("au moins un choix");
	check(post("/admin/champs",
		      "libelle=R%C3%A9gime&type=choix_multiple&choix=V%C3%A9g%C3%A9tarien%0ASans+gluten%0A&finalite=Repas&lecture=4&ecriture=3") ==
		303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ?"),
		      I(field("regime"))) == 2);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, 'vegetarien')"),
		I(one), I(field("regime")));
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field("regime")),
		      "libelle=Repas&finalite=Repas&lecture=4&ecriture=3&option[]=vegetarien&nom_option[]=V%C3%A9g%C3%A9&option[]=sans_gluten&nom_option[]=") ==
		303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("Végé");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_option WHERE champ_id = ? AND retire_le IS NOT NULL"),
		      I(field("regime"))) == 1);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("regime")),
		      "") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_hides("Végé");
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("regime")),
		      "") == 303);
	check(get(arena_printf(&t.mem, "/contacts/%" PRId64, one)) == 200);
	check_says("Végé");
}

TEST(champs_of_the_crm_and_of_the_base_stay)
{
	people();
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("email")), "") ==
		403);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64 "/retirer", field("bio")), "") ==
		403);
	check(post(arena_printf(&t.mem, "/admin/champs/%" PRId64, field("email")),
		      "libelle=Courriel&finalite=X&lecture=2&ecriture=0") == 303);
	check(db_int(&t, SQL("SELECT ecriture FROM champ WHERE cle = 'email'")) == 9);
	as(one);
	check(get("/admin/champs") == 403);
}

TEST(champs_say_who_will_read_no_more_before_it_is_so)
{
	const char *path;
	int64_t group, n;

	people();
	group = t_group("groupe_local", "Groupe local de Paris");
	t_member(group, one, "membre");
	t_member(group, t_person("Colette", "Paris", "coop@exemple.org", "confirme", "benevole"),
		"coordination");
	path = arena_printf(&t.mem, "/admin/champs/%" PRId64, field("disponibilites"));
	n = db_int(&t, SQL("SELECT COUNT(*) FROM parcours"));
	as(adm);
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&bloc=engagement") == 422);
	check_says("1 personne ne verra plus ce champ");
	check_says("Je confirme");
	check(db_int(&t, SQL("SELECT lecture FROM champ WHERE cle = 'disponibilites'")) == 2);
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&bloc=engagement&confirme=1") ==
		303);
	check(db_int(&t, SQL("SELECT lecture FROM champ WHERE cle = 'disponibilites'")) == 3);
	check_text(db_string(&t, SQL("SELECT bloc FROM champ WHERE cle = 'disponibilites'")),
		"engagement");
	check(post(path, "libelle=Autre&finalite=Oui&lecture=3&bloc=partout") == 422);
	check_text(db_string(&t, SQL("SELECT libelle FROM champ WHERE cle = 'disponibilites'")),
		"Dispos");
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=2") == 422);
	check_says("1 personne de plus verra ce champ");
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) VALUES (?, ?, 'soir')"),
		I(one), I(field("disponibilites")));
	check(post(path, "libelle=Dispos&finalite=Oui&lecture=3&suivi=1&suivi_montre=1") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM parcours")) == n + 1);
}

TEST(champs_care_is_set_by_administrators)
{
	people();
	check(get("/admin/accompagnement") == 200);
	check_says("Bonjour {prenom}");
	check(post("/admin/accompagnement",
		      "relais_jours=1000&relais_modele=a&silence_jours=1&silence_modele=b&notes_acces=non") ==
		422);
	check(post("/admin/accompagnement",
		      "relais_jours=3&relais_modele=Salut&silence_jours=90&silence_modele=b&notes_acces=immediat") ==
		303);
	check(get("/admin/accompagnement") == 200);
	check_says("Salut");
	as(one);
	check(get("/admin/accompagnement") == 403);
}
