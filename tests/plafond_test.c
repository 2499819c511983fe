/* plafond_test.c - who administers by delegation opens, gives and takes nothing that she does not
 * hold */

#include <inttypes.h>

#include "domain/socle/journal.h"
#include "people.h"

/* One person, to whom the screens of the administration were given and nothing else. */
static void
delegate(int64_t who, const char *email)
{
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(adm);
	check(post("/admin/droits/nouveau", at("email=%s", email)) == 303);
	check(post(t_reply->location, "d_administration=2&confirmer=1") == 303);
	as(who);
}

static bool
levels_are(const char *cle, int lecture, int ecriture)
{
	return db_int(&t, SQL("SELECT lecture = ? AND ecriture = ? FROM champ WHERE cle = ?"),
		       I(lecture), I(ecriture), S(cle)) != 0;
}

static const char *
field_at(const char *cle, const char *more)
{
	return at("/admin/champs/%" PRId64 "%s",
		db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle)), more);
}

#define FIELD "libelle=Un+nom&finalite=Savoir&confirme=1&lecture="

static void
fill(const char *cle)
{
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'x'"
		    " FROM champ WHERE cle = ?"),
		I(benl), S(cle));
}

TEST(plafond_a_volunteer_opens_no_field_that_she_does_not_read)
{
	people();
	delegate(benp, "elodie%40exemple.org");
	check(get(field_at("date_naissance", "")) == 200);
	check_hides("Enregistrer");
	check(post(field_at("date_naissance", ""), FIELD "1") == 403);
	check_says("administre tout l’espace");
	check(post(field_at("telephone", ""), FIELD "1") == 403);
	check(post(field_at("statut", ""), FIELD "3") == 403);
	check(post(field_at("formations", "/retirer"), "") == 403);
	check(levels_are("date_naissance", 4, 9) && levels_are("telephone", 2, 9));
	check(get("/admin/champs.json") == 200);
}

TEST(plafond_what_others_have_written_is_not_taken_from_them)
{
	people();
	delegate(benp, "elodie%40exemple.org");
	fill("competences");
	check(get(field_at("competences", "")) == 200);
	check_hides("name=\"ecriture\"");
	check_hides("/retirer");
	check(post(field_at("competences", ""), FIELD "4&ecriture=3") == 422);
	check_says("déjà rempli");
	check(post(field_at("competences", ""), FIELD "1&ecriture=4") == 422);
	check(post(field_at("competences", "/retirer"), "") == 403);
	check(levels_are("competences", 1, 3));
	check(post(field_at("competences", ""), FIELD "1&ecriture=3") == 303);
	check(post(field_at("competences", ""), FIELD "1") == 303);
	check(post(field_at("nom", ""), FIELD "4") == 422);
	check(post(field_at("bio", ""), FIELD "1&ecriture=0") == 422);
	check(post(field_at("groupe", ""), FIELD "4") == 422);
	check(post(field_at("appetences", ""), FIELD "4&ecriture=4") == 303);
	check(post("/admin/champs",
		      "libelle=Permis&type=oui_non&finalite=Savoir&lecture=4&ecriture=0") == 303);
}

TEST(plafond_staff_moves_no_level_of_what_people_have_either)
{
	people();
	delegate(sal, "salome%40exemple.org");
	check(post(field_at("date_naissance", ""), FIELD "1") == 422);
	check(post(field_at("telephone", ""), FIELD "1") == 422);
	check(post(field_at("telephone", ""), FIELD "5") == 422);
	check(post(field_at("telephone", ""), FIELD "2") == 303);
	check(levels_are("date_naissance", 4, 9) && levels_are("telephone", 2, 9));
}

TEST(plafond_the_grid_stays_with_administrators)
{
	int64_t n;

	people();
	delegate(sal, "salome%40exemple.org");
	n = db_int(&t, SQL("SELECT SUM(niveau) FROM profil_droit"));
	check(get("/admin") == 200);
	check_hides("\"/admin/droits\"");
	check(get("/admin/droits") == 403 && get("/admin/droits.csv") == 403);
	check(get("/admin/droits/5") == 403 && get("/admin/droits/nouveau") == 403);
	check(post("/admin/droits/5", "confirmer=1") == 403);
	check(post("/admin/droits/nouveau", "email=elodie%40exemple.org") == 403);
	check(post("/admin/droits/8/retirer", "") == 403);
	check(get("/admin/droits/comme") == 403);
	check(post("/admin/droits/comme", at("contact=%" PRId64, benp)) == 403);
	check(db_int(&t, SQL("SELECT SUM(niveau) FROM profil_droit")) == n);
}

