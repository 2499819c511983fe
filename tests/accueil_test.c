/* accueil_test.c - what waits for somebody is on the home page of who treats it */

#include <inttypes.h>
#include <string.h>

#include "groupes.h"

/* Somebody reports what is written in that group. */
static void
reported(int64_t group)
{
	int64_t id = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id, cadre_id)"
		    " VALUES ('publication', 'Propos', UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1, ?)"),
		I(group));

	for (int i = 0; i < 2; i++)
		db_exec(&t,
			SQL("INSERT INTO signalement (objet_id, motif, cree_le)"
			    " VALUES (?, 'Blessant', UTC_TIMESTAMP())"),
			I(id));
}

TEST(accueil_tells_reports_to_who_treats_them)
{
	groupes_people();
	reported(paris);
	as(coop);
	check(get("/") == 200);
	check_says("Regarder 1 signalement");
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "/groupes/%" PRId64 "/signalements", paris)) != NULL);
	as(adm);
	check(get("/") == 200);
	check_says("Regarder un signalement");
	as(benp);
	check(get("/") == 200);
	check_hides("signalement");
	as(sal); /* no right of moderation */
	check(get("/") == 200);
	check_hides("signalement");
}

/* Who sees a person is counted in one place. */
TEST(acces_of_a_person_is_her_own_page)
{
	groupes_people();
	as(benp);
	check(get(arena_printf(&t.mem, "/acces/%" PRId64, benp)) == 303);
	check(strcmp(t_reply->location, arena_printf(&t.mem, "/contacts/%" PRId64 "/qui", benp)) ==
		0);
	check(get("/compte") == 200);
	check(strstr(t_reply->body, arena_printf(&t.mem, "\"/contacts/%" PRId64 "/qui\"", benp)) !=
		NULL);
	check(strstr(t_reply->body,
		      arena_printf(&t.mem, "\"/contacts/%" PRId64 "/discretion\"", benp)) != NULL);
	check(get(arena_printf(&t.mem, "/acces/%" PRId64, paris)) == 200);
}

TEST(accueil_tells_requests_to_the_head_office)
{
	groupes_people();
	as(benp);
	check(post("/messages/siege", "sujet=2&texte=Bonjour&cle=k") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM siege_demande")) == 1);
	db_exec(&t, SQL("UPDATE siege_demande SET assigne_id = NULL"));
	as(sal);
	check(get("/") == 200);
	check_says("Répondre à une demande au Siège");
	/* what is asked comes before how it is followed */
	check(get(arena_printf(&t.mem, "/messages/%" PRId64,
		      db_int(&t, SQL("SELECT conversation_id FROM siege_demande")))) == 200);
	check(strstr(t_reply->body, "Messages échangés") < strstr(t_reply->body, "<b>Suivi"));
	db_exec(&t, SQL("UPDATE siege_demande SET assigne_id = ?"), I(adm));
	as(sal);
	check(get("/") == 200);
	check_hides("Répondre à une demande au Siège");
	as(adm);
	check(get("/") == 200);
	check_says("Répondre à une demande au Siège");
	as(benp);
	check(get("/") == 200);
	check_hides("Répondre à une demande au Siège");
}
