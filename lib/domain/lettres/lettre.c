/* lettre.c - a newsletter, from its draft to its archive: written, copied, thrown away */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "domain/lettres/lettre.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_cycle.h"
#include "domain/lettres/lettre_repetition.h"
#include "domain/lettres/lettre_veille.h"
#include "domain/notifications/notif.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/fichier.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/socle/paroles.h"

PAROLES_SANS_NOM(lettre, "sorte audience lisible etat");
PAROLES_SANS_NOM(lettre_sorte, "cle titre description");
PAROLES_SANS_NOM(lettre_bloc, "genre lien");
PAROLES_SANS_NOM(lettre_pres, "departement");
PAROLES_SANS_NOM(lettre_image, "empreinte copie");
PAROLES_SANS_NOM(lettre_envoi, "domaine etat");
PAROLES_SANS_NOM(lettre_carte, "etat");
PAROLES_SANS_NOM(lettre_clic, "empreinte url");
PAROLES_SANS_NOM(lettre_reprise, "empreinte");
PAROLES_SANS_NOM(lettre_lien, "adresse empreinte");

const struct bloc_genre bloc_genres[] = {
	{ "titre", "Titre", A_LIGNE },
	{ "texte", "Texte", A_TEXTE },
	{ "image", "Image", A_IMAGE | A_LIEN },
	{ "bouton", "Bouton", A_LIGNE | A_LIEN },
	{ "evenement", "Événement", A_OBJET },
	{ "actualite", "Actualité", A_OBJET },
	{ "document", "Document", A_FICHIER },
	{ "colonnes", "Deux colonnes", A_TEXTE | A_DROITE },
	{ "pres", "Près de chez vous", 0 },
	{ 0 },
};

const struct bloc_genre *
bloc_genre(const char *nom)
{
	for (const struct bloc_genre *g = bloc_genres; g->nom != NULL; g++)
		if (strcmp(g->nom, nom) == 0)
			return g;
	return NULL;
}

/* What a form begins with. */
struct lettre
lettre_new(void)
{
	return (struct lettre) { .sujet = "",
		.apercu = "",
		.sorte = "info",
		.audience = "",
		.lisible = "audience",
		.etat = "brouillon",
		.du_le = "",
		.version = 1 };
}

/* What was written last; false: there is no such letter, or its words are gone.  The caller has
 * asked the right. */
bool
lettre_read(struct req *r, int64_t id, struct lettre *l)
{
	*l = lettre_new();
	l->id = id;
	return db_read(r,
		SQL("SELECT COALESCE(l.sujet_corrige, o.titre), l.apercu, l.sorte, l.audience,"
		    " l.lisible, l.etat, COALESCE(l.du_le, ''), l.modele, l.version, l.edition,"
		    " COALESCE(l.relu_par, 0), l.relu_version, COALESCE(l.copie_de, 0)"
		    " FROM lettre l JOIN objet o ON o.id = l.id"
		    " WHERE l.id = ? AND l.supprime_le IS NULL"),
		INTO(TO(&l->sujet), TO(&l->apercu), TO(&l->sorte), TO(&l->audience),
			TO(&l->lisible), TO(&l->etat), TO(&l->du_le), TO(&l->modele),
			TO(&l->version), TO(&l->edition), TO(&l->relu_par), TO(&l->relu_version),
			TO(&l->copie_de)),
		I(id));
}

/* Who else changes that letter waits until this request is over; what somebody has changed while it
 * waited itself is read by beginning again. */
void
lettre_hold(struct req *r, int64_t id)
{
	const char *was = db_string(r,
		SQL("SELECT CONCAT(version, etat, supprime_le IS NULL) FROM lettre WHERE id = ?"),
		I(id));
	const char *is = db_string(r,
		SQL("SELECT CONCAT(version, etat, supprime_le IS NULL) FROM lettre WHERE id = ?"
		    " FOR UPDATE"),
		I(id));

	if (is != NULL && (was == NULL || strcmp(was, is) != 0))
		fault_again("the letter was changed meanwhile");
}

