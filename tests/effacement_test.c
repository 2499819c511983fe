/* effacement_test.c - an erased person is nowhere: every column of the schema is looked through
 *
 * Her words are planted by the product's own writes where there is one, and straight into each other
 * column of effacement.def; then she is erased in each way.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "apportes.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/notifications/notif.h"
#include "domain/objets/etiquette.h"
#include "domain/socle/journal.h"
#include "domain/vie/cycle.h"
#include "domain/vie/effacement.h"
#include "talk.h"

#define NAME "Canarine+Canaribus"
#define MAIL "canari@exemple.org"
#define TEXT \
	"Merci+%%40%%5BCanarine+Canaribus%%5D%%28%%2Fcontacts%%2F%" PRId64 \
	"%%29+et+CANARIBUS+Canarine,+Canari%%40exemple.org,+06.98.76.54.32"

static int64_t her, post_of_benp;

/* Every column of text of the schema. */
static struct rows *
columns(void)
{
	return db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c JOIN information_schema.TABLES b"
		    " ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.CHARACTER_MAXIMUM_LENGTH IS NOT NULL ORDER BY 1, 2"));
}

/* How often she is named in that column, by her names or her numbers. */
static int64_t
tells(const char *table, const char *column)
{
	return db_int(&t,
		db_composed(&t,
			arena_printf(&t.mem,
				"SELECT COUNT(*) FROM `%s` WHERE CONVERT(`%s` USING utf8mb4) REGEXP"
				" '(?i)canari|98[^0-9a-z]?76[^0-9a-z]?54[^0-9a-z]?32'",
				table, column)));
}

/* How many columns name her; SAY: that should not be, so tell which. */
static int
scan(bool say_)
{
	struct rows *rows = columns();
	int found = 0;

	while (db_next(rows, &t.mem)) {
		const char *table = db_text(rows, 0), *column = db_text(rows, 1);

		if (tells(table, column) == 0)
			continue;
		found++;
		if (say_)
			printf("  %s.%s names her: %s\n", table, column,
				db_string(&t,
					db_composed(&t,
						arena_printf(&t.mem,
							"SELECT `%s` FROM `%s` WHERE `%s` REGEXP '(?i)canari|98.?76.?54.?32' LIMIT 1",
							column, table, column))));
	}
	return found;
}

/* ---- what there is to be found ---- */

static void
a_canary(void)
{
	talkers();
	her = t_person("Canarine", "Canaribus", MAIL, "confirme", "benevole");
	db_exec(&t,
		SQL("UPDATE contact SET telephone = '+33698765432', bio = 'Canari', ville = 'Canariville' WHERE id = ?"),
		I(her));
	db_exec(&t,
		SQL("UPDATE contact SET civilite = 'Mme', code_postal = '75011', date_naissance = '1980-05-01', pause_jusqu_a = '2100-01-01',"
		    " cache = ',1,' WHERE id = ?"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'photo' FROM champ WHERE cle = 'competences'"),
		I(her));
	t.user.id = adm;
	db_exec(&t, SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) VALUES (?, ?)"),
		I(her), I(etiquette_create(&t, 1, "Fiable")));
	t.user.id = 0;
	t_member(paris, her, "membre");
	t_member(lille, her, "membre");
	t_account(her, "");
	t_settle(her);
	acces_contact(&t, adm);
}

static void
left_lille(void)
{
	t.user.id = 0;
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ? AND groupe_id = ?"),
		I(her), I(lille));
	acces_contact(&t, her);
}

