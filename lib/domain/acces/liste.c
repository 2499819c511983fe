/* liste.c - lists of access: what they say, and what that gives with the tree and the grid
 *
 * A list is named by its text, so that equal lists are one row:
 *   "1:2,1:3,3:4"            right:public, in order: those publics, in so many words
 *   "prive:2:40"             the same, and not even administrators besides
 *   "contact:2:12,15:15"     a person: variante, groups, groups that she coordinates
 *   "limite:0::"             a person put aside (limite.h): what the grid says, and no more
 *   "groupe:2:12:1,2"        the page of group 12: variante, publics that see it besides
 *   "contenu:1:12:"          what is published in group 12, the same way
 *   "actualite:0:12:1:2,2:9" news of group 12 (of none: the Siège), right:public of its audience
 * The table acces is made from it here, whenever the list, the tree or the grid changes: that
 * touches lists, which are few, and neither people nor objets.
 *
 * A public 'groupe' or 'equipe' counts those of the groups below; a 'coordination' those above,
 * as far as rights come down (view arbre_haut).  Administrators manage whatever there is, but
 * what people write to one another.
 *
 * Over people ('contact') roles count by groups whose type is for that (groupe_type.encadre), those
 * that volunteers make by themselves not: see acces.c for what a role gives; and by places that the
 * CRM or the staff decided (arbre.c).
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/acces/acces.h"

enum { CLE = 700 };

/* The row just inserted, or the one that another connection made at the same moment. */
static int64_t
made(struct req *r)
{
	return db_int(r, SQL("SELECT LAST_INSERT_ID()"));
}

/* The id of that public, made if it is new. */
int64_t
public_id(struct req *r, const char *genre, const char *cle, const char *titre)
{
	int64_t id = db_int(
		r, SQL("SELECT id FROM public WHERE genre = ? AND cle = ?"), S(genre), S(cle));

	if (id != 0)
		return id;
	db_exec(r,
		SQL("INSERT INTO public (genre, cle, titre) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)"),
		S(genre), S(cle), S(titre));
	return made(r);
}

/* ---- what a list gives ---- */

/* Publics that the lists of the lot name, with those above or below that the tree adds. */
static void
expand_said(struct req *r)
{
	db_exec(r,
		SQL("INSERT INTO acces (liste_id, public_id, droit)"
		    " SELECT d.liste_id, d.public_id, d.droit FROM liste_lot l"
		    " JOIN acces_dit d ON d.liste_id = l.liste_id"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " UNION ALL SELECT l.liste_id, p.id, 3 FROM liste_lot l"
		    " JOIN liste_acces x ON x.id = l.liste_id"
		    " AND x.genre NOT IN ('prive', 'limite')"
		    " JOIN public p ON p.genre = 'role' AND p.cle = 'admin'"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " ON DUPLICATE KEY UPDATE droit = GREATEST(acces.droit, VALUES(droit))"));
	db_exec(r,
		SQL("INSERT INTO acces (liste_id, public_id, droit)"
		    " SELECT d.liste_id, v.id, d.droit FROM liste_lot l"
		    " JOIN acces_dit d ON d.liste_id = l.liste_id"
		    " JOIN public p ON p.id = d.public_id AND p.genre IN ('groupe', 'equipe')"
		    " JOIN groupe_arbre a ON a.ancetre_id = CAST(p.cle AS SIGNED)"
		    " JOIN public v ON v.genre = p.genre AND v.cle = CONCAT(a.groupe_id, '')"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " UNION ALL SELECT d.liste_id, v.id, d.droit FROM liste_lot l"
		    " JOIN acces_dit d ON d.liste_id = l.liste_id"
		    " JOIN public p ON p.id = d.public_id AND p.genre = 'coordination'"
		    " JOIN arbre_haut a ON a.groupe_id = CAST(p.cle AS SIGNED)"
		    " JOIN public v ON v.genre = p.genre AND v.cle = CONCAT(a.ancetre_id, '')"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " ON DUPLICATE KEY UPDATE droit = GREATEST(acces.droit, VALUES(droit))"));
}

/* What the grid adds to the lists of the lot: to profiles that may everywhere, and in groups of
 * theirs. */
