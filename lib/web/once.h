/* once.h - what is sent twice is done once */
#ifndef ONCE_H
#define ONCE_H

#include "base/req.h"

int once(struct req *, int (*handler)(struct req *));

#endif
