/* redaction.c - the page of a draft: its blocks in a list, one of them open in a form */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/texte.h"
#include "lettres/redaction.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"

enum { OFFERED = 500, EXCERPT = 90 };

/* What the address opens: a block (bloc), a new one of a kind (ajouter); else the only one there
 * is, or a first text. */
struct saisie
saisie_asked(struct req *r, const struct lettre *l)
{
	int64_t id = strtoll(param(r, "bloc"), NULL, 10);
	struct saisie s = { .l = *l, .b = bloc_new(""), .lu_tete = lettre_print(r, l), .lu = "" };
	struct lettre_bloc blocs[2];
	unsigned n = lettre_blocs(r, l->id, blocs, 2);

	if (bloc_genre(param(r, "ajouter")) != NULL)
		s.b = bloc_new(param(r, "ajouter"));
	else if (id != 0 && lettre_bloc_read(r, l->id, id, &s.b))
		s.lu = lettre_bloc_print(r, &s.b);
	else if (n == 0)
		s.b = bloc_new("texte");
	else if (n == 1 && *param(r, "ferme") == '\0') {
		s.b = blocs[0];
		s.lu = lettre_bloc_print(r, &s.b);
	} else
		s.b = bloc_new("");
	return s;
}

/* What a closed block shows of itself: ROW has texte, alt, chose, fichier. */
static const char *
excerpt(struct req *r, struct row *row)
{
	static const char *const parts[] = { "chose", "alt", "fichier" };

	if (*row_text(row, "texte") != '\0')
		return texte_court(r, row_text(row, "texte"), EXCERPT);
	for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++)
		if (*row_text(row, parts[i]) != '\0')
			return row_text(row, parts[i]);
	return "";
}

static void
say_blocks(struct req *r, const struct lettre *l, int64_t open)
{
	db_list(r, "Blocs",
		SQL("SELECT b.id, b.place, b.genre, LEFT(b.texte, 300) AS texte, b.alt,"
		    " CASE WHEN " SEES(
			    "o") " THEN o.titre END AS chose, f.nom AS fichier"
				 " FROM lettre_bloc b LEFT JOIN objet o ON o.id = b.objet_id"
				 " LEFT JOIN fichier f ON f.id = b.fichier_id WHERE b.lettre_id = ?"
				 " ORDER BY b.place, b.id LIMIT 60"),
		ME(r), I(l->id));
	for (struct row *b = row_first(r, "Blocs"); b != NULL; b = row_next(b)) {
		const struct bloc_genre *g = bloc_genre(row_text(b, "genre"));

		row_say(b, "titre", g != NULL ? g->titre : "");
		row_say(b, "extrait", excerpt(r, b));
		if (row_id(b, "id") == open)
			row_say(b, "ouvert", "1");
	}
}

/* ---- what a block may show ---- */

static void
offer_events(struct req *r)
{
	db_list(r, "Choses",
		SQL("SELECT o.id AS valeur,"
		    " CONCAT(o.titre, ' (', DATE_FORMAT(MIN(d.jour), '%d/%m'),"
		    " IF(e.lieu = '', '', ', '), LEFT(e.lieu, 60), ')') AS libelle"
		    " FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
		    " JOIN objet o ON o.id = e.id WHERE d.fin > UTC_TIMESTAMP()"
		    " AND d.etat <> 'annule' AND e.etat = 'publie' AND " SEES(
			    "o") " GROUP BY o.id ORDER BY MIN(d.debut), o.id LIMIT ?"),
		ME(r), I(OFFERED));
}

static void
offer_things(struct req *r, const char *genre)
{
	db_list(r, "Choses",
		SQL("SELECT o.id AS valeur, o.titre AS libelle FROM objet o WHERE o.genre = ?"
		    " AND o.archive_le IS NULL AND o.titre <> '' AND " SEES(
			    "o") " ORDER BY o.id DESC LIMIT ?"),
		S(genre), ME(r), I(OFFERED));
}

static void
offer_files(struct req *r)
{
	db_list(r, "Choses",
		SQL("SELECT f.id AS valeur, CONCAT(f.nom, ' (', o.titre, ')') AS libelle"
		    " FROM fichier f JOIN fichier_contenu c ON c.empreinte = f.empreinte"
		    " JOIN objet o ON o.id = f.objet_id WHERE f.type NOT LIKE 'image/%'"
		    " AND c.infecte = '' AND " SEES("o") " ORDER BY f.id DESC LIMIT ?"),
		ME(r), I(OFFERED));
}

/* The things that the open block may show, among those that the reader sees: "Choses", under the
 * field of the form that takes them. */
