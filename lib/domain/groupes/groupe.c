/* groupe.c - groups, wherever they are shown */

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/demande.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"

/* Words that say the kind of group, not which one. */
static bool
is_common(const char *word, size_t n)
{
	static const char *const words[] = { "Groupe", "GT", "Bouquinerie", "Friperie", "Magasin",
		"Conseil", "Programme" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == n && strncmp(words[i], word, n) == 0)
			return true;
	return false;
}

static char *
two_letters(struct req *r, const char *s)
{
	const char *end = s;

	for (int i = 0; i < 2 && *end != '\0'; i++)
		text_next(&end);
	return arena_printf(&r->mem, "%.*s", (int) (end - s), s);
}

/* Two letters that stand for a group: "Groupe local de Lyon" is Ly, "GT Banques et Climat" BC. */
char *
groupe_sigle(struct req *r, const char *titre)
{
	const char *first = NULL, *second = NULL;

	for (const char *s = titre; *s != '\0';) {
		size_t n = strcspn(s, " -");
		bool capital = !islower((unsigned char) *s);
		const char *apostrophe = memchr(s, '\'', n);

		if (apostrophe != NULL && (size_t) (apostrophe - s) < n - 1)
			n -= (size_t) (apostrophe + 1 - s), s = apostrophe + 1, capital = true;
		if (n > 0 && capital && !isdigit((unsigned char) *s) && !is_common(s, n)) {
			if (first == NULL)
				first = s;
			else if (second == NULL)
				second = s;
		}
		s += n;
		s += strspn(s, " -");
	}
	if (first == NULL)
		first = titre;
	if (second != NULL && strncmp(titre, "GT", 2) == 0)
		return text_initials(&r->mem, first, second);
	return two_letters(r, first);
}

/* The publics of a group, made or named again: those that profiles of the grid are told by. */
static void
name_publics(struct req *r, int64_t id, const char *titre)
{
	static const struct {
		const char *genre, *before;
	} all[] = {
		{ "groupe", "" },
		{ "coordination", "Coordination, " },
		{ "encadrement", "Coordination confirmée, " },
		{ "equipe", "Équipe, " },
		{ "prospects", "Sympathisant-e-s, " },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		db_exec(r,
			SQL("INSERT INTO public (genre, cle, titre)"
			    " VALUES (?, ?, LEFT(CONCAT(?, ?), 250))"
			    " ON DUPLICATE KEY UPDATE titre = VALUES(titre)"),
			S(all[i].genre), I(id), S(all[i].before), S(titre));
	db_exec(r,
		SQL("INSERT INTO public (genre, cle, titre)"
		    " SELECT groupe_genre, CONCAT(?, suffixe),"
		    " LEFT(CONCAT(titre, ', ', ?), 250) FROM profil WHERE suffixe <> ''"
		    " ON DUPLICATE KEY UPDATE titre = VALUES(titre)"),
		I(id), S(titre));
}

/* The group is called TITRE from now on, wherever its name stands but in the search. */
void
groupe_rename(struct req *r, int64_t id, const char *titre)
{
	db_exec(r, SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(titre), I(id));
	name_publics(r, id, titre);
}

/* What the search finds a group by; extracts are of its description. */
void
groupe_index(struct req *r, int64_t id)
{
	struct rows *g = db_rows(r,
		SQL("SELECT o.titre, CONCAT_WS(' ', t.titre, g.ville, g.description), g.description"
		    " FROM groupe g JOIN objet o ON o.id = g.id"
		    " JOIN groupe_type t ON t.cle = g.type WHERE g.id = ?"),
		I(id));

	while (db_next(g, &r->mem))
		db_exec(r,
			SQL("REPLACE INTO recherche (objet_id, titre, corps, texte)"
			    " VALUES (?, ?, ?, ?)"),
			I(id), S(text_tokens(&r->mem, db_text(g, 0))),
			S(text_tokens(&r->mem, db_text(g, 1))), S(texte_brut(r, db_text(g, 2))));
}

/* A new group of that type, open or not as the type says, in the group that holds those of its
 * type.  Its id. */
int64_t
groupe_create(struct req *r, const char *type, const char *titre)
{
	int64_t above = db_int(r,
		SQL("SELECT COALESCE((SELECT ensemble_id FROM groupe_type WHERE cle = ?), ?)"),
		S(type), I(arbre_root(r)));
	int64_t id = db_insert(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " VALUES ('groupe', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1)"),
		S(titre));

	db_exec(r,
		SQL("INSERT INTO groupe (id, type, ouverture, cree_le)"
		    " SELECT ?, cle, ouverture, UTC_DATE() FROM groupe_type WHERE cle = ?"),
		I(id), S(type));
	groupe_index(r, id);
	name_publics(r, id, titre);
	arbre_add(r, id, above);
	ouverture_apply(r, id);
	return id;
}

/* Which options of the CRM are groups: all options of a field, or one. */
static const struct rule {
	const char *champ, *valeur, *type;
} rules[] = {
	{ "groupe", NULL, "groupe_local" },
	{ "magasin", NULL, "magasin" },
	{ "editions_trail", NULL, "trailwalker" },
	{ "types_benevolat", "ca", "instance" },
	{ "types_benevolat", "programme_jeunes", "promotion" },
	{ "types_benevolat", "activiste_en_ligne", "reseau" },
	{ "types_benevolat", "plaidoyer_citoyen", "reseau" },
};

/* A group takes the new label of its option, in the search too. */
static void
rename_groups(struct req *r)
{
	struct rows *renamed = db_rows(r,
		SQL("SELECT o.id, p.libelle FROM objet o JOIN groupe g ON g.id = o.id"
		    " JOIN champ_option p ON p.champ_id = g.champ_id AND p.valeur = g.valeur"
		    " WHERE o.titre <> p.libelle"));

	while (db_next(renamed, &r->mem)) {
		const char *titre = db_text(renamed, 1);

		groupe_rename(r, db_num(renamed, 0), titre);
		groupe_index(r, db_num(renamed, 0));
	}
}

