/* nommes.h - people as lists and pickers show them: found by their name, with a face
 *
 * A picker finds, among those that WHERE lets it offer, the people of a name, those of the groups
 * of who asks first; ou, a group of theirs that she sees, of a field that whoever sees a person
 * reads, tells namesakes apart:
 *
 * 	if (nom_lit(r, q, &nom))
 * 		db_list(r, "items", SQL(NOMMES("c.acces > 0")), NOMMES_DE(r, nom));
 *
 * In WHERE, c is the contact and oc its objet; what it binds comes after.
 */
#ifndef NOMMES_H
#define NOMMES_H

#include "domain/acces/appartenance.h"

struct nom {
	const char *debut; /* the beginning of the longest word, for LIKE */
	const char *mots;  /* those of all, a JSON array */
};

/* "That address is in COLUMN", in any case of letters: to the base alone an accent is none.  Binds
 * the address, twice. */
#define ADRESSE_EST(column) "(" column " = ? AND LOWER(" column ") = LOWER(?) COLLATE utf8mb4_bin)"

/* "The person CONTACT bears a name with each of the words": binds S(nom.mots); "[]" is
 * everybody. */
#define PORTE_NOM(contact) \
	"NOT EXISTS (SELECT 1 FROM JSON_TABLE(?, '$[*]'" \
	" COLUMNS (debut VARCHAR(250) COLLATE utf8mb4_bin PATH '$')) nw" \
	" WHERE NOT EXISTS (SELECT 1 FROM contact_mot nm JOIN champ nh ON nh.id = nm.champ_id" \
	" AND nh.cle IN ('prenom', 'nom') WHERE nm.contact_id = " contact \
	" AND nm.mot LIKE nw.debut))"
#define NOMMES(where) \
	"SELECT k.id, k.prenom, k.nom, (SELECT mg_g.titre FROM " MEMBERSHIPS( \
		"mg") " WHERE mg.contact_id = k.id AND mg.fin IS NULL AND mg_g.archive_le IS NULL" \
		      " AND NOT EXISTS (SELECT 1 FROM groupe gg" \
		      " JOIN champ hg ON hg.id = gg.champ_id" \
		      " WHERE gg.id = mg_g.id AND hg.lecture > 1)" \
		      " ORDER BY mg_g.id LIMIT 1) AS ou" \
		      " FROM (SELECT c.id, c.prenom, c.nom, c.tri, c.id IN " PEERS " AS proche" \
		      " FROM contact c JOIN objet oc ON oc.id = c.id" \
		      " WHERE c.id IN (SELECT m.contact_id FROM contact_mot m" \
		      " JOIN champ h ON h.id = m.champ_id" \
		      " AND h.cle IN ('prenom', 'nom') WHERE m.mot LIKE ?) AND " PORTE_NOM( \
			      "c.id") " AND " where \
				      " ORDER BY proche DESC, c.tri, c.id LIMIT 8) k" \
				      " ORDER BY k.proche DESC, k.tri, k.id"
#define NOMMES_DE(r, nom) ME(r), I((r)->user.id), S((nom).debut), S((nom).mots)

bool nom_lit(struct req *, const char *q, struct nom *);
void visage(struct req *, struct row *row, const char *id);
void visages(struct req *, const char *list, const char *id);

#endif
