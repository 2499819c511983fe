/* passer.c - handing over: who coordinates a group gives that to another of its members */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/messages/message.h"
#include "domain/messages/siege.h"
#include "domain/notifications/notif.h"
#include "domain/objets/nommes.h"
#include "groupes/groupes.h"
#include "web/form.h"
#include "web/reply.h"

enum { SHOWN = 12 };

/* Say the group, and Passe: what the reader is in it that she may hand over; 0, or the status to
 * answer. */
static int
load(struct req *r, int64_t id)
{
	if (!groupes_managed(r, id, "membres") ||
		!db_one(r, "Passe",
			SQL("SELECT m.role, gr.titre, m.origine = 'hubspot' AS crm,"
			    " " IN_CARE("m.groupe_id") " AND " ROLE_CONFIRMED(
				    "m") " AS suit FROM membre m JOIN groupe_role gr"
					 " ON gr.cle = m.role AND gr.coordination"
					 " WHERE m.groupe_id = ? AND m.contact_id = ?"
					 " AND m.fin IS NULL ORDER BY crm DESC, gr.ordre LIMIT 1"),
			I(id), I(r->user.id)))
		return not_found(r);
	return groupe_writable(r, id) ? 0 : refuse(r, 409);
}

/* What the staff alone changes: a role that the CRM holds, or rights over people. */
static bool
needs_staff(struct req *r)
{
	return said_int(r, "Passe.crm") || (said_int(r, "Passe.suit") && !membre_confirms(r));
}

/* Members who may enter, of the name asked for; who has a role already comes first. */
static void
say_members(struct req *r, int64_t id)
{
	struct nom nom;

	nom_lit(r, param(r, "q"), &nom);
	db_list(r, "Trouves",
		SQL("SELECT c.id, c.prenom, c.nom, COUNT(*) OVER () AS total FROM membre m"
		    " JOIN contact c ON c.id = m.contact_id AND c.acces > 1"
		    " JOIN objet o ON o.id = c.id WHERE m.groupe_id = ? AND m.fin IS NULL"
		    " AND c.id <> ? AND " PORTE_NOM("c.id") " AND " SEES(
			    "o") " GROUP BY c.id"
				 " ORDER BY MAX(m.role <> 'membre') DESC, c.tri, c.id LIMIT ?"),
		I(id), I(r->user.id), S(nom.mots), ME(r), I(SHOWN));
	visages(r, "Trouves", "id");
	say(r, "Filtre.q", param(r, "q"));
	say(r, "total", said(r, "Trouves.0.total"));
	say_int(r, "montre", SHOWN);
}

static int
show(struct req *r, int64_t id)
{
	say_members(r, id);
	say_int(r, "Passe.siege", needs_staff(r));
	title(r, "Passer la main, %s", said(r, "groupe.titre"));
	return page(r, "groupes/passer.cs");
}

static int
groupes_hand_over(struct req *r)
{
	int64_t id = caught_id(r, 0);
	int refused = load(r, id);

	return refused != 0 ? refused : show(r, id);
}

/* Her who takes over, if she is a member whom the reader sees: said as Suite. */
static bool
find(struct req *r, int64_t id, int64_t who)
{
	return who != r->user.id && membre_is(r, id, who) &&
		db_one(r, "Suite",
			SQL("SELECT c.id, CONCAT_WS(' ', c.prenom, c.nom) AS nom FROM contact c"
			    " JOIN objet o ON o.id = c.id WHERE c.id = ? AND c.acces > 1"
			    " AND " SEES("o")),
			I(who), ME(r));
}

/* She is told, and the staff is asked for what it alone changes: DEMANDE, written by the page, with
 * her name after it. */
static void
tell(struct req *r, int64_t id, int64_t who, const char *demande)
{
	notif_to(r,
		notif_event(r, "groupe", id, arena_printf(&r->mem, "/groupes/%" PRId64, id),
			arena_printf(&r->mem, "%s %s vous passe la main dans «\u00A0%s\u00A0»",
				r->user.prenom, r->user.nom, said(r, "groupe.titre"))),
		who);
	if (!needs_staff(r) || *demande == '\0')
		return;
	message_send(r,
		&(struct envoi) { siege_change(r,
					  arena_printf(&r->mem, "Passer la main\u00A0: %s",
						  text_cut(&r->mem, said(r, "groupe.titre"), 100))),
			arena_printf(&r->mem, "%s %s", demande, said(r, "Suite.nom")) });
}

static int
groupes_handed_over(struct req *r)
{
	int64_t id = caught_id(r, 0), who = 0;
	const char *demande = "", *role, *why;
	bool stays = false;
	const struct field fields[] = { { "qui", ID(&who), REQUIRED },
		{ "demande", TEXT(&demande), .max = 1000 }, { "reste", YES(&stays) }, { 0 } };
	int refused = load(r, id);

	if (refused != 0)
		return refused;
	if (form_read(r, fields) && !find(r, id, who))
		form_error(r, "qui", "Choisissez une personne du groupe.");
	if (!r->invalid && (why = message_pace(r)) != NULL) /* one goes to the staff */
		form_error(r, "general", why);
	if (r->invalid)
		return show(r, id);
	role = membre_offers(r, id, said(r, "Passe.role")) ? said(r, "Passe.role") : "coordination";
	if (!membre_grants(r, id, role))
		return forbidden(r);
	membre_add(r, id, who, role);
	tell(r, id, who, demande);
	if (!stays)
		membre_end(r, id, r->user.id, said(r, "Passe.role"));
	return redirect(
		r, "/groupes/%" PRId64 "?fait=%s", id, needs_staff(r) ? "passe-siege" : "passe");
}

const struct route groupes_passer_routes[] = {
	{ GET, ":id/passer-la-main", MEMBER, groupes_hand_over },
	{ POST, ":id/passer-la-main", MEMBER, groupes_handed_over },
	{ 0 },
};
