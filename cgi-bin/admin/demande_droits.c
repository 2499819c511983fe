/* demande_droits.c - on behalf of the person of a request: put her aside, give her back, note what
 * she says no to */

#include <inttypes.h>

#include "admin/demandes.h"
#include "base/text.h"
#include "domain/demandes/consentement.h"
#include "domain/demandes/limite.h"
#include "web/form.h"
#include "web/reply.h"

/* Say what is so of her today, of a person who is here. */
void
admin_request_rights_say(struct req *r, const struct requete *q)
{
	const char *day;

	if (q->contact_id == 0)
		return;
	day = db_string(
		r, SQL("SELECT DATE(limite_le) FROM contact WHERE id = ?"), I(q->contact_id));
	if (day != NULL)
		say(r, "Demande.limite", text_day(&r->mem, day));
	oppositions_say(r, "oppositions", q->contact_id);
	consentements_say(r, "accords", q->contact_id);
}

/* The request, answered or not, of somebody who is here: what was done for her may be undone when
 * it is closed. */
static bool
load(struct req *r, struct requete *q)
{
	return requete_find(r, caught_id(r, 0), q) && q->contact_id != 0;
}

static int
back(struct req *r, const struct requete *q, const char *fait)
{
	return redirect(r, "/admin/demandes/%" PRId64 "?fait=%s", q->id, fait);
}

/* Who administers would lose that with it: by another administrator, first. */
static int
admin_request_limit(struct req *r)
{
	struct requete q;

	if (!load(r, &q))
		return not_found(r);
	if (admin_request_administers(r, q.contact_id))
		return forbidden(r);
	if (limite_set(r, q.contact_id))
		requete_step(r, q.id, "limitee", "");
	return back(r, &q, "limitee");
}

/* She is told before (GDPR, article 18, 3). */
static int
admin_request_unlimit(struct req *r)
{
	const char *texte = "";
	const struct field fields[] = { { "levee", TEXT(&texte), REQUIRED, .max = 4000 }, { 0 } };
	struct requete q;

	if (!load(r, &q))
		return not_found(r);
	if (!form_read(r, fields))
		return admin_request_page(r, &q);
	requete_write(r, &q, texte);
	if (limite_lift(r, q.contact_id))
		requete_step(r, q.id, "levee", "");
	return back(r, &q, "levee");
}

static int
admin_request_oppose(struct req *r)
{
	struct requete q;

	if (!load(r, &q))
		return not_found(r);
	oppositions_choose(r, "oppositions[]", q.contact_id);
	requete_step(r, q.id, "oppose", "");
	return back(r, &q, "oppositions");
}

static int
admin_request_withdraw(struct req *r)
{
	struct requete q;

	if (!load(r, &q) || !consentement_withdraw(r, q.contact_id, param(r, "accord")))
		return not_found(r);
	requete_step(r, q.id, "accord", "");
	return back(r, &q, "accord");
}

const struct route admin_demande_droits_routes[] = {
	{ POST, "demandes/:id/limiter", ADMIN, admin_request_limit, .domaine = "protection" },
	{ POST, "demandes/:id/lever", ADMIN, admin_request_unlimit, .domaine = "protection" },
	{ POST, "demandes/:id/oppositions", ADMIN, admin_request_oppose, .domaine = "protection" },
	{ POST, "demandes/:id/accords", ADMIN, admin_request_withdraw, .domaine = "protection" },
	{ 0 },
};
