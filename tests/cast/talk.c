/* talk.c - people who write to one another, for tests of messages */

#include <inttypes.h>
#include <stdlib.h>

#include "domain/acces/acces.h"
#include "talk.h"

void
talkers(void)
{
	people();
	t_member(paris, benl, "membre");
	db_exec(&t,
		SQL("INSERT IGNORE INTO groupe_arbre (ancetre_id, groupe_id, distance)"
		    " VALUES (?, ?, 0)"),
		I(paris), I(paris));
	benm = t_person("Malo", "Metz", "malo@exemple.org", "confirme", "benevole");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_settle(benp);
	t_settle(benl);
	t_settle(benm);
	acces_contact(&t, adm);
}

int64_t
led_to(void)
{
	return t_reply->location != NULL && strncmp(t_reply->location, "/messages/", 10) == 0 ?
		strtoll(t_reply->location + 10, NULL, 10) :
		0;
}

int64_t
write_to(int64_t who, const char *texte, const char *cle)
{
	check(post("/messages/nouveau",
		      arena_printf(&t.mem, "a=%" PRId64 "&texte=%s&cle=%s", who, texte, cle)) ==
		303);
	return led_to();
}

const char *
talk_at(int64_t id, const char *rest)
{
	return arena_printf(&t.mem, "/messages/%" PRId64 "%s", id, rest);
}
