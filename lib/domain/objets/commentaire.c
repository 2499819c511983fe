/* commentaire.c - comments under any objet, with answers one level below */

#include <inttypes.h>
#include <stdlib.h>

#include "domain/notifications/notif.h"
#include "domain/objets/avis.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/reaction.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"

/* How many comments stand under that objet, and which are the last two. */
static void
count(struct req *r, int64_t sur_id)
{
	db_exec(r,
		SQL("UPDATE discussion SET dernier_id = (SELECT MAX(id) FROM commentaire"
		    " WHERE sur_id = ? AND supprime_le IS NULL) WHERE objet_id = ?"),
		I(sur_id), I(sur_id));
	db_exec(r,
		SQL("UPDATE discussion d SET avant_id = (SELECT MAX(c.id) FROM commentaire c"
		    " WHERE c.sur_id = ? AND c.supprime_le IS NULL AND c.id <> d.dernier_id),"
		    " n = n - 1 WHERE objet_id = ?"),
		I(sur_id), I(sur_id));
}

/* What lists and the search know of it, from its words. */
static void
commentaire_index(struct req *r, int64_t id)
{
	struct rows *c = db_rows(r, SQL("SELECT texte FROM commentaire WHERE id = ?"), I(id));

	while (db_next(c, &r->mem)) {
		ecrit_title(r, id, "", db_text(c, 0));
		ecrit_index(r, id, "", db_text(c, 0));
	}
}

/* The reader says TEXTE about that objet, which she may contribute to; in answer to a comment of
 * the same objet, or to none.  The id of the comment. */
int64_t
commentaire_create(struct req *r, int64_t sur_id, int64_t repond_a, const char *texte)
{
	const char *titre = ecrit_titre(r, "", texte);
	int64_t id, racine;

	racine = db_int(r, SQL("SELECT racine_id FROM commentaire WHERE id = ? AND sur_id = ?"),
		I(repond_a), I(sur_id));
	id = db_insert(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, cree_par, modifie_le, cadre_id,"
		    " liste_id)"
		    " SELECT 'commentaire', ?, UTC_TIMESTAMP(), ?, UTC_TIMESTAMP(), cadre_id,"
		    " liste_id FROM objet WHERE id = ?"),
		S(titre), I(r->user.id), I(sur_id));
	db_exec(r,
		SQL("INSERT INTO commentaire (id, sur_id, racine_id, texte) VALUES (?, ?, ?, ?)"),
		I(id), I(sur_id), I(racine != 0 ? racine : id), S(texte));
	db_exec(r,
		SQL("INSERT INTO discussion (objet_id, n, dernier_id) VALUES (?, 1, ?)"
		    " ON DUPLICATE KEY UPDATE n = n + 1, avant_id = dernier_id, dernier_id ="
		    " VALUES(dernier_id)"),
		I(sur_id), I(id));
	commentaire_index(r, id);
	journal(r, "commentaire.cree", id, NULL, NULL);
	avis_commentaire(r, id, sur_id, texte);
	return id;
}

/* Another text; what it was is kept. */
void
commentaire_change(struct req *r, int64_t id, const char *titre, const char *texte)
{
	const char *was = "", *ecrit_le = "";

	(void) titre;
	db_read(r,
		SQL("SELECT c.texte, COALESCE(c.change_le, o.cree_le) FROM commentaire c"
		    " JOIN objet o ON o.id = c.id WHERE c.id = ?"),
		INTO(TO(&was), TO(&ecrit_le)), I(id));
	ecrit_version(r, id, ecrit_le, "", was);
	db_exec(r,
		SQL("UPDATE commentaire SET texte = ?, change_le = UTC_TIMESTAMP() WHERE id = ?"),
		S(texte), I(id));
	db_exec(r, SQL("UPDATE objet SET modifie_le = UTC_TIMESTAMP() WHERE id = ?"), I(id));
	commentaire_index(r, id);
	journal(r, "commentaire.modifie", id, NULL, NULL);
}

/* The text goes; who took it away, and when, stays. */
void
commentaire_delete(struct req *r, int64_t id)
{
	int64_t sur_id = db_int(r, SQL("SELECT sur_id FROM commentaire WHERE id = ?"), I(id));

	if (db_exec(r,
		    SQL("UPDATE commentaire SET texte = '', supprime_le = UTC_TIMESTAMP(),"
			" supprime_par = ? WHERE id = ? AND supprime_le IS NULL"),
		    I(r->user.id), I(id)) == 0)
		return;
	ecrit_forget(r, id);
	notif_forget(r, sur_id, arena_printf(&r->mem, "#c-%" PRId64, id));
	count(r, sur_id);
	journal(r, "commentaire.supprime", id, NULL, NULL);
}

/* What a row of comments shows: author, MAX characters of the text, when, and whether it is the
 * reader's. */
static void
dress(struct req *r, struct row *row, size_t max)
{
	ecrit_say_author(r, row);
	ecrit_say_when(r, row, "cree_le", "quand");
	ecrit_say_when(r, row, "supprime_le", "supprime");
	ecrit_say_text(r, row, max);
	row_say_int(row, "mien", row_id(row, "auteur_id") == r->user.id);
}