/* Its blocks in their order, MAX at most: how many. */
unsigned
lettre_blocs(struct req *r, int64_t id, struct lettre_bloc *blocs, unsigned max)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id, place, genre, texte, droite, alt, lien, COALESCE(fichier_id, 0),"
		    " COALESCE(objet_id, 0) FROM lettre_bloc WHERE lettre_id = ?"
		    " ORDER BY place, id LIMIT 60"),
		I(id));
	unsigned n = 0;

	while (db_next(rows, &r->mem))
		if (n < max)
			blocs[n++] = (struct lettre_bloc) { .id = db_num(rows, 0),
				.place = db_num(rows, 1),
				.genre = arena_strdup(&r->mem, db_text(rows, 2)),
				.texte = arena_strdup(&r->mem, db_text(rows, 3)),
				.droite = arena_strdup(&r->mem, db_text(rows, 4)),
				.alt = arena_strdup(&r->mem, db_text(rows, 5)),
				.lien = arena_strdup(&r->mem, db_text(rows, 6)),
				.fichier = db_num(rows, 7),
				.objet = db_num(rows, 8) };
	return n;
}

/* The words of a letter, of which nobody's first name is one. */
static const char *
without_marks(struct req *r, const char *words)
{
	struct buffer out = { &r->mem };
	const char *mark;

	for (; (mark = strstr(words, "{prenom}")) != NULL; words = mark + strlen("{prenom}"))
		buffer_add(
			&out, words, (size_t) (mark - words) - (mark > words && mark[-1] == ' '));
	buffer_puts(&out, words);
	return buffer_text(&out);
}

/* What lists and the search know of it: its subject, and the words of its blocks. */
void
lettre_index(struct req *r, int64_t id)
{
	struct lettre_bloc blocs[LETTRE_BLOCS];
	struct buffer text = { &r->mem };
	struct lettre l;
	unsigned n;

	if (!lettre_read(r, id, &l))
		return;
	n = lettre_blocs(r, id, blocs, LETTRE_BLOCS);
	buffer_puts(&text, l.apercu);
	for (const struct lettre_bloc *b = blocs; b < blocs + n; b++)
		buffer_puts(&text,
			arena_printf(&r->mem, "\n\n%s\n\n%s\n\n%s", b->texte, b->droite, b->alt));
	ecrit_index(r, id, l.sujet, without_marks(r, buffer_text(&text)));
}

static void
write_columns(struct req *r, const struct lettre *l)
{
	db_exec(r,
		SQL("UPDATE lettre SET apercu = ?, sorte = ?, audience = ?, lisible = ?"
		    " WHERE id = ?"),
		S(l->apercu), S(l->sorte), S(l->audience), S(l->lisible), I(l->id));
}

/* A draft of the reader's: its id. */
int64_t
lettre_create(struct req *r, const struct lettre *l)
{
	struct lettre made = *l;

	made.id = ecrit_objet(r, "lettre", l->sujet, 0, 1);
	db_exec(r, SQL("INSERT INTO lettre (id, modele, copie_de) VALUES (?, ?, NULLIF(?, 0))"),
		I(made.id), I(l->modele), I(l->copie_de));
	write_columns(r, &made);
	lettre_follow(r, made.id);
	lettre_index(r, made.id);
	journal(r, "lettre.creee", made.id, NULL, NULL);
	return made.id;
}

/* Its subject, line and audience are L's from now on. */
void
lettre_save(struct req *r, const struct lettre *l)
{
	db_exec(r,
		SQL("UPDATE objet o JOIN lettre l ON l.id = o.id SET"
		    " l.sujet_corrige = IF(l.etat = 'pause', ?, NULL),"
		    " o.titre = IF(l.etat = 'pause', o.titre, ?) WHERE o.id = ?"),
		S(l->sujet), S(l->sujet), I(l->id));
	write_columns(r, l);
	lettre_follow(r, l->id);
	lettre_changed(r, l->id);
}

/* Its words are others: who read it again did not read these.  Those of one that is held while it
 * leaves are nobody's to find before lettre_correct(). */
void
lettre_changed(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE lettre SET version = version + 1,"
		    " modifie_par = COALESCE(NULLIF(?, 0), modifie_par) WHERE id = ?"),
		I(r->user.id), I(id));
	db_exec(r, SQL("UPDATE objet SET modifie_le = UTC_TIMESTAMP() WHERE id = ?"), I(id));
	if (db_int(r, SQL("SELECT etat <> 'pause' FROM lettre WHERE id = ?"), I(id)))
		lettre_index(r, id);
}

