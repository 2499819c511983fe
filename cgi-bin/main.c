/* main.c - the program of one area: linked once per line of areas.def */

#include "web/worker.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

extern const struct area JOIN(AREA_NAME, _area);

int
main(void)
{
	return worker_run(&JOIN(AREA_NAME, _area));
}
