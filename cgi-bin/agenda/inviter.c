/* inviter.c - people and groups invited to an event; who organises it together
 *
 * Only people whom the reader sees: a number that she guesses opens nothing.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/niveau.h"
#include "domain/agenda/evenement_avis.h"
#include "domain/annuaire/filtre.h"
#include "domain/compte/tentative.h"
#include "domain/contacts/contact.h"
#include "domain/objets/nommes.h"
#include "domain/socle/journal.h"
#include "net/live.h"
#include "web/choices.h"
#include "web/reply.h"
#include "web/route.h"

enum { FOUND = 20, PEOPLE = 5000, DAY = 86400, A_DAY = 100 };

/* An event that takes place, or may, of the reader's: 0, or the status to answer. */
static int
load(struct req *r)
{
	int refused = agenda_load(r, GERER);

	if (refused == 0 && strcmp(said(r, "evenement.etat"), "annule") == 0)
		return refuse_why(r, 409, "annule", "Cet événement est annulé.");
	return refused;
}

/* May she be named: whom the reader sees, and who has access? */
bool
agenda_enters(struct req *r, int64_t contact_id)
{
	return db_int(r,
		       SQL("SELECT 1 FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
			   " AND c.acces > 0 AND " SEES("o")),
		       I(contact_id), ME(r)) != 0;
}

/* The people of that name whom she sees and who enter, as "Trouves". */
void
agenda_found(struct req *r, const char *q)
{
	struct rows *rows;
	unsigned n = 0;

	say(r, "Filtre.q", q);
	if (*q == '\0')
		return;
	rows = filtre_rows(r, filtre_of(r, q), (int64_t) FOUND * 2, 0, false);
	while (n < FOUND && db_next(rows, &r->mem)) {
		struct personne p = contact_row(r, rows);
		struct row *row;

		if (p.id == r->user.id || !agenda_enters(r, p.id))
			continue;
		row = row_nth(r, "Trouves", n++);
		row_say_int(row, "id", p.id);
		row_say(row, "prenom", p.text[P_PRENOM]);
		row_say(row, "nom", p.text[P_NOM]);
		row_say(row, "initiales", text_initials(&r->mem, p.text[P_PRENOM], p.text[P_NOM]));
		row_say_int(row, "teinte", text_hue(p.id));
	}
}

/* ---- invited ---- */

/* The groups that she sees, with how many people each has: her own, and apart all others. */
static void
say_groups(struct req *r)
{
	db_list(r, "Groupes",
		SQL("SELECT o.id AS valeur, CONCAT(o.titre, ' (', " MEMBERS_OF(
			"o.id") ", ')') AS libelle FROM objet o JOIN groupe g ON g.id = o.id"
				" WHERE o.archive_le IS NULL AND " MINE("o.id") " AND " SEES(
					"o") " ORDER BY o.titre LIMIT 200"),
		I(r->user.id), ME(r));
	db_list(r, "Autres",
		SQL("SELECT o.id AS valeur, CONCAT(o.titre, ' (', " MEMBERS_OF(
			"o.id") ", ')') AS libelle FROM objet o JOIN groupe g ON g.id = o.id"
				" WHERE o.archive_le IS NULL AND NOT " MINE("o.id") " AND " SEES(
					"o") " ORDER BY o.titre LIMIT 500"),
		I(r->user.id), ME(r));
	choices_only_sought(r, row_at(r, "Autres"), row_at(r, "Form.autres"), "cherche_groupe");
}

static int
show_invite(struct req *r)
{
	agenda_found(r, param(r, "q"));
	say_groups(r);
	db_list(r, "Invites",
		SQL("SELECT c.id, c.prenom, c.nom FROM evenement_invite v"
		    " JOIN contact c ON c.id = v.contact_id JOIN objet o ON o.id = c.id"
		    " WHERE v.evenement_id = ? AND " SEES("o") " ORDER BY c.tri, c.id LIMIT 200"),
		I(caught_id(r, 0)), ME(r));
	visages(r, "Invites", "id");
	say_int(r, "Invitees",
		db_int(r, SQL("SELECT COUNT(*) FROM evenement_invite WHERE evenement_id = ?"),
			I(caught_id(r, 0))));
	title(r, "Inviter");
	return page(r, "agenda/inviter.cs");
}

static int
agenda_invite_ask(struct req *r)
{
	int refused = load(r);

	return refused != 0 ? refused : show_invite(r);
}

