/* ecrit.c - texts that people write: posts, comments, tasks; what all of them need */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/notifications/notif.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/fichier.h"
#include "domain/objets/texte.h"

/* A new objet of the reader's, in that group and under that access list.  Its id. */
int64_t
ecrit_objet(struct req *r, const char *genre, const char *titre, int64_t cadre_id, int64_t liste)
{
	return db_insert(r,
		SQL("INSERT INTO objet (genre, titre, cree_le, cree_par, modifie_le, cadre_id,"
		    " liste_id)"
		    " VALUES (?, ?, UTC_TIMESTAMP(), NULLIF(?, 0), UTC_TIMESTAMP(), NULLIF(?, 0),"
		    " ?)"),
		S(genre), S(titre), I(r->user.id), I(cadre_id), I(liste));
}

/* The title that lists show: the one given, or the beginning of the text. */
char *
ecrit_titre(struct req *r, const char *titre, const char *texte)
{
	return *titre != '\0' ? arena_strdup(&r->mem, titre) :
				arena_strdup(&r->mem, texte_court(r, texte, 80));
}

/* Lists show that objet by that title from now on. */
void
ecrit_title(struct req *r, int64_t id, const char *titre, const char *texte)
{
	db_exec(r, SQL("UPDATE objet SET titre = ? WHERE id = ?"), S(ecrit_titre(r, titre, texte)),
		I(id));
}

/* What the search finds of that objet: by its title and its text, which it cuts extracts from. */
void
ecrit_index(struct req *r, int64_t id, const char *titre, const char *texte)
{
	const char *plain = texte_brut(r, texte);

	db_exec(r,
		SQL("REPLACE INTO recherche (objet_id, titre, corps, texte) VALUES (?, ?, ?, ?)"),
		I(id), S(text_tokens(&r->mem, titre)), S(text_tokens(&r->mem, plain)), S(plain));
}

/* Keep what a text was before it is changed. */
void
ecrit_version(struct req *r, int64_t id, const char *written, const char *titre, const char *texte)
{
	db_exec(r,
		SQL("INSERT INTO ecrit_version (objet_id, ecrit_le, titre, texte)"
		    " VALUES (?, ?, ?, ?)"),
		I(id), S(written), S(titre), S(texte));
}

/* Nothing of what was written there stays: not its title, versions, links, nor what the search or
 * notifications know of it. */
void
ecrit_forget(struct req *r, int64_t id)
{
	struct rows *files = db_rows(r, SQL("SELECT id FROM fichier WHERE objet_id = ?"), I(id));

	while (db_next(files, &r->mem))
		fichier_drop(r, db_num(files, 0));
	db_exec(r, SQL("DELETE FROM ecrit_version WHERE objet_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM objet_lien WHERE objet_id = ?"), I(id));
	db_exec(r, SQL("DELETE FROM objet_carte WHERE ? IN (objet_id, cible_id)"), I(id));
	db_exec(r, SQL("DELETE FROM recherche WHERE objet_id = ?"), I(id));
	notif_forget(r, id, "");
	db_exec(r,
		SQL("UPDATE objet SET titre = 'Texte supprimé', modifie_le = UTC_TIMESTAMP()"
		    " WHERE id = ?"),
		I(id));
}

/* ROW has auteur_id, prenom and nom: the name, the initials and the hue of who wrote. */
void
ecrit_say_author(struct req *r, struct row *row)
{
	const char *prenom = row_text(row, "prenom"), *nom = row_text(row, "nom");

	if (*prenom == '\0' && *nom == '\0')
		row_say(row, "auteur",
			row_id(row, "auteur_id") != 0 ? "Personne effacée" : "Essaim");
	else
		row_say(row, "auteur", arena_printf(&r->mem, "%s %s", prenom, nom));
	row_say(row, "initiales", text_initials(&r->mem, prenom, nom));
	row_say_int(row, "teinte", text_hue(row_id(row, "auteur_id")));
}

/* The moment FROM of ROW, as one says it, under the name INTO. */
void
ecrit_say_when(struct req *r, struct row *row, const char *from, const char *into)
{
	const char *utc = row_text(row, from);

	if (*utc != '\0')
		row_say(row, into, text_when(&r->mem, clock_parse(utc), clock_now()));
}

/* The text of ROW as HTML, corpsHtml: of MAX characters at most, and suite when there are more. */
void
ecrit_say_text(struct req *r, struct row *row, size_t max)
{
	const char *texte = row_text(row, "texte"), *cut = text_cut(&r->mem, texte, max);

	row_say(row, "corpsHtml", texte_html(r, cut));
	if (strcmp(cut, texte) != 0)
		row_say(row, "suite", "1");
}
