/* contacts_test.c - the page of a person: her path, notes about her, who changes it */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/contacts/note.h"
#include "domain/contacts/parcours.h"
#include "domain/socle/modele.h"
#include "domain/vie/cycle.h"
#include "t.h"

static int64_t paris, lille, benP, benL, cooP, sal, adm;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	benP = t_person("Basile", "Petit", "benp@exemple.org", "confirme", "benevole");
	benL = t_person("Berthe", "Lille", "benl@exemple.org", "confirme", "benevole");
	cooP = t_person("Colette", "Paris", "coop@exemple.org", "confirme", "benevole");
	sal = t_person("Salome", "Siege", "sal@exemple.org", "", "salarie");
	adm = t_person("Adele", "Siege", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_member(paris, benP, "membre");
	t_member(lille, benL, "membre");
	t_member(paris, cooP, "coordination");
	t_settle(benP);
	t_settle(benL);
}

static const char *
at(int64_t id, const char *rest)
{
	return arena_printf(&t.mem, "/contacts/%" PRId64 "%s", id, rest);
}

static void
status(int64_t id, const char *statut)
{
	db_exec(&t, SQL("UPDATE contact SET statut = ? WHERE id = ?"), S(statut), I(id));
	t_settle(id);
}

TEST(contacts_path_keeps_what_the_sync_overwrites)
{
	int64_t zoe;

	people();
	zoe = t_person("Zoe", "Neuve", "zoe@exemple.org", "prospect", "benevole");
	t_settle(zoe);
	clock_shift = 86400;
	status(zoe, "confirme");
	clock_shift = 2 * 86400;
	status(zoe, "ancien");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM parcours p JOIN champ f ON f.id = p.champ_id"
			  " AND f.cle = 'statut'"
			  " WHERE p.contact_id = ? AND p.valeur IN ('prospect', 'confirme')"
			  " AND p.fin IS NOT NULL"),
		      I(zoe)) == 2);
	as(sal);
	check(get(at(zoe, "/parcours")) == 200);
	check_says("Statut\u00A0: ancien (avant\u00A0: confirme)");
	check_says("Statut au premier relev");
	check(get(at(zoe, "/parcours.json?genre=statut")) == 200);
	check_says("\"valeur\":\"confirme");
	check(get(at(zoe, "/parcours.csv")) == 200);
}

TEST(contacts_path_does_not_move_when_nothing_does)
{
	int64_t n;

	people();
	n = db_int(&t, SQL("SELECT COUNT(*) FROM parcours"));
	t_settle(benP);
	t_settle(benL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM parcours")) == n);
}

TEST(contacts_path_follows_values_and_groups)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO champ_option (champ_id, valeur, libelle)"
		    " SELECT id, 'tractage', 'Tractage' FROM champ"
		    " WHERE cle = 'types_mission'"));
	modele_changed(&t);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'tractage' FROM champ"
		    " WHERE cle = 'types_mission'"),
		I(benP));
	t_settle(benP);
	db_exec(&t, SQL("DELETE FROM champ_valeur WHERE contact_id = ? AND valeur = 'tractage'"),
		I(benP));
	clock_shift = 86400;
	t_settle(benP);
	as(benL);
	check(get(at(benP, "/parcours")) == 200);
	check_says("Missions\u00A0: Tractage");
	check_says("Missions\u00A0: n’a plus «\u00A0Tractage\u00A0»");
	check_says("Rejoint <a href");
	check_hides("Statut\u00A0:");
	check(get(at(benP, "/parcours?genre=mission")) == 200);
	check_hides("Tractage");
}

TEST(contacts_path_goes_with_the_person)
{
	people();
	cycle_merge(&t, benP, benL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM parcours WHERE contact_id = ?"), I(benP)) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM parcours WHERE contact_id = ?"
			  " AND valeur = 'confirme' AND fin IS NULL"),
		      I(benL)) == 1);
	cycle_forget(&t, benL);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM parcours WHERE contact_id = ?"), I(benL)) == 0);
}

