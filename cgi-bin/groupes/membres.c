/* membres.c - the people of a group, and what one person is in it */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/demande.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/nommes.h"
#include "groupes/groupes.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"

enum { PAR = 24 };

/* What every list of people shows of each. */
static void
dress_people(struct req *r, int64_t id)
{
	for (struct row *p = row_first(r, "items"); p != NULL; p = row_next(p)) {
		const char *fin = row_text(p, "fin");

		visage(r, p, "id");
		row_say(p, "url", arena_printf(&r->mem, "/contacts/%s", row_text(p, "id")));
		row_say(p, "gerer",
			arena_printf(
				&r->mem, "/groupes/%" PRId64 "/membres/%s", id, row_text(p, "id")));
		row_say(p, "depuis", text_day_near(&r->mem, row_text(p, "debut"), clock_now()));
		if (*fin != '\0')
			row_say(p, "jusqu_a", text_day_near(&r->mem, fin, clock_now()));
	}
}

#define OF_NOW \
	" FROM membre m JOIN contact c ON c.id = m.contact_id JOIN objet o ON o.id = c.id" \
	" LEFT JOIN groupe_role gr ON gr.cle = m.role" \
	" WHERE m.groupe_id = ? AND m.fin IS NULL AND " PORTE_NOM("c.id") " AND " SEES("o")

static void
say_members(struct req *r, int64_t id, const char *q)
{
	int64_t n = pager_asked(r), total;
	struct nom nom;

	nom_lit(r, q, &nom);
	total = db_int(r, SQL("SELECT COUNT(DISTINCT c.id)" OF_NOW), I(id), S(nom.mots), ME(r));
	db_list(r, "items",
		SQL("SELECT c.id, c.prenom, c.nom, MIN(m.debut) AS debut,"
		    " MAX(gr.coordination) AS coordonne,"
		    " GROUP_CONCAT(DISTINCT IF(m.role = 'membre', NULL, gr.titre)"
		    " ORDER BY gr.ordre, gr.titre SEPARATOR ', ') AS roles" OF_NOW
		    " GROUP BY c.id ORDER BY COALESCE(MIN(gr.ordre), 90), c.tri, c.id"
		    " LIMIT ? OFFSET ?"),
		I(id), S(nom.mots), ME(r), I(PAR), I((n - 1) * PAR));
	pager_say(r,
		arena_printf(
			&r->mem, "/groupes/%" PRId64 "/membres?q=%s&page=", id, url_escape(r, q)),
		n, total, PAR);
}

/* Who was in the group and is not now. */
#define OF_THEN \
	" FROM membre m JOIN contact c ON c.id = m.contact_id JOIN objet o ON o.id = c.id" \
	" WHERE m.groupe_id = ? AND m.fin IS NOT NULL AND NOT EXISTS (SELECT 1 FROM membre x" \
	" WHERE x.groupe_id = m.groupe_id AND x.contact_id = m.contact_id AND x.fin IS NULL)" \
	" AND " SEES("o")

static void
say_former(struct req *r, int64_t id)
{
	int64_t n = pager_asked(r);
	int64_t total = db_int(r, SQL("SELECT COUNT(DISTINCT c.id)" OF_THEN), I(id), ME(r));

	db_list(r, "items",
		SQL("SELECT c.id, c.prenom, c.nom, MIN(m.debut) AS debut, MAX(m.fin) AS fin" OF_THEN
		    " GROUP BY c.id ORDER BY fin DESC, c.tri, c.id LIMIT ? OFFSET ?"),
		I(id), ME(r), I(PAR), I((n - 1) * PAR));
	pager_say(r, arena_printf(&r->mem, "/groupes/%" PRId64 "/membres?vue=anciens&page=", id), n,
		total, PAR);
	say(r, "Filtre.anciens", "1");
}

static int
groupes_members(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_load(r, id, "membres"))
		return not_found(r);
	if (table_asked(r))
		return groupes_take_members(r, id);
	if (r->user.level >= MEMBER && strcmp(said(r, "groupe.ouverture"), "cache") != 0 &&
		db_one(r, "Cle",
			SQL("SELECT f.cle FROM groupe g JOIN champ f"
			    " ON f.id = g.champ_id WHERE g.id = ?"),
			I(id)))
		say(r, "groupe.annuaire",
			arena_printf(&r->mem, "/annuaire?%s=%" PRId64, said(r, "Cle.cle"), id));
	if (strcmp(param(r, "vue"), "anciens") == 0 && groupe_manages(r, id)) {
		say_former(r, id);
	} else {
		say(r, "Filtre.q", param(r, "q"));
		say_members(r, id, param(r, "q"));
	}
	dress_people(r, id);
	return groupes_page(r, "groupes/membres.cs");
}