static void
offer(struct req *r, const struct lettre_bloc *b)
{
	bool files = strcmp(b->genre, "document") == 0;
	const char *now = arena_printf(&r->mem, "%" PRId64, files ? b->fichier : b->objet);

	if (files)
		offer_files(r);
	else if (strcmp(b->genre, "evenement") == 0)
		offer_events(r);
	else
		offer_things(r, b->genre);
	for (struct row *o = row_first(r, "Choses"); o != NULL; o = row_next(o))
		if (strcmp(row_text(o, "valeur"), now) == 0)
			row_say(o, "choisi", "1");
	choices_cut(
		r, row_at(r, "Choses"), row_at(r, files ? "Form.piece" : "Form.chose"), "cherche");
}

/* ---- the open block ---- */

static void
say_open(struct req *r, const struct lettre *l, const struct saisie *s)
{
	const struct lettre_bloc *b = &s->b;
	const struct bloc_genre *g = bloc_genre(b->genre);

	if (g == NULL)
		return;
	say_int(r, "Bloc.id", b->id);
	say(r, "Bloc.genre", b->genre);
	say(r, "Bloc.titre", g->titre);
	say(r, "Bloc.lu", s->lu);
	say_int(r, "Bloc.place", b->place);
	say_int(r, "Bloc.piece", b->fichier);
	say_int(r, "Bloc.colonnes", (g->a & A_DROITE) != 0);
	say_int(r, "Bloc.texte", (g->a & (A_TEXTE | A_DROITE)) == A_TEXTE);
	say_int(r, "Bloc.ligne", (g->a & A_LIGNE) != 0);
	say_int(r, "Bloc.lien", (g->a & A_LIEN) != 0);
	say_int(r, "Bloc.image", (g->a & A_IMAGE) != 0);
	say_int(r, "Bloc.document", (g->a & A_FICHIER) != 0);
	say_int(r, "Bloc.chose", (g->a & A_OBJET) != 0);
	form_value(r, (g->a & A_DROITE) != 0 ? "gauche" : "texte", b->texte);
	form_value(r, "droite", b->droite);
	form_value(r, "alt", b->alt);
	form_value(r, "lien", b->lien);
	if (b->fichier != 0)
		say(r, "Bloc.fichier",
			db_string(r, SQL("SELECT nom FROM fichier WHERE id = ? AND objet_id = ?"),
				I(b->fichier), I(l->id)));
	if ((g->a & (A_OBJET | A_FICHIER)) != 0)
		offer(r, b);
}

/* What somebody else made of it meanwhile, beside what was typed. */
static void
say_other(struct req *r, const struct lettre *l, const struct saisie *s)
{
	if (s->autre_tete) {
		say(r, "Autre.objet", l->sujet);
		say(r, "Autre.apercu", l->apercu);
	}
	if (s->autre_bloc) {
		say(r, "Autre.bloc", "1");
		say(r, "Autre.texte", s->ici.texte);
		say(r, "Autre.droite", s->ici.droite);
		say(r, "Autre.alt", s->ici.alt);
		say(r, "Autre.lien", s->ici.lien);
	}
	say_int(r, "Autre.parti", s->parti);
}

void
redaction_say(struct req *r, const struct lettre *l, const struct saisie *s)
{
	const char *when = said(r, "lettre.modifie_le");

	form_value(r, "objet", s->l.sujet);
	form_value(r, "apercu", s->l.apercu);
	form_value(r, "sorte", s->l.sorte);
	say_int(r, "Signes", (int64_t) text_length(s->l.sujet));
	say(r, "LuTete", s->lu_tete);
	db_list(r, "Sortes",
		SQL("SELECT cle AS valeur, titre AS libelle, cle = ? AS choisi FROM lettre_sorte"
		    " WHERE retire_le IS NULL OR cle = ? ORDER BY ordre"),
		S(s->l.sorte), S(s->l.sorte));
	for (struct row *o = row_first(r, "Sortes"); o != NULL; o = row_next(o))
		if (row_int(o, "choisi") == 0)
			row_unsay(o, "choisi");
	say_blocks(r, l, s->b.id);
	say_open(r, l, s);
	say_other(r, l, s);
	say(r, "Par",
		db_string(r,
			SQL("SELECT CONCAT_WS(' ', c.prenom, c.nom) FROM lettre l"
			    " JOIN contact c ON c.id = l.modifie_par WHERE l.id = ?"),
			I(l->id)));
	if (*when != '\0')
		say(r, "Enregistre", text_when(&r->mem, clock_parse(when), clock_now()));
	etiquette_dress(r, l->id);
}
