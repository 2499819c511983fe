/* alone.h - one request of a person at a time, where what she does is counted */
#ifndef ALONE_H
#define ALONE_H

#include "db/db.h"

void reader_alone(struct req *);

#endif
