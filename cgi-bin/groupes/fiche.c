/* fiche.c - the page of one group: what stands above its tabs, what it is, who reads it */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/fil/publication.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/texte.h"
#include "groupes/groupes.h"
#include "web/reply.h"

enum { RESUME = 200 };

/* What the reader may do with what the group holds, once it is loaded (publication_droit()). */
int
groupes_droit(struct req *r)
{
	return said_int(r, "Droit");
}

/* What the reader may do with the group, as Droits.*. */
static void
say_rights(struct req *r, int64_t id)
{
	bool mine = strcmp(said(r, "groupe.mien"), "1") == 0;
	bool writable = strcmp(said(r, "groupe.etat"), "archive") != 0;
	bool open = strcmp(said(r, "groupe.ouverture"), "ouvert") == 0;
	bool whole = strcmp(said(r, "groupe.type_cle"), "ensemble") == 0;

	if (whole)
		return;
	if (groupe_manages(r, id)) {
		say(r, "Droits.gere", "1");
		if (writable)
			say(r, "Droits.ecrit", "1");
		say_int(r, "Droits.demandes",
			db_int(r,
				SQL("SELECT COUNT(*) FROM groupe_demande WHERE groupe_id = ?"
				    " AND genre = 'demande' AND etat = 'attente'"),
				I(id)));
	}
	if (mine)
		say(r, "Droits.quitte", "1");
	else if (writable && r->user.level >= MEMBER)
		say(r, "Droits.rejoint",
			open ? "rejoindre" :
				db_int(r,
					SQL("SELECT 1 FROM groupe_demande WHERE groupe_id = ?"
					    " AND contact_id = ?"
					    " AND genre = 'demande' AND etat = 'attente'"),
					I(id), I(r->user.id)) ?
			       "attente" :
			       "demander");
}

/* How many people are in it, and how much there is to do for who reads what it holds. */
static void
say_numbers(struct req *r, int64_t id)
{
	int64_t membres, actions;

	db_read(r,
		SQL("SELECT " MEMBERS_OF("g.id") ", IF(?, (SELECT COUNT(*) FROM tache"
						 " WHERE groupe_id = g.id"
						 " AND etat IN ('a_faire', 'en_cours')), 0)"
						 " FROM groupe g WHERE g.id = ?"),
		INTO(TO(&membres), TO(&actions)), I(groupes_droit(r) >= VOIR), I(id));
	say_int(r, "groupe.membres", membres);
	say_int(r, "groupe.actions", actions);
}

/* What stands above the tabs of a group that is loaded. */
static void
say_above(struct req *r)
{
	int64_t id = said_id(r, "groupe.id");

	say(r, "groupe.resume", texte_court(r, said(r, "groupe.description"), RESUME));
	say_rights(r, id);
	say_numbers(r, id);
	arbre_say_above(r, "Ancetres", id);
}

/* A page of the group that groupes_load() found. */
int
groupes_page(struct req *r, const char *template)
{
	say_above(r);
	return page(r, template);
}

/* The group, as the reader sees it, for a page or for what she changes: "groupe", Droit, and which
 * tab is open.  False: no such group for the reader. */
bool
groupes_load(struct req *r, int64_t id, const char *onglet)
{
	int droit;

	if (!db_one(r, "groupe",
		    SQL("SELECT o.id, o.titre, t.titre AS type, t.cle AS type_cle, t.teinte,"
			" t.encadre, g.description, g.ouverture,"
			" IF(o.archive_le IS NULL, 'actif', 'archive') AS etat, o.archive_le,"
			" g.actif, g.cree_le, g.ferme_le,"
			" g.ville, g.departement, g.champ_id IS NOT NULL AS crm,"
			" " MINE("o.id") " AS mien"
					 " FROM groupe g JOIN objet o ON o.id = g.id"
					 " JOIN groupe_type t ON t.cle = g.type"
					 " WHERE o.id = ? AND " SEES("o")),
		    I(r->user.id), I(id), ME(r)))
		return false;
	droit = publication_droit(r, id);
	say_int(r, "Droit",
		strcmp(said(r, "groupe.etat"), "archive") == 0 && droit > VOIR ? VOIR : droit);
	say(r, "Onglet", onglet);
	title(r, "%s", said(r, "groupe.titre"));
	return true;
}