static void
her_own(void)
{
	int64_t id;

	as(her);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "titre=Mon+canari&texte=Mot+de+canari") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	check(post(at("/fil/%" PRId64 "/commentaires", post_of_benp), "texte=Canari+dit") == 303);
	check(post(at("/fil/%" PRId64 "/signaler", post_of_benp), "motif=Un+mot+de+canari") == 303);
	as(benp);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=Ce+canari+est+vif") == 303);
	as(her);
	check(post(at("/groupes/%" PRId64 "/recherche", paris), "q=canari+perdu&faire=garder") ==
		303);
	check(post("/compte/effacement", "message=Canari+s+en+va&certain=1") == 303);
	check(post("/messages/siege", "sujet=2&titre=Canari&texte=Canari+demande&cle=k9") == 303);
	id = led_to();
	as(sal);
	check(post(talk_at(id, "/note"), "note=Ce+canari+insiste") == 303);
	check(post(talk_at(id, ""), "texte=Cher+canari&cle=k10") == 303);
	as(benp);
	write_to(her, "Bonjour+Canarine+Canaribus", "k11");
	as(coop);
	check(post(at("/contacts/%" PRId64 "/notes", her),
		      "texte=Canari+note&niveau=coordination&rappel_le=") == 303);
}

/* What colleagues wrote of her among themselves. */
static void
of_others(void)
{
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      at("titre=Avec+" NAME "&texte=" TEXT
			 "&lien=https%%3A%%2F%%2Fx.org%%2FCanarine-Canaribus&lien_titre=" NAME,
			      her)) == 303);
	post_of_benp = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	db_exec(&t,
		SQL("INSERT INTO ecrit_version (objet_id, ecrit_le, titre, texte)"
		    " SELECT id, UTC_TIMESTAMP(), titre, texte FROM publication WHERE id = ?"),
		I(post_of_benp));
	check(post(at("/fil/%" PRId64 "/commentaires", post_of_benp), at("texte=" TEXT, her)) ==
		303);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=quiz&texte=Qui&q1=Qui+est+" NAME "&e1=C+est+" NAME "&r1-1=" NAME
		      "&r1-2=Non&juste1=1") == 303);
	check(post(at("/groupes/%" PRId64 "/actions", paris),
		      at("titre=Appeler+" NAME "&texte=" TEXT, her)) == 303);
	check(post(at("/groupes/%" PRId64 "/priorites", paris), "p1=Remercier+" NAME) == 303);
	check(post(at("/contacts/%" PRId64 "/notes", benp),
		      at("niveau=siege&rappel_le=&texte=" TEXT, her)) == 303);
	check(post("/messages/groupe",
		      at("groupe=%" PRId64 "&titre=Merci+" NAME "&texte=" TEXT "&cle=k", paris,
			      her)) == 303);
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=nom&p1=0&o1=est&v1=Canaribus&faire=garder&nom=Sans+" NAME
		      "&partage=siege&description=" NAME) == 303);
	check(post("/groupes/nouveau",
		      "titre=Amis"
		      "&type=groupe_travail&ouverture=ouvert&description=Pour+" NAME) == 303);
	check(post(at("/groupes/%" PRId64 "/recherche", paris), "q=canaribus&faire=garder") / 100 <
		5);
	t.user.id = benp;
	journal(&t, "import.applique", 0, NULL, "{\"nom\":\"Canarine Canaribus.csv\"}");
	t.user.id = 0;
}

static void
brought(void)
{
	bring(adm,
		"Courriel;Bio\n" MAIL ";canari\nelodie@exemple.org;Amie de Canarine Canaribus\n"
		"inconnue@exemple.org;parle a Canari@exemple.org\n",
		"c0=email&c1=bio");
}

/* Straight into each column that no write above reached. */
static void
plant_the_rest(void)
{
	for (const struct effacement_ligne *l = effacement_lignes; l->table != NULL; l++) {
		if ((l->sort != E_NAMED && l->sort != E_DROPPED) ||
			tells(l->table, l->colonnes) > 0)
			continue;
		db_exec(&t,
			db_composed(&t,
				arena_printf(&t.mem,
					"UPDATE IGNORE `%s` SET `%s` = 'Canarine Canaribus' WHERE %s LIMIT 1",
					l->table, l->colonnes,
					strcmp(l->table, "objet") == 0 ? "genre <> 'contact'" :
									 "TRUE")));
		if (tells(l->table, l->colonnes) == 0)
			printf("  not planted: %s.%s\n", l->table, l->colonnes);
		check(tells(l->table, l->colonnes) > 0);
	}
}

