/* appartenance.h - who is in which group, as far as a reader may be told
 *
 * membre and groupe_arbre know of all groups, hidden ones too.  A statement that serves a reader
 * names them through this file: tests/lint keeps it so, but for the files that it lists with their
 * reason. The right on a group is asked once a group, never once a member.
 *
 * Figures are the same for all who read them, and kept (tableau.c): a hidden group counts in its
 * own, never in those of the groups above it or of everybody.  A list that a figure leads to says
 * the same.
 */
#ifndef APPARTENANCE_H
#define APPARTENANCE_H

#include "domain/acces/acces.h"

/* Does the reader see group G, an expression?  Binds ME(r). */
#define GROUP_SEEN(g) \
	"EXISTS (SELECT 1 FROM objet og_ WHERE og_.id = " g \
	" AND og_.genre = 'groupe' AND " SEES("og_") ")"

/* A table: groupe_id of a group and of those below that the reader sees.  Binds BELOW_ME(). */
#define GROUPS_BELOW \
	"(SELECT t_.groupe_id FROM groupe_arbre t_ JOIN objet og_ ON og_.id = t_.groupe_id" \
	" WHERE t_.ancetre_id = ? AND " SEES("og_") ")"
#define BELOW_ME(r, groupe) I(groupe), ME(r)

/* A table: contact_id of those who are in one of them, each once.  Binds BELOW_ME(). */
#define MEMBERS_BELOW \
	"(SELECT DISTINCT m_.contact_id FROM " GROUPS_BELOW \
	" b_ JOIN membre m_ ON m_.groupe_id = b_.groupe_id AND m_.fin IS NULL)"

/* FROM, or JOIN: memberships M, now or before, of groups that the reader sees.  Binds ME(r). */
#define MEMBERSHIPS(m) \
	"membre " m " JOIN objet " m "_g ON " m "_g.id = " m ".groupe_id AND " SEES(m "_g")

/* Those that count in figures: of groups that are not hidden. */
#define COUNTED(m) \
	"membre " m " JOIN groupe " m "_g ON " m "_g.id = " m ".groupe_id AND " m \
	"_g.ouverture <> 'cache'"

/* Those that count in the figures of group a.ancetre_id: of that group, and of those below that no
 * hidden one is among or above. */
#define COUNTED_BELOW(m) \
	"groupe_arbre a JOIN membre " m " ON a.coupures = 0 AND " m ".groupe_id = a.groupe_id"

/* Of a group, and of a person, that the statement asks the right on by itself: how many people it
 * has; is WHO in it? */
#define MEMBERS_OF(g) \
	"(SELECT COUNT(DISTINCT n_.contact_id) FROM membre n_ WHERE n_.groupe_id = " g \
	" AND n_.fin IS NULL)"
#define IN_GROUP(g, who) \
	"EXISTS (SELECT 1 FROM membre n_ WHERE n_.groupe_id = " g " AND n_.contact_id = " who \
	" AND n_.fin IS NULL)"

#define ROLE_IN(g, who) \
	"(SELECT MIN(n_.role) FROM membre n_ WHERE n_.groupe_id = " g " AND n_.contact_id = " who \
	" AND n_.fin IS NULL AND n_.role <> 'membre')"

/* Has the person of membership M another role in the same group, till the same day? */
#define IN_ANOTHER_ROLE(m) \
	"EXISTS (SELECT 1 FROM membre n_ WHERE n_.contact_id = " m \
	".contact_id AND n_.groupe_id = " m ".groupe_id AND n_.role <> 'membre' AND n_.fin <=> " m \
	".fin)"

/* Is the reader (binds her id) in group G?  Of her own groups nothing is hidden from her. */
#define MINE(g) IN_GROUP(g, "?")
/* A set: contact_id of those who are in one of her groups.  Binds her id. */
#define PEERS \
	"(SELECT b_.contact_id FROM membre a_ JOIN membre b_ ON b_.groupe_id = a_.groupe_id" \
	" AND b_.fin IS NULL WHERE a_.contact_id = ? AND a_.fin IS NULL)"
/* FROM, or JOIN: her own memberships of today, as M.  Binds her id. */
#define OWN_MEMBERSHIPS(m) \
	"(SELECT o_.groupe_id, o_.role, o_.contact_id, o_.montre FROM membre o_" \
	" WHERE o_.contact_id = ? AND o_.fin IS NULL) " m
/* The groups of WHO, a column or "?", as the menu has them, five at most: JSON for say_json(), or
 * NULL.  One pass, without a table of its own: those cost more than all the rest (GROUP_CONCAT). */
#define OWN_GROUPS_JSON(who) \
	"SELECT CONCAT('[', GROUP_CONCAT(DISTINCT JSON_OBJECT('id', o.id, 'titre', o.titre," \
	" 'teinte', t.teinte) ORDER BY t.ordre, o.titre LIMIT 5), ']') FROM membre m" \
	" JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL" \
	" JOIN groupe g ON g.id = o.id JOIN groupe_type t ON t.cle = g.type" \
	" WHERE m.contact_id = " who " AND m.fin IS NULL"
/* The same with those of before, their days; what those groups are called may no longer be hers. */
#define LIFE(m) \
	"(SELECT o_.id, o_.groupe_id, o_.role, o_.debut, o_.fin, o_.origine FROM membre o_" \
	" WHERE o_.contact_id = ?) " m

/* FROM: the memberships M of today in her own groups, hers as moi.  Binds her id. */
#define BESIDE_ME(m) \
	OWN_MEMBERSHIPS("moi") \
	" JOIN membre " m " ON " m ".groupe_id = moi.groupe_id AND " m ".fin IS NULL"

/* FROM: the memberships M of today of the groups that groupes_counted() found.  Binds AMONG(). */
#define MEMBERS_AMONG(m) \
	"JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) s_ JOIN membre " m " ON " m \
	".groupe_id = s_.id AND " m ".fin IS NULL"
#define AMONG(ids) S(arena_printf(&r->mem, "[%s]", ids))

/* A table: id of those publics, and of the groups below those that are groups, as a list of access
 * counts them (liste.c).  Binds PUBLICS(ids) of "1,2". */
#define PUBLICS_BELOW \
	"(SELECT s_.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) s_" \
	" UNION SELECT v_.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) s_" \
	" JOIN public g_ ON g_.id = s_.id AND g_.genre IN ('groupe', 'equipe')" \
	" JOIN groupe_arbre t_ ON t_.ancetre_id = CAST(g_.cle AS SIGNED)" \
	" JOIN public v_ ON v_.genre = g_.genre AND v_.cle = CONCAT(t_.groupe_id, ''))"
#define PUBLICS(ids) AMONG(ids), AMONG(ids)

bool groupe_seen(struct req *, int64_t groupe_id);
const char *groupes_counted(struct req *, int64_t groupe_id);

#endif