static void
expand_by_grid(struct req *r)
{
	db_exec(r,
		SQL("INSERT INTO acces (liste_id, public_id, droit)"
		    " SELECT x.id, p.public_id, g.droit FROM liste_lot l"
		    " JOIN liste_acces x ON x.id = l.liste_id"
		    " JOIN grille g ON g.genre = x.genre AND g.variante = x.variante AND g.partout"
		    " JOIN profil_droit d ON d.domaine = g.domaine AND d.niveau = 2"
		    " JOIN profil p ON p.id = d.profil_id"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " ON DUPLICATE KEY UPDATE droit = GREATEST(acces.droit, VALUES(droit))"));
	db_exec(r,
		SQL("INSERT INTO acces (liste_id, public_id, droit)"
		    " SELECT x.id, v.id, g.droit FROM liste_lot l"
		    " JOIN liste_acces x ON x.id = l.liste_id"
		    " JOIN grille g ON g.genre = x.genre AND g.variante = x.variante"
		    " JOIN profil_droit d ON d.domaine = g.domaine"
		    " JOIN profil p ON p.id = d.profil_id"
		    " JOIN liste_groupe i ON i.liste_id = x.id AND i.lien = 1"
		    " JOIN groupe gi ON gi.id = i.groupe_id"
		    " JOIN groupe_type ti ON ti.cle = gi.type AND (x.genre <> 'contact'"
		    " OR ti.encadre OR p.groupe_genre IN ('equipe', 'prospects'))"
		    " JOIN arbre_haut a ON a.groupe_id = i.groupe_id AND (x.genre <> 'contact'"
		    " OR a.incertaines = 0) JOIN public v ON v.genre = p.groupe_genre"
		    " AND v.cle = CONCAT(a.ancetre_id, p.suffixe)"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " UNION ALL SELECT l.liste_id, v.id, 1 FROM liste_lot l"
		    " JOIN liste_groupe i ON i.liste_id = l.liste_id AND i.lien = 2"
		    " JOIN groupe_arbre a ON a.ancetre_id = i.groupe_id"
		    " JOIN public v ON v.genre = 'groupe' AND v.cle = CONCAT(a.groupe_id, '')"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " ON DUPLICATE KEY UPDATE droit = GREATEST(acces.droit, VALUES(droit))"));
}

/* Compute the lists of the lot (liste_lot) again, and empty it. */
void
liste_expand(struct req *r)
{
	db_exec(r,
		SQL("DELETE a FROM liste_lot l STRAIGHT_JOIN acces a ON a.liste_id = l.liste_id"
		    " WHERE l.connexion = CONNECTION_ID()"));
	expand_said(r);
	expand_by_grid(r);
	db_exec(r, SQL("DELETE FROM liste_lot WHERE connexion = CONNECTION_ID()"));
}

/* After a change of the grid. */
void
liste_expand_grid(struct req *r)
{
	db_exec(r, SQL("DELETE FROM liste_lot WHERE connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT INTO liste_lot SELECT CONNECTION_ID(), id FROM liste_acces"
		    " WHERE genre <> 'dit'"));
	liste_expand(r);
}

/* After a change of the tree at that group: its place, its publics, what comes down to it.  Lists
 * that follow, or name, a group above or below it are those whose rights may be others now. */
void
liste_expand_group(struct req *r, int64_t groupe_id)
{
	db_exec(r, SQL("DELETE FROM liste_lot WHERE connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT IGNORE INTO liste_lot WITH proche AS (SELECT groupe_id AS id"
		    " FROM groupe_arbre WHERE ancetre_id = ?"
		    " UNION SELECT ancetre_id FROM groupe_arbre WHERE groupe_id = ?)"
		    " SELECT CONNECTION_ID(), i.liste_id FROM proche p"
		    " JOIN liste_groupe i ON i.groupe_id = p.id"
		    " UNION SELECT CONNECTION_ID(), d.liste_id FROM proche p"
		    " JOIN public v ON v.cle = CONCAT(p.id, '')"
		    " AND v.genre IN ('groupe', 'equipe', 'coordination')"
		    " JOIN acces_dit d ON d.public_id = v.id"),
		I(groupe_id), I(groupe_id));
	liste_expand(r);
}

/* ---- what a list says ---- */

static const char *
say_publics(struct req *r, int64_t id, const char *text, long droit)
{
	for (bool fixed = droit != 0; *text != '\0'; text += *text == ',') {
		char *end;

		if (!fixed) {
			droit = strtol(text, &end, 10);
			text = end + 1;
		}
		db_exec(r,
			SQL("INSERT INTO acces_dit (liste_id, public_id, droit) VALUES (?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE droit = GREATEST(droit, VALUES(droit))"),
			I(id), I(strtoll(text, &end, 10)), I(droit));
		text = end;
	}
	return text;
}

/* Groups apart by commas, up to ':' or the end; what follows. */
static const char *
say_groups(struct req *r, int64_t id, const char *text, int lien)
{
	while (*text != '\0' && *text != ':') {
		char *end;
		int64_t groupe = strtoll(text, &end, 10);

		db_exec(r, SQL("INSERT IGNORE INTO liste_groupe VALUES (?, ?, ?)"), I(id),
			I(groupe), I(lien));
		text = end + (*end == ',');
	}
	return *text == ':' ? text + 1 : text;
}

