/* synchro_tour_test.c - runs of the sync against a CRM in process: what fails on the way, who
 * leaves, who is merged */

#include <inttypes.h>

#include "base/conf.h"
#include "cast/crm.h"
#include "domain/crm/sortie.h"
#include "domain/objets/etiquette.h"
#include "t.h"

static struct synchro s;

static void
crm_knows(int n)
{
	memset(crm_people, 0, sizeof crm_people);
	for (int i = 0; i < n; i++)
		crm_people[i] = (struct crm_one) {
			.id = 101 + i, .nom = "Autre", .statut = "confirme", .day = 1
		};
}

static int64_t
open_ones(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE acces > 0 AND hubspot_id > 100"));
}

static int64_t
cursor(void)
{
	return db_int(&t, SQL("SELECT valeur FROM sync_etat WHERE cle = 'curseur'"));
}

static int64_t
mails(const char *genre)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = ?"), S(genre));
}

/* ---- what fails on the way ---- */

/* Page 1 is written; what comes after page 2 is asked for again: the cursor stays. */
static void
the_second_page_fails(void)
{
	crm_knows(5);
	synchro_set_state(&t, "curseur", "1700000000000");
	crm_begin(&s);
	crm_fails = "\"GT\",\"value\":\"102\"";
	check(synchro_changes(&s) == SYNCHRO_FAILED);
	check(cursor() == 1700000000000 && open_ones() == 2);
	check(crm_since == 1700000000000 - 600000); /* the index is late */
	crm_begin(&s);
	db_exec(&t, SQL("DELETE FROM sync_etat WHERE cle = 'marche_le'"));
	check(synchro_changes(&s) == SYNCHRO_DONE);
	check(cursor() > 1700000000000 && open_ones() == 5);
}

/* A list that ends early is not believed: nobody is asked for by number, nothing ends. */
static void
the_list_ends_early(void)
{
	synchro_set_state(&t, "curseur", "1700000000000");
	crm_people[4].hidden = true;
	crm_begin(&s);
	check(synchro_full(&s) == SYNCHRO_FAILED);
	check(cursor() == 1700000000000);
	crm_people[4].hidden = false;
	crm_begin(&s);
	s.afresh = true;
	crm_fails = "after=103";
	check(synchro_full(&s) == SYNCHRO_FAILED);
	check(cursor() == 1700000000000 && open_ones() == 5);
	crm_begin(&s);
	s.afresh = true;
	check(synchro_full(&s) == SYNCHRO_DONE);
	check(cursor() > 1700000000000);
}

/* What the CRM asks for is waited, when it is short; else the next run goes on. */
static void
retry_after(void)
{
	crm_begin(&s);
	crm_fails = "batch/read";
	crm_status = 429;
	crm_times = 1;
	crm_retry_after = "7";
	check(synchro_people(&s) == SYNCHRO_DONE);
	check(crm_waited >= 7000 && crm_waited < 9000 && crm_calls == 2);
	crm_begin(&s);
	crm_fails = "batch/read";
	crm_status = 503;
	crm_retry_after = "3600";
	check(synchro_people(&s) == SYNCHRO_FAILED);
	check(crm_waited < 1000 && crm_calls == 1);
	crm_begin(&s);
	crm_fails = "batch/read";
	crm_status = 423;
	crm_times = 1;
	check(synchro_people(&s) == SYNCHRO_DONE && crm_waited >= 2000);
	crm_begin(&s);
	crm_fails = "batch/read";
	crm_status = 429;
	crm_times = 1;
	crm_policy = "TEN_SECONDLY_ROLLING";
	check(synchro_people(&s) == SYNCHRO_DONE && crm_waited >= 10000);
	crm_begin(&s);
	crm_fails = "batch/read";
	crm_status = 429;
	crm_policy = "DAILY";
	check(synchro_people(&s) == SYNCHRO_FAILED);
	check(crm_calls == 1 && s.hubspot.daily_left == 0);
	check(synchro_people(&s) == SYNCHRO_FAILED && crm_calls == 1);
	synchro_note_rest(&s, &t);
	check(!synchro_allowed(&s, &t));
	db_exec(&t, SQL("DELETE FROM sync_etat WHERE cle = 'attendre'"));
}