/* The people of a group and of those below, as she sees them, after the N that ALL holds. */
static unsigned
add_group(struct req *r, int64_t groupe, int64_t *all, unsigned n)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT m.contact_id FROM " MEMBERS_BELOW
		    " m JOIN contact c ON c.id = m.contact_id AND c.acces > 0"
		    " JOIN objet o ON o.id = c.id WHERE " SEES("o") " LIMIT 5000"),
		BELOW_ME(r, groupe), ME(r));

	while (n < PEOPLE && db_next(rows, &r->mem))
		if (db_num(rows, 0) != r->user.id)
			all[n++] = db_num(rows, 0);
	return n;
}

/* Those whom the form names, and how many of them by no group where she makes events; false: one of
 * them is not hers to name. */
static bool
read_people(struct req *r, int64_t *all, unsigned *n, unsigned *apart)
{
	const char *one;

	*n = 0;
	for (unsigned i = 0; (one = param_nth(r, "contact", i)) != NULL && *n < PEOPLE; i++) {
		int64_t who = strtoll(one, NULL, 10);

		if (!agenda_enters(r, who))
			return false;
		all[(*n)++] = who;
	}
	*apart = *n;
	for (unsigned i = 0; (one = param_nth(r, "groupe", i)) != NULL; i++) {
		int64_t groupe = strtoll(one, NULL, 10);
		unsigned before = *n;

		if (*one == '\0')
			continue;
		if (!groupe_seen(r, groupe))
			return false;
		*n = add_group(r, groupe, all, *n);
		if (!evenement_may_create(r, groupe))
			*apart += *n - before;
	}
	return true;
}

/* Each is a mail: who coordinates nobody by anybody's word writes to so many a day. */
static bool
too_many(struct req *r, unsigned apart)
{
	long left = 0;

	return apart > 0 && niveau(r) < N_COORDINATION &&
		tentative_window(r, "evenement.invites",
			arena_printf(&r->mem, "%" PRId64, r->user.id), apart, DAY, &left) > A_DAY;
}

static int
agenda_invite(struct req *r)
{
	int64_t id = caught_id(r, 0), *all = arena_alloc(&r->mem, PEOPLE * sizeof *all);
	int refused = load(r);
	unsigned n, apart;

	if (refused != 0)
		return refused;
	if (choices_sought(r))
		return show_invite(r);
	if (!read_people(r, all, &n, &apart))
		return not_found(r);
	if (too_many(r, apart))
		return refuse_why(r, 403, "trop",
			"C’est beaucoup d’invitations pour un jour\u00A0: demandez au Siège ou à la"
			" coordination de ces groupes de les inviter.");
	if (n == 0)
		return redirect(r, "/agenda/%" PRId64 "/inviter", id);
	evenement_invite(r, id, all, n);
	journal(r, "evenement.invites", id, NULL, json_made(&r->mem, JN("personnes", n)));
	evenement_tell_invited(r, id);
	live_tell_objet(r, id);
	return redirect(r, "/agenda/%" PRId64 "?fait=invites", id);
}

/* ---- who organises ---- */

static int
agenda_organisers_ask(struct req *r)
{
	int refused = load(r);

	if (refused != 0)
		return refused;
	agenda_found(r, param(r, "q"));
	db_list(r, "Equipe",
		SQL("SELECT c.id, c.prenom, c.nom FROM evenement_organisateur v"
		    " JOIN contact c ON c.id = v.contact_id WHERE v.evenement_id = ?"
		    " ORDER BY c.tri, c.id LIMIT 200"),
		I(caught_id(r, 0)));
	visages(r, "Equipe", "id");
	title(r, "Organiser à plusieurs");
	return page(r, "agenda/organisateurs.cs");
}

/* `acte` retirer takes the right away again; anything else gives it. */
static int
agenda_organisers(struct req *r)
{
	int64_t id = caught_id(r, 0), who = strtoll(param(r, "contact"), NULL, 10);
	bool gives = strcmp(param(r, "acte"), "retirer") != 0;
	int refused = load(r);

	if (refused != 0)
		return refused;
	if (gives ? !agenda_enters(r, who) :
		    !db_int(r,
			    SQL("SELECT 1 FROM evenement_organisateur WHERE evenement_id = ?"
				" AND contact_id = ?"),
			    I(id), I(who)))
		return not_found(r);
	evenement_organiser(r, id, who, gives);
	if (who == r->user.id)
		return redirect(r, "/agenda?fait=organise-plus");
	return redirect(r, "/agenda/%" PRId64 "/organisateurs?fait=%s", id,
		gives ? "organise" : "organise-plus");
}

const struct route agenda_inviter_routes[] = {
	{ GET, ":id/inviter", MEMBER, agenda_invite_ask },
	{ POST, ":id/inviter", MEMBER, agenda_invite },
	{ GET, ":id/organisateurs", MEMBER, agenda_organisers_ask },
	{ POST, ":id/organisateurs", MEMBER, agenda_organisers },
	{ 0 },
};
