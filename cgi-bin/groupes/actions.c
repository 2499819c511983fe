/* actions.c - the tasks of a group: the board, one task, what moves it */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/fil/tache.h"
#include "domain/notifications/abonnement.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/ecrit.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/texte.h"
#include "groupes/groupes.h"
#include "net/live.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/table_reply.h"

#define TACHES \
	"SELECT o.id, o.titre, t.etat, t.echeance, t.fait_le, COALESCE(d.n, 0) AS commentaires" \
	" FROM tache t JOIN objet o ON o.id = t.id LEFT JOIN discussion d ON d.objet_id = t.id" \
	" WHERE t.groupe_id = ? AND t.etat = ?"

/* ---- the board ---- */

static void
column(struct req *r, int n, int64_t groupe, const char *etat, const char *titre)
{
	const char *at = arena_printf(&r->mem, "colonnes.%d", n);

	say(r, arena_printf(&r->mem, "%s.etat", at), etat);
	say(r, arena_printf(&r->mem, "%s.titre", at), titre);
	if (strcmp(etat, "fait") == 0)
		db_list(r, arena_printf(&r->mem, "%s.items", at),
			SQL(TACHES " AND " SEES("o") " ORDER BY t.fait_le DESC LIMIT 6"), I(groupe),
			S(etat), ME(r));
	else
		db_list(r, arena_printf(&r->mem, "%s.items", at),
			SQL(TACHES " AND " SEES(
				"o") " ORDER BY t.echeance IS NULL, t.echeance, o.id LIMIT 12"),
			I(groupe), S(etat), ME(r));
	say_int(r, arena_printf(&r->mem, "%s.total", at),
		db_int(r, SQL("SELECT COUNT(*) FROM tache WHERE groupe_id = ? AND etat = ?"),
			I(groupe), S(etat)));
	tache_say(r, arena_printf(&r->mem, "%s.items", at));
}

static int
take_tasks(struct req *r, int64_t id)
{
	static const char *const columns[] = { "Action", "État", "Pour le", "Faite le",
		"Qui s’en charge" };

	return table_reply(r, "actions", "groupe.actions_export", id, columns, 5,
		db_rows(r,
			SQL("SELECT o.titre, CASE t.etat WHEN 'a_faire' THEN 'À faire'"
			    " WHEN 'en_cours' THEN 'En cours' ELSE 'Fait' END,"
			    " t.echeance, DATE(t.fait_le), (SELECT GROUP_CONCAT(CONCAT_WS(' ',"
			    " c.prenom, c.nom) ORDER BY c.tri SEPARATOR ', ')"
			    " FROM tache_responsable x JOIN contact c ON c.id = x.contact_id"
			    " WHERE x.tache_id = t.id)"
			    " FROM tache t JOIN objet o ON o.id = t.id WHERE t.groupe_id = ?"
			    " AND " SEES("o") " ORDER BY t.etat = 'fait', t.echeance IS NULL,"
					      " t.echeance, o.id"),
			I(id), ME(r)));
}

static int
groupes_actions(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "actions"))
		return not_found(r);
	if (table_asked(r))
		return groupes_droit(r) >= VOIR ? take_tasks(r, id) : not_found(r);
	if (groupes_droit(r) >= VOIR) {
		column(r, 0, id, "a_faire", "À faire");
		column(r, 1, id, "en_cours", "En cours");
		column(r, 2, id, "fait", "Fait");
	}
	say_int(r, "Liste", strcmp(param(r, "vue"), "liste") == 0);
	return groupes_page(r, "groupes/actions.cs");
}

/* ---- one task ---- */

/* Say "tache" and its people, of the group of the address, for who may do DROIT with it: 0, or the
 * status to answer. */
static int
load(struct req *r, int droit)
{
	int64_t groupe = caught_id(r, 0), id = caught_id(r, 1);

	if (!groupes_load(r, groupe, "actions") ||
		!db_one(r, "taches.0",
			SQL("SELECT o.id, o.titre, t.texte, t.etat, t.echeance, t.fait_le,"
			    " TRIM(CONCAT(f.prenom, ' ', f.nom)) AS fait_par,"
			    " o.cree_le, o.cree_par AS auteur_id, c.prenom, c.nom, EXISTS (SELECT 1"
			    " FROM tache_responsable x"
			    " WHERE x.tache_id = t.id AND x.contact_id = ?) AS mienne FROM tache t"
			    " JOIN objet o ON o.id = t.id"
			    " LEFT JOIN contact c ON c.id = o.cree_par"
			    " LEFT JOIN contact f ON f.id = t.fait_par"
			    " WHERE t.id = ? AND t.groupe_id = ? AND " SEES("o")),
			I(r->user.id), I(id), I(groupe), ME(r)))
		return not_found(r);
	return groupes_droit(r) >= droit ? 0 : forbidden(r);
}

