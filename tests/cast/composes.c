/* composes.c - people with values, and what a segment finds among them */

#include "composes.h"
#include "domain/acces/acces.h"
#include "domain/annuaire/segment.h"
#include "domain/groupes/arbre.h"
#include "domain/socle/modele.h"
#include "domain/vie/cycle.h"

int64_t
field_of(const char *cle, const char *genre)
{
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, genre, origine, lecture, ecriture, bloc,"
		    " ordre, finalite, conservation)"
		    " VALUES (?, ?, ?, 'plateforme', 1, 3, 'profil', 500, 'x', 'x')"),
		S(cle), S(cle), S(genre));
	modele_changed(&t);
	return db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle));
}

void
value_of(int64_t who, const char *cle, const char *valeur)
{
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, ?"
		    " FROM champ WHERE cle = ?"),
		I(who), S(valeur), S(cle));
}

void
composes(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	equipe = t_group("groupe_local", "Équipe du canal");
	arbre_move(&t, equipe, paris);
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	db_exec(&t,
		SQL("INSERT INTO compte (contact_id, role, cree_le, vu_le)"
		    " VALUES (?, 'admin', UTC_TIMESTAMP(),"
		    " UTC_TIMESTAMP() - INTERVAL 3 DAY)"),
		I(adm));
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(equipe, benl, "membre");
	t_member(lille, benl, "membre");
	db_exec(&t, SQL("UPDATE membre SET fin = '2026-01-01' WHERE groupe_id = ?"), I(lille));
	db_exec(&t,
		SQL("UPDATE contact SET code_postal = '75011', ville = 'Paris',"
		    " date_naissance = '1990-06-15' WHERE id = ?"),
		I(benp));
	db_exec(&t,
		SQL("UPDATE contact SET code_postal = '92100', ville = 'Saint-Étienne-du-Bois'"
		    " WHERE id = ?"),
		I(benl));
	value_of(benp, "competences", "photo");
	value_of(benp, "competences", "video");
	value_of(benl, "competences", "photo");
	acces_contact(&t, adm);
	t_settle(benp);
	t_settle(benl);
	modele_changed(&t);
}

const char *
first_names(struct filtre *f)
{
	struct rows *rows = filtre_rows(&t, f, 100, 0, false);
	const char *all = "";

	while (db_next(rows, &t.mem))
		all = arena_printf(
			&t.mem, "%s%s%s", all, *all != '\0' ? " " : "", db_text(rows, P_PRENOM));
	return all;
}

const char *
found_by(const char *conditions)
{
	struct noeud *tree = condition_parse(
		&t.mem, arena_printf(&t.mem, "{\"lien\":\"toutes\",\"si\":[%s]}", conditions));
	struct filtre *f = filtre_of(&t, "");
	const char *names, *n;
	int64_t people = 0;

	check(tree != NULL);
	if (tree == NULL)
		return "";
	filtre_add(&t, f, tree);
	names = first_names(f);
	for (n = names; *n != '\0'; n++)
		people += n == names || n[-1] == ' ';
	check(filtre_count(&t, f, 0) == people);
	check(strcmp(first_names(f), names) == 0);
	return names;
}

void
as_staff(void)
{
	t.user.id = adm;
	t.user.level = ADMIN;
}
