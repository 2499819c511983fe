/* acces.c - the publics a person belongs to, and the list that says who may see that person
 *
 * Both follow from the person's status, groups and roles.  They are computed for a set of
 * people at once (the table lot), in the transaction that changed them.
 *
 * Who sees whom is the grid's to say (/admin/droits; liste.c): a person is of one of the kinds
 * of `grille` (closed, prospect, volunteer or staff) and of groups.  Whoever is in a group sees
 * its coordination.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/acces/acces.h"
#include "net/live.h"

/* The set of people that acces_lot() works on: of this connection, in this transaction. */
void
acces_lot_clear(struct req *r)
{
	db_exec(r, SQL("DELETE FROM lot WHERE connexion = CONNECTION_ID()"));
}

void
acces_lot_add(struct req *r, int64_t contact_id)
{
	db_exec(r, SQL("INSERT IGNORE INTO lot VALUES (CONNECTION_ID(), ?)"), I(contact_id));
}

/* May the people of the lot enter?  Only what the CRM says in so many words opens the door, unless
 * an administrator closed it (compte/fermeture.c); who is put aside comes no further than herself;
 * acces_lot() begins with this. */
void
acces_levels(struct req *r)
{
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN contact c ON l.contact_id = c.id"
		    " AND l.connexion = CONNECTION_ID()"
		    " SET c.acces = IF(c.retire_le IS NOT NULL OR EXISTS"
		    " (SELECT 1 FROM acces_ferme f WHERE f.contact_id = c.id),"
		    " 0, LEAST(" ACCES_LEVEL(
			    "c.statut", "c.type_contact") ", IF(c.limite_le IS NULL, 3, 1)))"));
}

/* Whoever is put aside (limite.h) is of no public. */
#define BELONGS "c.acces > 0 AND c.limite_le IS NULL"

/* Publics of the people of the lot who may enter, each found by its key: MORE leads from c, the
 * person, to p. */
#define GIVES(more) \
	"SELECT STRAIGHT_JOIN c.id, p.id FROM lot l JOIN contact c ON c.id = l.contact_id" \
	" AND " BELONGS " " more " WHERE l.connexion = CONNECTION_ID()"

/* Statuses and the like, then the conversations she takes part in, and events she is invited to. */
#define BY_STATUS GIVES("JOIN public p ON p.genre = 'statut' AND p.cle = c.statut")
#define BY_TYPE GIVES("JOIN public p ON p.genre = 'type' AND p.cle = c.type_contact")
#define BY_SELF GIVES("JOIN public p ON p.genre = 'personne' AND p.cle = CONCAT(c.id, '')")
#define BY_ACCOUNT \
	GIVES("JOIN compte co ON co.contact_id = c.id AND c.acces = 3" \
	      " JOIN public p ON p.genre = 'role' AND p.cle = co.role")
#define BY_KIND \
	GIVES("JOIN champ f ON f.cle = 'types_benevolat'" \
	      " JOIN champ_valeur v ON v.contact_id = c.id AND v.champ_id = f.id" \
	      " JOIN public p ON p.genre = 'benevolat' AND p.cle = v.valeur")
/* "26:2": the people of a département who may do as much. */
#define BY_TERRITORY \
	GIVES("JOIN public p ON p.genre = 'territoire'" \
	      " AND p.cle = CONCAT(c.departement, ':', c.acces)")
#define BY_CONVERSATION \
	"SELECT STRAIGHT_JOIN c.id, v.public_id FROM lot l JOIN contact c ON c.id = l.contact_id" \
	" AND " BELONGS \
	" JOIN conversation_participant p ON p.contact_id = c.id AND p.parti_le IS NULL" \
	" JOIN conversation v ON v.id = p.conversation_id WHERE l.connexion = CONNECTION_ID()"