/* ---- one person in one group ---- */

/* Say the group as "groupe" and the person, whom the reader sees, as "personne". */
static bool
load_person(struct req *r, int64_t id, int64_t who)
{
	if (!groupes_load(r, id, "membres") ||
		!db_one(r, "personne",
			SQL("SELECT c.id, c.prenom, c.nom FROM contact c"
			    " JOIN objet o ON o.id = c.id WHERE c.id = ?"
			    " AND EXISTS (SELECT 1 FROM membre m WHERE m.groupe_id = ?"
			    " AND m.contact_id = c.id) AND " SEES("o")),
			I(who), I(id), ME(r)))
		return false;
	say(r, "personne.initiales",
		text_initials(&r->mem, said(r, "personne.prenom"), said(r, "personne.nom")));
	say_int(r, "personne.teinte", text_hue(who));
	return true;
}

static int
show_person(struct req *r, int64_t id, int64_t who)
{
	db_list(r, "roles",
		SQL("SELECT m.id, m.role, COALESCE(gr.titre, m.role) AS titre, m.debut, m.fin,"
		    " m.origine, gr.coordination AND m.fin IS NULL"
		    " AND " IN_CARE("m.groupe_id") " AS suit, " ROLE_CONFIRMED(
			    "m") " AS confirme"
				 " FROM membre m LEFT JOIN groupe_role gr ON gr.cle = m.role"
				 " WHERE m.groupe_id = ? AND m.contact_id = ?"
				 " ORDER BY m.fin IS NOT NULL, COALESCE(gr.ordre, 90), m.debut DESC"
				 " LIMIT 40"),
		I(id), I(who));
	for (struct row *m = row_first(r, "roles"); m != NULL; m = row_next(m)) {
		const char *fin = row_text(m, "fin");

		row_say(m, "depuis", text_day_near(&r->mem, row_text(m, "debut"), clock_now()));
		if (*fin != '\0')
			row_say(m, "jusqu_a", text_day_near(&r->mem, fin, clock_now()));
		else if (strcmp(row_text(m, "origine"), "hubspot") != 0 &&
			membre_takes(r, id, who, row_text(m, "role")))
			row_say(m, "retire", "1");
	}
	say_int(r, "Droits.confirme", membre_confirms(r));
	membre_say_roles(r, "Roles", id, said(r, "Form.role.value"));
	title(r, "%s %s dans %s", said(r, "personne.prenom"), said(r, "personne.nom"),
		said(r, "groupe.titre"));
	return groupes_page(r, "groupes/membre.cs");
}

static int
groupes_member(struct req *r)
{
	int64_t id = caught_id(r, 0), who = caught_id(r, 1);

	if (!load_person(r, id, who))
		return not_found(r);
	return groupe_manages(r, id) ? show_person(r, id, who) : forbidden(r);
}

/* Give a role, or end one. */
static int
groupes_member_save(struct req *r)
{
	int64_t id = caught_id(r, 0), who = caught_id(r, 1);
	const char *acte = "", *role = "";
	const struct field fields[] = {
		{ "acte", CHOICE(&acte), REQUIRED, .choices = "donner|retirer" },
		{ "role", LINE(&role), REQUIRED, .max = 30 },
		{ 0 },
	};

	if (!load_person(r, id, who))
		return not_found(r);
	if (!groupe_manages(r, id))
		return forbidden(r);
	if (!groupe_writable(r, id))
		return refuse(r, 409);
	if (!form_read(r, fields))
		return show_person(r, id, who);
	role = text_key(role);
	if (strcmp(acte, "donner") == 0) {
		if (!membre_grants(r, id, role) || !membre_offers(r, id, role) ||
			(!membre_is(r, id, who) && !membre_direct(r, who)))
			return forbidden(r);
		membre_add(r, id, who, role);
	} else if (!membre_takes(r, id, who, role)) {
		return forbidden(r);
	} else if (membre_from_crm(r, id, who, role)) {
		form_error(r, "role", "Ce rôle vient de HubSpot\u00A0: retirez-le là-bas.");
		return show_person(r, id, who);
	} else {
		membre_end(r, id, who, role);
	}
	return redirect(r, "/groupes/%" PRId64 "/membres/%" PRId64 "?fait=role", id, who);
}

const struct route groupes_membres_routes[] = {
	{ GET, ":id/membres", PROSPECT, groupes_members, .formats = CSV | XLSX },
	{ GET, ":id/membres/:c", MEMBER, groupes_member },
	{ POST, ":id/membres/:c", MEMBER, groupes_member_save },
	{ 0 },
};
