/* actualite.c - a news item: its words, from its draft to the end */

#include <inttypes.h>

#include "domain/actualites/actualite.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/fichier.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"

PAROLES_SANS_NOM(actualite, "sorte engagement audience etat accord");
PAROLES_SANS_NOM(actualite_engagement, "type");
PAROLES_SANS_NOM(actualite_departement, "code");

/* What a form begins with. */
struct actualite
actualite_new(void)
{
	return (struct actualite) { .sorte = "actualite",
		.titre = "",
		.chapeau = "",
		.texte = "",
		.image_alt = "",
		.image_credit = "",
		.engagement = "",
		.audience = "benevoles",
		.commentaires = true,
		.reactions = true };
}

static void
read_choices(struct req *r, int64_t id, struct actualite *a)
{
	struct rows *rows = db_rows(r,
		SQL("(SELECT 1 AS quoi, groupe_id AS cle FROM actualite_groupe"
		    " WHERE actualite_id = ? LIMIT 20) UNION ALL"
		    " (SELECT 2, type FROM actualite_engagement WHERE actualite_id = ? LIMIT 20)"
		    " UNION ALL (SELECT 3, code FROM actualite_departement"
		    " WHERE actualite_id = ? LIMIT 20) ORDER BY quoi, cle"),
		I(id), I(id), I(id));
	unsigned n[4] = { 0 };

	while (db_next(rows, &r->mem)) {
		int64_t what = db_num(rows, 0);

		if (what == 1)
			a->groupes[n[1]++] = db_num(rows, 1);
		else if (what == 2)
			a->engagements[n[2]++] = arena_strdup(&r->mem, db_text(rows, 1));
		else
			a->departements[n[3]++] = arena_strdup(&r->mem, db_text(rows, 1));
	}
}

/* What was written last; false: there is none, or its words are gone.  The caller has asked the
 * right. */
bool
actualite_read(struct req *r, int64_t id, struct actualite *a)
{
	*a = actualite_new();
	if (!db_read(r,
		    SQL("SELECT COALESCE(a.groupe_id, 0), a.sorte, o.titre, a.chapeau, a.texte,"
			" a.image_alt, a.image_credit, a.engagement, COALESCE(a.portrait_id, 0),"
			" a.audience, a.commentaires, a.reactions, a.une FROM actualite a"
			" JOIN objet o ON o.id = a.id WHERE a.id = ? AND a.supprime_le IS NULL"),
		    INTO(TO(&a->groupe), TO(&a->sorte), TO(&a->titre), TO(&a->chapeau),
			    TO(&a->texte), TO(&a->image_alt), TO(&a->image_credit),
			    TO(&a->engagement), TO(&a->portrait), TO(&a->audience),
			    TO(&a->commentaires), TO(&a->reactions), TO(&a->une)),
		    I(id)))
		return false;
	read_choices(r, id, a);
	return true;
}

/* What lists, the search and followers know of it. */
void
actualite_index(struct req *r, int64_t id)
{
	struct rows *a = db_rows(r,
		SQL("SELECT o.titre, CONCAT_WS('\n\n', NULLIF(a.chapeau, ''), a.texte)"
		    " FROM actualite a JOIN objet o ON o.id = a.id"
		    " WHERE a.id = ? AND a.supprime_le IS NULL"),
		I(id));

	while (db_next(a, &r->mem))
		ecrit_index(r, id, db_text(a, 0), db_text(a, 1));
}

static void
write_choices(struct req *r, int64_t id, const struct actualite *a)
{
	db_exec(r, SQL("DELETE FROM actualite_groupe WHERE actualite_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM actualite_engagement WHERE actualite_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM actualite_departement WHERE actualite_id = ?"), I(id));
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->groupes[i] != 0; i++)
		db_exec(r,
			SQL("INSERT IGNORE INTO actualite_groupe (actualite_id, groupe_id)"
			    " SELECT ?, id FROM groupe WHERE id = ?"),
			I(id), I(a->groupes[i]));
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->engagements[i] != NULL; i++)
		db_exec(r,
			SQL("INSERT IGNORE INTO actualite_engagement (actualite_id, type)"
			    " SELECT ?, cle FROM groupe_type WHERE cle = ?"),
			I(id), S(a->engagements[i]));
	for (unsigned i = 0; i < ACTUALITE_CHOIX && a->departements[i] != NULL; i++)
		db_exec(r,
			SQL("INSERT IGNORE INTO actualite_departement (actualite_id, code)"
			    " SELECT ?, code FROM departement WHERE code = ?"),
			I(id), S(a->departements[i]));
}

