/* inviter.c - people asked into a group: by name, by address, by segment */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/annuaire/segment.h"
#include "domain/contacts/contact.h"
#include "domain/groupes/demande.h"
#include "domain/groupes/membre.h"
#include "domain/groupes/ouverture.h"
#include "groupes/groupes.h"
#include "web/form.h"
#include "web/reply.h"

enum { FOUND = 12, MANY = 500 };

/* The people found by q whom the reader sees and who are not in the group, as "Trouves". */
static void
say_found(struct req *r, int64_t id, const char *q)
{
	struct filtre *f;
	struct rows *rows;
	unsigned n = 0;

	if (*q == '\0')
		return;
	f = filtre_of(r, q);
	rows = filtre_rows(r, f, FOUND * 2, 0, false);
	while (n < FOUND && db_next(rows, &r->mem)) {
		struct personne p = contact_row(r, rows);
		struct row *row;

		if (membre_is(r, id, p.id) ||
			db_int(r, SQL("SELECT acces FROM contact WHERE id = ?"), I(p.id)) == 0)
			continue;
		row = row_nth(r, "Trouves", n++);
		row_say_int(row, "id", p.id);
		row_say(row, "prenom", p.text[P_PRENOM]);
		row_say(row, "nom", p.text[P_NOM]);
		row_say(row, "initiales", text_initials(&r->mem, p.text[P_PRENOM], p.text[P_NOM]));
		row_say_int(row, "teinte", text_hue(p.id));
		row_say(row, "effet",
			membre_direct(r, p.id) ? "entre aussitôt" : "reçoit une invitation");
	}
}

/* A segment chosen: how many people it would invite, said before. */
static void
say_segment(struct req *r, int64_t segment)
{
	struct filtre *f;

	segment_offer(r, "Segments");
	if (segment == 0 || (f = segment_filtre(r, segment)) == NULL)
		return;
	say_int(r, "Segment.id", segment);
	say_int(r, "Segment.n", filtre_count(r, f, MANY));
}

static int
show_invite(struct req *r, int64_t id)
{
	say_segment(r, strtoll(param(r, "segment"), NULL, 10));
	say(r, "Filtre.q", param(r, "q"));
	say_found(r, id, param(r, "q"));
	membre_say_roles(r, "Roles", id, said(r, "Form.role.value"));
	title(r, "Ajouter ou inviter, %s", said(r, "groupe.titre"));
	return page(r, "groupes/inviter.cs");
}

static int
groupes_invite(struct req *r)
{
	int64_t id = caught_id(r, 0);

	if (!groupes_managed(r, id, "membres"))
		return not_found(r);
	return groupe_writable(r, id) ? show_invite(r, id) : refuse(r, 409);
}

/* One person chosen by name: she enters if the reader manages her already, else is invited. */
static int
invite_one(struct req *r, int64_t id)
{
	const char *role = "membre", *mot = "";
	int64_t who = 0;
	const struct field fields[] = {
		{ "contact", ID(&who), REQUIRED },
		{ "role", LINE(&role), .max = 30 },
		{ "mot", TEXT(&mot), .max = MOT },
		{ 0 },
	};

	if (!form_read(r, fields))
		return show_invite(r, id);
	if (!db_int(r,
		    SQL("SELECT 1 FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
			" AND c.acces > 0 AND " SEES("o")),
		    I(who), ME(r)))
		return not_found(r);
	role = text_key(role);
	if (!membre_grants(r, id, role) || !membre_offers(r, id, role))
		return forbidden(r);
	if (!membre_direct(r, who)) {
		demande_invite(r, id, who, mot);
		return redirect(r, "/groupes/%" PRId64 "/demandes?fait=invite", id);
	}
	membre_add(r, id, who, role);
	return redirect(r, "/groupes/%" PRId64 "/membres/%" PRId64 "?fait=role", id, who);
}

/* The people of a segment, as the reader sees them; those who are in, or invited, are left
 * alone. */
static int
invite_segment(struct req *r, int64_t id, int64_t segment)
{
	struct filtre *f = segment_filtre(r, segment);
	const char *mot = "";
	const struct field fields[] = { { "mot", TEXT(&mot), .max = MOT }, { 0 } };
	struct rows *rows;
	int64_t people[MANY];
	int n = 0;

	if (f == NULL)
		return not_found(r);
	if (!form_read(r, fields))
		return show_invite(r, id);
	rows = filtre_rows(r, f, MANY, 0, false);
	while (n < MANY && db_next(rows, &r->mem))
		people[n++] = contact_row(r, rows).id;
	for (int i = 0; i < n; i++)
		if (people[i] != r->user.id)
			demande_invite(r, id, people[i], mot);
	segment_used(r, segment);
	return redirect(r, "/groupes/%" PRId64 "/demandes?fait=invite", id);
}

static int
groupes_invited(struct req *r)
{
	int64_t id = caught_id(r, 0);
	const char *adresses = "", *mot = "", *why;
	const struct field fields[] = {
		{ "adresses", TEXT(&adresses), REQUIRED, .max = 20000 },
		{ "mot", TEXT(&mot), .max = MOT },
		{ 0 },
	};

	if (!groupes_managed(r, id, "membres"))
		return not_found(r);
	if (!groupe_writable(r, id))
		return refuse(r, 409);
	if (strtoll(param(r, "segment"), NULL, 10) != 0)
		return invite_segment(r, id, strtoll(param(r, "segment"), NULL, 10));
	if (*param(r, "adresses") == '\0' && *param(r, "contact") != '\0')
		return invite_one(r, id);
	if (form_read(r, fields) && (why = demande_mails_refused(r, adresses)) != NULL)
		form_error(r, "adresses", why);
	if (r->invalid)
		return show_invite(r, id);
	demande_invite_mails(r, id, adresses, mot);
	return redirect(r, "/groupes/%" PRId64 "/demandes?fait=invite", id);
}

const struct route groupes_inviter_routes[] = {
	{ GET, ":id/inviter", MEMBER, groupes_invite },
	{ POST, ":id/inviter", MEMBER, groupes_invited },
	{ 0 },
};