/* Make the groups that options of the CRM name and that are not there yet; follow new labels. */
void
groupe_from_options(struct req *r)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		struct rows *missing = db_rows(r,
			SQL("SELECT p.champ_id, p.valeur, p.libelle FROM champ_option p"
			    " JOIN champ c ON c.id = p.champ_id"
			    " LEFT JOIN groupe g ON g.champ_id = p.champ_id AND g.valeur = p.valeur"
			    " WHERE c.cle = ? AND (? IS NULL OR p.valeur = ?)"
			    " AND p.retire_le IS NULL AND g.id IS NULL"),
			S(rules[i].champ), S(rules[i].valeur), S(rules[i].valeur));

		while (db_next(missing, &r->mem)) {
			int64_t id = groupe_create(r, rules[i].type, db_text(missing, 2));

			db_exec(r, SQL("UPDATE groupe SET champ_id = ?, valeur = ? WHERE id = ?"),
				I(db_num(missing, 0)), S(db_text(missing, 1)), I(id));
		}
	}
	rename_groups(r);
}

static void
wanted_memberships(struct req *r)
{
	db_exec(r, SQL("DELETE FROM lot_membre WHERE connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT INTO lot_membre SELECT STRAIGHT_JOIN l.connexion, l.contact_id, g.id,"
		    " 'membre' FROM lot l JOIN contact c ON c.id = l.contact_id AND c.acces > 0"
		    " JOIN champ_valeur v ON v.contact_id = c.id"
		    " JOIN groupe g ON g.champ_id = v.champ_id AND g.valeur = v.valeur"
		    " WHERE l.connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT IGNORE INTO lot_membre SELECT"
		    " STRAIGHT_JOIN l.connexion, l.contact_id, g.id, mr.role FROM lot l"
		    " JOIN contact c ON c.id = l.contact_id AND c.acces > 0"
		    " JOIN champ_valeur m ON m.contact_id = c.id"
		    " JOIN champ cm ON cm.id = m.champ_id AND cm.cle = 'types_mission'"
		    " JOIN mission_role mr ON mr.mission = m.valeur"
		    " JOIN champ cg ON cg.cle = mr.champ"
		    " JOIN champ_valeur v ON v.contact_id = c.id AND v.champ_id = cg.id"
		    " JOIN groupe g ON g.champ_id = v.champ_id AND g.valeur = v.valeur"
		    " WHERE l.connexion = CONNECTION_ID()"));
}

/* Memberships of the people of the lot follow what the CRM says: those that are new begin
 * today, those that are gone end today and stay as history.  Until the CRM was read whole once,
 * who comes was there before: hers begin with her record in the CRM. */
void
groupe_follow_lot(struct req *r)
{
	bool known = db_int(r,
		SQL("SELECT EXISTS (SELECT 1 FROM sync_tour WHERE genre = 'complet'"
		    " AND etat = 'fait')"));

	wanted_memberships(r);
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN membre m ON l.contact_id = m.contact_id"
		    " AND l.connexion = CONNECTION_ID()"
		    " LEFT JOIN lot_membre w ON w.connexion = l.connexion"
		    " AND w.contact_id = m.contact_id"
		    " AND w.groupe_id = m.groupe_id AND w.role = m.role"
		    " SET m.fin = UTC_DATE() WHERE m.origine = 'hubspot' AND m.fin IS NULL"
		    " AND w.role IS NULL"));
	db_exec(r,
		SQL("INSERT INTO membre (groupe_id, contact_id, role, debut, origine, tri)"
		    " SELECT STRAIGHT_JOIN w.groupe_id, w.contact_id, w.role,"
		    " IF(?, UTC_DATE(), COALESCE(DATE(c.crm_cree_le), UTC_DATE())), 'hubspot',"
		    " c.tri FROM lot_membre w JOIN contact c ON c.id = w.contact_id"
		    " LEFT JOIN membre m ON m.contact_id = w.contact_id"
		    " AND m.groupe_id = w.groupe_id"
		    " AND m.role = w.role AND m.fin IS NULL"
		    " WHERE w.connexion = CONNECTION_ID() AND m.id IS NULL"),
		I(known));
	db_exec(r, SQL("DELETE FROM lot_membre WHERE connexion = CONNECTION_ID()"));
}

/* Give each group of the list NAME its two letters. */
void
groupe_say_sigles(struct req *r, const char *name)
{
	for (struct row *g = row_first(r, name); g != NULL; g = row_next(g))
		row_say(g, "sigle", groupe_sigle(r, row_text(g, "titre")));
}

static struct rows *
groupe_rows(struct req *r)
{
	return db_stream(r,
		SQL("SELECT o.id, g.type, o.titre, g.description, g.cree_le, g.ferme_le,"
		    " IF(o.archive_le IS NULL, 'actif', 'archive') AS etat,"
		    " (SELECT GROUP_CONCAT(e.nom ORDER BY e.nom"
		    " SEPARATOR ', ') FROM objet_etiquette x"
		    " JOIN etiquette e ON e.id = x.etiquette_id"
		    " WHERE x.objet_id = o.id) AS etiquettes FROM groupe g"
		    " JOIN objet o ON o.id = g.id ORDER BY o.id"));
}

const struct genre groupe_genre = {
	"groupe",
	"Groupe",
	"Groupes",
	"groups",
	"/groupes",
	NULL,
	CHERCHE | ETIQUETE,
	.indexe = groupe_index,
	.lignes = groupe_rows,
	.afaire = demande_todo,
};
