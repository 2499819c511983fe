/* demandes.c - joining, leaving, asking, inviting: how one comes into a group and goes */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/contacts/contact.h"
#include "domain/groupes/demande.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/nommes.h"
#include "domain/objets/texte.h"
#include "groupes/groupes.h"
#include "web/form.h"
#include "web/reply.h"

/* ---- one's own coming and going ---- */

static int
groupes_join(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_enters(r, id, "a-propos"))
		return not_found(r);
	if (membre_is(r, id, r->user.id))
		return redirect(r, "/groupes/%" PRId64, id);
	return groupe_writable(r, id) ? page(r, "groupes/rejoindre.cs") : refuse(r, 409);
}

/* Into an open group at once; a closed one is asked. */
static int
groupes_joined(struct req *r)
{
	int64_t id = caught_id(r, 0);
	const char *mot = "";
	const struct field fields[] = { { "mot", TEXT(&mot), .max = MOT }, { 0 } };

	if (!groupes_enters(r, id, "a-propos"))
		return not_found(r);
	if (!groupe_writable(r, id))
		return refuse(r, 409);
	if (!form_read(r, fields))
		return page(r, "groupes/rejoindre.cs");
	if (strcmp(said(r, "groupe.ouverture"), "ouvert") == 0) {
		membre_add(r, id, r->user.id, "membre");
		return redirect(r, "/groupes/%" PRId64 "?fait=rejoint", id);
	}
	demande_ask(r, id, mot);
	return redirect(r, "/groupes/%" PRId64 "/a-propos?fait=demande", id);
}

static int
groupes_leave(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "a-propos") || !membre_is(r, id, r->user.id))
		return not_found(r);
	say_int(r, "Depart.crm", membre_from_crm(r, id, r->user.id, NULL));
	say_int(r, "Depart.derniere",
		db_int(r,
			SQL("SELECT EXISTS (SELECT 1 FROM membre m"
			    " JOIN groupe_role gr ON gr.cle = m.role AND gr.coordination"
			    " WHERE m.groupe_id = ? AND m.contact_id = ? AND m.fin IS NULL)"
			    " AND NOT EXISTS (SELECT 1 FROM membre m"
			    " JOIN groupe_role gr ON gr.cle = m.role AND gr.coordination"
			    " JOIN contact c ON c.id = m.contact_id AND c.acces > 1"
			    " WHERE m.groupe_id = ? AND m.contact_id <> ? AND m.fin IS NULL)"),
			I(id), I(r->user.id), I(id), I(r->user.id)));
	return page(r, "groupes/quitter.cs");
}

static int
groupes_left(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "a-propos") || !membre_is(r, id, r->user.id))
		return not_found(r);
	membre_end(r, id, r->user.id, "membre");
	if (membre_is(r, id, r->user.id)) /* what the CRM says stays */
		return redirect(r, "/groupes/%" PRId64 "/quitter", id);
	return redirect(r, "/groupes?fait=quitte");
}

/* An invitation of mine, to read and answer. */
static int
groupes_invitation(struct req *r)
{
	if (!demande_load(r, "invitation", caught_id(r, 0)) ||
		strcmp(said(r, "invitation.genre"), "invitation") != 0 ||
		said_id(r, "invitation.contact_id") != r->user.id)
		return not_found(r);
	say(r, "invitation.resume", texte_court(r, said(r, "invitation.description"), MOT));
	say(r, "Invite.qui",
		db_string(r, SQL("SELECT CONCAT(prenom, ' ', nom) FROM contact WHERE id = ?"),
			I(said_id(r, "invitation.cree_par"))));
	title(r, "Invitation dans %s", said(r, "invitation.titre"));
	return page(r, "groupes/invitation.cs");
}

