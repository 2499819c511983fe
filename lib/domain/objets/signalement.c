/* signalement.c - a text that somebody reports to who moderates
 *
 * Who moderates is who manages the text: the coordination of its group, and those whom the rights
 * of the group put above it.  Nobody is judge of her own text, and who wrote it never learns who
 * reports it.
 */

#include <string.h>

#include "domain/acces/acces.h"
#include "domain/objets/adresse.h"
#include "domain/objets/avis.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/signalement.h"
#include "domain/objets/texte.h"
#include "domain/socle/alone.h"
#include "domain/socle/journal.h"

enum { EXTRAIT = 600 };

/* The reader may settle what is said of the objet o; binds JUDGE(r). */
#define JUDGES MANAGES("o") " AND COALESCE(o.cree_par, 0) <> ?"
#define JUDGE(r) ME(r), I((r)->user.id)

/* The reader reports it, once as long as it is open. */
void
signalement_create(struct req *r, int64_t objet_id, const char *motif)
{
	reader_alone(r);
	if (db_int(r,
		    SQL("SELECT 1 FROM signalement WHERE objet_id = ? AND contact_id = ?"
			" AND etat = 'ouvert' LOCK IN SHARE MODE"),
		    I(objet_id), I(r->user.id)) != 0)
		return;
	db_exec(r,
		SQL("INSERT INTO signalement (objet_id, contact_id, motif, cree_le)"
		    " VALUES (?, ?, ?, UTC_TIMESTAMP())"),
		I(objet_id), I(r->user.id), S(motif));
	journal(r, "signalement.cree", objet_id, NULL, NULL);
	avis_signalement(r, objet_id);
}

/* How many are open, of what the reader manages, in that group (0: everywhere). */
int64_t
signalement_count(struct req *r, int64_t groupe_id)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM signalement s JOIN objet o ON o.id = s.objet_id"
		    " WHERE s.etat = 'ouvert' AND (? = 0 OR o.cadre_id = ?) AND " JUDGES),
		I(groupe_id), I(groupe_id), JUDGE(r));
}

static void
dress(struct req *r, struct row *row)
{
	ecrit_say_author(r, row);
	ecrit_say_when(r, row, "cree_le", "quand");
	ecrit_say_when(r, row, "traite_le", "traite");
	/* what was taken away has no title either, nor is one made of the text a title */
	if (row_int(row, "parti") != 0 ||
		strcmp(texte_ligne(r, row_text(row, "texte"), 80), row_text(row, "titre")) == 0)
		row_say(row, "titre", "");
	row_say(row, "texte", texte_ligne(r, row_text(row, "texte"), EXTRAIT));
	row_say(row, "url",
		adresse(r, row_text(row, "genre"), row_id(row, "objet_id"),
			row_id(row, "cadre_id")));
}

/* Say items.N: the open ones first, of what the reader manages, in that group (0: everywhere). */
void
signalement_say(struct req *r, int64_t groupe_id)
{
	db_list(r, "items",
		SQL("SELECT s.id, s.objet_id, s.motif, s.cree_le, s.etat, s.traite_le, o.genre,"
		    " o.cadre_id, og.titre AS groupe,"
		    " o.titre, COALESCE(x.texte, '') AS texte,"
		    " x.objet_id IS NULL AS parti, o.cree_par AS auteur_id, a.prenom,"
		    " a.nom,"
		    " TRIM(CONCAT(COALESCE(c.prenom, ''), ' ', COALESCE(c.nom, ''))) AS par"
		    " FROM signalement s JOIN objet o ON o.id = s.objet_id"
		    " LEFT JOIN objet og ON og.id = o.cadre_id"
		    " LEFT JOIN recherche x ON x.objet_id = o.id"
		    " LEFT JOIN contact a ON a.id = o.cree_par"
		    " LEFT JOIN contact c ON c.id = s.contact_id"
		    " WHERE (? = 0 OR o.cadre_id = ?) AND " JUDGES
		    " ORDER BY s.etat = 'ouvert' DESC, s.id DESC LIMIT 12"),
		I(groupe_id), I(groupe_id), JUDGE(r));
	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row))
		dress(r, row);
}

/* Settle all reports of that text: "retire", which the caller then takes away by what its kind asks
 * for (Signale.genre), or "garde", which lets it stand.  The objet; 0: there is no such report that
 * the reader may settle. */
int64_t
signalement_settle(struct req *r, int64_t id, const char *etat)
{
	int64_t objet_id;

	if (!db_one(r, "Signale",
		    SQL("SELECT s.objet_id, o.genre FROM signalement s"
			" JOIN objet o ON o.id = s.objet_id"
			" WHERE s.id = ? AND s.etat = 'ouvert' AND " JUDGES),
		    I(id), JUDGE(r)))
		return 0;
	objet_id = said_id(r, "Signale.objet_id");
	avis_decision(r, objet_id, strcmp(etat, "retire") == 0);
	db_exec(r,
		SQL("UPDATE signalement SET etat = ?, traite_le = UTC_TIMESTAMP(), traite_par = ?"
		    " WHERE objet_id = ? AND etat = 'ouvert'"),
		S(etat), I(r->user.id), I(objet_id));
	journal(r, "signalement.traite", objet_id, NULL, NULL);
	return objet_id;
}