static void
rows_for_the_rest(void)
{
	db_exec(&t,
		SQL("INSERT INTO demande_lien (adresse, cree_le) VALUES ('canari@exemple.org', UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO courriel (contact_id, adresse, genre, sujet, texte, html, cree_le, du_le)"
		    " VALUES (?, 'a@exemple.org', 'notification', 'Canarine Canaribus vous écrit', 'De Canarine Canaribus',"
		    " '<p>De <a href=\"http://x/contacts/1\">Canarine Canaribus</a></p>', UTC_TIMESTAMP(), UTC_TIMESTAMP())"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO effacement (contact_id, cree_le, message) VALUES (?, UTC_TIMESTAMP(), '')"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO fichier_contenu (empreinte, taille, cree_le) VALUES (REPEAT('a', 64), 1, UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO fichier (empreinte, nom, type, objet_id, cree_le) VALUES (REPEAT('a', 64), 'x', 'text/plain', ?, UTC_TIMESTAMP())"),
		I(paris));
	db_exec(&t,
		SQL("INSERT INTO groupe_demande (groupe_id, contact_id, genre, mot, reponse, cree_le)"
		    " VALUES (?, ?, 'demande', 'x', 'y', UTC_TIMESTAMP())"),
		I(lille), I(benp));
	db_exec(&t,
		SQL("INSERT INTO jeton_api (empreinte, contact_id, nom, cree_le) VALUES (REPEAT('b', 32), ?, 'x', UTC_TIMESTAMP())"),
		I(adm));
	db_exec(&t,
		SQL("INSERT INTO page_texte (nom, texte, ecrit_le) VALUES ('charte', 'x', UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, message) VALUES ('suite', UTC_TIMESTAMP(), 'x')"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur, texte)"
		    " SELECT ?, id, 'Amie de Canarine Canaribus', 'Amie de Canarine Canaribus' FROM champ WHERE cle = 'bio'"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine)"
		    " SELECT ?, id, 'Canarine Canaribus', UTC_TIMESTAMP(), 'hubspot' FROM champ WHERE cle = 'bio'"),
		I(benl));
	db_exec(&t, SQL("INSERT INTO recherche_gardee VALUES (?, ?, 'canaribus')"), I(benl),
		I(paris));
	db_exec(&t, SQL("INSERT INTO import_colonne VALUES (?, 'x', 'bio')"), I(sal));
}

static void
plant(void)
{
	of_others();
	her_own();
	brought();
	rows_for_the_rest();
	plant_the_rest();
	while (notif_spread(&t))
		;
	notif_mail(&t);
	t_settle(benl);
	check(scan(false) > 60);
}

/* Rows of hers in tables where none may stay: those that count her, without her name, may. */
static void
no_row(void)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c JOIN information_schema.TABLES b"
		    " ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND (c.COLUMN_NAME = 'contact_id'"
		    " OR (c.TABLE_NAME = 'objet_etiquette' AND c.COLUMN_NAME = 'objet_id'))"
		    " AND c.TABLE_NAME NOT IN ('membre', 'conversation_participant') ORDER BY 1"));

	while (db_next(rows, &t.mem)) {
		const char *what =
			arena_printf(&t.mem, "%s.%s", db_text(rows, 0), db_text(rows, 1));

		t_check(db_int(&t,
				db_composed(&t,
					arena_printf(&t.mem,
						"SELECT COUNT(*) FROM `%s` WHERE `%s` = %" PRId64,
						db_text(rows, 0), db_text(rows, 1), her))) == 0,
			__FILE__, __LINE__, what);
	}
}

/* What her record still says, but that she left. */
static void
no_value(void)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'contact'"
		    " AND COLUMN_NAME NOT IN ('id', 'retire_le', 'departement', 'crm_cree_le', 'crm_modifie_le')"));

	while (db_next(rows, &t.mem))
		t_check(db_int(&t,
				db_composed(&t,
					arena_printf(&t.mem,
						"SELECT COUNT(*) FROM contact WHERE id = %" PRId64
						" AND COALESCE(CONVERT(`%s` USING utf8mb4), '') NOT IN ('', '0')",
						her, db_text(rows, 0)))) == 0,
			__FILE__, __LINE__, arena_strdup(&t.mem, db_text(rows, 0)));
}

