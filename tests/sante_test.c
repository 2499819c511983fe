#include "base/clock.h"
#include "domain/service/controle.h"
#include "t.h"

TEST(sante_answers_a_monitor_without_personal_data)
{
	check(get("/sante") == 200);
	check_says("\"base\":\"ok\"");
	check_says("\"synchro\":\"jamais\"");
	check_says("\"surveillance\":\"jamais\"");
	check(get("/sante/rien") == 404);
	check(post("/sante", "") == 405);
}

TEST(sante_says_the_states_of_the_last_look)
{
	struct regard g = { .now = clock_now(), .sonde = { 503, 0 } };
	struct constat found[CONTROLES];

	controle_look(&t, &g, found);
	controle_store(&t, &g, found);
	check(get("/sante") == 200);
	check_says("\"surveillance\":\"ok\"");
	check_says("\"etat\":\"bad\"");
	check_says("\"site\":\"bad\"");
	check_says("\"journal\":\"ok\"");
	db_exec(&t, SQL("UPDATE service_etat SET vu_le = vu_le - INTERVAL 1 HOUR"));
	check(get("/sante") == 200);
	check_says("\"surveillance\":\"en retard\"");
}