static const char *
key_of(struct req *r, const char *text)
{
	return strlen(text) <= CLE ?
		text :
		arena_printf(&r->mem, "sha256:%s", sha256_hex(&r->mem, text, strlen(text)));
}

/* A list that TEXT describes (see above) and that is not there yet: its id.  It is put in the lot,
 * and gives nothing before liste_expand().  Two at once make one: the second waits for the first,
 * then says the same again. */
int64_t
liste_new(struct req *r, const char *text)
{
	size_t word = strspn(text, "abcdefghijklmnopqrstuvwxyz");
	const char *genre = word > 0 ? arena_printf(&r->mem, "%.*s", (int) word, text) : "dit";
	char *rest = (char *) text;
	long variante = word > 0 ? strtol(text + word + 1, &rest, 10) : 0;
	int64_t id;

	db_exec(r,
		SQL("INSERT INTO liste_acces (cle, genre, variante) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)"),
		S(key_of(r, text)), S(genre), I(variante));
	id = made(r);
	if (word == 0 || strcmp(genre, "prive") == 0) {
		say_publics(r, id, word == 0 ? text : text + word + 1, 0);
	} else {
		const char *after = say_groups(r, id, rest + 1, 1);

		if (strcmp(genre, "contact") == 0)
			say_groups(r, id, after, 2);
		else
			say_publics(r, id, after, strcmp(genre, "actualite") == 0 ? 0 : VOIR);
	}
	db_exec(r, SQL("INSERT IGNORE INTO liste_lot VALUES (CONNECTION_ID(), ?)"), I(id));
	return id;
}

/* The id of the list that TEXT describes, made if it is new. */
int64_t
liste_id(struct req *r, const char *text)
{
	int64_t id = db_int(r, SQL("SELECT id FROM liste_acces WHERE cle = ?"), S(key_of(r, text)));

	if (id != 0)
		return id;
	id = liste_new(r, text);
	liste_expand(r);
	return id;
}

/* Who sees what follows that list, by the very tables of the rights test: INTO.total people,
 * INTO.publics.N with titre and n (people who enter and are of that public), largest right first;
 * groups that the reader does not see have no name here.
 * Returns the total. */
int
acces_qui(struct req *r, const char *into, int64_t liste)
{
	int n = (int) db_int(r,
		SQL("SELECT COUNT(DISTINCT cp.contact_id) FROM acces a"
		    " JOIN contact_public cp ON cp.public_id = a.public_id"
		    " JOIN contact c ON c.id = cp.contact_id AND c.acces > 0 WHERE a.liste_id = ?"),
		I(liste));

	say_int(r, arena_printf(&r->mem, "%s.total", into), n);
	db_list(r, arena_printf(&r->mem, "%s.publics", into),
		SQL("SELECT p.id, p.titre, MAX(a.droit) AS droit, COUNT(*) AS n FROM acces a"
		    " JOIN public p ON p.id = a.public_id"
		    " JOIN contact_public cp ON cp.public_id = p.id"
		    " JOIN contact c ON c.id = cp.contact_id AND c.acces > 0"
		    " WHERE a.liste_id = ? AND " PUBLIC_SEEN(
			    "p") " GROUP BY p.id"
				 " ORDER BY droit DESC, n DESC, p.titre LIMIT 40"),
		I(liste), ME(r));
	return n;
}

/* How many people see what follows that list, each counted once: INTO.total, of whom INTO.membres
 * are in the group, INTO.siege are staff who are not, and INTO.autres are neither. */
void
acces_nombre(struct req *r, const char *into, int64_t liste, int64_t groupe)
{
	static const char *const names[] = { "total", "membres", "siege", "autres" };

	db_one(r, into,
		SQL("SELECT COUNT(*) AS total, COALESCE(SUM(x.membre), 0) AS membres,"
		    " COALESCE(SUM(NOT x.membre AND x.acces >= 3), 0) AS siege,"
		    " COALESCE(SUM(NOT x.membre AND x.acces < 3), 0) AS autres FROM"
		    " (SELECT DISTINCT c.id, c.acces,"
		    " EXISTS (SELECT 1 FROM membre m WHERE m.contact_id = c.id AND m.groupe_id = ?"
		    " AND m.fin IS NULL) AS membre"
		    " FROM acces a JOIN contact_public cp ON cp.public_id = a.public_id"
		    " JOIN contact c ON c.id = cp.contact_id AND c.acces > 0"
		    " WHERE a.liste_id = ?) x"),
		I(groupe), I(liste));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *name = arena_printf(&r->mem, "%s.%s", into, names[i]);

		say_number(r, name, said_id(r, name));
	}
}