static void
gone(void)
{
	no_row();
	no_value();
	check(scan(true) == 0);
	check(journal_verify(&t) == 0);
}

/* ---- the ways ---- */

TEST(effacement_leaves_no_word_of_her)
{
	a_canary();
	plant();
	cycle_forget(&t, her);
	gone();
}

TEST(effacement_forgets_the_records_merged_into_hers_and_the_groups_she_left)
{
	int64_t before, long_before;

	a_canary();
	left_lille();
	before = t_person(
		"Canarine", "Canarivieux", "canari.vieux@exemple.org", "confirme", "benevole");
	long_before =
		t_person("Canarelle", "Canariante", "canari.ante@exemple.org", "", "benevole");
	t_member(lille, before, "membre");
	t_settle(before);
	t_settle(long_before);
	plant();
	as(benp);
	check(post(at("/fil/%" PRId64 "/commentaires", post_of_benp),
		      "texte=Canarine+Canarivieux+et+canari.ante%40exemple.org") == 303);
	t.user.id = 0;
	cycle_merge(&t, long_before, before);
	db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(before),
		I(long_before));
	cycle_merge(&t, before, her);
	db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(her), I(before));
	cycle_forget(&t, her);
	gone();
}

/* No webhook came: she asked here, and a sync finds her no more. */
TEST(effacement_that_was_asked_follows_her_absence_from_the_crm)
{
	struct acte a;

	a_canary();
	left_lille();
	plant();
	acces_lot_clear(&t);
	check(contact_retire(&t, her, &a));
	contact_settle_lot(&t);
	t.user.id = 0;
	journal_many(&t, &a, 1);
	check_text(a.acte, "contact.efface");
	gone();
}

TEST(effacement_of_a_merged_record_leaves_the_survivor)
{
	a_canary();
	cycle_merge(&t, her, benl);
	db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(benl), I(her));
	cycle_forget(&t, her);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE id = ? AND prenom = 'Berthe'"),
		      I(benl)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact WHERE prenom = 'Canarine'")) == 0);
}

/* Words about a colleague of the same name, or at the same address, are his as well. */
TEST(effacement_leaves_the_words_about_a_namesake)
{
	int64_t id, other;

	a_canary();
	other = t_person("Canarine", "CANARIBUS", MAIL, "confirme", "benevole");
	t_settle(other);
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      at("texte=Avec+" NAME "+puis+%%40%%5B" NAME "%%5D%%28%%2Fcontacts%%2F%" PRId64
			 "%%29",
			      her)) == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	cycle_forget(&t, her);
	check_text(db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id)),
		"Avec Canarine Canaribus puis une personne effacée");
	check(db_int(&t, SQL("SELECT email = '" MAIL "' FROM contact WHERE id = ?"), I(other)));
}

/* Nor does it matter how his name is spelled or which of the two comes first. */
TEST(effacement_leaves_the_words_about_who_is_named_nearly_so)
{
	static const char *const names[][2] = { { "Jean-Pierre", "Quemener" },
		{ "Quémener", "Jean Pierre" }, { "Jean Pierre", "Quémener-Petit" } };
	int64_t who, id, other;

	people();
	id = a_post("texte=x");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		other = t_person(
			names[i][0], names[i][1], "autre@exemple.org", "confirme", "benevole");
		who = t_person("Jean Pierre", "Quémener", "jp@exemple.org", "confirme", "benevole");
		db_exec(&t, SQL("UPDATE publication SET texte = ? WHERE id = ?"),
			S("Merci à Jean-Pierre Quemener et à Quémener Jean Pierre."), I(id));
		cycle_forget(&t, who);
		check_text(db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id)),
			"Merci à Jean-Pierre Quemener et à Quémener Jean Pierre.");
		db_exec(&t, SQL("UPDATE contact SET prenom = 'Zoé', nom = 'Autre' WHERE id = ?"),
			I(other));
	}
}

