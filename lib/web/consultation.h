/* consultation.h - the directory is read by people, page after page; it is not copied */
#ifndef CONSULTATION_H
#define CONSULTATION_H

#include "base/req.h"

int consultation(struct req *, long pages);
void consultation_note(struct req *, int64_t contact_id);

#endif