/* The same of a group that people enter: those that only hold others have no members, whose rights
 * would come down to all of them. */
bool
groupes_enters(struct req *r, int64_t id, const char *onglet)
{
	return groupes_load(r, id, onglet) && strcmp(said(r, "groupe.type_cle"), "ensemble") != 0;
}

/* The same, for who manages it. */
bool
groupes_managed(struct req *r, int64_t id, const char *onglet)
{
	return groupes_enters(r, id, onglet) && groupe_manages(r, id);
}

static void
fact(struct req *r, const char *libelle, const char *valeur)
{
	static const char at[] = "faits";
	int n = 0;
	struct row *row;

	if (*valeur == '\0')
		return;
	for (row = row_first(r, at); row != NULL; row = row_next(row))
		n++;
	row = row_nth(r, at, n);
	row_say(row, "libelle", libelle);
	row_say(row, "valeur", valeur);
}

static const char *
day(struct req *r, const char *name)
{
	const char *iso = said(r, name);

	return *iso != '\0' ? text_day(&r->mem, iso) : "";
}

/* The groups just below, with how many people are in each and below. */
static void
say_below(struct req *r, int64_t id)
{
	db_list(r, "sous_groupes",
		SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte,"
		    " (SELECT COUNT(DISTINCT m.contact_id) FROM " COUNTED_BELOW(
			    "m") " AND m.fin IS NULL WHERE a.ancetre_id = o.id) AS membres"
				 " FROM objet o JOIN groupe g ON g.id = o.id"
				 " JOIN groupe_type t ON t.cle = g.type"
				 " WHERE o.cadre_id = ? AND o.archive_le IS NULL AND " SEES(
					 "o") " ORDER BY t.ordre, o.titre LIMIT 40"),
		I(id), ME(r));
	groupe_say_sigles(r, "sous_groupes");
}

static int
groupes_about(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "a-propos"))
		return not_found(r);
	say_above(r);
	say(r, "groupe.texteHtml", texte_html(r, said(r, "groupe.description")));
	etiquette_dress(r, id);
	fact(r, "Type", said(r, "groupe.type"));
	fact(r, "Membres", said(r, "groupe.membres"));
	fact(r, "Ville", said(r, "groupe.ville"));
	fact(r, "Département", said(r, "groupe.departement"));
	fact(r, "Créé le", day(r, "groupe.cree_le"));
	fact(r, "Fermé le", day(r, "groupe.ferme_le"));
	fact(r, "État",
		strcmp(said(r, "groupe.etat"), "archive") == 0    ? "Archivé" :
			strcmp(said(r, "groupe.actif"), "0") == 0 ? "Inactif" :
								    "Actif");
	say_below(r, id);
	return page(r, "groupes/apropos.cs");
}

/* Who reads the page of the group, and what is published in it: people and publics, by the very
 * test that opens pages. */
static int
groupes_readers(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "a-propos"))
		return not_found(r);
	acces_qui(r, "fiche", db_int(r, SQL("SELECT liste_id FROM objet WHERE id = ?"), I(id)));
	acces_qui(r, "contenu", groupe_contenu_connue(r, id));
	title(r, "Qui voit %s ?", said(r, "groupe.titre"));
	return page(r, "groupes/qui.cs");
}

const struct route groupes_fiche_routes[] = {
	{ GET, ":id/a-propos", PROSPECT, groupes_about },
	{ GET, ":id/qui", MEMBER, groupes_readers },
	{ 0 },
};
