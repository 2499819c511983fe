/* span.h - from when to when, as one says it; hours are those of the site */
#ifndef SPAN_H
#define SPAN_H

#include "base/local.h"

char *text_hour(struct arena *, struct wall);
char *text_day_long(struct arena *, struct wall, time_t now);
char *text_span(struct arena *, time_t from, time_t to, bool whole_days, time_t now);
char *text_weekday_short(struct arena *, struct wall);

#endif
