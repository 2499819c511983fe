/* disque.h - room on the disks that the site stands on */
#ifndef DISQUE_H
#define DISQUE_H

#include "db/db.h"

struct disque {
	int used;           /* per cent, of the fullest; -1: none is known */
	int64_t free_bytes; /* of that one */
	const char *closed; /* a folder that cannot be written; NULL */
};

struct disque disque_worst(struct req *);

#endif
