/* tache.c - what a group decided to do: who, until when, how far */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/fil/publication.h"
#include "domain/fil/tache.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/avis.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/nommes.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"

/* What the search knows of it, from its words. */
static void
tache_index(struct req *r, int64_t id)
{
	struct rows *t = db_rows(r,
		SQL("SELECT o.titre, t.texte FROM tache t JOIN objet o ON o.id = t.id"
		    " WHERE t.id = ?"),
		I(id));

	while (db_next(t, &r->mem))
		ecrit_index(r, id, db_text(t, 0), db_text(t, 1));
}

/* A task of a group where the reader may contribute.  Its id. */
int64_t
tache_create(struct req *r, const struct tache *t)
{
	int64_t id =
		ecrit_objet(r, "tache", t->titre, t->groupe, groupe_contenu_liste(r, t->groupe));

	db_exec(r, SQL("INSERT INTO tache (id, groupe_id, texte, echeance) VALUES (?, ?, ?, ?)"),
		I(id), I(t->groupe), S(t->texte), S(t->echeance));
	tache_index(r, id);
	journal(r, "tache.creee", id, NULL, NULL);
	if (t->responsable != 0)
		tache_own(r, id, t->responsable, true);
	return id;
}

void
tache_change(struct req *r, int64_t id, const struct tache *t)
{
	db_exec(r, SQL("UPDATE objet SET titre = ?, modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(t->titre), I(id));
	db_exec(r, SQL("UPDATE tache SET texte = ?, echeance = ? WHERE id = ?"), S(t->texte),
		S(t->echeance), I(id));
	tache_index(r, id);
	journal(r, "tache.modifiee", id, NULL, NULL);
}

/* The feed of the group says that it is done. */
static void
publish(struct req *r, int64_t id)
{
	struct publication p = { .genre = "action", .titre = "", .texte = "", .cartes = { id } };

	db_read(r,
		SQL("SELECT o.titre, t.groupe_id FROM tache t JOIN objet o ON o.id = t.id"
		    " WHERE t.id = ?"),
		INTO(TO(&p.titre), TO(&p.groupe)), I(id));
	publication_create(r, &p);
}

/* a_faire, en_cours or fait.  What is done for the first time shows in the feed. */
void
tache_move(struct req *r, int64_t id, const char *etat)
{
	const char *was = arena_strdup(&r->mem,
		db_string(r, SQL("SELECT etat FROM tache WHERE id = ? FOR UPDATE"), I(id)));
	bool done = strcmp(etat, "fait") == 0, told;

	if (strcmp(was, etat) == 0)
		return;
	told = db_int(r,
		       SQL("SELECT 1 FROM objet_carte c JOIN publication p ON p.id = c.objet_id"
			   " AND p.genre = 'action' WHERE c.cible_id = ? LIMIT 1"),
		       I(id)) != 0;
	db_exec(r,
		SQL("UPDATE tache SET etat = ?, fait_le = IF(?, UTC_TIMESTAMP(), NULL),"
		    " fait_par = IF(?, ?, NULL) WHERE id = ?"),
		S(etat), I(done), I(done), I(r->user.id), I(id));
	journal(r, "tache.etat", id, json_made(&r->mem, JS("etat", was)),
		json_made(&r->mem, JS("etat", etat)));
	if (done && !told)
		publish(r, id);
}

/* That person takes it on, or no longer.  False: not of the group. */
bool
tache_own(struct req *r, int64_t id, int64_t contact_id, bool yes)
{
	if (yes &&
		db_int(r,
			SQL("SELECT 1 FROM tache t JOIN membre m ON m.groupe_id = t.groupe_id"
			    " AND m.fin IS NULL WHERE t.id = ? AND m.contact_id = ? LIMIT 1"),
			I(id), I(contact_id)) == 0)
		return false;
	if (yes) {
		if (db_exec(r,
			    SQL("INSERT IGNORE INTO tache_responsable (tache_id, contact_id)"
				" VALUES (?, ?)"),
			    I(id), I(contact_id)) > 0)
			avis_tache(r, id, contact_id);
	} else
		db_exec(r,
			SQL("DELETE FROM tache_responsable WHERE tache_id = ? AND contact_id = ?"),
			I(id), I(contact_id));
	journal(r, yes ? "tache.prise" : "tache.laissee", id, NULL, NULL);
	return true;
}

/* Give each row of LIST, tasks with id, echeance and etat, the people who take it on (qui.N) and
 * how its date reads; retard: late. */
void
tache_say(struct req *r, const char *list)
{
	const char *today = text_iso_at(&r->mem, clock_now());

	for (struct row *row = row_first(r, list); row != NULL; row = row_next(row)) {
		const char *echeance = row_text(row, "echeance");
		const char *at = arena_printf(&r->mem, "%s.%s.qui", list, row_key(row));

		db_list(r, at,
			SQL("SELECT c.id, c.prenom, c.nom FROM tache_responsable t"
			    " JOIN contact c ON c.id = t.contact_id"
			    " WHERE t.tache_id = ? ORDER BY c.tri LIMIT 10"),
			I(row_id(row, "id")));
		visages(r, at, "id");
		if (*echeance == '\0')
			continue;
		row_say(row, "jour", text_day_near(&r->mem, echeance, clock_now()));
		if (strncmp(echeance, today, 10) < 0 && strcmp(row_text(row, "etat"), "fait") != 0)
			row_say_int(row, "retard", 1);
	}
}

static void
tache_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, tache, id, texte, tache_index);
}

const struct genre tache_genre = {
	"tache",
	"Action",
	"Actions",
	"flag",
	"/groupes",
	"actions",
	CHERCHE | ECRIT | DISCUTE | ETIQUETE,
	.indexe = tache_index,
	.nomme = tache_unname,
	.afaire = fil_todo,
};