TEST(plafond_roles_that_coordinate_stay_with_administrators)
{
	people();
	delegate(sal, "salome%40exemple.org");
	db_exec(&t,
		SQL("INSERT INTO groupe_role (cle, titre, coordination, ordre)"
		    " VALUES ('pilotage', 'Pilotage', TRUE, 12)"));
	db_exec(&t, SQL("INSERT INTO groupe_type_role VALUES ('groupe_local', 'pilotage')"));
	check(get("/admin/groupes") == 200);
	check_hides("/admin/groupes/roles/pilotage");
	check_says("/admin/groupes/roles/referent_plaidoyer");
	check(get("/admin/groupes/roles/nouveau") == 200);
	check_hides("name=\"coordination\"");
	check(post("/admin/groupes/roles/nouveau", "titre=Copilotage&ordre=12&coordination=1") ==
		422);
	check_says("droits de la coordination");
	check(post("/admin/groupes/roles/pilotage", "titre=Rien&ordre=12&retire=1") == 403);
	check(post("/admin/groupes/roles/coordination", "titre=Rien&ordre=12") == 403);
	check(post("/admin/groupes/roles/referent_plaidoyer", "titre=Plaidoyer&ordre=12") == 303);
	check(get("/admin/groupes/types/groupe_local") == 200);
	check_hides("pilotage");
	check(post("/admin/groupes/types/groupe_local",
		      "titre=Groupe+local&pluriel=Groupes+locaux&teinte=4&ordre=9&ouverture=ferme"
		      "&prospects=1&confirme=1") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM groupe_type_role WHERE type = 'groupe_local'")) ==
		1);
	check(post("/admin/groupes/types/magasin",
		      "titre=Magasin&pluriel=Magasins&teinte=4&ordre=9&ouverture=ferme&confirme=1"
		      "&roles=pilotage") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM groupe_type_role WHERE role = 'pilotage'")) ==
		1);
}

TEST(plafond_types_of_groups_are_for_who_sets_all_groups)
{
	static const char type[] =
		"titre=Tous&pluriel=Tous&teinte=4&ordre=9&ouverture=ouvert&prospects=1&confirme=1";

	people();
	delegate(benp, "elodie%40exemple.org");
	check(get("/admin/groupes") == 200);
	check_hides("/admin/groupes/types/");
	check(get("/admin/groupes/types/nouveau") == 403);
	check(post("/admin/groupes/types/nouveau", type) == 403);
	check_says("gère tous les groupes");
	check(post("/admin/groupes/types/groupe_local", type) == 403);
	check(get("/admin/groupes/roles/nouveau") == 403);
	check(post("/admin/groupes/roles/nouveau", "titre=Chose&ordre=12") == 403);
	check(post("/admin/groupes/roles/referent_plaidoyer", "titre=Chose&ordre=12&retire=1") ==
		403);
	check(post("/admin/groupes/roles/coordination", "titre=Chose&ordre=12") == 403);
}

TEST(plafond_the_crm_is_opened_by_administrators)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO crm_propriete (nom, libelle, genre, saisie, maison, vue_le)"
		    " VALUES ('taille_essai', 'Taille essai', 'string', 'text', 1,"
		    " UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'secretdenaissance' FROM champ WHERE cle = 'types_mission'"),
		I(benl));
	db_exec(&t, SQL("UPDATE champ SET lecture = 4 WHERE cle = 'types_mission'"));
	delegate(benp, "elodie%40exemple.org");
	check(get("/admin/correspondance") == 200);
	check_hides("secretdenaissance");
	check(get("/admin/correspondance/nouvelles") == 200);
	check_hides("<option value=\"1\">");
	check(post("/admin/correspondance", "propriete=taille_essai&lecture=1") == 422);
	check_says("pour l’administration seule");
	check(post("/admin/correspondance", "propriete=taille_essai") == 303);
	check(levels_are("taille_essai", 5, 9));
	check(get("/admin/synchro") == 200);
	check_hides("Formulaire de correction");
	check(post("/admin/synchro/formulaire",
		      "portail=1&region=eu1&partage=https://mechant.example/") == 403);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM reglage WHERE cle LIKE 'formulaire%'")) == 0);
}

TEST(plafond_changes_of_the_crm_name_only_people_whom_the_reader_sees)
{
	people();
	pro = t_person("Prune", "Invisible", "prune@exemple.org", "prospect", "benevole");
	journal(&t, "contact.modifie", pro, NULL, "{}");
	db_exec(&t,
		SQL("INSERT INTO sync_sortie (contact_id, cause, etat, vue_le)"
		    " VALUES (?, 'absent', 'frein', UTC_TIMESTAMP())"),
		I(pro));
	delegate(benp, "elodie%40exemple.org");
	check(get("/admin/synchro") == 200);
	check_hides("Invisible");
	as(adm);
	check(get("/admin/synchro") == 200);
	check_says("Invisible");
	check_says("attendent votre accord");
}

TEST(plafond_the_rule_of_notes_stays_with_administrators)
{
	static const char care[] =
		"relais_jours=5&relais_modele=Bonjour&silence_jours=90&silence_modele=Bonjour";

	people();
	delegate(sal, "salome%40exemple.org");
	check(get("/admin/accompagnement") == 200);
	check_hides("name=\"notes_acces\"");
	check(post("/admin/accompagnement", at("%s&notes_acces=immediat", care)) == 422);
	check_says("peut seul changer cette règle");
	check(post("/admin/accompagnement", care) == 303);
	as(adm);
	check(post("/admin/accompagnement", at("%s&notes_acces=immediat", care)) == 303);
}
