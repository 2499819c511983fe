/* parse.h - from the words of HTTP to a struct req */
#ifndef PARSE_H
#define PARSE_H

#include "base/req.h"
#include "web/body.h"

int req_parse(struct req *, const char *method, const char *uri, const char *query);
int req_parse_body(struct req *, const char *type, int64_t length, body_reader *, void *from);

#endif
