/* alerte.h - administrators, and the host, are told by mail what goes bad and what is well again */
#ifndef ALERTE_H
#define ALERTE_H

#include "domain/service/controle.h"

void alerte_tell(struct req *, const struct regard *, const struct constat found[CONTROLES],
	time_t base_lost);

#endif
