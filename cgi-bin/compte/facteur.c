/* facteur.c - setting up the second factor: a QR code, a first code, the recovery codes */

#include <string.h>

#include "base/conf.h"
#include "domain/compte/facteur.h"
#include "domain/compte/tentative.h"
#include "domain/socle/journal.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/qr.h"
#include "web/reply.h"
#include "web/route.h"

static const struct rule by_owner = { "code", 5, 300 };

static int
show(struct req *r, const char *secret)
{
	const char *base32 = facteur_base32(r, secret), *email;

	if (facteur_set_up(r, r->user.id)) {
		say_int(r, "en_place", 1);
		say_int(r, "codes_restants",
			db_int(r, SQL("SELECT COUNT(*) FROM code_secours WHERE contact_id = ?"),
				I(r->user.id)));
	} else {
		if (base32 == NULL)
			base32 = facteur_base32(r, secret = facteur_secret(r));
		email = db_string(r, SQL("SELECT email FROM contact WHERE id = ?"), I(r->user.id));
		form_value(r, "secret", secret);
		say(r, "Facteur.base32", base32);
		qr_say(r,
			arena_printf(&r->mem, "otpauth://totp/Essaim:%s?secret=%s&issuer=Essaim",
				url_escape(r, email), base32));
	}
	title(r, "Second facteur");
	return page(r, "compte/second_facteur.cs");
}

static int
compte_factor(struct req *r)
{
	return show(r, "");
}

static int
compte_factor_set(struct req *r)
{
	const char *secret = "", *code = "", *codes[SECOURS];
	const struct field fields[] = { { "secret", LINE(&secret), REQUIRED | SECRET, .max = 40 },
		{ "code", LINE(&code), REQUIRED | SECRET, .max = 20 }, { 0 } };

	if (r->bearer != NULL)
		return forbidden(r);
	if (facteur_set_up(r, r->user.id))
		return redirect(r, "/compte/second_facteur");
	if (form_read(r, fields) && !facteur_try(r, secret, code))
		form_error(r, "code",
			"Ce code n’est pas celui qui est affiché maintenant. Attendez le suivant et"
			" recopiez-le.");
	if (r->invalid)
		return show(r, secret);
	facteur_set(r, r->user.id, secret, codes);
	journal(r, "compte.second_facteur", r->user.id, NULL, NULL);
	for (int i = 0; i < SECOURS; i++)
		say(r, arena_printf(&r->mem, "codes.%d", i), codes[i]);
	return show(r, "");
}

static int
compte_factor_drop(struct req *r)
{
	const char *code = "", *me = arena_printf(&r->mem, "%lld", (long long) r->user.id);
	const struct field fields[] = { { "code", LINE(&code), REQUIRED | SECRET, .max = 40 },
		{ 0 } };
	long wait = tentative_wait(r, &by_owner, me);

	if (r->bearer != NULL)
		return forbidden(r);
	if (wait > 0)
		return demande_lien_too_many(r, wait);
	if (form_read(r, fields) && !facteur_check(r, r->user.id, code)) {
		tentative_count(r, &by_owner, me);
		r->keep = true;
		form_error(r, "code", "Ce code n’est pas le bon, ou il a déjà servi.");
	}
	if (r->invalid)
		return show(r, "");
	facteur_drop(r, r->user.id);
	journal(r, "compte.second_facteur_retire", r->user.id, NULL, NULL);
	return redirect(r, "/compte?fait=facteur");
}

const struct route compte_facteur_routes[] = {
	{ GET, "second_facteur", PROSPECT, compte_factor },
	{ POST, "second_facteur", PROSPECT, compte_factor_set },
	{ POST, "second_facteur/retirer", PROSPECT, compte_factor_drop },
	{ 0 },
};
