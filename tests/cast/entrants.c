/* entrants.c - two who sign in, by their password or by a link */

#include "domain/compte/compte.h"
#include "entrants.h"

const char *
cookie_set(const char *name)
{
	for (struct header *h = t_reply->headers; h != NULL; h = h->next)
		if (strcmp(h->name, "Set-Cookie") == 0 &&
			strncmp(h->value, name, strlen(name)) == 0 && h->value[strlen(name)] == '=')
			return arena_printf(&t.mem, "%.*s", (int) strcspn(h->value, ";"), h->value);
	return NULL;
}

void
entrants(void)
{
	compte_cost = (struct compte_cost) { 1, 8192 };
	basile = t_person("Basile", "Paris", "basile@exemple.org", "confirme", "benevole");
	berthe = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	compte_create(&t, basile);
	compte_password(&t, basile, SECRET_);
	db_exec(&t, SQL("INSERT INTO charte_accord VALUES (?, 0, UTC_TIMESTAMP())"), I(basile));
}

int
sign_in(const char *email, const char *password)
{
	return post(
		"/connexion", arena_printf(&t.mem, "email=%s&mot_de_passe=%s", email, password));
}

const char *
link_sent_to(const char *email)
{
	const char *text, *at;
	int64_t before = db_int(&t, SQL("SELECT COALESCE(MAX(id), 0) FROM courriel"));

	check(post("/connexion/lien", arena_printf(&t.mem, "email=%s", email)) == 200);
	check_says("Regardez votre courriel");
	while (lien_connexion_answer(&t) >= 0)
		;
	text = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE id > ? ORDER BY id DESC LIMIT 1"), I(before));
	at = text != NULL ? strstr(text, "jeton=") : NULL;
	return at != NULL ? arena_printf(&t.mem, "%.64s", at + 6) : NULL;
}

int
enter_by(const char *jeton)
{
	return post("/connexion/entrer", arena_printf(&t.mem, "jeton=%s", jeton));
}
