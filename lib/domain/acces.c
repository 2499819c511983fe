/* acces.c - the publics a person belongs to, and the list that says who may see that person
 *
 * Both follow from the person's status, groups and roles.  They are computed for a set of
 * people at once (the table lot), in the transaction that changed them.
 *
 * Who sees whom: volunteers and staff are seen by volunteers (unless they chose not to be) and
 * staff; prospects by staff
 * and the coordination of their groups; everybody else known by staff alone.  Whoever is in a
 * group sees its coordination.  Coordination manages the members of its group,
 * administrators everybody.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"
#include "domain/acces.h"

enum { CLE = 700 };

/* The id of that public, made if it is new. */
int64_t
public_id(struct req *r, const char *genre, const char *cle, const char *titre)
{
	int64_t id = db_int(
		r, SQL("SELECT id FROM public WHERE genre = ? AND cle = ?"), S(genre), S(cle));

	return id != 0 ?
		id :
		db_insert(r, SQL("INSERT INTO public (genre, cle, titre) VALUES (?, ?, ?)"),
			S(genre), S(cle), S(titre));
}

static void
fill_list(struct req *r, int64_t id, const char *text)
{
	for (const char *s = text; *s != '\0'; s += *s == ',') {
		char *end;
		long droit = strtol(s, &end, 10);
		int64_t who = strtoll(end + 1, &end, 10);

		db_exec(r,
			SQL("INSERT INTO acces (liste_id, public_id, droit) VALUES (?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE droit = GREATEST(droit, VALUES(droit))"),
			I(id), I(who), I(droit));
		s = end;
	}
}

/* The id of the list that TEXT describes ("1:2,1:3,3:4": right:public in order), made if it
 * is new. */
int64_t
liste_id(struct req *r, const char *text)
{
	const char *cle = strlen(text) <= CLE ?
		text :
		arena_printf(&r->mem, "sha256:%s", sha256_hex(&r->mem, text, strlen(text)));
	int64_t id = db_int(r, SQL("SELECT id FROM liste_acces WHERE cle = ?"), S(cle));

	if (id == 0) {
		id = db_insert(r, SQL("INSERT INTO liste_acces (cle) VALUES (?)"), S(cle));
		fill_list(r, id, text);
	}
	return id;
}

/* The set of people that acces_lot() works on: of this connection, in this transaction. */
void
lot_clear(struct req *r)
{
	db_exec(r, SQL("DELETE FROM lot WHERE connexion = CONNECTION_ID()"));
}

void
lot_add(struct req *r, int64_t contact_id)
{
	db_exec(r, SQL("INSERT IGNORE INTO lot VALUES (CONNECTION_ID(), ?)"), I(contact_id));
}

/* May the people of the lot enter?  Only what the CRM says in so many words opens the door;
 * acces_lot() begins with this. */
void
acces_levels(struct req *r)
{
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN contact c ON l.contact_id = c.id AND l.connexion = CONNECTION_ID()"
		    " SET c.acces = CASE WHEN c.retire_le IS NOT NULL OR c.statut = 'ancien' THEN 0"
		    " WHEN c.type_contact = 'salarie' THEN 3 WHEN c.statut = 'confirme' THEN 2"
		    " WHEN c.statut = 'prospect' THEN 1 ELSE 0 END"));
}

static void
publics_of_groups(struct req *r)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO public (genre, cle, titre)"
		    " SELECT STRAIGHT_JOIN DISTINCT 'groupe', m.groupe_id, LEFT(o.titre, 250) FROM lot l"
		    " JOIN membre m ON m.contact_id = l.contact_id JOIN objet o ON o.id = m.groupe_id"
		    " LEFT JOIN public p ON p.genre = 'groupe' AND p.cle = m.groupe_id"
		    " WHERE l.connexion = CONNECTION_ID() AND p.id IS NULL"));
	db_exec(r,
		SQL("INSERT IGNORE INTO public (genre, cle, titre)"
		    " SELECT STRAIGHT_JOIN DISTINCT 'coordination', m.groupe_id, LEFT(CONCAT('Coordination, ', o.titre), 250) FROM lot l"
		    " JOIN membre m ON m.contact_id = l.contact_id JOIN objet o ON o.id = m.groupe_id"
		    " LEFT JOIN public p ON p.genre = 'coordination' AND p.cle = m.groupe_id"
		    " WHERE l.connexion = CONNECTION_ID() AND p.id IS NULL"));
}