#define NOTE "texte=Tournesol+note&rappel_le=2099-11-20&niveau="

TEST(contacts_notes_are_read_by_those_they_are_for)
{
	people();
	as(cooP);
	check(post(at(benP, "/notes"), NOTE "coordination") == 303);
	check(get(at(benP, "/notes")) == 200);
	check_says("Tournesol note");
	check_says("demande l’accès à ses données");
	check(get(at(benP, "")) == 200);
	check_says("Tournesol note");
	as(sal);
	check(get(at(benP, "/notes")) == 200);
	check_says("Tournesol note");
	as(benL);
	check(get(at(benP, "/notes")) == 404);
	check(get(at(benP, "")) == 200);
	check_hides("Tournesol");
	check(get(at(benP, "/parcours.json")) == 200);
	check_hides("Tournesol");
}

TEST(contacts_notes_are_never_shown_to_whom_they_speak_of)
{
	static const char *const pages[] = { "", "/notes", "/parcours", "/parcours?genre=note",
		"/qui", ".json", "/parcours.json", "/notes.json", "/parcours.csv" };

	people();
	as(cooP);
	post(at(benP, "/notes"), NOTE "coordination");
	as(sal);
	post(at(adm, "/notes"), NOTE "siege");
	post(at(cooP, "/notes"), NOTE "coordination");
	for (int who = 0; who < 3; who++) {
		int64_t id = who == 0 ? benP : who == 1 ? adm : cooP;

		as(id);
		for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
			get(at(id, pages[i]));
			check_hides("Tournesol");
		}
		check(get(at(id, "/notes")) == 404);
		check(post(at(id, "/notes"), NOTE "siege") == 404);
		if (id == cooP)
			continue; /* who reads at home what she wrote of another */
		check(get("/") == 200);
		check_hides("Tournesol");
	}
}

TEST(contacts_notes_have_levels)
{
	people();
	as(cooP);
	post(at(benP, "/notes"), "texte=Pour+moi&niveau=auteur");
	as(sal);
	post(at(benP, "/notes"), "texte=Du+siege&niveau=siege");
	check(get(at(benP, "/notes")) == 200);
	check_says("Du siege");
	check_hides("Pour moi");
	as(cooP);
	check(get(at(benP, "/notes")) == 200);
	check_says("Pour moi");
	check_hides("Du siege");
	check(post(at(benP, "/notes"), "texte=&niveau=tous&rappel_le=demain") == 422);
	check_says("Remplissez ce champ.");
	check_says("Choisissez dans la liste.");
	check_says("Donnez une date");
	check(post(at(benP, "/notes"), "texte=Mot&niveau=auteur&rappel_le=2026-01-15") == 422);
	check_says("Cette date est passée");
	check_says("Mot");
}

TEST(contacts_coordination_changes_the_pages_of_its_group_alone)
{
	people();
	as(cooP);
	check(get(at(benP, "/modifier")) == 200);
	check(post(at(benP, "/modifier"), "bio=Ecrite+par+la+coordination") == 303);
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(benP)),
		"Ecrite par la coordination");
	check(get(at(benL, "")) == 200);
	check_hides("/modifier");
	check(get(at(benL, "/modifier")) == 403);
	check(get(at(benL, "/modifier.json")) == 403);
	check(post(at(benL, "/modifier"), "bio=Non") == 403);
	check(post(at(benL, "/modifier.json"), "bio=Non") == 403);
	check(get(at(benL, "/notes")) == 404);
	check(post(at(benL, "/notes"), NOTE "coordination") == 404);
	check(post(at(benL, "/notes.json"), NOTE "coordination") == 404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM note")) == 0);
	check_text(db_string(&t, SQL("SELECT bio FROM contact WHERE id = ?"), I(benL)), "");
}

static int64_t
last_note(void)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM note"));
}

