/* lettre_bloc.c - the blocks of a letter: added, changed, moved, dropped */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/lettres/lettre_bloc.h"
#include "domain/objets/texte.h"

struct lettre_bloc
bloc_new(const char *genre)
{
	return (struct lettre_bloc) {
		.genre = genre, .texte = "", .droite = "", .alt = "", .lien = ""
	};
}

bool
lettre_bloc_read(struct req *r, int64_t lettre_id, int64_t id, struct lettre_bloc *b)
{
	*b = bloc_new("texte");
	b->id = id;
	return db_read(r,
		SQL("SELECT place, genre, texte, droite, alt, lien, COALESCE(fichier_id, 0),"
		    " COALESCE(objet_id, 0) FROM lettre_bloc WHERE id = ? AND lettre_id = ?"),
		INTO(TO(&b->place), TO(&b->genre), TO(&b->texte), TO(&b->droite), TO(&b->alt),
			TO(&b->lien), TO(&b->fichier), TO(&b->objet)),
		I(id), I(lettre_id));
}

static const char *
print(struct req *r, const char *all)
{
	return arena_printf(&r->mem, "%.16s", sha256_hex(&r->mem, all, strlen(all)));
}

const char *
lettre_bloc_print(struct req *r, const struct lettre_bloc *b)
{
	return print(r,
		arena_printf(&r->mem, "%s\n%s\n%s\n%s\n%s\n%" PRId64 " %" PRId64, b->genre, b->alt,
			b->lien, b->texte, b->droite, b->fichier, b->objet));
}

/* The same of its subject, its line and its kind. */
const char *
lettre_print(struct req *r, const struct lettre *l)
{
	return print(r, arena_printf(&r->mem, "%s\n%s\n%s", l->sujet, l->apercu, l->sorte));
}

/* ---- what is refused ---- */

/* An address of ours ("/agenda/12"), or one that a mail may lead to. */
static bool
leads_somewhere(const char *lien)
{
	if (lien[strcspn(lien, " \t\r\n\"<>")] != '\0')
		return false;
	return (lien[0] == '/' && lien[1] != '/') ||
		(strncmp(lien, "https://", 8) == 0 && strchr(lien + 8, '.') != NULL) ||
		(strncmp(lien, "mailto:", 7) == 0 && strchr(lien, '@') != NULL);
}

static const char *
line_refused(const char *line)
{
	if (*line == '\0')
		return "Ce champ est obligatoire.";
	if (strpbrk(line, "\r\n") != NULL)
		return "Écrivez sur une seule ligne.";
	return text_length(line) > BLOC_LIGNE ? "150 caractères au plus." : NULL;
}

static const char *
text_refused(const char *text)
{
	if (*text == '\0')
		return "Écrivez un texte.";
	return text_length(text) > TEXTE_MAX ? "20 000 caractères au plus." : NULL;
}

static const char *
link_refused(const char *lien, bool optional)
{
	if (*lien == '\0')
		return optional ? NULL : "Dites où mène ce bouton.";
	if (text_length(lien) > BLOC_LIEN)
		return "2 000 caractères au plus.";
	return leads_somewhere(lien) ?
		NULL :
		"Donnez une adresse qui commence par https://, ou par / pour une page d’ici.";
}

/* An event, or whatever else may be shown, of that kind, that the reader sees and that is there. */
static const char *
thing_refused(struct req *r, const struct lettre_bloc *b)
{
	return db_int(r,
		       SQL("SELECT 1 FROM objet o WHERE o.id = ? AND o.genre = ?"
			   " AND o.archive_le IS NULL AND " SEES("o")),
		       I(b->objet), S(b->genre), ME(r)) != 0 ?
		NULL :
		"Choisissez dans la liste.";
}

/* A file of this letter; a picture where one is meant. */
static const char *
file_refused(struct req *r, int64_t lettre_id, const struct lettre_bloc *b)
{
	const char *type =
		db_string(r, SQL("SELECT type FROM fichier WHERE id = ? AND objet_id = ?"),
			I(b->fichier), I(lettre_id));

	if (type == NULL)
		return "Choisissez un fichier.";
	if (strcmp(b->genre, "image") == 0 && strcmp(type, "image/jpeg") != 0 &&
		strcmp(type, "image/png") != 0 && strcmp(type, "image/webp") != 0)
		return "Choisissez une image JPEG, PNG ou WebP.";
	return NULL;
}

/* The parts that a block may have, and the field of the form that each comes by. */
static const struct part {
	unsigned a;
	const char *field;
} parts[] = { { A_LIGNE, "texte" }, { A_TEXTE, "texte" }, { A_DROITE, "droite" },
	{ A_IMAGE, "fichier" }, { A_LIEN, "lien" }, { A_OBJET, "objet" }, { A_FICHIER, "fichier" },
	{ 0, NULL } };