/* A name inside another word, a number inside another, are not hers. */
TEST(effacement_touches_whole_words_only)
{
	int64_t id;

	a_canary();
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "texte=Canarine+Canaribusson,+306987654321,+xcanari%40exemple.org,+canari%40exemple.organisation") ==
		303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	cycle_forget(&t, her);
	check_text(db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id)),
		"Canarine Canaribusson, 306987654321, xcanari@exemple.org, canari@exemple.organisation");
}

/* What another text becomes when that person is erased. */
static const char *
once_erased(const char *prenom, const char *nom, const char *text)
{
	int64_t who = t_person(prenom, nom, "elle@exemple.org", "confirme", "benevole"),
		id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));

	db_exec(&t, SQL("UPDATE publication SET texte = ? WHERE id = ?"), S(text), I(id));
	cycle_forget(&t, who);
	return db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id));
}

/* Words that are nobody's name are nobody's trace. */
TEST(effacement_leaves_the_words_that_are_not_written_as_a_name)
{
	static const char *const kept[][3] = { { "Rose", "Petit", "Un petit rosé, un rose petit." },
		{ "Rose", "Petit", "Un Petit Rosé. ROSÉ PETIT. Une Rose. Petit à petit." },
		{ "Rose", "Petit", "Une rose\nPetit à petit, (rose) petit." },
		{ "Claire", "Fontaine", "À la claire fontaine, et une fontaine claire." },
		{ "Pierre", "Marchand", "Chez le marchand, pierre, papier ; Pierre marchand." },
		{ "Jean", "de la Fontaine", "jean de la fontaine bis" } };
	static const char *const gone_[][2] = { { "Rose", "Petit" }, { "Claire", "Fontaine" } };

	people();
	a_post("texte=x");
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		check(strcmp(once_erased(kept[i][0], kept[i][1], kept[i][2]), kept[i][2]) == 0);
	for (size_t i = 0; i < sizeof gone_ / sizeof *gone_; i++) {
		const char *p = gone_[i][0], *n = gone_[i][1];

		check_text(once_erased(p, n, arena_printf(&t.mem, "Voir %s %s.", p, n)),
			"Voir une personne effacée.");
		check_text(once_erased(p, n, arena_printf(&t.mem, "Voir %s %s.", n, p)),
			"Voir une personne effacée.");
	}
	check_text(
		once_erased("Rose", "Petit", "Voir @rose petit !"), "Voir une personne effacée !");
	check_text(once_erased("Rose", "Petit", "rose petit"), "une personne effacée");
	check_text(once_erased(
			   "Jean", "de la Fontaine", "Vu Jean de La Fontaine, Jean DE LA FONTAINE"),
		"Vu une personne effacée, une personne effacée");
	check_text(once_erased("rose", "petit", "rose petit vous a écrit"),
		"une personne effacée vous a écrit");
	check_text(once_erased("Élodie", "d’Été", "De Elodie d'Ete à ÉLODIE D’ÉTÉ"),
		"De une personne effacée à une personne effacée");
}

/* Names with all that French puts into them, as people spell them. */
TEST(effacement_finds_a_name_however_it_is_spelled)
{
	static const char *const spelled[] = { "Jean-Pierre Quémener", "Voir Jean Pierre Quemener",
		"jean pierre quemener", "JEAN-PIERRE QUÉMENER", "Quémener, Jean‑Pierre",
		"@Jean-Pierre Quémener", "+33 6 98 76 54 32", "0033698765432", "(06 98 76 54 32)",
		"06-98-76-54-32" };
	int64_t who, id;

	people();
	who = t_person("Jean-Pierre", "Quémener", "jp@exemple.org", "confirme", "benevole");
	db_exec(&t, SQL("UPDATE contact SET telephone = '06 98 76 54 32' WHERE id = ?"), I(who));
	t_settle(who);
	id = a_post("texte=x");
	for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
		db_exec(&t,
			SQL("INSERT INTO ecrit_version (objet_id, ecrit_le, titre, texte) VALUES (?, UTC_TIMESTAMP(), '', ?)"),
			I(id), S(spelled[i]));
	cycle_forget(&t, who);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM ecrit_version WHERE texte LIKE '%effac%'")) ==
		sizeof spelled / sizeof *spelled);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM ecrit_version WHERE texte REGEXP '(?i)qu.mener|98'")) ==
		0);
}

