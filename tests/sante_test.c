#include "t.h"

TEST(sante_answers_a_monitor_without_personal_data)
{
	check(get("/sante") == 200);
	check_says("\"base\":\"ok\"");
	check_says("\"synchro\":\"jamais\"");
	check(get("/sante/rien") == 404);
	check(post("/sante", "") == 405);
}