/* Members who may take TACHE on and have not yet: the reader first, then who has a role, then by
 * name; many are searched. */
static void
say_members(struct req *r, int64_t groupe, int64_t tache)
{
	db_list(r, "Membres",
		SQL("SELECT c.id AS valeur, TRIM(CONCAT(c.prenom, ' ', c.nom)) AS libelle"
		    " FROM membre m JOIN contact c ON c.id = m.contact_id"
		    " JOIN objet o ON o.id = c.id WHERE m.groupe_id = ? AND m.fin IS NULL"
		    " AND c.acces > 0 AND " SEES(
			    "o") " AND NOT EXISTS (SELECT 1"
				 " FROM tache_responsable t WHERE t.tache_id = ?"
				 " AND t.contact_id = c.id)"
				 " GROUP BY c.id ORDER BY c.id <> ?, MAX(m.role <> 'membre') DESC,"
				 " c.tri"),
		I(groupe), ME(r), I(tache), I(r->user.id));
	choices_cut(r, row_at(r, "Membres"), row_at(r, "Form.qui"), "cherche");
}

static int
groupes_action(struct req *r)
{
	int64_t groupe = caught_id(r, 0), id = caught_id(r, 1);
	int refused = load(r, VOIR);
	struct row *row;

	if (refused != 0)
		return refused;
	tache_say(r, "taches");
	row = row_first(r, "taches");
	ecrit_say_author(r, row);
	ecrit_say_when(r, row, "cree_le", "quand");
	ecrit_say_when(r, row, "fait_le", "fait");
	row_say(row, "corpsHtml", texte_html(r, row_text(row, "texte")));
	if (groupes_droit(r) >= CONTRIBUER)
		say_members(r, groupe, id);
	etiquette_dress(r, id);
	say_int(r, "Suivi", abonnement_of(r, id, r->user.id));
	say(r, "Reponse", param(r, "reponse"));
	say(r, "Retour",
		arena_printf(&r->mem, "/groupes/%" PRId64 "/actions/%" PRId64, groupe, id));
	commentaire_say(r, id, param(r, "avant"), said(r, "Retour"));
	title(r, "%s", text_cut(&r->mem, said(r, "taches.0.titre"), 120));
	return page(r, "groupes/action.cs");
}

static int
back(struct req *r, const char *fait)
{
	if (strcmp(param(r, "retour"), "tableau") == 0)
		return redirect(r, "/groupes/%" PRId64 "/actions?fait=%s", caught_id(r, 0), fait);
	if (strcmp(param(r, "retour"), "accueil") == 0)
		return redirect(r, "/?fait=%s", fait);
	return redirect(r, "/groupes/%" PRId64 "/actions/%" PRId64 "?fait=%s", caught_id(r, 0),
		caught_id(r, 1), fait);
}

static int
groupes_move_action(struct req *r)
{
	const char *etat = "";
	const struct field fields[] = {
		{ "etat", CHOICE(&etat), REQUIRED, .choices = "a_faire|en_cours|fait" }, { 0 }
	};
	int refused = load(r, CONTRIBUER);

	if (refused != 0)
		return refused;
	if (!form_read(r, fields))
		return groupes_action(r);
	tache_move(r, caught_id(r, 1), etat);
	live_tell_objet(r, caught_id(r, 0));
	return back(r, strcmp(etat, "fait") == 0 ? "action-faite" : "action");
}

static int
groupes_own_action(struct req *r)
{
	int64_t who = 0;
	const struct field fields[] = { { "qui", ID(&who), REQUIRED }, { 0 } };
	int refused = load(r, CONTRIBUER);

	if (refused != 0)
		return refused;
	if (choices_sought(r) || !form_read(r, fields))
		return groupes_action(r);
	if (!tache_own(r, caught_id(r, 1), who, strcmp(param(r, "retire"), "1") != 0)) {
		form_error(r, "qui", "Choisissez un membre du groupe.");
		return groupes_action(r);
	}
	return back(r, "action");
}

