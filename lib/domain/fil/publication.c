/* publication.c - what is published in a group: written, changed, pinned, taken away */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/fil/fil_cycle.h"
#include "domain/fil/publication.h"
#include "domain/fil/sondage.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/avis.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/fichier.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"

/* What the reader may do with what that group holds: 0 nothing, VOIR, CONTRIBUER, GERER.  Its list
 * of access says it and nothing else does: a group has one from its birth (ouverture_apply()). */
int
publication_droit(struct req *r, int64_t groupe_id)
{
	return (int) db_int(r,
		SQL("SELECT COALESCE(MAX(a.droit), 0) FROM acces a"
		    " JOIN contact_public p ON p.public_id = a.public_id"
		    " WHERE a.liste_id = ? AND p.contact_id = ?"),
		I(groupe_contenu_connue(r, groupe_id)), I(r->user.id));
}

/* Links with their titles; cards of what the author may see. */
static int
attach(struct req *r, int64_t id, const struct publication *p)
{
	int n = 0;

	for (int i = 0; i < LIENS; i++)
		if (p->liens[i].url != NULL && *p->liens[i].url != '\0')
			n += (int) db_exec(r,
				SQL("INSERT INTO objet_lien (objet_id, titre, url)"
				    " VALUES (?, ?, ?)"),
				I(id), S(p->liens[i].titre), S(p->liens[i].url));
	for (int i = 0; i < CARTES; i++)
		if (p->cartes[i] != 0)
			n += (int) db_exec(r,
				SQL("INSERT IGNORE INTO objet_carte (objet_id, cible_id)"
				    " SELECT ?, o.id FROM objet o WHERE o.id = ? AND " SEES("o")),
				I(id), I(p->cartes[i]), ME(r));
	return n;
}

/* What lists and the search know of it, from its words and those of its poll. */
void
publication_index(struct req *r, int64_t id)
{
	struct rows *p =
		db_rows(r, SQL("SELECT titre, texte FROM publication WHERE id = ?"), I(id));

	while (db_next(p, &r->mem)) {
		const char *titre = db_text(p, 0), *texte = db_text(p, 1),
			   *words = sondage_words(r, id);

		ecrit_title(r, id, titre, texte);
		if (*words != '\0')
			texte = arena_printf(&r->mem, "%s\n\n%s", texte, words);
		ecrit_index(r, id, titre, texte);
	}
}

/* Publish in a group where the reader may contribute.  The id. */
int64_t
publication_create(struct req *r, const struct publication *p)
{
	int64_t id = ecrit_objet(r, "publication", ecrit_titre(r, p->titre, p->texte), p->groupe,
		groupe_contenu_liste(r, p->groupe));

	db_exec(r,
		SQL("INSERT INTO publication (id, groupe_id, genre, titre, texte, important, siege)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?)"),
		I(id), I(p->groupe), S(p->genre), S(p->titre), S(p->texte), I(p->important),
		I(r->user.level >= STAFF));
	db_exec(r, SQL("UPDATE publication SET joints = ? WHERE id = ?"), I(attach(r, id, p)),
		I(id));
	publication_index(r, id);
	journal(r, "publication.cree", id, NULL, NULL);
	if (strcmp(p->genre, "action") != 0)
		avis_publication(r, id, p->texte);
	return id;
}

/* Files that came with the form, under that name, hang on it. */
void
publication_files(struct req *r, int64_t id, const char *field)
{
	int n = fichiers_store(r, field, id);

	if (n > 0)
		db_exec(r, SQL("UPDATE publication SET joints = joints + ? WHERE id = ?"), I(n),
			I(id));
}

/* Another title and text; what they were is kept. */
void
publication_change(struct req *r, int64_t id, const char *titre, const char *texte)
{
	const char *was_titre = "", *was_texte = "", *ecrit_le = "";

	db_read(r,
		SQL("SELECT p.titre, p.texte, COALESCE(p.change_le, o.cree_le) FROM publication p"
		    " JOIN objet o ON o.id = p.id WHERE p.id = ?"),
		INTO(TO(&was_titre), TO(&was_texte), TO(&ecrit_le)), I(id));
	if (strcmp(was_titre, titre) == 0 && strcmp(was_texte, texte) == 0)
		return;
	ecrit_version(r, id, ecrit_le, was_titre, was_texte);
	db_exec(r,
		SQL("UPDATE publication SET titre = ?, texte = ?, change_le = UTC_TIMESTAMP()"
		    " WHERE id = ?"),
		S(titre), S(texte), I(id));
	db_exec(r, SQL("UPDATE objet SET modifie_le = UTC_TIMESTAMP() WHERE id = ?"), I(id));
	publication_index(r, id);
	journal(r, "publication.modifiee", id, NULL, NULL);
}

/* The text goes, with its versions, links and answers to a poll; who took it away, and when,
 * stays. */
void
publication_delete(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE publication SET titre = '', texte = '', joints = 0,"
			" epingle_le = NULL, important = FALSE,"
			" supprime_le = UTC_TIMESTAMP(), supprime_par = ? WHERE id = ?"
			" AND supprime_le IS NULL"),
		    I(r->user.id), I(id)) == 0)
		return;
	sondage_delete(r, id);
	ecrit_forget(r, id);
	journal(r, "publication.supprimee", id, NULL, NULL);
}

/* Pin it above the others of its group, or let it down.  False: three are up there already, which
 * are locked: a fourth put there at the same moment would be in no page. */
bool
publication_pin(struct req *r, int64_t id, bool up)
{
	if (up &&
		db_int(r,
			SQL("SELECT COUNT(*) FROM publication q"
			    " JOIN publication p ON p.groupe_id = q.groupe_id"
			    " WHERE p.id = ? AND q.epingle_le IS NOT NULL"
			    " AND q.id <> p.id FOR UPDATE"),
			I(id)) >= EPINGLES)
		return false;
	db_exec(r,
		SQL("UPDATE publication SET epingle_le = IF(?, UTC_TIMESTAMP(), NULL) WHERE id = ?"
		    " AND supprime_le IS NULL"),
		I(up), I(id));
	journal(r, up ? "publication.epinglee" : "publication.depinglee", id, NULL, NULL);
	return true;
}

/* The reader says that she has read it. */
void
publication_read(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO lecture (objet_id, contact_id, lu_le)"
		    " SELECT id, ?, UTC_TIMESTAMP() FROM publication WHERE id = ? AND important"),
		I(r->user.id), I(id));
}

static void
publication_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, publication, id, titre, publication_index);
	PAROLES(r, n, publication, id, texte, publication_index);
}

static void
publication_words(struct req *r, int64_t id)
{
	struct rows *p = db_rows(r,
		SQL("SELECT titre, texte, supprime_le IS NOT NULL FROM publication WHERE id = ?"),
		I(id));

	while (db_next(p, &r->mem)) {
		say(r, "objet.titre", db_text(p, 0));
		say(r, "objet.texte", db_text(p, 1));
		say_int(r, "objet.supprime", db_num(p, 2));
	}
}

const struct genre publication_genre = {
	"publication",
	"Publication",
	"Publications",
	"msg",
	"/groupes",
	"publications",
	CHERCHE | ECRIT | DISCUTE | SIGNALE | ETIQUETE | TITRE,
	.indexe = publication_index,
	.retire = publication_delete,
	.fusionne = fil_merge,
	.efface = fil_erase,
	.nomme = publication_unname,
	.donnees = fil_say_data,
	.le = "la publication",
	.mots = publication_words,
	.change = publication_change,
};
