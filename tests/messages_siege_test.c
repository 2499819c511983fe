/* messages_siege_test.c - what is asked of the Siège, and how the staff shares it */

#include <inttypes.h>

#include "talk.h"

TEST(messages_to_the_siege_are_shared_by_the_staff)
{
	int64_t id;

	talkers();
	as(benp);
	check(get("/public/contact") == 303);
	check(get("/messages/siege") == 200);
	check(post("/messages/siege", "sujet=&texte=Bonjour&cle=k") == 422);
	check(post("/messages/siege", "sujet=9999&texte=Bonjour&cle=k") == 422);
	check(post("/messages/siege", "sujet=2&texte=Notre+local+ferme&cle=k") == 303);
	id = led_to();
	check(get("/messages/siege/demandes") == 403);
	as(benl);
	check(get(talk_at(id, "")) == 404);
	as(sal);
	check(get("/messages/siege/demandes") == 200);
	check_says("Notre local ferme");
	check(post(talk_at(id, "/suivi"),
		      arena_printf(&t.mem, "etat=en_cours&assigne=%" PRId64, sal)) == 303);
	check(post(talk_at(id, "/note"), "note=A+voir+avec+le+bail") == 303);
	check(post(talk_at(id, ""), "texte=Nous+cherchons&cle=k2") == 303);
	check(db_int(&t,
		      SQL("SELECT etat = 'repondu' FROM siege_demande WHERE conversation_id = ?"),
		      I(id)) == 1);
	as(benp);
	check(get(talk_at(id, "")) == 200);
	check_says("Nous cherchons");
	check_hides("A voir avec le bail");
	check_hides("Qui répond");
	check(post(talk_at(id, "/suivi"), "etat=clos") == 403);
	check(get(talk_at(id, ".json")) == 200);
	check_hides("bail");
	check(post(talk_at(id, ""), "texte=Merci&cle=k3") == 303);
	check(db_int(&t,
		      SQL("SELECT etat = 'en_cours' FROM siege_demande WHERE conversation_id = ?"),
		      I(id)) == 1);
	as(adm);
	check(post("/messages/siege/sujets", "libelle=Presse&responsable=&ordre=5") == 303);
	check(get("/messages/siege/sujets") == 200);
	check_says("Presse");
	check(get("/messages/siege/sujets?id=2") == 200);
	check_says("value=\"Mon groupe ou mon magasin\"");
	check(post("/messages/siege/sujets",
		      arena_printf(&t.mem, "id=2&libelle=Mon+groupe&ordre=20&responsable=%" PRId64,
			      sal)) == 303);
	check(get("/messages/siege/sujets") == 200);
	check_says("Salomé Siège</span>");
	check(post("/messages/siege/sujets",
		      "id=2&libelle=Mon+groupe&ordre=20&responsable=&retirer=1") == 303);
	check(post("/messages/siege/sujets", "id=2&libelle=Revenu&ordre=20&responsable=") == 303);
	check(get("/messages/siege/sujets") == 200);
	check_hides("Revenu");
	check(post("/messages/siege/sujets",
		      arena_printf(&t.mem, "libelle=&responsable=%" PRId64, sal)) == 422);
	check(strstr(t_reply->body, arena_printf(&t.mem, "value=\"%" PRId64 "\" selected", sal)) !=
		NULL);
}