static void
what_fails(void)
{
	conf.hubspot_brake_least = 1000;
	the_second_page_fails();
	the_list_ends_early();
	retry_after();
	crm_end();
}

/* ---- who leaves ---- */

static int64_t
hers(int64_t hubspot_id)
{
	return db_int(&t, SQL("SELECT id FROM contact WHERE hubspot_id = ?"), I(hubspot_id));
}

/* A run that looks at everybody with access. */
static void
look(bool forced)
{
	crm_begin(&s);
	s.force = forced;
	check(synchro_people(&s) == SYNCHRO_DONE && synchro_release(&s, "") == SYNCHRO_DONE);
}

static void
leaves(int i)
{
	crm_people[i].statut = "ancien";
	crm_people[i].day++;
}

static void
time_goes_by(const char *minutes)
{
	db_exec(&t, SQL("UPDATE sync_sortie SET vue_le = vue_le - INTERVAL ? MINUTE"), S(minutes));
}

/* An administrator whom the CRM does not know. */
static int64_t
an_administrator(void)
{
	int64_t adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");

	db_exec(&t, SQL("UPDATE contact SET hubspot_id = NULL WHERE id = ?"), I(adm));
	t_account(adm, "admin");
	return adm;
}

static void
too_many_leave(void)
{
	conf.hubspot_brake_least = 1;
	crm_knows(6);
	crm_begin(&s);
	check(synchro_full(&s) == SYNCHRO_DONE && open_ones() == 6);
	leaves(0);
	look(false);
	check(open_ones() == 5 && !s.braked);
	time_goes_by("50");
	leaves(1);
	look(false);
	check(open_ones() == 5 && s.braked && sortie_waiting(&t) == 1);
	check(mails("synchro_frein") == 1);
	look(false);
	check(open_ones() == 5 && mails("synchro_frein") == 1);
	look(true);
	check(open_ones() == 4 && sortie_waiting(&t) == 0);
	time_goes_by("61");
	leaves(2);
	look(false);
	check(open_ones() == 3 && !s.braked);
}

/* Whoever is merged away leaves too. */
static void
too_many_are_merged(void)
{
	conf.hubspot_brake_least = 0;
	crm_people[4].into = 104;
	crm_people[3].absorbed = "105";
	crm_people[3].day++;
	look(false);
	check(open_ones() == 3 && s.braked);
	check(db_int(&t, SQL("SELECT fusionne_dans IS NULL FROM contact WHERE hubspot_id = 105")));
	look(true);
	check(open_ones() == 2);
	check(db_int(&t, SQL("SELECT fusionne_dans FROM contact WHERE hubspot_id = 105")) ==
		hers(104));
}

static void
who_leaves(void)
{
	db_begin(false);
	an_administrator();
	db_commit();
	too_many_leave();
	too_many_are_merged();
	crm_end();
}

/* ---- who is merged ---- */

static int64_t paris, lille, adm;

/* What Zoé had here before the CRM merged her record into another one. */
static void
lived(int64_t her)
{
	t_account(her, "");
	t_member(paris, her, "membre");
	db_exec(&t,
		SQL("UPDATE contact SET bio = 'Je peins', discret = TRUE,"
		    " pause_jusqu_a = '2100-01-01' WHERE id = ?"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) SELECT ?, MIN(id)"
		    " FROM etiquette"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'photo'"
		    " FROM champ WHERE cle = 'competences'"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO note (contact_id, auteur_id, texte, niveau, cree_le)"
		    " VALUES (?, ?, 'Peintre', 'siege', UTC_TIMESTAMP())"),
		I(her), I(adm));
	db_exec(&t,
		SQL("INSERT INTO preference (contact_id, genre, canal, actif)"
		    " VALUES (?, 'mention', 'courriel', FALSE)"),
		I(her));
	db_exec(&t, SQL("INSERT INTO refus_courriel VALUES (?, 'resume', UTC_TIMESTAMP())"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO coordonnees_choix VALUES (?, 'groupe_local', FALSE,"
		    " UTC_TIMESTAMP())"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO groupe_demande (groupe_id, contact_id, genre, cree_le)"
		    " VALUES (?, ?, 'demande', UTC_TIMESTAMP())"),
		I(lille), I(her));
	db_exec(&t, SQL("INSERT INTO effacement (contact_id, cree_le) VALUES (?, UTC_TIMESTAMP())"),
		I(her));
}

