/* actualites_test.c - news: who writes, who reads, when it is published */

#include <inttypes.h>

#include "base/clock.h"
#include "people.h"
#include "plants.h"

/* Volunteers write none: Coline does it in the name of AUTHOR. */
PLANT(actualite)
{
	int64_t id;

	as(coop);
	check(post("/actualites/nouvelle",
		      at("groupe=%" PRId64 "&audience=groupes&titre=Du+%s&chapeau=Vu+%s"
			 "&texte=On+y+parle+de+**%s**&publier=1",
			      group, word, word, word)) == 303);
	id = plant_last("actualite");
	db_exec(&t, SQL("UPDATE objet SET cree_par = ? WHERE id = ?"), I(author), I(id));
	as(author);
	return id;
}

/* One of the Siège by adm, or of Paris by Coline: its id. */
static int64_t
written(int64_t who, const char *fields)
{
	as(who);
	check(post("/actualites/nouvelle", fields) == 303);
	return plant_last("actualite");
}

static int
status_for(int64_t who, int64_t id)
{
	as(who);
	return get(at("/actualites/%" PRId64, id));
}

TEST(actualites_a_draft_is_read_by_who_writes_alone)
{
	int64_t id;

	people();
	id = written(sal, "titre=La+permanence&texte=Rue+Faventines&faire=brouillon");
	check(status_for(sal, id) == 200);
	check_says("Brouillon");
	check(status_for(benp, id) == 404);
	check(status_for(coop, id) == 404);
	as(benp);
	check(get("/actualites") == 200);
	check(strstr(t_reply->body, "La permanence") == NULL);
	as(sal);
	check(post(at("/actualites/%" PRId64 "/publier", id), "") == 303);
	check(status_for(benp, id) == 200);
	check(get("/actualites") == 200);
	check_says("La permanence");
}

TEST(actualites_are_written_by_the_staff_and_by_coordination_for_its_groups)
{
	people();
	as(benp);
	check(get("/actualites/nouvelle") == 403);
	check(post("/actualites/nouvelle", "titre=Non&publier=1") == 403);
	as(coop);
	check(get("/actualites/nouvelle") == 200);
	check(post("/actualites/nouvelle", "titre=Du+Siege&publier=1") == 422);
	check(post("/actualites/nouvelle",
		      at("titre=De+Lille&groupe=%" PRId64 "&publier=1", lille)) == 422);
	check(post("/actualites/nouvelle",
		      at("titre=De+Paris&groupe=%" PRId64 "&publier=1", paris)) == 303);
}
