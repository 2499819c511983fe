/* synchro_test.c - what the CRM says of a contact, and what follows from it here */

#include "base/conf.h"
#include "domain/demandes/limite.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/crm/sortie.h"
#include "domain/crm/synchro.h"
#include "domain/groupes/groupe.h"
#include "domain/vie/crm_efface.h"
#include "t.h"

static struct mapping map;
static struct acte acte;

static void
mapped(const char *champ, const char *genre, int column)
{
	map.fields[map.n++] = (struct mapped) { champ, champ, genre,
		db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(champ)), column, true };
}

static void
set_up(void)
{
	map = (struct mapping) { 0 };
	mapped("prenom", "texte", PRENOM);
	mapped("nom", "texte", NOM);
	mapped("date_naissance", "date", DATE_NAISSANCE);
	mapped("statut", "choix", STATUT);
	mapped("groupe", "groupe", NO_COLUMN);
	mapped("types_mission", "choix_multiple", NO_COLUMN);
	db_exec(&t,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle)"
		    " SELECT id, 'Paris', 'Groupe local de Paris'"
		    " FROM champ WHERE cle = 'groupe'"));
	groupe_from_options(&t);
}

static const char *cree_le;

static enum stored
store(int64_t id, const char *when, const char *nom, const char *birth, const char *statut,
	const char *groupe, const char *missions)
{
	const struct crm_contact c = { .hubspot_id = id,
		.modifie_le = when,
		.cree_le = cree_le,
		.values = { "Zoé", nom, birth, statut, groupe, missions } };
	struct store_page page = { 0 };
	enum stored what;

	acces_lot_clear(&t);
	what = contact_store(&t, &map, &c, *contact_known(&t, &c, 1), &acte, &page);
	contact_store_page(&t, &page);
	if (what == STORE_CREATED || what == STORE_CHANGED)
		acces_lot_add(&t, acte.objet_id);
	contact_settle_lot(&t);
	return what;
}

static int64_t
local_id(int64_t hubspot_id)
{
	return db_int(&t, SQL("SELECT id FROM contact WHERE hubspot_id = ?"), I(hubspot_id));
}

#define DAY(n) "2026-01-0" #n " 10:00:00.000"

TEST(synchro_stores_who_is_concerned_and_nobody_else)
{
	set_up();
	check(store(57156923994, DAY(1), "N'Diaye", "", "", "", "") == STORE_IGNORED);
	check(store(57156923994, DAY(1), "N'Diaye", "", "prospect", "", "") == STORE_CREATED);
	check(store(57156923994, DAY(1), "N'Diaye", "", "prospect", "", "") == STORE_SAME);
	check(store(57156923994, DAY(2), "N'Diaye", "", "confirme", "", "") == STORE_CHANGED);
	check(strstr(acte.apres, "confirme") != NULL && strstr(acte.avant, "prospect") != NULL);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE hubspot_id = 57156923994")) == 2);
}

TEST(synchro_keeps_names_in_the_case_of_names)
{
	set_up();
	check(store(7, DAY(1), "DE FONTENAY", "", "confirme", "", "") == STORE_CREATED);
	check_text(db_string(&t,
			   SQL("SELECT CONCAT(c.nom, '/', o.titre) FROM contact c"
			       " JOIN objet o ON o.id = c.id WHERE c.hubspot_id = 7")),
		"de Fontenay/Zoé de Fontenay");
	/* what the CRM says in capitals is what is kept: nothing to write */
	check(store(7, DAY(1), "DE FONTENAY", "", "confirme", "", "") == STORE_SAME);
}

/* Of whoever is put aside (limitation) nothing changes, until it is lifted. */
TEST(synchro_leaves_alone_who_is_put_aside)
{
	set_up();
	store(5, DAY(1), "Avant", "", "confirme", "", "");
	check(limite_set(&t, local_id(5)));
	check(store(5, DAY(2), "Apres", "", "confirme", "", "") == STORE_SAME);
	check_text(db_string(&t, SQL("SELECT nom FROM contact WHERE hubspot_id = 5")), "Avant");
	check(limite_lift(&t, local_id(5)));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_file WHERE hubspot_id = 5")) == 1);
	check(store(5, DAY(2), "Apres", "", "confirme", "", "") == STORE_CHANGED);
}

