/* main.c - the program of one area: linked once per line of areas.def */

#include "web/worker.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

extern const struct area JOIN(AREA_NAME, _area);

int
main(int argc, char **argv)
{
	(void) argc;
	return worker_run(&JOIN(AREA_NAME, _area), argv);
}