static int
act(int64_t who, int64_t note, const char *body)
{
	return post(arena_printf(&t.mem, "/contacts/%" PRId64 "/notes/%" PRId64, who, note), body);
}

TEST(contacts_reminders_come_that_day_and_can_wait)
{
	int64_t note;

	people();
	as(cooP);
	post(at(benP, "/notes"), "texte=Tournesol&niveau=auteur&rappel_le=15/05/2099");
	note = last_note();
	check(get("/") == 200);
	check_hides("Tournesol");
	note_remind(&t);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'rappel'")) == 0);
	db_exec(&t, SQL("UPDATE note SET rappel_le = '2026-05-15' WHERE id = ?"), I(note));
	check(get("/") == 200);
	check_says("Tournesol");
	note_remind(&t);
	note_remind(&t);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement e"
			  " JOIN notif_cible c ON c.evenement_id = e.id"
			  " WHERE e.genre = 'rappel' AND c.cible_id = ? AND e.objet_id = ?"),
		      I(cooP), I(benP)) == 1);
	as(sal);
	check(act(benP, note, "acte=fait") == 404);
	as(cooP);
	check(act(benL, note, "acte=fait") == 404);
	check(act(benP, note, "acte=semaine") == 303);
	check(get("/") == 200);
	check_hides("Tournesol");
	check(db_int(&t,
		      SQL("SELECT prevenu_le IS NULL AND rappel_le > UTC_DATE() FROM note"
			  " WHERE id = ?"),
		      I(note)) == 1);
	check(act(benP, note, "acte=fait") == 303);
	check(db_int(&t, SQL("SELECT fait_le IS NOT NULL FROM note WHERE id = ?"), I(note)) == 1);
	check(act(benP, note, "acte=supprimer") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM note")) == 0);
}

/* That day begins at midnight of the site: half past, in Paris, it is the evening before in
 * universal time. */
TEST(contacts_reminders_come_with_the_day_of_the_site)
{
	int64_t note;

	people();
	as(cooP);
	post(at(benP, "/notes"), "texte=Tournesol&niveau=auteur&rappel_le=02/07/2130");
	note = last_note();
	t_clock("2130-06-30 22:30:00");
	note_remind(&t);
	check(get("/") == 200);
	check_hides("Tournesol");
	db_exec(&t, SQL("UPDATE note SET rappel_le = '2130-07-01' WHERE id = ?"), I(note));
	note_remind(&t);
	check(db_int(&t, SQL("SELECT prevenu_le IS NOT NULL FROM note WHERE id = ?"), I(note)) ==
		1);
	check(get("/") == 200);
	check_says("Tournesol");
	check_says("Samedi 1er\u00a0juillet");
	check(act(benP, note, "acte=semaine") == 303);
	check_text(db_string(&t, SQL("SELECT rappel_le FROM note WHERE id = ?"), I(note)),
		"2130-07-08");
}

TEST(contacts_notes_are_part_of_the_answer_to_an_access_request)
{
	people();
	as(cooP);
	post(at(benP, "/notes"), NOTE "coordination");
	as(benP);
	check(get("/compte/donnees.json") == 200);
	check_hides("Tournesol");
	as(sal);
	check(get(at(benP, "/donnees.json")) == 403);
	as(adm);
	check(get(at(benP, "/donnees.json")) == 200);
	check_says("Tournesol note");
	check(get(at(benP, "/donnees")) == 200);
	db_exec(&t, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('notes.acces', 'immediat')"));
	as(benP);
	check(get("/compte/donnees.json") == 200);
	check_says("Tournesol note");
	check_hides("Colette");
	cycle_forget(&t, benP);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM note")) == 0);
}

TEST(contacts_names_that_begin_with_a_vowel_elide_de)
{
	people();
	as(cooP);
	check(get(at(adm, "")) == 200);
	check_says("Fiche d’Adele Siege");
	check(get(at(benP, "")) == 200);
	check_says("Fiche de Basile Petit");
}