/* Zoé as somebody else's departure sees her. */
static bool
held(int64_t id, const char *when, const char *statut)
{
	struct crm_contact c = { .hubspot_id = id,
		.modifie_le = when,
		.values = { "Zoé", "Autre", "", statut, "", "" } };
	struct known **known = contact_known(&t, &c, 1);
	struct store_page page = { 0 };

	acces_lot_clear(&t);
	sortie_hold(&t, &map, &c, known, 1);
	if (contact_store(&t, &map, &c, *known, &acte, &page) == STORE_CHANGED)
		acces_lot_add(&t, acte.objet_id);
	contact_store_page(&t, &page);
	contact_settle_lot(&t);
	return c.held;
}

TEST(synchro_whoever_would_leave_is_seen_before_she_is_closed)
{
	struct sorties all;

	conf.hubspot_brake_least = 20;
	set_up();
	store(1, DAY(1), "A", "", "confirme", "", "");
	check(held(1, DAY(2), "ancien"));
	check_text(
		db_string(&t, SQL("SELECT CONCAT(nom, statut) FROM contact WHERE hubspot_id = 1")),
		"Autreconfirme");
	sortie_judge(&t, "", false, &all);
	check(all.seen == 1 && all.lately == 1 && !all.stopped);
	check(!held(1, DAY(2), "ancien"));
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE hubspot_id = 1")) == 0);
	conf.hubspot_brake_least = 0;
	check(!held(1, DAY(3), "confirme") && !held(1, DAY(3), "prospect"));
	check(held(1, DAY(4), "") && !held(1, DAY(5), "CONFIRMÉ"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_sortie WHERE etat = 'vue'")) == 0);
	check(held(1, DAY(4), ""));
	sortie_judge(&t, "", false, &all);
	check(all.stopped && sortie_waiting(&t) == 1);
}

/* A page of the list is asked for while webhooks are still served: what these read is newer. */
TEST(synchro_a_page_of_the_list_changes_nothing_that_was_read_since)
{
	static const char page[] = "[{\"id\":\"1\",\"updatedAt\":\"2026-01-02T10:00:00Z\","
				   "\"properties\":{\"prenom\":\"Zoé\",\"nom\":\"Ancienne\"}}]";
	struct synchro s = { 0 };
	json_object *results = synchro_owned(&t, json_tokener_parse(page));

	set_up();
	store(1, DAY(3), "Nouvelle", "", "confirme", "", "");
	s.mapping = map;
	check(synchro_apply(&s, &t, results, true));
	check_text(db_string(&t, SQL("SELECT nom FROM contact WHERE hubspot_id = 1")), "Nouvelle");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_file WHERE hubspot_id = 1")) == 1);
	check(synchro_apply(&s, &t, results, false));
	check_text(db_string(&t, SQL("SELECT nom FROM contact WHERE hubspot_id = 1")), "Ancienne");
}

TEST(synchro_an_administrator_sees_who_would_leave_and_decides)
{
	int64_t adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	const char *until;
	struct sorties all;

	t_account(adm, "admin");
	set_up();
	conf.hubspot_brake_least = 0;
	store(1, DAY(1), "Partante", "", "confirme", "", "");
	held(1, DAY(2), "ancien");
	sortie_judge(&t, "", false, &all);
	as(adm);
	check(get("/admin/synchro") == 200);
	check_says("Autre</a>");
	check_says("statut et type\u00A0: ancien");
	check(get("/") == 200);
	check_says("Décider d’1 départ");
	until = db_string(&t, SQL("SELECT MAX(" SORTIE_SEEN ") FROM sync_sortie"));
	check(post("/admin/synchro/departs",
		      arena_printf(&t.mem, "csrf=jeton&reponse=oui&jusque=%.4s", until)) == 422);
	check(post("/admin/synchro/departs", "csrf=jeton&reponse=peut-être&jusque=é") == 422);
	check(sortie_waiting(&t) == 1);
	check(post("/admin/synchro/departs",
		      arena_printf(&t.mem, "csrf=jeton&reponse=non&jusque=%s", until)) == 303);
	check(sortie_waiting(&t) == 0);
	check(held(1, DAY(3), "ancien"));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_sortie WHERE etat = 'vue'")) == 0);
	as(local_id(1));
	check(post("/admin/synchro/departs", "csrf=jeton&reponse=oui&jusque=1") == 403);
}

TEST(synchro_only_opens_the_door_when_the_crm_says_so)
{
	static const char *const closed[] = { "ancien", "", "Confirme?", "inconnu" };

	set_up();
	for (int i = 0; i < 4; i++) {
		store(1, DAY(1), "A", "", "confirme", "", "");
		db_exec(&t, SQL("UPDATE contact SET crm_modifie_le = NULL WHERE hubspot_id = 1"));
		store(1, DAY(1), "A", "", closed[i], "", "");
		check(db_int(&t, SQL("SELECT acces FROM contact WHERE hubspot_id = 1")) == 0);
	}
}

TEST(synchro_keeps_dates_that_cannot_be_read)
{
	set_up();
	store(1, DAY(1), "A", "31/02/1990", "confirme", "", "");
	check(db_string(&t, SQL("SELECT date_naissance FROM contact WHERE hubspot_id = 1")) ==
		NULL);
	check_text(
		db_string(&t, SQL("SELECT date_naissance_brute FROM contact WHERE hubspot_id = 1")),
		"31/02/1990");
	store(1, DAY(2), "A", "12/03/1987", "confirme", "", "");
	check_text(db_string(&t, SQL("SELECT date_naissance FROM contact WHERE hubspot_id = 1")),
		"1987-03-12");
}

TEST(synchro_memberships_follow_and_keep_their_history)
{
	set_up();
	store(1, DAY(1), "A", "", "confirme", "Paris", "coordination;vente");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE fin IS NULL")) == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE role = 'coordination'"
			  " AND fin IS NULL")) == 1);
	store(1, DAY(2), "A", "", "confirme", "Paris", "vente");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE fin IS NULL")) == 1);
	store(1, DAY(3), "A", "", "ancien", "Paris", "vente");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE fin IS NULL")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre")) == 2);
}

