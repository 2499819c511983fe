/* demande_lien.c - asking for a link, and being asked to wait: the same for every address */

#include "domain/compte/compte.h"
#include "domain/compte/tentative.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/reply.h"

static const struct rule by_address = { "lien", 4, 300 }, by_network = { "lien.reseau", 60, 60 };

/* 429: try again in so many seconds.  What was counted is kept. */
int
demande_lien_too_many(struct req *r, long seconds)
{
	header(r, "Retry-After", arena_printf(&r->mem, "%ld", seconds));
	say(r, "Page.message",
		seconds < 100 ? arena_printf(&r->mem, "Vous pourrez réessayer dans %ld secondes.",
					seconds) :
				arena_printf(&r->mem, "Vous pourrez réessayer dans %ld minutes.",
					(seconds + 59) / 60));
	r->keep = true;
	return refuse(r, 429);
}

/* Take the address of a form and have a link sent there, if it is known: FORM shows the form
 * again, SENT says the same to everybody. */
int
demande_lien(struct req *r, const char *form, const char *sent)
{
	const char *email, *suite = param(r, "suite");
	const struct field fields[] = { { "email", EMAIL(&email), REQUIRED }, { 0 } };
	long wait, network;

	form_value(r, "suite", suite);
	if (!form_read(r, fields))
		return page(r, form);
	wait = tentative_count(r, &by_address, tentative_address(r, email));
	network = tentative_count(r, &by_network, tentative_network(r));
	if (wait > 0 || network > 0)
		return demande_lien_too_many(r, wait > network ? wait : network);
	lien_connexion_ask(r, email, *suite != '\0' ? local_path(r, suite) : "");
	form_value(r, "email", email);
	say(r, "validite", "30 minutes");
	return page(r, sent);
}
