/* people.h - Paris and Lille with somebody in each, for tests of what people write together */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "t.h"

extern int64_t coop, benp, benl, benm, pro, sal, adm, paris, lille, equipe, basile, berthe;

void people(void);  /* makes coop, benp, benl, sal, paris and lille; other casts make the others */
int64_t last(void); /* the newest objet */
int64_t a_post(const char *body); /* of Élodie's in Paris, who asks from then on */
int64_t a_comment(int64_t on, const char *body);

#define at(...) arena_printf(&t.mem, __VA_ARGS__)

#endif