/* The CRM's field of a phone holds two, and words. */
TEST(effacement_finds_each_of_several_phones)
{
	int64_t who, id;

	people();
	who = t_person("Jean-Pierre", "Quémener", "jp@exemple.org", "confirme", "benevole");
	db_exec(&t,
		SQL("UPDATE contact SET telephone = '06 98 76 54 32 / 01 47 20 00 01 (bureau)' WHERE id = ?"),
		I(who));
	t_settle(who);
	id = a_post("texte=x");
	db_exec(&t, SQL("UPDATE publication SET texte = ? WHERE id = ?"),
		S("Au 0698765432, ou +33 1 47 20 00 01, pas au 01 47 20 00 02."), I(id));
	cycle_forget(&t, who);
	check_text(db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id)),
		"Au une personne effacée, ou une personne effacée, pas au 01 47 20 00 02.");
}

/* A segment by her name finds nobody, as before; one that finds others by the same letters stays. */
TEST(effacement_puts_away_conditions_that_find_her_alone)
{
	a_canary();
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=nom&p1=0&o1=commence&v1=Canarib&faire=garder&nom=A&partage=prive") ==
		303);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=email&p1=0&o1=contient&v1=exemple.org&faire=garder&nom=B&partage=prive") ==
		303);
	cycle_forget(&t, her);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM segment WHERE conditions LIKE '%canarib%'")) ==
		0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM segment WHERE conditions LIKE '%exemple.org%'")) ==
		1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE CONCAT_WS(' ', avant, apres) LIKE '%canarib%'")) ==
		0);
	check(journal_verify(&t) == 0);
}

/* "Lycée Jean Moulin" is the association's word: what the CRM calls so goes on being found. */
TEST(effacement_leaves_the_names_of_groups_tags_and_choices)
{
	static const char *const stay[] = {
		"SELECT COUNT(*) FROM objet WHERE genre = 'groupe' AND titre = 'Lycée Jean Moulin'",
		"SELECT COUNT(*) FROM public WHERE titre = 'Coordination, Lycée Jean Moulin'",
		"SELECT COUNT(*) FROM etiquette WHERE nom = 'Lycée Jean Moulin'",
		"SELECT COUNT(*) FROM etiquette_ancienne WHERE nom = 'Jean Moulin'",
		"SELECT COUNT(*) FROM champ_valeur WHERE valeur = 'Lycée Jean Moulin'",
		"SELECT COUNT(*) FROM champ_valeur WHERE valeur = 'Ami de une personne effacée'",
		"SELECT COUNT(*) FROM parcours WHERE valeur = 'Lycée Jean Moulin'",
		"SELECT COUNT(*) FROM groupe WHERE description = 'Pour une personne effacée'",
		"SELECT COUNT(*) FROM segment WHERE conditions LIKE '%Lycée Jean Moulin%'"
		" AND conditions LIKE '%Pour une personne effacée%'",
	};
	int64_t who;

	talkers();
	who = t_person("Jean", "Moulin", "jm@exemple.org", "confirme", "benevole");
	as(adm);
	check(post("/groupes/nouveau",
		      "titre=Lyc%C3%A9e+Jean+Moulin&type=groupe_travail&ouverture=ouvert"
		      "&description=Pour+Jean+Moulin") == 303);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=formations&p1=0&o1=parmi&v1=Lyc%C3%A9e+Jean+Moulin"
		      "&s2=bio&p2=0&o2=contient&v2=Pour+Jean+Moulin&faire=garder&nom=A&partage=prive") ==
		303);
	t.user.id = 0;
	db_exec(&t, SQL("INSERT INTO etiquette (famille_id, nom) VALUES (4, 'Lycée Jean Moulin')"));
	db_exec(&t,
		SQL("INSERT INTO etiquette_ancienne VALUES (999999, 'Jean Moulin', LAST_INSERT_ID())"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, IF(cle = 'bio', 'Ami de Jean Moulin', 'Lycée Jean Moulin') FROM champ WHERE cle IN ('bio', 'formations')"),
		I(benp));
	db_exec(&t,
		SQL("INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine)"
		    " SELECT ?, id, 'Lycée Jean Moulin', UTC_TIMESTAMP(), 'hubspot' FROM champ WHERE cle = 'formations'"),
		I(benp));
	cycle_forget(&t, who);
	for (size_t i = 0; i < sizeof stay / sizeof *stay; i++) {
		if (db_int(&t, db_composed(&t, stay[i])) == 0)
			printf("  %s\n", stay[i]);
		check(db_int(&t, db_composed(&t, stay[i])) > 0);
	}
}