/* The blocks of FROM, with files of their own: what becomes of that letter changes nothing here. */
static void
copy_blocks(struct req *r, int64_t from, int64_t into)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT fichier_id FROM lettre_bloc WHERE lettre_id = ?"
		    " AND fichier_id IS NOT NULL"),
		I(from));

	db_exec(r,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, alt, lien,"
		    " fichier_id, objet_id, modifie_par, repris) SELECT ?, place, genre, texte,"
		    " droite, alt, lien, fichier_id, objet_id, modifie_par, TRUE"
		    " FROM lettre_bloc WHERE lettre_id = ?"),
		I(into), I(from));
	while (db_next(rows, &r->mem)) {
		int64_t old = db_num(rows, 0), copy = fichier_copy(r, old, into);

		db_exec(r,
			SQL("UPDATE lettre_bloc SET fichier_id = NULLIF(?, 0) WHERE lettre_id = ?"
			    " AND fichier_id = ?"),
			I(copy), I(into), I(old));
	}
}

/* A draft (or a template) of the reader's that begins as that letter: its id. */
int64_t
lettre_copy(struct req *r, int64_t from, const char *sujet, bool modele)
{
	struct lettre l;
	int64_t id;

	if (!lettre_read(r, from, &l))
		return 0;
	l.sujet = sujet;
	l.modele = modele;
	l.copie_de = from;
	id = lettre_create(r, &l);
	copy_blocks(r, from, id);
	lettre_index(r, id);
	return id;
}

/* A draft or a template is thrown away; what is to leave, or has left, stays. */
void
lettre_delete(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE lettre SET apercu = '', supprime_le = UTC_TIMESTAMP()"
			" WHERE id = ? AND supprime_le IS NULL AND etat = 'brouillon'"),
		    I(id)) == 0)
		return;
	db_exec(r, SQL("DELETE FROM lettre_bloc WHERE lettre_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM lettre_lien WHERE lettre_id = ?"), I(id));
	lettre_follow(r, id);
	ecrit_forget(r, id);
	journal(r, "lettre.supprimee", id, NULL, NULL);
}

static void
lettre_unname(struct req *r, const struct nomme *n)
{
	PAROLES(r, n, lettre, id, apercu, lettre_index);
	PAROLES(r, n, lettre, id, sujet_corrige, NULL);
	PAROLES(r, n, lettre, id, retenue, NULL);
	PAROLES(r, n, lettre_bloc, lettre_id, texte, lettre_index);
	PAROLES(r, n, lettre_bloc, lettre_id, droite, lettre_index);
	PAROLES(r, n, lettre_bloc, lettre_id, alt, lettre_index);
	PAROLES(r, n, lettre_edition, lettre_id, sujet, NULL);
	PAROLES(r, n, lettre_edition, lettre_id, apercu, NULL);
	PAROLES(r, n, lettre_edition, lettre_id, html, NULL);
	PAROLES(r, n, lettre_edition, lettre_id, texte, NULL);
	PAROLES(r, n, lettre_pres, lettre_id, html, NULL);
	PAROLES(r, n, lettre_pres, lettre_id, texte, NULL);
	PAROLES(r, n, lettre_envoi, id, adresse, NULL);
	PAROLES(r, n, lettre_envoi, id, erreur, NULL);
	PAROLES(r, n, lettre_reprise, id, nom, NULL);
	PAROLES(r, n, lettre_reprise, id, titre, NULL);
	PAROLES(r, n, lettre_reprise, id, html, NULL);
	PAROLES(r, n, lettre_reprise, id, texte, NULL);
}

static void
lettre_words(struct req *r, int64_t id)
{
	struct lettre l;
	bool there = lettre_read(r, id, &l);

	say(r, "objet.titre", l.sujet);
	say(r, "objet.texte", l.apercu);
	say_int(r, "objet.supprime", !there);
}

/* What is due, at each turn of essaim-mail: one line each. */
static void
lettre_tour(struct req *r)
{
	archive_tour(r);
	lettre_repetition_tour(r);
	lettre_veille_tour(r);
	lettre_oubli_tour(r);
}

static const struct annonce annonces[] = {
	{ "lettre", "Les lettres que vous préparez ou envoyez", PAR_SITE | PAR_COURRIEL, STAFF,
		.directe = true, .plusieurs = "nouvelles de", .icone = "send",
		.sur = "actualites" },
	{ 0 },
};

const struct genre lettre_genre = {
	"lettre",
	"Lettre d’info",
	"Lettres d’info",
	"mail",
	"/lettres",
	NULL,
	CHERCHE | ETIQUETE | COLLECTIF,
	.annonces = annonces,
	.indexe = lettre_index,
	.fusionne = lettre_merge,
	.efface = lettre_erase,
	.donnees = lettre_say_data,
	.nomme = lettre_unname,
	.mots = lettre_words,
	.tour = lettre_tour,
	.etapes = lettre_etapes,
};
