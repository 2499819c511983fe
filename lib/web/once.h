/* once.h - what is sent twice is done once */
#ifndef ONCE_H
#define ONCE_H

#include "base/req.h"

bool once_token(struct req *, const char *token);
int once(struct req *, int (*handler)(struct req *));

#endif
