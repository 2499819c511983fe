/* probleme.c - "Signaler un problème": what happened, and where, told to who administers */

#include <inttypes.h>
#include <string.h>

#include "base/conf.h"
#include "base/redact.h"
#include "domain/messages/siege.h"
#include "messages/messages.h"
#include "web/form.h"
#include "web/probleme.h"
#include "web/reply.h"

enum { LONG = 4000, PLACE = 500 };

static int
form_page(struct req *r)
{
	struct probleme p = probleme_asked(r);

	form_value(r, "page", p.page);
	form_value(r, "reference", p.reference);
	title(r, "Signaler un problème");
	return page(r, "messages/probleme.cs");
}

/* Strangers have no conversation with the Siège: the public page says where to write. */
static int
probleme_form(struct req *r)
{
	if (r->user.id == 0)
		return redirect(r, "/public/contact%s", probleme_address(r));
	return form_page(r);
}

/* The whole report as a message; no address in it opens anything. */
static const char *
written(struct req *r, const char *arrive, const char *attendu)
{
	struct probleme p = probleme_asked(r);
	const char *where = *p.page != '\0' ?
		redact(&r->mem, arena_printf(&r->mem, "%s%s", conf.site_url, p.page), "(lien)") :
		"";

	return arena_printf(&r->mem, "**Ce qui s’est passé**\n\n%s%s%s%s%s%s%s", arrive,
		*attendu != '\0' ? "\n\n**Ce qui était attendu**\n\n" : "", attendu,
		*where != '\0' ? "\n\n**Page**\u00A0: " : "", where,
		*p.reference != '\0' ? "\n\n**Référence**\u00A0: " : "", p.reference);
}

static int
probleme_send(struct req *r)
{
	const char *arrive = "", *attendu = "", *where = "", *why;
	int64_t id;
	const struct field fields[] = {
		{ "arrive", TEXT(&arrive), REQUIRED, .max = LONG },
		{ "attendu", TEXT(&attendu), .max = LONG },
		{ "page", LINE(&where), .max = PLACE },
		{ 0 },
	};

	form_read(r, fields);
	if ((why = message_pace(r)) != NULL)
		form_error(r, "arrive", why);
	if (r->invalid)
		return form_page(r);
	id = siege_problem(r);
	message_send(r, &(struct envoi) { id, written(r, arrive, attendu) });
	return redirect(r, "/messages/%" PRId64 "?fait=message-probleme", id);
}

const struct route messages_probleme_routes[] = {
	{ GET, "probleme", PUBLIC, probleme_form },
	{ POST, "probleme", PROSPECT, probleme_send },
	{ 0 },
};