static const char *
part_refused(struct req *r, int64_t lettre_id, const struct lettre_bloc *b, unsigned part)
{
	switch (part) {
	case A_LIGNE: return line_refused(b->texte);
	case A_TEXTE: return text_refused(b->texte);
	case A_DROITE: return text_refused(b->droite);
	case A_LIEN: return link_refused(b->lien, strcmp(b->genre, "image") == 0);
	case A_OBJET: return thing_refused(r, b);
	default:
		return b->objet != 0 && part == A_FICHIER ? thing_refused(r, b) :
							    file_refused(r, lettre_id, b);
	}
}

const char *
lettre_bloc_refused(
	struct req *r, int64_t lettre_id, const struct lettre_bloc *b, const char **field)
{
	const struct bloc_genre *g = bloc_genre(b->genre);

	*field = "genre";
	if (g == NULL)
		return "Choisissez dans la liste.";
	*field = "alt";
	if (strpbrk(b->alt, "\r\n") != NULL || text_length(b->alt) > BLOC_ALT)
		return "Une ligne, 300 caractères au plus.";
	for (const struct part *p = parts; p->a != 0; p++) {
		const char *why = (g->a & p->a) != 0 ? part_refused(r, lettre_id, b, p->a) : NULL;

		*field = p->a == A_TEXTE && (g->a & A_DROITE) != 0 ? "gauche" : p->field;
		if (why != NULL)
			return why;
	}
	return NULL;
}

/* ---- what is written ---- */

static int64_t
count(struct req *r, int64_t lettre_id)
{
	return db_int(r, SQL("SELECT COUNT(*) FROM lettre_bloc WHERE lettre_id = ?"), I(lettre_id));
}

/* At B's place, those behind make room; at the end for 0 or what is too far.  Its id; 0: there are
 * LETTRE_BLOCS already. */
int64_t
lettre_bloc_add(struct req *r, int64_t lettre_id, const struct lettre_bloc *b)
{
	int64_t n = count(r, lettre_id), place = b->place < 1 || b->place > n ? n + 1 : b->place,
		id;

	if (n >= LETTRE_BLOCS)
		return 0;
	db_exec(r,
		SQL("UPDATE lettre_bloc SET place = place + 1 WHERE lettre_id = ? AND place >= ?"),
		I(lettre_id), I(place));
	id = db_insert(r,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, alt, lien,"
		    " fichier_id, objet_id, modifie_par) VALUES (?, ?, ?, ?, ?, ?, ?,"
		    " NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, 0))"),
		I(lettre_id), I(place), S(b->genre), S(b->texte), S(b->droite), S(b->alt),
		S(b->lien), I(b->fichier), I(b->objet), I(r->user.id));
	lettre_changed(r, lettre_id);
	return id;
}

/* What it says is B's from now on; its kind and its place stay. */
void
lettre_bloc_change(struct req *r, int64_t lettre_id, const struct lettre_bloc *b)
{
	db_exec(r,
		SQL("UPDATE lettre_bloc SET texte = ?, droite = ?, alt = ?, lien = ?,"
		    " fichier_id = NULLIF(?, 0), objet_id = NULLIF(?, 0), repris = FALSE,"
		    " modifie_par = NULLIF(?, 0) WHERE id = ? AND lettre_id = ?"),
		S(b->texte), S(b->droite), S(b->alt), S(b->lien), I(b->fichier), I(b->objet),
		I(r->user.id), I(b->id), I(lettre_id));
	lettre_changed(r, lettre_id);
}

void
lettre_bloc_move(struct req *r, int64_t lettre_id, int64_t id, int64_t place)
{
	int64_t n = count(r, lettre_id);
	struct lettre_bloc b;

	if (!lettre_bloc_read(r, lettre_id, id, &b))
		return;
	place = place < 1 ? 1 : place > n ? n : place;
	if (place == b.place)
		return;
	db_exec(r,
		SQL("UPDATE lettre_bloc SET place = CASE WHEN id = ? THEN ?"
		    " WHEN place > ? AND place <= ? THEN place - 1"
		    " WHEN place < ? AND place >= ? THEN place + 1 ELSE place END"
		    " WHERE lettre_id = ?"),
		I(id), I(place), I(b.place), I(place), I(b.place), I(place), I(lettre_id));
	lettre_changed(r, lettre_id);
}

void
lettre_bloc_drop(struct req *r, int64_t lettre_id, int64_t id)
{
	struct lettre_bloc b;

	if (!lettre_bloc_read(r, lettre_id, id, &b))
		return;
	db_exec(r, SQL("DELETE FROM lettre_bloc WHERE id = ?"), I(id));
	db_exec(r,
		SQL("UPDATE lettre_bloc SET place = place - 1 WHERE lettre_id = ? AND place > ?"),
		I(lettre_id), I(b.place));
	lettre_changed(r, lettre_id);
}
