/* groupes.c - which page of groups answers which address */

#include "groupes/groupes.h"

static const struct route routes[] = {
	{ GET, "", PROSPECT, groupes_list, .formats = CSV | XLSX },
	{ GET, ":id", PROSPECT, groupes_members },
	{ GET, ":id/membres", PROSPECT, groupes_members },
	{ GET, ":id/a-propos", PROSPECT, groupes_about },
	{ 0 },
};

const struct area groupes_area = { "groupes", routes };