#define BY_INVITATION \
	"SELECT STRAIGHT_JOIN c.id, e.public_id FROM lot l JOIN contact c ON c.id = l.contact_id" \
	" AND " BELONGS " JOIN evenement_invite i ON i.contact_id = c.id" \
	" JOIN evenement e ON e.id = i.evenement_id AND e.public_id IS NOT NULL" \
	" WHERE l.connexion = CONNECTION_ID()"

/* A membership gives what is named by the group alone; a role in it, by both, in that group and in
 * any ("0:"). */
#define BY_GROUP \
	GIVES("JOIN membre m ON m.contact_id = c.id AND m.fin IS NULL" \
	      " LEFT JOIN groupe_role x ON x.cle = m.role" \
	      " JOIN public p ON p.cle = CONCAT(m.groupe_id, '')" \
	      " AND (p.genre IN ('groupe', IF(c.acces > 1, 'equipe', 'prospects'))" \
	      " OR (p.genre = 'coordination' AND x.coordination AND c.acces > 1))")
#define IN_ROLE(coordination) \
	"JOIN membre m ON m.contact_id = c.id AND m.fin IS NULL AND m.role <> 'membre'" \
	" AND c.acces > 1 JOIN groupe_role x ON x.cle = m.role AND x.coordination = " coordination
#define BY_PROFILE \
	GIVES(IN_ROLE("1") " JOIN public p ON p.genre = 'profil' AND p.cle = 'coordination'")

/* Coordination that the CRM or the staff gave, in a group whose type is for that, has rights over
 * people; what volunteers give one another has the group alone, and no line of the grid in groups
 * that anybody makes. */
#define IN_TYPE "JOIN groupe gr ON gr.id = m.groupe_id JOIN groupe_type ty ON ty.cle = gr.type"
#define CONFIRMED(more) \
	GIVES(IN_ROLE("1") " AND " ROLE_CONFIRMED("m") " " IN_TYPE \
						       " AND ty.encadre JOIN public p ON " more)
#define BY_CONFIRMED CONFIRMED("p.cle = CONCAT(m.groupe_id, '') AND p.genre = 'encadrement'")
#define BY_CONFIRMED_PROFILE CONFIRMED("p.genre = 'profil' AND p.cle = 'encadrement'")
#define BY_ROLE \
	GIVES(IN_ROLE("0") " " IN_TYPE " AND ((ty.encadre AND NOT ty.libre)" \
			   " OR " ROLE_CONFIRMED( \
				   "m") ") JOIN (SELECT 0 AS partout UNION ALL SELECT 1) k JOIN" \
					" (SELECT 0 AS tous UNION ALL SELECT 1) n" \
					" JOIN public p ON p.genre = 'role_groupe'" \
					" AND p.cle = CONCAT(IF(k.partout, 0, m.groupe_id), ':'," \
					" IF(n.tous, '', m.role))")

#define UNION " UNION ALL "
#define GIVE "INSERT IGNORE INTO contact_public (contact_id, public_id) "

static void
give_publics(struct req *r)
{
	db_exec(r,
		SQL(GIVE BY_STATUS UNION BY_TYPE UNION BY_SELF UNION BY_ACCOUNT UNION BY_KIND UNION
				BY_TERRITORY UNION BY_CONVERSATION UNION BY_INVITATION));
	db_exec(r,
		SQL(GIVE BY_GROUP UNION BY_PROFILE UNION BY_CONFIRMED UNION BY_CONFIRMED_PROFILE
				UNION BY_ROLE));
}

/* Those of the lot whose pages listen, and what they may hear by. */
struct listener {
	struct listener *next;
	int64_t id;
	const char *publics;
};