static struct row *
put(struct req *r, struct row *row, struct rows *c)
{
	static const char *const names[] = { "id", "sur_id", "texte", "cree_le", "auteur_id",
		"prenom", "nom" };
	struct row *one;
	int n = 0;

	for (struct row *x = row_child(row, "derniers"); x != NULL; x = row_next(x))
		n++;
	one = row_in(row, arena_printf(&r->mem, "derniers.%d", n));
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		row_say(one, names[i], db_text(c, i));
	return one;
}

/* Give each row of LIST, whose ids the JSON array IDS holds, its last two comments: derniers.N. */
void
commentaire_say_last(struct req *r, const char *list, const char *ids)
{
	struct rows *c = db_rows(r,
		SQL("(SELECT STRAIGHT_JOIN c.id, c.sur_id, c.texte, o.cree_le, o.cree_par,"
		    " p.prenom, p.nom FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
		    " JOIN discussion d ON d.objet_id = j.id"
		    " JOIN commentaire c ON c.id = d.avant_id JOIN objet o ON o.id = c.id"
		    " LEFT JOIN contact p ON p.id = o.cree_par)"
		    " UNION ALL"
		    " (SELECT STRAIGHT_JOIN c.id, c.sur_id, c.texte, o.cree_le, o.cree_par,"
		    " p.prenom, p.nom FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
		    " JOIN discussion d ON d.objet_id = j.id"
		    " JOIN commentaire c ON c.id = d.dernier_id JOIN objet o ON o.id = c.id"
		    " LEFT JOIN contact p ON p.id = o.cree_par)"),
		S(ids), S(ids));

	while (db_next(c, &r->mem))
		for (struct row *row = row_first(r, list); row != NULL; row = row_next(row))
			if (row_id(row, "id") == db_num(c, 1)) {
				struct row *one = put(r, row, c);

				if (one != NULL)
					dress(r, one, ECRIT_FIL_COURT);
			}
}

/* From "racine-id" on the address: before which comment the page ends. */
static void
read_before(const char *avant, int64_t *racine, int64_t *id)
{
	char *end;

	*racine = strtoll(avant, &end, 10);
	*id = *end == '-' ? strtoll(end + 1, NULL, 10) : 0;
	if (*racine <= 0 || *id <= 0)
		*racine = *id = INT64_MAX;
}

/* Say commentaires.N of that objet, the oldest first: the last ten, or the ten before AVANT; and
 * Precedents, what leads further back.  ICI: the address of the page. */
void
commentaire_say(struct req *r, int64_t sur_id, const char *avant, const char *ici)
{
	int64_t racine, id;
	int n;

	read_before(avant, &racine, &id);
	n = db_list(r, "commentaires",
		SQL("SELECT * FROM (SELECT c.id, c.racine_id, c.id <> c.racine_id AS reponse,"
		    " c.texte, o.cree_le,"
		    " c.change_le IS NOT NULL AS retouche, c.supprime_le, TRIM(CONCAT(s.prenom,"
		    " ' ', s.nom)) AS supprime_par,"
		    " o.cree_par AS auteur_id, p.prenom, p.nom FROM commentaire c"
		    " JOIN objet o ON o.id = c.id"
		    " LEFT JOIN contact p ON p.id = o.cree_par"
		    " LEFT JOIN contact s ON s.id = c.supprime_par"
		    " WHERE c.sur_id = ? AND c.racine_id <= ? AND (c.racine_id < ? OR c.id < ?)"
		    " ORDER BY c.racine_id DESC, c.id DESC LIMIT 11) x ORDER BY racine_id, id"),
		I(sur_id), I(racine), I(racine), I(id));
	if (n > COMMENTAIRES) {
		unsay(r, "commentaires.0");
		say(r, "Precedents",
			arena_printf(&r->mem, "%s?avant=%s-%s#commentaires", ici,
				said(r, "commentaires.1.racine_id"), said(r, "commentaires.1.id")));
	}
	for (struct row *row = row_first(r, "commentaires"); row != NULL; row = row_next(row)) {
		dress(r, row, ECRIT_COURT);
		if (!row_int(row, "reponse"))
			row_say(row, "repondre",
				arena_printf(&r->mem, "%s?reponse=%s#repondre", ici,
					row_text(row, "id")));
	}
}

static void
commentaire_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, commentaire, id, texte, commentaire_index);
}

static void
commentaire_words(struct req *r, int64_t id)
{
	struct rows *c = db_rows(r,
		SQL("SELECT texte, supprime_le IS NOT NULL FROM commentaire WHERE id = ?"), I(id));

	say(r, "objet.titre", "");
	while (db_next(c, &r->mem)) {
		say(r, "objet.texte", db_text(c, 0));
		say_int(r, "objet.supprime", db_num(c, 1));
	}
}

const struct genre commentaire_genre = {
	"commentaire",
	"Commentaire",
	"Commentaires",
	"msg",
	NULL,
	NULL,
	CHERCHE | ECRIT | SIGNALE,
	.indexe = commentaire_index,
	.retire = commentaire_delete,
	.nomme = commentaire_unname,
	.le = "le commentaire",
	.mots = commentaire_words,
	.change = commentaire_change,
};
