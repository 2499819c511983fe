/* verification.c - what is looked at before a draft leaves; its links asked, a second reading */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/lettres/lettre_controle.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_relecture.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/socle/reglage.h"
#include "lettres/lettres.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { HEAVY = 100000 }; /* bytes: some inboxes cut what is longer */

static int
load(struct req *r, struct lettre *l)
{
	int refused = lettres_load_draft(r, l);

	return refused != 0 ? refused : l->modele ? not_found(r) : 0;
}

/* "12 Ko", "12,6 Mo". */
static const char *
weight(struct req *r, int64_t n)
{
	if (n < 1000000)
		return arena_printf(&r->mem, "%" PRId64 "\u00A0Ko", (n + 999) / 1000);
	return arena_printf(&r->mem, "%s,%" PRId64 "\u00A0Mo", text_number(&r->mem, n / 1000000),
		n / 100000 % 10);
}

static void
say_reading(struct req *r, const struct lettre *l)
{
	say_int(r, "Relecture.faite", lettre_is_read(l));
	if (l->relu_par != 0)
		say(r, "Relecture.par",
			db_string(r,
				SQL("SELECT CONCAT_WS(' ', prenom, nom) FROM contact WHERE id = ?"),
				I(l->relu_par)));
	say_int(r, "Relecture.mienne", lettre_all_by(r, l->id, r->user.id));
	say_int(r, "Relecture.due", lettre_relecture_due(r));
	lettre_relecture_offer(r, "Relecteurs");
}

/* Its mail as it would leave: its bytes, for each and in all. */
static void
say_weight(struct req *r, const struct lettre *l, int64_t n)
{
	struct rendu of;
	int64_t bytes;

	if (!lettre_render(r, l->id, &of))
		return;
	bytes = (int64_t) (strlen(of.html) + strlen(of.texte));
	say(r, "Poids.un", weight(r, bytes));
	say(r, "Poids.tous", weight(r, bytes * n));
	if (strlen(of.html) > HEAVY)
		say_int(r, "Poids.lourd", 1);
}

/* Say Gens.nombre and .dit: how many get it.  Returns that number. */
int64_t
lettres_say_gens(struct req *r, int64_t lettre_id)
{
	struct lettre_gens g;
	int64_t n = lettre_recipients(r, lettre_id, &g) ? lettre_recipients_count(r, &g) : 0;

	say_int(r, "Gens.nombre", n);
	say(r, "Gens.dit", text_number(&r->mem, n));
	return n;
}

/* The page, for who loaded the draft. */
int
lettres_verification(struct req *r, const struct lettre *l)
{
	int64_t n = lettres_say_gens(r, l->id);

	say_int(r, "Bloquants", lettre_controle(r, l->id, "Constats"));
	say_int(r, "Liens.attend",
		db_int(r,
			SQL("SELECT COUNT(*) FROM lettre_lien WHERE lettre_id = ?"
			    " AND statut IS NULL"),
			I(l->id)));
	say_weight(r, l, n);
	say_reading(r, l);
	lettres_offer_essai(r);
	title(r, "%s, vérification", text_cut(&r->mem, l->sujet, 100));
	return page(r, "lettres/verification.cs");
}

static int
ask(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);

	return refused != 0 ? refused : lettres_verification(r, &l);
}

static int
links(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);

	if (refused != 0)
		return refused;
	lettre_liens_ask(r, l.id);
	return redirect(r, "/lettres/%" PRId64 "/verification?fait=liens#liens", l.id);
}

static int
ask_reading(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);
	const char *why;

	if (refused != 0)
		return refused;
	why = lettre_relecture_ask(r, l.id, strtoll(param(r, "relecteur"), NULL, 10));
	if (why != NULL) {
		form_error(r, "relecteur", why);
		return lettres_verification(r, &l);
	}
	return redirect(r, "/lettres/%" PRId64 "/verification?fait=demandee", l.id);
}

static int
read_again(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);
	const char *why;

	if (refused != 0)
		return refused;
	why = lettre_read_again(r, l.id, strtoll(param(r, "version"), NULL, 10));
	if (why != NULL) {
		form_error(r, "general", why);
		return lettres_verification(r, &l);
	}
	return redirect(r, "/lettres/%" PRId64 "/verification?fait=relue", l.id);
}

/* Whether what one wrote alone may leave unread: of all letters, for who sends them. */
static int
settle(struct req *r)
{
	struct lettre l;
	int refused = load(r, &l);

	if (refused != 0)
		return refused;
	if (!lettre_sends(r))
		return forbidden(r);
	reglage_set(r, "lettres.relecture", strcmp(param(r, "relecture"), "1") == 0 ? "1" : "0");
	return redirect(r, "/lettres/%" PRId64 "/verification?fait=enregistree#relecture", l.id);
}

const struct route lettres_verification_routes[] = {
	{ GET, ":id/verification", MEMBER, ask, .domaine = "lettres" },
	{ POST, ":id/liens", MEMBER, links, .domaine = "lettres" },
	{ POST, ":id/relecture", MEMBER, ask_reading, .domaine = "lettres" },
	{ POST, ":id/relue", MEMBER, read_again, .domaine = "lettres" },
	{ POST, ":id/reglage", MEMBER, settle, .domaine = "envois" },
	{ 0 },
};