TEST(synchro_memberships_of_the_first_reading_begin_with_the_record_in_the_crm)
{
	set_up();
	cree_le = "2023-04-05 09:00:00.000";
	store(1, DAY(1), "A", "", "confirme", "Paris", "");
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat)"
		    " VALUES ('complet', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'fait')"));
	store(2, DAY(1), "B", "", "confirme", "Paris", "");
	cree_le = NULL;
	check_text(
		db_string(&t, SQL("SELECT debut FROM membre WHERE contact_id = ?"), I(local_id(1))),
		"2023-04-05");
	check(db_int(&t, SQL("SELECT debut = UTC_DATE() FROM membre WHERE contact_id = ?"),
		      I(local_id(2))) == 1);
}

TEST(synchro_keeps_values_that_nobody_announced)
{
	set_up();
	store(1, DAY(1), "A", "", "confirme", "Brest;;Paris;Brest", "");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur")) == 2);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE fin IS NULL")) == 1);
}

TEST(synchro_keeps_the_other_addresses_one_by_one)
{
	set_up();
	map.n--;
	mapped("autres_courriels", "courriel", NO_COLUMN);
	store(1, DAY(1), "A", "", "confirme", "", "A@Perso.example;b@perso.example;");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM champ_valeur WHERE valeur IN"
			  " ('a@perso.example', 'b@perso.example')")) == 2);
	store(1, DAY(2), "A", "", "confirme", "", "b@perso.example");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur")) == 1);
}