/* How many rows of each kind of those are of PERSON, and none of another. */
static void
all_is_of(int64_t her)
{
#define ROWS_OF(from) check(db_int(&t, SQL("SELECT COUNT(*) FROM " from " = ?"), I(her)) == 1)
	ROWS_OF("compte WHERE role <> 'admin' AND contact_id");
	ROWS_OF("membre WHERE fin IS NULL AND contact_id");
	ROWS_OF("champ_valeur WHERE valeur = 'photo' AND contact_id");
	ROWS_OF("note WHERE contact_id");
	ROWS_OF("preference WHERE NOT actif AND contact_id");
	ROWS_OF("refus_courriel WHERE contact_id");
	ROWS_OF("coordonnees_choix WHERE contact_id");
	ROWS_OF("groupe_demande WHERE etat = 'attente' AND contact_id");
	ROWS_OF("effacement WHERE contact_id");
	ROWS_OF("objet_etiquette WHERE objet_id");
#undef ROWS_OF
	check(db_int(&t,
		SQL("SELECT bio = 'Je peins' AND discret AND pause_jusqu_a IS NOT NULL"
		    " AND acces = 2 FROM contact WHERE id = ?"),
		I(her)));
}

/* HubSpot makes a third record of two; the old numbers lead to it. */
static void
merged_into_a_third(void)
{
	int64_t old[2], her;

	crm_knows(2);
	crm_begin(&s);
	check(synchro_full(&s) == SYNCHRO_DONE);
	old[0] = hers(101), old[1] = hers(102);
	db_begin(false);
	lived(old[0]);
	db_commit();
	crm_people[0].into = crm_people[1].into = 103;
	crm_people[2] = (struct crm_one) {
		.id = 103, .nom = "Neuve", .statut = "confirme", .day = 5, .absorbed = "101;102"
	};
	look(false);
	her = hers(103);
	check(her != 0 && open_ones() == 1);
	for (int i = 0; i < 2; i++)
		check(db_int(&t,
			SQL("SELECT acces = 0 AND retire_le IS NOT NULL AND fusionne_dans = ?"
			    " FROM contact WHERE id = ?"),
			I(her), I(old[i])));
	all_is_of(her);
	look(false);
	all_is_of(her);
	crm_people[3] =
		(struct crm_one) { .id = 104, .nom = "Autre", .statut = "confirme", .day = 5 };
	crm_begin(&s);
	check(synchro_full(&s) == SYNCHRO_DONE && open_ones() == 2);
	crm_people[3].into = 105; /* somebody who is nobody here */
	crm_people[4] = (struct crm_one) {
		.id = 105, .nom = "Donatrice", .statut = "", .day = 6, .absorbed = "104"
	};
	look(false);
	check(open_ones() == 1 && hers(105) == 0);
	as(her);
	check(get("/compte") == 200 &&
		get(arena_printf(&t.mem, "/groupes/%" PRId64, paris)) == 200);
}

static void
who_is_merged(void)
{
	conf.hubspot_brake_least = 1000;
	db_begin(false);
	adm = an_administrator();
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	t.user.id = adm;
	check(etiquette_create(&t, 1, "fiable") != 0);
	db_commit();
	merged_into_a_third();
	crm_end();
}

/* Nobody is of the CRM any more, and nothing was read. */
static void
begin_again(void)
{
	db_exec(&t, SQL("UPDATE contact SET hubspot_id = NULL"));
	db_exec(&t, SQL("DELETE FROM sync_etat"));
	db_exec(&t, SQL("DELETE FROM sync_sortie"));
	db_exec(&t, SQL("DELETE FROM sync_vu"));
	db_exec(&t, SQL("DELETE FROM sync_lu"));
	db_exec(&t, SQL("DELETE FROM sync_file"));
}

static void
tours(void)
{
	what_fails();
	begin_again();
	who_leaves();
	begin_again();
	who_is_merged();
}

TEST(synchro_tour_loses_nothing_closes_few_at_once_and_follows_merges)
{
	t_apart(tours);
}