static void
publics(struct req *r)
{
	publics_of_groups(r);
	db_exec(r,
		SQL("DELETE cp FROM lot l STRAIGHT_JOIN contact_public cp ON l.contact_id = cp.contact_id"
		    " AND l.connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT STRAIGHT_JOIN c.id, p.id FROM lot l JOIN contact c ON c.id = l.contact_id AND c.acces > 0"
		    " JOIN public p ON (p.genre = 'statut' AND p.cle = c.statut)"
		    " OR (p.genre = 'type' AND p.cle = c.type_contact)"
		    " WHERE l.connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT STRAIGHT_JOIN c.id, p.id FROM lot l JOIN contact c ON c.id = l.contact_id AND c.acces = 3"
		    " JOIN compte co ON co.contact_id = c.id JOIN public p ON p.genre = 'role' AND p.cle = co.role"
		    " WHERE l.connexion = CONNECTION_ID()"));
	db_exec(r,
		SQL("INSERT IGNORE INTO contact_public (contact_id, public_id)"
		    " SELECT STRAIGHT_JOIN c.id, p.id FROM lot l JOIN contact c ON c.id = l.contact_id AND c.acces > 0"
		    " JOIN membre m ON m.contact_id = c.id AND m.fin IS NULL"
		    " JOIN public p ON p.cle = m.groupe_id AND (p.genre = 'groupe'"
		    " OR (p.genre = 'coordination' AND m.role = 'coordination' AND c.acces > 1))"
		    " WHERE l.connexion = CONNECTION_ID()"));
}

/* The list of each, as text, then as the id of an equal list; new lists are made on the way. */
static void
lists(struct req *r)
{
	struct rows *texts = db_rows(r,
		SQL("SELECT STRAIGHT_JOIN c.id, CONCAT_WS(',', IF(c.acces >= 2 AND NOT c.discret, '1:2', NULL), '1:3', '3:4',"
		    " (SELECT GROUP_CONCAT(DISTINCT '3:', p.id ORDER BY p.id) FROM membre m"
		    " JOIN public p ON p.genre = 'coordination' AND p.cle = m.groupe_id"
		    " WHERE m.contact_id = c.id AND m.fin IS NULL AND c.acces > 0),"
		    " (SELECT GROUP_CONCAT(DISTINCT '1:', p.id ORDER BY p.id) FROM membre m"
		    " JOIN public p ON p.genre = 'groupe' AND p.cle = m.groupe_id"
		    " WHERE m.contact_id = c.id AND m.fin IS NULL AND m.role = 'coordination' AND c.acces > 1)) AS texte"
		    " FROM lot l JOIN contact c ON c.id = l.contact_id WHERE l.connexion = CONNECTION_ID()"
		    " ORDER BY texte"));
	struct str all = { &r->mem };
	const char *last = "";
	int64_t list = 0;

	while (db_next(texts, &r->mem)) {
		const char *text = db_text(texts, 1);

		if (strcmp(text, last) != 0) {
			last = arena_strdup(&r->mem, text);
			list = liste_id(r, last);
		}
		str_puts(&all,
			arena_printf(&r->mem, "%s{\"i\":%s,\"l\":%" PRId64 "}",
				all.n == 0 ? "[" : ",", db_text(texts, 0), list));
	}
	if (all.n == 0)
		return;
	str_char(&all, ']');
	db_exec(r,
		SQL("UPDATE JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$.i', l BIGINT PATH '$.l')) j"
		    " STRAIGHT_JOIN objet o ON o.id = j.i SET o.liste_id = j.l WHERE o.liste_id <> j.l"),
		S(str_text(&all)));
}

/* The copies of the sort key that filtered lists are read in the order of. */
static void
sort_keys(struct req *r)
{
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN champ_valeur v ON l.contact_id = v.contact_id AND l.connexion = CONNECTION_ID()"
		    " JOIN contact c ON c.id = l.contact_id SET v.tri = c.tri WHERE v.tri <> c.tri"));
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN membre m ON l.contact_id = m.contact_id AND l.connexion = CONNECTION_ID()"
		    " JOIN contact c ON c.id = l.contact_id SET m.tri = c.tri WHERE m.tri <> c.tri"));
}

/* Compute again what follows from status, groups and roles, for all people of the lot. */
void
acces_lot(struct req *r)
{
	acces_levels(r);
	publics(r);
	lists(r);
	sort_keys(r);
}

/* The same for one person. */
void
acces_contact(struct req *r, int64_t contact_id)
{
	lot_clear(r);
	lot_add(r, contact_id);
	acces_lot(r);
	lot_clear(r);
}
