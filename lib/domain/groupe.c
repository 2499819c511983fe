/* groupe.c - groups, wherever they are shown */

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces.h"
#include "domain/groupe.h"

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

/* A new group of that type, seen through that access list.  Its id. */
int64_t
groupe_create(struct req *r, const char *type, const char *titre, int64_t liste)
{
	int64_t id = db_insert(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " VALUES ('groupe', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?)"),
		S(titre), I(liste));
	const char *key = arena_printf(&r->mem, "%" PRId64, id);

	db_exec(r, SQL("INSERT INTO groupe (id, type, cree_le) VALUES (?, ?, UTC_DATE())"), I(id),
		S(type));
	db_exec(r, SQL("INSERT INTO recherche (objet_id, titre, corps) VALUES (?, ?, '')"), I(id),
		S(text_tokens(&r->mem, titre)));
	public_id(r, "groupe", key, text_cut(&r->mem, titre, 240));
	public_id(r, "coordination", key,
		text_cut(&r->mem, arena_printf(&r->mem, "Coordination, %s", titre), 240));
	return id;
}

/* Which options of the CRM are groups: all options of a field, or one. */
static const struct rule {
	const char *champ, *valeur, *type;
	int64_t liste;
} rules[] = {
	{ "groupe", NULL, "groupe_local", 4 },
	{ "magasin", NULL, "magasin", 4 },
	{ "editions_trail", NULL, "trailwalker", 4 },
	{ "types_benevolat", "ca", "instance", 3 },
	{ "types_benevolat", "programme_jeunes", "promotion", 3 },
	{ "types_benevolat", "activiste_en_ligne", "reseau", 3 },
	{ "types_benevolat", "plaidoyer_citoyen", "reseau", 3 },
};

/* A group takes the new label of its option, in the search too. */
static void
rename_groups(struct req *r)
{
	struct rows *renamed = db_rows(r,
		SQL("SELECT o.id, p.libelle FROM objet o JOIN groupe g ON g.id = o.id"
		    " JOIN champ_option p ON p.champ_id = g.champ_id AND p.valeur = g.valeur WHERE o.titre <> p.libelle"));

	while (db_next(renamed, &r->mem)) {
		const char *titre = db_text(renamed, 1);

		db_exec(r,
			SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
			S(titre), I(db_num(renamed, 0)));
		db_exec(r, SQL("UPDATE recherche SET titre = ? WHERE objet_id = ?"),
			S(text_tokens(&r->mem, titre)), I(db_num(renamed, 0)));
	}
}

/* Make the groups that options of the CRM name and that are not there yet; follow new labels. */
void
groupe_from_options(struct req *r)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		struct rows *missing = db_rows(r,
			SQL("SELECT p.champ_id, p.valeur, p.libelle FROM champ_option p JOIN champ c ON c.id = p.champ_id"
			    " LEFT JOIN groupe g ON g.champ_id = p.champ_id AND g.valeur = p.valeur"
			    " WHERE c.cle = ? AND (? IS NULL OR p.valeur = ?) AND p.retire_le IS NULL AND g.id IS NULL"),
			S(rules[i].champ), S(rules[i].valeur), S(rules[i].valeur));

		while (db_next(missing, &r->mem)) {
			int64_t id = groupe_create(
				r, rules[i].type, db_text(missing, 2), rules[i].liste);

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
		SQL("INSERT INTO lot_membre SELECT STRAIGHT_JOIN l.connexion, l.contact_id, g.id, 'membre' FROM lot l"
		    " JOIN contact c ON c.id = l.contact_id AND c.acces > 0"
		    " JOIN champ_valeur v ON v.contact_id = c.id"
		    " JOIN groupe g ON g.champ_id = v.champ_id AND g.valeur = v.valeur"
		    " WHERE l.connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT IGNORE INTO lot_membre SELECT STRAIGHT_JOIN l.connexion, l.contact_id, g.id, mr.role FROM lot l"
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
 * today, those that are gone end today and stay as history. */
void
groupe_follow_lot(struct req *r)
{
	wanted_memberships(r);
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN membre m ON l.contact_id = m.contact_id AND l.connexion = CONNECTION_ID()"
		    " LEFT JOIN lot_membre w ON w.connexion = l.connexion AND w.contact_id = m.contact_id"
		    " AND w.groupe_id = m.groupe_id AND w.role = m.role"
		    " SET m.fin = UTC_DATE() WHERE m.origine = 'hubspot' AND m.fin IS NULL AND w.role IS NULL"));
	db_exec(r,
		SQL("INSERT INTO membre (groupe_id, contact_id, role, debut, origine)"
		    " SELECT STRAIGHT_JOIN w.groupe_id, w.contact_id, w.role, UTC_DATE(), 'hubspot' FROM lot_membre w"
		    " LEFT JOIN membre m ON m.contact_id = w.contact_id AND m.groupe_id = w.groupe_id"
		    " AND m.role = w.role AND m.fin IS NULL"
		    " WHERE w.connexion = CONNECTION_ID() AND m.id IS NULL"));
	db_exec(r, SQL("DELETE FROM lot_membre WHERE connexion = CONNECTION_ID()"));
}

/* Give each group of the list NAME its two letters. */
void
groupe_say_sigles(struct req *r, const char *name)
{
	for (HDF *g = hdf_get_obj(r->hdf, arena_printf(&r->mem, "%s.0", name)); g != NULL;
		g = hdf_obj_next(g))
		hdf_say(g, "sigle", groupe_sigle(r, hdf_get_value(g, "titre", "")));
}
