/* effacement_mots_test.c - which words are hers and which are another's, when a person is erased */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "canarine.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/objets/etiquette.h"
#include "domain/vie/cycle.h"

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
		      "texte=Canarine+Canaribusson,+306987654321,+xcanari%40exemple.org,"
		      "+canari%40exemple.organisation") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	cycle_forget(&t, her);
	check_text(db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id)),
		"Canarine Canaribusson, 306987654321, xcanari@exemple.org,"
		" canari@exemple.organisation");
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
			SQL("INSERT INTO ecrit_version (objet_id, ecrit_le, titre, texte)"
			    " VALUES (?, UTC_TIMESTAMP(), '', ?)"),
			I(id), S(spelled[i]));
	cycle_forget(&t, who);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM ecrit_version WHERE texte LIKE '%effac%'")) ==
		sizeof spelled / sizeof *spelled);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM ecrit_version"
			  " WHERE texte REGEXP '(?i)qu.mener|98'")) == 0);
}

/* The CRM's field of a phone holds two, and words. */
TEST(effacement_finds_each_of_several_phones)
{
	int64_t who, id;

	people();
	who = t_person("Jean-Pierre", "Quémener", "jp@exemple.org", "confirme", "benevole");
	db_exec(&t,
		SQL("UPDATE contact SET telephone = '06 98 76 54 32 / 01 47 20 00 01 (bureau)'"
		    " WHERE id = ?"),
		I(who));
	t_settle(who);
	id = a_post("texte=x");
	db_exec(&t, SQL("UPDATE publication SET texte = ? WHERE id = ?"),
		S("Au 0698765432, ou +33 1 47 20 00 01, pas au 01 47 20 00 02."), I(id));
	cycle_forget(&t, who);
	check_text(db_string(&t, SQL("SELECT texte FROM publication WHERE id = ?"), I(id)),
		"Au une personne effacée, ou une personne effacée, pas au 01 47 20 00 02.");
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
		      "&s2=bio&p2=0&o2=contient&v2=Pour+Jean+Moulin&faire=garder&nom=A"
		      "&partage=prive") == 303);
	t.user.id = 0;
	db_exec(&t, SQL("INSERT INTO etiquette (famille_id, nom) VALUES (4, 'Lycée Jean Moulin')"));
	db_exec(&t,
		SQL("INSERT INTO etiquette_ancienne VALUES (999999, 'Jean Moulin',"
		    " LAST_INSERT_ID())"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, IF(cle = 'bio', 'Ami de Jean Moulin', 'Lycée Jean Moulin')"
		    " FROM champ WHERE cle IN ('bio', 'formations')"),
		I(benp));
	db_exec(&t,
		SQL("INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine)"
		    " SELECT ?, id, 'Lycée Jean Moulin', UTC_TIMESTAMP(), 'hubspot' FROM champ"
		    " WHERE cle = 'formations'"),
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
		      SQL("SELECT texte NOT LIKE '%Nom%' AND texte NOT LIKE '%adresse%'"
			  " FROM publication WHERE id = ?"),
		      I(id)) == 1);
}
