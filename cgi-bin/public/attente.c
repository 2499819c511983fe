/* attente.c - what a stranger reads once she asked for a seat: look at your mail
 *
 * What she typed comes back to her browser alone, in a cookie of a quarter of an hour, so that the
 * mail can be sent again; without it the page says the same in general words.  Whether the address
 * is known is not in it.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "public/public.h"
#include "web/body.h"
#include "web/reply.h"

#define COOKIE "__Secure-essaim-demande"

enum { MINUTES = 15 };

void
public_attente_keep(struct req *r, const struct venue *v)
{
	header(r, "Set-Cookie",
		arena_printf(&r->mem,
			COOKIE "=prenom=%s&nom=%s&email=%s&invites=%d&date=%s; Path=/%s; Secure;"
			       " HttpOnly; SameSite=Lax; Max-Age=%d",
			url_escape(r, v->prenom), url_escape(r, v->nom), url_escape(r, v->email),
			v->invites, *param(r, "date") != '\0' ? said(r, "date.jour") : "", r->path,
			MINUTES * 60));
}

/* Say Demande: what the cookie brought. */
static void
say_typed(struct req *r)
{
	static const char *const names[] = { "prenom", "nom", "email", "invites", "date" };
	const char *all = r->cookies != NULL ? cookie_value(&r->mem, r->cookies, COOKIE) : NULL;
	struct body b = { .mem = &r->mem, .limits = &body_limits };

	if (all == NULL || body_query(&b, all) != BODY_OK)
		return;
	for (const struct param *p = b.params; p != NULL; p = p->next)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (strcmp(p->name, names[i]) == 0)
				say(r, arena_printf(&r->mem, "Demande.%s", names[i]), p->value);
	if (strchr(said(r, "Demande.email"), '@') != NULL)
		visiteur_masque(r, "Masque", said(r, "Demande.email"));
}

/* The event is said, and its date. */
int
public_attente(struct req *r)
{
	bool date = *param(r, "date") != '\0';

	say_typed(r);
	say_int(r, "Complet", strcmp(param(r, "demande"), "liste") == 0);
	say(r, "Avant",
		text_moment(&r->mem, clock_parse(visiteur_jusqua(r, said(r, "date.debut")))));
	say(r, "Retour",
		arena_printf(&r->mem, "/%s%s%s", r->path, date ? "?date=" : "",
			date ? said(r, "date.jour") : ""));
	title(r, "Plus qu’un geste – %s", text_cut(&r->mem, said(r, "evenement.titre"), 120));
	return page(r, "public/inscription_attente.cs");
}