static struct listener *
listeners(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT STRAIGHT_JOIN k.contact_id, COALESCE(GROUP_CONCAT(cp.public_id"
		    " ORDER BY cp.public_id), '') FROM lot l"
		    " JOIN canal k ON k.contact_id = l.contact_id AND k.vu_le > ?"
		    " LEFT JOIN contact_public cp ON cp.contact_id = k.contact_id"
		    " WHERE l.connexion = CONNECTION_ID()"
		    " GROUP BY k.contact_id ORDER BY k.contact_id DESC"),
		S(clock_sql(&r->mem, clock_now() - LIVE_SECONDS)));
	struct listener *all = NULL;

	while (db_next(rows, &r->mem)) {
		struct listener *one = arena_alloc(&r->mem, sizeof *one);

		*one = (struct listener) { all, db_num(rows, 0),
			arena_strdup(&r->mem, db_text(rows, 1)) };
		all = one;
	}
	return all;
}

/* Whoever is of other publics than BEFORE listens no more, once this is committed (live_flush()):
 * her page asks again, and is told of what she still sees. */
static void
ask_again(struct req *r, const struct listener *before)
{
	const struct listener *now = before != NULL ? listeners(r) : NULL;

	for (; now != NULL && before != NULL; now = now->next, before = before->next)
		if (strcmp(now->publics, before->publics) != 0)
			live_end_person(r, now->id);
}

static void
publics(struct req *r)
{
	struct listener *before = listeners(r);

	db_exec(r,
		SQL("DELETE cp FROM lot l STRAIGHT_JOIN contact_public cp ON l.contact_id ="
		    " cp.contact_id AND l.connexion = CONNECTION_ID()"));
	give_publics(r);
	ask_again(r, before);
}

/* What describes the list of each person, and the key that a list is found by (liste.c). */
#define LIST_TEXT \
	"IF(c.limite_le IS NOT NULL, 'limite:0::'," \
	" CONCAT('contact:', IF(c.acces >= 2 AND c.discret, 3, LEAST(c.acces, 2)), ':'," \
	" COALESCE((SELECT GROUP_CONCAT(DISTINCT m.groupe_id ORDER BY m.groupe_id) FROM membre m" \
	" WHERE m.contact_id = c.id AND m.fin IS NULL AND c.acces > 0), ''), ':'," \
	" COALESCE((SELECT GROUP_CONCAT(DISTINCT m.groupe_id ORDER BY m.groupe_id) FROM membre m" \
	" JOIN groupe_role x ON x.cle = m.role AND x.coordination" \
	" WHERE m.contact_id = c.id AND m.fin IS NULL AND c.acces > 1), '')))"
#define LIST_KEY "IF(LENGTH(t.texte) <= 700, t.texte, CONCAT('sha256:', SHA2(t.texte, 256)))"

/* The list of each, as text, then as the id of an equal list; new lists are made on the way.
 * GROUP BY has each text made once. */
static void
lists(struct req *r)
{
	struct rows *texts = db_rows(r,
		SQL("SELECT STRAIGHT_JOIN t.id, t.texte, COALESCE(x.id, 0) FROM (SELECT"
		    " STRAIGHT_JOIN c.id, " LIST_TEXT
		    " AS texte FROM lot l JOIN contact c ON c.id = l.contact_id"
		    " WHERE l.connexion = CONNECTION_ID() GROUP BY c.id) t"
		    " LEFT JOIN liste_acces x ON x.cle = CONVERT(" LIST_KEY
		    " USING ascii) COLLATE ascii_bin"
		    " ORDER BY t.texte"));
	struct buffer all = { &r->mem };
	const char *last = "";
	int64_t list = 0;
	bool more = false;

	while (db_next(texts, &r->mem)) {
		const char *text = db_text(texts, 1);

		if (strcmp(text, last) != 0) {
			last = arena_strdup(&r->mem, text);
			list = db_num(texts, 2);
			if (list == 0) {
				list = liste_new(r, last);
				more = true;
			}
		}
		json_add(&all, JR("i", db_text(texts, 0)), JN("l", list));
	}
	if (all.n == 0)
		return;
	if (more)
		liste_expand(r);
	db_exec(r,
		SQL("UPDATE JSON_TABLE(?, '$[*]' COLUMNS (i BIGINT PATH '$.i',"
		    " l BIGINT PATH '$.l')) j"
		    " STRAIGHT_JOIN objet o ON o.id = j.i SET o.liste_id = j.l"
		    " WHERE o.liste_id <> j.l"),
		S(json_list(&all)));
}