TEST(synchro_survives_hostile_values)
{
	char *long_name = arena_alloc(&t.mem, 70001);

	set_up();
	memset(long_name, 'e', 70000);
	check(store(1, DAY(1), long_name, "", "confirme", "", "") == STORE_CREATED);
	check(db_int(&t, SQL("SELECT CHAR_LENGTH(nom) FROM contact WHERE hubspot_id = 1")) == 1000);
	check(db_int(&t, SQL("SELECT longueur FROM sync_coupe WHERE champ = 'nom'")) == 70000);
	check(store(2, DAY(1), "<script>alert(1)</script> \"' 😀 \u202Eabc", "", "confirme", "",
		      "") == STORE_CREATED);
	check(store(3, DAY(1), "\xff\xfe\x01", "", "confirme", "<?cs var:x ?>;';--", "") ==
		STORE_CREATED);
}

TEST(synchro_merge_moves_account_and_history_to_the_survivor)
{
	int64_t old, kept;

	set_up();
	store(1, DAY(1), "Vieille", "", "confirme", "Paris", "");
	store(2, DAY(1), "Neuve", "", "confirme", "Paris", "");
	old = local_id(1);
	kept = local_id(2);
	db_exec(&t, SQL("UPDATE membre SET debut = '2020-01-02' WHERE contact_id = ?"), I(old));
	db_exec(&t,
		SQL("INSERT INTO compte (contact_id, mot_de_passe, cree_le)"
		    " VALUES (?, 'h', UTC_TIMESTAMP())"),
		I(old));
	check(contact_merge(&t, 2, 1, &acte));
	contact_settle_lot(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id = ?"), I(kept)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ?"), I(kept)) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM membre WHERE contact_id = ?"
			  " AND debut = '2020-01-02'"),
		      I(kept)) == 1);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(old)) == 0);
	check(!contact_merge(&t, 2, 1, &acte));
	check(store(1, DAY(5), "Revenante", "", "confirme", "Paris", "") == STORE_IGNORED);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE id = ?"), I(old)) == 0);
}

TEST(synchro_who_left_the_crm_comes_back_whole)
{
	set_up();
	store(1, DAY(1), "A", "", "confirme", "Paris", "");
	check(contact_retire(&t, local_id(1), &acte) && !contact_retire(&t, local_id(1), &acte));
	contact_settle_lot(&t);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE hubspot_id = 1")) == 0);
	check(store(1, DAY(1), "A", "", "confirme", "Paris", "") == STORE_CHANGED);
	check(db_int(&t, SQL("SELECT acces FROM contact WHERE hubspot_id = 1")) == 2);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM membre WHERE fin IS NULL")) == 1);
}

TEST(synchro_whom_it_erased_stays_known_by_a_fingerprint)
{
	const int64_t ids[] = { 7, 57156923994, 57156923995 };
	bool erased[3];

	crm_erased_remember(&t, 57156923994);
	crm_erased_remember(&t, 57156923994);
	crm_erased_remember(&t, 0);
	check(crm_erased_is(&t, 57156923994) && !crm_erased_is(&t, 57156923995) &&
		!crm_erased_is(&t, 0));
	check(crm_erased_among(&t, ids, 3, erased) == 1 && !erased[0] && erased[1] && !erased[2]);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM crm_efface"
			  " WHERE empreinte LIKE '%57156923994%'")) == 0);
}

TEST(synchro_mapping_keeps_the_kind_of_each_field)
{
	static struct mapping read;

	check(mapping_read(&t, conf.hubspot_mapping, &read) == NULL);
	check(read.n > 2);
	for (unsigned i = 0; i < read.n; i++) {
		const char *genre = db_string(&t, SQL("SELECT genre FROM champ WHERE id = ?"),
			I(read.fields[i].champ_id));

		check(strcmp(read.fields[i].genre, genre) == 0);
	}
}