static void
write_columns(struct req *r, int64_t id, const struct actualite *a)
{
	db_exec(r,
		SQL("UPDATE actualite SET groupe_id = NULLIF(?, 0), sorte = ?, chapeau = ?,"
		    " texte = ?, image_alt = ?, image_credit = ?, engagement = ?,"
		    " accord = IF(? = 0, '', IF(portrait_id <=> NULLIF(?, 0), accord, 'attente')),"
		    " portrait_id = NULLIF(?, 0), audience = ?, commentaires = ?, reactions = ?,"
		    " une = ?, change_le = IF(etat = 'publiee', UTC_TIMESTAMP(), NULL)"
		    " WHERE id = ?"),
		I(a->groupe), S(a->sorte), S(a->chapeau), S(a->texte), S(a->image_alt),
		S(a->image_credit), S(a->engagement), I(a->portrait), I(a->portrait),
		I(a->portrait), S(a->audience), I(a->commentaires), I(a->reactions), I(a->une),
		I(id));
	write_choices(r, id, a);
}

/* A draft of the reader's: its id. */
int64_t
actualite_create(struct req *r, const struct actualite *a)
{
	int64_t id = ecrit_objet(r, "actualite", a->titre, a->groupe, 1);

	db_exec(r, SQL("INSERT INTO actualite (id, texte) VALUES (?, '')"), I(id));
	write_columns(r, id, a);
	actualite_follow(r, id);
	actualite_index(r, id);
	journal(r, "actualite.creee", id, NULL, NULL);
	return id;
}

/* A draft as it stands while one writes: no act of its own. */
void
actualite_keep(struct req *r, int64_t id, const struct actualite *a)
{
	db_exec(r,
		SQL("UPDATE objet SET titre = ?, cadre_id = NULLIF(?, 0),"
		    " modifie_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(a->titre), I(a->groupe), I(id));
	write_columns(r, id, a);
	actualite_follow(r, id);
	actualite_index(r, id);
}

void
actualite_save(struct req *r, int64_t id, const struct actualite *a)
{
	actualite_keep(r, id, a);
	journal(r, "actualite.modifiee", id, NULL, NULL);
}

/* That file of it is its picture from now on (0: it has none); the one before goes. */
void
actualite_picture(struct req *r, int64_t id, int64_t fichier_id)
{
	int64_t was =
		db_int(r, SQL("SELECT COALESCE(image_id, 0) FROM actualite WHERE id = ?"), I(id));

	db_exec(r, SQL("UPDATE actualite SET image_id = NULLIF(?, 0) WHERE id = ?"), I(fichier_id),
		I(id));
	if (was != 0 && was != fichier_id)
		fichier_drop(r, was);
}

/* The words go, with whatever hangs on them. */
void
actualite_delete(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE actualite SET texte = '', chapeau = '', image_alt = '',"
			" image_credit = '', image_id = NULL, portrait_id = NULL, accord = '',"
			" etat = 'retiree', du_le = NULL, supprime_le = UTC_TIMESTAMP()"
			" WHERE id = ? AND supprime_le IS NULL"),
		    I(id)) == 0)
		return;
	actualite_follow(r, id);
	ecrit_forget(r, id);
	journal(r, "actualite.supprimee", id, NULL, NULL);
}

static void
actualite_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, actualite, id, texte, actualite_index);
	PAROLES(r, n, actualite, id, chapeau, actualite_index);
	PAROLES(r, n, actualite, id, image_alt, NULL);
	PAROLES(r, n, actualite, id, image_credit, NULL);
}

static void
actualite_words(struct req *r, int64_t id)
{
	struct rows *a = db_rows(r,
		SQL("SELECT o.titre, a.texte, a.supprime_le IS NOT NULL FROM actualite a"
		    " JOIN objet o ON o.id = a.id WHERE a.id = ?"),
		I(id));

	while (db_next(a, &r->mem)) {
		say(r, "objet.titre", db_text(a, 0));
		say(r, "objet.texte", db_text(a, 1));
		say_int(r, "objet.supprime", db_num(a, 2));
	}
}

static bool
actualite_open(struct req *r, int64_t id)
{
	return db_int(r, SQL("SELECT reactions FROM actualite WHERE id = ?"), I(id)) != 0;
}

static struct rows *
actualite_rows(struct req *r)
{
	return db_stream(r,
		SQL("SELECT a.id, o.titre, a.sorte, a.chapeau, a.texte, a.groupe_id, a.engagement,"
		    " a.audience, a.etat, a.publie_le FROM actualite a JOIN objet o ON o.id = a.id"
		    " WHERE a.supprime_le IS NULL ORDER BY a.id"));
}

const struct genre actualite_genre = {
	"actualite",
	"Actualité",
	"Actualités",
	"star",
	"/actualites",
	NULL,
	CHERCHE | ECRIT | DISCUTE | SIGNALE | ETIQUETE | COLLECTIF,
	.annonces = actualite_annonces,
	.indexe = actualite_index,
	.mots = actualite_words,
	.retire = actualite_delete,
	.reagit = actualite_open,
	.fusionne = actualite_merge,
	.efface = actualite_erase,
	.nomme = actualite_unname,
	.donnees = actualite_say_data,
	.tour = actualite_tour,
	.etapes = actualite_etapes,
	.lignes = actualite_rows,
};