/* Do the other members read the contact details of the person of membership m, in group g of type
 * t? What she chose; else the rule of the type, and never in a group that anybody joins, or joined
 * when she did. */
#define SHOWS \
	"COALESCE((SELECT k_.oui FROM coordonnees_choix k_ WHERE k_.contact_id = m.contact_id" \
	" AND k_.type = g.type), t.coordonnees AND g.ouverture <> 'ouvert' AND NOT m.libre)"
#define OF_TYPE "JOIN groupe g ON g.id = m.groupe_id JOIN groupe_type t ON t.cle = g.type"

/* Who shows her contact details, after the rule changed for a group, or for those of a type. */
void
acces_coordonnees_groupe(struct req *r, int64_t groupe_id)
{
	db_exec(r,
		SQL("UPDATE membre m " OF_TYPE " SET m.montre = " SHOWS
		    " WHERE m.groupe_id = ? AND m.montre <> " SHOWS),
		I(groupe_id));
}

void
acces_coordonnees_type(struct req *r, const char *type)
{
	db_exec(r,
		SQL("UPDATE membre m " OF_TYPE " SET m.montre = " SHOWS
		    " WHERE g.type = ? AND m.montre <> " SHOWS),
		S(type));
}

/* What memberships hold of the person: who shows her contact details, and the copies of the sort
 * key that filtered lists are read in the order of. */
static void
copies(struct req *r)
{
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN champ_valeur v ON l.contact_id = v.contact_id"
		    " AND l.connexion = CONNECTION_ID()"
		    " JOIN contact c ON c.id = l.contact_id SET v.tri = c.tri"
		    " WHERE v.tri <> c.tri"));
	db_exec(r,
		SQL("UPDATE lot l STRAIGHT_JOIN membre m ON l.contact_id = m.contact_id"
		    " AND l.connexion = CONNECTION_ID()"
		    " JOIN contact c ON c.id = l.contact_id " OF_TYPE
		    " SET m.tri = c.tri, m.montre = " SHOWS
		    " WHERE m.tri <> c.tri OR m.montre <> " SHOWS));
}

/* Compute again what follows from groups and roles, for all people of the lot, once their levels
 * are known. */
void
acces_follow(struct req *r)
{
	publics(r);
	lists(r);
	copies(r);
}

/* The same, levels first. */
void
acces_lot(struct req *r)
{
	acces_levels(r);
	acces_follow(r);
}

/* The same for one person. */
void
acces_contact(struct req *r, int64_t contact_id)
{
	acces_lot_clear(r);
	acces_lot_add(r, contact_id);
	acces_lot(r);
	acces_lot_clear(r);
}

/* The lot becomes the next people by number, a thousand at most, after *LAST, which moves to the
 * last of them.  How many; 0: there are no more. */
int64_t
acces_lot_next(struct req *r, int64_t *last)
{
	int64_t n;

	acces_lot_clear(r);
	n = db_exec(r,
		SQL("INSERT INTO lot SELECT CONNECTION_ID(), id FROM contact WHERE id > ?"
		    " ORDER BY id LIMIT 1000"),
		I(*last));
	*last = db_int(r, SQL("SELECT MAX(contact_id) FROM lot WHERE connexion = CONNECTION_ID()"));
	return n;
}

/* The same for everybody, in transactions of their own: after the rules themselves changed. */
void
acces_everybody(struct req *r)
{
	struct req own = { 0 };

	for (int64_t last = 0, n = 1; n > 0; arena_reset(&own.mem)) {
		db_begin(false);
		n = acces_lot_next(&own, &last);
		acces_lot(&own);
		acces_lot_clear(&own);
		db_commit();
	}
	db_exec(r, SQL("DELETE FROM reglage WHERE cle = 'acces_refaire'"));
}
