/* clamav.h - ask clamd, where clamav.socket names one, whether a content holds a virus */
#ifndef CLAMAV_H
#define CLAMAV_H

#include "base/arena.h"

/* UNKNOWN: the scanner does not answer; ask again later, serve nothing until then. */
enum clamav_verdict { CLAMAV_CLEAN, CLAMAV_FOUND, CLAMAV_UNKNOWN };

enum clamav_verdict clamav_scan(struct arena *, int fd, const char **name);

#endif
