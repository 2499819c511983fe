/* http.h - one request to another server, by libcurl */
#ifndef HTTP_H
#define HTTP_H

#include "base/req.h"

struct http {
	long status;      /* 0: no whole answer came, see error */
	const char *body; /* whole, ends by NUL; "" */
	size_t len;
	const char *error; /* what went wrong, without secrets; NULL */
	struct http_header {
		struct http_header *next;
		const char *name, *value;
	} *headers;
};

struct http *http_ask(struct req *, const char *url, const char *bearer, const char *json);
void http_begin(const char *url, const char *bearer, const char *json);
struct http *http_end(struct req *);
const char *http_header(const struct http *, const char *name);

#endif
