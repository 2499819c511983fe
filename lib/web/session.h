/* session.h - who is asking */
#ifndef SESSION_H
#define SESSION_H

#include "base/req.h"

void session_find(struct req *);
void session_open(struct req *, int64_t contact_id);
bool session_as(struct req *, int64_t contact_id);
void session_by_link(struct req *);
bool session_device(struct req *, const char *email);
void session_close(struct req *);
void session_close_others(struct req *, int64_t contact_id);

#endif
