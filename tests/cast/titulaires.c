/* titulaires.c - two who have an account, and what they send */

#include <libgen.h>

#include "domain/compte/compte.h"
#include "domain/notifications/desinscription.h"
#include "domain/vie/cycle.h"
#include "domain/vie/donnees.h"
#include "titulaires.h"
#include "web/session.h"

const char *
session_of(int64_t who)
{
	struct req r = {
		.agent = "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0",
		.address = "192.0.2.7"
	};
	const char *cookie = NULL;

	session_open(&r, who);
	for (struct header *h = r.headers; h != NULL; h = h->next)
		if (strncmp(h->value, "__Host-essaim=", 14) == 0)
			cookie = arena_printf(
				&t.mem, "%.*s", (int) strcspn(h->value, ";"), h->value);
	arena_reset(&r.mem);
	return cookie;
}

void
titulaires(void)
{
	compte_cost = (struct compte_cost) { 1, 8192 };
	basile = t_person("Basile", "Paris", "basile@exemple.org", "confirme", "benevole");
	berthe = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	compte_create(&t, basile);
	compte_create(&t, berthe);
	compte_password(&t, basile, "une phrase de trois mots");
	t_cookie(session_of(basile));
}

int
submit(const char *path, const char *body)
{
	get("/compte");
	return post_raw(path, arena_printf(&t.mem, "csrf=%s&%s", t_reply->user.csrf, body));
}

const char *
a_token(const char *how)
{
	const char *at;

	check(submit("/compte/jetons", arena_printf(&t.mem, "nom=Tableur&%s", how)) == 200);
	at = strstr(t_reply->body, "<code>");
	return at != NULL ? arena_printf(&t.mem, "%.64s", at + 6) : "";
}

const char *
new_token(void)
{
	return a_token("");
}
