/* droits.c - my rights over my data: have it corrected, say no to a use, have it put aside */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "compte/compte.h"
#include "domain/demandes/consentement.h"
#include "domain/demandes/limite.h"
#include "domain/demandes/requete.h"
#include "domain/demandes/traitement.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* Since when she is put aside; "": she is not. */
static const char *
put_aside(struct req *r)
{
	const char *day = db_string(
		r, SQL("SELECT DATE(limite_le) FROM contact WHERE id = ?"), I(r->user.id));

	return day != NULL ? text_day(&r->mem, day) : "";
}

/* What she asked, the last first, with the day by which an answer is due. */
static void
say_requests(struct req *r)
{
	db_list(r, "demandes",
		SQL("SELECT genre, recue_le, echeance, rendue_le FROM requete WHERE contact_id = ?"
		    " ORDER BY id DESC LIMIT 10"),
		I(r->user.id));
	for (struct row *q = row_first(r, "demandes"); q != NULL; q = row_next(q)) {
		row_say(q, "recue", text_day(&r->mem, row_text(q, "recue_le")));
		row_say(q, "avant", text_day(&r->mem, row_text(q, "echeance")));
	}
}

/* The uses that are not ended by a tick: on the ground of a legitimate interest. */
static void
say_uses(struct req *r)
{
	for (int i = 0, n = 0; traitements[i].cle != NULL; i++)
		if (strstr(traitements[i].base, "légitime") != NULL) {
			struct row *row = row_nth(r, "usages", n++);

			row_say(row, "valeur", traitements[i].cle);
			row_say(row, "libelle", traitements[i].titre);
			if (strcmp(param(r, "usage"), traitements[i].cle) == 0)
				row_say(row, "choisi", "1");
		}
}

static int
compte_rights(struct req *r)
{
	say(r, "Droits.limite", put_aside(r));
	oppositions_say(r, "oppositions", r->user.id);
	consentements_say(r, "accords", r->user.id);
	say_uses(r);
	say_requests(r);
	title(r, "Mes droits");
	return page(r, "compte/droits.cs");
}

static int
compte_rectify(struct req *r)
{
	const char *texte = "";
	const struct field fields[] = { { "rectification", TEXT(&texte), REQUIRED, .max = 2000 },
		{ 0 } };

	if (r->bearer != NULL)
		return forbidden(r);
	if (!form_read(r, fields))
		return compte_rights(r);
	requete_of_account(r, "rectification", texte, false);
	return redirect(r, "/compte/droits?fait=demande");
}

static int
compte_oppose(struct req *r)
{
	if (r->bearer != NULL)
		return forbidden(r);
	oppositions_choose(r, "oppositions[]", r->user.id);
	return redirect(r, "/compte/droits?fait=oppositions");
}

/* Another use: somebody looks at it, within a month. */
static int
compte_oppose_use(struct req *r)
{
	const char *cle = "", *texte = "";
	const struct field fields[] = { { "usage", LINE(&cle), REQUIRED, .max = 40 },
		{ "raison", TEXT(&texte), REQUIRED, .max = 2000 }, { 0 } };
	const struct traitement *t = traitements;

	if (r->bearer != NULL)
		return forbidden(r);
	form_read(r, fields);
	while (t->cle != NULL && strcmp(t->cle, cle) != 0)
		t++;
	if (*cle != '\0' && t->cle == NULL)
		form_error(r, "usage", "Choisissez un de ces usages.");
	if (r->invalid)
		return compte_rights(r);
	requete_of_account(
		r, "opposition", arena_printf(&r->mem, "%s\u00A0: %s", t->titre, texte), false);
	return redirect(r, "/compte/droits?fait=demande");
}

static int
compte_withdraw(struct req *r)
{
	if (r->bearer != NULL)
		return forbidden(r);
	if (!consentement_withdraw(r, r->user.id, param(r, "accord")))
		return not_found(r);
	return redirect(r, "/compte/droits?fait=accord");
}

/* At once, and whoever answers requests learns it. */
static int
compte_limit(struct req *r)
{
	const char *texte = "";
	bool sure = false;
	const struct field fields[] = { { "limitation", TEXT(&texte), REQUIRED, .max = 2000 },
		{ "certain", YES(&sure), REQUIRED }, { 0 } };

	if (r->bearer != NULL)
		return forbidden(r);
	if (!form_read(r, fields))
		return compte_rights(r);
	if (limite_set(r, r->user.id))
		requete_of_account(r, "limitation", texte, false);
	return redirect(r, "/compte/droits?fait=limite");
}

static int
compte_unlimit(struct req *r)
{
	if (r->bearer != NULL)
		return forbidden(r);
	if (limite_lift(r, r->user.id))
		requete_limit_over(r, r->user.id);
	return redirect(r, "/compte/droits?fait=levee");
}

const struct route compte_droits_routes[] = {
	{ GET, "droits", PROSPECT, compte_rights },
	{ POST, "droits/rectification", PROSPECT, compte_rectify },
	{ POST, "droits/oppositions", PROSPECT, compte_oppose },
	{ POST, "droits/opposition", PROSPECT, compte_oppose_use },
	{ POST, "droits/accords", PROSPECT, compte_withdraw },
	{ POST, "droits/limitation", PROSPECT, compte_limit },
	{ POST, "droits/levee", PROSPECT, compte_unlimit },
	{ 0 },
};