/* ---- a new one, and changing it ---- */

static int
show_form(struct req *r, const char *titre)
{
	say_members(r, caught_id(r, 0), 0);
	title(r, "%s", titre);
	return page(r, "groupes/action_form.cs");
}

static bool
read_form(struct req *r, struct tache *t)
{
	const struct field fields[] = {
		{ "titre", LINE(&t->titre), REQUIRED, .max = ECRIT_TITRE },
		{ "texte", TEXT(&t->texte), .max = ECRIT_COURT },
		{ "echeance", LINE(&t->echeance), .max = 10 },
		{ "qui", ID(&t->responsable) },
		{ 0 },
	};

	form_read(r, fields);
	if (t->echeance != NULL && (t->echeance = text_iso(&r->mem, t->echeance)) == NULL)
		form_error(r, "echeance", "Donnez une date, par exemple 14/09/2026.");
	if (t->responsable != 0 &&
		db_int(r,
			SQL("SELECT 1 FROM membre WHERE groupe_id = ? AND contact_id = ?"
			    " AND fin IS NULL LIMIT 1"),
			I(t->groupe), I(t->responsable)) == 0)
		form_error(r, "qui", "Choisissez un membre du groupe.");
	return !r->invalid;
}

static int
load_group(struct req *r)
{
	if (!groupes_load(r, caught_id(r, 0), "actions"))
		return not_found(r);
	return groupes_droit(r) >= CONTRIBUER ? 0 : forbidden(r);
}

static int
groupes_new_action(struct req *r)
{
	int refused = load_group(r);

	return refused != 0 ? refused : show_form(r, "Nouvelle action");
}

/* The form as it was filled, with the people of the name asked for. */
static int
searched(struct req *r)
{
	form_value(r, "titre", param(r, "titre"));
	form_value(r, "texte", param(r, "texte"));
	form_value(r, "echeance", param(r, "echeance"));
	return show_form(r, "Nouvelle action");
}

static int
groupes_create_action(struct req *r)
{
	struct tache t = { .groupe = caught_id(r, 0), .titre = "", .texte = "" };
	int refused = load_group(r);

	if (refused != 0)
		return refused;
	if (choices_sought(r))
		return searched(r);
	if (!read_form(r, &t))
		return show_form(r, "Nouvelle action");
	tache_create(r, &t);
	return redirect(r, "/groupes/%" PRId64 "/actions?fait=action", t.groupe);
}

static int
groupes_edit_action(struct req *r)
{
	int refused = load(r, CONTRIBUER);

	if (refused != 0)
		return refused;
	form_value(r, "titre", said(r, "taches.0.titre"));
	form_value(r, "texte", said(r, "taches.0.texte"));
	form_value(r, "echeance", said(r, "taches.0.echeance"));
	say(r, "Change", said(r, "taches.0.id"));
	return show_form(r, "Modifier l’action");
}

static int
groupes_save_action(struct req *r)
{
	struct tache t = { .groupe = caught_id(r, 0), .titre = "", .texte = "" };
	int refused = load(r, CONTRIBUER);

	if (refused != 0)
		return refused;
	say(r, "Change", said(r, "taches.0.id"));
	if (!read_form(r, &t))
		return show_form(r, "Modifier l’action");
	tache_change(r, caught_id(r, 1), &t);
	return back(r, "action");
}

const struct route groupes_actions_routes[] = {
	{ GET, ":id/actions", PROSPECT, groupes_actions, .formats = CSV | XLSX },
	{ POST, ":id/actions", PROSPECT, groupes_create_action },
	{ GET, ":id/actions/nouvelle", PROSPECT, groupes_new_action },
	{ GET, ":id/actions/:id", PROSPECT, groupes_action },
	{ GET, ":id/actions/:id/modifier", PROSPECT, groupes_edit_action },
	{ POST, ":id/actions/:id/modifier", PROSPECT, groupes_save_action },
	{ POST, ":id/actions/:id/etat", PROSPECT, groupes_move_action },
	{ POST, ":id/actions/:id/responsables", PROSPECT, groupes_own_action },
	{ 0 },
};
