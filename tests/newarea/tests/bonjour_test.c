/* bonjour_test.c - how a greeting is made, so that the tests of all kinds are of it too */

#include <inttypes.h>

#include "people.h"
#include "plants.h"

PLANT(bonjour)
{
	(void) author;
	check(post("/bonjour/nouveau",
		      at("groupe=%" PRId64 "&titre=Bonjour+%s&texte=Dit+**%s**", group, word,
			      word)) == 303);
	return plant_last("bonjour");
}

TEST(bonjour_is_in_the_path_of_who_said_it)
{
	int64_t id;

	people();
	as(coop);
	check(post("/bonjour/nouveau", at("groupe=%" PRId64 "&titre=Salut&texte=", paris)) == 303);
	id = plant_last("bonjour");
	check(get(at("/contacts/%" PRId64 "/parcours?genre=bonjour", coop)) == 200);
	check_says("Salut");
	check(strstr(t_reply->body, at("href=\"/bonjour/%" PRId64 "\"", id)) != NULL);
	check(get("/notifications/preferences") == 200);
	check_says("Un bonjour dans vos groupes");
	as(benl);
	check(get(at("/bonjour/%" PRId64, id)) == 404);
}