/* One name may be a word: it is hers behind "@" and as a whole value. */
TEST(effacement_of_who_has_one_name_finds_mentions_and_whole_values)
{
	people();
	a_post("texte=x");
	check_text(once_erased("", "Marchand", "Vu @marchand, chez Marchand, le marchand."),
		"Vu une personne effacée, chez Marchand, le marchand.");
	check_text(once_erased("Marchand", "", "Marchand"), "une personne effacée");
	check_text(once_erased("Marchand", "", "@Marchand Durand"), "@Marchand Durand");
	check_text(once_erased("Rose", "", "Rose"), "Rose");
	t_person("Marchand", "Durand", "md@exemple.org", "confirme", "benevole");
	check_text(once_erased("Marchand", "", "@Marchand"), "@Marchand");
}

/* Sixty records were merged into hers, each with its name, address and phone. */
TEST(effacement_finds_each_name_of_many_merged_records)
{
	enum { MANY = 60 };
	struct buffer text = { &t.mem };
	int64_t who, id;

	people();
	id = a_post("texte=x");
	who = t_person("Zoe", "Premierement", "z@exemple.org", "confirme", "benevole");
	for (int i = 0; i < MANY; i++) {
		const char *nom = arena_printf(&t.mem, "Nom%cautre%c", 'a' + i / 26, 'a' + i % 26),
			   *email = arena_printf(&t.mem, "adresse.%d@exemple.org", i);
		int64_t old = t_person("Zoé-Élodie", nom, email, "", "benevole");

		db_exec(&t, SQL("UPDATE contact SET fusionne_dans = ? WHERE id = ?"), I(who),
			I(old));
		buffer_puts(&text, arena_printf(&t.mem, "Zoé Élodie %s, %s. ", nom, email));
	}
	db_exec(&t, SQL("UPDATE publication SET texte = ? WHERE id = ?"), S(buffer_text(&text)),
		I(id));
	cycle_forget(&t, who);
	check(db_int(&t,
		      SQL("SELECT texte NOT LIKE '%Nom%' AND texte NOT LIKE '%adresse%' FROM publication WHERE id = ?"),
		      I(id)) == 1);
}

/* What would be twice the same once she is not named in it is not left as it was. */
TEST(effacement_leaves_nothing_for_the_sake_of_a_unique_key)
{
	people();
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, v FROM champ JOIN"
		    " (SELECT 'Canarine Canaribus' AS v UNION ALL SELECT 'CANARINE CANARIBUS' UNION ALL SELECT 'Canaribus Canarine') x"
		    " WHERE cle = 'bio'"),
		I(benp));
	db_exec(&t,
		SQL("INSERT INTO import_colonne VALUES (?, 'De Canarine Canaribus', 'bio'), (?, 'De Canaribus Canarine', 'bio')"),
		I(adm), I(adm));
	her = t_person("Canarine", "Canaribus", MAIL, "confirme", "benevole");
	cycle_forget(&t, her);
	check(scan(true) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM champ_valeur WHERE valeur LIKE '%effac%'")) ==
		3);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM import_colonne WHERE entete LIKE '%effac%'")) ==
		2);
}
