/* consultation.h - the directory is read by people, page after page; it is not copied */
#ifndef CONSULTATION_H
#define CONSULTATION_H

#include "base/req.h"

int consultation(struct req *, long pages);

#endif
