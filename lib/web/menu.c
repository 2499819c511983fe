/* menu.c - every area's line of areas.def, for the menu that all pages show */

#include "web/route.h"

const struct entry menu[] = {
#define AREA(name, title, icon, who, place) { #name, title, icon, who, place },
#include "areas.def"
#undef AREA
	{ 0 },
};
