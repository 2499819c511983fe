/* inscription.c - the first visit: an address, a link, a password and the charter, the profile
 *
 * The account itself is made when the link is used (connexion.c).
 */

#include "domain/acces/appartenance.h"
#include "domain/compte/charte.h"
#include "domain/compte/compte.h"
#include "domain/compte/premiere_fois.h"
#include "domain/contacts/contact_words.h"
#include "domain/socle/journal.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/session.h"

static int
inscription_show(struct req *r)
{
	if (r->user.id != 0)
		return redirect(r, "%s", local_path(r, param(r, "suite")));
	form_value(r, "suite", param(r, "suite"));
	title(r, "Créer mon compte");
	return page(r, "inscription/index.cs");
}

static int
inscription_ask(struct req *r)
{
	title(r, "Regardez votre courriel");
	return demande_lien(r, "inscription/index.cs", "inscription/envoye.cs");
}

/* What follows the way that she came by, kept from step to step. */
static int
next_step(struct req *r, const char *path)
{
	const char *suite = param(r, "suite");

	return *suite == '\0' ? redirect(r, "%s", path) :
				redirect(r, "%s?suite=%s", path, url_escape(r, suite));
}

/* Was the charter accepted?  Then there is nothing left to choose here. */
static bool
settled(struct req *r)
{
	return db_int(r, SQL("SELECT charte_le IS NOT NULL FROM compte WHERE contact_id = ?"),
		       I(r->user.id)) != 0;
}

/* An old password is never replaced here. */
static bool
has_password(struct req *r)
{
	return db_int(r, SQL("SELECT mot_de_passe IS NOT NULL FROM compte WHERE contact_id = ?"),
		       I(r->user.id)) != 0;
}

static int
inscription_password(struct req *r)
{
	if (!r->invalid && settled(r))
		return next_step(r, "/inscription/profil");
	form_value(r, "suite", param(r, "suite"));
	db_one(r, "contact",
		SQL("SELECT c.prenom, c.email, co.mot_de_passe IS NOT NULL AS protege"
		    " FROM contact c JOIN compte co ON co.contact_id = c.id WHERE c.id = ?"),
		I(r->user.id));
	db_list(r, "groupes",
		SQL("SELECT DISTINCT o.titre FROM " OWN_MEMBERSHIPS(
			"m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
			     " ORDER BY o.titre"
			     " LIMIT 3"),
		I(r->user.id));
	title(r, "Bienvenue");
	return page(r, "inscription/mot_de_passe.cs");
}

static int
inscription_accept(struct req *r)
{
	const char *password = "", *why, *without = "";
	bool charte = false, choose;
	const struct field fields[] = { { "mot_de_passe", TEXT(&password), SECRET, .max = 1000 },
		{ "charte", YES(&charte), REQUIRED }, { "sans", TEXT(&without), .max = 1 }, { 0 } };

	if (settled(r))
		return next_step(r, "/inscription/profil");
	form_read(r, fields);
	choose = *without == '\0' && !has_password(r);
	if (choose && (why = compte_refused(r, r->user.id, password)) != NULL)
		form_error(r, "mot_de_passe",
			*password == '\0' ? "Choisissez un mot de passe, ou continuez sans." : why);
	if (r->invalid)
		return inscription_password(r);
	if (choose)
		compte_password(r, r->user.id, password);
	charte_accept(r, r->user.id);
	return next_step(r, "/inscription/profil");
}

static int
inscription_profile(struct req *r)
{
	if (!settled(r))
		return next_step(r, "/inscription/mot_de_passe");
	form_value(r, "suite", param(r, "suite"));
	premiere_fois_known(r, r->user.id);
	premiere_fois_missing(r, r->user.id);
	title(r, "Mon profil");
	return page(r, "inscription/profil.cs");
}

static int
inscription_complete(struct req *r)
{
	bool some = *param(r, "plus_tard") == '\0' && premiere_fois_save(r, r->user.id);

	db_exec(r, SQL("UPDATE compte SET profil_le = UTC_TIMESTAMP() WHERE contact_id = ?"),
		I(r->user.id));
	if (some) {
		acces_lot_clear(r);
		acces_lot_add(r, r->user.id);
		contact_reindex_lot(r);
		acces_lot_clear(r);
		journal(r, "contact.modifie", r->user.id, NULL, NULL);
	}
	if (*param(r, "suite") != '\0')
		return redirect(r, "%s", local_path(r, param(r, "suite")));
	return redirect(r, "/?fait=bienvenue");
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, inscription_show },
	{ POST, "", PUBLIC, inscription_ask },
	{ GET, "mot_de_passe", PROSPECT, inscription_password },
	{ POST, "mot_de_passe", PROSPECT, inscription_accept },
	{ GET, "profil", PROSPECT, inscription_profile },
	{ POST, "profil", PROSPECT, inscription_complete },
	{ 0 },
};

const struct area inscription_area = { "inscription", ROUTES(routes), NO_SHELL };