static int
groupes_invitation_answer(struct req *r)
{
	int64_t id = caught_id(r, 0);
	bool yes = strcmp(param(r, "reponse"), "oui") == 0;

	if (!demande_load(r, "invitation", id) ||
		strcmp(said(r, "invitation.genre"), "invitation") != 0 ||
		said_id(r, "invitation.contact_id") != r->user.id)
		return not_found(r);
	demande_answer(r, id, yes, "");
	return yes ? redirect(r, "/groupes/%s?fait=rejoint", said(r, "invitation.groupe_id")) :
		     redirect(r, "/?fait=invitation-refusee");
}

/* ---- what the coordination does ---- */

/* May the reader be told that person c (objet o) is who waits, as d?  One invited by her address
 * alone is named to who reads that address of hers.  Binds NAMED_TO(r). */
#define NAMED "(NOT d.par_adresse OR (? AND LOCATE(?, c.cache) = 0) OR " MANAGES("o") ")"
#define NAMED_TO(r) \
	I(champ_find(modele(r), "email")->lecture <= contact_level(r)), \
		S(arena_printf(&(r)->mem, ",%d,", champ_find(modele(r), "email")->id)), ME(r)

static bool
named(struct req *r, int64_t id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM groupe_demande d JOIN contact c ON c.id = d.contact_id"
			   " JOIN objet o ON o.id = c.id"
			   " WHERE d.id = ? AND " NAMED),
		       I(id), NAMED_TO(r)) != 0;
}

static int
groupes_requests(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int n;

	if (!groupes_managed(r, id, "membres"))
		return not_found(r);
	n = db_list(r, "items",
		SQL("SELECT d.id, d.genre, d.mot, DATE(d.cree_le) AS le, c.id AS contact_id,"
		    " c.prenom, c.nom FROM groupe_demande d JOIN contact c ON c.id = d.contact_id"
		    " JOIN objet o ON o.id = c.id"
		    " WHERE d.groupe_id = ? AND d.etat = 'attente' AND " NAMED
		    " ORDER BY d.genre, d.id LIMIT 40"),
		I(id), NAMED_TO(r));
	for (struct row *d = row_first(r, "items"); d != NULL; d = row_next(d)) {
		visage(r, d, "contact_id");
		row_say(d, "quand", text_day_near(&r->mem, row_text(d, "le"), clock_now()));
	}
	say_int(r, "total", n);
	say_int(r, "page", 1);
	title(r, "Demandes, %s", said(r, "groupe.titre"));
	return groupes_page(r, "groupes/demandes.cs");
}

static int
groupes_request_answer(struct req *r)
{
	int64_t id = caught_id(r, 0), which = caught_id(r, 1);
	const char *acte = "", *mot = "";
	const struct field fields[] = {
		{ "acte", CHOICE(&acte), REQUIRED, .choices = "accepter|refuser|retirer" },
		{ "mot", TEXT(&mot), .max = MOT },
		{ 0 },
	};

	if (!groupes_managed(r, id, "membres"))
		return not_found(r);
	if (!form_read(r, fields))
		return groupes_requests(r);
	if (!demande_load(r, "Une", which) || said_id(r, "Une.groupe_id") != id || !named(r, which))
		return not_found(r);
	if (strcmp(acte, "retirer") == 0)
		demande_withdraw(r, which);
	else if (strcmp(said(r, "Une.genre"), "demande") != 0)
		return forbidden(r); /* an invitation is answered by who got it */
	else
		demande_answer(r, which, strcmp(acte, "accepter") == 0, mot);
	return redirect(r, "/groupes/%" PRId64 "/demandes?fait=reponse", id);
}

const struct route groupes_demandes_routes[] = {
	{ GET, "invitations/:id", PROSPECT, groupes_invitation },
	{ POST, "invitations/:id", PROSPECT, groupes_invitation_answer },
	{ GET, ":id/rejoindre", MEMBER, groupes_join },
	{ POST, ":id/rejoindre", MEMBER, groupes_joined },
	{ GET, ":id/quitter", PROSPECT, groupes_leave },
	{ POST, ":id/quitter", PROSPECT, groupes_left },
	{ GET, ":id/demandes", MEMBER, groupes_requests },
	{ POST, ":id/demandes/:d", MEMBER, groupes_request_answer },
	{ 0 },
};
